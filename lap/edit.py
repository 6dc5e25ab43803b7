"""Changes to a plan at a place of it, by splicing its text: set, insert, append, remove and rename at a route.

Each answers with the new text of one file, after this proof: the text, read again, differs in the intended place and
nowhere else, and every comment is still there. What cannot be proved is refused. New lines take over the indentation,
the quotes, the brackets and the line endings of their neighbours, and the words of their file.
"""

from typing import NamedTuple

from lap.editing import changes
from lap.editing.draft import Draft
from lap.editing.sheet import Refused, Sheet, Spot, point
from lap.editing.tail import after_item
from lap.source.files import Source
from lap.source.nodes import Data, Mapping, Sequence, Text, step, walk
from lap.source.span import Route
from lap.source.vocabulary import ENGLISH, KINDS, Holds, entry_of, holds_at, shown
from lap.source.writing import Value, worded

__all__ = ["Edited", "Refused", "add_after", "append", "insert", "remove", "rename", "set_value"]


class Edited(NamedTuple):
    """A file of the plan and its new text."""

    file: str
    text: str


class _Place(NamedTuple):
    """The last thing on a route that stands in the plan, where its text stands, and the rest of the route."""

    data: Data
    route: Route
    rest: Route
    sheet: Sheet
    spot: Spot
    language: str


def set_value(source: Source, route: Route, value: Value) -> Edited:
    """Writes a value at a route, over the one that stands there or as a new one.

    The keys and fixed words of a value are canonical. The groups that lead to the place are made where they are
    missing. Raises Refused, as all of these do.
    """
    place = _find(source, route)
    if place.rest:
        return _added(place, value)
    draft = Draft(place.sheet)
    changes.set_value(draft, place.spot, worded(value, holds_at(route), place.language))
    return _edited(draft)


def insert(source: Source, route: Route, value: Value) -> Edited:
    """Writes a new key, in the order of the format, or a new item of a list before the one that has its number."""
    place = _find(source, route)
    if place.rest:
        return _added(place, value)
    if not isinstance(route[-1], int):
        raise place.sheet.refused("stands-there", name=str(route[-1]))
    around, draft, value = place.spot.parent, Draft(place.sheet), worded(value, holds_at(route), place.language)
    if isinstance(around, Sequence):
        changes.insert_item(draft, around, int(place.spot.key), value)
    else:
        changes.into_list(draft, place.spot, value, 0)
    return _edited(draft)


def append(source: Source, route: Route, value: Value) -> Edited:
    """Writes a new item at the end of a list; one thing that stands for a list becomes the first item of one."""
    there = walk(source.data, route)
    if isinstance(there, Sequence) and there:
        return add_after(source, (*route, len(there) - 1), value)
    place = _find(source, route)
    if place.rest:
        return _added(place, [value])
    if not isinstance(place.data, Sequence):
        raise place.sheet.refused("no-place")
    return _appended(place.sheet, place.spot, worded(value, holds_at((*route, 0)), place.language))


def add_after(source: Source, route: Route, value: Value) -> Edited:
    """Writes a new item of a list, after the one that a route ends in."""
    there = walk(source.data, route)
    assert there is not None
    file = there.span.file
    language = source.languages.get(file) or next(iter(source.languages.values()), ENGLISH)
    value = worded(value, holds_at(route), language)
    text = after_item(source.documents[file], there.span, value)
    return Edited(file, text) if text is not None else _appended(*_spot(source, there), value)


def remove(source: Source, route: Route) -> Edited:
    """Takes a key with its value, or an item of a list, out of the text."""
    sheet, spot = _entry(source, route)
    draft = Draft(sheet)
    changes.remove(draft, spot)
    return _edited(draft)


def rename(source: Source, route: Route, name: str) -> Edited:
    """Gives the key, or the id, at the end of a route another name, written as it is given."""
    sheet, spot = _entry(source, route)
    if not isinstance(spot.parent, Mapping):
        raise sheet.refused("no-place")
    draft = Draft(sheet)
    changes.rename(draft, spot, name)
    return _edited(draft)


def _edited(draft: Draft) -> Edited:
    return Edited(draft.sheet.file, draft.proved().text)


def _find(source: Source, route: Route) -> _Place:
    """Walks as far along a route as the plan goes."""
    data: Data = source.data
    length = 0
    while length < len(route) and (below := step(data, route[length])) is not None:
        data, length = below, length + 1
    assert data is not None
    sheet, spot = _spot(source, data)
    languages = source.languages
    language = languages.get(sheet.file) or next(iter(languages.values()), ENGLISH)
    return _Place(data, route[:length], route[length:], sheet, spot, language)


def _spot(source: Source, data: Text | Mapping | Sequence) -> tuple[Sheet, Spot]:
    """Where a piece of the canonical data stands in the text of its file."""
    sheet = Sheet(source.documents[data.span.file])
    if point(data.span) not in sheet.values:
        raise sheet.refused("no-place")
    return sheet, sheet.values[point(data.span)]


def _entry(source: Source, route: Route) -> tuple[Sheet, Spot]:
    """The entry at the end of a route, which may have no value. Raises Refused where it has no place of its own."""
    place = _find(source, route)
    if len(place.rest) == 1 and (spot := _empty(place)):
        return place.sheet, spot
    if place.rest or not route or place.data is None:
        raise place.sheet.refused("no-place")
    outer = walk(source.data, route[:-1])
    if (
        isinstance(outer, Mapping)
        and outer.span[:3] == place.data.span[:3]
        and not isinstance(place.spot.value, Mapping)
    ):
        raise place.sheet.refused("no-place")  # a short form: the text stands for the whole group
    return place.sheet, place.spot


def _empty(place: _Place) -> Spot | None:
    """The key that the rest of a route begins with, where it stands with nothing after it."""
    name, raw = place.rest[0], place.spot.value
    if not isinstance(place.data, Mapping) or not isinstance(raw, Mapping):
        return None
    written = place.data.written.get(str(name), str(name))
    return Spot(raw, written, None) if written in raw and raw[written] is None else None


def _added(place: _Place, value: Value) -> Edited:
    """Writes what is missing at the end of a route, with the groups that lead there."""
    name, sheet, raw = place.rest[0], place.sheet, place.spot.value
    for key in reversed(place.rest[1:]):
        value = [value] if isinstance(key, int) else {key: value}
    value = worded(value, holds_at((*place.route, name)), place.language)
    draft, holds, empty = Draft(sheet), holds_at(place.route), _empty(place)
    if empty is not None:
        changes.set_value(draft, empty, value)
    elif isinstance(name, int) or not isinstance(place.data, Mapping):
        raise sheet.refused("no-place")
    elif isinstance(raw, Mapping):
        _own_group(place, raw)
        changes.insert_key(draft, raw, _written(name, holds, place.language), value, _before(name, raw, holds))
    elif isinstance(raw, Text) and holds.shape == "one":
        short = KINDS[holds.kind].short
        both = {_written(short, holds, place.language): str(raw), _written(name, holds, place.language): value}
        changes.set_value(draft, place.spot, both)
    else:
        raise sheet.refused("no-place")
    return _edited(draft)


def _own_group(place: _Place, raw: Mapping) -> None:
    """Raises Refused where the entries of a collection stand in files of their own: a new one needs a new file."""
    assert isinstance(place.data, Mapping)
    if holds_at(place.route).shape == "ids" and not set(place.data) <= set(raw):
        raise place.sheet.refused("new-file")


def _appended(sheet: Sheet, spot: Spot, value: Value) -> Edited:
    """A new item after the one at a spot, at the end of the list there, or after the one thing that stands for one."""
    draft = Draft(sheet)
    if isinstance(spot.parent, Sequence):
        changes.insert_item(draft, spot.parent, int(spot.key) + 1, value)
    elif isinstance(spot.value, Sequence):
        changes.insert_item(draft, spot.value, len(spot.value), value)
    else:
        changes.into_list(draft, spot, value)
    return _edited(draft)


def _before(name: str, raw: Mapping, holds: Holds) -> str | None:
    """The key after which a new one goes: by the order of the format, by date, or at the end."""
    keys = list(raw)
    if holds.shape == "dates":
        keys = [key for key in keys if key < name]
    elif holds.shape == "one":
        order = list(KINDS[holds.kind].entries)
        ranks = {key: order.index(found.name) for key in keys if (found := entry_of(holds.kind, key))}
        earlier = [key for key in ranks if name in order and ranks[key] < order.index(name)]
        return max(earlier, key=ranks.__getitem__) if earlier else None
    return keys[-1] if keys else None


def _written(name: str, holds: Holds, language: str) -> str:
    """A key in the words of its file."""
    return shown(holds.kind, name, language) if holds.shape == "one" else name
