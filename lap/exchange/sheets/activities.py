"""The table of activities, each with how it stands on the day."""

from lap.exchange.sheet import Column, Offices, Sheet
from lap.followed import Followed
from lap.language.speech import english


def _stage(one: Followed) -> str:
    return one.placed.stage.label if one.placed.stage else one.activity.stage


def _handed_over(one: Followed) -> list[str]:
    return [made.name or made.url for made in one.activity.deliverables]


ACTIVITIES: Sheet[Followed] = Sheet(
    english("A row for each activity of the work plans, and how it stands on the day."),
    (
        Column("id", english("What the activity is called in all files."), lambda one: one.path),
        Column("commitment", english("The id of the commitment."), lambda one: one.path.partition("/")[0]),
        Column("phase", english("Within the government (internal), or with those outside it (external)."), lambda one: one.placed.phase),
        Column("stage", english("The stage that it belongs to."), _stage),
        Column("activity", english("What is to be done."), lambda one: one.activity.label),
        Column("start", english("Its first day, or the month or year of it."), lambda one: one.activity.start),
        Column("end", english("Its last day, or the month or year of it."), lambda one: one.activity.end),
        Column("days", english("Its length in calendar days, both ends included."), lambda one: one.days),
        Column("responsible", english("Who does it."), lambda one: Offices(one.activity.responsible)),
        Column("monitor", english("Who watches that it is done."), lambda one: Offices(one.activity.monitor)),
        Column("after", english("The activities that must end first."), lambda one: one.activity.after),
        Column("outcomes", english("What is expected to come of it."), lambda one: one.activity.outcomes),
        Column("deliverables", english("What it hands over."), _handed_over),
        Column("verification", english("How anyone can see that it was done."), lambda one: one.activity.verification),
        Column("observations", english("Remarks."), lambda one: one.activity.observations),
        Column("status", english("How it stands, as last reported: not-started, in-progress, done, delayed or cancelled."), lambda one: one.standing.claim),
        Column("percent", english("How much of it is done, as last reported, 0 to 100."), lambda one: one.standing.percent),
        Column("with_evidence", english("Whether it is done and evidence shows it: yes or no."), lambda one: one.standing.proved),
        Column("verdict", english("What whoever monitors found: confirmed, disputed or not-verifiable."), lambda one: one.standing.check),
        Column("overdue", english("Whether it is past its end, and neither done nor cancelled: yes or no."), lambda one: one.overdue),
        Column("overdue_in_silence", english("Whether it is overdue and nobody says why: yes or no."), lambda one: one.silent),
    ),
    lambda score: score.activities,
)  # fmt: skip
