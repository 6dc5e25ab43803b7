"""One file's text to one Document: data, the span of every key and value, comments, and what is wrong."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

from lap.findings import Finding, Severity
from lap.source import parsers
from lap.source.builder import Builder, Stop
from lap.source.hygiene import clean
from lap.source.nodes import Data, Mapping, Sequence, Text
from lap.source.span import Span
from lap.source.syntax import Mistake, explain, without

MAX_REPAIRS = 25
MAX_REPARSED = 1_200_000  # characters: some 25 readings of a plan of 1,000 lines, about a second

LINE_BREAK = re.compile(r"\r\n|\r|\n")
COMMENT = re.compile(r"(?<!\S)#")
HASHED = re.compile(r"[ \t]#\w")
CUT = re.compile(r"""[^\s"'}\]|>]\s+$""")
OPEN_KEY = re.compile(r":\s*(?:\s#.*)?$")
DIRECTIVE = re.compile(r"\A(?:[ \t]*+(?:#[^\n]*+)?\r?\n)*+%")


class Comment(NamedTuple):
    """A comment with its sign; `column` counts from 1."""

    line: int
    column: int
    text: str


@dataclass(slots=True)
class Document:
    """What a file says. `repaired` are the lines (from 1) that could not be read and were passed over.

    `dropped` are keys and values that could be read and cannot count, such as those of a key that stands twice.
    """

    file: str
    text: str
    data: Data = None
    findings: list[Finding] = field(default_factory=list)
    repaired: frozenset[int] = frozenset()
    nodes: int = 0
    dropped: list[Data] = field(default_factory=list)
    _lines: list[str] | None = field(default=None, repr=False, compare=False)

    def lines(self) -> list[str]:
        """The text's lines without their breaks."""
        if self._lines is None:
            self._lines = LINE_BREAK.split(self.text)
        return self._lines

    def comments(self) -> list[Comment]:
        """The comments, in order, read from the gaps between the scalars."""
        if "#" not in self.text:
            return []
        taken = _scalar_stretches([self.data, *self.dropped])
        for stretches in taken.values():
            stretches.sort()
        found = []
        for number, line in enumerate(self.lines(), 1):
            match = COMMENT.search(line) if "#" in line else None
            while match and _inside(taken.get(number, ()), match.start() + 1):
                match = COMMENT.search(line, match.start() + 1)
            if match:
                found.append(Comment(number, match.start() + 1, line[match.start() :]))
        return found


def parse(text: str, file: str, *, careful: bool = False) -> Document:
    """Reads a text. Mistakes of syntax become findings at their place, and the rest is read all the same.

    `careful` asks for the careful parser where the fast one would do (for tests).
    """
    readable, findings = clean(file, text)
    readable, directives = _without_directives(file, readable)
    document = Document(file, text, findings=findings + directives)
    repaired: set[int] = set()
    budget = MAX_REPARSED
    while True:
        builder, mistake = _build(file, readable, careful)
        if mistake is None or len(repaired) >= MAX_REPAIRS or budget < 0:
            break
        budget -= len(readable)
        if mistake.line in repaired and (emptied := _without_line(readable, mistake.line)) != readable:
            readable = emptied  # its key alone was no line either
            continue
        if not (mistake.may_follow and _follows(mistake.line, repaired, readable)):
            document.findings.append(mistake.finding)
        if mistake.line in repaired:
            break
        repaired.add(mistake.line)
        readable = without(readable, mistake)
    if mistake is not None and len(repaired) in (0, MAX_REPAIRS):
        document.findings.append(mistake.finding)
    document.data, document.nodes, document.dropped = builder.root, builder.nodes, builder.dropped
    if HASHED.search(text):
        document.findings += _cut_by_hash(document)
    document.findings += builder.findings
    document.repaired = frozenset(line + 1 for line in repaired | builder.lost | _left_empty(readable, repaired))
    return document


def _without_line(text: str, line: int) -> str:
    lines = text.split("\n")
    lines[line] = ""
    return "\n".join(lines)


def _cut_by_hash(document: Document) -> list[Finding]:
    """Comments that look like the rest of the text before them: ` #3`, with no space after the sign."""
    lines = document.lines()
    return [
        Finding("Y109", Span(document.file, line, column, line, column + len(text)), {"text": text}, "hash",
            severity=Severity.WARNING)
        for line, column, text in document.comments()
        if HASHED.match(f" {text}") and CUT.search(lines[line - 1][: column - 1])
    ]  # fmt: skip


def _build(file: str, text: str, careful: bool) -> tuple[Builder, Mistake | None]:
    """One reading: by the fast parser if it will, else by the careful one, whose verdict stands."""
    if not careful and parsers.fast_available(text):
        builder = Builder(file, text)
        try:
            builder.feed(parsers.fast_events(text))
            return builder, None
        except Stop:
            return builder, _limit(builder, text)
        except parsers.Rejected:
            pass
    builder = Builder(file, text)
    try:
        builder.feed(parsers.careful_events(text))
    except Stop:
        return builder, _limit(builder, text)
    except parsers.Rejected as rejected:
        return builder, explain(file, text, rejected)
    return builder, None


def _limit(builder: Builder, text: str) -> Mistake | None:
    """Too deep a nesting is passed over like a mistake of syntax; the other limits end the reading."""
    finding = builder.findings[-1]
    if finding.cause != "depth":
        return None
    builder.findings.pop()
    return Mistake(finding, finding.span.line - 1)


def _follows(line: int, repaired: set[int], text: str) -> bool:
    """Whether a mistake is only the consequence of the one before: nothing but blank lines lies between."""
    if not repaired:
        return False
    lines = text.split("\n")
    above = line - 1
    while above >= 0 and not lines[above].strip() and above not in repaired:
        above -= 1
    return above in repaired


def _left_empty(text: str, repaired: set[int]) -> set[int]:
    """The lines of keys that hold nothing now, or less, because the line below them was passed over whole."""
    if not repaired:
        return set()
    lines, found = text.split("\n"), set()
    for line in repaired:
        above = line - 1
        while above >= 0 and (not lines[above].strip() or lines[above].lstrip().startswith("#")):
            above -= 1
        if above >= 0 and not lines[line].strip() and OPEN_KEY.search(lines[above]):
            found.add(above)
    return found


def _without_directives(file: str, text: str) -> tuple[str, list[Finding]]:
    """The text with its directives blanked."""
    if DIRECTIVE.match(text) is None:
        return text, []
    findings, lines = [], text.split("\n")
    for number, line in enumerate(lines):
        if line.startswith("%"):
            span = Span(file, number + 1, 1, number + 1, len(line.rstrip("\r")) + 1)
            findings.append(Finding("Y105", span, cause="directive"))
            lines[number] = ""
        elif line.strip() and not line.lstrip(" \t").startswith("#"):
            break
    return "\n".join(lines), findings


def _scalar_stretches(data: list[Data]) -> dict[int, list[tuple[int, int]]]:
    """For each line, the columns that scalars and keys take up (from 1, end exclusive)."""
    taken: dict[int, list[tuple[int, int]]] = {}
    stack = list(data)
    while stack:
        node = stack.pop()
        if isinstance(node, Text):
            _take(taken, node.span, node.style in ("|", ">"))
        elif isinstance(node, Mapping) and node.anchor is None:
            stack.extend(node.values())
            for span in node.places.values():
                _take(taken, span, False)
        elif isinstance(node, Sequence) and node.anchor is None:
            stack.extend(node)
    return taken


def _take(taken: dict[int, list[tuple[int, int]]], span: Span, block: bool) -> None:
    _, line, column, end_line, end_column = span
    for number in range(line, end_line + 1):
        start = column if number == line else 1
        end = end_column if number == end_line else 1 << 30
        if block:  # the line of "|" may end in a comment; every other line is content to its end
            start, end = (column, column + 1) if number == line else (1, 1 << 30)
        taken.setdefault(number, []).append((start, end))


def _inside(stretches: "list[tuple[int, int]] | tuple[()]", column: int) -> bool:
    """Whether a column lies in one of the stretches, which are in order and do not overlap."""
    before = bisect_right(stretches, (column, 1 << 31)) - 1
    return before >= 0 and column < stretches[before][1]
