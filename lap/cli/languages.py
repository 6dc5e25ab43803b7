"""In which language to speak: what was asked for, else the environment's, else the plan's."""

import os
from collections.abc import Mapping

from lap.failure import CannotRun
from lap.source.vocabulary import ENGLISH

LANGUAGES = ("en", "es")
LOCALES = ("LC_ALL", "LC_MESSAGES", "LANG")


def environment_language(environment: Mapping[str, str] = os.environ) -> str:
    """The language of LAP_LANG, else of the locale; "" where it is neither English nor Spanish."""
    asked = environment.get("LAP_LANG", "")[:2].lower()
    if asked in LANGUAGES:
        return asked
    locale = next((value for name in LOCALES if (value := environment.get(name))), "")
    return locale[:2] if locale[:2] in LANGUAGES else ""


def interface_language(asked: str, plan: str = "") -> str:
    """The language to speak in. Raises CannotRun when one is asked for that is not there."""
    if asked and asked not in LANGUAGES:
        raise CannotRun("bad-choice", option="--lang", value=asked, known=LANGUAGES)
    return asked or environment_language() or plan or ENGLISH


def asked_language(arguments: list[str]) -> str:
    """The language for help and for failures, which come before the options are read."""
    for before, argument in zip(["", *arguments], arguments, strict=False):
        value = argument.removeprefix("--lang=") if argument.startswith("--lang=") else argument
        if (before == "--lang" or argument.startswith("--lang=")) and value in LANGUAGES:
            return value
    return environment_language() or ENGLISH
