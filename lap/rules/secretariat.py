"""Family C, second part: the technical secretariat, who sits on it, and what it decided (§1.1, Glossary)."""

from lap.findings import Word
from lap.model.making import Secretariat
from lap.model.plan import Plan
from lap.roles import bodies
from lap.rule import ADVICE, WARNING, Found, at, rule
from lap.terms import PUBLIC, successors


@rule(
    "C101", WARNING, "Glossary",
    "The plan has no technical secretariat.",
    "write under {key} who sits on it and how often it meets",
)  # fmt: skip
def has_secretariat(plan: Plan) -> Found:
    """There is a technical secretariat.

    It is the table at which government and civil society meet for as long as the plan lasts. Without it the plan is
    written together and carried out apart.

    Bad:
        secretariat:  # <- C101

    Good:
        secretariat:
          members: [public-works, vendors-union, transparency-institute]
    """
    if plan.secretariat is None:
        yield at("secretariat")


@rule(
    "C102", WARNING, "Glossary",
    "Nobody on the technical secretariat comes from: {missing}.",
    "add under {key} the ids of such parties",
)  # fmt: skip
def both_sides_sit(secretariat: Secretariat, plan: Plan) -> Found:
    """Government and civil society sit on the technical secretariat.

    One side alone can only talk to itself. Civil society is all that is not the state: organisations, communities,
    universities, companies, persons. Where the sector of a member is not stated, nothing is said.

    Bad:
        secretariat:
          members: [public-works, transparency-institute]  # <- C102

    Good:
        secretariat:
          members: [public-works, vendors-union, transparency-institute]
    """
    sectors = _sectors(secretariat, plan)
    missing = [] if "government" in sectors else ["government"]
    if not sectors.difference(PUBLIC):
        missing.append("civil-society")
    if missing and None not in sectors:
        yield at("members", missing=tuple(Word("=sector", sector) for sector in missing))


@rule(
    "C103", WARNING, "2",
    "No oversight body sits on the technical secretariat.",
    "add under {key} the oversight body or, where it no longer exists, the body that took over its duties",
)  # fmt: skip
def oversight_body_sits(secretariat: Secretariat, plan: Plan) -> Found:
    """The oversight body, or its successor, sits on the technical secretariat.

    The bodies that guard the right to information have brought the two sides together from the first plans on. Where
    such a body was closed, whoever took over its duties has its place; the plan says so on the old one.

    Bad:
        secretariat:
          members: [public-works, vendors-union]  # <- C103

    Good:
        secretariat:
          members: [public-works, vendors-union, transparency-institute]
    """
    guards = {body for body, party in plan.parties.items() if party.sector == "oversight-body"}
    guards |= {heir for body in guards for heir in successors(body, plan)}
    members = bodies(secretariat.members)
    if members and members.isdisjoint(guards) and None not in _sectors(secretariat, plan):
        yield at("members")


def _sectors(secretariat: Secretariat, plan: Plan) -> set[str | None]:
    """The sectors of the members; None is among them where one is not known."""
    parties = [plan.parties.get(body) for body in bodies(secretariat.members)]
    return {party.sector if party else None for party in parties}


@rule(
    "C119", ADVICE, "1.1",
    "In the record of the secretariat, {key} is missing.",
    "write each decision with its date and how it was taken and, where some were against it, what they said",
)  # fmt: skip
def agreements_recorded(secretariat: Secretariat) -> Found:
    """Agreements of the secretariat are recorded, dissent included.

    Stakeholders may dissent, and what they said is “expressly and assertively stated”. It often turns out later to
    have been the point. Dissent is asked for where somebody voted against.

    Bad:
        secretariat:
          agreements:
            - date: 2024-11-20
              text: The plan has one commitment
              method: vote
              for: 2
              against: 1
              dissent:  # <- C119

    Good:
        secretariat:
          agreements:
            - date: 2024-11-20
              text: The plan has one commitment
              method: vote
              for: 2
              against: 1
              dissent: [A commitment on water was wanted]
    """
    if not secretariat.agreements:
        yield at("agreements")
    for place, agreement in enumerate(secretariat.agreements):
        if agreement.against and not agreement.dissent:
            yield at("agreements", place, "dissent")
