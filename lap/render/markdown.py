"""A document in Markdown: it reads well as it is, and on GitHub, which draws its trees and timelines (Mermaid)."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from lap.language.speech import said
from lap.render.addresses import safe
from lap.render.blocks import Document, Foreign, Link, Mark, Ref, Share, Twig, Words, pieces
from lap.render.signs import SIGNS
from lap.render.templates import Safe, render
from lap.show import escape

if TYPE_CHECKING:
    from jinja2 import Environment

BLANKS = re.compile(r"\n{3,}")
PARENTHESES = str.maketrans({"(": "%28", ")": "%29", "<": "%3C", ">": "%3E", " ": "%20"})


def write(document: Document, templates: "Environment") -> str:
    """The Markdown of a document. Raises CannotRun where a template is broken."""
    writer = Writer(templates, document.language)
    text = render(templates, "document/markdown/page.md.j2", document=document, write=writer)
    return BLANKS.sub("\n\n", text).strip("\n") + "\n"


class Writer:
    """What templates ask for: blocks and words written as Markdown."""

    def __init__(self, templates: "Environment", language: str) -> None:
        self._templates, self.language = templates, language

    def block(self, block: Any, level: int = 2) -> Safe:
        """A block by the template of its kind; `level` is that of a section's heading."""
        name = f"document/markdown/{block.kind}.md.j2"
        return Safe(render(self._templates, name, block=block, write=self, level=level))

    def words(self, words: Words) -> Safe:
        """A row of pieces on one line."""
        return Safe("".join(self._piece(one) for one in pieces(words)))

    def _piece(self, piece: Any) -> str:
        match piece:
            case Link(text, url) if (address := safe(url)) and address in (text, f"mailto:{text}"):
                return f"<{text}>"
            case Link(text, url) if address := safe(url):
                return f"[{escape.markdown(text)}]({address.translate(PARENTHESES)})"
            case Link(text, url):
                return escape.markdown(text if text == url else f"{text} ({url})")
            case Ref() | Foreign() | Share():
                return escape.markdown(piece.text)
            case Mark(text, shape):
                return f"{SIGNS[shape]} {escape.markdown(text)}"
        return _kept_apart(str(piece))

    def say(self, sentence: str) -> str:
        """A sentence of a template in the document's language."""
        return said(sentence, self.language)

    def heading(self, level: int) -> Safe:
        """The signs before a heading."""
        return Safe("#" * level)

    def fenced(self, diagram: str) -> Safe:
        """A diagram that GitHub draws."""
        return Safe(f"```mermaid\n{diagram.strip()}\n```")

    def made(self, macro: Callable[..., str], *values: Any) -> Safe:
        """What a macro writes."""
        return Safe(macro(*values))

    def nested(self, macro: Callable[..., str], twigs: list[Twig], depth: int) -> Safe:
        """What a macro writes of the nodes below a node; nothing where there are none."""
        return Safe(macro(twigs, depth)) if twigs else Safe()

    def indent(self, depth: int) -> Safe:
        """The spaces before an item of a nested list."""
        return Safe("  " * depth)


def _kept_apart(text: str) -> str:
    """A text escaped, with the spaces that part it from what stands beside it."""
    before, after = text[:1].isspace() or text[:1] in ",;:", text[-1:].isspace()
    first = text[: len(text) - len(text.lstrip(" ,;:"))] if before else ""
    return first + escape.markdown(text[len(first) :]) + (" " if after and text.strip(" ,;:") else "")
