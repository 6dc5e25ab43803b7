"""The names of the format in English and Spanish, and the way from a file's words to the canonical ones.

The table stands in `names.txt`, one row a name, for whoever wants to review it. Reading takes a file's mapping
of a known kind and gives the same data with canonical keys and fixed words, short forms spelled out and single
things put into lists; places are kept, nothing is judged beyond what cannot be read.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from lap.source.span import Route

ENGLISH, SPANISH = "en", "es"
NAMES = Path(__file__).with_name("names.txt")

ACCENTS = re.compile("(?<![nN])[\u0300-\u036f]|(?<=[nN])[\u0300-\u0302\u0304-\u036f]")
GAPS = re.compile(r"[\s_]+")


class Holds(NamedTuple):
    """What a key holds: `shape` is "text", "word", "one", "ids", "list", "texts", "dates" or "raw"."""

    shape: str
    kind: str = ""


class Entry(NamedTuple):
    """A key or fixed word: its canonical (English) name, its Spanish name and what it holds."""

    name: str
    spanish: str
    holds: Holds


@dataclass(slots=True)
class Kind:
    """A kind of mapping, or a set of fixed words. `read` leads from every spelling to its entry."""

    name: str
    short: str = ""
    entries: dict[str, Entry] = field(default_factory=dict)
    read: dict[str, Entry] = field(default_factory=dict)


@lru_cache(maxsize=4096)
def fold(written: str) -> str:
    """A key as it is compared: small letters, no accents (ñ stays), gaps as hyphens."""
    parts = unicodedata.normalize("NFD", written.strip().casefold())
    return GAPS.sub("-", unicodedata.normalize("NFC", ACCENTS.sub("", parts)))


def _holds(sign: str) -> Holds:
    if not sign:
        return Holds("text")
    if sign == "raw":
        return Holds("raw")
    inner = sign.strip("={}[]")
    shapes = {"=": "word", "{": "ids", "[": "list"}
    shape = shapes.get(sign[0], "one")
    if inner in ("text", "date"):
        shape = {"list": "texts", "ids": "dates"}[shape]
    return Holds(shape, inner)


def _read_table() -> dict[str, Kind]:
    kinds: dict[str, Kind] = {}
    kind = Kind("")
    for line in NAMES.read_text("utf-8").splitlines():
        if line.startswith("["):
            name, _, short = line.partition("]")
            kind = Kind(name[1:], short.removeprefix(" short ").strip())
            kinds[kind.name] = kind
        elif line and not line.startswith("#"):
            names, _, sign = line.partition(">")
            english, spanish, *others = names.split()
            entry = Entry(english, spanish, _holds(sign.strip()))
            kind.entries[english] = entry
            kind.read.update(dict.fromkeys((english, spanish, *others), entry))
    return kinds


KINDS = _read_table()


def entry_of(kind: str, written: str) -> Entry | None:
    """The entry that a key (or, for kinds beginning with "=", a fixed word) of a file means, if any."""
    table = KINDS[kind].read
    return table.get(written) or table.get(fold(written))


def shown(kind: str, name: str, language: str) -> str:
    """A canonical key or fixed word in a file's language."""
    entry = KINDS[kind].entries.get(name) if kind in KINDS else None
    return entry.spanish if entry and language == SPANISH else name


def names(kind: str, language: str) -> list[str]:
    """All keys of a kind (or words of a set) in one language, in the format's order."""
    return [shown(kind, name, language) for name in KINDS[kind].entries]


def words_of(kind: str, name: str) -> str:
    """The set of fixed words that a key takes ("=frequency"), or ""."""
    holds = KINDS[kind].entries[name].holds
    return "=" + holds.kind if holds.shape == "word" else ""


def holds_at(route: Route) -> Holds:
    """What stands at the end of a canonical route from the plan; text for what the format does not know."""
    holds = Holds("one", "plan")
    for key in route:
        if holds.shape in ("ids", "list"):
            holds = Holds("one", holds.kind)
        elif holds.shape == "one" and (entry := KINDS[holds.kind].entries.get(str(key))):
            holds = entry.holds
        else:
            holds = Holds("text")
    return holds


def last_key(route: Route) -> tuple[str, str]:
    """The last key of the format on a route, as its mapping and name: `groups` for the second of a commitment's groups."""
    for length in range(len(route), 0, -1):
        kind, name = kind_at(route[: length - 1]), route[length - 1]
        if kind and isinstance(name, str):
            return kind, name
    return "", ""


def kind_at(route: Route) -> str:
    """The kind of the mapping at the end of a canonical route ("commitment", "activity", …), or ""."""
    holds = holds_at(route)
    return holds.kind if holds.shape == "one" else ""
