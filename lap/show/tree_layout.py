"""Where the boxes of a tree stand: effects above the problem, causes below it, each branch a column that grows outwards.

A box that has one box on it, and so on from the problem, is a chain and grows straight; where a branch forks, its boxes
stand one beyond the other and a step to the right. Only sizes count here, no words and no signs.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from lap.show.tree_links import LANE, Ways, ways

Point = tuple[float, float]

STEP = 40  # a fork's boxes stand so much further right
APART, CHAINED = 26, 40  # between boxes of a column; room for an arrow
GUTTER = 44  # between columns
TRUNK, DROP = 34, 44  # from the problem to the line that joins the branches, and from there to their boxes
WIDEST = 960  # of the problem's own box


class Node(NamedTuple):
    """A box to place: how high it is, and the boxes on it."""

    height: float
    nodes: tuple["Node", ...] = ()


@dataclass(slots=True)
class Spot:
    """Where a box stands. `column` counts from the left; `chained` says that it grows straight from the one before it."""

    x: float
    y: float
    width: float
    height: float
    column: int = 0
    chained: bool = True
    spots: list["Spot"] = field(default_factory=list)

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height

    @property
    def middle(self) -> float:
        """Half its width, where arrows come and go."""
        return self.x + self.width / 2


class Placed(NamedTuple):
    """A tree whose upper left corner is at 0, 0. `links` are the points of each link between causes."""

    effects: tuple[Spot, ...]
    centre: Spot
    causes: tuple[Spot, ...]
    links: tuple[tuple[Point, ...], ...]
    width: float
    height: float


def every(spots: Sequence[Spot]) -> Iterator[Spot]:
    """All spots among these and on them, in the order of the file."""
    todo = list(reversed(spots))
    while todo:
        spot = todo.pop()
        yield spot
        todo += reversed(spot.spots)


def place(
    effects: Sequence[Node], centre: float, causes: Sequence[Node], width: float, links: Sequence[tuple[int, int]] = ()
) -> Placed:
    """Places boxes of one width around the problem, which is `centre` high; links join causes, by their places in the file."""
    above, (below, joined) = _half(effects, width, ())[0], _half(causes, width, links)
    middle = min(max(0.7 * max(above.width, below.width), 1.5 * width), WIDEST)
    axis = max(above.axis, below.axis, middle / 2)
    whole = axis + max(above.width - above.axis, below.width - below.axis, middle / 2)
    core = Spot(axis - middle / 2, above.reach, middle, centre)
    shifted, shift = axis - above.axis, axis - below.axis
    for spot in every(above.spots):
        spot.x, spot.y = spot.x + shifted, above.reach - spot.bottom
    for spot in every(below.spots):
        spot.x, spot.y = spot.x + shift, spot.y + core.bottom
    moved = below._replace(strips=tuple(one + shift for one in below.strips))
    links_drawn = tuple(_points(joined, moved, core.bottom))
    return Placed(above.spots, core, below.spots, links_drawn, whole, core.bottom + below.reach)


class _Half(NamedTuple):
    """One side of the tree as if the problem's edge were at 0 and everything grew downwards from it.

    `strips` are the places of the first lane left of each column, and right of the last one.
    """

    spots: tuple[Spot, ...]
    strips: tuple[float, ...]
    width: float
    reach: float

    @property
    def axis(self) -> float:
        """The middle between the outermost branches, which stands above or below the middle of the problem."""
        return (self.spots[0].middle + self.spots[-1].middle) / 2


def _half(nodes: Sequence[Node], width: float, links: Sequence[tuple[int, int]]) -> tuple[_Half, Ways]:
    spots = tuple(_column(node, width, number) for number, node in enumerate(nodes))
    joined = ways(links, [spot.column for spot in every(spots)])
    first = TRUNK + joined.across * LANE + DROP
    strips, right = [], 0.0
    for number, spot in enumerate(spots):
        strips.append(right + GUTTER / 2)
        left = right + GUTTER + joined.strips[number] * LANE if number else 0.0
        for one in every([spot]):
            one.x, one.y = one.x + left, one.y + first
        right = max(one.right for one in every([spot]))
    strips.append(right + GUTTER / 2)
    last = joined.strips[len(spots)]
    reach = max(one.bottom for one in every(spots))
    return _Half(spots, tuple(strips), right + (GUTTER / 2 + last * LANE if last else 0), reach), joined


def _column(node: Node, width: float, column: int) -> Spot:
    """A branch from 0, 0 downwards."""
    first = Spot(0, 0, width, node.height, column)
    todo = [(one, first, len(node.nodes) == 1) for one in reversed(node.nodes)]
    bottom = first.bottom
    while todo:
        node, on, chained = todo.pop()
        x, y = (on.x, bottom + CHAINED) if chained else (on.x + STEP, bottom + APART)
        spot = Spot(x, y, width, node.height, column, chained)
        on.spots.append(spot)
        bottom = spot.bottom
        todo += [(one, spot, chained and len(node.nodes) == 1) for one in reversed(node.nodes)]
    return first


def _points(joined: Ways, half: _Half, top: float) -> Iterator[tuple[Point, ...]]:
    """The points of every link; `top` is the edge of the problem."""
    spots = list(every(half.spots))
    ports = _ports(joined, spots)
    for way in joined.ways:
        start, end = spots[way.start], spots[way.end]
        x, z = (half.strips[strip] + lane * LANE for strip, lane in (way.first, way.last))
        leave, enter = next(ports[way.start, way.leaves_right]), next(ports[way.end, way.enters_right])
        across = top + TRUNK + DROP / 2 + way.across * LANE
        between = [(x, across), (z, across)] if way.across >= 0 else []
        out, into = (start.right if way.leaves_right else start.x), (end.right if way.enters_right else end.x)
        yield ((out, leave), (x, leave), *between, (z, enter), (into, enter))


def _ports(joined: Ways, spots: Sequence[Spot]) -> dict[tuple[int, bool], Iterator[float]]:
    """Where links touch each side of a box, spread along it; on the left the upper half is for the line of a fork."""
    uses = Counter((way.start, way.leaves_right) for way in joined.ways)
    uses += Counter((way.end, way.enters_right) for way in joined.ways)
    return {(place, right): _spread(spots[place], right, number) for (place, right), number in uses.items()}


def _spread(spot: Spot, right: bool, number: int) -> Iterator[float]:
    begin = 0.15 if right else 0.5
    return (spot.y + spot.height * (begin + (0.95 - begin) * one / (number + 1)) for one in range(1, number + 1))
