"""How much each party has to do, month by month (§5.1): activities that it is responsible for, itself or by its persons."""

import datetime
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lap.model.plan import Plan
from lap.pace import months_later
from lap.roles import bodies
from lap.schedule import Stretch, Task, stretch


class Load(NamedTuple):
    """The activities that a party runs in each month, by the month's first day; months without any are left out."""

    party: str
    months: dict[datetime.date, list[Task]]


class Peak(NamedTuple):
    """The month in which a party carries most activities, the first of several, and how many these are."""

    party: str
    month: datetime.date
    number: int


def loads(
    plan: Plan, tasks: Iterable[Task], first: datetime.date = datetime.date.min, last: datetime.date = datetime.date.max
) -> list[Load]:
    """The load of every party that has any, in the order of the plan, in the months from one day to another."""
    found: dict[str, dict[datetime.date, list[Task]]] = {}
    for task in tasks:
        if runs := stretch(task.activity):
            for month in _months(runs, first, last):
                for party in bodies(task.activity.responsible):
                    found.setdefault(party, {}).setdefault(month, []).append(task)
    order = {key: number for number, key in enumerate(plan.parties)}
    held = sorted(found.items(), key=lambda one: (order.get(one[0], len(order)), one[0]))
    return [Load(party, dict(sorted(months.items()))) for party, months in held]


def _months(runs: Stretch, first: datetime.date, last: datetime.date) -> Iterator[datetime.date]:
    """The first days of the months that an activity runs in, as far as they lie between two days."""
    month, end = max(runs.start.first, first).replace(day=1), min(runs.end.last, last)
    while month <= end:
        yield month
        month = months_later(month, 1)


def peaks(found: Iterable[Load]) -> list[Peak]:
    """The heaviest month of each party; the heaviest first."""
    made = []
    for one in found:
        month, tasks = max(one.months.items(), key=lambda item: len(item[1]))
        made.append(Peak(one.party, month, len(tasks)))
    return sorted(made, key=lambda one: -one.number)


def bottlenecks(found: Iterable[Load], limit: int) -> list[Peak]:
    """The heaviest months in which a party has its hands full: it carries as many activities as the limit, or more."""
    return [one for one in peaks(found) if one.number >= limit]
