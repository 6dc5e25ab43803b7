"""Family N, second part: the order of proposals, and what became of them (§4)."""

from lap.findings import Key
from lap.model.plan import Plan
from lap.model.proposal import Proposal
from lap.rank import overtaken, rank_proposals
from lap.rule import ADVICE, WARNING, Found, at, rule


@rule(
    "N104", ADVICE, "4",
    "“{proposal}” has no place in the order, because this is not scored: {missing}.",
    "write a number from 1 (least) to 5 (most) under each",
)  # fmt: skip
def is_scored(plan: Plan) -> Found:
    """Urgency and impact of a proposal are scored.

    What is proposed is compared by two criteria (§4): how urgent the change is, and how far it would transform the
    context. Without scores the choice cannot be followed by anybody who was not there. What was discarded because it does
    not meet a requirement need not be scored.

    Bad:
        proposals:
          lamps:
            action: Light the twelve markets
            urgency: 3
            impact:  # <- N104
        commitments: {registry: {title: Register of street vendors}}  # <- N106

    Good:
        proposals:
          lamps: {action: Light the twelve markets, urgency: 3, impact: 2}
          register: {action: Enrol the vendors, urgency: 5, impact: 4, commitment: registry}
    """
    for one in rank_proposals(plan).apart:
        failed = one.screening is not None and one.screening.verdict == "no"
        if not (failed and one.node.outcome == "discarded"):
            missing = tuple(Key("proposal", name) for name in one.missing)
            yield at("proposals", one.node.id, one.missing[0], proposal=one.node.label, missing=missing)


@rule(
    "N105", WARNING, "4",
    "“{node}” was discarded, and nothing says why.",
    "write under {key}, in a sentence, what spoke against it",
)  # fmt: skip
def discarded_with_reason(proposal: Proposal) -> Found:
    """A discarded proposal carries a reason.

    Whoever proposed something gave time and trust. A no with a reason is an answer; a no without one teaches people that
    taking part is of no use.

    Bad:
        proposals:
          lamps: {action: Light the twelve markets, urgency: 3, impact: 2, outcome: discarded, reason: }  # <- N105
          register: {action: Enrol the vendors, urgency: 5, impact: 4, commitment: registry}

    Good:
        proposals:
          lamps: {action: Light the twelve markets, urgency: 3, impact: 2, outcome: discarded, reason: The state lights them in 2026}
          register: {action: Enrol the vendors, urgency: 5, impact: 4, commitment: registry}
    """
    if proposal.outcome == "discarded" and not proposal.reason.strip():
        yield at("reason")


@rule(
    "N106", ADVICE, "4",
    "“{commitment}” comes from no proposal that the plan records.",
    "write its id under {origin} of the proposal that it comes from, or record that proposal",
)  # fmt: skip
def comes_from_a_proposal(plan: Plan) -> Found:
    """A commitment comes from a proposal, when the plan records proposals.

    Where people are asked for proposals, and a commitment then comes from none of them, they will ask who wanted it. A
    plan that records no proposals is not asked; a proposal that was discarded does not count.

    Bad:
        proposals:
          lamps: {action: Light the twelve markets, urgency: 3, impact: 2}
        commitments:
          registry:  # <- N106
            title: Register of street vendors

    Good:
        proposals:
          lamps: {action: Light the twelve markets, urgency: 3, impact: 2}
          register: {action: Enrol the vendors, urgency: 5, impact: 4, commitment: registry}
    """
    origins = {one.commitment for one in plan.proposals.values() if one.outcome != "discarded"}
    links = tuple(("proposals", key, "commitment") for key in plan.proposals)
    for key, one in plan.commitments.items() if plan.proposals else ():
        if key not in origins:
            yield at("commitments", key, unless=links, commitment=one.label, origin=Key("proposal", "commitment"))


@rule(
    "N107", WARNING, "4",
    "“{proposal}” was selected and “{other}”, which ranks above it, was discarded; nothing says why.",
    "write under {key} what spoke for it",
)  # fmt: skip
def preferred_with_reason(plan: Plan) -> Found:
    """A selected proposal that ranks below a discarded one carries a reason.

    The order (“lap rank” shows it) does not decide, people do, and they may have good reasons to choose otherwise. But
    then those who voted must be able to read them. Proposals without scores are not in the order.

    Bad:
        proposals:
          lamps:
            action: Light the twelve markets
            addresses: [no-register]
            sdg: ["11.7"]
            clear: yes
            viable: {legal: yes, financial: yes, technical: yes, human: yes}
            urgency: 5
            impact: 5
            outcome: discarded
            reason: The state lights them in 2026
          public-register:
            action: Enrol the vendors in a public register
            addresses: [no-register]
            sdg: ["8.3"]
            clear: yes
            viable: {legal: yes, financial: yes, technical: yes, human: yes}
            urgency: 5
            impact: 4
            outcome: selected
            commitment: registry
            reason:  # <- N107

    Good:
        proposals:
          lamps:
            action: Light the twelve markets
            addresses: [no-register]
            sdg: ["11.7"]
            clear: yes
            viable: {legal: yes, financial: yes, technical: yes, human: yes}
            urgency: 5
            impact: 5
            outcome: discarded
            reason: The state lights them in 2026
          public-register:
            action: Enrol the vendors in a public register
            addresses: [no-register]
            sdg: ["8.3"]
            clear: yes
            viable: {legal: yes, financial: yes, technical: yes, human: yes}
            urgency: 5
            impact: 4
            outcome: selected
            commitment: registry
            reason: A stall that is on no list gets no lamp
    """
    for selected, discarded in overtaken(rank_proposals(plan)):
        node, other = selected.candidate.node, discarded.candidate.node
        if not node.reason.strip():
            place = ("proposals", node.id)
            yield at(*place, "reason", also=(("proposals", other.id),), proposal=node.label, other=other.label)
