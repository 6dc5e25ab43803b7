"""The parts of a drawn tree as SVG: a box with its words, the lines between boxes, headings."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lap.show.lettering import estimated, width
from lap.show.svg import Point, Value, content, element, line, polygon
from lap.show.tree_layout import STEP, TRUNK, Placed, Spot, every
from lap.show.tree_lettering import PAD, Lettered, Line

INK, QUIET, PAPER, TINT, SHADE = "#14212b", "#46535d", "#ffffff", "#e4eeeb", "#ececec"
DARK_RULE = "#8fa3b0"


class Border(NamedTuple):
    """How a box is bordered."""

    width: float
    dashes: str = ""


BORDERS = {
    "centre": Border(3),
    "objective": Border(3),
    "effect": Border(2),
    "cause": Border(2),
    "necessary": Border(6),
    "sufficient": Border(2.5),
    "contributing": Border(1.5),
    "aside": Border(2.5, "14 8"),
    "missing": Border(2.5, "3 7"),
}
SPINE = STEP - 22  # where the line of a fork stands in the box that it comes from
CURVE, HEAD = 8, 13


def drawn_box(of: Lettered, spot: Spot, across: float, title: str) -> str:
    """A box at its place, `across` further right. A title is shown on pointing at it."""
    dark = of.box.look == "centre"
    ink = PAPER if dark else INK
    x, y = spot.x + across, spot.y
    foot = y + spot.height - of.foot_height
    parts = [element("title", content(title))] if title else []
    parts += _frame(of, spot, x, dark)
    parts += [_line(one, x, y, ink, dark) for one in of.lines]
    parts += [_line(one, x, foot, ink, dark) for one in of.foot]
    return element("g", *parts)


def _frame(of: Lettered, spot: Spot, x: float, dark: bool) -> Iterator[str]:
    """The border, inside the box's edges, and what tells its foot apart."""
    look, stroke = of.box.look, BORDERS[of.box.look]
    fill = INK if dark else SHADE if look == "aside" else PAPER
    yield _inset(
        spot, x, stroke.width / 2, fill=fill, stroke=INK, stroke_width=stroke.width, stroke_dasharray=stroke.dashes,
        rx=16 if of.box.side == "effects" else "",
    )  # fmt: skip
    inner = stroke.width
    if look in ("sufficient", "objective"):
        inner = 8
        yield _inset(spot, x, 7, fill="none", stroke=INK, stroke_width=1.5)
    if of.foot:
        top = spot.bottom - of.foot_height
        ends = [(x + inner, top), (x + spot.width - inner, top)]
        if not dark:
            yield element(
                "rect", x=x + inner, y=top, width=spot.width - 2 * inner, height=of.foot_height - inner, fill=TINT
            )
        yield element("path", d=line(ends), stroke=DARK_RULE if dark else INK, stroke_width=1.5)


def _inset(spot: Spot, x: float, by: float, **look: Value) -> str:
    return element("rect", x=x + by, y=spot.y + by, width=spot.width - 2 * by, height=spot.height - 2 * by, **look)


def _line(one: Line, x: float, y: float, ink: str, dark: bool) -> str:
    style = one.style
    letters = element(
        "text", content(one.text), x=x + one.x, y=y + one.y, font_size=style.size, fill=ink if dark or style.strong else QUIET,
        font_weight="bold" if style.bold else "",
        textLength=width(one.text, style.size, style.bold) if estimated(one.text) else "",
        lengthAdjust="spacingAndGlyphs" if estimated(one.text) else "",
    )  # fmt: skip
    return _sign(one.sign, x + PAD, y + one.y, ink) + letters


def _sign(sign: str, x: float, baseline: float, ink: str) -> str:
    """An empty square for a gap, a tick for an answer."""
    if sign == "gap":
        return element("rect", x=x + 1, y=baseline - 12, width=13, height=13, fill="none", stroke=ink, stroke_width=2)
    if sign == "answer":
        tick = [(x + 1, baseline - 6), (x + 6, baseline - 1), (x + 15, baseline - 13)]
        return element("path", d=line(tick), fill="none", stroke=ink, stroke_width=3)
    return ""


def connectors(placed: Placed, across: float) -> Iterator[str]:
    """All lines between boxes, each pointing from a cause to what it brings about."""
    centre = placed.centre
    yield from _trunk(placed.effects, centre, centre.y - TRUNK, across, up=True)
    yield from _trunk(placed.causes, centre, centre.bottom + TRUNK, across, up=False)
    for spot in every(placed.effects):
        yield from _branch(spot, across, up=True)
    for spot in every(placed.causes):
        yield from _branch(spot, across, up=False)
    for points in placed.links:
        moved = [(x + across, y) for x, y in points]
        yield _stroke(moved, dotted=True)
        yield _head(moved[-1], moved[-1][0] - moved[-2][0], 0)


def _trunk(spots: Sequence[Spot], centre: Spot, bus: float, across: float, up: bool) -> Iterator[str]:
    """From the problem to the effects, or from the causes to the problem."""
    x, edge = centre.middle + across, centre.y if up else centre.bottom
    for spot in spots:
        far = spot.bottom if up else spot.y
        end = (spot.middle + across, far)
        from_bus = len(spots) > 1 and abs(end[0] - x) < 2 * CURVE  # too near for a corner of its own
        yield _stroke([(end[0], bus), end] if from_bus else [(x, edge), (x, bus), (end[0], bus), end])
        if up:
            yield _head(end, 0, -1)
    if not up:
        yield _head((x, edge), 0, -1)


def _branch(spot: Spot, across: float, up: bool) -> Iterator[str]:
    """Between a box and those on it."""
    edge = spot.y if up else spot.bottom
    for one in spot.spots:
        if one.chained:
            end = (one.middle + across, one.bottom if up else one.y)
            yield _stroke([(spot.middle + across, edge), end])
            yield _head(end if up else (spot.middle + across, edge), 0, -1)
        else:
            inwards = min(one.height / 2, 40)
            end = (one.x + across, one.bottom - inwards if up else one.y + inwards)
            spine = spot.x + SPINE + across
            yield _stroke([(spine, edge), (spine, end[1]), end])
            yield _head(end, 1, 0) if up else _head((spine, edge), 0, -1)


DOTTED: dict[str, Value] = {"stroke_width": 4, "stroke_dasharray": "2 8", "stroke_linecap": "round"}


def _stroke(points: Sequence[Point], dotted: bool = False) -> str:
    look = DOTTED if dotted else {"stroke_width": 2.5}
    return element("path", d=line(points, CURVE), fill="none", stroke=INK, **look)


def _head(tip: Point, right: float, down: float) -> str:
    """The head of an arrow, which points right or left, or up (`down` is -1)."""
    x, y = tip
    if down:
        points = [(x, y), (x - HEAD / 2, y + HEAD), (x + HEAD / 2, y + HEAD)]
    else:
        back = -HEAD if right > 0 else HEAD
        points = [(x, y), (x + back, y - HEAD / 2), (x + back, y + HEAD / 2)]
    return element("polygon", points=polygon(points), fill=INK)


def pointing(start: Point, end: Point) -> str:
    """A broad arrow to the right, from what is to what shall be."""
    (x, y), (tip, _) = start, end
    back = tip - 26
    points = [(x, y - 5), (back, y - 5), (back, y - 17), (tip, y), (back, y + 17), (back, y + 5), (x, y + 5)]
    return element("polygon", points=polygon(points), fill=INK)
