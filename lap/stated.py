"""Which lines of a meeting's notes state a problem without saying so."""

import re
from collections.abc import Iterable

from lap.language.headings import LISTS, Heading, qualified
from lap.notes import Line

PROBLEM = ("problem", "problems")
ASIDE = re.compile(r"[^:]{1,30}:(?:\s.*)?|\(.*\)|\[.*\]")
"""What is more likely said of the meeting: “Place: town hall”, “(12 persons)”."""


def announced(line: Line) -> Heading | None:
    """What a line announces, be it, where it stands out, with words more."""
    return line.heading or (qualified(line.text) if line.dress else None)


def over_lists(lines: list[Line]) -> set[int]:
    """The places of lines right below which effects or causes are announced, further to the right or one level down.

    A line with a problem of its own below it is the title of the notes, and states none.
    """
    over: set[int] = set()
    titles: set[int] = set()
    above: list[int] = []
    for place, line in enumerate(lines):
        while above and lines[above[-1]].column >= line.column:
            above.pop()
        said = announced(line)
        if above and said and said.what in LISTS:
            over.add(above[-1])
        elif above and above[-1] not in over and (_says_problem(line) or _heads_flat(lines, place)):
            titles.add(above[-1])
        above.append(place)
    return {place for place in over - titles if not announced(lines[place])}


def _says_problem(line: Line) -> bool:
    return line.heading is not None and line.heading.what in PROBLEM


def _heads_flat(lines: list[Line], place: int) -> bool:
    """Whether a Markdown heading is followed at once by a list's heading of its own level."""
    line, after = lines[place], lines[place + 1 : place + 2]
    return line.dress == "#" and bool(after) and announces_list(after[0]) and after[0].column == line.column


def announces_list(line: Line) -> bool:
    """Whether a line is the heading of effects or causes, without one of them on it."""
    said = announced(line)
    return said is not None and said.what in LISTS and not said.rest


def opening_statement(lines: list[Line], over: set[int]) -> int | None:
    """The place of the line that states the problem because it stands above the first heading.

    Of several it is the last that is indented least; without any heading, the first. None where the notes say which.
    """
    first = next((place for place, line in enumerate(lines) if announced(line)), None)
    if first is None:
        return next(iter(_likely(lines, range(len(lines)))), None)
    if _says_problem(lines[first]) or over & set(range(first)):
        return None
    if first and _heads_flat(lines, first - 1):
        return first - 1
    return next(reversed(_likely(lines, range(first))), None)


def _likely(lines: list[Line], places: Iterable[int]) -> list[int]:
    """Of some places those that are indented least and say nothing of the meeting; the first of them where all do."""
    least = min((lines[place].indent for place in places), default=None)
    outer = [place for place in places if lines[place].indent == least]
    return [place for place in outer if not ASIDE.fullmatch(lines[place].text)] or outer[:1]
