"""Lines and entries put into a text and taken out of it, comments and line endings kept."""

import re

from lap.editing.draft import Draft
from lap.editing.sheet import Spot, entry_of
from lap.source.nodes import Mapping, Sequence
from lap.source.writing import indented

COMMA = re.compile(r"[ \t]*,?")
REST_OF_LINE = re.compile(r"[ \t]*(,?)(?:[ \t]*|[ \t]+#[^\r\n]*)(?:\r\n|\r|\n)")


def add_lines(draft: Draft, line: int, lines: list[str]) -> None:
    """Notes new lines before a line, or at the end of the text."""
    sheet, start = draft.sheet, draft.sheet.line_start(line)
    text = sheet.newline.join(lines)
    at_end = line > len(sheet.breaks)
    draft.splice(start, start, sheet.newline + text if at_end else text + sheet.newline)


def cut_lines(draft: Draft, first: int, last: int, column: int) -> None:
    """Notes that lines go; the comments in them stay, each on a line, from a column on."""
    sheet = draft.sheet
    start, end = sheet.line_start(first), sheet.line_start(last + 1)
    kept = _comments(draft, first, last, column)
    if last >= len(sheet.breaks):  # the text ends without a break, and goes on doing so
        kept = kept.removesuffix(sheet.newline)
        if not kept and first > 1:
            start -= len(sheet.newline)
    draft.splice(start, end, kept)


def _comments(draft: Draft, first: int, last: int, column: int) -> str:
    found = [one.text for one in draft.sheet.document.comments() if first <= one.line <= last]
    return "".join(" " * (column - 1) + text + draft.sheet.newline for text in found)


def insert_entry(draft: Draft, around: Mapping | Sequence, place: int, lines: list[str]) -> None:
    """Notes a new entry of a group or list, before the one that has this number; its lines are indented from it."""
    sheet = draft.sheet
    if around.flow:
        _insert_in_flow(draft, around, place, lines[0])
        return
    first = sheet.first(around)
    lines = indented(lines, sheet.column(first) - 1)
    if place:
        add_lines(draft, sheet.last_line(entry_of(around, place - 1)) + 1, lines)
    else:
        indent = " " * (sheet.column(first) - 1)
        draft.splice(first, first, sheet.newline.join([*lines, indent]).removeprefix(indent))


def _insert_in_flow(draft: Draft, around: Mapping | Sequence, place: int, text: str) -> None:
    """A new entry between brackets; on a line of its own where the one before it has one."""
    sheet = draft.sheet
    if not around:
        start = sheet.start(around.span) + 1
        draft.splice(start, start, text)
        return
    if not place:
        start = sheet.first(around)
        draft.splice(start, start, text + ", ")
        return
    before = entry_of(around, place - 1)
    start, end = sheet.begin(before), sheet.value_end(before)
    rest = REST_OF_LINE.match(sheet.text, end)
    if rest is None or sheet.before(start).strip() or place < len(around):
        draft.splice(end, end, ", " + text)
        return
    if not rest[1]:
        draft.splice(end, end, ",")
    draft.splice(rest.end(), rest.end(), sheet.before(start) + text + rest[1] + sheet.newline)


def remove_entry(draft: Draft, spot: Spot) -> None:
    """Notes that an entry goes; the only one, from between brackets alone."""
    sheet, around = draft.sheet, spot.parent
    assert around is not None
    place = list(around).index(str(spot.key)) if isinstance(around, Mapping) else int(spot.key)
    start = sheet.begin(spot)
    if around.flow:
        alone = not sheet.before(start).strip() and REST_OF_LINE.match(sheet.text, sheet.value_end(spot))
        if alone:
            cut_lines(draft, sheet.line(start), sheet.line(alone.end() - 1), sheet.column(start))
        elif place + 1 < len(around):
            draft.splice(start, sheet.begin(entry_of(around, place + 1)), "")
        elif not place:
            comma = COMMA.match(sheet.text, sheet.value_end(spot))
            draft.splice(start, comma.end() if comma else start, "")
        else:
            draft.splice(sheet.value_end(entry_of(around, place - 1)), sheet.value_end(spot), "")
    elif sheet.before(start).strip():
        _remove_beside_dash(draft, spot, sheet.begin(entry_of(around, place + 1)))
    else:
        cut_lines(draft, sheet.line(start), sheet.last_line(spot), sheet.column(start))


def _remove_beside_dash(draft: Draft, spot: Spot, end: int) -> None:
    """The next entry takes the place of the first one, which stands on the line of a dash.

    The lines between the two, with comments or blank, go above the dash as they are.
    """
    sheet, start = draft.sheet, draft.sheet.begin(spot)
    line, last, row = sheet.line(start), sheet.last_line(spot), sheet.before(start)
    kept = _comments(draft, line, last, len(row) - len(row.lstrip()) + 1)
    between = sheet.text[sheet.line_start(last + 1) : sheet.line_start(sheet.line(end))]
    draft.splice(sheet.line_start(line), sheet.line_start(line), kept + between)
    draft.splice(start, end, "")
