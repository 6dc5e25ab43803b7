"""Family I, fourth part: the way of an indicator from its baseline over milestones to its target (§1.6, §5.3)."""

from decimal import Decimal

from lap.findings import Key, Word
from lap.language.shares import is_percent
from lap.limits import Limits
from lap.model.commitment import Commitment
from lap.model.indicator import Indicator, place_of
from lap.model.plan import Plan
from lap.model.progress import ProgressEntry
from lap.pace import empty, intervals, period, starts_on
from lap.rule import ADVICE, WARNING, Found, at, rule

MOST_DAYS = 6


@rule(
    "I107", WARNING, "5.3",
    "The target of “{node}” is the value that it has already: {value}.",
    "write the value to be reached; if it is to stay as it is, write {keep} under {direction}",
)  # fmt: skip
def target_differs(indicator: Indicator) -> Found:
    """The target of an indicator differs from its baseline, unless the value is to be kept.

    Most often the baseline was copied into the target and never changed. Where keeping a value is the achievement,
    as with the quality of water, the direction says so.

    Bad:
        commitments:
          registry:
            indicators:
              stalls-counted:
                target: {value: 0}  # <- I107

    Good:
        commitments:
          registry:
            indicators:
              stalls-counted:
                target: {value: 1200}
    """
    baseline = indicator.baseline.value if indicator.baseline else None
    target = indicator.target.value if indicator.target else None
    here, there = place_of(baseline, indicator.scale), place_of(target, indicator.scale)
    if here is not None and here == there and indicator.direction != "keep":
        words = Word("=direction", "keep"), Key("indicator", "direction")
        also, unless = (("baseline", "value"),), (("direction",),)
        yield at("target", "value", also=also, unless=unless, value=target, keep=words[0], direction=words[1])


@rule(
    "I108", WARNING, "5.3",
    "“{node}” is measured in percent, and {value} does not lie between 0 and 100.",
    "mend the value; if it can be more than all, write under {unit} what it is a percentage of",
)  # fmt: skip
def percent_in_range(node: Indicator | ProgressEntry, plan: Plan) -> Found:
    """Where the unit is percent, values lie between 0 and 100.

    More than all and less than none cannot be. Most often a number of things was written where a share was meant, or
    a figure was mistyped. This holds for baseline, milestones and target, and for the values in the log, unless those
    are added up, where one may take back another.

    Bad:
        commitments:
          registry:
            indicators:
              written-places:
                target: {value: 900}  # <- I108

    Good:
        commitments:
          registry:
            indicators:
              written-places:
                target: {value: 90}
    """
    indicator = node if isinstance(node, Indicator) else _reported(node, plan)
    if indicator is None or (node is not indicator and indicator.accumulates == "sum"):
        return
    values = node.values() if isinstance(node, Indicator) else [(("value",), node.value)]
    beyond = [(path, value) for path, value in values if isinstance(value, Decimal) and not 0 <= value <= 100]
    if beyond and is_percent(indicator.unit):
        for path, value in beyond:
            yield at(*path, node=indicator.label, value=value, unit=Key("indicator", "unit"))


@rule(
    "I114", ADVICE, "1.6",
    "“{node}” has no milestone from {start} to {end}.",
    "write under {key} the value to be reached by {days}, or by some day shortly before",
)  # fmt: skip
def milestones_on_the_way(indicator: Indicator, commitment: Commitment, plan: Plan, limits: Limits) -> Found:
    """An indicator has a milestone in each half-year up to its target.

    Half-years count from the start of the plan's period, and the last one has the target itself. With a goal every six
    months a delay is seen while there is time to catch up. Nothing is asked for a half-year most of which lies before
    the baseline or before the commitment starts. The settings may give another interval.

    Bad:
        commitments:
          registry:
            indicators:
              written-places:
                milestones:  # <- I114
                  2025-12-31:

    Good:
        commitments:
          registry:
            indicators:
              written-places:
                milestones:
                  2025-12-31: 60
    """
    whole, target = period(plan), indicator.target.date if indicator.target else None
    if not whole or not target:
        return
    measured = indicator.baseline.date if indicator.baseline else None
    began = max(filter(None, (measured.last if measured else None, starts_on(commitment))), default=whole.start.first)
    times = intervals(whole.start.first, target.last, limits.goal_months)[:-1]
    dates = [date.last for date, _ in indicator.milestone_dates()]
    for run in empty([time for time in times if time.middle >= began], dates):
        yield at("milestones", start=run[0].first, end=run[-1].last, days=tuple(one.last for one in run[:MOST_DAYS]))


@rule(
    "I121", WARNING, "5.3",
    "In “{node}”, the milestone of {date} is {value}, which does not lie between {before} and the target, {target}.",
    "mend the milestone, or the value before or after it",
)  # fmt: skip
def milestones_lead_to_target(indicator: Indicator) -> Found:
    """The milestones of an indicator move from its baseline to its target.

    Each is at least as near to the target as the one before it, and none lies beyond. Otherwise a plan would call it
    progress that things get worse, or give up what was reached. A value may stay the same for a while.

    Bad:
        commitments:
          registry:
            indicators:
              written-places:
                milestones: {2025-06-30: 30, 2025-12-31: 20, 2026-06-30: 80}  # <- I121

    Good:
        commitments:
          registry:
            indicators:
              written-places:
                milestones: {2025-06-30: 30, 2025-12-31: 60, 2026-06-30: 80}
    """
    target = indicator.target.value if indicator.target else None
    before = indicator.baseline.value if indicator.baseline else None
    goal, last = place_of(target, indicator.scale), place_of(before, indicator.scale)
    for date, value in indicator.milestone_dates():
        place = place_of(value, indicator.scale)
        if goal is None or place is None:
            continue
        if last is not None and not min(last, goal) <= place <= max(last, goal):
            yield at("milestones", date.text, date=date, value=value, before=before, target=target)
        else:
            last, before = place, value


def _reported(entry: ProgressEntry, plan: Plan) -> Indicator | None:
    """The indicator that an entry of the log speaks of, if the plan has it."""
    commitment = plan.commitments.get(entry.indicator.partition("/")[0])
    return commitment.indicators.get(entry.indicator.partition("/")[2]) if commitment else None
