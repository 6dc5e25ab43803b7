"""What stands at each place of a drawn tree: in one column, or problem and objective facing each other in two."""

from lap.language.speech import english
from lap.show.tree_words import Part, Parts, Writer, labelled
from lap.tree import Branch

Cells = tuple[Parts, ...]
"""What stands at a place, in each column."""

ABOVE = {"problem": english("↑ Effects"), "objectives": english("↑ Ends")}
BELOW = {"problem": english("↓ Causes"), "objectives": english("↓ Means")}
BOTH_ABOVE, BOTH_BELOW = english("↑ Effects and ends"), english("↓ Causes and means")
COUNTERPARTS = {"effects": english("end: {text}"), "causes": english("means: {text}")}


class Columns:
    """The places of a tree in a view ("problem", "objectives" or "both"); `facing` gives the latter two columns."""

    def __init__(self, writer: Writer, view: str, facing: bool) -> None:
        self.writer, self.view, self.facing = writer, view, facing

    def node(self, branch: Branch, flat: bool) -> Cells:
        """A cause or an effect; `flat` says that the drawing does not show its depth."""
        writer = self.writer
        name, about, answers = writer.name(branch, flat), list(writer.about(branch)), list(writer.answers(branch))
        if self.view == "problem":
            return ([writer.node(branch), name, *about, *answers],)
        if self.view == "objectives":
            return (self._turned(branch, flat) + answers,)
        counterpart = writer.counterpart(branch)
        if self.facing:
            return [writer.node(branch), name, *about], [counterpart, *answers]
        sentence = COUNTERPARTS[branch.side]
        return ([writer.node(branch), self._turned_into(counterpart, sentence), name, *about, *answers],)

    def _turned(self, branch: Branch, flat: bool) -> Parts:
        """The means or the end by itself; where it is still missing, what it is missing for."""
        writer, counterpart = self.writer, self.writer.counterpart(branch)
        name = writer.name(branch, flat, kind=False)
        if counterpart.style != "gap":
            return [counterpart, name]
        sentence = english("this effect: {text}") if branch.side == "effects" else english("this cause: {text}")
        of = labelled(writer.node(branch)._replace(style="name"), sentence, writer.language)
        return [counterpart, of, name] if branch.text.strip() else [counterpart, name]

    def _turned_into(self, part: Part, sentence: str) -> Part:
        made = labelled(part, sentence, self.writer.language)
        return made if part.style == "gap" else made._replace(style="turned")

    def centre(self) -> Cells:
        """The central problem and its objective."""
        writer, language = self.writer, self.writer.language
        statement = labelled(writer.statement(), english("Central problem: {text}"), language)
        objective = labelled(writer.objective(), english("Objective: {text}"), language)
        taken_up = list(writer.taken_up())
        if self.view == "problem":
            return ([statement, *taken_up],)
        if self.view == "objectives":
            return ([objective, *taken_up],)
        if self.facing:
            return [statement], [objective, *taken_up]
        return ([statement, self._turned_into(objective, "{text}"), *taken_up],)

    def nothing(self, side: str) -> Cells:
        """A side of the tree that is still empty; it is asked for once, in the first column."""
        return ([self.writer.nothing(side)],)

    def above(self) -> list[str]:
        """What the upper half of each column is."""
        return self.titles(ABOVE, BOTH_ABOVE)

    def below(self) -> list[str]:
        """What the lower half of each column is."""
        return self.titles(BELOW, BOTH_BELOW)

    def titles(self, each: dict[str, str], both: str) -> list[str]:
        """What one half of each column is."""
        if self.facing:
            return [self.writer.say(each["problem"]), self.writer.say(each["objectives"])]
        return [self.writer.say(each.get(self.view, both))]
