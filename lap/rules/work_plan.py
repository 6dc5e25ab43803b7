"""Family L: the work plan (§5.1)."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lap.findings import Days, Key, Word
from lap.model.commitment import Commitment
from lap.model.plan import Plan
from lap.model.work_plan import Activity, Deliverable, Phases, Stage
from lap.rule import ERROR, Found, at, rule
from lap.schedule import Task, before, circles, last_to_end, span, stretch


@rule(
    "L101", ERROR, "5.1",
    "“{node}” states {stated}; from {start} to {end}, both included, there are {counted}.",
    "write {counted}, or mend the dates",
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
        yield at("days", stated=Days(activity.days), counted=Days(runs.days), start=runs.start, end=runs.end)


class Total(NamedTuple):
    """The stated total of a stage or a phase: where it stands, of what, and of which activities."""

    path: tuple[str, ...]
    part: str | Word
    days: int | None
    activities: Iterable[Activity]


@rule(
    "L102", ERROR, "5.1",
    "In “{node}”, “{part}” states {stated}; "
    "from its first start, {start}, to its last end, {end}, both included, there are {counted}.",
    "write {counted}, or mend the dates of its activities",
)  # fmt: skip
def stated_totals(part: Stage | Phases, commitment: Commitment) -> Found:
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
    for total in _totals(part, commitment):
        whole = span(total.activities)
        if total.days and whole and whole.days != total.days:
            yield at(
                *total.path, node=commitment.label, part=total.part, stated=Days(total.days),
                counted=Days(whole.days), start=whole.start, end=whole.end,
            )  # fmt: skip


def _totals(part: Stage | Phases, commitment: Commitment) -> Iterator[Total]:
    if isinstance(part, Stage):
        yield Total(("days",), part.label, part.days, part.activities.values())
        return
    for name, phase in (("internal", part.internal), ("external", part.external)):
        within = [placed.activity for placed in commitment.all_activities() if placed.phase == name]
        yield Total((name, "days"), Word("=phase", name), phase.days if phase else None, within)


@rule(
    "L103", ERROR, "5.1",
    "“{node}” starts on {start}; it comes after “{earlier}”, which does not end before {end} is over.",
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
    "“{node}” waits for itself, so it can never start: {circle}.",
    "take one of these out of the {key} of another",
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
        yield at(*route, "after", place, node=first.activity.label, circle=" → ".join(names))


@rule(
    "L105", ERROR, "5.1",
    "“{node}” does not say who does it.",
    "write under {key} the party, or better the person as party/person",
    missing=True,
)  # fmt: skip
def activity_has_responsible(activity: Activity) -> Found:
    """Every activity has a responsible party.

    Those who carry out the commitment as a whole are many, and what everybody should do is done by nobody. So
    each activity names who does it; it does not take this over from the commitment.

    Bad:
        commitments:
          registry:
            stages:
              enrolment:
                activities:
                  count-stalls:
                    responsible:  # <- L105

    Good:
        commitments:
          registry:
            stages:
              enrolment:
                activities:
                  count-stalls:
                    responsible: public-works/r-luna
    """
    if not activity.responsible:
        yield at("responsible")


@rule(
    "L112", ERROR, "5.1",
    "A deliverable of “{node}” is due on {due}, and the activity runs from {start} to {end}.",
    "write a date in that time, or move the deliverable to the activity that yields it",
)  # fmt: skip
def due_inside(deliverable: Deliverable, activity: Activity) -> Found:
    """A deliverable is due inside its activity.

    What is handed over before its activity begins was made by another one, and what comes after its end shows
    that the activity takes longer than the plan says. A month or a year means its last day.

    Bad:
        commitments:
          registry:
            stages:
              enrolment:
                activities:
                  count-stalls:
                    deliverables: {name: Map of the stalls, due: 2025-07-15}  # <- L112

    Good:
        commitments:
          registry:
            stages:
              enrolment:
                activities:
                  count-stalls:
                    deliverables: {name: Map of the stalls, due: 2025-06-15}
    """
    runs, due = stretch(activity), deliverable.due
    if runs and due and not runs.start.first <= due.last <= runs.end.last:
        yield at("due", due=due, start=runs.start, end=runs.end)


@rule(
    "L114", ERROR, "5",
    "No activity of “{node}” hands anything over: there is no {deliverables} in any of them.",
    "write under {deliverables} what will be there to see and to use when an activity is done",
    missing=True,
)  # fmt: skip
def yields_something(commitment: Commitment) -> Found:
    """A commitment yields at least one deliverable.

    Activities are means. What they leave behind (a register, a map, a rule, a report) is what serves the
    objective, and what anyone can ask for when the activity is said to be done.

    Bad:
        commitments:
          registry:  # <- L114
            stages:
              enrolment:
                activities:
                  count-stalls: {deliverables: [], outcomes: The town knows its stalls}
                  enrol-vendors: {deliverables: [], outcomes: Vendors are known by name}
                  renew-permits: {deliverables: [], outcomes: Vendors hold a paper}
                  hear-complaints: {deliverables: [], outcomes: Vendors are heard}

    Good:
        commitments:
          registry:
            stages:
              enrolment:
                activities:
                  count-stalls: {deliverables: [Map of the stalls]}
    """
    activities = [placed.activity for placed in commitment.all_activities()]
    if activities and not any(activity.deliverables for activity in activities):
        yield at(deliverables=Key("activity", "deliverables"))


@rule(
    "L115", ERROR, "Glossary",
    "“{node}” does not say how anyone can see that it was done; "
    "no activity and no indicator of it has {verification}.",
    "write under {verification} where the proof will be found, such as a register on a portal",
    missing=True,
)  # fmt: skip
def can_be_verified(commitment: Commitment) -> Found:
    """A commitment names means of verification.

    A promise is kept when others can see that it was: in a published list, a signed record, a survey.
    Agreeing on the proof beforehand saves the quarrel afterwards.

    Bad:
        commitments:
          registry:  # <- L115
            stages:
              enrolment:
                activities:
                  count-stalls: {verification: []}
                  enrol-vendors: {verification: []}
                  renew-permits: {verification: []}
                  hear-complaints: {verification: []}
            indicators:
              stalls-counted: {verification: []}
              written-places: {verification: []}

    Good:
        commitments:
          registry:
            stages:
              enrolment:
                activities:
                  count-stalls: {verification: [Map on the municipal portal]}
    """
    activities = [placed.activity for placed in commitment.all_activities()]
    named = [one.verification for one in activities]
    named += [one.verification for one in commitment.indicators.values()]
    if activities and not any(named):
        yield at(verification=Key("activity", "verification"))
