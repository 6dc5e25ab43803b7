"""Every text of a plan, with its place and with what it belongs to."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from lap.model.base import Named, Node, key_of
from lap.model.plan import Plan

Route = tuple[str | int, ...]
_key = lru_cache(maxsize=512)(key_of)


class Text(NamedTuple):
    """A text, its route from the plan, the node it is part of, and what a person calls the nearest named thing."""

    text: str
    route: Route
    node: Node
    label: str


def texts(plan: Plan) -> Iterator[Text]:
    """The texts of a plan, those of lists one by one; no ids, dates, numbers or fixed words that stand as such."""
    todo: list[tuple[Node, Route, str]] = [(plan, (), plan.title)]
    while todo:
        node, route, label = todo.pop()
        for field, value in node.__dict__.items():
            if value and field != "id":
                here = (*route, _key(field))
                if isinstance(value, str):
                    yield Text(value, here, node, label)
                elif isinstance(value, Node):
                    todo.append((value, here, label))
                elif isinstance(value, list | dict):
                    for step, child in _children(value):
                        if isinstance(child, str):
                            yield Text(child, (*here, step), node, label)
                        elif isinstance(child, Node):
                            todo.append((child, (*here, step), child.label if isinstance(child, Named) else label))


def strings(plan: Plan) -> list[str]:
    """The same texts alone, in no particular order: a quarter of the work."""
    found: list[str] = []
    todo: list[Any] = [plan]
    while todo:
        one = todo.pop()
        if isinstance(one, str):
            found.append(one)
        elif isinstance(one, Node):
            todo += one.__dict__.values()
        elif isinstance(one, list):
            todo += one
        elif isinstance(one, dict):
            todo += one.values()
    return found


def _children(value: list[Any] | dict[str, Any]) -> Iterator[tuple[str | int, Any]]:
    return iter(value.items()) if isinstance(value, dict) else iter(enumerate(value))
