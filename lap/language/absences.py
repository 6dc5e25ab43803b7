"""The absence of a solution: a statement whose main clause only says what is not there ("there is no register")."""

from lap.language.facts import Fact, main_fact, spoken_of
from lap.language.noun_phrases import are_bodies, are_people, counts, share, thing_at
from lap.language.verbs import Reader
from lap.language.words import Phrases

NOTHING = range(0)
NEAR = 4


def absence(reader: Reader, facts: list[Fact], language: str) -> range:
    """The places of the words by which the main clause says that a solution is absent; none where it does not."""
    main, start = main_fact(facts), reader.start()
    if main is None:
        return _wanting(reader) or absent_noun(reader, start) or _scarce(reader, start)
    subject = spoken_of(facts, main)
    found = (form(reader, main, subject, language) for form in (_missing, _unmade, _none, _not_had, _told))
    return _wanting(reader) or next((places for places in found if places), NOTHING)


def absent_noun(reader: Reader, start: int) -> range:
    """The places of an article, adjectives and a noun of absence that stand at a place; none where they do not."""
    lists, place = reader.lexicon.problems, start
    place += reader.word(place) in reader.lexicon.clauses.determiners
    while reader.word(place) in lists.intensifiers:
        place += 1
    named = reader.word(place) in lists.absences and reader.word(place + 1) in reader.lexicon.figures.of
    return range(start, place + 1) if named else NOTHING


def _scarce(reader: Reader, start: int) -> range:
    """The places of an article and an adjective of absence: "insufficient lighting"."""
    place = start + (reader.word(start) in reader.lexicon.clauses.determiners)
    return range(start, place + 1) if reader.word(place) in reader.lexicon.problems.short else NOTHING


def _wanting(reader: Reader) -> range:
    """«Faltan bibliotecas», "What is missing is a bridge"."""
    start = reader.start()
    length = reader.lexicon.problems.wanting.at(reader.words, start)
    return range(start, start + length) if length and not _idle(reader, start + length) else NOTHING


def _missing(reader: Reader, fact: Fact, subject: list[int], language: str) -> range:
    """As in "There is no register". Where the lack is counted ("in four of ten schools there is no water"), it is a fact."""
    found = around(reader, reader.lexicon.problems.missing, fact)
    return NOTHING if not found or _idle(reader, found.stop) or share(reader, subject) else found


def _idle(reader: Reader, place: int) -> bool:
    """Whether what is said not to be there makes something else of it: "no doubt", "no day without a robbery"."""
    lists = reader.lexicon.problems
    after = place + (reader.word(place) in reader.lexicon.clauses.determiners)
    idle = any(reader.word(one) in lists.idle and (one < after or _ends(reader, one + 1)) for one in (place, after))
    return idle or any(lists.undone.at(reader.words, one) for one in range(after, after + NEAR))


def _ends(reader: Reader, place: int) -> bool:
    """Whether a noun ends before a place: of a "night shift", "night" is but a part."""
    word, lists = reader.word(place), reader.lexicon
    small = (lists.clauses.prepositions, lists.predicates.before_finite, lists.clauses.determiners)
    opens = any(word in one for one in small) or lists.predicates.relatives.at(reader.words, place) > 0
    return opens or not word.isalpha()


def _unmade(reader: Reader, fact: Fact, subject: list[int], language: str) -> range:
    """As in "A protocol has not been adopted"."""
    lists = reader.lexicon.problems
    found = around(reader, lists.unmade, fact)
    made = lists.made.at(reader.words, found.stop) if found else 0
    return range(found.start, found.stop + made) if made else NOTHING


def _none(reader: Reader, fact: Fact, subject: list[int], language: str) -> range:
    """As in "No register exists", "no register has been set up", "none of the offices has a register"."""
    lists, start = reader.lexicon.problems, reader.start()
    if reader.word(start) not in lists.none:
        return NOTHING
    been = around(reader, lists.been, fact)
    found = around(reader, lists.exist, fact) or (been if lists.made.at(reader.words, been.stop) else NOTHING)
    if not found and (had := around(reader, lists.have, fact)):
        found = had if _solution(reader, subject, had.stop, language) else NOTHING
    return range(start, found.stop) if found else NOTHING


def _not_had(reader: Reader, fact: Fact, subject: list[int], language: str) -> range:
    """As in "The town hall does not have an archive"."""
    found = around(reader, reader.lexicon.problems.have_not, fact)
    return found if found and _solution(reader, subject, found.stop, language) else NOTHING


def _solution(reader: Reader, subject: list[int], thing: int, language: str) -> bool:
    """Whether it is a solution that somebody does not have. What people lack is a problem, unless an office sets it up; so
    is what was counted, unless it is offices that were.
    """
    if _idle(reader, thing):
        return False
    if are_people(reader, subject, language) or not subject:
        return thing_at(reader, thing, language) and not share(reader, subject)
    return are_bodies(reader, subject) or not any(counts(reader, place) for place in subject)


def _told(reader: Reader, fact: Fact, subject: list[int], language: str) -> range:
    """As in "There is a lack of lighting", "the problem is the absence of a protocol", "lighting is insufficient"."""
    found = around(reader, reader.lexicon.problems.existences, fact)
    if not found:
        return NOTHING
    if noun := absent_noun(reader, found.stop):
        suffered = are_people(reader, subject, language) and not thing_at(reader, noun.stop + 1, language)
        return NOTHING if suffered else range(found.start, noun.stop)
    scarce = _scarce(reader, found.stop)
    purpose = reader.lexicon.clauses.purpose.at(reader.words, scarce.stop) or _to(reader, scarce.stop)
    return range(found.start, scarce.stop) if scarce and not purpose else NOTHING


def _to(reader: Reader, place: int) -> bool:
    return reader.word(place) in reader.lexicon.verbs.particles


def around(reader: Reader, phrases: Phrases, fact: Fact) -> range:
    """The entry that the verb of a fact belongs to; none where it belongs to none."""
    verb = fact.verb if fact.verb is not None else -1
    for start in range(max(reader.start(), verb - 2), verb + 1):
        if (length := phrases.at(reader.words, start)) and start + length > verb:
            return range(start, start + length)
    return NOTHING


def is_absence(reader: Reader, fact: Fact, language: str) -> bool:
    """Whether a fact by itself says that a solution is absent."""
    forms = (_missing, _unmade, _not_had, _told)
    return any(form(reader, fact, fact.subject, language) for form in forms)
