"""How well a plan is made: the five SMART criteria of each commitment, and what each indicator's card has and lacks (§5, §5.3)."""

from collections.abc import Sequence

from lap.checking import Judged
from lap.language.speech import english
from lap.model.indicator import Indicator
from lap.render.blocks import Block, Grid, Mark, Section, Words
from lap.render.told import Told

CRITERIA = {
    "S": english("Specific"),
    "M": english("Measurable"),
    "A": english("Achievable"),
    "R": english("Relevant"),
    "T": english("Time-bound"),
}


def design(judged: Sequence[Judged], told: Told) -> Section:
    """Both tables."""
    blocks: list[Block] = [smart(judged, told)]
    blocks += [_cards(key, told) for key in told.plan.commitments]
    return Section("design", told.say("How well the plan is made"), blocks)


def smart(judged: Sequence[Judged], told: Told) -> Grid:
    """For each commitment, which of the five criteria hold: no error or warning of theirs stands."""
    yes, no = Mark(told.say("holds"), "tick", "done"), Mark(told.say("does not hold"), "cross", "stop")
    rows: list[list[Words]] = [
        [one.title, *(yes if one.holds[letter] else no for letter in CRITERIA)] for one in judged
    ]
    note = told.say(
        "A criterion holds where the rules have neither an error nor a warning of it; “lap validate” shows them."
    )
    heads = [*told.heads("Commitment"), *(head for name in CRITERIA.values() for head in told.heads(name))]
    return Grid(told.say("The five criteria"), heads, rows, notes=[note])


def _cards(key: str, told: Told) -> Grid:
    """For each indicator of a commitment, what its record card holds and what it lacks."""
    owner = told.plan.commitments[key]
    rows: list[list[Words]] = []
    for one in owner.indicators.values():
        parts = parts_of(one)
        words = {there: "; ".join(told.say(name) for name in parts if parts[name] is there) for there in (True, False)}
        rows.append([one.label, f"{sum(parts.values())} / {len(parts)}", words[True], words[False]])
    heads = [*told.heads("Indicator", figures=[english("Has")]), *told.heads("Holds", "Lacks")]
    return Grid(told.say("Record cards of “{commitment}”", commitment=owner.label), heads, rows)


def parts_of(one: Indicator) -> dict[str, bool]:
    """The parts of an indicator's record card, and which of them are there: the four elements and what makes them count (§5.3).

    Where words on a scale are read off, there is no formula to be asked for.
    """
    baseline, target = one.baseline, one.target
    dated = baseline is not None and baseline.value is not None and baseline.date is not None
    parts = {
        english("variable or definition"): bool(one.variable or one.definition),
        english("unit or scale"): bool(one.unit or one.scale),
        english("target value"): target is not None and target.value is not None,
        english("target date"): target is not None and target.date is not None,
        english("baseline with its date"): dated,
        english("source of the baseline"): baseline is not None and bool(baseline.source),
        english("kind"): one.kind is not None,
        english("formula"): bool(one.formula),
        english("milestones"): bool(one.milestones),
        english("frequency"): one.frequency is not None,
        english("means of verification"): bool(one.verification),
        english("who measures it"): bool(one.responsible),
        english("activities that move it"): bool(one.activities),
    }
    return {name: there for name, there in parts.items() if name != "formula" or not one.scale}
