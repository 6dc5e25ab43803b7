"""From a plan's place to everything that can be said about it."""

from dataclasses import dataclass, field
from pathlib import Path

from lap.findings import Finding, Severity
from lap.lint import Options, lint
from lap.load import load
from lap.model.plan import Plan
from lap.rules import RULES
from lap.source.document import Document
from lap.source.files import Source, read_bytes, read_plan

CRITERIA = {"S": "S", "M": "MI", "A": "A", "R": "R", "T": "TL"}
"""The five criteria of §5, and the families of rules that stand for each."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A commitment by the five criteria: each holds when no error or warning of its families stands."""

    id: str
    title: str
    holds: dict[str, bool]


@dataclass(slots=True)
class Checked:
    """One plan, checked. `documents` are its files, `languages` the language of each file's own words."""

    name: str
    plan: Plan
    documents: dict[str, Document]
    languages: dict[str, str]
    findings: list[Finding]
    judged: list[Judged] = field(default_factory=list)

    @property
    def language(self) -> str:
        """The plan's language: stated, else that of its keys."""
        return self.plan.language or next(iter(self.languages.values()), "")


def check_path(path: Path, options: Options) -> Checked:
    """Checks the plan at a file or folder. Raises CannotRun where it cannot be opened."""
    return check(read_plan(path), options)


def check_bytes(raw: bytes, name: str, options: Options) -> Checked:
    """Checks a plan that is one file, from its bytes."""
    return check(read_bytes(raw, name), options)


def check(source: Source, options: Options) -> Checked:
    """Checks a plan that was read, by all rules."""
    loaded = load(source)
    findings = lint(loaded, RULES, options)
    checked = Checked(source.name, loaded.plan, source.documents, source.languages, findings)
    checked.judged = judged(loaded.plan, findings)
    return checked


def judged(plan: Plan, findings: list[Finding]) -> list[Judged]:
    """Each commitment by the five criteria of §5."""
    failed: dict[object, set[str]] = {}
    for finding in findings:
        if finding.severity is not Severity.ADVICE and finding.route[:1] == ("commitments",) and len(finding.route) > 1:
            failed.setdefault(finding.route[1], set()).add(finding.code[0])
    return [
        Judged(
            key,
            one.label,
            {letter: not failed.get(key, set()) & set(families) for letter, families in CRITERIA.items()},
        )
        for key, one in plan.commitments.items()
    ]
