"""The logical framework of a problem: goal, purpose, components, activities (§1.1, §4.1, §5.3).

It is read from the tree of objectives and the plan. Goal: the ends, and the general objectives that the plan serves.
Purpose: the problem's objective. Components, what is delivered: the commitments that take the problem up. Activities:
those of their work plans. Each indicator stands at one level. A cause that is set aside lies in other hands; that it goes
all the same is what the components need besides, if the purpose is to be reached.
"""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from lap.known import tree_nodes
from lap.model.commitment import Commitment, PlacedActivity
from lap.model.indicator import Indicator
from lap.model.plan import Alignment, Plan
from lap.model.problem import Problem
from lap.tree import LEFT, Branch, branches, coverage, tree_of

Level = Literal["goal", "purpose", "component", "activity"]

EFFECTS = ("result", "impact")


class Gauge(NamedTuple):
    """An indicator and the commitment that it belongs to."""

    commitment: Commitment
    indicator: Indicator


class Goal(NamedTuple):
    """What solving the problem contributes to: general objectives, and the ends, nearest first; with impact indicators."""

    serves: tuple[Alignment, ...]
    ends: tuple[Branch, ...]
    gauges: tuple[Gauge, ...]


class Purpose(NamedTuple):
    """The state in which the problem is solved, "" where it is not written; with the indicators of results."""

    objective: str
    gauges: tuple[Gauge, ...]


class Step(NamedTuple):
    """An activity, its number (1.2 is the second of component 1) and its own indicators.

    `moves` are indicators of other levels that name it among the activities that move them.
    """

    number: str
    placed: PlacedActivity
    gauges: tuple[Gauge, ...]
    moves: tuple[Gauge, ...]


class Component(NamedTuple):
    """A commitment as what is delivered, with its product indicators and its activities.

    `elsewhere` are the other problems that it takes up, in whose frameworks it stands as well.
    """

    number: int
    commitment: Commitment
    gauges: tuple[Gauge, ...]
    steps: tuple[Step, ...]
    elsewhere: tuple[Problem, ...]


class Framework(NamedTuple):
    """The four levels of a problem; `problem` is None for the commitments that take up none.

    `set_aside` are the causes that the plan leaves to others, `open` the root causes that nothing answers.
    """

    problem: Problem | None
    goal: Goal
    purpose: Purpose
    components: tuple[Component, ...]
    set_aside: tuple[Branch, ...]
    open: tuple[Branch, ...]

    @property
    def in_hand(self) -> bool:
        """Whether the plan keeps the problem; one that it leaves to later or to others is asked for nothing more."""
        return self.problem is None or self.problem.outcome not in LEFT


def framework(plan: Plan, problem: Problem | None) -> Framework:
    """The logical framework of a problem of a plan; without a problem, that of the commitments that take up none."""
    tree = tree_of(problem, plan) if problem else None
    nodes = list(branches(tree)) if tree else []
    promised = (
        tuple(one for one in plan.commitments.values() if takes_up(one, problem)) if problem else without_problem(plan)
    )
    gauges = [(level_of(each, one), Gauge(one, each)) for one in promised for each in one.indicators.values()]
    by_level = {level: tuple(gauge for at, gauge in gauges if at == level) for level in ("goal", "purpose")}
    return Framework(
        problem,
        Goal(tuple(plan.alignment), tuple(one for one in nodes if one.side == "effects"), by_level["goal"]),
        Purpose(problem.objective if problem else "", by_level["purpose"]),
        tuple(_component(number, one, problem, plan) for number, one in enumerate(promised, 1)),
        tuple(one for one in nodes if one.set_aside),
        tuple(one.branch for one in coverage(tree) if one.how == "open") if tree else (),
    )


def takes_up(commitment: Commitment, problem: Problem) -> bool:
    """Whether a commitment takes up a problem: it names it, or it names none and addresses a node of its tree."""
    if commitment.problem:
        return problem.id in commitment.problem
    return any(node.id in commitment.addresses for _, node in tree_nodes(problem))


def without_problem(plan: Plan) -> tuple[Commitment, ...]:
    """The commitments that take up no problem of the plan, and so stand in no problem's framework."""
    problems = plan.problems.values()
    return tuple(one for one in plan.commitments.values() if not any(takes_up(one, each) for each in problems))


def level_of(indicator: Indicator, commitment: Commitment) -> Level:
    """The level at which an indicator stands (§5.3).

    Impact is measured at the goal, other effects at the purpose, products at the component. What measures the management of
    a single activity stands beside it, of several beside what they bring about together: the component. So does
    what says neither its kind nor its aspect.
    """
    if indicator.kind == "effectiveness" or (not indicator.kind and indicator.aspect in EFFECTS):
        return "goal" if indicator.aspect == "impact" else "purpose"
    of_product = indicator.aspect == "product" or not says_its_level(indicator)
    return "activity" if not of_product and len(_moving(indicator, commitment)) == 1 else "component"


def says_its_level(indicator: Indicator) -> bool:
    """Whether an indicator says by its kind or its aspect at which level it measures."""
    return bool(indicator.kind or indicator.aspect)


def _moving(indicator: Indicator, commitment: Commitment) -> set[str]:
    """Ids of the activities of its own commitment that an indicator names."""
    own = {placed.activity.id for placed in commitment.all_activities()}
    return own.intersection(name.removeprefix(f"{commitment.id}/") for name in indicator.activities)


def _component(number: int, commitment: Commitment, problem: Problem | None, plan: Plan) -> Component:
    others = [name for name in dict.fromkeys(commitment.problem) if not problem or name != problem.id]
    levels = [(level_of(one, commitment), Gauge(commitment, one)) for one in commitment.indicators.values()]
    return Component(
        number,
        commitment,
        tuple(gauge for level, gauge in levels if level == "component"),
        tuple(_steps(number, commitment, levels)),
        tuple(plan.problems[name] for name in others if name in plan.problems),
    )


def _steps(number: int, commitment: Commitment, levels: list[tuple[Level, Gauge]]) -> Iterator[Step]:
    named: dict[str, list[tuple[Level, Gauge]]] = {}
    for level, gauge in levels:
        for key in _moving(gauge.indicator, commitment):
            named.setdefault(key, []).append((level, gauge))
    for place, placed in enumerate(commitment.all_activities(), 1):
        held = named.get(placed.activity.id, [])
        own = tuple(gauge for level, gauge in held if level == "activity")
        yield Step(f"{number}.{place}", placed, own, tuple(gauge for level, gauge in held if level != "activity"))
