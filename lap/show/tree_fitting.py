"""A tree, or two that face each other, set so that the letters come out as large as they can on a screen of 16 to 9."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lap.show.tree_boxes import Box, Boxes, each
from lap.show.tree_layout import Node, Placed, place
from lap.show.tree_lettering import Lettered, lettered

WIDTHS = (260, 300, 340, 380, 420)
SEARCHED = 100  # boxes, beyond which no better width is looked for
USUAL = 300
BETWEEN = 110  # two trees


class Set(NamedTuple):
    """Trees with their words in lines, and the places that they share: `trees` hold effects, centre and causes in the order of the file."""

    trees: tuple[tuple[Lettered, ...], ...]
    placed: Placed

    @property
    def step(self) -> float:
        """How much further right each tree is than the one before it."""
        return self.placed.width + BETWEEN

    @property
    def width(self) -> float:
        """All trees together."""
        return self.step * len(self.trees) - BETWEEN

    @property
    def share(self) -> float:
        """How large one unit comes out on a screen of 16 to 9."""
        return min(16 / self.width, 9 / self.placed.height)


def fitting(trees: Sequence[Boxes]) -> Set:
    """The trees, all of one shape, set at the best width for their boxes."""
    number = sum(1 for _ in each((*trees[0].effects, *trees[0].causes)))
    return max(
        (_set(trees, width) for width in (WIDTHS if number <= SEARCHED else (USUAL,))), key=lambda made: made.share
    )


def _set(trees: Sequence[Boxes], width: float) -> Set:
    first, links = trees[0], _links(trees[0].causes)
    bare = place(_nodes(first.effects, iter(())), 0, _nodes(first.causes, iter(())), width, links)
    made = tuple(tuple(_lettered(tree, width, bare.centre.width)) for tree in trees)
    heights = iter([max(one.height for one in facing) for facing in zip(*made, strict=True)])
    effects, centre = _nodes(first.effects, heights), next(heights)
    return Set(made, place(effects, centre, _nodes(first.causes, heights), width, links))


def _lettered(tree: Boxes, width: float, centre: float) -> Iterator[Lettered]:
    for box in (*each(tree.effects), tree.centre, *each(tree.causes)):
        yield lettered(box, centre if box is tree.centre else width)


def _nodes(found: Sequence[Box], heights: Iterator[float]) -> tuple[Node, ...]:
    """The boxes as the layout takes them; boxes that face each other are equally high."""
    return tuple(Node(next(heights, 0), _nodes(box.boxes, heights)) for box in found)


def _links(causes: Sequence[Box]) -> list[tuple[int, int]]:
    """Which causes lead to which others, by their places; names that the tree does not have lead nowhere."""
    found = list(each(causes))
    places = {box.name: place for place, box in reversed(list(enumerate(found)))}
    pairs = (
        (place, places[name])
        for place, box in enumerate(found)
        for name in dict.fromkeys(box.leads_to)
        if name in places
    )
    return [(start, end) for start, end in pairs if start != end]
