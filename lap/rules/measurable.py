"""Family M: a commitment is measurable (§5, §5.3)."""

from collections.abc import Iterator

from lap.findings import Key, Word
from lap.language.sentence import read
from lap.model.commitment import Commitment
from lap.model.indicator import Indicator
from lap.rule import ERROR, WARNING, Found, at, rule
from lap.rules.indicators import KIND_OF

MANAGEMENT, EFFECTIVENESS = "management", "effectiveness"


@rule(
    "M102", ERROR, "5",
    "“{node}” has no indicator of the kind {management}.",
    "add under {indicators} one of that kind, which shows how far the activities have come",
    missing=True,
)  # fmt: skip
def has_management_indicator(commitment: Commitment) -> Found:
    """The commitment has a management indicator.

    Management indicators count what is put in, done and delivered, so they tell while there is still time
    whether the work goes on. The effects come later and may never come: without a management indicator,
    delay shows too late. An indicator that does not say its kind is known by its aspect: input, process
    and product belong to management.

    Bad:
        commitments:
          registry:  # <- M102
            indicators:
              stalls-counted:
                kind: effectiveness
                aspect: result

    Good:
        commitments:
          registry:
            indicators:
              stalls-counted:
                kind: management
                aspect: product
    """
    for path in _lacking(commitment, MANAGEMENT):
        named = Key("commitment", "indicators")
        yield at(*path, management=Word("=indicator-kind", MANAGEMENT), indicators=named)


@rule(
    "M101", WARNING, "5",
    "“{node}” has no indicator of the kind {effectiveness}.",
    "add under {indicators} one of that kind, which shows what has changed for people",
)  # fmt: skip
def has_effectiveness_indicator(commitment: Commitment) -> Found:
    """The commitment has an effectiveness indicator.

    Everything can be done as planned and the problem stay as it was. Only an indicator of results or impact shows
    whether it did. An indicator that does not say its kind is known by its aspect: result and impact belong to
    effectiveness.

    Bad:
        commitments:
          registry:  # <- M101
            indicators:
              written-places:
                kind: management
                aspect: product

    Good:
        commitments:
          registry:
            indicators:
              written-places:
                kind: effectiveness
                aspect: result
    """
    for path in _lacking(commitment, EFFECTIVENESS):
        named = Key("commitment", "indicators")
        yield at(*path, effectiveness=Word("=indicator-kind", EFFECTIVENESS), indicators=named)


def _lacking(commitment: Commitment, wanted: str) -> Iterator[tuple[str, ...]]:
    """Where to say that there is no indicator of a kind: once at the most."""
    kinds = {key: _kind(indicator) for key, indicator in commitment.indicators.items()}
    if wanted not in kinds.values():
        # Where a kind cannot be read, the place is that kind, so that the mistake is told once.
        untold = [("indicators", key, "kind") for key, kind in kinds.items() if not kind]
        yield untold[0] if untold else () if kinds else ("indicators",)


def _kind(indicator: Indicator) -> str | None:
    """The stated kind, else the one that the aspect belongs to."""
    return indicator.kind or KIND_OF.get(indicator.aspect or "")


@rule(
    "M103", WARNING, "5",
    "The objective of “{node}” states no goal.",
    "write how much is to be reached, or add an indicator of the kind {effectiveness} with a target",
)  # fmt: skip
def states_a_goal(commitment: Commitment, language: str) -> Found:
    """The objective states a goal.

    An objective names a verb, a result, the people it is for and the goal (§5.1). Without a figure nobody can say,
    when the plan is over, how much of it was reached. The figure may stand in the sentence or be the target of an
    effectiveness indicator: a count of activities does not tell whether anything has changed.

    Bad:
        commitments:
          registry:
            objective: To give street vendors a written place  # <- M103
            indicators: {written-places: {target: }}  # <- I103

    Good:
        commitments:
          registry:
            objective: To give street vendors a written place
    """
    if commitment.objective and not goal_in_indicators(commitment) and not read(commitment.objective, language).figures:
        effectiveness = Word("=indicator-kind", EFFECTIVENESS)
        yield at("objective", unless=unread(commitment), effectiveness=effectiveness)


@rule(
    "M104", WARNING, "5.3",
    "The objective of “{node}” says by how much ({size}) but not from where.",
    "write from what to what, such as from 200 to 100, or give its indicator of the kind {effectiveness} a baseline",
    silences="I105",
)  # fmt: skip
def change_has_a_baseline(commitment: Commitment, language: str) -> Found:
    """A goal told as a change has its baseline.

    Half of what, and as of when? A change can only be verified by whoever knows where it began, and once the plan is under
    way that can no longer be measured. "From 200 to 100" in the sentence says it, and so does the baseline of an
    effectiveness indicator. "Reduce to 10 days" needs none.

    Bad:
        commitments:
          registry:
            objective: To reduce by 30% the bribes that street vendors pay  # <- M104
            indicators: {written-places: {baseline: }}

    Good:
        commitments:
          registry:
            objective: To reduce by 30% the bribes that street vendors pay
    """
    size = read(commitment.objective, language).relative
    if size and not any(one.baseline and one.baseline.value is not None for _, one in _effects(commitment)):
        effectiveness = Word("=indicator-kind", EFFECTIVENESS)
        yield at("objective", unless=unread(commitment, "baseline"), size=size, effectiveness=effectiveness)


def _effects(commitment: Commitment) -> Iterator[tuple[str, Indicator]]:
    """The effectiveness indicators, by id."""
    return ((key, one) for key, one in commitment.indicators.items() if _kind(one) == EFFECTIVENESS)


def goal_in_indicators(commitment: Commitment) -> bool:
    """Whether an effectiveness indicator has a target."""
    return any(one.target and one.target.value is not None for _, one in _effects(commitment))


def unread(commitment: Commitment, field: str = "target") -> tuple[tuple[str, ...], ...]:
    """The places where an effectiveness indicator may have a value that could not be read."""
    if not commitment.indicators:
        return (("indicators",),)
    kinds = tuple(("indicators", key, "kind") for key, one in commitment.indicators.items() if _kind(one) is None)
    return (*kinds, *(("indicators", key, field) for key, _ in _effects(commitment)))
