"""Places in a sentence: names that stand after a preposition, “in the north of Agua Clara”."""

from lap.language.sentence import Sentence


def names_a_place(sentence: Sentence) -> bool:
    """Whether a name stands after a preposition, an article between them or not; acronyms are no names of places."""
    return any(_is_name(word) and _located(sentence, place) for place, word in enumerate(sentence.written))


def _is_name(word: str) -> bool:
    return word[0].isupper() and any(letter.islower() for letter in word)


def _located(sentence: Sentence, place: int) -> bool:
    clauses, before = sentence.lexicon.clauses, sentence.words[:place]
    if before and before[-1] in clauses.determiners and before[-1] not in clauses.prepositions:
        before = before[:-1]
    return bool(before) and before[-1] in clauses.prepositions
