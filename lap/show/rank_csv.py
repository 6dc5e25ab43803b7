"""A ranking for a spreadsheet: a row for each proposal or problem, in their order."""

from collections.abc import Sequence

from lap.language.speech import english, said
from lap.model.problem import Problem
from lap.model.proposal import Proposal
from lap.rank import Candidate
from lap.show.rank_tables import screened
from lap.show.rank_words import BRIEFLY, OUTCOMES, Writer
from lap.show.table import Column, Table, as_csv

FIRST = (english("Place"), english("Number"), english("Id"))
OF_PROPOSAL = (
    english("Proposal"), english("Problem"), english("Requirements"), english("Relates to a cause"), english("2030 Agenda"),
    english("Clear and viable"),
)  # fmt: skip
OF_PROBLEM = (english("Problem"),)
SCORES = (
    english("Urgency"),
    english("Impact"),
    english("Urgency × impact"),
    english("Votes"),
    english("What was decided"),
)
LAST = (english("Why"), english("What is missing"))


def render(writer: Writer) -> str:
    """The whole ranking; those without a place come last."""
    own, last = (OF_PROPOSAL, (english("Commitment"), *LAST)) if writer.proposals else (OF_PROBLEM, LAST)
    columns = [Column(writer.say(head)) for head in (*FIRST, *own, *SCORES, *last)]
    rows = [_row(str(one.place), one.candidate, writer) for one in writer.ranking.placed]
    rows += [_row("", one, writer) for one in writer.ranking.apart]
    return as_csv(Table(columns, list(rows)))


def _row(place: str, one: Candidate, writer: Writer) -> Sequence[str]:
    node, votes = one.node, "" if one.node.votes is None else str(one.node.votes)
    scores = (*(writer.figure(each) for each in (node.urgency, node.impact, one.score)), votes)
    outcome = said(OUTCOMES[node.outcome], writer.language) if node.outcome else ""
    first, missing = (place, str(one.number), node.id), writer.missing(one).replace("\n", "; ")
    if isinstance(node, Problem):
        return (*first, node.statement, *scores, outcome, node.reason, missing)
    return (*first, node.action, node.problem, *_screened(one, writer), *scores, outcome, *_end(node), missing)


def _screened(one: Candidate, writer: Writer) -> tuple[str, ...]:
    assert one.screening
    cells = screened(one, one.screening, writer)
    return (said(BRIEFLY[one.screening.verdict], writer.language), *(cell.replace("\n", "; ") for cell in cells))


def _end(node: Proposal) -> tuple[str, str]:
    return node.commitment, node.reason
