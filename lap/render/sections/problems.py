"""The problems with their diagnosis, their trees, and how those affected see them (§3, §3.1, §4.1)."""

from collections.abc import Container, Iterable, Iterator, Mapping
from functools import partial

from lap.language.shares import is_percent
from lap.model.problem import Evidence, Problem
from lap.render.blocks import Block, Diagram, Facts, Grid, Outline, Paragraph, Points, Section, Twig, Words
from lap.render.sections.links import link_to
from lap.render.told import Told, joined
from lap.show.tree_boxes import KINDS
from lap.show.tree_markdown import drawing
from lap.tree import Branch, Tree, tree_of


def problems(told: Told, only: Container[str] | None = None) -> Section:
    """The problems of the plan, or `only` some of them, each a section."""
    found = [one for one in told.plan.problems.values() if only is None or one.id in only]
    made: list[Block] = [problem(one, told) for one in found]
    return Section("problems", told.say("The public problems"), made)


def problem(one: Problem, told: Told) -> Section:
    """A problem: what it is, its evidence, its perspectives, and both of its trees."""
    tree = tree_of(one, told.plan)
    blocks = [_facts(one, tree, told), _evidence(one.evidence, told), *_perspectives(one, told), *trees(tree, told)]
    return Section(f"problem/{one.id}", one.label, blocks, whole=True)


def trees(tree: Tree, told: Told) -> list[Outline]:
    """The problem tree and the tree of objectives."""
    return [
        Outline(
            told.say("Problem tree: effects above, causes below"),
            _problem_tree(tree, told),
            partial(_drawn, tree, "problem", told),
        ),
        Outline(
            told.say("Tree of objectives: ends above, means below"),
            _objectives(tree, told),
            partial(_drawn, tree, "objectives", told),
        ),
    ]


def _drawn(tree: Tree, view: str, told: Told) -> Diagram:
    """The tree as Mermaid, as far as that can hold it, and how to read it."""
    made, shortened = drawing(tree, view, told.language)
    short = told.say("Long texts are shortened in the diagram; the list below has them whole.") if shortened else ""
    return Diagram(made.text, [one for one in (*made.legend, made.lacks, short) if one])


def _facts(one: Problem, tree: Tree, told: Told) -> Facts:
    outcome = joined([told.phrase(one.outcome), one.reason], ": ")
    rows = [
        told.fact("Who suffers it", one.population),
        told.fact("Where", one.where),
        told.fact("Since", told.date(one.since)),
        told.fact("How it shows", one.manifests),
        told.fact("What has been tried", *one.tried),
        told.fact("Objective", one.objective),
        told.fact("Taken up by", *(link_to(made) for made in tree.promised)),
        told.fact("What became of it", outcome),
    ]
    return Facts(rows)


def _evidence(found: list[Evidence], told: Told) -> Grid:
    columns = told.heads("Finding", "Value", "Date", "Source")
    rows: list[list[Words]] = [
        [one.finding, _value(one, told), told.brief(one.date), told.source(one.source, one.url)]
        for one in found
        if one.finding or one.value is not None or one.source or one.url
    ]
    return Grid(told.say("Evidence"), columns, rows)


def _value(one: Evidence, told: Told) -> str:
    if one.value is None:
        return ""
    unit = "%" if is_percent(one.unit) else one.unit
    return f"{told.number(one.value)} {unit}".strip()


def _perspectives(one: Problem, told: Told) -> list[Block]:
    seen: list[Words] = [
        joined([told.who(view.from_) if view.from_ else None, told.say("“{text}”", text=view.view)], ": ")
        for view in one.perspectives
        if view.view
    ]
    return [Paragraph(told.say("How it is seen"), "caption"), Points(seen)] if seen else []


def _problem_tree(tree: Tree, told: Told) -> list[Twig]:
    if not (tree.effects or tree.causes):
        return []
    names = dict(_named((*tree.effects, *tree.causes)))
    effects = [_twig(one, told.say("Effect"), names, told) for one in tree.effects]
    causes = [_twig(one, told.say("Cause"), names, told) for one in tree.causes]
    return [*effects, Twig(told.say("Central problem"), tree.problem.label, [], causes, main=True)]


def _named(branches: Iterable[Branch]) -> Iterator[tuple[str, str]]:
    """The ids of branches, and their words."""
    for one in branches:
        yield one.id, one.text or one.id
        yield from _named(one.branches)


def _twig(branch: Branch, label: str, names: Mapping[str, str], told: Told) -> Twig:
    below = [_twig(one, label, names, told) for one in branch.branches]
    kind = told.say(KINDS[branch.kind]) if branch.kind in KINDS else label
    return Twig(kind, branch.text or told.say("not yet written"), _notes(branch, names, told), below)


def _notes(branch: Branch, names: Mapping[str, str], told: Told) -> list[Words]:
    notes: list[Words] = []
    if branch.promised:
        promised = joined([link_to(one) for one in branch.promised])
        notes.append(told.put("answered by {commitments}", commitments=promised))
    if branch.set_aside:
        notes.append(told.say("set aside: {reason}", reason=branch.set_aside))
    if branch.leads_to:
        notes.append(told.say("leads to: {causes}", causes="; ".join(names.get(one, one) for one in branch.leads_to)))
    return notes


def _objectives(tree: Tree, told: Told) -> list[Twig]:
    if not tree.problem.objective and not any(one.counterpart for one in (*tree.effects, *tree.causes)):
        return []
    effects = [_turned(one, told.say("End"), told) for one in tree.effects]
    causes = [_turned(one, told.say("Means"), told) for one in tree.causes]
    objective = tree.problem.objective or told.say("not yet written")
    return [*effects, Twig(told.say("Objective"), objective, [], causes, main=True)]


def _turned(branch: Branch, label: str, told: Told) -> Twig:
    """A branch in the words of its counterpart in the tree of objectives."""
    below = [_turned(one, label, told) for one in branch.branches]
    return Twig(label, branch.counterpart or told.say("not yet written"), [], below)
