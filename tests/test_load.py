"""Every mistake at once, each at its place: what cannot be read is told, taken out, and hides nothing else."""

import datetime
import re
import typing
from decimal import Decimal
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic_core import core_schema

import lap.model
from lap.checking import check
from lap.findings import Finding, Key
from lap.fragments import laid_over_base
from lap.language.speech import tell
from lap.lint import Options
from lap.load import Loaded, load
from lap.misfits import CAUSES, understand
from lap.rules import BY_CODE
from lap.source.document import parse
from lap.source.files import read_bytes
from lap.source.nodes import Mapping, Sequence, Text, walk
from lap.source.span import Span
from lap.source.vocabulary import ENGLISH, KINDS, SPANISH, holds_at

TODAY = Options(datetime.date(2025, 1, 15))
QUIET = settings(deadline=None, derandomize=True, database=None)
MODEL = Path(lap.model.__file__).parent


def loaded(text: str) -> Loaded:
    """A plan from its text, below `lap: 1`."""
    return load(read_bytes(f"lap: 1\n{text}\n".encode(), "f.yaml"))


def one(finding: Finding) -> tuple[str, str]:
    span = finding.span
    return f"{finding.code} {finding.cause}".strip(), f"{span.line}:{span.column}-{span.end_line}:{span.end_column}"


def told(text: str) -> list[tuple[str, str]]:
    """Code, cause and place of each finding, in the order of the text."""
    return [one(finding) for finding in sorted(loaded(text).findings, key=lambda finding: finding.span)]


def the(text: str) -> Finding:
    """The one finding of a plan."""
    (finding,) = loaded(text).findings
    return finding


# --- one bad value, one finding ---------------------------------------------------------------------------------------

INDICATOR = "commitments: {c: {indicators: {i: {%s}}}}"
ACTIVITY = "commitments: {c: {activities: {a: {%s}}}}"

MISTAKES = [
    ("unknown key", "titel: T", "Y201 near", "2:1-2:6"),
    ("unknown key, and nothing near", "qwertz: T", "Y201 unknown", "2:1-2:7"),
    ("unknown key with a group", "zzz: {a: {b: c}}", "Y201 unknown", "2:1-2:4"),
    ("unknown key with nothing", "zzz:", "Y201 unknown", "2:1-2:4"),
    ("unknown key deep inside", INDICATOR % "kynd: management", "Y201 near", "2:36-2:40"),
    ("a list for a text", "title: [a, b]", "Y202 text-list", "2:8-2:14"),
    ("a group for a text", "title: {a: b}", "Y202 text-mapping", "2:8-2:14"),
    ("a colon in a text", "title:\n  Plan: Agua", "Y202 colon", "3:3-3:13"),
    ("a text for a group", "period: 2025", "Y202 mapping-text", "2:9-2:13"),
    ("a list for a group", "period: [2025, 2026]", "Y202 mapping-list", "2:9-2:21"),
    ("a space forgotten in a group", "period:\n  start:2025", "Y202 no-space", "3:3-3:13"),
    ("a text for ids", "parties: stps", "Y202 ids-text", "2:10-2:14"),
    ("a list for ids", "parties: [stps]", "Y202 ids-list", "2:10-2:16"),
    ("a list for an item", "progress: [[a]]", "Y202 mapping-list", "2:12-2:15"),
    ("a text for an item", "progress: A", "Y202 mapping-text", "2:11-2:12"),
    ("a group among texts", "signed: {by: [a, {b: c}]}", "Y202 text-mapping", "2:18-2:24"),
    ("a list among texts", "signed: {by: [a, [b]]}", "Y202 text-list", "2:18-2:21"),
    ("a list for dates", INDICATOR % "milestones: [1, 2]", "Y202 dates-list", "2:48-2:54"),
    ("a text for dates", INDICATOR % "milestones: 5", "Y202 dates-text", "2:48-2:49"),
    ("three thresholds", "thresholds: {green: [1, 2, 3]}", "Y202 text-list", "2:21-2:30"),
    ("no such day", "adopted: 2017-11-31", "Y203 nonexistent", "2:10-2:20"),
    ("no such month", "adopted: 2017-13", "Y203 month", "2:10-2:17"),
    ("a date in another order", "adopted: 31/12/2016", "Y203 rewritten", "2:10-2:20"),
    ("a date in words", "adopted: 31 de diciembre de 2016", "Y203 rewritten", "2:10-2:33"),
    ("a date that reads two ways", "adopted: 03/04/2016", "Y203 two-ways", "2:10-2:20"),
    ("words for a date", "adopted: al finalizar el sexenio", "Y203 words", "2:10-2:33"),
    ("words for the date of a value", INDICATOR % "milestones: {soon: 5}", "Y203 words", "2:49-2:53"),
    ("a group for a date", "adopted: {a: b}", "Y202 text-mapping", "2:10-2:16"),
    ("a word misspelt", "status: adpoted", "Y204 near", "2:9-2:16"),
    ("another word", "status: qwertz", "Y204 word", "2:9-2:15"),
    ("a list for a word", "status: [draft]", "Y204 other", "2:9-2:16"),
    ("words for a number", "problems: {p: {votes: sixty}}", "Y205 unreadable", "2:23-2:28"),
    ("half a vote", "problems: {p: {votes: 2.5}}", "Y205 whole", "2:23-2:26"),
    ("words for money", "commitments: {c: {resources: {budget: unknown}}}", "Y205 unreadable", "2:39-2:46"),
    ("words for days", ACTIVITY % "days: ten", "Y205 unreadable", "2:42-2:45"),
    ("too urgent", "problems: {p: {urgency: 6}}", "Y209 range", "2:25-2:26"),
    ("more than all", "progress: {percent: 101%}", "Y209 range", "2:21-2:25"),
    ("more than one", "metrics: {overall: 1.01}", "Y209 range", "2:20-2:24"),
    ("no days at all", ACTIVITY % "days: 0", "Y209 least", "2:42-2:43"),
    ("a year of two digits", "metrics: {year: 17}", "Y209 range", "2:17-2:19"),
    ("a threshold too high", "thresholds: {amber: 201%}", "Y209 range", "2:21-2:25"),
    ("half an address", "published-at: www.example.org/a", "Y210 near", "2:15-2:32"),
    ("no address", "published-at: on the portal", "Y210 scheme", "2:15-2:28"),
    ("an address that runs", "repository: javascript:alert(1)", "Y210 scheme", "2:13-2:32"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "code", "place"), [case[1:] for case in MISTAKES], ids=[case[0] for case in MISTAKES])
def test_a_bad_value_is_one_finding_at_its_place(text: str, code: str, place: str) -> None:
    assert told(text) == [(code, place)]


@pytest.mark.parametrize("text", [case[1] for case in MISTAKES], ids=[case[0] for case in MISTAKES])
@pytest.mark.parametrize("language", [ENGLISH, SPANISH])
def test_every_finding_can_be_told(text: str, language: str) -> None:
    finding = the(text)
    for template in BY_CODE[finding.code].said(finding.cause):
        said = tell(template, finding.parameters, language, language)
        assert "{" not in said
        assert said or template == ""


BAD = """\
title: [Plan, of, Agua]
status: adpoted
period:
  start: 2017-11-31
  end: 2018
signed:
  by: [stps, {a: b}, itei]
  date: 31/12/2016
published-at: www.example.org
parties:
  stps: {name: Ministry, sektor: government, until: 2018}
problems:
  p:
    votes: sixty
    urgency: 9
    impact: 4
commitments:
  c:
    title: Registry
    indicators:
      i: {name: Offices, milestones: {2017-02-28: 65, soon: 70}, unit: offices}
progress:
- {date: 2017-01-01, note: One}
- nothing yet
- {date: 2017-02-01, note: Two}"""

TOLD = [
    ("Y202 text-list", "2:8-2:24"),
    ("Y204 near", "3:9-3:16"),
    ("Y203 nonexistent", "5:10-5:20"),
    ("Y202 text-mapping", "8:14-8:20"),
    ("Y203 rewritten", "9:9-9:19"),
    ("Y210 near", "10:15-10:30"),
    ("Y201 near", "12:26-12:32"),
    ("Y205 unreadable", "15:12-15:17"),
    ("Y209 range", "16:14-16:15"),
    ("Y203 words", "22:55-22:59"),
    ("Y202 mapping-text", "25:3-25:14"),
]


def test_all_bad_values_are_told_at_once_each_at_its_place() -> None:
    assert told(BAD) == TOLD


def test_the_rest_of_a_plan_with_bad_values_is_loaded() -> None:
    plan = loaded(BAD).plan
    assert (plan.title, plan.status, plan.published_at) == ("", None, "")
    assert plan.period is not None
    assert (plan.period.start, str(plan.period.end)) == (None, "2018")
    assert plan.signed is not None
    assert (plan.signed.by, plan.signed.date) == (["stps", "itei"], None)
    assert (plan.parties["stps"].name, plan.parties["stps"].sector) == ("Ministry", None)
    assert (plan.problems["p"].votes, plan.problems["p"].urgency, plan.problems["p"].impact) == (None, None, 4)
    assert plan.commitments["c"].indicators["i"].milestones == {"2017-02-28": 65}
    assert [entry.note for entry in plan.progress] == ["One", "Two"]


PARTS = [
    ("title: [a]", "Y202 text-list"),
    ("status: adpoted", "Y204 near"),
    ("period: {start: soon, end: 2018}", "Y203 words"),
    ("signed: {by: [a, [b]]}", "Y202 text-list"),
    ("published-at: portal", "Y210 scheme"),
    ("problems: {p: {votes: x, impact: 4}}", "Y205 unreadable"),
    ("parties: [a]", "Y202 ids-list"),
    ("summary: @x", "Y101 sign"),
    ("license: *x", "Y103"),
    ("qwertz: 1", "Y201 unknown"),
    ("adopted: 2017\nadopted: 2018", "Y102"),
    ("progress: [a, {date: 2017}]", "Y202 mapping-text"),
]


@pytest.mark.parametrize(("first", "second"), list(combinations(range(len(PARTS)), 2)))
def test_no_mistake_hides_another(first: int, second: int) -> None:
    chosen = [PARTS[first], PARTS[second]]
    assert sorted(code for code, _ in told("\n".join(text for text, _ in chosen))) == sorted(code for _, code in chosen)
    backwards = "\n".join(text for text, _ in reversed(chosen))
    assert sorted(code for code, _ in told(backwards)) == sorted(code for _, code in chosen)


@given(st.lists(st.sampled_from(MISTAKES), min_size=2, max_size=12, unique_by=lambda case: case[1].partition(":")[0]))
@settings(QUIET, max_examples=60)
def test_any_number_of_mistakes_is_told_together(cases: list[tuple[str, str, str, str]]) -> None:
    assert [code for code, _ in told("\n".join(case[1] for case in cases))] == [case[2] for case in cases]


def test_bad_items_of_a_list_do_not_move_the_places_of_others() -> None:
    text = "progress: [x, {date: soon}, y, {date: 2017, zzz: 1}, [a], {percent: 500}]"
    assert told(text) == [
        ("Y202 mapping-text", "2:12-2:13"), ("Y203 words", "2:22-2:26"), ("Y202 mapping-text", "2:29-2:30"),
        ("Y201 unknown", "2:45-2:48"), ("Y202 mapping-list", "2:54-2:57"), ("Y209 range", "2:69-2:72"),
    ]  # fmt: skip
    result = loaded(text)
    assert [str(entry.date) for entry in result.plan.progress] == ["None", "2017", "None"]
    assert ("progress", 0, "date") in result.broken
    assert ("progress", 2, "percent") in result.broken


def test_a_bad_value_behind_an_alias_is_told_where_it_stands() -> None:
    text = "thresholds: &t {green: much}\ncommitments: {c: {indicators: {i: {thresholds: *t, name: I}}}}"
    assert told(text) == [("Y205 unreadable", "2:24-2:28")] * 2
    assert loaded(text).plan.commitments["c"].indicators["i"].name == "I"


# --- what is broken is not missing ------------------------------------------------------------------------------------

BROKEN = [
    ("adopted: soon", ("adopted",)),
    ("adopted: [a]", ("adopted",)),
    ("title: *x", ("title",)),
    ("title: @x", ("title",)),
    ('title: "x', ("title",)),
    ("title:\n  @x", ("title",)),
    ("title:x\nstatus: draft", ("title",)),
    ("titel: x", ("title",)),
    ("signed: {by: [[a]]}", ("signed", "by")),
    ("signed:\n  by:\n  - @a", ("signed", "by")),
    ("signed:\n  by:\n  # c\n\n  - @a\n  date: 2017", ("signed", "by")),
    ("signed:\n  by: [\n    a\n  date: 2017", ("signed", "by")),
    ("signed: {by:a, date: 2017}", ("signed", "by")),
    ("parties: {a: *x}", ("parties", "a")),
    ("parties:\n  a: @x", ("parties", "a")),
    (INDICATOR % "milestones: {2017: [a]}", ("commitments", "c", "indicators", "i", "milestones", "2017")),
    ("commitments:\n  c:\n    indicators:\n      i:\n        milestones:\n          2017: @",
        ("commitments", "c", "indicators", "i", "milestones", "2017")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "route"), BROKEN, ids=[text for text, _ in BROKEN])
def test_a_value_that_cannot_be_read_is_marked_as_broken(text: str, route: tuple[str | int, ...]) -> None:
    result = loaded(text)
    assert len(result.findings) == 1
    assert route in result.broken


@pytest.mark.parametrize("text", ["title:", "signed: {by: []}", "signed: {by: [a]}", "title:\nsummary: @x", "title: ~"])
def test_a_value_that_is_empty_or_good_is_not_broken(text: str) -> None:
    assert not {("title",), ("signed", "by")} & loaded(text).broken


BASE = Path(lap.model.__file__).parents[1] / "rules" / "base.yaml"


def leaves() -> list[Any]:
    """The route of every value in the base plan that is no group of keys."""
    found, todo = [], [((), parse(BASE.read_text("utf-8"), "base.yaml").data)]
    while todo:
        route, node = todo.pop()
        if isinstance(node, Mapping):
            todo += [((*route, key), value) for key, value in node.items()]
        else:
            found.append(route)
    names = sorted(".".join(route) for route in found if route != ("lap",))
    return [pytest.param(name.split("."), id=name) for name in names]


@pytest.mark.parametrize("route", leaves())
def test_what_is_broken_is_not_also_told_as_missing(route: list[str]) -> None:
    opening = "".join(f"{'  ' * depth}{key}:\n" for depth, key in enumerate(route))[:-1]
    for bad in ("[[{a: {b: c}}]]", '"open'):
        checked = check(laid_over_base(f"{opening} {bad}\n"), TODAY)
        assert [(finding.code[0], finding.span.line) for finding in checked.findings] == [("Y", len(route))]


# --- the schema decides what a scalar is ------------------------------------------------------------------------------

AS_TEXT = [
    "no",
    "yes",
    "true",
    "~x",
    "8.10",
    "1.0",
    "2017-11-31",
    "0x1F",
    "014",
    "1_000",
    "12:30:45",
    "1e3",
    "3.0 km",
    "=",
    "null x",
]


@pytest.mark.parametrize("written", AS_TEXT)
def test_a_text_stays_as_it_is_written(written: str) -> None:
    result = loaded(f"title: {written}\nparties: {{p: {{name: {written}}}}}\nsigned: {{by: [{written}]}}")
    assert result.findings == []
    assert (result.plan.title, result.plan.parties["p"].name) == (written, written)
    assert result.plan.signed is not None
    assert result.plan.signed.by == [written]


def test_a_target_of_the_agenda_keeps_its_zero() -> None:
    assert loaded("commitments: {c: {sdg: [8.10, 8.1, 17]}}").plan.commitments["c"].sdg == ["8.10", "8.1", "17"]
    assert loaded("commitments: {c: {sdg: 8.10}}").plan.commitments["c"].sdg == ["8.10"]


@pytest.mark.parametrize(
    ("written", "meant"), [("yes", "yes"), ("no", "no"), ("true", "yes"), ("False", "no"), ("Sí", "yes"), ("NO", "no")]
)
def test_yes_and_no_are_read_where_they_are_asked_for(written: str, meant: str) -> None:
    result = loaded(f"proposals: {{p: {{clear: {written}, reason: {written}}}}}")
    assert (result.plan.proposals["p"].clear, result.plan.proposals["p"].reason) == (meant, written)


NUMBERS = [
    # written, in Mexico, in Colombia
    ("25", "25", "25"), ("25%", "25", "25"), ("-5", "-5", "-5"), ("1.5", "1.5", "1.5"), ("1,5", "1.5", "1.5"),
    ("1.000", "1.000", "1000"), ("1,000", "1000", "1.000"), ("1,250,000.50", "1250000.50", "1250000.50"),
    ("1.250.000,50", "1250000.50", "1250000.50"), ("1 250 000", "1250000", "1250000"), ("0.125", "0.125", "0.125"),
    ("12.3456", "12.3456", "12.3456"), ("1,234,567", "1234567", "1234567"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "mexico", "colombia"), NUMBERS)
def test_the_country_decides_where_a_number_reads_two_ways(written: str, mexico: str, colombia: str) -> None:
    for country, meant in (("MX", mexico), ("CO", colombia), ("co", colombia), ("", mexico)):
        template = 'jurisdiction: {country: %s}\nproblems: {p: {evidence: {value: "%s"}}}'
        result = loaded(template % (country, written))
        assert result.findings == []
        assert result.plan.problems["p"].evidence[0].value == Decimal(meant)


def test_the_country_counts_wherever_it_stands() -> None:
    result = loaded("problems: {p: {evidence: {value: 1.000}}}\njurisdicción: {país: CO}")
    assert result.plan.problems["p"].evidence[0].value == 1000


@pytest.mark.parametrize(
    "written", ["sesenta", "sixty", "1.2.3", "12a", "1,00,0", "٣", "$5", "10-20", "½", "1/2", "9" * 31]
)
def test_what_is_no_number_is_told(written: str) -> None:
    finding = the(f'problems: {{p: {{votes: "{written}"}}}}')
    assert (finding.code, finding.cause, finding.parameters["value"]) == ("Y205", "unreadable", written)


# --- what a finding knows ---------------------------------------------------------------------------------------------

SUGGESTED = [
    ("status: adpoted", "adopted"),
    ("estatus: borador\ntitulo: T", "borrador"),
    ("titel: T", "title"),
    ("titulos: T\nresumen: R", "titulo"),
    ("commitments: {c: {resposible: {lead: a}}}", "responsible"),
    ("adopted: 2017-02-30", "2017-02-28"),
    ("adopted: 2016-02-30", "2016-02-29"),
    ("adopted: 31/12/2016", "2016-12-31"),
    ("adopted: December 31, 2016", "2016-12-31"),
    ("published-at: www.example.org", "https://www.example.org"),
]


@pytest.mark.parametrize(("text", "suggestion"), SUGGESTED)
def test_a_suggestion_is_in_the_words_of_the_file(text: str, suggestion: str) -> None:
    assert the(text).parameters["suggestion"] == suggestion


def test_a_finding_knows_its_route_its_key_and_whom_it_is_about() -> None:
    finding = the("commitments:\n  c:\n    title: Registry\n    activities: {a: {start: soon}}")
    assert (finding.route, finding.path) == (("commitments", "c", "activities", "a"), ("start",))
    assert (finding.parameters["key"], finding.parameters["owner"]) == (Key("activity", "start"), "a")


def test_allowed_words_are_those_of_the_key() -> None:
    assert the("status: x").parameters["allowed"] == ("draft", "consultation", "adopted", "closed")
    assert the("estatus: x\ntitulo: T").parameters["allowed"] == ("borrador", "en-consulta", "aprobado", "concluido")


# --- every error of pydantic has a sentence ---------------------------------------------------------------------------


def test_every_error_of_pydantic_has_a_cause() -> None:
    assert set(typing.get_args(core_schema.ErrorType)) - set(CAUSES) == set()


def test_every_error_of_the_model_has_a_cause() -> None:
    raised = {
        name
        for path in MODEL.glob("*.py")
        for name in re.findall(r"PydanticCustomError\(\s*\"(\w+)\"", path.read_text("utf-8"))
    }
    assert {"date_words", "number_range", "url_scheme", "bounds_pair"} <= raised
    assert raised - set(CAUSES) == set()


HERE = Span("f.yaml", 1, 1, 1, 2)


def values() -> list[Any]:
    """Values of every shape that may stand in the wrong place."""
    group, flow = Mapping.at(HERE), Mapping.at(HERE, flow=True)
    group["a"] = flow["a"] = Text.at("b", HERE)
    nested = Mapping.at(HERE)
    nested["a"] = group
    texts = [Text.at(text, HERE) for text in ("x", "adpoted", "titel", "key:value", "a b", "")]
    return [None, group, flow, nested, Mapping.at(HERE), Sequence.at(HERE), *texts]


def routes() -> list[tuple[str | int, ...]]:
    """A route to each key of each group, and to an item, an id and a date below where it holds them."""
    found: list[tuple[str | int, ...]] = [("zzz",), ("zzz", "a"), ("zzz", 0)]
    todo: list[tuple[tuple[str | int, ...], str, int]] = [((), "plan", 0)]
    while todo:
        route, kind, depth = todo.pop()
        for name, entry in KINDS[kind].entries.items():
            here = (*route, name)
            found += [here, (*here, 0), (*here, "id"), (*here, "2017")]
            below = {"one": here, "list": (*here, 0), "ids": (*here, "id")}.get(entry.holds.shape)
            if below and depth < 5:
                todo.append((below, entry.holds.kind, depth + 1))
    return found


CONTEXTS: list[dict[str, Any]] = [
    {"certain": certain, "suggestion": suggestion, "month": 2, "value": "x", "low": "0", "high": "1", "last_day": 28}
    for certain in (True, False)
    for suggestion in ("", "y")
]


@pytest.mark.parametrize(
    "error", [name for name, cause in CAUSES.items() if cause != ("Y202", "kind")] + ["model_type"]
)
def test_every_cause_has_a_sentence_that_can_be_told(error: str) -> None:
    produced = {}
    for route in (one for one in routes() if error != "literal_error" or holds_at(one).shape == "word"):
        for value in values():
            for context in CONTEXTS:
                misfit = understand(error, dict(context), route, value, SPANISH)
                produced.setdefault((misfit.code, misfit.cause), misfit.parameters)
    for (code, cause), parameters in produced.items():
        causes = BY_CODE[code].causes
        assert causes is not None
        assert cause in causes
        for template in causes[cause]:
            for language in (ENGLISH, SPANISH):
                tell(template, {"owner": "O", "key": Key("plan", "title"), "written": "w", **parameters}, language)


def test_a_type_of_error_that_is_not_known_yet_is_a_value_of_the_wrong_kind() -> None:
    misfit = understand("brand_new_type", {}, ("title",), Text.at("x", HERE), ENGLISH)
    assert (misfit.code, misfit.cause) == ("Y202", "text-text")


# --- whatever stands in a plan ----------------------------------------------------------------------------------------

SCALARS = st.sampled_from(
    ["x", "2017", "2017-02-30", "1.000", "9", "no", "draft", "https://a.org", "a:b", "31/12/2016", "*x", "&a y", "@"]
)
ANY = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
        st.dictionaries(st.sampled_from(["a", "date", "x-y", "name", "2017"]), inner, max_size=3).map(
            lambda items: "{" + ", ".join(f"{key}: {value}" for key, value in items.items()) + "}"
        ),
    ),
    max_leaves=8,
)
KEYS = sorted({name for kind in ("plan", "commitment", "indicator", "activity") for name in KINDS[kind].entries})


@given(st.dictionaries(st.sampled_from(list(KINDS["plan"].entries)), ANY, max_size=6), st.data())
@settings(QUIET, max_examples=200)
def test_any_plan_can_be_loaded_and_nothing_is_left_that_does_not_fit(
    keys: dict[str, str], data: st.DataObject
) -> None:
    inner = data.draw(st.dictionaries(st.sampled_from(KEYS), ANY, max_size=4))
    keys["commitments"] = "{c: {" + ", ".join(f"{key}: {value}" for key, value in inner.items()) + "}}"
    result = loaded("\n".join(f"{key}: {value}" for key, value in keys.items() if key != "lap"))
    assert load(result.source).plan == result.plan
    for finding in result.findings:
        assert finding.span.file == "f.yaml"
        assert 2 <= finding.span.line <= len(keys) + 1
    assert walk(result.source.data, ("lap",)) == "1"
