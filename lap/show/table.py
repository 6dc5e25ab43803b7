"""A table of texts, for the terminal, for Markdown and for a spreadsheet. A line break in a cell begins a new line there."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from lap.language.speech import visible
from lap.paper import Page, Paper, paper_of, width_of, wrapped
from lap.show.escape import csv_cell, markdown

NARROWEST_CELL = 12
COLOURS = {"✓": "green", "⚠": "yellow", "✗": "red", "☐": "yellow"}
"""The colour of a line that begins with the sign of a status, or of a gap to fill."""
GAP = 3
FIGURES = " · "
GLUE = "\u00a0"
RULES = "    \n    \n ── \n    \n ── \n    \n    \n    \n"
"""The lines of a table as rich takes them: one under the headings, one between rows where it is asked for."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, whether its cells stand at the right, and whether its words may not be broken.

    `least` are the columns of a terminal below which its cells would be a pain to read.
    """

    heading: str
    right: bool = False
    whole: bool = False
    least: int = NARROWEST_CELL


@dataclass(slots=True)
class Table:
    """Rows of cells under headings; `title` stands above, `notes` are sentences below. Nothing in it is escaped.

    `ends` are the numbers of the rows, from 0, after which a terminal shows a line; where there are any, rows between
    two of them that begin with the same cell are one thing, told in several rows.
    """

    columns: Sequence[Column]
    rows: list[Sequence[str]] = field(default_factory=list)
    title: str = ""
    notes: Sequence[str] = ()
    ends: frozenset[int] = frozenset()


def as_text(table: Table, page: Page) -> str:
    """The table for a terminal; where it is too narrow for the columns, each row is written as a short list."""
    paper = paper_of(page)
    widths = _widths(table, paper.width - GAP * len(table.columns))
    rows = _columns(table, widths, paper) if widths else _records(table, paper)
    title = [paper.paint(row, "1") for row in wrapped(visible(table.title), paper.width, "", "")]
    notes = [line for note in table.notes for line in wrapped(visible(note), paper.width, "", "")]
    return "\n".join([*title, *rows, *notes]).rstrip() + "\n"


def _widths(table: Table, room: int) -> list[int]:
    """The columns of a terminal that each column gets: what it needs at least, and the narrowest ones more while there is
    room. None where there is too little.
    """
    full = [_longest(table, place) for place in range(len(table.columns))]
    widths = [
        wanted if column.whole else min(wanted, column.least)
        for column, wanted in zip(table.columns, full, strict=True)
    ]
    if sum(widths) > room:
        return []
    for _ in range(room - sum(widths)):
        growing = [place for place, width in enumerate(widths) if width < full[place]]
        if growing:
            widths[min(growing, key=widths.__getitem__)] += 1
    return widths


def _longest(table: Table, place: int) -> int:
    """The width of the longest line in a column."""
    cells = [table.columns[place].heading, *(row[place] for row in table.rows)]
    return max(width_of(line) for cell in cells for line in visible(cell).split("\n"))


def _columns(table: Table, widths: Sequence[int], paper: Paper) -> list[str]:
    from rich.box import Box
    from rich.table import Table as Drawn
    from rich.text import Text

    drawn = Drawn(box=Box(RULES), pad_edge=False, padding=(0, 1))
    for column, width in zip(table.columns, widths, strict=True):
        drawn.add_column(
            Text(visible(column.heading)), justify="right" if column.right else "left", no_wrap=column.whole,
            overflow="fold", width=width,
        )  # fmt: skip
    for number, row in enumerate(table.rows):
        lines = ([Text(line, COLOURS.get(line[:1], "")) for line in visible(cell).split("\n")] for cell in row)
        drawn.add_row(*(Text("\n").join(cell) for cell in lines), end_section=number in table.ends)
    return paper.printed(drawn)


def _records(table: Table, paper: Paper) -> list[str]:
    lines = [""] if table.title else []
    for number, row in enumerate(table.rows):
        first, *rest = row
        if not _goes_on(table, number):
            lines += [paper.paint(line, "1") for line in wrapped(visible(first) or "·", paper.width, "", "  ")]
        for entry in _entries(table.columns[1:], rest):
            lines += [line.replace(GLUE, " ") for line in _fitted(entry, paper.width)]
        lines += [""] if not _goes_on(table, number + 1) else []
    return lines


def _goes_on(table: Table, number: int) -> bool:
    """Whether a row tells more of the thing that the row before it tells of."""
    between = bool(table.ends) and 0 < number < len(table.rows) and number - 1 not in table.ends
    return between and table.rows[number][0] == table.rows[number - 1][0]


def _fitted(entry: str, width: int) -> Iterator[str]:
    """The lines of a cell with its heading, further ones below its first."""
    first, *more = entry.split("\n")
    deeper = "      " if more else "    "
    yield from wrapped(first, width, "  ", deeper)
    for one in more:
        yield from wrapped(one, width, "    ", deeper)


def _entries(columns: Sequence[Column], cells: Sequence[str]) -> Iterator[str]:
    """The cells of a row with their headings; figures that follow each other stand together."""
    filled = [one for one in zip(columns, cells, strict=True) if one[1]]
    for figures, group in groupby(filled, key=lambda one: one[0].right):
        entries = [f"{visible(column.heading)}: {visible(cell)}" for column, cell in group]
        yield from [FIGURES.join(one.replace(" ", GLUE) for one in entries)] if figures else entries


def as_markdown(table: Table, level: int = 2) -> str:
    """The table for Markdown, its title as a heading of a level."""
    heads = [_lines(column.heading) for column in table.columns]
    rules = ["---:" if column.right else "---" for column in table.columns]
    lines = [_row(heads), _row(rules), *(_row([_lines(cell) for cell in row]) for row in table.rows)]
    title = [f"{'#' * level} {markdown(table.title)}", ""] if table.title else []
    notes = [line for note in table.notes for line in ("", markdown(note))]
    return "\n".join([*title, *lines, *notes]) + "\n"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _lines(cell: str) -> str:
    """A cell, which Markdown keeps on one line."""
    return "<br>".join(markdown(line) for line in cell.split("\n"))


def as_csv(table: Table) -> str:
    """The table for a spreadsheet: RFC 4180 with a line of headings; no cell is run as a formula.

    Signs that a terminal would obey are spelled out, as a table may be shown there as well.
    """
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow([csv_cell(visible(column.heading)) for column in table.columns])
    writer.writerows([csv_cell(visible(cell)) for cell in row] for row in table.rows)
    return stream.getvalue()
