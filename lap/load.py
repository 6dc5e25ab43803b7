"""A Source to a Plan: every value that cannot be read becomes a finding at its place, and the rest is loaded."""

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from lap.findings import Finding, Key
from lap.misfits import understand
from lap.model.numbers import comma_country
from lap.model.plan import Plan
from lap.source.canonical import ID_KEY
from lap.source.files import Source
from lap.source.nodes import Mapping, Sequence, Text, walk
from lap.source.span import Route
from lap.source.vocabulary import ENGLISH, entry_of, kind_at, last_key

MAX_ROUNDS = 20


@dataclass(slots=True)
class Loaded:
    """A plan with what its text got wrong. `broken` are the routes of values that stand there but cannot be read."""

    plan: Plan
    source: Source
    findings: list[Finding] = field(default_factory=list)
    broken: set[Route] = field(default_factory=set)

    @property
    def language(self) -> str:
        """The language of the plan's sentences: as it states, else that of its keys."""
        return self.plan.language or next(iter(self.source.languages.values()), ENGLISH)


def load(source: Source) -> Loaded:
    """Loads the plan; nothing that the file gets wrong raises."""
    loaded = Loaded(Plan(), source, list(source.findings), set(source.broken))
    if not source.readable:
        return loaded
    comma = _comma(source)
    for _ in range(MAX_ROUNDS):
        try:
            loaded.plan = Plan.model_validate(source.data, context={"comma": comma})
            break
        except ValidationError as error:
            _drop(loaded, error.errors(include_url=False))
    return loaded


def _comma(source: Source) -> bool:
    country = walk(source.data, ("jurisdiction", "country"))
    return isinstance(country, Text) and comma_country(country)


def _drop(loaded: Loaded, errors: list[Any]) -> None:
    """Reports each error at its place and takes the value out, so that the next round can go on."""
    gone: set[Route] = set()
    for error in errors:
        route, at_key = _route(error["loc"])
        if route in gone:
            continue
        gone.add(route)
        finding = _finding(loaded.source, route, at_key, error)
        loaded.findings.append(finding)
        in_list = isinstance(walk(loaded.source.data, route[:-1]), Sequence)
        loaded.broken.add(route[:-1] if in_list else route)
        if finding.code == "Y201" and finding.cause == "near":  # a key with a slip of the pen is not also missing
            meant = entry_of(kind_at(route[:-1]), str(finding.parameters["suggestion"]))
            loaded.broken.add((*route[:-1], meant.name if meant else route[-1]))
    shorter: dict[Route, list[int]] = {}
    for route in sorted(gone, key=_backwards):
        parent: Any = walk(loaded.source.data, route[:-1])
        if parent is not None:
            del parent[route[-1]]
        if isinstance(parent, Sequence):
            shorter.setdefault(route[:-1], []).insert(0, int(route[-1]))
    if shorter:
        loaded.broken = {_renumbered(route, shorter) for route in loaded.broken}


def _renumbered(route: Route, shorter: dict[Route, list[int]]) -> Route:
    """A route as it is after items were taken out of lists: `shorter` has their indices, in order."""
    return tuple(
        step - bisect_left(shorter[route[:depth]], step) if isinstance(step, int) and route[:depth] in shorter else step
        for depth, step in enumerate(route)
    )


def _route(location: tuple[str | int, ...]) -> tuple[Route, bool]:
    """The route of an error; a key that is wrong itself has "[key]" after it."""
    if location and location[-1] == "[key]":
        return location[:-1], True
    return location, False


def _backwards(route: Route) -> tuple[Any, ...]:
    """An order in which the later items of a list are taken out before the earlier ones."""
    return (-len(route), *(-step if isinstance(step, int) else 0 for step in route))


def _finding(source: Source, route: Route, at_key: bool, error: Any) -> Finding:
    value = walk(source.data, route)
    parent = walk(source.data, route[:-1])
    name = str(route[-1])
    at_key = at_key or error["type"] == "extra_forbidden"
    span = value.span if value is not None else source.first_line
    if at_key and isinstance(parent, Mapping):
        span = parent.places[name]
    language = source.languages.get(span.file, ENGLISH)
    misfit = understand(error["type"], error.get("ctx", {}), route, value, language)
    parameters = {"owner": _owner(source, route), "key": Key(*last_key(route)), **misfit.parameters}
    return Finding(misfit.code, span, parameters, misfit.cause, route=route[:-1], path=(name,))


def _owner(source: Source, route: Route) -> str:
    """What the thing around a value is called: its title, name or sentence, else its id."""
    for length in range(len(route) - 1, 0, -1):
        node = walk(source.data, route[:length])
        if isinstance(node, Mapping):
            for key in ("title", "name", "activity", "statement", "action", "text", ID_KEY):
                if isinstance(text := node.get(key), str) and text:
                    return str(text)
    title = source.data.get("title")
    return str(title) if isinstance(title, Text) else source.name
