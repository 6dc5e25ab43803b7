"""`lap schedule`: who does what by when, what cannot slip, and who carries how much."""

import datetime
from collections.abc import Callable, Collection
from typing import Annotated

import typer

from lap.chosen import Chosen
from lap.cli import options
from lap.cli.opening import Opened, choice, open_plan, spare_the_plan
from lap.cli.output import write, write_bytes
from lap.cli.screen import deliver
from lap.cli.telling import day_of, the_days
from lap.deadlines import deadlines, still_open
from lap.failure import CannotRun
from lap.language.speech import english
from lap.log import Log
from lap.render.told import Told

Commitments = Annotated[
    list[str] | None, typer.Option("--commitment", metavar=english("ID"), help="Only this commitment; may be repeated.")
]
Parties = Annotated[
    list[str] | None,
    typer.Option("--party", metavar=english("ID"), help="Only what this party does or monitors; may be repeated."),
]
Since = Annotated[str, typer.Option("--since", metavar="DATE", help="Only what ends on this day or later.")]
Until = Annotated[str, typer.Option("--until", metavar="DATE", help="Only what starts on this day or earlier.")]
Next = Annotated[
    str, typer.Option("--next", metavar=english("DAYS"), help="Say what falls due in so many days, and by whom.")
]
Format = Annotated[
    str,
    typer.Option(
        "--format", metavar="FORMAT", help="text (by default), markdown, mermaid, csv, json or ics (a calendar)."
    ),
]
LONGEST = 36_500
"""The days ahead that can be asked for."""


def command(
    plan: options.Plan = ".", commitment: Commitments = None, party: Parties = None, since: Since = "", until: Until = "",
    next_: Next = "", format: Format = "", output: options.OneOutput = "", as_of: options.AsOf = "",
    lang: options.Lang = "",
) -> None:  # fmt: skip
    """Show the schedule."""
    choice("--format", format, TEXTS if next_ else (*TEXTS, *MAKERS))
    today, (first, last) = day_of("--as-of", as_of), the_days(since, until)
    days = _number(next_)
    opened = open_plan(plan, lang)
    spare_the_plan(opened.loaded, output)
    told = Told(opened.loaded.plan, opened.language, today, short=format != "markdown")
    _known("no-commitment", commitment or (), told.plan.commitments)
    _known("no-party", party or (), told.plan.parties)
    chosen = Chosen(tuple(commitment or ()), tuple(party or ()), first, last)
    if days is not None:
        _next(chosen, days, told, format, output)
    elif format in MAKERS:
        MAKERS[format](chosen, told, output, as_of)
    else:
        _shown(chosen, told, opened, format, output)


def _number(days: str) -> int | None:
    if not days:
        return None
    if not days.isdecimal() or len(days) > len(str(LONGEST)) or int(days) > LONGEST:
        raise CannotRun("bad-days", value=days, most=LONGEST)
    return int(days)


def _known(reason: str, asked: Collection[str], known: Collection[str]) -> None:
    for one in asked:
        if one not in known:
            raise CannotRun(reason, name=one, known=tuple(known))


def _shown(chosen: Chosen, told: Told, opened: Opened, format: str, output: str) -> None:
    from lap.render.sections.choice import choice as said
    from lap.render.sections.schedule import schedule

    parts = chosen.parts(told.plan)
    limit = opened.settings.limits.activities_at_once
    sections = schedule(parts, chosen.loads(parts, told.plan), limit, told)
    deliver(told, sections, format, output, said(chosen, told))


def _next(chosen: Chosen, days: int, told: Told, format: str, output: str) -> None:
    from lap.render.sections.choice import choice as said
    from lap.render.sections.due import due

    last = told.today + datetime.timedelta(days=days)
    wanted = chosen._replace(first=told.today, last=last)
    found = still_open(wanted.deadlines(deadlines(told.plan)), Log(told.plan), told.today)
    deliver(told, [due(found, told.today, last, told)], format, output, said(chosen, told))


def _calendar(chosen: Chosen, told: Told, output: str, as_of: str) -> None:
    from lap.exchange.calendar import calendar

    found = chosen.deadlines(deadlines(told.plan))
    if not found:
        raise CannotRun("no-deadlines")
    midnight = datetime.datetime.combine(told.today, datetime.time(), datetime.UTC)
    write_bytes(output, calendar(found, told, midnight if as_of else datetime.datetime.now(datetime.UTC)))


def _mermaid(chosen: Chosen, told: Told, output: str, as_of: str) -> None:
    from lap.show.schedule_data import as_mermaid

    write(output, as_mermaid(chosen.parts(told.plan), told.plan))


def _csv(chosen: Chosen, told: Told, output: str, as_of: str) -> None:
    from lap.show.schedule_data import as_csv

    write(output, as_csv(chosen.parts(told.plan), told.plan))


def _json(chosen: Chosen, told: Told, output: str, as_of: str) -> None:
    from lap.show.schedule_data import as_json

    parts = chosen.parts(told.plan)
    write(output, as_json(parts, chosen.loads(parts, told.plan), told.plan))


TEXTS = ("text", "markdown")
MAKERS: dict[str, Callable[[Chosen, Told, str, str], None]] = {
    "mermaid": _mermaid, "csv": _csv, "json": _json, "ics": _calendar,
}  # fmt: skip
