"""Dates of a plan: a day, a month or a year, written year-month-day."""

import datetime
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from pydantic_core import PydanticCustomError, core_schema

from lap.model.base import text_of
from lap.model.date_spellings import Spelling, recognise

ISO = re.compile(r"([12][0-9]{3})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
SHAPE = f"^{ISO.pattern}$"


@dataclass(frozen=True, slots=True)
class Date:
    """A day (``2017-02-28``), a month (``2017-02``) or a year (``2017``), kept as it was written.

    ``first`` and ``last`` are its first and last day, equal for a day. As a start a date means the first, as
    an end, a target or a deadline the last. Dates are not ordered: compare the days that are meant.
    """

    text: str
    first: datetime.date
    last: datetime.date

    def __str__(self) -> str:
        return self.text

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: object) -> core_schema.CoreSchema:
        text, year = core_schema.str_schema(pattern=SHAPE), core_schema.int_schema()
        written = core_schema.union_schema([text, year])
        return core_schema.no_info_plain_validator_function(validate_date, json_schema_input_schema=written)


def validate_date(value: object) -> Date:
    """Return the date of a scalar; errors are ``scalar_expected`` and those of `read_date`."""
    return read_date(text_of(value, "date").strip())


def validate_date_key(value: object) -> str:
    """Return a key that is a date, as written; errors as for `validate_date`."""
    return validate_date(value).text


@lru_cache(maxsize=4096)
def read_date(text: str) -> Date:
    """Return the date that a text is, in years 1000 to 2999, or raise one of these:

    - ``date_nonexistent``, no such day: ``value``, ``year``, ``month``, ``last_day`` (of the month),
      ``suggestion`` (the nearest day of that month).
    - ``date_month``, no such month: ``value``, ``year``, ``month``, ``suggestion`` (always '').
    - ``date_rewritten``, a date in another order or in words: ``value``, ``suggestion`` (year-month-day) and
      ``certain`` (False where the text can be read two ways).
    - ``date_words``, no date at all: ``value``.
    """
    if not (match := ISO.fullmatch(text)):
        raise _misspelt(text)
    year, month, day = match.groups()
    try:
        first = datetime.date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        raise _absent(text, int(year), int(month), int(day or 1)) from None
    if day:
        return Date(text, first, first)
    return Date(text, first, _last_day(first.year, first.month if month else 12))


def _last_day(year: int, month: int) -> datetime.date:
    return datetime.date(year + month // 12, month % 12 + 1, 1) - datetime.timedelta(days=1)


def _misspelt(text: str) -> PydanticCustomError:
    """What to answer to a text that is not written year-month-day."""
    spelling = recognise(text)
    if not spelling:
        return PydanticCustomError("date_words", "'{value}' is not a date", {"value": text})
    year, month, day, certain = spelling
    day = 1 if day is None else day
    if not 1 <= month <= 12 or not 1 <= day <= _last_day(year, month).day:
        return _absent(text, year, month, day)
    context = {"value": text, "suggestion": _iso(spelling), "certain": certain}
    return PydanticCustomError("date_rewritten", "'{value}' is written {suggestion}", context)


def _absent(text: str, year: int, month: int, day: int) -> PydanticCustomError:
    """What to answer to a day that the calendar lacks, because of its month or within it."""
    context: dict[str, Any] = {"value": text, "year": year, "month": month, "suggestion": ""}
    if not 1 <= month <= 12:
        return PydanticCustomError("date_month", "'{value}': a year has no month {month}", context)
    last = _last_day(year, month).day
    nearest = Spelling(year, month, min(max(day, 1), last), certain=False)
    context |= {"last_day": last, "suggestion": _iso(nearest)}
    return PydanticCustomError("date_nonexistent", "'{value}': that month has {last_day} days", context)


def _iso(spelling: Spelling) -> str:
    day = f"-{spelling.day:02}" if spelling.day is not None else ""
    return f"{spelling.year}-{spelling.month:02}{day}"
