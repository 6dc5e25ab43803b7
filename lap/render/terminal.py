"""A document on a terminal of so many columns."""

from collections.abc import Iterator
from typing import Any

from lap.language.speech import visible
from lap.paper import Page, Paper, paper_of, wrapped
from lap.render.blocks import (
    Block,
    Chart,
    Document,
    Event,
    Facts,
    Grid,
    Link,
    Mark,
    Notice,
    Outline,
    Paragraph,
    Points,
    Section,
    Story,
    Timeline,
    Twig,
    Words,
    pieces,
)  # fmt: skip
from lap.render.signs import SIGNS
from lap.show.table import Column, Table, as_text

DEEPEST = 12  # levels of a tree that are indented; deeper ones stand below each other


def write(document: Document, page: Page) -> str:
    """A document as text."""
    paper = paper_of(page)
    parts = ["\n".join(_lines(document.title, paper, "1;4"))]
    parts += ["\n".join(_lines(one, paper)) for one in (document.lead, document.notice) if one]
    if document.facts:
        parts.append("\n".join(_facts(Facts(document.facts), paper)))
    parts += [text for section in document.sections for text in _section(section, page, paper)]
    return "\n\n".join(part.rstrip("\n") for part in parts if part.strip()) + "\n"


def plain(words: Words) -> str:
    """A row of pieces without anything but text; a status has its sign before its word."""
    return "".join(_plain(one) for one in pieces(words))


def _plain(piece: Any) -> str:
    if isinstance(piece, Mark):
        return f"{SIGNS[piece.shape]} {piece.text}"
    if isinstance(piece, Link):
        return piece.text if piece.text == piece.url else f"{piece.text} ({piece.url})"
    return piece if isinstance(piece, str) else str(piece.text)


def _lines(text: str, paper: Paper, code: str = "", first: str = "", rest: str = "") -> list[str]:
    return [paper.paint(line, code) if code else line for line in wrapped(visible(text), paper.width, first, rest)]


def _section(section: Section, page: Page, paper: Paper) -> Iterator[str]:
    yield "\n".join(_lines(section.title, paper, "1"))
    if section.lead:
        yield "\n".join(_lines(section.lead, paper))
    for block in section.blocks:
        if isinstance(block, Section):
            yield from _section(block, page, paper)
        else:
            yield _block(block, page, paper)


def _block(block: Block, page: Page, paper: Paper) -> str:
    match block:
        case Paragraph() | Notice():
            return "\n".join(_lines(plain(block.words), paper))
        case Facts():
            return "\n".join(_facts(block, paper))
        case Points():
            return "\n".join(
                line
                for number, item in enumerate(block.items, 1)
                for line in _lines(plain(item), paper, "", f"{number}. " if block.ordered else "· ", "  ")
            )
        case Grid():
            return _grid(block, page)
        case Chart():
            return _grid(block.table, page)
        case Story():
            return "\n".join(line for one in block.events for line in _event(one, paper))
        case Outline():
            return "\n".join([*_lines(block.caption, paper, "1"), *_twigs(block.twigs, paper, 0)])
        case Timeline():
            return _timeline(block, page)
    return ""


def _event(one: Event, paper: Paper) -> Iterator[str]:
    yield from _lines(f"{one.day}  {plain(one.about)}: {plain(one.words)}", paper, "", "", "  ")
    if one.note:
        yield from _lines(plain(one.note), paper, "", "  ", "  ")


def _facts(block: Facts, paper: Paper) -> Iterator[str]:
    for label, values in block.rows:
        if values:
            yield from _lines(f"{label}: {'; '.join(plain(one) for one in values)}", paper, "", "", "  ")


def _grid(block: Grid, page: Page) -> str:
    columns = [Column(head.text, head.right, whole=head.right) for head in block.columns]
    parted = [row for part in block.parts for row in ([part.head] + [""] * (len(columns) - 1), *part.rows, *part.foot)]
    rows = [[plain(cell) for cell in row] for row in (*block.rows, *parted, *block.foot)]
    return as_text(Table(columns, list(rows), block.caption, block.notes), page)


def _twigs(twigs: list[Twig], paper: Paper, depth: int) -> Iterator[str]:
    margin = "  " * min(depth, DEEPEST)
    for twig in twigs:
        notes = f" ({'; '.join(plain(one) for one in twig.notes)})" if twig.notes else ""
        yield from _lines(f"{twig.label}: {plain(twig.words)}{notes}", paper, "", margin, margin + "  ")
        yield from _twigs(twig.twigs, paper, depth + 1)


def _timeline(block: Timeline, page: Page) -> str:
    from lap.show.timeline import drawn

    rows = [(plain(bar.words), bar.first, bar.last, plain(bar.inside)) for bar in block.bars]
    return drawn(block.caption, block.periods, rows, page)
