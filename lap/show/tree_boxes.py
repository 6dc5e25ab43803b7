"""A tree as boxes with words in them, for whatever draws it: what each box is, what is said in it, what hangs on it."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from lap.language.speech import english, say
from lap.model.commitment import Commitment
from lap.show.escape import one_line
from lap.show.tree_words import Part, Writer, labelled
from lap.tree import Branch, Side, Tree

Look = Literal["centre", "objective", "effect", "cause", "necessary", "sufficient", "contributing", "aside", "missing"]

TITLES = {"problem": english("Problem tree"), "objectives": english("Tree of objectives")}
CENTRES = {"problem": english("Central problem"), "objectives": english("Objective")}
SIDES = {
    ("problem", "effects"): english("Effect"),
    ("problem", "causes"): english("Cause"),
    ("objectives", "effects"): english("End"),
    ("objectives", "causes"): english("Means"),
}
KINDS: dict[Look, str] = {
    "necessary": english("Necessary cause"),
    "sufficient": english("Sufficient cause"),
    "contributing": english("Contributing cause"),
}
DESCRIPTIONS = {
    "problem": english(
        "Effects above ({effects}), the problem in the middle, causes below ({causes}). Arrows point from a cause to what it brings about."
    ),
    "objectives": english(
        "Ends above ({effects}), the objective in the middle, means below ({causes}). Arrows point from a means to what it makes possible."
    ),
    "both": english(
        "Two trees that face each other. Effects and ends above ({effects}), the problem and its objective in the middle, causes and means below ({causes}). Arrows point from a cause to what it brings about."
    ),
}


class Box(NamedTuple):
    """A place of the tree. `tag` says what it is, `words` what the plan writes there, `notes` what else there is to say.

    `level` counts from the problem, which is 0. `name` is its id, "" where the box stands for a side that is still empty.
    """

    side: Literal["effects", "centre", "causes"]
    look: Look
    tag: str
    name: str
    words: Part
    notes: tuple[Part, ...] = ()
    promised: tuple[Commitment, ...] = ()
    leads_to: tuple[str, ...] = ()
    level: int = 0
    boxes: tuple["Box", ...] = ()


class Boxes(NamedTuple):
    """A whole tree of boxes."""

    title: str
    effects: tuple[Box, ...]
    centre: Box
    causes: tuple[Box, ...]


def boxes(writer: Writer, view: str) -> tuple[Boxes, ...]:
    """The tree in a view: one, or two of one shape that face each other, and then nothing is said in both.

    `view` is "problem", "objectives" or "both".
    """
    if view == "both":
        return _Making(writer, "problem", answers=False).boxes(), _Making(writer, "objectives", faced=True).boxes()
    return (_Making(writer, view).boxes(),)


def described(of: Boxes, view: str, language: str) -> str:
    """What a drawing of the tree shows, for those who do not see it."""
    effects, causes = (sum(bool(box.name) for box in each(side)) for side in (of.effects, of.causes))
    return say(DESCRIPTIONS[view], language, effects=effects, causes=causes)


def marked(part: Part) -> str:
    """Its text; a gap begins with an empty square to tick."""
    return f"☐ {part.text}" if part.style == "gap" else part.text


def each(found: Sequence[Box]) -> Iterator[Box]:
    """Every box among these and on them, in the order of the file."""
    todo = list(reversed(found))
    while todo:
        box = todo.pop()
        yield box
        todo += reversed(box.boxes)


class Measured(Writer):
    """Writes texts of up to `longest` characters, the rest left out after an ellipsis; whole ones where it is 0.

    `shortened` tells whether one was left out.
    """

    def __init__(self, tree: Tree, language: str, words: str, longest: int) -> None:
        super().__init__(tree, language, words)
        self.longest, self.shortened = longest, False

    def text(self, text: str) -> str:
        """A text of the plan on one line."""
        text = one_line(text)
        if not self.longest or len(text) <= self.longest:
            return text
        self.shortened = True
        return text[: self.longest].rsplit(" ", 1)[0].rstrip(",;:") + "…"


class _Making:
    """Makes the boxes of a tree; `answers`: what the plan does about them is said; `faced`: what they stand for is seen."""

    def __init__(self, writer: Writer, view: str, answers: bool = True, faced: bool = False) -> None:
        self.writer, self.view, self.answers, self.faced = writer, view, answers, faced

    def boxes(self) -> Boxes:
        tree = self.writer.tree
        effects, causes = self._side("effects", tree.effects), self._side("causes", tree.causes)
        return Boxes(self.writer.say(TITLES[self.view]), effects, self._centre(), causes)

    def _centre(self) -> Box:
        writer, problem = self.writer, self.writer.tree.problem
        words = writer.statement() if self.view == "problem" else writer.objective()
        tag, notes = writer.say(CENTRES[self.view]), tuple(writer.taken_up()) if self.answers else ()
        look: Look = "centre" if self.view == "problem" else "objective"
        return Box(
            "centre", look, tag, one_line(problem.id), words, notes, writer.tree.promised if self.answers else ()
        )

    def _side(self, side: Side, found: Sequence[Branch]) -> tuple[Box, ...]:
        if found:
            return tuple(map(self._box, found))
        tag = self.writer.say(SIDES[self.view, side])
        return (Box(side, "missing", tag, "", self.writer.nothing(side), level=1),)

    def _box(self, branch: Branch) -> Box:
        words = self.writer.node(branch) if self.view == "problem" else self.writer.counterpart(branch)
        return Box(
            branch.side, "missing" if words.style == "gap" else self._look(branch), self._tag(branch), one_line(branch.id),
            words, tuple(self._notes(branch)), branch.promised if self.answers else (), branch.leads_to, branch.depth,
            tuple(map(self._box, branch.branches)),
        )  # fmt: skip

    def _look(self, branch: Branch) -> Look:
        if branch.set_aside.strip():
            return "aside"
        kinds = KINDS if self.view == "problem" else {}
        return next((kind for kind in kinds if kind == branch.kind), "effect" if branch.side == "effects" else "cause")

    def _tag(self, branch: Branch) -> str:
        kinds = KINDS if self.view == "problem" else {}
        return self.writer.say(
            next((kinds[kind] for kind in kinds if kind == branch.kind), SIDES[self.view, branch.side])
        )

    def _notes(self, branch: Branch) -> Iterator[Part]:
        writer = self.writer
        if self.view == "problem":
            yield from writer.about(branch)
        elif not (self.faced or branch.counterpart.strip()) and branch.text.strip():
            sentence = english("this effect: {text}") if branch.side == "effects" else english("this cause: {text}")
            yield labelled(writer.node(branch)._replace(style="name"), sentence, writer.language)
        if self.answers:
            yield from writer.answers(branch)
