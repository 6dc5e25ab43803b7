"""Why a value does not fit its key: pydantic's error types, put into causes of our own."""

import difflib
from collections.abc import Callable
from typing import Any, NamedTuple

from lap.findings import Month
from lap.source.nodes import Mapping, Sequence, Text
from lap.source.span import Route
from lap.source.vocabulary import ENGLISH, SPANISH, fold, holds_at, kind_at, names

# What the types of lap/model raise themselves.
OWN = {
    "date_nonexistent": ("Y203", "nonexistent"),
    "date_month": ("Y203", "month"),
    "date_rewritten": ("Y203", "rewritten"),
    "date_words": ("Y203", "words"),
    "number_unreadable": ("Y205", "unreadable"),
    "number_whole": ("Y205", "whole"),
    "number_range": ("Y209", "range"),
    "url_scheme": ("Y210", "scheme"),
    "bounds_pair": ("Y202", "kind"),
    "scalar_expected": ("Y202", "kind"),
    "extra_forbidden": ("Y201", "unknown"),
    "literal_error": ("Y204", "word"),
}

# Every other type of pydantic says the same to a person: this is not the kind of thing that the key takes.
# The list is whole, and a test compares it with the installed pydantic, so that a new type is noticed.
KIND = [
    "no_such_attribute",
    "json_invalid",
    "json_type",
    "needs_python_object",
    "recursion_loop",
    "recursion_depth_exceeded",
    "missing",
    "frozen_field",
    "frozen_instance",
    "invalid_key",
    "get_attribute_error",
    "model_type",
    "model_attributes_type",
    "dataclass_type",
    "dataclass_exact_type",
    "named_tuple_type",
    "default_factory_not_called",
    "none_required",
    "greater_than",
    "greater_than_equal",
    "less_than",
    "less_than_equal",
    "multiple_of",
    "finite_number",
    "too_short",
    "too_long",
    "iterable_type",
    "iteration_error",
    "string_type",
    "string_unicode",
    "string_too_short",
    "string_too_long",
    "string_pattern_mismatch",
    "string_not_ascii",
    "enum",
    "dict_type",
    "frozen_dict_type",
    "ordered_dict_type",
    "counter_type",
    "mapping_type",
    "list_type",
    "deque_type",
    "tuple_type",
    "set_type",
    "set_item_not_hashable",
    "bool_type",
    "bool_parsing",
    "int_type",
    "int_parsing",
    "int_parsing_size",
    "int_from_float",
    "float_type",
    "float_parsing",
    "bytes_type",
    "bytes_too_short",
    "bytes_too_long",
    "bytes_invalid_encoding",
    "value_error",
    "assertion_error",
    "missing_sentinel_error",
    "ellipsis_error",
    "date_type",
    "date_parsing",
    "date_from_datetime_parsing",
    "date_from_datetime_inexact",
    "date_past",
    "date_future",
    "time_type",
    "time_parsing",
    "datetime_type",
    "datetime_parsing",
    "datetime_object_invalid",
    "datetime_from_date_parsing",
    "datetime_past",
    "datetime_future",
    "timezone_naive",
    "timezone_aware",
    "timezone_offset",
    "time_delta_type",
    "time_delta_parsing",
    "frozen_set_type",
    "is_instance_of",
    "is_subclass_of",
    "callable_type",
    "union_tag_invalid",
    "union_tag_not_found",
    "arguments_type",
    "missing_argument",
    "unexpected_keyword_argument",
    "missing_keyword_only_argument",
    "unexpected_positional_argument",
    "missing_positional_only_argument",
    "multiple_argument_values",
    "url_type",
    "url_parsing",
    "url_syntax_violation",
    "url_too_long",
    "uuid_type",
    "uuid_parsing",
    "uuid_version",
    "decimal_type",
    "decimal_parsing",
    "decimal_max_digits",
    "decimal_max_places",
    "decimal_whole_digits",
    "fraction_type",
    "fraction_parsing",
    "complex_type",
    "complex_str_parsing",
]

CAUSES = OWN | dict.fromkeys(KIND, ("Y202", "kind"))


class Misfit(NamedTuple):
    """A rule's code, the cause that picks its sentence, and what the sentence needs."""

    code: str
    cause: str
    parameters: dict[str, object]


def understand(error: str, context: dict[str, Any], route: Route, value: Any, language: str) -> Misfit:
    """Puts one error of pydantic into a cause; `language` is that of the file's own words."""
    code, cause = CAUSES.get(error, ("Y202", "kind"))
    parameters: dict[str, object] = {"value": str(value) if isinstance(value, Text) else "", **context}
    refine = REFINE.get(cause)
    return Misfit(code, refine(route, value, language, parameters) if refine else cause, parameters)


def nearest(written: str, known: list[str]) -> str:
    """The known word that somebody most likely meant, or ""."""
    close = difflib.get_close_matches(fold(written), known, 1, 0.6)
    return close[0] if close else ""


def _unknown_key(route: Route, value: Any, language: str, parameters: dict[str, object]) -> str:
    kind, written = kind_at(route[:-1]), str(route[-1])
    if not kind:
        return "unknown"
    other = ENGLISH if language == SPANISH else SPANISH
    suggestion = nearest(written, names(kind, language)) or nearest(written, names(kind, other))
    parameters.update(written=written, suggestion=suggestion, allowed=tuple(names(kind, language)))
    return "near" if suggestion else "unknown"


def _unknown_word(route: Route, value: Any, language: str, parameters: dict[str, object]) -> str:
    allowed = names("=" + holds_at(route).kind, language)
    suggestion = nearest(value, allowed) if isinstance(value, Text) else ""
    parameters.update(suggestion=suggestion, allowed=tuple(allowed))
    if not isinstance(value, Text):
        return "other"
    return "near" if suggestion else "word"


def _wrong_kind(route: Route, value: Any, language: str, parameters: dict[str, object]) -> str:
    """What the key takes, and the slip that most likely put something else there."""
    holds = holds_at(route)
    wanted = WANTED.get(holds.shape, "text")
    parameters["allowed"] = tuple(names(holds.kind, language)) if wanted == "mapping" else ()
    if isinstance(value, Mapping) and not value.flow and len(value) == 1 and wanted == "text":
        key, inner = next(iter(value.items()))
        parameters["value"] = f"{key}: {inner}" if isinstance(inner, Text) else key
        return "colon"
    if isinstance(value, Text) and wanted != "text" and _space_forgotten(value):
        return "no-space"
    got = "list" if isinstance(value, Sequence) else "mapping" if isinstance(value, Mapping) else "text"
    return f"{wanted}-{got}"


WANTED = {"one": "mapping", "list": "mapping", "ids": "ids", "dates": "dates"}


def _space_forgotten(value: str) -> bool:
    """Whether a text looks like `key:value` with its space forgotten."""
    before, colon, after = value.partition(":")
    return bool(colon and before and after) and " " not in before and not after.startswith((" ", "//"))


def _out_of_range(route: Route, value: Any, language: str, parameters: dict[str, object]) -> str:
    return "range" if parameters["high"] else "least"


def _nonexistent(route: Route, value: Any, language: str, parameters: dict[str, object]) -> str:
    month = parameters["month"]
    assert isinstance(month, int)
    parameters["month"] = Month(month)
    return "nonexistent"


def _rewritten(route: Route, value: Any, language: str, parameters: dict[str, object]) -> str:
    return "rewritten" if parameters["certain"] else "two-ways"


def _scheme(route: Route, value: Any, language: str, parameters: dict[str, object]) -> str:
    return "near" if parameters.get("suggestion") else "scheme"


REFINE: dict[str, Callable[[Route, Any, str, dict[str, object]], str]] = {
    "unknown": _unknown_key, "word": _unknown_word, "kind": _wrong_kind, "rewritten": _rewritten, "scheme": _scheme,
    "nonexistent": _nonexistent, "range": _out_of_range,
}  # fmt: skip
