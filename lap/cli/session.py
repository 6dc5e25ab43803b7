"""`lap session`: one page for the secretariat's next meeting."""

import datetime
from typing import Annotated

import typer

from lap.cli import options
from lap.cli.opening import choice, open_plan, spare_the_plan
from lap.cli.screen import deliver
from lap.cli.telling import day_of
from lap.failure import CannotRun
from lap.log import Log
from lap.model.plan import Plan
from lap.render.told import Told
from lap.scoring import score

FORMATS = ("markdown", "text")
Since = Annotated[
    str,
    typer.Option(
        "--since",
        metavar="DATE",
        help="The day of the last meeting (year-month-day). By default that of the last agreement on record or, where "
        "that is later, as long ago as the secretariat says it meets.",
    ),
]
Format = Annotated[str, typer.Option("--format", metavar="FORMAT", help="markdown (by default) or text.")]


def command(
    plan: options.Plan = ".", since: Since = "", as_of: options.AsOf = "", format: Format = "",
    output: options.OneOutput = "", lang: options.Lang = "",
) -> None:  # fmt: skip
    """Write the page."""
    from lap.render.sections.session import session
    from lap.session import agenda
    from lap.since import changes

    choice("--format", format, FORMATS)
    today, opened = day_of("--as-of", as_of), open_plan(plan, lang)
    spare_the_plan(opened.loaded, output)
    whole, limits = opened.loaded.plan, opened.settings.limits
    last, log = _last_meeting(since, whole, today), Log(whole)
    now, before = score(whole, today, limits, log), score(whole, last, limits, log)
    told = Told(whole, opened.language, today, short=format == "text")
    page = session(agenda(now, log, last), changes(before, now, log), told)
    deliver(told, [page], format or FORMATS[0], output)


def _last_meeting(since: str, plan: Plan, today: datetime.date) -> datetime.date:
    """The day of the last meeting, as it is named or as the plan tells. Raises CannotRun."""
    from lap.session import last_meeting

    day = day_of("--since", since) if since else last_meeting(plan, today)
    if day is None:
        raise CannotRun("session-since")
    if day > today:
        raise CannotRun("since-after", since=since, until=today.isoformat())
    return day
