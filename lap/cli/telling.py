"""What commands share that tell of a plan: the days that options name; a plan, checked, and all that is needed to tell it."""

import datetime
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

from lap.anonymity import discreet
from lap.checking import Checked, Examined, examine
from lap.cli.languages import interface_language
from lap.cli.opening import the_one
from lap.failure import CannotRun
from lap.findings import Severity
from lap.lint import Options
from lap.load import Loaded
from lap.render.told import Told
from lap.settings.chosen import Settings
from lap.settings.search import SettingsOf
from lap.source.files import read_bytes, read_plan
from lap.source.hygiene import MAX_BYTES
from lap.source.nodes import key_span
from lap.source.repository import commit_of, path_in_work_tree
from lap.source.span import Route

FIRST_YEAR, LAST_YEAR = 1000, 2999
"""The years that dates of a plan can lie in."""


class Subject(NamedTuple):
    """A plan to be published: where it is, what was found in it, and how it is told."""

    path: Path
    loaded: Loaded
    checked: Checked
    settings: Settings
    told: Told


def day_of(option: str, value: str) -> datetime.date:
    """The day that an option names; today where it names none. Raises CannotRun."""
    try:
        day = datetime.datetime.strptime(value, "%Y-%m-%d").date() if value else datetime.date.today()
    except ValueError:
        day = datetime.date.min
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise CannotRun("bad-date", option=option, value=value)
    return day


def the_days(since: str, until: str) -> tuple[datetime.date | None, datetime.date | None]:
    """The days that --since and --until name, None for each that is not there. Raises CannotRun."""
    first, last = (day_of("--since", since) if since else None), (day_of("--until", until) if until else None)
    if first and last and first > last:
        raise CannotRun("since-after", since=since, until=until)
    return first, last


def subject(path: str, lang: str, as_of: str, strict: bool = False) -> Subject:
    """The plan at a path, or on standard input for "-", ready to be told.

    Raises CannotRun where there is none, where nothing of it can be read, and, when `strict`, where it has an error.
    """
    today = day_of("--as-of", as_of)
    place = Path(".") if path == "-" else the_one(Path(path))
    settings = SettingsOf().plan(place)
    source = read_bytes(sys.stdin.buffer.read(MAX_BYTES + 1), "-") if path == "-" else read_plan(place)
    made = examine(source, Options(today, limits=settings.limits), settings.rules(False, frozenset()))
    if not source.readable:
        raise CannotRun("plan-unread", path=source.name)
    checked = _looking_back(made.checked) if as_of else made.checked
    mistakes = sum(one.severity is Severity.ERROR for one in checked.findings)
    if strict and mistakes:
        raise CannotRun("plan-has-errors", path=source.name, number=mistakes)
    return Subject(place, made.loaded, checked, settings, _told(made, path, lang, today, mistakes, settings))


def _looking_back(checked: Checked) -> Checked:
    """Without what rule K103 finds: on a day that is named, what came later is no mistake, it is not told yet."""
    return replace(checked, findings=[one for one in checked.findings if one.code != "K103"])


def _told(made: Examined, path: str, lang: str, today: datetime.date, mistakes: int, settings: Settings) -> Told:
    loaded, in_work_tree = made.loaded, cache(path_in_work_tree)
    language = interface_language(lang, loaded.language) if lang else loaded.language

    def places(route: Route) -> tuple[str, int] | None:
        span = key_span(loaded.source.data, route)
        path = in_work_tree(span.file) if span else ""
        return (path, span.line) if span and path else None

    version = "" if path == "-" else commit_of(path)
    return Told(discreet(loaded.plan), language, today, version, mistakes, places, participation=settings.participation)
