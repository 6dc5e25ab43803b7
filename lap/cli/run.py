"""What the checking commands share: options to choices, plans to a report, a report to its place."""

import datetime
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from lap.checking import Checked, check_bytes, check_path
from lap.cli.languages import interface_language
from lap.failure import CannotRun
from lap.findings import Finding, Severity
from lap.lint import Options
from lap.report.told import Result
from lap.rule import Rule
from lap.rules import BY_CODE, RULES
from lap.source.discovery import find_plans
from lap.source.hygiene import MAX_BYTES

FORMATS = ("text", "plain", "json")
LEVELS = ("error", "warning", "advice")
MANY = 12
VALIDATED = tuple(rule for rule in RULES if rule.severity is not Severity.ADVICE)


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for on the command line, as it was typed."""

    paths: list[str]
    format: str
    output: str
    lang: str
    as_of: str
    as_status: str
    select: list[str]
    ignore: list[str]
    fail_on: str
    stdin_filename: str
    quiet: bool
    rules: tuple[Rule, ...] = RULES

    def check(self) -> None:
        """Raises CannotRun for the first option that cannot be obeyed."""
        _choice("--format", self.format, FORMATS)
        _choice("--for", self.as_status, ("adopted",))
        _choice("--fail-on", self.fail_on, LEVELS if self.rules is RULES else LEVELS[:2])
        interface_language(self.lang)
        if "-" in self.paths and len(self.paths) > 1:
            raise CannotRun("stdin-alone")
        self.today()
        self.kept()

    def today(self) -> datetime.date:
        """The day to judge on."""
        try:
            return datetime.date.fromisoformat(self.as_of) if self.as_of else datetime.date.today()
        except ValueError:
            raise CannotRun("bad-date", option="--as-of", value=self.as_of) from None

    def kept(self) -> frozenset[str]:
        """The codes to report."""
        selected = _codes(self.select) or set(BY_CODE)
        return frozenset(selected - _codes(self.ignore))


def _choice(option: str, value: str, known: tuple[str, ...]) -> None:
    if value and value not in known:
        raise CannotRun("bad-choice", option=option, value=value, known=known)


def _codes(asked: Iterable[str]) -> set[str]:
    """The codes that a list of codes and family letters means."""
    codes: set[str] = set()
    for name in ",".join(asked).replace(" ", ",").split(","):
        if name:
            meant = {code for code in BY_CODE if name.upper() in (code, code[0])}
            if not meant:
                raise CannotRun("unknown-code", name=name.upper(), known=tuple(BY_CODE))
            codes |= meant
    return codes


def check_all(asked: Asked, stdin: BinaryIO) -> list[Checked]:
    """Checks every plan that was asked for."""
    options = Options(asked.today(), as_adopted=asked.as_status == "adopted")
    if asked.paths == ["-"]:
        name = asked.stdin_filename or "-"
        return [_kept(check_bytes(stdin.read(MAX_BYTES + 1), name, options, asked.rules), asked)]
    plans = find_plans([Path(path) for path in asked.paths])
    return [_kept(check_path(plan, options, asked.rules), asked) for plan in _with_progress(plans)]


def _kept(checked: Checked, asked: Asked) -> Checked:
    """Leaves out what was not asked for."""
    codes = asked.kept()
    findings = [one for one in checked.findings if one.code in codes]
    return replace(checked, findings=findings)


def _with_progress(plans: list[Path]) -> Iterator[Path]:
    """The plans, with a bar on the terminal's error stream where there are many."""
    if len(plans) < MANY or not sys.stderr.isatty():
        yield from plans
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(plans, description="", console=Console(stderr=True), transient=True)


def deliver(plans: list[Checked], asked: Asked) -> None:
    """Writes the report to where it was asked for."""
    language = interface_language(asked.lang, plans[0].language if plans else "")
    result = Result(
        plans, language, asked.today().isoformat(), len(asked.rules), asked.quiet, asked.as_status == "adopted"
    )
    text = _rendered(result, asked)
    if not asked.output:
        sys.stdout.write(text)
        return
    try:
        Path(asked.output).write_text(text, encoding="utf-8", newline="\n")
    except OSError:
        raise CannotRun("cannot-write", path=asked.output) from None


def _rendered(result: Result, asked: Asked) -> str:
    terminal = sys.stdout.isatty() and not asked.output
    if asked.format == "json":
        from lap.report import json

        return json.render(result)
    if asked.format == "plain" or (not asked.format and not terminal):
        from lap.report import plain

        return plain.render(result)
    from lap.report import text

    colour = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return text.render(result, shutil.get_terminal_size((80, 24)).columns, colour)


def status(plans: list[Checked], asked: Asked) -> int:
    """1 where a finding reaches the level to fail on, else 0."""
    level = Severity(asked.fail_on).rank
    findings: Iterator[Finding] = (finding for plan in plans for finding in plan.findings)
    return int(any(finding.severity.rank <= level for finding in findings))


def run(asked: Asked) -> int:
    """Checks what was asked for, delivers the report, and gives the exit status."""
    asked.check()
    plans = check_all(asked, sys.stdin.buffer)
    deliver(plans, asked)
    return status(plans, asked)
