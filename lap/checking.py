"""From a plan's place to everything that can be said about it."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from lap.findings import Finding, Severity
from lap.lint import Options, lint
from lap.load import Loaded, load
from lap.model.plan import Plan
from lap.rule import Rule
from lap.rules import BY_CODE, RULES
from lap.settings.chosen import UNSET, Settings
from lap.source.files import Source, read_bytes, read_plan
from lap.waivers.applied import Waived, settle

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

    `known` counts the findings that a baseline held. `status_stands` where one is written, readable or not. `rows` holds the lines that findings speak of and the ones before them, by file and number; `languages` tells the
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
    rules: tuple[Rule, ...]
    waived: list[Waived]
    known: int = 0
    settings: Settings = UNSET


def check_path(path: Path, options: Options, rules: tuple[Rule, ...] = RULES) -> Checked:
    """Checks the plan at a file or folder. Raises CannotRun where it cannot be opened."""
    return check(read_plan(path), options, rules)


def check_bytes(raw: bytes, name: str, options: Options, rules: tuple[Rule, ...] = RULES) -> Checked:
    """Checks a plan that is one file, from its bytes."""
    return check(read_bytes(raw, name), options, rules)


def check(source: Source, options: Options, rules: tuple[Rule, ...] = RULES) -> Checked:
    """Checks a plan that was read."""
    return examine(source, options, rules).checked


class Examined(NamedTuple):
    """A plan that was checked, with all that was read and loaded of it, for whoever goes on working with its text."""

    loaded: Loaded
    checked: Checked


def examine(source: Source, options: Options, rules: tuple[Rule, ...] = RULES) -> Examined:
    """Checks a plan that was read, and keeps all of it."""
    loaded = load(source)
    plan = loaded.plan
    account = settle(source, lint(loaded, rules, options), rules, options.today)
    findings = _ruled(account.findings, rules)
    checked = Checked(
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
        rules=rules,
        waived=account.waived,
    )
    return Examined(loaded, checked)


def with_settings(checked: Checked, settings: Settings, tell: bool) -> Checked:
    """A plan with the settings that it was checked by; where `tell`, with what is wrong with them."""
    if not (tell and settings.findings):
        return replace(checked, settings=settings)
    return replace(
        checked,
        settings=settings,
        findings=[*settings.findings, *checked.findings],
        rows={(settings.file, number): row for number, row in settings.rows.items()} | checked.rows,
        languages={**checked.languages, settings.file: settings.language},
    )


def _ruled(findings: list[Finding], rules: tuple[Rule, ...]) -> list[Finding]:
    """The findings of the rules in force; those of the engine with the severity that their rule has here."""
    by_code = {rule.code: rule for rule in rules}
    kept = [(one, by_code[one.code]) for one in findings if one.code in by_code]
    return [
        replace(one, severity=rule.severity) if rule.causes and rule is not BY_CODE[one.code] else one
        for one, rule in kept
    ]


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
