"""A ranking in Markdown."""

from lap.show import rank_tables as tables
from lap.show.escape import markdown
from lap.show.rank_words import Writer
from lap.show.table import as_markdown


def render(writer: Writer) -> str:
    """The whole ranking."""
    ranking = writer.ranking
    parts = [f"# {markdown(tables.title(writer))}\n"]
    parts += [as_markdown(tables.screening(writer))] if writer.proposals else []
    parts += [as_markdown(tables.crossing(writer)), *_order(writer)] if ranking.placed else []
    parts += [as_markdown(tables.apart(writer))] if ranking.apart else []
    return "\n".join(parts)


def _order(writer: Writer) -> list[str]:
    notes = (f"{markdown(note)}\n" for note in tables.order_notes(writer))
    return [f"## {markdown(writer.say(tables.order_title()))}\n", *notes, as_markdown(tables.order(writer))]
