"""What the views of `lap tree` share: the problems asked for, the limits that were met, and drawings as files."""

import re
import sys
from collections.abc import Sequence
from pathlib import Path

from lap.cli.opening import Opened, spare_the_plan
from lap.cli.output import STANDARD_OUTPUT, write
from lap.failure import CannotRun
from lap.findings import Key
from lap.language.speech import Said, english, say, tell, visible
from lap.load import Loaded
from lap.model.plan import Plan
from lap.model.problem import Problem
from lap.rules import BY_CODE
from lap.tree import Tree

SAFE = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")


def chosen_problems(plan: Plan, asked: Sequence[str], none_will_do: bool = False) -> list[Problem]:
    """The problems of a plan with these ids, in its order; without ids, all of them.

    Raises CannotRun where the plan does not have one of them, and, unless `none_will_do`, where it has no problem at all.
    """
    if not plan.problems and (asked or not none_will_do):
        raise CannotRun("no-problems", problems=Key("plan", "problems"), statement=Key("problem", "statement"))
    for name in asked:
        if name not in plan.problems:
            raise CannotRun("no-problem", name=name, known=tuple(plan.problems))
    return [one for key, one in plan.problems.items() if not asked or key in asked]


def tell_limits(loaded: Loaded, language: str) -> None:
    """Says on standard error which limit of reading the plan met: what lies beyond it cannot be drawn."""
    for one in loaded.findings:
        if one.code == "Y104":
            what = tell(BY_CODE[one.code].said(one.cause).message, one.parameters, language)
            sentence = english("lap: {place}: {what} What lies beyond that is not shown.")
            place = f"{visible(one.span.file)}:{one.span.line}"
            print(say(sentence, language, place=Said(place), what=Said(what)), file=sys.stderr)


def write_drawings(trees: Sequence[Tree], view: str, opened: Opened, output: str) -> None:
    """Writes a tree as SVG; several trees into a folder, a file for each, and only when all are drawn. Raises CannotRun."""
    from lap.show.tree_svg import render

    if len(trees) > 1 and (output in ("", STANDARD_OUTPUT) or output.casefold().endswith(".svg")):
        raise CannotRun("one-drawing", known=tuple(one.problem.id for one in trees))
    drawings = [render(tree, view, opened.language, opened.loaded.language) for tree in trees]
    files = [str(Path(output) / name) for name in _names(trees)] if len(trees) > 1 else [output]
    for file in files:
        spare_the_plan(opened.loaded, file)
    if len(trees) > 1:
        _make(output)
    for file, drawing in zip(files, drawings, strict=True):
        write(file, drawing)


def _make(folder: str) -> None:
    try:
        Path(folder).mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError):
        raise CannotRun("cannot-write", path=folder) from None


def _names(trees: Sequence[Tree]) -> list[str]:
    """A name for each file: the problem's id, or its number where the id is none that every machine takes."""
    ids = [one.problem.id for one in trees]
    return [f"{one if SAFE.fullmatch(one) else f'problem-{number}'}.svg" for number, one in enumerate(ids, 1)]
