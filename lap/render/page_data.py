"""The linked data that stands inside pages: of a site's pages, and of a document that is one page."""

from collections.abc import Container, Sequence

from lap.exchange.downloads import listed
from lap.exchange.linked_data import commitment, dataset, in_page, report
from lap.limits import Limits
from lap.render.blocks import Document
from lap.render.html import inside
from lap.render.site import Subject, href_from, path_of
from lap.render.told import Told
from lap.scoring import score

HOME, DATA = "index.html", "data.html"
DOCUMENT = "#content"
"""The element of a page that holds all of it."""


def of_page(page: str, subject: Subject, known: Container[str]) -> str:
    """What a page says of itself to programs: the home page and the page of data the whole plan, a commitment's itself."""
    told, href, up = subject.told, href_from(page, known), "../" * page.count("/")
    if page in (HOME, DATA):
        plan = report(told, subject.score, HOME, href)
        return in_page([plan, dataset(told, DATA, HOME, listed(told))])
    found = [one for one in subject.score.commitments if path_of(f"commitment/{one.commitment.id}") == page]
    return in_page(commitment(one, told, up + HOME, href) for one in found) if found else ""


def of_document(document: Document, told: Told, limits: Limits, only: Sequence[str] = ()) -> str:
    """What a document says of itself: the plan with all its commitments, or just with some."""
    made = score(told.plan, told.today, limits)
    if only:
        made = made._replace(commitments=tuple(one for one in made.commitments if one.commitment.id in only))
    return in_page([report(told, made, DOCUMENT, inside(document))])
