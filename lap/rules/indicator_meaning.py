"""Family I, fifth part: that an indicator says something of its own, and says how it is calculated (§5.3)."""

from itertools import combinations

from lap.language.likeness import equal_in_words
from lap.language.shares import is_share, names_both_parts
from lap.model.commitment import Commitment
from lap.model.indicator import Indicator
from lap.rule import ADVICE, Found, at, rule


@rule(
    "I115", ADVICE, "5.3",
    "“{node}” is measured as a share, and its {key} does not name both parts.",
    "write what is counted, then / and the whole that it is part of, such as: vendors with a place / all vendors × 100",
)  # fmt: skip
def share_has_formula(indicator: Indicator) -> Found:
    """A percentage or ratio has a formula that names both parts.

    A share of what? Half of the vendors who asked for a place and half of all vendors are two figures, and the easier
    one can be chosen afterwards. The formula settles it: what is counted, and out of how many.

    Bad:
        commitments:
          registry:
            indicators:
              written-places:
                formula: percentage of vendors  # <- I115

    Good:
        commitments:
          registry:
            indicators:
              written-places:
                formula: vendors with a written place / all vendors × 100
    """
    if is_share(indicator.unit) and not names_both_parts(indicator.formula):
        yield at("formula")


@rule(
    "I117", ADVICE, "5.3",
    "“{node}” measures the same thing as “{other}”: {variable}.",
    "keep one of them, or say under {key} what is counted here and not there",
)  # fmt: skip
def indicators_differ(commitment: Commitment) -> Found:
    """No two indicators of a commitment measure the same thing.

    One figure reported twice looks like two results. Two indicators measure the same where their variables are equal
    in words and so are their units.

    Bad:
        commitments:
          registry:
            indicators:
              stalls-counted: {variable: Vendors that have a written place, unit: vendors}
              written-places: {variable: vendors with a written place, unit: Vendors}  # <- I117

    Good:
        commitments:
          registry:
            indicators:
              stalls-counted: {variable: stalls counted, unit: stalls}
              written-places: {variable: vendors with a written place, unit: vendors}
    """
    told: set[str] = set()
    for one, other in combinations(commitment.indicators.values(), 2):
        if other.id not in told and _same_measure(one, other):
            told.add(other.id)
            also = (("indicators", one.id, "variable"),)
            yield at(
                "indicators", other.id, "variable", also=also,
                node=other.label, other=one.label, variable=other.variable,
            )  # fmt: skip


def _same_measure(one: Indicator, other: Indicator) -> bool:
    if not equal_in_words(one.variable, other.variable):
        return False
    return equal_in_words(one.unit, other.unit) or (not one.unit and not other.unit and one.scale == other.scale)


@rule(
    "I118", ADVICE, "5.3",
    "The name of this indicator repeats the objective of its commitment: “{node}”.",
    "name it after what is counted; the objective says what is to change",
)  # fmt: skip
def name_is_no_objective(indicator: Indicator, commitment: Commitment) -> Found:
    """The name of an indicator is not equal in words to the objective.

    The objective says what is to be reached, the indicator what one looks at to see whether it was. Where one is
    copied into the other, nobody has thought yet about what to count.

    Bad:
        commitments:
          registry:
            indicators:
              written-places:
                name: To give 90% of the street vendors a written place by 2026-12-31  # <- I118

    Good:
        commitments:
          registry:
            indicators:
              written-places:
                name: Vendors with a written place
    """
    if equal_in_words(indicator.name, commitment.objective):
        yield at("name")
