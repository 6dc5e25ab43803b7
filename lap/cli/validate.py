"""`lap validate`: checks plans and reports what was found."""

import sys
from typing import Annotated

import typer

from lap.cli.languages import interface_language
from lap.cli.run import Asked, check_all, deliver, status


def command(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATHS", help="Plan files, plan folders, or folders with plans below; - for standard input. Without any, the plan here."),
    ] = None,
    format: Annotated[str, typer.Option("--format", metavar="FORMAT", help="text, plain or json. By default text on a terminal and plain elsewhere.")] = "",
    output: Annotated[str, typer.Option("--output", metavar="FILE", help="Write the report to a file.")] = "",
    lang: Annotated[str, typer.Option("--lang", metavar="LANG", help="Speak English (en) or Spanish (es).")] = "",
    as_of: Annotated[str, typer.Option("--as-of", metavar="DATE", help="Judge as on this day (year-month-day). By default today.")] = "",
    for_: Annotated[str, typer.Option("--for", metavar="STATUS", help="adopted: judge a draft as if it were to be signed now.")] = "",
    select: Annotated[list[str] | None, typer.Option("--select", metavar="CODES", help="Report only these rules or families, such as L101,T.")] = None,
    ignore: Annotated[list[str] | None, typer.Option("--ignore", metavar="CODES", help="Do not report these rules or families.")] = None,
    fail_on: Annotated[str, typer.Option("--fail-on", metavar="LEVEL", help="End with status 1 from this level on: error (by default) or warning.")] = "error",
    stdin_filename: Annotated[str, typer.Option("--stdin-filename", metavar="NAME", help="The name to show for standard input.")] = "",
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print only how many findings there are.")] = False,
) -> int:  # fmt: skip
    """Check plans."""
    asked = Asked(
        paths or [], format, output, lang, as_of, for_, select or [], ignore or [], fail_on, stdin_filename, quiet
    )
    asked.check()
    interface_language(lang)
    plans = check_all(asked, sys.stdin.buffer)
    deliver(plans, asked)
    return status(plans, asked)
