"""The table of commitments, each with how it stands on the day."""

from lap.exchange.sheet import Column, Offices, Sheet
from lap.language.speech import english
from lap.model.commitment import Commitment, Responsible
from lap.schedule import Stretch, span
from lap.scoring import CommitmentScore


def _roles(one: CommitmentScore) -> Responsible:
    return one.commitment.responsible or Responsible()


def _time(one: Commitment) -> Stretch | None:
    return span([placed.activity for placed in one.all_activities()])


def _first(one: CommitmentScore) -> object:
    runs = _time(one.commitment)
    return runs.start if runs else None


def _last(one: CommitmentScore) -> object:
    runs = _time(one.commitment)
    return runs.end if runs else None


COMMITMENTS: Sheet[CommitmentScore] = Sheet(
    english("A row for each commitment, and how it stands on the day."),
    (
        Column("id", english("What the commitment is called in all files."), lambda one: one.commitment.id),
        Column("title", english("Its title."), lambda one: one.commitment.label),
        Column("commitment", english("What is promised."), lambda one: one.commitment.commitment),
        Column("objective", english("The end that it serves."), lambda one: one.commitment.objective),
        Column("problems", english("The ids of the problems that it helps to solve."), lambda one: one.commitment.problem),
        Column("population", english("Who benefits."), lambda one: one.commitment.population),
        Column("groups", english("The groups in vulnerable situations that it serves."), lambda one: one.commitment.groups),
        Column("where", english("Where it is carried out."), lambda one: one.commitment.where),
        Column("lead", english("The public body that answers for it."), lambda one: Offices(filter(None, [_roles(one).lead]))),
        Column("implement", english("Who carries it out."), lambda one: Offices(_roles(one).implement)),
        Column("monitor", english("Who accompanies and monitors it."), lambda one: Offices(_roles(one).monitor)),
        Column("legal_basis", english("The legal ground on which the public body acts."), lambda one: one.commitment.legal_basis),
        Column("sdg", english("Codes of goals, targets or indicators of the 2030 Agenda."), lambda one: one.commitment.sdg),
        Column("start", english("When its first activity starts."), _first),
        Column("end", english("When its last activity ends."), _last),
        Column("completion", english("How far it is: no-evidence, not-started, limited, substantial or complete."), lambda one: one.completion),
        Column("compliance", english("Of the days of the activities due, the share that is done with evidence; 1 is 100 %."), lambda one: one.compliance.all.share),
        Column("compliance_government", english("The same of what public bodies do."), lambda one: one.compliance.government.share),
        Column("compliance_civil_society", english("The same of what others do or monitor."), lambda one: one.compliance.society.share),
        Column("activities_due", english("How many activities are due."), lambda one: one.compliance.all.due.activities),
        Column("activities_done", english("How many of them are done with evidence."), lambda one: one.compliance.all.done.activities),
        Column("overdue", english("How many are past their end, and neither done nor cancelled."), lambda one: sum(each.overdue for each in one.activities)),
        Column("overdue_in_silence", english("Of how many of these nobody says why."), lambda one: sum(each.silent for each in one.activities)),
    ),
    lambda score: score.commitments,
)  # fmt: skip
