"""`lap render`: the plan as a document for the public."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from lap.cli import options
from lap.cli.opening import choice, spare_the_plan
from lap.cli.output import STANDARD_OUTPUT, write, write_bytes
from lap.cli.telling import Subject, subject
from lap.failure import CannotRun
from lap.language.speech import english, say

FORMATS = ("markdown", "html", "pdf")
PAPERS = ("letter", "a4")
Format = Annotated[str, typer.Option("--format", metavar="FORMAT", help="markdown (by default), html or pdf.")]
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
    plan: options.Plan = ".", format: Format = "", output: options.OneOutput = "", commitment: Only = None,
    template: Templates = "", with_findings: Findings = False, strict: Strict = False, paper: Paper = "",
    as_of: options.AsOf = "", lang: options.Lang = "",
) -> None:  # fmt: skip
    """Write the document."""
    from lap.render.documents import FORMATS as MAKERS
    from lap.render.documents import Wanted

    choice("--format", format, FORMATS)
    choice("--paper", paper, PAPERS)
    found = subject(plan, lang, as_of, strict)
    spare_the_plan(found.loaded, output)
    only, checked = _only(commitment or [], found), found.checked if with_findings else None
    templates = Path(template) if template else None
    wanted = Wanted(found.told, found.settings.limits, only, checked, templates, paper or "letter")
    made = MAKERS[format or "markdown"](wanted)
    _tell(made.spelled, found.told.language)
    _deliver(made.document, output)


def _only(commitments: list[str], found: Subject) -> tuple[str, ...]:
    """The commitments that are asked for. Raises CannotRun where the plan has none of an id."""
    known = tuple(found.told.plan.commitments)
    for one in commitments:
        if one not in known:
            raise CannotRun("no-commitment", name=one, known=known)
    return tuple(commitments)


def _tell(spelled: tuple[str, ...], language: str) -> None:
    """Says, on standard error, what no font has."""
    if spelled:
        sentence = english(
            "lap: No font here has {signs}; they stand in the PDF as their numbers. Fonts such as Noto have most signs."
        )
        print(say(sentence, language, signs=tuple(spelled)), file=sys.stderr)


def _deliver(made: str | bytes, output: str) -> None:
    if isinstance(made, str):
        write(output, made)
    elif output in ("", STANDARD_OUTPUT) and sys.stdout.isatty():
        raise CannotRun("pdf-on-screen")
    else:
        write_bytes(output, made)
