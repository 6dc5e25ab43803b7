"""Family T: a commitment is time-bound (§5)."""

from lap.findings import Key
from lap.model.commitment import Commitment
from lap.model.indicator import Indicator
from lap.model.plan import Period, Plan
from lap.model.work_plan import Activity
from lap.pace import first_activity, period
from lap.rule import ERROR, WARNING, Found, at, rule
from lap.schedule import days


@rule(
    "T101", ERROR, "5",
    "“{node}” does not say from when to when it runs. Missing here: {missing}.",
    "write year-month-day (2026-03-31), a month (2026-03) or a year (2026)",
    missing=True,
)  # fmt: skip
def activity_has_dates(activity: Activity) -> Found:
    """Every activity has a start and an end.

    What has no last day can never be late, so nobody can be asked about it. And without a first day those who
    share people, rooms and money cannot see when they are needed.

    Bad:
        commitments:
          registry:
            stages:
              enrolment:
                activities:
                  hear-complaints:
                    start: 2026-07-01
                    end:  # <- T101

    Good:
        commitments:
          registry:
            stages:
              enrolment:
                activities:
                  hear-complaints:
                    start: 2026-07-01
                    end: 2026-10-31
    """
    missing = [name for name in ("start", "end") if getattr(activity, name) is None]
    if missing:
        yield at(missing[0], missing=tuple(Key("activity", name) for name in missing))


@rule(
    "T102", ERROR, "5",
    "“{node}” ends on {end}, before it starts on {start}.",
    "write a date that is not before {start}, or mend the start",
    silences="L101 L102 L103 L112 T103",
)  # fmt: skip
def starts_before_it_ends(activity: Activity) -> Found:
    """An activity starts before it ends.

    Most often a year was mistyped. As long as the two dates stand the wrong way round, its length, its place
    among the other activities and the totals of its stage cannot be told. A start and an end on one day are
    in order.

    Bad:
        commitments:
          registry:
            stages:
              enrolment:
                activities:
                  count-stalls:
                    start: 2025-01-01
                    end: 2024-06-30  # <- T102

    Good:
        commitments:
          registry:
            stages:
              enrolment:
                activities:
                  count-stalls:
                    start: 2025-01-01
                    end: 2025-06-30
    """
    if activity.start and activity.end and days(activity.start, activity.end) < 1:
        yield at("end", start=activity.start, end=activity.end)


@rule(
    "T108", ERROR, "5",
    "The period of “{node}” ends on {end}, and starts on {start}: that leaves no time to keep a promise.",
    "write a date after {start}, or mend the start",
)  # fmt: skip
def period_runs_forward(period: Period) -> Found:
    """The start of the plan's period lies before its end.

    The period says which time the promises are made for, and everything else is measured against it. A month
    or a year will do: as a start it means its first day, as an end its last.

    Bad:
        period:
          start: 2025-01-01
          end: 2024-12-31  # <- T108

    Good:
        period:
          start: 2025-01-01
          end: 2026-12-31
    """
    if period.start and period.end and days(period.start, period.end) < 2:
        yield at("end", start=period.start, end=period.end)


@rule(
    "T103", WARNING, "5",
    "The {key} of “{node}”, {date}, lies outside the plan's period, which goes from {first} to {last}.",
    "write a date within the period, or mend the period",
)  # fmt: skip
def activity_in_period(activity: Activity, plan: Plan) -> Found:
    """An activity lies inside the plan's period.

    Those who signed the plan answer for its period. What begins earlier was not part of it, and what ends later will
    be asked about when nobody has to answer any more.

    Bad:
        commitments:
          registry:
            stages:
              enrolment:
                activities:
                  hear-complaints:
                    start: 2026-10-01
                    end: 2027-01-31  # <- T103

    Good:
        commitments:
          registry:
            stages:
              enrolment:
                activities:
                  hear-complaints:
                    start: 2026-10-01
                    end: 2026-11-30
    """
    whole = period(plan)
    if whole and activity.start and activity.end:
        first, last = whole.start.first, whole.end.last
        if not first <= activity.start.first <= last:
            yield at("start", date=activity.start, first=whole.start, last=whole.end)
        elif not first <= activity.end.last <= last:
            yield at("end", date=activity.end, first=whole.start, last=whole.end)


@rule(
    "T104", WARNING, "5",
    "The target of “{node}” is due on {date}, outside the plan's period, which goes from {first} to {last}.",
    "write a date within the period; what can be seen only later may have a milestone in it",
)  # fmt: skip
def target_in_period(indicator: Indicator, plan: Plan) -> Found:
    """The target date of an indicator lies inside the plan's period.

    At the end of the period the account is closed. A target that is due later cannot appear in it, so the plan can
    neither be praised nor blamed for it.

    Bad:
        commitments:
          registry:
            indicators:
              written-places:
                target: {date: 2027-06-30}  # <- T104
                milestones: {2026-12-31: 85}

    Good:
        commitments:
          registry:
            indicators:
              written-places:
                target: {date: 2026-12-31}
    """
    whole, due = period(plan), indicator.target.date if indicator.target else None
    if whole and due and not whole.start.first <= due.last <= whole.end.last:
        yield at("target", "date", date=due, first=whole.start, last=whole.end)


@rule(
    "T107", WARNING, "5",
    "“{node}” starts on {start}, before the plan was adopted ({adopted}).",
    "write a later start, or mend the date of the adoption",
)  # fmt: skip
def starts_after_adoption(commitment: Commitment, plan: Plan) -> Found:
    """A commitment does not start before the plan was adopted.

    What was under way already was not promised here, and those outside had no part in it; it belongs under what exists
    already. A commitment starts with its first activity. Where the adoption has no date, the day of the signing
    counts, or the day on which the plan was submitted.

    Bad:
        adopted: 2025-01-10
        commitments:
          registry:
            stages:
              enrolment:
                activities:
                  count-stalls:
                    start: 2025-01-01  # <- T107

    Good:
        adopted: 2025-01-10
        commitments:
          registry:
            stages:
              enrolment:
                activities:
                  count-stalls:
                    start: 2025-01-13
    """
    adopted = plan.adopted or (plan.signed.date if plan.signed else None) or plan.submitted
    first = first_activity(commitment)
    if adopted and first and first.activity.start and first.activity.start.first < adopted.first:
        yield at(*first.route, "start", node=commitment.label, start=first.activity.start, adopted=adopted)
