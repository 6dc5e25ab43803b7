"""Settings: what a project chose for its plans, in `.lap.yaml` beside a plan or above it."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from lap.findings import Finding, Severity
from lap.limits import DEFAULTS, Limits
from lap.rule import Rule
from lap.rules import RULES
from lap.source.discovery import SETTINGS
from lap.source.span import Route, Span

FAIL_ON = Severity.ERROR
LEVELS = tuple(level.value for level in Severity)


class Stated(NamedTuple):
    """A value of a settings file, in English words, and its place."""

    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Settings:
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
    severity: Mapping[str, Severity] = field(default_factory=dict)
    limits: Limits = DEFAULTS
    stated: Mapping[Route, Stated] = field(default_factory=dict)
    language: str = ""
    rows: Mapping[int, str] = field(default_factory=dict)
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


class SettingsOf:
    """The settings of plans: each folder is looked at once, and each file read once."""

    def __init__(self) -> None:
        self._files: dict[str, str] = {}
        self._read: dict[str, Settings] = {"": UNSET}

    def plan(self, path: Path) -> Settings:
        """The settings of a plan at a file or in a folder: the nearest `.lap.yaml` in its folder or above.

        The search ends at the first folder with `.git`. Raises CannotRun where the file cannot be read.
        """
        file = self._nearest(os.path.abspath(path if path.is_dir() else path.parent))
        if file not in self._read:
            from lap.settings_file import read_settings

            self._read[file] = read_settings(Path(file))
        return self._read[file]

    def _nearest(self, folder: str) -> str:
        seen: list[str] = []
        while folder not in self._files:
            seen.append(folder)
            here, above = os.path.join(folder, SETTINGS), os.path.dirname(folder)
            if os.path.isfile(here):
                self._files[folder] = here
            elif above == folder or os.path.lexists(os.path.join(folder, ".git")):
                self._files[folder] = ""
            else:
                folder = above
        file = self._files[folder]
        self._files.update(dict.fromkeys(seen, file))
        return file
