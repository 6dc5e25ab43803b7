"""What a document holds: its sections, and what is left of its blocks without those that hold nothing."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from lap.render.blocks import (
    Block,
    Chart,
    Facts,
    Grid,
    Notice,
    Outline,
    Paragraph,
    Part,
    Points,
    Row,
    Section,
    Story,
    Timeline,
)  # fmt: skip


def sections_of(blocks: Sequence[Block]) -> Iterator[Section]:
    """All sections among blocks, each before those inside it."""
    for block in blocks:
        if isinstance(block, Section):
            yield block
            yield from sections_of(block.blocks)


def full(blocks: Sequence[Block], *, narrow: bool = False) -> list[Block]:
    """Blocks without those that hold nothing: no heading stands over an empty place; with `narrow`, over no empty column."""
    kept: list[Block] = []
    for block in blocks:
        if isinstance(block, Section):
            block.blocks = full(block.blocks, narrow=narrow)
        if _holds(block):
            kept.append(narrowed(block) if narrow and isinstance(block, Grid) else block)
    return kept


def full_sections(sections: Sequence[Section]) -> list[Section]:
    """The sections that hold something, without what holds nothing in them, columns included."""
    return [one for one in full(sections, narrow=True) if isinstance(one, Section)]


def narrowed(grid: Grid) -> Grid:
    """The table without the columns in which no row says anything, but with its first."""
    rows = [*grid.rows, *(row for part in grid.parts for row in part.rows)]
    kept = [place for place in range(len(grid.columns)) if not place or any(row[place] for row in rows)]
    if len(kept) == len(grid.columns):
        return grid

    def cut(found: Iterable[Row]) -> list[Row]:
        return [[row[place] for place in kept] for row in found]

    parts = [Part(one.head, cut(one.rows), cut(one.foot)) for one in grid.parts]
    columns = [grid.columns[place] for place in kept]
    return replace(grid, columns=columns, rows=cut(grid.rows), foot=cut(grid.foot), parts=parts)


def _holds(block: Block) -> bool:
    match block:
        case Paragraph() | Notice():
            return bool(block.words)
        case Facts():
            return any(values for _, values in block.rows)
        case Points():
            return bool(block.items)
        case Grid():
            return bool(block.rows or any(part.rows for part in block.parts))
        case Story():
            return bool(block.events)
        case Outline():
            return bool(block.twigs)
        case Chart():
            return bool(block.levels)
        case Timeline():
            return bool(block.bars)
        case Section():
            return bool(block.blocks)
