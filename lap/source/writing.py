"""Values in YAML, written as a person would beside what stands there already: quotes only where they are needed."""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from lap.source.canonical import CONTINUES, FIGURE_ENDED
from lap.source.document import parse
from lap.source.nodes import Data, Mapping, Sequence, Text
from lap.source.vocabulary import KINDS, Holds, shown

Value = str | None | list[Any] | dict[str, Any]
"""What can be written: a text, nothing, a list of values, a group of keys and values; in the words of the file."""

QUOTES = ("'", '"')
BLOCKS = ("|", ">")
UNPRINTABLE = re.compile("[\x7f-\x9f\u00ad\u200b-\u200f\u2028\u2029\u2060-\u2064\ufeff\ufffe\uffff]")


class Setting(NamedTuple):
    """Where a text is to stand: what comes before and after it, and what the two of them hold with it inside."""

    before: str
    after: str
    holds: Callable[[str], object]


VALUE = Setting("k: ", "", lambda text: {"k": text})
ITEM = Setting("- ", "", lambda text: [text])
KEY = Setting("", ": v", lambda text: {text: "v"})
FLOW_VALUE = Setting("{k: ", " }", lambda text: {"k": text})
FLOW_ITEM = Setting("[", " ]", lambda text: [text])
FLOW_KEY = Setting("{", ": v}", lambda text: {text: "v"})


class Manner(NamedTuple):
    """How the authors of a file write: their quote, the spaces before what belongs to a key, lists and groups on one line.

    `step` are the spaces before the keys of a group, `dash` those before the dash of a list.
    """

    quote: str = '"'
    step: int = 2
    dash: int = 2
    flow_lists: bool = True
    flow_groups: bool = False


def manner_of(data: Data) -> Manner:
    """The manner of what stands in a file, by what occurs most."""
    counts: Counter[tuple[str, object]] = Counter(_habits(data))

    def most(habit: str, default: Any) -> Any:
        found = [(times, value) for (name, value), times in counts.items() if name == habit]
        return max(found, key=lambda one: one[0])[1] if found else default

    return Manner(most("quote", '"'), most("step", 2), most("dash", 2), most("lists", True), most("groups", False))


def _habits(data: Data) -> Iterator[tuple[str, object]]:
    todo: list[tuple[Data, int]] = [(data, 0)]
    while todo:
        node, outer = todo.pop()
        if isinstance(node, Text) and node.style in QUOTES:
            yield "quote", node.style
        elif isinstance(node, Mapping) and node.places and node.anchor is None:
            column = next(iter(node.places.values())).column
            if outer and not node.flow and column > outer:
                yield "step", column - outer
            todo += [(value, 0 if node.flow else column) for value in node.values()]
        elif isinstance(node, Sequence) and node.anchor is None:
            if outer and not node.flow and node.span.column >= outer:
                yield "dash", node.span.column - outer
            if node and all(isinstance(item, Text) for item in node):
                yield "lists", node.flow
            for item in node:
                if isinstance(item, Mapping):
                    yield "groups", item.flow
            todo += [(item, 0) for item in node]


def scalar(text: str, setting: Setting, style: str, quote: str = '"') -> str:
    """A text in the style of its neighbours where it can be written so, else between quotes."""
    ways = [style] if style in QUOTES else [""]
    for way in (*ways, quote, '"'):
        written = _quoted(text, way)
        if _reads(written, setting, text) and not (way == "" and _misread(text, setting)):
            return written
    return _quoted(text, '"')


def _quoted(text: str, quote: str) -> str:
    if quote == "'":
        return "'" + text.replace("'", "''") + "'"
    if quote == '"':
        written = json.dumps(text, ensure_ascii=False)
        return UNPRINTABLE.sub(lambda match: f"\\u{ord(match.group()):04x}", written)
    return text


def _reads(written: str, setting: Setting, text: str) -> bool:
    """Whether what is written reads as the text, on one line and with nothing to find fault with."""
    if not written or "\n" in written or "\r" in written:
        return False
    document = parse(f"{setting.before}{written}{setting.after}\n", "")
    return not document.findings and document.data == setting.holds(text)


def _misread(text: str, setting: Setting) -> bool:
    """Whether a plain item between brackets looks like the rest of the item before it (Y109)."""
    return setting is FLOW_ITEM and bool(CONTINUES.match(text) or FIGURE_ENDED.match(text))


def on_one_line(value: Value, manner: Manner, style: str = "", setting: Setting = FLOW_VALUE) -> str:
    """A value without line breaks, as it stands between brackets."""
    if value is None:
        return "~" if setting is FLOW_ITEM else ""
    if isinstance(value, str):
        return scalar(value, setting, style, manner.quote)
    if isinstance(value, list):
        return "[" + ", ".join(on_one_line(item, manner, style, FLOW_ITEM) for item in value) + "]"
    return "{" + ", ".join(flow_entry(name, item, manner) for name, item in value.items()) + "}"


def flow_entry(name: str, value: Value, manner: Manner, style: str = "") -> str:
    """A key and its value between braces."""
    return f"{scalar(name, FLOW_KEY, '', manner.quote)}: {on_one_line(value, manner, style)}"


def entry(name: str, value: Value, manner: Manner, style: str = "", flow: bool | None = None) -> list[str]:
    """The lines of a key and its value; the lines below the first are indented from the key."""
    head, *body = after_colon(value, manner, style, flow)
    return [f"{scalar(name, KEY, '', manner.quote)}:{head}", *body]


def after_colon(value: Value, manner: Manner, style: str = "", flow: bool | None = None) -> list[str]:
    """What follows a key's colon on its line, with the space, and the lines below, indented from the key."""
    if value is None:
        return [""]
    if isinstance(value, str):
        return _literal(value, manner.step) or [" " + scalar(value, VALUE, style, manner.quote)]
    if _flows(value, manner.flow_lists if flow is None else flow, isinstance(value, list) or bool(flow)):
        return [" " + on_one_line(value, manner, style)]
    if isinstance(value, list):
        lines = [line for one in value for line in item(one, manner, style)]
        return ["", *indented(lines, manner.dash)]
    lines = [line for name, one in value.items() for line in entry(name, one, manner)]
    return ["", *indented(lines, manner.step)]


def item(value: Value, manner: Manner, style: str = "", flow: bool | None = None) -> list[str]:
    """The lines of a list's item; the lines below the first are indented from its dash."""
    if value is None:
        return ["-"]
    if isinstance(value, str):
        head, *body = _literal(value, 2) or [" " + scalar(value, ITEM, style, manner.quote)]
        return [f"-{head}", *body]
    if _flows(value, manner.flow_groups if flow is None else flow, True):
        return [f"- {on_one_line(value, manner, style)}"]
    lines = (
        [line for one in value for line in item(one, manner, style)]
        if isinstance(value, list)
        else [line for name, one in value.items() for line in entry(name, one, manner)]
    )
    return [f"- {lines[0]}", *indented(lines[1:], 2)]


def _flows(value: list[Any] | dict[str, Any], wanted: bool, may: bool) -> bool:
    """Whether a list or a group goes on one line: an empty one must; one with texts of several lines never does."""
    if not value:
        return True
    parts = value.values() if isinstance(value, dict) else value
    simple = isinstance(value, dict) or all(isinstance(one, str) for one in parts)
    return wanted and may and simple and not any(isinstance(one, str) and "\n" in one for one in parts)


def _literal(text: str, indent: int) -> list[str]:
    """A text of several lines after the sign `|`, or nothing where it cannot be written so."""
    if "\n" not in text.rstrip("\n"):
        return []
    lines = [" |" if text.endswith("\n") else " |-", *indented(text.removesuffix("\n").split("\n"), indent)]
    document = parse("k:" + "\n".join(lines) + "\n", "")
    return lines if not document.findings and document.data == {"k": text} else []


def indented(lines: list[str], spaces: int) -> list[str]:
    """Lines moved to the right; empty ones stay empty."""
    return [" " * spaces + line if line else line for line in lines]


def worded(value: Value, holds: Holds, language: str) -> Value:
    """A value with its keys and fixed words as its file says them, its accents composed."""
    if isinstance(value, dict) and holds.shape == "one":
        entries = KINDS[holds.kind].entries
        return {
            shown(holds.kind, key, language): worded(
                child, entries[key].holds if key in entries else Holds("text"), language
            )
            for key, child in value.items()
        }
    if isinstance(value, dict):
        inner = Holds("one", holds.kind) if holds.shape == "ids" else Holds("text")
        return {key: worded(child, inner, language) for key, child in value.items()}
    if isinstance(value, list):
        inner = Holds("one", holds.kind) if holds.shape == "list" else Holds("text")
        return [worded(child, inner, language) for child in value]
    if value is None:
        return None
    return unicodedata.normalize("NFC", shown("=" + holds.kind, value, language) if holds.shape == "word" else value)
