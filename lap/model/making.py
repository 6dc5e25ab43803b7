"""How the plan was made: the secretariat and its agreements, the record of participation, the metrics."""

from typing import Literal

from lap.model.base import Node
from lap.model.dates import Date
from lap.model.links import Source, Url
from lap.model.numbers import Count, Share, Year
from lap.model.words import Frequency

Event = Literal[
    "call",
    "public-consultation",
    "open-session",
    "working-group",
    "feedback",
    "secretariat-session",
    "indigenous-consultation",
    "training",
    "signing",
    "other",
]


class Agreement(Node):
    """A decision of the secretariat, with the dissent that was stated (§1.1, §4)."""

    date: Date | None = None
    """When it was decided."""

    text: str = ""
    """What was decided, in a sentence."""

    method: Literal["consensus", "vote"] | None = None
    """How it was decided: by consensus or by vote."""

    for_: Count | None = None
    """How many voted for it."""

    against: Count | None = None
    """How many voted against it."""

    dissent: list[str] = []
    """What those who disagreed said, expressly and assertively stated (§1.1)."""


class Secretariat(Node):
    """The Local Technical Secretariat: where government and society meet and decide (§2.3, Glossary)."""

    established: Date | None = None
    """When it was set up."""

    members: list[str] = []
    """The ids of the parties that sit on it, or persons as party/person."""

    meets: Frequency | None = None
    """How often it meets: weekly, monthly, quarterly, …"""

    minutes: Url = ""
    """Where its minutes can be read."""

    agreements: list[Agreement] = []
    """What it decided, dissent included (§1.1, §4)."""


class Call(Node):
    """The invitation to take part: a widespread one (§2.4)."""

    date: Date | None = None
    """When it was published."""

    url: Url = ""
    """Where it was published."""

    languages: list[str] = []
    """The codes of the languages it was published in, such as es or hch."""


class Participants(Node):
    """Who took part, counted in persons."""

    total: Count | None = None
    """How many persons took part."""

    women: Count | None = None
    """How many of them were women."""

    men: Count | None = None
    """How many of them were men."""

    non_binary: Count | None = None
    """How many of them were non-binary."""

    groups: list[str] = []
    """The groups they belonged to, above all those in vulnerable situations (§2.7)."""


class View(Node):
    """Something that was said."""

    from_: str = ""
    """Who said it: the id of a party or free text; never under the Chatham House Rule (§4)."""

    about: str = ""
    """What it was said about: the id of a problem, a proposal or a commitment."""

    text: str = ""
    """What was said."""


class CoCreation(Node):
    """One event of the co-creation: the record of who was invited, who came and what was said (§4, §5)."""

    stage: Event | None = None
    """What kind of event it was, such as a call, a public consultation, a working group or feedback (§4)."""

    title: str = ""
    """What the event is called."""

    start: Date | None = None
    """When it began."""

    end: Date | None = None
    """When it ended."""

    call: Call | None = None
    """How people were invited (§2.4)."""

    place: str = ""
    """Where it was held, on the web or on the ground."""

    participants: Participants | None = None
    """Who took part, counted in persons."""

    inclusion: list[str] = []
    """What helped everyone to take part: interpretation, translation, travel costs (§2.4, §2.7)."""

    rule: Literal["open", "chatham-house"] | None = None
    """Whether speakers may be named; under the Chatham House Rule neither names nor affiliations (§4)."""

    record: Url = ""
    """Where the record of the event can be read."""

    views: list[View] = []
    """What was said."""


class Metrics(Node):
    """Grades of the Open Government Metrics, 0 to 1, of one institution or of the whole (§3.1)."""

    year: Year | None = None
    """The edition of the Metrics, a year of four digits."""

    of: str = ""
    """The id of the party graded; without it the grades are of the whole."""

    transparency: Share | None = None
    """The grade for transparency, 0 to 1 (§3.1)."""

    participation: Share | None = None
    """The grade for participation, 0 to 1 (§3.1)."""

    overall: Share | None = None
    """The overall open-government grade, 0 to 1 (§3.1)."""

    source: Source = ""
    """Where the grades were published."""
