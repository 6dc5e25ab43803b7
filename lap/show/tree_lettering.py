"""The words of a box set into lines: how high the box gets, and where in it each line stands.

Coordinates count from the upper left corner of the box, a line's from its baseline.
"""

from typing import NamedTuple

from lap.show.lettering import fitted
from lap.show.tree_boxes import Box
from lap.show.tree_words import Part

PAD, RIGHT, INDENT = 18, 10, 25  # less at the right: the widths of lines are upper bounds
AT_WORDS, AT_NOTES = 8, 6  # lines of a text, beyond which it is shortened
MOST_NOTES = 8


class Style(NamedTuple):
    """How letters are written: size, height of a line, bold or not; `strong` words are the darker ones."""

    size: float
    leading: float
    bold: bool = False
    strong: bool = True


TAG, NAME, NOTE = Style(16, 21, True), Style(16, 21, strong=False), Style(17, 23)
WORDS, CENTRE_WORDS = Style(21, 28), Style(26, 34, True)


class Line(NamedTuple):
    """A line of text; `sign` is what is drawn before it: "gap", "answer" or nothing."""

    text: str
    x: float
    y: float
    style: Style
    sign: str = ""


class Lettered(NamedTuple):
    """A box with its lines. Those of its foot say which commitments answer it, and count from where the foot begins."""

    box: Box
    lines: tuple[Line, ...]
    foot: tuple[Line, ...]
    body_height: float
    foot_height: float
    shortened: bool

    @property
    def height(self) -> float:
        """The least height of the box."""
        return self.body_height + self.foot_height


class _Column:
    """Lines below each other in so much width."""

    def __init__(self, width: float) -> None:
        self.room, self.y, self.whole = width - PAD - RIGHT, float(PAD), True
        self.lines: list[Line] = []

    def add(self, text: str, style: Style, most: int, sign: str = "") -> None:
        margin = INDENT if sign else 0
        made = fitted(text, self.room - margin, style.size, style.bold, most)
        for number, line in enumerate(made.lines):
            baseline = self.y + style.leading * 0.5 + style.size * 0.36
            self.lines.append(Line(line, PAD + margin, baseline, style, "" if number else sign))
            self.y += style.leading
        self.whole = self.whole and made.whole


def lettered(box: Box, width: float) -> Lettered:
    """A box of so much width with its words in it."""
    body, foot = _Column(width), _Column(width)
    body.add(box.tag, TAG, 2)
    body.y += 3
    style = NOTE if box.words.style == "gap" else CENTRE_WORDS if box.side == "centre" else WORDS
    body.add(box.words.text, style, AT_WORDS, box.words.style if box.words.style == "gap" else "")
    body.y += 4
    if box.name:
        body.add(box.name, NAME, 2)
    answers = [note for note in box.notes if note.style == "answer"]
    others = [note for note in box.notes if note.style != "answer"]
    _notes(body, others)
    _notes(foot, answers)
    foot_height = foot.y + PAD - 16 if answers else 0.0
    whole = body.whole and foot.whole
    return Lettered(box, tuple(body.lines), tuple(_raised(foot.lines)), body.y + PAD - 3, foot_height, not whole)


def _notes(column: _Column, notes: list[Part]) -> None:
    for note in notes[:MOST_NOTES]:
        column.y += 3
        column.add(note.text, NOTE, AT_NOTES, note.style if note.style in ("gap", "answer") else "")
    if len(notes) > MOST_NOTES:
        column.add("…", NOTE, 1)
        column.whole = False


def _raised(lines: list[Line]) -> list[Line]:
    """The lines of a foot, which has less space above them."""
    return [line._replace(y=line.y - 8) for line in lines]
