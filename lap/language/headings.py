"""The headings and labels of a brainstorm, in English and Spanish: what a line announces."""

import re
from functools import cache
from typing import NamedTuple

from lap.language.speech import LANGUAGES, catalogue
from lap.language.words import composed, folded

LISTS = ("effects", "causes")
LABELLING = ("means", "end")  # they say something only with what follows: “Fin.” ends many a page of notes
LONGEST = 4  # words
WIDEST = 80  # letters
EDGES = re.compile(r"^\W+|\W+$")
BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
GAPS = re.compile(r"\s+")
NUMBER_BEFORE = re.compile(r"^(?:[ivx]{1,5}|\d{1,2})[.)]\W*")
NUMBER_BEHIND = re.compile(r"\s*(?:#|\bn[o°º]?\.?|\bnum\.?)?\s*\b(?:\d{1,2}(?:\.\d{1,2})*|[a-z])$")
LABELS = (
    re.compile(r"(?P<head>[^:]{1,60}):\s*(?P<rest>.*)"),
    re.compile(r"(?P<head>[^.)]{1,60}\d)[.)]\W*\s(?P<rest>.+)"),
    re.compile(r"(?P<head>.{1,60}?)\s*[–—-]\s+(?P<rest>.+)"),
)


class Heading(NamedTuple):
    """What a line announces (a key of `headings.toml`), in which language, and what it says of it on the same line.

    `whole` is False where it holds words more, which say something of their own: "Causes (why?)", "Direct causes".
    """

    what: str
    language: str
    rest: str = ""
    whole: bool = True


def heading(text: str) -> Heading | None:
    """What a text announces, alone ("CAUSES:") or with what follows ("Problem 1: nobody …"); None where it is no heading."""
    known = _known(text) if len(text) <= WIDEST else None
    if known:
        return Heading(*known) if known[0] not in LABELLING else None
    for label in LABELS:
        found = label.fullmatch(text)
        known = _known(found["head"]) if found else None
        if found and known and (found["rest"] or known[0] not in LABELLING):
            return Heading(*known, found["rest"])
    bracketed = _known(BRACKETS.sub(" ", text)) if len(text) <= WIDEST and BRACKETS.search(text) else None
    return Heading(*bracketed, whole=False) if bracketed and bracketed[0] in LISTS else None


def qualified(text: str) -> Heading | None:
    """What a heading with words more announces, where it stands out; only of the two lists.

    "Direct causes" and "Why is it so? (Causes)" are causes; "Causes and effects" is neither.
    """
    if len(text) > WIDEST:
        return None
    words = GAPS.split(_bare(BRACKETS.sub(" ", text)))
    phrases = [_bare(one) for one in BRACKETS.findall(text)] or (words if len(words) <= LONGEST else [])
    found = {known for phrase in phrases if (known := _table().get(phrase)) and known[0] in LISTS}
    return Heading(*found.pop(), whole=False) if len(found) == 1 else None


def name(what: str, language: str) -> str:
    """What a language calls one thing of those that a heading announces: a cause."""
    return next(phrase for phrase, known in _table().items() if known == (what, language))


def _known(head: str) -> tuple[str, str] | None:
    bare = _bare(head)
    table = _table()
    return table.get(bare) or table.get(NUMBER_BEFORE.sub("", bare)) or table.get(NUMBER_BEHIND.sub("", bare))


def _bare(text: str) -> str:
    return GAPS.sub(" ", EDGES.sub("", folded(composed(text))))


@cache
def _table() -> dict[str, tuple[str, str]]:
    lists = catalogue("headings")
    return {
        phrase: (what, language)
        for language in LANGUAGES
        for what, phrases in lists[language].items()
        for phrase in (" ".join(one.split()) for one in phrases.split(","))
    }
