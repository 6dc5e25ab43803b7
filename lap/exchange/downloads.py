"""The files of open data that a plan's site offers, what each is, and how it is made."""

import datetime
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from typing import Any, NamedTuple

from lap.deadlines import deadlines
from lap.exchange import calendar, dcat, plan_data, plan_data_schema
from lap.exchange.sheet import Sheet, as_csv
from lap.exchange.sheets.activities import ACTIVITIES
from lap.exchange.sheets.comments import COMMENTS
from lap.exchange.sheets.commitments import COMMITMENTS
from lap.exchange.sheets.indicators import INDICATORS
from lap.exchange.sheets.progress import PROGRESS
from lap.language.speech import english
from lap.render.told import Told
from lap.schema.whole import written
from lap.scoring import Score

CALENDAR = "deadlines.ics"
DESCRIPTION = "dataset.jsonld"


class Download(NamedTuple):
    """A file: its name, its media type, and what it is; of a table, its columns."""

    name: str
    media: str
    about: str
    sheet: Sheet[Any] | None = None


SHEETS = tuple(
    Download(name, "text/csv", sheet.about, sheet)
    for name, sheet in (
        ("commitments.csv", COMMITMENTS), ("activities.csv", ACTIVITIES), ("indicators.csv", INDICATORS),
        ("progress.csv", PROGRESS), ("comments.csv", COMMENTS),
    )
)  # fmt: skip
FILES = (
    Download("plan.json", "application/json", english("The whole plan for programs; its shape has a version and keeps it.")),
    Download("plan-data.schema.json", "application/schema+json", english("What stands where in plan.json (JSON Schema).")),
    *SHEETS,
    Download(CALENDAR, "text/calendar", english("Every deadline, to subscribe to in a calendar (iCalendar).")),
    Download("feed.xml", "application/atom+xml", english("What happens in the plan, to follow in a feed reader (Atom).")),
    Download(DESCRIPTION, "application/ld+json", english("This data described for catalogues of open data (DCAT).")),
)  # fmt: skip


def offered() -> list[Download]:
    """The files that can be made here: without the icalendar package there is no calendar."""
    return [one for one in FILES if one.name != CALENDAR or find_spec("icalendar")]


def listed(told: Told, up: str = "") -> list[tuple[str, str, str]]:
    """The files as catalogues list them: address, media type, and what each is."""
    return [(up + one.name, one.media, told.say(one.about)) for one in offered() if one.name != DESCRIPTION]


def downloads(told: Told, score: Score) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of every file but the feed, which is made of the pages' words."""
    makers: dict[str, Callable[[], bytes]] = {
        "plan.json": lambda: plan_data.as_json(told).encode(),
        "plan-data.schema.json": lambda: written(plan_data_schema.schema()).encode(),
        CALENDAR: lambda: calendar.calendar(deadlines(told.plan), told, _begin(told.today)),
        DESCRIPTION: lambda: dcat.described(told, listed(told)).encode(),
    }
    for one in offered():
        if one.sheet:
            yield one.name, as_csv(one.sheet, score)
        elif one.name in makers:
            yield one.name, makers[one.name]()


def _begin(day: datetime.date) -> datetime.datetime:
    """The first moment of a day: what is made of the same plan on the same day is the same."""
    return datetime.datetime.combine(day, datetime.time(), datetime.UTC)
