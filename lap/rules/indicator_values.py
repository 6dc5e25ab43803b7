"""Family I, second part: that the values, dates and bounds of an indicator do not contradict each other (§5.3)."""

from decimal import Decimal

from lap.findings import Key, Word
from lap.model.indicator import Indicator, Thresholds, place_of
from lap.model.numbers import Bounds
from lap.model.plan import Plan
from lap.model.progress import ProgressEntry
from lap.rule import ERROR, Found, at, rule

ASPECTS_OF = {"management": ("input", "process", "product"), "effectiveness": ("result", "impact")}
KIND_OF = {aspect: kind for kind, aspects in ASPECTS_OF.items() for aspect in aspects}
BASELINE, TARGET = ("baseline", "value"), ("target", "value")


@rule(
    "I113", ERROR, "5.3",
    "In “{node}”, the milestone of {date} does not lie before {next}, which follows it under {where}.",
    "mend the date, or put the earlier one first; the target comes last",
)  # fmt: skip
def milestones_in_order(indicator: Indicator) -> Found:
    """The milestones of an indicator are in order of date, and before the date of its target.

    Milestones are steps on the way to the target, and people read them from top to bottom. One that
    stands out of order, or after the target, is most often a slip in the year. A month or a year means
    its last day.

    Bad:
        commitments:
          registry:
            indicators:
              written-places:
                milestones: {2025-06-30: 30, 2025-12-31: 60, 2027-06-30: 80}  # <- I113

    Good:
        commitments:
          registry:
            indicators:
              written-places:
                milestones: {2025-06-30: 30, 2025-12-31: 60, 2026-06-30: 80}
    """
    dates = [date for date, _ in indicator.milestone_dates()]
    goal = indicator.target and indicator.target.date
    for index, date in enumerate(dates):
        followers = [(one, ("milestones", one.text)) for one in dates[index + 1 : index + 2]]
        followers += [(goal, ("target", "date"))] if goal else []
        for follower, path in followers:
            if date.last >= follower.last:
                where = Key("indicator", path[0])
                yield at("milestones", date.text, date=date, next=follower, where=where, also=(path,))
                break


@rule(
    "I116", ERROR, "5.3",
    "The shares of the traffic light of “{node}” must go from small to large: first {amber}, then {green} and, in pairs, "
    "{amber} again; in that order they read {read}.",
    "write for instance 70% as {amber} and 90% as {green}, or the pairs [85%, 115%] and [95%, 105%]",
)  # fmt: skip
def thresholds_in_order(thresholds: Thresholds) -> Found:
    """The thresholds of the traffic light are in order: amber begins where green does or below.

    Green is meant to be harder to reach than amber. The other way round, amber would never light. A pair
    tells how far a value may lie on either side; then green lies within amber. Two equal shares are in
    order.

    Bad:
        thresholds:
          green: 70%
          amber: 90%  # <- I116

    Good:
        thresholds:
          green: [95%, 105%]
          amber: [85%, 115%]
    """
    green, amber = thresholds.green, thresholds.amber
    shares = _rising(amber, green)
    if shares != sorted(shares):
        place = "green" if _rising(green) != sorted(_rising(green)) else "amber"
        read = tuple(f"{(share * 100).normalize():f}%" for share in shares)
        yield at(place, read=read, green=Key("thresholds", "green"), amber=Key("thresholds", "amber"))


@rule(
    "I120", ERROR, "5.3",
    "In “{node}”, {key} is {stated}, which does not fit a baseline of {baseline} and a target of {target}.",
    "write {fitting}, or mend the baseline or the target",
)  # fmt: skip
def direction_fits(indicator: Indicator) -> Found:
    """The stated direction of an indicator fits its baseline and its target.

    The direction decides what counts as progress. If it points away from the target, the traffic light
    turns green for the wrong thing. With a scale, the order of its words tells which way is up; to keep a
    value means that baseline and target are equal.

    Bad:
        commitments:
          registry:
            indicators:
              written-places:
                direction: down  # <- I120

    Good:
        commitments:
          registry:
            indicators:
              written-places:
                direction: up
    """
    values = dict(indicator.values())
    baseline, target = values.get(BASELINE), values.get(TARGET)
    stated = indicator.direction
    fitting = _direction(place_of(baseline, indicator.scale), place_of(target, indicator.scale))
    if stated and fitting and stated != fitting:
        words = Word("=direction", stated), Word("=direction", fitting)
        also = BASELINE, TARGET
        yield at("direction", also=also, stated=words[0], fitting=words[1], baseline=baseline, target=target)


@rule(
    "I122", ERROR, "5.3",
    "In “{node}”, {key} is “{value}”, which is no word of its scale.",
    "write one of: {scale}; or add the word to the scale, in its place in the order",
)  # fmt: skip
def words_of_scale(node: Indicator | ProgressEntry, plan: Plan) -> Found:
    """A value of an indicator with a scale is a word of that scale.

    The place of a word in its scale is what progress is counted from: a word that does not stand there
    has no place, so nothing can be counted. This holds for baseline, milestones and target, and for every
    value in the log.

    Bad:
        commitments:
          registry:
            indicators:
              stalls-counted:
                variable: state of the map
                unit:
                scale: [none, drafted, checked, published]
                baseline: {value: none}
                target: {value: printed}  # <- I122

    Good:
        commitments:
          registry:
            indicators:
              stalls-counted:
                variable: state of the map
                unit:
                scale: [none, drafted, checked, published]
                baseline: {value: none}
                target: {value: published}
    """
    indicator = node if isinstance(node, Indicator) else _reported(node, plan)
    if indicator is None or not indicator.scale:
        return
    values = node.values() if isinstance(node, Indicator) else [(("value",), node.value)]
    for path, value in values:
        if value is not None and place_of(value, indicator.scale) is None:
            yield at(*path, node=indicator.label, value=value, scale=tuple(indicator.scale))


def _direction(start: Decimal | None, goal: Decimal | None) -> str:
    """Which way it is from one place to another: up, down, or "" where that is unknown or nowhere."""
    if start is None or goal is None or start == goal:
        return ""
    return "up" if start < goal else "down"


def _rising(*bounds: Bounds | None) -> list[Decimal]:
    """What should rise: the lower sides from the outermost pair inwards, the upper sides outwards again."""
    stated = [one for one in bounds if one]
    return [one.low for one in stated] + [one.high for one in reversed(stated) if one.high is not None]


def _reported(entry: ProgressEntry, plan: Plan) -> Indicator | None:
    """The indicator that an entry of the log speaks of, if the plan has it."""
    commitment = plan.commitments.get(entry.indicator.partition("/")[0])
    return commitment.indicators.get(entry.indicator.partition("/")[2]) if commitment else None
