"""Elements of an SVG drawing as text. Presentation attributes only: a strict policy for content lets nothing else through."""

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape, quoteattr

from lap.language.speech import visible

Value = str | float
Point = tuple[float, float]


def element(name: str, *children: str, **attributes: Value) -> str:
    """An element around others; `stroke_width` is written stroke-width, and a value of "" is left out."""
    said = "".join(
        f" {key.rstrip('_').replace('_', '-')}={quoteattr(_value(value))}"
        for key, value in attributes.items()
        if value != ""
    )
    return f"<{name}{said}>{''.join(children)}</{name}>" if children else f"<{name}{said}/>"


def content(text: str) -> str:
    """A text as content; signs that XML has no place for are spelled out."""
    return escape(visible(text))


def _value(value: Value) -> str:
    return visible(value) if isinstance(value, str) else f"{value:.1f}".removesuffix(".0")


def line(points: Sequence[Point], radius: float = 0) -> str:
    """The path along points, its corners rounded."""
    parts = [f"M{_point(points[0])}"]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        entry, leave = _towards(corner, before, radius), _towards(corner, after, radius)
        parts.append(f"L{_point(entry)}Q{_point(corner)} {_point(leave)}")
    return "".join([*parts, f"L{_point(points[-1])}"])


def polygon(points: Iterable[Point]) -> str:
    """The points of a polygon."""
    return " ".join(map(_point, points))


def _point(point: Point) -> str:
    return ",".join(map(_value, point))


def _towards(start: Point, end: Point, length: float) -> Point:
    """A point so far from the start, at most half the way to the end."""
    across, down = end[0] - start[0], end[1] - start[1]
    way = (across**2 + down**2) ** 0.5
    share = min(length / way, 0.5) if way else 0
    return start[0] + across * share, start[1] + down * share
