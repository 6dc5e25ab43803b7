"""Family S, last part: that commitments differ from each other, and change something for people (§5)."""

from lap.language.likeness import twins
from lap.language.sentence import read
from lap.language.wording import product
from lap.model.commitment import Commitment
from lap.model.plan import Plan
from lap.rule import ADVICE, Found, at, rule


@rule(
    "S112", ADVICE, "5",
    "“{one}” and “{other}” say the same in {key}.",
    "make one commitment of the two, or say what tells them apart",
)  # fmt: skip
def commitments_differ(plan: Plan) -> Found:
    """No two commitments are equal in words, in their titles or in their objectives.

    Two promises of one thing divide the work and the responsibility, and are counted twice when the plan is assessed.

    Bad:
        commitments:
          registry:
            title: Register of street vendors
          second:  # <- S101 S107 M101 M102 A101 A103 A106 A109 R101 R103 R106 R109
            title: The register of street vendors  # <- S112

    Good:
        commitments:
          registry:
            title: Register of street vendors
    """
    for field in ("title", "objective"):
        texts = {key: text for key, one in plan.commitments.items() if (text := getattr(one, field))}
        for one, other in twins(texts):
            first, second = plan.commitments[one], plan.commitments[other]
            also = (("commitments", one, field),)
            yield at("commitments", other, field, one=first.label, other=second.label, also=also)


@rule(
    "S114", ADVICE, "5",
    "The objective of “{node}” names a product, “{product}”, and no change for people.",
    "say what will be different for whom; the product is an activity or a deliverable",
)  # fmt: skip
def changes_something(commitment: Commitment, language: str) -> Found:
    """The objective names a change for people, not a product.

    A portal, a plan or an office can be finished on time and change nothing. An objective says what will be different
    for someone when they are there.

    Bad:
        commitments:
          registry:
            objective: To publish a register of stalls by 2026-12-31  # <- S114

    Good:
        commitments:
          registry:
            objective: To publish a register so that 1,000 vendors keep their place
    """
    thing = product(read(commitment.objective, language), language) if commitment.objective else ""
    if thing:
        yield at("objective", product=thing)
