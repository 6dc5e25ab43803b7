"""The log of a plan, filed by what it speaks of and in the order of days, for whoever asks how things stood on a day.

Made once, in time that grows with the number of entries. An entry counts from the last day of its date on; one without a
date cannot be placed in time and counts nowhere (plan format, "Meanings that must not drift").
"""

import datetime
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from lap.model.plan import Plan
from lap.model.progress import ProgressEntry

AGAINST = ("disputed", "not-verifiable")
"""Verdicts whose evidence shows nothing that was done."""


class Filed(NamedTuple):
    """An entry with its day and its place in the log: of two on one day, the later in the file counts."""

    day: datetime.date
    place: int
    entry: ProgressEntry

    @property
    def order(self) -> tuple[datetime.date, int]:
        """Where it comes among the entries on the same thing."""
        return self.day, self.place


class Story:
    """What the log says of one thing, in the order of days."""

    def __init__(self) -> None:
        self.filed: list[Filed] = []

    def until(self, day: datetime.date) -> list[Filed]:
        """The entries on or before a day."""
        return self.filed[: bisect_right(self.filed, day, key=lambda one: one.day)]

    @cached_property
    def last_proof(self) -> datetime.date | None:
        """The last day with an entry that shows evidence, other than a verdict against it."""
        found = (one.day for one in reversed(self.filed) if one.entry.evidence and one.entry.verdict not in AGAINST)
        return next(found, None)

    @cached_property
    def last_note(self) -> datetime.date | None:
        """The last day with an entry that explains something."""
        return next((one.day for one in reversed(self.filed) if one.entry.note), None)


NOTHING = Story()
"""What the log says of a thing that it never speaks of."""


class _Files(NamedTuple):
    """Every entry under what it speaks of; an entry may speak of several things."""

    activity: dict[str, Story]
    indicator: dict[str, Story]
    commitment: dict[str, Story]


class Log:
    """The log of a plan, filed where somebody first asks for it."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    @cached_property
    def _files(self) -> _Files:
        files = _Files({}, {}, {})
        for one in self.filed:
            for field, stories in zip(_Files._fields, files, strict=True):
                if subject := getattr(one.entry, field):
                    stories.setdefault(subject, Story()).filed.append(one)
        return files

    @cached_property
    def filed(self) -> list[Filed]:
        """Every entry that has a date, in the order of days."""
        dated = enumerate(self.plan.progress)
        found = [Filed(one.date.last, place, one) for place, one in dated if one.date]
        return sorted(found, key=lambda one: one.order)

    @cached_property
    def undated(self) -> list[int]:
        """The places of the entries that cannot be placed in time."""
        return [place for place, one in enumerate(self.plan.progress) if one.date is None]

    def activity(self, path: str) -> Story:
        """What is said of an activity, by commitment/activity."""
        return self._files.activity.get(path, NOTHING)

    def indicator(self, path: str) -> Story:
        """What is said of an indicator, by commitment/indicator."""
        return self._files.indicator.get(path, NOTHING)

    def commitment(self, key: str) -> Story:
        """What is said of a commitment as a whole, by its id."""
        return self._files.commitment.get(key, NOTHING)

    def about(self, entry: ProgressEntry) -> Story:
        """All that is said of the activity that an entry speaks of."""
        return self.activity(entry.activity) if entry.activity else NOTHING

    @cached_property
    def falls(self) -> dict[int, tuple[ProgressEntry, ProgressEntry]]:
        """The entries whose percentage is below the one reported before, each with that one, by `id` of the entry."""
        return {id(now): (before, now) for story in self._files.activity.values() for before, now in _falls(story)}

    def between(self, after: datetime.date, until: datetime.date) -> list[Filed]:
        """The entries after one day and up to another."""
        first, last = (bisect_right(self.filed, day, key=lambda one: one.day) for day in (after, until))
        return self.filed[first:last]


def _falls(story: Story) -> Iterator[tuple[ProgressEntry, ProgressEntry]]:
    before: ProgressEntry | None = None
    for one in story.filed:
        if one.entry.percent is not None:
            if before and before.percent is not None and one.entry.percent < before.percent:
                yield before, one.entry
            before = one.entry
