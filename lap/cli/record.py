"""`lap record`: takes down what happened, in the log of a plan."""

import datetime
import sys
from pathlib import Path
from typing import Annotated

import typer

from lap.cli import options
from lap.cli.asking import ask, can_ask
from lap.cli.languages import interface_language
from lap.cli.opening import choice, the_one
from lap.cli.recording import QUESTIONS, about_key, canonical, refusal, told_line
from lap.failure import CannotRun
from lap.known import Known
from lap.language.speech import Said, say
from lap.lint import Options
from lap.logbook import Read, comment_meant, keep, read
from lap.record import KINDS, Fields, Note, judge, missing, subjects
from lap.rules import RULES
from lap.source.vocabulary import entry_of, names, words_of

What = Annotated[
    str,
    typer.Argument(metavar="WHAT", help="activity, indicator, commitment, verdict, comment, reply or agreement."),
]
About = Annotated[
    str,
    typer.Argument(
        metavar="ID",
        help="What it is about: commitment/activity, commitment/indicator or a commitment; for a reply, the number, the "
        "address or the day of the comment.",
    ),
]
Plan = Annotated[
    str, typer.Option("--plan", metavar="PLAN", help="The plan's file or folder. By default the one here.")
]
Day = Annotated[
    str, typer.Option("--date", metavar="DATE", help="The day it speaks of (year-month-day). By default today.")
]
Status = Annotated[
    str, typer.Option("--status", metavar="STATUS", help="not-started, in-progress, done, delayed or cancelled.")
]
Percent = Annotated[
    str, typer.Option("--percent", metavar="NUMBER", help="How much of the activity is done, 0 to 100.")
]
Value = Annotated[str, typer.Option("--value", metavar="VALUE", help="The value measured, in the indicator's unit.")]
Verdict = Annotated[str, typer.Option("--verdict", metavar="VERDICT", help="confirmed, disputed or not-verifiable.")]
Evidence = Annotated[
    list[str] | None,
    typer.Option("--evidence", metavar="WHERE", help="Where the proof is, an address or a sentence; may be repeated."),
]
Reason = Annotated[
    str, typer.Option("--note", metavar="TEXT", help="The reason, above all of a delay or a cancellation.")
]
By = Annotated[str, typer.Option("--by", metavar="PARTY", help="Who reports: the id of a party, or party/person.")]
Text = Annotated[str, typer.Option("--text", metavar="TEXT", help="What was said, answered or agreed.")]
From = Annotated[str, typer.Option("--from", metavar="NAME", help="Who made the comment, if they want to be named.")]
Address = Annotated[str, typer.Option("--url", metavar="URL", help="Where the comment was made.")]
Method = Annotated[str, typer.Option("--method", metavar="METHOD", help="How it was agreed: consensus or vote.")]
For = Annotated[str, typer.Option("--for", metavar="NUMBER", help="How many voted for it.")]
Against = Annotated[str, typer.Option("--against", metavar="NUMBER", help="How many voted against it.")]
Dissent = Annotated[
    list[str] | None, typer.Option("--dissent", metavar="TEXT", help="What those said who disagreed; may be repeated.")
]
Draft = Annotated[bool, typer.Option("--draft", help="Record it though the rules refuse it; they will keep saying so.")]


def command(
    what: What, about: About = "", plan: Plan = ".", date: Day = "", status: Status = "", percent: Percent = "",
    value: Value = "", verdict: Verdict = "", evidence: Evidence = None, note: Reason = "", by: By = "", text: Text = "",
    from_: From = "", url: Address = "", method: Method = "", for_: For = "", against: Against = "",
    dissent: Dissent = None, draft: Draft = False, lang: options.Lang = "",
) -> int:  # fmt: skip
    """Add an entry to the log."""
    given: Fields = {
        "date": date, "status": status, "percent": percent, "value": value, "verdict": verdict, "evidence": evidence or [],
        "note": note, "by": by, "text": text, "from": from_, "url": url, "method": method, "for": for_,
        "against": against, "dissent": dissent or [],
    }  # fmt: skip
    what, language = _kind(what), interface_language(lang)
    path = the_one(Path(plan))
    there = read(path)
    language = interface_language(lang, there.loaded.language)
    noted = _note(what, about, {key: one for key, one in given.items() if one}, there, language)
    return _kept(noted, path, there, draft, language)


def _kind(what: str) -> str:
    """The kind of entry that a word of either language means. Raises CannotRun."""
    meant = entry_of("=entry", what)
    return choice("WHAT", meant.name if meant else what, names("=entry", interface_language("")))


def _note(what: str, about: str, given: Fields, there: Read, language: str) -> Note:
    """The entry that was asked for, what is missing asked for on a terminal. Raises CannotRun."""
    kind = KINDS[what]
    strange = [key for key in given if key not in kind.takes]
    if strange:
        raise CannotRun(
            "record-option", option=f"--{strange[0]}", what=what, known=tuple(f"--{one}" for one in kind.takes)
        )
    if kind.about and about:
        given[kind.about] = about
    given.setdefault("date", datetime.date.today().isoformat())
    given = canonical(kind, given)
    _complete(what, given, there, language)
    route = kind.route
    if what == "reply":
        route = comment_meant(about or _asked("comment", (), language, what), there.loaded)
    order = [one for one in ("date", *_order(what)) if one in given]
    return Note(route, {key: given[key] for key in order})


def _order(what: str) -> list[str]:
    kind = KINDS[what]
    held = {"comment": "comment", "reply": "reply", "agreement": "agreement"}.get(what, "progress")
    return [key for key in names(held, "en") if key != "date" and (key in kind.takes or key == kind.about)]


def _complete(what: str, given: Fields, there: Read, language: str) -> None:
    """Asks for what is missing; where nobody can be asked, says what it is."""
    known = Known(there.loaded.plan)
    while lacking := missing(what, given):
        key = lacking[0]
        words = words_of(about_key(what), key) if key in ("status", "verdict") else ""
        choices = names(words, language) if words else subjects(what, known) if key == KINDS[what].about else []
        if key == "by":
            choices = sorted(known.bodies)
        answer = _asked(key, choices, language, what, KINDS[what].about)
        if answer:
            given[key] = [answer] if key == "evidence" else answer
            given.update(canonical(KINDS[what], given))


def _asked(key: str, choices: object, language: str, what: str, about: str = "") -> str:
    if not can_ask():
        raise CannotRun("record-missing", what=what, option="ID" if key in (about, "comment") else f"--{key}")
    return ask(say(QUESTIONS[key], language), language, tuple(choices))  # type: ignore[arg-type]


def _kept(noted: Note, path: Path, there: Read, draft: bool, language: str) -> int:
    found = judge(noted, there.loaded, RULES, Options(datetime.date.today()))
    words = there.loaded.source.languages.get(there.loaded.source.name, language)
    for one in (*found.refused, *found.told):
        print(told_line(one, language, words), file=sys.stderr)
    if found.refused and not draft:
        print(refusal(language), file=sys.stderr)
        return 1
    kept = keep(path, noted, there)
    print(say("Recorded in {file}, line {line}.", language, file=Said(kept.file), line=kept.line))
    return 0
