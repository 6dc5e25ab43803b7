"""Changes to a file's text, gathered, and the proof that the text with them says what was meant and no more."""

from collections.abc import Callable
from typing import Any, NamedTuple

from lap.editing.sheet import Sheet, Spot
from lap.source.document import Document, parse
from lap.source.nodes import Data, Mapping, Sequence


class Splice(NamedTuple):
    """A stretch of text, by offsets, and what comes in its place."""

    start: int
    end: int
    text: str


class Draft:
    """Changes to a sheet, and the data that the file should hold with them.

    `comment` says what becomes of a comment's text; as a rule, nothing.
    """

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.splices: list[Splice] = []
        self.twins: dict[int, Any] = {}
        self.names: dict[int, dict[str, str]] = {}
        self.expected = self._plain(sheet.data)
        self.comment: Callable[[str], str] = str

    def _plain(self, data: Data) -> Any:
        """The data without places; `twins` leads from each group and list to its plain counterpart."""
        top: list[Any] = [None]
        todo: list[tuple[Data, Any, Any]] = [(data, top, 0)]
        while todo:
            node, into, key = todo.pop()
            made: Any = None if node is None else str(node)
            if isinstance(node, Mapping):
                made = dict.fromkeys(node)
                todo += [(value, made, name) for name, value in node.items()]
            elif isinstance(node, Sequence):
                made = [None] * len(node)
                todo += [(value, made, number) for number, value in enumerate(node)]
            into[key] = made
            if isinstance(node, Mapping | Sequence) and node.anchor is None:
                self.twins.setdefault(id(node), made)
        return top[0]

    def twin(self, spot: Spot) -> Any:
        """The plain group or list in which a spot stands. Raises Refused for the whole of a file."""
        if spot.parent is None or id(spot.parent) not in self.twins:
            raise self.sheet.refused("no-place")
        return self.twins[id(spot.parent)]

    def splice(self, start: int, end: int, text: str) -> None:
        """Notes that a stretch of text is replaced."""
        self.splices.append(Splice(start, end, text))

    def name(self, spot: Spot, name: str) -> None:
        """Notes that a key has another name in the end."""
        self.twin(spot)
        self.names.setdefault(id(spot.parent), {})[str(spot.key)] = name

    def proved(self) -> Document:
        """The file with its changes, read again. Raises Refused where anything but what was meant has changed."""
        for group, names in self.names.items():
            twin = self.twins[group]
            items = [(names.get(key, key), value) for key, value in twin.items()]
            twin.clear()
            twin.update(items)
        before = self.sheet.document
        after = parse(self._spliced(), before.file)
        mistakes = {(one.code, one.cause) for one in before.findings}
        new = [one for one in after.findings if (one.code, one.cause) not in mistakes]
        if new or not same(after.data, self.expected) or not same(after.dropped, before.dropped):
            raise self.sheet.refused("elsewhere")
        if [one.text for one in after.comments()] != [self.comment(one.text) for one in before.comments()]:
            raise self.sheet.refused("comment")
        return after

    def _spliced(self) -> str:
        """The text with its stretches replaced. Raises Refused where two of them overlap."""
        text, parts, done = self.sheet.text, [], 0
        for start, end, new in sorted(self.splices, key=lambda one: one[:2]):
            if start < done:
                raise self.sheet.refused("elsewhere")
            parts += [text[done:start], new]
            done = end
        return "".join([*parts, text[done:]])


def same(one: Any, other: Any) -> bool:
    """Whether two pieces of data are equal, the order of their keys included."""
    todo = [(one, other)]
    while todo:
        left, right = todo.pop()
        if isinstance(left, dict) and isinstance(right, dict) and list(left) == list(right):
            todo += [(value, right[key]) for key, value in left.items()]
        elif isinstance(left, list) and isinstance(right, list) and len(left) == len(right):
            todo += zip(left, right, strict=True)
        elif isinstance(left, dict | list) or isinstance(right, dict | list) or left != right:
            return False
    return True
