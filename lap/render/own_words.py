"""The plan's own words where a document speaks another language than the plan: whoever reads aloud must know (WCAG 3.1.2)."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Literal, get_args, get_origin

from lap.model.base import Node
from lap.render.told import Told


def own_words(told: Told) -> Mapping[str, str]:
    """Every text of the plan with the plan's language; none where the document speaks it too, or the plan does not say."""
    language = told.plan.language
    if not language or language == told.language:
        return {}
    return {text: language for text in _texts(told.plan) if any(sign.isalpha() for sign in text)}


def _texts(value: object) -> Iterator[str]:
    """The texts in a part of the plan, as they stand and with their lines joined."""
    if isinstance(value, str):
        yield value
        yield " ".join(value.split())
    elif isinstance(value, Node):
        for name in _free(type(value)):
            yield from _texts(getattr(value, name))
    elif isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)


@cache
def _free(kind: type[Node]) -> tuple[str, ...]:
    """The fields of a node that hold anything but some fixed words of the format, which documents translate."""
    return tuple(name for name, one in kind.model_fields.items() if not _fixed(one.annotation))


def _fixed(annotation: object) -> bool:
    return get_origin(annotation) is Literal or any(map(_fixed, get_args(annotation)))
