"""`lap schema`: the JSON Schema of the plan format, for editors."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from lap.cli import options
from lap.cli.languages import interface_language
from lap.failure import CannotRun
from lap.schema.whole import plan_schema, written
from lap.source.discovery import says_lap

Output = Annotated[str, typer.Option("--output", metavar="FILE", help="Write the schema to a file.")]


def command(output: Output = "", lang: options.Lang = "") -> int:
    """Write the schema, with the names and descriptions of one language."""
    text = written(plan_schema(interface_language(lang)))
    if not output:
        sys.stdout.write(text)
        return 0
    if says_lap(Path(output)):
        raise CannotRun("output-is-plan", path=output)
    try:
        Path(output).write_text(text, encoding="utf-8", newline="\n")
    except OSError:
        raise CannotRun("cannot-write", path=output) from None
    return 0
