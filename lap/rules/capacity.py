"""Family A, fourth part: the parties can carry what is put on them, today and to the end (§5.1)."""

from lap.findings import Key
from lap.limits import Limits
from lap.model.indicator import Indicator
from lap.model.plan import Plan
from lap.model.work_plan import Activity
from lap.pace import peaks
from lap.roles import bodies
from lap.rule import ADVICE, Found, at, rule
from lap.terms import stays_until


@rule(
    "A108", ADVICE, "5.1",
    "“{party}” has {number} activities to do at the same time on {day}; more than {limit} are hard to carry.",
    "spread them over the time of the plan, or give some of them to others",
)  # fmt: skip
def not_too_much_at_once(plan: Plan, limits: Limits) -> Found:
    """No party carries more than a handful of activities at once.

    Where everything rests on one office, everything waits when it is busy. Counted are the activities that a party or
    a person of it is responsible for on the same day, in all commitments. Six may be carried; the settings may say
    otherwise.

    Bad:
        parties:
          public-works:  # <- A108
            level: municipality
        commitments:
          registry:
            stages:
              enrolment:
                activities:
                  count-north: &count
                    activity: To count the stalls of the northern markets
                    start: 2025-02-01
                    end: 2025-05-31
                    responsible: public-works
                    monitor: vendors-union
                    deliverables: [Map of the stalls of these markets]
                    verification: [Map on the municipal portal]
                  count-south: *count
                  count-east: *count
                  count-west: *count
                  count-centre: *count
                  count-station: *count

    Good:
        commitments:
          registry:
            stages:
              enrolment:
                activities:
                  count-north: &count
                    activity: To count the stalls of the northern markets
                    start: 2025-02-01
                    end: 2025-05-31
                    responsible: public-works
                    monitor: vendors-union
                    deliverables: [Map of the stalls of these markets]
                    verification: [Map on the municipal portal]
                  count-south: *count
    """
    for key, peak in peaks(plan).items():
        if peak.number > limits.activities_at_once and key in plan.parties:
            label = plan.parties[key].label
            yield at("parties", key, party=label, number=peak.number, day=peak.day, limit=limits.activities_at_once)


@rule(
    "A111", ADVICE, "5.1",
    "“{node}” lasts until {end}, and none of those responsible is sure to be there then: {parties}.",
    "name somebody who stays, or write under {successor} of that party who takes over its duties",
)  # fmt: skip
def carried_on(node: Activity | Indicator, plan: Plan) -> Found:
    """Nothing ends after the administration's term without a party to carry it on.

    The next administration has promised nothing. What is to last longer needs someone who stays: an organisation, a
    university, an oversight body, or a named successor. The same holds for a party that ceases to take part before the
    work is done.

    Bad:
        term-ends: 2026-09-30
        commitments:
          registry:
            stages:
              enrolment:
                activities:
                  hear-complaints:
                    end: 2026-10-31  # <- A111
            indicators:
              written-places: {responsible: vendors-union}

    Good:
        term-ends: 2026-09-30
        commitments:
          registry:
            stages:
              enrolment:
                activities:
                  hear-complaints:
                    end: 2026-09-30
            indicators:
              written-places: {responsible: vendors-union}
    """
    target = node.target.date if isinstance(node, Indicator) and node.target else None
    end, path = (node.end, ("end",)) if isinstance(node, Activity) else (target, ("target", "date"))
    responsible = bodies(node.responsible)
    if end and responsible and not any(stays_until(end.last, body, plan) for body in responsible):
        labels = tuple(plan.parties[body].label for body in sorted(responsible))
        yield at(*path, end=end, parties=labels, successor=Key("party", "succeeded-by"))
