"""What `lap outline` reads and says: notes as text, what became of their lines, and a file that was not there before."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from lap.failure import CannotRun
from lap.findings import Finding, Key
from lap.growing import LEVELS
from lap.language.speech import Said, count, english, say, tell
from lap.noted import Kept, Outline
from lap.rule import Sentence
from lap.source.discovery import LAP_AT_TOP
from lap.source.files import bytes_at, shown_path
from lap.source.hygiene import MAX_BYTES, decode
from lap.source.vocabulary import entry_of

STANDARD = "-"
MOST_TOLD = 20
DOCUMENTS = (b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0", b"{\\rtf")
KEPT = {
    "above": Sentence(
        english("“{text}” stands above the problem."),
        english("If it is the problem, write “Problem:” before it."),
    ),
    "heading": Sentence(
        english("“{text}” is no heading that tells effects or causes."),
        english("If what follows belongs to them, write Effects or Causes on a line above it."),
    ),
    "loose": Sentence(
        english("“{text}” stands under no heading."),
        english("If it is an effect or a cause, write Effects or Causes on a line above it."),
    ),
    "again": Sentence(
        english("“{text}” is one line more than {key} has room for."),
        english("Write all of it on one line."),
    ),
    "deep": Sentence(
        english("“{text}” stands on a deeper level than a plan can hold: it has room for {levels}."),
        english("Write it further to the left."),
    ),
    "crossed": Sentence(
        english("“{text}” stands inside the list of {key}."),
        english("Write it as far to the left as the heading of that list."),
    ),
    "alone": Sentence(
        english("“{text}” has nothing above it that it could be the {key} of."),
        english("A means stands below its cause, an end below its effect."),
    ),
    "stray": Sentence(
        english("“{text}” has no mark, while the lines above it have one."),
        english("If it belongs to {key}, write - before it."),
    ),
    "qualified": Sentence(
        english("“{text}” is read as {key}; its own words stay as a comment."),
        "",
    ),
}  # fmt: skip
HOLDS = {"means": "cause", "end": "effect"}


class Notes(NamedTuple):
    """Notes as they were read; `odd` says what is wrong with their encoding, if anything."""

    name: str
    text: str
    odd: list[Finding]


def read_notes(path: str) -> Notes:
    """The notes in a file, or on standard input for "-". Raises CannotRun where they are no notes in plain text."""
    raw = sys.stdin.buffer.read(MAX_BYTES + 1) if path == STANDARD else bytes_at(Path(path))
    name = path if path == STANDARD else shown_path(Path(path))
    if len(raw) > MAX_BYTES:
        raise CannotRun("notes-large", path=name, limit=MAX_BYTES // 1024 // 1024)
    text, odd = decode(name, raw)
    if raw.startswith(DOCUMENTS) or "\0" in text:
        raise CannotRun("notes-no-text", path=name)
    if LAP_AT_TOP.search(text):
        raise CannotRun("notes-are-plan", path=name)
    return Notes(name, text, odd)


def write_new(path: str, text: str) -> None:
    """Writes a file that is not there yet. Raises CannotRun where there is one, or where it cannot be written."""
    try:
        with open(path, "x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError:
        raise CannotRun("output-exists", path=path) from None
    except (OSError, ValueError):
        raise CannotRun("cannot-write", path=path) from None


def is_collection(path: str) -> bool:
    """Whether a file is that of the problems in a plan's folder, which holds them without the key."""
    entry = entry_of("plan", Path(path).stem)
    return entry is not None and entry.name == "problems" and Path(path).with_name("plan.yaml").is_file()


def told(notes: Notes, outline: Outline, keys: str, language: str) -> Iterator[str]:
    """What a person is told of an outline written with the keys of a language; the last line says how much was placed."""
    for finding in notes.odd:
        yield f"lap: {notes.name}: {_encoding(finding, language)}"
    for problem in outline.problems:
        if not problem.statement:
            sentence = english("No problem is stated for what begins here. Write “Problem:” and the problem above it.")
            yield f"lap: {notes.name}:{problem.number}: {say(sentence, language)}"
    groups = list(_groups(outline.kept))
    for group in groups[:MOST_TOLD]:
        yield f"lap: {notes.name}:{_place(group)}: {_why(group[0], keys, language)}"
    if groups[MOST_TOLD:]:
        more = sum(len(one.rows) for group in groups[MOST_TOLD:] for one in group)
        lines = Said(count(more, "{n} line", "{n} lines", language))
        yield "lap: " + say("The same goes for {lines} more; look for # in the block.", language, lines=lines)
    yield "lap: " + _summary(outline, language)


def _encoding(finding: Finding, language: str) -> str:
    from lap.rules import BY_CODE

    sentence = BY_CODE[finding.code].said(finding.cause)
    message, hint = (tell(part, finding.parameters, language) for part in sentence)
    return message + " " + say("If an accent has come out wrong, {hint}.", language, hint=Said(hint))


def _groups(kept: list[Kept]) -> Iterator[list[Kept]]:
    """Kept lines that follow each other for one reason."""
    group: list[Kept] = []
    for one in kept:
        if one.reason and group:
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _place(group: list[Kept]) -> str:
    first, last = group[0].number, group[-1].last
    return f"{first}" if first == last else f"{first}-{last}"


def _why(one: Kept, keys: str, language: str) -> str:
    key = Key(HOLDS.get(one.key, "problem"), one.key) if one.key else ""
    parts = [say(part, language, keys, text=one.text, key=key, levels=LEVELS) for part in KEPT[one.reason] if part]
    return " ".join(parts)


def _summary(outline: Outline, language: str) -> str:
    number = len(outline.problems)
    problems = count(number, "{n} problem", "{n} problems", language)
    effects = count(outline.number_of("effects"), "{n} effect", "{n} effects", language)
    causes = count(outline.number_of("causes"), "{n} cause", "{n} causes", language)
    rows = sum(len(one.rows) for one in outline.kept)
    sentence = (
        english("{problems}, {effects}, {causes}; kept as comments: {lines}.")
        if rows
        else english("{problems}, {effects}, {causes}; every line has its place.")
    )
    lines = Said(count(rows, "{n} line", "{n} lines", language))
    return say(sentence, language, problems=Said(problems), effects=Said(effects), causes=Said(causes), lines=lines)
