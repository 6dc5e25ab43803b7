"""Which reports were asked for, and where each of them goes."""

import importlib
import os
import sys
from collections.abc import Callable
from functools import cache
from itertools import zip_longest
from typing import NamedTuple

from lap.cli.output import STANDARD_OUTPUT, page_for, write
from lap.cli.reasons import why_not
from lap.failure import CannotRun
from lap.paper import Page
from lap.report.told import Result
from lap.source.repository import path_in_repository

FORMATS = {
    "text": "lap.report.text",
    "plain": "lap.report.plain",
    "json": "lap.report.json",
    "sarif": "lap.report.sarif",
    "github": "lap.report.github",
    "gitlab": "lap.report.gitlab",
    "junit": "lap.report.junit",
}
JOB_SUMMARY = "lap.report.job_summary"


class Wanted(NamedTuple):
    """A report to write: in this format, to this file; `output` is empty for standard output."""

    format: str
    output: str


def wanted(formats: list[str], outputs: list[str]) -> list[Wanted]:
    """The reports to write: the nth output belongs to the nth format. Raises CannotRun where they do not fit."""
    for format in formats:
        if format and format not in FORMATS:
            raise CannotRun("bad-choice", option="--format", value=format, known=tuple(FORMATS))
    if len(outputs) > max(len(formats), 1):
        raise CannotRun("too-many-outputs")
    reports = []
    for format, output in zip_longest(formats or [""], outputs, fillvalue=""):
        file = "" if output == STANDARD_OUTPUT else output
        reports.append(Wanted(format or _usual(file), file))
    _apart(reports)
    return reports


def _usual(output: str) -> str:
    """The format where none was asked for: whatever reads best there."""
    if output:
        return "plain"
    if os.environ.get("GITHUB_ACTIONS") == "true":
        return "github"
    return "text" if sys.stdout.isatty() else "plain"


def _apart(reports: list[Wanted]) -> None:
    """Raises CannotRun where two reports would go to one place."""
    taken: set[str] = set()
    for one in reports:
        place = os.path.realpath(one.output) if one.output else ""
        if place in taken:
            raise CannotRun("same-output", path=one.output) if one.output else CannotRun("two-on-screen")
        taken.add(place)


def deliver(result: Result, reports: list[Wanted]) -> None:
    """Writes every report to its place. Raises CannotRun where that cannot be written."""
    _spare_the_plans(result, reports)
    path = cache(path_in_repository)
    for one, text in [(one, _rendered(one, result, path)) for one in reports]:
        write(one.output, text)
    if any(one.format == "github" for one in reports):
        _add_to_job_summary(result, Page(path=path))


def _spare_the_plans(result: Result, reports: list[Wanted]) -> None:
    """Raises CannotRun where a report would replace a file that was checked."""
    files = {os.path.realpath(file) for plan in result.plans for file in plan.files}
    for one in reports:
        if one.output and os.path.realpath(one.output) in files:
            raise CannotRun("output-is-plan", path=one.output)


def _rendered(one: Wanted, result: Result, path: Callable[[str], str]) -> str:
    return _render(FORMATS[one.format], result, page_for(one.output)._replace(path=path))


def _render(module: str, result: Result, page: Page) -> str:
    text: str = importlib.import_module(module).render(result, page)
    return text


def _add_to_job_summary(result: Result, page: Page) -> None:
    """Adds the table to the page that GitHub shows for a job. Its absence must not make a good plan fail."""
    place = os.environ.get("GITHUB_STEP_SUMMARY")
    if not place:
        return
    try:
        with open(place, "a", encoding="utf-8", errors="backslashreplace", newline="\n") as stream:
            stream.write(_render(JOB_SUMMARY, result, page))
    except OSError:
        print(why_not(CannotRun("cannot-write", path=place), result.language), file=sys.stderr)
