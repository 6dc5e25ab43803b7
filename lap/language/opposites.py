"""Two sentences of which one is the other with a "no" added or taken out."""

from functools import lru_cache

from lap.language.lexicon import lexicon
from lap.language.words import composed, folded, split

KEPT = 512
ENDINGS = "sne"


def only_denied(one: str, other: str, language: str) -> bool:
    """Whether two texts say the same but for a negation: "there is no map", "there is a map".

    Words that come or go with the negation ("does", "any", "exists") do not count, nor does the number of a noun or verb.
    """
    (first, denied), (second, also_denied) = _without_negations(one, language), _without_negations(other, language)
    return bool(first) and denied != also_denied and first == second


@lru_cache(maxsize=KEPT)
def _without_negations(text: str, language: str) -> tuple[list[str], bool]:
    """The words of a text that a negation leaves as they are, in the order of the alphabet, and whether one stands there."""
    lists = lexicon(language).problems
    words = [word for word in split(folded(composed(text).replace("\u2019", "'"))) if word[0].isalnum()]
    denied = sum(word in lists.negations for word in words) % 2 == 1
    kept = (word for word in words if word not in lists.negations and word not in lists.beside_negations)
    return sorted(word.rstrip(ENDINGS) or word for word in kept), denied
