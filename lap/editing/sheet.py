"""A file's text to be changed: what begins where, and the lines and columns of it all as offsets."""

import re
from bisect import bisect_right
from typing import NamedTuple

from lap.failure import CannotRun
from lap.source.document import LINE_BREAK, Document, parse
from lap.source.nodes import Data, Mapping, Sequence, Text
from lap.source.span import Span
from lap.source.writing import BLOCKS, manner_of

UNREAD = ("Y101", "Y103", "Y104", "Y105", "Y106")
MARKED = re.compile(r"(?:[&!][^\s,\[\]{}]*[ \t]+)+")
COLON = re.compile(r"\s*:")
SIGN = re.compile(r"[|>][-+0-9]*")
DASH = re.compile(r"-[ \t]*\Z")
LONE_DASH = re.compile(r"((?: *-)+)[ \t]*(?:(?<=[ \t])#.*)?\Z")

Point = tuple[int, int]
"""Line and column, from 1, where something begins."""


class Refused(CannotRun):
    """A change that cannot be made, or cannot be proved to be all that changes. `reason` names the sentence."""


class Spot(NamedTuple):
    """Where a value stands: in which group or list, under which key or number. The whole file stands in none."""

    parent: Mapping | Sequence | None
    key: str | int
    value: Data


class Sheet:
    """A file that can be changed; `values` and `keys` tell what begins at a point, `newline` how its lines end.

    Raises Refused where its text cannot be read everywhere, so that nothing could be proved of it.
    """

    def __init__(self, document: Document) -> None:
        # read anew: loading a plan takes out of the data what does not fit
        self.document = parse(document.text, document.file)
        self.file, self.text, self.data = document.file, document.text, self.document.data
        if self.document.repaired or any(one.code in UNREAD for one in (*document.findings, *self.document.findings)):
            raise self.refused("unread")
        self.breaks = [0, *(match.end() for match in LINE_BREAK.finditer(self.text))]
        found = LINE_BREAK.search(self.text)
        self.newline = found.group() if found else "\n"
        self.manner = manner_of(self.data)
        self.values: dict[Point, Spot] = {}
        self.keys: dict[Point, Spot] = {}
        self._index()

    def _index(self) -> None:
        todo = [Spot(None, "", self.data)]
        while todo:
            spot = todo.pop()
            node = spot.value
            if node is not None:
                self.values[point(node.span)] = spot
            if isinstance(node, Mapping) and node.anchor is None:
                children = [Spot(node, key, value) for key, value in node.items()]
                self.keys.update((point(node.places[str(child.key)]), child) for child in children)
                todo += children
            elif isinstance(node, Sequence) and node.anchor is None:
                todo += [Spot(node, number, value) for number, value in enumerate(node)]

    def refused(self, reason: str, **parameters: object) -> Refused:
        """The exception for a change that is not made."""
        return Refused(f"edit-{reason}", file=self.file, **parameters)

    def offset(self, span: Span) -> int:
        """Where a span begins."""
        return self.breaks[span.line - 1] + span.column - 1

    def end(self, span: Span) -> int:
        """Where a span ends."""
        return self.breaks[span.end_line - 1] + span.end_column - 1

    def start(self, span: Span) -> int:
        """Where a value or a key begins, after its anchor."""
        offset = self.offset(span)
        marked = MARKED.match(self.text, offset)
        return marked.end() if marked else offset

    def line(self, offset: int) -> int:
        """The line, from 1, of an offset."""
        return bisect_right(self.breaks, offset)

    def line_start(self, line: int) -> int:
        """Where a line begins; after the last line, the end of the text."""
        return self.breaks[line - 1] if line <= len(self.breaks) else len(self.text)

    def before(self, offset: int) -> str:
        """What stands before an offset on its line."""
        return self.text[self.line_start(self.line(offset)) : offset]

    def column(self, offset: int) -> int:
        """The column, from 1, of an offset."""
        return len(self.before(offset)) + 1

    def begin(self, spot: Spot) -> int:
        """Where an entry begins: its key, its dash, or its value between brackets."""
        if isinstance(spot.parent, Mapping):
            return self.offset(spot.parent.places[str(spot.key)])
        assert spot.parent is not None
        if not spot.parent.flow:
            return self._dash(spot)
        if spot.value is None:
            raise self.refused("no-place")
        return self.offset(spot.value.span)

    def _dash(self, spot: Spot) -> int:
        """The dash of an item, on its line or alone on one above it."""
        if spot.value is None:
            raise self.refused("no-place")
        offset = self.offset(spot.value.span)
        found = DASH.search(self.before(offset))
        if found:
            return offset - len(found.group())
        for line in range(self.line(offset) - 1, 0, -1):
            row = self.text[self.line_start(line) : self.line_start(line + 1)].rstrip("\r\n")
            alone = LONE_DASH.match(row)
            if alone:
                return self.line_start(line) + alone.end(1) - 1
            if row.strip() and not row.lstrip().startswith("#"):
                break
        raise self.refused("no-place")

    def mark_end(self, spot: Spot) -> int:
        """Where the colon of a key, or the dash of an item, ends."""
        if isinstance(spot.parent, Sequence):
            return self._dash(spot) + 1
        assert isinstance(spot.parent, Mapping)
        end = self.end(spot.parent.places[str(spot.key)])
        colon = COLON.match(self.text, end)
        return colon.end() if colon else end

    def value_end(self, spot: Spot) -> int:
        """Where the value of a spot ends; where there is none, its key, its colon or its dash."""
        if spot.value is not None:
            return self.end(spot.value.span)
        if isinstance(spot.parent, Mapping):
            key = str(spot.key)
            return self.end(spot.parent.empties.get(key, spot.parent.places[key]))
        if spot.parent is None or spot.parent.flow or spot.key != len(spot.parent) - 1:
            raise self.refused("no-place")
        return self.end(spot.parent.span)

    def last_line(self, spot: Spot) -> int:
        """The last line that belongs to an entry, with the blank lines that a text with the sign `|+` keeps."""
        line, value = self.line(self.value_end(spot)), spot.value
        while isinstance(value, Mapping | Sequence) and value and not value.flow:
            value = next(reversed(value.values())) if isinstance(value, Mapping) else value[-1]
        if isinstance(value, Text) and value.style in BLOCKS and "+" in self.block_sign(value):
            while (start := self.line_start(line + 1)) < len(self.text) and not self._row(start).strip():
                line += 1
        return line

    def _row(self, start: int) -> str:
        """The line that begins at an offset."""
        return self.text[start : self.line_start(self.line(start) + 1)]

    def block_sign(self, value: Text) -> str:
        """The sign that a text of several lines begins with: `|`, `>-`, …"""
        found = SIGN.match(self.text, self.start(value.span))
        return found.group() if found else ""

    def first(self, around: Mapping | Sequence) -> int:
        """Where the first entry of a group or list begins."""
        if not around:
            raise self.refused("no-place")
        return self.begin(entry_of(around, 0))

    def stands_below(self, spot: Spot) -> bool:
        """Whether a value stands on the lines below its key or its dash, an entry a line."""
        value = spot.value
        if not isinstance(value, Mapping | Sequence) or not value or value.flow or value.anchor is not None:
            return False
        return self.line(self.first(value)) > self.line(self.mark_end(spot))


def point(span: Span) -> Point:
    """Where a span begins, as line and column."""
    return span.line, span.column


def entry_of(around: Mapping | Sequence, place: int) -> Spot:
    """The nth entry of a group or a list, from 0."""
    if isinstance(around, Mapping):
        key = list(around)[place]
        return Spot(around, key, around[key])
    return Spot(around, place, around[place])
