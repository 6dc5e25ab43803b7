"""Trees for programs: the published shape of `lap tree --format json` (schemas/tree.schema.json), with its own version."""

from collections.abc import Sequence
from typing import Any

from lap import __version__
from lap.model.plan import Plan
from lap.show.encoded import encoded
from lap.tree import Answered, Branch, Tree, counted, coverage

VERSION = 1


def render(trees: Sequence[Tree], plan: Plan, language: str) -> str:
    """The trees with both of their sentences at each node, and with what answers each root cause.

    `language` is that of the plan's texts, "" where it is not known.
    """
    return encoded(
        {
            "tree": "lap",
            "version": VERSION,
            "lap": __version__,
            "title": plan.title,
            "language": language,
            "problems": [_problem(tree) for tree in trees],
            "commitments": [{"id": one.id, "title": one.title} for one in plan.commitments.values()],
        }
    )


def _problem(tree: Tree) -> dict[str, Any]:
    problem, found = tree.problem, coverage(tree)
    number = counted(found)
    answered = {id(one.branch): one for one in found}
    return {
        "id": problem.id,
        "statement": problem.statement,
        "objective": problem.objective,
        "population": problem.population,
        "where": problem.where,
        "outcome": problem.outcome,
        "reason": problem.reason,
        "commitments": [one.id for one in tree.promised],
        "effects": [_effect(one) for one in tree.effects],
        "causes": [_cause(one, answered) for one in tree.causes],
        "coverage": {
            "root_causes": len(found),
            "direct": number["promised"],
            "above": number["inherited"],
            "set_aside": number["set-aside"],
            "open": number["open"],
        },
    }


def _effect(branch: Branch) -> dict[str, Any]:
    return {
        "id": branch.id,
        "level": branch.depth,
        "text": branch.text,
        "end": branch.counterpart,
        "commitments": [one.id for one in branch.promised],
        "effects": [_effect(one) for one in branch.branches],
    }


WAYS = {"promised": "direct", "inherited": "above", "set-aside": "set-aside", "open": "open"}


def _cause(branch: Branch, answered: dict[int, Answered]) -> dict[str, Any]:
    root = answered.get(id(branch))
    return {
        "id": branch.id,
        "level": branch.depth,
        "text": branch.text,
        "means": branch.counterpart,
        "kind": branch.kind or None,
        "leads_to": list(branch.leads_to),
        "set_aside": branch.set_aside,
        "commitments": [one.id for one in branch.promised],
        "answered": {"how": WAYS[root.how], "by": root.by.id if root.by else None} if root else None,
        "causes": [_cause(one, answered) for one in branch.branches],
    }
