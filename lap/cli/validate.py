"""`lap validate`: checks plans and reports what was found."""

from dataclasses import replace
from typing import Annotated

import typer

from lap.cli import options
from lap.cli.run import VALIDATED, Asked, run

FailOn = Annotated[
    str,
    typer.Option(
        "--fail-on", metavar="LEVEL", help="End with status 1 from this level on: error (by default) or warning."
    ),
]


def command(
    paths: options.Paths = None,
    format: options.Format = None,
    output: options.Output = None,
    lang: options.Lang = "",
    as_of: options.AsOf = "",
    for_: options.For = "",
    select: options.Select = None,
    ignore: options.Ignore = None,
    fail_on: FailOn = "",
    stdin_filename: options.StdinFilename = "",
    quiet: options.Quiet = False,
    only_plans: options.OnlyPlans = False,
) -> int:
    """Check plans."""
    chosen = (select or [], ignore or [], fail_on)
    asked = Asked(paths or [], format or [], output or [], lang, as_of, for_, *chosen, stdin_filename, quiet, VALIDATED)
    return run(replace(asked, only_plans=only_plans))
