"""A small chart of an indicator as geometry: the promised line, the measured line, the points on both, and their labels.

Coordinates are those of the drawing, 0 at the upper left; who draws decides on lines and shapes.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from lap.render.blocks import Level

WIDTH, HEIGHT = 640, 230
LEFT, RIGHT, TOP, BOTTOM = 26, 26, 30, 52
LETTER, LINE, CLEAR = 8, 15, 9
"""What a label takes up for each letter and in height, and how far it stays from the middle of its point."""
MOST_LETTERS, MOST_LABELS, STEP, STRIP = 24, 16, 8, 32
ASIDE = (0.35, -0.35, 0.5, -0.5)
"""How far a label may stand to a side of its point, in its own widths; at a half, no line through the point meets all."""
CALM = Decimal("0.25")
"""The height of the drawing stands for at least this part of the values, so that a small change looks small."""


class Point(NamedTuple):
    """A level in the drawing, and where its label is written: the middle of its line's foot; None where there is no room."""

    x: float
    y: float
    level: Level
    label: tuple[float, float] | None = None


class Box(NamedTuple):
    """A place that is taken."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Whether two places overlap."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


class Drawn(NamedTuple):
    """A chart: the points promised and measured, in order of date, and both as lines of coordinates."""

    promised: list[Point]
    measured: list[Point]
    promised_line: str
    measured_line: str
    first: str
    last: str
    width: int = WIDTH
    height: int = HEIGHT
    ground: int = HEIGHT - 24


def drawn(levels: Sequence[Level]) -> Drawn:
    """The levels of an indicator laid out by day and value."""
    ordered = sorted(levels, key=lambda one: one.day)
    points = list(_labelled(list(_placed(ordered))))
    promised = [one for one in points if one.level.role != "measured"]
    measured = [one for one in points if one.level.role == "measured"]
    return Drawn(promised, measured, _line(promised), _line(measured), ordered[0].date, ordered[-1].date)


def _placed(levels: Sequence[Level]) -> Iterator[Point]:
    first, last = levels[0].day, levels[-1].day
    low, high = _scale([one.value for one in levels])
    for one in levels:
        x = LEFT + (WIDTH - LEFT - RIGHT) * (one.day - first) / max(last - first, 1)
        up = float((one.value - low) / ((high - low) or Decimal(1)))
        yield Point(round(x, 1), round(TOP + (HEIGHT - TOP - BOTTOM) * (1 - up), 1), one)


def _scale(values: Sequence[Decimal]) -> tuple[Decimal, Decimal]:
    """The values at the foot and at the head of the drawing."""
    low, high = min(values), max(values)
    room = max(CALM * max(abs(low), abs(high)) - (high - low), Decimal(0)) / 2
    return low - room, high + room


class Taken:
    """Places that are taken, by strips of the drawing, so that few need to be looked at."""

    def __init__(self, boxes: Iterable[Box]) -> None:
        self.strips: dict[int, list[Box]] = {}
        for box in boxes:
            self.add(box)

    def add(self, box: Box) -> None:
        """Takes a place."""
        for strip in range(int(box.left // STRIP), int(box.right // STRIP) + 1):
            self.strips.setdefault(strip, []).append(box)

    def meets(self, box: Box) -> bool:
        """Whether a place overlaps one that is taken."""
        strips = range(int(box.left // STRIP), int(box.right // STRIP) + 1)
        return any(box.meets(one) for strip in strips for one in self.strips.get(strip, ()))


def _labelled(points: Sequence[Point]) -> Iterator[Point]:
    """The points with labels where there is room for them: the ends first, then what was measured last, then the rest."""
    taken = Taken(Box(one.x - 7, one.y - 7, one.x + 7, one.y + 7) for one in points)
    lines = Taken(box for measured in (True, False) for box in _along([one for one in points if _is(one, measured)]))
    labels: dict[int, tuple[float, float]] = {}
    by_rank = sorted(range(len(points)), key=lambda place: _rank(points[place].level, place))
    for number in by_rank[:MOST_LABELS]:
        rooms = [room for room in _rooms(points[number]) if not taken.meets(room[2])]
        for middle, foot, box in sorted(rooms, key=lambda room: lines.meets(room[2]))[:1]:
            taken.add(box)
            labels[number] = (round(middle, 1), round(foot, 1))
    yield from (one._replace(label=labels.get(number)) for number, one in enumerate(points))


def _is(point: Point, measured: bool) -> bool:
    return (point.level.role == "measured") is measured


def _along(points: Sequence[Point]) -> Iterator[Box]:
    """Small places along the line through points."""
    for one, other in pairwise(points):
        steps = int(max(abs(other.x - one.x), abs(other.y - one.y)) // STEP)
        for step in range(1, steps):
            x, y = one.x + (other.x - one.x) * step / steps, one.y + (other.y - one.y) * step / steps
            yield Box(x - 1, y - 1, x + 1, y + 1)


def _rank(level: Level, place: int) -> tuple[int, int]:
    return {"baseline": 0, "target": 0, "measured": 1, "milestone": 2}[level.role], -place


def _rooms(point: Point) -> Iterator[tuple[float, float, Box]]:
    """Where a label can stand: over its point, under it, beside it, always inside; what was measured rather under."""
    wide = min(len(point.level.label), MOST_LETTERS) * LETTER
    over, under = point.y - CLEAR - 2, point.y + CLEAR + LINE - 3
    feet = (under, over) if point.level.role == "measured" else (over, under)
    middles = [(point.x, foot) for foot in feet]
    middles += [(point.x + shift * wide, foot) for shift in ASIDE for foot in feet]
    middles += [(point.x + side * (CLEAR + 2 + wide / 2), point.y + 5) for side in (1, -1)]
    for asked, foot in middles:
        middle = min(max(asked, wide / 2), WIDTH - wide / 2)
        yield middle, foot, Box(middle - wide / 2, foot - LINE + 2, middle + wide / 2, foot + 3)


def _line(points: Sequence[Point]) -> str:
    return " ".join(f"{point.x},{point.y}" for point in points)
