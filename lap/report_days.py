"""When an indicator is to be reported, and which of these reports has not come (§5.3, "frequency").

A report is due every `frequency`, counted from the later of the baseline's date and the start of the commitment, up to
the day of the target or, without one, the end of the plan's period. Each has 15 days' grace.
"""

import datetime
from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from lap.log import Story
from lap.model.commitment import Commitment
from lap.model.indicator import Indicator
from lap.model.plan import Plan
from lap.pace import MONTHS, months_later, starts_on

GRACE = datetime.timedelta(days=15)
WEEK = datetime.timedelta(days=7)


class Reports(NamedTuple):
    """How reporting stands on a day: the report that is missing, the last one that came, the next one to come.

    `missing` is the last report whose grace is over, where neither it nor a later one has come. All are None where no
    report is due.
    """

    missing: datetime.date | None
    last: datetime.date | None
    next: datetime.date | None


def reports(indicator: Indicator, commitment: Commitment, plan: Plan, story: Story, today: datetime.date) -> Reports:
    """How reporting of an indicator stands on a day. An entry with a value is a report, whether or not it can be read."""
    came = [one.day for one in story.until(today) if one.entry.value is not None]
    days = report_days(indicator, commitment, plan)
    answered = _answered(days, came)
    over = bisect_right(days, today - GRACE - datetime.timedelta(days=1)) - 1
    missing = over >= 0 and over not in answered and not (came and came[-1] >= days[over])
    ahead = (day for place, day in enumerate(days) if place > over and place not in answered)
    return Reports(days[over] if missing else None, came[-1] if came else None, next(ahead, None))


def report_days(indicator: Indicator, commitment: Commitment, plan: Plan) -> list[datetime.date]:
    """The days on which an indicator is to be reported, in order; none where it is measured once, or no activity has a start."""
    measured = indicator.baseline.date if indicator.baseline else None
    begun, until = starts_on(commitment), _until(indicator, plan)
    if begun is None or until is None or indicator.frequency in (None, "once"):
        return []
    start, found = max(begun, measured.first) if measured else begun, list[datetime.date]()
    while (day := _after(start, indicator.frequency or "", len(found) + 1)) <= until:
        found.append(day)
    return found


def _after(start: datetime.date, frequency: str, number: int) -> datetime.date:
    if frequency == "weekly":
        return start + WEEK * number
    return months_later(start, MONTHS[frequency] * number)


def _until(indicator: Indicator, plan: Plan) -> datetime.date | None:
    target = indicator.target.date if indicator.target else None
    end = target or (plan.period.end if plan.period else None)
    return end.last if end else None


def _answered(days: list[datetime.date], came: Iterable[datetime.date]) -> set[int]:
    """The places of the days that a report answers: the last one before it that is still open, else the one after."""
    found: set[int] = set()
    for day in came:
        past = bisect_right(days, day) - 1
        found.add(past if past >= 0 and past not in found else past + 1)
    return found
