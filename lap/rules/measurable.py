"""Family M: a commitment is measurable (§5, §5.3)."""

from lap.findings import Key, Word
from lap.model.commitment import Commitment
from lap.model.indicator import Indicator
from lap.rule import ERROR, Found, at, rule
from lap.rules.indicators import KIND_OF

MANAGEMENT = "management"


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
    kinds = {key: _kind(indicator) for key, indicator in commitment.indicators.items()}
    if MANAGEMENT not in kinds.values():
        # Where a kind cannot be read, the place is that kind, so that the mistake is told once.
        untold = [("indicators", key, "kind") for key, kind in kinds.items() if not kind]
        path = untold[0] if untold else () if kinds else ("indicators",)
        named = Key("commitment", "indicators")
        yield at(*path, management=Word("=indicator-kind", MANAGEMENT), indicators=named)


def _kind(indicator: Indicator) -> str | None:
    """The stated kind, else the one that the aspect belongs to."""
    return indicator.kind or KIND_OF.get(indicator.aspect or "")
