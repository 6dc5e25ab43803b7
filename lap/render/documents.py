"""A plan's document in each of its formats."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from lap.checking import Checked
from lap.limits import Limits
from lap.render.blocks import Document
from lap.render.own_words import own_words
from lap.render.pdf import Made
from lap.render.sections.findings import findings
from lap.render.sections.whole import whole
from lap.render.templates import sandbox
from lap.render.told import Told


class Wanted(NamedTuple):
    """What is to be made: of which plan, by which limits; `only` some commitments, or all where there are none.

    With `checked` the findings of the rules stand at the end; `templates` is a folder of the user's own.
    """

    told: Told
    limits: Limits
    only: tuple[str, ...] = ()
    checked: Checked | None = None
    templates: Path | None = None
    paper: str = "letter"


def as_markdown(wanted: Wanted) -> Made:
    """The document as Markdown."""
    from lap.render import markdown
    from lap.show import escape

    return Made(markdown.write(_document(wanted), sandbox(wanted.templates, escape.markdown)))


def as_html(wanted: Wanted) -> Made:
    """The document as one page of HTML."""
    from lap.render import html
    from lap.render.page_data import of_document

    document = _document(wanted)
    metadata = of_document(document, wanted.told, wanted.limits, wanted.only)
    frame = html.Frame(size=CSS_PAPERS[wanted.paper], metadata=metadata)
    return Made(html.write(document, sandbox(wanted.templates), frame=frame))


def as_pdf(wanted: Wanted) -> Made:
    """The document as PDF. Raises CannotRun where what sets it is not installed."""
    from lap.render import typst
    from lap.render.pdf import pdf

    source = typst.write(_document(wanted), sandbox(wanted.templates, typst.escape), TYPST_PAPERS[wanted.paper])
    return pdf(source, wanted.templates)


def _document(wanted: Wanted) -> Document:
    document = whole(wanted.told, wanted.only, wanted.limits)
    document.foreign = own_words(wanted.told)
    if wanted.checked:
        document.sections.append(findings(wanted.checked, wanted.told))
    return document


CSS_PAPERS = {"letter": "letter", "a4": "A4"}
TYPST_PAPERS = {"letter": "us-letter", "a4": "a4"}
FORMATS: dict[str, Callable[[Wanted], Made]] = {"markdown": as_markdown, "html": as_html, "pdf": as_pdf}
