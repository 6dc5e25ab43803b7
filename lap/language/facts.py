"""The facts that a statement tells: its main clauses, each with its verb, without what says why, when or which."""

from dataclasses import dataclass, field

from lap.language.clauses import ENDS
from lap.language.predicates import predicate
from lap.language.verbs import Reader

FREE, RELATIVE, BEFORE, AFTER = "free", "relative", "before", "after"
MARKS = (",", "–", "—")


@dataclass(slots=True)
class Fact:
    """A part of a statement between two joins: where it stands, what joins it to the one before, its words before the verb.

    `own` says whether these words name a subject; "and do not answer" has none of its own.
    """

    start: int
    joined: str
    end: int = 0
    verb: int | None = None
    subject: list[int] = field(default_factory=list)
    own: bool = False


class Parser:
    """Goes through the words once. `held` says whether it is in a clause that tells no fact of its own, and in which:
    a relative one, one before the main clause (to its comma), or one after it (to the end of the sentence).
    """

    def __init__(self, reader: Reader) -> None:
        self.reader, self.words, self.lists = reader, reader.words, reader.lexicon.predicates
        self.held, self.verbs, self.place = FREE, 0, reader.start()
        self.now = Fact(self.place, "")
        self.done: list[Fact] = []

    def run(self) -> list[Fact]:
        """The facts, first to last; parts without a verb are among them."""
        while self.place < len(self.words):
            self.place += self._step(self.words[self.place])
        self._close(0, "")
        return self.done

    def _close(self, length: int, joined: str) -> None:
        """Ends a fact before this place, and begins another after so many words."""
        self.now.end = self.place
        if self.now.end > self.now.start:
            self.done.append(self.now)
        self.now = Fact(self.place + length, joined)

    def _step(self, word: str) -> int:
        """How many words are dealt with at this place."""
        if word in ENDS:
            self.held = FREE
            self._close(1, word)
            return 1
        return self._free(word) if self.held == FREE else self._held(word)

    def _held(self, word: str) -> int:
        if word in MARKS and self.held != AFTER:
            self.held = FREE
            return self._join(word)
        if self.held == RELATIVE and self._relative(self.place):
            self.verbs = 0
        elif self.held == RELATIVE and self._predicate(range(0)):
            self.verbs += not (self.verbs and self._joined(self.place - 1))
            if self.verbs > 1:  # the relative clause has its verb: this is the main one
                self.held = FREE
                return self._free(word)
        return 1

    def _free(self, word: str) -> int:
        if word in MARKS or self._joined(self.place):
            return self._join(word)
        if length := self._opens(self.place):
            return length
        if self.now.verb is None:
            if self._predicate(range(self.now.start, self.place)):
                self.now.verb, self.now.own = self.place, self._own()
            else:
                self.now.subject.append(self.place)
        return 1

    def _own(self) -> bool:
        """Whether this fact has a subject of its own: more than a pronoun that takes up the one before."""
        lists, verbs = self.lists, self.reader.lexicon
        small = (lists.before_finite, verbs.clauses.pronouns, verbs.verbs.adverbs)
        named = any(not any(self.words[one] in words for words in small) for one in self.now.subject)
        return named and not lists.going_on.at(self.words, self.now.start)

    def _join(self, word: str) -> int:
        """How many words join what stands before and after this place."""
        length = int(word in MARKS)
        length += self.lists.joins.at(self.words, self.place + length)
        if not self._opens(self.place + length, after=word):
            self._close(length, self.words[self.place + length - 1])
        return length

    def _joined(self, place: int) -> bool:
        return self.reader.word(place) in MARKS or self.lists.joins.at(self.words, place) > 0

    def _opens(self, place: int, after: str = "") -> int:
        """How many words open a clause at a place that tells no fact of its own; from there on, it is held."""
        lists, begins = self.lists, place == self.now.start and self.now.joined in ("", *ENDS)
        length = lists.subordinators.at(self.words, place) or (begins and lists.fronted.at(self.words, place))
        if length:
            self.held = BEFORE if begins else AFTER
        elif length := self._relative(place) or (after in MARKS and self._set_off(place)):
            self.held, self.verbs = RELATIVE, 0
        return int(length)

    def _relative(self, place: int) -> int:
        """How many words open a relative clause; "more than" opens none."""
        compared = any(self.reader.word(place - step) in self.lists.comparatives for step in (1, 2))
        return 0 if compared else self.lists.relatives.at(self.words, place)

    def _set_off(self, place: int) -> int:
        return self.lists.set_off.at(self.words, place) or int(bool(self.reader.gerund(place)))

    def _predicate(self, subject: range) -> bool:
        return predicate(self.reader, self.place, subject)


def facts(reader: Reader) -> list[Fact]:
    """The facts of a statement."""
    return Parser(reader).run()


def tells(facts: list[Fact]) -> bool:
    """Whether something is told: a fact has a verb, and a subject of its own, unless it is the first."""
    return any(fact.verb is not None and (fact.own or fact is facts[0]) for fact in facts)


def main_fact(facts: list[Fact]) -> Fact | None:
    """The first fact with a verb: what the statement says first of all."""
    return next((fact for fact in facts if fact.verb is not None), None)


def spoken_of(facts: list[Fact], main: Fact) -> list[int]:
    """The places of the words before the verb of the main fact; "mothers and fathers" are two parts of a statement."""
    return [place for fact in facts[: facts.index(main) + 1] for place in fact.subject]
