"""What a sentence asks for that only one branch of government can do: reform a law, hand down a sentence (§5.1)."""

import re
from functools import cache
from typing import Any, NamedTuple

from lap.language.speech import catalogue
from lap.language.words import composed, folded

BRANCHES = ("legislative", "judicial")
MOST_BETWEEN = 12


class Power(NamedTuple):
    """Words of a sentence that ask for what only a branch can do."""

    branch: str
    words: str


def powers_asked_for(sentence: str, language: str) -> list[Power]:
    """What a sentence asks of the legislative or the judicial branch; nothing where it only proposes it.

    Only what stands before the verb counts as proposing: "to draft a bill to reform the law".
    """
    text = composed(sentence)
    found = []
    for branch, pattern in _patterns(language):
        match = pattern.search(folded(text))
        if match and not _asking(language).search(folded(text[: match.start()])):
            found.append(Power(branch, text[match.start() : match.end()]))
    return found


@cache
def _patterns(language: str) -> list[tuple[str, re.Pattern[str]]]:
    lists = _lists(language)
    between = rf"(?:(?:{_any(lists['between'])}|[0-9]+),?\s+){{0,{MOST_BETWEEN}}}"
    return [(branch, _pattern(lists[branch], between)) for branch in BRANCHES]


def _pattern(lists: dict[str, str], between: str) -> re.Pattern[str]:
    verbs, nouns, things = (_any(lists[name]) for name in ("verbs", "nouns", "things"))
    return re.compile(rf"(?:\b(?:{verbs})|^\W*(?:{nouns}))\s+{between}(?:{things})\b")


@cache
def _asking(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any(_lists(language)['asking'])})\b")


def _lists(language: str) -> dict[str, Any]:
    powers = catalogue("powers")
    return dict(powers.get(language, powers["en"]))


def _any(entries: str) -> str:
    """A pattern for any of the entries of a list, the longest first."""
    words = [" ".join(one.split()) for one in entries.split(",")]
    return "|".join(re.escape(one).replace(r"\ ", r"\s+") for one in sorted(words, key=len, reverse=True))
