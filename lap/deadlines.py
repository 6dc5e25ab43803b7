"""Every day on which something of a plan falls due: ends, deliverables, milestones, targets, reports (§5.1, §5.3)."""

import datetime
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from lap.goals import Goal, goals_of
from lap.log import Log
from lap.model.commitment import Commitment
from lap.model.plan import Plan
from lap.report_days import report_days, reports
from lap.standing import due_on, standing
from lap.subjects import activity_at, indicator_at

Kind = Literal["activity", "deliverable", "milestone", "target", "report"]


class Deadline(NamedTuple):
    """Something that falls due: on which day, of what kind, in which commitment, about what, and by whom.

    `path` is how the whole plan calls the activity or indicator; `key` tells deadlines of one path apart and stays the
    same when its day moves; `who` is responsible, `watched_by` monitors it; `goal` is what is to be reached.
    """

    day: datetime.date
    kind: Kind
    commitment: Commitment
    path: str
    key: str
    what: str
    who: tuple[str, ...]
    watched_by: tuple[str, ...] = ()
    goal: Goal | None = None


def deadlines(plan: Plan) -> list[Deadline]:
    """All deadlines of a plan, in order of their days; what has no day that can be read is left out."""
    commitments = plan.commitments.values()
    found = [each for one in commitments for each in (*_of_activities(one), *_of_indicators(one, plan))]
    return sorted(found, key=lambda one: one.day)


def _of_activities(commitment: Commitment) -> Iterator[Deadline]:
    for placed in commitment.all_activities():
        one, path = placed.activity, f"{commitment.id}/{placed.activity.id}"
        who, watch = tuple(one.responsible), tuple(one.monitor)
        if end := due_on(one):
            yield Deadline(end, "activity", commitment, path, "end", one.label, who, watch)
        for number, made in enumerate(one.deliverables, 1):
            if made.due:
                key, name = f"deliverable-{number}", made.name or one.label
                yield Deadline(made.due.last, "deliverable", commitment, path, key, name, who, watch)


def _of_indicators(commitment: Commitment, plan: Plan) -> Iterator[Deadline]:
    for name, one in commitment.indicators.items():
        path, who = f"{commitment.id}/{name}", tuple(one.responsible)
        for number, goal in enumerate(goals_of(one), 1):
            kind: Kind = "target" if goal.is_target else "milestone"
            key = kind if goal.is_target else f"{kind}-{number}"
            yield Deadline(goal.due, kind, commitment, path, key, one.label, who, goal=goal)
        for number, day in enumerate(report_days(one, commitment, plan), 1):
            yield Deadline(day, "report", commitment, path, f"report-{number}", one.label, who)


def between(found: Iterable[Deadline], first: datetime.date, last: datetime.date) -> list[Deadline]:
    """Those that fall due from one day to another, both included."""
    return [one for one in found if first <= one.day <= last]


def still_open(found: Iterable[Deadline], log: Log, day: datetime.date) -> list[Deadline]:
    """Those that nothing has settled by a day: not what an activity owes that is done or cancelled, nor a report that came."""
    return [one for one in found if not _settled(one, log, day)]


def _settled(one: Deadline, log: Log, day: datetime.date) -> bool:
    if activity := activity_at(one.path, log.plan) if one.kind in ("activity", "deliverable") else None:
        return standing(activity, log.activity(one.path), day).ended
    if indicator := indicator_at(one.path, log.plan) if one.kind == "report" else None:
        following = reports(indicator, one.commitment, log.plan, log.indicator(one.path), day).next
        return following is None or one.day < following
    return False
