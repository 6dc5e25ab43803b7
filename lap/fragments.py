"""The examples in the rules' docstrings: what they are, laid over the base plan, and the findings they promise."""

import re
import textwrap
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from lap.rule import Rule
from lap.source import canonical
from lap.source.document import Document, parse
from lap.source.files import Source, check_version, read_bytes
from lap.source.nodes import Data, Mapping, Sequence, Text
from lap.source.span import Span
from lap.source.vocabulary import KINDS, SPANISH, Holds, shown

BASE, SPANISH_BASE, FRAGMENT = "base.yaml", "base.es.yaml", "example.yaml"
MARK = re.compile(r"#\s*<-\s*((?:[A-Z]\d{3}\s*)+)$")
HEADING = re.compile(r"^(Bad|Good):$", re.M)


class Page(NamedTuple):
    """A rule's docstring in its parts; `bad` and `good` are plan fragments, or a sentence where a file cannot show it."""

    title: str
    reason: str
    bad: str
    good: str


def page(rule: Rule) -> Page:
    """The parts of a rule's docstring."""
    first, _, rest = (rule.check.__doc__ or "").partition("\n")
    text, *parts = HEADING.split(textwrap.dedent(rest))
    bad, good = (textwrap.dedent(part).strip("\n").rstrip() for part in parts[1::2])
    return Page(first.strip().rstrip("."), text.strip(), bad, good)


def is_plan(fragment: str) -> bool:
    """Whether a fragment is YAML, and not a sentence about files."""
    return not fragment[:1].isupper()


def marks(text: str) -> list[tuple[int, str]]:
    """The findings that a text promises: line (from 1) and code, in order."""
    return [
        (number, code)
        for number, line in enumerate(text.split("\n"), 1)
        if (match := MARK.search(line))
        for code in match.group(1).split()
    ]


def laid_over_base(fragment: str) -> Source:
    """A fragment as a plan: alone when it begins with `lap:`, else laid over the base plan.

    Where it says that the plan's language is Spanish, the sentences of the base plan are Spanish, too.
    """
    if fragment.startswith("lap:"):
        return read_bytes(fragment.encode(), FRAGMENT)
    document = parse(fragment, FRAGMENT)
    if not isinstance(document.data, Mapping):
        return read_bytes(fragment.encode(), FRAGMENT)
    below = {name: parse(_text(name), name) for name in _bases(document.data.get("language"))}
    base, *over = (layer.data for layer in (*below.values(), document))
    assert isinstance(base, Mapping)
    for data in over:
        assert isinstance(data, Mapping)
        _lay_over(base, data)
    return _read(base, {FRAGMENT: document, **below})


def _bases(language: Data) -> tuple[str, ...]:
    return (BASE, SPANISH_BASE) if language == SPANISH else (BASE,)


@cache
def _text(name: str) -> str:
    return Path(__file__).with_name("rules").joinpath(name).read_text("utf-8")


def _read(data: Mapping, documents: dict[str, Document]) -> Source:
    fragment = documents[FRAGMENT]
    reading = canonical.read(data, Holds("one", "plan"), fragment.repaired)
    assert isinstance(reading.data, Mapping)
    findings = fragment.findings + reading.findings
    source = Source(FRAGMENT, reading.data, documents, findings, reading.broken, reading.languages)
    check_version(source)
    return source


def _lay_over(below: Mapping, above: Mapping) -> None:
    """Mappings merge by key; lists and words replace; an empty value removes."""
    todo: list[tuple[Mapping, Mapping]] = [(below, above)]
    while todo:
        low, high = todo.pop()
        low.span = high.span
        for key, value in high.items():
            low.places[key] = high.places[key]
            there: Data = low.get(key)
            if isinstance(there, Mapping) and isinstance(value, Mapping):
                todo.append((there, value))
            else:
                low[key] = value


def in_spanish(fragment: str) -> str:
    """The same fragment with the format's Spanish keys and fixed words; the sentences in it stay."""
    document = parse(fragment, FRAGMENT)
    lines = fragment.split("\n")
    for span, word in sorted(_spanish_words(document.data), key=lambda pair: pair[0], reverse=True):
        row = lines[span.line - 1]
        lines[span.line - 1] = row[: span.column - 1] + word + row[span.end_column - 1 :]
    return "\n".join(lines)


def _spanish_words(data: Data) -> Iterator[tuple[Span, str]]:
    """The place of every key and fixed word of the format, with its Spanish name."""
    todo: list[tuple[Data, Holds]] = [(data, Holds("one", "plan"))]
    while todo:
        node, holds = todo.pop()
        if isinstance(node, Sequence):
            todo += [(item, Holds("one", holds.kind)) for item in node]
        elif isinstance(node, Text) and holds.shape == "word":
            yield node.span, shown("=" + holds.kind, node, SPANISH)
        elif isinstance(node, Mapping) and holds.shape == "ids":
            todo += [(child, Holds("one", holds.kind)) for child in node.values()]
        elif isinstance(node, Mapping) and holds.shape in ("one", "list") and holds.kind:
            for key, child in node.items():
                entry = KINDS[holds.kind].entries.get(key)
                if entry is not None:
                    yield node.places[key], entry.spanish
                    todo.append((child, entry.holds))
