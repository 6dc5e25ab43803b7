"""What people read is written on: so many columns, in colour or not; and text fitted into columns."""

import textwrap
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

NARROWEST = 40
FILLER = "\0"  # in no text that is shown


class Page(NamedTuple):
    """So many columns, in colour or not; `path` gives a file's name in its repository, as services expect it."""

    width: int = 80
    colour: bool = False
    path: Callable[[str], str] = str


@dataclass(frozen=True, slots=True)
class Paper:
    """What is written on: so many columns, in colour or not."""

    width: int
    colour: bool

    def paint(self, text: str, code: str) -> str:
        """Text in a colour, where there is colour."""
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour and text else text

    def printed(self, drawing: object) -> list[str]:
        """The lines of something that rich draws, without spaces at their ends."""
        import io

        from rich.console import Console

        stream = io.StringIO()
        console = Console(
            file=stream, width=self.width, force_terminal=self.colour, no_color=not self.colour, highlight=False,
            color_system="standard" if self.colour else None, legacy_windows=False, emoji=False, markup=False,
        )  # fmt: skip
        console.print(drawing)
        return [row.rstrip() for row in stream.getvalue().splitlines()]


def paper_of(page: Page) -> Paper:
    """The paper of a page; nothing is written on less than the narrowest."""
    return Paper(max(page.width, NARROWEST), page.colour)


def wrapped(text: str, width: int, first: str, rest: str) -> list[str]:
    """Lines of at most so many columns; a wide letter counts as two while they are made."""
    counted = text if text.isascii() else "".join(letter + FILLER * (width_of(letter) - 1) for letter in text)
    room = width - (FILLER in counted)  # a letter may be parted from its filler
    rows = textwrap.wrap(
        counted, room, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False, break_long_words=True
    )
    return [row.replace(FILLER, "") for row in rows]


def cut(text: str, room: int) -> str:
    """As much of a text as fits into so many columns."""
    text = text[:room]
    while width_of(text) > room:
        text = text[:-1]
    return text


def width_of(text: str) -> int:
    """The columns that a text takes up in a terminal."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
