"""The one plan that a command works on: found, read, and what of it cannot be read told."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from lap.cli.languages import interface_language
from lap.failure import CannotRun
from lap.findings import Severity
from lap.language.speech import Said, count, english, say
from lap.load import Loaded, load
from lap.rules import BY_CODE
from lap.settings.chosen import Settings
from lap.settings.search import SettingsOf
from lap.source.discovery import find_plans
from lap.source.files import read_bytes, read_plan, shown_path
from lap.source.hygiene import MAX_BYTES


class Opened(NamedTuple):
    """A plan that was read, the settings it is judged by, and the language to speak in."""

    loaded: Loaded
    settings: Settings
    language: str


def open_plan(path: str, lang: str = "") -> Opened:
    """The plan at a file or folder, or on standard input for "-".

    What of it cannot be read is counted on standard error. Raises CannotRun where there is no plan, where there are
    several, and where nothing of it can be read.
    """
    interface_language(lang)
    place = Path(".") if path == "-" else the_one(Path(path))
    settings = SettingsOf().plan(place)
    source = read_bytes(sys.stdin.buffer.read(MAX_BYTES + 1), "-") if path == "-" else read_plan(place)
    loaded = load(source)
    language = interface_language(lang, loaded.language, settings.lang)
    if not source.readable:
        raise CannotRun("plan-unread", path=source.name)
    _tell_unread(loaded, language)
    return Opened(loaded, settings, language)


def the_one(path: Path) -> Path:
    """The only plan at a path. Raises CannotRun where there is none, or more than one."""
    plans = find_plans([path])
    if len(plans) > 1:
        raise CannotRun("many-plans", path=shown_path(path), plans=tuple(shown_path(one) for one in plans))
    return plans[0]


def _tell_unread(loaded: Loaded, language: str) -> None:
    unread = sum(BY_CODE[one.code].severity is Severity.ERROR for one in loaded.findings)
    if unread:
        number = Said(count(unread, "{n} mistake", "{n} mistakes", language))
        sentence = english(
            "lap: {path} has {number}, and what stands there may be missing here. “lap validate” shows where."
        )
        print(say(sentence, language, path=Said(loaded.source.name), number=number), file=sys.stderr)


def spare_the_plan(loaded: Loaded, output: str) -> None:
    """Raises CannotRun where what is written would replace a file of the plan."""
    if output and os.path.realpath(output) in {os.path.realpath(file) for file in loaded.source.documents}:
        raise CannotRun("output-is-plan", path=output)


def choice(option: str, value: str, known: Iterable[str]) -> str:
    """What was chosen with an option; "" for nothing. Raises CannotRun where it does not take that."""
    if value and value not in (known := tuple(known)):
        raise CannotRun("bad-choice", option=option, value=value, known=known)
    return value
