"""A commitment: what is promised, to whom, by whom and with what (§5, §5.1, §5.2)."""

from collections.abc import Iterator
from typing import NamedTuple

from lap.model.agendas import Agendas
from lap.model.base import Named, Node
from lap.model.indicator import Indicator
from lap.model.links import Url
from lap.model.resources import Resources
from lap.model.words import Frequency, PhaseName
from lap.model.work_plan import Activity, Phases, Stage


class Ogp(Node):
    """A place in the registry of the Open Government Partnership."""

    id: str = ""
    """The id in the registry."""

    url: Url = ""
    """The page in the registry."""


class Pillars(Node):
    """How a commitment serves the pillars of open government, one sentence each (§3 premise 4)."""

    transparency: str = ""
    """How it makes information public."""

    participation: str = ""
    """How people take part in it."""

    accountability: str = ""
    """Who answers for it, and to whom."""

    innovation: str = ""
    """What is done in a new way, civic or technological."""


class Responsible(Node):
    """Who answers for a commitment, who carries it out and who watches (§5, §5.1)."""

    lead: str = ""
    """The id of the public body that answers for the whole (§5.1)."""

    implement: list[str] = []
    """Who carries it out: ids of parties, or persons as party/person (§5)."""

    monitor: list[str] = []
    """Who accompanies and monitors, from outside government: parties, or persons as party/person (§5.1)."""


class FollowUp(Node):
    """How it is ensured that the commitment is kept (§5.1, question 5)."""

    how: str = ""
    """What is reviewed, in a sentence."""

    frequency: Frequency | None = None
    """How often: weekly, monthly, quarterly, …"""

    by: list[str] = []
    """Who does it: ids of parties, or persons as party/person."""


class PlacedActivity(NamedTuple):
    """An activity and where it stands in its commitment."""

    route: tuple[str, ...]
    """The keys that lead from the commitment to it: (stages, id, activities, id) or (activities, id)."""

    stage: Stage | None
    """The stage it stands in; None in a flat list."""

    phase: PhaseName | None
    """The stage's phase, else the activity's own."""

    activity: Activity
    """The activity itself."""


class Commitment(Named):
    """A promise to help solve a public problem, with its work plan and its indicators (§5)."""

    title: str = ""
    """What the commitment is called, briefly."""

    problem: list[str] = []
    """The ids of the problems that it helps to solve (§5.1, question 1)."""

    addresses: list[str] = []
    """The ids of the causes (or effects) that it acts on (§4.1)."""

    population: str = ""
    """Who benefits: the target segment of the population (§5.1, question 2)."""

    groups: list[str] = []
    """The groups in vulnerable situations that it serves (§2.7)."""

    where: str = ""
    """Where it is carried out."""

    status_quo: str = ""
    """What exists already, before the commitment."""

    objective: str = ""
    """The end it serves: a verb, the result, the target population and the goal (§5.1, question 2)."""

    commitment: str = ""
    """What is promised: "To (full infinitive) … by (means)" (§5.1)."""

    contribution: str = ""
    """How it helps to solve the problem (§5, requirement 3)."""

    pillars: Pillars | None = None
    """How it serves transparency, participation, accountability and innovation (§3 premise 4)."""

    responsible: Responsible | None = None
    """Who answers for it, who carries it out and who watches (§5.1, question 4)."""

    legal_basis: str = ""
    """The legal ground on which the lead acts (§5.1)."""

    follow_up: FollowUp | None = None
    """How it is ensured that the commitment is kept (§5.1, question 5)."""

    key_actions: list[str] = []
    """The actions that are key to it (§5.1)."""

    challenges: list[str] = []
    """The challenges to be faced (§5.1)."""

    suggestions: list[str] = []
    """Suggestions to carry it out effectively (§5.1)."""

    resources: Resources | None = None
    """What it takes: money, people, contributions in kind (§2.9)."""

    sdg: list[str] = []
    """Codes of goals, targets or indicators of the 2030 Agenda, such as 8.8 (§2.6)."""

    agendas: Agendas | None = None
    """How it contributes to the cross-cutting agendas (§5.2)."""

    subject: str = ""
    """Its policy area, in free text (§5.1)."""

    policy_areas: list[str] = []
    """Its policy areas, as tags."""

    ogp: Ogp | None = None
    """Its place in the registry of the Open Government Partnership."""

    phases: Phases | None = None
    """Stated totals of the phases, in calendar days (§5.1)."""

    stages: dict[str, Stage] = {}
    """The stages of the work plan, by id, with their activities (§5.1)."""

    activities: dict[str, Activity] = {}
    """The activities, by id, where the work plan is one flat list (§5.1, question 3)."""

    indicators: dict[str, Indicator] = {}
    """The indicators, by id (§5 requirement 5, §5.3)."""

    def all_activities(self) -> Iterator[PlacedActivity]:
        """Yield every activity of the work plan, in the order of the file, those in stages first."""
        for key, stage in self.stages.items():
            for name, activity in stage.activities.items():
                route = ("stages", key, "activities", name)
                yield PlacedActivity(route, stage, stage.phase or activity.phase, activity)
        for name, activity in self.activities.items():
            yield PlacedActivity(("activities", name), None, activity.phase, activity)
