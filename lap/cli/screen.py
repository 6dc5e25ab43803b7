"""What commands share that show parts of a document: sections as text or Markdown."""

from collections.abc import Sequence

from lap.cli.output import page_for, write
from lap.render.blocks import Document, Section
from lap.render.holding import full
from lap.render.told import Told


def deliver(told: Told, sections: Sequence[Section], format: str, output: str = "", lead: str = "") -> None:
    """Writes sections under the plan's title and a sentence, as text (by default) or Markdown."""
    kept = [one for one in full(sections) if isinstance(one, Section)]
    document = Document(told.plan.title or told.say("Local Action Plan"), told.language, [], kept, lead)
    if format == "markdown":
        from lap.render import markdown
        from lap.render.templates import sandbox
        from lap.show import escape

        write(output, markdown.write(document, sandbox(None, escape.markdown)))
    else:
        from lap.render import terminal

        write(output, terminal.write(document, page_for(output)))
