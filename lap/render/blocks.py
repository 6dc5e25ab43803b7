"""What a document is made of, whatever its format: sections of paragraphs, facts, lists, tables, trees and charts.

Each says what it is and in which words; how it looks is its template's matter (templates/document/FORMAT/KIND).
A plan's own words stand in here as they are; whoever writes a format escapes them.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import ClassVar, Literal, NamedTuple

from lap.render.words import Foreign as Foreign
from lap.render.words import Link as Link
from lap.render.words import Mark as Mark
from lap.render.words import Piece as Piece
from lap.render.words import Ref as Ref
from lap.render.words import Shape as Shape
from lap.render.words import Share as Share
from lap.render.words import Words as Words
from lap.render.words import pieces as pieces


@dataclass(slots=True)
class Paragraph:
    """A paragraph; its `tone` may be lead, note or quote."""

    kind: ClassVar[str] = "paragraph"
    words: Words
    tone: str = ""


@dataclass(slots=True)
class Facts:
    """Labels with what they are about, as on a card; with the tone "figures" they stand side by side, the first large."""

    kind: ClassVar[str] = "facts"
    rows: Sequence[tuple[str, Sequence[Words]]]
    tone: str = ""


@dataclass(slots=True)
class Points:
    """A list of sentences."""

    kind: ClassVar[str] = "points"
    items: Sequence[Words]
    ordered: bool = False


class Heading(NamedTuple):
    """The head of a column; figures stand at the right."""

    text: str
    right: bool = False


Row = Sequence[Words]


class Part(NamedTuple):
    """Rows of a table under a heading of their own, and their total."""

    head: Words
    rows: Sequence[Row]
    foot: Sequence[Row] = ()


@dataclass(slots=True)
class Grid:
    """A table with its caption. The first cell of each row is the row's head. `foot` are rows of totals.

    `parts` stand below `rows`, each under its heading.
    """

    kind: ClassVar[str] = "grid"
    caption: str
    columns: Sequence[Heading]
    rows: Sequence[Row]
    foot: Sequence[Row] = ()
    notes: Sequence[str] = ()
    parts: Sequence[Part] = ()


class Event(NamedTuple):
    """Something that happened: when, what it is about, what is said of it, and what stands below in small letters."""

    day: str
    about: Words
    words: Words
    note: Words = ""


@dataclass(slots=True)
class Story:
    """What happened, event by event."""

    kind: ClassVar[str] = "story"
    events: Sequence[Event]


@dataclass(slots=True)
class Twig:
    """A node of a tree: what it is ("Cause"), its words, notes on it, and what hangs below; the `main` one is its trunk."""

    label: str
    words: Words
    notes: list[Words] = field(default_factory=list)
    twigs: list["Twig"] = field(default_factory=list)
    main: bool = False


class Diagram(NamedTuple):
    """The same as a drawing, for formats that others draw (Mermaid), with sentences on how to read it."""

    text: str
    notes: Sequence[str] = ()


def undrawn() -> Diagram:
    """No drawing."""
    return Diagram("")


@dataclass(slots=True)
class Outline:
    """A tree as a nested list; `diagram` makes its drawing."""

    kind: ClassVar[str] = "outline"
    caption: str
    twigs: list[Twig]
    diagram: Callable[[], Diagram] = undrawn


class Level(NamedTuple):
    """A value on a day, in an indicator's unit: its baseline, a milestone, its target, or what was measured."""

    role: Literal["baseline", "milestone", "target", "measured"]
    date: str
    day: int
    value: Decimal
    label: str


@dataclass(slots=True)
class Chart:
    """An indicator drawn small: baseline, milestones, target and measured values over time. Its table says the same."""

    kind: ClassVar[str] = "chart"
    title: str
    description: str
    levels: list[Level]
    table: Grid


class Bar(NamedTuple):
    """A row of a timeline: from the nth period to the mth (from 0, both included), with words in it."""

    words: Words
    first: int
    last: int
    inside: Words
    exact: str


@dataclass(slots=True)
class Timeline:
    """What runs when, over periods of equal length; `diagram` makes its drawing.

    `years` names the periods again, shorter, under the years in which they begin; it is empty where they are years.
    """

    kind: ClassVar[str] = "timeline"
    caption: str
    periods: list[str]
    bars: list[Bar]
    diagram: Callable[[], Diagram] = undrawn
    years: Sequence[tuple[str, Sequence[str]]] = ()


@dataclass(slots=True)
class Notice:
    """A sentence that must not be overlooked."""

    kind: ClassVar[str] = "notice"
    words: Words


@dataclass(slots=True)
class Section:
    """A part of a document under a heading; `id` is what references lead to, unique in the plan.

    One that is `whole` is a thing by itself, such as a commitment: the contents name it. With a `fresh` one a page begins.
    """

    kind: ClassVar[str] = "section"
    id: str
    title: str
    blocks: list["Block"] = field(default_factory=list)
    lead: str = ""
    whole: bool = False
    fresh: bool = False


Block = Paragraph | Facts | Points | Grid | Outline | Chart | Timeline | Story | Notice | Section


@dataclass(slots=True)
class Document:
    """A whole document or a page: its title, its language, what stands under the title, and its sections.

    `over` stands above the title: what kind of thing it is. `stamp` is what must be seen first: the day it speaks of, its
    version, its status. `foreign` are texts in it that are in another language, each with that language.
    """

    title: str
    language: str
    facts: Sequence[tuple[str, Sequence[Words]]]
    sections: list[Section]
    lead: str = ""
    notice: str = ""
    over: Words = ""
    stamp: Sequence[tuple[str, Words]] = ()
    foreign: Mapping[str, str] = field(default_factory=dict)
