"""A tree for the terminal: effects above, the problem in the middle, causes below; both trees side by side where there is room."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from lap.language.speech import count, english, say
from lap.paper import Page, Paper, paper_of, width_of, wrapped
from lap.show.tree_columns import Cells, Columns
from lap.show.tree_rows import STEP, Row, downwards, upwards
from lap.show.tree_words import Part, Parts, Writer, gaps
from lap.tree import Tree

WIDEST = 110  # a line that is longer is hard to follow
INDENTED = 3  # the words keep all but a third of the columns
SIDE_BY_SIDE = 96
BETWEEN = 4
MARKS = {"words": "", "turned": "⇒ ", "name": "", "leads": "→ ", "answer": "✓ ", "aside": "– ", "gap": "☐ "}
COLOURS = {"words": "1", "turned": "1;36", "name": "", "leads": "", "answer": "32", "aside": "", "gap": "33"}
HEADINGS = {
    "problem": english("Problem tree: {problem}"),
    "objectives": english("Tree of objectives: {problem}"),
    "both": english("Problem tree and tree of objectives: {problem}"),
}


def render(trees: Sequence[Tree], view: str, language: str, page: Page, words: str = "") -> str:
    """The trees one after the other. `view` is "problem", "objectives" or "both"; `words` the language of the plan's keys."""
    paper = paper_of(page)
    drawings = (_Drawing(Writer(tree, language, words), view, paper) for tree in trees)
    return "\n\n\n".join("\n".join(drawing.lines()) for drawing in drawings) + "\n"


class _Line(NamedTuple):
    """A line of a cell before it is painted."""

    text: str
    code: str


class _Drawing:
    def __init__(self, writer: Writer, view: str, paper: Paper) -> None:
        facing = view == "both" and paper.width >= SIDE_BY_SIDE
        self.writer, self.view, self.paper = writer, view, paper
        self.columns = Columns(writer, view, facing)
        self.width = min((paper.width - BETWEEN) // 2 if facing else paper.width, WIDEST)
        self.deepest = self.width // INDENTED // STEP
        self.gaps, self.flat = 0, False

    def lines(self) -> Iterator[str]:
        """The whole drawing."""
        tree = self.writer.tree
        heading = self.writer.say(HEADINGS[self.view], problem=self.writer.problem_name().text)
        yield from (self.paper.paint(row, "1;4") for row in wrapped(heading, self.paper.width, "", ""))
        yield ""
        yield from self._upper(upwards(tree.effects, self.deepest))
        yield from self._centre()
        yield from self._lower(downwards(tree.causes, self.deepest))
        yield from self._notes()

    def _upper(self, rows: list[Row]) -> Iterator[str]:
        if not rows:
            yield from self._block(" ┌─ ", " │  ", self.columns.nothing("effects"))
            yield " │"
        for row in rows:
            yield from self._row(row)
            if row.branch.depth == 1:
                yield self._trunk()

    def _lower(self, rows: list[Row]) -> Iterator[str]:
        if not rows:
            yield " │"
            yield from self._block(" └─ ", "    ", self.columns.nothing("causes"))
        for row in rows:
            if row.branch.depth == 1:
                yield self._trunk()
            yield from self._row(row)

    def _row(self, row: Row) -> Iterator[str]:
        self.flat = self.flat or row.flat
        return self._block(f" {row.first}", f" {row.rest}", self.columns.node(row.branch, row.flat))

    def _trunk(self) -> str:
        return self._joined([(" │", _Line("", ""))] * len(self.columns.above()))

    def _centre(self) -> Iterator[str]:
        tree = self.writer.tree
        yield self._rule("━┷━", self.columns.above(), bool(tree.effects))
        yield from self._block("  ", "  ", self.columns.centre())
        yield self._rule("━┯━", self.columns.below(), bool(tree.causes))

    def _rule(self, joint: str, titles: Sequence[str], every: bool) -> str:
        """A line with what lies beyond it; something hangs on it in every column, or in the first only."""
        joints = [joint if every or not place else "━━━" for place in range(len(titles))]
        beginnings = [f"{one} {title} " for one, title in zip(joints, titles, strict=True)]
        return self._joined([(one + "━" * (self.width - len(one)), _Line("", "")) for one in beginnings])

    def _block(self, first: str, rest: str, cells: Cells) -> Iterator[str]:
        """The lines of a place: its cells beside each other, each after what is drawn before it."""
        self.gaps += sum(map(gaps, cells))
        columns = [self._cell(parts, self.width - len(first)) for parts in cells]
        for number, lines in enumerate(zip_longest(*columns, fillvalue=_Line("", ""))):
            yield self._joined([(rest if number else first, line) for line in lines])

    def _joined(self, pieces: Sequence[tuple[str, _Line]]) -> str:
        """The columns of one line; what is drawn before their texts is a column for each sign."""
        made = ""
        for place, (margin, line) in enumerate(pieces):
            made += margin + self.paper.paint(line.text, line.code)
            if place < len(pieces) - 1:
                made += " " * (self.width + BETWEEN - len(margin) - width_of(line.text))
        return made if self.paper.colour else made.rstrip()

    def _cell(self, parts: Parts, room: int) -> list[_Line]:
        return [_Line(row, COLOURS[part.style]) for part in parts for row in _fitted(part, room)]

    def _notes(self) -> Iterator[str]:
        language, notes = self.writer.language, []
        if self.flat:
            notes.append(
                say(
                    "Below level {n} nothing is indented further; the number tells the level.", language, n=self.deepest
                )
            )
        if self.gaps:
            notes.append(count(self.gaps, "☐ {n} thing to fill in", "☐ {n} things to fill in", language))
        for note in notes:
            yield ""
            yield from wrapped(note, self.paper.width, "", "")


def _fitted(part: Part, room: int) -> list[str]:
    mark = MARKS[part.style]
    if len(part.text) * 2 + len(mark) <= room:
        return [mark + part.text]
    return wrapped(part.text, room, mark, " " * len(mark)) or [mark]
