"""The order of proposals and of problems by urgency, impact and votes, after the screening (§4, the third national plan).

A place is one more than the number of those that come before it, so what is equal shares a place, and the order of the
file decides nothing. What is not scored has no place.
"""

import math
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

from lap.model.plan import Plan
from lap.model.problem import Problem
from lap.model.proposal import Proposal
from lap.screening import STAGES, Screen, Screening
from lap.source.span import Route

What = Literal["proposals", "problems"]
SCORES = ("urgency", "impact")
HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A proposal or a problem to be ranked. `number` counts from 1 in the order of the plan; a problem is not screened.

    `unread` are its keys whose values stand there and cannot be read.
    """

    number: int
    node: Proposal | Problem
    screening: Screening | None = None
    unread: frozenset[str] = frozenset()

    @property
    def missing(self) -> tuple[str, ...]:
        """Which of urgency and impact are not written, or cannot be read."""
        return tuple(name for name in SCORES if getattr(self.node, name) is None)

    @property
    def score(self) -> Fraction | None:
        """Urgency × impact, from 1 to 25, exact; None where one of them is missing."""
        urgency, impact = self.node.urgency, self.node.impact
        return None if urgency is None or impact is None else Fraction(urgency) * Fraction(impact)

    @property
    def key(self) -> tuple[int, Fraction, int]:
        """What it is ordered by, the smaller first: the screening, urgency × impact, votes. No votes written are none."""
        stage = STAGES.index(self.screening.verdict) if self.screening else 0
        return stage, -(self.score or Fraction(0)), -(self.node.votes or 0)


class Placed(NamedTuple):
    """A candidate with its place, from 1; `tied` where it shares it."""

    place: int
    tied: bool
    candidate: Candidate


class Ranking(NamedTuple):
    """All candidates in the order of the plan; those that have a place, in their order; and those without scores, apart."""

    what: What
    candidates: tuple[Candidate, ...]
    placed: tuple[Placed, ...]
    apart: tuple[Candidate, ...]


def rank_proposals(plan: Plan, broken: Collection[Route] = ()) -> Ranking:
    """The proposals of a plan, screened and ordered. `broken` are the routes of values that cannot be read."""
    screen, unread = Screen(plan), _unread("proposals", broken)
    made = (
        Candidate(number, one, screen(one, gone := unread(key)), gone)
        for number, (key, one) in enumerate(plan.proposals.items(), 1)
    )
    return rank("proposals", tuple(made))


def rank_problems(plan: Plan, broken: Collection[Route] = ()) -> Ranking:
    """The problems of a plan, ordered. `broken` are the routes of values that cannot be read."""
    unread = _unread("problems", broken)
    made = (Candidate(number, one, None, unread(key)) for number, (key, one) in enumerate(plan.problems.items(), 1))
    return rank("problems", tuple(made))


def rank(what: What, candidates: tuple[Candidate, ...]) -> Ranking:
    """The order of some candidates; those of one place stand in the order of the plan."""
    scored = sorted((one for one in candidates if not one.missing), key=lambda one: one.key)
    placed: list[Placed] = []
    for here, one in enumerate(scored):
        after_equal = here > 0 and scored[here - 1].key == one.key
        before_equal = here + 1 < len(scored) and scored[here + 1].key == one.key
        place = placed[-1].place if after_equal else here + 1
        placed.append(Placed(place, after_equal or before_equal, one))
    return Ranking(what, candidates, tuple(placed), tuple(one for one in candidates if one.missing))


def _unread(section: What, broken: Collection[Route]) -> Callable[[str], frozenset[str]]:
    """The keys of each node of a section that cannot be read; of those below its keys, the last of their route."""
    keys: dict[str, set[str]] = {}
    for route in broken:
        if route[:1] == (section,) and len(route) > 2:
            keys.setdefault(str(route[1]), set()).add(str(route[-1]))
    return lambda key: frozenset(keys.get(key, ()))


def grid(ranking: Ranking) -> dict[tuple[int, int], tuple[Candidate, ...]]:
    """The scored candidates by urgency and impact, each from 1 to 5; fractions are rounded, halves upwards."""
    cells: dict[tuple[int, int], list[Candidate]] = {}
    for one in ranking.candidates:
        if one.node.urgency is not None and one.node.impact is not None:
            cells.setdefault((_whole(one.node.urgency), _whole(one.node.impact)), []).append(one)
    return {cell: tuple(found) for cell, found in cells.items()}


def _whole(score: Decimal) -> int:
    return math.floor(Fraction(score) + HALF)


def is_rounded(candidates: Sequence[Candidate]) -> bool:
    """Whether the grid shows one of them in another place than its scores say."""
    scores = (getattr(one.node, name) for one in candidates if not one.missing for name in SCORES)
    return any(score != _whole(score) for score in scores)


class Overtaken(NamedTuple):
    """A selected proposal and the first discarded one that ranks above it."""

    selected: Placed
    discarded: Placed


def overtaken(ranking: Ranking) -> Iterator[Overtaken]:
    """Each selected proposal that ranks below a discarded one; a shared place is not below."""
    first = next((one for one in ranking.placed if one.candidate.node.outcome == "discarded"), None)
    if first is not None:
        for one in ranking.placed:
            if one.candidate.node.outcome == "selected" and one.place > first.place:
                yield Overtaken(one, first)
