"""Typographic quotes around a value, of which YAML knows nothing: where they stand, and the text with straight ones."""

import re
from collections.abc import Iterator
from typing import NamedTuple

OPENING = "“„"
QUOTED = r"[“„][^“”„\"\\]*+[”“]"
START = r"(?:^|(?<=[:\-,\[{] )|(?<=[\[{]))"
KEY = r"[^\s\"'#:\[{-][^\"'#:]*+: ++"
VALUE = re.compile(rf"\s*+(?:(?:- ++)++(?:{KEY})?|{KEY})({QUOTED})(?=\s*$|\s+#)")
PART = re.compile(rf"{START}(?:\"[^\"]*+\"|'[^']*+'|[\[{{]|{QUOTED}(?=\s*[,\]}}]))|[\]}}]")
BLOCK_HEAD = re.compile(r"( *+(?:- ++)*+)(?P<key>[^\s#][^#]*?: +)?(?:[&!]\S+ +)?[|>][-+0-9]*\s*(?:#.*)?$")


class Quoted(NamedTuple):
    """A value with its quotes; line and columns count from 1, the end is exclusive."""

    line: int
    column: int
    end: int
    text: str


def straightened(text: str) -> tuple[str, list[Quoted]]:
    """The text with straight quotes around such values. Inside a text, straight quotes or a block they stay."""
    if not any(sign in text for sign in OPENING):
        return text, []
    found: list[Quoted] = []
    lines = text.split("\n")
    for number in _outside_blocks(lines):
        line = lines[number]
        spans = _spans(line) if any(sign in line for sign in OPENING) else []
        found += [Quoted(number + 1, start + 1, end + 1, line[start:end]) for start, end in spans]
        quotes = {place for start, end in spans for place in (start, end - 1)}
        if quotes:
            lines[number] = "".join('"' if place in quotes else sign for place, sign in enumerate(line))
    return "\n".join(lines), found


def _spans(line: str) -> list[tuple[int, int]]:
    """Where the whole value of a line stands between such quotes, or items between brackets do."""
    whole = VALUE.match(line)
    if whole:
        return [whole.span(1)]
    depth, spans = 0, []
    for match in PART.finditer(line):
        sign = match.group()[0]
        depth += (sign in "[{") - (sign in "]}")
        if sign in OPENING and depth > 0:
            spans.append(match.span())
    return spans


def _outside_blocks(lines: list[str]) -> Iterator[int]:
    """The numbers of all lines but those of the texts that a "|" or ">" opens."""
    block = -1
    for number, line in enumerate(lines):
        if block >= 0 and (len(line) - len(line.lstrip(" ")) > block or not line.strip()):
            continue
        head = BLOCK_HEAD.match(line)
        block = -1
        if head:
            block = head.end(1) if head["key"] else line.rfind("-", 0, head.end(1))
        yield number
