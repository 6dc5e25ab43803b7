"""The JSON Schema of `plan.json` (draft 2020-12), made of the model that the file is written from."""

from decimal import Decimal
from types import NoneType
from typing import Any, Literal, get_args, get_origin

from lap.exchange.plan_data import KEPT_BACK, VERSION, name_of
from lap.model.base import Named, Node
from lap.model.dates import SHAPE, Date
from lap.model.numbers import Bounds
from lap.model.plan import Plan
from lap.schema import fields
from lap.source.vocabulary import ENGLISH

Schema = dict[str, Any]

DRAFT = "https://json-schema.org/draft/2020-12/schema"
TEXT: Schema = {"type": "string"}
MEASURE: Schema = {"type": ["number", "string"], "description": "A number, or a word of the indicator's scale."}
DATE: Schema = {"type": "string", "pattern": SHAPE}
BOUNDS: Schema = {
    "type": "object",
    "required": ["low"],
    "additionalProperties": False,
    "properties": {
        "low": {
            "type": "number",
            "description": "Where the colour begins, as a share of what was expected; 1 is 100 %.",
        },
        "high": {"type": "number", "description": "Where it ends on the upper side."},
    },
}
DATED: Schema = {
    "type": "object",
    "required": ["date", "value"],
    "additionalProperties": False,
    "properties": {"date": DATE, "value": MEASURE},
}
SCALARS: dict[Any, Schema] = {
    str: TEXT,
    int: {"type": "integer"},
    Decimal: {"type": "number"},
    Decimal | str: MEASURE,
    Date: DATE,
    Bounds: BOUNDS,
}
HEAD: Schema = {
    "data": {"const": "lap", "description": "Says what kind of file this is."},
    "version": {"const": VERSION, "description": "The version of this shape."},
    "as_of": {"type": "string", "format": "date", "description": "The day; what is dated after it is left out."},
    "commit": {
        "type": "string",
        "description": "The commit that the plan stands at, with a plus sign where it has changed since; empty where that is not known.",
    },
    "mistakes": {
        "type": ["integer", "null"],
        "minimum": 0,
        "description": "How many errors `lap validate` finds in the plan; where there are any, some of it may be missing.",
    },
}


def schema() -> Schema:
    """The whole schema."""
    made = Definitions()
    properties = {**HEAD, "plan": made.of(Plan)}
    return {
        "$schema": DRAFT,
        "$id": f"urn:lap-toolkit:plan-data:{VERSION}",
        "title": f"Data of a Local Action Plan, version {VERSION}",
        "description": "The `plan.json` that `lap site` puts beside a plan's pages. "
        "Within one version keys may be added, never renamed or removed.",
        "type": "object",
        "required": list(properties),
        "additionalProperties": False,
        "properties": properties,
        "$defs": made.definitions,
    }


class Definitions:
    """The classes of the model that were needed so far, each defined once."""

    def __init__(self) -> None:
        self.definitions: Schema = {}

    def of(self, kind: type[Node]) -> Schema:
        """A reference to a class of the model, which is then defined."""
        if kind.__name__ not in self.definitions:
            self.definitions[kind.__name__] = {}
            self.definitions[kind.__name__] = self._defined(kind)
        return {"$ref": f"#/$defs/{kind.__name__}"}

    def _defined(self, kind: type[Node]) -> Schema:
        own = {"id": {"type": "string", "description": "By which the rest of the plan refers to it."}}
        told = {
            name_of(one.name): self._told(one)
            for one in fields.fields(kind).values()
            if f"{kind.__name__}.{one.name}" not in KEPT_BACK
        }
        named = issubclass(kind, Named)
        lists = [name for name, one in told.items() if one.get("type") == "array"]
        return {
            "description": fields.of_class(kind, ENGLISH),
            "type": "object",
            "required": (["id"] if named else []) + lists,
            "additionalProperties": False,
            "properties": {**(own if named else {}), **told},
        }

    def _told(self, field: fields.Field) -> Schema:
        return {**self._type(field.type), "description": fields.of_field(field, ENGLISH)}

    def _type(self, hint: Any) -> Schema:
        inner = [one for one in get_args(hint) if one is not NoneType]
        if isinstance(hint, type) and issubclass(hint, Node):
            return self.of(hint)
        if get_origin(hint) is Literal:
            return {"enum": inner}
        if get_origin(hint) is list:
            return {"type": "array", "items": self._type(inner[0])}
        if get_origin(hint) is dict:
            return {"type": "array", "items": DATED if inner[0] is not str else self._type(inner[1])}
        if hint in SCALARS:
            return SCALARS[hint]
        return self._type(inner[0])  # what may be missing, and what is noted on a type
