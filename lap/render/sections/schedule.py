"""The work plan as people plan with it: the handbook's columns, a timeline, and what cannot slip (§5.1)."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lap.chosen import Part
from lap.critical import Timed, Times, times
from lap.language.speech import english
from lap.model.commitment import Commitment, PlacedActivity
from lap.model.words import PhaseName
from lap.model.work_plan import Activity
from lap.render.blocks import Block, Grid, Paragraph, Section, Words
from lap.render.sections.load import load
from lap.render.sections.work_plan import timeline, who_does
from lap.render.told import Told, joined
from lap.schedule import Task, before, span, stretch
from lap.workload import Load

MOST_PERIODS = 24
"""As many columns as the narrowest terminal has beside the names of what runs."""


class PhaseWords(NamedTuple):
    """What a phase is called in its column, and what its total is called."""

    word: str
    total: str


PHASES: dict[PhaseName, PhaseWords] = {
    "internal": PhaseWords(english("Internal"), english("Total of the internal phase")),
    "external": PhaseWords(english("External"), english("Total of the external phase")),
}


def schedule(parts: Sequence[Part], loads: Sequence[Load], limit: int, told: Told) -> list[Section]:
    """The work plan of some commitments, and the load of those who carry it out."""
    if not parts:
        nothing = Paragraph(told.say("There are no activities to show."))
        return [Section("schedule", told.say("Work plan"), [nothing])]
    return [*(_commitment(part, told) for part in parts), load(loads, limit, told)]


def _commitment(part: Part, told: Told) -> Section:
    timed = times(part.commitment, told.plan)
    critical = frozenset(key for key, one in timed.timed.items() if one.critical)
    blocks: list[Block] = [
        _work_plan(part, timed, told),
        timeline(part.activities, told, MOST_PERIODS, critical),
        _slack(part, timed, told),
    ]
    return Section(f"schedule/{part.commitment.id}", part.commitment.label, blocks)


def _work_plan(part: Part, timed: Times, told: Told) -> Grid:
    """The activities in the columns of the handbook's work plan, with its totals."""
    heads = [
        *told.heads("Activity", "Phase", "Stage", figures=[english("Days")]),
        *told.heads("Start", "End", "Outcomes", "Deliverables", "Observations"),
    ]
    rows = [_row(placed, told) for placed in part.activities]
    return Grid(told.say("Work plan"), heads, rows, list(_totals(part, told)), list(_notes(part, timed, told)))


def _row(placed: PlacedActivity, told: Told) -> list[Words]:
    one, runs = placed.activity, stretch(placed.activity)
    return [
        one.label,
        told.say(PHASES[placed.phase].word) if placed.phase else "",
        _stage(placed),
        told.number(runs.days) if runs else "",
        told.date(one.start),
        told.date(one.end),
        "; ".join(one.outcomes),
        "; ".join(_delivered(one, told)),
        one.observations,
    ]


def _stage(placed: PlacedActivity) -> str:
    return placed.stage.label if placed.stage else placed.activity.stage


def _delivered(one: Activity, told: Told) -> Iterator[str]:
    for made in one.deliverables:
        yield told.say("{what}, {day}", what=made.name, day=told.date(made.due)) if made.due else made.name


def _totals(part: Part, told: Told) -> Iterator[Sequence[Words]]:
    """The totals of stages, phases and the whole, from the first start to the last end, both included (§5.1).

    They are those of the plan, whatever part of it is shown; only what has nothing shown in it has none.
    """
    shown = {placed.activity.id for placed in part.activities}
    for title, held in _groups(part.commitment, told).items():
        total = span(placed.activity for placed in held)
        if total and not shown.isdisjoint(placed.activity.id for placed in held):
            days = told.number(total.days)
            yield title, "", "", days, told.date(total.start), told.date(total.end), "", "", ""


def _groups(commitment: Commitment, told: Told) -> dict[str, list[PlacedActivity]]:
    """What has a total of its own, by the words for it, with its activities."""
    stages: dict[str, list[PlacedActivity]] = {}
    phases: dict[str, list[PlacedActivity]] = {}
    whole = list(commitment.all_activities())
    for placed in whole:
        if name := _stage(placed):
            stages.setdefault(told.say("Total of the stage “{stage}”", stage=name), []).append(placed)
        if placed.phase:
            phases.setdefault(told.say(PHASES[placed.phase].total), []).append(placed)
    return {**stages, **phases, told.say("Total of the commitment"): whole}


def _notes(part: Part, timed: Times, told: Told) -> Iterator[str]:
    if timed.undated:
        names = "; ".join(one.label for one in timed.undated)
        yield told.say(
            "Without dates that fit, so not drawn, and what they belong to has no total: {names}.", names=names
        )
    for circle in timed.circles:
        names = " → ".join(_named(task, part.commitment, told) for task in (*circle, circle[0]))
        yield told.say("In a circle, each waiting for the next, so that none can be the first: {names}.", names=names)


def _slack(part: Part, timed: Times, told: Told) -> Grid:
    """Who does each activity, what it waits for, and how far it can slip before the whole commitment ends later."""
    heads = [
        *told.heads("Activity", "Who", "Waits for", "Latest start", "Latest end", figures=[english("Slack in days")]),
        *told.heads("Critical"),
    ]
    rows = [_slack_row(placed, part.commitment, timed, told) for placed in part.activities]
    rows = [row for row in rows if any(row[1:])]
    below = any(one.slack < 0 for one in timed.timed.values())
    note = told.say("A slack below 0: it ends when one that waits for it should have begun.")
    return Grid(told.say("Who does it, what it waits for, and how far it can slip"), heads, rows, (), [note] * below)


def _slack_row(placed: PlacedActivity, commitment: Commitment, timed: Times, told: Told) -> list[Words]:
    one = placed.activity
    earlier = [_named(task, commitment, told) for _, task in before(Task(commitment, one), told.plan)]
    who = joined(who_does(one, told), "; ")
    return [one.label, who, "; ".join(earlier), *_times(timed.timed.get(one.id), told)]


def _times(one: Timed | None, told: Told) -> list[Words]:
    if one is None:
        return ["", "", "", ""]
    critical = told.say("yes") if one.critical else ""
    return [told.date(one.latest_start), told.date(one.latest_end), told.number(one.slack), critical]


def _named(task: Task, here: Commitment, told: Told) -> str:
    """An activity by its own words, and by its commitment's where that is another one."""
    if task.commitment is here:
        return task.activity.label
    return told.say("{activity} (of “{commitment}”)", activity=task.activity.label, commitment=task.commitment.label)
