"""A table of texts, for the terminal, for Markdown and for a spreadsheet."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, field

from lap.language.speech import visible
from lap.paper import Page, Paper, paper_of, width_of, wrapped
from lap.show.escape import csv_cell, markdown

NARROWEST_CELL = 12
GAP = 2


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, whether its cells stand at the right, and whether its words may not be broken."""

    heading: str
    right: bool = False
    whole: bool = False


@dataclass(slots=True)
class Table:
    """Rows of cells under headings; `title` stands above, `notes` are sentences below. Nothing in it is escaped."""

    columns: Sequence[Column]
    rows: list[Sequence[str]] = field(default_factory=list)
    title: str = ""
    notes: Sequence[str] = ()


def as_text(table: Table, page: Page) -> str:
    """The table for a terminal; where it is too narrow for the columns, each row is written as a short list."""
    paper = paper_of(page)
    rows = _columns(table, paper) if _least(table) <= paper.width else _records(table, paper)
    title = [paper.paint(row, "1") for row in wrapped(visible(table.title), paper.width, "", "")]
    notes = [line for note in table.notes for line in wrapped(visible(note), paper.width, "", "")]
    return "\n".join([*title, *rows, *notes]).rstrip() + "\n"


def _least(table: Table) -> int:
    """The columns of a terminal that the table needs at least."""
    return sum(_least_width(table, place) + GAP for place in range(len(table.columns)))


def _least_width(table: Table, place: int) -> int:
    cells = [table.columns[place].heading, *(row[place] for row in table.rows)]
    longest = max(width_of(cell) for cell in cells)
    return longest if table.columns[place].whole else min(longest, NARROWEST_CELL)


def _columns(table: Table, paper: Paper) -> list[str]:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table as Drawn
    from rich.text import Text

    drawn = Drawn(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1))
    for place, column in enumerate(table.columns):
        drawn.add_column(
            Text(visible(column.heading)), justify="right" if column.right else "left", no_wrap=column.whole,
            overflow="fold", min_width=_least_width(table, place),
        )  # fmt: skip
    for row in table.rows:
        drawn.add_row(*(Text(visible(cell)) for cell in row))
    return paper.printed(drawn)


def _records(table: Table, paper: Paper) -> list[str]:
    lines: list[str] = []
    for row in table.rows:
        first, *rest = row
        lines += [paper.paint(line, "1") for line in wrapped(visible(first) or "·", paper.width, "", "  ")]
        for column, cell in zip(table.columns[1:], rest, strict=True):
            if cell:
                lines += wrapped(f"{visible(column.heading)}: {visible(cell)}", paper.width, "  ", "    ")
        lines.append("")
    return lines


def as_markdown(table: Table, level: int = 2) -> str:
    """The table for Markdown, its title as a heading of a level."""
    heads = [markdown(column.heading) for column in table.columns]
    rules = ["---:" if column.right else "---" for column in table.columns]
    lines = [_row(heads), _row(rules), *(_row([markdown(cell) for cell in row]) for row in table.rows)]
    title = [f"{'#' * level} {markdown(table.title)}", ""] if table.title else []
    notes = [line for note in table.notes for line in ("", markdown(note))]
    return "\n".join([*title, *lines, *notes]) + "\n"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def as_csv(table: Table) -> str:
    """The table for a spreadsheet: RFC 4180 with a line of headings; no cell is run as a formula."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow([csv_cell(column.heading) for column in table.columns])
    writer.writerows([csv_cell(cell) for cell in row] for row in table.rows)
    return stream.getvalue()
