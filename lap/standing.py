"""How an activity stands on a day: what is claimed of it, whether that is shown, what those who monitor found (§5.3)."""

import datetime
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from lap.log import Filed, Story
from lap.model.work_plan import Activity
from lap.roles import bodies, body_of
from lap.schedule import days

ENDED = ("done", "cancelled")


class Standing(NamedTuple):
    """What the log says of an activity up to a day.

    `claim` is the status last reported, "" where none was; `said` the entry that says it. `proved`: it is done, and an
    entry since it was first called so shows evidence. `check` is the verdict in force: confirmed, disputed,
    not-verifiable or "", and `checked` the entry of it. `percent` is what was last reported.
    """

    claim: str = ""
    said: Filed | None = None
    proved: bool = False
    check: str = ""
    checked: Filed | None = None
    percent: Decimal | None = None

    @property
    def ended(self) -> bool:
        """Whether nothing more is to be done: it is done, or cancelled."""
        return self.claim in ENDED


def standing(activity: Activity, story: Story, day: datetime.date) -> Standing:
    """How an activity stands on a day.

    A verdict counts until the next one. Whoever does the work cannot confirm it, and a confirmation that is older than
    the claim that it is done does not confirm that; a dispute stands until whoever monitors says otherwise.
    """
    known = story.until(day)
    reports = [one for one in known if one.entry.status]
    said = reports[-1] if reports else None
    since = _done_since(reports)
    checked = _verdict(activity, known, since)
    percents = [one.entry.percent for one in known if one.entry.percent is not None]
    return Standing(
        claim=said.entry.status or "" if said else "",
        said=said,
        proved=since is not None and _shown(known, since),
        check=checked.entry.verdict or "" if checked else "",
        checked=checked,
        percent=percents[-1] if percents else None,
    )


def _done_since(reports: Sequence[Filed]) -> Filed | None:
    """The first of the last reports in a row that call it done; None where the last one does not."""
    first = None
    for one in reversed(reports):
        if one.entry.status != "done":
            break
        first = one
    return first


def _shown(known: Sequence[Filed], since: Filed) -> bool:
    later = [one.entry for one in known if one.order >= since.order]
    return any(entry.evidence and entry.verdict in (None, "confirmed") for entry in later)


def _verdict(activity: Activity, known: Sequence[Filed], since: Filed | None) -> Filed | None:
    doers = bodies(activity.responsible)
    found = [one for one in known if one.entry.verdict == "disputed" or (one.entry.verdict and _from(one, doers))]
    last = found[-1] if found else None
    if last and since and last.entry.verdict != "disputed" and last.day < since.day:
        return None
    return last


def _from(one: Filed, doers: set[str]) -> bool:
    return body_of(one.entry.by) not in doers


def due_on(activity: Activity) -> datetime.date | None:
    """The last day of an activity; None where it has no end, or one that lies before its start (T102)."""
    if activity.end is None or (activity.start and days(activity.start, activity.end) < 1):
        return None
    return activity.end.last


def is_overdue(activity: Activity, now: Standing, day: datetime.date) -> bool:
    """Whether an activity is past its end and neither done nor cancelled."""
    due = due_on(activity)
    return due is not None and due < day and not now.ended


def is_silent(activity: Activity, now: Standing, day: datetime.date) -> bool:
    """Whether an activity is overdue and its last status was reported without a note, or never (rules page)."""
    return is_overdue(activity, now, day) and not (now.said and now.said.entry.note)
