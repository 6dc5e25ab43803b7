"""What is no problem but a solution, a task, a need, a question, a wish or a good thing."""

from lap.language.absences import around
from lap.language.facts import Fact, main_fact, spoken_of, tells
from lap.language.noun_phrases import are_bodies, are_people, counts, thing_named
from lap.language.verbs import Reader
from lap.language.wording import makes
from lap.language.words import folded

NOTHING = range(0)
QUESTION = 3


def solution(reader: Reader, facts: list[Fact], language: str) -> range:
    """The places of the words that make a statement something else than a problem; none where it is one."""
    if not facts:
        return NOTHING
    parts = Parts(reader, facts, language)
    forms = (_question, _wish, _need, _need_of, _duty, _task, _task_named, _product, _good, _better, _has_good)
    return next((places for form in forms if (places := form(parts))), NOTHING)


class Parts:
    """A statement's words, where they begin, its main fact, and the facts that have a subject of their own."""

    def __init__(self, reader: Reader, facts: list[Fact], language: str) -> None:
        self.reader, self.language, self.words = reader, language, reader.words
        self.lists, self.start = reader.lexicon.problems, reader.start()
        self.main = main_fact(facts)
        self.subject = spoken_of(facts, self.main) if self.main else []
        self.tells = tells(facts)
        self.noun = self.start + (reader.word(self.start) in reader.lexicon.clauses.determiners)
        self.tells_surely = any(self._surely(fact) for fact in facts) if reader.lexicon.verbs.particles else self.tells
        self.blemished = any(word in self.lists.blemishes for word in self.words)

    def _surely(self, fact: Fact) -> bool:
        """Whether a fact has a verb that can be nothing else; of "increase library loans", "loans" is none."""
        if fact.verb is None:
            return False
        sure = self.reader.written[fact.verb].lower() in self.reader.lexicon.predicates.finite
        return sure or (fact.own and fact.start > self.start)

    def does(self, base: str) -> bool:
        """Whether a verb sets something to be done: to create, to improve, to publish."""
        verbs = self.reader.lexicon.verbs
        listed = any(
            base in words for words in (self.lists.deeds, verbs.changes, verbs.multiplies, verbs.light.by_first)
        )
        vague = any(not rest for rest in verbs.vague.by_first.get(base, ()))
        return listed or vague or makes(base, self.language) or base in map(folded, verbs.verifiable)

    def first(self, length: int) -> range:
        """The places of the first words."""
        return range(self.start, min(self.start + length, len(self.words)))

    def past_to(self, place: int) -> int:
        """The place after "to" or «que»."""
        announces = self.reader.lexicon.verbs.particles | self.lists.that_wish
        return place + (self.reader.word(place) in announces)

    def burden(self, place: int) -> bool:
        """Whether people are put to something at a place: to wait, to pay; or a number of things."""
        base = self.reader.base(place)
        listed = self.lists.burdens.at(self.words, place) or (base and self.lists.burdens.at([base], 0))
        return bool(listed) or counts(self.reader, place)


def _question(parts: Parts) -> range:
    asked = any(parts.words[place] in parts.lists.asking for place in (0, -1))
    return parts.first(QUESTION) if asked else parts.first(parts.lists.questions.at(parts.words, parts.start))


def _wish(parts: Parts) -> range:
    """As in "We want", "our aim is", «Recuperemos el lago», «Que las mujeres participen»."""
    if length := parts.lists.wishes.at(parts.words, parts.start):
        return parts.first(length)
    word = parts.reader.word(parts.start)
    ends = (word.removesuffix(one) + last for one, last in parts.lists.hortative if word.endswith(one))
    if any(parts.does(base) for base in ends):
        return parts.first(1)
    that = word in parts.lists.that_wish and parts.reader.word(parts.start + 1) not in parts.lists.blemishes
    return parts.first(1) if that and not parts.tells else NOTHING


def _need(parts: Parts) -> range:
    """As in "It is necessary to", «hace falta»: at the beginning, or after words that only say where."""
    found = range(parts.start, parts.start + parts.lists.needs.at(parts.words, parts.start))
    if not found and parts.main and not _purpose(parts, parts.start):
        opens = parts.reader.word(parts.start) in parts.reader.lexicon.clauses.prepositions
        found = around(parts.reader, parts.lists.needs, parts.main) if opens else NOTHING
    return NOTHING if found and parts.burden(parts.past_to(found.stop)) else found


def _purpose(parts: Parts, place: int) -> bool:
    lexicon = parts.reader.lexicon
    return bool(lexicon.clauses.purpose.at(parts.words, place)) or parts.reader.word(place) in lexicon.verbs.particles


def _need_of(parts: Parts) -> range:
    """As in "The need for a market"."""
    place = parts.noun
    place += parts.reader.word(place) in parts.lists.intensifiers
    named = parts.reader.word(place) in parts.lists.need_nouns and not parts.tells
    return range(parts.start, place + 1) if named else NOTHING


def _duty(parts: Parts) -> range:
    """As in "The municipality should publish", "residents need a clinic"."""
    if parts.main is None or any(counts(parts.reader, place) for place in parts.subject):
        return NOTHING
    verb = parts.main.verb or 0
    if _promises(parts, parts.reader.future(verb)):
        return range(verb, verb + 1)
    found = around(parts.reader, parts.lists.duties, parts.main)
    if found and (parts.reader.base(found.stop) or parts.reader.word(found.stop) in parts.lists.passive):
        return found if _meant(parts, found) and not parts.burden(found.stop) else NOTHING
    return _needed(parts, parts.main)


def _meant(parts: Parts, duty: range) -> bool:
    """Whether a duty is what the plan should bring about; what people have to go through is a fact."""
    reader, lists, next_one = parts.reader, parts.lists, parts.reader.word(duty.stop)
    if lists.wishing.at(parts.words, duty.start):
        return True
    passive, people = next_one in lists.passive, are_people(reader, parts.subject, parts.language)
    done = _promises(parts, reader.participle(duty.stop + 1) if passive else reader.base(duty.stop))
    return (done and not people) or (passive and people) or are_bodies(reader, parts.subject)


def _promises(parts: Parts, base: str) -> bool:
    """Whether a verb promises something of its subject; that prices will rise is no promise."""
    verbs = parts.reader.lexicon.verbs
    happens = base in verbs.changes and base not in verbs.vague.by_first
    return parts.does(base) and (not happens or are_bodies(parts.reader, parts.subject))


def _needed(parts: Parts, fact: Fact) -> range:
    """The verb of people or an office that need something."""
    place, reader = fact.verb or 0, parts.reader
    somebody = are_people(reader, parts.subject, parts.language) or are_bodies(reader, parts.subject)
    negated = reader.word(place - 1) in reader.lexicon.predicates.before_finite
    needed = parts.words[place] in parts.lists.need_verbs and somebody and not negated
    return range(place, place + 1) if needed and not parts.burden(place + 1) else NOTHING


def _task(parts: Parts) -> range:
    """A verb in the infinitive, the imperative or the gerund that no other verb follows: "Create a register"."""
    reader, start = parts.reader, parts.reader.past_adverbs(parts.start)
    gerund = parts.does(reader.gerund(start)) and reader.word(start + 1) not in reader.lexicon.figures.of
    announced = reader.word(start) in reader.lexicon.verbs.particles and reader.base(start + 1)
    base = reader.base(start) and reader.infinitive(start)
    if gerund or not reader.lexicon.verbs.particles:
        return range(parts.start, start + 1) if (gerund or base) and not parts.tells else NOTHING
    sure = announced or parts.does(base) or (not parts.tells and _object(parts, start + 1))
    task = (announced or base) and sure and not parts.tells_surely
    return range(parts.start, start + 1 + bool(announced)) if task else NOTHING


def _object(parts: Parts, place: int) -> bool:
    clauses = parts.reader.lexicon.clauses
    word = parts.reader.word(place)
    return word in clauses.determiners or word in clauses.pronouns or parts.reader.number(place)


def _task_named(parts: Parts) -> range:
    """As in "Promotion of reading", "construction of a second well"."""
    if parts.tells or parts.blemished:
        return NOTHING
    word, certain = parts.reader.word(parts.noun), _object(parts, parts.noun + 2)
    named = word in parts.lists.solutions or (word in parts.lists.buildings and certain)
    return range(parts.start, parts.noun + 1) if named else NOTHING


def _product(parts: Parts) -> range:
    """As in "A digital platform for reporting potholes"."""
    named = thing_named(parts.reader, parts.start, parts.language)
    if not named or parts.tells or parts.blemished:
        return NOTHING
    serving = parts.reader.word(named.stop) in parts.lists.serving or _purpose(parts, named.stop)
    indefinite = parts.reader.word(parts.start) in parts.reader.lexicon.figures.ones
    return named if serving or (indefinite and named.stop < len(parts.words)) else NOTHING


def _good(parts: Parts) -> range:
    """As in "An opportunity to involve universities", "the tourist potential of the lagoon"."""
    if parts.tells or parts.blemished:
        return NOTHING
    return _good_noun(parts, parts.noun)


def _good_noun(parts: Parts, start: int) -> range:
    """From the beginning to a good thing that is named near a place."""
    for place in range(start, start + QUESTION + 1):
        word = parts.reader.word(place)
        if word in parts.lists.goods and (word not in parts.lists.chances or _chance(parts, place + 1)):
            return range(start, place + 1)
        if word in parts.reader.lexicon.clauses.prepositions:
            return NOTHING
    return NOTHING


def _chance(parts: Parts, place: int) -> bool:
    """Whether an opportunity is one to do something, not one for theft."""
    reader = parts.reader
    return any(reader.base(place + step) or reader.gerund(place + step) for step in (1, 2) if reader.word(place + step))


def _better(parts: Parts) -> range:
    """As in "Greater participation", "better roads"."""
    if parts.tells or parts.blemished:
        return NOTHING
    word = parts.reader.word(parts.start)
    following = [parts.reader.word(parts.start + step) for step in (1, 2)]
    wanted = any(one in parts.lists.wanted for one in following)
    named = word in parts.lists.better or (word in parts.lists.greater and wanted)
    return parts.first(2) if named else NOTHING


def _has_good(parts: Parts) -> range:
    """As in "The young people of the valley have great talent for music"."""
    if parts.main is None or parts.blemished:
        return NOTHING
    found = around(parts.reader, parts.lists.bearing, parts.main)
    good = _good_noun(parts, found.stop) if found else NOTHING
    return range(found.start, good.stop) if good else NOTHING
