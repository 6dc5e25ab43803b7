"""Waivers: comments of a plan that set findings aside, with a reason and perhaps an end.

`# lap: ignore L108 until 2026-12-31 because …`, `# lap: omitir L108 hasta 2026-12-31 porque …`.
"""

import datetime
import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from lap.findings import Finding, Severity
from lap.rule import Rule
from lap.source.files import Source
from lap.source.span import Span

if TYPE_CHECKING:
    from lap.waivers.reach import Placed

MARK = re.compile(r"#[ \t]*lap[ \t]*:", re.I)
"""Where a file has no such comment, nothing more is looked for."""


class Waived(NamedTuple):
    """A finding that a waiver sets aside: why, until when ("" for no end), and where the waiver stands."""

    finding: Finding
    reason: str
    until: str
    place: Span


class Account(NamedTuple):
    """The findings that stand, those about waivers among them, and the ones that are waived."""

    findings: list[Finding]
    waived: list[Waived]


def settle(source: Source, findings: list[Finding], rules: tuple[Rule, ...], today: datetime.date) -> Account:
    """Sets aside what the plan's waivers name. `rules` are those that were run: only they can leave a waiver unused."""
    marked = [one for one in source.documents.values() if MARK.search(one.text)] if source.readable else []
    if not marked:
        return Account(findings, [])
    from lap.waivers.reach import placed

    waivers = [waiver for document in marked for waiver in placed(document)]
    account = Account([], [])
    used: set[Span] = set()
    for finding in findings:
        over = [one.waiver for one in waivers if one.sets_aside(finding, today)]
        if not over:
            account.findings.append(finding)
            continue
        nearest = max(over, key=lambda waiver: waiver.span.line)
        used.add(nearest.codes[finding.code])
        until = nearest.until.text if nearest.until else ""
        account.waived.append(Waived(finding, nearest.reason, until, nearest.span))
    account.findings.extend(_about(waivers, findings, {rule.code for rule in rules}, used, today))
    account.findings.sort(key=_order(source))
    return account


def _about(
    waivers: "list[Placed]", findings: list[Finding], run: set[str], used: set[Span], today: datetime.date
) -> Iterator[Finding]:
    """What is wrong with the waivers themselves. Of an end that is past or unreadable, nothing else is said."""
    for one in waivers:
        waiver = one.waiver
        yield from waiver.findings
        if waiver.counts(today):
            yield from _unused(one, findings, run, used)
        elif waiver.until is not None and waiver.codes:
            yield Finding("Y303", waiver.end, {"until": waiver.until}, severity=Severity.WARNING)


def _unused(one: "Placed", findings: list[Finding], run: set[str], used: set[Span]) -> Iterator[Finding]:
    """Y302 for each code that sets nothing aside. Where something could not be read, no rule can tell."""
    if any(_unread(finding) and one.reaches(finding.span) for finding in findings):
        return
    cause = "nowhere" if one.nowhere else ""
    for code, place in one.waiver.codes.items():
        if code in run and place not in used:
            yield Finding("Y302", place, {"name": code}, cause, severity=Severity.WARNING)


def _unread(finding: Finding) -> bool:
    return finding.code[:2] in ("Y1", "Y2") and finding.severity is Severity.ERROR


def _order(source: Source) -> Callable[[Finding], tuple[int, int, int]]:
    """By file and place; at one place the findings stay as they were."""
    files = {name: number for number, name in enumerate(source.documents)}
    return lambda one: (files.get(one.span.file, len(files)), one.span.line, one.span.column)
