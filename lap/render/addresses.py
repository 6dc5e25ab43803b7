"""Which addresses a document may link to."""

import re

SAFE = re.compile(r"(https?://[^/\s?#][^\s]*|mailto:[^\s]+)", re.I)
ODD = re.compile(r"[\x00-\x20\x7f-\x9f<>\"`{}|\\^\u200b-\u200f\u202a-\u202e\u2066-\u2069]")


def safe(url: str) -> str:
    """An address of http, https or mailto without anything odd in it; "" for any other, which is shown as text."""
    url = url.strip()
    return url if SAFE.fullmatch(url) and not ODD.search(url) else ""
