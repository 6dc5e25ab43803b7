"""The limits as settings: at which key each stands, and how it is read and written."""

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import Any, NamedTuple

from lap.model.numbers import read_threshold, read_whole


class _NoPlan:
    """What the readers of numbers ask of a plan: settings have no country, so decimals stand after a point."""

    context = None


class Limit(NamedTuple):
    """A limit: the group and key at which it stands, its field, and how it is read."""

    group: str
    key: str
    field: str
    read: Callable[[object], int | Decimal]


NO_PLAN: Any = _NoPlan()
LIMITS = (
    Limit("limits", "readability", "readability", partial(read_whole, info=NO_PLAN, low="0", high="100")),
    Limit(
        "limits", "activities-at-once", "activities_at_once", partial(read_whole, info=NO_PLAN, low="1", high="1000")
    ),
    Limit("limits", "days-to-answer", "days_to_answer", partial(read_whole, info=NO_PLAN, low="1", high="1000")),
    Limit("limits", "months-between-goals", "goal_months", partial(read_whole, info=NO_PLAN, low="1", high="120")),
    Limit("thresholds", "green", "green", partial(read_threshold, info=NO_PLAN)),
    Limit("thresholds", "amber", "amber", partial(read_threshold, info=NO_PLAN)),
)


def as_written(value: int | Decimal) -> str:
    """A limit as people write it; a share of 0.9 is 90%."""
    return f"{(100 * value).normalize():f}%" if isinstance(value, Decimal) else str(value)
