"""The schemas for editors are those that the program writes; they take what lap reads, and refuse nothing that lap does not find."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import ruamel.yaml
import yaml
from conftest import ROOT, lap
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from lap.findings import Finding
from lap.fragments import is_plan, page
from lap.language.speech import catalogue
from lap.load import load
from lap.model.base import Node
from lap.model.plan import Plan
from lap.rules import RULES
from lap.schema import fields
from lap.schema.samples import samples
from lap.schema.spellings import LETTERS, spelled
from lap.schema.whole import model_in
from lap.source.document import Document
from lap.source.files import Source, read_bytes
from lap.source.nodes import key_span, walk
from lap.source.span import Route
from lap.source.vocabulary import ENGLISH, KINDS, SPANISH, fold, shown

FILES = {ENGLISH: ROOT / "schemas/plan.schema.json", SPANISH: ROOT / "schemas/plan.es.schema.json"}
EXAMPLES = sorted((ROOT / "examples").rglob("*.yaml"))
FORMAT = {language: ROOT / f"lap/language/format.{language}.yaml" for language in FILES}
CASES = sorted((ROOT / "tests/cases").rglob("*.yaml"))
BAD = [rule for rule in RULES if is_plan(page(rule).bad)]
QUIET = settings(deadline=None, derandomize=True, database=None)
MODELINE = re.compile(r"# yaml-language-server: \$schema=([^#\n]+)(?:#(\S+))?\n")


@cache
def schema(language: str) -> dict[str, Any]:
    return dict(json.loads(FILES[language].read_text("utf-8")))


@cache
def validator(language: str, fragment: str = "") -> Draft202012Validator:
    whole = schema(language)
    return Draft202012Validator(
        {"$ref": f"#{fragment}", "$defs": whole["$defs"], "properties": whole["properties"]} if fragment else whole
    )


# How editors and validators read a scalar differs; these are the two versions of YAML.


def read_as_yaml_1_1(text: str) -> Any:
    class Loader(yaml.CSafeLoader):
        """Takes dates for texts, as JSON does."""

    Loader.add_constructor("tag:yaml.org,2002:timestamp", Loader.construct_yaml_str)
    return as_json(yaml.load(text, Loader))


def read_as_yaml_1_2(text: str) -> Any:
    loader = ruamel.yaml.YAML(typ="safe", pure=True)
    loader.constructor.add_constructor(
        "tag:yaml.org,2002:timestamp", loader.constructor.yaml_constructors["tag:yaml.org,2002:str"]
    )
    return as_json(loader.load(text))


def as_json(data: Any) -> Any:
    if isinstance(data, dict):
        return {str(key): as_json(value) for key, value in data.items()}
    return [as_json(one) for one in data] if isinstance(data, list) else data


# The stage and phase that an activity names itself stand in a flat list, and the example has stages.
NOT_SHOWN = {("activity", "stage"), ("activity", "phase")}

READERS = [read_as_yaml_1_1, read_as_yaml_1_2]


# What is in the files


@pytest.mark.parametrize("language", FILES)
def test_the_file_is_what_the_program_writes(language: str, tmp_path: Path) -> None:
    ran = lap("schema", "--lang", language)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == FILES[language].read_text("utf-8"), "write it anew: lap schema --lang … --output schemas/…"
    assert lap("schema", "--lang", language, "--output", tmp_path / "a.json").out == ""
    assert (tmp_path / "a.json").read_text("utf-8") == ran.out


def test_the_command_never_replaces_a_plan(tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_text("lap: 1\n")
    assert lap("schema", "--output", plan).status == 2
    assert plan.read_text() == "lap: 1\n"
    assert lap("schema", "--output", tmp_path / "nowhere/a.json").status == 2


@pytest.mark.parametrize("language", FILES)
def test_it_is_a_schema_and_its_references_lead_somewhere(language: str) -> None:
    Draft202012Validator.check_schema(schema(language))
    for node in nodes(schema(language)):
        if isinstance(node, dict) and isinstance(node.get("$ref"), str):
            assert at_pointer(schema(language), node["$ref"][1:])


def nodes(data: Any) -> Iterator[Any]:
    yield data
    for one in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from nodes(one)


def at_pointer(data: Any, pointer: str) -> Any:
    for step in pointer.split("/")[1:]:
        data = data[step]
    return data


@cache
def kinds() -> dict[str, tuple[type[Node], Route]]:
    """Every kind of mapping of a plan with its class, and an English route to one."""
    found: dict[str, tuple[type[Node], Route]] = {"plan": (Plan, ())}
    todo = ["plan"]
    while todo:
        kind = todo.pop(0)
        model, route = found[kind]
        for name, field in fields.fields(model).items():
            holds = KINDS[kind].entries[name].holds
            below = {"one": (), "ids": ("one-id",), "list": (0,)}.get(holds.shape)
            if below is not None and holds.kind not in found:
                found[holds.kind] = (model_in(field.type), (*route, name, *below))
                todo.append(holds.kind)
    return found


KEYS = [(kind, name) for kind in kinds() for name in KINDS[kind].entries]


def described(language: str, kind: str, name: str) -> dict[str, Any]:
    whole = schema(language)
    mapping = whole if kind == "plan" else whole["$defs"][kind]
    return dict(mapping["properties"][shown(kind, name, language)])


@pytest.mark.parametrize("language", FILES)
def test_every_key_stands_in_the_order_of_the_format_with_title_and_description(language: str) -> None:
    assert next(iter(schema(language)["properties"])) == "lap"
    for kind, (model, _) in kinds().items():
        mapping = schema(language) if kind == "plan" else schema(language)["$defs"][kind]
        assert list(mapping["properties"]) == [shown(kind, name, language) for name in KINDS[kind].entries]
        for name, field in fields.fields(model).items():
            one = described(language, kind, name)
            assert one["title"]
            assert one["description"] == fields.of_field(field, language)


@pytest.mark.parametrize("language", FILES)
def test_fixed_words_are_enumerated_and_all_else_has_an_example(language: str) -> None:
    without = []
    for kind, name in KEYS:
        holds, text = KINDS[kind].entries[name].holds, json.dumps(resolved(language, described(language, kind, name)))
        if holds.shape == "word":
            assert (
                json.dumps([shown("=" + holds.kind, one, language) for one in KINDS["=" + holds.kind].entries]) in text
            )
        elif holds.shape in ("text", "texts", "raw") and '"examples"' not in text and '"default"' not in text:
            without.append((kind, name))
    assert set(without) == {("plan", "lap"), ("activity", "stage")}


def resolved(language: str, one: dict[str, Any]) -> dict[str, Any]:
    reference = one.get("$ref", "")
    return {**at_pointer(schema(language), reference[1:]), **one} if reference.endswith("-words") else one


def test_defaults_are_told() -> None:
    assert '"default": "adopted"' in json.dumps(described(ENGLISH, "plan", "status"))
    assert described(SPANISH, "plan", "thresholds")["default"] == {"verde": "90%", "amarillo": "70%"}


# The catalogue


@cache
def models() -> dict[str, type[Node]]:
    every = [
        owner for model, _ in kinds().values() for owner in model.__mro__ if owner.__module__.startswith("lap.model.")
    ]
    return {one.__name__: one for one in every if one.__module__ != "lap.model.base"}


def english() -> dict[str, str]:
    """The docstrings of all classes and fields of the model."""
    return {
        path: text
        for one in models().values()
        for path, text in fields.docstrings(one.__module__).items()
        if path.split(".")[0] in models()
    }


def spanish() -> dict[str, dict[str, str]]:
    return {path: one for path, one in catalogue("fields.es").items() if path != "names"}


def test_every_field_has_its_spanish_text_and_none_is_stale() -> None:
    assert {path: one["en"] for path, one in spanish().items()} == english()
    assert [path for path, one in spanish().items() if not one["es"].strip() or ("." in path) == ("title" in one)] == []


def test_both_texts_quote_the_same_sections() -> None:
    assert [path for path, one in spanish().items() if fields.sections(one["es"]) != fields.sections(one["en"])] == []


def test_accented_names_are_those_of_keys() -> None:
    keys = {shown(kind, name, SPANISH) for kind, name in KEYS}
    accented = catalogue("fields.es")["names"]
    assert {key: name for key, name in accented.items() if key not in keys or fold(name) != key} == {}


def test_the_format_by_example_shows_every_key_and_has_no_error() -> None:
    for language, path in FORMAT.items():
        assert not [one for one in load(read_bytes(path.read_bytes(), path.name)).findings if one.code[0] == "Y"]
        scalar = [
            (kind, name)
            for kind, name in KEYS
            if KINDS[kind].entries[name].holds.shape in ("text", "word", "texts", "raw")
        ]
        assert set(scalar) - set(samples(language)) - NOT_SHOWN == set()


# What the schemas take


@pytest.mark.parametrize("read", READERS, ids=lambda one: one.__name__)
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_example_passes_the_schema_that_its_first_line_names(path: Path, read: Any) -> None:
    text = path.read_text("utf-8")
    named = MODELINE.match(text)
    assert named
    language = {file: language for language, file in FILES.items()}[(path.parent / named[1]).resolve()]
    assert at_pointer(schema(language), named[2] or "")
    for one in FILES:
        fragment = named[2] or ""
        if one == language or "properties" not in fragment:
            assert [error.message for error in validator(one, fragment).iter_errors(read(text))] == []


@pytest.mark.parametrize("read", READERS, ids=lambda one: one.__name__)
@pytest.mark.parametrize("path", [*FORMAT.values(), ROOT / "lap/rules/base.yaml"], ids=lambda path: path.name)
def test_the_format_by_example_passes_both_schemas(path: Path, read: Any) -> None:
    data = read(path.read_text("utf-8"))
    assert [error.message for one in FILES for error in validator(one).iter_errors(data)] == []


def test_check_jsonschema_agrees(tmp_path: Path) -> None:
    checker = pytest.importorskip("check_jsonschema")
    from click.testing import CliRunner

    whole = [path for path in EXAMPLES if path.read_text("utf-8").find("\nlap:") > 0]
    assert len(whole) == 4
    (tmp_path / "bad.yaml").write_text("lap: 1\nestatus: aprovado\n", encoding="utf-8")
    for file in FILES.values():
        ran = CliRunner().invoke(checker.main, ["--schemafile", str(file), *map(str, whole)])
        assert ran.exit_code == 0, ran.output
        assert CliRunner().invoke(checker.main, ["--schemafile", str(file), str(tmp_path / "bad.yaml")]).exit_code == 1


@settings(QUIET)
@given(name=st.sampled_from(sorted({one for kind in kinds() for one in KINDS[kind].read})), data=st.data())
def test_a_pattern_takes_what_is_read_as_the_name(name: str, data: st.DataObject) -> None:
    def any_of(letter: str) -> str:
        same = ["-", "_", " ", " _", "--"] if letter == "-" else [one for one in LETTERS if fold(one) == letter]
        return data.draw(st.sampled_from([*same, "n"]))

    written = "".join(map(any_of, name))
    assert bool(re.search(spelled([name]), written)) == (fold(written) == name)
    assert not re.search(spelled([name], but=[name]), name)


# What the schemas refuse, lap finds


def shape_findings(source: Source) -> list[Finding]:
    return [one for one in load(source).findings if one.code.startswith("Y")]


def lines(document: Document, error: ValidationError) -> range:
    """The lines of the value, or of the keys, that an error is about."""
    route = tuple(error.absolute_path)
    here, key = walk(document.data, route), key_span(document.data, route)
    spans = [span for span in (key, here.span if here is not None else None) if span]
    return (
        range(min(span.line for span in spans), max(span.end_line for span in spans) + 1) if spans else range(1, 10**6)
    )


def assert_found(text: str, data: Any) -> None:
    source = read_bytes(text.encode(), "plan.yaml")
    found = shape_findings(source)
    for language in FILES:
        for error in validator(language).iter_errors(data):
            about = lines(source.documents["plan.yaml"], error)
            assert any(one.span.line in about or one.code == "Y108" for one in found), (error.message, text)


def standing_alone(fragment: str) -> str:
    return fragment if re.search("^lap:", fragment, re.M) else "lap: 1\n" + fragment


@pytest.mark.parametrize("read", READERS, ids=lambda one: one.__name__)
@pytest.mark.parametrize("fragment", [*(page(rule).bad for rule in BAD), *(path.read_text("utf-8") for path in CASES)])
def test_what_a_schema_refuses_in_a_bad_case_lap_finds(fragment: str, read: Any) -> None:
    text = standing_alone(fragment)
    try:
        data = read(text)
    except (yaml.YAMLError, ruamel.yaml.YAMLError):
        assert [one for one in shape_findings(read_bytes(text.encode(), "plan.yaml")) if one.code < "Y200"]
        return
    if isinstance(data, dict):
        assert_found(text, data)


JUNK = [
    None, "", "no", "some words", "yes", True, 0, -1, 3, 2.5, 2017, 9000, "31/12/2026", "2026-13-01", "2026-11-31", "2026", "www.example.org",
    "https://example.org", "HTTP://EXAMPLE.ORG", "mailto:a@example.org", "25%", "1,250,000.50", "$1,200 M.N.", "−5", "1 250 000", "Monthly", "mensual", "Sí",
    [], {}, ["some words"], [3], [None], ["90%", "80%"], [1, 2, 3], {"a": "b"}, {"a": {"b": "c"}}, [["a"]], [{"a": "b"}], {"2026-01-01": 3}, {"junio": 3},
    {"x-note": [1]}, {"Two words": {}},
]  # fmt: skip
OF_SHAPE = {"Y201", "Y202", "Y204", "Y206"}


def plan_with(route: Route, key: str, value: Any) -> Any:
    """A plan that holds one value only."""
    data: Any = {key: value}
    for step in reversed(route):
        data = [data] if step == 0 else {step: data}
    return {"lap": 1, **data}


@pytest.mark.parametrize(("kind", "name"), KEYS)
def test_each_key_takes_the_same_in_lap_and_in_both_schemas(kind: str, name: str) -> None:
    """Lap is the stricter of the two where a pattern cannot tell: a day that does not exist, a number in quotes."""
    for value in JUNK:
        data = plan_with(kinds()[kind][1], name, value)
        if "lap" in data and (kind, name) == ("plan", "lap"):
            data = {"lap": value}
        codes = {
            one.code for one in shape_findings(read_bytes(json.dumps(data, ensure_ascii=False).encode(), "plan.yaml"))
        }
        refused = {language for language in FILES if not validator(language).is_valid(data)}
        assert refused in (set(), set(FILES)), data
        assert codes or not refused, data
        assert refused or not codes & OF_SHAPE, (data, codes)


@cache
def whole_plan(language: str) -> Any:
    return read_as_yaml_1_2(FORMAT[language].read_text("utf-8"))


def places(data: Any, route: Route = ()) -> Iterator[Route]:
    yield route
    steps = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, below in steps:
        yield from places(below, (*route, key))


def mutated(data: Any, route: Route, change: Any) -> Any:
    """A copy in which one thing is another: a value, or (`change` a text in a list of one) the key that it stands under."""
    if not route:
        return change
    step, *rest = route
    if isinstance(data, list):
        return [mutated(one, tuple(rest), change) if place == step else one for place, one in enumerate(data)]
    if not rest and isinstance(change, Renamed):
        return {change if key == step else key: value for key, value in data.items()}
    return {key: mutated(value, tuple(rest), change) if key == step else value for key, value in data.items()}


class Renamed(str):
    """Another name for a key."""


@settings(QUIET, max_examples=30)
@given(language=st.sampled_from(list(FILES)), data=st.data())
def test_what_a_schema_refuses_in_a_mutated_plan_lap_finds(language: str, data: st.DataObject) -> None:
    whole = whole_plan(language)
    route = data.draw(st.sampled_from([one for one in places(whole) if one]))
    names = [Renamed(one) for one in ("objetive", "Título", "x-nota", "frecuencia", "Two words", "fin", "2026")]
    changes = st.one_of(st.sampled_from(JUNK), st.sampled_from(names) if isinstance(route[-1], str) else st.nothing())
    plan = mutated(whole, route, data.draw(changes))
    assert_found(json.dumps(plan, ensure_ascii=False, indent=1), plan)
