"""One page for the secretariat's next meeting (§1.6, §2.3)."""

from collections.abc import Iterable

from lap.followed import Followed
from lap.language.speech import english
from lap.render.blocks import Block, Grid, Paragraph, Section, Words
from lap.render.sections.due import table
from lap.render.sections.links import link_to
from lap.render.sections.since import in_short, named, state
from lap.render.sections.standing import achieved, goal, latest, mark
from lap.render.told import Told, joined
from lap.scoring import Scored
from lap.session import Agenda
from lap.since import Changes


def session(agenda: Agenda, changed: Changes, told: Told) -> Section:
    """What is due, late, disputed and unanswered, the agreements to follow up, and in short what changed since the last one."""
    grids = [
        _activities(told.say("Overdue, and nobody says why"), agenda.silent, told),
        _activities(told.say("Overdue, with a reason"), agenda.overdue, told),
        _activities(told.say("Disputed by whoever monitors"), agenda.disputed, told),
        _activities(told.say("Called done without evidence"), agenda.unproved, told),
        _indicators(told.say("Indicators in red"), agenda.critical, told),
        _unreported(agenda, told),
        _comments(agenda, told),
        table(told.say("Due up to {day}", day=told.date(agenda.until)), agenda.due, told),
        _agreements(agenda, told),
    ]
    blocks: list[Block] = [*grids, _nothing(grids, told), *in_short(changed, told)]
    return Section("session", told.say("For the meeting of the secretariat, {day}", day=told.date(told.today)), blocks)


def _nothing(grids: Iterable[Grid], told: Told) -> Paragraph:
    """What was looked for and not found, so that nobody wonders whether it was forgotten."""
    empty = [grid.caption for grid in grids if not grid.rows]
    return Paragraph(told.say("Nothing to report under: {headings}.", headings="; ".join(empty)) if empty else "")


def _activities(caption: str, found: Iterable[Followed], told: Told) -> Grid:
    heads = told.heads("Activity", "Commitment", "Due", "How it stands", "Who")
    rows: list[list[Words]] = []
    for one in found:
        owner = told.plan.commitments[one.path.partition("/")[0]]
        said = one.standing.said.entry.note if one.standing.said else ""
        checked = one.standing.checked.entry.note if one.standing.checked else ""
        words = joined([state(one, told), said, checked], "; ")
        who = joined(told.all_of(one.activity.responsible), "; ")
        rows.append([one.activity.label, link_to(owner), told.date(one.due), words, who])
    return Grid(caption, heads, rows)


def _indicators(caption: str, found: Iterable[Scored], told: Told) -> Grid:
    heads = told.heads("Indicator", "Latest", "Expected", "Achievement", "Light")
    rows: list[list[Words]] = [
        [
            one.measured.indicator.label,
            latest(one, told),
            goal(one.expected, told),
            achieved(one, told),
            mark(one, told),
        ]
        for one in found
    ]
    return Grid(caption, heads, rows)


def _unreported(agenda: Agenda, told: Told) -> Grid:
    heads = told.heads("Indicator", "Report due", "Last report", "Who")
    rows: list[list[Words]] = [
        [
            one.measured.indicator.label,
            told.date(one.reports.missing),
            told.date(one.reports.last),
            joined(told.all_of(one.measured.indicator.responsible), "; "),
        ]
        for one in agenda.unreported
    ]
    return Grid(told.say("Reports that have not come"), heads, rows)


def _comments(agenda: Agenda, told: Told) -> Grid:
    heads = told.heads("Comment", "About", "Made on", figures=[english("Days without an answer")])
    rows: list[list[Words]] = [
        [
            told.source(one.text, one.url),
            named(one.about, told) if one.about else told.say("the plan"),
            told.date(one.date),
            told.number(days),
        ]
        for one, days in agenda.unanswered
    ]
    return Grid(told.say("Comments without an answer"), heads, rows)


def _agreements(agenda: Agenda, told: Told) -> Grid:
    heads = told.heads("Agreement", "Date", "Dissent")
    rows: list[list[Words]] = [[one.text, told.date(one.date), "; ".join(one.dissent)] for one in agenda.agreements]
    return Grid(told.say("Agreements to follow up"), heads, rows)
