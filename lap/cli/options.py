"""Options that several commands share, with their help."""

from typing import Annotated

import typer

Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATHS",
        help="Plan files, plan folders, or folders with plans below; - for standard input. Without any, the plan here.",
    ),
]
Format = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help="text, plain, json, sarif, github, gitlab or junit; may be repeated. By default github inside GitHub "
        "Actions, text on a terminal and plain elsewhere.",
    ),
]
Output = Annotated[
    list[str] | None,
    typer.Option(
        "--output",
        metavar="FILE",
        help="Write the report to a file. Where --format is repeated, the first file is for the first format, and so "
        "on; - is standard output.",
    ),
]
Plan = Annotated[str, typer.Argument(metavar="PLAN", help="A plan's file or folder; - for standard input.")]
OneOutput = Annotated[
    str, typer.Option("--output", metavar="FILE", help="The file to write; without it, standard output.")
]
Lang = Annotated[str, typer.Option("--lang", metavar="LANG", help="Speak English (en) or Spanish (es).")]
AsOf = Annotated[
    str, typer.Option("--as-of", metavar="DATE", help="Judge as on this day (year-month-day). By default today.")
]
For = Annotated[
    str, typer.Option("--for", metavar="STATUS", help="adopted: judge a draft as if it were to be signed now.")
]
Select = Annotated[
    list[str] | None,
    typer.Option("--select", metavar="CODES", help="Report only these rules or families, such as L101,T."),
]
Ignore = Annotated[
    list[str] | None, typer.Option("--ignore", metavar="CODES", help="Do not report these rules or families.")
]
StdinFilename = Annotated[
    str, typer.Option("--stdin-filename", metavar="NAME", help="The name to show for standard input.")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print only how many findings there are.")]
OnlyPlans = Annotated[
    bool,
    typer.Option(
        "--only-plans", help="Pass over files that belong to no plan; for hooks that name every changed file."
    ),
]
