"""The matrix of the logical framework: every level is there, gaps are said in words, and each format is read back whole."""

import csv
import io
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from conftest import same_as_snapshot
from markdown_it import MarkdownIt

from lap.load import load
from lap.model.plan import Plan
from lap.paper import Page, width_of
from lap.show.matrix import render
from lap.source.files import read_bytes, read_plan

EXAMPLES = sorted(one for one in (Path(__file__).parent.parent / "examples").iterdir() if one.name[0] != ".")

PLAN = """\
lap: 1
alignment:
  - {instrument: State plan, objective: Services that reach everyone}
  - {objective: Less paper}
problems:
  waits:
    statement: People wait ninety days for a permit
    objective: People have their permit within a week
    effects:
      debts: {text: They borrow, end: They keep their savings}
      hunger: {text: They eat less}
    causes:
      paper: {text: The forms are on paper}
      staff: {text: Four clerks read all forms, means: Ten clerks read them}
      law: {text: A federal rule asks for two copies, means: One copy is enough, set-aside: The rule is federal}
  noise: {statement: Noise, outcome: referred, reason: The city hears it}
commitments:
  forms:
    title: One short form
    problem: [waits, noise]
    addresses: [paper]
    commitment: To hand out one short form by asking each thing once
    challenges: [Two offices share the counter]
    activities:
      write: {activity: To write the form, deliverables: [{name: The form, url: "https://example.org/form"}]}
      print: {activity: To print it, verification: [Bill]}
    indicators:
      days:
        name: Days of waiting
        kind: effectiveness
        aspect: result
        unit: days
        formula: sum of days / permits
        baseline: {value: 90, date: 2025-01}
        target: {value: 7, date: 2026-12-31}
        frequency: four-monthly
        verification: [Register]
        activities: [write]
        assumptions: [Nobody changes the law]
      copies: {name: Copies, kind: management, aspect: product, target: {value: 12500}, unit: copies}
      state: {name: State of the form, scale: [draft, ready], target: {value: ready, date: 2026}}
  plain: {problem: waits}
"""

HOSTILE = """\
lap: 1
problems:
  p:
    statement: "<script>x</script> | **b** \\e[31mred \\u202eabc\\nnext"
    objective: "=1+1"
    effects: {e: {text: "a|b `c`"}}
    causes: {c: {text: "@x", set-aside: "-1-1", means: "+1+1"}}
commitments:
  k:
    title: "漢字 🙂"
    problem: p
    commitment: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
    activities: {a: {activity: "=HYPERLINK(\\"https://example.org\\")\\n\\nmore"}, b: {}}
    indicators: {i: {name: "| i |", unit: "=u", target: {value: 5}}}
"""


def plan(text: str) -> Plan:
    return load(read_bytes(text.encode(), "plan.yaml")).plan


def matrix(format: str, *problems: str, text: str = PLAN, width: int = 120, language: str = "en") -> str:
    made = plan(text)
    return render(made, [made.problems[one] for one in problems], format, Page(width), language)


def records(*problems: str, text: str = PLAN) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(matrix("csv", *problems, text=text), newline="")))


class Cells(HTMLParser):
    """The rows of all tables of a page, line breaks as such; no other tag than those of tables and headings is there."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.inside = False
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        assert tag in ("h2", "p", "table", "thead", "tbody", "tr", "th", "td", "br"), tag
        self.inside = tag in ("th", "td", "br")
        if tag == "tr":
            self.rows.append([])
        elif tag == "br":
            self.rows[-1][-1] += "\n"
        elif self.inside:
            self.rows[-1].append("")

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.rows[-1][-1] += data.strip("\n")


def cells(markdown: str) -> list[list[str]]:
    return Cells(MarkdownIt("commonmark", {"html": True}).enable("table").render(markdown)).rows


# What stands where


def test_every_level_has_its_rows_in_order() -> None:
    assert [row[0] for row in cells(matrix("markdown", "waits"))] == [
        "Level", "Goal", "Purpose", "Component 1", "Component 1", "Component 2", "Components", "Components",
        "Activity 1.1", "Activity 1.2", "Activity 2.1",
    ]  # fmt: skip


def test_the_goal_says_what_it_contributes_to_and_where_an_end_is_missing() -> None:
    assert cells(matrix("markdown", "waits"))[1][1:] == [
        "· To contribute to: Services that reach everyone (State plan)\n· To contribute to: Less paper\n"
        "· They keep their savings\n☐ no end yet for the effect “They eat less”",
        "☐ no indicator yet",
        "☐ no means of verification yet",
        "☐ no assumption yet",
    ]


def test_an_indicator_stands_with_all_that_the_matrix_asks_of_it() -> None:
    assert cells(matrix("markdown", "waits"))[2][1:] == [
        "People have their permit within a week",
        "Days of waiting\nFormula: sum of days / permits\nBaseline: 90 days (2025-01)\n"
        "Target: 7 days (2026-12-31)\nFrequency: four-monthly",
        "Register",
        "Nobody changes the law",
    ]


def test_a_further_indicator_has_a_row_of_its_own_and_the_summary_stands_once() -> None:
    first, second = cells(matrix("markdown", "waits"))[3:5]
    assert first[1] == (
        "· One short form\n· To hand out one short form by asking each thing once\n· It serves another problem too: Noise"
    )
    assert (first[2], second[1]) == ("Copies\nTarget: 12,500 copies", "")
    assert second[2] == (
        "State of the form\n☐ neither its kind nor its aspect is written, so it may belong to another level\nTarget: ready (2026)"
    )


def test_challenges_are_named_once_where_an_assumption_is_missing() -> None:
    first, second = cells(matrix("markdown", "waits"))[3:5]
    assert first[4] == "☐ no assumption yet; its challenges may hide one: Two offices share the counter"
    assert second[4] == "☐ no assumption yet"


def test_what_nobody_answers_is_a_gap_and_what_is_set_aside_an_assumption() -> None:
    unanswered, aside = cells(matrix("markdown", "waits"))[6:8]
    assert unanswered[1:] == [
        "☐ no commitment yet answers the cause “Four clerks read all forms”\n· Wanted: Ten clerks read them",
        *"———",
    ]
    assert aside[1:] == [
        "· A cause in other hands: A federal rule asks for two copies\n· Reason: The rule is federal",
        "—", "—", "One copy is enough",
    ]  # fmt: skip


def test_an_activity_is_verified_by_what_it_hands_over_where_nothing_else_is_said() -> None:
    write, printed, missing = cells(matrix("markdown", "waits"))[8:]
    assert write[1:4] == [
        "· To write the form\n· It hands over: The form",
        "no indicator of its own; it moves: Days of waiting",
        "The form https://example.org/form",
    ]
    assert printed[1:4] == ["To print it", "☐ no indicator yet", "Bill"]
    assert missing[1] == "☐ no activity yet"


def test_the_gaps_are_counted_below() -> None:
    note = "Still to be written (☐): 4 in the summaries, 5 in the indicators, 5 in the means of verification, 7 in the assumptions."
    assert note in matrix("markdown", "waits")
    assert note in " ".join(matrix("text", "waits", width=60).split())


def test_a_problem_that_the_plan_leaves_has_no_gaps_and_says_why() -> None:
    made = matrix("text", "noise")
    assert "☐" not in made
    assert "The plan leaves this problem (referred): The city hears it" in made


def test_without_an_objective_the_commitments_say_what_they_are_for() -> None:
    text = "lap: 1\nproblems: {p: {}}\ncommitments: {a: {title: A, problem: p, objective: To mend it}}\n"
    purpose = cells(matrix("markdown", "p", text=text))[2]
    assert purpose[1] == "☐ the objective of the problem is not written yet\n· “A” aims: To mend it"


def test_a_problem_without_anything_is_all_gaps() -> None:
    made = cells(matrix("markdown", "p", text="lap: 1\nproblems: {p: {}}\n"))
    assert [row[0] for row in made[1:]] == ["Goal", "Purpose", "Components", "Activities"]
    assert all(line.startswith("☐ ") for row in made[1:] for cell in row[1:] for line in cell.split("\n"))


# Which matrices


def test_each_problem_has_its_matrix_and_so_have_commitments_without_one() -> None:
    text = PLAN + "  alone: {title: Alone, problem: nowhere}\n"
    made = matrix("markdown", "waits", "noise", text=text)
    assert re.findall(r"^## (.*)", made, re.M) == [
        "Logical framework: People wait ninety days for a permit",
        "Logical framework: Noise",
        "Logical framework of the commitments that take up no problem",
    ]
    assert "Alone" not in matrix("markdown", "waits", text=text)


def test_a_plan_without_problems_has_the_matrix_of_its_commitments() -> None:
    made = cells(matrix("markdown", text="lap: 1\ncommitments: {a: {title: A, activities: {b: {activity: B}}}}\n"))
    assert [row[0] for row in made[1:]] == ["Goal", "Purpose", "Component 1", "Activity 1.1"]
    assert made[2][1] == "☐ no problem yet"


# The formats


def test_csv_has_a_row_for_each_indicator_with_its_parts_in_columns() -> None:
    found = records("waits")
    assert {key: value for key, value in found[1].items() if key not in ("Narrative summary", "Level")} == {
        "Problem": "waits", "Id": "waits", "Indicator": "Days of waiting", "How it is calculated": "sum of days / permits",
        "Unit": "days", "Baseline": "90", "Date of the baseline": "2025-01", "Target": "7",
        "Date of the target": "2026-12-31", "Frequency": "four-monthly", "Means of verification": "Register",
        "Assumptions": "Nobody changes the law",
    }  # fmt: skip
    assert [one["Id"] for one in found] == [
        "waits", "waits", "forms", "forms", "plain", "waits/staff", "waits/law", "forms/write", "forms/print", "plain",
    ]  # fmt: skip
    assert found[3]["Narrative summary"] == found[2]["Narrative summary"] != ""
    assert (found[2]["Target"], found[3]["Target"]) == ("12500", "ready")


def test_hostile_text_runs_nothing_in_a_spreadsheet() -> None:
    found = records("p", text=HOSTILE)
    every = [cell for row in found for cell in row.values()]
    assert not [cell for cell in every if cell.startswith(("=", "+", "-", "@"))]
    assert found[1]["Narrative summary"] == "'=1+1"
    assert found[2]["Unit"] == "'=u"


def test_hostile_text_is_only_text_in_markdown() -> None:
    made = matrix("markdown", "p", text=HOSTILE)
    assert cells(made)[2][1] == "=1+1"
    assert "| i |" in cells(made)[3][2]
    assert "<script>" not in made.replace("\\<script\\>", "")


@pytest.mark.parametrize("width", [40, 60, 99, 100, 101, 200])
def test_hostile_text_keeps_to_the_width_of_a_terminal(width: int) -> None:
    made = matrix("text", "p", text=HOSTILE, width=width)
    assert max(map(width_of, made.splitlines())) <= width
    assert "\x1b" not in made
    assert "\u202e" not in made


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: one.name)
def test_every_example_has_its_matrices(example: Path, language: str) -> None:
    made = load(read_plan(example)).plan
    problems = list(made.problems.values())
    for width in (60, 100, 200):
        text = render(made, problems, "text", Page(width), language)
        assert max(map(width_of, text.splitlines())) <= width
    rows = cells(render(made, problems, "markdown", Page(), language))
    assert {len(row) for row in rows} == {5}
    listed = list(csv.reader(io.StringIO(render(made, problems, "csv", Page(), language), newline="")))
    assert {len(row) for row in listed} == {14}
    assert len(listed) - 1 == len([row for row in rows if row[0] not in ("Level", "Nivel")])


def test_two_hundred_activities_are_all_there() -> None:
    activities = "".join(f"      a{number}: {{activity: To do {number}}}\n" for number in range(200))
    text = (
        f"lap: 1\nproblems: {{p: {{statement: P}}}}\ncommitments:\n  c:\n    problem: p\n    activities:\n{activities}"
    )
    assert matrix("text", "p", text=text, width=60).count("Activity 1.") == 200
    assert records("p", text=text)[-1]["Level"] == "Activity 1.200"


def test_the_matrix_is_read_by_eye() -> None:
    same_as_snapshot("matrix-en-100.txt", matrix("text", "waits", width=100))
    same_as_snapshot("matrix-es-60.txt", matrix("text", "waits", "noise", width=60, language="es"))
