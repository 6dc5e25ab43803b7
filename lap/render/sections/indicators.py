"""The indicators of a commitment: a card each, and a small chart of what was promised and measured (§5.3)."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Literal, NamedTuple

from lap.language.speech import english
from lap.log import Filed, Log
from lap.model.commitment import Commitment
from lap.model.dates import Date
from lap.model.indicator import Indicator, place_of
from lap.render.blocks import Block, Chart, Facts, Grid, Heading, Level, Part, Section, Words
from lap.render.sections.standing import LIGHTS
from lap.render.sections.steps import bounds
from lap.render.told import Told, joined
from lap.series import Series

Role = Literal["baseline", "milestone", "target", "measured"]
PARTS: tuple[tuple[str, tuple[Role, ...]], ...] = (
    (english("Where it stood"), ("baseline",)),
    (english("Promised"), ("milestone", "target")),
    (english("Measured"), ("measured",)),
)


def indicators(one: Commitment, log: Log, told: Told) -> Section:
    """Every indicator of a commitment."""
    made: list[Block] = [indicator(one, held, log, told) for held in one.indicators.values()]
    return Section(f"commitment/{one.id}/indicators", told.say("Indicators"), made)


def indicator(commitment: Commitment, one: Indicator, log: Log, told: Told) -> Section:
    """An indicator: what is measured, and how it stands."""
    kind = joined([told.phrase(one.kind), told.phrase(one.aspect), told.phrase(one.dimension)])
    facts = Facts(
        [
            told.fact("What is measured", one.definition, one.variable if one.variable != one.definition else ""),
            told.fact("Unit", one.unit or joined(one.scale, " → ")),
            told.fact("Kind", kind),
            told.fact("How it is calculated", one.formula),
            told.fact("How often", told.phrase(one.frequency)),
            told.fact("Seen in", *one.verification),
            told.fact("Who measures it", *told.all_of(one.responsible)),
            told.fact("Broken down by", joined(one.disaggregated_by)),
            told.fact("Moved by", *_movers(commitment, one)),
            told.fact("What must hold for it", *one.assumptions),
            told.fact("Lights of its own", *_lights(one, told)),
        ]
    )
    return Section(f"commitment/{commitment.id}/{one.id}", one.label, [facts, chart(commitment, one, log, told)])


def _movers(commitment: Commitment, one: Indicator) -> Iterator[str]:
    """The activities that move it, in their own words."""
    words = {placed.activity.id: placed.activity.label for placed in commitment.all_activities()}
    yield from (words.get(name, name) for name in one.activities)


def _lights(one: Indicator, told: Told) -> Iterator[str]:
    """Where its lights begin, where it does not leave that to the plan."""
    own = one.thresholds
    for light, band in (("green", own.green), ("amber", own.amber)) if own else ():
        if band:
            yield told.say(
                "{light}: {share} of what was expected", light=told.say(LIGHTS[light][0]), share=bounds(band, told)
            )


def chart(commitment: Commitment, one: Indicator, log: Log, told: Told) -> Chart | Grid:
    """Baseline, milestones, target and measured values, as a drawing with a table, or the table alone."""
    story = log.indicator(f"{commitment.id}/{one.id}")
    series = Series(one, story)
    rows = [*_promised(one), *_measured(series, story.until(told.today))]
    by_role = [(told.say(head), [row for row in rows if row.role in roles]) for head, roles in PARTS]
    parts = [Part(head, [_row(row, series.adds, told) for row in held]) for head, held in by_role if held]
    title = told.say("Values of “{indicator}”", indicator=one.label)
    table = Grid(title, _heads(one, series.adds, told), [], parts=parts)
    levels = [level for row in rows if (level := _level(row, one, told))]
    return Chart(title, _description(levels, told), levels, table) if len(levels) > 1 else table


def _heads(one: Indicator, adds: bool, told: Told) -> list[Heading]:
    value = told.say("Value ({unit})", unit=one.unit) if one.unit and not one.scale else told.say("Value")
    figures = [*told.heads(figures=[english("Added")] if adds else ()), Heading(value, right=True)]
    return [*told.heads("Day"), *figures, *told.heads("Evidence")]


class Valued(NamedTuple):
    """A value on a day, what it is, and where it can be checked; `added` is what the day itself adds to it."""

    role: Role
    date: Date | None
    value: Decimal | str | None
    evidence: Sequence[str] = ()
    added: Decimal | str | None = None


def _promised(one: Indicator) -> list[Valued]:
    found: list[Valued] = []
    if one.baseline and one.baseline.value is not None:
        source = [one.baseline.source] if one.baseline.source else []
        found.append(Valued("baseline", one.baseline.date, one.baseline.value, source))
    found += [Valued("milestone", date, value) for date, value in one.milestone_dates()]
    if one.target and one.target.value is not None:
        found.append(Valued("target", one.target.date, one.target.value))
    return found


def _measured(series: Series, filed: Sequence[Filed]) -> Iterator[Valued]:
    """What was reported; where reports add up, what they come to by then."""
    levels = {reading.report.filed.order: reading.level for reading in series.readings} if series.adds else {}
    for one in filed:
        entry = one.entry
        if entry.value is not None:
            value = levels.get(one.order) if series.adds else entry.value
            yield Valued("measured", entry.date, value, entry.evidence, entry.value)


def _row(row: Valued, adds: bool, told: Told) -> list[Words]:
    proof = joined([told.source(where) for where in row.evidence], "; ")
    day = told.date(row.date)
    figures = [told.number(row.added), told.number(row.value)] if adds else [told.number(row.value)]
    return [told.say("{day}, the target", day=day) if row.role == "target" else day, *figures, proof]


def _level(row: Valued, one: Indicator, told: Told) -> Level | None:
    place = place_of(row.value, one.scale)
    if place is None or row.date is None:
        return None
    return Level(row.role, told.date(row.date), row.date.last.toordinal(), place, told.number(row.value))


def _description(levels: list[Level], told: Told) -> str:
    promised = [one for one in levels if one.role != "measured"]
    measured = [one for one in levels if one.role == "measured"]
    if not measured:
        return told.say(
            "Promised from {first} to {last}; nothing measured yet.", first=promised[0].label, last=promised[-1].label
        )
    if not promised:
        return told.say("Last measured: {value} on {date}.", value=measured[-1].label, date=measured[-1].date)
    return told.say(
        "Promised from {first} to {last}; last measured: {value} on {date}.",
        first=promised[0].label, last=promised[-1].label, value=measured[-1].label, date=measured[-1].date,
    )  # fmt: skip
