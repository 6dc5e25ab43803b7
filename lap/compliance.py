"""Compliance: of the activities due by a day, the share that is done with evidence, weighted by their days (§1.6, §5.3).

It stands beside the achievement of the indicators and is never mixed with it.
"""

import datetime
from collections.abc import Iterable
from fractions import Fraction
from typing import Literal, NamedTuple

from lap.followed import Followed

Outcome = Literal["confirmed", "unconfirmed", "disputed", "unproved", "cancelled", "open"]
Completion = Literal["no-evidence", "not-started", "limited", "substantial", "complete"]
HALF = Fraction(1, 2)


class Weight(NamedTuple):
    """A number of activities, and the sum of their days."""

    activities: int = 0
    days: int = 0


class Compliance(NamedTuple):
    """The activities due by a day, by what became of them; each stands in one of the last six.

    `undated` activities have no dates, or not in order: they weigh nothing and belong in a footnote.
    """

    due: Weight
    undated: int
    confirmed: Weight
    unconfirmed: Weight
    disputed: Weight
    unproved: Weight
    cancelled: Weight
    open: Weight

    @property
    def done(self) -> Weight:
        """Done with evidence: confirmed or not, but not disputed."""
        one, other = self.confirmed, self.unconfirmed
        return Weight(one.activities + other.activities, one.days + other.days)

    @property
    def share(self) -> Fraction | None:
        """The days done with evidence over the days due, 1 for 100 %; None where nothing is due yet."""
        return Fraction(self.done.days, self.due.days) if self.due.days else None

    @property
    def disputed_share(self) -> Fraction | None:
        """The days that are called done and disputed over the days due; shown apart."""
        return Fraction(self.disputed.days, self.due.days) if self.due.days else None


def compliance(activities: Iterable[Followed], day: datetime.date) -> Compliance:
    """Compliance of activities on a day. What is due on the day itself is due."""
    activities = list(activities)
    dated = [(outcome(one), one.days) for one in activities if one.days is not None and one.due and one.due <= day]
    weights = {name: _weight(days for what, days in dated if what == name) for name in Compliance._fields[2:]}
    undated = sum(one.days is None for one in activities)
    return Compliance(due=_weight(days for _, days in dated), undated=undated, **weights)


def outcome(one: Followed) -> Outcome:
    """What became of an activity. `disputed` and `unproved` are called done; `open` is anything else not cancelled."""
    now = one.standing
    if now.claim != "done":
        return "cancelled" if now.claim == "cancelled" else "open"
    if now.check == "disputed":
        return "disputed"
    if not now.proved:
        return "unproved"
    return "confirmed" if now.check == "confirmed" else "unconfirmed"


def _weight(days: Iterable[int]) -> Weight:
    found = list(days)
    return Weight(len(found), sum(found))


def completion(activities: Iterable[Followed], day: datetime.date) -> Completion:
    """The word for how far a commitment is, as exchanged with others: over all dated activities, by days.

    Limited is below half, substantial from half on. With nothing done it is limited once something has begun; not started
    where that is what was reported, or where nothing has been due to start; else there is no evidence.
    """
    dated = [(one, one.days) for one in activities if one.days is not None]
    total = sum(days for _, days in dated)
    done = sum(days for one, days in dated if outcome(one) in ("confirmed", "unconfirmed"))
    if total and done:
        return "complete" if done == total else "substantial" if Fraction(done, total) >= HALF else "limited"
    return _undone([one for one, _ in dated], day)


def _undone(dated: list[Followed], day: datetime.date) -> Completion:
    if any(_begun(one) for one in dated):
        return "limited"
    if any(one.standing.claim == "done" for one in dated):
        return "no-evidence"
    started = any(one.activity.start and one.activity.start.first <= day for one in dated)
    reported = any(one.standing.said for one in dated)
    return "not-started" if dated and (reported or not started) else "no-evidence"


def _begun(one: Followed) -> bool:
    """Whether work is said to go on, or has something to show; what is delayed may not have begun."""
    now = one.standing
    return now.claim == "in-progress" or (now.claim == "delayed" and bool(now.percent)) or now.proved
