"""The main verb of a sentence: how a verb is known, where it stands, and what it is in the infinitive."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lap.language.lexicon import Lexicon, Pairs

INFINITIVE, GERUND, NOUN, FINITE = "infinitive", "gerund", "noun", "finite"
CLOSE = 4


class Verb(NamedTuple):
    """A verb, or the noun that stands for it: as written, in the infinitive (folded), its form, and its word's place."""

    written: str
    base: str
    form: str
    place: int


class Reader:
    """The words of one sentence with its lexicon: what each of them can be."""

    def __init__(self, words: Sequence[str], written: Sequence[str], lexicon: Lexicon) -> None:
        self.words, self.written, self.lexicon = words, written, lexicon

    def word(self, place: int) -> str:
        """The word at a place; nothing beyond the ends."""
        return self.words[place] if 0 <= place < len(self.words) else ""

    def start(self) -> int:
        """The place of the first word, after bullets, quotes and numbering."""
        place, words = 0, self.words
        while place < len(words) and (not words[place][0].isalnum() or self._numbers(place)):
            place += 1
        return place

    def _numbers(self, place: int) -> bool:
        """Whether a word numbers what follows: `1.`, `a)`."""
        return self.word(place + 1) in (".", ")") and (self.words[place].isdigit() or len(self.words[place]) == 1)

    def number(self, place: int) -> bool:
        """Whether a number stands at a place, in digits or in words."""
        return self.word(place)[:1].isdigit() or self.word(place) in self.lexicon.figures.numbers

    def past_adverbs(self, place: int) -> int:
        """The place after the adverbs that stand at a place."""
        verbs = self.lexicon.verbs
        while (word := self.word(place)) in verbs.adverbs or (
            word.endswith(verbs.adverb_endings) and word not in verbs.known
        ):
            place += 1
        return place

    def base(self, place: int) -> str:
        """The infinitive that a word can be, whatever stands around it; nothing where it can be none."""
        verbs, word = self.lexicon.verbs, self.word(place)
        if word in verbs.known:
            return word
        if verbs.not_verbs.at(self.words, place):
            return ""
        if match := self.lexicon.infinitive.fullmatch(word):
            return match.group(1)
        known = any(word.startswith(one) and word[len(one) :].lstrip("-") in verbs.known for one in verbs.prefixes)
        return word if known else ""

    def infinitive(self, place: int) -> str:
        """The infinitive that stands at a place and is no noun there."""
        verbs, word = self.lexicon.verbs, self.word(place)
        if verbs.not_verbs.at(self.words, place):
            return ""
        if base := self.base(place):
            return "" if word in verbs.also_nouns and self._noun_here(place) else base
        return word if self._before_object(place) else ""

    def _noun_here(self, place: int) -> bool:
        """Whether a word that can be both is a noun: "Review of", "Pilot launched for", at the end."""
        verbs, following = self.lexicon.verbs, self.word(place + 1)
        if following in verbs.after_nouns or not following:
            return True
        if joined := self.lexicon.clauses.joins.at(self.words, place + 1):
            return not self.base(self.past_adverbs(place + 1 + joined))
        after = self.word(place + 2)
        ends = not after.isalpha() or after in self.lexicon.clauses.prepositions or after in verbs.adverbs
        return ends and bool(self.participle(place + 1))

    def _before_object(self, place: int) -> bool:
        """Whether an unknown word is a verb because of what follows: in English, no noun stands right before "the"."""
        lexicon, word = self.lexicon, self.word(place)
        number = self.number(place + 1) and not lexicon.figures.labels.at(self.words, place)
        opens = number or self.word(place + 1) in lexicon.clauses.determiners
        return bool(lexicon.verbs.particles) and opens and word.isalpha() and not self._small(word)

    def _small(self, word: str) -> bool:
        clauses, figures = self.lexicon.clauses, self.lexicon.figures
        lists = (clauses.determiners, clauses.prepositions, clauses.relatives, clauses.pronouns, figures.numbers)
        return any(word in one for one in lists) or word.endswith(("s", "ing", "ed"))

    def gerund(self, place: int) -> str:
        """The infinitive of the gerund at a place."""
        return self._undone(self.word(place), self.lexicon.verbs.gerunds)

    def participle(self, place: int) -> str:
        """The infinitive of the participle at a place."""
        return self._undone(self.word(place), self.lexicon.verbs.participles)

    def _undone(self, word: str, pairs: Pairs) -> str:
        """The infinitive behind a form: one that is known, else the first that its ending allows."""
        bases = [
            word.removesuffix(one) + last for one, last in pairs if word.endswith(one) and len(word) > len(one) + 1
        ]
        bases += [one[:-1] for one in bases if len(one) > 2 and one[-1] == one[-2]]
        return next((one for one in bases if self._listed(one)), bases[0] if bases else "")

    def _listed(self, base: str) -> bool:
        verbs = self.lexicon.verbs
        return base in verbs.known or base in verbs.changes or base in verbs.vague.by_first

    def future(self, place: int) -> str:
        """The infinitive behind a future: it ends in one of the endings, accents and all."""
        for ending in self.lexicon.verbs.futures if place < len(self.words) else ():
            if self.written[place].lower().endswith(ending):
                stem = self.word(place)[: -len(ending)]
                match = self.lexicon.infinitive.fullmatch(stem)
                return match.group(1) if match and len(stem) > len(ending) + 1 else ""
        return ""

    def verb(self, place: int, base: str, form: str) -> Verb:
        """A verb whose word stands at a place."""
        return Verb(self.written[place], base, form, place)


def opening(reader: Reader) -> Verb | None:
    """The verb that a sentence begins with, or the noun that stands for it; None where it begins otherwise."""
    place = reader.past_adverbs(reader.start())
    if reader.word(place) in reader.lexicon.verbs.particles:
        return _announced(reader, reader.past_adverbs(place + 1))
    if base := reader.infinitive(place):
        return reader.verb(place, base, INFINITIVE)
    if base := reader.gerund(place):
        return reader.verb(place, base, GERUND)
    return _noun(reader, place + (reader.word(place) in reader.lexicon.clauses.determiners))


def _announced(reader: Reader, place: int) -> Verb | None:
    """The infinitive after "to"."""
    word, clauses = reader.word(place), reader.lexicon.clauses
    if not word.replace("-", "").isalpha() or word in clauses.determiners or word in reader.lexicon.figures.numbers:
        return None
    return reader.verb(place, reader.base(place) or word, INFINITIVE)


def _noun(reader: Reader, place: int) -> Verb | None:
    word, lexicon = reader.word(place), reader.lexicon
    base = lexicon.nouns.from_verbs.get(word, word if word in lexicon.verbs.also_nouns else "")
    return reader.verb(place, base, NOUN) if base else None


def main_verb(reader: Reader) -> Verb | None:
    """The first verb of a sentence that is no lead-in; without one, the noun made from a verb that it begins with."""
    first = opening(reader)
    if first is None:
        return _after_opening(reader) or next(_led_in(reader, reader.start()), None)
    if first.form == INFINITIVE and reader.lexicon.verbs.lead_ins.at(reader.words, first.place):
        return next((one for one in _led_in(reader, first.place) if one.place <= first.place + CLOSE), first)
    return first


def _after_opening(reader: Reader) -> Verb | None:
    """The infinitive after words that only date or limit it ("By 2026, reduce…") or name it («Objetivo: reducir…»)."""
    words, lexicon, start = reader.words, reader.lexicon, reader.start()
    small = (lexicon.clauses.prepositions, lexicon.figures.to)
    opens = any(reader.word(start) in one for one in small) or lexicon.clauses.purpose.at(words, start)
    mark = "," if opens else ":"
    place = words.index(mark) + 1 if mark in words else len(words)
    base = reader.infinitive(place)
    return reader.verb(place, base, FINITE) if base else None


def _led_in(reader: Reader, start: int) -> Iterator[Verb]:
    """Verbs after a lead-in, and verbs in the future."""
    for place in range(start, len(reader.words)):
        if length := reader.lexicon.verbs.lead_ins.at(reader.words, place):
            after = reader.past_adverbs(place + length)
            if base := reader.infinitive(after) or reader.gerund(after) or reader.participle(after):
                yield reader.verb(after, base, FINITE)
                continue
        if base := reader.future(place):
            yield reader.verb(place, base, FINITE)
