"""The model: how dates, numbers and addresses are read, where errors are placed, what every field says."""

import ast
import datetime
import subprocess
import sys
import types
import typing
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

import lap.model
from lap.model import links, numbers
from lap.model.base import Named, Node, key_of
from lap.model.commitment import Commitment
from lap.model.dates import Date, read_date
from lap.model.indicator import Indicator
from lap.model.numbers import Bounds, comma_country, read_number, reads_two_ways
from lap.model.plan import Plan
from lap.model.progress import Change

MODULES = sorted(Path(lap.model.__file__).parent.glob("*.py"))


def descendants(cls: type[Node]) -> Iterator[type[Node]]:
    for child in cls.__subclasses__():
        yield child
        yield from descendants(child)


CLASSES = [cls for cls in descendants(Node) if cls is not Named and cls.__module__.startswith("lap.model.")]


class TestDates:
    @pytest.mark.parametrize(
        ("text", "first", "last"),
        [
            ("2017-02-28", "2017-02-28", "2017-02-28"),
            ("2016-02-29", "2016-02-29", "2016-02-29"),
            ("2017-02", "2017-02-01", "2017-02-28"),
            ("2016-02", "2016-02-01", "2016-02-29"),
            ("2017-12", "2017-12-01", "2017-12-31"),
            ("2017", "2017-01-01", "2017-12-31"),
            ("1000", "1000-01-01", "1000-12-31"),
            ("2999", "2999-01-01", "2999-12-31"),
        ],
    )
    def test_a_date_has_a_first_and_a_last_day(self, text: str, first: str, last: str) -> None:
        date = read_date(text)
        assert (date.first.isoformat(), date.last.isoformat(), str(date)) == (first, last, text)

    @given(st.dates(datetime.date(1000, 1, 1), datetime.date(2999, 12, 31)))
    def test_every_day_is_read_as_itself(self, day: datetime.date) -> None:
        date = read_date(day.isoformat())
        assert date == Date(day.isoformat(), day, day)
        month = read_date(day.isoformat()[:7])
        assert month.first.day == 1
        assert month.first <= day <= month.last
        assert (month.last + datetime.timedelta(days=1)).day == 1

    @given(st.text(max_size=40) | st.from_regex(r"[0-9/. -]{1,12}", fullmatch=True))
    def test_any_text_is_a_date_or_is_refused(self, text: str) -> None:
        suggestion = text
        try:
            read_date(text)
        except PydanticCustomError as error:
            suggestion = (error.context or {}).get("suggestion", "")
        assert not suggestion or read_date(suggestion)

    @pytest.mark.parametrize(
        ("text", "suggestion", "certain"),
        [
            ("31/12/2026", "2026-12-31", True),
            ("31-12-2026", "2026-12-31", True),
            ("31.12.2026", "2026-12-31", True),
            ("2026/12/31", "2026-12-31", True),
            ("2017-2-8", "2017-02-08", True),
            ("20261231", "2026-12-31", True),
            ("2026-12-31T00:00:00", "2026-12-31", True),
            ("2026-12-31 23:59:59.5+06:00", "2026-12-31", True),
            ("2026\u201312\u201331", "2026-12-31", True),
            ("12/31/2026", "2026-12-31", True),
            ("03/03/2026", "2026-03-03", True),
            ("03/04/2026", "2026-04-03", False),
            ("31/12/26", "2026-12-31", False),
            ("12/2026", "2026-12", True),
            ("2017-2", "2017-02", True),
            ("31 de diciembre de 2026", "2026-12-31", True),
            ("31 de Diciembre del 2026", "2026-12-31", True),
            ("miércoles 3 de mayo de 2017", "2017-05-03", True),
            ("1º de enero de 2026", "2026-01-01", True),
            ("1° de enero de 2026", "2026-01-01", True),
            ("1ro. de enero de 2026", "2026-01-01", True),
            ("31-dic-2026", "2026-12-31", True),
            ("diciembre de 2026", "2026-12", True),
            ("December 31, 2026", "2026-12-31", True),
            ("31 December 2026", "2026-12-31", True),
            ("the 2nd of May, 2026", "2026-05-02", True),
            ("January 1st. 2017", "2017-01-01", True),
            ("December 2026", "2026-12", True),
            ("Sept. 2026", "2026-09", True),
        ],
    )
    def test_another_spelling_is_shown_rewritten(self, text: str, suggestion: str, certain: bool) -> None:
        with pytest.raises(PydanticCustomError) as caught:
            read_date(text)
        assert caught.value.type == "date_rewritten"
        assert caught.value.context == {"value": text, "suggestion": suggestion, "certain": certain}

    @pytest.mark.parametrize(
        ("text", "year", "month", "last_day", "suggestion"),
        [
            ("2017-11-31", 2017, 11, 30, "2017-11-30"),
            ("2017-02-29", 2017, 2, 28, "2017-02-28"),
            ("2100-02-29", 2100, 2, 28, "2100-02-28"),
            ("2017-02-00", 2017, 2, 28, "2017-02-01"),
            ("20261131", 2026, 11, 30, "2026-11-30"),
            ("31/11/2026", 2026, 11, 30, "2026-11-30"),
            ("02/30/2026", 2026, 2, 28, "2026-02-28"),
            ("0/1/2026", 2026, 1, 31, "2026-01-01"),
            ("31 de noviembre de 2026", 2026, 11, 30, "2026-11-30"),
            ("November 31st. 2017", 2017, 11, 30, "2017-11-30"),
        ],
    )
    def test_a_day_that_the_calendar_lacks_is_told_from_the_nearest_one(
        self, text: str, year: int, month: int, last_day: int, suggestion: str
    ) -> None:
        with pytest.raises(PydanticCustomError) as caught:
            read_date(text)
        assert caught.value.type == "date_nonexistent"
        assert caught.value.context == {
            "value": text, "year": year, "month": month, "last_day": last_day, "suggestion": suggestion
        }  # fmt: skip

    @pytest.mark.parametrize(("text", "month"), [("2017-13-01", 13), ("2017-00", 0), ("31/13/2026", 13)])
    def test_a_month_that_no_year_has(self, text: str, month: int) -> None:
        with pytest.raises(PydanticCustomError) as caught:
            read_date(text)
        assert caught.value.type == "date_month"
        year = 2026 if "2026" in text else 2017
        assert caught.value.context == {"value": text, "year": year, "month": month, "suggestion": ""}

    @pytest.mark.parametrize(
        "text",
        [
            "", "ongoing", "fall 2022", "By November 2025", "2016-2018", "May 2017 to June 2017",
            "31 de diciembre", "al finalizar el sexenio", "1 2 de mayo de 2017", "31-12/2026", "12345678",
            "0999-01-01", "3000-01-01", "２０１７", "x" * 5000, "9" * 5000,
        ],
    )  # fmt: skip
    def test_what_is_no_date_is_only_words(self, text: str) -> None:
        with pytest.raises(PydanticCustomError) as caught:
            read_date(text)
        assert (caught.value.type, caught.value.context) == ("date_words", {"value": text})


class TestNumbers:
    @pytest.mark.parametrize(
        ("text", "number"),
        [
            ("25", "25"), ("-5", "-5"), ("\u22125", "-5"), ("+5", "5"), ("25%", "25"), ("25 %", "25"),
            (" 7 ", "7"), ("007", "7"), ("8.10", "8.10"), ("0,5", "0.5"), ("12,50", "12.50"),
            ("1,250,000.50", "1250000.50"), ("1.250.000,50", "1250000.50"), ("1 250 000", "1250000"),
            ("1\u00a0250\u00a0000,5", "1250000.5"), ("1\u2009250\u202f000.5", "1250000.5"),
            ("0.125", "0.125"), ("0,125", "0.125"), ("1234.567", "1234.567"), ("1234,567", "1234.567"),
            ("1.000.000", "1000000"), ("1,000,000", "1000000"), ("1,000.000", "1000.000"),
            ("1.000,000", "1000.000"), ("1 000.000", "1000.000"), ("9" * 30, "9" * 30),
        ],
    )  # fmt: skip
    def test_what_can_be_read_one_way_is_read_so_in_every_country(self, text: str, number: str) -> None:
        assert read_number(text, comma=False) == read_number(text, comma=True) == Decimal(number)
        assert not reads_two_ways(text)

    @pytest.mark.parametrize(
        ("text", "with_point", "with_comma"),
        [
            ("1.000", 1, 1000),
            ("1,000", 1000, 1),
            ("-1.000", -1, -1000),
            ("12,345%", 12345, Decimal("12.345")),
        ],
    )
    def test_one_sign_before_three_digits_is_read_by_the_country(
        self, text: str, with_point: Decimal, with_comma: Decimal
    ) -> None:
        assert (read_number(text, comma=False), read_number(text, comma=True)) == (with_point, with_comma)
        assert reads_two_ways(text)

    @pytest.mark.parametrize(
        "text",
        [
            "", "%", "-", ".5", "5.", "1e5", "1_000", "0x1F", "- 5", "--5", "5%%", "1,00,000", "1 00",
            "1  000", "1,000 000", "012,345.6", "1.2.3", "1,2.3", "$5", "٣", "NaN", "Infinity", "five",
            "1" * 31, "1" * 5000, "1," + "000," * 3000 + "000",
        ],
    )  # fmt: skip
    def test_what_is_no_number_is_none(self, text: str) -> None:
        assert read_number(text, comma=False) is None
        assert read_number(text, comma=True) is None
        assert not reads_two_ways(text)

    @given(st.integers(-(10**20) + 1, 10**20 - 1), st.integers(0, 19))
    def test_a_number_written_as_in_mexico_reads_back(self, figures: int, places: int) -> None:
        number = Decimal(figures).scaleb(-places)
        text = f"{number:,f}"
        assert read_number(text, comma=False) == number
        assert reads_two_ways(text) or read_number(text, comma=True) == number

    @given(st.text(max_size=30) | st.from_regex(r"[-+]?[0-9., ]{1,40} ?%?", fullmatch=True))
    def test_any_text_is_a_number_or_none(self, text: str) -> None:
        assert read_number(text, comma=True) is None or any(sign.isdigit() for sign in text)

    def test_countries_that_write_a_decimal_comma(self) -> None:
        assert comma_country("CO")
        assert comma_country("es")
        assert not comma_country("MX")
        assert not comma_country("")


def read(kind: Any, value: object, comma: bool = False) -> object:
    return TypeAdapter(kind).validate_python(value, context={"comma": comma})


def refusal(kind: Any, value: object) -> tuple[str, dict[str, object]]:
    with pytest.raises(ValidationError) as caught:
        read(kind, value)
    (error,) = caught.value.errors()
    return error["type"], error.get("ctx", {})


class TestTypes:
    @pytest.mark.parametrize(
        ("kind", "text", "value"),
        [
            ("Number", "-1,234.5", Decimal("-1234.5")),
            ("Amount", "$4,200,000.00", 4200000),
            ("Amount", "$ 4,200,000 M.N.", 4200000),
            ("Amount", "4200000 mn", 4200000),
            ("Count", "0", 0),
            ("Count", "12,000.0", 12000),
            ("Days", "1", 1),
            ("Year", "2017", 2017),
            ("Score", "4.5", Decimal("4.5")),
            ("Share", "0.46", Decimal("0.46")),
            ("Percent", "100%", 100),
            ("Measure", "65 %", 65),
            ("Measure", "in force", "in force"),
            ("Measure", "9" * 5000, "9" * 5000),
            ("Threshold", "90%", Decimal("0.90")),
            ("Threshold", "90", Decimal("0.90")),
            ("Threshold", "0.9", Decimal("0.90")),
            ("Threshold", "1.5%", Decimal("0.015")),
            ("Threshold", "200", 2),
            ("Bound", "90%", Bounds(Decimal("0.9"), None)),
            ("Bound", ["90%"], Bounds(Decimal("0.9"), None)),
            ("Bound", ["95%", "105%"], Bounds(Decimal("0.95"), Decimal("1.05"))),
        ],
    )
    def test_a_number_of_each_kind(self, kind: str, text: object, value: object) -> None:
        result = read(getattr(numbers, kind), text)
        assert result == value
        assert type(result) is type(value) or isinstance(result, Decimal)

    def test_the_decimal_sign_comes_with_the_context(self) -> None:
        assert read(numbers.Amount, "1.000", comma=True) == 1000
        assert read(numbers.Amount, "1.000") == 1
        assert TypeAdapter(numbers.Amount).validate_python("1,000") == 1000

    @pytest.mark.parametrize(
        ("kind", "value", "error", "context"),
        [
            ("Number", "many", "number_unreadable", {"value": "many"}),
            ("Number", "9" * 5000, "number_unreadable", {"value": "9" * 5000}),
            ("Amount", "$ many M.N.", "number_unreadable", {"value": "$ many M.N."}),
            ("Count", "2.5", "number_whole", {"value": "2.5"}),
            ("Count", "-1", "number_range", {"value": "-1", "low": "0", "high": ""}),
            ("Days", "0", "number_range", {"value": "0", "low": "1", "high": ""}),
            ("Year", "999", "number_range", {"value": "999", "low": "1000", "high": "2999"}),
            ("Year", "2017-2018", "number_unreadable", {"value": "2017-2018"}),
            ("Score", "6", "number_range", {"value": "6", "low": "1", "high": "5"}),
            ("Share", "46%", "number_range", {"value": "46%", "low": "0", "high": "1"}),
            ("Percent", "101", "number_range", {"value": "101", "low": "0", "high": "100"}),
            ("Threshold", "201%", "number_range", {"value": "201%", "low": "0%", "high": "200%"}),
            ("Threshold", "-1", "number_range", {"value": "-1", "low": "0%", "high": "200%"}),
            ("Bound", ["95%", "high"], "number_unreadable", {"value": "high"}),
            ("Bound", ["1", "2", "3"], "bounds_pair", {"count": 3}),
            ("Bound", [], "bounds_pair", {"count": 0}),
            ("Bound", [["95%"], "105%"], "scalar_expected", {"wanted": "number"}),
        ],
    )
    def test_a_number_that_does_not_fit(self, kind: str, value: object, error: str, context: dict[str, object]) -> None:
        assert refusal(getattr(numbers, kind), value) == (error, context)

    @pytest.mark.parametrize("value", [["x"], {"x": "y"}, None, 5])
    @pytest.mark.parametrize(
        ("kind", "wanted"),
        [
            (Date, "date"), (numbers.Number, "number"), (numbers.Amount, "number"),
            (numbers.Count, "number"), (numbers.Measure, "number"), (numbers.Threshold, "number"),
            (links.Url, "url"), (links.Source, "text"),
        ],
    )  # fmt: skip
    def test_something_else_than_a_scalar(self, kind: object, wanted: str, value: object) -> None:
        assert refusal(kind, value) == ("scalar_expected", {"wanted": wanted})

    @pytest.mark.parametrize("text", ["https://example.org/a?b=1", "HTTP://example.org", "mailto:a@b.org"])
    def test_an_address(self, text: str) -> None:
        assert read(links.Url, text) == read(links.Source, text) == text

    @pytest.mark.parametrize(
        ("text", "suggestion"),
        [
            ("example.org/plan", "https://example.org/plan"),
            ("www.example.org", "https://www.example.org"),
            ("javascript:alert(1)", ""),
            ("ftp://example.org", ""),
            ("see the portal", ""),
            ("https://", ""),
            ("", ""),
        ],
    )
    def test_what_is_no_address(self, text: str, suggestion: str) -> None:
        assert refusal(links.Url, text) == ("url_scheme", {"value": text, "suggestion": suggestion})

    @pytest.mark.parametrize(
        "text",
        [
            "minutes of 3 March, folio 23",
            "plan@example.org",
            "Data: INEGI",
            "In https://example.org, p. 3",
            "",
        ],
    )
    def test_a_source_is_free_text(self, text: str) -> None:
        assert read(links.Source, text) == text

    @pytest.mark.parametrize(
        "text",
        [
            "ftp://example.org",
            " JavaScript :alert(1)",
            "data:text/html,x",
            "file:/etc",
            "see xhttp://a",
            "://",
        ],
    )
    def test_a_source_leads_nowhere_else(self, text: str) -> None:
        assert refusal(links.Source, text) == ("url_scheme", {"value": text, "suggestion": ""})


def errors(data: object) -> list[tuple[tuple[str | int, ...], str]]:
    with pytest.raises(ValidationError) as caught:
        Plan.model_validate(data)
    return [(error["loc"], error["type"]) for error in caught.value.errors()]


def nested(value: object, *route: str | int) -> object:
    """The value at the end of a route of mappings and lists that hold nothing else."""
    for key in reversed(route):
        value = [value] if isinstance(key, int) else {key: value}
    return value


class TestPlaces:
    @pytest.mark.parametrize(
        ("route", "value", "error"),
        [
            (("period", "start"), "2017-11-31", "date_nonexistent"),
            (("term-ends",), "soon", "date_words"),
            (("status",), "finished", "literal_error"),
            (("thresholds", "green"), ["x", "y"], "number_unreadable"),
            (("parties", "stps", "people", "a-perez", "phone"), "1", "extra_forbidden"),
            (("secretariat", "agreements", 0, "for"), "-1", "number_range"),
            (("co-creation", 0, "participants", "non-binary"), "few", "number_unreadable"),
            (("co-creation", 0, "views", 0, "from"), ["a"], "string_type"),
            (("problems", "p", "causes", "a", "causes", "b", "causes", "c", "kind"), "main", "literal_error"),
            (("problems", "p", "effects", "a", "effects", "b", "text"), {"x": "y"}, "string_type"),
            (("proposals", "p", "viable", "legal"), "perhaps", "literal_error"),
            (("commitments", "c", "resources", "budget", 0, "amount"), "much", "number_unreadable"),
            (("commitments", "c", "agendas", "follow-the-money", "beneficiaries"), "ftp://x", "url_scheme"),
            (("commitments", "c", "stages", "s", "activities", "a", "end"), "2017/1/1", "date_rewritten"),
            (
                ("commitments", "c", "stages", "s", "activities", "a", "deliverables", 0, "due"),
                "x",
                "date_words",
            ),
            (("commitments", "c", "stages", "s", "activities", "a", "after"), "b", "list_type"),
            (("commitments", "c", "stages"), ["s"], "dict_type"),
            (("commitments", "c", "pillars"), "yes", "model_type"),
            (("commitments", "c", "indicators", "i", "target", "value"), ["x"], "scalar_expected"),
            (("commitments", "c", "indicators", "i", "milestones", "2017-02"), {"x": "y"}, "scalar_expected"),
            (("progress", 0, "percent"), "120", "number_range"),
            (("progress", 0, "evidence", 0), "file:///x", "url_scheme"),
        ],
    )
    def test_an_error_stands_at_the_route_of_its_value(
        self, route: tuple[str | int, ...], value: object, error: str
    ) -> None:
        assert errors(nested(value, *route)) == [(route, error)]

    def test_a_key_that_is_no_date_has_a_mark_of_its_own(self) -> None:
        route = ("commitments", "c", "indicators", "i", "milestones", "28/02/2017")
        assert errors(nested("65", *route)) == [((*route, "[key]"), "date_rewritten")]

    def test_all_errors_come_at_once(self) -> None:
        data = {"adopted": "x", "progress": [{"date": "2017"}, {"date": "y", "percent": "z"}]}
        places = [place for place, _ in errors(data)]
        assert places == [("adopted",), ("progress", 1, "date"), ("progress", 1, "percent")]


# The shape of the format, version 1. A key is added here on purpose or not at all.
KEYS = {
    "Activity": 13, "Agenda": 1, "Agendas": 4, "Agreement": 6, "Alignment": 3, "Baseline": 3,
    "Budget": 6, "Call": 3, "Cause": 6, "Change": 5, "CoCreation": 11, "Comment": 6,
    "Commitment": 27, "Deliverable": 3, "Effect": 3, "Evaluation": 6, "Evidence": 6,
    "FollowUp": 3, "InKind": 2, "Indicator": 22, "Jurisdiction": 4, "Metrics": 6,
    "MoneyAgenda": 4, "Ogp": 2, "Participants": 5, "Party": 10, "Period": 2, "Person": 4,
    "Perspective": 2, "Phase": 1, "Phases": 2, "Pillars": 4, "Plan": 29, "Problem": 16,
    "ProgressEntry": 11, "Proposal": 14, "Reply": 3, "Resources": 3, "Responsible": 3,
    "Secretariat": 5, "Signed": 3, "Stage": 4, "Target": 2, "Thresholds": 2, "View": 3,
    "Viable": 5,
}  # fmt: skip


def parts(annotation: object) -> Iterator[object]:
    """An annotation and everything inside it."""
    yield annotation
    for inner in typing.get_args(annotation):
        yield from parts(inner)


class TestFields:
    def test_every_mapping_has_its_keys(self) -> None:
        keys = {cls.__name__: [f.alias for f in cls.model_fields.values() if f.alias != "/id"] for cls in CLASSES}
        assert {name: len(found) for name, found in keys.items()} == KEYS

    @pytest.mark.parametrize("cls", CLASSES)
    def test_nothing_is_required(self, cls: type[Node]) -> None:
        assert cls.model_validate({}) == cls()

    @pytest.mark.parametrize("cls", CLASSES)
    def test_no_field_holds_one_kind_or_another(self, cls: type[Node]) -> None:
        for field in cls.model_fields.values():
            for part in parts(field.annotation):
                members = [arg for arg in typing.get_args(part) if arg is not types.NoneType]
                is_union = typing.get_origin(part) in (typing.Union, types.UnionType)
                assert not is_union or len(members) == 1 or members == [Decimal, str]

    @pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
    def test_every_field_is_explained(self, module: Path) -> None:
        for cls in [node for node in ast.parse(module.read_text("utf-8")).body if isinstance(node, ast.ClassDef)]:
            for field, after in zip(cls.body, [*cls.body[1:], None], strict=True):
                if isinstance(field, ast.AnnAssign) and cls.name not in ("Date", "Bounds", "Spelling"):
                    told = isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant)
                    assert told, f"{cls.name}.{ast.unparse(field.target)}"

    def test_a_key_is_the_field_in_kebab_case(self) -> None:
        assert [key_of(name) for name in ("term_ends", "from_", "agenda_2030")] == [
            "term-ends",
            "from",
            "agenda-2030",
        ]

    def test_nodes_do_not_share_what_is_empty(self) -> None:
        Plan().changes.append(Change())
        assert Plan().changes == []

    def test_an_editor_gets_a_schema(self) -> None:
        schema = Plan.model_json_schema()
        assert schema["$defs"]["Period"]["properties"]["start"]["anyOf"][0]["pattern"].startswith("^([12]")


WORK = {
    "stages": {
        "s": {
            "/id": "s",
            "phase": "internal",
            "activities": {"a": {"/id": "a", "activity": "To open", "phase": "external"}},
        },
        "t": {"/id": "t", "activities": {"b": {"/id": "b", "phase": "external"}}},
    },
    "activities": {"c": {"/id": "c"}},
}


class TestNodes:
    def test_all_activities_of_a_commitment_with_their_places(self) -> None:
        commitment = Commitment.model_validate(WORK)
        assert [(route, stage and stage.id, phase, activity.id) for route, stage, phase, activity in
                commitment.all_activities()] == [
            (("stages", "s", "activities", "a"), "s", "internal", "a"),
            (("stages", "t", "activities", "b"), "t", "external", "b"),
            (("activities", "c"), None, None, "c"),
        ]  # fmt: skip

    def test_a_node_is_called_by_its_sentence_or_else_by_its_id(self) -> None:
        commitment = Commitment.model_validate(WORK)
        assert [placed.activity.label for placed in commitment.all_activities()] == ["To open", "b", "c"]
        assert Commitment.model_validate({"/id": "x", "title": "A registry", "commitment": "To…"}).label == "A registry"

    def test_milestones_have_dates(self) -> None:
        indicator = Indicator.model_validate({"milestones": {"2017-02": "65", "2017-06-30": "in force"}})
        indicator.milestones["soon"] = Decimal(1)
        assert indicator.milestone_dates() == [
            (read_date("2017-02"), 65),
            (read_date("2017-06-30"), "in force"),
        ]

    def test_text_stays_as_it_is_written(self) -> None:
        plan = Plan.model_validate({"lap": "1", "title": "no", "jurisdiction": {"code": "014"}})
        assert (plan.lap, plan.title, plan.jurisdiction and plan.jurisdiction.code) == ("1", "no", "014")

    def test_the_model_needs_pydantic_only(self) -> None:
        heavy = "yaml ruamel typer rich jinja2 tomllib lap.source lap.load"
        code = f"import sys, lap.model.plan; print(*[m for m in '{heavy}'.split() if m in sys.modules])"
        assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "\n"
