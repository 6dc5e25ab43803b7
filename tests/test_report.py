"""What a run tells: the report that programs read, and the text that people read, in both languages."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, lap, same_as_snapshot, spots
from jsonschema import Draft202012Validator

from lap.language.speech import say
from lap.paper import width_of
from lap.rules import BY_CODE

DATA = Path(__file__).parent / "data"
SCHEMA = json.loads((ROOT / "schemas" / "report.schema.json").read_text("utf-8"))
EXAMPLES = sorted(path for path in (ROOT / "examples").iterdir() if not path.name.startswith("."))
BROKEN = {"en": "broken-plan.yaml", "es": "plan-roto.yaml"}
DAY = ("--as-of", "2025-01-15")
IDS = {"pipes", "replace", "inform", "tuberias", "reemplazar", "informar"}
# Only these, so that a new rule changes no snapshot.
SHOWN = ("--select", "Y,S101,M102,A101,R101,T101,L101,L105,C104,C109")
RULES_COUNTED = re.compile(r"\b\d+(?= (?:rules|reglas)\b)")


@pytest.fixture(autouse=True)
def _among_the_plans(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(DATA)


def report(*arguments: object, **environment: str) -> dict[str, Any]:
    """A JSON report, which its schema must allow."""
    ran = lap("validate", *arguments, "--format", "json", **environment)
    assert ran.err == ""
    made: dict[str, Any] = json.loads(ran.out)
    assert list(Draft202012Validator(SCHEMA).iter_errors(made)) == []
    return made


def text_of(name: str, *arguments: object, columns: int = 80) -> str:
    return lap("validate", name, *DAY, *arguments, columns=columns).out


def checked(folder: Path, content: str, *arguments: object, columns: int = 80, format: str = "text") -> str:
    """The report on a plan with this content, named p.yaml, on its text alone."""
    (folder / "p.yaml").write_text(content, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        return lap(
            "validate", "p.yaml", "--select", "Y", "--lang", "en", "--format", format, *arguments, columns=columns
        ).out


# JSON, for programs


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("plan", [*EXAMPLES, *map(DATA.joinpath, BROKEN.values())], ids=lambda path: path.name)
def test_json_report_is_what_its_schema_says(plan: Path, language: str) -> None:
    made = report(plan, *DAY, "--lang", language)
    assert made["language"] == language
    assert [one["path"] for one in made["plans"]] == [str(plan)] or plan.is_relative_to(ROOT)


@pytest.mark.parametrize(
    "content", ["", "- a list\n", "a text\n", "lap: 7\n", "[" * 100, 'title: "\n', "lap: 1\nstatus: x\nlanguage: fr\n"]
)
def test_json_report_on_what_is_hardly_a_plan_is_what_its_schema_says(tmp_path: Path, content: str) -> None:
    (tmp_path / "p.yaml").write_text(content, encoding="utf-8")
    assert report(tmp_path / "p.yaml")["summary"]["errors"] > 0


def test_json_report_on_several_plans_sums_them_up() -> None:
    made = report(*EXAMPLES, *DAY)
    findings = [finding for plan in made["plans"] for finding in plan["findings"]]
    assert made["summary"]["plans"] == len(EXAMPLES) == len(made["plans"])
    assert made["summary"]["errors"] == sum(one["severity"] == "error" for one in findings) > 0
    assert made["summary"]["warnings"] == sum(one["severity"] == "warning" for one in findings)


def test_json_places_count_from_1_and_end_just_after_the_last_character() -> None:
    rows = (ROOT / "examples" / "jalisco-2016.yaml").read_text("utf-8").splitlines()
    findings = report(ROOT / "examples" / "jalisco-2016.yaml", "--select", "Y203,L101")["plans"][0]["findings"]
    shown = []
    for one in findings:
        assert one["start"]["line"] == one["end"]["line"]
        shown.append(rows[one["start"]["line"] - 1][one["start"]["column"] - 1 : one["end"]["column"] - 1])
    assert shown == ["302", "2017-11-31"]


def test_json_columns_count_characters_not_bytes(tmp_path: Path) -> None:
    (tmp_path / "p.yaml").write_text('lap: 1\njurisdiction: {name: "Ñandú 🌾 水", level: sate}\n', encoding="utf-8")
    one = report(tmp_path / "p.yaml", "--select", "Y")["plans"][0]["findings"][0]
    assert (one["start"], one["end"]) == ({"line": 2, "column": 42}, {"line": 2, "column": 46})


def test_json_paths_are_in_the_formats_english_keys_whatever_the_file_speaks() -> None:
    def keys(name: str) -> list[list[str]]:
        findings = report(name, *DAY, *SHOWN)["plans"][0]["findings"]
        return [[step for step in one["path"] if step not in IDS] for one in findings if one["code"][0] != "Y"]

    assert keys(BROKEN["es"]) == keys(BROKEN["en"]) != []


def test_json_gives_the_place_of_what_came_first_beside_a_key_that_stands_twice() -> None:
    twice = report(BROKEN["en"], "--select", "Y102")["plans"][0]["findings"]
    (first,) = twice[0]["related"]
    assert first["file"] == BROKEN["en"]
    assert first["start"]["line"] < twice[0]["start"]["line"]


def test_json_tells_which_criteria_each_commitment_meets() -> None:
    (clean,) = report(ROOT / "lap" / "rules" / "base.yaml", *DAY)["plans"]
    assert clean["commitments"] == [
        {"id": "registry", "title": "Register of street vendors", "criteria": dict.fromkeys("SMART", True)}
    ]
    (faulty,) = report(ROOT / "examples" / "tlaxcala-2016.yaml", *DAY)["plans"]
    assert faulty["commitments"][0]["criteria"] == {"S": True, "M": False, "A": False, "R": False, "T": False}


# Text and plain, for people


def without_count_of_rules(text: str) -> str:
    return RULES_COUNTED.sub("N", text)


@pytest.mark.parametrize("columns", [60, 120])
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("plan", BROKEN)
def test_text_is_as_it_was_read_by_eye(plan: str, language: str, columns: int) -> None:
    text = text_of(BROKEN[plan], *SHOWN, "--lang", language, "--format", "text", columns=columns)
    assert max(map(width_of, text.splitlines())) <= columns
    same_as_snapshot(f"{Path(BROKEN[plan]).stem}-{language}-{columns}.txt", without_count_of_rules(text))


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("plan", BROKEN)
def test_plain_is_as_it_was_read_by_eye(plan: str, language: str) -> None:
    plain = text_of(BROKEN[plan], *SHOWN, "--lang", language, "--format", "plain")
    same_as_snapshot(f"{Path(BROKEN[plan]).stem}-{language}-plain.txt", without_count_of_rules(plain))


def test_the_two_broken_plans_are_broken_alike() -> None:
    english, spanish = (text_of(name, *SHOWN, "--lang", "en", "--format", "plain") for name in BROKEN.values())
    assert [code for *_, code in spots(english)] == [code for *_, code in spots(spanish)]


def test_messages_use_the_words_of_the_file() -> None:
    english_on_spanish = text_of(BROKEN["es"], *SHOWN, "--lang", "en", "--format", "text", columns=120)
    spanish_on_english = text_of(BROKEN["en"], *SHOWN, "--lang", "es", "--format", "text", columns=120)
    for word in ("“objetivo”", "“problema”", "“responsables”", "“fecha-de-aprobacion”"):
        assert word in english_on_spanish
    for word in ("“objective”", "“problem”", "“responsible”", "“adopted”"):
        assert word in spanish_on_english
    assert "“objective”" not in english_on_spanish
    assert "“objetivo”" not in spanish_on_english


def blocks(text: str) -> list[list[str]]:
    """The findings of a text report, each as its lines."""
    return [block.splitlines() for block in text.split("\n\n") if spots(block)]


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_a_block_has_the_line_carets_the_hint_and_where_to_read_more(columns: int) -> None:
    text = text_of(BROKEN["en"], *SHOWN, "--lang", "en", "--format", "text", columns=columns)
    findings = report(BROKEN["en"], *DAY, *SHOWN, "--lang", "en")["plans"][0]["findings"]
    rows = Path(BROKEN["en"]).read_text("utf-8").splitlines()
    for lines, finding in zip(blocks(text), findings, strict=True):
        block = " ".join(" ".join(lines).replace("│", " ").replace("→", " ").split())
        row = rows[finding["start"]["line"] - 1]
        assert finding["message"] in block
        assert finding["hint"] in block
        assert f"lap explain {finding['code']}" in lines[-1]
        assert ("handbook" in lines[-1]) == (finding["code"][0] != "Y")
        if not row.startswith("#"):
            number = f"{finding['start']['line']} │ "
            assert any(number in line and line.split("│ ", 1)[1].rstrip("…") in row for line in lines)
            assert any(re.search(r"│ +\^+", line) for line in lines)


@pytest.mark.parametrize(
    "before",
    [
        "",
        "name: Agua Clara, ",
        'name: "水の町", ',
        'name: "🌾🌾", ',
        'name: "Accio\u0301n", ',
        'name: "Ñandú",\t',
        'name:\t"A",\t \t',
        'name: "a\u00a0b", ',
        'name: "a\u200db\u202e", ',
        'name: "a\u0007", ',
        "name: " + "long " * 40 + ", ",
        'name: "' + "水" * 60 + '", ',
    ],
    ids=["nothing", "letters", "wide", "emoji", "combining", "tab", "tabs", "no-break", "invisible", "control", "long", "long-wide"],
)  # fmt: skip
@pytest.mark.parametrize("columns", [60, 120])
def test_carets_stand_exactly_under_the_spot(tmp_path: Path, before: str, columns: int) -> None:
    text = checked(tmp_path, f"lap: 1\njurisdiction: {{{before}level: sate, country: MX}}\n", columns=columns)
    lines = next(lines for lines in blocks(text) if " Y204" in lines[0])
    carets = next(number for number, line in enumerate(lines) if "^" in line)
    above, below = lines[carets - 1], lines[carets]
    spot = width_of(above[: above.index("sate")])
    assert (below.index("^"), below.count("^")) == (spot, 4)
    assert max(map(width_of, lines)) <= columns


def test_carets_of_a_spot_of_many_lines_stand_under_the_first(tmp_path: Path) -> None:
    text = checked(tmp_path, "lap: 1\ntitle:\n  [a,\n   b]\nlanguage: >\n  e\n  n\n")
    first, _second = blocks(text)
    assert first[3:5] == ["   3 │   [a,", "     │   ^^^  keep one of them"]


def test_no_line_of_text_ends_in_blanks_or_is_a_number_alone() -> None:
    for columns in (60, 120):
        lines = text_of(BROKEN["en"], "--lang", "en", "--format", "text", columns=columns).splitlines()
        assert [line for line in lines if line != line.rstrip() or line.endswith("│")] == []


def test_a_line_too_long_for_the_width_is_cut_around_the_spot(tmp_path: Path) -> None:
    text = checked(tmp_path, f"lap: 1\nx-note: {{a: {'left ' * 50}, b: &b {'right ' * 50}, c: *nowhere}}\n", columns=60)
    (lines,) = blocks(text)
    assert any("*nowhere" in line for line in lines)
    assert max(map(width_of, lines)) <= 60


@pytest.mark.parametrize("sign", ["x", "é", "水", "\u200d"])
@pytest.mark.parametrize("format", ["text", "plain"])
def test_a_line_of_100_000_signs_is_not_printed_whole(tmp_path: Path, sign: str, format: str) -> None:
    text = checked(tmp_path, f"lap: 1\njurisdiction: {{name: {sign * 100_000}, level: sate}}\n", format=format)
    assert " Y204" in text
    assert len(text) < 3000


def test_what_a_whole_plan_lacks_points_at_no_line() -> None:
    (lines,) = blocks(text_of(BROKEN["en"], "--select", "C104", "--lang", "en", "--format", "text"))
    assert not any("^" in line or "│" in line for line in lines)
    assert any(line.startswith("   → ") for line in lines)


def test_the_table_shows_for_each_commitment_which_criteria_hold() -> None:
    text = lap("validate", ROOT / "examples" / "tlaxcala-2016.yaml", "--format", "text", "--lang", "en", *DAY).out
    table = text[text.rindex("lap explain") :]
    assert re.search(r"^ Tlaxcala Local Action Plan +S +M +A +R +T$", table, re.M)
    assert re.search(r" ✓ +✗ +✗ +✗ +✗$", table, re.M)


def test_plain_tells_the_table_in_sentences() -> None:
    plain = lap("validate", ROOT / "examples" / "tlaxcala-2016.yaml", "--format", "plain", "--lang", "en", *DAY).out
    assert "is specific; it is not yet measurable, achievable, relevant, time-bound." in plain


def test_words_that_look_like_markup_are_printed_as_they_stand(tmp_path: Path) -> None:
    content = "lap: 1\ntitle: Plan [bold]of[/bold] [/] :smile: [link=x]y\nstatus: '[red]x[/red]'\ncommitments: {a: {title: '[/b] [error] A'}}\n"
    for format in ("text", "plain"):
        (tmp_path / "p.yaml").write_text(content, encoding="utf-8")
        out = lap("validate", tmp_path / "p.yaml", "--format", format, "--lang", "en").out
        for words in ("[bold]of[/bold] [/] :smile: [link=x]y", "[red]x[/red]", "[/b] [error] A"):
            assert words in out


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_report_ends_with_the_counts_and_what_was_checked(language: str) -> None:
    for format in ("text", "plain"):
        out = text_of(BROKEN["en"], "--lang", language, "--format", format, columns=120)
        assert say("Checked: {parts}.", language, parts="").rstrip(".").strip() in out


def test_every_finding_of_a_report_names_a_rule() -> None:
    out = text_of(BROKEN["en"], "--lang", "en", "--format", "plain")
    assert {code for *_, code in spots(out)} <= set(BY_CODE)
