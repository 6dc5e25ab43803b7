"""Settings: what a project chose for its plans, in `.lap.yaml` beside a plan or above it."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, NamedTuple

from lap.findings import Finding, Severity
from lap.limits import DEFAULTS, Limits
from lap.participation import DEFAULT, Participation
from lap.rule import Rule
from lap.rules import RULES
from lap.source.span import Route, Span

FAIL_ON = Severity.ERROR
LEVELS = tuple(level.value for level in Severity)


NOTHING: Mapping[Any, Any] = MappingProxyType({})


class Stated(NamedTuple):
    """A value of a settings file, in English words, and its place."""

    value: str
    span: Span


class Settings(NamedTuple):
    """What is in force for a plan by its settings file; without a file (`file` is "") all defaults.

    `lang` is "" and `fail_on` None where the file does not state them. `off` are the codes that are not judged,
    `severity` holds those with another severity than their own. `stated` has what stands in the file and counts, by its
    route in English keys, such as ("limits", "readability") or ("ignore", "S105"); `language` is that of the file's own
    words, `rows` its lines by number (from 1) where something is wrong.
    """

    file: str = ""
    lang: str = ""
    fail_on: Severity | None = None
    off: frozenset[str] = frozenset()
    severity: Mapping[str, Severity] = NOTHING
    limits: Limits = DEFAULTS
    participation: Participation = DEFAULT
    stated: Mapping[Route, Stated] = NOTHING
    language: str = ""
    rows: Mapping[int, str] = NOTHING
    findings: tuple[Finding, ...] = ()

    def rules(self, advice: bool, selected: frozenset[str] = frozenset()) -> tuple[Rule, ...]:
        """The rules in force, each with its severity here; those of advice only where that is asked for.

        `selected` are asked for by name, so that nothing switches them off.
        """
        kept = (self._ruled(rule) for rule in RULES if rule.code in selected or rule.code not in self.off)
        return tuple(rule for rule in kept if advice or rule.severity is not Severity.ADVICE)

    def _ruled(self, rule: Rule) -> Rule:
        """A rule with the severity that these settings give it; it is then the same for a draft."""
        severity = self.severity.get(rule.code)
        return rule if severity is None else replace(rule, severity=severity, missing=False)


UNSET = Settings()
