"""Texts as words: what is compared has no capitals and no accents, and stands in the same place as what was written."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from unicodedata import normalize

NUMBER = r"\d+(?:[.,:/-]\d+)*%?(?![^\W_])"
NAME = r"[^\W_]+(?:[.'’@/-][^\W_]+)*"
WORD = re.compile(rf"{NUMBER}|{NAME}|[^\w\s]")
LAST_LATIN = 0x24F


@cache
def _letters() -> dict[int, str]:
    """Every accented or capital letter of the Latin scripts with its bare small one."""
    letters = (chr(code) for code in range(LAST_LATIN + 1))
    return {ord(one): bare for one in letters if len(bare := normalize("NFD", one)[0].lower()) == 1 and bare != one}


def composed(text: str) -> str:
    """The same text, each accented letter one character."""
    return text if text.isascii() else normalize("NFC", text)


def folded(text: str) -> str:
    """A composed text without capitals and accents, as long as it was."""
    return text.lower() if text.isascii() else text.translate(_letters())


def split(text: str) -> list[str]:
    """The words of a text, its numbers, and its marks one by one."""
    return WORD.findall(text)


class Phrases:
    """Entries of one or more words, to be found in a row of words."""

    def __init__(self, entries: Iterable[str]) -> None:
        self.by_first: dict[str, list[tuple[str, ...]]] = {}
        for entry in entries:
            first, *rest = split(entry)
            self.by_first.setdefault(first, []).append(tuple(rest))
        for rests in self.by_first.values():
            rests.sort(key=len, reverse=True)

    def at(self, words: Sequence[str], place: int) -> int:
        """How many words the longest entry has that stands at a place; 0 where none does."""
        for rest in self.by_first.get(words[place], ()) if place < len(words) else ():
            end = place + 1 + len(rest)
            if not rest or tuple(words[place + 1 : end]) == rest:
                return 1 + len(rest)
        return 0

    def before(self, words: Sequence[str], place: int) -> bool:
        """Whether an entry ends right before a place."""
        return any(start + self.at(words, start) == place for start in range(max(0, place - 3), place))
