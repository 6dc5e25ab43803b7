"""Family I: what an indicator says, and that it does not contradict itself (§5.3)."""

from collections.abc import Sequence
from decimal import Decimal

from lap.findings import Key, Word
from lap.model.indicator import Indicator, Thresholds
from lap.model.numbers import Bounds, read_number
from lap.model.plan import Plan
from lap.model.progress import ProgressEntry
from lap.rule import ERROR, Found, at, rule

ASPECTS_OF = {"management": ("input", "process", "product"), "effectiveness": ("result", "impact")}
KIND_OF = {aspect: kind for kind, aspects in ASPECTS_OF.items() for aspect in aspects}
BASELINE, TARGET = ("baseline", "value"), ("target", "value")


@rule(
    "I101", ERROR, "5.3",
    "“{node}” does not say what it measures.",
    "write under {key} what is counted or observed",
    missing=True,
)  # fmt: skip
def variable_stated(indicator: Indicator) -> Found:
    """An indicator says what it measures: a variable or a definition.

    A name such as “Coverage” can be filled in ten ways. Only when it is written down what is counted will
    two people who measure come to the same value, this year and the next.

    Bad:
        commitments:
          registry:
            indicators:
              stalls-counted:
                variable:  # <- I101

    Good:
        commitments:
          registry:
            indicators:
              stalls-counted:
                variable:
                definition: Stalls that stand on the map with their number and their trade
    """
    if not (indicator.variable or indicator.definition):
        yield at("variable", unless=(("definition",),))


@rule(
    "I102", ERROR, "5.3",
    "“{node}” has neither a unit nor a scale of words.",
    "write under {key} what one counts in, such as offices or percent; or list words in order under {scale}",
    missing=True,
)  # fmt: skip
def unit_or_scale_stated(indicator: Indicator) -> Found:
    """An indicator has a unit or a scale.

    A bare 40 may be forty offices, forty per cent or forty days. A quality that is not counted, such as
    the state of a regulation, has a scale instead: its words in order, from the least to the most.

    Bad:
        commitments:
          registry:
            indicators:
              stalls-counted:
                unit:  # <- I102

    Good:
        commitments:
          registry:
            indicators:
              stalls-counted:
                unit: stalls
    """
    if not (indicator.unit or indicator.scale):
        yield at("unit", unless=(("scale",),), scale=Key("indicator", "scale"))


@rule(
    "I103", ERROR, "5.3",
    "“{node}” does not say which value is to be reached.",
    "write it under {target}, as {key}",
    missing=True, silences="I104",
)  # fmt: skip
def target_value_stated(indicator: Indicator) -> Found:
    """An indicator has a target value.

    Only a value agreed beforehand shows whether what was reached is much or little. Set afterwards, it
    will always have been met.

    Bad:
        commitments:
          registry:
            indicators:
              stalls-counted:
                target:  # <- I103

    Good:
        commitments:
          registry:
            indicators:
              stalls-counted:
                target: {value: 1200, date: 2025-06-30}
    """
    if indicator.target is None or indicator.target.value is None:
        yield at("target", "value", target=Key("indicator", "target"))


@rule(
    "I104", ERROR, "5.3",
    "“{node}” does not say by when its target is to be reached.",
    "write the day, the month or the year under {target}, as {key}",
    missing=True,
)  # fmt: skip
def target_date_stated(indicator: Indicator) -> Found:
    """An indicator has a date for its target.

    A target without a date is never missed. The date also tells when to measure for the last time, and
    from when on the public may ask.

    Bad:
        commitments:
          registry:
            indicators:
              stalls-counted:
                target:
                  date:  # <- I104

    Good:
        commitments:
          registry:
            indicators:
              stalls-counted:
                target:
                  date: 2025-06
    """
    if indicator.target is None or indicator.target.date is None:
        yield at("target", "date", target=Key("indicator", "target"))


@rule(
    "I112", ERROR, "5.3",
    "In “{node}”, {key} is {aspect}, which belongs to {right}, but {field} is {kind}.",
    "write {right} as {field}, or as {key} one of: {fitting}",
)  # fmt: skip
def aspect_fits_kind(indicator: Indicator) -> Found:
    """The aspect of an indicator fits its kind.

    Input, process and product are what those who act have in their hands: management. Result and impact
    are what changes for others because of it: effectiveness. An indicator that mixes the two counts work
    as if it were an effect.

    Bad:
        commitments:
          registry:
            indicators:
              stalls-counted:
                kind: management
                aspect: impact  # <- I112

    Good:
        commitments:
          registry:
            indicators:
              stalls-counted:
                kind: management
                aspect: product
    """
    kind, aspect = indicator.kind, indicator.aspect
    if kind and aspect and KIND_OF[aspect] != kind:
        yield at(
            "aspect",
            aspect=Word("=aspect", aspect),
            fitting=tuple(Word("=aspect", word) for word in ASPECTS_OF[kind]),
            field=Key("indicator", "kind"),
            kind=Word("=indicator-kind", kind),
            right=Word("=indicator-kind", KIND_OF[aspect]),
        )


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
    "The shares of the traffic light of “{node}” must rise from {amber} to {green}, and with pairs back to "
    "{amber}; they read {read}.",
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


def place_of(value: Decimal | str | None, scale: Sequence[str]) -> Decimal | None:
    """Where a value stands: the number itself, or the place of its word in the scale (from 0); else None."""
    if value is None or not scale:
        return value if isinstance(value, Decimal) else None
    return next((Decimal(place) for place, word in enumerate(scale) if _same(word, value)), None)


def _same(word: str, value: Decimal | str) -> bool:
    """Whether a value is a word of a scale; capitals and spaces do not matter, and `50%` is the number 50."""
    if isinstance(value, Decimal):
        return value in (read_number(word, comma=True), read_number(word, comma=False))
    return " ".join(word.split()).casefold() == " ".join(value.split()).casefold()


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
