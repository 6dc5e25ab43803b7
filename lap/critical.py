"""The critical path of a commitment: how far each activity can slip before the whole ends later (§5.1, question 4).

Latest end is the day before the earliest latest start among those that come after, else the commitment's last end; latest
start is latest end − days + 1; slack is latest end − end, in days; what has no slack is critical. Days are inclusive.
Predecessors in other commitments bound nothing here (rules page, "Schedule").
"""

import datetime
from collections.abc import Iterable, Mapping
from contextlib import suppress
from graphlib import CycleError, TopologicalSorter
from typing import NamedTuple

from lap.model.commitment import Commitment
from lap.model.plan import Plan
from lap.model.work_plan import Activity
from lap.schedule import Stretch, Task, find, stretch


class Timed(NamedTuple):
    """An activity with its dates: its days, its latest start and end, and its slack in days.

    The slack is below 0 where the activity ends after one that comes after it must have begun (L103).
    """

    activity: Activity
    runs: Stretch
    latest_start: datetime.date
    latest_end: datetime.date

    @property
    def slack(self) -> int:
        """The days that it can slip."""
        return (self.latest_end - self.runs.end.last).days

    @property
    def critical(self) -> bool:
        """Whether it cannot slip at all."""
        return self.slack <= 0


class Times(NamedTuple):
    """The activities of a commitment by id. Those without dates are left out; so are those in a circle inside the
    commitment, each of which is in one of `circles`: each next step there is what the one before it comes after.
    """

    timed: dict[str, Timed]
    undated: list[Activity]
    circles: list[list[Task]]


def times(commitment: Commitment, plan: Plan) -> Times:
    """The latest starts and ends of a commitment's activities, in the order of the file."""
    activities = {placed.activity.id: placed.activity for placed in commitment.all_activities()}
    runs = {key: found for key, one in activities.items() if (found := stretch(one))}
    earlier = _earlier(commitment, plan, runs)
    circles = _circles(earlier)
    turning = {key for circle in circles for key in circle}
    timed = _timed({key: activities[key] for key in runs if key not in turning}, runs, earlier)
    return Times(
        timed={key: timed[key] for key in activities if key in timed},
        undated=[one for key, one in activities.items() if key not in runs],
        circles=[[Task(commitment, activities[key]) for key in circle] for circle in circles],
    )


def _timed(
    activities: Mapping[str, Activity], runs: Mapping[str, Stretch], earlier: Mapping[str, list[str]]
) -> dict[str, Timed]:
    """From the last one back: each activity after all that come after it."""
    after = _turned({key: [name for name in earlier[key] if name in activities] for key in activities})
    last = max((one.end.last for one in runs.values()), default=datetime.date.min)
    timed: dict[str, Timed] = {}
    for key in TopologicalSorter(after).static_order():
        latest_end = min((_before(timed[name].latest_start, 1) for name in after[key]), default=last)
        timed[key] = Timed(activities[key], runs[key], _before(latest_end, runs[key].days - 1), latest_end)
    return timed


def _before(day: datetime.date, number: int) -> datetime.date:
    """The day so many days before another; the first of the calendar where there is none."""
    return datetime.date.fromordinal(max(day.toordinal() - number, 1))


def _earlier(commitment: Commitment, plan: Plan, runs: Mapping[str, Stretch]) -> dict[str, list[str]]:
    """What each dated activity comes after, inside the commitment."""
    earlier: dict[str, list[str]] = {key: [] for key in runs}
    for placed in commitment.all_activities():
        for name in placed.activity.after if placed.activity.id in runs else ():
            found = find(name, commitment, plan)
            if found and found.commitment is commitment and found.activity.id in runs:
                earlier[placed.activity.id].append(found.activity.id)
    return earlier


def _turned(earlier: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    """What comes after each, from what each comes after."""
    after: dict[str, list[str]] = {key: [] for key in earlier}
    for key, names in earlier.items():
        for name in names:
            after[name].append(key)
    return after


def _circles(earlier: Mapping[str, list[str]]) -> list[list[str]]:
    """Circles that together hold every activity that a circle runs through."""
    free = _free(earlier) | _free(_turned(earlier))
    left = {key: [name for name in names if name not in free] for key, names in earlier.items() if key not in free}
    found: list[list[str]] = []
    for key in left:
        if not any(key in circle for circle in found) and (circle := _shortest(key, left)):
            found.append(circle)
    return found


def _free(order: Mapping[str, list[str]]) -> set[str]:
    """What can be reached in an order without going through a circle."""
    sorter = TopologicalSorter(order)
    with suppress(CycleError):
        sorter.prepare()
    free: set[str] = set()
    while ready := sorter.get_ready():
        free.update(ready)
        sorter.done(*ready)
    return free


def _shortest(start: str, order: Mapping[str, list[str]]) -> list[str]:
    """The shortest way from a name back to itself, without its end; none where there is no way back."""
    ways = {start: [start]}
    for name in (todo := [start]):
        for following in order[name]:
            if following == start:
                return ways[name]
            if following not in ways:
                ways[following] = [*ways[name], following]
                todo.append(following)
    return []
