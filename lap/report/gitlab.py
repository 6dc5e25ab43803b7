"""Findings for GitLab: the code quality report, a list of places whose paths start at the repository's root."""

from collections.abc import Iterator
from typing import Any

from lap.checking import Checked
from lap.findings import Severity
from lap.paper import Page
from lap.report.fingerprints import fingerprints
from lap.report.told import Result, Told, advised, told
from lap.show.encoded import encoded

SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.ADVICE: "info"}


def render(result: Result, page: Page) -> str:
    """The whole report as a JSON list, without a byte order mark."""
    return encoded([issue for plan in result.plans for issue in _issues(plan, result.language, page)])


def _issues(plan: Checked, language: str, page: Page) -> Iterator[dict[str, Any]]:
    """What was found; GitLab knows no waived findings, so that they are left out."""
    for finding, mark in zip(plan.findings, fingerprints(plan, page), strict=False):
        one = told(finding, plan, language)
        yield {
            "description": " ".join([one.message, *advised(one, language)]),
            "check_name": finding.code,
            "fingerprint": mark,
            "severity": SEVERITIES[finding.severity],
            "location": _location(one, page),
        }


def _location(one: Told, page: Page) -> dict[str, Any]:
    span = one.finding.span
    return {
        "path": page.path(span.file),
        "positions": {
            "begin": {"line": span.line, "column": span.column},
            "end": {"line": span.end_line, "column": span.end_column},
        },
    }
