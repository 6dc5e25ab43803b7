"""Conjugated verbs: which word of a sentence tells what somebody does or suffers."""

from lap.language.verbs import Reader

SHORTEST = 3
HISSED = ("ses", "xes", "zes", "ches", "shes", "oes")
SINGULAR = ("ss", "us", "sis", "'s")


def predicate(reader: Reader, place: int, subject: range) -> bool:
    """Whether a conjugated verb stands at a place; before it stands what may be its subject."""
    lists, written = reader.lexicon.predicates, reader.written[place].lower()
    no_verb_after = reader.lexicon.verbs.particles | reader.lexicon.figures.from_
    if reader.word(place - 1) in no_verb_after or not written[0].isalpha() or _absence(reader, place):
        return False
    if reader.lexicon.verbs.particles and place == reader.start():
        return False  # no English sentence begins with its verb, but for a task
    if _after_auxiliary(reader, place):
        return False
    if written in lists.finite or _after_clitic(reader, place) or reader.lexicon.problems.have.at(reader.words, place):
        return True
    if _name(reader, place) or (_small(reader, place - 1) and not _object_before(reader, place)):
        return False
    if reader.lexicon.verbs.particles:
        return _english(reader, place, subject)
    return _ending(reader, place) or bool(reader.future(place)) or _spanish(reader, place)


def _after_auxiliary(reader: Reader, place: int) -> bool:
    """Whether an English verb only completes the one before it: "cannot read", "does not have"."""
    before = place - 1 - (reader.word(place - 1) in reader.lexicon.verbs.adverbs)
    completes = bool(reader.lexicon.verbs.particles) and reader.base(place) != ""
    return completes and before >= 0 and reader.written[before].lower() in reader.lexicon.predicates.finite


def _absence(reader: Reader, place: int) -> bool:
    """Whether a word is a noun of absence that could be a verb: "lack of", «falta de»."""
    return (
        reader.word(place) in reader.lexicon.problems.absences and reader.word(place + 1) in reader.lexicon.figures.of
    )


def _small(reader: Reader, place: int) -> bool:
    """Whether a word opens a noun: an article or a preposition. A quantity may be the subject: "half"."""
    word, clauses = reader.word(place), reader.lexicon.clauses
    return word in clauses.prepositions or word in clauses.determiners


def _object_before(reader: Reader, place: int) -> bool:
    """Whether what looks like an article is an object: «quienes los denuncian», for a noun would be in the plural."""
    article = reader.word(place - 1)
    return article in reader.lexicon.clauses.pronouns and article.endswith("s") and not reader.word(place).endswith("s")


def _name(reader: Reader, place: int) -> bool:
    return place > reader.start() and reader.written[place][0].isupper()


def _after_clitic(reader: Reader, place: int) -> bool:
    """Whether a word stands where only a conjugated verb does: after «se», «no»."""
    lists, word = reader.lexicon.predicates, reader.word(place)
    if reader.word(place - 1) not in lists.before_finite or word in lists.not_finite or _small(reader, place):
        return False
    participle = word.endswith(reader.lexicon.problems.state_endings) and not reader.lexicon.verbs.particles
    return not (participle or word in lists.before_finite or reader.infinitive(place) or reader.gerund(place))


def _ending(reader: Reader, place: int) -> bool:
    """Whether a word ends as only a conjugated verb does; in these endings accents count."""
    written, lists = reader.written[place].lower(), reader.lexicon.predicates
    long = len(written) > SHORTEST and written.endswith(lists.endings)
    return long and reader.word(place) not in lists.not_finite


def _spanish(reader: Reader, place: int) -> bool:
    """Whether a word is a verb in the singular: a listed one, or one with an object right after it."""
    lists, word = reader.lexicon.predicates, reader.written[place].lower()
    if len(word) <= SHORTEST or reader.word(place) in lists.not_finite or word[-1] not in "ae":
        return False
    bases = (word + "r",) if word[-1] == "a" else (word + "r", word[:-1] + "ir")
    following = reader.word(place + 1)
    if any(base in lists.facts for base in bases):
        return following not in reader.lexicon.figures.of
    # «a» and «al» open more than objects.
    opens = following in reader.lexicon.clauses.determiners and following not in reader.lexicon.problems.idle
    return opens and not word.endswith(lists.adjective_endings)


def _english(reader: Reader, place: int, subject: range) -> bool:
    """Whether a word is a verb in the present: with an s, or without one where something in the plural stands before."""
    word, base = reader.word(place), _base(reader, place)
    if not base:
        return False
    if _noun_too(reader, base) and not _governs(reader, place, subject):
        return False
    return word != base or not subject or _plural(reader, subject)


def _base(reader: Reader, place: int) -> str:
    """The infinitive of a verb in the present."""
    word = reader.word(place)
    hissed = word.removesuffix("es") if word.endswith(HISSED) else ""
    stems = (word, word.removesuffix("s"), hissed, word.removesuffix("ies") + "y")
    known = (reader.lexicon.verbs.known, reader.lexicon.predicates.facts)
    return next((one for one in stems if any(one in verbs for verbs in known)), "")


def _noun_too(reader: Reader, base: str) -> bool:
    return base in reader.lexicon.verbs.also_nouns or base in reader.lexicon.predicates.not_finite


def _governs(reader: Reader, place: int, subject: range) -> bool:
    """Whether what stands around a word shows that it is no noun: an object after it, or the plural right before it."""
    following, lists = reader.word(place + 1), reader.lexicon
    if following in lists.clauses.determiners or following in lists.clauses.pronouns or reader.number(place + 1):
        return True
    if following in lists.predicates.after_finite:
        return True
    after_plural = bool(subject) and _plural(reader, range(place - 1, place))
    return after_plural and not reader.word(place).endswith("s")


def _plural(reader: Reader, places: range) -> bool:
    """Whether something in the plural stands at some places."""
    words = [reader.word(place) for place in places]
    listed = any(word in reader.lexicon.predicates.plurals for word in words)
    return listed or any(word.endswith("s") and not word.endswith(SINGULAR) for word in words)
