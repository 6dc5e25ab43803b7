"""Shares as percentages that people can compare with what was promised."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from lap.render.told import Told

MOST_DECIMALS = 6


def percent(share: Fraction | None, told: Told, bounds: Iterable[Decimal] = ()) -> str:
    """A share as a percentage with one decimal, halves away from zero; "" for none.

    It has more decimals where one would put it on the other side of a bound, or on it: 94.995 % is below 95 %.
    """
    if share is None:
        return ""
    hundred = share * 100
    limits = [Fraction(bound) * 100 for bound in bounds]
    found, decimals = Decimal(0), 0
    for decimals in range(1, MOST_DECIMALS + 1):
        found = _rounded(hundred, decimals)
        if all(_side(Fraction(found), limit) == _side(hundred, limit) for limit in limits):
            break
    return f"{told.number(found, decimals)} %"


def _rounded(number: Fraction, decimals: int) -> Decimal:
    units = int(abs(number) * 10**decimals + Fraction(1, 2))
    return Decimal(units if number >= 0 else -units).scaleb(-decimals)


def _side(number: Fraction, limit: Fraction) -> int:
    return (number > limit) - (number < limit)
