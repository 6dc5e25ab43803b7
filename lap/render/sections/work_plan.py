"""The work plan of a commitment in the handbook's columns, and when what runs (§5.1)."""

import datetime
from collections.abc import Callable, Container, Iterable, Iterator, Sequence

from lap.language.speech import MONTHS, english
from lap.model.commitment import Commitment, PlacedActivity
from lap.model.work_plan import Activity, Deliverable
from lap.pace import Interval, intervals
from lap.render.blocks import Bar, Diagram, Grid, Heading, Part, Section, Timeline, Words
from lap.render.told import Told, joined
from lap.schedule import span, stretch
from lap.show.drawable import MOST_CHARACTERS, size
from lap.show.gantt import Run, gantt

MOST_PERIODS = 12
"""More columns than that are not read; the periods become longer instead."""
LENGTHS = (1, 2, 3, 6, 12, 24, 60, 120, 600)
LONGEST_IN_YEAR = 200
PHASES = {"internal": english("Internal phase"), "external": english("External phase")}


def work_plan(one: Commitment, told: Told) -> Section:
    """The activities in the columns of the handbook's format, by phase and stage with their totals, and the timeline."""
    activities = list(one.all_activities())
    parts = list(_parts(activities, told))
    total = _total(told.say("The whole commitment"), activities, told)
    loose, named = [part for part in parts if not part.head], [part for part in parts if part.head]
    rows = [row for part in loose for row in part.rows]
    grid = Grid(told.say("Activities"), _heads(told), rows, total, parts=named)
    return Section(f"commitment/{one.id}/work-plan", told.say("Work plan"), [grid, timeline(activities, told)])


def _heads(told: Told) -> list[Heading]:
    days = told.heads(figures=[english("Days")])
    after = told.heads("Start", "End", "Outcomes", "Deliverables", "Observations", "Who")
    return [*told.heads("Activity"), *days, *after]


def _parts(activities: Sequence[PlacedActivity], told: Told) -> Iterator[Part]:
    """The activities of each phase and stage, and the total of the stage; of a phase with several stages, its own too."""
    for phase, in_phase in _grouped(activities, lambda one: one.phase or ""):
        stages = _grouped(in_phase, lambda one: one.stage.id if one.stage else one.activity.stage)
        for number, (key, held) in enumerate(stages, 1):
            name = told.say(PHASES[phase]) if phase in PHASES else ""
            stage = held[0].stage.label if held[0].stage else key
            foot = _total(told.say("Total of the stage"), held, told) if stage else []
            if phase and number == len(stages) > 1:
                foot += _total(told.say("Total of the phase"), in_phase, told)
            yield Part(joined([name, stage], " · "), [_row(placed, told) for placed in held], foot)


def _grouped(
    activities: Iterable[PlacedActivity], of: Callable[[PlacedActivity], str]
) -> list[tuple[str, list[PlacedActivity]]]:
    """The activities that have the same, in the order in which it first comes."""
    found: dict[str, list[PlacedActivity]] = {}
    for one in activities:
        found.setdefault(of(one), []).append(one)
    return list(found.items())


def _row(placed: PlacedActivity, told: Told) -> list[Words]:
    one, runs = placed.activity, stretch(placed.activity)
    return [
        one.label,
        told.number(runs.days) if runs else "",
        told.brief(one.start),
        told.brief(one.end),
        "; ".join(one.outcomes),
        joined(_handed_over(one, told), "; "),
        one.observations,
        joined(who_does(one, told), "; "),
    ]


def who_does(one: Activity, told: Told) -> list[Words]:
    """Who does an activity, and who watches that it is done."""
    watch = [told.put("watched by {who}", who=who) for who in told.all_of(one.monitor)]
    return [*told.all_of(one.responsible), *watch]


def _handed_over(one: Activity, told: Told) -> list[Words]:
    delivered = [_deliverable(item, told) for item in one.deliverables]
    return [*delivered, *(told.say("seen in: {means}", means=means) for means in one.verification if means)]


def _deliverable(one: Deliverable, told: Told) -> Words:
    due = told.say("(due {date})", date=told.brief(one.due)) if one.due else None
    return joined([told.source(one.name, one.url), due], " ")


def _total(title: str, held: Sequence[PlacedActivity], told: Told) -> list[list[Words]]:
    """The total of activities: from the first start to the last end, both included (§5.1)."""
    total = span(placed.activity for placed in held)
    if not total:
        return []
    return [[title, told.number(total.days), told.brief(total.start), told.brief(total.end), "", "", "", ""]]


def timeline(
    activities: Sequence[PlacedActivity], told: Told, most: int = MOST_PERIODS, critical: Container[str] = ()
) -> Timeline:
    """Which activity runs in which months, or in longer periods where there would be more than `most`.

    `critical` are the ids of those that cannot slip, where that is known.
    """
    running = [(placed.activity, runs) for placed in activities if (runs := stretch(placed.activity))]
    if not running:
        return Timeline("", [], [])
    first = min(runs.start.first for _, runs in running)
    periods = _periods(first, max(runs.end.last for _, runs in running), most)
    bars = [
        Bar(
            one.label,
            _place(periods, runs.start.first),
            _place(periods, runs.end.last),
            told.count(runs.days, "{n} day", "{n} days"),
            told.span(runs.start, runs.end),
        )
        for one, runs in running
    ]
    drawn = [Run(one.label, runs.start.first, runs.days, one.id in critical) for one, runs in running]
    return Timeline(
        told.say("When what runs"), [_named(one) for one in periods], bars,
        lambda: _drawn(drawn, told), _years(periods, told),
    )  # fmt: skip


def _drawn(runs: Sequence[Run], told: Told) -> Diagram:
    """The timeline as Mermaid, if it can hold it."""
    made = gantt("", runs)
    if size(made) <= MOST_CHARACTERS:
        return Diagram(made)
    sentence = english(
        "The diagram is left out, because it can hold no more than {characters} characters; the list has everything."
    )
    return Diagram("", [told.say(sentence, characters=told.number(MOST_CHARACTERS))])


def _periods(first: datetime.date, last: datetime.date, most: int) -> tuple[Interval, ...]:
    start, found = first.replace(day=1), tuple[Interval, ...]()
    for months in LENGTHS:
        found = intervals(start, last, months)
        if len(found) <= most:
            return found
    return found


def _place(periods: Sequence[Interval], day: datetime.date) -> int:
    return next(number for number, one in enumerate(periods) if one.first <= day <= one.last)


def _named(one: Interval) -> str:
    return f"{one.first.year}-{one.first.month:02}"


def _years(periods: Sequence[Interval], told: Told) -> list[tuple[str, list[str]]]:
    """The years in which periods begin, each with its periods by their months; none where they are as long as years."""
    if any((one.last - one.first).days > LONGEST_IN_YEAR for one in periods):
        return []
    found: dict[str, list[str]] = {}
    for one in periods:
        months = dict.fromkeys(told.say(MONTHS[day.month - 1])[:3] for day in (one.first, one.last))
        found.setdefault(str(one.first.year), []).append("–".join(months))
    return list(found.items())
