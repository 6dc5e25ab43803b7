"""Settings in force, as a table for people and as JSON for programs; below it, what is wrong with the file."""

import json as standard
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from lap.findings import Finding
from lap.language.speech import Said, say, tell, visible
from lap.report.told import Told, advised, severity_word
from lap.rules import BY_CODE
from lap.settings.chosen import Settings
from lap.settings.in_force import COMMAND_LINE, ENVIRONMENT, Value
from lap.source.discovery import SETTINGS
from lap.source.vocabulary import KINDS, shown

VERSION = 1
GAP = 2


def text(path: str, settings: Settings, values: list[Value], language: str) -> str:
    """The values in force for a path, each with where it comes from."""
    if settings.file:
        head = say("Settings for “{path}”, from {file}:", language, path=path, file=_whole(settings.file))
    else:
        head = say("Settings for “{path}”; no {file} stands there or above, so the defaults count:", language,
            path=path, file=SETTINGS)  # fmt: skip
    rows = [(_key(one, language), _value(one, language), _origin(one, language)) for one in values]
    told = [_told(finding, settings, language) for finding in settings.findings]
    return "\n".join([head, "", *_aligned(rows), *([""] if told else []), *told]) + "\n"


def _whole(path: str) -> Said:
    return Said(visible(path))


def _aligned(rows: Iterable[tuple[str, str, str]]) -> list[str]:
    rows = list(rows)
    first, second = (max(len(row[number]) for row in rows) + GAP for number in (0, 1))
    return [f"  {key:<{first}}{value:<{second}}{origin}" for key, value, origin in rows]


def _key(one: Value, language: str) -> str:
    """The keys of a setting in the reader's language: `limits: readability`."""
    top, *below = (str(step) for step in one.route)
    known = [shown(top, step, language) if top in KINDS else step for step in below]
    return ": ".join([shown("settings", top, language), *known])


def _value(one: Value, language: str) -> str:
    if one.route == ("lang",):
        return one.value or say("that of the plan", language)
    words = "=severity" if one.route[0] in ("fail-on", "severity", "ignore") else ""
    return shown(words, one.value, language) if words else one.value


def _origin(one: Value, language: str) -> str:
    if one.place is not None:
        return f"{visible(one.place.file)}:{one.place.line}"
    if one.origin == COMMAND_LINE:
        return say("command line, {by}", language, by=one.by)
    if one.origin == ENVIRONMENT:
        return say("environment, {by}", language, by=one.by)
    return say("default", language)


def _told(finding: Finding, settings: Settings, language: str) -> str:
    """A finding in a line that begins with its place."""
    one = _in_words(finding, settings, language)
    return " ".join([f"{one.place}: {one.severity} {finding.code}: {one.message}", *advised(one, language)])


def _in_words(finding: Finding, settings: Settings, language: str) -> Told:
    sentence = BY_CODE[finding.code].said(finding.cause)
    message, hint = (tell(part, finding.parameters, language, settings.language) for part in sentence)
    return Told(finding, message, hint, severity_word(finding.severity, language), "")


def json(path: str, settings: Settings, values: list[Value], language: str) -> str:
    """The same for programs; keys and fixed words are in English whatever the language of the file."""
    report = {
        "settings": "lap",
        "version": VERSION,
        "path": path,
        "file": settings.file or None,
        "values": [_row(one) for one in values],
        "findings": [_finding(one, settings, language) for one in settings.findings],
    }
    return standard.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _row(one: Value) -> dict[str, Any]:
    row: dict[str, Any] = {"key": list(one.route), "value": _plain(one), "origin": one.origin}
    if one.place is not None:
        row |= {"file": one.place.file, "line": one.place.line, "column": one.place.column}
    return row | ({"by": one.by} if one.by else {})


def _plain(one: Value) -> str | float | None:
    """A value as a word, a number or a share; null for a language that is the plan's."""
    if one.route[0] == "limits":
        return int(one.value)
    if one.route[0] == "thresholds":
        return float(Decimal(one.value.rstrip("%")) / 100)
    return one.value or None


def _finding(finding: Finding, settings: Settings, language: str) -> dict[str, Any]:
    one, span = _in_words(finding, settings, language), finding.span
    said = {"code": finding.code, "severity": finding.severity.value, "message": one.message, "hint": one.hint}
    return {**said, "file": span.file, "line": span.line, "column": span.column}
