"""The work plan of a commitment: phases, stages, activities and what they deliver (§5.1)."""

from lap.model.base import Named, Node
from lap.model.dates import Date
from lap.model.links import Url
from lap.model.numbers import Days
from lap.model.words import PhaseName


class Phase(Node):
    """The stated total of a phase (§5.1)."""

    days: Days | None = None
    """Calendar days from the first start to the last end of all its stages, both included."""


class Phases(Node):
    """The two phases of a work plan, with their stated totals (§5.1)."""

    internal: Phase | None = None
    """The phase within the government."""

    external: Phase | None = None
    """The phase with those outside the government."""


class Deliverable(Node):
    """A thing that an activity hands over (§5.1)."""

    name: str = ""
    """What is handed over."""

    url: Url = ""
    """Where it can be found."""

    due: Date | None = None
    """The day by which it is handed over; without one, the end of its activity."""


class Activity(Named):
    """A task of the work plan with its own dates and its own responsible parties (§5.1)."""

    activity: str = ""
    """What is to be done, in a sentence that begins with an infinitive (§5.1)."""

    stage: str = ""
    """The stage it belongs to, where activities stand in one flat list (§5.1)."""

    phase: PhaseName | None = None
    """The phase it belongs to, internal or external, where activities stand in one flat list (§5.1)."""

    start: Date | None = None
    """Its first day; a month or a year means the first day of it (§5.1)."""

    end: Date | None = None
    """Its last day; a month or a year means the last day of it (§5.1)."""

    days: Days | None = None
    """Its stated length in calendar days, start and end included (§5.1)."""

    responsible: list[str] = []
    """Who does it: ids of parties, or persons as party/person; not inherited from the commitment (§5)."""

    monitor: list[str] = []
    """Who watches that it is done: ids of parties, or persons as party/person (§5)."""

    after: list[str] = []
    """Activities that must end first: ids within the commitment, or commitment/activity."""

    outcomes: list[str] = []
    """What is expected to come of it (§5.1)."""

    deliverables: list[Deliverable] = []
    """What it hands over (§5.1)."""

    verification: list[str] = []
    """Means of verification: how anyone can see that it was done (Glossary)."""

    observations: str = ""
    """Remarks (§5.1)."""


class Stage(Named):
    """A part of the work plan: activities that belong together (§5.1)."""

    title: str = ""
    """What the stage is called."""

    phase: PhaseName | None = None
    """The phase it belongs to, internal or external; its activities take it over (§5.1)."""

    days: Days | None = None
    """Its stated total in calendar days, from its first start to its last end, both included (§5.1)."""

    activities: dict[str, Activity] = {}
    """The stage's activities, by id; the ids are unique within the commitment."""
