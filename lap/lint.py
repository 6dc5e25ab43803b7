"""Visits the plan once, runs each rule on the nodes it takes, and turns routes into places."""

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from lap.findings import Finding, Key, Severity
from lap.known import Known
from lap.limits import DEFAULTS, Limits
from lap.load import Loaded
from lap.log import Log
from lap.model.base import Named, Node, key_of
from lap.rule import At, Rule
from lap.silence import Places, unreadable, unsilenced, without_cuts
from lap.source.nodes import Mapping, key_span, walk
from lap.source.span import Route, Span
from lap.source.vocabulary import last_key

DRAFTS = ("draft", "consultation")


@dataclass(frozen=True, slots=True)
class Options:
    """How to judge: the day it is judged on, and whether a draft is judged as if it were adopted."""

    today: datetime.date
    as_adopted: bool = False
    limits: Limits = DEFAULTS


class Visit(NamedTuple):
    """A node of the plan, where it stands, and the nodes around it by name."""

    node: Node
    route: Route
    around: dict[str, Any]


def lint(loaded: Loaded, rules: tuple[Rule, ...], options: Options) -> list[Finding]:
    """Everything wrong with a plan: what reading it found and what the rules find, in the order of the text."""
    found = list(loaded.findings)
    if loaded.source.readable:
        found += _judged(loaded, rules, options)
    return sorted(without_cuts(found), key=_order(loaded, rules))


def lint_at(loaded: Loaded, route: Route, rules: tuple[Rule, ...], options: Options) -> list[Finding]:
    """What the rules find in one part of a plan: the node at a route and those below it."""
    return _judged(loaded, rules, options, route)


def _judged(loaded: Loaded, rules: tuple[Rule, ...], options: Options, route: Route = ()) -> list[Finding]:
    made: list[tuple[Rule, Finding]] = []
    checks, broken = _by_type(rules), Places(loaded.broken)
    for visit in visits(loaded.plan, _asked_for(loaded, options), route):
        for rule, check, asks in checks(type(visit.node)):
            arguments = [visit.around.get(name) for name in asks]
            for spot in check(visit.node, *arguments):
                if not unreadable(broken, visit.route, spot):
                    made.append((rule, _finding(loaded, rule, visit, spot, options)))
    return list(unsilenced(made))


def _asked_for(loaded: Loaded, options: Options) -> dict[str, Any]:
    """What rules may ask for by name, besides the nodes around the one they visit."""
    return {
        "today": options.today,
        "as_adopted": options.as_adopted,
        "limits": options.limits,
        "known": Known(loaded.plan),
        "log": Log(loaded.plan),
        "language": loaded.language,
    }


def _by_type(rules: tuple[Rule, ...]) -> Callable[[type], list[tuple[Rule, Any, tuple[str, ...]]]]:
    table: dict[type, list[tuple[Rule, Any, tuple[str, ...]]]] = {}
    for rule in rules:
        for kind in rule.visits:
            table.setdefault(kind, []).append((rule, rule.check, rule.asks))
    return lambda kind: table.get(kind, [])


@lru_cache(maxsize=256)
def _key(field: str) -> str:
    return key_of(field)


def visits(plan: Node, around: dict[str, Any], route: Route = ()) -> Iterator[Visit]:
    """Every node of a plan at a route and below it, parents first, in the order of the format."""
    todo = [Visit(plan, (), {**around, "plan": plan})]
    while todo and todo[0].route != route:
        todo = [one for one in _below(todo[0]) if route[: len(one.route)] == one.route]
    while todo:
        visit = todo.pop()
        yield visit
        todo += reversed(list(_below(visit)))


def _below(visit: Visit) -> Iterator[Visit]:
    for field, value in visit.node.__dict__.items():
        if isinstance(value, Node):
            yield _visit(value, (*visit.route, _key(field)), visit.around)
        elif value and isinstance(value, dict | list):
            steps: Iterable[Any] = value.items() if isinstance(value, dict) else enumerate(value)
            for step, child in steps:
                if isinstance(child, Node):
                    yield _visit(child, (*visit.route, _key(field), step), visit.around)


def _visit(node: Node, route: Route, around: dict[str, Any]) -> Visit:
    if isinstance(node, Named):
        return Visit(node, route, {**around, type(node).__name__.lower(): node, "named": node})
    return Visit(node, route, around)


def _finding(loaded: Loaded, rule: Rule, visit: Visit, spot: At, options: Options) -> Finding:
    parameters = {"node": _label(visit) or loaded.source.name, **spot.parameters}
    cause = str(parameters.pop("cause", ""))
    if spot.path:
        parameters["key"] = Key(*last_key((*visit.route, *spot.path)))
    related = tuple(span for path in spot.also if (span := _span(loaded, (*visit.route, *path))))
    span = _span(loaded, (*visit.route, *spot.path)) or loaded.source.first_line
    severity = severity_of(rule, loaded, options)
    return Finding(rule.code, span, parameters, cause, related, visit.route, spot.path, severity)


def _label(visit: Visit) -> str:
    named = visit.node if isinstance(visit.node, Named) else visit.around.get("named")
    return named.label if named is not None else visit.around["plan"].title


def _span(loaded: Loaded, route: Route) -> Span | None:
    """A value's own place; where there is no value, its key's, or that of the nearest thing around it."""
    value = walk(loaded.source.data, route)
    if value is None or isinstance(value, Mapping):
        return key_span(loaded.source.data, route)
    return value.span


def severity_of(rule: Rule, loaded: Loaded, options: Options) -> Severity:
    """A rule's severity for this plan: what a draft still lacks is a warning (rules page, "How serious")."""
    if rule.missing and rule.severity is Severity.ERROR and not options.as_adopted and loaded.plan.status in DRAFTS:
        return Severity.WARNING
    return rule.severity


def _order(loaded: Loaded, rules: tuple[Rule, ...]) -> Callable[[Finding], Any]:
    """By file, by place, and at one place in the order of the rules."""
    files = {name: number for number, name in enumerate(loaded.source.documents)}
    ranks = {rule.code: number for number, rule in enumerate(rules)}
    return lambda one: (files.get(one.span.file, len(files)), one.span.line, one.span.column, ranks.get(one.code, 0))
