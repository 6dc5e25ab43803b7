"""A document as one page of HTML: no script, nothing from elsewhere, readable by everybody (WCAG 2.2 AA)."""

import base64
import hashlib
import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from markupsafe import Markup, escape

from lap.language.speech import said, shortened, visible
from lap.render.addresses import safe
from lap.render.blocks import Chart, Document, Foreign, Grid, Link, Mark, Ref, Section, Share, Words, pieces
from lap.render.chart import MOST_LETTERS, Drawn, drawn
from lap.render.columns import kinds
from lap.render.holding import sections_of
from lap.render.templates import render

if TYPE_CHECKING:
    from jinja2 import Environment

ID = re.compile(r"[^a-z0-9-]|-(?=[-/])|(?<=/)-")


class Nav(NamedTuple):
    """A link of the page's navigation; `here` where it is the page itself."""

    text: str
    href: str
    here: bool = False


class Frame(NamedTuple):
    """What stands around a page's content."""

    nav: Sequence[Nav] = ()
    site: str = ""
    home: str = ""
    foot: Sequence[Words] = ()
    metadata: str = ""
    contents: bool = True
    feed: str = ""
    size: str = "letter"


def anchor(target: str) -> str:
    """The id in a page that a part of the document has; no id of a plan can be one of the page's own."""
    return "s-" + ID.sub(lambda sign: "--" if sign.group() == "/" else f"_{ord(sign.group()):x}", target)


def inside(document: Document) -> Callable[[str], str]:
    """Where references lead when the whole document is one page; "" for parts that it does not have."""
    known = {one.id for one in sections_of(document.sections)}
    return lambda target: "#" + anchor(target) if target in known else ""


def write(
    document: Document, templates: "Environment", href: Callable[[str], str] | None = None, frame: Frame = Frame()
) -> str:
    """The page of a document; `href` says where a reference leads, "" for nowhere; without it, inside the page. Raises CannotRun where a template is broken."""
    style = render(templates, "document/html/style.css.j2", size=frame.size).strip()
    writer = Writer(templates, href or inside(document), document)
    return render(
        templates, "document/html/page.html.j2", document=document, write=writer, frame=frame, style=Markup(style),
        policy=policy(style), language=document.language,
    )  # fmt: skip


def policy(style: str) -> str:
    """The content security policy of a page: its own style by its hash, images in the page, and nothing else."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"


class Writer:
    """What templates ask for: blocks and words written as HTML, and where things lead."""

    def __init__(self, templates: "Environment", href: Callable[[str], str], document: Document) -> None:
        self._templates, self.href, self.language = templates, href, document.language
        self._foreign = document.foreign
        self._drawn = 0
        self._written: dict[Any, str] = {}
        self._headings: list[str] = []

    def block(self, block: Any, level: int = 2, titled: bool = False) -> Markup:
        """A block by the template of its kind; `level` is that of a heading, which the caption of a `titled` table is."""
        self._drawn += 1
        number, name = self._drawn, f"document/html/{block.kind}.html.j2"
        if isinstance(block, Section):
            self._headings.append(f"{anchor(block.id)}-h")
        text = render(
            self._templates, name, block=block, write=self, level=level, titled=titled, number=number, language=self.language,
        )  # fmt: skip
        if isinstance(block, Section):
            self._headings.pop()
        return Markup(text)

    def labels(self, own: str) -> str:
        """What names a thing for those who cannot see: the two headings above it, and its own caption."""
        return " ".join([*self._headings[-2:], own])

    def words(self, words: Words) -> Markup:
        """A row of pieces."""
        if type(words) is str:
            return self._said(words)
        return Markup("".join(map(self._piece, pieces(words))))

    def _piece(self, piece: Any) -> str:
        match piece:
            case str():
                return self._said(piece)
            case Link(text, url):
                return self._link(text, url)
            case Ref(text, target):
                href = self.href(target)
                return f'<a href="{_escaped(href)}">{self._said(text)}</a>' if href else self._said(text)
            case Mark():
                return self._once("mark", piece)
            case Share():
                return self._once("share", piece)
            case Foreign(text, language):
                return _in(language, text)
        raise TypeError(piece)

    def _said(self, text: str) -> Markup:
        """A text, with its language where that is not the page's."""
        language = self._foreign.get(text) if self._foreign else None
        return _in(language, text) if language else _escaped(text)

    def _once(self, kind: str, piece: Any) -> str:
        """A status or a share by its template; the same ones come again and again."""
        if piece not in self._written:
            self._written[piece] = render(
                self._templates, f"document/html/{kind}.html.j2", piece=piece, write=self
            ).strip()
        return self._written[piece]

    def _link(self, text: str, url: str) -> str:
        address = safe(url)
        if not address:
            return _escaped(text if text == url else f"{text} ({url})")
        shown = ' class="url"' if text == url else ""
        return f'<a href="{_escaped(address)}"{shown} rel="nofollow ugc">{self._said(text)}</a>'

    def brief(self, text: str) -> str:
        """A text of at most one line."""
        return shortened(visible(text))

    def cut(self, label: str) -> str:
        """A label of a drawing, cut where it is too long for it."""
        return label if len(label) <= MOST_LETTERS else label[: MOST_LETTERS - 1] + "…"

    def classes(self, grid: Grid) -> list[str]:
        """How the cells of each column of a table are set."""
        return kinds(grid)

    def wide(self, part: float, whole: int) -> str:
        """How much of a drawing that is `whole` wide a share takes up."""
        return f"{min(max(part, 0), 1) * whole:g}"

    def say(self, sentence: str) -> str:
        """A sentence of a template in the document's language."""
        return said(sentence, self.language)

    def chart(self, block: Chart) -> Drawn:
        """The geometry of a chart."""
        return drawn(block.levels)

    def anchor(self, target: str) -> str:
        """The id of a part of the document."""
        return anchor(target)


def _in(language: str, text: str) -> Markup:
    return Markup(f'<span lang="{_escaped(language)}">{_escaped(text)}</span>')


@lru_cache(maxsize=8192)
def _escaped(text: str) -> Markup:
    """A text without control characters, and with nothing in it that HTML would obey."""
    return escape(visible(text))
