"""Changes to a file, each noted in a draft twice: as splices of its text, and in the data that should come of them."""

from collections.abc import Iterable

from lap.editing.draft import Draft
from lap.editing.lines import add_lines, cut_lines, insert_entry, remove_entry
from lap.editing.sheet import Sheet, Spot, point
from lap.source.nodes import Data, Mapping, Sequence, Text
from lap.source.writing import (
    BLOCKS,
    FLOW_ITEM,
    FLOW_KEY,
    FLOW_VALUE,
    KEY,
    QUOTES,
    Value,
    after_colon,
    entry,
    flow_entry,
    indented,
    item,
    on_one_line,
    scalar,
)


def rename(draft: Draft, spot: Spot, name: str) -> None:
    """Gives a key another name. Raises Refused where that name stands in its group already."""
    parent, sheet = spot.parent, draft.sheet
    assert isinstance(parent, Mapping)
    if name in parent and name != spot.key:
        raise sheet.refused("stands-there", name=name)
    draft.name(spot, name)
    place = parent.places[str(spot.key)]
    start = sheet.start(place)
    sign = sheet.text[start]
    setting, style = FLOW_KEY if parent.flow else KEY, sign if sign in QUOTES else ""
    draft.splice(start, sheet.end(place), scalar(name, setting, style, sheet.manner.quote))


def set_value(draft: Draft, spot: Spot, value: Value) -> None:
    """Puts a value in the place of the one that stands at a spot, or of none."""
    draft.twin(spot)[spot.key] = value
    sheet, old = draft.sheet, spot.value
    head, *body = _written(sheet, spot, value)
    if old is None:
        line = sheet.line(sheet.mark_end(spot))
        _fill(draft, spot, head)
    elif isinstance(old, Text) and old.style in BLOCKS:
        line = old.span.line
        if isinstance(value, str) and _fits_in_block(sheet, old, value):
            begin, end = sheet.line_start(line + 1), sheet.end(old.span)
            draft.splice(end - len(sheet.text[begin:end].lstrip(" ")), end, value)
        else:
            _over_block(draft, spot, old, head)
    elif sheet.stands_below(spot):
        mark = sheet.mark_end(spot)
        line = sheet.line(mark)
        draft.splice(mark, mark, head)
        assert not isinstance(old, Text)
        first = sheet.first(old)
        cut_lines(draft, sheet.line(first), sheet.last_line(spot), sheet.column(first))
    else:
        line = old.span.end_line
        start = sheet.start(old.span) if head else sheet.mark_end(spot)
        draft.splice(start, sheet.end(old.span), head.lstrip(" "))
    if body:
        add_lines(draft, line + 1, indented(body, sheet.column(sheet.begin(spot)) - 1))


def _written(sheet: Sheet, spot: Spot, value: Value) -> list[str]:
    """What follows the colon or the dash on its line, and the lines below."""
    old, manner = spot.value, sheet.manner
    style = old.style if isinstance(old, Text) else ""
    flow = old.flow if isinstance(old, Mapping | Sequence) else None
    if spot.parent is not None and spot.parent.flow:
        setting = FLOW_VALUE if isinstance(spot.parent, Mapping) else FLOW_ITEM
        return [" " + on_one_line(value, manner, style, setting)]
    if isinstance(spot.parent, Mapping):
        return after_colon(value, manner, style, flow)
    head, *body = item(value, manner, style, flow)
    return [head[1:], *body]


def _fill(draft: Draft, spot: Spot, head: str) -> None:
    """Writes where nothing stands, or a sign for nothing."""
    parent, sheet = spot.parent, draft.sheet
    place = parent.empties.get(str(spot.key)) if isinstance(parent, Mapping) else None
    if place is None:
        raise sheet.refused("no-place")
    start, end = sheet.offset(place), sheet.end(place)
    if start < end:
        head = head.lstrip(" ")
    elif sheet.text[start - 1] != ":":
        head = ":" + head
    draft.splice(start, end, head)


def _fits_in_block(sheet: Sheet, old: Text, text: str) -> bool:
    """Whether a text can stand where a text of one line stands after `|-` or `>-`."""
    alone = old.span.end_line == old.span.line + 1 and sheet.block_sign(old).endswith("-")
    return alone and text != "" and text.isprintable() and text == text.strip()


def _over_block(draft: Draft, spot: Spot, old: Text, head: str) -> None:
    """In place of a text that begins with `|` or `>`: its sign and its lines go, a comment after the sign stays."""
    sheet, start = draft.sheet, draft.sheet.start(old.span)
    end = start + len(sheet.block_sign(old))
    draft.splice(start if head else sheet.mark_end(spot), end, head.lstrip(" "))
    draft.splice(sheet.line_start(old.span.line + 1), sheet.line_start(old.span.end_line + 1), "")


def insert_key(draft: Draft, group: Mapping, name: str, value: Value, after: str | None) -> None:
    """Puts a new key into a group, after one that stands there or before all of them."""
    sheet = draft.sheet
    if name in group:
        raise sheet.refused("stands-there", name=name)
    twin, place = draft.twin(Spot(group, name, None)), 0 if after is None else list(group).index(after) + 1
    items = list(twin.items())
    twin.clear()
    twin.update([*items[:place], (name, value), *items[place:]])
    style, flow = _like(group.values(), value)
    if group.flow:
        lines = [flow_entry(name, value, sheet.manner, style)]
    else:
        lines = entry(name, value, sheet.manner, style, flow)
    insert_entry(draft, group, place, lines)


def insert_item(draft: Draft, items: Sequence, place: int, value: Value) -> None:
    """Puts a new item into a list, before the one that has this number."""
    draft.twin(Spot(items, place, None)).insert(place, value)
    style, flow = _like(items, value)
    if items.flow:
        lines = [on_one_line(value, draft.sheet.manner, style, FLOW_ITEM)]
    else:
        lines = item(value, draft.sheet.manner, style, flow)
    insert_entry(draft, items, place, lines)


def _like(neighbours: Iterable[Data], value: Value) -> tuple[str, bool | None]:
    """The style of the texts around, where they agree, and whether groups or lists around stand on one line."""
    neighbours = list(neighbours)
    styles = {one.style for one in neighbours if isinstance(one, Text)}
    kind = Mapping if isinstance(value, dict) else Sequence
    flows = {one.flow for one in neighbours if isinstance(one, kind)}
    return styles.pop() if len(styles) == 1 else "", flows.pop() if len(flows) == 1 else None


def remove(draft: Draft, spot: Spot) -> None:
    """Takes out a key with its value, or an item of a list. Comments that stood in it stay, on lines of their own.

    A group or list that would be left empty is written as `{}` or `[]`.
    """
    around = spot.parent
    if around is not None and len(around) == 1 and not around.flow:
        outer = draft.sheet.values[point(around.span)]
        set_value(draft, outer, {} if isinstance(around, Mapping) else [])
        return
    del draft.twin(spot)[spot.key]
    remove_entry(draft, spot)


def into_list(draft: Draft, spot: Spot, value: Value, place: int = 1) -> None:
    """Makes a list of the one thing that stands for it, and adds a second one after it, or before it at place 0."""
    sheet, old = draft.sheet, spot.value
    assert old is not None
    if isinstance(old, Mapping) and not old.flow and old.anchor is None:
        _dash_before(draft, spot, old)
        _pair(draft, spot, value, place)
        _second_item(draft, spot, old, value, place)
    elif isinstance(old, Mapping) or (isinstance(old, Text) and old.style in QUOTES):
        _pair(draft, spot, value, place)
        text = on_one_line(value, sheet.manner, getattr(old, "style", ""), FLOW_ITEM)
        start, end = sheet.start(old.span), sheet.end(old.span)
        draft.splice(start, start, "[" if place else f"[{text}, ")
        draft.splice(end, end, f", {text}]" if place else "]")
    else:
        set_value(draft, spot, [str(old), value] if place else [value, str(old)])


def _pair(draft: Draft, spot: Spot, value: Value, place: int) -> None:
    """What is expected: a list of what stands at a spot and of another value."""
    old = draft.expected if spot.parent is None else draft.twin(spot)[spot.key]
    both = [old, value] if place else [value, old]
    if spot.parent is None:
        draft.expected = both
    else:
        draft.twin(spot)[spot.key] = both


def _dash_before(draft: Draft, spot: Spot, old: Mapping) -> None:
    """A group on lines of its own becomes an item of a list: its lines move to the right of a dash."""
    sheet, start = draft.sheet, draft.sheet.first(old)
    draft.splice(start, start, "- ")
    for line in range(sheet.line(start) + 1, sheet.last_line(spot) + 1):
        begin = sheet.line_start(line)
        if sheet.text[begin : sheet.line_start(line + 1)].strip():
            draft.splice(begin, begin, "  ")


def _second_item(draft: Draft, spot: Spot, old: Mapping, value: Value, place: int) -> None:
    sheet, start = draft.sheet, draft.sheet.first(old)
    lines = indented(item(value, sheet.manner, flow=False), sheet.column(start) - 1)
    add_lines(draft, sheet.last_line(spot) + 1 if place else sheet.line(start), lines)
