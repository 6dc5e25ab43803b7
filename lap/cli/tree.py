"""`lap tree`: from a problem to what answers it: both trees, the coverage of its causes, the logical framework, the findings."""

from collections.abc import Sequence
from typing import Annotated

import typer

from lap.cli import options
from lap.cli.opening import Opened, choice, open_plan, spare_the_plan
from lap.cli.output import page_for, write
from lap.cli.telling import day_of
from lap.cli.trees import chosen_problems, tell_limits, write_drawings
from lap.failure import CannotRun
from lap.model.problem import Problem
from lap.tree import tree_of

DRAWN, TABLES = ("text", "markdown", "svg", "json"), ("text", "markdown", "json")
FORMATS = {
    "problem": DRAWN,
    "objectives": DRAWN,
    "both": DRAWN,
    "coverage": TABLES,
    "matrix": ("text", "markdown", "csv"),
}
Problems = Annotated[
    list[str] | None,
    typer.Option(
        "--problem", metavar="ID", help="Only this problem; may be repeated. Without it, all problems of the plan."
    ),
]
Objectives = Annotated[bool, typer.Option("--objectives", help="Draw the tree of objectives: ends above, means below.")]
Both = Annotated[
    bool, typer.Option("--both", help="Draw both trees, side by side where there is room, each node facing its own.")
]
Coverage = Annotated[
    bool, typer.Option("--coverage", help="Show what the plan does about each root cause, and about which nothing.")
]
Matrix = Annotated[
    bool, typer.Option("--matrix", help="Show the logical framework: goal, purpose, components, activities.")
]
Check = Annotated[bool, typer.Option("--check", help="Report only what the rules find in these trees.")]
Format = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help="text (by default), markdown, svg or json; csv with --matrix. With --check, those of lap validate.",
    ),
]
Output = Annotated[
    str,
    typer.Option(
        "--output",
        metavar="FILE",
        help="The file to write; without it, standard output. For the drawings (svg) of several problems, a folder.",
    ),
]


def command(
    plan: options.Plan = ".", problem: Problems = None, objectives: Objectives = False, both: Both = False,
    coverage: Coverage = False, matrix: Matrix = False, check: Check = False, format: Format = "", output: Output = "",
    as_of: options.AsOf = "", lang: options.Lang = "",
) -> int:  # fmt: skip
    """Show the trees."""
    view = _view(objectives=objectives, both=both, coverage=coverage, matrix=matrix, check=check)
    day_of("--as-of", as_of)
    if view == "check":
        from lap.cli.tree_check import check_trees

        return check_trees(plan, problem or [], format, output, as_of, lang)
    choice("--format", format, FORMATS[view])
    opened = open_plan(plan, lang)
    spare_the_plan(opened.loaded, output)
    tell_limits(opened.loaded, opened.language)
    problems = chosen_problems(opened.loaded.plan, problem or [], none_will_do=view == "matrix" or format == "json")
    _show(view, problems, opened, format or "text", output)
    return 0


def _view(**asked: bool) -> str:
    """The one thing that was asked for; the problem tree, where nothing was. Raises CannotRun for two."""
    chosen = [name for name, wanted in asked.items() if wanted]
    if len(chosen) > 1:
        raise CannotRun("one-view", options=tuple(f"--{name}" for name in chosen))
    return chosen[0] if chosen else "problem"


def _show(view: str, problems: Sequence[Problem], opened: Opened, format: str, output: str) -> None:
    plan, language, page = opened.loaded.plan, opened.language, page_for(output)
    if view == "matrix":
        from lap.show import matrix

        write(output, matrix.render(plan, problems, format, page, language))
        return
    trees, words = [tree_of(one, plan) for one in problems], opened.loaded.language
    if format == "svg":
        write_drawings(trees, view, opened, output)
    elif format == "json":
        from lap.show import tree_json

        write(output, tree_json.render(trees, plan, words))
    elif view == "coverage":
        from lap.show import tree_coverage

        write(output, tree_coverage.render(trees, format, language, page, words))
    elif format == "markdown":
        from lap.show import tree_markdown

        write(output, tree_markdown.render(trees, view, language, words))
    else:
        from lap.show import tree_text

        write(output, tree_text.render(trees, view, language, page, words))
