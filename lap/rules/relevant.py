"""Family R: a commitment is relevant (§3 premise 4, §5, Glossary)."""

from lap.findings import Key
from lap.model.commitment import Commitment, Pillars
from lap.rule import ERROR, Found, at, rule

PILLARS = tuple(Key("pillars", pillar) for pillar in Pillars.model_fields)


@rule(
    "R101", ERROR, "5",
    "“{node}” is linked to no problem.",
    "write under {key} the id of the problem that it helps to solve",
    missing=True, silences="R102",
)  # fmt: skip
def linked_to_problem(commitment: Commitment) -> Found:
    """The commitment is linked to a problem.

    A commitment is there to help solve a public problem that people named together. Without that link it
    is a task that some office wanted to do anyway, and nobody can ask afterwards whether the problem has
    become smaller.

    Bad:
        problems:
          street-trade: {outcome: taken-up, reason: Most votes}
        commitments:
          registry:
            problem:  # <- R101

    Good:
        problems:
          street-trade: {outcome: taken-up, reason: Most votes}
        commitments:
          registry:
            problem: street-trade
    """
    if not commitment.problem:
        yield at("problem")


@rule(
    "R103", ERROR, "3",
    "“{node}” does not say which pillar of open government it serves.",
    "say under {key}, in a sentence, how it serves one or more of {pillars}",
    missing=True,
)  # fmt: skip
def serves_a_pillar(commitment: Commitment) -> Found:
    """The commitment serves at least one pillar of open government.

    Paving a street may solve a problem and still leave government as closed as before. What belongs in
    this plan makes it more transparent, lets people take part, makes someone answer for the result, or
    does it in a new way.

    Bad:
        commitments:
          registry:
            pillars:  # <- R103

    Good:
        commitments:
          registry:
            pillars:
              transparency: The register is published each month
    """
    if not (commitment.pillars and any(text for _, text in commitment.pillars)):
        yield at("pillars", pillars=PILLARS)


@rule(
    "R106", ERROR, "5",
    "“{node}” has no activities.",
    "write under {activities} what is done, from when to when, by whom, and what comes of it",
    missing=True, silences="L114 L115 T105 T106",
)  # fmt: skip
def has_activities(commitment: Commitment) -> Found:
    """The commitment has activities.

    An objective is reached by steps, each with its dates, someone who does it and something that it
    yields. Without them the commitment is a wish: nothing is due on any day, so nothing can be late.

    Bad:
        commitments:
          registry:  # <- R106
            stages:
            indicators:
              stalls-counted: {activities: }
              written-places: {activities: }

    Good:
        commitments:
          registry:
            stages:
              enrolment:
                title: Enrolment
                activities:
                  count-stalls:
                    activity: To count the stalls of the twelve markets
    """
    if not any(commitment.all_activities()):
        field, other = ("stages", "activities") if commitment.stages else ("activities", "stages")
        yield at(field, unless=((other,),), activities=Key("commitment", "activities"))
