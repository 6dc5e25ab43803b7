"""How long a party is there: until its own end, or that of the administration it belongs to, and who comes after it."""

import datetime
from collections.abc import Iterator

from lap.model.party import Party
from lap.model.plan import Plan

PUBLIC = ("government", "oversight-body")
"""The sectors of public bodies; all others are society (§2.4: what is not the state)."""


def successors(body: str, plan: Plan) -> Iterator[str]:
    """The party that took over the duties of a party, the one that took over from that one, and so on; each once."""
    seen = {body}
    while (party := plan.parties.get(body)) and party.succeeded_by and party.succeeded_by not in seen:
        body = party.succeeded_by
        seen.add(body)
        yield body


def stays_until(day: datetime.date, body: str, plan: Plan) -> bool:
    """Whether a party, or one that takes over from it, is there on a day, as far as the plan tells.

    A party of the administration that promises is there until its term ends (`term-ends`); whoever takes over is not of
    that administration. A party that the plan does not list is given the benefit of the doubt.
    """
    party = plan.parties.get(body)
    if party is None or (_own(party, day) and not (_of_administration(party, plan) and _over(plan, day))):
        return True
    return any(later is None or _own(later, day) for later in map(plan.parties.get, successors(body, plan)))


def _own(party: Party, day: datetime.date) -> bool:
    return party.until is None or day <= party.until.last


def _over(plan: Plan, day: datetime.date) -> bool:
    return plan.term_ends is not None and day > plan.term_ends.last


def _of_administration(party: Party, plan: Plan) -> bool:
    """Whether a party leaves office with the administration: of its government, and of no other branch or level."""
    level = plan.jurisdiction.level if plan.jurisdiction else None
    here = not party.level or not level or party.level == level
    return party.sector == "government" and party.branch in (None, "executive") and here
