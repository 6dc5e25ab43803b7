"""Arithmetic of a plan's calendar: its period, months and half-years, what falls due in them, who does how much at once.

Everything here is computed from the plan alone, in days of the calendar. As a start a date means its first day, as an
end, a target or a deadline its last (plan format, "Meanings that must not drift").
"""

import datetime
from calendar import monthrange
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from lap.model.commitment import Commitment, PlacedActivity
from lap.model.plan import Plan
from lap.roles import bodies
from lap.schedule import Stretch, days, stretch

MONTHS = {
    "monthly": 1,
    "bimonthly": 2,
    "quarterly": 3,
    "four-monthly": 4,
    "half-yearly": 6,
    "yearly": 12,
    "biennial": 24,
}
"""The months between two reports, by frequency; a week is seven days, and what is measured once has no interval."""


def months_later(day: datetime.date, months: int) -> datetime.date:
    """The same day so many months later (earlier, below 0), or the last of that month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return datetime.date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def next_report(day: datetime.date, frequency: str) -> datetime.date | None:
    """When something is measured again that was measured on a day; None where it is measured just once."""
    if frequency == "weekly":
        return day + datetime.timedelta(days=7)
    return months_later(day, MONTHS[frequency]) if frequency in MONTHS else None


def period(plan: Plan) -> Stretch | None:
    """The plan's period; None where a date of it is missing or its end does not lie after its start (T108)."""
    if plan.period and plan.period.start and plan.period.end and days(plan.period.start, plan.period.end) > 1:
        return Stretch(plan.period.start, plan.period.end)
    return None


def last_month(whole: Stretch) -> datetime.date:
    """The first day of a time's last month: the day after the one that lies a month before its last day."""
    day_after = whole.end.last + datetime.timedelta(days=1)
    return months_later(day_after, -1)


def longer_than(months: int, time: Stretch) -> bool:
    """Whether a time is longer than so many months; 1 January to 30 June is not longer than six."""
    return time.end.last >= months_later(time.start.first, months)


class Interval(NamedTuple):
    """Days from the first to the last, both included."""

    first: datetime.date
    last: datetime.date

    @property
    def middle(self) -> datetime.date:
        """The day in its middle."""
        return self.first + (self.last - self.first) / 2


@lru_cache(maxsize=64)
def intervals(start: datetime.date, end: datetime.date, months: int) -> tuple[Interval, ...]:
    """Times of so many months one after the other, from a day up to the one that holds `end`.

    With six months these are the half-years of the rules. None where `end` lies before the start.
    """
    found: list[Interval] = []
    first = start
    while first <= end and months > 0:
        following = months_later(start, months * (len(found) + 1))
        found.append(Interval(first, following - datetime.timedelta(days=1)))
        first = following
    return tuple(found)


def empty(times: Iterable[Interval], dates: Iterable[datetime.date]) -> Iterator[list[Interval]]:
    """The times in which no date falls, those that follow each other together."""
    held, run = sorted(dates), list[Interval]()
    for time in times:
        if any(time.first <= day <= time.last for day in held):
            if run:
                yield run
            run = []
        else:
            run.append(time)
    if run:
        yield run


def first_activity(commitment: Commitment) -> PlacedActivity | None:
    """The activity with which a commitment starts; None where no activity has a start."""
    started = [one for one in commitment.all_activities() if one.activity.start]
    return min(started, key=lambda one: _start(one) or datetime.date.max, default=None)


def starts_on(commitment: Commitment) -> datetime.date | None:
    """The day on which a commitment starts: the first day of its first activity."""
    first = first_activity(commitment)
    return _start(first) if first else None


def _start(placed: PlacedActivity) -> datetime.date | None:
    return placed.activity.start.first if placed.activity.start else None


def ends_and_deliveries(commitment: Commitment) -> list[datetime.date]:
    """When the activities of a commitment end and what they hand over is due."""
    found = []
    for placed in commitment.all_activities():
        dues = [one.due for one in placed.activity.deliverables]
        found += [date.last for date in (placed.activity.end, *dues) if date]
    return found


def goals(commitment: Commitment) -> list[datetime.date]:
    """The dates of the milestones and targets of a commitment's indicators."""
    found = []
    for indicator in commitment.indicators.values():
        found += [date.last for date, _ in indicator.milestone_dates()]
        if indicator.target and indicator.target.date:
            found.append(indicator.target.date.last)
    return found


class Peak(NamedTuple):
    """The most activities that a party has to do on one day, and the first such day."""

    number: int
    day: datetime.date


def peaks(plan: Plan) -> dict[str, Peak]:
    """For each party, when it has most to do at once: activities that it is responsible for, itself or by its persons.

    An activity counts from its first day to its last, both included, and once for each party. Without dates, or with an
    end before the start, it does not count.
    """
    changes: dict[str, dict[datetime.date, int]] = {}
    for commitment in plan.commitments.values():
        for placed in commitment.all_activities():
            if runs := stretch(placed.activity):
                for party in bodies(placed.activity.responsible):
                    days_of = changes.setdefault(party, {})
                    after = runs.end.last + datetime.timedelta(days=1)
                    days_of[runs.start.first] = days_of.get(runs.start.first, 0) + 1
                    days_of[after] = days_of.get(after, 0) - 1
    return {party: _peak(steps) for party, steps in changes.items()}


def _peak(changes: dict[datetime.date, int]) -> Peak:
    load, best = 0, Peak(0, datetime.date.min)
    for day in sorted(changes):
        load += changes[day]
        if load > best.number:
            best = Peak(load, day)
    return best
