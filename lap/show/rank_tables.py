"""A ranking as tables: the screening, urgency by impact, the order, and what has no place yet."""

from collections import Counter
from collections.abc import Iterator, Sequence

from lap.language.speech import english
from lap.model.proposal import Proposal
from lap.rank import Candidate, Placed, grid, is_rounded
from lap.screening import Screening
from lap.show.escape import one_line
from lap.show.rank_words import Writer
from lap.show.table import Column, Table

SCORES = range(1, 6)
NAME, CELL, STAGE, PRODUCT = 24, 14, 12, 10
"""The columns of a terminal below which a sentence, another cell, "✗ not met" or 4 × 5 = 20 is better read in a list."""


def screening(writer: Writer) -> Table:
    """The proposals in the order of the plan, with what each requirement rests on."""
    heads = (english("Proposal"), english("Relates to a cause"), english("2030 Agenda"), english("Clear and viable"))
    columns = [Column(writer.say(heads[0]), least=NAME), *(Column(writer.say(one), least=CELL) for one in heads[1:])]
    rows = [
        (writer.name(one), *screened(one, one.screening, writer)) for one in writer.ranking.candidates if one.screening
    ]
    counts = Counter(one.screening.verdict for one in writer.ranking.candidates if one.screening)
    note = english("All three met: {yes}. Not all answered yet: {open}. One or more not met: {no}.")
    notes = [writer.say(note, yes=counts["yes"], open=counts["open"], no=counts["no"])]
    return Table(columns, list(rows), writer.say(english("The three requirements")), notes)


def screened(one: Candidate, found: Screening, writer: Writer) -> Sequence[str]:
    """The cells of the three requirements."""
    note = one.node.viable.note if isinstance(one.node, Proposal) and one.node.viable else ""
    return writer.cause(found.cause), writer.agenda(found.agenda), writer.viable(found.viable, note)


def order(writer: Writer) -> Table:
    """Those that have a place, in their order, with what became of each and why."""
    columns = [
        Column(writer.say("Place"), right=True, whole=True),
        _name(writer),
        *_requirements(writer),
        Column(writer.say(english("Urgency × impact")), least=PRODUCT),
        Column(writer.say(english("Votes")), right=True, whole=True),
        Column(writer.say(english("What was decided, and why")), least=NAME),
    ]
    return Table(columns, [_placed(one, writer) for one in writer.ranking.placed])


def _name(writer: Writer) -> Column:
    return Column(writer.say(english("Proposal") if writer.proposals else english("Problem")), least=NAME)


def _requirements(writer: Writer) -> list[Column]:
    return [Column(writer.say(english("Requirements")), least=STAGE)] if writer.proposals else []


def _placed(placed: Placed, writer: Writer) -> Sequence[str]:
    one = placed.candidate
    stage = [writer.stage(one, briefly=True)] if writer.proposals else []
    return str(placed.place), writer.name(one), *stage, writer.product(one), writer.votes(one), writer.became(one)


def order_title() -> str:
    """What stands over the order."""
    return english("Order")


def order_notes(writer: Writer) -> Iterator[str]:
    """The rule of the order, and what the sign for missing votes means, where it stands."""
    yield writer.order()
    if any(one.candidate.node.votes is None for one in writer.ranking.placed):
        yield writer.say(english("– stands for votes that are not written down or cannot be read; they count as none."))


def apart(writer: Writer) -> Table:
    """Those without a place, and what they lack."""
    columns = [
        _name(writer),
        Column(writer.say(english("What is missing")), least=CELL),
        *_requirements(writer),
        Column(writer.say(english("What was decided, and why")), least=CELL),
    ]
    rows = [_unplaced(one, writer) for one in writer.ranking.apart]
    return Table(columns, list(rows), writer.say(english("Without a place, because they are not scored")))


def _unplaced(one: Candidate, writer: Writer) -> Sequence[str]:
    stage = [writer.stage(one, briefly=True)] if writer.proposals else []
    return writer.name(one), "☐ " + writer.missing(one), *stage, writer.became(one)


def crossing(writer: Writer) -> Table:
    """Urgency (rows, the most urgent first) by impact (columns), with the numbers of the candidates."""
    cells = grid(writer.ranking)
    heads = [writer.say(english("Urgency ↓ · impact →")), *map(str, SCORES)]
    rows = [
        [str(urgency), *(", ".join(str(one.number) for one in cells.get((urgency, impact), ())) for impact in SCORES)]
        for urgency in reversed(SCORES)
    ]
    return Table([Column(head) for head in heads], list(rows), writer.say(grid_title()), list(grid_notes(writer)))


def grid_title() -> str:
    """What stands over the grid."""
    return english("Urgency and impact")


def grid_notes(writer: Writer) -> Iterator[str]:
    """What the numbers in the grid are."""
    if writer.proposals:
        yield writer.say(english("The numbers are those that stand before the proposals."))
    else:
        yield writer.say(english("The numbers are those that stand before the problems."))
    if is_rounded(writer.ranking.candidates):
        yield writer.say(english("In the grid, scores are rounded to whole numbers; the order takes them as they are."))


def title(writer: Writer) -> str:
    """What stands over everything."""
    plan = one_line(writer.plan.title)
    if writer.proposals:
        return writer.say(english("Proposals: {plan}"), plan=plan) if plan else writer.say(english("Proposals"))
    return writer.say(english("Problems: {plan}"), plan=plan) if plan else writer.say(english("Problems"))
