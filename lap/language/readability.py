"""How easily a text reads: words in a sentence, syllables in a word, and the index of the text's language.

English: Flesch's reading ease, 206.835 - 1.015 w - 84.6 s. Spanish: Szigriszt-Pazos' perspicuity as read on the INFLESZ
scale, 206.835 - w - 62.3 s. Here w is words a sentence and s syllables a word. Both run from 0 (hard) to 100 (easy).
"""

import re
from typing import NamedTuple
from unicodedata import normalize

from lap.language.words import composed, folded
from lap.source.vocabulary import SPANISH

WORD = re.compile(r"[^\W\d_]+")
SENTENCE_END = re.compile(r"[.!?…]+(?=\s|$)")
ACUTE = "\u0301"
SILENT_U = re.compile(r"(?<=[gq])u(?=[ei])")
VOWELS = re.compile(r"[aeiouy]+")
FINAL_Y = re.compile(r"y(?=$|\W)")
ENGLISH_SILENT = re.compile(r"(?:(?<![aeiouyl])e|(?<![aeiouytd])ed|(?<![aeiouyszxc])es)$")
STRONG = "aeo"


class Reading(NamedTuple):
    """What a text is like: its longest sentence in words, and its index."""

    longest: int
    ease: float


def reading(text: str, language: str) -> Reading:
    """How easily a text reads; a text without words reads perfectly."""
    sentences = [words for part in SENTENCE_END.split(composed(text)) if (words := WORD.findall(part))]
    words = [word for sentence in sentences for word in sentence]
    if not words:
        return Reading(0, 100.0)
    length = len(words) / len(sentences)
    each = sum(syllables(word, language) for word in words) / len(words)
    index = 206.835 - length - 62.3 * each if language == SPANISH else 206.835 - 1.015 * length - 84.6 * each
    return Reading(max(map(len, sentences)), index)


def syllables(word: str, language: str) -> int:
    """How many syllables a word has, at least one: exact for Spanish but for rare hiatuses, near for English."""
    return _spanish(word) if language == SPANISH else _english(word)


def _spanish(word: str) -> int:
    """Groups of vowels, parted between two strong ones and at a weak one with an accent; the u of gue and que is silent."""
    broken = {
        place for place, letter in enumerate(word) if folded(letter) in "iu" and ACUTE in normalize("NFD", letter)
    }
    plain = FINAL_Y.sub("i", SILENT_U.sub("_", folded(word)))
    count, before, last = 0, "", -1
    for place, letter in enumerate(plain):
        if letter in "aeiou":
            joined = before and not (before in STRONG and letter in STRONG)
            if not joined or place in broken or last in broken:
                count += 1
            before, last = letter, place
        elif letter != "h":
            before = ""
    return max(count, 1)


def _english(word: str) -> int:
    """Groups of vowels, without the silent e of an ending."""
    plain = folded(word)
    return max(len(VOWELS.findall(ENGLISH_SILENT.sub("", plain))), 1)
