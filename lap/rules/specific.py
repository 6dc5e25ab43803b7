"""Family S: a commitment is specific (§5, §5.1)."""

from lap.model.commitment import Commitment
from lap.rule import ERROR, Found, at, rule


@rule(
    "S101", ERROR, "5",
    "“{node}” has no objective.",
    "write under {key} what is to change, for whom, how much and by when",
    missing=True, silences="S102 S103 S104 M103",
)  # fmt: skip
def objective_stated(commitment: Commitment) -> Found:
    """The commitment has an objective.

    The objective is the end that all activities serve. Without it nobody can say, when the plan is over,
    whether the commitment was worth the effort, and each party is free to work towards an end of its own.

    Bad:
        commitments:
          registry:
            objective:  # <- S101

    Good:
        commitments:
          registry:
            objective: To give 90% of street vendors a written place by 2026-12-31
    """
    if not commitment.objective:
        yield at("objective")
