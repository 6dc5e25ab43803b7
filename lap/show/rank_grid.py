"""Urgency by impact for the terminal, drawn as a diagram: urgency upwards, impact to the right, numbers in the cells."""

from collections.abc import Iterator, Sequence

from lap.language.speech import english
from lap.paper import Paper, wrapped
from lap.rank import Candidate, grid
from lap.show.rank_tables import SCORES, grid_notes, grid_title
from lap.show.rank_words import Writer

LABEL, MORE = "  5 ", "+"
LINES, WIDEST = 3, 14  # of a cell; one more line tells how many numbers did not fit


def lines(writer: Writer, paper: Paper) -> Iterator[str]:
    """The grid with its title above and its notes below."""
    cells = grid(writer.ranking)
    room = min((paper.width - len(LABEL)) // len(SCORES) - len("│  "), WIDEST)
    drawn = {
        urgency: [_cell(cells.get((urgency, impact), ()), room) for impact in SCORES] for urgency in reversed(SCORES)
    }
    yield paper.paint(writer.say(grid_title()), "1")
    yield ""
    yield f" {writer.say(english('urgency'))}"
    for urgency, row in drawn.items():
        yield from _row(urgency, row, room)
        last = urgency == SCORES[0]
        yield " " * len(LABEL) + ("└" if last else "├") + ("┴" if last else "┼").join(["─" * (room + 2)] * len(SCORES))
    yield from _axis(writer, room, paper)
    cut = any(line.startswith(MORE) for row in drawn.values() for cell in row for line in cell)
    yield from _notes(writer, paper, cut)


def _row(urgency: int, row: Sequence[list[str]], room: int) -> Iterator[str]:
    for line in range(max(1, *map(len, row))):
        label = f"  {urgency} " if line == 0 else " " * len(LABEL)
        texts = [cell[line] if line < len(cell) else "" for cell in row]
        yield (label + "".join(f"│ {text:<{room}} " for text in texts)).rstrip()


def _axis(writer: Writer, room: int, paper: Paper) -> Iterator[str]:
    yield (" " * len(LABEL) + "".join(f"  {impact:<{room}} " for impact in SCORES)).rstrip()
    yield writer.say(english("impact")).rjust(min(len(LABEL) + (room + 3) * len(SCORES), paper.width))


def _cell(candidates: Sequence[Candidate], room: int) -> list[str]:
    """The numbers of a cell in a few lines, and how many more there are."""
    numbers = [str(one.number) for one in candidates]
    fitting = wrapped(", ".join(numbers), room, "", "") if max(map(len, numbers), default=0) < room else []
    if len(fitting) <= LINES and (fitting or not numbers):
        return fitting
    kept = fitting[:LINES]
    return [*kept, f"{MORE}{len(numbers) - sum(len(line.rstrip(',').split(',')) for line in kept)}"]


def _notes(writer: Writer, paper: Paper, cut: bool) -> Iterator[str]:
    notes = [*grid_notes(writer)]
    if cut:
        notes.append(writer.say(english("+ so many more than the cell has room for; “--format csv” names them all")))
    for note in notes:
        yield from wrapped(note, paper.width, "", "")
