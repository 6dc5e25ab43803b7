"""One list of a problem while it is read from notes: which lines belong to it, and which end it or stand apart."""

from dataclasses import dataclass

from lap.noted import Items
from lap.notes import Column, Line


@dataclass(slots=True)
class Listing:
    """The effects, causes or evidence that are being read; `first` is the first line, which shows what the others are like."""

    what: str
    heading: Line
    column: Column
    items: Items
    first: Line | None = None

    def takes(self, line: Line) -> bool:
        """Whether a line without a heading of its own belongs to the list."""
        return not self.ends_at(line) and not self.stray(line)

    def ends_at(self, line: Line) -> bool:
        """Whether a line stands outside of the list: as far to the left as its heading, or in the heading's dress."""
        if self.first is None:
            return line.dress in ("#", "bold") and line.column <= self.column
        alike = line.style == self.heading.style != "" and line.indent <= self.heading.indent
        return line.column <= self.column or (alike and self.first.style != line.style) or self._loud(line, self.first)

    def _loud(self, line: Line, first: Line) -> bool:
        """Whether a line with a colon or in capitals stands among marked ones that have neither."""
        if line.mark or not first.mark or line.indent > first.indent:
            return False
        return line.dress == "colon" or (line.dress == "capitals" and not first.text.isupper())

    def stray(self, line: Line) -> bool:
        """Whether a line without a mark stands apart from a list of marked ones."""
        if self.first is None or not self.first.mark or line.mark or line.column > self.first.column:
            return False
        return line.after_blank and line.dress == ""

    def begin(self, line: Line) -> None:
        """Takes note of the list's first line; a heading may stand further to the right than what it announces."""
        self.first = line
        self.column = min(self.column, (line.indent, line.column[1] - 1))
