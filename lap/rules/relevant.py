"""Family R: a commitment is relevant (§3 premise 4, §5, Glossary)."""

from lap.findings import Key
from lap.known import tree_nodes
from lap.language.likeness import equal_in_words
from lap.model.commitment import Commitment, Pillars
from lap.model.plan import Plan
from lap.model.problem import Effect
from lap.rule import ADVICE, ERROR, WARNING, Found, at, rule

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


@rule(
    "R102", WARNING, "4.1",
    "“{node}” does not say which causes of its problem it acts on.",
    "write under {key} the ids of these causes",
)  # fmt: skip
def linked_to_causes(commitment: Commitment) -> Found:
    """The commitment is linked to causes of its problem.

    A problem becomes smaller when one of its causes does. With the link anyone can follow the thought (this is done,
    so that this cause goes away) and see which causes nobody has taken up.

    Bad:
        commitments:
          registry:
            addresses:  # <- R102

    Good:
        commitments:
          registry:
            addresses: [no-register]
    """
    if not commitment.addresses:
        yield at("addresses")


@rule(
    "R110", ADVICE, "4.1",
    "“{node}” acts on effects of its problem only: {effects}.",
    "write under {key} a cause as well; while the causes are there, the effects come back",
)  # fmt: skip
def not_only_symptoms(commitment: Commitment, plan: Plan) -> Found:
    """The commitment is not linked to symptoms only.

    To give vendors back what they lost in bribes helps them for a month. The effects of a problem are where it hurts;
    its causes are where it can be solved.

    Bad:
        commitments:
          registry:
            addresses: [lost-income]  # <- R110

    Good:
        commitments:
          registry:
            addresses: [lost-income, no-register]
    """
    problems = [plan.problems[one] for one in commitment.problem if one in plan.problems]
    effects = {
        node.id: node.label for problem in problems for _, node in tree_nodes(problem) if isinstance(node, Effect)
    }
    if commitment.addresses and all(one in effects for one in commitment.addresses):
        yield at("addresses", effects=tuple(effects[one] for one in commitment.addresses))


@rule(
    "R109", ADVICE, "5",
    "“{node}” does not tell apart what exists already and what it adds.",
    "write under {today} what there is without it, and under {promise} what there will be",
)  # fmt: skip
def adds_something(commitment: Commitment) -> Found:
    """What exists already and what the commitment adds are both told, and differ.

    Offices like to promise what they do anyway. Only beside the state of today does a reader see what is new, and an
    evaluator what became of it.

    Bad:
        commitments:
          registry:
            status-quo:  # <- R109

    Good:
        commitments:
          registry:
            status-quo: A list on paper from 2011 names 300 vendors
    """
    added = commitment.commitment or commitment.objective
    missing = "status-quo" if not commitment.status_quo else "commitment" if not added else ""
    if missing or any(equal_in_words(commitment.status_quo, text) for text in _promises(commitment)):
        fields = Key("commitment", "status-quo"), Key("commitment", "commitment")
        yield at(missing or "status-quo", today=fields[0], promise=fields[1])


def _promises(commitment: Commitment) -> tuple[str, ...]:
    return commitment.title, commitment.objective, commitment.commitment, commitment.contribution
