"""What the pages of a site have in common: their places, where references lead from them, and what stands around them."""

import hashlib
import re
from collections.abc import Callable, Container, Iterable
from typing import NamedTuple

from lap.checking import Judged
from lap.language.speech import shortened
from lap.limits import Limits
from lap.log import Log
from lap.render.blocks import Document, Words
from lap.render.holding import sections_of
from lap.render.html import Frame, Nav, anchor
from lap.render.sections import title_page
from lap.render.told import Told
from lap.scoring import Score, score
from lap.source.canonical import folded_id


class Page(NamedTuple):
    """A page: its path in the site, its document, and whether the navigation leads to it, under which words."""

    path: str
    document: Document
    nav: str = ""


class Subject(NamedTuple):
    """All that a plan's pages are made from, worked out once."""

    told: Told
    score: Score
    log: Log
    judged: list[Judged]
    limits: Limits


HOME = "index.html"
FOLDERS = {"commitment": "commitments", "problem": "problems", "party": "parties"}
PAGES = {
    "formulas": "formulas.html",
    "steps": "formulas.html",
    "problems": "problems.html",
    "proposals": "problems.html",
    "parties": "parties.html",
    "glossary": "formulas.html",
    "comments": "comments.html",
}


NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")


def file_name(key: str) -> str:
    """The name of the page of something with an id; one that could lead elsewhere or is too long gets another."""
    if NAME.fullmatch(key):
        return key
    told_apart = hashlib.sha256(key.encode("utf-8", "backslashreplace")).hexdigest()[:12]
    return f"{folded_id(key)[:40]}-{told_apart}".strip("-")


def path_of(target: str) -> str:
    """The page of a part of the plan, with the fragment where it is not the whole page."""
    kind, _, rest = target.partition("/")
    if kind == "file":
        return rest
    if kind in FOLDERS and rest:
        key, _, inner = rest.partition("/")
        return f"{FOLDERS[kind]}/{file_name(key)}.html" + (f"#{anchor(target)}" if inner else "")
    return PAGES.get(kind, HOME) + (f"#{anchor(target)}" if kind == "steps" else "")


def places(every: Iterable[Page]) -> frozenset[str]:
    """Every page, and every section of a page with its fragment: what there is to be led to."""
    found = {one.path for one in every}
    sections = ((one.path, section) for one in every for section in sections_of(one.document.sections))
    return frozenset(found | {f"{path}#{anchor(section.id)}" for path, section in sections})


def href_from(page: str, known: Container[str] | None = None) -> Callable[[str], str]:
    """Where references lead from a page: relative, so that the site works from any folder and from a disk.

    With `known`, what is not among these places leads nowhere, which is "".
    """
    up = "../" * page.count("/")

    def href(target: str) -> str:
        path = path_of(target)
        there = known is None or path in known or target.startswith("file/")
        return up + path if there else ""

    return href


def framed(page: Page, every: list[Page], told: Told, extra: list[Nav], size: str, feed: bool = True) -> Frame:
    """What stands around a page: the same on every page, in the same place."""
    up = "../" * page.path.count("/")
    nav = [Nav(one.nav, up + one.path, one.path == page.path) for one in every if one.nav]
    nav += [Nav(one.text, up + one.href, one.href == page.path) for one in extra]
    name = shortened(title_page.title(told))
    return Frame(
        nav, name, f"{up}{HOME}", _foot(told), feed=f"{up}feed.xml" if feed else "", size=size,
        contents=page.path != HOME,
    )  # fmt: skip


def _foot(told: Told) -> list[Words]:
    """What stands below every page: the day, the version, the contact, the terms."""
    foot: list[Words] = [told.say("As of {day}.", day=told.date(told.today))]
    if told.version:
        foot.append(told.say("Made from version {version} of the plan.", version=title_page.version(told)))
    if told.plan.contact:
        foot.append(told.put("Contact: {contact}", contact=title_page.contact(told.plan.contact)))
    if told.plan.license:
        foot.append(told.say("Licence of text and data: {licence}.", licence=told.plan.license))
    return foot


def worked_out(told: Told, judged: list[Judged], limits: Limits) -> Subject:
    """The arithmetic of a plan's pages, once for all of them."""
    log = Log(told.plan)
    return Subject(told, score(told.plan, told.today, limits, log), log, judged, limits)
