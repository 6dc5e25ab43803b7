"""What happened: the log of progress, the public's comments, evaluations and changes (§1.6, §5.3)."""

from typing import Literal

from lap.model.base import Node
from lap.model.dates import Date
from lap.model.links import Source, Url
from lap.model.numbers import Measure, Percent


class ProgressEntry(Node):
    """One report, on one day, about an activity, an indicator or a commitment as a whole; never rewritten."""

    date: Date | None = None
    """The day that the entry speaks of."""

    commitment: str = ""
    """The id of the commitment it is about: a word on the whole, why it was met, delayed or not (§1.6)."""

    activity: str = ""
    """The activity it is about, as commitment/activity."""

    indicator: str = ""
    """The indicator it is about, as commitment/indicator."""

    status: Literal["not-started", "in-progress", "done", "delayed", "cancelled"] | None = None
    """How the activity stands that day: not started, in progress, done, delayed or cancelled."""

    percent: Percent | None = None
    """How much of the activity is done, 0 to 100."""

    value: Measure | None = None
    """The indicator's value: a number in its unit, or a word of its scale."""

    verdict: Literal["confirmed", "disputed", "not-verifiable"] | None = None
    """What whoever monitors found: confirmed, disputed or not verifiable (§5.3, against "simulation")."""

    evidence: list[Source] = []
    """Where the proof is: addresses, or sentences such as "minutes of 3 March, folio 23" (§5.3)."""

    note: str = ""
    """The reason, above all of a delay, a cancellation or a late start."""

    by: str = ""
    """Who reports: the id of a party, or a person as party/person."""


class Reply(Node):
    """An answer to a comment (§1.6)."""

    date: Date | None = None
    """When it was given."""

    by: str = ""
    """Who answers: the id of a party, or a person as party/person."""

    text: str = ""
    """The answer."""


class Comment(Node):
    """A remark of the public, and the answers given to it (§1.6)."""

    date: Date | None = None
    """When it was made."""

    about: str = ""
    """What it is about: a commitment, commitment/activity or commitment/indicator; else the plan."""

    from_: str = ""
    """Who made it, if they want to be named."""

    text: str = ""
    """The remark."""

    url: Url = ""
    """Where it was made."""

    replies: list[Reply] = []
    """The answers, in the order in which they were given."""


class Evaluation(Node):
    """What an independent body found (§1.6)."""

    date: Date | None = None
    """When it was published."""

    by: str = ""
    """Who evaluated: the id of a party, or a person as party/person."""

    kind: Literal["mid-term", "final", "other"] | None = None
    """Whether it came in the middle of the plan, at its end, or at another time."""

    findings: list[str] = []
    """What was found, a sentence each."""

    recommendations: list[str] = []
    """What is recommended, a sentence each."""

    url: Url = ""
    """Where it can be read."""


class Change(Node):
    """Why a promise moved after the plan was adopted (§3 premise 3)."""

    date: Date | None = None
    """When it was decided."""

    about: str = ""
    """What moved: a commitment, commitment/activity or commitment/indicator."""

    what: str = ""
    """What about it moved, such as the target's date."""

    reason: str = ""
    """Why it moved."""

    decided_by: str = ""
    """Who decided it, and where."""
