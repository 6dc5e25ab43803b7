"""What was proposed and what became of it, with the reason (§4)."""

from lap.model.proposal import Proposal
from lap.render.blocks import Grid, Section, Words
from lap.render.sections.links import link_to
from lap.render.told import Told, joined


def proposals(told: Told) -> Section:
    """Every proposal with its outcome and the reason for it."""
    rows = [_row(one, told) for one in told.plan.proposals.values()]
    columns = told.heads("Proposal", "From", "What was decided", "Why")
    grid = Grid(told.say("Proposals and what became of them"), columns, rows)
    return Section("proposals", told.say("What was proposed"), [grid])


def _row(one: Proposal, told: Told) -> list[Words]:
    made = told.plan.commitments.get(one.commitment)
    became = link_to(made) if made else None
    outcome = joined([told.phrase(one.outcome), became], ": ") or told.say("not yet decided")
    return [one.label, one.from_, outcome, one.reason]
