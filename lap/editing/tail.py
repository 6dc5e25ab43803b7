"""A new item in a list of lines, put after another and proved on the spot, however long the file is.

A list of lines is read item by item, and an item ends where its last line does. So it is enough to read these lines
again by themselves, once as they are and once with the new ones below: what stands before and after them stays byte for
byte, and is read as before.
"""

import re

from lap.editing.draft import same
from lap.source.document import LINE_BREAK, Document, parse
from lap.source.nodes import Mapping, Sequence
from lap.source.span import Span
from lap.source.writing import Value, indented, item, manner_of

DASHED = re.compile(r"( *)- ")
KEEPS_BLANKS = re.compile(r"[|>]\d?\+")


def after_item(document: Document, span: Span, value: Value) -> str | None:
    """The text with a new item after the one at a span; None where that cannot be proved by these lines alone.

    So it is between brackets, with anchors, with texts that keep the blank lines below them, and where a part of the
    file cannot be read.
    """
    text = document.text
    start, end = _lines_of(text, span)
    dashed, there = DASHED.match(text, start), _alone(text[start:end])
    if document.findings or not dashed or there is None or KEEPS_BLANKS.search(text, start, end):
        return None
    found = LINE_BREAK.search(text)
    newline = found.group() if found else "\n"
    flow = there[0].flow if isinstance(there[0], Mapping | Sequence) else None
    new = newline.join(indented(item(value, manner_of(there), flow=flow), len(dashed[1])))
    ended = text[start:end].endswith(("\n", "\r"))
    added = new + newline if ended else newline + new
    if not _proved(text[start:end], added, [*there, value]):
        return None
    return text[:end] + added + text[end:]


def _lines_of(text: str, span: Span) -> tuple[int, int]:
    """The stretch of a text from the first line of a span to its last, with the break after it."""
    breaks = [0, *(match.end() for match in LINE_BREAK.finditer(text)), len(text)]
    last = span.end_line - (span.end_column == 1)  # a text of several lines ends where the next line begins
    return breaks[span.line - 1], breaks[min(last, len(breaks) - 1)]


def _alone(lines: str) -> Sequence | None:
    """A list of one item, read from its own lines."""
    document = parse(lines, "")
    plain = not document.findings and isinstance(document.data, Sequence) and len(document.data) == 1
    return document.data if plain and isinstance(document.data, Sequence) and document.data[0] is not None else None


def _proved(lines: str, added: str, expected: list[object]) -> bool:
    """Whether the lines and those added hold just what is expected, and every comment."""
    before, after = parse(lines, ""), parse(lines + added, "")
    comments = [[one.text for one in document.comments()] for document in (before, after)]
    return not after.findings and same(after.data, expected) and comments[0] == comments[1]
