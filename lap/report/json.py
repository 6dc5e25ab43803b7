"""Findings for programs: a JSON report with its own shape and version (schemas/report.schema.json)."""

from collections import Counter
from typing import Any

from lap import __version__
from lap.checking import Checked
from lap.findings import Finding, Severity
from lap.paper import Page
from lap.report.told import Result, told
from lap.rules import BY_CODE
from lap.show.encoded import encoded
from lap.source.span import Span
from lap.waivers.applied import Waived

VERSION = 1


def render(result: Result, page: Page) -> str:
    """The whole report as JSON text."""
    counts = Counter(finding.severity for finding in result.findings)
    report = {
        "report": "lap",
        "version": VERSION,
        "lap": __version__,
        "language": result.language,
        "as_of": result.as_of,
        "rules": len(result.rules),
        "summary": {
            "plans": len(result.plans),
            "errors": counts[Severity.ERROR],
            "warnings": counts[Severity.WARNING],
            "advice": counts[Severity.ADVICE],
            "waived": sum(len(plan.waived) for plan in result.plans),
            "baseline": sum(plan.known for plan in result.plans),
            "mended": result.mended,
        },
        "plans": [_plan(plan, result) for plan in result.plans],
    }
    return encoded(report)


def _plan(plan: Checked, result: Result) -> dict[str, Any]:
    return {
        "path": plan.name,
        "title": plan.title,
        "status": plan.status,
        "language": plan.language,
        "files": list(plan.files),
        "commitments": [{"id": one.id, "title": one.title, "criteria": one.holds} for one in plan.judged],
        "findings": [_finding(finding, plan, result) for finding in plan.findings],
        "waived": [_waived(one, plan, result) for one in plan.waived],
    }


def _waived(one: Waived, plan: Checked, result: Result) -> dict[str, Any]:
    finding = _finding(one.finding, plan, result)
    return {
        **{name: finding[name] for name in ("code", "severity", "message", "file", "start", "end", "path")},
        "reason": one.reason,
        "until": one.until or None,
        "waiver": _place(one.place),
    }


def _finding(finding: Finding, plan: Checked, result: Result) -> dict[str, Any]:
    one = told(finding, plan, result.language)
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": one.message,
        "hint": one.hint,
        "section": BY_CODE[finding.code].section,
        **_place(finding.span),
        "path": [*finding.route, *finding.path],
        "related": [_place(span) for span in finding.related],
    }


def _place(span: Span) -> dict[str, Any]:
    return {
        "file": span.file,
        "start": {"line": span.line, "column": span.column},
        "end": {"line": span.end_line, "column": span.end_column},
    }
