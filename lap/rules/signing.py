"""Family C, fourth part: who stands behind the plan (Chapter II, opening)."""

from lap.findings import Key
from lap.model.plan import Plan
from lap.roles import bodies, leads_and_monitors
from lap.rule import WARNING, Found, at, rule
from lap.terms import successors

NOT_YET_ADOPTED = ("draft", "consultation")


@rule(
    "C118", WARNING, "5",
    "The plan does not show that these have signed it: {missing}.",
    "write them under {by} of {signed}; who has not signed yet should do so, or give up the role",
)  # fmt: skip
def leads_and_monitors_signed(plan: Plan, as_adopted: bool) -> Found:
    """Every party that leads or monitors a commitment has signed the adopted plan.

    A signature turns “it would be good if you did” into “I will”. Those who are only told later feel bound by nothing.
    Where a body was succeeded by another one, the signature of the first counts; a draft is not asked.

    Bad:
        signed:
          by: [public-works, transparency-institute]  # <- C118

    Good:
        signed:
          by: [public-works, vendors-union, transparency-institute]
    """
    if plan.status in NOT_YET_ADOPTED and not as_adopted:
        return
    signed = bodies(plan.signed.by) if plan.signed else set()
    bound = signed | {heir for body in signed for heir in successors(body, plan)}
    asked = leads_and_monitors(plan) - bound
    missing = [party.label for body, party in plan.parties.items() if body in asked]
    if missing:
        fields = Key("signed", "by"), Key("plan", "signed")
        yield at("signed", "by", unless=(("status",),), missing=tuple(missing), by=fields[0], signed=fields[1])
