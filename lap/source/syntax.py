"""What is wrong with a text that is not YAML, in causes of our own, and how to read on without that line."""

import re
from typing import NamedTuple

from lap.findings import Finding
from lap.source.parsers import Rejected
from lap.source.span import Span

OPEN_QUOTE = re.compile(r"""(?:^|[:\-\[{,])\s+(?P<quote>["'])(?:(?!(?P=quote)).)*$""")
NO_SPACE = re.compile(r"^\s*+(?:- )?([\w-]++(?: [\w-]++){0,4}+):[^\s/]")
COLON_IN_VALUE = re.compile(r"^\s*+(?:- ++)?+[^:#\[{]++: ++[^\"'\[{|>\s].*?:(?:\s|$)")
BRACKETS = re.compile(r"[\[\]{}]")
CLOSING = {"[": "]", "{": "}"}
SIGHT = 200
KEY = re.compile(r"""^(\s*+(?:- ++)*+(?:"[^"]*+"|'[^']*+'|[^\s:#\[{][^:#]*+)\s*+:)(?=\s|$)""")

AT_A_SIGN = {"tab", "sign", "escape", "bracket"}
AT_THE_LINE = {"tab", "indentation", "no-colon"}
# Causes that a line passed over brings about in the next one; each of the others is a mistake of its own.
CONSEQUENCES = {"tab", "indentation", "no-colon", "other", "depth"}
# Words of the parser about a sign that has a meaning of its own where a text begins.
AT_THE_SIGN = ("cannot start any token", "are not allowed here", "expected the node content")
AT_THE_START = ("alphabetic or numeric", "while scanning a block scalar", "tag")


class Mistake(NamedTuple):
    """A finding, and the line (from 0) to pass over so that the rest can be read."""

    finding: Finding
    line: int

    @property
    def may_follow(self) -> bool:
        """Whether it may be no more than the consequence of another one just above."""
        return self.finding.cause in CONSEQUENCES


class Spot(NamedTuple):
    """A cause, and the line and column (from 0) to show."""

    cause: str
    line: int
    column: int


def explain(file: str, text: str, rejected: Rejected) -> Mistake:
    """Puts a parser's verdict into one of our own causes, at the place a person would look."""
    lines = text.split("\n")
    cause, line, column = _cause(lines, min(rejected.line, len(lines) - 1), rejected)
    row = lines[line].rstrip("\r")
    column = min(column, max(len(row) - 1, 0))
    end = column + 1 if cause in AT_A_SIGN else max(len(row.rstrip()), column + 1)
    span = Span(file, line + 1, column + 1, line + 1, end + 1)
    parameters = {"text": row.strip()[:60], "sign": row[column : column + 1]}
    return Mistake(Finding("Y101", span, parameters, cause), line)


def _cause(lines: list[str], line: int, rejected: Rejected) -> Spot:
    problem, column, row = rejected.problem, rejected.column, lines[line]
    indent = _indent(row)
    quote = _open_quote(lines, line, rejected)
    if "\t" in row[:indent]:
        return Spot("tab", line, row.index("\t"))
    if quote is not None:
        return quote
    if "parsing a flow" in problem:
        return _bracket(lines, line, rejected)
    if "escape" in problem:
        return Spot("escape", line, max(row.rfind("\\", 0, column + 1), 0))
    if NO_SPACE.match(row) and "://" not in row:
        return Spot("no-space", line, row.index(":"))
    if "<document start>" in problem:
        content = (number for number, row in enumerate(lines) if row.strip() and row.lstrip()[0] not in "#%")
        first = next(content, line)
        return Spot("indentation", first, _indent(lines[first]))
    if "mapping values" in problem:
        return _colon(lines, line, column)
    return _sign(lines, line, column, rejected)


def _bracket(lines: list[str], line: int, rejected: Rejected) -> Spot:
    """Of a sign that may not stand between brackets: they are not closed, or else the sign itself is the mistake."""
    column, at_start = rejected.column, "content" in rejected.problem
    opened = _innermost(lines, line, column) if at_start else rejected.opened or (line, column)
    of_a_key = line > opened[0] and lines[line].find(":") == column
    if of_a_key or not _closed_behind(lines, opened, (line, column)):
        return Spot("bracket", *opened)
    if "got ':'" in rejected.problem:
        return Spot("colon", line, lines[line].rfind(": ", 0, column) + 2)
    return Spot("sign" if at_start else "other", line, column)


def _innermost(lines: list[str], line: int, column: int) -> tuple[int, int]:
    """Where the last bracket opens that is still open at a place."""
    todo: list[tuple[int, int]] = []
    for number in range(max(0, line - SIGHT), line + 1):
        for match in BRACKETS.finditer(lines[number], 0, column if number == line else len(lines[number])):
            if match.group() in CLOSING:
                todo.append((number, match.start()))
            elif todo:
                todo.pop()
    return todo[-1] if todo else (line, column)


def _closed_behind(lines: list[str], opened: tuple[int, int], place: tuple[int, int]) -> bool:
    """Whether the bracket that opens at one place is closed behind another one."""
    todo: list[str] = []
    for number in range(opened[0], len(lines)):
        for match in BRACKETS.finditer(lines[number], opened[1] if number == opened[0] else 0):
            if match.group() in CLOSING:
                todo.append(CLOSING[match.group()])
            elif not todo or todo.pop() != match.group():
                return False
            if not todo:
                return (number, match.start()) >= place
    return False


def _colon(lines: list[str], line: int, column: int) -> Spot:
    """Of a colon where none may stand: whether it belongs to a text, or to a key in a wrong place."""
    row = lines[line]
    key = KEY.match(row)
    if COLON_IN_VALUE.match(row) or (key and column > key.end()):
        return Spot("colon", line, row.index(":") + 2)
    return _neighbour(lines, line) or Spot("indentation", line, _indent(row))


def _sign(lines: list[str], line: int, column: int, rejected: Rejected) -> Spot:
    """Of a sign that may not stand where it does: whether a text begins with it, or its line stands wrongly."""
    problem, indent, opened = rejected.problem, _indent(lines[line]), rejected.opened or (line, column)
    if "could not find expected ':'" in problem:
        cause = "no-space" if NO_SPACE.match(lines[opened[0]]) else "no-colon"
        return Spot(cause, opened[0], _indent(lines[opened[0]]))
    if any(words in problem for words in AT_THE_START):
        return Spot("sign", *opened)
    if column > indent:
        return Spot("sign" if any(words in problem for words in AT_THE_SIGN) else "other", line, column)
    if "block" in problem:
        return _neighbour(lines, line) or Spot("indentation", line, indent)
    return Spot("sign" if "cannot start any token" in problem else "other", line, column)


def _neighbour(lines: list[str], line: int) -> Spot | None:
    """The key above without a space after its colon, because of which a line seems to stand wrongly."""
    above = line - 1
    while above > 0 and (not lines[above].strip() or lines[above].lstrip().startswith("#")):
        above -= 1
    match = NO_SPACE.match(lines[above]) if above >= 0 else None
    if match is None or match.start(1) != _indent(lines[line]) or "://" in lines[above]:
        return None
    return Spot("no-space", above, match.start(1))


def _indent(row: str) -> int:
    return len(row) - len(row.lstrip())


def _open_quote(lines: list[str], line: int, rejected: Rejected) -> Spot | None:
    """The place of a quote that is not closed on its line, at or above the spot where the parser gave up."""
    if not ("quoted scalar" in rejected.problem or '"' in lines[line] or "'" in lines[line]):
        return None
    for number in range(line, max(-1, line - SIGHT), -1):
        match = OPEN_QUOTE.search(lines[number])
        if match:
            return Spot("quote", number, match.start("quote"))
    return None


def without(text: str, mistake: Mistake) -> str:
    """The text with the broken line taken out: its key stays, so that it does not count as missing."""
    lines, line, cause = text.split("\n"), mistake.line, mistake.finding.cause
    row = lines[line]
    key = (NO_SPACE if cause == "no-space" else KEY).match(row)
    before = cause == "no-space" or (key is not None and mistake.finding.span.column > key.end())
    if key is not None and before and cause not in AT_THE_LINE:
        lines[line] = row[: key.end(1)].rstrip(":") + ":"
        return "\n".join(lines)
    lines[line] = ""
    if cause == "depth":
        while (line := line + 1) < len(lines) and (not lines[line].strip() or _indent(lines[line]) > _indent(row)):
            lines[line] = ""
    return "\n".join(lines)
