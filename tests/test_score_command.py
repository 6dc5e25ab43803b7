"""`lap score`: how a plan stands on a day, in words and figures that two people with a calculator would agree with."""

import csv
import io
import json
from pathlib import Path

import pytest
from conftest import ROOT, lap, same_as_snapshot
from jsonschema import Draft202012Validator, FormatChecker

from lap.paper import width_of

EXAMPLES = [ROOT / "examples" / name for name in ("arroyo-garza-2025.yaml", "sierra-alta-2025")]
HEAD = """\
lap: 1
title: Plan of the wells
language: en
jurisdiction: {name: Wells, level: municipality, country: MX}
period: {start: 2025-01-01, end: 2026-12-31}
parties:
  works: {name: Directorate of Works, sector: government}
  union: {name: Union of Neighbours, sector: civil-society}
"""
PLAN = (
    HEAD
    + """\
metrics:
  - {year: 2023, transparency: 0.4, participation: 0.3, overall: 0.35, source: https://example.org/2023}
  - {year: 2025, transparency: 0.5, participation: 0.25, overall: 0.375}
commitments:
  wells:
    title: Water for all
    responsible: {lead: works, implement: works, monitor: union}
    activities:
      agreed: {activity: To agree, start: 2025-01-01, end: 2025-01-31, responsible: works, monitor: union}
      dig: {activity: To dig, start: 2025-01-01, end: 2025-01-20, responsible: works, monitor: union}
      test: {activity: To test, start: 2025-01-01, end: 2025-01-10, responsible: works}
      fill: {activity: To fill, start: 2025-01-01, end: 2025-01-08, responsible: works}
      sign: {activity: To sign, start: 2025-01-01, end: 2025-01-05, responsible: union}
      late: {activity: To be late, start: 2025-02-01, end: 2025-02-28, responsible: works}
      mute: {activity: To be silent, start: 2025-02-01, end: 2025-02-28, responsible: union}
      ahead: {activity: To begin, start: 2025-06-01, end: 2025-12-31, responsible: works}
      think: {activity: To think, responsible: works}
    indicators:
      depth: {name: Depth, unit: metres, baseline: {value: 49, date: 2024-12-31}, milestones: {2025-03-31: 55},
              target: {value: 60, date: 2025-12-31}}
      rules: {name: Rules, scale: [none, draft, in force], baseline: {value: none}, target: {value: in force, date: 2025-03-31}}
      added: {name: Added, unit: km, accumulates: sum, baseline: {value: 5, date: 2025-01-31}, target: {value: 12, date: 2025-03-31}}
      kept: {name: Kept, unit: percent, direction: keep, target: {value: 96, date: 2025-03-31}}
      mute: {name: Mute, unit: km, target: {value: 12, date: 2025-03-31}}
      ahead: {name: Ahead, unit: km, target: {value: 12, date: 2025-12-31}}
progress:
  - {date: 2025-01-31, activity: wells/agreed, status: done, evidence: Minutes, by: works}
  - {date: 2025-02-01, activity: wells/agreed, verdict: confirmed, by: union}
  - {date: 2025-01-31, activity: wells/dig, status: done, evidence: Minutes, by: works}
  - {date: 2025-02-02, activity: wells/dig, verdict: disputed, note: Two are dry, by: union}
  - {date: 2025-01-31, activity: wells/test, status: done, evidence: Minutes, by: works}
  - {date: 2025-01-31, activity: wells/fill, status: done, by: works}
  - {date: 2025-01-31, activity: wells/sign, status: cancelled, note: No money, by: union}
  - {date: 2025-02-20, activity: wells/late, status: delayed, note: Rain, by: works}
  - {date: 2025-03-20, indicator: wells/depth, value: 50, by: works}
  - {date: 2025-02-20, indicator: wells/depth, value: 51, by: works}
  - {date: 2025-03-20, indicator: wells/rules, value: draft, by: works}
  - {date: 2025-01-20, indicator: wells/added, value: 3, by: works}
  - {date: 2025-02-20, indicator: wells/added, value: 4, by: works}
  - {date: 2025-03-20, indicator: wells/added, value: -1, note: Counted twice, by: works}
  - {date: 2025-02-20, indicator: wells/kept, value: 97, by: works}
  - {date: 2025-03-20, indicator: wells/kept, value: 95, by: works}
"""
)
DAY = ("--as-of", "2025-04-01")


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return kept(tmp_path)


def kept(folder: Path, text: str = PLAN) -> Path:
    path = folder / "plan-of-wells.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def shown(plan: Path, *words: str, lang: str = "en", columns: int = 400) -> str:
    ran = lap("score", plan, "--lang", lang, *words, columns=columns)
    assert (ran.status, ran.err) == (0, "")
    return ran.out


def table(plan: Path, caption: str, *words: str) -> dict[str, list[str]]:
    """The rows of a table of the Markdown by their first cell."""
    text = shown(plan, *words, "--format", "markdown").split(f"**{caption}**\n\n")[1].partition("\n\n")[0]
    rows = [line.strip("|").replace("\\|", "¦").split("|") for line in text.splitlines()[2:]]
    return {row[0].strip(): [cell.strip().replace("¦", "|") for cell in row[1:]] for row in rows}


# Compliance


def test_compliance_stands_with_its_numbers_government_and_society_apart(plan: Path) -> None:
    text = shown(plan, *DAY)
    assert "Compliance: 31.5 % = 41 / 130 days; activities due and done with evidence: 2 of 7" in text
    assert "Government: 42.3 % = 41 / 97 days; activities due and done with evidence: 2 of 5" in text
    assert "Civil society: 36.9 % = 31 / 84 days; activities due and done with evidence: 1 of 4" in text


def test_confirmed_disputed_and_unconfirmed_are_told_apart_by_number_and_by_name(plan: Path) -> None:
    text = shown(plan, *DAY)
    assert (
        "one confirmed, one not yet confirmed, one disputed (15.4 % of the days), one called done without evidence, "
        "one cancelled, 2 open, one without dates, left out"
    ) in text
    for line in (
        "Disputed: To dig", "Done, not yet confirmed: To test", "Called done without evidence: To fill", "Cancelled: To sign",
        "Overdue: To be late, due 2025-02-28; To be silent, due 2025-02-28, and nobody says why",
    ):  # fmt: skip
        assert line in text.splitlines()


def test_what_is_overdue_in_silence_has_a_table_of_its_own(plan: Path) -> None:
    assert table(plan, "Overdue, and nobody says why", *DAY) == {
        "To be silent": ["Water for all", "28 February 2025", "Union of Neighbours"]
    }


def test_before_anything_is_due_it_says_so(plan: Path) -> None:
    text = shown(plan, "--as-of", "2024-12-31")
    assert "Compliance: nothing due yet; one without dates, left out" in text
    assert "Completion: not started" in text


def test_half_yearly_goals_are_counted_in_all_and_by_half_year(plan: Path) -> None:
    assert "Half-yearly goals met: 1 of 5" in shown(plan, *DAY)
    assert "Half-yearly goals met: 1 of 7; 2025-01 – 2025-06: 1 of 5; 2025-07 – 2025-12: 0 of 2" in shown(
        plan, "--as-of", "2026-01-20"
    )


# Indicators


def test_an_indicator_stands_with_formula_light_trend_and_next_goal(plan: Path) -> None:
    found = table(plan, "Indicators of “Water for all”", *DAY)
    assert found == {
        "Depth (metres)": ["49", "50 (20 Mar 2025)", "55 by 31 Mar 2025", "16.7 % = (50 − 49) / (55 − 49)",
                           "✗ red, critical", "−1, worse", "60 by 31 Dec 2025"],
        "Rules": ["none", "draft (20 Mar 2025)", "in force by 31 Mar 2025", "50.0 % = (1 − 0) / (2 − 0)",
                  "✗ red, critical", "", ""],
        "Added (km)": ["5", "8 (20 Mar 2025)", "12 by 31 Mar 2025", "42.9 % = (8 − 5) / (12 − 5)", "✗ red, critical",
                       "−1, worse", ""],
        "Kept (percent)": ["", "95 (20 Mar 2025)", "96 by 31 Mar 2025", "99.0 % = 1 − |95 − 96| / |96|",
                           "✓ green, on track", "−2, as far from its goal as before", ""],
        "Mute (km)": ["", "", "12 by 31 Mar 2025", "no value was reported", "○ no evidence", "", ""],
        "Ahead (km)": ["", "", "", "nothing is expected yet", "□ not due yet", "", "12 by 31 Dec 2025"],
    }  # fmt: skip


def test_the_lights_are_counted(plan: Path) -> None:
    lights = "Indicators: ✓ green, on track: 1; ✗ red, critical: 3; ○ no evidence: 1; □ not due yet: 1"
    assert lights in shown(plan, *DAY)


def of(indicator: str, *values: str) -> str:
    """A plan with one indicator that was reported once for each value, all on one day."""
    rows = "".join(f"  - {{date: 2025-06-30, indicator: c/i, value: {value}, by: works}}\n" for value in values)
    return (
        HEAD
        + f"commitments:\n  c:\n    title: C\n    indicators:\n      i: {{name: I, {indicator}}}\nprogress:\n{rows}"
    )


def achievement(folder: Path, indicator: str, *values: str) -> tuple[str, str]:
    """The achievement of an indicator on its target's day, and its light."""
    (row,) = table(kept(folder, of(indicator, *values)), "Indicators of “C”", "--as-of", "2025-06-30").values()
    return row[3], row[4]


WORKED = {
    "49 to 55, now 50": ("baseline: {value: 49}, target: {value: 55, date: 2025-06-30}", "50", "16.7 % = (50 − 49) / (55 − 49)"),
    "68 to 40, now 50": ("baseline: {value: 68}, target: {value: 40, date: 2025-06-30}", "50", "64.3 % = (50 − 68) / (40 − 68)"),
    "68 to 40, now 75": ("baseline: {value: 68}, target: {value: 40, date: 2025-06-30}", "75", "−25.0 % = (75 − 68) / (40 − 68)"),
    "0 to 200, now 90": ("baseline: {value: 0}, target: {value: 200, date: 2025-06-30}", "90", "45.0 % = (90 − 0) / (200 − 0)"),
    "12 to 0, now 3": ("baseline: {value: 12}, target: {value: 0, date: 2025-06-30}", "3", "75.0 % = (3 − 12) / (0 − 12)"),
    "no baseline, up": ("direction: up, target: {value: 1500, date: 2025-06-30}", "1200", "80.0 % = 1,200 / 1,500"),
    "no baseline, down": ("direction: down, target: {value: 4, date: 2025-06-30}", "5", "80.0 % = 4 / 5"),
    "no baseline, down to 0": ("direction: down, target: {value: 4, date: 2025-06-30}", "0", "100.0 %: the value is 0"),
    "nobody says which way": ("target: {value: 0, date: 2025-06-30}", "-1", "0.0 %: 0 is expected; direction unknown, up assumed"),
    "to be kept at 0": ("direction: keep, target: {value: 0, date: 2025-06-30}", "1", "0.0 %: to be kept at 0"),
    "the baseline is the target": ("direction: up, baseline: {value: 7}, target: {value: 7, date: 2025-06-30}", "7",
                                   "100.0 %: the baseline itself is expected"),
    "below zero": ("baseline: {value: -3}, target: {value: 1, date: 2025-06-30}", "-2", "25.0 % = ((−2) − (−3)) / (1 − (−3))"),
    "a value as text": ("baseline: {value: 0}, target: {value: 9, date: 2025-06-30}", "many", "no value was reported"),
    "a target as text": ("baseline: {value: 0}, target: {value: many, date: 2025-06-30}", "3", "no goal that can be read"),
    "two entries on one day": ("baseline: {value: 0}, target: {value: 10, date: 2025-06-30}", "9, 8", "80.0 % = (8 − 0) / (10 − 0)"),
}  # fmt: skip


@pytest.mark.parametrize("name", WORKED)
def test_each_case_shows_its_own_formula(tmp_path: Path, name: str) -> None:
    indicator, values, expected = WORKED[name]
    assert achievement(tmp_path, indicator, *values.split(", "))[0] == expected


BOUNDS = (
    "baseline: {value: 0}, target: {value: 200, date: 2025-06-30}, thresholds: {green: [95%, 105%], amber: [85%, 115%]}"
)
DOUBT = "; above the upper bound, so the target itself is in doubt"
EDGES = {
    "190": ("95.0 %", "✓ green, on track"), "189.99": ("94.995 %", "⚠ amber, at risk"),
    "170": ("85.0 %", "⚠ amber, at risk"), "169.99": ("84.995 %", "✗ red, critical"),
    "210": ("105.0 %", "✓ green, on track"), "210.01": ("105.01 %", f"⚠ amber, at risk{DOUBT}"),
    "230": ("115.0 %", f"⚠ amber, at risk{DOUBT}"), "230.01": ("115.01 %", f"✗ red, critical{DOUBT}"),
}  # fmt: skip


@pytest.mark.parametrize("value", EDGES)
def test_on_a_bound_the_better_colour_and_no_figure_that_hides_it(tmp_path: Path, value: str) -> None:
    shown, light = achievement(tmp_path, BOUNDS, value)
    assert (shown.split(" = ")[0], light) == EDGES[value]


def test_values_that_do_not_count_are_named(tmp_path: Path, plan: Path) -> None:
    note = "Values of “Added” that its baseline holds already, so they are not added: 3 (2025-01-20)."
    assert note in shown(plan, *DAY)
    odd = kept(tmp_path, of("target: {value: 9, date: 2025-06-30}", "many", "3"))
    assert "Values of “I” that cannot be read, so they do not count: many (2025-06-30)." in shown(
        odd, "--as-of", "2025-06-30"
    )
    assert "many" not in shown(odd, "--as-of", "2025-06-29")


def test_entries_that_count_nowhere_are_counted(tmp_path: Path) -> None:
    more = "  - {activity: wells/dig, status: done}\n  - {date: 2025-01-01, activity: wells/dgi, status: done}\n" * 2
    text = shown(kept(tmp_path, PLAN + more), *DAY)
    assert "2 entries of the log have no date, so they count nowhere." in text
    assert "2 entries of the log are about nothing that the plan knows." in text


def test_decimals_stand_as_they_are_written_in_the_country(tmp_path: Path) -> None:
    text = of("unit: km, baseline: {value: 0}, target: {value: 12.000, date: 2025-06-30}", '"1.234,5"').replace(
        "country: MX", "country: CO"
    )
    (row,) = table(kept(tmp_path, text), "Indicators of “C”", "--as-of", "2025-06-30").values()
    assert row[1:4] == ["1.234,5 (30 Jun 2025)", "12.000 by 30 Jun 2025", "10,3 % = (1.234,5 − 0) / (12.000 − 0)"]


def test_the_metrics_are_shown_as_baseline_and_trend(plan: Path) -> None:
    found = (
        shown(plan, *DAY, "--format", "markdown").split("**Open Government Metrics, from 0 to 1**")[1].split("\n")[4:6]
    )
    assert [[cell.strip() for cell in row.strip("|").split("|")][:5] for row in found] == [
        ["the whole", "2023, baseline", "0.4", "0.3", "0.35"],
        ["the whole", "2025", "0.5 (+0.1)", "0.25 (−0.05)", "0.375 (+0.025)"],
    ]


# Step by step


def test_the_arithmetic_is_shown_step_by_step(plan: Path) -> None:
    assert shown(plan, *DAY, "--explain", "wells/added").splitlines()[2:] == [
        "“Added” on 2025-04-01",
        "",
        "1. Unit: km.",
        "2. Baseline: 5 (2025-01-31).",
        "3. Direction: upwards, so more is better; baseline and target tell.",
        "4. Value: 5 + 4 − 1 = 8, the baseline and the reports after it.",
        "5. Values of “Added” that its baseline holds already, so they are not added: 3 (2025-01-20).",
        "6. Expected: 12 by 2025-03-31, the target.",
        "7. Achievement: 42.9 % = (8 − 5) / (12 − 5).",
        "8. Green from 90 %, amber from 70 %, red otherwise; as the settings say.",
        "9. So the light is: ✗ red, critical.",
        "10. Since the value before (2025-02-20): −1, worse.",
    ]


STEPS = {
    "depth": ["Expected: 55 by 2025-03-31, the last milestone that was due.", "Next goal: 60 by 2025-12-31."],
    "rules": ["Baseline: none, without a date.", "Value: draft (2025-03-20), number 1 on the scale, counted from 0."],
    "kept": [
        "There is no baseline.",
        "Direction: to be kept, so any distance counts against it; the indicator says so.",
    ],
    "mute": ["Value: nothing was reported by this day.", "Achievement: no value was reported.", "is: ○ no evidence."],
    "ahead": ["Expected: nothing yet; the first goal is not due.", "nothing in the plan tells, so this is assumed."],
}


@pytest.mark.parametrize("name", STEPS)
def test_each_step_says_what_it_rests_on(plan: Path, name: str) -> None:
    text = shown(plan, *DAY, "--explain", f"wells/{name}")
    assert [one for one in STEPS[name] if one not in text] == []


def test_thresholds_say_where_they_come_from(tmp_path: Path) -> None:
    text = HEAD + "thresholds: {green: 80%}\n" + of("target: {value: 9, date: 2025-06-30}", "3").removeprefix(HEAD)
    found = shown(kept(tmp_path, text), "--explain", "i", "--as-of", "2025-06-30")
    assert (
        "Green from 80 %, as the plan says for all its indicators; amber from 70 %, as the settings say; red" in found
    )
    found = shown(kept(tmp_path, of(BOUNDS, "3")), "--explain", "c/i", "--as-of", "2025-06-30")
    assert "Green from 95 % to 105 %, amber from 85 % to 115 %, red otherwise; as the indicator itself says." in found


def test_an_indicator_is_named_by_its_path_or_by_an_id_that_is_the_only_one(tmp_path: Path, plan: Path) -> None:
    ran = lap("score", plan, "--explain", "dept", "--lang", "en")
    assert (ran.status, "Did you mean" in ran.err) == (2, True)
    assert "More than one indicator is called “mute”" not in lap("score", plan, "--explain", "wells/mute").err
    two = kept(tmp_path, PLAN.replace("progress:", "  roads: {indicators: {depth: {name: Other}}}\nprogress:"))
    ran = lap("score", two, "--explain", "depth", "--lang", "en")
    assert (ran.status, "Write one of: wells/depth, roads/depth" in ran.err) == (2, True)


# Since, design


def test_what_changed_since_a_day(plan: Path) -> None:
    text = shown(plan, *DAY, "--since", "2025-03-01", "--format", "markdown")
    assert "## What changed from 1 March 2025 to 1 April 2025" in text
    assert (
        "| Depth | 51 (20 Feb 2025) | 50 (20 Mar 2025) | 16.7 % = (50 − 49) / (55 − 49) | □ not due yet | ✗ red, critical |"
        in text
    )
    assert "| 20 Mar 2025 | Added | −1. Counted twice |  | Directorate of Works |" in text
    assert "Two are dry" not in text
    (row,) = table(plan, "Commitments", *DAY, "--since", "2025-01-31").values()
    assert row == ["82.4 % = 61 / 74 days", "31.5 % = 41 / 130 days", "limited", "limited"]
    assert "Nothing was reported in this time" in shown(plan, "--as-of", "2024-06-01", "--since", "2024-01-01")


def test_how_well_the_plan_is_made_has_tables_of_its_own(plan: Path) -> None:
    text = shown(plan, "--design", "--format", "markdown")
    assert "| Commitment | Specific | Measurable | Achievable | Relevant | Time-bound |" in text
    assert "| Water for all | ✗ does not hold |" in text
    found = table(plan, "Record cards of “Water for all”", "--design")
    assert found["Depth"] == [
        "5 / 13",
        "unit or scale; target value; target date; baseline with its date; milestones",
        "variable or definition; source of the baseline; kind; formula; frequency; means of verification; who measures "
        "it; activities that move it",
    ]
    assert "formula" not in found["Rules"][2]


# For machines


FAILING = {
    "red": ("2025-04-01", 1, "--fail-if red: wells/depth, wells/rules, wells/added"),
    "amber": ("2025-04-01", 1, "--fail-if amber: wells/depth"),
    "overdue": ("2025-04-01", 1, "--fail-if overdue: wells/late, wells/mute"),
    "no-evidence": ("2025-04-01", 1, "--fail-if no-evidence: wells/mute"),
}


@pytest.mark.parametrize("state", FAILING)
def test_a_state_that_is_not_wanted_fails_the_run_and_says_where(plan: Path, state: str) -> None:
    day, status, words = FAILING[state]
    ran = lap("score", plan, "--as-of", day, "--fail-if", state, "--lang", "en")
    assert (ran.status, words in ran.err, "How it stands" in ran.out) == (status, True, True)
    ran = lap("score", plan, "--as-of", "2024-12-31", "--fail-if", state, "--lang", "en", "--format", "json")
    assert (ran.status, ran.err) == (0, "")


def test_the_same_commit_gives_the_same_result_and_turns_by_itself_when_nobody_reports(plan: Path) -> None:
    words = ("score", plan, "--format", "json", "--as-of")
    assert lap(*words, "2025-02-28").out == lap(*words, "2025-02-28").out
    before, after = (json.loads(lap(*words, day).out) for day in ("2025-02-28", "2025-03-01"))
    assert (before["overdue"], after["overdue"]) == ([], ["wells/late", "wells/mute"])


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("day", ["2025-01-01", "2026-06-15", "2026-11-30", "2028-01-01"])
def test_json_has_the_shape_that_is_published(path: Path, plan: Path, day: str) -> None:
    schema = json.loads((ROOT / "schemas" / "score.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    for one in (path, plan):
        made = json.loads(shown(one, "--format", "json", "--as-of", day))
        Draft202012Validator(schema, format_checker=FormatChecker()).validate(made)
    assert not Draft202012Validator(schema).is_valid({**made, "version": 2})


def test_json_keeps_decimals_exact_and_shares_unclamped(tmp_path: Path) -> None:
    path = kept(tmp_path, of("baseline: {value: 68}, target: {value: 40, date: 2025-06-30}", "75.10"))
    (made,) = json.loads(shown(path, "--format", "json", "--as-of", "2025-06-30"))["commitments"][0]["indicators"]
    assert (made["value"], made["achievement"], made["direction"]) == (
        "75.10", {"share": -0.253571, "case": "from-baseline"}, {"way": "down", "known": True},
    )  # fmt: skip


def test_csv_has_a_row_for_each_indicator(plan: Path) -> None:
    found = list(csv.DictReader(io.StringIO(shown(plan, *DAY, "--format", "csv"))))
    assert len(found) == 6
    assert {key: found[0][key] for key in ("commitment", "indicator", "value", "expected", "achievement", "light", "trend")} == {
        "commitment": "wells", "indicator": "depth", "value": "50", "expected": "55", "achievement": "0.166667",
        "light": "red", "trend": "worse",
    }  # fmt: skip
    rules = next(row for row in found if row["indicator"] == "rules")
    assert (rules["baseline"], rules["value"], rules["expected"]) == ("none", "draft", "in force")


REFUSED = {
    "two tables at once": (("--explain", "depth", "--design"), "each show a table of their own"),
    "a state with the design": (("--design", "--fail-if", "red"), "--fail-if does not go with --design"),
    "a state that is none": (("--fail-if", "green"), "It takes only: red, amber, overdue, no-evidence"),
    "a format that is none": (("--format", "html"), "It takes only: text, markdown, csv, json"),
    "steps as data": (("--explain", "depth", "--format", "json"), "It takes only: text, markdown"),
    "a day to come": (("--as-of", "2025-01-01", "--since", "2025-01-02"), "--since 2025-01-02 is later than 2025-01-01"),
    "a day that does not exist": (("--as-of", "2025-02-30"), "--as-of takes a day"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_shown_is_refused_with_a_way_out(plan: Path, name: str) -> None:
    words, reason = REFUSED[name]
    ran = lap("score", plan, "--lang", "en", *words)
    assert (ran.status, ran.out, reason in ran.err) == (2, "", True)


def test_a_file_of_the_plan_is_not_written_over(plan: Path) -> None:
    before = plan.read_bytes()
    for words in ((), ("--design",), ("--format", "json")):
        assert lap("score", plan, "--output", plan, *words).status == 2
    assert plan.read_bytes() == before


# What a person reads


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
@pytest.mark.parametrize("language", ["en", "es"])
def test_no_line_is_wider_than_the_terminal(plan: Path, width: int, language: str) -> None:
    for path in (plan, *EXAMPLES):
        for words in ((), ("--since", "2025-01-01"), ("--design",)):
            text = shown(path, "--as-of", "2026-11-30", *words, lang=language, columns=width)
            assert max(map(width_of, text.splitlines())) <= width


@pytest.mark.parametrize(("language", "columns"), [("en", 120), ("es", 60)])
def test_score_as_a_person_reads_it(plan: Path, language: str, columns: int) -> None:
    same_as_snapshot(f"score-{language}-{columns}.txt", shown(plan, *DAY, lang=language, columns=columns))
