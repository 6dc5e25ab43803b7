"""Family T: a commitment is time-bound (§5)."""

from lap.findings import Key
from lap.model.plan import Period
from lap.model.work_plan import Activity
from lap.rule import ERROR, Found, at, rule
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
