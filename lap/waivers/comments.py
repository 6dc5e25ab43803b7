"""What a waiver's comment says: which rules, until when and why; and what is wrong with how it says so."""

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from lap import codes
from lap.findings import Finding, Severity, Word
from lap.model.dates import Date, read_date
from lap.rules import BY_CODE
from lap.source.document import Comment, Document
from lap.source.span import Span
from lap.source.vocabulary import KINDS, entry_of

WORDS = "=waiver"
OPENING = re.compile(r"#+[ \t]*lap[ \t]*:[ \t]*", re.I)
INNER_COMMENT = re.compile(r"\s#(?:\s|$)")
TOKEN = re.compile(r"[^\s,;]+")
CODE_LIKE = re.compile(r"[A-Z]|[A-Za-z][A-Za-z0-9]{0,4}[0-9][A-Za-z0-9]{0,2}")
AROUND = " .,;:()–—-"


@dataclass(slots=True)
class Waiver:
    """A waiver as it stands in its comment: the codes with their places, the end, the reason, and what is wrong.

    `span` is the place of the whole waiver, `end` that of its end. Where that could not be read (`unread_end`)
    the waiver does not count.
    """

    span: Span
    end: Span
    codes: dict[str, Span] = field(default_factory=dict)
    until: Date | None = None
    unread_end: bool = False
    reason: str = ""
    findings: list[Finding] = field(default_factory=list)

    def counts(self, today: datetime.date) -> bool:
        """Whether it still sets aside what it names on a day; its last day is included."""
        return not self.unread_end and (self.until is None or today <= self.until.last)

    def note(self, code: str, cause: str, place: Span, **parameters: object) -> None:
        """Adds what is wrong."""
        self.findings.append(Finding(code, place, parameters, cause, severity=Severity.WARNING))


def waivers_in(document: Document) -> list[Waiver]:
    """The waivers of a file, in order."""
    return [waiver for comment in document.comments() if (waiver := _waiver(comment, document.file))]


def waivable(code: str) -> bool:
    """Whether a waiver may set a rule aside: not where something could not be read, nor where waivers are judged."""
    return not BY_CODE[code].firm and code[:2] != "Y3"


def _waiver(comment: Comment, file: str) -> Waiver | None:
    opening = OPENING.match(comment.text)
    if opening is None:
        return None
    inner = INNER_COMMENT.search(comment.text, opening.end())
    text = comment.text[: inner.start()] if inner else comment.text.rstrip()

    def place(start: int, end: int) -> Span:
        return Span(file, comment.line, comment.column + start, comment.line, comment.column + end)

    waiver = Waiver(place(0, len(text)), place(0, len(text)))
    verb = TOKEN.match(text, opening.end())
    if verb is None:
        return None
    if _role(verb.group().rstrip(":")) != "ignore":
        return _other_verb(waiver, text, verb, place)
    parts = _pattern().match(text, verb.end())
    assert parts is not None
    _take_codes(waiver, text, parts, place)
    _take_reason(waiver, parts, place)
    _take_end(waiver, parts, place)
    return waiver


def _role(word: str) -> str:
    """What a word means in a waiver: ignore, until, because, and; or ""."""
    entry = entry_of(WORDS, word)
    return entry.name if entry else ""


@cache
def _pattern() -> re.Pattern[str]:
    """After the first word: codes, an end and a reason."""
    until, because = _spellings("until"), _spellings("because")
    return re.compile(
        rf"\s*(?P<codes>.*?)(?:(?<!\S)(?:{until})(?!\S)\s*(?P<until>.*?))?"
        rf"(?:(?<!\S)(?:{because})(?!\w):?\s*(?P<reason>.*))?$", re.I
    )  # fmt: skip


@cache
def _end_after_reason() -> re.Pattern[str]:
    return re.compile(rf"[\s,;]+(?:{_spellings('until')})\s+(?P<day>[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})\.?$", re.I)


def _spellings(name: str) -> str:
    return "|".join(written for written, entry in KINDS[WORDS].read.items() if entry.name == name)


Place = Callable[[int, int], Span]


def _other_verb(waiver: Waiver, text: str, verb: re.Match[str], place: Place) -> Waiver | None:
    """A comment for lap that begins with another word: a waiver with a slip if it names a rule, else none."""
    named = next((one for one in TOKEN.findall(text[verb.end() :]) if one.upper() in BY_CODE), "")
    if not named:
        return None
    parameters = {"word": verb.group(), "name": named.upper(), "ignore": Word(WORDS, "ignore")}
    waiver.note("Y304", "verb", place(*verb.span()), **parameters)
    return waiver


def _take_codes(waiver: Waiver, text: str, parts: re.Match[str], place: Place) -> None:
    """The codes; words that follow them without "because" are kept as the reason."""
    end = parts.end("codes")
    for token in TOKEN.finditer(text, parts.start("codes"), end):
        name = token.group().strip(AROUND)
        if _role(name) == "and" or not name:
            continue
        if not CODE_LIKE.fullmatch(name):
            if waiver.codes:
                waiver.reason = text[token.start() : end].strip(AROUND)
            break
        _take_code(waiver, name.upper(), place(*token.span()))
    if not waiver.codes and not waiver.findings:
        waiver.note("Y304", "none", waiver.span, ignore=Word(WORDS, "ignore"))


def _take_code(waiver: Waiver, name: str, place: Span) -> None:
    if name in BY_CODE and waivable(name):
        waiver.codes.setdefault(name, place)
    elif name in BY_CODE:
        waiver.note("Y304", "firm", place, name=name)
    elif codes.meant(name):
        waiver.note("Y304", "family", place, name=name)
    else:
        near = codes.nearest(name)
        waiver.note("Y304", "near" if near else "unknown", place, name=name, near=near)


def _take_reason(waiver: Waiver, parts: re.Match[str], place: Place) -> None:
    because = Word(WORDS, "because")
    reason = (parts["reason"] or "").strip()
    if reason:
        waiver.reason = reason
    elif waiver.reason:
        waiver.note("Y301", "unsaid", waiver.span, because=because, text=waiver.reason)
    elif waiver.codes:
        waiver.note("Y301", "", waiver.span, because=because)


def _take_end(waiver: Waiver, parts: re.Match[str], place: Place) -> None:
    """The end, before the reason or, as a whole day, after it."""
    after = _end_after_reason().search(waiver.reason) if parts["until"] is None and parts["reason"] else None
    if after:
        written, start = after["day"], parts.string.rindex(after["day"])
        waiver.reason = waiver.reason[: after.start()]
    elif parts["until"] is not None:
        written, start = parts["until"].strip(AROUND), parts.start("until")
    else:
        return
    if written:
        waiver.end = place(start, start + len(written))
    _read_end(waiver, written)


def _read_end(waiver: Waiver, written: str) -> None:
    try:
        waiver.until = read_date(written)
    except ValueError as error:
        waiver.unread_end = True
        known: dict[str, Any] = getattr(error, "context", None) or {}
        suggestion = known.get("suggestion", "")
        cause = "rewritten" if suggestion else "no-date" if written else "no-day"
        parameters = {"value": written, "suggestion": suggestion, "until": Word(WORDS, "until")}
        waiver.note("Y303", cause, waiver.end, **parameters)
