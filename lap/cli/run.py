"""What the checking commands share: options to choices, plans to findings, findings to an exit status."""

import datetime
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, NamedTuple

from lap.checking import Checked, check_bytes, check_path, with_settings
from lap.cli.languages import interface_language
from lap.cli.reports import Wanted, deliver, wanted
from lap.failure import CannotRun
from lap.findings import Severity
from lap.lint import Options
from lap.report.told import Result
from lap.rule import Rule
from lap.rules import BY_CODE, RULES
from lap.settings.chosen import FAIL_ON, Settings
from lap.settings.search import SettingsOf
from lap.source.discovery import find_plans
from lap.source.hygiene import MAX_BYTES

LEVELS = ("error", "warning", "advice")
MANY = 12
VALIDATED = tuple(rule for rule in RULES if rule.severity is not Severity.ADVICE)


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for on the command line, as it was typed."""

    paths: list[str]
    formats: list[str]
    outputs: list[str]
    lang: str
    as_of: str
    as_status: str
    select: list[str]
    ignore: list[str]
    fail_on: str
    stdin_filename: str
    quiet: bool
    rules: tuple[Rule, ...] = RULES
    baseline: str = ""
    write_baseline: str = ""
    show_waived: bool = False
    only_plans: bool = False

    def check(self) -> None:
        """Raises CannotRun for the first option that cannot be obeyed."""
        self.reports()
        _choice("--for", self.as_status, ("adopted",))
        _choice("--fail-on", self.fail_on, LEVELS if self.rules is RULES else LEVELS[:2])
        interface_language(self.lang)
        if "-" in self.paths and len(self.paths) > 1:
            raise CannotRun("stdin-alone")
        self.today()
        self.kept()
        if self.baseline and not self.write_baseline:
            from lap.baseline import read_baseline

            read_baseline(self.baseline)

    def reports(self) -> list[Wanted]:
        """The reports to write."""
        return wanted(self.formats, self.outputs)

    def today(self) -> datetime.date:
        """The day to judge on."""
        try:
            return datetime.datetime.strptime(self.as_of, "%Y-%m-%d").date() if self.as_of else datetime.date.today()
        except ValueError:
            raise CannotRun("bad-date", option="--as-of", value=self.as_of) from None

    def selected(self) -> frozenset[str]:
        """The codes that were asked for by name or family; none where all are."""
        return frozenset(_codes(self.select))

    def kept(self) -> frozenset[str]:
        """The codes to report."""
        return (self.selected() or frozenset(BY_CODE)) - _codes(self.ignore)

    def options(self, settings: Settings) -> Options:
        """How to judge a plan with these settings."""
        return Options(self.today(), self.as_status == "adopted", settings.limits)


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


class Checker(NamedTuple):
    """How a plan is checked: the one at a path, and the one in some bytes of this name."""

    at_path: Callable[[Path, Options, tuple[Rule, ...]], Checked] = check_path
    of_bytes: Callable[[bytes, str, Options, tuple[Rule, ...]], Checked] = check_bytes


def check_all(asked: Asked, stdin: BinaryIO, checker: Checker = Checker()) -> list[Checked]:
    """Checks every plan that was asked for."""
    found = SettingsOf()
    if asked.paths == ["-"]:
        settings, name = found.plan(Path(asked.stdin_filename or ".")), asked.stdin_filename or "-"
        checked = checker.of_bytes(stdin.read(MAX_BYTES + 1), name, asked.options(settings), _rules(asked, settings))
        return [_kept(with_settings(checked, settings, tell=True), asked)]
    plans: list[Checked] = []
    for path in _with_progress(find_plans([Path(path) for path in asked.paths], only_plans=asked.only_plans)):
        settings = found.plan(path)
        checked = checker.at_path(path, asked.options(settings), _rules(asked, settings))
        tell = all(one.settings is not settings for one in plans)
        plans.append(_kept(with_settings(checked, settings, tell), asked))
    return plans


def _rules(asked: Asked, settings: Settings) -> tuple[Rule, ...]:
    """The rules to run on a plan with these settings."""
    return settings.rules(asked.rules is RULES, asked.selected())


def _kept(checked: Checked, asked: Asked) -> Checked:
    """Leaves out what was not asked for."""
    codes = asked.kept()
    findings = [one for one in checked.findings if one.code in codes]
    return replace(checked, findings=findings, waived=[one for one in checked.waived if one.finding.code in codes])


def _with_progress(plans: list[Path]) -> Iterator[Path]:
    """The plans, with a bar on the terminal's error stream where there are many."""
    if len(plans) < MANY or not sys.stderr.isatty():
        yield from plans
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(plans, description="", console=Console(stderr=True), transient=True)


def result_of(plans: list[Checked], mended: int, asked: Asked) -> Result:
    """What a report needs to know of a run; `mended` entries of its baseline no longer occur."""
    language = interface_language(asked.lang, *((plans[0].language, plans[0].settings.lang) if plans else ()))
    run = {rule.code for plan in plans for rule in plan.rules}
    rules = tuple(rule for rule in RULES if rule.code in run)
    as_adopted = asked.as_status == "adopted"
    return Result(plans, language, asked.today().isoformat(), rules, asked.quiet, as_adopted, mended, asked.show_waived)


def against_baseline(plans: list[Checked], asked: Asked) -> tuple[list[Checked], int]:
    """The plans without what was there before, and how much of that is mended; a new baseline is written first."""
    if not (asked.baseline or asked.write_baseline):
        return plans, 0
    from lap import baseline

    if asked.write_baseline:
        there = baseline.made_of(plans, asked.write_baseline)
        baseline.write_baseline(there, asked.write_baseline)
    else:
        there = baseline.read_baseline(asked.baseline)
    return baseline.compare(there, plans, asked.kept())


def status(plans: list[Checked], asked: Asked) -> int:
    """1 where a finding reaches the level to fail on, else 0."""
    return int(any(_fails(plan, asked) for plan in plans))


def _fails(plan: Checked, asked: Asked) -> bool:
    level = Severity(asked.fail_on) if asked.fail_on else plan.settings.fail_on or FAIL_ON
    return any(finding.severity.rank <= level.rank for finding in plan.findings)


def report(asked: Asked, checker: Checker = Checker()) -> Result:
    """Checks what was asked for, delivers the report, and hands it on."""
    asked.check()
    plans, mended = against_baseline(check_all(asked, sys.stdin.buffer, checker), asked)
    result = result_of(plans, mended, asked)
    deliver(result, asked.reports())
    return result


def run(asked: Asked) -> int:
    """Checks what was asked for, delivers the report, and gives the exit status."""
    return status(report(asked).plans, asked)
