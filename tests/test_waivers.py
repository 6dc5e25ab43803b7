"""Waivers: what their comments say, where they count, when they end, and what the reports tell of them."""

import datetime
import json
from pathlib import Path

import pytest
from conftest import found, lap
from hypothesis import given
from hypothesis import strategies as st

from lap.checking import Checked, check_bytes
from lap.explain import spanish_page
from lap.fragments import marks
from lap.lint import Options
from lap.rules import BY_CODE, RULES
from lap.source.document import parse
from lap.waivers.comments import Waiver, waivers_in

DAY = datetime.date(2025, 1, 15)
PLAN = """lap: 1
title: Plan of Agua Clara
language: en
commitments:
  water:
    title: Water
    activities:
      dig:
        activity: To dig twelve wells
        start: 2025-01-01
        end: 2025-06-30
        days: 120
      pump:
        activity: To install twelve pumps
        start: 2025-07-01
        end: 2025-12-31
        days: 120
"""
DIG, PUMP = 12, 17


def checked(text: str, day: datetime.date = DAY, rules=RULES) -> Checked:
    return check_bytes(text.encode(), "plan.yaml", Options(day), rules)


def at(text: str, code: str = "L101", day: datetime.date = DAY) -> list[int]:
    """The lines of a rule's findings that stand."""
    return [one.span.line for one in checked(text, day).findings if one.code == code]


def waiver_codes(text: str, day: datetime.date = DAY) -> list[tuple[int, str, str]]:
    """Line, code and cause of what is said about waivers."""
    findings = checked(text, day).findings
    return [(one.span.line, one.code, one.cause) for one in findings if one.code.startswith("Y3")]


def with_line(number: int, line: str) -> str:
    """The plan with a line put in before another one (counted from 1)."""
    lines = PLAN.split("\n")
    return "\n".join([*lines[: number - 1], line, *lines[number - 1 :]])


def with_end(number: int, comment: str) -> str:
    """The plan with a comment at the end of a line."""
    lines = PLAN.split("\n")
    lines[number - 1] += "  " + comment
    return "\n".join(lines)


def read(comment: str) -> Waiver | None:
    """The waiver in a comment, if it is one."""
    return next(iter(waivers_in(parse(comment + "\nlap: 1\n", "plan.yaml"))), None)


class TestWhatAWaiverSays:
    @pytest.mark.parametrize(
        "comment",
        [
            "# lap: ignore L101, L106 until 2025-05-31 because the assembly votes in May",
            "# lap: omitir L101 y L106 hasta 2025-05-31 porque the assembly votes in May",
            "#lap:ignore l101 L106 until 2025-05-31 because the assembly votes in May",
            "## LAP: Ignorar L101; L106 hasta 2025-05-31 PORQUE: the assembly votes in May",
            "# lap: omitir L101 and L106 until 2025-05-31 porque the assembly votes in May",
            "# lap: ignore L101,L106 because the assembly votes in May, until 2025-05-31",
            "# lap: ignore: L101, L106, until 2025-05-31, because the assembly votes in May  # a further comment",
        ],
    )
    def test_codes_end_and_reason_in_either_language(self, comment: str) -> None:
        waiver = read(comment)
        assert waiver is not None
        assert list(waiver.codes) == ["L101", "L106"] if "L106" in BY_CODE else ["L101"]
        assert str(waiver.until) == "2025-05-31"
        assert waiver.reason == "the assembly votes in May"

    def test_a_reason_may_speak_of_dates_and_numbers(self) -> None:
        waiver = read("# lap: ignore L101 because nothing is settled until 2027 (folio #23)")
        assert waiver is not None
        assert (waiver.until, waiver.reason) == (None, "nothing is settled until 2027 (folio #23)")

    @pytest.mark.parametrize(
        "comment",
        [
            "# lap: 1",
            "# lap: a tool for plans",
            "# lap:",
            "# lap ignore L101",
            "# overlap: ignore L101",
            "# no lap: ignore L101",
        ],
    )
    def test_other_comments_are_no_waivers(self, comment: str) -> None:
        assert read(comment) is None

    def test_the_place_of_each_code_is_known(self) -> None:
        waiver = read("# lap: ignore L101, T101 because …")
        assert waiver is not None
        assert [(span.column, span.end_column) for span in waiver.codes.values()] == [(15, 19), (21, 25)]

    @given(st.text(alphabet="L10T,;: #untilbecauseignore-2026é\u202e", max_size=60))
    def test_any_comment_is_read_without_a_word(self, text: str) -> None:
        comment = "# lap: ignore " + text.replace("\n", " ")
        waiver = read(comment)
        assert waiver is not None
        for place in (waiver.span, waiver.end, *waiver.codes.values(), *(one.span for one in waiver.findings)):
            assert 1 <= place.column <= place.end_column <= len(comment) + 1


class TestWhereAWaiverCounts:
    def test_without_waivers_both_stand(self) -> None:
        assert at(PLAN) == [DIG, PUMP]

    def test_at_the_end_of_a_line_on_that_line(self) -> None:
        assert at(with_end(DIG, "# lap: ignore L101 because x")) == [PUMP]

    def test_at_the_end_of_a_line_on_no_other(self) -> None:
        text = with_end(DIG - 1, "# lap: ignore L101 because x")
        assert at(text) == [DIG, PUMP]
        assert waiver_codes(text) == [(DIG - 1, "Y302", "")]

    def test_above_a_key_in_all_that_belongs_to_it(self) -> None:
        assert at(with_line(8, "      # lap: ignore L101 because x")) == [PUMP + 1]
        assert at(with_line(5, "# lap: ignore L101 because x")) == []

    def test_with_other_comments_between(self) -> None:
        text = with_line(
            8, "      # lap: ignore L101 because x\n      # It is deep there.\n      # lap: ignore T101 because y"
        )
        assert at(text) == [PUMP + 3]
        assert waiver_codes(text) == [(10, "Y302", "")]

    def test_above_an_item_of_a_list(self) -> None:
        text = "lap: 1\nco-creation:\n  # lap: ignore Y203 because so it was told\n  - stage: feedback\n    start: 2025-02-30\n  - start: 2025-02-30\n"
        assert at(text, "Y203") == [6]

    def test_above_a_dash_on_a_line_of_its_own(self) -> None:
        text = "lap: 1\nco-creation:\n  # lap: ignore Y203 because so it was told\n  -\n    stage: feedback\n    start: 2025-02-30\n"
        assert at(text, "Y203") == []

    def test_above_an_empty_line_nowhere(self) -> None:
        text = with_line(8, "      # lap: ignore L101 because x\n")
        assert at(text) == [DIG + 2, PUMP + 2]
        assert waiver_codes(text) == [(8, "Y302", "nowhere")]

    def test_at_the_end_of_the_file_nowhere(self) -> None:
        assert waiver_codes(PLAN + "# lap: ignore L101 because x") == [(18, "Y302", "nowhere")]

    def test_at_the_head_with_an_empty_line_after_it_in_the_whole_file(self) -> None:
        assert at("# A plan\n# lap: ignore L101 because x\n\n" + PLAN) == []

    def test_directly_above_the_first_key_only_there_and_for_what_the_plan_as_a_whole_lacks(self) -> None:
        text = "# A plan\n# lap: ignore L101, C114 because x\n" + PLAN
        assert at(text) == [DIG + 2, PUMP + 2]
        assert at(PLAN, "C114") == [1]
        assert at(text, "C114") == []

    def test_the_words_of_a_text_are_no_waiver(self) -> None:
        text = PLAN.replace(
            "days: 120\n      pump",
            "days: 120\n        observations: |\n          # lap: ignore L101 because x\n      pump",
        )
        assert at(text) == [DIG, PUMP + 2]
        assert waiver_codes(text) == []

    def test_in_a_text_of_several_lines_at_its_end(self) -> None:
        text = 'lap: 1\nadopted: "2025-02-\n  30"  # lap: ignore Y203 because x\n'
        assert at(text.split("  #")[0] + "\n", "Y203") == [2]
        assert at(text, "Y203") == []

    def test_where_an_alias_stands_what_it_points_to_is_not_meant(self) -> None:
        text = "lap: 1\nx-days: &days\n  start: 2025-02-30\n# lap: ignore Y203 because x\nperiod: *days\n"
        assert at(text, "Y203") == [3]

    def test_in_a_file_of_a_folder(self, tmp_path: Path) -> None:
        (tmp_path / "plan.yaml").write_text("lap: 1\ntitle: Plan\n", "utf-8")
        (tmp_path / "commitments").mkdir()
        commitment = "# lap: ignore S101 because we meet in May\ntitle: Water\n"
        (tmp_path / "commitments" / "water.yaml").write_text(commitment, "utf-8")
        report = json.loads(lap("validate", tmp_path, "--format", "json").out)["plans"][0]
        assert [(one["code"], one["reason"], one["waiver"]["start"]) for one in report["waived"]] == [
            ("S101", "we meet in May", {"line": 1, "column": 1})
        ]
        assert "S101" not in {one["code"] for one in report["findings"]}


class TestWhenAWaiverEnds:
    TEXT = with_end(DIG, "# lap: ignore L101 until 2025-01-15 because x")

    def test_its_last_day_counts(self) -> None:
        assert at(self.TEXT, day=datetime.date(2025, 1, 15)) == [PUMP]
        assert waiver_codes(self.TEXT, datetime.date(2025, 1, 15)) == []

    def test_from_the_next_day_on_the_finding_is_told_again(self) -> None:
        assert at(self.TEXT, day=datetime.date(2025, 1, 16)) == [DIG, PUMP]
        assert waiver_codes(self.TEXT, datetime.date(2025, 1, 16)) == [(DIG, "Y303", "")]

    @pytest.mark.parametrize(("end", "last"), [("2025-02", (2025, 2, 28)), ("2025", (2025, 12, 31))])
    def test_a_month_or_a_year_ends_with_its_last_day(self, end: str, last: tuple[int, int, int]) -> None:
        text = with_end(DIG, f"# lap: ignore L101 until {end} because x")
        day = datetime.date(*last)
        assert at(text, day=day) == [PUMP]
        assert at(text, day=day + datetime.timedelta(1)) == [DIG, PUMP]

    @pytest.mark.parametrize(
        ("end", "cause"),
        [
            ("15/12/2025", "rewritten"),
            ("2025-02-30", "rewritten"),
            ("31 de mayo de 2025", "rewritten"),
            ("May", "no-date"),
            ("", "no-day"),
        ],
    )
    def test_an_end_that_cannot_be_read_leaves_the_finding(self, end: str, cause: str) -> None:
        text = with_end(DIG, f"# lap: ignore L101 until {end} because x")
        assert at(text) == [DIG, PUMP]
        assert waiver_codes(text) == [(DIG, "Y303", cause)]


class TestWhatIsWrongWithWaivers:
    @pytest.mark.parametrize(
        "comment", ["# lap: ignore L101", "# lap: omitir L101 porque", "# lap: ignore L101 because  # x"]
    )
    def test_without_a_reason_it_counts_and_is_told(self, comment: str) -> None:
        text = with_end(DIG, comment)
        assert at(text) == [PUMP]
        assert waiver_codes(text) == [(DIG, "Y301", "")]

    def test_a_reason_without_its_word_is_kept(self) -> None:
        text = with_end(DIG, "# lap: ignore L101 - the assembly votes")
        assert [one.reason for one in checked(text).waived] == ["the assembly votes"]
        assert waiver_codes(text) == [(DIG, "Y301", "unsaid")]

    def test_each_code_is_used_or_told(self) -> None:
        assert waiver_codes(with_end(DIG, "# lap: ignore L101, T101 because x")) == [(DIG, "Y302", "")]

    def test_of_two_waivers_the_nearer_one_is_used(self) -> None:
        text = with_line(8, "      # lap: ignore L101 because x").replace("120", "120  # lap: ignore L101 because y", 1)
        assert waiver_codes(text) == [(8, "Y302", "")]

    def test_only_rules_that_were_run_can_leave_a_waiver_unused(self) -> None:
        text = with_end(DIG - 1, "# lap: ignore L101 because x")
        rules = tuple(rule for rule in RULES if rule.code != "L101")
        assert [one.code for one in checked(text, rules=rules).findings if one.code.startswith("Y3")] == []

    def test_where_a_value_could_not_be_read_nothing_is_unused(self) -> None:
        text = with_line(8, "      # lap: ignore L101 because x").replace("2025-06-30", "2025-06-31")
        assert at(text) == [PUMP + 1]
        assert waiver_codes(text) == []

    @pytest.mark.parametrize(
        ("comment", "causes"),
        [
            ("# lap: ignore L1O1 because x", ["near"]),
            ("# lap: ignore Q7777 because x", ["unknown"]),
            ("# lap: ignore L because x", ["family"]),
            ("# lap: ignore because x", ["none"]),
            ("# lap: ignore the days because x", ["none"]),
            ("# lap: disable L101 because x", ["verb"]),
            ("# lap: ingore L101", ["verb"]),
            ("# lap: ignore Y101, Y302, Y401 because x", ["firm", "firm", "firm"]),
        ],
    )
    def test_what_names_no_rule_that_can_be_waived_is_told(self, comment: str, causes: list[str]) -> None:
        text = with_end(DIG, comment)
        assert at(text) == [DIG, PUMP]
        assert waiver_codes(text) == [(DIG, "Y304", cause) for cause in causes]

    def test_what_could_not_be_read_cannot_be_waived(self) -> None:
        text = "lap: 1\n# lap: ignore Y101, Y102 because x\ntitle: 'Plan\n"
        assert at(text, "Y101") == [3]

    def test_what_was_read_otherwise_can(self) -> None:
        text = "lap: 1\nadopted: 2025-11-31  # lap: ignore Y203 because so it was printed\n"
        assert at(text, "Y203") == []


@pytest.mark.parametrize("code", ["Y301", "Y302", "Y303", "Y304"])
def test_the_spanish_pages_show_what_they_say(code: str) -> None:
    page = spanish_page(code)
    assert code in {marked for _, marked in marks(page["bad"])}
    assert found(page["bad"]) == marks(page["bad"])
    assert found(page["good"]) == []


class TestReports:
    TEXT = with_end(DIG, "# lap: ignore L101 until 2025-05-31 because the plan as signed counts working days")

    @pytest.fixture
    def plan(self, tmp_path: Path) -> Path:
        path = tmp_path / "plan-a.yaml"
        path.write_text(self.TEXT, "utf-8")
        return path

    @pytest.mark.parametrize("format", ["text", "plain"])
    @pytest.mark.parametrize(
        ("language", "sentence"),
        [
            ("en", "1 finding is waived; “lap lint --show-waived” shows it"),
            ("es", "1 hallazgo está dispensado; “lap lint --show-waived” lo muestra"),
        ],
    )
    def test_people_read_how_many_there_are(self, plan: Path, format: str, language: str, sentence: str) -> None:
        ran = lap("lint", plan, "--as-of", "2025-01-15", "--format", format, "--lang", language)
        assert sentence in " ".join(ran.out.split())
        assert "working days" not in ran.out.replace(self.TEXT, "")

    @pytest.mark.parametrize("format", ["text", "plain"])
    def test_and_which_and_why_when_they_ask(self, plan: Path, format: str) -> None:
        ran = lap(
            "lint", plan, "--as-of", "2025-01-15", "--format", format, "--show-waived", "--lang", "en", columns=200
        )
        assert f"{plan}:12:15: waived L101" in ran.out
        assert "until 2025-05-31, because the plan as signed counts working days." in " ".join(ran.out.split())

    def test_json_lists_them_with_their_reasons(self, plan: Path) -> None:
        report = json.loads(lap("lint", plan, "--as-of", "2025-01-15", "--format", "json").out)
        assert report["summary"]["waived"] == 1
        (waived,) = report["plans"][0]["waived"]
        assert (waived["code"], waived["reason"], waived["until"]) == (
            "L101", "the plan as signed counts working days", "2025-05-31",
        )  # fmt: skip
        assert waived["start"] == {"line": 12, "column": 15}
        assert waived["waiver"]["start"] == {"line": 12, "column": 20}

    def test_what_was_not_selected_is_not_counted(self, plan: Path) -> None:
        report = json.loads(lap("lint", plan, "--as-of", "2025-01-15", "--format", "json", "--select", "T").out)
        assert report["summary"]["waived"] == 0

    def test_the_line_of_a_waiver_is_shown(self, plan: Path) -> None:
        plan.write_text(with_line(12, "        # lap: ignore L1O1 because x"), "utf-8")
        assert "│         # lap: ignore L1O1 because x" in lap("lint", plan, "--format", "text", "--select", "Y").out
