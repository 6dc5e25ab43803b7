"""Findings for people at a terminal: place, sentence, the line with the spot underlined, and a small table."""

from lap.checking import Checked
from lap.findings import Finding, Severity
from lap.language.speech import say, visible
from lap.paper import Page, Paper, cut, paper_of, width_of, wrapped
from lap.report import set_aside
from lap.report.told import (
    CRITERIA_NAMES,
    Result,
    Told,
    as_shown,
    cited,
    judged_as,
    nothing_to_show,
    related_lines,
    source_line,
    tallied,
    told,
    what_was_checked,
)
from lap.source.span import Span

COLOURS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.ADVICE: "1;36"}


def render(result: Result, page: Page) -> str:
    """The whole report as text."""
    paper = paper_of(page)
    parts: list[str] = []
    if not result.quiet:
        parts += [block for plan in result.plans for block in blocks(plan, result.language, page)]
        parts += [_aside(one, paper) for one in set_aside.waived(result)]
        parts += [table for plan in result.plans if (table := _table(plan, result, paper))]
    parts.append(_ending(result, paper))
    return "\n\n".join(parts) + "\n"


def blocks(plan: Checked, language: str, page: Page) -> list[str]:
    """Each finding of a plan with its line."""
    paper = paper_of(page)
    return [_block(finding, plan, language, paper) for finding in plan.findings]


def _block(finding: Finding, plan: Checked, language: str, paper: Paper) -> str:
    one = told(finding, plan, language)
    lines = [*_heading(one, paper), *_snippet(one, plan, paper)]
    indent = " " * 3
    for sentence in (*related_lines(one.finding, language), cited(one, language)):
        lines += [paper.paint(row, "2") for row in wrapped(sentence, paper.width, indent, indent)]
    return "\n".join(lines)


def _aside(one: set_aside.Aside, paper: Paper) -> str:
    """A waived finding, and by what it is waived."""
    indent = " " * 3
    said = wrapped(one.message, paper.width, "  ", "  ")
    return "\n".join([paper.paint(one.label, "1"), *said, *wrapped(one.why, paper.width, indent, indent)])


def _heading(one: Told, paper: Paper) -> list[str]:
    """The place, the severity and the code on the first line, and the sentence after them or below them."""
    colour = COLOURS[one.finding.severity]
    label = f"{one.place}: {one.severity} {one.finding.code}"
    painted = (
        f"{paper.paint(one.place, '1')}: {paper.paint(one.severity, colour)} {paper.paint(one.finding.code, colour)}"
    )
    if width_of(label) + 2 + width_of(one.message) <= paper.width:
        return [f"{painted}  {one.message}"]
    return [painted, *wrapped(one.message, paper.width, "  ", "  ")]


def _snippet(one: Told, plan: Checked, paper: Paper) -> list[str]:
    """The line before (for where one is), the line itself, and the spot underlined with what to write."""
    span = as_shown(plan, one.finding.span)
    row = source_line(plan, span, span.line)
    if nothing_to_show(row, one.finding):
        return wrapped(f"→ {one.hint}", paper.width, "   ", "     ") if one.hint else []
    gutter = len(str(span.line)) + 3
    room = max(paper.width - gutter - 3, 20)
    start, shift = _window(row, span, room)
    lines = []
    before = source_line(plan, span, span.line - 1)[shift:]
    if before.strip():
        lines.append(_numbered(span.line - 1, before, gutter, room, paper))
    lines.append(_numbered(span.line, row[shift:], gutter, room, paper))
    return lines + _underlined(one, span, row, start, shift, gutter, room, paper)


def _window(row: str, span: Span, room: int) -> tuple[int, int]:
    """Where the spot begins in the line, and how much of the line's beginning is left out to show it."""
    start = min(span.column - 1, max(len(row) - 1, 0))
    shift = start if width_of(row[:start]) > room - 12 else 0
    while shift > max(0, start - room) and width_of(row[shift - 1 : start]) <= room // 2:
        shift -= 1
    return start, shift


def _numbered(number: int, row: str, gutter: int, room: int, paper: Paper) -> str:
    shown = row if width_of(row) <= room else cut(row, room - 1) + "…"
    return f"{paper.paint(f'{number:>{gutter}} │', '2')} {shown}"


def _underlined(
    one: Told, span: Span, row: str, start: int, shift: int, gutter: int, room: int, paper: Paper
) -> list[str]:
    end = min(span.end_column - 1, len(row)) if span.end_line == span.line else len(row.rstrip())
    before = width_of(row[shift:start])
    long = max(1, min(width_of(row[start:end]), room - before))
    carets = paper.paint("^" * long, COLOURS[one.finding.severity])
    head = f"{paper.paint(' ' * gutter + ' │', '2')} {' ' * before}{carets}"
    if not one.hint:
        return [head]
    if before + long + 2 + width_of(one.hint) <= room:
        return [f"{head}  {one.hint}"]
    margin = " " * gutter + " │ "
    rows = wrapped(one.hint, room, "", "")
    return [head, *(paper.paint(margin[:-1], "2") + " " + line for line in rows)]


def _table(plan: Checked, result: Result, paper: Paper) -> str:
    """For each commitment, which of the five criteria hold."""
    if not plan.judged:
        return ""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    language = result.language
    table = Table(box=SIMPLE_HEAD, title=None, pad_edge=False, width=min(paper.width, 100))
    table.add_column(Text(visible(plan.title or plan.name)), ratio=1, overflow="fold")
    for letter in CRITERIA_NAMES:
        table.add_column(letter, justify="center", width=3)
    for one in plan.judged:
        signs = [Text("✓", "green") if one.holds[letter] else Text("✗", "bold red") for letter in CRITERIA_NAMES]
        table.add_row(Text(visible(one.title)), *signs)
    legend = " · ".join(f"{letter} {say(name, language)}" for letter, name in CRITERIA_NAMES.items())
    note = say("✓ no error or warning of that kind, ✗ at least one", language)
    rows = paper.printed(table) + wrapped(legend, paper.width, "", "") + wrapped(note, paper.width, "", "")
    return "\n".join(rows).strip("\n")


def _ending(result: Result, paper: Paper) -> str:
    findings = result.findings
    worst = min((finding.severity for finding in findings), key=lambda one: one.rank, default=None)
    tally = tallied(findings, result.language)
    lines = [paper.paint(tally, COLOURS[worst] if worst else "1;32")]
    for sentence in (*set_aside.counted(result), what_was_checked(result)):
        lines += wrapped(sentence, paper.width, "", "")
    if not result.quiet:
        lines += wrapped(judged_as(result), paper.width, "", "")
    return "\n".join(lines)
