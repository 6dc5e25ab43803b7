"""Reading the statement of a problem: whether it tells one situation that people suffer.

    statement = read_statement("No existe un mapa de pozos", "es")
    statement.absence   "No existe": its main clause says that a solution is absent; "" where it does not
    statement.solution  "Crear": it is a solution, a task, a need, a question or a good thing; "" where it is not
    statement.facts     () or the facts, where there is more than one
    statement.product   "A portal": it names a product, and nothing that is so; of a means

At most one of the first three is there: of a question, it is not said that it has two facts.
"""

from functools import cached_property, lru_cache

from lap.language.absences import absence
from lap.language.fact_lists import several
from lap.language.facts import Fact, facts
from lap.language.lexicon import Lexicon, lexicon
from lap.language.products import product
from lap.language.solutions import solution
from lap.language.verbs import Reader
from lap.language.words import WORD, composed, folded

KEPT = 512
QUOTES = {"“": "”", "«": "»", "(": ")", "[": "]"}
STRAIGHT = '"'


class Statement:
    """A text read as the statement of a problem."""

    def __init__(self, text: str, language: str, lexicon: Lexicon) -> None:
        self.text, self.language = composed(text).replace("’", "'"), language
        self._reader, self._spans = _reader(self.text, lexicon)

    @cached_property
    def solution(self) -> str:
        """The words that make it a solution, a task, a need, a question or a good thing; else nothing."""
        return self._slice(solution(self._reader, self._facts, self.language))

    @cached_property
    def absence(self) -> str:
        """The words by which its main clause says that a solution is absent; else nothing."""
        return "" if self.solution or self.facts else self._slice(absence(self._reader, self._facts, self.language))

    @cached_property
    def facts(self) -> tuple[str, ...]:
        """The facts, where it tells more than one."""
        found = () if self.solution else several(self._reader, self._facts, self.language)
        return tuple(self._slice(one) for one in found)

    @cached_property
    def product(self) -> str:
        """The product that it names or sets out to make, where it tells no state; else nothing."""
        return self._slice(product(self._reader, self._facts, self.language))

    @cached_property
    def _facts(self) -> list[Fact]:
        return facts(self._reader)

    def _slice(self, places: range) -> str:
        """The text from the first of some places to the last."""
        return self.text[self._spans[places[0]][0] : self._spans[places[-1]][1]] if places else ""


def _reader(text: str, lexicon: Lexicon) -> tuple[Reader, list[tuple[int, int]]]:
    """The words of a text but for adverbs and what stands in quotes or brackets, and where each of them stands."""
    spans = [match.span() for match in WORD.finditer(text)]
    words = [folded(text[start:end]) for start, end in spans]
    kept = _kept(words, lexicon) or list(range(len(words)))
    spans = [spans[place] for place in kept]
    return Reader([words[place] for place in kept], [text[start:end] for start, end in spans], lexicon), spans


def _kept(words: list[str], lexicon: Lexicon) -> list[int]:
    kept, place, closing = [], 0, ""
    while place < len(words):
        word, length = words[place], lexicon.predicates.adverbs.at(words, place)
        if closing:
            closing = "" if word == closing else closing
        elif word in QUOTES or (word == STRAIGHT and STRAIGHT in words[place + 1 :]):
            closing = QUOTES.get(word, STRAIGHT)
        elif not length:
            kept.append(place)
        place += 1 if closing else length or 1
    return kept


@lru_cache(maxsize=KEPT)
def read_statement(text: str, language: str) -> Statement:
    """A text of a language, read as the statement of a problem."""
    return Statement(text, language, lexicon(language))
