"""The public problem, its diagnosis and its tree of causes and effects (§3, §3.1, §4.1)."""

from typing import Literal

from lap.model.base import Named, Node
from lap.model.dates import Date
from lap.model.links import Source, Url
from lap.model.numbers import Count, Number, Score


class Evidence(Node):
    """One finding of the diagnosis (§3.1)."""

    finding: str = ""
    """What was found, in a sentence."""

    value: Number | None = None
    """The figure found, in `unit`."""

    unit: str = ""
    """The unit of the figure, such as percent or persons."""

    date: Date | None = None
    """When it was measured or published."""

    source: Source = ""
    """Who found it, and where it was published."""

    url: Url = ""
    """Where it can be read."""


class Perspective(Node):
    """How one group sees the problem: the affected speak for themselves (§3.1 d)."""

    from_: str = ""
    """Who sees it so: a group of people, or the id of a party."""

    view: str = ""
    """What they say, best in their own words."""


class Effect(Named):
    """What the problem brings about: the top of the tree (§3.1, §4.1)."""

    text: str = ""
    """The effect, in a sentence."""

    end: str = ""
    """Its counterpart in the tree of objectives: the end that is sought, a sentence (§4.1)."""

    effects: dict[str, "Effect"] = {}
    """What this effect brings about in its turn, by id."""


class Cause(Named):
    """What gives rise to the problem: the bottom of the tree (§3.1, §4.1)."""

    text: str = ""
    """The cause, in a sentence."""

    kind: Literal["necessary", "sufficient", "contributing"] | None = None
    """Necessary (no problem without it), sufficient (brings it about alone) or contributing (§3.1 c)."""

    means: str = ""
    """Its counterpart in the tree of objectives: the state in which the cause is gone (§4.1)."""

    leads_to: list[str] = []
    """The ids of other causes that it brings about: the interrelationship among causes (§3.1)."""

    set_aside: str = ""
    """Why the plan leaves this cause alone: "Can we act on this issue?" (§4)."""

    causes: dict[str, "Cause"] = {}
    """What gives rise to this cause in its turn, by id: asking why again and again (§4)."""


class Problem(Named):
    """A public problem that commitments set out to solve (§3)."""

    statement: str = ""
    """The problem as a situation that people suffer, in a sentence; not as the lack of a solution (§3.1)."""

    population: str = ""
    """Who suffers it (§3)."""

    where: str = ""
    """Where it occurs (§3.1)."""

    since: Date | None = None
    """Since when it has been suffered."""

    tried: list[str] = []
    """What has been tried before: it was not solved through the traditional channels (§3)."""

    manifests: str = ""
    """How the problem shows itself (§4)."""

    evidence: list[Evidence] = []
    """The findings of the diagnosis (§3.1)."""

    perspectives: list[Perspective] = []
    """How those affected and others see it (§3.1 d)."""

    effects: dict[str, Effect] = {}
    """What it brings about, by id: the top of the tree (§4.1)."""

    causes: dict[str, Cause] = {}
    """What gives rise to it, by id: the bottom of the tree (§4.1)."""

    objective: str = ""
    """The statement turned positive: the trunk of the tree of objectives (§4.1)."""

    urgency: Score | None = None
    """How urgent the change is, 1 (least) to 5 (most), as of a proposal (§4)."""

    impact: Score | None = None
    """How far solving it would transform the context, 1 (least) to 5 (most), as of a proposal (§4)."""

    votes: Count | None = None
    """How many votes it got."""

    outcome: Literal["taken-up", "postponed", "referred"] | None = None
    """What became of it: taken up by the plan, postponed, or referred to whom it concerns."""

    reason: str = ""
    """Why that became of it."""
