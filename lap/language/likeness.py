"""Two texts that say the same: equal in words, and names of one body under two spellings (rules page)."""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from lap.language.speech import catalogue
from lap.language.words import composed, folded

ALIKE = 0.9
"""The least share of letters in common, in the same order, of two texts that are equal in words (difflib's ratio)."""

WORDS_ALIKE = 0.8
"""Two words of a name are one word under two spellings where their ratio is above this."""

SHORTEST_MISSPELT = 4
LETTERS_OF_ONE = 3
MOST_COMPARED = 20
MOST_WORDS = 60
WORD = re.compile(r"[^\W_]+")
Words = tuple[str, ...]


def equal_in_words(one: str, other: str) -> bool:
    """Whether two texts are the same without capitals, accents, punctuation and stop words, or nearly so.

    Nearly is a difflib ratio of 0.9 or more. Two texts without any letter or figure are not equal.
    """
    return _alike(" ".join(words_that_count(one)), " ".join(words_that_count(other)))


@lru_cache(maxsize=4096)
def words_that_count(text: str) -> Words:
    """The words of a text without capitals, accents and stop words; all of them where there are only stop words."""
    words = WORD.findall(folded(composed(text)))
    return tuple(word for word in words if word not in _stop_words()) or tuple(words)


def twins(names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Pairs of ids whose names are one name under two spellings, in the order of the mapping, the earlier first.

    Neither the order of the words counts nor a legal form at the end. Names are compared only where the initials of
    their words, or all their letters, are the same, so that many names do not take time in square.
    """
    order = {key: place for place, key in enumerate(names)}
    pairs = {
        tuple(sorted(pair, key=order.__getitem__)) for group in _groups(names) for pair in _neighbours(group, names)
    }
    for one, other in sorted(pairs, key=lambda pair: (order[pair[1]], order[pair[0]])):
        if _one_name(_name(names[one]), _name(names[other])):
            yield one, other


def repeated(texts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Ids whose text an earlier one says already, the earlier first, in the order of the mapping; each later one once.

    Texts say the same where they are equal in words and no word or figure of the one stands for another in the other:
    the northern schools are not the southern schools. Nearly equal ones are looked for among the first 20 whose words
    begin with the same letters, one word more or less, so that many texts do not take time in square.
    """
    held: dict[str, list[str]] = {}
    for key, text in texts.items():
        signs = _signs(words_that_count(text))
        near = dict.fromkeys(one for sign in signs for one in held.get(sign, ()))
        first = next((one for one in near if _says_the_same(texts[one], text)), None)
        if first is not None:
            yield first, key
        else:
            for sign in signs:
                if len(others := held.setdefault(sign, [])) < MOST_COMPARED:
                    others.append(key)


def _signs(words: Words) -> list[str]:
    """All letters; the initials, and the initials without one of them, each with the figures."""
    letters = ["=" + "".join(words)]
    if not words or len(words) > MOST_WORDS:
        return letters if words else []
    figures = " ".join(word for word in words if not word.isalpha())
    initials = "".join(word[0] for word in words)
    fewer = (initials[:place] + initials[place + 1 :] for place in range(len(initials)))
    return [*letters, *dict.fromkeys(f"{one} {figures}" for one in (initials, *fewer))]


def _says_the_same(text: str, other: str) -> bool:
    words, others = words_that_count(text), words_that_count(other)
    if "".join(words) == "".join(others):
        return True
    gone, new = [word for word in words if word not in others], [word for word in others if word not in words]
    # One word under two spellings begins with one letter; what is put before it turns it round: legal, illegal.
    pairs = zip(gone, new, strict=False)
    spelled_alike = len(gone) == len(new) and all(one[0] == two[0] and _one_word(one, two) for one, two in pairs)
    return (spelled_alike or not (gone and new)) and equal_in_words(text, other)


def _groups(names: Mapping[str, str]) -> Iterator[list[str]]:
    groups: dict[str, list[str]] = {}
    for key, name in names.items():
        words = _name(name)
        if not words:
            continue
        initials = "".join(word[0] for word in sorted(words)) if len(words) > 1 else words[0][:LETTERS_OF_ONE]
        for sign in (initials, "=" + "".join(words)):
            groups.setdefault(sign, []).append(key)
    return (group for group in groups.values() if len(group) > 1)


def _neighbours(group: list[str], names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """All pairs of a small group; of a large one, each name with those that follow it in the alphabet."""
    ordered = group if len(group) <= MOST_COMPARED else sorted(group, key=lambda key: _name(names[key]))
    for place, key in enumerate(ordered):
        for other in ordered[place + 1 : place + 1 + MOST_COMPARED]:
            yield key, other


@lru_cache(maxsize=4096)
def _name(text: str) -> Words:
    """The words of a name, without its legal form and without stop words."""
    words = WORD.findall(folded(composed(text)))
    for form in _legal_forms():
        if len(words) > len(form) and tuple(words[-len(form) :]) == form:
            words = words[: -len(form)]
            break
    return words_that_count(" ".join(words))


def _one_name(one: Words, other: Words) -> bool:
    if "".join(one) == "".join(other):
        return True
    one, other = tuple(sorted(one)), tuple(sorted(other))
    spelled_alike = len(one) == len(other) and all(map(_one_word, one, other))
    return spelled_alike and _alike(" ".join(one), " ".join(other))


def _one_word(one: str, other: str) -> bool:
    if one == other:
        return True
    spelled = one.isalpha() and other.isalpha() and min(len(one), len(other)) >= SHORTEST_MISSPELT
    return spelled and _ratio(one, other) > WORDS_ALIKE


def _alike(one: str, other: str) -> bool:
    if one == other:
        return bool(one)
    shorter, longer = sorted((len(one), len(other)))
    return 2 * shorter >= ALIKE * (shorter + longer) and _ratio(one, other) >= ALIKE


def _ratio(one: str, other: str) -> float:
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= WORDS_ALIKE else 0


@cache
def _stop_words() -> frozenset[str]:
    lists = catalogue("stop_words")
    return frozenset(word for language in ("en", "es") for word in _entries(lists[language]["words"]))


@cache
def _legal_forms() -> tuple[Words, ...]:
    """The longest first."""
    forms = [tuple(entry.split()) for entry in _entries(catalogue("stop_words")["legal"]["forms"])]
    return tuple(sorted(forms, key=len, reverse=True))


def _entries(text: str) -> list[str]:
    return [entry for one in text.split(",") if (entry := " ".join(one.split()))]
