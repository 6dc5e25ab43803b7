"""The many ways of writing a date that are not year-month-day, in figures and in words."""

import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize

YEAR = r"([12][0-9]{3})"
TIME = r"(?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?(?:Z|[+-][0-9:]{2,6})?)?"
YEAR_FIRST = YEAR + r"([/.-])([0-9]{1,2})(?:\2([0-9]{1,2})" + TIME + ")?"
COMPACT = YEAR + r"()(0[0-9]|1[0-9])([0-3][0-9])"
YEAR_LAST = r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([12][0-9]{3}|[0-9]{2})"
MONTH_YEAR = r"([0-9]{1,2})[/.-]" + YEAR
WORDS = r"[a-z0-9\s.,/°-]{1,80}"
# A word processor writes a long dash where a hyphen was typed.
DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"), "-")


class Spelling(NamedTuple):
    """A date read from another spelling; ``day`` is None for a month. Not yet known to be in the calendar."""

    year: int
    month: int
    day: int | None
    certain: bool


def recognise(text: str) -> Spelling | None:
    """Return the date that a text gives in figures (31/12/2026) or in words (December 31, 2026), or None.

    With the year last, figures are day-first, as in Latin America; ``certain`` is False where they can be
    month-first too, or where the year has two digits only.
    """
    text = text.translate(DASHES)
    return _year_first(text) or _year_last(text) or _month_year(text) or _in_words(text)


def _year_first(text: str) -> Spelling | None:
    match = re.fullmatch(YEAR_FIRST, text) or re.fullmatch(COMPACT, text)
    if not match:
        return None
    year, _, month, day = match.groups()
    return Spelling(int(year), int(month), int(day) if day else None, certain=True)


def _year_last(text: str) -> Spelling | None:
    if not (match := re.fullmatch(YEAR_LAST, text)):
        return None
    day, month, year = int(match[1]), int(match[3]), int(match[4])
    certain = year > 99 and (day > 12 or month > 12 or day == month)
    if day <= 12 < month:
        day, month = month, day
    return Spelling(year if year > 99 else 2000 + year, month, day, certain)


def _month_year(text: str) -> Spelling | None:
    match = re.fullmatch(MONTH_YEAR, text)
    return Spelling(int(match[2]), int(match[1]), None, certain=True) if match else None


def _in_words(text: str) -> Spelling | None:
    """One month by its name, a year of four digits, perhaps a day, and words that add nothing."""
    folded = "".join(sign for sign in normalize("NFKD", text.lower()) if not "\u0300" <= sign <= "\u036f")
    if not re.fullmatch(WORDS, folded):
        return None
    words = [_months().get(word, -1) for word in re.findall("[a-z]+", folded)]
    months = [month for month in words if month]
    figures = " ".join(sorted(re.findall("[0-9]+", folded), key=len))
    match = re.fullmatch("(?:([0-9]{1,2}) )?" + YEAR, figures)
    if len(months) != 1 or months[0] < 0 or not match:
        return None
    return Spelling(int(match[2]), months[0], int(match[1]) if match[1] else None, certain=True)


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    """The words of a date, without accents: the number of a month, or 0 for a word that adds nothing."""
    table = Path(__file__).with_name("months.txt").read_text(encoding="utf-8")
    rows = [line.split() for line in table.splitlines() if line and not line.startswith("#")]
    return {word: int(number) for number, *words in rows for word in words}
