"""Reading a sentence: its main verb, its figures, its hedges, its aims and its means.

    sentence = read("Promover la lectura mediante 20 ferias", "es")
    sentence.verb       Verb(written="Promover", base="promover", form="infinitive", place=0), or None
    sentence.infinitive True: it begins with a verb in the infinitive
    sentence.vague      "Promover": its main verb cannot be verified; "" where it can
    sentence.figures    ("20",)
    sentence.magnitudes as figures, and lengths of time too: "tres semanas"
    sentence.hedges     (), as written: "en su caso"
    sentence.aims       1; sentence.aim_verbs has them as written
    sentence.means      "mediante 20 ferias", or ""
    sentence.purpose    "para …", "to …", or ""
    sentence.relative   "en 30%": the size of a change told without where it starts, or ""

Everything is worked out when it is asked for, once for each text.
"""

from collections.abc import Sequence
from functools import cached_property, lru_cache

from lap.language import changes, clauses, figures, hedges, vagueness, verbs
from lap.language.lexicon import Lexicon, lexicon
from lap.language.verbs import Reader, Verb
from lap.language.words import WORD, composed, folded, split

KEPT = 512
SHOWN = 3


class Sentence:
    """A text read as a sentence of its language."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.text = composed(text)
        self.lexicon = lexicon
        written = split(self.text)
        self._reader = Reader(split(folded(self.text)), written, lexicon)

    @property
    def words(self) -> Sequence[str]:
        """Its words without capitals and accents; numbers and marks are words too."""
        return self._reader.words

    @property
    def written(self) -> Sequence[str]:
        """The same words as they stand."""
        return self._reader.written

    @cached_property
    def verb(self) -> Verb | None:
        """The main verb: the first that is no lead-in, else the noun made from one that the sentence begins with."""
        return verbs.main_verb(self._reader)

    @cached_property
    def infinitive(self) -> bool:
        """Whether it begins with a verb in the infinitive."""
        first = verbs.opening(self._reader)
        return first is not None and first.form == verbs.INFINITIVE

    @cached_property
    def vague(self) -> str:
        """The main verb as written, with what belongs to it, where nobody can tell when it is fulfilled; else nothing."""
        return self._slice(vagueness.vague(self._reader, self.verb)) if self.verb else ""

    @cached_property
    def figures(self) -> tuple[str, ...]:
        """Its figures as written: numbers that are no year, deadline or part of a name, and quantities in words."""
        found = figures.figures(self._reader, self._purpose_at, changes.tells_change(self._reader, self.verb))
        return tuple(self._slice(places) for places in found)

    @cached_property
    def magnitudes(self) -> tuple[str, ...]:
        """As figures, of a sentence that tells how things are: a length of time is no deadline in it, and counts."""
        return tuple(self._slice(places) for places in figures.figures(self._reader, self._purpose_at, lasting=True))

    @cached_property
    def hedges(self) -> tuple[str, ...]:
        """Its hedges as written."""
        return tuple(self._slice(found) for found in hedges.hedges(self._reader))

    @cached_property
    def aim_verbs(self) -> tuple[str, ...]:
        """The main verbs with objects of their own, as written."""
        return tuple(verb.written for verb in clauses.aims(self._reader, self.verb))

    @property
    def aims(self) -> int:
        """How many aims it has: main verbs with objects of their own."""
        return len(self.aim_verbs)

    @cached_property
    def means(self) -> str:
        """The clause of means ("mediante…", "by counting…"), or nothing."""
        start = clauses.means_at(self._reader, self.verb)
        return "" if start is None else self._slice(range(start, clauses.clause_end(self._reader, start)))

    @cached_property
    def purpose(self) -> str:
        """The clause of purpose ("para que…", "to find…") to the end of the sentence, or nothing."""
        return self._slice(range(self._purpose_at, len(self.words)))

    @cached_property
    def relative(self) -> str:
        """By how much something is to change, as written, where the sentence does not say from where; else nothing."""
        return self._slice(changes.relative(self._reader, self.verb))

    @cached_property
    def _purpose_at(self) -> int:
        return clauses.purpose_at(self._reader, self.verb)

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        return [match.span() for match in WORD.finditer(self.text)]

    def _slice(self, places: range) -> str:
        """The text from the first of some places to the last."""
        return self.text[self._spans[places[0]][0] : self._spans[places[-1]][1]] if places else ""


@lru_cache(maxsize=KEPT)
def read(text: str, language: str) -> Sentence:
    """A text of a language, read as a sentence."""
    return Sentence(text, lexicon(language))


def examples(language: str) -> tuple[str, ...]:
    """Verbs of a language that can be verified, to be shown as examples."""
    return lexicon(language).verbs.verifiable[:SHOWN]
