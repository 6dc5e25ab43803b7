"""`lap site`: a plan as a small static site with its control panel."""

import itertools
import sys
from pathlib import Path
from typing import Annotated

import typer

from lap.cli import options
from lap.cli.opening import choice
from lap.cli.telling import Subject, day_of, subject
from lap.failure import CannotRun
from lap.language.speech import Said, count, english, say
from lap.source.canonical import folded_id
from lap.source.discovery import find_plans

PAPERS = {"letter": "letter", "a4": "A4"}
LONGEST = 60
"""Letters of a folder's name."""
Plan = Annotated[str, typer.Argument(metavar="PLAN", help="A plan's file or folder, or a folder with several plans.")]
Output = Annotated[
    str, typer.Option("--output", metavar="FOLDER", help="The folder to make; an old one that lap made is replaced.")
]
Since = Annotated[
    str,
    typer.Option(
        "--since", metavar="DATE", help="Tell what changed since this day. By default the end of the half-year before."
    ),
]
Templates = Annotated[
    str, typer.Option("--template", metavar="DIR", help="A folder with templates of your own; what it lacks is ours.")
]
Strict = Annotated[bool, typer.Option("--strict", help="Make no site of a plan that has an error.")]
Paper = Annotated[str, typer.Option("--paper", metavar="SIZE", help="letter (by default) or a4.")]


def command(
    plan: Plan = ".", output: Output = "", since: Since = "", template: Templates = "", strict: Strict = False,
    paper: Paper = "", as_of: options.AsOf = "", lang: options.Lang = "",
) -> None:  # fmt: skip
    """Make the site."""
    from lap.render.publishing import publish
    from lap.render.several import Plan as Several
    from lap.render.several import site

    if not output:
        raise CannotRun("site-output")
    choice("--paper", paper, PAPERS)
    earlier, today = day_of("--since", since) if since else None, day_of("--as-of", as_of)
    if earlier and earlier > today:
        raise CannotRun("since-after", since=since, until=today.isoformat())
    paths = find_plans([Path(plan)])
    found = [subject(str(one), lang, as_of, strict) for one in paths]
    plans = [
        Several(name, one.told, one.checked.judged, one.settings.limits)
        for name, one in zip(_names(paths), found, strict=True)
    ]
    files = site(plans, earlier, Path(template) if template else None, PAPERS[paper or "letter"])
    publish(files, Path(output))
    _tell_mistakes(found)
    _tell(files, output, found[0].told.language)


def _tell(files: dict[str, bytes], output: str, language: str) -> None:
    """Says what was made and, on standard error, what could not be."""
    from lap.exchange.downloads import CALENDAR

    if not any(name.endswith(CALENDAR) for name in files):
        sentence = english(
            "lap: {file} was left out, because the icalendar package is missing. Install it:  pip install 'lap-toolkit[calendar]'"
        )
        print(say(sentence, language, file=CALENDAR), file=sys.stderr)
    print(say("{n} files in {folder}.", language, n=len(files), folder=Said(output)))


def _tell_mistakes(found: list[Subject]) -> None:
    """Names, on standard error, the plans that have errors; their pages say so too."""
    for one in found:
        if one.told.mistakes:
            language = one.told.language
            number = Said(count(one.told.mistakes, "{n} error", "{n} errors", language))
            sentence = english("lap: {path} has {number}, and its pages say so. “lap validate” shows where.")
            print(say(sentence, language, path=Said(one.loaded.source.name), number=number), file=sys.stderr)


def _names(paths: list[Path]) -> list[str]:
    """A folder name for each plan, unlike all others."""
    names: list[str] = []
    for path in paths:
        place = path.resolve()
        name = folded_id(place.name if place.is_dir() else place.stem)[:LONGEST] or "plan"
        known = (f"{name}-{number}" for number in itertools.count(2))
        names.append(next(one for one in (name, *itertools.islice(known, len(names) + 1)) if one not in names))
    return names
