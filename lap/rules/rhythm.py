"""Families T and L, on the rhythm of a commitment: that something falls due again and again, and not all at the end."""

from collections.abc import Iterator

from lap.findings import Days, Key
from lap.limits import Limits
from lap.model.commitment import Commitment
from lap.model.plan import Plan
from lap.model.work_plan import Activity
from lap.pace import empty, ends_and_deliveries, goals, intervals, last_month, longer_than, period
from lap.rule import ADVICE, Found, at, rule
from lap.schedule import stretch

HALF_YEAR = 6


@rule(
    "T105", ADVICE, "5",
    "Nothing of “{node}” is due from {start} to {end}.",
    "let an activity end, or a deliverable or a milestone fall due in that time",
)  # fmt: skip
def something_is_due(commitment: Commitment, plan: Plan, limits: Limits) -> Found:
    """In each half-year something of the commitment is due.

    Where nothing is due, nobody looks, and a year goes by before anyone notices that the work stands still. Due are
    the ends of activities, deliverables, milestones and targets; half-years count from the start of the plan's period
    up to the last of them. The settings may give another interval. While an activity has no end, nothing is said.

    Bad:
        commitments:
          registry:  # <- T105
            stages:
              enrolment:
                activities:
                  enrol-vendors: {start: 2026-01-01, end: 2026-03-31}
                  renew-permits: {start: 2026-04-01}
            indicators:
              written-places:
                milestones:  # <- I114
                  2025-12-31:

    Good:
        commitments:
          registry:
            stages:
              enrolment:
                activities:
                  enrol-vendors: {start: 2025-10-01, end: 2025-12-31}
    """
    whole, dues = period(plan), [*ends_and_deliveries(commitment), *goals(commitment)]
    placed = list(commitment.all_activities())
    if whole and dues and all(one.activity.end for one in placed):
        times = intervals(whole.start.first, max(dues), limits.goal_months)
        for run in empty(times, dues):
            yield at(unless=tuple(_unread(commitment)), start=run[0].first, end=run[-1].last)


def _unread(commitment: Commitment) -> Iterator[tuple[str, ...]]:
    """Where dates may stand that could not be read."""
    for placed in commitment.all_activities():
        yield from ((*placed.route, name) for name in ("end", "deliverables"))
    for key in commitment.indicators:
        yield from (("indicators", key, name) for name in ("target", "milestones"))


@rule(
    "T106", ADVICE, "5",
    "All that “{node}” has to do ends in the plan's last month, which begins on {start}.",
    "let something end earlier: what comes at the last moment cannot be mended any more",
)  # fmt: skip
def not_all_at_the_end(commitment: Commitment, plan: Plan) -> Found:
    """Not everything ends in the last month of the plan.

    When all activities end together at the close, the first delay is also the last word. Ends of activities and
    deliverables with a date of their own count.

    Bad:
        commitments:
          registry:  # <- T106
            stages:
              enrolment:
                activities:
                  count-stalls: &late {start: 2026-07-01, end: 2026-12-31, after: }
                  enrol-vendors: *late
                  renew-permits: *late
                  hear-complaints: *late
            indicators:
              stalls-counted: {target: {date: 2026-12-31}}
              written-places: {frequency: quarterly}

    Good:
        commitments:
          registry:
            stages:
              enrolment:
                activities:
                  hear-complaints: {end: 2026-12-31}
    """
    whole, dues = period(plan), ends_and_deliveries(commitment)
    placed = list(commitment.all_activities())
    if whole and placed and all(one.activity.end for one in placed):
        start = last_month(whole)
        if min(dues) >= start:
            yield at(unless=tuple(_unread(commitment)), start=start)


@rule(
    "L108", ADVICE, "5.1",
    "“{node}” takes {length}, and hands over nothing on the way.",
    "split it, or give a deliverable a date of its own under {due}, before the end",
)  # fmt: skip
def long_activity_delivers(activity: Activity) -> Found:
    """An activity longer than half a year is split or has an intermediate deliverable.

    In a year-long activity nobody can tell in March whether it goes well. A first part by the summer, such as a draft,
    one region or half of the numbers, shows it in time.

    Bad:
        commitments:
          registry:
            stages:
              enrolment:
                activities:
                  enrol-vendors:  # <- L108
                    start: 2025-03-01
                    end: 2025-12-31
                    after:

    Good:
        commitments:
          registry:
            stages:
              enrolment:
                activities:
                  enrol-vendors:
                    start: 2025-03-01
                    end: 2025-12-31
                    after:
                    deliverables:
                      - {name: "Register with 400 entries", due: 2025-07-31}
                      - {name: "Register with 1,000 entries", due: 2025-12-31}
    """
    runs = stretch(activity)
    if runs and longer_than(HALF_YEAR, runs):
        dues = [one.due.last for one in activity.deliverables if one.due]
        if not any(due < runs.end.last for due in dues):
            yield at(unless=(("deliverables",),), length=Days(runs.days), due=Key("deliverable", "due"))
