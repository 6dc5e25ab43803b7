"""Open data: every download read back by programs that know nothing of lap, and nothing private or dangerous in any."""

import csv
import datetime
import io
import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import feedparser
import icalendar
import pandas
import pytest
import vobject
from conftest import ROOT, lap
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from rdflib import RDF, Graph, Namespace, URIRef

from lap.exchange.calendar import identity, uid
from lap.exchange.downloads import FILES, SHEETS, downloads, offered
from lap.exchange.licences import licence_address
from lap.exchange.linked_data import in_page
from lap.exchange.plan_data import plain, plan_data
from lap.exchange.plan_data_schema import schema
from lap.language.speech import LANGUAGES, said
from lap.load import load
from lap.model.plan import Plan
from lap.render.told import Told
from lap.schema.whole import written
from lap.scoring import score
from lap.show.escape import csv_cell
from lap.source.files import read_bytes, read_plan

DAY = datetime.date(2026, 11, 30)
SCHEMA = ROOT / "schemas" / "plan-data.schema.json"
PLANS = sorted(
    [
        ROOT / "examples" / name
        for name in ("arroyo-garza-2025.yaml", "sierra-alta-2025", "jalisco-2016.yaml", "tlaxcala-2016.yaml")
    ]
    + [ROOT / "lap" / "language" / f"format.{language}.yaml" for language in LANGUAGES]
)
VALIDATOR = Draft202012Validator(schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)
DCAT, DCT = Namespace("http://www.w3.org/ns/dcat#"), Namespace("http://purl.org/dc/terms/")
SCHEMA_ORG = Namespace("https://schema.org/")
BASE = "https://example.org/plan/"
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")  # within rdflib


def plan_of(text: str) -> Plan:
    return load(read_bytes(text.encode(), "p.yaml")).plan


def told_of(plan: Plan, day: datetime.date = DAY) -> Told:
    return Told(plan, plan.language or "en", day, "0123456789", 0)


def files_of(plan: Plan, day: datetime.date = DAY) -> dict[str, bytes]:
    return dict(downloads(told_of(plan, day), score(plan, day)))


@cache
def made(path: Path) -> tuple[Plan, dict[str, bytes]]:
    plan = load(read_plan(path)).plan
    return plan, files_of(plan)


def rows(raw: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))


def frame(raw: bytes) -> pandas.DataFrame:
    """A table as pandas reads it, cells as they stand."""
    return pandas.read_csv(io.BytesIO(raw), dtype=str, keep_default_na=False)


@pytest.fixture(params=PLANS, ids=lambda path: path.stem)
def example(request: pytest.FixtureRequest) -> tuple[Plan, dict[str, bytes]]:
    return made(request.param)


class TestPlanJson:
    def test_the_schema_in_the_repository_is_the_one_that_is_published(
        self, example: tuple[Plan, dict[str, bytes]]
    ) -> None:
        text = written(schema())
        assert SCHEMA.read_text("utf-8") == text, "if the new schema is right: CONTRIBUTING.md says how to write it"
        assert example[1]["plan-data.schema.json"].decode() == text

    def test_the_schema_is_one(self) -> None:
        Draft202012Validator.check_schema(schema())

    def test_every_plan_keeps_to_it(self, example: tuple[Plan, dict[str, bytes]]) -> None:
        VALIDATOR.validate(json.loads(example[1]["plan.json"]))

    def test_a_plan_that_uses_every_key_fills_every_place_of_it(self) -> None:
        used: set[tuple[str, str]] = set()
        for path in PLANS:
            used |= set(places(json.loads(made(path)[1]["plan.json"])["plan"], {"$ref": "#/$defs/Plan"}))
        offered = {(name, key) for name, one in schema()["$defs"].items() for key in one["properties"]}
        assert offered - used == set()

    def test_it_says_what_the_plan_says(self) -> None:
        plan, files = made(ROOT / "examples" / "arroyo-garza-2025.yaml")
        data = json.loads(files["plan.json"], parse_float=Decimal)
        assert (data["data"], data["version"], data["as_of"], data["commit"]) == ("lap", 1, "2026-11-30", "0123456789")
        told = data["plan"]
        assert [one["id"] for one in told["commitments"]] == list(plan.commitments)
        water = next(one for one in told["commitments"] if one["id"] == "steady-water")
        assert [one["id"] for one in water["stages"]] == list(plan.commitments["steady-water"].stages)
        for one in water["indicators"]:
            kept = plan.commitments["steady-water"].indicators[one["id"]]
            assert one["target"]["value"] == kept.target.value
            assert one["target"]["date"] == kept.target.date.text
            assert [step["date"] for step in one["milestones"]] == list(kept.milestones)

    def test_both_languages_of_the_format_give_the_same_shape(self) -> None:
        english, spanish = (json.loads(made(PLANS_OF[language])[1]["plan.json"])["plan"] for language in LANGUAGES)
        assert shape(english) == shape(spanish)

    def test_numbers_are_numbers_and_words_are_words(self) -> None:
        assert [plain(one) for one in (Decimal("3"), Decimal("0.1"), Decimal("1E+2"), Decimal("-0.50"), "3", None)] == [
            3, 0.1, 100, -0.5, "3", None,
        ]  # fmt: skip

    @given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9, places=4))
    def test_a_number_is_the_one_that_was_written(self, number: Decimal) -> None:
        assert json.loads(json.dumps(plain(number)), parse_float=Decimal) == number

    def test_what_is_dated_after_the_day_is_left_out(self) -> None:
        plan, _ = made(ROOT / "examples" / "sierra-alta-2025")
        for day in (datetime.date(2025, 1, 1), datetime.date(2026, 5, 25), datetime.date(2026, 7, 12)):
            told = plan_data(told_of(plan, day))["plan"]
            entries = [
                *told["progress"],
                *told["comments"],
                *(reply for one in told["comments"] for reply in one["replies"]),
            ]
            assert all(entry["date"] <= day.isoformat() for entry in entries)
            assert len(told["progress"]) == sum(one.date.last <= day for one in plan.progress if one.date)

    def test_a_plan_without_anything_has_its_lists(self) -> None:
        data = json.loads(files_of(plan_of("lap: 1\n"))["plan.json"])
        VALIDATOR.validate(data)
        assert data["plan"]["commitments"] == []


PLANS_OF = {language: ROOT / "lap" / "language" / f"format.{language}.yaml" for language in LANGUAGES}


def places(data: Any, told: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Every definition and key that a plan's data fills."""
    if isinstance(data, list):
        for one in data:
            yield from places(one, told.get("items", {}))
    elif isinstance(data, dict) and "$ref" in told:
        name = told["$ref"].rpartition("/")[2]
        for key, value in data.items():
            if value != []:
                yield name, key
            yield from places(value, schema()["$defs"][name]["properties"][key])


def shape(data: Any) -> Any:
    """Data without its words."""
    if isinstance(data, dict):
        return {key: shape(value) for key, value in data.items() if key not in ("x", "language")}
    return [shape(one) for one in data] if isinstance(data, list) else type(data).__name__


class TestTables:
    @pytest.mark.parametrize("one", SHEETS, ids=lambda one: one.name)
    def test_pandas_reads_what_the_csv_module_reads(self, example: tuple[Plan, dict[str, bytes]], one: Any) -> None:
        raw = example[1][one.name]
        table = frame(raw)
        assert raw.startswith(b"\xef\xbb\xbf"), "without its mark Excel garbles accents"
        assert list(table.columns) == [column.head for column in one.sheet.columns]
        assert table.to_dict("records") == rows(raw)
        assert raw.count(b"\r\n") == raw.count(b"\n") == len(table) + 1

    def test_each_thing_has_its_row(self, example: tuple[Plan, dict[str, bytes]]) -> None:
        plan, files = example
        promises = plan.commitments.items()
        assert [row["id"] for row in rows(files["commitments.csv"])] == list(plan.commitments)
        activities = [f"{key}/{placed.activity.id}" for key, one in promises for placed in one.all_activities()]
        assert [row["id"] for row in rows(files["activities.csv"])] == activities
        assert [row["id"] for row in rows(files["indicators.csv"])] == [
            f"{key}/{name}" for key, one in promises for name in one.indicators
        ]

    def test_a_table_says_what_the_score_says(self) -> None:
        plan, files = made(ROOT / "examples" / "sierra-alta-2025")
        now = score(plan, DAY)
        table = frame(files["indicators.csv"]).set_index("id")
        for one in now.indicators:
            row = table.loc[one.path]
            assert row["light"] == one.light.colour
            share = one.achievement.share
            assert row["achievement"] == ("" if share is None else str(round(float(share), 6)))
        shares = frame(files["commitments.csv"]).set_index("id")["compliance"]
        for made_one in now.commitments:
            assert float(shares[made_one.commitment.id]) == pytest.approx(
                float(made_one.compliance.all.share or 0), abs=1e-6
            )

    def test_comments_stand_above_their_answers(self) -> None:
        _, files = made(ROOT / "examples" / "sierra-alta-2025")
        found = [(row["comment"], row["reply"], row["by"]) for row in rows(files["comments.csv"])]
        assert found[:3] == [
            ("1", "", "Un comité de la zona escolar 14"),
            ("1", "1", "Sistema Estatal para el Desarrollo Integral de la Familia"),
            ("2", "", ""),
        ]

    def test_offices_are_named_and_never_persons(self) -> None:
        plan = plan_of(
            "lap: 1\nparties: {water: {name: Water Office, people: {ana: {name: Ana Ruiz, email: ana@example.org}}}}\n"
            "commitments: {a: {title: A, responsible: {lead: water/ana, implement: [water, water/ana, nobody/x]}}}\n"
            "progress: [{date: 2026-01-01, commitment: a, note: done, by: water/ana}]\n"
        )
        files = files_of(plan)
        row = rows(files["commitments.csv"])[0]
        assert (row["lead"], row["implement"]) == ("Water Office", "Water Office; nobody")
        assert rows(files["progress.csv"])[0]["by"] == "Water Office"
        assert not any(b"Ruiz" in raw for name, raw in files.items() if name.endswith(".csv"))

    def test_every_column_is_explained_in_both_languages(self) -> None:
        for one in SHEETS:
            assert one.sheet
            heads = [column.head for column in one.sheet.columns]
            assert len(set(heads)) == len(heads)
            assert all(re.fullmatch(r"[a-z][a-z_]*", head) for head in heads)
            assert all(said(column.meaning, "es") != column.meaning for column in one.sheet.columns)


HOSTILE = [
    "=1+1", "+1+1", "-1+1", "@SUM(1,1)", "\t=1+1", "\r=1+1", " =1+1", "\u00a0=1+1", "\uff1d1+1", "x;=1+1", "x\n=1+1", 'a";=1+1',
    "=cmd|' /C calc'!A0", '=HYPERLINK("http://example.org","x")', '";=1+1;"', "a,b", 'say "x"', "<script>", "{{ 7*7 }}",
]  # fmt: skip
RUN = re.compile("(?:^|[;\t\r\n])[=+\\-@\uff0b\uff0d\uff1d\uff20]")


def hostile_plan(words: list[str]) -> Plan:
    """A plan whose every free text is such a word."""
    plan = plan_of(
        "lap: 1\ntitle: T\nlanguage: en\ncommitments: {a: {title: T, activities: {b: {activity: T}}, indicators: {c: {name: T}}}}\n"
        + "comments:\n"
        + "".join(
            f"  - {{date: 2026-01-01, about: a, text: {json.dumps(one)}, from: {json.dumps(one)}}}\n" for one in words
        )
    )
    made = plan.commitments["a"].model_copy(update={"title": words[0], "objective": words[-1], "groups": words})
    return plan.model_copy(update={"title": words[0], "commitments": {"a": made}})


class TestFormulas:
    @pytest.mark.parametrize("word", HOSTILE)
    def test_no_cell_begins_with_one(self, word: str) -> None:
        assert not RUN.search(csv_cell(word))

    @pytest.mark.parametrize("word", ["-5", "+3.5", "-12%", "0012", "2026-01-31", "a - b", "3; 4", "yes"])
    def test_numbers_and_words_stay_as_they_are(self, word: str) -> None:
        assert csv_cell(word) == word

    @given(st.text("=+-@;\t\r\n\uff1d '\"ab1", max_size=12))
    def test_none_is_left_wherever_a_cell_is_taken_to_end(self, word: str) -> None:
        cell = csv_cell(word)
        assert re.fullmatch(r"[+-]?\d+(\.\d+)?%?", word) or not RUN.search(cell)
        assert "".join(cell.split()).lstrip("'") == "".join(word.split()).lstrip("'")

    def test_every_table_of_a_hostile_plan_is_tame(self) -> None:
        for name, raw in files_of(hostile_plan(HOSTILE)).items():
            if name.endswith(".csv"):
                for row in rows(raw):
                    assert not any(RUN.search(cell) for cell in row.values()), name

    @pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice (Debian: libreoffice-calc-nogui)")
    @pytest.mark.parametrize("separator", [",", ";", "\t"])
    def test_libreoffice_finds_none(self, tmp_path: Path, separator: str) -> None:
        (tmp_path / "control.csv").write_bytes(f"a{separator}=1+1\r\n".encode())
        for name, raw in files_of(hostile_plan(HOSTILE)).items():
            if name.endswith(".csv"):
                (tmp_path / name).write_bytes(raw)
        reads = f"CSV:{ord(separator)},34,76,1,,2058,false,true,false,false,false,-1,true"
        names = [str(path) for path in tmp_path.glob("*.csv")]
        home = f"-env:UserInstallation=file://{tmp_path}/profile"
        words = [
            "soffice",
            home,
            "--headless",
            f"--infilter={reads}",
            "--convert-to",
            "fods",
            "--outdir",
            str(tmp_path),
            *names,
        ]
        subprocess.run(words, check=True, capture_output=True, timeout=120)
        found = {path.stem: "table:formula" in path.read_text("utf-8") for path in tmp_path.glob("*.fods")}
        assert found == {path.removesuffix(".csv"): path == "control.csv" for path in (Path(one).name for one in names)}


class TestCalendar:
    def test_two_readers_find_every_deadline(self, example: tuple[Plan, dict[str, bytes]]) -> None:
        from lap.deadlines import deadlines

        plan, files = example
        due = deadlines(plan)
        events = icalendar.Calendar.from_ical(files["deadlines.ics"]).walk("VEVENT")
        assert sorted(event["dtstart"].dt for event in events) == [one.day for one in due]
        assert {str(event["uid"]) for event in events} == {uid(one, identity(plan)) for one in due}
        others = vobject.readOne(files["deadlines.ics"].decode())
        assert sorted(event.dtstart.value for event in getattr(others, "vevent_list", [])) == [one.day for one in due]
        assert all(len(line) <= 75 for line in files["deadlines.ics"].split(b"\r\n"))

    def test_a_title_of_several_lines_is_one_name(self) -> None:
        plan = plan_of("lap: 1\n").model_copy(update={"title": "Plan\nof Río Hondo"})
        name = icalendar.Calendar.from_ical(files_of(plan)["deadlines.ics"])["X-WR-CALNAME"]
        assert name == "Plan of Río Hondo"

    def test_without_the_package_it_is_not_offered(self, monkeypatch: pytest.MonkeyPatch) -> None:
        import sys

        assert "deadlines.ics" in [one.name for one in offered()]
        monkeypatch.setitem(sys.modules, "icalendar", None)
        assert "deadlines.ics" not in [one.name for one in offered()]
        files = files_of(made(PLANS[0])[0])
        assert "deadlines.ics" not in files
        assert b"deadlines.ics" not in files["dataset.jsonld"]


class Scripts(HTMLParser):
    """The data inside a page, and every element of it."""

    def __init__(self) -> None:
        super().__init__()
        self.data: list[str] = []
        self.tags: list[str] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.inside = tag == "script" and ("type", "application/ld+json") in attrs

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "script"

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.data.append(data)


def data_in(page: str) -> list[dict[str, Any]]:
    read = Scripts()
    read.feed(page)
    assert read.tags.count("script") == len(read.data)
    return [json.loads(one) for one in read.data]


def graph(text: str) -> Graph:
    """Linked data as rdflib reads it; nothing is fetched."""
    return Graph().parse(data=text, format="json-ld", base=BASE)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Makes the site of an example, once each."""
    folder = tmp_path_factory.mktemp("sites")

    @cache
    def make(name: str) -> Path:
        ran = lap("site", ROOT / "examples" / name, "--output", folder / name, "--as-of", "2026-11-30")
        assert ran.status == 0, ran.err
        return folder / name

    return make


class TestLinkedData:
    def test_the_data_set_is_described_for_catalogues(self, example: tuple[Plan, dict[str, bytes]]) -> None:
        plan, files = example
        found = graph(files["dataset.jsonld"].decode())
        node = URIRef(BASE + "#dataset")
        assert list(found.subjects(RDF.type, DCAT.Dataset)) == [node]
        for name in (DCT.title, DCT.description, DCT.modified, DCAT.version, DCAT.landingPage):
            assert len(list(found.objects(node, name))) == 1
        assert bool(plan.contact) == bool(list(found.objects(node, DCAT.contactPoint)))
        urls = {str(url).removeprefix(BASE) for url in found.objects(None, DCAT.downloadURL)}
        assert urls == {one.name for one in FILES} - {"dataset.jsonld"}
        assert urls <= {*files, "feed.xml"}
        for one in found.subjects(RDF.type, DCAT.Distribution):
            assert found.value(one, DCAT.accessURL)
            assert str(found.value(one, DCAT.mediaType)).startswith("https://www.iana.org/assignments/media-types/")
            assert bool(plan.license) == bool(found.value(one, DCT.license))
        assert all(title.language == (plan.language or "en") for title in found.objects(None, DCT.title))

    @pytest.mark.parametrize("name", ["arroyo-garza-2025.yaml", "sierra-alta-2025", "tlaxcala-2016.yaml"])
    def test_the_home_page_says_what_it_is(self, site: Callable[[str], Path], name: str) -> None:
        plan = load(read_plan(ROOT / "examples" / name)).plan
        (data,) = data_in((site(name) / "index.html").read_text("utf-8"))
        found = graph(json.dumps(data))
        report, dataset = URIRef(BASE + "index.html"), URIRef(BASE + "data.html")
        assert found.value(predicate=RDF.type, object=SCHEMA_ORG.Report) == report
        assert found.value(predicate=RDF.type, object=SCHEMA_ORG.Dataset) == dataset
        assert str(found.value(report, SCHEMA_ORG.name)) == plan.title
        assert found.value(dataset, SCHEMA_ORG.isBasedOn) == report
        parts = {str(part).removeprefix(BASE) for part in found.objects(report, SCHEMA_ORG.hasPart)}
        assert parts == {f"commitments/{key}.html" for key in plan.commitments}
        assert all((site(name) / part).is_file() for part in parts)
        assert len(list(found.subjects(RDF.type, SCHEMA_ORG.Action))) == len(plan.commitments)
        for action in found.subjects(RDF.type, SCHEMA_ORG.Action):
            assert str(found.value(action, SCHEMA_ORG.actionStatus)).startswith(SCHEMA_ORG)
        codes = {str(code) for code in found.objects(None, SCHEMA_ORG.termCode)}
        assert codes == {code for one in plan.commitments.values() for code in one.sdg}
        files = {str(url).removeprefix(BASE) for url in found.objects(None, SCHEMA_ORG.contentUrl)}
        assert all((site(name) / file).is_file() for file in files)

    def test_the_page_of_a_commitment_is_part_of_the_plan(self, site: Callable[[str], Path]) -> None:
        (data,) = data_in((site("arroyo-garza-2025.yaml") / "commitments" / "lit-streets.html").read_text("utf-8"))
        found = Graph().parse(data=json.dumps(data), format="json-ld", base=BASE + "commitments/lit-streets.html")
        node = URIRef(BASE + "commitments/lit-streets.html")
        assert (node, RDF.type, SCHEMA_ORG.CreativeWork) in found
        assert found.value(node, SCHEMA_ORG.isPartOf) == URIRef(BASE + "index.html")

    def test_a_document_says_what_it_is_too(self) -> None:
        path = ROOT / "examples" / "arroyo-garza-2025.yaml"
        (data,) = data_in(lap("render", path, "--format", "html", "--as-of", "2026-11-30").out)
        (report,) = data["@graph"]
        assert report["@type"] == "Report"
        assert [one["@id"] for one in report["hasPart"]] == [
            f"#s-commitment--{key}" for key in ("steady-water", "open-works", "lit-streets")
        ]
        (data,) = data_in(
            lap("render", path, "--format", "html", "--as-of", "2026-11-30", "--commitment", "open-works").out
        )
        assert len(data["@graph"][0]["hasPart"]) == 1

    @pytest.mark.parametrize(
        "word",
        [
            "</script><script>alert(1)</script>",
            "<!--<script>",
            "]]>",
            '"}]}',
            "\u2028\u202e",
            "&lt;/script&gt;",
            "{{ 7*7 }}",
        ],
    )
    def test_nothing_in_it_can_end_it(self, word: str) -> None:
        plan = hostile_plan([word]).model_copy(update={"summary": word, "license": word, "contact": word})
        text = "lap: 1\nlanguage: en\n" + "".join(
            f"{key}: {json.dumps(word)}\n" for key in ("title", "summary", "license")
        )
        text += f"commitments: {{a: {{title: {json.dumps(word)}, commitment: {json.dumps(word)}}}}}\n"
        (data,) = data_in(rendered(text))
        assert data["@graph"][0]["name"] == " ".join(word.split()) or data["@graph"][0]["name"] == word
        assert graph(files_of(plan)["dataset.jsonld"].decode())

    @given(st.text())
    def test_any_text_comes_back(self, word: str) -> None:
        page = f'<p><script type="application/ld+json">{in_page([{"name": word}])}</script><p>'
        (data,) = data_in(page)
        assert data["@graph"] == [{"name": word}]

    def test_nothing_is_fetched_to_read_it(self, site: Callable[[str], Path]) -> None:
        for path in (site("sierra-alta-2025") / "dataset.jsonld", site("sierra-alta-2025") / "index.html"):
            text = path.read_text("utf-8")
            data = json.loads(text) if path.suffix == ".jsonld" else data_in(text)[0]
            assert isinstance(data["@context"], dict)

    @pytest.mark.parametrize(
        ("name", "address"),
        [
            ("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"),
            ("cc by-nc-sa 3.0", "https://creativecommons.org/licenses/by-nc-sa/3.0/"),
            ("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
            ("ODbL-1.0", "https://opendatacommons.org/licenses/odbl/1-0/"),
            ("https://example.org/terms", "https://example.org/terms"),
            ("javascript:alert(1)", ""),
            ("Free use", ""),
            ("", ""),
        ],
    )  # fmt: skip
    def test_licences_have_their_addresses(self, name: str, address: str) -> None:
        assert licence_address(name) == address


def rendered(text: str) -> str:
    """The document of a plan, as HTML."""
    from lap.limits import DEFAULTS
    from lap.render import html
    from lap.render.page_data import of_document
    from lap.render.sections.whole import whole
    from lap.render.templates import sandbox

    told = told_of(plan_of(text))
    document = whole(told)
    return html.write(document, sandbox(None), frame=html.Frame(metadata=of_document(document, told, DEFAULTS)))


SECRET = """\
lap: 1
title: Plan
language: en
contact: office@example.org
parties:
  vendors: {name: Union of Vendors, sector: civil-society, people: {eva: {name: Eva Luna, position: Head, email: eva@private.example}}}
co-creation:
  - stage: working-group
    title: A quiet table
    rule: chatham-house
    participants: {total: 3, women: 2, men: 1, groups: [mourners of the mine]}
    views:
      - {from: vendors, text: Whoever complains loses the place}
      - {from: The woman from stall 14, about: a, text: They ask for money}
  - stage: working-group
    rule: chatham-house
    participants: {total: 40, women: 38, men: 2, groups: [vendors]}
  - stage: open-session
    participants: {total: 3, women: 2, men: 1}
    views: [{from: vendors, text: We want a list of prices}]
proposals: {p: {action: To print the prices, from: Union of Vendors, votes: 3}, q: {action: To count, from: A quiet table, votes: 9}}
commitments: {a: {title: A, commitment: To do it, responsible: {lead: vendors/eva}}}
"""


class TestWhatStaysPrivate:
    def test_under_the_chatham_house_rule_no_file_says_who_spoke(self, tmp_path: Path) -> None:
        path = tmp_path / "plan.yaml"
        path.write_text(SECRET, "utf-8")
        assert lap("site", path, "--output", tmp_path / "public", "--as-of", "2026-11-30").status == 0
        texts = {one.name: one.read_text("utf-8-sig") for one in (tmp_path / "public").rglob("*") if one.is_file()}
        documents = [
            lap("render", path, "--format", format, "--as-of", "2026-11-30").out for format in ("markdown", "html")
        ]
        for text in (*texts.values(), *documents):
            assert "stall 14" not in text
            assert "mourners" not in text
            assert not re.search(r"print the prices[^\n]*Union of Vendors", text)
        told = json.loads(texts["plan.json"])["plan"]["co_creation"]
        assert [view["text"] for view in told[0]["views"]] == [
            "Whoever complains loses the place",
            "They ask for money",
        ]
        assert not any("from" in view for view in told[0]["views"])
        assert told[0]["participants"] == {"groups": []}
        assert told[1]["participants"] == {"total": 40, "groups": ["vendors"]}
        assert told[2]["participants"] == {"total": 3, "women": 2, "men": 1, "groups": []}
        assert told[2]["views"][0]["from"] == "vendors"
        assert "Whoever complains loses the place" in documents[0]
        proposals = [
            (one["id"], one.get("from"), one.get("votes"))
            for one in json.loads(texts["plan.json"])["plan"]["proposals"]
        ]
        assert proposals == [("p", None, None), ("q", None, 9)]

    def test_addresses_of_persons_are_in_no_file(self, tmp_path: Path) -> None:
        path = tmp_path / "plan.yaml"
        path.write_text(SECRET, "utf-8")
        assert lap("site", path, "--output", tmp_path / "public", "--as-of", "2026-11-30").status == 0
        for one in (tmp_path / "public").rglob("*"):
            if one.is_file():
                assert "private.example" not in one.read_text("utf-8-sig"), one.name
        assert "office@example.org" in (tmp_path / "public" / "dataset.jsonld").read_text("utf-8")


class TestThePage:
    @pytest.mark.parametrize(("name", "other"), [("arroyo-garza-2025.yaml", "es"), ("sierra-alta-2025", "en")])
    def test_it_tells_of_every_file_and_of_every_column_in_both_languages(
        self, site: Callable[[str], Path], name: str, other: str
    ) -> None:
        page = (site(name) / "data.html").read_text("utf-8")
        for one in offered():
            assert f'href="{one.name}"' in page
            assert (site(name) / one.name).is_file()
            for column in one.sheet.columns if one.sheet else ():
                assert f'<span lang="{other}">{escaped(said(column.meaning, other))}</span>' in page
        assert "https://creativecommons.org/licenses/by/4.0/" in page

    def test_every_page_leads_to_it(self, site: Callable[[str], Path]) -> None:
        folder = site("arroyo-garza-2025.yaml")
        for page in folder.rglob("*.html"):
            up = "../" * (len(page.relative_to(folder).parts) - 1)
            assert f'href="{up}data.html"' in page.read_text("utf-8")

    def test_the_feed_is_among_the_files(self, site: Callable[[str], Path]) -> None:
        assert not feedparser.parse((site("sierra-alta-2025") / "feed.xml").read_bytes()).bozo


def escaped(text: str) -> str:
    from markupsafe import escape

    return str(escape(text))


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=40), st.text(max_size=40))
def test_any_words_come_back_from_every_file(title: str, text: str) -> None:
    plan = hostile_plan(["x"])
    made_one = plan.commitments["a"].model_copy(update={"title": title, "commitment": text})
    files = files_of(plan.model_copy(update={"title": title, "commitments": {"a": made_one}}))
    data = json.loads(files["plan.json"])
    assert data["plan"].get("title", "") == title
    assert data["plan"]["commitments"][0].get("commitment", "") == text
    assert len(frame(files["commitments.csv"])) == 1
    assert len(graph(files["dataset.jsonld"].decode())) > 20
    icalendar.Calendar.from_ical(files["deadlines.ics"])
