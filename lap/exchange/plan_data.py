"""A plan for programs: the published shape of `plan.json`, whose schema is made of the same model (plan_data_schema.py).

Keys and fixed words are English in every language, as they stand in the plan's format, with low lines for hyphens. Things
that a plan keeps by id are lists of objects with an `id`. Dates are as they were written (a day, a month or a year), numbers
are numbers (a decimal of more than fifteen figures is rounded to them), every list is there, and what the plan does not say
is left out.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from lap.anonymity import discreet
from lap.model.base import Node, key_of
from lap.model.dates import Date
from lap.model.numbers import Bounds
from lap.render.told import Told
from lap.show.encoded import encoded
from lap.until import until

VERSION = 1
KEPT_BACK = frozenset({"Person.email"})
"""What a plan may say and no data of it repeats: addresses are collected from data, and outlive who had them."""


def plan_data(told: Told) -> dict[str, Any]:
    """The plan as it was known on the day."""
    return {
        "data": "lap",
        "version": VERSION,
        "as_of": told.today.isoformat(),
        "commit": told.version,
        "mistakes": told.mistakes,
        "plan": plain(discreet(until(told.plan, told.today))),
    }


def as_json(told: Told) -> str:
    """The file."""
    return encoded(plan_data(told))


def name_of(field: str) -> str:
    """The key of a field of the model: `term_ends`, `from`."""
    return key_of(field).replace("-", "_")


def plain(value: Any) -> Any:
    """A value of the model as JSON has it."""
    match value:
        case Node():
            return _object(value)
        case Bounds(low, high):
            return {"low": plain(low), **({} if high is None else {"high": plain(high)})}
        case Date():
            return value.text
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case list():
            return [plain(one) for one in value]
        case dict():
            return _listed(value)
    return value


def _object(node: Node) -> dict[str, Any]:
    kind = type(node)
    fields = ((name, getattr(node, name)) for name in kind.model_fields if f"{kind.__name__}.{name}" not in KEPT_BACK)
    return {name_of(name): plain(value) for name, value in fields if value is not None and value != ""}


def _listed(held: Mapping[str, Any]) -> list[Any]:
    """What a plan keeps by id as a list of things; values by date as a list of both."""
    return [plain(one) if isinstance(one, Node) else {"date": key, "value": plain(one)} for key, one in held.items()]
