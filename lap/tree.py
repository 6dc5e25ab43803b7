"""The tree of a problem: effects above, the problem in the middle, causes below, and what the plan does about each.

The tree of objectives is the same tree told positively: each cause has its means, each effect its end, the statement
its objective (§4.1). So there is one tree here, and each node knows both of its sentences.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from lap.model.commitment import Commitment
from lap.model.plan import Plan
from lap.model.problem import Cause, Effect, Problem

Side = Literal["effects", "causes"]
LEFT = ("postponed", "referred")


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

    @property
    def in_hand(self) -> bool:
        """Whether the plan keeps the problem: its outcome does not leave it to later or to others."""
        return self.problem.outcome not in LEFT


def tree_of(problem: Problem, plan: Plan) -> Tree:
    """The tree of a problem of a plan (§4.1). A commitment that names no problem may address a node of any."""
    promised = tuple(one for one in plan.commitments.values() if problem.id in one.problem)
    by_node: dict[str, list[Commitment]] = {}
    for one in plan.commitments.values():
        if problem.id in one.problem or not one.problem:
            for name in dict.fromkeys(one.addresses):
                by_node.setdefault(name, []).append(one)
    effects = tuple(_branch(effect, 1, by_node, ()) for effect in problem.effects.values())
    causes = tuple(_branch(cause, 1, by_node, ()) for cause in problem.causes.values())
    return Tree(problem, effects, causes, promised)


def _branch(
    node: Cause | Effect, depth: int, by_node: dict[str, list[Commitment]], above: tuple[Commitment, ...]
) -> Branch:
    promised = tuple(by_node.get(node.id, ()))
    below = (*above, *(one for one in promised if not any(one is other for other in above)))
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
    """A root cause and what the plan does about it: a commitment addresses it, or a cause above it; it is set aside; or nothing.

    `by` is the cause that is addressed or set aside: the root cause itself or the nearest one above it.
    """

    branch: Branch
    how: Answer
    by: Branch | None = None


def coverage(tree: Tree) -> list[Answered]:
    """Every root cause with what answers it (§4.1), in the order of the file."""
    found: list[Answered] = []
    todo: list[tuple[Branch, Branch | None, Branch | None]] = [(one, None, None) for one in reversed(tree.causes)]
    while todo:
        branch, promised, aside = todo.pop()
        promised, aside = branch if branch.promised else promised, branch if branch.set_aside else aside
        todo += [(one, promised, aside) for one in reversed(branch.branches)]
        if branch.is_root:
            found.append(_answered(branch, promised, aside))
    return found


def _answered(branch: Branch, promised: Branch | None, aside: Branch | None) -> Answered:
    if promised:
        return Answered(branch, "promised" if promised is branch else "inherited", promised)
    return Answered(branch, "set-aside", aside) if aside else Answered(branch, "open")


def counted(found: list[Answered]) -> Counter[Answer]:
    """How many root causes are answered in each way."""
    return Counter(one.how for one in found)
