"""`lap rules`: the list of rules, or the handbook's outline with the rules under each heading."""

import shutil
import sys
import textwrap
from collections.abc import Iterable
from typing import Annotated

import typer

from lap.cli import options
from lap.cli.languages import interface_language
from lap.explain import by_section, title
from lap.language.speech import say
from lap.rule import Rule
from lap.rules import RULES


def command(
    outline: Annotated[bool, typer.Option("--by-section", help="Show the handbook's outline with the rules under each heading.")] = False,
    lang: options.Lang = "",
) -> int:  # fmt: skip
    """List the rules."""
    language = interface_language(lang)
    width = shutil.get_terminal_size((80, 24)).columns
    lines = _outline(language, width) if outline else _rows(RULES, language, width)
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


def _outline(language: str, width: int) -> list[str]:
    lines: list[str] = []
    for section in by_section(RULES, language):
        number = f"§{section.number}  " if section.number[:1].isdigit() else ""
        lines += ["", f"{number}{section.heading}"]
        lines += _rows(section.rules, language, width) or ["  " + say("no rule", language)]
    return lines[1:]


def _rows(rules: Iterable[Rule], language: str, width: int) -> list[str]:
    words = {rule.code: say(rule.severity.value, language) for rule in RULES}
    room = max(len(word) for word in words.values())
    lines: list[str] = []
    for rule in rules:
        first = f"  {rule.code}  {words[rule.code]:<{room}}  "
        lines += textwrap.wrap(title(rule, language), width, initial_indent=first, subsequent_indent=" " * len(first))
    return lines
