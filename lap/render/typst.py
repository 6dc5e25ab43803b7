"""A document in Typst's own language, from which the PDF is set."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from lap.language.speech import said, shortened, visible
from lap.render.addresses import safe
from lap.render.blocks import (
    Chart,
    Document,
    Foreign,
    Grid,
    Link,
    Mark,
    Ref,
    Section,
    Share,
    Twig,
    Words,
    pieces,
)
from lap.render.chart import MOST_LETTERS, Drawn, drawn
from lap.render.columns import fits, widths
from lap.render.holding import sections_of
from lap.render.html import anchor
from lap.render.templates import Safe, render

if TYPE_CHECKING:
    from jinja2 import Environment

UNBROKEN, PARTED = re.compile(r"[^\s\"\\/-]{24,}"), re.compile(r"(.{10})(?=.)")
UNSEEN = "\u200b"
"""A place where a line may end."""


def escape(text: str) -> str:
    """A text as an expression of its own between quotes: nothing in it is read as markup or code.

    Very long words get places where a line may end, which nobody sees.
    """
    return f"#{UNBROKEN.sub(_parted, quoted(text))};"


def _parted(word: re.Match[str]) -> str:
    return PARTED.sub(rf"\1{UNSEEN}", word.group())


def quoted(text: str) -> str:
    """A text between quotes, as Typst's code takes it."""
    one_line = visible(text.replace("\n", " ").replace("\t", " "))
    return '"' + one_line.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _in(language: str, text: str) -> str:
    return f"#text(lang: {quoted(language)})[{escape(text)}];"


def write(document: Document, templates: "Environment", paper: str = "us-letter") -> str:
    """The Typst source of a document. Raises CannotRun where a template is broken."""
    writer = Writer(templates, document)
    return render(templates, "document/typst/page.typ.j2", document=document, write=writer, paper=paper)


class Writer:
    """What templates ask for: blocks and words written for Typst."""

    def __init__(self, templates: "Environment", document: Document) -> None:
        self._templates, self.language, self._foreign = templates, document.language, document.foreign
        self.known = {one.id for one in sections_of(document.sections)}

    def block(self, block: Any, level: int = 1, first: bool = True) -> Safe:
        """A block by the template of its kind; `level` is that of a section's heading, `first` whether it begins one."""
        name = f"document/typst/{block.kind}.typ.j2"
        return Safe(render(self._templates, name, block=block, write=self, level=level, first=first))

    def begins_fresh(self, section: Section) -> bool:
        """Whether a section begins with one that begins a page, which it then does itself."""
        return any(isinstance(one, Section) and one.fresh for one in section.blocks[:1])

    def columns(self, grid: Grid) -> Safe:
        """How wide the columns of a table are, for Typst's code."""
        return Safe("".join(f"{one:.1f}fr, " for one in widths(grid)))

    def fits(self, grid: Grid) -> bool:
        """Whether every row of a table surely fits on a page."""
        return fits(grid)

    def made(self, macro: Callable[..., str], *values: Any) -> Safe:
        """What a macro writes."""
        return Safe(macro(*values))

    def raw(self, code: str) -> Safe:
        """A template's own code, kept as it is."""
        return Safe(code)

    def brief(self, text: str) -> str:
        """A text of at most one line."""
        return shortened(visible(text))

    def cut(self, label: str) -> str:
        """A label of a drawing, cut where it is too long for it."""
        return label if len(label) <= MOST_LETTERS else label[: MOST_LETTERS - 1] + "…"

    def words(self, words: Words) -> Safe:
        """A row of pieces."""
        return Safe("".join(self._piece(one) for one in pieces(words)))

    def cell(self, words: Words) -> Safe:
        """Words in a table; names lead nowhere there, since thousands of links take longer than all the rest."""
        return Safe(
            "".join(self._said(one.text) if isinstance(one, Ref) else self._piece(one) for one in pieces(words))
        )

    def _piece(self, piece: Any) -> str:
        match piece:
            case Link(text, url) if address := safe(url):
                return f"#link({quoted(address)})[{self._said(text)}];"
            case Link(text, url):
                return escape(text if text == url else f"{text} ({url})")
            case Ref(text, target) if target in self.known:
                return f"#link(label({quoted(anchor(target))}))[{self._said(text)}];"
            case Mark(text, shape, tone):
                return f"#mark({quoted(shape)}, {quoted(tone)})[{escape(text)}];"
            case Share(text, part):
                return f"#share({'none' if part is None else f'{part:g}'})[{escape(text)}];"
            case Foreign(text, language):
                return _in(language, text)
            case Share(text):
                return escape(text)
            case Ref(text):
                return self._said(text)
        return self._said(str(piece))

    def _said(self, text: str) -> str:
        """A text, with its language where that is not the document's."""
        language = self._foreign.get(text) if self._foreign else None
        return _in(language, text) if language else escape(text)

    def code(self, text: str) -> Safe:
        """A text between quotes, for Typst's code."""
        return Safe(quoted(text))

    def label(self, target: str) -> Safe:
        """The label of a part of the document, for Typst's code."""
        return Safe(quoted(anchor(target)))

    def number(self, number: float) -> Safe:
        """A number for Typst's code."""
        return Safe(f"{number:g}")

    def nested(self, macro: Callable[..., str], twigs: list[Twig]) -> Safe:
        """What a macro writes of the nodes below a node, as code; nothing where there are none."""
        return Safe(f"#{macro(twigs).strip()};") if twigs else Safe()

    def say(self, sentence: str) -> str:
        """A sentence of a template in the document's language."""
        return said(sentence, self.language)

    def chart(self, block: Chart) -> Drawn:
        """The geometry of a chart."""
        return drawn(block.levels)
