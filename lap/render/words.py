"""What the blocks of a document are worded with: text, and pieces of it that lead somewhere, are a status or a share."""

from typing import Literal, NamedTuple


class Link(NamedTuple):
    """Words that lead out of the document; an address that is not http, https or mailto is shown as text."""

    text: str
    url: str


class Ref(NamedTuple):
    """Words that lead to another part of the document, by its id: `commitment/farm-worker-registry`."""

    text: str
    target: str


Shape = Literal["tick", "triangle", "warning", "cross", "circle", "square"]


class Mark(NamedTuple):
    """A status: its word, and the shape and tone that stand beside the word, never instead of it."""

    text: str
    shape: Shape
    tone: str


class Share(NamedTuple):
    """A share of a whole: its words, and `part` from 0 to 1 for a small bar beside them, None where there is no share."""

    text: str
    part: float | None


class Foreign(NamedTuple):
    """Words in another language than the document's."""

    text: str
    language: str


Piece = str | Link | Ref | Mark | Share | Foreign
Words = Piece | tuple[Piece, ...]


def pieces(words: Words) -> tuple[Piece, ...]:
    """Words as a row of pieces."""
    if isinstance(words, tuple) and not isinstance(words, Link | Ref | Mark | Share | Foreign):
        return words
    return (words,)
