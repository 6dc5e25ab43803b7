"""A product where a state is meant: "a portal", "to create a portal", and nothing about what is so once it is there."""

from lap.language.facts import Fact, tells
from lap.language.noun_phrases import singulars, thing_named
from lap.language.verbs import Reader
from lap.language.wording import is_product, makes

NOTHING = range(0)
WITHIN = 5


def product(reader: Reader, facts: list[Fact], language: str) -> range:
    """The places of the product that a text names, or sets out to make; none where it tells a state."""
    if tells(facts):
        return NOTHING
    start = reader.start()
    place = reader.past_adverbs(start)
    place += reader.word(place) in reader.lexicon.verbs.particles
    if makes(reader.infinitive(place), language):
        return next(
            (range(start, one + 1) for one in range(place + 1, place + 1 + WITHIN) if _made(reader, one, language)),
            NOTHING,
        )
    # «El comité…» begins a sentence about it; a product is named bare, or as one of many.
    definite = (
        reader.word(start) in reader.lexicon.clauses.determiners
        and reader.word(start) not in reader.lexicon.figures.ones
    )
    return NOTHING if definite or _state(reader) else thing_named(reader, start, language)


def _made(reader: Reader, place: int, language: str) -> bool:
    return any(is_product(one, language) for one in singulars(reader.word(place)))


def _state(reader: Reader) -> bool:
    """Whether a word says how a thing is: "a register in use", «mapa actualizado»."""
    lists = reader.lexicon.problems
    return any(word in lists.states or _done(reader, place) for place, word in enumerate(reader.words))


def _done(reader: Reader, place: int) -> bool:
    """Whether a participle stands at a place, and no noun that ends like one: «un portal del estado»."""
    clauses, before = reader.lexicon.clauses, reader.word(place - 1)
    noun = before in clauses.prepositions or before in clauses.determiners
    return reader.word(place).endswith(reader.lexicon.problems.state_endings) and not noun
