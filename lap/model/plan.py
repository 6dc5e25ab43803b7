"""A whole plan: everything that one file, or one folder, says."""

from typing import Literal

from lap.model.base import Node
from lap.model.commitment import Commitment, Ogp
from lap.model.dates import Date
from lap.model.indicator import Thresholds
from lap.model.links import Source, Url
from lap.model.making import CoCreation, Metrics, Secretariat
from lap.model.party import Party
from lap.model.problem import Problem
from lap.model.progress import Change, Comment, Evaluation, ProgressEntry
from lap.model.proposal import Proposal
from lap.model.words import Level


class Jurisdiction(Node):
    """The territory whose plan it is."""

    name: str = ""
    """The name of the municipality, state, region or country."""

    level: Level | None = None
    """The level of government: municipality, state, region or national."""

    country: str = ""
    """The country's code of two letters (ISO 3166-1), such as MX; it decides how decimals are written."""

    code: str = ""
    """The territory's code in official statistics, such as INEGI's in Mexico."""


class Period(Node):
    """The time that the plan covers."""

    start: Date | None = None
    """Its first day; a month or a year means the first day of it."""

    end: Date | None = None
    """Its last day; a month or a year means the last day of it."""


class Signed(Node):
    """The signing of the plan (Chapter II, opening)."""

    date: Date | None = None
    """When it was signed."""

    by: list[str] = []
    """Who signed: ids of parties, or persons as party/person."""

    document: Url = ""
    """Where the signed document can be read."""


class Alignment(Node):
    """A general objective that the plan serves (§4.1)."""

    instrument: str = ""
    """The planning instrument that states it, such as a development plan."""

    objective: str = ""
    """The general objective."""

    url: Url = ""
    """Where the instrument can be read."""


class Plan(Node):
    """A Local Action Plan: who promises what, why, by when, and what became of it.

    Validate with ``context={"comma": comma_country(country)}``, so that numbers are read as there.
    """

    lap: str = ""
    """The version of the format: 1."""

    title: str = ""
    """What the plan is called."""

    language: Literal["en", "es"] | None = None
    """The language of its texts: en or es."""

    jurisdiction: Jurisdiction | None = None
    """The territory whose plan it is."""

    period: Period | None = None
    """The time that it covers."""

    term_ends: Date | None = None
    """When the administration that promises leaves office."""

    status: Literal["draft", "consultation", "adopted", "closed"] | None = None
    """How far it is: draft, consultation, adopted or closed; without it a plan is judged as adopted."""

    adopted: Date | None = None
    """When it was adopted."""

    signed: Signed | None = None
    """Who signed it, when and where (Chapter II, opening)."""

    submitted: Date | None = None
    """When it was sent to the body that registers plans, if any."""

    ogp: Ogp | None = None
    """Its place in the registry of the Open Government Partnership, if any."""

    summary: str = ""
    """What the plan is about, in a few sentences."""

    published_at: Url = ""
    """Where the public reads it; work plans must be public (Glossary)."""

    license: str = ""
    """The licence of its text and data, such as CC-BY-4.0."""

    repository: Url = ""
    """Where it is edited; links to suggest a change and to comment lead there."""

    contact: Source = ""
    """How to reach those who keep the plan: an e-mail address, or a sentence."""

    thresholds: Thresholds | None = None
    """The traffic light of all indicators that state none of their own (§5.3)."""

    alignment: list[Alignment] = []
    """The general objectives that it serves (§4.1)."""

    parties: dict[str, Party] = {}
    """Everyone with a role, by id; the rest of the plan refers to them by it."""

    secretariat: Secretariat | None = None
    """The Local Technical Secretariat (§2.3, Glossary)."""

    co_creation: list[CoCreation] = []
    """The record of participation, event by event (§4, §5)."""

    metrics: list[Metrics] = []
    """Grades of the Open Government Metrics, 0 to 1 (§3.1)."""

    problems: dict[str, Problem] = {}
    """The public problems, by id (§3)."""

    proposals: dict[str, Proposal] = {}
    """Candidate actions and how they were screened, by id (§4)."""

    commitments: dict[str, Commitment] = {}
    """What is promised, by id (§5)."""

    progress: list[ProgressEntry] = []
    """What happened, newest last; entries are added and never rewritten (§1.6, §5.3)."""

    comments: list[Comment] = []
    """The public's remarks and the answers given to them (§1.6)."""

    evaluations: list[Evaluation] = []
    """What independent bodies found (§1.6)."""

    changes: list[Change] = []
    """Why a promise moved after the plan was adopted (§3 premise 3)."""
