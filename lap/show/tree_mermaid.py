"""A tree as a Mermaid flowchart: effects above, the problem in the middle, causes below, commitments at what they address.

Mermaid draws up to 500 arrows and 50,000 characters. A larger tree is drawn without its commitments, then level by
level less, and what is left out is told. Ids are our own, and every sign with a meaning is a decimal code.
"""

from collections.abc import Iterator
from itertools import count
from typing import NamedTuple

from lap.language.speech import Said, english, say
from lap.model.commitment import Commitment
from lap.show.drawable import MOST_ARROWS, MOST_CHARACTERS, size
from lap.show.escape import mermaid
from lap.show.tree_boxes import Box, Boxes, each, marked

BREAK = "<br/>"
SHAPES = {"centre": ("{{", "}}"), "effects": ("(", ")"), "causes": ("[", "]")}
SUFFICIENT, ROUND = ("[[", "]]"), ("([", "])")
CLASSES = {
    "centre": "fill:#14212b,stroke:#14212b,stroke-width:3px,color:#ffffff",
    "objective": "fill:#ffffff,stroke:#14212b,stroke-width:4px,color:#14212b",
    "effect": "fill:#ffffff,stroke:#14212b,stroke-width:1.5px,color:#14212b",
    "cause": "fill:#ffffff,stroke:#14212b,stroke-width:1.5px,color:#14212b",
    "necessary": "fill:#ffffff,stroke:#14212b,stroke-width:5px,color:#14212b",
    "sufficient": "fill:#ffffff,stroke:#14212b,stroke-width:2px,color:#14212b",
    "contributing": "fill:#ffffff,stroke:#14212b,stroke-width:1.5px,color:#14212b",
    "aside": "fill:#ececec,stroke:#14212b,stroke-width:2px,stroke-dasharray:9 6,color:#14212b",
    "missing": "fill:#ffffff,stroke:#14212b,stroke-width:2px,stroke-dasharray:2 4,color:#14212b",
    "commitment": "fill:#dcebe7,stroke:#00594f,stroke-width:2px,color:#14212b",
}
LEGEND = {
    "necessary": english("A thick border is a necessary cause."),
    "sufficient": english("Double sides are a sufficient cause."),
    "aside": english("A dashed border is something that the plan sets aside."),
    "missing": english("A dotted border is a gap to fill in."),
    "commitment": english("A box with round ends is a commitment."),
    "leads": english("A dotted arrow leads from one branch to another that it brings about."),
}


class Diagram(NamedTuple):
    """A diagram, "" where there is none, and sentences on how to read it and on what it leaves out."""

    text: str
    legend: tuple[str, ...] = ()
    lacks: str = ""


class Line(NamedTuple):
    """A line of a diagram: a box or an arrow, how far from the problem, and the sign that it is drawn with."""

    text: str
    level: int
    sign: str
    arrow: bool = False


def diagram(of: Boxes, title: str, description: str, language: str, ids: bool = True) -> Diagram:
    """The tree as far as Mermaid draws it, with or without ids; the description is told to those who do not see it."""
    head = ["flowchart BT", f"accTitle: {mermaid(title)}", f"accDescr: {mermaid(description)}"]
    lines = list(_lines(of, language, ids))
    levels = max(line.level for line in lines)
    bare = [line for line in lines if line.sign != "commitment"]
    for chosen in (lines, *([line for line in bare if line.level <= most] for most in range(levels, 0, -1))):
        text = "\n".join([*head, *(f"    {line.text}" for line in chosen), *_classes(chosen)]) + "\n"
        if sum(line.arrow for line in chosen) <= MOST_ARROWS and size(text) <= MOST_CHARACTERS:
            signs = {line.sign for line in chosen}
            legend = tuple(say(LEGEND[sign], language) for sign in LEGEND if sign in signs)
            return Diagram(text, legend, _lacks(chosen, lines, language) if len(chosen) < len(lines) else "")
    return Diagram("", lacks=_lacks([], lines, language))


def _classes(lines: list[Line]) -> list[str]:
    signs = {line.sign for line in lines}
    return [f"    classDef {sign} {CLASSES[sign]}" for sign in CLASSES if sign in signs]


def _lacks(chosen: list[Line], lines: list[Line], language: str) -> str:
    """What a diagram does not show."""
    drawn, all_boxes = _boxes(chosen), _boxes(lines)
    numbers = {"drawn": drawn, "number": all_boxes, "arrows": MOST_ARROWS, "characters": MOST_CHARACTERS}
    if not drawn:
        sentence = english(
            "The tree has {number} boxes. That is more than a diagram can hold ({arrows} arrows, {characters} characters), so none is drawn; the list below has everything."
        )
    elif drawn == all_boxes:
        sentence = english("The commitments did not fit into the diagram; the list below has them.")
    else:
        numbers["levels"] = max(line.level for line in chosen)
        sentence = english(
            "The diagram shows {drawn} of {number} boxes, down to level {levels} and without the commitments, because it can hold no more ({arrows} arrows, {characters} characters); the list below has everything."
        )
    return say(sentence, language, **numbers)


def _boxes(lines: list[Line]) -> int:
    return sum(not line.arrow and line.sign != "commitment" for line in lines)


def _lines(of: Boxes, language: str, ids: bool) -> Iterator[Line]:
    """The boxes, then the arrows between branches, then the commitments."""
    numbers = count(1)
    nodes = {id(box): f"n{next(numbers)}" for box in each((*of.effects, of.centre, *of.causes))}
    for box in each((*of.effects, of.centre, *of.causes)):
        yield _box(nodes[id(box)], box, ids)
    for above in (of.centre, *each(of.effects)):
        for box in of.effects if above is of.centre else above.boxes:
            yield Line(f"{nodes[id(above)]} --> {nodes[id(box)]}", box.level, "arrow", True)
    for above in (of.centre, *each(of.causes)):
        for box in of.causes if above is of.centre else above.boxes:
            yield Line(f"{nodes[id(box)]} --> {nodes[id(above)]}", box.level, "arrow", True)
    yield from _leads(of, nodes, language, ids)
    yield from _commitments(of, nodes, numbers, language, ids)


def _box(name: str, box: Box, ids: bool) -> Line:
    opening, closing = SUFFICIENT if box.look == "sufficient" else SHAPES[box.side]
    notes = [marked(note) for note in box.notes if note.style not in ("leads", "answer")]
    label = BREAK.join(
        mermaid(one) for one in [box.tag, marked(box.words), *([f"({box.name})"] if ids and box.name else []), *notes]
    )
    return Line(f'{name}{opening}"{label}"{closing}:::{box.look}', box.level, box.look)


def _leads(of: Boxes, nodes: dict[int, str], language: str, ids: bool) -> Iterator[Line]:
    """Arrows from causes to other causes that they bring about; names that the tree does not have lead nowhere.

    Mermaid stands every arrow's start below its end. Where that would turn the tree upside down, a link without a head
    is drawn from the end to the start, and words on it say what leads to what.
    """
    causes = {box.name: box for box in reversed(list(each(of.causes)))}
    upwards = {nodes[id(one)]: [nodes[id(box)]] for box in each(of.causes) for one in box.boxes}
    for box in each(of.causes):
        for other in (causes[name] for name in dict.fromkeys(box.leads_to) if name in causes):
            start, end, level = nodes[id(box)], nodes[id(other)], max(box.level, other.level)
            if start != end and _reaches(end, start, upwards):
                words = mermaid(
                    say("leads to: {causes}", language, causes=Said(other.name if ids else marked(other.words)))
                )
                yield Line(f'{end} -. "{words}" .- {start}', level, "leads", True)
            else:
                upwards.setdefault(start, []).append(end)
                yield Line(f"{start} -.-> {end}", level, "leads", True)


def _reaches(start: str, end: str, upwards: dict[str, list[str]]) -> bool:
    """Whether arrows lead from one box to another."""
    todo, seen = [start], {start}
    while todo:
        found = set(upwards.get(todo.pop(), ())) - seen
        seen |= found
        todo += found
    return end in seen


def _commitments(of: Boxes, nodes: dict[int, str], numbers: Iterator[int], language: str, ids: bool) -> Iterator[Line]:
    """Each commitment as a box at what it addresses; at the problem where it addresses nothing of the tree."""
    at: dict[str, list[str]] = {}
    made: dict[str, Commitment] = {}
    for box in (*each((*of.effects, *of.causes)), of.centre):
        for one in box.promised:
            if box is not of.centre or one.id not in at:
                made[one.id] = one
                at.setdefault(one.id, []).append(nodes[id(box)])
    tag = say("Commitment", language)
    for one, places in zip(made.values(), at.values(), strict=True):
        name = f"n{next(numbers)}"
        words = (tag, one.title, f"({one.id})") if ids else (tag, one.label)
        label = BREAK.join(mermaid(part) for part in words if part.strip())
        yield Line(f'{name}{ROUND[0]}"{label}"{ROUND[1]}:::commitment', 0, "commitment")
        for place in places:
            yield Line(f"{name} --o {place}", 0, "commitment", True)
