"""`lap explain`: a rule's page."""

import shutil
import sys
from typing import Annotated

import typer

from lap.cli import options
from lap.cli.languages import interface_language
from lap.explain import explained
from lap.failure import CannotRun
from lap.language.speech import say
from lap.render.templates import filled
from lap.rules import BY_CODE

WIDEST = 90


def command(
    code: Annotated[str, typer.Argument(metavar="CODE", help="The code of a rule, such as L101.")],
    lang: options.Lang = "",
) -> int:  # fmt: skip
    """Explain a rule."""
    language = interface_language(lang)
    rule = BY_CODE.get(code.upper())
    if rule is None:
        raise CannotRun("unknown-code", name=code, known=tuple(BY_CODE))
    width = min(shutil.get_terminal_size((80, 24)).columns, WIDEST)
    words = {"bad": say("Not so:", language), "good": say("But so:", language)}
    sys.stdout.write(filled("rules/page.txt.j2", words=words, **explained(rule, language, width)._asdict()))
    return 0
