"""What a report is written on."""

from collections.abc import Callable
from typing import NamedTuple


class Page(NamedTuple):
    """So many columns, in colour or not; `path` gives a file's name in its repository, as services expect it."""

    width: int = 80
    colour: bool = False
    path: Callable[[str], str] = str
