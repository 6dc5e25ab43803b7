"""How wide a text is where no font can be asked, and its lines in so much room.

The widths are upper bounds, in shares of the size of the letters, for the usual fonts without serifs: the wider of Arial
and Verdana's kin. So a text never leaves its room; in a narrow font some of the room stays empty.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

GROUPS = {
    0.34: " iIjl|'.,·’‘",
    0.42: "!:;/\\-()[]frtł",
    0.52: '"*`´¨',
    0.56: "cszJ?“”_–§",
    0.64: "abdeghknopquvxyøßFLŁT0123456789$€£«»{}°ºª²³",
    0.73: "ABEKPRSVXYZ",
    0.8: "CDGHNOØQU&",
    0.85: "w+=<>#~^×÷±→✓",
    1.02: "mMW%@—…•",
    1.1: "æœÆŒ",
}
WIDTHS = {letter: width for width, letters in GROUPS.items() for letter in letters}
WIDTHS |= {chr(0xA1): 0.42, chr(0xBF): 0.64}  # what opens a Spanish exclamation and a question
WIDE, UNKNOWN = 1.1, 1.0
BOLD = 1.2
PIECES = re.compile(r"(?<=\w-)(?=\w)|(?<=/)(?=\w)")


class Fitted(NamedTuple):
    """The lines of a text, and whether they are all of it."""

    lines: tuple[str, ...]
    whole: bool = True


@lru_cache(maxsize=2048)
def _letter(letter: str) -> float:
    if unicodedata.combining(letter):
        return 0
    if unicodedata.east_asian_width(letter) in "WF":
        return WIDE
    plain = unicodedata.normalize("NFD", letter)[0]
    return WIDTHS.get(letter) or WIDTHS.get(plain) or UNKNOWN


def width(text: str, size: float, bold: bool = False) -> float:
    """The most that a text of letters of a size can take up, in the same unit."""
    return sum(map(_letter, text)) * size * (BOLD if bold else 1)


def estimated(text: str) -> bool:
    """Whether the text has letters whose width nobody has measured."""
    return any(unicodedata.normalize("NFD", letter)[0] not in WIDTHS for letter in text)


def fitted(text: str, room: float, size: float, bold: bool = False, most: int = 0) -> Fitted:
    """A text in lines of so much room, broken between words; a word that has no room after a hyphen, or anywhere.

    Of more than `most` lines (0: any number) the rest is left out, after an ellipsis.
    """
    lines: list[str] = []
    line = ""
    for piece in _pieces(text, room, size, bold):
        if line and width(line + piece.rstrip(), size, bold) > room:
            lines.append(line.rstrip())
            line = ""
        line += piece
    lines.append(line.rstrip())
    if not most or len(lines) <= most:
        return Fitted(tuple(lines))
    last = lines[most - 1]
    while last and width(f"{last}…", size, bold) > room:
        last = last[:-1]
    return Fitted((*lines[: most - 1], f"{last.rstrip(' ,;:')}…"), False)


def _pieces(text: str, room: float, size: float, bold: bool) -> list[str]:
    """What may be parted: words with the space after them, and the pieces of a word without room."""
    found: list[str] = []
    for word in text.split():
        for piece in [word] if width(word, size, bold) <= room else PIECES.split(word):
            found += _cut(piece, room, size, bold)
        found[-1] += " "
    return found


def _cut(piece: str, room: float, size: float, bold: bool) -> list[str]:
    if width(piece, size, bold) <= room:
        return [piece]
    cuts, start, taken = [], 0, 0.0
    for place, letter in enumerate(piece):
        taken += width(letter, size, bold)
        if taken > room:
            cuts.append(piece[start:place])
            start, taken = place, width(letter, size, bold)
    return [*cuts, piece[start:]]
