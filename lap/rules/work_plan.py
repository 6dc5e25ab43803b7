"""Family L: the work plan (§5.1)."""

from lap.findings import Days
from lap.model.work_plan import Activity
from lap.rule import ERROR, Found, at, rule


@rule(
    "L101", ERROR, "5.1",
    "“{node}” states {stated}; from {start} to {end}, both included, there are {counted}.",
    "write {counted}, or mend the dates",
)  # fmt: skip
def stated_days(activity: Activity) -> Found:
    """The stated days of an activity equal its dates, both ends included.

    Whoever reads the plan relies on either figure. Days are calendar days, and both the first and the last one count,
    as in the handbook's work plan: 1 January to 28 February 2017 are 59 days.

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
    if activity.days and activity.start and activity.end and activity.start.first <= activity.end.last:
        counted = (activity.end.last - activity.start.first).days + 1
        if counted != activity.days:
            yield at("days", stated=Days(activity.days), counted=Days(counted), start=activity.start, end=activity.end)
