"""The reasoned response: what became of each proposal, and what can be told of where it came from (§4, steps 7 and 8)."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from lap.discretion import Discretion
from lap.model.commitment import Commitment
from lap.model.plan import Plan
from lap.model.proposal import Proposal
from lap.rank import Candidate, Placed, Ranking

Kind = Literal["selected", "merged", "discarded", "undecided"]


class Response(NamedTuple):
    """What became of one proposal.

    `commitment` is the one that it is in now, and `unknown` the id where the plan has none of that id. `place` is None
    where it was not scored. `group` is the working group it came from, and `votes` are its votes; "" and None where
    they are not written or could tell who spoke, and `hidden` is whether the group is withheld for that.
    """

    candidate: Candidate
    kind: Kind
    commitment: Commitment | None
    unknown: str
    place: Placed | None
    group: str
    votes: int | None
    hidden: bool

    @property
    def proposal(self) -> Proposal:
        """The proposal itself."""
        assert isinstance(self.candidate.node, Proposal)
        return self.candidate.node

    @property
    def answered(self) -> bool:
        """Whether those who proposed it know what became of it: it was decided, and not discarded without a reason."""
        return self.kind in ("selected", "merged") or (self.kind == "discarded" and bool(self.proposal.reason.strip()))


def responses(ranking: Ranking, plan: Plan, language: str) -> Iterator[Response]:
    """The response to each proposal, in the order of the plan; `language` is that of the plan's texts."""
    places, discretion = {id(one.candidate): one for one in ranking.placed}, Discretion(plan, language)
    for candidate in ranking.candidates:
        one = candidate.node
        assert isinstance(one, Proposal)
        kind: Kind = one.outcome or "undecided"
        named = one.commitment if kind in ("selected", "merged") else ""
        made = plan.commitments.get(named)
        group, votes = discretion.group(one.from_), discretion.votes(one.votes)
        place, hidden = places.get(id(candidate)), bool(one.from_) and not group
        yield Response(candidate, kind, made, "" if made else named, place, group, votes, hidden)
