"""What is in force for a plan, and where each value comes from."""

from collections.abc import Iterator
from typing import NamedTuple

from lap.limits import DEFAULTS
from lap.participation import DEFAULT as WAYS
from lap.settings.chosen import FAIL_ON, Settings
from lap.settings.limit_keys import LIMITS, as_written
from lap.source.span import Route, Span

DEFAULT, FILE, ENVIRONMENT, COMMAND_LINE = "default", "file", "environment", "command-line"


class Value(NamedTuple):
    """A setting by its route in English keys, such as ("limits", "readability"), and its value as people write it.

    `origin` is default, file, environment or command-line; `place` is where it stands in the file, `by` the option or
    variable that gives it. The value of `lang` is "" where the language is the plan's.
    """

    route: Route
    value: str
    origin: str = DEFAULT
    by: str = ""
    place: Span | None = None


class Outside(NamedTuple):
    """What is said outside of a file: on the command line, and by variables, each with its name; "" where nothing is."""

    lang: str = ""
    variable: tuple[str, str] = ("", "")
    locale: tuple[str, str] = ("", "")
    fail_on: str = ""


def in_force(settings: Settings, outside: Outside) -> list[Value]:
    """Every setting with its value, in the order of the file's format."""
    return [
        _lang(settings, outside),
        _fail_on(settings, outside),
        *_codes(settings),
        *_limits(settings),
        *_ways(settings),
    ]


def _lang(settings: Settings, outside: Outside) -> Value:
    """A person's own choice goes before the project's, and that before the machine's."""
    if outside.lang:
        return Value(("lang",), outside.lang, COMMAND_LINE, "--lang")
    if outside.variable[1]:
        return Value(("lang",), outside.variable[1], ENVIRONMENT, outside.variable[0])
    if ("lang",) in settings.stated:
        return _stated(settings, ("lang",))
    if outside.locale[1]:
        return Value(("lang",), outside.locale[1], ENVIRONMENT, outside.locale[0])
    return Value(("lang",), "")


def _fail_on(settings: Settings, outside: Outside) -> Value:
    if outside.fail_on:
        return Value(("fail-on",), outside.fail_on, COMMAND_LINE, "--fail-on")
    if ("fail-on",) in settings.stated:
        return _stated(settings, ("fail-on",))
    return Value(("fail-on",), FAIL_ON.value)


def _stated(settings: Settings, route: Route) -> Value:
    stated = settings.stated[route]
    return Value(route, stated.value, FILE, place=stated.span)


def _codes(settings: Settings) -> list[Value]:
    """Rules and families that are ignored, and those with another severity."""
    named = [route for route in settings.stated if len(route) == 2 and route[0] in ("ignore", "severity")]
    return [_stated(settings, route) for route in named]


def _limits(settings: Settings) -> Iterator[Value]:
    for limit in LIMITS:
        route = (limit.group, limit.key)
        if route in settings.stated:
            yield _stated(settings, route)
        else:
            yield Value(route, as_written(getattr(DEFAULTS, limit.field)))


def _ways(settings: Settings) -> Iterator[Value]:
    """How people take part: the branch always, the form and the addresses where the file states them."""
    for name, text in zip(WAYS._fields, WAYS, strict=True):
        route = ("taking-part", name)
        if route in settings.stated:
            yield _stated(settings, route)
        elif text:
            yield Value(route, text)
