"""A schedule as a Gantt diagram in Mermaid, which GitHub draws."""

import datetime
import re
from collections.abc import Iterable, Sequence
from itertools import count
from typing import NamedTuple

from lap.show import escape

KEYWORD = re.compile(
    r"(?i)(?=accDescr|accTitle|axisFormat|click|dateFormat|excludes|gantt|includes|inclusiveEndDates|section|tickInterval"
    r"|title|todayMarker|topAxis|vert|weekday|weekend)."
)
CODED = {ord(sign): f"#{ord(sign)};" for sign in ':#;%<>&"`\\{}'}


class Run(NamedTuple):
    """Something that runs from a day on, so many days; `critical` is drawn in another colour."""

    name: str
    first: datetime.date
    days: int
    critical: bool = False


class Part(NamedTuple):
    """Things that run under one name."""

    name: str
    runs: Sequence[Run]


def gantt(title: str, runs: Sequence[Run], parts: Iterable[Part] = (), notes: Iterable[str] = ()) -> str:
    """The diagram: what runs without a name above it, and the parts that have one. Nobody sees `notes` drawn."""
    lines = ["gantt", *([f"    title {words(title)}"] if title else []), "    dateFormat YYYY-MM-DD"]
    numbers = count(1)
    for part in (Part("", runs), *parts):
        lines += [f"    section {words(part.name)}"] if part.name and part.runs else []
        lines += [_line(one, next(numbers)) for one in part.runs]
    return "\n".join([*lines, *(f"    %% {escape.one_line(note)}" for note in notes)]) + "\n"


def _line(one: Run, number: int) -> str:
    critical = "crit, " if one.critical else ""
    return f"    {words(one.name)} :{critical}t{number}, {one.first}, {one.days}d"


def words(text: str) -> str:
    """Words where a Gantt diagram, which knows no quotes, ends a name at a colon and begins a line with its own words."""
    line = escape.one_line(text) or "·"
    coded = line.translate(CODED)
    return f"#{ord(line[0])};{coded[1:]}" if KEYWORD.match(line) else coded
