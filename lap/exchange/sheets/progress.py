"""The table of what was reported, entry by entry, up to the day."""

from lap.exchange.sheet import Column, Offices, Sheet
from lap.language.speech import english
from lap.model.progress import ProgressEntry
from lap.until import until


def _about(one: ProgressEntry) -> str:
    return one.commitment or (one.activity or one.indicator).partition("/")[0]


PROGRESS: Sheet[ProgressEntry] = Sheet(
    english("A row for each report, in the order of the plan; those after the day are left out."),
    (
        Column("date", english("The day that it speaks of, or the month or year of it."), lambda one: one.date),
        Column("commitment", english("The id of the commitment."), _about),
        Column("activity", english("The activity that it is about."), lambda one: one.activity),
        Column("indicator", english("The indicator that it is about."), lambda one: one.indicator),
        Column("status", english("How the activity stands: not-started, in-progress, done, delayed or cancelled."), lambda one: one.status),
        Column("percent", english("How much of the activity is done, 0 to 100."), lambda one: one.percent),
        Column("value", english("The value of the indicator, in its unit."), lambda one: one.value),
        Column("verdict", english("What whoever monitors found: confirmed, disputed or not-verifiable."), lambda one: one.verdict),
        Column("evidence", english("Where the proof is."), lambda one: one.evidence),
        Column("note", english("The reason, above all of a delay or a cancellation."), lambda one: one.note),
        Column("by", english("Who reports."), lambda one: Offices(filter(None, [one.by]))),
    ),
    lambda score: until(score.plan, score.day).progress,
)  # fmt: skip
