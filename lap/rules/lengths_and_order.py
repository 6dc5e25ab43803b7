"""Family L, first part: that lengths, totals and the order of activities agree with their dates (§5.1)."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lap.findings import Days, Key, Word
from lap.model.commitment import Commitment
from lap.model.plan import Plan
from lap.model.work_plan import Activity, Stage
from lap.rule import ERROR, Found, at, rule
from lap.schedule import Task, before, circles, last_to_end, span, stretch


@rule(
    "L101", ERROR, "5.1",
    "“{node}” states {stated}; from {start} to {end}, both included, there are {counted}.",
    "write {number}, or mend the dates",
)  # fmt: skip
def stated_days(activity: Activity) -> Found:
    """The stated days of an activity equal its dates, both ends included.

    Whoever reads the plan relies on either figure. Days are calendar days, and both the first and the last
    one count, as in the handbook's work plan: 1 January to 28 February 2017 are 59 days.

    Bad:
        commitments:
          registry:
            stages:
              enrolment:
                activities:
                  count-stalls:
                    days: 180  # <- L101

    Good:
        commitments:
          registry:
            stages:
              enrolment:
                activities:
                  count-stalls:
                    days: 181
    """
    runs = stretch(activity)
    if activity.days and runs and runs.days != activity.days:
        yield at(
            "days",
            stated=Days(activity.days),
            counted=Days(runs.days),
            number=runs.days,
            start=runs.start,
            end=runs.end,
        )


class Total(NamedTuple):
    """The stated total of a stage or a phase: where it stands, of what it is, and what else it hangs on."""

    path: tuple[str, ...]
    part: str | Word
    days: int | None
    activities: Iterable[Activity]
    unless: tuple[tuple[str, ...], ...] = ()


@rule(
    "L102", ERROR, "5.1",
    "In “{node}”, “{part}” states {stated}; "
    "from its first start, {start}, to its last end, {end}, both included, there are {counted}.",
    "write {number}, or mend the dates of its activities",
)  # fmt: skip
def stated_totals(part: Stage | Commitment, commitment: Commitment) -> Found:
    """A stated total of a stage or a phase runs from its first start to its last end, both included.

    Activities may overlap or leave gaps, so a total is no sum: it is the time that passes from the first day
    of work to the last. The total of a phase covers all its stages. Where a date is missing or wrong, no
    total is judged.

    Bad:
        commitments:
          registry:
            phases: {internal: {days: 669}}
            stages:
              enrolment:
                phase: internal
                days: 667  # <- L102

    Good:
        commitments:
          registry:
            phases: {internal: {days: 669}}
            stages:
              enrolment:
                phase: internal
                days: 669
    """
    for total in _totals(part):
        whole = span(total.activities)
        if total.days and whole and whole.days != total.days:
            yield at(
                *total.path, unless=total.unless, node=commitment.label, part=total.part,
                stated=Days(total.days), counted=Days(whole.days), number=whole.days, start=whole.start, end=whole.end,
            )  # fmt: skip


def _totals(part: Stage | Commitment) -> Iterator[Total]:
    """The total of a stage, or those of the phases, which hang on it that each stage tells its phase."""
    if isinstance(part, Stage):
        yield Total(("days",), part.label, part.days, part.activities.values())
    elif part.phases:
        placed = list(part.all_activities())
        unknown = tuple((*one.route[:2], "phase") for one in placed if one.phase is None)
        for name, phase in (("internal", part.phases.internal), ("external", part.phases.external)):
            if phase:
                within = [one.activity for one in placed if one.phase == name]
                yield Total(("phases", name, "days"), Word("=phase", name), phase.days, within, unknown)


@rule(
    "L103", ERROR, "5.1",
    "“{node}” starts on {start}, but it comes after “{earlier}”, which runs until {end}.",
    "write a start after {end}, or take that activity out of {after}",
)  # fmt: skip
def starts_after_predecessors(activity: Activity, commitment: Commitment, plan: Plan) -> Found:
    """What comes after other activities starts after they have ended.

    `after` says that one activity needs what another one yields. If it starts earlier all the same, either
    the date is wrong or the two do not depend on each other, and whoever waits for them should know which.

    Bad:
        commitments:
          registry:
            stages:
              enrolment:
                activities:
                  enrol-vendors:
                    start: 2025-06-15  # <- L103
                    end: 2025-11-30
                    after: count-stalls

    Good:
        commitments:
          registry:
            stages:
              enrolment:
                activities:
                  enrol-vendors:
                    start: 2025-07-01
                    end: 2025-11-30
                    after: count-stalls
    """
    late = last_to_end(Task(commitment, activity), plan)
    if late:
        yield at(
            "start", also=(("after", late.place),), start=activity.start, end=late.end,
            earlier=late.activity.label, after=Key("activity", "after"),
        )  # fmt: skip


@rule(
    "L104", ERROR, "5.1",
    "“{node}” can never start: in the order {circle} each waits for the next.",
    "remove one of them from the {key} of the activity before it in that order",
)  # fmt: skip
def no_circles(commitment: Commitment, plan: Plan) -> Found:
    """No activity comes after itself, not even over other activities.

    Where each waits for the next one round a circle, none can begin. Circles come about when an activity is
    moved and its old place in the order stays written down.

    Bad:
        commitments:
          registry:
            stages:
              enrolment:
                activities:
                  count-stalls:
                    after: renew-permits  # <- L104

    Good:
        commitments:
          registry:
            stages:
              enrolment:
                activities:
                  renew-permits:
                    after: [count-stalls, enrol-vendors]
    """
    routes = {placed.activity.id: placed.route for placed in commitment.all_activities()}
    for circle in circles(commitment, plan):
        first, second = circle[0], circle[1 % len(circle)]
        place = next(place for place, one in before(first, plan) if one.path == second.path)
        names = [one.activity.id if one.commitment is commitment else one.path for one in (*circle, first)]
        route = routes[first.activity.id]
        yield at(*route, "after", place, node=first.activity.label, circle=tuple(names))
