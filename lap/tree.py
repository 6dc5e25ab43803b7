"""The tree of a problem: effects above, the problem in the middle, causes below, and what the plan does about each.

The tree of objectives is the same tree told positively: each cause has its means, each effect its end, the statement
its objective (§4.1). So there is one tree here, and each node knows both of its sentences.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from lap.model.commitment import Commitment
from lap.model.plan import Plan
from lap.model.problem import Cause, Effect, Problem

Side = Literal["effects", "causes"]


@dataclass(frozen=True, slots=True)
class Branch:
    """A cause or an effect with what hangs below it.

    `counterpart` is its means or its end; `promised` are the commitments that address it, `inherited` those that
    address a cause or an effect above it (a root cause is answered when it or an ancestor is).
    """

    id: str
    side: Side
    depth: int
    text: str
    counterpart: str
    kind: str = ""
    set_aside: str = ""
    leads_to: tuple[str, ...] = ()
    promised: tuple[Commitment, ...] = ()
    inherited: tuple[Commitment, ...] = ()
    branches: tuple["Branch", ...] = ()

    @property
    def is_root(self) -> bool:
        """Whether it is a cause without causes of its own."""
        return self.side == "causes" and not self.branches


class Tree(NamedTuple):
    """A problem with both halves of its tree; `promised` are the commitments that take the problem up."""

    problem: Problem
    effects: tuple[Branch, ...]
    causes: tuple[Branch, ...]
    promised: tuple[Commitment, ...]


def tree_of(problem: Problem, plan: Plan) -> Tree:
    """The tree of a problem of a plan (§4.1)."""
    promised = tuple(one for one in plan.commitments.values() if problem.id in one.problem)
    by_node: dict[str, list[Commitment]] = {}
    for one in promised:
        for name in one.addresses:
            by_node.setdefault(name, []).append(one)
    effects = tuple(_branch(effect, 1, by_node, ()) for effect in problem.effects.values())
    causes = tuple(_branch(cause, 1, by_node, ()) for cause in problem.causes.values())
    return Tree(problem, effects, causes, promised)


def _branch(
    node: Cause | Effect, depth: int, by_node: dict[str, list[Commitment]], above: tuple[Commitment, ...]
) -> Branch:
    promised = tuple(by_node.get(node.id, ()))
    below = (*above, *(one for one in promised if one not in above))
    if isinstance(node, Effect):
        branches = tuple(_branch(one, depth + 1, by_node, below) for one in node.effects.values())
        return Branch(
            node.id, "effects", depth, node.text, node.end, promised=promised, inherited=above, branches=branches
        )
    branches = tuple(_branch(one, depth + 1, by_node, below) for one in node.causes.values())
    return Branch(
        node.id, "causes", depth, node.text, node.means, node.kind or "", node.set_aside, tuple(node.leads_to),
        promised, above, branches,
    )  # fmt: skip


def branches(tree: Tree) -> Iterator[Branch]:
    """Every branch of a tree, effects first, each before what hangs below it."""
    todo = [*reversed(tree.causes), *reversed(tree.effects)]
    while todo:
        branch = todo.pop()
        yield branch
        todo += reversed(branch.branches)


Answer = Literal["promised", "inherited", "set-aside", "open"]


class Answered(NamedTuple):
    """A root cause and what the plan does about it: a commitment addresses it, or a cause above it; it is set aside; or nothing."""

    branch: Branch
    how: Answer


def coverage(tree: Tree) -> list[Answered]:
    """Every root cause with what answers it (§4.1), in the order of the file."""
    aside: list[Answered] = []
    todo = [(one, False) for one in reversed(tree.causes)]
    while todo:
        branch, left = todo.pop()
        left = left or bool(branch.set_aside)
        todo += [(one, left) for one in reversed(branch.branches)]
        if branch.is_root:
            aside.append(Answered(branch, _how(branch, left)))
    return aside


def _how(branch: Branch, set_aside: bool) -> Answer:
    if branch.promised:
        return "promised"
    if branch.inherited:
        return "inherited"
    return "set-aside" if set_aside else "open"
