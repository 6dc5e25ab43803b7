"""Family A, second part: whoever leads a commitment may do what it takes (§5.1)."""

from collections.abc import Iterator

from lap.findings import Key, Word
from lap.language.powers import powers_asked_for
from lap.model.commitment import Commitment
from lap.model.plan import Plan
from lap.roles import taking_part
from lap.rule import ADVICE, WARNING, Found, at, rule


@rule(
    "A104", WARNING, "5.1",
    "It is not stated what allows “{lead}” to carry out “{node}”.",
    "write the article of the law under {basis} here, or under {mandate} of that party",
)  # fmt: skip
def mandate_stated(commitment: Commitment, plan: Plan) -> Found:
    """The mandate of the lead is stated, on the party or as the legal basis of the commitment.

    A public body may only do what the law lets it do. If it turns out halfway that another one would have been in
    charge, the commitment stands still; one article, looked up beforehand, spares that.

    Bad:
        parties:
          public-works:
            mandate:
        commitments:
          registry:
            responsible:
              lead: public-works  # <- A104
            legal-basis:

    Good:
        parties:
          public-works:
            mandate:
        commitments:
          registry:
            legal-basis: Trade Regulation, art. 12
    """
    lead = plan.parties.get(commitment.responsible.lead) if commitment.responsible else None
    if lead and not lead.mandate and not commitment.legal_basis:
        fields = Key("commitment", "legal-basis"), Key("party", "mandate")
        yield at("responsible", "lead", unless=(("legal-basis",),), lead=lead.label, basis=fields[0], mandate=fields[1])


@rule(
    "A105", ADVICE, "5.1",
    "“{words}”, in “{node}”, is for another branch of government ({branch}) to do, and nobody of it takes part.",
    "add such a body under {responsible}, or write what “{lead}” itself can do, such as to propose it",
)  # fmt: skip
def branch_involved(commitment: Commitment, plan: Plan, language: str) -> Found:
    """What only another branch of government can do involves that branch.

    A ministry cannot change a law, and neither it nor the congress can hand down a sentence. A commitment that needs
    such a step can be kept only if those who can take it have said that they will. Bodies whose branch is not stated,
    such as a town hall, are not asked.

    Bad:
        parties:
          public-works: {branch: executive}
        commitments:
          registry:
            commitment: To reform the law on street trade by enrolling every vendor in a public register  # <- A105

    Good:
        parties:
          public-works: {branch: executive}
        commitments:
          registry:
            commitment: To propose a reform of the law on street trade by enrolling every vendor in a public register
    """
    lead = plan.parties.get(commitment.responsible.lead) if commitment.responsible else None
    if not lead or not lead.branch:
        return
    involved: set[str | None] = {party.branch for body in taking_part(commitment) if (party := plan.parties.get(body))}
    for path, text, label in _promises(commitment):
        for power in powers_asked_for(text, language):
            if power.branch not in involved:
                involved.add(power.branch)
                branch, responsible = Word("=branch", power.branch), Key("commitment", "responsible")
                yield at(
                    *path, node=label, words=power.words, branch=branch, responsible=responsible, lead=lead.label,
                )  # fmt: skip


def _promises(commitment: Commitment) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """The sentences that say what will be done, each with its place and with what it is part of."""
    yield ("objective",), commitment.objective, commitment.label
    yield ("commitment",), commitment.commitment, commitment.label
    for placed in commitment.all_activities():
        yield (*placed.route, "activity"), placed.activity.activity, placed.activity.label
