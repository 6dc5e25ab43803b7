"""Trees to be shown in tests: those of the examples, and ones grown to a shape."""

from collections.abc import Iterator
from typing import Any

from conftest import ROOT

from lap.load import load
from lap.model.commitment import Commitment
from lap.model.plan import Plan
from lap.model.problem import Cause, Effect, Problem
from lap.source.files import read_plan
from lap.tree import Tree, tree_of

EXAMPLES = ("arroyo-garza-2025.yaml", "jalisco-2016.yaml", "sierra-alta-2025", "tlaxcala-2016.yaml")


def examples() -> Iterator[tuple[Tree, str]]:
    """Every tree of the examples, with the language of its plan."""
    for name in EXAMPLES:
        loaded = load(read_plan(ROOT / "examples" / name))
        yield from ((tree_of(one, loaded.plan), loaded.language) for one in loaded.plan.problems.values())


def cause(name: str, text: str, *causes: Cause, **more: Any) -> Cause:
    """A cause with causes of its own; `leads_to` and `set_aside` as in the model."""
    keys = {key.replace("_", "-"): value for key, value in more.items()}
    return Cause.model_validate({"/id": name, "text": text, "causes": {one.id: one for one in causes}, **keys})


def effect(name: str, text: str, *effects: Effect, **more: Any) -> Effect:
    """An effect with effects of its own."""
    return Effect.model_validate({"/id": name, "text": text, "effects": {one.id: one for one in effects}, **more})


def tree(
    statement: str, causes: list[Cause], effects: list[Effect] | None = None, *commitments: dict[str, Any], **more: Any
) -> Tree:
    """The tree of a problem `p`; a commitment is a mapping with an `id`, a `title` and what it `addresses`."""
    problem = Problem.model_validate(
        {"/id": "p", "statement": statement, "causes": {one.id: one for one in causes},
         "effects": {one.id: one for one in effects or []}, **more}
    )  # fmt: skip
    made = [
        Commitment.model_validate({"/id": one.pop("id"), "problem": ["p"], **one}) for one in map(dict, commitments)
    ]
    plan = Plan.model_construct(problems={"p": problem}, commitments={one.id: one for one in made})
    return tree_of(problem, plan)


def chain(levels: int) -> Tree:
    """A tree of so many levels on both sides, one box on each."""
    lower, upper = cause(f"c{levels}", "The last cause", kind="necessary"), effect(f"e{levels}", "The last effect")
    for level in range(levels - 1, 0, -1):
        lower, upper = (
            cause(f"c{level}", f"Cause {level}", lower, kind="necessary"),
            effect(f"e{level}", f"Effect {level}", upper),
        )
    return tree("It goes on and on", [lower], [upper])


def bush(columns: int, each: int, text: str = "Cause {n}") -> Tree:
    """A tree of so many causes with so many causes each."""
    grown = [
        cause(f"c{n}", text.format(n=n), *(cause(f"c{n}-{m}", text.format(n=f"{n}.{m}"), kind="contributing") for m in range(each)), kind="contributing")
        for n in range(columns)
    ]  # fmt: skip
    return tree("Many things come together", grown)
