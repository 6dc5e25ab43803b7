"""In which language to speak: what was asked for, else the environment's, else the plan's."""

import os
from collections.abc import Mapping
from typing import NamedTuple

from lap.failure import CannotRun
from lap.source.vocabulary import ENGLISH

LANGUAGES = ("en", "es")
LOCALES = ("LC_ALL", "LC_MESSAGES", "LANG")


class Choice(NamedTuple):
    """A language and the variable that asks for it."""

    by: str = ""
    language: str = ""


def environment_language(environment: Mapping[str, str] = os.environ) -> str:
    """The language of LAP_LANG, else of the locale; "" where it is neither English nor Spanish."""
    return variable_language(environment) or locale_language(environment)


def variable_language(environment: Mapping[str, str] = os.environ) -> str:
    """The language of LAP_LANG, or ""."""
    asked = environment.get("LAP_LANG", "")[:2].lower()
    return asked if asked in LANGUAGES else ""


def locale_language(environment: Mapping[str, str] = os.environ) -> str:
    """The language of the locale, or ""."""
    locale = next((value for name in LOCALES if (value := environment.get(name))), "")
    return locale[:2] if locale[:2] in LANGUAGES else ""


def languages_around(environment: Mapping[str, str] = os.environ) -> tuple[Choice, Choice]:
    """What LAP_LANG and the locale ask for: the variable's name and the language, both "" where it is neither."""
    variable, locale = variable_language(environment), locale_language(environment)
    name = next((name for name in LOCALES if environment.get(name)), "")
    return Choice("LAP_LANG", variable) if variable else Choice(), Choice(name, locale) if locale else Choice()


def interface_language(asked: str, plan: str = "", settings: str = "") -> str:
    """The language to speak in. Raises CannotRun when one is asked for that is not there.

    What a person chose (on the command line, in LAP_LANG) goes before what the project chose (in its settings).
    """
    if asked and asked not in LANGUAGES:
        raise CannotRun("bad-choice", option="--lang", value=asked, known=LANGUAGES)
    return asked or variable_language() or settings or locale_language() or plan or ENGLISH


def asked_language(arguments: list[str]) -> str:
    """The language for help and for failures, which come before the options are read."""
    for before, argument in zip(["", *arguments], arguments, strict=False):
        value = argument.removeprefix("--lang=") if argument.startswith("--lang=") else argument
        if (before == "--lang" or argument.startswith("--lang=")) and value in LANGUAGES:
            return value
    return environment_language() or ENGLISH
