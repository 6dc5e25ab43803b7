"""`lap lint`: checks plans by every rule, reports what was found, and mends what has one right answer."""

import shutil
import sys
from dataclasses import replace
from typing import Annotated, TextIO

import typer

from lap.cli import options
from lap.cli.run import Asked, report, status
from lap.language.speech import say
from lap.report.told import Result

FailOn = Annotated[
    str,
    typer.Option(
        "--fail-on",
        metavar="LEVEL",
        help="End with status 1 from this level on: error (by default), warning or advice.",
    ),
]
Statistics = Annotated[bool, typer.Option("--statistics", help="At the end, show how often each rule spoke.")]
Fix = Annotated[
    bool,
    typer.Option(
        "--fix",
        help="Mend in the files what has one right answer, and report what remains. With - the mended text goes to "
        "standard output and the report to standard error.",
    ),
]
Diff = Annotated[
    bool, typer.Option("--diff", help="Only show what --fix would change; end with status 1 where it would.")
]
Baseline = Annotated[
    str, typer.Option("--baseline", metavar="FILE", help="Do not report what this baseline holds: it was there before.")
]
WriteBaseline = Annotated[
    str,
    typer.Option(
        "--write-baseline",
        metavar="FILE",
        help="Write what is found now into a baseline, and report what cannot be in it.",
    ),
]
ShowWaived = Annotated[
    bool, typer.Option("--show-waived", help="Also show what the plan's waivers set aside, and why.")
]
FOR_PEOPLE = ("text", "plain")


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
    statistics: Statistics = False,
    fix: Fix = False,
    diff: Diff = False,
    baseline: Baseline = "",
    write_baseline: WriteBaseline = "",
    show_waived: ShowWaived = False,
    only_plans: options.OnlyPlans = False,
) -> int:
    """Check plans by every rule."""
    chosen = (select or [], ignore or [], fail_on)
    asked = Asked(paths or [], format or [], output or [], lang, as_of, for_, *chosen, stdin_filename, quiet)
    asked = replace(
        asked, baseline=baseline, write_baseline=write_baseline, show_waived=show_waived, only_plans=only_plans
    )
    if fix or diff:
        from lap.cli.mending import mend, show

        return show(asked) if diff else mend(asked, lambda result: _add(result, asked, statistics))
    result = report(asked)
    _add(result, asked, statistics)
    _offer(result, asked)
    return status(result.plans, asked)


def _add(result: Result, asked: Asked, statistics: bool) -> None:
    """The table of rules, where it was asked for, after the report."""
    if statistics:
        from lap.report.statistics import render

        text = render(result, shutil.get_terminal_size((80, 24)).columns)
        _beside(asked).write("\n" + text if text else "")


def _offer(result: Result, asked: Asked) -> None:
    """How many of the findings `--fix` would mend, for people."""
    found = [finding for finding in result.findings if finding.code[:1] == "Y"]
    if found and not asked.quiet and _beside(asked) is sys.stdout:
        from lap.fix import has_fix

        number = sum(map(has_fix, found))
        if number:
            sys.stdout.write(say("lap lint --fix mends {n} of these findings.", result.language, n=number) + "\n")


def _beside(asked: Asked) -> TextIO:
    """Standard output, unless a report for programs goes there."""
    on_screen = [one.format for one in asked.reports() if not one.output]
    return sys.stdout if all(format in FOR_PEOPLE for format in on_screen) else sys.stderr
