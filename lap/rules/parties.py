"""Rules on the parties of a plan, of the families A, L and C: who they are, and that each is there once, for something."""

from lap.findings import Word
from lap.language.likeness import twins
from lap.model.party import Party
from lap.model.plan import Plan
from lap.roles import acting, measuring, named
from lap.rule import ADVICE, WARNING, Found, at, rule

SECTORS = (
    "government", "civil-society", "oversight-body", "academia", "private-sector", "community", "individual",
)  # fmt: skip
SECTOR_WORDS = tuple(Word("=sector", sector) for sector in SECTORS)


@rule(
    "A110", WARNING, "5",
    "“{party}” is responsible for something, and its {key} is not stated.",
    "write one of: {sectors}",
)  # fmt: skip
def sector_stated(plan: Plan) -> Found:
    """The sector of every responsible party is stated.

    Whether a commitment is led by a public body and watched by someone else can only be seen when the plan says which
    is which. Asked are those who lead, implement, monitor or measure.

    Bad:
        parties:
          vendors-union:
            sector:  # <- A110

    Good:
        parties:
          vendors-union:
            sector: civil-society
    """
    for body in sorted((acting(plan) | measuring(plan)) & plan.parties.keys()):
        if plan.parties[body].sector is None:
            yield at("parties", body, "sector", party=plan.parties[body].label, sectors=SECTOR_WORDS)


@rule(
    "L111", ADVICE, "5",
    "“{party}” leads, implements or monitors, and names no person who is in charge.",
    "write under {key} an id, and below it the name and the position of that person",
)  # fmt: skip
def person_in_charge(plan: Plan) -> Found:
    """A body that leads, implements or monitors names the person in charge.

    The handbook regrets a plan that did not say which persons are in charge of its actions. A ministry
    does not answer the telephone; somebody in it does. Write the office and its address, nothing private.

    Bad:
        parties:
          transparency-institute:
            people:  # <- L111

    Good:
        parties:
          transparency-institute:
            people: {m-luz: {name: Marta Luz, position: Commissioner}}
    """
    for body in sorted(acting(plan) & plan.parties.keys()):
        party = plan.parties[body]
        if not party.people and party.sector != "individual":
            yield at("parties", body, "people", party=party.label)


@rule(
    "C110", ADVICE, "5",
    "“{party}” has no role in the plan.",
    "name it where it takes part, or take it out",
)  # fmt: skip
def party_has_role(plan: Plan) -> Found:
    """Every party has a role somewhere.

    A name in the list that nothing refers to was forgotten in the work plan, or dropped out on the way. Those who look
    for themselves in the plan want to know which.

    Bad:
        parties:
          chamber:  # <- C110
            name: Chamber of Commerce
            sector: private-sector

    Good:
        parties:
          chamber:
            name: Chamber of Commerce
            sector: private-sector
        secretariat:
          members: [public-works, vendors-union, transparency-institute, chamber]
    """
    for body in sorted(plan.parties.keys() - named(plan), key=list(plan.parties).index):
        yield at("parties", body, party=plan.parties[body].label)


@rule(
    "C111", WARNING, "5",
    "“{party}” and “{other}” look like the same body under two spellings.",
    "keep one and use its id everywhere; if they are two bodies, let their names tell them apart",
)  # fmt: skip
def party_stands_once(plan: Plan) -> Found:
    """No two parties are the same body under two spellings.

    A body listed twice has two lists of duties, and neither shows how much it carries. Names are compared without
    accents, capitals, stop words and legal forms; a body and its successor, or two of different levels or branches of
    government, are not the same.

    Bad:
        parties:
          works-office:
            name: Directorate for Public Work  # <- C111
            sector: government
        secretariat:
          members: [public-works, vendors-union, transparency-institute, works-office]

    Good:
        parties:
          water-office:
            name: Directorate of Water
            sector: government
        secretariat:
          members: [public-works, vendors-union, transparency-institute, water-office]
    """
    told: set[str] = set()
    for one, other in twins({body: party.label for body, party in plan.parties.items()}):
        first, second = plan.parties[one], plan.parties[other]
        if other not in told and not _told_apart(first, second):
            told.add(other)
            also = (("parties", one, "name"),)
            yield at("parties", other, "name", also=also, party=second.label, other=first.label)


def _told_apart(one: Party, other: Party) -> bool:
    """Whether something besides their names tells two parties apart."""
    succeeds = one.succeeded_by == other.id or other.succeeded_by == one.id
    levels = one.level and other.level and one.level != other.level
    branches = one.branch and other.branch and one.branch != other.branch
    return bool(succeeds or levels or branches)
