"""`lap explain`: a rule's page, the whole rule book, or a rule on the reader's own lines."""

import datetime
import shutil
import sys
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from lap.cli import options
from lap.cli.languages import interface_language
from lap.explain import explained
from lap.failure import CannotRun
from lap.language.speech import say
from lap.render.templates import filled
from lap.rule import Rule
from lap.rules import BY_CODE, RULES

WIDEST = 90
BOOKS = ("markdown", "html")


def command(
    code: Annotated[str, typer.Argument(metavar="CODE", help="The code of a rule, such as L101.")] = "",
    plan: Annotated[str, typer.Argument(metavar="PLAN", help="A plan: shows its lines that the rule is about.")] = "",
    all_: Annotated[bool, typer.Option("--all", help="Write a page for every rule, and an index by section.")] = False,
    format: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="With --all: markdown (by default) or html.")
    ] = "markdown",
    output: Annotated[str, typer.Option("--output", metavar="FOLDER", help="With --all: the folder to write to.")] = "",
    lang: options.Lang = "",
) -> int:
    """Explain a rule."""
    language = interface_language(lang)
    if all_:
        return _book(format, output, language)
    rule = BY_CODE.get(code.upper())
    if rule is None:
        reason = "unknown-code" if code else "code-or-all"
        raise CannotRun(reason, name=code, known=tuple(BY_CODE))
    _page(rule, language)
    if plan:
        _own_lines(rule, plan, language)
    return 0


def _page(rule: Rule, language: str) -> None:
    width = min(shutil.get_terminal_size((80, 24)).columns, WIDEST)
    words = {"bad": say("Not so:", language), "good": say("But so:", language)}
    sys.stdout.write(filled("rules/page.txt.j2", words=words, **explained(rule, language, width)._asdict()))


def _book(form: str, output: str, language: str) -> int:
    from lap.render.rulebook import write

    if form not in BOOKS:
        raise CannotRun("bad-choice", option="--format", value=form, known=BOOKS)
    if not output:
        raise CannotRun("folder-needed")
    count = write(Path(output), RULES, language, form)
    print(say("Wrote {count} files to “{folder}”.", language, count=count, folder=output))
    return 0


def _own_lines(rule: Rule, plan: str, language: str) -> None:
    """The findings of one rule in the reader's plan, as `lap lint` shows them."""
    from lap.checking import check_path
    from lap.lint import Options
    from lap.paper import Page
    from lap.report.text import blocks
    from lap.source.discovery import find_plans

    page = Page(shutil.get_terminal_size((80, 24)).columns, sys.stdout.isatty())
    for path in find_plans([Path(plan)]):
        checked = check_path(path, Options(datetime.date.today()))
        own = replace(checked, findings=[one for one in checked.findings if one.code == rule.code])
        heading = "In your plan:" if own.findings else "Your plan has no finding of this rule: {plan}"
        parts = [say(heading, language, plan=own.name), *blocks(own, language, page)]
        parts += _mended(path, rule, language)
        sys.stdout.write("\n" + "\n\n".join(parts) + "\n")


def _mended(path: Path, rule: Rule, language: str) -> list[str]:
    """The lines before and after, where a finding of the rule has one right answer."""
    from lap.cli.mending import difference
    from lap.lint import Options
    from lap.mending import mend_plan

    files = mend_plan(path, Options(datetime.date.today()), RULES, frozenset({rule.code})).files
    command = f"lap lint --fix --select {rule.code}"
    heading = say("What “{command}” would change:", language, command=command)
    return [heading, *(difference(file).rstrip("\n") for file in files)] if files else []
