"""What changed in a plan between two days: what was reported, and what stands otherwise than before (§1.6)."""

from collections.abc import Callable, Iterable
from typing import Generic, NamedTuple, TypeVar

from lap.followed import Followed
from lap.log import Filed, Log
from lap.scoring import CommitmentScore, Score, Scored

Thing = TypeVar("Thing", CommitmentScore, Followed, Scored)


class Moved(NamedTuple, Generic[Thing]):
    """A thing as it stood on the earlier day, and as it stands on the later one."""

    before: Thing
    after: Thing


class Changes(NamedTuple):
    """What changed after the day of `before` up to the day of `after`, each in the order of the plan.

    `entries` are those of the log that speak of these days. A commitment has changed where its compliance or its completion
    has; an activity where its status, its evidence or its verdict has, or where it fell overdue; an indicator where its
    value, what is expected of it, its share or its light has.
    """

    before: Score
    after: Score
    entries: list[Filed]
    commitments: list[Moved[CommitmentScore]]
    activities: list[Moved[Followed]]
    indicators: list[Moved[Scored]]


def changes(before: Score, after: Score, log: Log) -> Changes:
    """What changed between two scores of one plan; the earlier one first."""
    return Changes(
        before=before,
        after=after,
        entries=log.between(before.day, after.day),
        commitments=_moved(before.commitments, after.commitments, lambda one: (one.compliance.all, one.completion)),
        activities=_moved(before.activities, after.activities, _activity),
        indicators=_moved(before.indicators, after.indicators, _indicator),
    )


def _moved(
    before: Iterable[Thing], after: Iterable[Thing], what_counts: Callable[[Thing], object]
) -> list[Moved[Thing]]:
    pairs = zip(before, after, strict=True)
    return [Moved(one, other) for one, other in pairs if what_counts(one) != what_counts(other)]


def _activity(one: Followed) -> object:
    now = one.standing
    return now.claim, now.percent, now.proved, now.check, one.overdue, one.silent


def _indicator(one: Scored) -> object:
    level = one.reading.level if one.reading else None
    return level, one.expected, one.achievement.share, one.light.colour, one.light.doubtful
