"""The activities of a commitment as they stand on a day, and whose they are: the government's, society's, or both (§1.6)."""

import datetime
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lap.log import Log
from lap.model.commitment import Commitment, PlacedActivity
from lap.model.plan import Plan
from lap.model.work_plan import Activity
from lap.roles import bodies
from lap.schedule import stretch
from lap.standing import Standing, due_on, is_overdue, is_silent, standing
from lap.terms import PUBLIC


class Followed(NamedTuple):
    """An activity on a day: `days` is its length, None without dates; `due` its last day, None without an end.

    `overdue`: past its end, and neither done nor cancelled; `silent`: overdue, and nobody says why.
    """

    path: str
    placed: PlacedActivity
    days: int | None
    due: datetime.date | None
    standing: Standing
    overdue: bool
    silent: bool

    @property
    def activity(self) -> Activity:
        """The activity itself."""
        return self.placed.activity


def followed(commitment: Commitment, log: Log, day: datetime.date) -> Iterator[Followed]:
    """Every activity of a commitment as it stands on a day, in the order of the file."""
    for placed in commitment.all_activities():
        activity = placed.activity
        path = f"{commitment.id}/{activity.id}"
        now, runs = standing(activity, log.activity(path), day), stretch(activity)
        yield Followed(
            path=path,
            placed=placed,
            days=runs.days if runs else None,
            due=due_on(activity),
            standing=now,
            overdue=is_overdue(activity, now, day),
            silent=is_silent(activity, now, day),
        )


def of_government(activity: Activity, plan: Plan) -> bool:
    """Whether a public body is among those who do an activity."""
    return any(sector in PUBLIC for sector in _sectors(activity.responsible, plan))


def of_society(activity: Activity, plan: Plan) -> bool:
    """Whether somebody who is no public body does an activity or monitors it."""
    return any(sector not in PUBLIC for sector in _sectors((*activity.responsible, *activity.monitor), plan))


def _sectors(references: Iterable[str], plan: Plan) -> Iterator[str]:
    """The sectors of those named, as far as the plan tells."""
    named = (plan.parties.get(body) for body in bodies(references))
    return (party.sector for party in named if party and party.sector)
