"""Where the nodes of a tree stand in a drawing of lines: effects grow upwards from the problem, causes downwards."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lap.tree import Branch

STEP = 3
"""The columns that a level is indented by."""


class Row(NamedTuple):
    """A node with the lines to draw before its first line of text and before the others.

    `flat` says that its depth is not seen, because it is deeper than the drawing is indented.
    """

    first: str
    rest: str
    branch: Branch
    flat: bool


def downwards(branches: Sequence[Branch], deepest: int) -> list[Row]:
    """Causes: each below what it gives rise to. Levels below `deepest` are not indented further."""
    return list(_rows(branches, deepest, up=False))


def upwards(branches: Sequence[Branch], deepest: int) -> list[Row]:
    """Effects: each above what brings it about, so that the deepest stand topmost."""
    return list(_rows(branches, deepest, up=True))[::-1]


def _rows(branches: Sequence[Branch], deepest: int, up: bool) -> Iterator[Row]:
    """The rows from the trunk outwards."""
    corner = "┌─ " if up else "└─ "
    todo = _siblings(branches, "", up)
    while todo:
        branch, margin, last = todo.pop()
        inner = margin + ("   " if last else "│  ")
        first = margin + (corner if last else "├─ ")
        yield Row(first, margin + "│  " if up else inner, branch, branch.depth > deepest)
        todo += _siblings(_below(branch, deepest, up), inner, up)


def _siblings(branches: Sequence[Branch], margin: str, up: bool) -> list[tuple[Branch, str, bool]]:
    """Branches to draw, the next one at the end; the outermost of them has a corner."""
    outwards = branches[::-1] if up else branches
    made = [(branch, margin, place == len(outwards) - 1) for place, branch in enumerate(outwards)]
    return made[::-1]


def _below(branch: Branch, deepest: int, up: bool) -> Sequence[Branch]:
    """What is drawn a step further in: the branches below; at the last indentation all that is below, one under the other."""
    if branch.depth != deepest:
        return branch.branches if branch.depth < deepest else ()
    order = 1 if up else -1
    found, todo = [], list(branch.branches[::order])
    while todo:
        found.append(todo.pop())
        todo += found[-1].branches[::order]
    return found[::-1] if up else found
