"""The JSON Schema of the plan format for editors (draft 2020-12): the model joined with the names of one language.

It takes whatever `lap validate` reads without a finding of family Y. Editors offer the names of the schema's language;
other spellings are patterns. Every key may be left empty, because a key with nothing after it counts as not written.
"""

import json
import re
from collections.abc import Callable
from typing import Any, get_args

from lap.language.speech import catalogue, citation, say
from lap.limits import DEFAULTS
from lap.model.base import Node
from lap.model.plan import Plan
from lap.schema import fields
from lap.schema.fields import Field
from lap.schema.samples import samples
from lap.schema.scalars import DATE, Schema, looks, one_of, only, scalar_of
from lap.schema.spellings import GAP, spelled
from lap.source.canonical import ID
from lap.source.files import COLLECTIONS, VERSION
from lap.source.vocabulary import KINDS, Entry, names, shown

DRAFT = "https://json-schema.org/draft/2020-12/schema"
OWN_KEYS = rf"^\s*[xX]{GAP}"
WIDTH = 120
# A file that holds one collection refers to it by fragment; yaml-language-server fills in what it lacks from the root.
WHOLE: Schema = {
    "type": ["array", "object", "null"],
    "properties": {},
    "patternProperties": {},
    "additionalProperties": True,
}
FIGURES = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")


def plan_schema(language: str) -> Schema:
    """The schema of a plan, with the names and descriptions of a language ("en" or "es")."""
    writer = _Writer(language)
    plan = {**writer.mapping("plan", Plan), "type": "object", "required": ["lap"]}
    head = {"$schema": DRAFT, "$id": f"urn:lap-toolkit:plan:{VERSION}:{language}"}
    return {**head, **plan, "$defs": writer.definitions}


def written(schema: Schema) -> str:
    """A schema as it stands in its file: what fits on a line stands on one."""
    return _laid_out(schema, "\n") + "\n"


def _laid_out(value: Any, newline: str) -> str:
    on_one_line = json.dumps(value, ensure_ascii=False)
    if len(newline) + len(on_one_line) <= WIDTH or not isinstance(value, dict | list):
        return on_one_line
    deeper = newline + "  "
    if isinstance(value, list):
        return "[" + ",".join(deeper + _laid_out(one, deeper) for one in value) + newline + "]"
    rows = (f"{json.dumps(key, ensure_ascii=False)}: {_laid_out(one, deeper)}" for key, one in value.items())
    return "{" + ",".join(deeper + row for row in rows) + newline + "}"


class _Writer:
    """Writes one kind of mapping after the other; `definitions` holds what is referred to."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.definitions: Schema = {
            "text": one_of({"type": ["string", "number"]}, only("boolean", "null")),
            "nothing": only("null"),
            "yes-no-or-nothing": only("boolean", "null"),
        }
        self.shapes: dict[str, Callable[[Entry, Any, Schema], Schema]] = {
            "text": self.scalar, "raw": self.scalar, "word": self.word, "one": self.one, "ids": self.ids,
            "list": self.list_of, "texts": self.texts, "dates": self.dates,
        }  # fmt: skip

    def mapping(self, kind: str, model: type[Node]) -> Schema:
        """The schema of a kind of mapping, and of the short form that stands for one."""
        own, table = fields.fields(model), KINDS[kind]
        keys = {shown(kind, name, self.language): entry for name, entry in table.entries.items()}
        properties = {key: self.key(kind, entry, own[entry.name]) for key, entry in keys.items()}
        here = "#/properties/" if kind == "plan" else f"#/$defs/{kind}/properties/"
        others = {
            spelled([one for one, meant in table.read.items() if meant is entry], but=[key]): {"$ref": here + key}
            for key, entry in keys.items()
        }
        return {
            "title": fields.title_of_class(model, kind, self.language),
            **self.told(fields.of_class(model, self.language)),
            **self.short(own.get(table.short)),
            "properties": properties,
            "patternProperties": {**others, OWN_KEYS: True},
            "additionalProperties": False,
        }

    def short(self, field: Field | None) -> Schema:
        """The types of a mapping: an object, nothing, and the scalar that may stand for it."""
        look = looks(scalar_of(field.type), self.language) if field else {"type": []}
        return {**look, "type": ["object", *look["type"], "null"]}

    def key(self, kind: str, entry: Entry, field: Field) -> Schema:
        """What a key is called, what it means and what it takes."""
        title = {"title": fields.title_of_key(kind, entry.name, self.language)}
        told = self.told(fields.of_field(field, self.language))
        if (kind, entry.name) == ("plan", "lap"):
            return {**title, **told, "const": int(VERSION)}
        shape = self.shapes[entry.holds.shape](entry, field.type, self.notes(kind, entry))
        whole = WHOLE if kind == "plan" and entry.name in COLLECTIONS else {}
        return {**title, **told, **whole, **shape}

    def told(self, text: str) -> Schema:
        """A description; in Markdown, with the headings of the sections that it quotes."""
        headings = {one["number"]: one[self.language] for one in catalogue("handbook")["section"]}
        quoted = [one for one in fields.sections(text) if one in headings]
        cited = [f"*{citation(one, self.language)}: {headings[one]}*" for one in quoted]
        return {"description": text, **({"markdownDescription": "\n\n".join([text, *cited])} if cited else {})}

    def notes(self, kind: str, entry: Entry) -> Schema:
        """An example of what a key takes, or what counts where it does not stand."""
        if (kind, entry.name) == ("plan", "status"):
            return {"default": shown("=plan-status", "adopted", self.language)}
        if (kind, entry.name) == ("plan", "thresholds"):
            lights = {"green": DEFAULTS.green, "amber": DEFAULTS.amber}
            return {"default": {shown(entry.name, one, self.language): f"{at:.0%}" for one, at in lights.items()}}
        example = samples(self.language).get((kind, entry.name))
        return {"examples": [example]} if example and entry.holds.shape != "word" else {}

    def refer(self, name: str, make: Callable[[], Schema]) -> Schema:
        """A reference to a definition, which is made the first time."""
        if name not in self.definitions:
            self.definitions[name] = {}
            self.definitions[name] = make()
        return {"$ref": f"#/$defs/{name}"}

    def one(self, entry: Entry, hint: Any, notes: Schema) -> Schema:
        """A mapping of a kind, or what stands for it."""
        kind, model = entry.holds.kind, model_in(hint)
        return {**self.refer(kind, lambda: self.mapping(kind, model)), **notes}

    def ids(self, entry: Entry, hint: Any, notes: Schema) -> Schema:
        """Mappings by id."""
        inner = {f"^{ID.pattern}$": self.one(entry, hint, {})}
        return {"type": ["object", "null"], "patternProperties": inner, "additionalProperties": False}

    def list_of(self, entry: Entry, hint: Any, notes: Schema) -> Schema:
        """A list of mappings, or the one that stands for it."""
        one = self.one(entry, hint, {})
        return one_of({"type": "array", "items": one}, one)

    def texts(self, entry: Entry, hint: Any, notes: Schema) -> Schema:
        """A list of texts, or the one that stands for it."""
        text = {"$ref": "#/$defs/text"}
        return one_of({"type": "array", "items": text, **notes}, text)

    def dates(self, entry: Entry, hint: Any, notes: Schema) -> Schema:
        """Values by date."""
        inner = {DATE: {"$ref": "#/$defs/text"}}
        return {"type": ["object", "null"], "patternProperties": inner, "additionalProperties": False}

    def scalar(self, entry: Entry, hint: Any, notes: Schema) -> Schema:
        """A text, a number, a date, an address, or nothing."""
        name = scalar_of(hint)
        look = looks(name, self.language)
        if "boolean" in look.get("type", ""):
            return one_of({"type": ["string", "number"], **notes}, {"$ref": "#/$defs/yes-no-or-nothing"})
        figures = {what: [_figure(one) for one in examples] for what, examples in notes.items()}
        return one_of({**self.refer(name, lambda: look), **figures}, {"$ref": "#/$defs/nothing"})

    def word(self, entry: Entry, hint: Any, notes: Schema) -> Schema:
        """A fixed word."""
        words = self.words("=" + entry.holds.kind, notes)
        return words if notes else self.refer(f"{entry.holds.kind}-words", lambda: words)

    def words(self, kind: str, notes: Schema) -> Schema:
        """The words of a set as enumeration, and their other spellings."""
        known = names(kind, self.language)
        hint = say("write one of: {allowed}", self.language, allowed=tuple(known))
        pattern = spelled(list(KINDS[kind].read), but=known)
        others = {"type": "string", "pattern": pattern, "patternErrorMessage": hint[:1].upper() + hint[1:] + "."}
        empty = "yes-no-or-nothing" if "true" in KINDS[kind].read else "nothing"
        return one_of({"enum": known, **notes}, others, {"$ref": f"#/$defs/{empty}"})


def model_in(hint: Any) -> type[Node]:
    """The class of the model in a type such as dict[str, Party] or Period | None."""
    if isinstance(hint, type) and issubclass(hint, Node):
        return hint
    return next(model_in(one) for one in reversed(get_args(hint)) if one is not type(None))


def _figure(text: str) -> Any:
    """A number as JSON has it, where a text is one."""
    return json.loads(text) if FIGURES.fullmatch(text) else text
