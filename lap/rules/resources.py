"""Family A, third part: what a commitment takes, and what may stand in its way (§2.9, §5.1)."""

from lap.findings import Key
from lap.model.commitment import Commitment
from lap.model.resources import Budget
from lap.rule import ADVICE, Found, at, rule


@rule(
    "A106", ADVICE, "2.9",
    "“{node}” does not say with what it will be done.",
    "write under {key} money, people, or what others lend or give",
)  # fmt: skip
def resources_identified(commitment: Commitment) -> Found:
    """The resources of a commitment are identified, money or not.

    A room, two clerks for an afternoon a week or a university's students may be all that is needed. Whoever has to
    give them should find out from the plan, and not when the work begins.

    Bad:
        commitments:
          registry:
            resources:  # <- A106

    Good:
        commitments:
          registry:
            resources: {human: Two clerks and a van for three months}
    """
    if not (commitment.resources and any(value for _, value in commitment.resources)):
        yield at("resources")


@rule(
    "A107", ADVICE, "2.9",
    "The budget of “{node}” cannot be looked up. Missing here: {missing}.",
    "write of which fiscal year the money is, and from which budget or fund it comes",
)  # fmt: skip
def budget_can_be_found(budget: Budget) -> Found:
    """A budget has year and source.

    With the year and the name of the budget, anyone can see whether the money was really set aside. An amount alone is
    a hope.

    Bad:
        commitments:
          registry:
            resources:
              budget:
                year:  # <- A107

    Good:
        commitments:
          registry:
            resources:
              budget:
                year: 2025
    """
    missing = [name for name in ("year", "source") if not getattr(budget, name)]
    if missing:
        yield at(missing[0], missing=tuple(Key("budget", name) for name in missing))


@rule(
    "A109", ADVICE, "5.1",
    "“{node}” names no challenges.",
    "write under {key} what could get in the way",
)  # fmt: skip
def challenges_named(commitment: Commitment) -> Found:
    """The challenges of a commitment are named.

    Every plan meets obstacles: rains, elections, people who lose by it. Those who have talked about them beforehand
    have an answer ready, and a delay that was foreseen is easier to explain.

    Bad:
        commitments:
          registry:
            challenges:  # <- A109

    Good:
        commitments:
          registry:
            challenges: [Vendors who fear to be counted]
    """
    if not commitment.challenges:
        yield at("challenges")
