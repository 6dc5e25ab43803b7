"""Shares of a whole: which units are percent or another share, and whether a formula names both parts of one."""

import re
from functools import cache

from lap.language.speech import catalogue
from lap.language.words import composed, folded

SIGN = re.compile(r"[^\W_][^/÷]*[/÷][^/÷]*[^\W_]")


def is_percent(unit: str) -> bool:
    """Whether a unit is percent, so that 0 is none and 100 is all: “percent”, “%”, “porcentaje”, “por ciento”."""
    return _plain(unit) in _lists("percent")


def is_share(unit: str) -> bool:
    """Whether a unit is percent or another share of a whole: “rate”, “tasa por 1,000 habitantes”."""
    words = _plain(unit).split()
    return is_percent(unit) or (bool(words) and words[0] in _lists("share"))


def names_both_parts(formula: str) -> bool:
    """Whether a formula has something on either side of a division: “A / B × 100”, “A entre el total de B”."""
    return bool(SIGN.search(formula) or _between().search(_plain(formula)))


def _plain(text: str) -> str:
    return " ".join(folded(composed(text)).split()).rstrip(".")


@cache
def _lists(name: str) -> frozenset[str]:
    return frozenset(" ".join(one.split()) for one in catalogue("measures")[name].split(","))


@cache
def _between() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, _lists("between")), key=len, reverse=True))
    return re.compile(rf"[^\W_].*\b(?:{words})\b.*[^\W_]")
