"""The ways of links between branches: out of one box, along the free strips between columns, into the other.

Between columns run strips, numbered as the columns right of them; beyond the last column is one more. Next to the
problem a strip runs across. Each link has a lane of its own in every strip that it uses, so none hides another.
"""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

LANE = 12
MOST = 200


class Way(NamedTuple):
    """A link from one box to another (their places in the file): the sides it uses, its strips and its lanes there.

    `across` is its lane beside the problem, -1 where it stays between two columns.
    """

    start: int
    end: int
    leaves_right: bool
    enters_right: bool
    first: tuple[int, int]
    last: tuple[int, int]
    across: int


class Ways(NamedTuple):
    """All links, how many lanes each strip between columns has, and how many run across."""

    ways: tuple[Way, ...]
    strips: Counter[int]
    across: int


def ways(links: Sequence[tuple[int, int]], columns: Sequence[int]) -> Ways:
    """The ways of links, given the column in which each box stands. Where there are too many, none is drawn."""
    found: list[Way] = []
    strips: Counter[int] = Counter()
    across = 0
    for start, end in links if len(links) <= MOST else ():
        left, right = columns[start], columns[end]
        out, into = (left + 1, right) if right > left else (left, right + 1)
        if left == right:
            out = into = left + 1
        first = last = (out, strips[out])
        strips[out] += 1
        crossing = -1
        if out != into:
            last, crossing, across = (into, strips[into]), across, across + 1
            strips[into] += 1
        found.append(Way(start, end, right >= left, right <= left, first, last, crossing))
    return Ways(tuple(found), strips, across)
