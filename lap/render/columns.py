"""How much room the columns of a table ask for, judged by what stands in them; measured in letters."""

import re
from collections.abc import Iterator, Sequence
from math import sqrt

from lap.language.speech import visible
from lap.render.addresses import safe
from lap.render.blocks import Grid, Link, Mark, Piece, Row, Words, pieces
from lap.render.told import TIGHT

PAGE, BETWEEN = 116, 2
"""Letters of a table on a page of paper, and between two columns."""
LONGEST_WORD, LONGEST_DATE, LONGEST_MARK = 10, 14, 22
"""Longer words are parted, words held together by their spaces rather late, and longer marks cut into lines."""
LONG_WORD, LONG, TALL = 20, 60, 1000
"""Letters from which on a word is parted anywhere; a cell makes its column a wide one; a row may not fit on a page."""
UNBROKEN = re.compile(rf"\S{{{LONG_WORD},}}")


def widths(grid: Grid) -> list[float]:
    """The width of each column on paper: what its longest word needs, and a share of the rest by how much stands in it."""
    found = [list(column) for column in zip(*_rows(grid), strict=True)] or [[] for _ in grid.columns]
    least = [_least(column, head.text) for column, head in zip(found, grid.columns, strict=True)]
    asked = [max(_asked(column) - low, 0) for column, low in zip(found, least, strict=True)]
    rest, share = max(PAGE - sum(least), 0), sum(asked) or 1
    return [low + rest * one / share for low, one in zip(least, asked, strict=True)]


def kinds(grid: Grid) -> list[str]:
    """The classes of each column's cells: "n" for figures, "w" for long texts, "x" where a word is too long for any column."""
    columns = [list(column) for column in zip(*_rows(grid), strict=True)] or [[] for _ in grid.columns]
    return [_kind([*column, head.text], head.right) for head, column in zip(grid.columns, columns, strict=True)]


def _kind(column: Sequence[Words], figures: bool) -> str:
    long = LONG_WORD if figures else LONG
    if any(_unbroken(_shown(one)) for words in column for one in pieces(words)):
        kind = "x"
    else:
        kind = "w" if any(length(words) > long for words in column) else ""
    return f"n {kind}".strip() if figures else kind


def _shown(piece: Piece) -> str:
    """What stands on the page of a piece; an address that leads nowhere stands there in full."""
    if isinstance(piece, str):
        return piece if piece.isprintable() else visible(piece)
    return f"{piece.text} ({piece.url})" if isinstance(piece, Link) and not safe(piece.url) else piece.text


def _unbroken(text: str) -> bool:
    return len(text) >= LONG_WORD and UNBROKEN.search(text) is not None


def fits(grid: Grid) -> bool:
    """Whether every row of a table surely fits on a page."""
    return all(length(cell) < TALL for row in _rows(grid) for cell in row)


def length(words: Words) -> int:
    """How many letters a row of pieces has."""
    if type(words) is str:
        return len(words)
    return sum(len(one if isinstance(one, str) else one.text) for one in pieces(words))


def _rows(grid: Grid) -> Iterator[Row]:
    yield from grid.rows
    for part in grid.parts:
        yield from part.rows


def _least(column: Sequence[Words], head: str) -> float:
    """The letters of the longest word of a column, with the gap beside it."""
    longest = max((_longest(one) for words in column for one in pieces(words)), default=0)
    return max(longest, min(_word(head), LONGEST_WORD)) + BETWEEN


def _longest(piece: object) -> int:
    text = piece if isinstance(piece, str) else str(piece.text)  # type: ignore[attr-defined]
    if isinstance(piece, Mark):
        return min(len(text), LONGEST_MARK) + 2
    return min(_word(text), LONGEST_DATE if TIGHT in text else LONGEST_WORD)


def _word(text: str) -> int:
    return max(map(len, text.split(" ")), default=0)


def _asked(column: Sequence[Words]) -> float:
    """What a column could use: the root of its letters, for who has four times as much needs twice the width."""
    lengths = [length(words) for words in column]
    if not lengths:
        return 0
    middle = sum(lengths) / len(lengths) + max(lengths) / 2
    return min(3.2 * sqrt(middle), max(lengths) + BETWEEN)
