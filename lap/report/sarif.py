"""Findings as SARIF 2.1.0, which code scanning and editors read: places from 1, ends exclusive, columns in characters."""

import os
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from lap import __version__
from lap.checking import Checked
from lap.explain import explained, title
from lap.findings import Severity
from lap.paper import Page
from lap.report.fingerprints import document_path, fingerprints
from lap.report.rule_help import help_markdown, help_text
from lap.report.set_aside import why
from lap.report.told import Result, Told, advised, related_lines, told
from lap.rule import Rule
from lap.rules import BY_CODE
from lap.show.encoded import encoded
from lap.source.span import Span
from lap.waivers.applied import Waived

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}
PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "recommendation"}
MARK = "lapPlace/v1"
"""The key of our fingerprint. `primaryLocationLineHash` is GitHub's own: its upload computes that one, and warns of
every finding for which something else stands there."""
LONGEST = 1024
UNWRAPPED = 100_000


def render(result: Result, page: Page) -> str:
    """The whole report: one run, with every rule that was run."""
    rules = _rules(result)
    ranks = {rule.code: number for number, rule in enumerate(rules)}
    driver = {
        "name": "lap",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(rule, result.language) for rule in rules],
    }
    run = {
        "tool": {"driver": driver},
        "language": result.language,
        "columnKind": "unicodeCodePoints",
        "results": [one for plan in result.plans for one in _results(plan, ranks, result.language, page)],
    }
    return encoded({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rules(result: Result) -> list[Rule]:
    """The rules that were run, and those of findings that no rule made."""
    codes = {rule.code for rule in result.rules}
    waived = [one.finding for plan in result.plans for one in plan.waived]
    others = {one.code for one in [*result.findings, *waived]} - codes
    return [*result.rules, *(BY_CODE[code] for code in sorted(others))]


def _rule(rule: Rule, language: str) -> dict[str, Any]:
    about = explained(rule, language, UNWRAPPED)
    return {
        "id": rule.code,
        "shortDescription": {"text": _short(title(rule, language))},
        "fullDescription": {"text": _short(about.reason)},
        "help": {"text": help_text(about, language), "markdown": help_markdown(about, language)},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {
            "tags": ["local-action-plan", *([about.section] if about.section else [])],
            "precision": "high",
            "problem.severity": PROBLEMS[rule.severity],
        },
    }


def _short(text: str) -> str:
    """A text that is not too long for code scanning, cut at a word."""
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rsplit(maxsplit=1)[0] + "…"


def _results(plan: Checked, ranks: dict[str, int], language: str, page: Page) -> Iterator[dict[str, Any]]:
    """What was found, then what is waived. Either all results say whether they are suppressed, or none may."""
    everything = [*((one, None) for one in plan.findings), *((one.finding, one) for one in plan.waived)]
    for (finding, waived), mark in zip(everything, fingerprints(plan, page), strict=True):
        one = told(finding, plan, language)
        result: dict[str, Any] = {
            "ruleId": finding.code,
            "ruleIndex": ranks[finding.code],
            "level": LEVELS[finding.severity],
            "message": {"text": " ".join([one.message, *advised(one, language)])},
            "locations": [_location(one, page)],
            "partialFingerprints": {MARK: mark},
            "suppressions": [_suppression(waived, language, page)] if waived else [],
        }
        if finding.related:
            result["relatedLocations"] = _related(one, language, page)
        yield result


def _suppression(waived: Waived, language: str, page: Page) -> dict[str, Any]:
    return {
        "kind": "inSource",
        "status": "accepted",
        "justification": why(waived, language),
        "location": {"physicalLocation": _place(waived.place, page)},
    }


def _location(one: Told, page: Page) -> dict[str, Any]:
    location: dict[str, Any] = {"physicalLocation": _place(one.finding.span, page)}
    if path := document_path(one.finding):
        location["logicalLocations"] = [{"fullyQualifiedName": path}]
    return location


def _related(one: Told, language: str, page: Page) -> list[dict[str, Any]]:
    sentences = related_lines(one.finding, language)
    return [
        {"id": number, "physicalLocation": _place(span, page), "message": {"text": sentence}}
        for number, (span, sentence) in enumerate(zip(one.finding.related, sentences, strict=True), 1)
    ]


def _place(span: Span, page: Page) -> dict[str, Any]:
    return {
        "artifactLocation": {"uri": uri(page.path(span.file))},
        "region": {
            "startLine": span.line,
            "startColumn": span.column,
            "endLine": span.end_line,
            "endColumn": span.end_column,
        },
    }


def uri(path: str) -> str:
    """A path as an address: relative as it is, absolute with `file:`; what is no letter of an address is encoded."""
    if os.path.isabs(path):
        return PurePath(path).as_uri()
    return quote(os.fsencode(path))
