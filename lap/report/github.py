"""Findings in the log of GitHub Actions: notes beside the lines they are about, then the plain report."""

import hashlib
import re
from collections.abc import Mapping

from lap.checking import Checked
from lap.findings import Finding, Severity
from lap.language.speech import say, visible
from lap.paper import Page
from lap.report import plain
from lap.report.told import Result, advised, related_lines, tallied, told

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}
SHOWN = {Severity.ERROR: 10, Severity.WARNING: 10, Severity.ADVICE: 9}
"""GitHub shows ten notes of a level for a step, and drops the others. The summary takes a place of the last level."""
DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
PROPERTY = {**DATA, ":": "%3A", ",": "%2C"}


def render(result: Result, page: Page) -> str:
    """The worst findings as notes, a summary note, and the plain report in a group that can be folded away."""
    lines = [*_notes(result, page), *_grouped(plain.render(result, page), result.language)]
    return "\n".join(lines) + "\n"


def escaped_data(text: str) -> str:
    """A text as a command's message takes it."""
    return _escaped(text, DATA)


def escaped_property(text: str) -> str:
    """A text as a command's property takes it."""
    return _escaped(text, PROPERTY)


def _escaped(text: str, codes: Mapping[str, str]) -> str:
    return "".join(codes.get(letter, letter) for letter in text)


def unescaped(text: str) -> str:
    """What GitHub makes of an escaped message or property."""
    letters = {code: letter for letter, code in PROPERTY.items()}
    return re.sub("%(?:25|0D|0A|3A|2C)", lambda match: letters[match.group()], text)


def command(name: str, message: str, **properties: object) -> str:
    """A command to GitHub, in one line."""
    listed = ",".join(f"{key}={escaped_property(str(value))}" for key, value in properties.items())
    return f"::{name}{' ' if listed else ''}{listed}::{escaped_data(message)}"


def _notes(result: Result, page: Page) -> list[str]:
    """The notes, worst first; none where nothing was found."""
    if not result.findings:
        return []
    notes, hidden = [], False
    for severity, room in SHOWN.items():
        found = [(one, plan) for plan in result.plans for one in plan.findings if one.severity is severity]
        notes += [_note(one, plan, result.language, page) for one, plan in found[:room]]
        hidden = hidden or len(found) > room
    return [*notes, _summary(result, hidden)]


def _note(finding: Finding, plan: Checked, language: str, page: Page) -> str:
    one, span = told(finding, plan, language), finding.span
    place: dict[str, object] = {"file": visible(page.path(span.file)), "line": span.line, "endLine": span.end_line}
    if span.line == span.end_line:  # GitHub refuses columns of different lines
        place |= {"col": span.column, "endColumn": span.end_column}
    more = say("lap explain {code}", language, code=finding.code)
    text = "\n".join([one.message, *advised(one, language), *related_lines(finding, language), more])
    title = f"{finding.code} · {one.section}" if one.section else finding.code
    return command(LEVELS[finding.severity], text, **place, title=title)


def _summary(result: Result, hidden: bool) -> str:
    sentences = [tallied(result.findings, result.language) + "."]
    if hidden:
        sentences.append(say("Only the first ones of each kind are shown; the log has them all.", result.language))
    return command("notice", " ".join(sentences), title="lap")


def _grouped(report: str, language: str) -> list[str]:
    """The report, in which no text of a plan is taken for a command: nothing is obeyed until the token comes."""
    token = hashlib.sha256(report.encode("utf-8", "surrogatepass")).hexdigest()
    return [
        command("group", say("The whole report", language)),
        command("stop-commands", token),
        report.rstrip("\n"),
        f"::{token}::",
        command("endgroup", ""),
    ]
