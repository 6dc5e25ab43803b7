"""Findings as Markdown tables, for the page that GitHub shows of a job."""

import re
from collections.abc import Iterable

from lap.checking import Checked
from lap.language.speech import Said, say, visible
from lap.paper import Page
from lap.report import set_aside
from lap.report.told import CRITERIA_NAMES, Result, Told, advised, tallied, told, what_was_checked

ROOM = 400_000
"""Bytes for each kind of table: GitHub takes one mebibyte for a step, and drops what is longer."""
MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&])")


def render(result: Result, page: Page) -> str:
    """The counts, the findings with the worst first, and for each commitment the criteria that hold."""
    language = result.language
    counts = Said(tallied(result.findings, language))
    parts = [
        "### " + say("Local Action Plans: {counts}", language, counts=counts),
        _findings(result, page),
        _criteria(result),
        marked_down(" ".join([*set_aside.counted(result), what_was_checked(result)])),
    ]
    return "\n\n".join(part for part in parts if part) + "\n\n"


def marked_down(text: str) -> str:
    """A text that Markdown shows as it stands, in one line."""
    return MARKUP.sub(r"\\\1", " ".join(text.split()))


def _findings(result: Result, page: Page) -> str:
    language = result.language
    found = [told(one, plan, language) for plan in result.plans for one in plan.findings]
    if not found:
        return ""
    worst_first = sorted(found, key=lambda one: one.finding.severity.rank)
    heads = [say(head, language) for head in ("Rule", "Severity", "Place", "What is wrong, and what to do")]
    return _table(heads, (_row(one, language, page) for one in worst_first), language)


def _row(one: Told, language: str, page: Page) -> list[str]:
    place = f"{visible(page.path(one.finding.span.file))}:{one.finding.span.line}"
    return [one.finding.code, one.severity, place, " ".join([one.message, *advised(one, language)])]


def _criteria(result: Result) -> str:
    language = result.language
    if not any(plan.judged for plan in result.plans):
        return ""
    rows = (row for plan in result.plans for row in _judged(plan))
    table = _table([say("Commitment", language), *CRITERIA_NAMES], rows, language)
    legend = " · ".join(f"{letter} {say(name, language)}" for letter, name in CRITERIA_NAMES.items())
    note = say("✓ no error or warning of that kind, ✗ at least one", language)
    return f"{table}\n\n{legend} · {note}"


def _judged(plan: Checked) -> list[list[str]]:
    return [
        [visible(one.title), *("✓" if one.holds[letter] else "✗" for letter in CRITERIA_NAMES)] for one in plan.judged
    ]


def _table(heads: list[str], rows: Iterable[list[str]], language: str) -> str:
    """As many rows as there is room for, and a sentence where there were more."""
    lines, room = [_line(heads), _line(["---"] * len(heads))], ROOM
    for row in rows:
        line = _line([marked_down(cell) for cell in row])
        room -= len(line.encode("utf-8", "replace")) + 1
        if room < 0:
            lines += ["", say("The table is too long for this page; the log has all of it.", language)]
            break
        lines.append(line)
    return "\n".join(lines)


def _line(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"
