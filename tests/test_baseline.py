"""Baselines: what was there before is not told again, wherever its lines have gone, and what is mended is told."""

import json
from collections import Counter
from pathlib import Path

import pytest
from conftest import lap
from hypothesis import given
from hypothesis import strategies as st

from lap.baseline import Baseline, Entry, read_baseline, write_baseline
from lap.failure import CannotRun

PLAN = """lap: 1
title: Plan of Agua Clara
language: en
adopted: 2025-02-30
secretariat:
  agreements:
    - {date: 2024-02-30, text: We met}
    - {date: 2024-06-31, text: We met again}
commitments:
  water:
    title: Water
    activities:
      dig:
        activity: To dig twelve wells
        start: 2025-01-01
        end: 2025-06-30
        days: 120
"""


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "plan-a.yaml"
    path.write_text(PLAN, "utf-8")
    return path


def lint(*arguments: object, command: str = "lint") -> dict:
    """The report of a run in this folder, as JSON."""
    ran = lap(command, *arguments, "--format", "json", "--as-of", "2025-01-15")
    return {**json.loads(ran.out), "status": ran.status}


def told(report: dict) -> list[tuple[str, int]]:
    """Code and line of each finding."""
    return [(one["code"], one["start"]["line"]) for plan in report["plans"] for one in plan["findings"]]


def entries(path: str) -> list[dict]:
    return json.loads(Path(path).read_text("utf-8"))["entries"]


def test_a_run_with_the_baseline_just_written_is_clean(plan: Path) -> None:
    before = lint(plan)
    written = lint(plan, "--write-baseline", "before.json")
    again = lint(plan, "--baseline", "before.json")
    assert before["status"] == 1
    for report in (written, again):
        assert (told(report), report["status"]) == ([], 0)
        assert report["summary"] | {"baseline": 0, "mended": 0} == {
            "plans": 1, "errors": 0, "warnings": 0, "advice": 0, "waived": 0, "baseline": 0, "mended": 0,
        }  # fmt: skip
        assert report["summary"]["baseline"] == len(told(before))


def test_lines_may_move(plan: Path) -> None:
    lint(plan, "--write-baseline", "before.json")
    moved = PLAN.replace("lap: 1", "# A comment\n\nlap: 1").replace("    activities", "\n    # more\n    activities")
    plan.write_text(moved, "utf-8")
    assert told(lint(plan, "--baseline", "before.json")) == []


def test_a_new_finding_is_told_and_fails_the_run(plan: Path) -> None:
    lint(plan, "--write-baseline", "before.json")
    plan.write_text(PLAN + "        phase: intrnal\n", "utf-8")
    report = lint(plan, "--baseline", "before.json")
    assert (told(report), report["status"]) == ([("Y204", 18)], 1)


def test_items_of_a_list_are_known_by_their_words(plan: Path) -> None:
    lint(plan, "--write-baseline", "before.json")
    plan.write_text(PLAN.replace("agreements:", "agreements:\n    - {date: 2024-11-31, text: We met first}"), "utf-8")
    assert told(lint(plan, "--baseline", "before.json")) == [("Y203", 7)]


def test_as_many_as_there_were(plan: Path) -> None:
    again = "    - {date: 2024-02-30, text: We met}\n"
    plan.write_text(PLAN.replace(again, again * 2), "utf-8")
    lint(plan, "--write-baseline", "before.json", "--select", "Y203")
    assert sorted(one.get("count", 1) for one in entries("before.json")) == [1, 1, 2]
    plan.write_text(PLAN.replace(again, again * 3), "utf-8")
    assert told(lint(plan, "--baseline", "before.json", "--select", "Y203")) == [("Y203", 9)]


def test_what_is_mended_is_counted(plan: Path) -> None:
    lint(plan, "--write-baseline", "before.json")
    plan.write_text(PLAN.replace("2025-02-30", "2025-02-28").replace("days: 120", "days: 181"), "utf-8")
    report = lint(plan, "--baseline", "before.json", "--select", "Y203,L101")
    assert (told(report), report["summary"]["mended"]) == ([], 2)
    ran = lap("lint", plan, "--baseline", "before.json", "--select", "Y203,L101", "--lang", "en")
    assert "2 entries of the baseline are mended; write it anew." in ran.out
    assert "2 findings were there before (baseline)." in ran.out


def test_what_was_not_asked_for_is_not_mended(plan: Path) -> None:
    lint(plan, "--write-baseline", "before.json")
    other = plan.with_name("plan-b.yaml")
    other.write_text("lap: 1\nadopted: 2025-02-28\n", "utf-8")
    assert lint(plan, "--baseline", "before.json", "--select", "T")["summary"]["mended"] == 0
    assert lint(other, "--baseline", "before.json")["summary"]["mended"] == 0


def test_plans_are_known_from_the_folder_of_the_baseline(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = plan.parent / "kept"
    folder.mkdir()
    lint(plan.name, "--write-baseline", "kept/before.json")
    assert {one["plan"] for one in entries("kept/before.json")} == {"../plan-a.yaml"}
    monkeypatch.chdir(folder)
    assert told(lint("../plan-a.yaml", "--baseline", "before.json")) == []
    assert told(lint(plan, "--baseline", folder / "before.json")) == []


def test_keys_in_the_other_language_are_the_same_place(plan: Path) -> None:
    lint(plan, "--write-baseline", "before.json", "--select", "L101")
    plan.write_text(PLAN.replace("activities:", "actividades:").replace("days:", "dias:"), "utf-8")
    assert told(lint(plan, "--baseline", "before.json", "--select", "L101")) == []


def test_errors_of_the_text_itself_are_never_in_it(plan: Path) -> None:
    plan.write_text(PLAN + "summary: 'Water\n", "utf-8")
    report = lint(plan, "--write-baseline", "before.json")
    assert (told(report), report["status"]) == ([("Y101", 18)], 1)
    assert "Y101" not in {one["code"] for one in entries("before.json")}


def test_what_is_waived_is_not_in_it(plan: Path) -> None:
    plan.write_text(PLAN.replace("days: 120", "days: 120  # lap: ignore L101 because x"), "utf-8")
    lint(plan, "--write-baseline", "before.json")
    assert "L101" not in {one["code"] for one in entries("before.json")}


def test_the_criteria_stay_as_the_plan_is(plan: Path) -> None:
    lint(plan, "--write-baseline", "before.json")
    report = lint(plan, "--baseline", "before.json")
    assert report["plans"][0]["commitments"] == lint(plan)["plans"][0]["commitments"]


def test_the_file_is_the_same_however_often_it_is_written(plan: Path) -> None:
    lint(plan, "--write-baseline", "before.json")
    first = Path("before.json").read_bytes()
    lint(plan, "--write-baseline", "before.json")
    assert Path("before.json").read_bytes() == first
    assert b"\r" not in first
    assert sorted(path.name for path in plan.parent.iterdir()) == ["before.json", "plan-a.yaml"]


class TestWhatIsNoBaseline:
    @pytest.mark.parametrize(
        ("content", "place"),
        [
            ("{\n  nothing", ":2:3"), ("[]", ""), ("{}", ""), ('{"baseline": "lap", "version": 2, "entries": []}', ""),
            ('{"baseline": "lap", "version": 1, "entries": [1]}', ""), ('{"baseline": "lap", "version": 1, "entries": 1}', ""),
            ('{"baseline": "lap", "version": 1, "entries": [{"count": "x"}]}', ""), ("[" * 100_000, ""), ("\udcff", ""), ("", ":1:1"),
        ],
    )  # fmt: skip
    def test_it_stops_the_run_with_one_line(self, plan: Path, content: str, place: str) -> None:
        Path("before.json").write_bytes(content.encode("utf-8", "surrogateescape"))
        ran = lap("lint", plan, "--baseline", "before.json", "--lang", "en")
        assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
        assert ran.err.startswith(f"lap: “before.json{place}” is no baseline that this program can read.")

    def test_so_does_one_that_is_not_there(self, plan: Path) -> None:
        ran = lap("lint", plan, "--baseline", "before.json", "--lang", "es")
        assert (ran.status, ran.out) == (2, "")
        assert ran.err.startswith("lap: No existe la línea base “before.json”.")

    def test_it_is_never_replaced(self, plan: Path) -> None:
        ran = lap("lint", plan, "--write-baseline", plan.name, "--lang", "en")
        assert (ran.status, ran.out) == (2, "")
        assert ran.err.startswith("lap: “plan-a.yaml” is something else than a baseline, and was left as it is.")
        assert plan.read_text("utf-8") == PLAN

    def test_a_place_where_nothing_can_be_written(self, plan: Path) -> None:
        ran = lap("lint", plan, "--write-baseline", "no-folder/before.json", "--lang", "en")
        assert (ran.status, ran.out) == (2, "")
        assert "“no-folder/before.json” cannot be written" in ran.err


WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)


@given(st.dictionaries(st.builds(Entry, WORDS, WORDS, WORDS, WORDS), st.integers(1, 3)))
def test_what_is_written_is_read(tmp_path_factory: pytest.TempPathFactory, counts: dict[Entry, int]) -> None:
    path = tmp_path_factory.getbasetemp() / "any.json"
    path.unlink(missing_ok=True)
    baseline = Baseline(str(path.parent), Counter(counts))
    write_baseline(baseline, str(path))
    assert read_baseline(str(path)).entries == counts


def test_any_bytes_are_a_baseline_or_cannot_run(tmp_path: Path) -> None:
    path = tmp_path / "any.json"
    for content in (b"null", b"1", b'"x"', b"\xff\xfe", b'{"baseline": ["lap"], "version": 1}'):
        path.write_bytes(content)
        with pytest.raises(CannotRun):
            read_baseline(str(path))
