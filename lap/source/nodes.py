"""Plain data that knows where it stands: text, mappings and sequences with their spans."""

from typing import Any

from lap.source.span import Route, Span


class Text(str):
    """A scalar, kept as it was written (after YAML's unquoting). `style` is the quote or block sign, "" if plain."""

    __slots__ = ("span", "style")
    span: Span
    style: str

    @classmethod
    def at(cls, value: str, span: Span, style: str = "") -> "Text":
        """Text at a place."""
        text = cls(value)
        text.span, text.style = span, style
        return text


class Mapping(dict[str, Any]):
    """Keys and values; `places` holds the span of each key, `flow` tells `{ }` from lines.

    `empties` holds the place of each value that is not there, `written` how a canonical key stands in the file.
    """

    __slots__ = ("anchor", "empties", "flow", "places", "span", "written")
    span: Span
    flow: bool
    places: dict[str, Span]
    empties: dict[str, Span]
    written: dict[str, str]
    anchor: Span | None

    @classmethod
    def at(cls, span: Span, flow: bool = False) -> "Mapping":
        """An empty mapping at a place."""
        new = cls()
        new.span, new.flow, new.anchor = span, flow, None
        new.places, new.empties, new.written = {}, {}, {}
        return new


class Sequence(list[Any]):
    """A list; `flow` tells `[ ]` from lines that begin with a dash."""

    __slots__ = ("anchor", "flow", "span")
    span: Span
    flow: bool
    anchor: Span | None

    @classmethod
    def at(cls, span: Span, flow: bool = False) -> "Sequence":
        """An empty sequence at a place."""
        new = cls()
        new.span, new.flow, new.anchor = span, flow, None
        return new


Data = Text | Mapping | Sequence | None


def alias_of(value: Data, span: Span) -> Data:
    """The same value seen from an alias: at the alias's own place, with the anchor's beside it where it is a group."""
    if isinstance(value, Text):
        return Text.at(value, span, value.style)
    if isinstance(value, Mapping):
        copy: Any = Mapping.at(span, value.flow)
        copy.update(value)
        copy.places, copy.empties, copy.written = value.places, value.empties, value.written
    elif isinstance(value, Sequence):
        copy = Sequence.at(span, value.flow)
        copy.extend(value)
    else:
        return None
    copy.anchor = value.span
    return copy  # type: ignore[no-any-return]


def step(data: Data, key: str | int) -> Data:
    """The value one step down a route, or None where there is none."""
    if isinstance(data, Mapping) and isinstance(key, str):
        return data.get(key)
    if isinstance(data, Sequence) and isinstance(key, int) and key < len(data):
        return data[key]  # type: ignore[no-any-return]
    return None


def walk(data: Data, route: Route) -> Data:
    """The value at the end of a route, or None."""
    for key in route:
        data = step(data, key)
    return data


def key_span(data: Data, route: Route) -> Span | None:
    """The span of the key (or list item) that a route ends in, or of the nearest one above it that exists."""
    best: Span | None = None
    for key in route:
        below = step(data, key)
        if isinstance(data, Mapping) and key in data.places:
            best = data.places[str(key)]
        elif below is not None:
            best = below.span
        if below is None:
            break
        data = below
    return best
