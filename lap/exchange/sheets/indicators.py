"""The table of indicators, each with how it stands on the day."""

from lap.exchange.sheet import Column, Offices, Sheet
from lap.language.speech import english
from lap.model.indicator import Baseline, Indicator, Target
from lap.scoring import Scored


def _of(one: Scored) -> Indicator:
    return one.measured.indicator


def _baseline(one: Scored) -> Baseline:
    return _of(one).baseline or Baseline()


def _target(one: Scored) -> Target:
    return _of(one).target or Target()


def _level(one: Scored) -> object:
    """The level on the day: a number, or the word of the scale that was reported."""
    if one.reading is None:
        return None
    return one.reading.report.filed.entry.value if _of(one).scale else one.reading.level


INDICATORS: Sheet[Scored] = Sheet(
    english("A row for each indicator, and how it stands on the day."),
    (
        Column("id", english("What the indicator is called in all files."), lambda one: one.path),
        Column("commitment", english("The id of the commitment."), lambda one: one.path.partition("/")[0]),
        Column("name", english("Its name."), lambda one: _of(one).label),
        Column("definition", english("What exactly is counted."), lambda one: _of(one).definition),
        Column("kind", english("Whether it tells what is done (management) or what that changes (effectiveness)."), lambda one: _of(one).kind),
        Column("aspect", english("What it looks at: input, process, product, result or impact."), lambda one: _of(one).aspect),
        Column("dimension", english("What about that is measured: efficacy, quality, schedule, cost or efficiency."), lambda one: _of(one).dimension),
        Column("unit", english("Its unit of measure."), lambda one: _of(one).unit),
        Column("formula", english("How its value is calculated."), lambda one: _of(one).formula),
        Column("direction", english("Which way it shall go: up, down, or keep where it is."), lambda one: one.measured.direction.way),
        Column("frequency", english("How often it is measured."), lambda one: _of(one).frequency),
        Column("verification", english("Where anyone can check its value."), lambda one: _of(one).verification),
        Column("responsible", english("Who measures it."), lambda one: Offices(_of(one).responsible)),
        Column("baseline", english("Where it stood before the plan."), lambda one: _baseline(one).value),
        Column("baseline_date", english("When that was measured."), lambda one: _baseline(one).date),
        Column("target", english("Where it shall stand in the end."), lambda one: _target(one).value),
        Column("target_date", english("By when it shall stand there."), lambda one: _target(one).date),
        Column("value", english("Where it stands on the day, as last reported."), _level),
        Column("value_date", english("The day of that report."), lambda one: one.reading.day if one.reading else None),
        Column("expected", english("Where it should stand on the day."), lambda one: one.expected.written if one.expected else None),
        Column("expected_by", english("By when it should have stood there."), lambda one: one.expected.due if one.expected else None),
        Column("achievement", english("The share of what was expected that was reached; 1 is 100 %."), lambda one: one.achievement.share),
        Column("light", english("The traffic light: green, amber or red; no-evidence or not-due where there is none."), lambda one: one.light.colour),
        Column("target_in_doubt", english("Whether so much was reached that the target itself is in doubt: yes or no."), lambda one: one.light.doubtful),
        Column("next", english("What is to be reached next."), lambda one: one.next.written if one.next else None),
        Column("next_by", english("By when that is to be reached."), lambda one: one.next.due if one.next else None),
    ),
    lambda score: score.indicators,
)  # fmt: skip
