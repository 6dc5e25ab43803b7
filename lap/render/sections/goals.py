"""The half-yearly goals: how many each commitment met of those that were due, and what became of each (§1.6)."""

from lap.half_years import HalfYear, Kept, State
from lap.language.speech import MONTHS, english
from lap.pace import Interval
from lap.render.blocks import Grid, Heading, Mark, Part, Shape, Words
from lap.render.sections.links import link_to
from lap.render.sections.standing import goal as said
from lap.render.sections.standing import level, with_unit
from lap.render.told import TIGHT, Told
from lap.report_days import GRACE
from lap.scoring import CommitmentScore, Score, Scored

STATES: dict[State, tuple[str, Shape, str]] = {
    "met": (english("reached"), "tick", "done"),
    "late": (english("reached late"), "warning", "late"),
    "missed": (english("not reached"), "cross", "stop"),
    "no-evidence": (english("no evidence"), "circle", "none"),
    "not-due": (english("not due yet"), "square", "none"),
}


def goals(score: Score, told: Told) -> Grid:
    """A row for each commitment, a column for each half-year: how many goals were met in time of those that were due."""
    times = sorted({half.time for one in score.commitments for half in one.half_years})
    heads = [*told.heads("Commitment"), *(Heading(half_year(time, told)) for time in times)]
    rows: list[list[Words]] = []
    for one in score.commitments:
        held = {half.time: half for half in one.half_years}
        link = link_to(one.commitment)
        rows.append([link, *(_counted(held.get(time), told) for time in times)])
    signs = told.say("✓ all in time, ▲ some, ✗ none. Compliance counts activities, these goals count results.")
    return Grid(told.say("Half-yearly goals met in time"), heads, rows if times else [], notes=[signs])


def half_year(time: Interval, told: Told) -> str:
    """A half-year by its first and its last month."""
    first, last = (TIGHT.join((told.say(MONTHS[day.month - 1])[:3], str(day.year))) for day in (time.first, time.last))
    return f"{first} – {last}"


def _counted(half: HalfYear | None, told: Told) -> Words:
    """What became of the goals of a half-year, in one word, shape and colour."""
    if half is None or not half.goals:
        return told.say("no goal")
    if not half.due:
        return Mark(told.say("{n} to come", n=len(half.goals)), "square", "none")
    words = told.say("{met} of {due}", met=half.met, due=half.due)
    shape, tone = _sign(half)
    return Mark(words, shape, tone)


def _sign(half: HalfYear) -> tuple[Shape, str]:
    if half.met == half.due:
        return "tick", "done"
    return ("warning", "late") if half.met else ("cross", "stop")


def kept(one: CommitmentScore, told: Told) -> Grid:
    """Every goal of a commitment with what became of it, half-year by half-year."""
    scored = {each.path: each for each in one.indicators}
    parts = [
        Part(half_year(half.time, told), [_kept(each, scored[each.indicator], told) for each in half.goals])
        for half in one.half_years
        if half.goals
    ]
    return Grid(
        told.say("Half-yearly goals"),
        told.heads("Indicator", "Half-yearly goal", "Measured", "Result"),
        [],
        parts=parts,
    )


def _kept(one: Kept, of: Scored, told: Told) -> list[Words]:
    word, shape, tone = STATES[one.state]
    then = min(one.goal.due + GRACE, told.today)
    measured = level(of.measured.series.on(then), of, told) if one.state != "not-due" else ""
    return [with_unit(of), said(one.goal, told), measured, Mark(told.say(word), shape, tone)]
