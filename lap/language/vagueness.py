"""Whether the main verb of a sentence can be verified."""

from lap.language.verbs import CLOSE, Reader, Verb

NOTHING = range(0)


def vague(reader: Reader, verb: Verb) -> range:
    """The places of a vague main verb and of what makes it so; none where the verb can be verified."""
    for rest in reader.lexicon.verbs.vague.by_first.get(verb.base, ()):
        end = _followed(reader, verb.place, rest)
        if end:
            return range(verb.place, end)
    return _light(reader, verb)


def _followed(reader: Reader, place: int, rest: tuple[str, ...]) -> int:
    """The end of an entry whose first word stands at a place and whose others follow closely; 0 where they do not."""
    for word in rest:
        near = range(place + 1, place + 1 + CLOSE)
        place = next((one for one in near if reader.word(one) == word), -1)
        if place < 0:
            return 0
    return place + 1


def _light(reader: Reader, verb: Verb) -> range:
    """A verb that says little with a noun that is vague: "make improvements", «brindar apoyo»."""
    lexicon = reader.lexicon
    length = _light_length(reader, verb)
    for place in range(verb.place + length, verb.place + length + CLOSE if length else 0):
        word = reader.word(place)
        base = lexicon.nouns.from_verbs.get(word, "")
        if word in lexicon.nouns.vague or () in lexicon.verbs.vague.by_first.get(base, ()):
            return range(verb.place, place + 1)
        if word in lexicon.clauses.prepositions or not word:
            break
    return NOTHING


def _light_length(reader: Reader, verb: Verb) -> int:
    """How many words a light verb has at the verb's place: one in whatever form, or an entry of several words."""
    light = reader.lexicon.verbs.light
    return max((1 + len(rest) for rest in light.by_first.get(verb.base, ()) if _next(reader, verb.place, rest)), default=0)


def _next(reader: Reader, place: int, rest: tuple[str, ...]) -> bool:
    return tuple(reader.words[place + 1 : place + 1 + len(rest)]) == rest
