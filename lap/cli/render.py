"""`lap render`: the plan as a document for the public."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from lap.cli import options
from lap.cli.opening import choice, spare_the_plan
from lap.cli.output import STANDARD_OUTPUT, write
from lap.cli.telling import Subject, subject
from lap.failure import CannotRun

FORMATS = ("markdown", "html", "pdf")
PAPERS = {"letter": "us-letter", "a4": "a4"}
Plan = Annotated[str, typer.Argument(metavar="PLAN", help="A plan's file or folder; - for standard input.")]
Format = Annotated[str, typer.Option("--format", metavar="FORMAT", help="markdown (by default), html or pdf.")]
Output = Annotated[
    str, typer.Option("--output", metavar="FILE", help="The file to write; without it, standard output.")
]
Only = Annotated[
    list[str] | None, typer.Option("--commitment", metavar="ID", help="Only this commitment; may be repeated.")
]
Templates = Annotated[
    str, typer.Option("--template", metavar="DIR", help="A folder with templates of your own; what it lacks is ours.")
]
Findings = Annotated[bool, typer.Option("--with-findings", help="Add what the rules say of the plan.")]
Strict = Annotated[bool, typer.Option("--strict", help="Make no document of a plan that has an error.")]
Paper = Annotated[str, typer.Option("--paper", metavar="SIZE", help="letter (by default) or a4.")]


def command(
    plan: Plan = ".", format: Format = "", output: Output = "", commitment: Only = None, template: Templates = "",
    with_findings: Findings = False, strict: Strict = False, paper: Paper = "", as_of: options.AsOf = "",
    lang: options.Lang = "",
) -> None:  # fmt: skip
    """Write the document."""
    choice("--format", format, FORMATS)
    choice("--paper", paper, PAPERS)
    made = subject(plan, lang, as_of, strict)
    spare_the_plan(made.loaded, output)
    only = tuple(commitment or ())
    for one in only:
        if one not in made.told.plan.commitments:
            raise CannotRun("no-commitment", name=one, known=tuple(made.told.plan.commitments))
    text = MAKERS[format or "markdown"](
        made, only, Path(template) if template else None, with_findings, paper or "letter"
    )
    _deliver(text, output)


def _deliver(made: str | bytes, output: str) -> None:
    if isinstance(made, str):
        write(output, made)
    elif output in ("", STANDARD_OUTPUT):
        if sys.stdout.isatty():
            raise CannotRun("pdf-on-screen")
        sys.stdout.buffer.write(made)
    else:
        try:
            Path(output).write_bytes(made)
        except OSError:
            raise CannotRun("cannot-write", path=output) from None


def _markdown(made: Subject, only: tuple[str, ...], templates: Path | None, findings: bool, paper: str) -> str:
    from lap.render import markdown
    from lap.render.templates import sandbox
    from lap.show import escape

    return markdown.write(_document(made, only, findings), sandbox(templates, escape.markdown))


def _html(made: Subject, only: tuple[str, ...], templates: Path | None, findings: bool, paper: str) -> str:
    from lap.render import html
    from lap.render.page_data import of_document
    from lap.render.templates import sandbox

    document = _document(made, only, findings)
    metadata = of_document(document, made.told, made.settings.limits, only)
    frame = html.Frame(size=paper.replace("a4", "A4"), metadata=metadata)
    return html.write(document, sandbox(templates), frame=frame)


def _pdf(made: Subject, only: tuple[str, ...], templates: Path | None, findings: bool, paper: str) -> bytes:
    from lap.render import typst
    from lap.render.pdf import pdf
    from lap.render.templates import sandbox

    document = _document(made, only, findings)
    return pdf(typst.write(document, sandbox(templates, typst.escape), PAPERS[paper]))


def _document(made: Subject, only: tuple[str, ...], findings: bool):  # type: ignore[no-untyped-def]
    from lap.render.sections.findings import findings as found
    from lap.render.sections.whole import whole

    document = whole(made.told, only, made.settings.limits)
    if findings:
        document.sections.append(found(made.checked, made.told))
    return document


MAKERS: dict[str, Callable[..., str | bytes]] = {"markdown": _markdown, "html": _html, "pdf": _pdf}
