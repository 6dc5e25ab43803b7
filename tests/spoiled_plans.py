"""Plans with every text in them exchanged, and plans with parts of them taken out."""

import random
import types
from collections.abc import Callable, Iterable
from typing import Any, Literal, Union, get_args, get_origin

from lap.model.base import Node
from lap.model.plan import Plan
from lap.render.blocks import Block, Document
from lap.render.told import Told

NAMES = {
    "id", "lap", "country", "code", "currency", "problem", "addresses", "lead", "implement", "monitor", "responsible", "by", "from_",
    "members", "after", "leads_to", "activities", "activity", "indicator", "commitment", "about", "of", "succeeded_by", "sdg",
}  # fmt: skip
"""Fields that name other parts of a plan, or are codes; `Activity.activity` is a text all the same."""
TEXTS = {("Activity", "activity"), ("Commitment", "commitment")}

Writer = Callable[[str, int], str]


class Spoiler:
    """Exchanges texts: each gets a number, and stands as what `write` makes of the old text and that number."""

    def __init__(self, write: Writer, *, names: bool = False) -> None:
        self.write, self.names, self.number = write, names, 0

    def plan(self, plan: Plan) -> Plan:
        spoiled = self.node(plan)
        assert isinstance(spoiled, Plan)
        return spoiled

    def node(self, node: Node) -> Node:
        update = {}
        for name, field in type(node).model_fields.items():
            kept = not self.names and name in NAMES and (type(node).__name__, name) not in TEXTS
            if not kept and not _is_word(field.annotation):
                update[name] = self.value(getattr(node, name), in_ids=name)
        return node.model_copy(update=update)

    def value(self, value: Any, in_ids: str = "") -> Any:
        if isinstance(value, Node):
            return self.node(value)
        if isinstance(value, list):
            return [self.value(one) for one in value]
        if isinstance(value, dict):
            return {
                (self.text(key) if self.names and in_ids != "milestones" else key): self.value(one)
                for key, one in value.items()
            }
        return self.text(value) if isinstance(value, str) and value else value

    def text(self, text: str) -> str:
        self.number += 1
        return self.write(text, self.number)


def _is_word(annotation: Any) -> bool:
    """Whether a field takes one of some fixed words."""
    if get_origin(annotation) in (Union, types.UnionType):
        return any(_is_word(one) for one in get_args(annotation))
    return get_origin(annotation) is Literal


def thinned(plan: Plan, die: random.Random, percent: int) -> Plan:
    """A plan with so many of a hundred of its parts taken out, whatever they are."""

    def node(one: Node) -> Node:
        fields = type(one).model_fields
        return one.model_copy(update={name: field(getattr(one, name), name, fields[name].default) for name in fields})

    def field(one: Any, name: str, default: Any) -> Any:
        return default if name != "id" and die.randrange(100) < percent else value(one)

    def value(one: Any) -> Any:
        if isinstance(one, Node):
            return node(one)
        if isinstance(one, list):
            return [value(each) for each in one if die.randrange(100) >= percent]
        if isinstance(one, dict):
            return {key: value(each) for key, each in one.items() if die.randrange(100) >= percent}
        return one

    made = node(plan)
    assert isinstance(made, Plan)
    return made


def short(plan: Plan) -> Plan:
    """A plan with only the first of its commitments."""
    key = next(iter(plan.commitments))
    entries = [
        one for one in plan.progress if (one.activity or one.indicator or one.commitment).partition("/")[0] == key
    ]
    return plan.model_copy(update={"commitments": {key: plan.commitments[key]}, "progress": entries})


def words_of(document: Document) -> Iterable[str]:
    """Every text of a document's blocks."""
    todo: list[Any] = [document]
    while todo:
        one = todo.pop()
        if isinstance(one, str):
            yield one
        elif isinstance(one, list | tuple):
            todo += one
        elif hasattr(one, "__slots__") and not isinstance(one, types.FunctionType):
            todo += [getattr(one, name) for name in one.__slots__ if name not in ("diagram", "id")]


def told_of(plan: Plan, language: str = "en", day: Any = None) -> Told:
    import datetime

    return Told(plan, language, day or datetime.date(2026, 11, 30))


__all__ = ["Block", "Spoiler", "short", "thinned", "told_of", "words_of"]
