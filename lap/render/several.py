"""The files of a site: of one plan, or of several with an overview of all of them."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lap.checking import Judged
from lap.exchange.downloads import downloads
from lap.language.speech import english
from lap.limits import Limits
from lap.render.blocks import Document, Grid, Ref, Section, Words
from lap.render.feed import feed
from lap.render.holding import full_sections
from lap.render.html import Frame, Nav, write
from lap.render.own_words import own_words
from lap.render.page_data import of_page
from lap.render.pages import pages
from lap.render.sections import title_page
from lap.render.sections.headline import lights, shares
from lap.render.sections.panel import previous_half_year
from lap.render.site import Subject, framed, href_from, places, worked_out
from lap.render.templates import sandbox
from lap.render.told import Told, joined
from lap.scoring import Score, score

if TYPE_CHECKING:
    from jinja2 import Environment


class Plan(NamedTuple):
    """A plan to be put on a site: the name of its folder among others, and what its pages are made of."""

    name: str
    told: Told
    judged: list[Judged]
    limits: Limits


def site(plans: Sequence[Plan], since: datetime.date | None, templates: Path | None, size: str) -> dict[str, bytes]:
    """Every file of the site, by its path."""
    environment = sandbox(templates)
    made: dict[str, bytes] = {}
    rows: list[list[Words]] = []
    for one in plans:
        folder = f"{one.name}/" if len(plans) > 1 else ""
        subject = worked_out(one.told, one.judged, one.limits)
        for name, raw in files_of(subject, since, environment, size, several=len(plans) > 1):
            made[folder + name] = raw
        rows.append(_row(one, subject.score, plans[0].told.language))
    if len(plans) > 1:
        made["index.html"] = _overview(plans[0].told, rows, environment, size)
    return made


def files_of(
    subject: Subject, since: datetime.date | None, environment: "Environment", size: str, *, several: bool
) -> Iterator[tuple[str, bytes]]:
    """The pages and downloads of one plan."""
    told = subject.told
    earlier = since or previous_half_year(subject.score, subject.limits.goal_months)
    before = score(told.plan, earlier, subject.limits, subject.log)
    every = list(pages(subject, before))
    known = places(every)
    extra = [Nav(told.say("All plans"), "../index.html")] if several else []
    foreign = own_words(told)
    for page in every:
        page.document.foreign = foreign
        frame = framed(page, every, told, extra, size)._replace(metadata=of_page(page.path, subject, known))
        yield page.path, write(page.document, environment, href_from(page.path, known), frame).encode()
    yield "feed.xml", feed(told).encode()
    yield from downloads(told, subject.score)


def _overview(told: Told, rows: list[list[Words]], environment: "Environment", size: str) -> bytes:
    """The plans side by side: compliance, lights, what is overdue in silence; each by the day and words of the first."""
    heads = told.heads("Plan", "Place", "Indicators", "Compliance", "Government", "Civil society")
    grid = Grid(
        told.say("How they stand on {day}", day=told.date(told.today)),
        [*heads, *told.heads(figures=[english("Activities overdue in silence")])],
        rows,
    )
    title, number = told.say("Local Action Plans"), told.count(len(rows), "{n} plan", "{n} plans")
    kept = full_sections([Section("plans", told.say("All plans"), [grid])])
    stamp = [(told.say("As of"), told.date(told.today)), (told.say("Plans"), number)]
    document = Document(title, told.language, [], kept, stamp=stamp)
    return write(document, environment, lambda name: f"{name}/index.html", Frame(size=size)).encode()


def _row(one: Plan, made: Score, language: str) -> list[Words]:
    told = replace(one.told, language=language)
    where = told.plan.jurisdiction
    errors = told.count(told.mistakes, "{n} error", "{n} errors") if told.mistakes else ""
    return [
        joined([Ref(title_page.title(told) if told.plan.title else one.name, one.name), errors], "; "),
        where.name if where else "",
        joined(lights(made.indicators, told), " "),
        *shares(made.compliance, told),
        str(len(made.silent)),
    ]
