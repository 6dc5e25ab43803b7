"""What changed in a plan between two days (§1.6)."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from lap.compliance import Compliance
from lap.followed import Followed
from lap.language.speech import english
from lap.log import Filed
from lap.model.progress import ProgressEntry
from lap.render.blocks import Block, Grid, Paragraph, Points, Section, Words
from lap.render.sections.standing import COMPLETION, achieved, latest, mark, percent
from lap.render.told import Told, joined
from lap.scoring import Scored
from lap.since import Changes, Moved

FOUND = {
    "confirmed": english("and confirmed"),
    "disputed": english("and disputed"),
    "not-verifiable": english("and not verifiable"),
}
RECORDED = (
    english("Nothing was recorded since {day}."),
    english("One entry was recorded since {day}; “lap score --since” shows it."),
    english("{n} entries were recorded since {day}; “lap score --since” shows them."),
)


def since(changes: Changes, told: Told) -> Section:
    """Commitments, indicators and activities that stand otherwise than on the earlier day, and all that was reported."""
    title = told.say(
        "What changed from {before} to {after}",
        before=told.date(changes.before.day),
        after=told.date(changes.after.day),
    )
    blocks: list[Block] = [
        _commitments(changes, told),
        _indicators(changes.indicators, told),
        _activities(changes.activities, told),
        entries(changes.entries, told),
    ]
    if not (changes.commitments or changes.indicators or changes.activities or changes.entries):
        blocks = [Points([told.say("Nothing was reported in this time, and nothing fell due.")])]
    return Section("since", title, blocks)


def in_short(changes: Changes, told: Told) -> Iterator[Block]:
    """What changed so that others should know: the activities that stand otherwise, and the lights that are new."""
    reported = [one for one in changes.activities if _said(one.before) != _said(one.after)]
    lights = [one for one in changes.indicators if one.before.light.colour != one.after.light.colour]
    day = told.date(changes.before.day)
    yield _activities(reported, told, told.say("Activities that stand otherwise than on {day}", day=day))
    yield _indicators(lights, told, told.say("Indicators with another light than on {day}", day=day))
    number = len(changes.entries)
    yield Paragraph(told.say(RECORDED[min(number, 2)], n=number, day=day))


def _said(one: Followed) -> tuple[str, str]:
    """What is claimed of an activity, and what whoever monitors found."""
    return one.standing.claim, one.standing.check


def _commitments(changes: Changes, told: Told) -> Grid:
    heads = told.heads("Commitment", "Compliance before", "Compliance now", "Completion before", "Completion now")
    rows: list[list[Words]] = [
        [
            moved.after.commitment.label,
            _share(moved.before.compliance.all, told),
            _share(moved.after.compliance.all, told),
            told.say(COMPLETION[moved.before.completion]),
            told.say(COMPLETION[moved.after.completion]),
        ]
        for moved in changes.commitments
    ]
    return Grid(told.say("Commitments"), heads, rows)


def _share(one: Compliance, told: Told) -> str:
    if one.share is None:
        return told.say("nothing due yet")
    done, due = told.number(one.done.days), told.number(one.due.days)
    return told.say("{share} = {done} / {due} days", share=percent(one.share, told), done=done, due=due)


def _indicators(moved: Sequence[Moved[Scored]], told: Told, caption: str = "") -> Grid:
    heads = told.heads("Indicator", "Before", "Now", "Achievement now", "Light before", "Light now")
    rows: list[list[Words]] = [
        [
            one.after.measured.indicator.label,
            latest(one.before, told),
            latest(one.after, told),
            achieved(one.after, told),
            mark(one.before, told),
            mark(one.after, told),
        ]
        for one in moved
    ]
    return Grid(caption or told.say("Indicators"), heads, rows)


def _activities(moved: Sequence[Moved[Followed]], told: Told, caption: str = "") -> Grid:
    heads = told.heads("Activity", "Before", "Now")
    rows: list[list[Words]] = [
        [one.after.activity.label, state(one.before, told), state(one.after, told)] for one in moved
    ]
    return Grid(caption or told.say("Activities"), heads, rows)


def state(one: Followed, told: Told) -> str:
    """How an activity stands, in words: what is reported, what was found of it, and whether it is late."""
    now = one.standing
    unproved = told.say("without evidence") if now.claim == "done" and not now.proved else ""
    late = told.say("overdue in silence") if one.silent else told.say("overdue") if one.overdue else ""
    share = f"{told.number(now.percent)} %" if now.percent is not None and now.claim != "done" else ""
    found = told.say(FOUND[now.check]) if now.check else ""
    words = [told.phrase(now.claim) or told.say("nothing reported"), share, unproved, found, late]
    return ", ".join(word for word in words if word)


def entries(filed: list[Filed], told: Told) -> Grid:
    """The entries of the log, newest first."""
    heads = told.heads("Day", "About", "What was reported", "Evidence", "By")
    return Grid(told.say("What was reported"), heads, [_entry(one, told) for one in reversed(filed)])


def _entry(one: Filed, told: Told) -> list[Words]:
    entry = one.entry
    proof = joined([told.source(where) for where in entry.evidence], "; ")
    return [
        told.brief(entry.date),
        named(entry.activity or entry.indicator or entry.commitment, told),
        said(entry, told),
        proof,
        told.who(entry.by) if entry.by else "",
    ]


def said(entry: ProgressEntry, told: Told) -> str:
    """What an entry of the log says, in one sentence and its note; what adds up has a plus before it."""
    share = f"{told.number(entry.percent)} %" if entry.percent is not None else ""
    facts = [told.phrase(entry.status), share, _value(entry, told), told.phrase(entry.verdict)]
    return ". ".join(one for one in (", ".join(filter(None, facts)), entry.note) if one)


def _value(entry: ProgressEntry, told: Told) -> str:
    if entry.value is None:
        return ""
    key, _, name = entry.indicator.partition("/")
    owner = told.plan.commitments.get(key)
    adds = owner is not None and name in owner.indicators and owner.indicators[name].accumulates == "sum"
    plus = "+" if adds and isinstance(entry.value, Decimal) and entry.value > 0 else ""
    return plus + told.number(entry.value)


def named(path: str, told: Told) -> str:
    """What a path of the log is about, by its own title; the path itself where the plan has nothing of that name."""
    key, _, inner = path.partition("/")
    owner = told.plan.commitments.get(key)
    if owner is None:
        return path
    if not inner:
        return owner.label
    if inner in owner.indicators:
        return owner.indicators[inner].label
    return next((placed.activity.label for placed in owner.all_activities() if placed.activity.id == inner), path)
