"""Arithmetic of a work plan: inclusive days, from the first start to the last end, and what comes after what.

Everything here is computed from the plan alone. A date that is missing, or could not be read, is None. As a
start a date means its first day, as an end its last (§5.1; plan format, "Meanings that must not drift").
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from lap.model.commitment import Commitment
from lap.model.dates import Date
from lap.model.plan import Plan
from lap.model.work_plan import Activity


def days(start: Date, end: Date) -> int:
    """Calendar days, both ends included: last day of the end − first day of the start + 1.

    2017-01-01 to 2017-02-28 are 59, as in the handbook's work plan (§5.1). Below 1, the end lies before the
    start.
    """
    return (end.last - start.first).days + 1


class Stretch(NamedTuple):
    """A time in the calendar, from the first day of `start` to the last day of `end`, in that order."""

    start: Date
    end: Date

    @property
    def days(self) -> int:
        """Its length in calendar days, both ends included (§5.1)."""
        return days(self.start, self.end)


def stretch(activity: Activity) -> Stretch | None:
    """When an activity runs; None where a date is missing or the end lies before the start."""
    if activity.start and activity.end and days(activity.start, activity.end) > 0:
        return Stretch(activity.start, activity.end)
    return None


def span(activities: Iterable[Activity]) -> Stretch | None:
    """From the earliest first day to the latest last day of activities (§5.1, "Total length").

    None where there are no activities, or where a date of any of them is missing or wrong.
    """
    found = [stretch(activity) for activity in activities]
    known = [one for one in found if one]
    if not known or len(known) < len(found):
        return None
    start = min((one.start for one in known), key=lambda date: date.first)
    return Stretch(start, max((one.end for one in known), key=lambda date: date.last))


class Task(NamedTuple):
    """An activity and the commitment in which it stands."""

    commitment: Commitment
    activity: Activity

    @property
    def path(self) -> str:
        """How the whole plan calls it: commitment/activity."""
        return f"{self.commitment.id}/{self.activity.id}"


def find(reference: str, commitment: Commitment, plan: Plan) -> Task | None:
    """The activity meant by an id within the commitment, or by commitment/activity; None if there is none."""
    owner, _, name = reference.rpartition("/")
    home = plan.commitments.get(owner) if owner else commitment
    if home:
        for group in (*(stage.activities for stage in home.stages.values()), home.activities):
            if name in group:
                return Task(home, group[name])
    return None


def before(task: Task, plan: Plan) -> list[tuple[int, Task]]:
    """What a task comes after, each with its place in `after`; ids that lead nowhere are left out."""
    named = enumerate(task.activity.after)
    return [(place, one) for place, name in named if (one := find(name, task.commitment, plan))]


class Late(NamedTuple):
    """An activity that ends too late for one that comes after it, and its place in that one's `after`."""

    place: int
    activity: Activity
    end: Date


def last_to_end(task: Task, plan: Plan) -> Late | None:
    """Of what a task comes after, what ends last, where that is on the task's first day or later.

    In a logical sequence (§5.1, question 4) the first day of a task is later than the last day of all that it
    comes after. Nothing is said of what ends before it starts, nor of the steps of a circle.
    """
    start = task.activity.start
    late = [
        Late(place, one.activity, end)
        for place, one in before(task, plan)
        if start and (end := _end(one.activity)) and start.first <= end.last
        if (task.path, one.path) not in _circles(_Whole(plan)).steps
    ]
    return max(late, key=lambda one: one.end.last, default=None)


def _end(activity: Activity) -> Date | None:
    """An activity's end; None where it is missing or lies before the start."""
    if activity.start and activity.end and days(activity.start, activity.end) < 1:
        return None
    return activity.end


def circles(commitment: Commitment, plan: Plan) -> list[list[Task]]:
    """Circles of activities that come after one another; those whose first one in the plan stands here.

    Each begins with that one; each next is what the one before it comes after. No two circles of a plan share a
    step, so each needs mending by itself.
    """
    return _circles(_Whole(plan)).starting.get(commitment.id, [])


class _Whole:
    """A plan as something that is the same only as itself, for remembering what was worked out from it."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    def __hash__(self) -> int:
        return id(self.plan)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Whole) and self.plan is other.plan


class _Circles(NamedTuple):
    """All circles of a plan, by the id of the commitment they start in, and their steps as pairs of paths."""

    starting: dict[str, list[list[Task]]]
    steps: frozenset[tuple[str, str]]


@lru_cache(maxsize=1)
def _circles(whole: _Whole) -> _Circles:
    commitments = whole.plan.commitments.values()
    tasks = [Task(one, placed.activity) for one in commitments for placed in one.all_activities()]
    by_path = {task.path: task for task in tasks}
    found = circles_in({path: [one.path for _, one in before(task, whole.plan)] for path, task in by_path.items()})
    starting: dict[str, list[list[Task]]] = {}
    for circle in found:
        starting.setdefault(by_path[circle[0]].commitment.id, []).append([by_path[path] for path in circle])
    return _Circles(starting, frozenset(step for circle in found for step in _steps(circle)))


def circles_in(order: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """Circles in what comes after what, no two of which share a step; if there is any circle, one is found.

    Depth first, without recursion: a name met again while it is on the path closes a circle, which counts
    unless it shares a step with an earlier one. Each begins with its first name in `order`.
    """
    found: list[list[str]] = []
    taken: set[tuple[str, str]] = set()
    path: list[str] = []
    depth: dict[str, int | None] = {}
    todo = [(name, False) for name in reversed(list(order))]
    while todo:
        name, leaving = todo.pop()
        if leaving:
            depth[path.pop()] = None
        elif name not in depth:
            depth[name] = len(path)
            path.append(name)
            todo += [(name, True), *((earlier, False) for earlier in reversed(order[name]))]
        elif (place := depth[name]) is not None and taken.isdisjoint(steps := _steps(path[place:])):
            taken.update(steps)
            found.append(path[place:])
    position = {name: number for number, name in enumerate(order)}
    return [_turned(circle, position) for circle in found]


def _steps(circle: list[str]) -> list[tuple[str, str]]:
    return list(zip(circle, circle[1:] + circle[:1], strict=True))


def _turned(circle: list[str], position: Mapping[str, int]) -> list[str]:
    """The same circle, begun where it comes first."""
    first = circle.index(min(circle, key=position.__getitem__))
    return circle[first:] + circle[:first]
