"""Where waivers count: at the end of a line on that line; directly above a key or a dash in all that belongs to it; at
the head of a file with an empty line after it, in the whole file.
"""

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from lap.findings import Finding
from lap.source.document import Document
from lap.source.nodes import Data, Mapping, Sequence
from lap.source.span import Span
from lap.waivers.comments import Waiver, waivers_in


class Lines(NamedTuple):
    """The lines of a file on which a waiver counts, first and last, or no line; `block` unless it is a line's end."""

    first: int
    last: int
    block: bool = True


class Placed(NamedTuple):
    """A waiver, and where it counts."""

    waiver: Waiver
    lines: Lines

    @property
    def nowhere(self) -> bool:
        """Whether it stands above nothing."""
        return self.lines is NOWHERE

    def reaches(self, span: Span) -> bool:
        """Whether something is meant: what begins in the block, or begins or ends on the line."""
        first, last, block = self.lines
        if self.waiver.span.file != span.file:
            return False
        return first <= span.line <= last if block else first in (span.line, last_line(span))

    def sets_aside(self, finding: Finding, today: datetime.date) -> bool:
        """Whether a finding is waived on a day."""
        return finding.code in self.waiver.codes and self.waiver.counts(today) and self.reaches(finding.span)


NOWHERE = Lines(1, 0)


def placed(document: Document) -> Iterator[Placed]:
    """The waivers of a file, in order."""
    waivers = waivers_in(document)
    reach = _reach(document.data) if waivers else {}
    return (Placed(waiver, _lines(waiver.span, document, reach)) for waiver in waivers)


def _lines(place: Span, document: Document, reach: dict[int, int]) -> Lines:
    """Where a waiver counts."""
    rows, number = document.lines(), place.line
    if rows[number - 1][: place.column - 1].strip():
        return Lines(number, number, block=False)
    below = number + 1
    while below <= len(rows) and _is_comment(rows[below - 1]):
        below += 1
    at_head = all(_is_comment(row) or row.strip() in ("", "---") for row in rows[: number - 1])
    if below > len(rows) or not rows[below - 1].strip():
        return Lines(1, len(rows)) if at_head else NOWHERE
    if rows[below - 1].strip() == "-":
        below += 1
    return Lines(1 if at_head else number, reach.get(below, below))


def _is_comment(row: str) -> bool:
    return row.lstrip().startswith("#")


def _reach(data: Data) -> dict[int, int]:
    """For each line on which a key or an item begins, the last line of what belongs to it."""
    reach: dict[int, int] = {}
    todo: list[Data] = [data]
    while todo:
        for place, value in _inside(todo.pop()):
            end = place.line if value is None else last_line(value.span)
            reach[place.line] = max(end, reach.get(place.line, 0))
            todo.append(value)
    return reach


def _inside(node: Data) -> list[tuple[Span, Data]]:
    """What stands directly in a group or list, each with its place; what an alias points to stands elsewhere."""
    if isinstance(node, Mapping) and node.anchor is None:
        return [(node.places[key], value) for key, value in node.items()]
    if isinstance(node, Sequence) and node.anchor is None:
        return [(value.span, value) for value in node if value is not None]
    return []


def last_line(span: Span) -> int:
    """The last line on which something of a span stands; its end is exclusive."""
    return span.end_line if span.end_column > 1 else max(span.line, span.end_line - 1)
