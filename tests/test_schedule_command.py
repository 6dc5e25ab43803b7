"""`lap schedule`: the handbook's columns, a timeline that fits, what cannot slip, who carries how much, what falls due."""

import csv
import io
import json
from pathlib import Path

import pytest
from conftest import ROOT, Ran, lap, same_as_snapshot
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from lap.paper import Page, width_of
from lap.show.timeline import drawn

EXAMPLES = [ROOT / "examples" / name for name in ("arroyo-garza-2025.yaml", "sierra-alta-2025", "jalisco-2016.yaml")]
WIDTHS = (40, 60, 61, 80, 99, 120, 157, 200)
PLAN = """\
lap: 1
title: Plan of the wells
language: en
period: {start: 2017-01-01, end: 2017-12-31}
status: draft
parties:
  stps: {name: Ministry of Labour, sector: government, people: {ana: {name: Ana Pozo, position: Director}}}
  union: {name: Union of Neighbours, sector: civil-society}
  idle: {name: Directorate of Idleness, sector: government}
commitments:
  wells:
    title: Water for all
    stages:
      dig:
        title: "Stage 1: digging"
        phase: internal
        activities:
          survey: {activity: To survey the fields, start: 2017-01-01, end: 2017-02-28, responsible: stps/ana, monitor: union,
                   outcomes: [Every field is known], deliverables: [{name: Map, due: 2017-02-15}, Report],
                   observations: With the neighbours}
          dig: {activity: To dig ten wells, start: 2017-03-01, end: 2017-06-30, responsible: stps, after: [survey]}
      hand:
        title: "Stage 2: handing over"
        phase: external
        activities:
          train: {activity: To train the neighbours, start: 2017-03-15, end: 2017-04-15, responsible: [stps, union]}
          think: {activity: To think about it, responsible: union}
    indicators:
      depth: {name: Depth, unit: metres, baseline: {value: 10, date: 2016-12-31}, target: {value: 90, date: 2017-04-10},
              milestones: {2017-03-31: 60}, frequency: quarterly, responsible: union}
  roads:
    title: Roads
    activities:
      wait-c: {activity: To wait for C, start: 2017-05-01, end: 2017-05-31, responsible: stps, after: [wait-b]}
      wait-b: {activity: To wait for B, start: 2017-06-01, end: 2017-06-30, responsible: stps, after: [wait-c]}
      pave: {activity: To pave, start: 2017-03-01, end: 2017-03-31, responsible: stps, after: [wells/survey]}
      sweep: {activity: To sweep, start: 2017-03-01, end: 2017-03-31, responsible: stps}
      paint: {activity: To paint, start: 2017-03-31, end: 2017-04-30, responsible: stps, after: [pave]}
      count: {activity: To count, start: 2017-03, end: 2017-03, responsible: stps}
"""
LOG = """\
progress:
  - {date: 2017-02-20, activity: wells/survey, status: done, evidence: Map, by: stps}
  - {date: 2017-03-20, indicator: wells/depth, value: 50, by: union}
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan-of-wells.yaml"
    path.write_text(PLAN + LOG, encoding="utf-8")
    return path


def shown(plan: Path, *words: str, columns: int = 200) -> str:
    ran = lap("schedule", plan, "--lang", "en", *words, columns=columns)
    assert (ran.status, ran.err) == (0, "")
    return ran.out


def refused(plan: Path, *words: str) -> str:
    ran = lap("schedule", plan, "--lang", "en", *words)
    assert (ran.status, ran.out) == (2, "")
    return ran.err


def rows(markdown: str, caption: str) -> list[list[str]]:
    """The cells of the tables with a caption, their heads first."""
    parts = [part.partition("\n\n**")[0] for part in markdown.split(f"**{caption}**\n\n")[1:]]
    lines = [line for part in parts for line in part.splitlines() if line.startswith("|") and "---" not in line]
    return [[cell.strip(" *") for cell in line.strip("|").split("|")] for line in lines]


# The work plan


def test_the_work_plan_stands_in_the_columns_of_the_handbook_with_its_totals(plan: Path) -> None:
    found = rows(shown(plan, "--commitment", "wells", "--format", "markdown"), "Work plan")
    assert found == [
        ["Activity", "Phase", "Stage", "Days", "Start", "End", "Outcomes", "Deliverables", "Observations"],
        ["To survey the fields", "Internal", "Stage 1: digging", "59", "1 January 2017", "28 February 2017",
         "Every field is known", "Map, 15 February 2017; Report", "With the neighbours"],
        ["To dig ten wells", "Internal", "Stage 1: digging", "122", "1 March 2017", "30 June 2017", "", "", ""],
        ["To train the neighbours", "External", "Stage 2: handing over", "32", "15 March 2017", "15 April 2017", "", "", ""],
        ["To think about it", "External", "Stage 2: handing over", "", "", "", "", "", ""],
        ["Total of the stage “Stage 1: digging”", "", "", "181", "1 January 2017", "30 June 2017", "", "", ""],
        ["Total of the internal phase", "", "", "181", "1 January 2017", "30 June 2017", "", "", ""],
    ]  # fmt: skip


def test_the_handbooks_own_table_comes_out_with_its_days(plan: Path) -> None:
    ran = lap("schedule", EXAMPLES[2], "--format", "csv")
    found = list(csv.DictReader(io.StringIO(ran.out)))
    assert [(one["phase"], one["stage"], one["days"]) for one in found] == [
        ("internal", "Stage 1 - Offices Instalation", "59"),
        ("internal", "Stage 1 - Offices Instalation", "122"),
        ("internal", "Stage 2 - Registration", "303"),
        ("external", "Stage 3 - Work with productive sector", ""),
    ]
    assert list(found[0])[:11] == [
        "commitment", "phase", "stage", "activity", "title", "days", "start", "end", "outcomes", "deliverables",
        "observations",
    ]  # fmt: skip


def test_totals_are_those_of_the_plan_whatever_part_of_it_is_shown(plan: Path) -> None:
    found = rows(
        shown(plan, "--commitment", "wells", "--party", "idle", "--party", "union", "--format", "markdown"), "Work plan"
    )
    assert [row[0] for row in found[1:]] == [
        "To survey the fields", "To train the neighbours", "To think about it",
        "Total of the stage “Stage 1: digging”", "Total of the internal phase",
    ]  # fmt: skip
    assert found[4][3] == "181"


def test_what_has_no_dates_is_named_and_the_rest_is_drawn(plan: Path) -> None:
    text = shown(plan, "--commitment", "wells")
    assert "Without dates that fit, so not drawn, and what they belong to has no total: To think about it." in text
    assert len([line for line in text.splitlines() if "█" in line]) == 3


def test_a_circle_is_named_and_the_rest_is_drawn(plan: Path) -> None:
    text = shown(plan, "--commitment", "roads")
    assert "so that none can be the first: To wait for C → To wait for B → To wait for C." in " ".join(text.split())
    assert len([line for line in text.splitlines() if "█" in line]) == 6
    slack = {row[0]: row[5] for row in rows(shown(plan, "--format", "markdown"), SLIP)}
    assert (slack["To wait for C"], slack["To pave"], slack["To count"]) == ("", "60", "91")


SLIP = "Who does it, what it waits for, and how far it can slip"


def test_who_does_it_what_it_waits_for_and_how_far_it_can_slip(plan: Path) -> None:
    found = {row[0]: row[1:] for row in rows(shown(plan, "--format", "markdown"), SLIP)}
    assert found["To survey the fields"] == [
        "Ana Pozo (Director), Ministry of Labour; watched by Union of Neighbours", "", "1 January 2017",
        "28 February 2017", "0", "yes",
    ]  # fmt: skip
    assert found["To train the neighbours"][1:] == ["", "30 May 2017", "30 June 2017", "76", ""]
    assert found["To pave"][1] == "To survey the fields (of “Water for all”)"


def test_below_0_a_slack_is_explained(plan: Path) -> None:
    plan.write_text(PLAN.replace("start: 2017-03-31, end: 2017-04-30", "start: 2017-03-15, end: 2017-06-30"), "utf-8")
    text = shown(plan, "--commitment", "roads", "--format", "markdown")
    assert rows(text, SLIP)[3][5] == "−17"
    assert "A slack below 0: it ends when one that waits for it should have begun." in text


# The timeline


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", ["en", "es"])
def test_no_line_is_wider_than_the_terminal(plan: Path, width: int, language: str) -> None:
    for path in (plan, *EXAMPLES):
        for words in ([], ["--next", "400", "--as-of", "2026-06-30"]):
            ran = lap("schedule", path, "--lang", language, *words, columns=width)
            assert ran.status == 0
            assert max(map(width_of, ran.out.splitlines())) <= width


NAMES = st.text(st.characters(codec="utf-8", exclude_characters="█·"), max_size=60)


@given(
    st.lists(st.tuples(NAMES, st.integers(0, 23), st.integers(0, 23)), min_size=1, max_size=5),
    st.integers(1, 24),
    st.integers(40, 200),
)
def test_a_timeline_fits_and_each_bar_stands_under_its_periods(
    things: list[tuple[str, int, int]], periods: int, width: int
) -> None:
    held = [(name, *sorted((one % periods, other % periods)), "9 days") for name, one, other in things]
    text = drawn("When", [f"2025-{number + 1:02}" for number in range(periods)], held, Page(width))
    assert max(map(width_of, text.split("\n"))) <= width
    bars = [line for line in text.split("\n") if "█" in line][-len(held) :]
    for (_, first, last, _), line in zip(held, bars, strict=True):
        cells = [letter for letter in line if letter in "█·"][-periods * line.count("█") // max(last - first + 1, 1) :]
        each = len(cells) // periods
        assert cells == [
            letter for place in range(periods) for letter in ("█" if first <= place <= last else "·") * each
        ]


# Who carries how much


def test_a_bottleneck_is_told_in_words(plan: Path) -> None:
    plan.write_text(PLAN.replace("Ministry of Labour", "stps"), "utf-8")
    assert "· stps carries 6 activities in March 2017." in shown(plan)


def test_where_nobody_has_their_hands_full_the_busiest_is_told(plan: Path) -> None:
    text = " ".join(shown(plan, "--commitment", "wells").split())
    assert (
        "Nobody has as many as 6 activities in one month. Ministry of Labour has most: 2 activities in March 2017."
        in text
    )


def test_the_load_stands_month_by_month(plan: Path) -> None:
    found = rows(shown(plan, "--format", "markdown"), "Activities in each month of 2017")
    assert found == [
        ["Party", "Jan", "Feb", "Mar", "Apr", "May", "Jun"],
        ["Ministry of Labour", "1", "1", "6", "3", "2", "2"],
        ["Union of Neighbours", "", "", "1", "1", "", ""],
    ]


def test_a_year_that_was_mistyped_does_not_fill_the_screen(plan: Path) -> None:
    plan.write_text(
        PLAN.replace("end: 2017-06-30, responsible: stps, after: [survey]", "end: 2107-06-30, responsible: stps"),
        "utf-8",
    )
    text = shown(plan)
    assert "Activities in the heaviest month of each year" in text
    assert len(text.splitlines()) < 200


# A part of it


def test_a_part_is_shown_as_a_part(plan: Path) -> None:
    text = shown(plan, "--party", "union", "--since", "2017-03-01", "--until", "2017-05-31", columns=300)
    assert "Only what these do or monitor: Union of Neighbours. Only what ends on 2017-03-01 or later." in text
    assert "To train the neighbours" in text
    assert not any(
        name in text for name in ("To survey the fields", "To dig ten wells", "Roads", "Ministry of Labour  ")
    )


@pytest.mark.parametrize(
    ("since", "until", "left"),
    [
        ("2017-02-28", "2017-02-28", {"survey", "think"}),
        ("2017-03-01", "2017-03-01", {"dig", "think"}),
        ("2016-01-01", "2016-12-31", {"think"}),
        ("2017-06-30", "2017-12-31", {"dig", "think"}),
    ],
)
def test_what_touches_a_time_belongs_to_it_and_what_has_no_dates_to_all(
    plan: Path, since: str, until: str, left: set[str]
) -> None:
    text = shown(plan, "--commitment", "wells", "--since", since, "--until", until, "--format", "csv")
    assert {one["activity"] for one in csv.DictReader(io.StringIO(text))} == left


def test_the_load_of_a_time_is_counted_in_that_time(plan: Path) -> None:
    made = json.loads(shown(plan, "--since", "2017-03-31", "--until", "2017-04-01", "--format", "json"))
    assert made["load"][0] == {"party": "stps", "months": {"2017-03": 6, "2017-04": 3}}


def test_nothing_to_show_is_said(plan: Path) -> None:
    assert "There are no activities to show." in shown(plan, "--party", "idle")
    plan.write_text("lap: 1\n", "utf-8")
    assert "There are no activities to show." in shown(plan)


REFUSED = {
    "an unknown commitment": (("--commitment", "wels"), "Did you mean “wells”?"),
    "an unknown party": (("--party", "unoin"), "Did you mean “union”?"),
    "days that are none": (("--next", "soon"), "“soon” is none. Write 0 to 36500"),
    "days below 0": (("--next", "-1"), "“-1” is none"),
    "more days than there are": (("--next", "9" * 5000), "Write 0 to 36500"),
    "a day that does not exist": (("--since", "2017-02-30"), "--since takes a day"),
    "a year that no plan can lie in": (("--until", "9999-12-31"), "--until takes a day"),
    "a time that ends before it begins": (
        ("--since", "2017-02-02", "--until", "2017-02-01"),
        "is later than 2017-02-01",
    ),
    "a format that is none": (("--format", "pdf"), "It takes only: text, markdown, mermaid, csv, json, ics"),
    "what falls due as a calendar": (("--next", "9", "--format", "ics"), "It takes only: text, markdown"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_shown_is_refused_with_a_way_out(plan: Path, name: str) -> None:
    words, reason = REFUSED[name]
    assert reason in refused(plan, *words)


def test_a_file_of_the_plan_is_not_written_over(plan: Path) -> None:
    before = plan.read_bytes()
    for format in ("text", "markdown", "mermaid", "csv", "json", "ics"):
        assert "is a file of the plan" in refused(plan, "--format", format, "--output", str(plan))
    assert plan.read_bytes() == before


# What falls due


def due(plan: Path, day: str, days: int, *words: str) -> list[list[str]]:
    text = shown(plan, "--next", str(days), "--as-of", day, "--format", "markdown", *words)
    return rows(text, "What falls due")[1:]


def test_what_falls_due_and_by_whom(plan: Path) -> None:
    plan.write_text(PLAN, "utf-8")
    assert due(plan, "2017-03-31", 15, "--commitment", "wells") == [
        ["Goal on the way: Depth, 60", "31 March 2017", "Water for all", "Union of Neighbours"],
        ["To be reported: Depth", "1 April 2017", "Water for all", "Union of Neighbours"],
        ["Target: Depth, 90", "10 April 2017", "Water for all", "Union of Neighbours"],
        ["Ends: To train the neighbours", "15 April 2017", "Water for all", "Ministry of Labour; Union of Neighbours"],
    ]


def test_what_is_done_is_no_longer_due(plan: Path) -> None:
    wells = ("--commitment", "wells")
    assert [row[0] for row in due(plan, "2017-02-15", 13, *wells)] == [
        "To be handed over: Map",
        "Ends: To survey the fields",
    ]
    assert due(plan, "2017-02-20", 8, *wells) == []


def test_a_report_that_came_is_no_longer_due(plan: Path) -> None:
    assert [row[0] for row in due(plan, "2017-03-31", 15, "--commitment", "wells")] == [
        "Goal on the way: Depth, 60", "Target: Depth, 90", "Ends: To train the neighbours",
    ]  # fmt: skip


def test_both_days_belong_to_it(plan: Path) -> None:
    assert len(due(plan, "2017-06-30", 0, "--commitment", "wells")) == 1
    assert len(due(plan, "2017-06-29", 1, "--commitment", "wells")) == 1
    assert "Nothing falls due in this time." in shown(plan, "--next", "30", "--as-of", "2019-01-01")


def test_who_monitors_is_told_what_falls_due_too(plan: Path) -> None:
    assert [row[0] for row in due(plan, "2017-02-15", 13, "--party", "union")] == [
        "To be handed over: Map", "Ends: To survey the fields",
    ]  # fmt: skip


# For programs


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_json_has_the_shape_that_is_published(path: Path, plan: Path) -> None:
    schema = json.loads((ROOT / "schemas" / "schedule.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    for one in (path, plan):
        made = json.loads(lap("schedule", one, "--format", "json").out)
        Draft202012Validator(schema, format_checker=FormatChecker()).validate(made)
    assert made["circles"] == [["roads/wait-c", "roads/wait-b"]]
    assert not Draft202012Validator(schema).is_valid({**made, "version": 2})


def test_no_cell_of_the_csv_is_run_as_a_formula(plan: Path) -> None:
    plan.write_text(PLAN.replace("To dig ten wells", '"=1+1"'), "utf-8")
    assert "'=1+1" in shown(plan, "--format", "csv")


def test_it_reads_standard_input() -> None:
    from conftest import lap_process

    ran = lap_process("schedule", "-", "--format", "json", stdin=PLAN.encode())
    assert json.loads(ran.out)["title"] == "Plan of the wells"


def test_what_cannot_be_read_is_told_and_the_rest_is_shown(plan: Path) -> None:
    plan.write_text(PLAN.replace("start: 2017-03-01, end: 2017-06-30", "start: 2017-03-01, end: 2017-06-31"), "utf-8")
    ran: Ran = lap("schedule", plan, "--lang", "en")
    assert (ran.status, "has 1 mistake" in ran.err, "To dig ten wells" in ran.out) == (0, True, True)


@pytest.mark.parametrize(("language", "columns"), [("en", 120), ("es", 60)])
def test_schedule_as_a_person_reads_it(plan: Path, language: str, columns: int) -> None:
    ran = lap("schedule", plan, "--lang", language, columns=columns)
    same_as_snapshot(f"schedule-{language}-{columns}.txt", ran.out)
