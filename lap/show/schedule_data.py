"""A schedule for programs and for other drawings: CSV in the handbook's columns, JSON, and a Gantt diagram in Mermaid."""

from collections.abc import Iterator, Sequence
from typing import Any

from lap.chosen import Part
from lap.critical import Timed, Times, times
from lap.model.commitment import Commitment, PlacedActivity
from lap.model.plan import Plan
from lap.model.work_plan import Deliverable
from lap.schedule import stretch
from lap.show import gantt
from lap.show.encoded import encoded
from lap.show.table import Column, Table
from lap.show.table import as_csv as written
from lap.workload import Load

VERSION = 1
HEADS = (
    "commitment", "phase", "stage", "activity", "title", "days", "start", "end", "outcomes", "deliverables", "observations",
    "responsible", "monitor", "after", "latest_start", "latest_end", "slack", "critical",
)  # fmt: skip


def as_json(parts: Sequence[Part], loads: Sequence[Load], plan: Plan) -> str:
    """The schedule for programs (schemas/schedule.schema.json); dates are as the plan writes them, days inclusive."""
    timed = {part.commitment.id: times(part.commitment, plan) for part in parts}
    made = {
        "schedule": "lap",
        "version": VERSION,
        "title": plan.title,
        "activities": [one for part in parts for one in _records(part, timed[part.commitment.id])],
        "circles": [[task.path for task in circle] for one in timed.values() for circle in one.circles],
        "load": [
            {"party": one.party, "months": {f"{month:%Y-%m}": len(tasks) for month, tasks in one.months.items()}}
            for one in loads
        ],
    }
    return encoded(made)


def _records(part: Part, timed: Times) -> Iterator[dict[str, Any]]:
    for placed in part.activities:
        yield _record(part.commitment, placed, timed.timed.get(placed.activity.id))


def _record(commitment: Commitment, placed: PlacedActivity, timed: Timed | None) -> dict[str, Any]:
    one, runs = placed.activity, stretch(placed.activity)
    return {
        "commitment": commitment.id,
        "phase": placed.phase,
        "stage": (placed.stage.label if placed.stage else one.stage) or None,
        "activity": one.id,
        "title": one.label,
        "days": runs.days if runs else None,
        "start": one.start.text if one.start else None,
        "end": one.end.text if one.end else None,
        "outcomes": one.outcomes,
        "deliverables": [_delivered(made) for made in one.deliverables],
        "observations": one.observations or None,
        "responsible": one.responsible,
        "monitor": one.monitor,
        "after": one.after,
        "latest_start": timed.latest_start.isoformat() if timed else None,
        "latest_end": timed.latest_end.isoformat() if timed else None,
        "slack": timed.slack if timed else None,
        "critical": timed.critical if timed else None,
    }


def _delivered(one: Deliverable) -> dict[str, str | None]:
    return {"name": one.name, "due": one.due.text if one.due else None, "url": one.url or None}


def as_csv(parts: Sequence[Part], plan: Plan) -> str:
    """The schedule for a spreadsheet: a row for each activity, lists joined with "; ", the same heads in every language."""
    records = [one for part in parts for one in _records(part, times(part.commitment, plan))]
    rows: list[Sequence[str]] = [[_cell(record[head]) for head in HEADS] for record in records]
    return written(Table([Column(head) for head in HEADS], rows))


def _cell(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(one["name"] if isinstance(one, dict) else str(one) for one in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def as_mermaid(parts: Sequence[Part], plan: Plan) -> str:
    """The schedule as a Gantt diagram, a section for each commitment; comments name what cannot be drawn."""
    drawn: list[gantt.Part] = []
    notes: list[str] = []
    for part in parts:
        timed = times(part.commitment, plan)
        notes += [f"no dates: {part.commitment.id}/{one.id}" for one in timed.undated]
        notes += ["circle: " + " -> ".join(task.path for task in circle) for circle in timed.circles]
        drawn.append(gantt.Part(part.commitment.label, list(_runs(part, timed))))
    return gantt.gantt(plan.title, (), drawn, notes)


def _runs(part: Part, timed: Times) -> Iterator[gantt.Run]:
    for placed in part.activities:
        if runs := stretch(placed.activity):
            found = timed.timed.get(placed.activity.id)
            yield gantt.Run(placed.activity.label, runs.start.first, runs.days, bool(found and found.critical))
