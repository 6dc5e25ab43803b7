"""A tree as a drawing of our own in SVG: effects above, the problem in the centre, causes below; or both trees facing.

It is to be read from the back of a room and on paper without colour: what a box is, is said in words in it, and its
border says it again: thick, double, thin, dashed, dotted. There is no script, no style and nothing from elsewhere in it.
"""

import re
from collections.abc import Iterator, Sequence

from lap.failure import CannotRun
from lap.language.speech import count, say
from lap.show.svg import content, element
from lap.show.tree_boxes import Box, Boxes, Measured, boxes, described, each
from lap.show.tree_drawn import INK, PAPER, QUIET, connectors, drawn_box, pointing
from lap.show.tree_fitting import Set, fitting
from lap.show.tree_layout import every
from lap.show.tree_text import HEADINGS
from lap.tree import Tree

MOST_BOXES = 1000
IN_TITLE = 2000  # characters of one text
MARGIN, HEAD, NOTE = 44, 60, 26
FONT = "Arial, Helvetica, 'Liberation Sans', Verdana, 'DejaVu Sans', sans-serif"


def render(tree: Tree, view: str, language: str, words: str = "") -> str:
    """The drawing, a whole file. `view` is "problem", "objectives" or "both"; `words` the language of the plan's keys.

    Raises CannotRun where the tree has more boxes than a drawing can hold.
    """
    writer = Measured(tree, language, words, IN_TITLE)
    trees = boxes(writer, view)
    number = sum(1 for _ in each((*trees[0].effects, trees[0].centre, *trees[0].causes)))
    if number > MOST_BOXES:
        raise CannotRun("tree-too-large", name=tree.problem.id, number=number, most=MOST_BOXES)
    return _file(trees, fitting(trees), writer, view)


def _file(trees: Sequence[Boxes], of: Set, writer: Measured, view: str) -> str:
    parts = [part for number in range(len(trees)) for part in _tree(of, number)]
    parts += _between(of)
    notes = list(_notes(of, writer))
    below_tree = NOTE * len(notes) + 20 if notes else 0
    width, height = of.width + 2 * MARGIN, of.placed.height + 2 * MARGIN + HEAD + below_tree
    heads = [
        _words(tree.title, MARGIN + number * of.step, MARGIN + 20, 28, INK, "bold") for number, tree in enumerate(trees)
    ]
    below = [
        _words(note, MARGIN, height - MARGIN - NOTE * number, 18, QUIET) for number, note in enumerate(reversed(notes))
    ]
    name = "tree-" + re.sub(r"[^a-z0-9]+", "-", f"{writer.tree.problem.id}-{view}".lower())
    title = writer.say(HEADINGS[view], problem=writer.text(writer.tree.problem.label))
    return element(
        "svg",
        element("title", content(title), id=f"{name}-title"),
        element("desc", content(described(trees[0], view, writer.language)), id=f"{name}-desc"),
        element("rect", width=width, height=height, fill=PAPER),
        *heads,
        element("g", *parts, transform=f"translate({MARGIN} {MARGIN + HEAD})"),
        *below,
        xmlns="http://www.w3.org/2000/svg", role="img", aria_labelledby=f"{name}-title {name}-desc",
        viewBox=f"0 0 {width:.0f} {height:.0f}", font_family=FONT,
    ) + "\n"  # fmt: skip


def _words(text: str, x: float, y: float, size: float, fill: str, weight: str = "") -> str:
    return element("text", content(text), x=x, y=y, font_size=size, font_weight=weight, fill=fill)


def _tree(of: Set, number: int) -> Iterator[str]:
    across, placed = number * of.step, of.placed
    yield from connectors(placed, across)
    spots = [*every(placed.effects), placed.centre, *every(placed.causes)]
    for one, spot in zip(of.trees[number], spots, strict=True):
        yield drawn_box(one, spot, across, _whole(one.box) if one.shortened else "")


def _between(of: Set) -> Iterator[str]:
    """The arrow from the problem to its objective."""
    centre = of.placed.centre
    for number in range(len(of.trees) - 1):
        y, across = centre.y + centre.height / 2, number * of.step
        yield pointing((centre.right + across + 14, y), (centre.x + across + of.step - 14, y))


def _notes(of: Set, writer: Measured) -> Iterator[str]:
    """What is still to be filled in, and whether something is shortened."""
    said = [one.box for number, tree in enumerate(of.trees) for one in tree if not number or one.box.name]
    if gaps := sum(part.style == "gap" for box in said for part in (box.words, *box.notes)):
        yield count(gaps, "☐ {n} thing to fill in", "☐ {n} things to fill in", writer.language)
    if writer.shortened or any(one.shortened for tree in of.trees for one in tree):
        yield say("Long texts are shortened here; “lap tree --format markdown” has them whole.", writer.language)


def _whole(box: Box) -> str:
    """All that a box says."""
    return "\n".join([box.tag, box.words.text, *(note.text for note in box.notes)])
