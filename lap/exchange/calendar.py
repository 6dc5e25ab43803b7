"""A plan's deadlines as an iCalendar file (RFC 5545), which calendars update in place: every event keeps its UID."""

import datetime
import hashlib
from collections.abc import Iterable
from typing import TYPE_CHECKING

from lap.deadlines import Deadline
from lap.failure import CannotRun
from lap.language.speech import visible
from lap.model.plan import Plan
from lap.render.sections.due import summary
from lap.render.terminal import plain
from lap.render.told import Told
from lap.show.escape import one_line
from lap.source.vocabulary import fold

if TYPE_CHECKING:
    from icalendar import Event

DAY = datetime.timedelta(days=1)


def calendar(found: Iterable[Deadline], told: Told, made_at: datetime.datetime) -> bytes:
    """The file; `made_at` tells a calendar which of two versions of an event is the later one.

    Raises CannotRun where the icalendar package is not installed.
    """
    try:
        import icalendar
    except ImportError:
        raise CannotRun("no-icalendar") from None
    made = icalendar.Calendar()
    made.add("prodid", "-//lap//local action plans//EN")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", one_line(told.plan.title) or told.say("Local Action Plan"))
    whole = identity(told.plan)
    for one in found:
        made.add_component(_event(icalendar.Event(), one, whole, told, made_at))
    return bytes(made.to_ical())


def _event(event: "Event", one: Deadline, whole: str, told: Told, made_at: datetime.datetime) -> "Event":
    """An event that takes up the whole day and leaves people free in it."""
    event.add("uid", uid(one, whole))
    event.add("dtstamp", made_at)
    event.add("dtstart", one.day)
    event.add("dtend", one.day + DAY)
    event.add("summary", visible(summary(one, told)))
    event.add("description", visible(description(one, told)))
    event.add("transp", "TRANSPARENT")
    return event


def uid(one: Deadline, whole: str) -> str:
    """What an event is called for ever: made from the plan and from what it is about, never from its day."""
    return hashlib.sha256(f"{whole}\n{one.path}\n{one.key}".encode()).hexdigest()[:32] + "@lap"


def identity(plan: Plan) -> str:
    """What tells a plan from others and outlasts a corrected title: its place and the year that it begins in."""
    place, start = plan.jurisdiction, plan.period.start if plan.period else None
    if place and place.name:
        return f"{fold(place.country)} {fold(place.name)} {start.first.year if start else ''}"
    return fold(plan.title)


def description(one: Deadline, told: Told) -> str:
    """Of which commitment, by whom, and what is to be reached."""
    who = "; ".join(plain(name) for name in told.all_of(one.who))
    lines = [told.say("Commitment: {title}", title=one.commitment.label)]
    if who:
        lines.append(told.say("Responsible: {who}", who=who))
    if one.goal:
        lines.append(told.say("To be reached: {value}", value=told.number(one.goal.written)))
    return "\n".join([*lines, one.path])
