"""Hedges: words by which what is promised is promised no longer."""

from collections.abc import Iterator

from lap.language.verbs import Reader

MARKS = ",.;:()—–?!"


def hedges(reader: Reader) -> Iterator[range]:
    """The places of each hedge of a sentence."""
    place = 0
    while place < len(reader.words):
        length = _at(reader, place)
        if length:
            yield range(place, place + length)
        place += length or 1


def _at(reader: Reader, place: int) -> int:
    lists, words = reader.lexicon.hedges, reader.words
    if length := lists.always.at(words, place):
        return length
    if (length := lists.set_off.at(words, place)) and _set_off(reader, place, place + length):
        return length
    if (length := lists.after_comma.at(words, place)) and reader.word(place - 1) == ",":
        return 0 if reader.number(place + length) else length
    if (length := lists.closing.at(words, place)) and _closes(reader, place + length):
        return length if reader.word(place - 1) not in lists.not_after else 0
    return 0


def _set_off(reader: Reader, start: int, end: int) -> bool:
    """Whether words are set off: by marks on both sides, or right after a verb or "that": «que en su caso se firmen»."""
    clauses, before = reader.lexicon.clauses, reader.word(start - 1)
    if _closes(reader, end):
        return _closes(reader, start - 1)
    return before in clauses.relatives or bool(before and reader.infinitive(start - 1))


def _closes(reader: Reader, place: int) -> bool:
    """Whether a part of the sentence ends at a place: a mark stands there, or nothing more."""
    word = reader.word(place)
    return not word or word in MARKS
