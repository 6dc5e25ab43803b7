"""Family O: the tree of objectives, which answers the tree of the problem node by node (§4.1)."""

from lap.model.plan import Plan
from lap.model.problem import Cause, Effect, Problem
from lap.rule import ADVICE, Found, at, rule
from lap.rules.problem import in_hand


@rule(
    "O101", ADVICE, "4.1",
    "The cause “{node}” has no means in the tree of objectives.",
    "write under {key} how things are when this cause is gone",
)  # fmt: skip
def cause_has_means(cause: Cause, problem: Problem) -> Found:
    """Every cause has its means in the tree of objectives.

    Below the objective stand the means: for each cause, the state in which it is gone. They show whether the causes,
    once removed, really lead to the objective, and what a commitment has to reach. A problem that is postponed or
    referred is not asked.

    Bad:
        problems:
          street-trade:
            causes:
              no-register:
                means:  # <- O101

    Good:
        problems:
          street-trade:
            causes:
              no-register:
                means: Every place is given in writing
    """
    if in_hand(problem) and not cause.means:
        yield at("means")


@rule(
    "O102", ADVICE, "4.1",
    "The effect “{node}” has no end in the tree of objectives.",
    "write under {key} what people have instead when the problem is solved",
)  # fmt: skip
def effect_has_end(effect: Effect, problem: Problem) -> Found:
    """Every effect has its end in the tree of objectives.

    Negative effects are transformed into the ends that are sought (§4.1): what people have once the problem is solved.
    Whoever has written them down knows what the indicators of effectiveness should measure. A problem that is postponed
    or referred is not asked.

    Bad:
        problems:
          street-trade:
            effects:
              lost-income:
                end:  # <- O102

    Good:
        problems:
          street-trade:
            effects:
              lost-income:
                end: Vendors keep what they earn
    """
    if in_hand(problem) and not effect.end:
        yield at("end")


@rule(
    "O103", ADVICE, "4.1",
    "“{node}” is not turned into an objective.",
    "write under {key} how things are when the problem is solved",
)  # fmt: skip
def statement_has_objective(problem: Problem) -> Found:
    """The statement of the problem has its objective.

    The trunk of the tree of objectives is the problem told as the situation in which it is solved (§4.1). Each
    commitment that takes up the problem should bring that situation nearer. A problem that is postponed or referred is
    not asked.

    Bad:
        problems:
          street-trade:
            objective:  # <- O103

    Good:
        problems:
          street-trade:
            objective: Street vendors keep their place without paying bribes
    """
    if in_hand(problem) and not problem.objective:
        yield at("objective")


@rule(
    "O106", ADVICE, "4.1",
    "“{node}” does not say which general objectives it serves.",
    "write under {key} a development plan or programme, and the objective in it that this plan helps to reach",
)  # fmt: skip
def aligned(plan: Plan) -> Found:
    """The plan names the general objectives that it is aligned with.

    Objectives should be in alignment with general objectives (§4.1), such as those of the municipal development plan.
    What serves them too has a budget line, an office in charge and a better chance to outlive its authors.

    Bad:
        alignment:  # <- O106

    Good:
        alignment: {instrument: Municipal Development Plan 2024-2027, objective: Decent work}
    """
    if not any(one.objective for one in plan.alignment):
        yield at("alignment")
