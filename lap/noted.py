"""What a brainstorm holds: problems with their effects and causes, and the lines that have no place among them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple


class Kept(NamedTuple):
    """Rows of the notes that have no place in the tree, as they stood, from row `number` to row `last`.

    `reason` says why (a key of `lap.show.outline`), or "" where the line before says it; `key` is the key of the format
    that the reason speaks of, if any.
    """

    number: int
    last: int
    rows: tuple[str, ...]
    reason: str
    text: str
    key: str = ""


@dataclass(slots=True)
class Node:
    """A cause or an effect; `counterpart` is its means or its end, `items` what stands below it."""

    id: str
    text: str
    kind: str = ""
    counterpart: str = ""
    items: list["Node | Kept"] = field(default_factory=list)


Items = list[Node | Kept]


@dataclass(slots=True)
class Noted:
    """A problem as it was noted from row `number` on; `remarks` are lines that belong to none of its lists."""

    number: int
    id: str = ""
    statement: str = ""
    population: str = ""
    objective: str = ""
    evidence: list[str] = field(default_factory=list)
    remarks: list[Kept] = field(default_factory=list)
    lists: dict[str, Items] = field(default_factory=dict)


class Outline(NamedTuple):
    """What notes hold: problems, and between them kept lines; `language` is that of the headings, else of the words."""

    language: str
    items: list[Noted | Kept]
    kept: list[Kept]

    @property
    def problems(self) -> list[Noted]:
        """The problems, in the order of the notes."""
        return [one for one in self.items if isinstance(one, Noted)]

    def number_of(self, side: str) -> int:
        """How many "causes" or "effects" there are."""
        return sum(1 for one in self.problems for _ in nodes(one.lists.get(side, [])))


def nodes(items: Items) -> Iterator[Node]:
    """Every node of a list, each before what stands below it."""
    todo = [*reversed(items)]
    while todo:
        item = todo.pop()
        if isinstance(item, Node):
            yield item
            todo += reversed(item.items)
