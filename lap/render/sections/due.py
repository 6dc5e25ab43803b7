"""What falls due, on which day and by whom (§5.1, §5.3)."""

import datetime
from collections.abc import Iterable

from lap.deadlines import Deadline
from lap.language.speech import english
from lap.render.blocks import Grid, Paragraph, Section, Words
from lap.render.told import Told, joined

SUMMARIES = {
    "activity": english("Ends: {what}"),
    "deliverable": english("To be handed over: {what}"),
    "milestone": english("Goal on the way: {what}"),
    "target": english("Target: {what}"),
    "report": english("To be reported: {what}"),
}


def due(found: Iterable[Deadline], first: datetime.date, last: datetime.date, told: Told) -> Section:
    """What falls due from one day to another, both included."""
    title = told.say("Due from {first} to {last}", first=told.date(first), last=told.date(last))
    grid = table(told.say("What falls due"), found, told)
    return Section("due", title, [grid if grid.rows else Paragraph(told.say("Nothing falls due in this time."))])


def table(caption: str, found: Iterable[Deadline], told: Told) -> Grid:
    """A row for each deadline."""
    heads = told.heads("What", "Day", "Commitment", "Who")
    rows: list[list[Words]] = [
        [summary(one, told), told.date(one.day), one.commitment.label, joined(told.all_of(one.who), "; ")]
        for one in found
    ]
    return Grid(caption, heads, rows)


def summary(one: Deadline, told: Told) -> str:
    """What falls due, in a line; of a goal, what is to be reached."""
    what = one.what
    if one.goal:
        what = told.say("{what}, {value}", what=what, value=told.number(one.goal.written))
    return told.say(SUMMARIES[one.kind], what=what)
