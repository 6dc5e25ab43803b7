"""`lap outline`: the notes of a meeting as the problems of a plan."""

import sys
from typing import Annotated

import typer

from lap.cli.languages import interface_language
from lap.cli.outlining import is_collection, read_notes, told, write_new
from lap.cli.output import STANDARD_OUTPUT, write
from lap.failure import CannotRun
from lap.outline import outline
from lap.show.outline import as_yaml, new_plan

File = Annotated[
    str,
    typer.Argument(
        metavar="FILE",
        help="Notes in plain text, one line for each thing said: the problem, then effects and causes under headings "
        "of that name, each further to the right than what it belongs to; - for standard input.",
    ),
]
Output = Annotated[
    str,
    typer.Option(
        "--output", metavar="FILE", help="The new file to write; without it, standard output. It replaces no file."
    ),
]
NewPlan = Annotated[
    bool, typer.Option("--new-plan", help="Begin a plan of its own, a draft, that can be drawn at once.")
]
Lang = Annotated[
    str,
    typer.Option("--lang", metavar="LANG", help="Write the keys in English (en) or Spanish (es), and speak it."),
]


def command(file: File, output: Output = "", new: NewPlan = False, lang: Lang = "") -> None:
    """Write the problems."""
    interface_language(lang)
    notes = read_notes(file)
    made = outline(notes.text)
    if not made.items:
        raise CannotRun("notes-empty", path=notes.name)
    keys, language = lang or made.language, interface_language(lang, made.language)
    text = new_plan(made, keys) + as_yaml(made, keys) if new else as_yaml(made, keys, not is_collection(output))
    if output in ("", STANDARD_OUTPUT):
        write(output, text)
    else:
        write_new(output, text)
    for line in told(notes, made, keys, language):
        print(line, file=sys.stderr)
