"""Notes of a meeting, line by line: how far each is indented, its mark, its words, and whether it is a heading.

Only what a line itself shows is read here; what it belongs to is for `outline` to find.
"""

import re
import unicodedata
from typing import NamedTuple

from lap.language.headings import Heading, heading
from lap.source.hygiene import CONTROL

Column = tuple[int, int]
"""How far to the right a line stands: what is greater belongs to what is less.

First its spaces (a Markdown heading of level 1 to 6 counts as -6 to -1, a line in bold as a heading below them); then,
among lines that begin at the same place, headings (0) before others (1) and numbers by their parts (1.2 is 2).
"""

ROWS = re.compile(r"\r\n|\n|\r")
TAB = 4
WRAPPED = 45
"""A line shorter than this was hardly broken because the page had come to its end."""

INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffe\uffff]")
NO_WORDS = re.compile(r"[\s\-–—_=*#~+|•]*")
HASHES = re.compile(r"(#{1,6})(?:\s+|(?=[^\W\d_]))(.+)")
LONG = 2000
UNDERLINE = re.compile(r"\s*(=+|-{3,})\s*")
SIGNS = "•·◦▪▫●○■□▶►➤➢★☆‣⁃∙※✓✔✗✘☐☑☒✅\uf0a7-\uf0ff"
MARK = re.compile(
    rf"""(?:
      [-–—*+](?=\s) | [-–—](?=[^\W\d_]|[\u00bf\u00a1"“«(]) | \*(?=[^\W\d_][^*]*$)
    | [{SIGNS}]\ufe0f? | (?:[»→➡]|[-=]>)\ufe0f?(?=\s*[^\s\d]) | o(?=\t)
    | \[[ xX✓✔]?\](?=\s)
    | (?P<number>\d{{1,3}}(?:\.\d{{1,3}})*)(?:[.)][-–]?|[°º]\.-?|[-–](?=\s))(?=\s|[^\W\d_ºª])
    | \(\d{{1,2}}\)(?=\s)
    | (?P<letter>\(?[a-zA-Z]\)(?=\s|[^\W\d_]) | [a-z]\.(?=\s) | \(?[ivxIVX]{{2,5}}[.)](?=\s))
    )\s*""",
    re.X,
)
MARKS = 3
COUNTED = re.compile(r"(\d{1,2}(?:\.\d{1,2})+)\s+(?=\S)")
STRONG = re.compile(r"(?<![\w*_])(\*{1,3}|_{1,3})(?=[^\s*_])(.+?)(?<=[^\s*_])\1(?![\w*_])")
WHOLE = re.compile(r"(\*\*\*|\*\*|___|__|\*|_)(?=[^\s*_])((?:(?!\1).)+)(?<=\S)\1(:?)")


class Line(NamedTuple):
    """A line with words, from row `number` (1 is the first) to row `last`, where it was wrapped into more.

    `inner` is where its text begins, in spaces from the left; `mark` the kind of its mark, "-", "1", "a" or "";
    `dress` how it stands out from others without a mark: "#", "bold", "colon", "capitals" or "".
    """

    number: int
    last: int
    rows: tuple[str, ...]
    column: Column
    inner: int
    mark: str
    dress: str
    text: str
    after_blank: bool
    heading: Heading | None = None

    @property
    def indent(self) -> int:
        """Its first column."""
        return self.column[0]

    @property
    def style(self) -> str:
        """What tells lines of one kind from others."""
        return self.mark or self.dress


def read(text: str) -> list[Line]:
    """The lines of a text that hold words, each with those that it was wrapped into."""
    lines: list[Line] = []
    blank, counted = False, ""
    for number, row in enumerate(ROWS.split(text), 1):
        if lines and not blank and not lines[-1].mark and _underlines(row, lines[-1]):
            lines[-1] = lines[-1]._replace(column=(-6 if "=" in row else -5, 0), dress="#")
        elif NO_WORDS.fullmatch(row := cleaned(row)):
            blank = True
        else:
            line, counted = _line(number, row, blank, counted)
            if lines and _goes_on(lines, line):
                lines[-1] = _joined(lines[-1], line)
            else:
                lines.append(line)
            blank = False
    return _ranked(lines)


def cleaned(row: str) -> str:
    """A row without what nobody can see; every odd space is a space."""
    row = CONTROL.sub(" ", INVISIBLE.sub("", row.replace("\x0b", " ").replace("\x0c", " ")))
    row = "".join(" " if sign.isspace() and sign != "\t" else sign for sign in row)
    return unicodedata.normalize("NFC", row.rstrip())


def _line(number: int, row: str, blank: bool, counted: str) -> tuple[Line, str]:
    """A line by itself, and the last number that was counted."""
    text = row.lstrip()
    indent = _width(row, len(row) - len(text))
    hashes = HASHES.fullmatch(text)
    plain = _plain(hashes[2].rstrip("#")) if hashes else ""
    if hashes and plain and (text[len(hashes[1])].isspace() or heading(plain)):
        column = (len(hashes[1]) - 7, 0)
        return Line(number, number, (row,), column, 0, "", "#", plain, blank, heading(plain)), ""
    rest, mark, figure = _without_marks(text, counted)
    plain, bold = _plain(rest), len(rest) <= LONG and WHOLE.fullmatch(rest) is not None
    dress = "" if mark else _dress(plain, bold)
    said = heading(plain)
    column = _column(indent, dress, said, figure.count(".") + 1)
    inner = _width(row, len(row) - len(rest))
    return Line(number, number, (row,), column, inner, mark, dress, plain, blank, said), figure or counted


def _column(indent: int, dress: str, said: Heading | None, parts: int) -> Column:
    if dress == "bold" and not indent:
        return -1, 1
    announces = dress == "colon" or (said is not None and not said.rest)
    return indent, 0 if announces else parts


def _width(row: str, length: int) -> int:
    """How many spaces the first signs of a row take, with a tab stop at every fourth."""
    width = 0
    for sign in row[:length]:
        width = width - width % TAB + TAB if sign == "\t" else width + 1
    return width


def _without_marks(text: str, counted: str) -> tuple[str, str, str]:
    """A text without its marks; the kind of the last one, and the number in it."""
    rest, mark, figure = text, "", ""
    follows = COUNTED.match(text)
    if follows and _counts_on(counted, follows[1]):
        return text[follows.end() :], "1", follows[1]
    for _ in range(MARKS):
        found = MARK.match(rest)
        if not found or not rest[found.end() :].strip():
            break
        rest, figure = rest[found.end() :], found["number"] or figure
        mark = "1" if found["number"] else "a" if found["letter"] else "-"
    return rest, mark, figure


def _counts_on(counted: str, number: str) -> bool:
    """Whether a number is the next after the last one, so that it cannot be a figure of the sentence."""
    before, now = [[int(part) for part in one.split(".")] if one else [] for one in (counted, number)]
    if now == [*before, 1]:
        return True
    size = len(now)
    return before[: size - 1] == now[:-1] and len(before) >= size and before[size - 1] + 1 == now[-1]


def _plain(text: str) -> str:
    """A text without the signs of bold and slanted letters, on one line; in a very long one they stay."""
    if len(text) > LONG:
        return " ".join(text.split())
    text = WHOLE.sub(r"\2\3", text) if WHOLE.fullmatch(text) else text
    return " ".join(STRONG.sub(r"\2", text).split())


def _dress(text: str, bold: bool) -> str:
    if bold:
        return "bold"
    if text.endswith(":"):
        return "colon"
    return "capitals" if text.isupper() and sum(map(str.isalpha, text)) > 2 else ""


def _underlines(row: str, line: Line) -> bool:
    """Whether a row underlines the line above it, as headings are in Markdown."""
    found = UNDERLINE.fullmatch(row)
    return bool(found) and ("=" in row or abs(len(row.strip()) - len(line.text)) <= 2)


def _goes_on(lines: list[Line], line: Line) -> bool:
    """Whether a line is the rest of the sentence above it."""
    above = lines[-1]
    if line.mark or line.heading or line.dress in ("#", "bold") or line.indent < 0:
        return False
    if above.heading and not above.heading.rest:
        return False
    small = line.text[:1].islower() and not line.after_blank
    full = len(above.rows[-1]) >= WRAPPED
    if above.mark and line.indent > above.indent:
        return line.indent <= above.inner or full or small
    return small and (_states(lines) or (full and (bool(above.mark) or len(lines) == 1)))


def _states(lines: list[Line]) -> bool:
    """Whether the last line states a problem: the heading stands before it or in it."""
    return any(one.heading is not None and one.heading.what == "problem" for one in lines[-2:])


def _joined(above: Line, line: Line) -> Line:
    said = above.heading
    return above._replace(
        last=line.last,
        rows=(*above.rows, *line.rows),
        text=f"{above.text} {line.text}",
        heading=said and said._replace(rest=f"{said.rest} {line.text}"),
    )


def _ranked(lines: list[Line]) -> list[Line]:
    """Lines with a colon that what follows is indented from are as good as others beside them."""
    following = [*lines, None][1:]
    return [
        one._replace(column=(one.indent, 1))
        if one.dress == "colon" and not one.heading and one.indent >= 0 and after and after.indent > one.indent
        else one
        for one, after in zip(lines, following, strict=True)
    ]
