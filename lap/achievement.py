"""How much of what was expected an indicator has achieved: the formula used, its numbers, and the exact share.

The cases are those of the rules page, "Achievement". Nothing is rounded and nothing is clamped: an indicator that got
worse has a share below 0, one that did more than was asked has one above 1.
"""

from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

from lap.goals import Direction, reaches

Case = Literal[
    "no-goal",  # no milestone and no target that can be read: nothing will ever be expected
    "not-due",  # nothing is expected yet
    "no-evidence",  # something is expected, and no value was reported
    "keep",  # 1 − |value − expected| / |expected|
    "keep-zero",  # to be kept at 0: 1 when the value is 0, else 0
    "from-baseline",  # (value − baseline) / (expected − baseline)
    "at-baseline",  # the baseline itself is expected: 1 on its right side or on it, else 0
    "up",  # value / expected
    "up-zero",  # 0 is expected: 1 from 0 on, else 0
    "down",  # expected / value
    "down-zero",  # the value is 0: 1
]


class Achievement(NamedTuple):
    """The case and its operands, so that the formula can be shown with its numbers; `share` is 1 for 100 %.

    `share` is None where nothing can be said: no evidence, not due, no goal. Operands that the case does not use may
    be None.
    """

    case: Case
    share: Fraction | None
    value: Decimal | None
    expected: Decimal | None
    baseline: Decimal | None
    direction: Direction


WHOLE, NONE = Fraction(1), Fraction(0)


def achievement(
    value: Decimal | None, expected: Decimal | None, baseline: Decimal | None, direction: Direction, goals: bool = True
) -> Achievement:
    """What a value achieves of what is expected. `goals` tells whether anything will ever be expected."""
    case, share = _case(value, expected, baseline, direction, goals)
    return Achievement(case, share, value, expected, baseline, direction)


def _case(
    value: Decimal | None, expected: Decimal | None, baseline: Decimal | None, direction: Direction, goals: bool
) -> tuple[Case, Fraction | None]:
    if expected is None:
        return ("not-due" if goals else "no-goal"), None
    if value is None:
        return "no-evidence", None
    v, e = Fraction(value), Fraction(expected)
    if direction.way == "keep":
        return _kept(v, e)
    if baseline is None:
        return _up(v, e) if direction.way == "up" else _down(v, e)
    b = Fraction(baseline)
    if b == e:
        return "at-baseline", WHOLE if reaches(value, expected, baseline, direction) else NONE
    return "from-baseline", (v - b) / (e - b)


def _kept(v: Fraction, e: Fraction) -> tuple[Case, Fraction]:
    if e == 0:
        return "keep-zero", WHOLE if v == 0 else NONE
    return "keep", 1 - abs(v - e) / abs(e)


def _up(v: Fraction, e: Fraction) -> tuple[Case, Fraction]:
    if e == 0:
        return "up-zero", WHOLE if v >= 0 else NONE
    return "up", v / e


def _down(v: Fraction, e: Fraction) -> tuple[Case, Fraction]:
    return ("down-zero", WHOLE) if v == 0 else ("down", e / v)
