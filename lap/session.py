"""What the secretariat's next meeting has before it: what is due, late, disputed, unanswered, or pending (§1.6, §2.3)."""

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from lap.compliance import outcome
from lap.deadlines import Deadline, between, deadlines, still_open
from lap.followed import Followed
from lap.log import Log
from lap.model.making import Agreement
from lap.model.plan import Plan
from lap.model.progress import Comment
from lap.pace import MONTHS, months_later, next_report
from lap.scoring import Score, Scored

AHEAD = "monthly"
"""How often a secretariat meets that does not say how often it does."""


class Agenda(NamedTuple):
    """The items of a meeting, each in the order of the plan; comments with the days that they have waited.

    `due` falls due from the day of the meeting to `until`, when the next one is to be.
    """

    until: datetime.date
    due: list[Deadline]
    overdue: list[Followed]
    silent: list[Followed]
    disputed: list[Followed]
    unproved: list[Followed]
    unreported: list[Scored]
    critical: list[Scored]
    unanswered: list[tuple[Comment, int]]
    agreements: list[Agreement]


def agenda(score: Score, log: Log, since: datetime.date) -> Agenda:
    """What the meeting on the day of a score has before it; the last meeting was on `since`."""
    until = _next_meeting(score.plan, score.day)
    return Agenda(
        until=until,
        due=still_open(between(deadlines(score.plan), score.day, until), log, score.day),
        overdue=[one for one in score.overdue if not one.silent],
        silent=score.silent,
        disputed=[one for one in score.activities if one.standing.check == "disputed"],
        unproved=[one for one in score.activities if outcome(one) == "unproved"],
        unreported=[one for one in score.indicators if one.reports.missing],
        critical=[one for one in score.indicators if one.light.colour == "red"],
        unanswered=list(unanswered(score)),
        agreements=pending(score.plan, since, score.day),
    )


def last_meeting(plan: Plan, day: datetime.date) -> datetime.date | None:
    """The day of the last meeting before a day, as far as the plan tells; None where it tells nothing.

    It is the day of the last agreement or, where that is later, one interval of its meetings before the day.
    """
    held = [when for when, _ in _agreements(plan) if when < day]
    meets = plan.secretariat.meets if plan.secretariat else None
    if meets == "weekly":
        held.append(day - datetime.timedelta(days=7))
    elif meets in MONTHS:
        held.append(months_later(day, -MONTHS[meets]))
    return max(held, default=None)


def pending(plan: Plan, since: datetime.date, day: datetime.date) -> list[Agreement]:
    """The agreements to be followed up: those since the last meeting; where there are none, those of the last day with any."""
    held = [(when, one) for when, one in _agreements(plan) if when <= day]
    latest = max((when for when, _ in held), default=day)
    return [one for when, one in held if when >= min(since, latest)]


def _next_meeting(plan: Plan, day: datetime.date) -> datetime.date:
    meets = plan.secretariat.meets if plan.secretariat else None
    return next_report(day, meets or AHEAD) or months_later(day, MONTHS[AHEAD])


def _agreements(plan: Plan) -> list[tuple[datetime.date, Agreement]]:
    """The agreements that have a date, with its last day."""
    held = plan.secretariat.agreements if plan.secretariat else []
    return [(one.date.last, one) for one in held if one.date]


def unanswered(score: Score) -> Iterator[tuple[Comment, int]]:
    """The public's remarks up to the day of a score that nobody has answered by then, and how many days they have waited."""
    for one in score.plan.comments:
        if one.date is None or one.date.last > score.day:
            continue
        if not any(reply.date is None or reply.date.last <= score.day for reply in one.replies):
            yield one, (score.day - one.date.last).days
