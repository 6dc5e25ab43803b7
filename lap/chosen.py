"""The part of a work plan that somebody asks for: some commitments, some parties, some time."""

import datetime
from collections.abc import Iterable
from typing import NamedTuple

from lap.deadlines import Deadline
from lap.model.commitment import Commitment, PlacedActivity
from lap.model.plan import Plan
from lap.roles import bodies
from lap.schedule import Task, stretch
from lap.workload import Load, loads


class Part(NamedTuple):
    """A commitment with those of its activities that were asked for."""

    commitment: Commitment
    activities: list[PlacedActivity]


class Chosen(NamedTuple):
    """What is asked for; nothing named means all of it. `parties` do or monitor something, by their ids."""

    commitments: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    first: datetime.date | None = None
    last: datetime.date | None = None

    @property
    def since(self) -> datetime.date:
        """The first day asked for, or the first of all days."""
        return self.first or datetime.date.min

    @property
    def until(self) -> datetime.date:
        """The last day asked for, or the last of all days."""
        return self.last or datetime.date.max

    def parts(self, plan: Plan) -> list[Part]:
        """The activities that run at any of these times, by commitment; one without dates belongs to all times."""
        held = (one for one in plan.commitments.values() if self._named(one))
        found = (Part(one, [placed for placed in one.all_activities() if self._wants(placed)]) for one in held)
        return [part for part in found if part.activities]

    def deadlines(self, found: Iterable[Deadline]) -> list[Deadline]:
        """Those deadlines that were asked for."""
        return [
            one
            for one in found
            if self._named(one.commitment)
            and self.since <= one.day <= self.until
            and self._takes_part((*one.who, *one.watched_by))
        ]

    def loads(self, parts: Iterable[Part], plan: Plan) -> list[Load]:
        """The load of those who carry out these activities, in the time asked for."""
        tasks = [Task(part.commitment, placed.activity) for part in parts for placed in part.activities]
        made = loads(plan, tasks, self.since, self.until)
        return [one for one in made if not self.parties or one.party in self.parties]

    def _named(self, commitment: Commitment) -> bool:
        return not self.commitments or commitment.id in self.commitments

    def _wants(self, placed: PlacedActivity) -> bool:
        one, runs = placed.activity, stretch(placed.activity)
        timely = runs is None or (runs.end.last >= self.since and runs.start.first <= self.until)
        return timely and self._takes_part((*one.responsible, *one.monitor))

    def _takes_part(self, who: Iterable[str]) -> bool:
        return not self.parties or not bodies(who).isdisjoint(self.parties)
