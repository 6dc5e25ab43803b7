"""A plan as it was known on a day: what is dated after it is not there yet; what has no date is."""

import datetime
from collections.abc import Iterable
from typing import TypeVar

from lap.model.plan import Plan
from lap.model.progress import Change, Comment, Evaluation, ProgressEntry, Reply

Dated = TypeVar("Dated", ProgressEntry, Comment, Reply, Evaluation, Change)


def until(plan: Plan, day: datetime.date) -> Plan:
    """The plan with what happened up to a day, that day included; a month or a year has come on its last day."""
    comments = [one.model_copy(update={"replies": _by(one.replies, day)}) for one in _by(plan.comments, day)]
    return plan.model_copy(
        update={
            "progress": _by(plan.progress, day),
            "comments": comments,
            "evaluations": _by(plan.evaluations, day),
            "changes": _by(plan.changes, day),
        }
    )


def _by(found: Iterable[Dated], day: datetime.date) -> list[Dated]:
    return [one for one in found if one.date is None or one.date.last <= day]
