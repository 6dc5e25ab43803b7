"""Family L, second part: who does what, what comes of it, and how anyone can see it (§5.1)."""

from lap.findings import Key
from lap.model.commitment import Commitment
from lap.model.work_plan import Activity, Deliverable
from lap.rule import ERROR, WARNING, Found, at, rule
from lap.schedule import stretch


@rule(
    "L105", ERROR, "5.1",
    "“{node}” does not say who does it.",
    "write under {key} a party, or better a person as party/person",
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
    "L106", WARNING, "5.1",
    "“{node}” does not say what comes of it.",
    "write under {deliverables} what it hands over, or under {outcomes} what it changes",
)  # fmt: skip
def something_comes_of_it(activity: Activity) -> Found:
    """An activity has a deliverable or an outcome.

    Work is not yet a result. Meetings are held, trips are made; only what is there afterwards, a document, a list, a
    decision or a changed habit, tells whether the days were well spent.

    Bad:
        commitments:
          registry:
            stages:
              enrolment:
                activities:
                  count-stalls:
                    deliverables:  # <- L106

    Good:
        commitments:
          registry:
            stages:
              enrolment:
                activities:
                  count-stalls:
                    deliverables:
                    outcomes: [The town knows all its stalls]
    """
    if not (activity.deliverables or activity.outcomes):
        deliverables, outcomes = Key("activity", "deliverables"), Key("activity", "outcomes")
        yield at("deliverables", unless=(("outcomes",),), deliverables=deliverables, outcomes=outcomes)


@rule(
    "L107", WARNING, "Glossary",
    "“{node}” does not say how anyone can see that it was done.",
    "write under {key} where the proof will be found",
)  # fmt: skip
def activity_can_be_checked(activity: Activity) -> Found:
    """An activity has means of verification.

    “Done” is quickly reported. If the plan says beforehand where it can be seen, in a published file, a signed list or
    the minutes of a meeting, nobody has to be believed and nobody is suspected.

    Bad:
        commitments:
          registry:
            stages:
              enrolment:
                activities:
                  count-stalls:
                    verification:  # <- L107

    Good:
        commitments:
          registry:
            stages:
              enrolment:
                activities:
                  count-stalls:
                    verification: [Map on the municipal portal]
    """
    if not activity.verification:
        yield at("verification")


@rule(
    "L112", ERROR, "5.1",
    "A deliverable of “{node}” is due on {due}, and the activity runs from {start} to {end}.",
    "write a date in that time, or move it to the activity that yields it",
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
    "write under {deliverables} what can be seen and used afterwards",
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
    placed = list(commitment.all_activities())
    if placed and not any(one.activity.deliverables for one in placed):
        unless = tuple((*one.route, "deliverables") for one in placed)
        yield at(unless=unless, deliverables=Key("activity", "deliverables"))


@rule(
    "L115", ERROR, "Glossary",
    "“{node}” does not say how anyone can see that it was done; "
    "no activity and no indicator of it has {verification}.",
    "write under {verification} where the proof will be found",
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
                  count-stalls: {verification: []}  # <- L107
                  enrol-vendors: {verification: []}  # <- L107
                  renew-permits: {verification: []}  # <- L107
                  hear-complaints: {verification: []}  # <- L107
            indicators:
              stalls-counted: {verification: []}  # <- I111
              written-places: {verification: []}  # <- I111

    Good:
        commitments:
          registry:
            stages:
              enrolment:
                activities:
                  count-stalls: {verification: [Map on the municipal portal]}
    """
    named = {placed.route: placed.activity.verification for placed in commitment.all_activities()}
    if named:
        named |= {("indicators", key): one.verification for key, one in commitment.indicators.items()}
        unless = tuple((*route, "verification") for route in named)
        if not any(named.values()):
            yield at(unless=unless, verification=Key("activity", "verification"))
