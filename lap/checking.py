"""From a plan's place to everything that can be said about it."""

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from lap.findings import Finding, Severity
from lap.lint import Options, lint
from lap.load import Loaded, load
from lap.model.plan import Plan
from lap.rule import Rule
from lap.rules import RULES
from lap.source.files import Source, read_bytes, read_plan

CRITERIA = {"S": "S", "M": "MI", "A": "A", "R": "R", "T": "TL"}
"""The five criteria of §5, and the families of rules that stand for each."""


class Judged(NamedTuple):
    """A commitment by the five criteria: each holds when no error or warning of its families stands."""

    id: str
    title: str
    holds: dict[str, bool]


class Sizes(NamedTuple):
    """How much of what a plan holds."""

    commitments: int
    activities: int
    indicators: int


@dataclass(slots=True)
class Checked:
    """One plan, checked, and no more of it kept than a report needs.

    `status_stands` where one is written, readable or not. `rows` holds the lines that findings speak of and the ones before them, by file and number; `languages` tells the
    language of each file's own words.
    """

    name: str
    title: str
    status: str | None
    status_stands: bool
    language: str
    files: tuple[str, ...]
    languages: dict[str, str]
    rows: dict[tuple[str, int], str]
    findings: list[Finding]
    judged: list[Judged]
    sizes: Sizes


def check_path(path: Path, options: Options, rules: tuple[Rule, ...] = RULES) -> Checked:
    """Checks the plan at a file or folder. Raises CannotRun where it cannot be opened."""
    return check(read_plan(path), options, rules)


def check_bytes(raw: bytes, name: str, options: Options, rules: tuple[Rule, ...] = RULES) -> Checked:
    """Checks a plan that is one file, from its bytes."""
    return check(read_bytes(raw, name), options, rules)


def check(source: Source, options: Options, rules: tuple[Rule, ...] = RULES) -> Checked:
    """Checks a plan that was read."""
    loaded = load(source)
    plan, findings = loaded.plan, lint(loaded, rules, options)
    return Checked(
        name=source.name,
        title=plan.title,
        status=plan.status,
        status_stands=plan.status is not None or ("status",) in loaded.broken,
        language=loaded.language if source.readable else "",
        files=tuple(source.documents),
        languages=source.languages,
        rows=_rows(loaded, findings),
        findings=findings,
        judged=judged(plan, findings),
        sizes=_sizes(plan),
    )


def _rows(loaded: Loaded, findings: list[Finding]) -> dict[tuple[str, int], str]:
    rows: dict[tuple[str, int], str] = {}
    for finding in findings:
        document = loaded.source.documents.get(finding.span.file)
        lines = document.lines() if document else []
        for number in (finding.span.line - 1, finding.span.line):
            if 0 < number <= len(lines):
                rows[finding.span.file, number] = lines[number - 1]
    return rows


def _sizes(plan: Plan) -> Sizes:
    commitments = plan.commitments.values()
    activities = sum(1 for one in commitments for _ in one.all_activities())
    return Sizes(len(commitments), activities, sum(len(one.indicators) for one in commitments))


def judged(plan: Plan, findings: list[Finding]) -> list[Judged]:
    """Each commitment by the five criteria of §5."""
    failed: dict[object, set[str]] = {}
    for finding in findings:
        if finding.severity is not Severity.ADVICE and finding.route[:1] == ("commitments",) and len(finding.route) > 1:
            failed.setdefault(finding.route[1], set()).add(finding.code[0])
    return [
        Judged(key, one.label, {letter: failed.get(key, set()).isdisjoint(codes) for letter, codes in CRITERIA.items()})
        for key, one in plan.commitments.items()
    ]
