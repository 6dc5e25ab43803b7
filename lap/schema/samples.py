"""One example of what each key takes, in either language, out of a plan that uses every key."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from lap.source.canonical import read
from lap.source.document import parse
from lap.source.nodes import Mapping, Sequence, Text
from lap.source.vocabulary import KINDS, Holds

FOLDER = Path(__file__).parent.parent / "language"


@cache
def samples(language: str) -> dict[tuple[str, str], str | list[str]]:
    """The first text, or list of texts, that stands under each key: by the kind of its mapping and its name."""
    path = FOLDER / f"format.{language}.yaml"
    plan = read(parse(path.read_text("utf-8"), path.name).data, Holds("one", "plan")).data
    found: dict[tuple[str, str], str | list[str]] = {}
    for place, value in _keys(plan, "plan"):
        if isinstance(value, Text):
            found.setdefault(place, str(value).strip())
        elif isinstance(value, Sequence) and all(isinstance(one, Text) for one in value):
            found.setdefault(place, [str(one) for one in value])
    return found


def _keys(data: Any, kind: str) -> Iterator[tuple[tuple[str, str], Any]]:
    """Every key below a mapping, with the kind of the mapping that it stands in."""
    for name, value in data.items() if isinstance(data, Mapping) else ():
        if entry := KINDS[kind].entries.get(name):
            yield (kind, name), value
            for child in _children(value, entry.holds):
                yield from _keys(child, entry.holds.kind)


def _children(value: Any, holds: Holds) -> list[Any]:
    if holds.shape == "ids":
        return list(value.values())
    return list(value) if holds.shape == "list" else [value] if holds.shape == "one" else []
