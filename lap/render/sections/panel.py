"""The control panel: how every commitment stands, in words, shapes and colours, with nothing that could be pretended (§1.6)."""

import datetime
from collections.abc import Iterator

from lap.limits import Limits
from lap.model.indicator import Thresholds
from lap.model.numbers import Bounds
from lap.pace import intervals
from lap.render.blocks import Block, Grid, Mark, Paragraph, Points, Ref, Section, Words
from lap.render.sections.goals import goals
from lap.render.sections.headline import counted, headline, lights, shares
from lap.render.sections.late import disputes, overdue
from lap.render.sections.links import link_to
from lap.render.sections.since import named, since
from lap.render.sections.standing import COMPLETION, LIGHTS, goal, latest, mark, with_unit
from lap.render.sections.steps import bounds
from lap.render.sections.worked_out import shared
from lap.render.told import Told, joined
from lap.scoring import CommitmentScore, Score
from lap.since import Changes

LATEST = 5
WORST_FIRST = ("red", "no-evidence", "amber")


def panel(score: Score, changes: Changes, limits: Limits, told: Told) -> Section:
    """The whole panel."""
    blocks: list[Block] = [
        headline(score.compliance, told),
        shared(told),
        counted(score.indicators, told),
        formulas(told),
        *_or(overdue(score, told), told.say("No activity is overdue.")),
        *_or(disputes(score, told), told.say("No activity is disputed.")),
        commitments(score, told),
        goals(score, told),
        behind(score, told),
        legend(score, limits, told),
        evidence(score, told),
        since(changes, told),
    ]
    return Section("panel", told.say("Control panel"), blocks)


def _or(grid: Grid, nothing: str) -> list[Block]:
    """A table; where it is empty that is said, because it is good to know."""
    return [grid] if grid.rows or grid.parts else [Paragraph(grid.caption, "caption"), Paragraph(nothing)]


def previous_half_year(score: Score, months: int) -> datetime.date:
    """The last day of the half-year before the one that a day lies in; a day before the period without one."""
    period, day = score.plan.period, score.day
    start = period.start.first if period and period.start else day.replace(month=1, day=1)
    running = [one for one in intervals(start, day, months) if one.first <= day]
    first = running[-1].first if running else min(start, day)
    return first - datetime.timedelta(days=1)


def commitments(score: Score, told: Told) -> Grid:
    """A row for each commitment: its lights counted, compliance, government and civil society side by side, completion."""
    heads = told.heads("Commitment", "Indicators", "Compliance", "Government", "Civil society", "Completion")
    return Grid(told.say("Every commitment"), heads, [_commitment(one, told) for one in score.commitments])


def _commitment(one: CommitmentScore, told: Told) -> list[Words]:
    parts = one.compliance
    return [
        link_to(one.commitment),
        joined(lights(one.indicators, told), " "),
        *shares(parts, told),
        told.say(COMPLETION[one.completion]),
    ]


def behind(score: Score, told: Told) -> Grid:
    """The indicators that are not on track, the worst first."""
    heads = told.heads("Indicator", "Light", "Latest", "Expected", "Commitment")
    rows: list[list[Words]] = []
    for colour in WORST_FIRST:
        for part in score.commitments:
            link = link_to(part.commitment)
            for one in part.indicators:
                if one.light.colour == colour:
                    name = Ref(with_unit(one), f"steps/{one.path}")
                    rows.append([name, mark(one, told), latest(one, told), goal(one.expected, told), link])
    return Grid(told.say("Indicators that are not on track"), heads, rows)


def legend(score: Score, limits: Limits, told: Told) -> Section:
    """What the lights mean, with the thresholds that hold where an indicator states none."""
    points = list(_meanings(limits, told))
    own = any(
        band.origin == "indicator"
        for one in score.indicators
        for band in (one.light.bands.green, one.light.bands.amber)
    )
    note = (
        told.say("Some indicators have thresholds of their own; they stand on their commitment's page.") if own else ""
    )
    blocks: list[Block] = [Points(points), Paragraph(note, "note")]
    return Section("legend", told.say("What the lights mean"), blocks if score.indicators else [])


def _meanings(limits: Limits, told: Told) -> Iterator[Words]:
    plan = told.plan.thresholds or Thresholds()
    green, amber = plan.green or Bounds(limits.green), plan.amber or Bounds(limits.amber)
    for light, band in (("green", green), ("amber", amber)):
        yield told.put("{light}: {share} of what was expected", light=_light(light, told), share=bounds(band, told))
    yield told.put("{light}: anything else", light=_light("red", told))
    yield told.put("{light}: a goal was due and nobody reported a value", light=_light("no-evidence", told))
    yield told.put("{light}: the first goal lies ahead", light=_light("not-due", told))


def _light(colour: str, told: Told) -> Mark:
    word, shape, tone = LIGHTS[colour]
    return Mark(told.say(word), shape, tone)


def evidence(score: Score, told: Told) -> Grid:
    """The latest entries that show evidence, newest first."""
    dated = [entry for entry in told.plan.progress if entry.evidence and entry.date and entry.date.last <= score.day]
    newest = sorted(dated, key=lambda entry: entry.date.last if entry.date else score.day, reverse=True)[:LATEST]
    heads = told.heads("Day", "About", "Evidence")
    rows: list[list[Words]] = [
        [
            told.brief(entry.date),
            _about(entry.activity or entry.indicator or entry.commitment, told),
            joined([told.source(where) for where in entry.evidence], "; "),
        ]
        for entry in newest
    ]
    return Grid(told.say("Latest evidence"), heads, rows)


def _about(path: str, told: Told) -> Words:
    """What an entry is about, which leads to its commitment."""
    return Ref(named(path, told), f"commitment/{path.partition('/')[0]}")


def formulas(told: Told) -> Paragraph:
    """Where every figure's formula stands."""
    return Paragraph((Ref(told.say("How every figure is worked out, step by step"), "formulas"),))
