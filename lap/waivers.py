"""Waivers: comments of a plan that set findings aside, with a reason and perhaps an end.

`# lap: ignore L108 until 2026-12-31 because …`, `# lap: omitir L108 hasta 2026-12-31 porque …`. At the end of a line
it counts on that line; directly above a key or a dash, in all that belongs to it; at the head of a file with an empty
line after it, in the whole file.
"""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from lap.findings import Finding, Severity
from lap.rule import Rule
from lap.source.document import Document
from lap.source.files import Source
from lap.source.nodes import Data, Mapping, Sequence
from lap.source.span import Span
from lap.waiver_comments import Waiver, waivers_in


@dataclass(frozen=True, slots=True)
class Waived:
    """A finding that a waiver sets aside: why, until when ("" for no end), and where the waiver stands."""

    finding: Finding
    reason: str
    until: str
    place: Span


class Account(NamedTuple):
    """The findings that stand, those about waivers among them, and the ones that are waived."""

    findings: list[Finding]
    waived: list[Waived]


class Lines(NamedTuple):
    """The lines of a file on which a waiver counts, first and last, or no line; `block` unless it is a line's end."""

    first: int
    last: int
    block: bool = True


class Placed(NamedTuple):
    """A waiver, and where it counts."""

    waiver: Waiver
    lines: Lines

    def reaches(self, span: Span) -> bool:
        """Whether something is meant: what begins in the block, or begins or ends on the line."""
        first, last, block = self.lines
        if self.waiver.span.file != span.file:
            return False
        return first <= span.line <= last if block else first in (span.line, last_line(span))

    def sets_aside(self, finding: Finding, today: datetime.date) -> bool:
        """Whether a finding is waived on a day."""
        return finding.code in self.waiver.codes and self.waiver.counts(today) and self.reaches(finding.span)


def settle(source: Source, findings: list[Finding], rules: tuple[Rule, ...], today: datetime.date) -> Account:
    """Sets aside what the plan's waivers name. `rules` are those that were run: only they can leave a waiver unused."""
    waivers = list(_placed(source)) if source.readable else []
    if not waivers:
        return Account(findings, [])
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


def _placed(source: Source) -> Iterator[Placed]:
    for document in source.documents.values():
        waivers = waivers_in(document)
        reach = _reach(document.data) if waivers else {}
        yield from (Placed(waiver, _lines(waiver.span, document, reach)) for waiver in waivers)


def _about(
    waivers: list[Placed], findings: list[Finding], run: set[str], used: set[Span], today: datetime.date
) -> Iterator[Finding]:
    """What is wrong with the waivers themselves. Of an end that is past or unreadable, nothing else is said."""
    for one in waivers:
        waiver = one.waiver
        yield from waiver.findings
        if waiver.counts(today):
            yield from _unused(one, findings, run, used)
        elif waiver.until is not None and waiver.codes:
            yield Finding("Y303", waiver.end, {"until": waiver.until}, severity=Severity.WARNING)


def _unused(one: Placed, findings: list[Finding], run: set[str], used: set[Span]) -> Iterator[Finding]:
    """Y302 for each code that sets nothing aside. Where something could not be read, no rule can tell."""
    if any(_unread(finding) and one.reaches(finding.span) for finding in findings):
        return
    cause = "nowhere" if one.lines is NOWHERE else ""
    for code, place in one.waiver.codes.items():
        if code in run and place not in used:
            yield Finding("Y302", place, {"name": code}, cause, severity=Severity.WARNING)


def _unread(finding: Finding) -> bool:
    return finding.code[:2] in ("Y1", "Y2") and finding.severity is Severity.ERROR


def _order(source: Source) -> Callable[[Finding], tuple[int, int, int]]:
    """By file and place; at one place the findings stay as they were."""
    files = {name: number for number, name in enumerate(source.documents)}
    return lambda one: (files.get(one.span.file, len(files)), one.span.line, one.span.column)


NOWHERE = Lines(1, 0)


def _lines(place: Span, document: Document, reach: dict[int, int]) -> Lines:
    """Where a waiver counts."""
    rows, number = document.lines(), place.line
    if rows[number - 1][: place.column - 1].strip():
        return Lines(number, number, block=False)
    below = number + 1
    while below <= len(rows) and _is_comment(rows[below - 1]):
        below += 1
    at_head = all(_is_comment(row) or row.strip() in ("", "---") for row in rows[: number - 1])
    if below > len(rows) or not rows[below - 1].strip():
        return Lines(1, len(rows)) if at_head else NOWHERE
    if rows[below - 1].strip() == "-":
        below += 1
    return Lines(1 if at_head else number, reach.get(below, below))


def _is_comment(row: str) -> bool:
    return row.lstrip().startswith("#")


def _reach(data: Data) -> dict[int, int]:
    """For each line on which a key or an item begins, the last line of what belongs to it."""
    reach: dict[int, int] = {}
    todo: list[Data] = [data]
    while todo:
        for place, value in _inside(todo.pop()):
            end = place.line if value is None else last_line(value.span)
            reach[place.line] = max(end, reach.get(place.line, 0))
            todo.append(value)
    return reach


def _inside(node: Data) -> list[tuple[Span, Data]]:
    """What stands directly in a group or list, each with its place; what an alias points to stands elsewhere."""
    if isinstance(node, Mapping) and node.anchor is None:
        return [(node.places[key], value) for key, value in node.items()]
    if isinstance(node, Sequence) and node.anchor is None:
        return [(value.span, value) for value in node if value is not None]
    return []


def last_line(span: Span) -> int:
    """The last line on which something of a span stands; its end is exclusive."""
    return span.end_line if span.end_column > 1 else max(span.line, span.end_line - 1)
