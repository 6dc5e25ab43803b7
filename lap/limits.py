"""The numbers that are a matter of choice; each has a default here, and settings may give another."""

from decimal import Decimal
from typing import NamedTuple


class Limits(NamedTuple):
    """What rules measure against where the handbook names no number."""

    readability: int = 30
    """S105: the least value of the readability index of the plan's language, from 0 (hard) to 100 (easy)."""

    activities_at_once: int = 6
    """A108: as many activities as a party can carry at the same time."""

    days_to_answer: int = 30
    """K109: days within which a public comment is answered."""

    goal_months: int = 6
    """I114, T105: the interval of goals in months; the handbook's control panel has half-years (§1.6)."""

    green: Decimal = Decimal("0.9")
    """The traffic light's green begins at this share of what was expected."""

    amber: Decimal = Decimal("0.7")
    """The traffic light's amber begins at this share of what was expected."""


DEFAULTS = Limits()
