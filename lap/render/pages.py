"""A plan as a small static site: a home page with the control panel, and a page for each thing that people ask for.

The pages are made of the sections that documents are made of.
"""

import datetime
from collections.abc import Iterator

from lap.deadlines import between, deadlines, still_open
from lap.pace import months_later
from lap.render.blocks import Block, Document, Facts, Grid, Outline, Paragraph, Ref, Section, Words
from lap.render.holding import full_sections
from lap.render.sections import (
    due,
    glossary,
    making,
    open_data,
    panel,
    parties,
    problems,
    proposals,
    public,
    steps,
    taking_part,
    title_page,
    work_plan,
)
from lap.render.sections.commitments import commitment
from lap.render.sections.design import design
from lap.render.sections.now import now
from lap.render.sections.worked_out import worked_out
from lap.render.site import HOME, Page, Subject, file_name
from lap.render.told import Told
from lap.scoring import CommitmentScore, Score
from lap.since import changes

AHEAD = 6
"""Months of the calendar that are told in days."""


def pages(subject: Subject, since: Score) -> Iterator[Page]:
    """Every page of a plan; the panel tells what changed since an earlier day. Of what the plan does not have there is none."""
    return (one for one in _every(subject, since) if one.document.sections or not one.nav or one.path == HOME)


def _every(subject: Subject, since: Score) -> Iterator[Page]:
    told, plan = subject.told, subject.told.plan
    yield Page(HOME, _home(subject, since), told.say("Control panel"))
    yield Page("problems.html", _problems(told), told.say("Problems"))
    for problem in plan.problems.values():
        yield Page(f"problems/{file_name(problem.id)}.html", _problem(problems.problem(problem, told), told))
    for one in subject.score.commitments:
        yield Page(f"commitments/{file_name(one.commitment.id)}.html", _commitment(one, subject))
    yield Page("calendar.html", _calendar(subject), told.say("Calendar"))
    spoken = [public.comments(told), taking_part.plan(told)]
    yield Page("comments.html", _page(told, told.say("Comments"), spoken), told.say("Comments"))
    yield Page("parties.html", _parties(told), told.say("Who takes part"))
    for party in plan.parties.values():
        section = parties.party(party, told)
        section.blocks.append(parties.tasks(party, subject.score, told))
        yield Page(f"parties/{file_name(party.id)}.html", _party(section, told))
    made = _page(told, told.say("How well the plan is made"), [design(subject.judged, told)])
    yield Page("smart.html", made, told.say("Design"))
    yield Page("data.html", _page(told, told.say("Open data"), open_data.open_data(told)), told.say("Data"))
    yield Page("formulas.html", _formulas(subject))


def _page(told: Told, title: str, sections: list[Section], lead: str = "", over: Words = "") -> Document:
    return Document(title, told.language, [], full_sections(sections), lead, over=over)


def _single(section: Section, told: Told, over: Words) -> Document:
    """A page that is one section: its title becomes the page's, its blocks the page's sections."""
    inner = [block for block in section.blocks if isinstance(block, Section)]
    loose: list[Block] = [block for block in section.blocks if not isinstance(block, Section)]
    first = Section(f"{section.id}/card", told.say("At a glance"), loose)
    return _page(told, section.title, [first, *inner], section.lead, over)


def _home(subject: Subject, since: Score) -> Document:
    """The panel, and below it what the plan is and how it was made."""
    told = subject.told
    difference = changes(since, subject.score, subject.log)
    about = title_page.summary(told)
    about.title = told.say("About this plan")
    about.blocks.append(Facts(title_page.facts_of(told)))
    outside = Section(
        "outside", told.say("From outside, and since adoption"), [public.evaluations(told), public.moved(told)]
    )
    shown = panel.panel(subject.score, difference, subject.limits, told)
    return title_page.titled(told, full_sections([shown, about, making.making(told), outside]), facts=False)


def _problems(told: Told) -> Document:
    """The problems with both of their trees, and what was proposed."""
    made: list[Section] = []
    for one in told.plan.problems.values():
        trees: list[Block] = [block for block in problems.problem(one, told).blocks if isinstance(block, Outline)]
        words = told.say("Evidence and perspectives: {problem}", problem=one.label)
        link = Paragraph((Ref(words, f"problem/{one.id}"),))
        made.append(Section(f"trees/{one.id}", one.label, [link, *trees]))
    return _page(told, told.say("Problems and their trees"), [*made, proposals.proposals(told)])


def _problem(section: Section, told: Told) -> Document:
    return _single(section, told, Ref(told.say("Public problem"), "problems"))


def _party(section: Section, told: Told) -> Document:
    return _single(section, told, Ref(told.say("Takes part in the plan"), "parties"))


def _commitment(one: CommitmentScore, subject: Subject) -> Document:
    told, made = subject.told, one.commitment
    section = commitment(made, subject.log, told)
    section.blocks[1:1] = [now(one, told)]
    section.blocks += [
        public.progress(made, subject.log, told),
        public.comments(told, public.about(made.id, told)),
        taking_part.commitment(made, told),
    ]
    return _single(section, told, Ref(told.say("Commitment"), "panel"))


def _calendar(subject: Subject) -> Document:
    """What falls due in the next months, then the work plan of every commitment."""
    told = subject.told
    last = months_later(told.today, AHEAD) - datetime.timedelta(days=1)
    coming = between(still_open(deadlines(told.plan), subject.log, told.today), told.today, last)
    made = [due.due(coming, told.today, last, told)]
    for one in told.plan.commitments.values():
        section = work_plan.work_plan(one, told)
        section.title = one.label
        made.append(section)
    return _page(told, told.say("Calendar: who does what by when"), made)


def _parties(told: Told) -> Document:
    heads = told.heads("Who", "Sector", "Mandate or expertise")
    rows: list[list[Words]] = [
        [Ref(one.label, f"party/{one.id}"), told.phrase(one.sector), one.mandate or one.expertise]
        for one in told.plan.parties.values()
    ]
    grid = Grid(told.say("Parties"), heads, rows)
    return _page(told, told.say("Who takes part"), [Section("parties", told.say("Everyone with a role"), [grid])])


def _formulas(subject: Subject) -> Document:
    """How compliance came about, every indicator's arithmetic step by step, and the words it is told in."""
    told = subject.told
    indicators = [steps.steps(one, told) for one in subject.score.indicators]
    for section, one in zip(indicators, subject.score.indicators, strict=True):
        section.title = one.measured.indicator.label
    title = told.say("How every figure of {day} is worked out", day=told.date(told.today))
    return _page(told, title, [worked_out(subject.score, told), *indicators, glossary.glossary(told)])
