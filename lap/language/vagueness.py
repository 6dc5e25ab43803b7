"""Whether the main verb of a sentence can be verified; of a verb that says little, its noun decides: "make improvements"."""

from collections.abc import Iterator

from lap.language.verbs import CLOSE, NOUN, Reader, Verb

NOTHING = range(0)


def vague(reader: Reader, verb: Verb) -> range:
    """The places of a vague main verb and of what makes it so; none where the verb can be verified."""
    if places := _entry(reader, verb):
        return places
    for place in _after_light(reader, verb):
        noun = noun_verb(reader, place)
        if reader.word(place) in reader.lexicon.nouns.vague or (noun and _entry(reader, noun)):
            return range(verb.place, place + 1)
    return NOTHING


def deciding(reader: Reader, verb: Verb) -> Verb:
    """The noun that decides, where the verb says little: "achieve a reduction"; else the verb itself."""
    nouns = (noun_verb(reader, place) for place in _after_light(reader, verb))
    return next((noun for noun in nouns if noun), verb)


def noun_verb(reader: Reader, place: int) -> Verb | None:
    """The noun at a place that is made from a verb."""
    base = reader.lexicon.nouns.from_verbs.get(reader.word(place))
    return reader.verb(place, base, NOUN) if base else None


def _entry(reader: Reader, verb: Verb) -> range:
    """The places of an entry of vague verbs: its first word is the verb, and the others follow closely."""
    rests = reader.lexicon.verbs.vague.by_first.get(verb.base, ())
    ends = (_followed(reader, verb.place, rest) for rest in rests)
    return next((range(verb.place, end) for end in ends if end), NOTHING)


def _followed(reader: Reader, place: int, rest: tuple[str, ...]) -> int:
    """The end of a row of words that follow a place closely, in their order; 0 where they do not."""
    for word in rest:
        place = next((one for one in _near(reader, place + 1, word) if reader.word(one) == word), -1)
        if place < 0:
            return 0
    return place + 1


def _after_light(reader: Reader, verb: Verb) -> Iterator[int]:
    """The places close after a light verb, up to a preposition; none where the verb is not light."""
    length = _light_length(reader, verb)
    if length:
        yield from _near(reader, verb.place + length)


def _near(reader: Reader, start: int, wanted: str = "") -> Iterator[int]:
    """The places close after a place, up to a preposition, unless that is what is wanted."""
    for place in range(start, min(start + CLOSE, len(reader.words))):
        word = reader.word(place)
        if word != wanted and word in reader.lexicon.clauses.prepositions:
            return
        yield place


def _light_length(reader: Reader, verb: Verb) -> int:
    """How many words a light verb has at the verb's place: one in whatever form, or an entry of several words."""
    rests = reader.lexicon.verbs.light.by_first.get(verb.base, ())
    after = verb.place + 1
    return next((1 + len(rest) for rest in rests if tuple(reader.words[after : after + len(rest)]) == rest), 0)
