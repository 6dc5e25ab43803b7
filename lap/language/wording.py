"""Acronyms that nobody explains, and objectives that name a product: small readings for advice on wording."""

import re
from collections.abc import Iterator
from functools import cache

from lap.language.sentence import Sentence
from lap.language.speech import catalogue
from lap.language.words import composed, folded

ACRONYM = re.compile(r"(?<![\w./-])[^\W\d_a-zà-ÿ]{2,7}(?:s(?=\W|$))?(?![\w/-])")
ROMAN = re.compile(r"[IVXLCDM]+")
OBJECT_WITHIN = 6


def acronyms(text: str) -> Iterator[str]:
    """The acronyms of a text that it does not explain in brackets, each once."""
    text = composed(text)
    if not any(letter.islower() for letter in text):
        return  # a text in capitals has no acronyms that could be told
    told: set[str] = set()
    for match in ACRONYM.finditer(text):
        word = match.group().removesuffix("s")
        if word not in told and not ROMAN.fullmatch(word) and folded(word) not in _known():
            told.add(word)
            if not _explained(text, match):
                yield word


def explained(text: str) -> set[str]:
    """The acronyms that a text explains, so that later texts may use them."""
    text = composed(text)
    return {match.group().removesuffix("s") for match in ACRONYM.finditer(text) if _explained(text, match)}


def _explained(text: str, match: re.Match[str]) -> bool:
    """Whether brackets stand around the acronym, or right after it."""
    before, after = text[: match.start()].rstrip(), text[match.end() :].lstrip()
    return before.endswith(("(", "[")) or after.startswith(("(", "["))


@cache
def _known() -> frozenset[str]:
    return _list(catalogue("wording")["acronyms"]["known"])


def _list(entries: str) -> frozenset[str]:
    return frozenset(folded(composed(" ".join(entry.split()))) for entry in entries.split(",") if entry.strip())


@cache
def _products(language: str) -> tuple[frozenset[str], frozenset[str]]:
    lists = catalogue("wording")["products"][language]
    return _list(lists["verbs"]), _list(lists["things"])


def is_product(thing: str, language: str) -> bool:
    """Whether a word, folded and in the singular, is something that an office makes: a portal, a register."""
    return thing in _products(language)[1]


def makes(base: str, language: str) -> bool:
    """Whether a verb, folded and in the infinitive, makes a product."""
    return base in _products(language)[0]


def product(sentence: Sentence, language: str) -> str:
    """The thing that a sentence sets out to make, where it says nothing of whom it is for; else nothing."""
    verbs, things = _products(language)
    verb = sentence.verb
    if verb is None or verb.base not in verbs or sentence.purpose or sentence.figures:
        return ""
    following = sentence.words[verb.place + 1 : verb.place + 1 + OBJECT_WITHIN]
    place = next((place for place, word in enumerate(following) if word in things), None)
    return "" if place is None else sentence.written[verb.place + 1 + place]
