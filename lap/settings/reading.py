"""A settings file to Settings: every value that cannot be obeyed becomes a finding (Y401), and the rest counts."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from lap import codes
from lap.failure import CannotRun
from lap.findings import Finding, Key, Severity
from lap.limits import DEFAULTS, Limits
from lap.misfits import nearest
from lap.participation import Participation
from lap.rules import BY_CODE
from lap.settings import participation_keys
from lap.settings.chosen import Settings, Stated
from lap.settings.limit_keys import LIMITS, Limit, as_written
from lap.source import canonical
from lap.source.document import Document, parse
from lap.source.files import shown_path
from lap.source.hygiene import MAX_BYTES, decode
from lap.source.nodes import Data, Mapping, Text
from lap.source.span import Route, Span
from lap.source.vocabulary import ENGLISH, KINDS, SPANISH, Holds, entry_of, names, shown

STOPS = ("Y101", "Y104")
OFF = "off"


CAUSES = {"number_unreadable": "number", "number_whole": "whole", "number_range": "range", "scalar_expected": "one"}


def read_settings(path: Path) -> Settings:
    """Reads a settings file. Raises CannotRun where it cannot be opened or is no group of keys in YAML."""
    document = _document(path)
    fatal = next((one for one in document.findings if one.code in STOPS), None)
    if fatal is not None:
        raise CannotRun("bad-settings", path=_place(fatal.span), finding=fatal)
    if document.data is None:
        return Settings(document.file)
    if not isinstance(document.data, Mapping):
        raise CannotRun("no-settings", path=_place(document.data.span))
    return _Reader(document).run(document.data)


def _place(span: Span) -> str:
    return f"{span.file}:{span.line}:{span.column}"


def _document(path: Path) -> Document:
    name = shown_path(path)
    try:
        with open(path, "rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
    except OSError:
        raise CannotRun("unreadable-file", path=name) from None
    if len(raw) > MAX_BYTES:
        raise CannotRun("no-settings", path=name)
    text, odd = decode(name, raw)
    document = parse(text, name)
    document.findings[:0] = odd
    return document


class _Reader:
    """Reads one file; what is wrong gathers in `findings`, what counts in `stated`."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.findings: list[Finding] = []
        self.stated: dict[Route, Stated] = {}
        self.language = ENGLISH

    def run(self, data: Mapping) -> Settings:
        """The settings of a file that holds a group of keys."""
        reading = canonical.read(data, Holds("one", "settings"), self.document.repaired)
        top: Any = reading.data
        self.language = reading.languages.get(self.document.file, ENGLISH)
        self.findings += [_own(one) for one in (*self.document.findings, *reading.findings)]
        self.unknown(top, "settings", ())
        lang, fail_on = self.word(top, "lang", "=language"), self.word(top, "fail-on", "=fail-on")
        severity = self.severity(self.group(top, "severity")) | dict.fromkeys(self.ignored(top), OFF)
        limits = self.limits(top)
        return Settings(
            file=self.document.file,
            lang=lang,
            fail_on=Severity(fail_on) if fail_on else None,
            off=frozenset(code for code, word in severity.items() if word == OFF),
            severity={code: Severity(word) for code, word in severity.items() if word != OFF},
            limits=limits,
            participation=self.participation(self.group(top, "taking-part")),
            stated=self.stated,
            language=self.language,
            rows=self.rows(),
            findings=tuple(sorted(self.findings, key=lambda one: one.span)),
        )

    def note(self, cause: str, span: Span, route: Route, **parameters: object) -> None:
        """Adds a finding; the setting does not count."""
        self.findings.append(Finding("Y401", span, parameters, cause, route=route[:-1], path=route[-1:]))

    def rows(self) -> dict[int, str]:
        """The lines that findings speak of and the ones before them."""
        lines = self.document.lines()
        wanted = {number for one in self.findings for number in (one.span.line - 1, one.span.line)}
        return {number: lines[number - 1] for number in wanted if 0 < number <= len(lines)}

    def unknown(self, data: Mapping, kind: str, route: Route) -> None:
        """Notes each key that the table of names does not have."""
        ours = names(kind, self.language)
        for key, span in data.places.items():
            if key not in KINDS[kind].entries:
                near = nearest(key, ours) or nearest(key, [*names(kind, ENGLISH), *names(kind, SPANISH)])
                parameters = {"written": data.written[key], "suggestion": near, "allowed": tuple(ours)}
                self.note("near" if near else "unknown", span, (*route, key), **parameters)

    def group(self, data: Mapping, name: str) -> Mapping:
        """The group of keys at a key; an empty one where there is none."""
        value = data.get(name)
        if isinstance(value, Mapping):
            if name in KINDS:
                self.unknown(value, name, (name,))
            return value
        if value is not None:
            self.note("group", data.places[name], (name,), key=Key("settings", name))
        return Mapping.at(data.span)

    def word(self, data: Mapping, name: str, words: str) -> str:
        """The canonical fixed word at a key, or ""."""
        return self.word_of(data.get(name), words, data.places.get(name, data.span), (name,), Key("settings", name))

    def word_of(self, value: Data, words: str, place: Span, route: Route, key: object) -> str:
        """The canonical fixed word that a value means, or ""; `place` is that of its key."""
        entry = entry_of(words, value) if isinstance(value, Text) else None
        if isinstance(value, Text) and entry is not None:
            self.stated[route] = Stated(entry.name, value.span)
            return entry.name
        if isinstance(value, Text):
            allowed = names(words, self.language)
            near = self.offered(value, words)
            parameters = {"key": key, "value": str(value), "suggestion": near, "allowed": tuple(allowed)}
            self.note("near-word" if near else "word", value.span, route, **parameters)
        elif value is not None:
            self.note("one", place, route, key=key)
        return ""

    def offered(self, value: str, words: str) -> str:
        """The fixed word that somebody most likely meant, in the language of the file; or ""."""
        near = nearest(value, names(words, self.language)) or nearest(value, names(words, ENGLISH))
        entry = entry_of(words, near) if near else None
        return shown(words, entry.name, self.language) if entry else ""

    def ignored(self, data: Mapping) -> Iterator[str]:
        """The codes that are switched off by name or with their family."""
        for item in data.get("ignore") or ():
            if not isinstance(item, Text):
                self.note("list", data.places["ignore"], ("ignore",), key=Key("settings", "ignore"))
                continue
            for name in item.replace(",", " ").split():
                yield from self.codes(name, OFF, item.span, ("ignore", name.upper()))

    def severity(self, data: Mapping) -> dict[str, str]:
        """The severity of each rule that is named; a rule's own word outweighs its family's."""
        severity: dict[str, str] = {}
        for name in sorted(data, key=len):
            route = ("severity", name.upper())
            word = self.word_of(data[name], "=severity", data.places[name], route, name)
            if word:
                severity |= dict.fromkeys(self.codes(name, word, data.places[name], route), word)
        return severity

    def codes(self, name: str, word: str, place: Span, route: Route) -> list[str]:
        """The rules that a code or family means and that may be given this severity."""
        meant, near = codes.meant(name), codes.nearest(name)
        open_to_choice = [code for code in meant if word == Severity.ERROR or not BY_CODE[code].firm]
        if open_to_choice:
            self.stated.setdefault(route, Stated(word, place))
            return open_to_choice
        self.stated.pop(route, None)
        cause = "firm" if meant else "near-rule" if near else "rule"
        self.note(cause, place, route, name=name.upper(), near=near)
        return []

    def limits(self, data: Mapping) -> Limits:
        """The limits; the traffic light's stand in a group of their own."""
        groups = {name: self.group(data, name) for name in ("limits", "thresholds")}
        fields = {one.field: self.number(one, groups[one.group]) for one in LIMITS}
        limits = DEFAULTS._replace(**{name: value for name, value in fields.items() if value is not None})
        if limits.green >= limits.amber:
            return limits
        self.in_order(groups["thresholds"], limits)
        return limits._replace(green=DEFAULTS.green, amber=DEFAULTS.amber)

    def number(self, limit: Limit, data: Mapping) -> Any:
        """The number at a key, or None."""
        value, route = data.get(limit.key), (limit.group, limit.key)
        if value is None:
            return None
        key = Key(limit.group, limit.key)
        try:
            number = limit.read(value)
        except ValueError as error:
            known: dict[str, Any] = getattr(error, "context", None) or {}
            default = as_written(getattr(DEFAULTS, limit.field))
            self.note(CAUSES[getattr(error, "type", "")], value.span, route, key=key, default=default, **known)
            return None
        self.stated[route] = Stated(as_written(number), value.span)
        return number

    def participation(self, data: Mapping) -> Participation:
        """How people take part, as far as the file says it in a way that can be obeyed."""
        read = {name: self.way(data, name) for name in Participation._fields}
        return Participation(**{name: text for name, text in read.items() if text})

    def way(self, data: Mapping, name: str) -> str:
        """The text at a key of how people take part, or ""."""
        value, key, route = data.get(name), Key("taking-part", name), ("taking-part", name)
        if value is None:
            return ""
        if not isinstance(value, Text):
            self.note("one", data.places[name], route, key=key)
            return ""
        read = participation_keys.read(name, str(value), self.language)
        if isinstance(read, str):
            self.stated[route] = Stated(value.strip(), value.span)
            return read
        self.note(read.cause, value.span, route, key=key, value=str(value), **read.parameters)
        return ""

    def in_order(self, data: Mapping, limits: Limits) -> None:
        """Notes that green would begin below amber; neither counts."""
        stated = [key for key in ("green", "amber") if self.stated.pop(("thresholds", key), None)]
        parameters = {key: Key("thresholds", key) for key in ("green", "amber")}
        shares = {"above": as_written(limits.green), "below": as_written(limits.amber)}
        self.note("order", data[stated[0]].span, ("thresholds", stated[0]), **parameters, **shares)


def _own(finding: Finding) -> Finding:
    """A finding of the reader of plans as one on settings, where it speaks of a plan's keys."""
    return replace(finding, code="Y401") if (finding.code, finding.cause) == ("Y201", "both") else finding
