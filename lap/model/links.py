"""Addresses on the web, and texts that may hold one: only http, https and mailto lead anywhere."""

import re
from string import ascii_letters
from typing import Annotated

from pydantic import PlainValidator
from pydantic_core import PydanticCustomError

from lap.model.base import text_of

SAFE = re.compile(r"\s*(?:https?://|mailto:)\S", re.IGNORECASE)
# Browsers skip blanks before a scheme; "Data: 2016" is a sentence.
RISKY = re.compile(r"[\x00-\x20]*(?:(?:javascript|vbscript)\s*:|(?:data|file|blob|ftp):\S)", re.IGNORECASE)
DOMAIN = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?::[0-9]+)?(?:[/?#]\S*)?", re.IGNORECASE)


def read_url(value: object) -> str:
    """Return an address as written; it begins with ``http://``, ``https://`` or ``mailto:``.

    Errors: ``url_scheme`` (``value``; ``suggestion``, https and a bare domain, or ''), ``scalar_expected``.
    """
    text = text_of(value, "url")
    if SAFE.match(text):
        return text
    raise _refused(text, f"https://{text}" if DOMAIN.fullmatch(text) else "")


def read_source(value: object) -> str:
    """Return a free text as written; any address inside it is http, https or mailto.

    Errors: ``url_scheme`` (``value``; ``suggestion``, always ''), ``scalar_expected``.
    """
    text = text_of(value, "text")
    if RISKY.match(text) or not _schemes(text) <= {"http", "https", "mailto"}:
        raise _refused(text, "")
    return text


def _schemes(text: str) -> set[str]:
    """The word that stands before each ``://``, in small letters."""
    return {before[len(before.rstrip(ascii_letters)) :].lower() for before in text.split("://")[:-1]}


def _refused(text: str, suggestion: str) -> PydanticCustomError:
    context = {"value": text, "suggestion": suggestion}
    return PydanticCustomError("url_scheme", "'{value}' does not begin with http, https or mailto", context)


Url = Annotated[str, PlainValidator(read_url, json_schema_input_type=str)]
Source = Annotated[str, PlainValidator(read_source, json_schema_input_type=str)]
