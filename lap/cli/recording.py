"""From what was said on the command line to an entry of the log: what is missing is asked for, or told."""

import datetime
from collections.abc import Mapping
from typing import NamedTuple

from lap.cli.asking import ask, can_ask
from lap.failure import CannotRun
from lap.findings import Word
from lap.language.speech import english, say
from lap.logbook import comment_meant
from lap.model.plan import Plan
from lap.record import KINDS, Fields, Note, missing, no_number, reporters_first, subjects
from lap.source.vocabulary import entry_of, names, words_of

QUESTIONS = {
    "activity": english("Which activity?"),
    "indicator": english("Which indicator?"),
    "commitment": english("Which commitment?"),
    "comment": english("Which comment?"),
    "status": english("How does it stand?"),
    "value": english("What value was measured?"),
    "verdict": english("What was found?"),
    "evidence": english("Where is the proof (an address, or a sentence)?"),
    "note": english("What is the reason?"),
    "by": english("Who reports it?"),
    "text": english("What was said?"),
}
HELD = {"comment": "comment", "reply": "reply", "agreement": "agreement"}
NO_CHOICES: dict[str, str] = {}


class Desk(NamedTuple):
    """Where an entry is taken down: the plan it goes to, the language spoken, and whether it may be a mere draft."""

    plan: Plan
    language: str
    draft: bool


def kind_meant(what: str, language: str) -> str:
    """The kind of entry that a word of either language means; asked for where there is none. Raises CannotRun."""
    if not what and can_ask():
        what = ask(
            say("What do you want to take down?", language), language, dict.fromkeys(names("=entry", language), "")
        )
    meant = entry_of("=entry", what)
    if meant is None:
        raise CannotRun("record-what" if what else "record-nothing", name=what, known=tuple(names("=entry", language)))
    return meant.name


def noted(what: str, about: str, given: Fields, desk: Desk) -> Note:
    """The entry that was asked for, what is missing asked for on a terminal. Raises CannotRun."""
    kind = KINDS[what]
    if strange := [key for key in given if key not in kind.takes]:
        known = tuple(f"--{one}" for one in kind.takes)
        raise CannotRun("record-option", option=f"--{strange[0]}", what=Word("=entry", what), known=known)
    if about and not kind.about and what != "reply":
        raise CannotRun("record-about", what=Word("=entry", what), name=about)
    given = {
        "date": datetime.date.today().isoformat(),
        **given,
        **({kind.about: about} if kind.about and about else {}),
    }
    route = kind.route
    if what == "reply":
        route = comment_meant(about or _asked("comment", _comments(desk.plan), desk, what), desk.plan)
    complete = _completed(what, _canonical(what, given), desk)
    if (strange_to := no_number(complete, desk.plan)) and not desk.draft:
        raise CannotRun("record-value", value=complete["value"], name=strange_to.label)
    order = [key for key in names(_held(what), "en") if key in complete]
    return Note(route, {key: complete[key] for key in order})


def _held(what: str) -> str:
    """The mapping of the format that an entry is."""
    return HELD.get(what, "progress")


def _canonical(what: str, given: Fields) -> Fields:
    """The same with its fixed words as the format calls them, whichever language they were typed in."""
    return {key: _word(_held(what), key, value) for key, value in given.items()}


def _word(held: str, key: str, value: str | list[str]) -> str | list[str]:
    words = words_of(held, key)
    meant = entry_of(words, value) if words and isinstance(value, str) else None
    return meant.name if meant else value


def _completed(what: str, given: Fields, desk: Desk) -> Fields:
    """With the answers to what is missing; where nobody can be asked, says what it is. Raises CannotRun."""
    while lacking := missing(what, given, desk.plan, desk.draft):
        key = lacking[0]
        answer = _asked(key, _choices(what, key, given, desk), desk, what)
        given = _canonical(what, {**given, key: [answer] if key == "evidence" and answer else answer})
    return given


def _choices(what: str, key: str, given: Fields, desk: Desk) -> Mapping[str, str]:
    """What can be answered, by id or word; nothing where everything can."""
    if key == KINDS[what].about:
        return subjects(what, desk.plan)
    if key == "by":
        return reporters_first(given, desk.plan)
    words = words_of(_held(what), key)
    return dict.fromkeys(names(words, desk.language), "") if words else NO_CHOICES


def _comments(plan: Plan) -> dict[str, str]:
    """The comments by their number, from 1, each with its day and its text."""
    return {str(number): f"{one.date or ''} {one.text}".strip() for number, one in enumerate(plan.comments, 1)}


def _asked(key: str, choices: Mapping[str, str], desk: Desk, what: str) -> str:
    if key in (KINDS[what].about, "comment") and not choices:
        raise CannotRun("record-no-subject", what=Word("=entry", what))
    if can_ask():
        return ask(say(QUESTIONS[key], desk.language), desk.language, choices)
    if key in ("evidence", "note"):
        raise CannotRun(f"record-{key}")
    if key in (KINDS[what].about, "comment"):
        raise CannotRun("record-id", what=Word("=entry", what), example=next(iter(choices)))
    raise CannotRun("record-missing", what=Word("=entry", what), option=f"--{key}")
