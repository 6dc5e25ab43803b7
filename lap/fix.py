"""What has one right answer: the findings that can be mended without asking anybody, and how their text changes.

A key or a fixed word with a slip of the pen, a date written in another order, characters that look like others or like
nothing. What could be meant either way (the stated days against the dates) is mended only where it is asked for by name.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import NamedTuple

from lap.checking import Examined
from lap.editing import changes
from lap.editing.draft import Draft, Splice
from lap.editing.sheet import Point, Sheet, point
from lap.findings import Days, Finding, Key
from lap.slips import within
from lap.source.hygiene import ODD_BREAK, ODD_GAP, ODD_INDENT, ODD_SPACE, ZERO_WIDTH
from lap.source.nodes import Mapping, Text, walk
from lap.source.span import Span
from lap.source.vocabulary import KINDS, entry_of, fold, kind_at, words_of

BY_NAME = frozenset({"L101", "L102"})
"""What is mended only where its code is written after --select."""

WORDS = frozenset({"Y201", "Y203", "Y204"})
ACCENTED = re.compile("[^\\W\\d_][\u0300-\u036f]+")


class Respelled(NamedTuple):
    """A key or a text, by where it begins, and what is to be written for it."""

    at: Point
    text: str

    def note(self, draft: Draft) -> None:
        """Notes it in a draft."""
        spot = draft.sheet.keys.get(self.at)
        if spot is not None:
            changes.rename(draft, spot, self.text)
            return
        spot = draft.sheet.values.get(self.at)
        if spot is None or not isinstance(spot.value, Text):
            raise draft.sheet.refused("no-place")
        changes.set_value(draft, spot, self.text)


class Cleaned(NamedTuple):
    """Signs that are read as others already, or not at all, and are written so; `cause` tells which."""

    span: Span
    cause: str

    def note(self, draft: Draft) -> None:
        """Notes it in a draft; such signs in comments change too."""
        find, comment = SIGNS[self.cause]
        draft.splices += find(draft.sheet, self.span)
        earlier = draft.comment
        draft.comment = lambda text: comment(earlier(text))


class Fix(NamedTuple):
    """How a finding is mended: the changes of each file that it takes."""

    finding: Finding
    changes: dict[str, tuple[Respelled | Cleaned, ...]]


def has_fix(finding: Finding) -> bool:
    """Whether a finding, by itself, has one right answer. Its place in the plan may still stand in the way."""
    suggestion = finding.parameters.get("suggestion")
    if finding.code in ("Y201", "Y204"):
        return finding.cause == "near" and _one_near(_kind(finding), _written(finding), str(suggestion))
    return finding.code == "Y107" or (finding.code, finding.cause) in (("Y203", "rewritten"), ("Y206", ""))


def respelled(finding: Finding, text: str) -> Fix:
    """The fix that writes another text where a finding begins."""
    return Fix(finding, {finding.span.file: (Respelled(point(finding.span), text),)})


def of_characters(examined: Examined, codes: frozenset[str]) -> Iterator[Fix]:
    """Look-alike and invisible characters (Y107)."""
    for finding in examined.checked.findings:
        if finding.code == "Y107" and "Y107" in codes:
            yield Fix(finding, {finding.span.file: (Cleaned(finding.span, finding.cause),)})


def _spaces(sheet: Sheet, span: Span) -> list[Splice]:
    found = [*ODD_INDENT.finditer(sheet.text), *ODD_GAP.finditer(sheet.text)]
    places = {odd.start() for match in found for odd in ODD_SPACE.finditer(sheet.text, *match.span())}
    return [Splice(place, place + 1, " ") for place in sorted(places)]


def _breaks(sheet: Sheet, span: Span) -> list[Splice]:
    return [Splice(*match.span(), " ") for match in ODD_BREAK.finditer(sheet.text)]


def _composed(text: str) -> str:
    return ACCENTED.sub(lambda match: unicodedata.normalize("NFC", match.group()), text)


def _accents(sheet: Sheet, span: Span) -> list[Splice]:
    found = [Splice(*match.span(), _composed(match.group())) for match in ACCENTED.finditer(sheet.text)]
    return [one for one in found if one.text != sheet.text[one.start : one.end]]


def _quotes(sheet: Sheet, span: Span) -> list[Splice]:
    start, end = sheet.offset(span), sheet.end(span)
    return [Splice(start, start + 1, '"'), Splice(end - 1, end, '"')]


def _invisible(sheet: Sheet, span: Span) -> list[Splice]:
    found = ZERO_WIDTH.finditer(sheet.text, sheet.offset(span), sheet.end(span))
    return [Splice(*match.span(), "") for match in found]


SIGNS: dict[str, tuple[Callable[[Sheet, Span], list[Splice]], Callable[[str], str]]] = {
    "spaces": (_spaces, str),
    "breaks": (_breaks, lambda text: ODD_BREAK.sub(" ", text)),
    "decomposed": (_accents, _composed),
    "quotes": (_quotes, str),
    "zero-width": (_invisible, str),
}
"""For each cause of Y107, the stretches to replace, and what becomes of a comment."""


def of_words(examined: Examined, codes: frozenset[str]) -> Iterator[Fix]:
    """Keys (Y201) and fixed words (Y204) with one near candidate, and dates that can be read one way (Y203)."""
    for finding in examined.checked.findings:
        if finding.code not in codes & WORDS or not has_fix(finding):
            continue
        if finding.code != "Y201" or not _stands(examined, finding):
            yield respelled(finding, str(finding.parameters["suggestion"]))


def _kind(finding: Finding) -> str:
    """The kind of group whose keys a wrong one was compared with, or the set of fixed words."""
    key = finding.parameters["key"]
    return kind_at(finding.route) if finding.code == "Y201" else words_of(*key) if isinstance(key, Key) else ""


def _written(finding: Finding) -> str:
    return str(finding.parameters["written" if finding.code == "Y201" else "value"])


def _one_near(kind: str, written: str, suggestion: str) -> bool:
    """Whether a suggestion is all that a word with a slip of the pen can mean."""
    near = within(fold(written), (fold(known) for known in KINDS[kind].read)) if kind in KINDS else []
    return {entry_of(kind, known) for known in near} == {entry_of(kind, suggestion)}


def _stands(examined: Examined, finding: Finding) -> bool:
    """Whether the key that was meant stands in the group already, under either of its names."""
    group = walk(examined.loaded.source.data, finding.route)
    meant = entry_of(_kind(finding), str(finding.parameters["suggestion"]))
    return meant is not None and isinstance(group, Mapping) and meant.name in group.places


def of_lengths(examined: Examined, codes: frozenset[str]) -> Iterator[Fix]:
    """Stated days (L101) and stated totals (L102), written as the dates have them."""
    for finding in examined.checked.findings:
        counted = finding.parameters.get("counted")
        if finding.code in BY_NAME & codes and isinstance(counted, Days):
            yield respelled(finding, str(counted.number))
