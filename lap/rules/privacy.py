"""Family C, fifth part: what enters a public plan stays public (§1.2)."""

from lap.language.privacy import may_hold_private_data, private_data
from lap.model.party import Party, Person
from lap.model.plan import Plan
from lap.rule import WARNING, Found, at, rule
from lap.texts import Text, strings, texts

PLACES = ("where", "place", "contact", "url")


@rule(
    "C113", WARNING, "1.2",
    "“{found}”, under {key} of “{owner}”, looks like private data.",
    "take it out, or write what belongs to the office; what has once been public cannot be called back",
)  # fmt: skip
def no_private_data(plan: Plan) -> Found:
    """The plan holds no private data.

    A plan is public and keeps its old versions, so whatever stands in it once can be found for ever. Personal e-mail
    addresses, private telephones, the CURP and home addresses do not belong in it; those of an office do.

    Bad:
        parties:
          public-works:
            people:
              r-luna:
                email: rosa.luna.1980@gmail.com  # <- C113

    Good:
        parties:
          public-works:
            people:
              r-luna:
                email: markets@example.org
    """
    if may_hold_private_data("\n".join(strings(plan))):
        for one in texts(plan):
            of_place = bool({*PLACES}.intersection(one.route[-2:]))
            if found := private_data(one.text, _of_person(one), of_place):
                yield at(*one.route, found=found, owner=one.label or plan.title)


def _of_person(one: Text) -> bool:
    return isinstance(one.node, Person) or (isinstance(one.node, Party) and one.node.sector == "individual")
