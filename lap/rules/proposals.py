"""Family N: the three requirements that a selected proposal is screened by (§4)."""

from lap.findings import Key
from lap.model.plan import Plan
from lap.model.proposal import Proposal
from lap.rule import ADVICE, WARNING, Found, at, rule
from lap.screening import Screen, viability


@rule(
    "N101", WARNING, "4",
    "“{proposal}” was selected, and relates to no cause of a problem in the plan.",
    "write under {key} the ids of the causes that it acts on",
)  # fmt: skip
def relates_to_a_cause(plan: Plan) -> Found:
    """A selected proposal relates to an identified cause.

    This is the first of the three requirements of the third national plan (§4). An action that touches no cause leaves the
    problem as it is, however good it sounds, and an effect that is eased comes back. An id that leads nowhere is told by
    Y208.

    Bad:
        proposals:
          public-register:
            action: Enrol the vendors in a public register
            addresses:  # <- N101
            sdg: ["8.3"]
            clear: yes
            viable: {legal: yes, financial: yes, technical: yes, human: yes}
            urgency: 5
            impact: 4
            outcome: selected
            commitment: registry

    Good:
        proposals:
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
    """
    screen = Screen(plan)
    for key, one in plan.proposals.items():
        cause = screen.cause(one)
        if one.outcome == "selected" and cause.verdict != "yes" and not cause.named("unknown"):
            yield at("proposals", key, "addresses", proposal=one.label)


@rule(
    "N102", ADVICE, "4",
    "“{node}” was selected, and no goal of the 2030 Agenda is named that it contributes to.",
    "write under {key} the code of a goal or a target, such as 16.6",
)  # fmt: skip
def contributes_to_agenda(proposal: Proposal) -> Found:
    """A selected proposal contributes to the 2030 Agenda.

    This is the second requirement (§4). The Agenda was agreed on by all countries; a plan that says which of its goals an
    action serves can be compared with others, and can ask for help with it.

    Bad:
        proposals:
          public-register:
            action: Enrol the vendors in a public register
            addresses: [no-register]
            sdg:  # <- N102
            clear: yes
            viable: {legal: yes, financial: yes, technical: yes, human: yes}
            urgency: 5
            impact: 4
            outcome: selected
            commitment: registry

    Good:
        proposals:
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
    """
    if proposal.outcome == "selected" and not proposal.sdg:
        yield at("sdg")


@rule(
    "N103", WARNING, "4",
    "“{node}” was selected, and under {key} it has no yes for: {missing}.",
    "answer each of them; where one is no, change what is proposed until it is yes, or take back {outcome}",
)  # fmt: skip
def is_viable(proposal: Proposal) -> Found:
    """A selected proposal is viable: the law allows it, there is money for it, it can be done, and there are people to do it.

    This is the third requirement (§4). To ask the four questions one by one takes ten minutes in a meeting; a promise that
    fails on one of them is found out when it is late.

    Bad:
        proposals:
          public-register:
            action: Enrol the vendors in a public register
            addresses: [no-register]
            sdg: ["8.3"]
            clear: yes
            viable: {legal: yes, financial: no, technical: yes}  # <- N103
            urgency: 5
            impact: 4
            outcome: selected
            commitment: registry

    Good:
        proposals:
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
    """
    missing = [name for name in viability(proposal).named("no", "open") if name != "clear"]
    if proposal.outcome == "selected" and missing:
        named = tuple(Key("viable", name) for name in missing)
        yield at("viable", missing=named, outcome=Key("proposal", "outcome"))


@rule(
    "N108", WARNING, "4",
    "“{node}” was selected, and it is not said that it is clearly expressed.",
    "read it aloud to someone who was not there; if it is understood, write yes under {key}, otherwise say it anew",
)  # fmt: skip
def is_clear(proposal: Proposal) -> Found:
    """A selected proposal is clearly expressed.

    It belongs to the third requirement (§4). What each one in the room understands differently is promised by nobody, and
    nobody can tell afterwards whether it was done.

    Bad:
        proposals:
          public-register:
            action: Strengthen the links with the vendors
            addresses: [no-register]
            sdg: ["8.3"]
            clear: no  # <- N108
            viable: {legal: yes, financial: yes, technical: yes, human: yes}
            urgency: 5
            impact: 4
            outcome: selected
            commitment: registry

    Good:
        proposals:
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
    """
    if proposal.outcome == "selected" and proposal.clear != "yes":
        yield at("clear")
