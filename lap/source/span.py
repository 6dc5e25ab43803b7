"""Where something stands in a file, and where something stands in a plan."""

from typing import NamedTuple

Route = tuple[str | int, ...]
"""A place in a plan: canonical keys, ids and list indices from the top."""


class Span(NamedTuple):
    """A stretch of text. Lines and columns count from 1, in code points; the end is exclusive."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int
