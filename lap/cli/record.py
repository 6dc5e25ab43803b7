"""`lap record`: takes down what happened, in the log of a plan."""

import datetime
import sys
from pathlib import Path
from typing import Annotated

import typer

from lap.cli import options
from lap.cli.languages import interface_language
from lap.cli.opening import the_one
from lap.cli.recording import Desk, kind_meant, noted
from lap.findings import Finding
from lap.language.speech import Said, english, say, tell
from lap.lint import Options
from lap.logbook import Read, keep, read
from lap.record import Fields, Note, judge
from lap.rules import BY_CODE
from lap.settings.search import SettingsOf

What = Annotated[
    str,
    typer.Argument(
        metavar=english("WHAT"), help="activity, indicator, commitment, verdict, comment, reply or agreement."
    ),
]
About = Annotated[
    str,
    typer.Argument(
        metavar=english("ID"),
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
    str, typer.Option("--percent", metavar=english("NUMBER"), help="How much of the activity is done, 0 to 100.")
]
Value = Annotated[
    str, typer.Option("--value", metavar=english("VALUE"), help="The value measured, in the indicator's unit.")
]
Verdict = Annotated[
    str, typer.Option("--verdict", metavar=english("VERDICT"), help="confirmed, disputed or not-verifiable.")
]
Evidence = Annotated[
    list[str] | None,
    typer.Option(
        "--evidence", metavar=english("WHERE"), help="Where the proof is, an address or a sentence; may be repeated."
    ),
]
Reason = Annotated[
    str, typer.Option("--note", metavar=english("TEXT"), help="The reason, above all of a delay or a cancellation.")
]
By = Annotated[
    str, typer.Option("--by", metavar=english("PARTY"), help="Who reports: the id of a party, or party/person.")
]
Text = Annotated[str, typer.Option("--text", metavar=english("TEXT"), help="What was said, answered or agreed.")]
From = Annotated[str, typer.Option("--from", metavar="NAME", help="Who made the comment, if they want to be named.")]
Address = Annotated[str, typer.Option("--url", metavar="URL", help="Where the comment was made.")]
Method = Annotated[
    str, typer.Option("--method", metavar=english("METHOD"), help="How it was agreed: consensus or vote.")
]
For = Annotated[str, typer.Option("--for", metavar=english("NUMBER"), help="How many voted for it.")]
Against = Annotated[str, typer.Option("--against", metavar=english("NUMBER"), help="How many voted against it.")]
Dissent = Annotated[
    list[str] | None,
    typer.Option("--dissent", metavar=english("TEXT"), help="What those said who disagreed; may be repeated."),
]
Draft = Annotated[bool, typer.Option("--draft", help="Record it though the rules refuse it; they will keep saying so.")]


def command(
    what: What = "", about: About = "", plan: Plan = ".", date: Day = "", status: Status = "", percent: Percent = "",
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
    interface_language(lang)
    path = the_one(Path(plan))
    there = read(path)
    desk = Desk(there.loaded.plan, interface_language(lang, there.loaded.language), draft)
    try:
        entry = noted(kind_meant(what, desk.language), about, {key: one for key, one in given.items() if one}, desk)
    except (EOFError, KeyboardInterrupt):
        print("\n" + say("Nothing was recorded.", desk.language), file=sys.stderr)
        raise
    return _kept(entry, path, there, desk)


def _kept(entry: Note, path: Path, there: Read, desk: Desk) -> int:
    """Writes an entry that the rules do not refuse, and tells where it stands; 1 where they do."""
    settings = SettingsOf().plan(path)
    rules = settings.rules(False, frozenset())
    found = judge(entry, there.loaded, rules, Options(datetime.date.today(), limits=settings.limits))
    source = there.loaded.source
    for one in (*found.refused, *found.told):
        print(_told(one, desk.language, source.languages.get(source.name, desk.language)), file=sys.stderr)
    if found.refused and not desk.draft:
        print(
            say("Nothing was recorded. Mend that, or add --draft to record it all the same.", desk.language),
            file=sys.stderr,
        )
        return 1
    kept = keep(path, entry, there)
    print(say("Recorded in {file}, line {line}.", desk.language, file=Said(kept.file), line=kept.line))
    return 0


def _told(finding: Finding, language: str, words: str) -> str:
    """What is wrong with an entry, and what to write instead."""
    sentence = BY_CODE[finding.code].said(finding.cause)
    parts = [tell(part, finding.parameters, language, words) for part in sentence if part]
    return f"lap: {finding.code}  {' → '.join(parts)}"
