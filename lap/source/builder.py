"""Parser events to data with spans, without recursion, under limits of our own."""

import re
import unicodedata
from typing import Any

from lap.findings import Finding, Severity
from lap.source.hygiene import ZERO_WIDTH
from lap.source.nodes import Data, Mapping, Sequence, Text, alias_of
from lap.source.parsers import Events
from lap.source.span import Span

MAX_DEPTH = 60
MAX_NODES = 1_000_000

NULLS = {"", "~", "null", "Null", "NULL"}
SURROGATES = re.compile("[\ud800-\udfff]+")
YAML_TAG = "tag:yaml.org,2002:"
BLOCKS = ("|", ">")
COLON = re.compile(r"\s*:")
IDLIKE = re.compile(r"[\w\u00ad\u200b-\u200f\u2060-\u2064-]+")
NO_KEY = object()
DROPPED = object()


new_span = tuple.__new__  # a third of the time of Span(…), which counts for every key and value


class Stop(Exception):  # noqa: N818 - no error: the rest stands
    """A limit was met; what was built so far stands, and the finding says where."""


class Builder:
    """Takes events one by one; `root` and `findings` may be read at any time, also after a parser gave up.

    `lost` are the lines (from 0) with a value that stands there and says nothing.
    """

    def __init__(self, file: str, text: str) -> None:
        self.file, self.text = file, text
        self.lines = text.split("\n")
        self.root: Data = None
        self.findings: list[Finding] = []
        self.nodes = 0
        self.documents = 0
        self.container: Any = None
        self.key: Any = NO_KEY
        self.key_end = (0, 0)
        self.end = (0, 0)
        self.stack: list[tuple[Any, Any, Any]] = []
        self.lost: set[int] = set()
        self.dropped: list[Data] = []
        self.anchors: dict[str, tuple[Data, int]] = {}
        self.composed = not unicodedata.is_normalized("NFC", text)
        self.hidden = ZERO_WIDTH.search(text) is not None

    def feed(self, events: Events) -> None:
        """Takes all events. Raises Stop at a limit, and whatever the parser raises."""
        handlers = {
            "ScalarEvent": self.scalar, "AliasEvent": self.alias, "DocumentStartEvent": self.document,
            "MappingStartEvent": self.start, "SequenceStartEvent": self.start,
            "MappingEndEvent": self.finish, "SequenceEndEvent": self.finish,
        }  # fmt: skip
        for event in events:
            handler = handlers.get(type(event).__name__)
            if handler is not None:
                handler(event)

    def report(self, code: str, span: Span, cause: str = "", **parameters: object) -> None:
        """Adds a finding, at one sign at least."""
        if span[1:3] == span[3:]:
            span = span._replace(end_column=span.column + 1)
        severity = Severity.WARNING if code == "Y107" else Severity.ERROR
        self.findings.append(Finding(code, span, parameters, cause, severity=severity))

    def span(self, start: Any, end_line: int, end_column: int) -> Span:
        """A span from a mark of the parser, which counts from 0."""
        return Span(self.file, start.line + 1, start.column + 1, end_line + 1, end_column + 1)

    def count(self, nodes: int, span: Span) -> None:
        """Counts nodes as an alias expands them. Raises Stop over the limit."""
        self.nodes += nodes
        if self.nodes > MAX_NODES:
            self.report("Y104", span, "nodes", limit=MAX_NODES)
            raise Stop

    def document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            mark = event.start_mark
            self.report("Y105", self.span(mark, mark.line, mark.column + 3), "documents")
            raise Stop

    def scalar(self, event: Any) -> None:
        start, end, style = event.start_mark, event.end_mark, event.style or ""
        value: str = event.value
        if style in BLOCKS:
            self.end = self.block_end(start.line, end)
        elif not value and not style and self.key is not NO_KEY and event.tag is None and not event.anchor:
            self.end = self.empty(start)
        else:
            self.end = (end.line, end.column)
        line, column = self.end
        span = new_span(Span, (self.file, start.line + 1, start.column + 1, line + 1, column + 1))
        if event.tag is not None:
            self.report("Y105", span, "tag", tag=event.tag.replace(YAML_TAG, "!!"))
        if style == '"' and not value.isascii():
            value = SURROGATES.sub(_joined, value)
        if self.composed or self.hidden:
            value = self.tidied(value, style, span)
        self.nodes += 1
        if self.nodes > MAX_NODES:
            self.count(0, span)
        data: Data = Text.at(value, span, style) if style or value not in NULLS else None
        if event.anchor:
            self.anchors[event.anchor] = (data, 1)
        if self.key is NO_KEY and type(self.container) is Mapping:
            self.take_key(value, style, span)
            return
        if data is None:
            self.note_empty(span, value)
        self.add(data)

    def tidied(self, value: str, style: str, span: Span) -> str:
        """Accents composed, and what cannot be seen taken out of ids and references."""
        value = unicodedata.normalize("NFC", value)
        if not style and IDLIKE.fullmatch(value) and ZERO_WIDTH.search(value):
            value = ZERO_WIDTH.sub("", value)
            self.report("Y107", span, "zero-width", value=value)
        return value

    def note_empty(self, span: Span, written: str) -> None:
        """Keeps the place of a value that is not there, for whoever fills it in; that of `~` is to be replaced."""
        if type(self.container) is Mapping and type(self.key) is str:
            end = (span.end_line, span.end_column)
            self.container.empties[self.key] = span if written else Span(self.file, *end, *end)

    def block_end(self, first: int, end: Any) -> tuple[int, int]:
        """Where the words of a block scalar end: its last line that is not blank."""
        line = min(end.line if end.column else end.line - 1, len(self.lines) - 1)
        while line > first and not self.lines[line].strip():
            line -= 1
        return line, len(self.lines[line].rstrip("\r"))

    def empty(self, start: Any) -> tuple[int, int]:
        """Where a value that is not there would stand: after its key's colon, or after the dash."""
        if type(self.container) is not Mapping:
            return start.line, start.column
        line, column = self.key_end
        after = COLON.match(self.lines[line], column)
        return (line, after.end()) if after else (line, column)

    def take_key(self, value: str, style: str, span: Span) -> None:
        """A key that cannot count is dropped with its value, and told."""
        self.key_end = self.end
        if value == "<<" and not style:
            self.report("Y105", span, "merge")
            self.key = DROPPED
        elif not value.strip():
            self.report("Y101", span, "no-key")
            self.key = DROPPED
        elif value in self.container:
            first = self.container.places[value]
            self.findings.append(Finding("Y102", span, {"written": value}, related=(first,)))
            self.key = DROPPED
        else:
            self.container.places[value] = span
            self.key = value
            return
        self.dropped.append(Text.at(value, span, style))

    def add(self, value: Data) -> None:
        """Puts a value where the last events said it goes."""
        container = self.container
        if type(container) is Mapping:
            key, self.key = self.key, NO_KEY
            if key is DROPPED:
                self.dropped.append(value)
            else:
                container[key] = value
        elif type(container) is Sequence:
            container.append(value)
        elif self.root is None:
            self.root = value

    def alias(self, event: Any) -> None:
        start, end = event.start_mark, event.end_mark
        span = self.span(start, end.line, end.column)
        self.end = (end.line, end.column)
        found = self.anchors.get(event.anchor)
        if type(self.container) is Mapping and self.key is NO_KEY:
            self.report("Y101", span, "complex-key")
            self.key = DROPPED
        elif found is None:
            cause = "inside" if any(event.anchor == anchor for *_, anchor in self.stack) else ""
            self.report("Y103", span, cause, anchor=event.anchor)
            self.lost.add(start.line)
            self.add(None)
        else:
            value, size = found
            self.count(size, span)
            if value is None:
                self.note_empty(span, event.anchor)
            self.add(alias_of(value, span))

    def start(self, event: Any) -> None:
        mark = event.start_mark
        span = self.span(mark, event.end_mark.line, event.end_mark.column)
        if event.tag is not None:
            self.report("Y105", span, "tag", tag=event.tag.replace(YAML_TAG, "!!"))
        self.count(1, span)
        kind = Mapping if type(event).__name__ == "MappingStartEvent" else Sequence
        value: Any = kind.at(span, bool(event.flow_style))
        if type(self.container) is Mapping and self.key is NO_KEY:
            self.report("Y101", span, "complex-key")
            self.key = DROPPED
            self.dropped.append(value)
        else:
            self.add(value)
        if len(self.stack) >= MAX_DEPTH:
            self.report("Y104", span, "depth", limit=MAX_DEPTH)
            raise Stop
        self.anchors.pop(event.anchor, None)
        self.stack.append((self.container, (self.key, self.nodes), event.anchor))
        self.container, self.key = value, NO_KEY

    def finish(self, event: Any) -> None:
        value = self.container
        self.container, (self.key, before), anchor = self.stack.pop()
        if value.flow:
            self.end = (event.end_mark.line, event.end_mark.column)
        first = value.span
        if value:
            line, column = self.end
            value.span = Span(first.file, first.line, first.column, line + 1, column + 1)
        elif value.flow:
            value.span = Span(first.file, first.line, first.column, self.end[0] + 1, self.end[1] + 1)
        if anchor:
            self.anchors[anchor] = (value, self.nodes - before + 1)


def _joined(match: re.Match[str]) -> str:
    """Two escaped halves of one character become that character; a lone half becomes a replacement sign."""
    return match.group().encode("utf-16", "surrogatepass").decode("utf-16", "replace")
