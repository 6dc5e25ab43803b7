"""Numbers of a plan, exact: what people write, read in one way only."""

import re
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import Annotated, Any, NamedTuple

from pydantic import PlainValidator, ValidationInfo
from pydantic_core import PydanticCustomError

from lap.model.base import text_of

COMMA_COUNTRIES = frozenset(["AR", "BO", "CL", "CO", "CR", "EC", "ES", "PY", "UY", "VE"])
MOST_DIGITS = 30

WRITTEN = re.compile("([+\u2212-]?)([0-9][0-9., ]*?) ?%?")
GROUPED = re.compile(r"[1-9][0-9]{0,2}([., ])[0-9]{3}(?:\1[0-9]{3})*(?:(?!\1)[.,]([0-9]+))?")
PLAIN = re.compile(r"[0-9]+(?:[.,]([0-9]+))?")
TWO_WAYS = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")
PESOS = re.compile(r"M\.? ?N\.?$", re.IGNORECASE)
OTHER_SPACES = dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f"), " ")


def comma_country(country: str) -> bool:
    """Whether a country, by its code of two letters (ISO 3166-1), writes decimals after a comma."""
    return country.upper() in COMMA_COUNTRIES


def read_number(text: str, comma: bool) -> Decimal | None:
    """Return the exact number that a text is: 25, -5, 25%, 1,250,000.50, 1.250.000,50, 1 250 000; or None.

    A percent sign changes nothing: ``25%`` is 25. What can be read one way only is read that way; ``1.000``
    and ``1,000`` can be read two ways, and ``comma`` says that decimals stand after a comma. A number of more
    than 30 digits is none.
    """
    sign, figures = _split(text)
    decimals = _decimals(figures, "," if comma else ".")
    if decimals is None:
        return None
    whole = re.sub("[., ]", "", figures[: len(figures) - len(decimals)])
    return Decimal(f"{sign}{whole}.{decimals}" if decimals else f"{sign}{whole}")


def reads_two_ways(text: str) -> bool:
    """Whether only the country tells what number this is: ``1.000`` and ``1,000``, a thousand or one."""
    return TWO_WAYS.fullmatch(_split(text)[1]) is not None


def _split(text: str) -> tuple[str, str]:
    """The sign ('-' or '') and the figures of a number, or no figures if the text is none."""
    written = WRITTEN.fullmatch(text.strip().translate(OTHER_SPACES))
    if not written or sum(map(str.isdigit, written[2])) > MOST_DIGITS:
        return "", ""
    return "-" if written[1] in ("-", "\u2212") else "", written[2]


def _decimals(figures: str, mark: str) -> str | None:
    """The figures after the decimal sign, '' if there are none, or None if these figures are no number."""
    grouped = GROUPED.fullmatch(figures)
    if grouped and not (grouped[1] == mark and TWO_WAYS.fullmatch(figures)):
        return grouped[2] or ""
    plain = PLAIN.fullmatch(figures)
    return (plain[1] or "") if plain else None


def _number(text: str, info: ValidationInfo, bare: str = "") -> Decimal:
    """The number that a text, or what is left of it (``bare``), is in the plan's country."""
    number = read_number(bare or text, comma=bool((info.context or {}).get("comma")))
    if number is None:
        raise PydanticCustomError("number_unreadable", "'{value}' is not a number", {"value": text})
    return number


def _limit(text: str, number: Decimal, low: str, high: str) -> None:
    """Raise ``number_range`` unless the number lies between two bounds, both included; '' is no bound."""
    below = low and number < Decimal(low.rstrip("%"))
    above = high and number > Decimal(high.rstrip("%"))
    if below or above:
        context = {"value": text, "low": low, "high": high}
        raise PydanticCustomError("number_range", "'{value}' is out of range", context)


def read_decimal(value: object, info: ValidationInfo, low: str = "", high: str = "") -> Decimal:
    """Return the exact number that a scalar is, between two bounds.

    Errors: ``number_unreadable`` (``value``), ``number_range`` (``value``, and ``low`` and ``high`` as text,
    '' for none), ``scalar_expected``. The context of validation tells a decimal comma: ``{"comma": True}``.
    """
    text = text_of(value, "number")
    number = _number(text, info)
    _limit(text, number, low, high)
    return number


def read_whole(value: object, info: ValidationInfo, low: str, high: str = "") -> int:
    """Return a whole number between two bounds.

    Errors: ``number_whole`` (``value``), and those of `read_decimal`.
    """
    text = text_of(value, "number")
    number = _number(text, info)
    if number != number.to_integral_value():
        raise PydanticCustomError("number_whole", "'{value}' is not a whole number", {"value": text})
    _limit(text, number, low, high)
    return int(number)


def read_amount(value: object, info: ValidationInfo) -> Decimal:
    """Return an amount of money; ``$`` before it and ``M.N.`` (national currency) after it add nothing.

    Errors: those of `read_decimal`.
    """
    text = text_of(value, "number")
    return _number(text, info, PESOS.sub("", text.strip()).removeprefix("$"))


def read_measure(value: object, info: ValidationInfo) -> Decimal | str:
    """Return a measured value: a number where it reads as one, else the text, a word of a scale.

    Error: ``scalar_expected``.
    """
    text = text_of(value, "number")
    number = read_number(text, comma=bool((info.context or {}).get("comma")))
    return text if number is None else number


class Bounds(NamedTuple):
    """Where a colour of the traffic light begins, as a share of the expected value: 0.90 is 90 %.

    ``high`` is where it ends on the upper side, None where only falling short counts. No order is asked for.
    """

    low: Decimal
    high: Decimal | None = None


def read_threshold(value: object, info: ValidationInfo) -> Decimal:
    """Return a share of the expected value: ``90%`` and ``90`` are 0.90, and so is ``0.9``.

    Without a percent sign, what is not above 2 is the share itself. Range: 0% to 200%. Errors: those of
    `read_decimal`.
    """
    text = text_of(value, "number")
    number = _number(text, info)
    percent = number if "%" in text or abs(number) > 2 else number * 100
    _limit(text, percent, "0%", "200%")
    return percent / 100


def read_bounds(value: object, info: ValidationInfo) -> Bounds:
    """Return the bounds of a colour, from one share or a pair [low, high].

    Errors: ``bounds_pair`` (``count``) for a list of another length, and those of `read_threshold`.
    """
    if not isinstance(value, list):
        return Bounds(read_threshold(value, info))
    if not 1 <= len(value) <= 2:
        raise PydanticCustomError("bounds_pair", "one value or two, not {count}", {"count": len(value)})
    return Bounds(*(read_threshold(share, info) for share in value))


WRITTEN_AS = float | str


def _read(read: Callable[..., object], written_as: Any = WRITTEN_AS) -> PlainValidator:
    return PlainValidator(read, json_schema_input_type=written_as)


Number = Annotated[Decimal, _read(read_decimal)]
Amount = Annotated[Decimal, _read(read_amount)]
Count = Annotated[int, _read(partial(read_whole, low="0"))]
Days = Annotated[int, _read(partial(read_whole, low="1"))]
Year = Annotated[int, _read(partial(read_whole, low="1000", high="2999"))]
Score = Annotated[Decimal, _read(partial(read_decimal, low="1", high="5"))]
Share = Annotated[Decimal, _read(partial(read_decimal, low="0", high="1"))]
Percent = Annotated[Decimal, _read(partial(read_decimal, low="0", high="100"))]
Measure = Annotated[Decimal | str, _read(read_measure)]
Threshold = Annotated[Decimal, _read(read_threshold)]
Bound = Annotated[Bounds, _read(read_bounds, WRITTEN_AS | list[WRITTEN_AS])]
