"""Candidate actions, and how they were screened (§4)."""

from typing import Literal

from lap.model.base import Named, Node
from lap.model.numbers import Count, Score
from lap.model.words import YesNo


class Viable(Node):
    """Whether an action can be done (§4)."""

    legal: YesNo | None = None
    """Whether the law allows it, yes or no."""

    financial: YesNo | None = None
    """Whether there is money for it, yes or no."""

    technical: YesNo | None = None
    """Whether it can be done technically, yes or no."""

    human: YesNo | None = None
    """Whether there are people to do it, yes or no."""

    note: str = ""
    """What stands behind the answers."""


class Proposal(Named):
    """An action proposed by someone, before it is selected, merged with another or discarded (§4)."""

    action: str = ""
    """What should be done, in a sentence."""

    from_: str = ""
    """The working group that the proposal came from (§4)."""

    effect: str = ""
    """The answer to "What is the expected effect of this action?" (§4)."""

    problem: str = ""
    """The id of the problem that it helps to solve."""

    addresses: list[str] = []
    """The ids of the causes that it acts on (§4)."""

    sdg: list[str] = []
    """Codes of goals, targets or indicators of the 2030 Agenda, such as 8.8 (§2.6, §4)."""

    clear: YesNo | None = None
    """Whether it is clearly expressed, yes or no (§4)."""

    viable: Viable | None = None
    """Whether it can be done: legally, financially, technically and with the people there are (§4)."""

    urgency: Score | None = None
    """How urgent it is, given the situation, 1 (least) to 5 (most) (§4)."""

    impact: Score | None = None
    """How far it would transform the context, 1 (least) to 5 (most) (§4)."""

    votes: Count | None = None
    """How many votes it got (§4)."""

    outcome: Literal["selected", "merged", "discarded"] | None = None
    """What became of it: selected, merged with another, or discarded."""

    commitment: str = ""
    """The id of the commitment that it became or became part of."""

    reason: str = ""
    """Why that became of it."""
