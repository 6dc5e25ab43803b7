"""A brainstorm as the problems of a plan: what was noted line by line, with every line that has no place in it kept.

Headings tell effects from causes (§3.1, §4.1), and what stands further to the right belongs to the line above it.
"""

from collections import Counter
from typing import Any

from lap import notes
from lap.growing import Branches
from lap.language.headings import LISTS, Heading, name
from lap.language.naming import id_from, unlike
from lap.language.stop_words import language_of
from lap.listing import Listing
from lap.noted import Items, Kept, Noted, Outline
from lap.notes import Column, Line
from lap.stated import PROBLEM, announced, announces_list, opening_statement, over_lists

COUNTERPARTS = {"means": "causes", "end": "effects"}
MARKED = 99  # below a heading with a mark is what stands further to the right, not what begins beside it
HEADLIKE = ("#", "bold", "colon")


def outline(text: str) -> Outline:
    """What a text holds, of any length and in any shape; every word of it is in the outline once."""
    lines = notes.read(text)
    spoken = Counter(said.language for line in lines if (said := announced(line)))
    language = spoken.most_common(1)[0][0] if spoken else language_of(text)
    return _Reader(lines, language).run()


class _Reader:
    """Goes through the lines once, with what they belong to: a problem, a list of it, and the nodes above.

    `awaiting` is what the next line says, `told` what the last one said; `passing` lets pass what belongs to a kept line.
    """

    def __init__(self, lines: list[Line], language: str) -> None:
        self.lines, self.language = lines, language
        self.over = over_lists(lines)
        self.opening = opening_statement(lines, self.over)
        self.outline = Outline(language, [], [])
        self.shelf: list[Any] = self.outline.items
        self.problem: Noted | None = None
        self.listing: Listing | None = None
        self.branches = Branches(language)
        self.awaiting = self.told = self.reason = ""
        self.turned = self.under = False
        self.listed: Line | None = None
        self.passing: Column | None = None
        self.before: Line | None = None
        self.after: Line | None = None

    def run(self) -> Outline:
        for place, (line, after) in enumerate(zip(self.lines, [*self.lines, None][1:], strict=True)):
            self.after = after
            self.take(place, line)
            self.before = line
        unique = unlike(set())
        for problem in self.outline.problems:
            problem.id = unique(id_from(problem.statement, self.language) or name("problem", self.language))
        return self.outline

    def take(self, place: int, line: Line) -> None:
        if self.passing is not None and line.column > self.passing:
            self.keep(line, self.reason)
            return
        self.passing = None
        said = announced(line)
        if said and (line.heading or not self.inside(line)):
            self.obey(line, said)
        elif self.awaiting and (line.dress != "#" or self.awaiting in PROBLEM):
            self.told_on(line, self.awaiting, line.text)
        elif self.states(place, line):
            self.stated(line, line.text)
        elif self.listing is None:
            self.outside(line)
        elif self.listing.takes(line):
            self.placed(line, line.text)
        else:
            self.apart(line, self.listing)

    def inside(self, line: Line) -> bool:
        """Whether a heading with words more is itself a line of the list that is being read."""
        return self.listing is not None and self.listing.what in LISTS and not self.listing.ends_at(line)

    def obey(self, line: Line, said: Heading) -> None:
        """A heading, or a label with what follows it."""
        self.awaiting, what = "", said.what
        if what in COUNTERPARTS:
            self.answered(line, said)
        elif what in LISTS or what == "evidence":
            self.listed_under(line, said)
        elif said.rest:
            self.told_on(line, what, said.rest)
        else:
            self.ended()
            self.awaiting = what

    def told_on(self, line: Line, what: str, text: str) -> None:
        """What a problem says in one line."""
        self.awaiting = ""
        if what in PROBLEM:
            self.stated(line, text)
            self.listed = line if what == "problems" else None
            return
        problem = self.at_hand(line)
        self.ended()
        if getattr(problem, what):
            self.keep(line, "again", what)
        else:
            setattr(problem, what, text)
        self.told = what

    def at_hand(self, line: Line) -> Noted:
        """The problem that is spoken of; a new one where there is none yet."""
        return self.problem or self.begun(line)

    def begun(self, line: Line) -> Noted:
        self.problem = Noted(line.number)
        self.outline.items.append(self.problem)
        self.shelf, self.branches, self.turned = self.problem.remarks, Branches(self.language), False
        return self.problem

    def ended(self) -> None:
        """Ends the list; what follows has no place until something is announced."""
        self.listing, self.told, self.under = None, "", False
        self.branches.above.clear()

    def states(self, place: int, line: Line) -> bool:
        """Whether a line that does not say so states a problem."""
        inside = self.listing is not None and self.listing.takes(line)
        if place == self.opening or (not inside and (place in self.over or self.lists_on(line))):
            return True
        after = self.after
        if after is None or not announces_list(after) or after.indent > line.indent:
            return False
        return self.begins(line, after, inside)

    def lists_on(self, line: Line) -> bool:
        """Whether a line stands among problems that are listed one after the other."""
        one = self.listed
        return one is not None and not self.under and line.column <= one.column and line.style == one.style

    def begins(self, line: Line, after: Line, inside: bool) -> bool:
        """Whether the line right above a list's heading states a problem: the one at hand has that list or no statement."""
        problem, first = self.problem, self.listing.first if self.listing else None
        said = announced(after)
        if problem is None or said is None:
            return line.dress == "#"
        apart = not inside or (first is not None and line.style != first.style)
        if not problem.statement or said.what in problem.lists:
            return apart or line.after_blank
        return apart and line.after_blank and not after.after_blank and line.dress != "#"

    def stated(self, line: Line, text: str) -> None:
        """A statement: of a new problem, or of the one whose effects stand above it, as in the drawing of a tree."""
        problem = self.problem
        if problem is None or problem.statement or len(problem.lists) == len(LISTS):
            problem = self.begun(line)
        self.turned = bool(problem.lists)
        problem.statement = text
        self.ended()

    def listed_under(self, line: Line, said: Heading) -> None:
        """A heading of effects, causes or evidence, or one of them with such a label before it."""
        centred = not line.mark and self.after is not None and self.after.indent < line.indent
        if self.listing and line.heading and not centred and self.branches.over(line.column):
            self.below(line, said, self.listing)
            return
        problem, goes_on = self.at_hand(line), self.listing is not None and self.listing.what == said.what
        if self.turned and said.what in problem.lists and not goes_on:
            problem = self.begun(line)
        if not (goes_on and said.rest):
            self.ended()
            items: Items = problem.lists.setdefault(said.what, []) if said.what in LISTS else []
            self.shelf = items if said.what in LISTS else problem.remarks
            self.listing = Listing(said.what, line, (line.indent, -1) if said.rest else line.column, items)
        if not said.whole:
            self.keep(line, "qualified", said.what)
        if said.rest:
            self.placed(line, said.rest)

    def below(self, line: Line, said: Heading, listing: Listing) -> None:
        """A heading that stands below a cause or an effect: it announces more of the same, or has no place."""
        if said.what != listing.what:
            self.passing = (line.indent, MARKED) if line.mark else line.column
            self.keep(line, "crossed", listing.what)
        elif said.rest:
            self.placed(line, said.rest)
        elif not said.whole:
            self.keep(line, "qualified", said.what)

    def answered(self, line: Line, said: Heading) -> None:
        """The means of a cause or the end of an effect, below it or beside it."""
        fits = self.listing is not None and self.listing.what == COUNTERPARTS[said.what]
        if not (fits and self.branches.answer(line.column, said.rest)):
            self.keep(line, *((self.reason,) if self.under else ("alone", said.what)))

    def placed(self, line: Line, text: str) -> None:
        """A line of a list."""
        listing, problem = self.listing, self.problem
        assert listing
        assert problem
        if listing.first is None:
            listing.begin(line)
        if listing.what == "evidence":
            problem.evidence.append(text)
        elif not self.branches.add(line.column, text, listing.what, listing.items):
            self.passing = line.column
            self.keep(line, "deep")

    def outside(self, line: Line) -> None:
        """A line under no heading that takes it."""
        if self.under or self.problem is None:
            self.keep(line, self.reason if self.under else "above")
        elif line.dress in HEADLIKE:
            self.under = True
            self.keep(line, "heading")
        else:
            self.keep(line, "again" if self.told else "loose", self.told)

    def apart(self, line: Line, listing: Listing) -> None:
        """A line that ends a list without announcing anything known, or stands beside it."""
        heads = self.after is not None and self.after.mark and not self.after.after_blank
        if listing.stray(line) and not heads:
            self.keep(line, "stray", listing.what)
            return
        self.ended()
        self.under = True
        self.keep(line, "heading" if line.dress or heads else "loose")

    def keep(self, line: Line, reason: str, key: str = "") -> None:
        """Keeps a line that has no place; the reason is said once for lines that follow each other."""
        kept = self.outline.kept
        same = reason == self.reason and self.before is not None and bool(kept) and kept[-1].last == self.before.last
        self.reason = reason
        one = Kept(line.number, line.last, line.rows, "" if same else reason, line.text, key)
        kept.append(one)
        above = self.branches.above if self.passing is not None else []
        (above[-1][1].items if above else self.shelf).append(one)
