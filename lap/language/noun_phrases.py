"""Nouns with what belongs to them: who is spoken of, whether they are counted, and whether an office could set a thing up."""

from collections.abc import Iterator, Sequence

from lap.language.people import is_group
from lap.language.verbs import Reader
from lap.language.wording import is_product

WITHIN = 6
AGAIN = 3
FEMININE = ("a", "ion", "d")


def first_nouns(reader: Reader, places: Sequence[int]) -> list[str]:
    """The words of a noun up to what a preposition adds to it; of "two of three farm workers", the words "farm workers"."""
    found: list[str] = []
    for place in places:
        word = reader.word(place)
        if _opens(reader, place) or (word in reader.lexicon.figures.of and not found):
            continue
        if word in reader.lexicon.clauses.prepositions:
            break
        found.append(word)
    return found


def _opens(reader: Reader, place: int) -> bool:
    """Whether a word only opens or counts a noun."""
    lists = (reader.lexicon.clauses.determiners, reader.lexicon.problems.none)
    return any(reader.word(place) in words for words in lists) or counts(reader, place)


def counts(reader: Reader, place: int) -> bool:
    """Whether a figure stands at a place, in digits or in words."""
    lists = reader.lexicon.figures
    return reader.number(place) or lists.parts.at(reader.words, place) > 0 or _percent(reader, place)


def _percent(reader: Reader, place: int) -> bool:
    return reader.word(place).endswith("%") or reader.lexicon.figures.percent.at(reader.words, place) > 0


def share(reader: Reader, places: Sequence[int]) -> bool:
    """Whether a part of a whole is counted: "40%", "half of", "four of ten", «cuatro de cada diez»."""
    return any(_percent(reader, place) or _part(reader, place) for place in places)


def _part(reader: Reader, place: int) -> bool:
    if not counts(reader, place) or reader.word(place + 1) not in (*reader.lexicon.figures.of, "in", "out"):
        return False
    after = range(place + 2, place + 2 + AGAIN)
    return reader.lexicon.figures.parts.at(reader.words, place) > 0 or any(reader.number(one) for one in after)


def are_people(reader: Reader, places: Sequence[int], language: str) -> bool:
    """Whether the words at some places speak of people, not of an office."""
    listed = reader.lexicon.problems.people
    return any(word in listed or is_group(word, language) for word in first_nouns(reader, places))


def are_bodies(reader: Reader, places: Sequence[int]) -> bool:
    """Whether the words at some places speak of an office, a council, a government."""
    return any(word in reader.lexicon.problems.bodies for word in first_nouns(reader, places))


def thing_at(reader: Reader, start: int, language: str) -> bool:
    """Whether the noun at a place is one that an office sets up: a portal, a register, a space."""
    lists = reader.lexicon
    for place in range(start, min(start + WITHIN, len(reader.words))):
        word = reader.word(place)
        if set_up(reader, word, language):
            return True
        opens = place == start or reader.word(place - 1) in lists.problems.reached
        if word in (",", ".", ";") or (word in lists.clauses.prepositions and not opens):
            return False
    return False


def thing_named(reader: Reader, start: int, language: str) -> range:
    """The places of a noun with its adjectives that names a product, from its article on: "a digital platform"."""
    lists = reader.lexicon
    first = start + (reader.word(start) in lists.clauses.determiners)
    end = next((place for place in range(first, first + WITHIN) if not _within(reader, place)), first)
    head = reader.word(end - 1 if lists.verbs.particles else first)
    made = end > first and any(is_product(one, language) for one in singulars(head))
    alone = lists.verbs.particles or all(_agrees(reader, head, place) for place in range(first + 1, end))
    return range(start, end) if made and alone else range(0)


def _agrees(reader: Reader, noun: str, place: int) -> bool:
    """Whether a Spanish word can be the adjective of a noun: in «un mapa nombra», «nombra» is a verb."""
    word = reader.word(place)
    if word.endswith("e"):
        return word.endswith(reader.lexicon.predicates.adjective_endings)
    return not word.endswith("a") or noun.endswith(FEMININE)


def _within(reader: Reader, place: int) -> bool:
    """Whether a word belongs to the noun before it: it is none that opens something else."""
    word, words, lists = reader.word(place), reader.words, reader.lexicon
    opening = (lists.predicates.relatives, lists.predicates.joins, lists.clauses.purpose)
    small = (lists.clauses.prepositions, lists.clauses.determiners, lists.verbs.particles, lists.problems.reached)
    opens = any(phrases.at(words, place) for phrases in opening) or any(word in one for one in small)
    return word[:1].isalpha() and not opens


def set_up(reader: Reader, word: str, language: str) -> bool:
    """Whether a noun, in the singular or plural, is a thing that an office sets up."""
    return word in reader.lexicon.problems.provisions or any(is_product(one, language) for one in singulars(word))


def singulars(word: str) -> Iterator[str]:
    """What a noun can be in the singular."""
    yield word
    if word.endswith("ies"):
        yield word[:-3] + "y"
    if word.endswith("es"):
        yield word[:-2]
    if word.endswith("s"):
        yield word[:-1]
