"""A plan without what can tell who spoke, where a meeting was held under the Chatham House Rule (§4).

The rule C108 asks that nothing of the kind be written at all; what is made of a plan leaves it out in any case.
"""

from lap.discretion import Discretion
from lap.model.making import CoCreation, Participants
from lap.model.plan import Plan
from lap.source.vocabulary import ENGLISH

FEW = range(1, 5)
APART = ("women", "men", "non_binary")


def discreet(plan: Plan) -> Plan:
    """The plan as it may be published: nothing in it says who spoke, or where a proposal came from that may not be told."""
    discretion = Discretion(plan, plan.language or ENGLISH)
    proposals = {
        key: one.model_copy(update={"from_": discretion.group(one.from_), "votes": discretion.votes(one.votes)})
        for key, one in plan.proposals.items()
    }
    events = [anonymous(one) for one in plan.co_creation]
    return plan.model_copy(update={"co_creation": events, "proposals": proposals})


def anonymous(event: CoCreation) -> CoCreation:
    """The event as it may be told: under the rule nobody is named, and nobody is counted among fewer than five."""
    if event.rule != "chatham-house":
        return event
    views = [one.model_copy(update={"from_": ""}) for one in event.views]
    came = event.participants
    return event.model_copy(update={"views": views, "participants": _counted(came) if came else None})


def _counted(came: Participants) -> Participants:
    """Counts of at least five; where one of those that make up the total is smaller, the others would give it away."""
    if came.total in FEW:
        return Participants()
    if any(getattr(came, name) in FEW for name in APART):
        return came.model_copy(update=dict.fromkeys(APART))
    return came
