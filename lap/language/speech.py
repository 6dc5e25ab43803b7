"""Sentences in the reader's language. English stands in the code; `es.toml` has the Spanish beside it."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from lap.findings import Days, Key, Month, Word
from lap.source.vocabulary import ENGLISH, SPANISH, shown

LONGEST = 72
# Not printable by Python's word, and obeyed by no terminal: line breaks and tabs, wide and narrow spaces, and the
# joiners that emoji and some scripts need.
HARMLESS = frozenset("\n\t\u00a0\u2002\u2003\u2007\u2009\u200c\u200d\u202f\u3000")
LANGUAGES = (ENGLISH, SPANISH)
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


GLOSSARY = "Glossary"


class Said(str):
    """A parameter that is a sentence already: it is put in as it stands."""

    __slots__ = ()


@cache
def catalogue(name: str = "es") -> dict[str, Any]:
    """A Spanish catalogue as it stands in its file."""
    import tomllib

    return tomllib.loads(Path(__file__).with_name(f"{name}.toml").read_text("utf-8"))


@cache
def _spanish() -> dict[str, str]:
    return {english: spanish for part in catalogue().values() for english, spanish in part.items()}


def english(sentence: str) -> str:
    """A sentence that will be said later; marks it for the test that compares the catalogues."""
    return sentence


def said(sentence: str, language: str) -> str:
    """A sentence of the program in a language, its parameters still in braces."""
    return _spanish().get(sentence, sentence) if language == SPANISH else sentence


def say(sentence: str, language: str, words: str = "", /, **parameters: object) -> str:
    """A whole sentence with its parameters; `words` is the language of the file that it is about."""
    return tell(sentence, parameters, language, words)


def tell(sentence: str, parameters: Mapping[str, object], language: str, words: str = "") -> str:
    """As `say`, with the parameters in a mapping."""
    template = said(sentence, language)
    if "{" not in template:
        return template
    return template.format_map({key: spoken(value, language, words) for key, value in parameters.items()})


def count(number: int, one: str, many: str, language: str) -> str:
    """A counted thing: `one` or `many`, whole phrases with {n}."""
    return said(one if number == 1 else many, language).replace("{n}", str(number))


def spoken(value: object, language: str, words: str = "") -> str:
    """A parameter as people read it."""
    if isinstance(value, Said):
        return value
    if isinstance(value, Key):
        return "“" + shown(value.mapping, value.name, words or language) + "”"
    if isinstance(value, Word):
        return shown(value.words, value.name, words or language)
    if isinstance(value, Days):
        return count(value.number, "{n} day", "{n} days", language)
    if isinstance(value, Month):
        return said(MONTHS[value.number - 1], language)
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, tuple | list):
        return ", ".join(spoken(one, language, words) for one in value)
    return shortened(visible(str(value)))


def citation(section: str, language: str) -> str:
    """A section of the handbook as it is cited: handbook §5.1, or the glossary; "" for none."""
    if not section:
        return ""
    if section == GLOSSARY:
        return say("handbook, glossary", language)
    return say("handbook {section}", language, section=f"§{section}")


def shortened(text: str) -> str:
    """A text of at most one line, cut at a word."""
    text = " ".join(text.split())
    if len(text) <= LONGEST:
        return text
    return text[: LONGEST - 1].rsplit(" ", 1)[0].rstrip(",;:") + "…"


def visible(text: str) -> str:
    """A text without anything that a terminal would obey: control characters and turned writing are spelled out."""
    if text.isprintable():
        return text
    return "".join(letter if letter.isprintable() or letter in HARMLESS else _spelled(letter) for letter in text)


def _spelled(letter: str) -> str:
    code = ord(letter)
    return chr(0x2400 + code) if code < 0x20 else "␡" if code == 0x7F else f"<U+{code:04X}>"
