"""A ranking for the terminal: the screening, the grid of urgency and impact, the order, and what has no place yet."""

from collections.abc import Iterator

from lap.paper import Page, Paper, paper_of, wrapped
from lap.rank import Placed
from lap.show import rank_grid
from lap.show import rank_tables as tables
from lap.show.rank_words import Writer
from lap.show.table import as_text

ROOM_FOR_TABLE = 100


def render(writer: Writer, page: Page) -> str:
    """The whole ranking; what does not fit into columns stands one below the other."""
    paper, ranking = paper_of(page), writer.ranking
    parts = [_title(tables.title(writer), paper)]
    if writer.proposals:
        parts.append(as_text(tables.screening(writer), page))
    if ranking.placed:
        parts += ["\n".join(rank_grid.lines(writer, paper)), _order(writer, page)]
    if ranking.apart:
        parts.append(as_text(tables.apart(writer), page))
    return "\n\n".join(part.rstrip("\n") for part in parts) + "\n"


def _title(text: str, paper: Paper) -> str:
    return "\n".join(paper.paint(row, "1;4") for row in wrapped(text, paper.width, "", ""))


def _order(writer: Writer, page: Page) -> str:
    paper = paper_of(page)
    lines = [paper.paint(writer.say(tables.order_title()), "1")]
    lines += [row for note in tables.order_notes(writer) for row in wrapped(note, paper.width, "", "")]
    if page.width >= ROOM_FOR_TABLE:
        return "\n".join([*lines, as_text(tables.order(writer), page)])
    return "\n".join([*lines, *(row for one in writer.ranking.placed for row in ("", *_place(one, writer, paper)))])


def _place(placed: Placed, writer: Writer, paper: Paper) -> Iterator[str]:
    """A candidate with its place before it, and below it what there is to say."""
    one, before = placed.candidate, f"{placed.place:>3}. "
    margin = " " * len(before)
    votes = writer.counted_votes(one.node.votes) if one.node.votes is not None else "–"
    facts = (writer.stage(one), f"{writer.product(one)} · {votes}", writer.outcome(one), writer.reason(one))
    yield from (paper.paint(row, "1") for row in wrapped(writer.name(one), paper.width, before, margin))
    for fact in facts:
        if fact:
            yield from wrapped(fact, paper.width, margin, margin)
