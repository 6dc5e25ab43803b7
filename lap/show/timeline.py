"""A timeline in the columns of a terminal: a row of blocks for each thing, under the periods that it runs in."""

from collections.abc import Sequence

from lap.language.speech import visible
from lap.paper import Page, cut, paper_of, width_of, wrapped

Row = tuple[str, int, int, str]
"""What runs, from the nth period to the mth (from 0, both included), and words to put beside it where there is room."""

FULL, EMPTY = "█", "·"
GAP = 2
NARROWEST_NAME, WIDEST_PERIOD = 8, 8


def drawn(caption: str, periods: Sequence[str], rows: Sequence[Row], page: Page) -> str:
    """A timeline that fits the width of a page; names that are too long are cut."""
    paper = paper_of(page)
    names = _names(rows, len(periods), paper.width)
    each = min(max((paper.width - names - GAP) // max(len(periods), 1), 1), WIDEST_PERIOD)
    beside = paper.width - names - each * len(periods) - 2 * GAP
    lines = [paper.paint(line, "1") for line in wrapped(visible(caption), paper.width, "", "")]
    lines += ["", " " * (names + GAP) + _heads(periods, each)]
    for name, first, last, words in rows:
        bar = "".join((FULL if first <= place <= last else EMPTY) * each for place in range(len(periods)))
        note = f"{' ' * GAP}{words}" if all(width_of(row[3]) <= beside for row in rows) else ""
        lines.append(_cut(visible(name), names) + " " * GAP + paper.paint(bar, "36") + note)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _names(rows: Sequence[Row], periods: int, width: int) -> int:
    """The columns for the names: as many as they need, at most two fifths of the page, and what the periods leave."""
    longest = max((width_of(visible(name)) for name, *_ in rows), default=0)
    return max(min(longest, width * 2 // 5, width - GAP - periods), NARROWEST_NAME)


def _cut(name: str, room: int) -> str:
    shown = name if width_of(name) <= room else cut(name, room - 1) + "…"
    return shown + " " * (room - width_of(shown))


def _heads(periods: Sequence[str], each: int) -> str:
    """The names of the periods, as many as fit without touching."""
    row = [" "] * (each * len(periods))
    free = 0
    for place, name in enumerate(periods):
        start = place * each
        if start >= free and start + len(name) <= len(row):
            row[start : start + len(name)] = name
            free = start + len(name) + 1
    return "".join(row).rstrip()
