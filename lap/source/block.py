"""A part of a plan written line by line, with comments in their place; nothing is dumped by a library."""

import re
from collections.abc import Sequence

from lap.source.writing import Manner, Value, entry, indented

WAIVER_LIKE = re.compile(r"\s*lap\s*:", re.I)


class Remark(str):
    """A row that stands in a comment, as it is."""

    __slots__ = ()


Part = tuple[str, "Value | Block"] | Remark


class Block(tuple[Part, ...]):
    """Keys with their values, and remarks between them, in the order in which they are written."""

    __slots__ = ()


def written(parts: Sequence[Part], manner: Manner = Manner(flow_lists=False)) -> list[str]:
    """The lines of a block; a key without a value is a gap for a person to fill."""
    lines: list[str] = []
    for part in parts:
        if isinstance(part, Remark):
            lines.append(_comment(part))
        elif isinstance(part[1], Block):
            lines += [*entry(part[0], None, manner), *indented(written(part[1], manner), manner.step)]
        else:
            lines += entry(part[0], part[1], manner)
    return lines


def _comment(row: str) -> str:
    """A row as a comment; one that would be taken for a waiver stands between quotes."""
    return f'# "{row.strip()}"' if WAIVER_LIKE.match(row) else f"# {row}".rstrip()
