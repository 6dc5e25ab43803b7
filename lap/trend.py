"""Where an indicator goes: its value on a day against the one before it (§5.3)."""

from decimal import Decimal
from typing import Literal, NamedTuple

from lap.goals import Direction
from lap.series import EXACT, Reading, Series

Turn = Literal["better", "worse", "same"]


class Trend(NamedTuple):
    """The reading before, the change since then, and whether that is for the better."""

    before: Reading
    change: Decimal
    turn: Turn


def trend(now: Reading, series: Series, direction: Direction, aim: Decimal | None) -> Trend | None:
    """The trend since the value before; None where there is none. `aim` is the level that something is to be kept at.

    Better is up or down as the direction says; what is to be kept gets better by coming closer to its aim. Without an aim
    any change is for the worse.
    """
    before = series.before(now)
    if before is None:
        return None
    change = EXACT.subtract(now.level, before.level)
    return Trend(before, change, _turn(_gain(before.level, now.level, direction, aim)))


def _gain(before: Decimal, now: Decimal, direction: Direction, aim: Decimal | None) -> Decimal:
    """How much closer a level came to where it shall go; below 0, how much farther away."""
    if direction.way == "keep":
        aim = before if aim is None else aim
        return EXACT.subtract(_distance(before, aim), _distance(now, aim))
    return EXACT.subtract(now, before) if direction.way == "up" else EXACT.subtract(before, now)


def _distance(one: Decimal, other: Decimal) -> Decimal:
    return EXACT.abs(EXACT.subtract(one, other))


def _turn(gain: Decimal) -> Turn:
    return "better" if gain > 0 else "worse" if gain < 0 else "same"
