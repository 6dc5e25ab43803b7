"""Rankings and answers for programs: the published shapes of `lap rank --format json` (schemas/rank.schema.json)."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from lap import __version__
from lap.model.plan import Plan
from lap.model.proposal import Proposal
from lap.rank import Candidate, Placed, Ranking
from lap.response import Response
from lap.screening import ASPECTS, How, Requirement, Screening
from lap.show.encoded import encoded
from lap.show.rank_answers import answer
from lap.show.rank_words import Writer

VERSION = 1
ANSWERS: dict[How, str | None] = {"held": "yes", "no": "no"}


def ranking(made: Ranking, plan: Plan, language: str) -> str:
    """The ranking: those that have a place in their order, then the others. `language` is that of the plan's texts."""
    entries = [_entry(one.candidate, one) for one in made.placed] + [_entry(one, None) for one in made.apart]
    return encoded({**_head(made.what, plan, language), "entries": entries})


def answers(responses: Sequence[Response], writer: Writer) -> str:
    """The answers, in the order of the plan; their sentences are in the writer's language."""
    entries = [_answer(one, writer) for one in responses]
    return encoded({**_head("answers", writer.plan, writer.language), "entries": entries})


def _head(what: str, plan: Plan, language: str) -> dict[str, Any]:
    return {
        "rank": "lap",
        "version": VERSION,
        "lap": __version__,
        "of": what,
        "title": plan.title,
        "language": language,
    }


def _entry(one: Candidate, placed: Placed | None) -> dict[str, Any]:
    node = one.node
    entry: dict[str, Any] = {
        "place": placed.place if placed else None,
        "tied": bool(placed and placed.tied),
        "number": one.number,
        "id": node.id,
        "text": node.action if isinstance(node, Proposal) else node.statement,
        "urgency": _figure(node.urgency),
        "impact": _figure(node.impact),
        "score": _figure(one.score),
        "votes": node.votes,
        "missing": list(one.missing),
        "outcome": node.outcome,
        "reason": node.reason,
    }
    if isinstance(node, Proposal) and one.screening:
        entry |= {"problem": node.problem, "commitment": node.commitment, "screening": _screening(one.screening, node)}
    return entry


def _screening(found: Screening, node: Proposal) -> dict[str, Any]:
    return {
        "verdict": found.verdict,
        "cause": {**_named(found.cause), "effects": list(found.cause.named("effects"))},
        "agenda": _named(found.agenda),
        "viable": {
            "verdict": found.viable.verdict,
            **{aspect: _aspect(found.viable, aspect) for aspect in ASPECTS},
            "note": node.viable.note if node.viable else "",
        },
    }


def _named(one: Requirement) -> dict[str, Any]:
    return {"verdict": one.verdict, "held": list(one.named("held")), "unknown": list(one.named("unknown"))}


def _aspect(one: Requirement, aspect: str) -> str | None:
    """Its answer: yes or no; None for none."""
    return next((ANSWERS.get(each.how) for each in one.details if aspect in each.names), None)


def _answer(one: Response, writer: Writer) -> dict[str, Any]:
    made = answer(one, writer)
    return {
        "number": one.candidate.number,
        "id": one.proposal.id,
        "text": one.proposal.action,
        "from": one.group or None,
        "from_withheld": one.hidden,
        "outcome": one.proposal.outcome,
        "commitment": _commitment(one),
        "reason": one.proposal.reason,
        "answered": one.answered,
        "place": one.place.place if one.place else None,
        "tied": bool(one.place and one.place.tied),
        "votes": one.votes,
        "answer": [made.outcome, made.weighed],
    }


def _commitment(one: Response) -> dict[str, Any] | None:
    if one.commitment:
        return {"id": one.commitment.id, "title": one.commitment.title, "in_plan": True}
    return {"id": one.unknown, "title": "", "in_plan": False} if one.unknown else None


def _figure(value: Decimal | Fraction | None) -> int | float | None:
    """A score as a number: whole where it is, else rounded to six places."""
    if value is None:
        return None
    return int(value) if value == int(value) else round(float(value), 6)
