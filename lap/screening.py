"""The three requirements that a proposal is screened by (§4, the third national plan): a cause, the 2030 Agenda, clear and viable.

Nothing is guessed: what is not said is open, and neither a yes nor a no.
"""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from lap.agenda_2030 import codes
from lap.known import tree_nodes
from lap.model.plan import Plan
from lap.model.problem import Cause
from lap.model.proposal import Proposal, Viable

Verdict = Literal["yes", "open", "no"]
How = Literal["held", "effects", "unknown", "no", "open", "unread"]
STAGES: tuple[Verdict, ...] = ("yes", "open", "no")
VIABLE = tuple(Viable.model_fields)[:4]
ASPECTS = ("clear", *VIABLE)


class Detail(NamedTuple):
    """What speaks for a requirement or against it: ids, codes or aspects, and how.

    `held` meet it; `effects` are named where a cause is asked for; `unknown` are in no list; `no` and `open` are the
    answers to what makes it clear and viable; `unread` stands there and cannot be read.
    """

    how: How
    names: tuple[str, ...]


class Requirement(NamedTuple):
    """One of the three requirements: whether it is met, and what that rests on."""

    verdict: Verdict
    details: tuple[Detail, ...]

    def named(self, *how: How) -> tuple[str, ...]:
        """The names that stand so."""
        return tuple(name for one in self.details if one.how in how for name in one.names)


class Screening(NamedTuple):
    """The three requirements: relates to an identified cause, contributes to the 2030 Agenda, is clear and viable."""

    cause: Requirement
    agenda: Requirement
    viable: Requirement

    @property
    def verdict(self) -> Verdict:
        """The worst of the three: no where one is not met, open where one is not answered yet, else yes."""
        return max((one.verdict for one in self), key=STAGES.index)


class Screen:
    """Screens the proposals of one plan; what they may name is looked up once."""

    def __init__(self, plan: Plan) -> None:
        nodes = {key: [node for _, node in tree_nodes(problem)] for key, problem in plan.problems.items()}
        self._nodes = {key: {node.id: isinstance(node, Cause) for node in found} for key, found in nodes.items()}
        self._all = {name: is_cause for found in self._nodes.values() for name, is_cause in found.items()}
        agenda = codes()
        self._codes = agenda.known | set(agenda.retired)

    def __call__(self, one: Proposal, unread: frozenset[str] = frozenset()) -> Screening:
        """The screening of a proposal; `unread` are its keys, and those below `viable`, that cannot be read."""
        return Screening(self.cause(one, unread), self.agenda(one, unread), viability(one, unread))

    def cause(self, one: Proposal, unread: frozenset[str] = frozenset()) -> Requirement:
        """Whether it relates to a cause of its problem; of any problem, where it names none that there is."""
        nodes = self._nodes.get(one.problem, self._all)
        found = _sorted((nodes_kind(nodes, name), name) for name in dict.fromkeys(one.addresses))
        return _named(found, "addresses" in unread)

    def agenda(self, one: Proposal, unread: frozenset[str] = frozenset()) -> Requirement:
        """Whether it names a goal, a target or an indicator of the 2030 Agenda."""
        written: Iterator[tuple[How, str]] = (
            ("held" if code in self._codes else "unknown", code) for code in dict.fromkeys(one.sdg)
        )
        return _named(_sorted(written), "sdg" in unread)


def nodes_kind(nodes: dict[str, bool], name: str) -> How:
    """What an id is among causes (true) and effects (false)."""
    if name not in nodes:
        return "unknown"
    return "held" if nodes[name] else "effects"


def viability(one: Proposal, unread: frozenset[str] = frozenset()) -> Requirement:
    """Whether it is clearly expressed and can be done: legally, financially, technically, and with the people there are."""
    answers = {"clear": one.clear, **{aspect: getattr(one.viable, aspect, None) for aspect in VIABLE}}
    ways: dict[str | None, How] = {"yes": "held", "no": "no", None: "open"}
    gone = {*unread, *(VIABLE if "viable" in unread else ())}
    details = _sorted(("unread" if name in gone else ways[answer], name) for name, answer in answers.items())
    left = {each.how for each in details}
    return Requirement("no" if "no" in left else "yes" if left == {"held"} else "open", details)


def _named(details: tuple[Detail, ...], unread: bool) -> Requirement:
    """A requirement that one right name meets."""
    if any(one.how == "held" for one in details):
        return Requirement("yes", details)
    if unread:
        return Requirement("open", (*details, Detail("unread", ())))
    return Requirement("no" if details else "open", details)


def _sorted(found: Iterable[tuple[How, str]]) -> tuple[Detail, ...]:
    """Names by what they are, in the order in which they were written."""
    kept: dict[How, list[str]] = {}
    for how, name in found:
        kept.setdefault(how, []).append(name)
    return tuple(Detail(how, tuple(names)) for how, names in kept.items())
