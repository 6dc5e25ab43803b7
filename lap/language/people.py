"""Groups of people in a text: whether there is one, and whether two names of such groups may mean the same people."""

from collections.abc import Iterable
from functools import cache

from lap.language.likeness import words_that_count
from lap.language.speech import catalogue
from lap.language.words import composed, folded


def same_people(one: str, other: str) -> bool:
    """Whether two groups have a word in common that says who they are, in the singular or plural, of either gender.

    Words that mean just anybody ("persons", «habitantes») count only where one of the groups has no others.
    """
    first, second = words_that_count(one), words_that_count(other)
    telling = _telling(first), _telling(second)
    return not _stems(first).isdisjoint(_stems(second)) if not all(telling) else not telling[0].isdisjoint(telling[1])


def names_people(text: str, language: str) -> bool:
    """Whether a text names a part of the population: “pregnant teenagers”; “society” and “citizens” are none."""
    return not _stems(words_that_count(text)).isdisjoint(_groups(language))


def is_group(word: str, language: str) -> bool:
    """Whether a folded word names a part of the population: “vendors”, «comerciantes»."""
    return not _stems((word,)).isdisjoint(_groups(language))


def _telling(words: tuple[str, ...]) -> frozenset[str]:
    return _stems(word for word in words if word not in _anybody())


def _stems(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word.removesuffix("s").rstrip("aeo") if len(word) > 3 else word for word in words)


@cache
def _anybody() -> frozenset[str]:
    return _list(catalogue("wording")["people"]["anybody"])


@cache
def _groups(language: str) -> frozenset[str]:
    return _stems(_list(catalogue("wording")["people"][language]["groups"]))


def _list(entries: str) -> frozenset[str]:
    return frozenset(folded(composed(" ".join(entry.split()))) for entry in entries.split(","))
