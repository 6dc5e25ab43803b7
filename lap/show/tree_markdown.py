"""Trees for Markdown: each as a diagram in Mermaid, and the same tree as a nested list for those who do not see it."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lap.language.speech import count, english, say
from lap.show.escape import markdown
from lap.show.tree_boxes import Box, Measured, boxes, described, each, marked
from lap.show.tree_mermaid import Diagram, diagram
from lap.show.tree_text import HEADINGS as NAMED
from lap.show.tree_words import Part
from lap.tree import Tree

IN_DIAGRAM = (200, 80)  # characters of a text; the fewer where all boxes fit in then
HEADINGS = {
    "problem": (english("Problem tree"), english("Problem trees")),
    "objectives": (english("Tree of objectives"), english("Trees of objectives")),
    "both": (english("Problem tree and tree of objectives"), english("Problem trees and trees of objectives")),
}
PLAIN_NAME = re.compile(r"[\w-]+")


def render(trees: Sequence[Tree], view: str, language: str, words: str = "") -> str:
    """The trees, a section for each. `view` is "problem", "objectives" or "both"; `words` the language of the plan's keys."""
    lines = [f"# {count(len(trees), *HEADINGS[view], language)}"]
    for tree in trees:
        lines += ["", *_section(tree, view, language, words)]
    return "\n".join(lines) + "\n"


def _section(tree: Tree, view: str, language: str, words: str) -> Iterator[str]:
    yield f"## {markdown(tree.problem.label)}"
    for one in ("problem", "objectives") if view == "both" else (view,):
        if view == "both":
            yield from ("", f"### {say(HEADINGS[one][0], language)}")
        for paragraph in _drawn(tree, one, language, words):
            yield from ("", paragraph)
    items = list(_items(tree, view, language, words))
    yield from ("", f"### {say('The same tree as a list', language)}", "")
    yield from (line for item in items for line in item.lines())
    if gaps := sum(part.style == "gap" for item in items for part in item.parts):
        yield from ("", count(gaps, "☐ {n} thing to fill in", "☐ {n} things to fill in", language))


def _drawn(tree: Tree, view: str, language: str, words: str) -> Iterator[str]:
    """The diagram, how to read it, and what it leaves out."""
    made, shortened = drawing(tree, view, language, words)
    if made.text:
        yield f"```mermaid\n{made.text}```"
    if made.legend:
        yield " ".join(made.legend)
    if made.lacks:
        yield made.lacks
    if made.text and shortened:
        yield say("Long texts are shortened in the diagram; the list below has them whole.", language)


def drawing(tree: Tree, view: str, language: str, words: str = "", ids: bool = True) -> tuple[Diagram, bool]:
    """The diagram, with or without ids, with texts as long as they may be, and whether some of them are shortened."""
    for longest in IN_DIAGRAM:
        writer = Measured(tree, language, words, longest)
        (of,), title = boxes(writer, view), writer.say(NAMED[view], problem=writer.text(tree.problem.label))
        description = (
            f"{described(of, view, language)} {say('The list after the diagram says the same in words.', language)}"
        )
        made = diagram(of, title, description, language, ids)
        if not made.lacks:
            break
    return made, writer.shortened


class _Item(NamedTuple):
    """An item of the list: how far it is indented, its id, and what is said in it, each with its label."""

    depth: int
    name: str
    labels: list[str]
    parts: list[Part]

    def lines(self) -> Iterator[str]:
        """Its lines; all but the last end with a line break that Markdown keeps."""
        said = [f"**{markdown(label)}:** " if label else "" for label in self.labels]
        texts = [label + markdown(marked(part)) for label, part in zip(said, self.parts, strict=True)]
        if self.name:
            texts[0] += f" (`{self.name}`)" if PLAIN_NAME.fullmatch(self.name) else f" ({markdown(self.name)})"
        for number, text in enumerate(texts):
            margin = "  " * (self.depth + 1) if number else "  " * self.depth + "- "
            yield margin + text + ("\\" if number < len(texts) - 1 else "")


def _items(tree: Tree, view: str, language: str, words: str) -> Iterator[_Item]:
    """Effects, then the problem with its causes; in both views at once, every node with its counterpart."""
    trees = boxes(Measured(tree, language, words, 0), view)
    for facing in zip(*(each(one.effects) for one in trees), strict=True):
        yield _item(facing, facing[0].level - 1)
    yield _item(tuple(one.centre for one in trees), 0)
    for facing in zip(*(each(one.causes) for one in trees), strict=True):
        yield _item(facing, facing[0].level)


def _item(facing: Sequence[Box], depth: int) -> _Item:
    """A place of the tree. Where one side of it is empty, that is said once."""
    said = facing if facing[0].name else facing[:1]
    notes = [note for box in said for note in box.notes]
    labels = [*(box.tag for box in said), *("" for _ in notes)]
    return _Item(depth, facing[0].name, labels, [*(box.words for box in said), *notes])
