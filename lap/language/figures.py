"""The figures of a sentence: numbers that are no year, date, deadline or part of a name, and quantities in words."""

import re
from collections.abc import Iterator

from lap.language.verbs import Reader

DATE = re.compile(r"\d{4}[-/]\d{1,2}(?:[-/]\d{1,2})?|\d{1,2}[-/]\d{1,2}[-/]\d{2,4}|(?:19|20)\d\d[-/](?:(?:19|20)?\d\d)")
YEAR = re.compile(r"(?:19|20)\d\d")
DAY = re.compile(r"[1-9]|[12]\d|3[01]")


def figures(reader: Reader, purpose: int, lasting: bool) -> Iterator[range]:
    """The places of each figure. In the clause of purpose, from `purpose` on, quantities in words do not count;
    a length of time counts where it is what the sentence changes (`lasting`).
    """
    lists, place = reader.lexicon.figures, reader.start()
    while place < len(reader.words):
        length = lists.not_quantities.at(reader.words, place)
        found = 0 if length else _length(reader, place, purpose, lasting)
        if found:
            yield range(place, place + found)
        place += length or found or 1


def _length(reader: Reader, place: int, purpose: int, lasting: bool) -> int:
    """How many words the figure at a place has; 0 where there is none."""
    if reader.number(place):
        return 1 + percent_words(reader, place) if _counts(reader, place, lasting) else 0
    if place < purpose and (quantity := _quantity(reader, place)):
        return quantity
    return int(_one(reader, place))


def _quantity(reader: Reader, place: int) -> int:
    """How many words a quantity has that stands at a place; a verb can be one: «duplicar»."""
    multiplies = reader.word(place) in reader.lexicon.verbs.multiplies
    return 1 if multiplies else reader.lexicon.figures.quantities.at(reader.words, place)


def _one(reader: Reader, place: int) -> bool:
    """Whether "one" is meant as a number: "at least one"."""
    lists = reader.lexicon.figures
    meant = reader.word(place) in lists.ones and reader.word(place - 1) in lists.before_one
    return meant and not reader.number(place + 1)


def _counts(reader: Reader, place: int, lasting: bool) -> bool:
    """Whether a number is a figure."""
    if is_percent(reader, place):
        return True
    return counted(reader, place) and (lasting or reader.word(place + 1) not in reader.lexicon.figures.time)


def is_percent(reader: Reader, place: int) -> bool:
    """Whether a number is a percentage."""
    return reader.word(place).endswith("%") or percent_words(reader, place) > 0


def percent_words(reader: Reader, place: int) -> int:
    """How many words after a number make it a percentage."""
    return reader.lexicon.figures.percent.at(reader.words, place + 1)


def counted(reader: Reader, place: int) -> bool:
    """Whether a number counts or measures something: it is neither a date nor part of a name."""
    return not _named(reader, place) and not _dated(reader, place)


def _named(reader: Reader, place: int) -> bool:
    """Whether a number is part of a name or code: `COVID-19`, "Ley 27566", "Executive Order 14075"."""
    word, written = reader.word(place), reader.written[place]
    if any(letter.isalpha() for letter in word) and word not in reader.lexicon.figures.numbers:
        return True
    if reader.lexicon.figures.labels.before(reader.words, place):
        return True
    before = place - 1 if written[0].isdigit() else place
    capital = before > reader.start() and reader.written[before][0].isupper()
    return capital and not _thing(reader, place + 1)


def _thing(reader: Reader, place: int) -> bool:
    """Whether something stands at a place that can be counted: a word that is not one of the small ones."""
    word, clauses = reader.word(place), reader.lexicon.clauses
    small = (clauses.prepositions, clauses.determiners, clauses.relatives)
    return word.isalpha() and not clauses.joins.at(reader.words, place) and not any(word in one for one in small)


def _dated(reader: Reader, place: int) -> bool:
    """Whether a number is a date, a day of a month, or a year."""
    word, before, after = (reader.word(place + step) for step in (0, -1, 1))
    months = reader.lexicon.figures.months
    if DATE.fullmatch(word):
        return True
    if DAY.fullmatch(word):
        return before in months or after in months or reader.word(place + 2) in months
    # "Plant 2000 trees" is no year: a thing in the plural follows, and nothing that could date it stands before.
    plural = _thing(reader, place + 1) and after.endswith("s") and not _small(reader, place - 1)
    return bool(YEAR.fullmatch(word)) and not plural


def _small(reader: Reader, place: int) -> bool:
    word, clauses = reader.word(place), reader.lexicon.clauses
    return word in clauses.prepositions or word in clauses.determiners or word in reader.lexicon.verbs.particles
