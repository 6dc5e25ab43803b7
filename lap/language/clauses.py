"""The clauses of a sentence: where its purpose and its means begin, and how many aims its main clause has."""

from collections.abc import Iterator

from lap.language.verbs import FINITE, GERUND, NOUN, Reader, Verb

ENDS = (".", ";", "?", "!")
COMMAS = (",", ";", ".")
ASIDE = 8


def purpose_at(reader: Reader, verb: Verb | None) -> int:
    """Where the clause of purpose begins ("para que…", "to find…"); the end of the sentence where there is none."""
    start = verb.place + 1 if verb else reader.start()
    places = (place for place in range(start, len(reader.words)) if _opens_purpose(reader, place))
    return next(places, len(reader.words))


def _opens_purpose(reader: Reader, place: int) -> bool:
    """Whether a clause of purpose begins at a place: with a verb («para publicar»), or "so that", «para que»."""
    clauses = reader.lexicon.clauses
    length = clauses.purpose.at(reader.words, place)
    if not length:
        return _to(reader, place)
    last, after = reader.word(place + length - 1), reader.past_adverbs(place + length)
    relative = last in clauses.relatives or reader.word(after) in clauses.relatives
    return relative or bool(reader.infinitive(after) or reader.gerund(after))


def _to(reader: Reader, place: int) -> bool:
    """Whether "to" with an infinitive stands at a place."""
    particle = reader.word(place) in reader.lexicon.verbs.particles
    return particle and bool(reader.infinitive(reader.past_adverbs(place + 1)))


def means_at(reader: Reader, verb: Verb | None) -> int | None:
    """Where the clause of means begins ("mediante…", "by counting…"), or None."""
    start = verb.place + 1 if verb else reader.start()
    return next((place for place in range(start, len(reader.words)) if _opens_means(reader, place)), None)


def _opens_means(reader: Reader, place: int) -> bool:
    lexicon = reader.lexicon
    if lexicon.clauses.means.at(reader.words, place):
        return True
    if lexicon.verbs.particles:
        return lexicon.figures.by.at(reader.words, place) > 0 and bool(reader.gerund(place + 1))
    return bool(reader.gerund(place)) and reader.word(place) not in lexicon.clauses.relatives


def clause_end(reader: Reader, start: int) -> int:
    """Where a clause ends: before a clause of purpose, or at the end of the sentence."""
    for place in range(start + 1, len(reader.words)):
        if reader.word(place) in ENDS or _opens_purpose(reader, place):
            return place
    return len(reader.words)


def aims(reader: Reader, verb: Verb | None) -> Iterator[Verb]:
    """The main verbs that have an object of their own; verbs in clauses of purpose or means are not among them.

    A verb after "and" or a comma goes with the verb nearest before it: with one of purpose it is no aim.
    """
    if verb is None:
        return
    yield verb
    in_main, last, place = True, verb.place, verb.place + 1
    while place < len(reader.words):
        in_main = in_main or reader.word(place) == "."
        found = _second(reader, place, verb)
        if found is None:
            in_main = in_main and not _leaves(reader, place)
            place += 1
            continue
        if in_main and _object(reader, last + 1, place) and not _same_object(reader, found):
            yield found
            last = found.place
        place = found.place + 1


def _second(reader: Reader, place: int, first: Verb) -> Verb | None:
    """The verb that is joined to the first at a place, in the same form; None where there is none."""
    after = _joined(reader, place)
    if after == place or first.form == NOUN:
        return None
    announced = _announced(reader, after, first)
    if announced and reader.word(after - 1) == ",":  # ", to find…" says what for
        return None
    after = reader.past_adverbs(after + announced)
    base = _form(reader, after, first.form, announced > 0)
    return reader.verb(after, base, first.form) if base else None


def _announced(reader: Reader, place: int, first: Verb) -> int:
    """How many words announce a verb at a place: "to", and where the first verb has a lead-in, another one."""
    verbs = reader.lexicon.verbs
    led_in = verbs.lead_ins.at(reader.words, place) if first.form == FINITE else 0
    return led_in or int(reader.word(place) in verbs.particles)


def _form(reader: Reader, place: int, form: str, announced: bool) -> str:
    """The infinitive of the verb at a place after "and", in the form of the first one."""
    if form == GERUND:
        return reader.gerund(place)
    if announced:
        return reader.infinitive(place) or reader.gerund(place)
    return _infinitive(reader, place) or (form == FINITE and reader.future(place)) or ""


def _joined(reader: Reader, place: int) -> int:
    """The place after what joins two verbs, or the same place; what is set off after it is passed over."""
    while reader.word(place) in COMMAS:
        place += 1
    length = reader.lexicon.clauses.joins.at(reader.words, place)
    if length and reader.word(place + length) == ",":
        if reader.lexicon.clauses.effects.at(reader.words, place + length + 1):
            return place
        return next((one + 1 for one in range(place + length + 1, place + ASIDE) if reader.word(one) == ","), place)
    return place + length


def _infinitive(reader: Reader, place: int) -> str:
    """The infinitive at a place after "and": a word that can be a noun as well needs an object to be a verb."""
    base = reader.infinitive(place)
    if reader.word(place) in reader.lexicon.verbs.also_nouns and not _opens_object(reader, place + 1):
        return ""
    return base


def _opens_object(reader: Reader, place: int) -> bool:
    word, clauses = reader.word(place), reader.lexicon.clauses
    return reader.number(place) or word in clauses.determiners or word in clauses.pronouns


def _leaves(reader: Reader, place: int) -> bool:
    """Whether a clause begins at a place whose verbs are no main verbs."""
    lexicon = reader.lexicon
    if lexicon.clauses.effects.at(reader.words, place):
        return True
    if lexicon.verbs.particles:
        relative = reader.word(place) in lexicon.clauses.relatives
        return relative or _opens_purpose(reader, place) or _opens_means(reader, place)
    # Where "to" does not announce infinitives, each one that is not joined stands in a clause of its own.
    return bool(reader.infinitive(place))


def _object(reader: Reader, start: int, end: int) -> bool:
    """Whether an object stands between two places: words that do not all depend on a preposition."""
    prepositions = reader.lexicon.clauses.prepositions
    start = reader.past_adverbs(start)
    if start >= end:
        return False
    if reader.word(start) not in prepositions and reader.word(start) not in COMMAS:
        return True
    return any(
        _opens_object(reader, place) and reader.word(place - 1) not in prepositions for place in range(start, end)
    )


def _same_object(reader: Reader, verb: Verb) -> bool:
    """Whether a verb takes up the object before it: "and run it", «y publicarlo»."""
    clauses = reader.lexicon.clauses
    word, following = reader.word(verb.place), reader.word(verb.place + 1)
    return word.removeprefix(verb.base) in clauses.pronouns or following in clauses.pronouns - clauses.determiners
