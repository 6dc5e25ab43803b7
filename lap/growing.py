"""Causes and effects hung one below the other, by how far to the right their lines stand."""

import re
from collections.abc import Callable

from lap.language.headings import name
from lap.language.naming import id_from, unlike
from lap.noted import Items, Node
from lap.notes import Column
from lap.source.builder import MAX_DEPTH
from lap.source.vocabulary import entry_of

LEVELS = (MAX_DEPTH - 3) // 2
"""So many causes of causes a plan can hold: each takes two of a file's levels, and plan, problems and problem three."""

KIND = re.compile(r"(?P<text>.*\S)\s*[(\[]\s*(?P<kind>[^()\[\]]+?)\s*[)\]]\s*[.,;]?")


class Branches:
    """The nodes of one problem, and the last one of each level, from the outermost to the last that was added."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.unique: Callable[[str], str] = unlike(set())
        self.above: list[tuple[Column, Node]] = []

    def over(self, column: Column) -> list[Node]:
        """The nodes that a line at a column stands below; those further to the right take no more lines."""
        while self.above and self.above[-1][0] >= column:
            self.above.pop()
        return [node for _, node in self.above]

    def add(self, column: Column, text: str, side: str, items: Items) -> bool:
        """Hangs a node below the one that its column says, else into the list; False where it would be too deep."""
        over = self.over(column)
        if len(over) >= LEVELS:
            return False
        node = self._node(text, side)
        (over[-1].items if over else items).append(node)
        self.above.append((column, node))
        return True

    def answer(self, column: Column, text: str) -> bool:
        """Gives the node that a line stands below, or beside, its counterpart; False where there is none to be given it."""
        while self.above and self.above[-1][0] > column:
            self.above.pop()
        over = [node for one, node in self.above if one < column]
        beside = [node for one, node in self.above if one == column]
        for node in (*over[-1:], *beside):
            if not node.counterpart:
                node.counterpart = text
                return True
        return False

    def _node(self, text: str, side: str) -> Node:
        found = KIND.fullmatch(text) if side == "causes" else None
        kind = entry_of("=cause-kind", found["kind"]) if found else None
        text = found["text"] if found and kind else text.removesuffix(":").rstrip() or text
        wanted = id_from(text, self.language) or name(side, self.language)
        return Node(self.unique(wanted), text, kind.name if kind else "")
