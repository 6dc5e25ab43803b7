"""Ids made from the words of a sentence, for what has no name yet."""

from collections.abc import Callable

from lap.language.stop_words import meaning_words, words
from lap.source.canonical import folded_id

WORDS = 4
LONGEST = 40


def id_from(text: str, language: str) -> str:
    """The first few words of a sentence that mean something, as an id: kebab-case, at most 40 letters.

    “Nobody checks the permits, ever” is nobody-checks-permits-ever. Returns "" where no word of it can be in an id.
    """
    return _joined(meaning_words(text, language)) or _joined(words(text))


def _joined(found: list[str]) -> str:
    made = ""
    for word in [plain for one in found if (plain := folded_id(one))][:WORDS]:
        longer = f"{made}-{word}" if made else word[:LONGEST].strip("-")
        if len(longer) > LONGEST:
            break
        made = longer
    return made


def unlike(taken: set[str]) -> Callable[[str], str]:
    """A function that gives an id a number where it is taken (water, water-2, water-3), and takes it."""
    last: dict[str, int] = {}

    def unique(wanted: str) -> str:
        made = wanted
        while made in taken:
            last[wanted] = last.get(wanted, 1) + 1
            made = f"{wanted}-{last[wanted]}"
        taken.add(made)
        return made

    return unique
