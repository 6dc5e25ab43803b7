"""Findings for programs: a JSON report with its own shape and version (schemas/report.schema.json)."""

import json
from collections import Counter
from typing import Any

from lap import __version__
from lap.checking import Checked
from lap.findings import Finding, Severity
from lap.report.told import Result, told
from lap.rules import BY_CODE
from lap.source.span import Span

VERSION = 1


def render(result: Result) -> str:
    """The whole report as JSON text."""
    counts = Counter(finding.severity for finding in result.findings)
    report = {
        "report": "lap",
        "version": VERSION,
        "lap": __version__,
        "language": result.language,
        "as_of": result.as_of,
        "rules": result.rules,
        "summary": {
            "plans": len(result.plans),
            "errors": counts[Severity.ERROR],
            "warnings": counts[Severity.WARNING],
            "advice": counts[Severity.ADVICE],
        },
        "plans": [_plan(plan, result) for plan in result.plans],
    }
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _plan(plan: Checked, result: Result) -> dict[str, Any]:
    return {
        "path": plan.name,
        "title": plan.title,
        "status": plan.status,
        "language": plan.language,
        "files": list(plan.files),
        "commitments": [{"id": one.id, "title": one.title, "criteria": one.holds} for one in plan.judged],
        "findings": [_finding(finding, plan, result) for finding in plan.findings],
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
