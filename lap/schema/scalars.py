"""What the scalars of the model may look like in a file, as JSON Schema, whatever an editor's YAML takes them for."""

from collections.abc import Callable
from functools import partial
from typing import Annotated, Any, get_args, get_origin

from lap.language.speech import say
from lap.model import links, numbers
from lap.model.dates import Date

Schema = dict[str, Any]

EVERY_TYPE = ("string", "number", "boolean", "object", "array", "null")
FIGURES = r"[+\u2212-]?[0-9][0-9.,\s]*%?"
NUMBER = rf"^\s*{FIGURES}\s*$"
AMOUNT = rf"^\s*\$?\s*{FIGURES}\s*(?:[Mm]\.? ?[Nn]\.?)?\s*$"
ADDRESS = r"^\s*(?:[Hh][Tt][Tt][Pp][Ss]?://|[Mm][Aa][Ii][Ll][Tt][Oo]:)\S"
DATE = r"^\s*[12][0-9]{3}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?\s*$"

TEXT: Schema = {"type": ["string", "number", "boolean"]}
NAMES: dict[Any, str] = {
    alias: name.lower()
    for module in (links, numbers)
    for name, alias in vars(module).items()
    if get_origin(alias) is Annotated
} | {Date: "date", links.Source: "text"}
TYPES = {name: type_ for type_, name in NAMES.items()}


def only(*types: str) -> Schema:
    """A value of these types; editors propose `null` and `true` where a schema names their types, and not here."""
    return {"not": {"type": [one for one in EVERY_TYPE if one not in types]}}


def one_of(*ways: Schema) -> Schema:
    """One of several ways, which exclude each other.

    Editors put a colon after a key only where they see `anyOf`, and show what it means only once where not.
    """
    return {"anyOf": [{"oneOf": list(ways)}]}


def scalar_of(hint: Any) -> str:
    """The kind of scalar that a field takes, or a list of them: "text", "date", "count", …"""
    return next((NAMES[one] for one in (hint, *get_args(hint)) if one in NAMES), "text")


def looks(name: str, language: str) -> Schema:
    """What a kind of scalar may look like; a nothing is not among it."""
    if name == "text":
        return TEXT
    if name == "date":
        hint = say("write a day (2026-12-31), a month (2026-12) or a year (2026)", language)
        return {"type": ["string", "integer"], "pattern": DATE, "minimum": 1000, "maximum": 2999, **_told(hint)}
    read = TYPES[name].__metadata__[0].func
    limits = getattr(read, "keywords", {})
    return LOOKS[getattr(read, "func", read)](language, **limits)


def _told(hint: str) -> Schema:
    """What an editor says where the pattern is not met."""
    return {"patternErrorMessage": hint[:1].upper() + hint[1:] + "."}


def _address(language: str) -> Schema:
    hint = say("copy the whole address from the browser", language)
    return {"type": "string", "pattern": ADDRESS, **_told(hint)}


def _number(language: str, kind: str = "number", pattern: str = NUMBER, low: str = "", high: str = "") -> Schema:
    hint = say("write it in digits, such as 1250 or 12.5", language)
    limits = {key: int(limit) for key, limit in (("minimum", low), ("maximum", high)) if limit}
    return {"type": [kind, "string"], "pattern": pattern, **_told(hint), **limits}


def _bounds(language: str) -> Schema:
    one = _threshold(language)
    return one_of(one, {"type": "array", "items": one, "minItems": 1, "maxItems": 2})


_threshold = partial(_number, low="0", high="200")

LOOKS: dict[Any, Callable[..., Schema]] = {
    links.read_url: _address,
    numbers.read_decimal: _number,
    numbers.read_whole: partial(_number, kind="integer"),
    numbers.read_amount: partial(_number, pattern=AMOUNT),
    numbers.read_measure: lambda language: TEXT,
    numbers.read_threshold: _threshold,
    numbers.read_bounds: _bounds,
}
