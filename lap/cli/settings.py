"""`lap settings`: what is in force for a plan, and where each value comes from."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from lap.cli import options
from lap.cli.languages import interface_language, languages_around
from lap.failure import CannotRun
from lap.report import settings as written
from lap.settings.chosen import LEVELS
from lap.settings.in_force import Outside, in_force
from lap.settings.search import SettingsOf
from lap.source.files import shown_path

FORMATS = {"": written.text, "text": written.text, "json": written.json}
At = Annotated[
    str, typer.Argument(metavar="PLAN", help="A plan's file or folder. Without it, the folder where you are.")
]
Format = Annotated[str, typer.Option("--format", metavar="FORMAT", help="text (by default) or json.")]
FailOn = Annotated[str, typer.Option("--fail-on", metavar="LEVEL", help="Show it as if this level were asked for.")]


def command(path: At = ".", format: Format = "", lang: options.Lang = "", fail_on: FailOn = "") -> int:
    """Show the settings in force."""
    for option, value, known in (("--format", format, tuple(FORMATS)[1:]), ("--fail-on", fail_on, LEVELS)):
        if value and value not in known:
            raise CannotRun("bad-choice", option=option, value=value, known=known)
    interface_language(lang)
    if not os.path.exists(path):
        raise CannotRun("no-such-file", path=path)
    settings = SettingsOf().plan(Path(path))
    values = in_force(settings, Outside(lang, *languages_around(), fail_on))
    language = interface_language(lang, settings=settings.lang)
    sys.stdout.write(FORMATS[format](shown_path(Path(path)), settings, values, language))
    return int(bool(settings.findings))
