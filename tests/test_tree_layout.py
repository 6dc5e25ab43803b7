"""Where boxes stand: none hides another, effects above and causes below, and links keep out of the boxes that they pass."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lap.show.tree_layout import Node, Placed, Spot, every, place

HEIGHTS = st.integers(40, 300)
NODES = st.recursive(
    st.builds(Node, HEIGHTS, st.just(())),
    lambda inner: st.builds(Node, HEIGHTS, st.lists(inner, max_size=3).map(tuple)),
    max_leaves=12,
)
HALF = st.lists(NODES, min_size=1, max_size=5)
WIDTH = 300
NEARLY = 0.001


def count(nodes: list[Node]) -> int:
    return sum(1 + count(list(node.nodes)) for node in nodes)


@st.composite
def trees(draw: st.DrawFn) -> tuple[list[Node], int, list[Node], list[tuple[int, int]]]:
    causes = draw(HALF)
    places = st.integers(0, count(causes) - 1)
    links = draw(st.lists(st.tuples(places, places).filter(lambda pair: pair[0] != pair[1]), max_size=8, unique=True))
    return draw(HALF), draw(HEIGHTS), causes, links


def spots(placed: Placed) -> list[Spot]:
    return [*every(placed.effects), placed.centre, *every(placed.causes)]


def apart(one: Spot, other: Spot) -> bool:
    return one.right < other.x or other.right < one.x or one.bottom < other.y or other.bottom < one.y


@given(trees())
def test_boxes_stand_apart_inside_the_drawing(made: tuple[list[Node], int, list[Node], list[tuple[int, int]]]) -> None:
    effects, centre, causes, links = made
    placed = place(effects, centre, causes, WIDTH, links)
    found = spots(placed)
    assert len(found) == count(effects) + 1 + count(causes)
    assert all(apart(one, other) for one, other in combinations(found, 2))
    assert all(
        spot.x >= 0 and spot.y >= 0 and spot.right <= placed.width and spot.bottom <= placed.height for spot in found
    )


@given(trees())
def test_effects_grow_upwards_from_the_problem_and_causes_downwards(
    made: tuple[list[Node], int, list[Node], list[tuple[int, int]]],
) -> None:
    placed = place(*made[:3], WIDTH, made[3])
    assert all(spot.bottom < placed.centre.y for spot in placed.effects)
    assert all(spot.y > placed.centre.bottom for spot in placed.causes)
    assert all(one.bottom < spot.y for spot in every(placed.effects) for one in spot.spots)
    assert all(one.y > spot.bottom for spot in every(placed.causes) for one in spot.spots)
    assert len({round(spot.bottom, 3) for spot in placed.effects}) == 1
    assert len({round(spot.y, 3) for spot in placed.causes}) == 1


@given(trees())
def test_links_touch_their_boxes_and_cross_no_other(
    made: tuple[list[Node], int, list[Node], list[tuple[int, int]]],
) -> None:
    effects, centre, causes, links = made
    placed = place(effects, centre, causes, WIDTH, links)
    found = list(every(placed.causes))
    assert len(placed.links) == len(links)
    for (start, end), points in zip(links, placed.links, strict=True):
        assert points[0][0] in (found[start].x, found[start].right)
        assert points[-1][0] in (found[end].x, found[end].right)
        assert found[start].y < points[0][1] < found[start].bottom
        assert found[end].y < points[-1][1] < found[end].bottom
        for (x, y), (other_x, other_y) in pairwise(points):
            passing = Spot(min(x, other_x), min(y, other_y), abs(x - other_x), abs(y - other_y))
            assert all(inside(passing, spot) for spot in (*found, placed.centre))
        assert all(-NEARLY <= x <= placed.width + NEARLY for x, _ in points)


def inside(passing: Spot, spot: Spot) -> bool:
    """Whether a piece of a line keeps out of a box, at whose edge it may end."""
    return passing.right <= spot.x or spot.right <= passing.x or passing.bottom <= spot.y or spot.bottom <= passing.y


def test_no_two_links_share_a_lane() -> None:
    causes = [Node(100) for _ in range(5)]
    links = [(0, 4), (4, 0), (1, 3), (0, 2), (3, 1), (2, 0)]
    placed = place([Node(50)], 80, causes, WIDTH, links)
    across = [points[2][1] for points in placed.links if len(points) == 6]
    assert len(set(across)) == len(across) == len(links)
    upright = [x for points in placed.links for x in (points[1][0], points[-2][0])]
    assert len(set(upright)) == len(upright)


def test_a_chain_grows_straight_and_a_fork_steps_aside() -> None:
    chain = Node(50, (Node(50, (Node(50),)),))
    fork = Node(50, (Node(50), Node(50, (Node(50),))))
    placed = place([Node(50)], 80, [chain, fork], WIDTH)
    straight, forked = ([spot.x - column.x for spot in every([column])] for column in placed.causes)
    assert straight == [0, 0, 0]
    assert forked == [0, 40, 40, 80]


def test_hundreds_of_links_are_left_to_the_words() -> None:
    causes = [Node(50) for _ in range(30)]
    links = [(one, other) for one in range(30) for other in range(30) if one != other]
    assert place([Node(50)], 80, causes, WIDTH, links).links == ()


def test_the_outermost_branches_stand_evenly_about_the_problem() -> None:
    forked = Node(50, (Node(50), Node(50)))
    for causes in ([forked], [forked, Node(50)], [Node(50), forked, forked]):
        placed = place([forked], 80, causes, WIDTH)
        for spots in (placed.effects, placed.causes):
            assert spots[0].middle + spots[-1].middle == pytest.approx(2 * placed.centre.middle)
