"""A file's data in canonical keys and words, places kept: what the model is loaded from."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from lap.findings import Finding, Severity
from lap.source.nodes import Data, Mapping, Sequence, Text
from lap.source.span import Route, Span
from lap.source.vocabulary import ENGLISH, KINDS, SPANISH, Holds, Kind, entry_of, fold

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
NOT_ID = re.compile(r"[^a-z0-9]+")
ID_KEY = "/id"
# A figure such as 1,250 cut at its comma: up to three digits before it, just three after it.
FIGURE_BEGUN = re.compile(r"(?<!\d)\d{1,3}$")
FIGURE_ENDED = re.compile(r"\d{3}(?!\d)")
# A list item that begins so was cut from the one before it by a comma.
CONTINUES = re.compile(r"(?:and|or|but|nor|y|e|o|u|ni|pero) ")


def folded_id(written: str) -> str:
    """The id that somebody meant: `Niñez 2` -> `ninez-2`; "" where nothing is left."""
    import unicodedata

    plain = unicodedata.normalize("NFKD", written.casefold()).encode("ascii", "ignore").decode()
    return NOT_ID.sub("-", plain).strip("-")


@dataclass(slots=True)
class Reading:
    """Data in canonical words; `broken` are routes of values that could not be read at all."""

    data: Data
    findings: list[Finding] = field(default_factory=list)
    broken: set[Route] = field(default_factory=set)
    languages: dict[str, str] = field(default_factory=dict)


def read(data: Data, holds: Holds, repaired: frozenset[int] = frozenset(), route: Route = ()) -> Reading:
    """Reads data that stands where `holds` says (a whole plan: `Holds("one", "plan")`)."""
    return _Reader(repaired).run(data, holds, route)


class _Reader:
    """Works through a list of what is still to do, so that no depth of a file can exhaust the stack."""

    def __init__(self, repaired: frozenset[int]) -> None:
        self.repaired = repaired
        self.findings: list[Finding] = []
        self.broken: set[Route] = set()
        self.words: dict[str, Counter[str]] = {}
        self.told: tuple[Mapping | None, str] = (None, "")
        self.todo: list[tuple[Mapping, Mapping, Kind, Route]] = []
        self.shapes: dict[str, Callable[[Any, str, Route], Data]] = {
            "text": lambda value, kind, route: value, "raw": lambda value, kind, route: value,
            "word": self.word, "one": self.one, "ids": self.ids, "list": self.list_of,
            "texts": self.texts, "dates": self.dates,
        }  # fmt: skip

    def run(self, data: Data, holds: Holds, route: Route) -> Reading:
        top = self.shapes[holds.shape](data, holds.kind, route) if data is not None else None
        while self.todo:
            self.mapping(*self.todo.pop())
        languages = {file: _language(words) for file, words in self.words.items()}
        return Reading(top, self.findings, self.broken, languages)

    def report(self, code: str, span: Span, cause: str = "", related: tuple[Span, ...] = (), **more: object) -> None:
        severity = Severity.WARNING if code == "Y109" else Severity.ERROR
        self.findings.append(Finding(code, span, more, cause, related, severity=severity))

    def mapping(self, raw: Mapping, out: Mapping, kind: Kind, route: Route) -> None:
        """Fills `out` with the canonical form of `raw`."""
        table, shapes = kind.read, self.shapes
        for before, (key, value) in zip(("", *raw), raw.items(), strict=False):
            entry = table.get(key) or table.get(fold(key))
            if entry is None:
                self.unknown(raw, out, key, kind, route, before)
                continue
            name = entry.name
            if name in out.places:
                self.twice(raw, out, key, name, kind)
                continue
            out.places[name], out.written[name] = raw.places[key], key
            if raw.places[key].line in self.repaired and _remains(value, raw.places[key]):
                self.broken.add((*route, name))
                continue
            if value is None:
                if key in raw.empties:
                    out.empties[name] = raw.empties[key]
                continue
            shape, inner = entry.holds
            out[name] = value if shape == "text" else shapes[shape](value, inner, (*route, name))
        self.note_language(raw, kind)

    def note_language(self, raw: Mapping, kind: Kind) -> None:
        words = self.words.setdefault(raw.span.file, Counter())
        for key in raw:
            entry = kind.read.get(key)
            if entry is not None and entry.spanish != entry.name:
                words[ENGLISH if key == entry.name else SPANISH] += 1

    def unknown(self, raw: Mapping, out: Mapping, key: str, kind: Kind, route: Route, before: str) -> None:
        """An unknown key stays, for the loader to name; an empty one in braces is half of a cut sentence."""
        value, span = raw[key], raw.places[key]
        if fold(key).startswith("x-"):
            return
        if value is None and raw.flow:
            known = kind.read.get(fold(key.partition(":")[0])) if ":" in key else None
            if known is None:
                self.cut_in_braces(raw, key, before)
            else:
                self.report("Y101", span, "no-space")
                self.broken.add((*route, known.name))
            return
        if value is None and span.line in self.repaired:
            return
        out.places[key], out.written[key] = span, key
        out[key] = Text.at("", span) if value is None else value

    def twice(self, raw: Mapping, out: Mapping, key: str, name: str, kind: Kind) -> None:
        first = out.places[name]
        self.report("Y201", raw.places[key], "both", (first,), written=key, other=out.written[name])

    def word(self, value: Data, kind: str, route: Route) -> Data:
        if isinstance(value, Text):
            entry = entry_of("=" + kind, value)
            if entry is not None:
                return Text.at(entry.name, value.span, value.style)
        return value

    def one(self, value: Data, kind: str, route: Route) -> Data:
        """A mapping of a kind, or the plain text that stands for one."""
        table = KINDS[kind]
        if isinstance(value, Mapping):
            out = Mapping.at(value.span, value.flow)
            out.anchor = value.anchor
            self.todo.append((value, out, table, route))
            return out
        if isinstance(value, Text) and table.short:
            out = Mapping.at(value.span)
            out[table.short] = value
            return out
        return value

    def ids(self, value: Data, kind: str, route: Route) -> Data:
        """Mappings keyed by id; each learns its id."""
        if not isinstance(value, Mapping):
            return value
        out = Mapping.at(value.span, value.flow)
        out.places, out.empties = value.places, value.empties
        for key, child in value.items():
            if fold(key).startswith("x-") and child is None:
                continue
            if child is None:
                self.empty_id(value, key, route)
                continue
            self.check_id(key, value.places[key])
            made = self.one(child, kind, (*route, key))
            if isinstance(made, Mapping):
                made[ID_KEY] = key
            out[key] = made
        return out

    def cut_in_braces(self, raw: Mapping, key: str, before: str) -> None:
        """A key without a value in braces: a further piece of a figure, or of a sentence; told once for all pieces."""
        told, self.told = self.told, (raw, key)
        if told[0] is raw and told[1] == before:
            return
        value = raw.get(before)
        if isinstance(value, Text) and FIGURE_BEGUN.search(value) and FIGURE_ENDED.match(key):
            self.report("Y109", raw.places[key], "figure", text=f"{value},{key}")
        else:
            self.report("Y109", raw.places[key], "braces", text=key)

    def empty_id(self, value: Mapping, key: str, route: Route) -> None:
        if value.places[key].line in self.repaired:
            self.broken.add((*route, key))
        elif value.flow and ":" in key:
            self.report("Y101", value.places[key], "no-space")
        elif value.flow and " " in key:
            self.report("Y109", value.places[key], "braces", text=key)

    def check_id(self, key: str, span: Span) -> None:
        if not ID.fullmatch(key):
            self.report("Y206", span, written=key, suggestion=folded_id(key))

    def items(self, value: Data, route: Route) -> list[Any]:
        """The items of a list, or the one thing that stands for it; a list cut by commas is reported."""
        if not isinstance(value, Sequence):
            return [value]
        if value.flow:
            self.cut(value)
        return [item for item in value if item is not None]

    def cut(self, value: Sequence) -> None:
        """An odd list in brackets: a number cut into its groups, or a sentence cut before "and"."""
        told: object = None
        for before, item in pairwise(value):
            if not (isinstance(item, Text) and isinstance(before, Text)) or item.style or before.style:
                continue
            if CONTINUES.match(item):
                self.report("Y109", item.span, "brackets", text=f"{before}, {item}")
            elif _touch(before, item) and FIGURE_BEGUN.search(before) and FIGURE_ENDED.match(item):
                if before is not told:  # the further groups of a number are told with the first
                    self.report("Y109", item.span, "number", text=f"{before},{item}")
                told = item

    def list_of(self, value: Data, kind: str, route: Route) -> Data:
        items = self.items(value, route)
        out = Sequence.at(value.span) if value is not None else None
        assert out is not None
        out.extend(self.one(item, kind, (*route, index)) for index, item in enumerate(items))
        return out

    def texts(self, value: Data, kind: str, route: Route) -> Data:
        assert value is not None
        out = Sequence.at(value.span)
        out.extend(self.items(value, route))
        return out

    def dates(self, value: Data, kind: str, route: Route) -> Data:
        if not isinstance(value, Mapping):
            return value
        out = Mapping.at(value.span, value.flow)
        out.places = value.places
        for key, child in value.items():
            if child is not None:
                out[key] = child
            elif value.places[key].line in self.repaired:
                self.broken.add((*route, key))
        return out


def _remains(value: Data, key: Span) -> bool:
    """Whether all that is left of a broken value is nothing, or a text from the lines below its key."""
    return value is None or (isinstance(value, Text) and value.span.line > key.line)


def _touch(before: Text, item: Text) -> bool:
    """Whether nothing but the comma stands between two items."""
    end, start = before.span, item.span
    return end.end_line == start.line and end.end_column + 1 == start.column


def _language(words: Counter[str]) -> str:
    return SPANISH if words[SPANISH] > words[ENGLISH] else ENGLISH
