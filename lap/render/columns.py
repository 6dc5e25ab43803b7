"""How much room the columns of a table ask for, judged by what stands in them."""

from math import sqrt

from lap.render.blocks import Grid, Words, pieces

SHORT, LONG = 16, 60
"""Letters that fit on one line of a narrow column; letters from which on a column is a wide one."""
LEAST, MOST = 4.0, 12.0


def rooms(grid: Grid) -> list[float]:
    """The room of each column in shares; 0 for one whose cells are so short that they should not be broken."""
    rows = [*grid.rows, *(row for part in grid.parts for row in part.rows)]
    return [_room([_length(row[place]) for row in rows], len(head.text)) for place, head in enumerate(grid.columns)]


def wide(grid: Grid) -> list[bool]:
    """Which columns hold long texts."""
    rows = [*grid.rows, *(row for part in grid.parts for row in part.rows)]
    return [max((_length(row[place]) for row in rows), default=0) > LONG for place in range(len(grid.columns))]


def _room(lengths: list[int], head: int) -> float:
    if max([head, *lengths]) <= SHORT:
        return 0
    return min(max(sqrt(sum(lengths) / len(lengths) + max(lengths) / 2), LEAST), MOST) if lengths else LEAST


def _length(words: Words) -> int:
    return len(words) if type(words) is str else sum(len(one if isinstance(one, str) else one.text) for one in pieces(words))
