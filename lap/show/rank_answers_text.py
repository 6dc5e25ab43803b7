"""The reasoned response as Markdown (what is published), as text, and for a spreadsheet."""

from collections.abc import Iterator, Sequence

from lap.language.speech import english, said
from lap.paper import Page, Paper, paper_of, wrapped
from lap.response import Response
from lap.show.escape import markdown
from lap.show.rank_answers import Answer, groups, introduction, title
from lap.show.rank_words import OUTCOMES, Writer
from lap.show.table import Column, Table, as_csv

HEADS = (
    english("Number"), english("Id"), english("Proposal"), english("From"), english("What was decided"), english("Commitment"),
    english("Why"), english("Answered"), english("Answer"),
)  # fmt: skip


def as_markdown(responses: Sequence[Response], writer: Writer) -> str:
    """The answers in Markdown, a heading for each working group and each proposal."""
    parts = [f"# {markdown(title(writer))}", *map(markdown, introduction(responses, writer))]
    for group in groups(responses, writer):
        parts += [f"## {markdown(group.name)}"] if group.name else []
        for one in group.answers:
            parts.append(f"{'###' if group.name else '##'} {markdown(one.proposal)}")
            parts += map(markdown, (one.outcome, one.weighed))
    return "\n\n".join(parts) + "\n"


def as_text(responses: Sequence[Response], writer: Writer, page: Page) -> str:
    """The answers for a terminal."""
    paper = paper_of(page)
    parts = [_painted(title(writer), paper, "1;4"), *(_painted(one, paper) for one in introduction(responses, writer))]
    for group in groups(responses, writer):
        parts += [_painted(group.name, paper, "4")] if group.name else []
        parts += ["\n".join(_block(one, paper)) for one in group.answers]
    return "\n\n".join(parts) + "\n"


def _painted(text: str, paper: Paper, code: str = "", margin: str = "") -> str:
    return "\n".join(paper.paint(row, code) if code else row for row in wrapped(text, paper.width, margin, margin))


def _block(one: Answer, paper: Paper) -> Iterator[str]:
    yield _painted(one.proposal, paper, "1")
    yield _painted(one.outcome, paper, margin="  ")
    yield _painted(one.weighed, paper, margin="  ")


def as_sheet(responses: Sequence[Response], writer: Writer) -> str:
    """A row for each proposal, in the order of the plan."""
    by_place = sorted((one for group in groups(responses, writer) for one in group.answers), key=_number)
    return as_csv(Table([Column(writer.say(head)) for head in HEADS], [_row(one, writer) for one in by_place]))


def _number(one: Answer) -> int:
    return one.response.candidate.number


def _row(one: Answer, writer: Writer) -> Sequence[str]:
    response, proposal = one.response, one.response.proposal
    outcome = said(OUTCOMES[proposal.outcome], writer.language) if proposal.outcome else ""
    commitment = response.commitment.label if response.commitment else response.unknown
    answered = english("yes") if response.answered else english("no")
    return (
        str(response.candidate.number), proposal.id, proposal.action, response.group, outcome, commitment, proposal.reason,
        said(answered, writer.language), f"{one.outcome} {one.weighed}",
    )  # fmt: skip
