"""What is wrong with a text that is not YAML, in causes of our own, and how to read on without that line."""

import re
from typing import NamedTuple

from lap.findings import Finding
from lap.source.parsers import Rejected
from lap.source.span import Span

OPEN_QUOTE = re.compile(r"""(?:^|[:\-\[{,])\s+(?P<quote>["'])(?:(?!(?P=quote)).)*$""")
NO_SPACE = re.compile(r"^\s*(?:- )?([\w-]+):[^\s/]")
COLON_IN_VALUE = re.compile(r"^\s*(?:- +)?[^:#]+: +[^\"'\[{|>].*?:(?: |$)")
SENTENCE_LIKE = re.compile(r"^\s*[^:#\s][^:#]*$")
KEY = re.compile(r"""^(\s*(?:- +)*(?:"[^"]*"|'[^']*'|[^\s:#][^:#]*?)\s*:)(?=\s|$)""")


class Mistake(NamedTuple):
    """A finding, and the line (from 0) to pass over so that the rest can be read."""

    finding: Finding
    line: int


def explain(file: str, text: str, rejected: Rejected) -> Mistake:
    """Puts a parser's verdict into one of our own causes, at the place a person would look."""
    lines = text.split("\n")
    line = min(rejected.line, len(lines) - 1)
    cause, line, column = _cause(lines, line, rejected)
    row = lines[line].rstrip("\r")
    column = min(column, max(len(row) - 1, 0))
    end = column + 1 if cause in AT_A_SIGN else max(len(row.rstrip()), column + 1)
    span = Span(file, line + 1, column + 1, line + 1, end + 1)
    parameters = {"text": row.strip()[:60], "sign": row[column : column + 1]}
    return Mistake(Finding("Y101", span, parameters, cause), line)


AT_A_SIGN = {"tab", "sign", "escape", "bracket"}


def _cause(lines: list[str], line: int, rejected: Rejected) -> tuple[str, int, int]:
    """The cause, and the line and column to show."""
    problem, column, row = rejected.problem, rejected.column, lines[line]
    indent = len(row) - len(row.lstrip(" \t"))
    quote = _open_quote(lines, line, rejected)
    if "\t" in row[:indent]:
        return "tab", line, row.index("\t")
    if quote is not None:
        return "quote", *quote
    if "flow" in problem and rejected.opened is not None:
        opened = lines[rejected.opened]
        found = max(opened.rfind("["), opened.rfind("{"))
        return "bracket", rejected.opened, max(found, 0)
    if "escape" in problem:
        return "escape", line, column
    if NO_SPACE.match(row) and "://" not in row:
        return "no-space", line, row.index(":")
    return _shape(lines, line, column, rejected)


def _shape(lines: list[str], line: int, column: int, rejected: Rejected) -> tuple[str, int, int]:
    """Causes that are told by how the line looks."""
    problem, row = rejected.problem, lines[line]
    indent = len(row) - len(row.lstrip())
    if "mapping values" in problem or COLON_IN_VALUE.match(row):
        if COLON_IN_VALUE.match(row):
            return "colon", line, row.index(":") + 2
        return "indentation", line, indent
    if "cannot start any token" in problem or "alphabetic or numeric" in problem or "anchor" in problem:
        return "sign", line, column
    opened = rejected.opened
    if "could not find expected ':'" in problem and opened is not None and opened < len(lines):
        cause = "no-space" if NO_SPACE.match(lines[opened]) else "no-colon"
        return cause, opened, len(lines[opened]) - len(lines[opened].lstrip())
    if "block" in problem:
        return "indentation", line, indent
    return "other", line, column


def _open_quote(lines: list[str], line: int, rejected: Rejected) -> tuple[int, int] | None:
    """The place of a quote that is not closed on its line, at or above the spot where the parser gave up."""
    if not ("quoted scalar" in rejected.problem or '"' in lines[line] or "'" in lines[line]):
        return None
    for number in range(line, max(-1, line - 200), -1):
        match = OPEN_QUOTE.search(lines[number])
        if match:
            return number, match.start("quote")
    return None


def without(text: str, mistake: Mistake) -> str:
    """The text with the broken line taken out: its key stays, so that it does not count as missing."""
    lines = text.split("\n")
    row = lines[mistake.line]
    cause = mistake.finding.cause
    key = (NO_SPACE if cause == "no-space" else KEY).match(row)
    kept = key is not None and cause not in ("tab", "indentation", "no-colon")
    lines[mistake.line] = row[: row.index(":", key.start(1)) + 1] if key and kept else ""
    return "\n".join(lines)
