"""Words that say little by themselves: without them those that mean something remain, and they tell a language."""

import re
from functools import cache

from lap.language.lexicon import lexicon
from lap.language.speech import LANGUAGES, catalogue
from lap.language.words import composed, folded

WORD = re.compile(r"[^\W_]+(?:['’´`][^\W_]+)*")
POSSESSIVE = re.compile(r"['’´`]s$")
APOSTROPHE = re.compile(r"['’´`]")


@cache
def stop_words(language: str) -> frozenset[str]:
    """The stop words of a language, in small letters and without accents."""
    return _entries(language, "words")


@cache
def _not_in_ids(language: str) -> frozenset[str]:
    figures = lexicon(language).figures
    return stop_words(language) | _entries(language, "in-ids") | figures.numbers | figures.ones


def _entries(language: str, key: str) -> frozenset[str]:
    return frozenset(" ".join(one.split()) for one in catalogue("stop_words")[language][key].split(","))


def words(text: str) -> list[str]:
    """The words and numbers of a text in small letters without accents: farmer's is farmer."""
    found = WORD.findall(folded(composed(text)))
    return [APOSTROPHE.sub("", POSSESSIVE.sub("", one)) for one in found]


def meaning_words(text: str, language: str) -> list[str]:
    """The words of a text that mean something by themselves: neither stop words nor numbers."""
    return [one for one in words(text) if one not in _not_in_ids(language) and not one.isdecimal()]


def language_of(text: str) -> str:
    """The language whose stop words occur more often in a text; the first one of the program where none does."""
    found = words(text)
    counts = {language: sum(one in stop_words(language) for one in found) for language in LANGUAGES}
    return max(LANGUAGES, key=counts.__getitem__)
