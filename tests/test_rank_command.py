"""`lap rank`: its formats, the answers, what it says of odd plans, and that people's words break none of it."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from conftest import ROOT, lap, same_as_snapshot
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from lap.load import load
from lap.paper import Page, paper_of, width_of
from lap.rank import rank_problems, rank_proposals
from lap.response import responses
from lap.show import rank_answers_text, rank_csv, rank_grid, rank_json, rank_markdown, rank_text
from lap.show.rank_words import Writer
from lap.source.files import read_bytes

EXAMPLES = [ROOT / "examples" / name for name in ("arroyo-garza-2025.yaml", "sierra-alta-2025")]
ARROYO, SIERRA = EXAMPLES
SCHEMA = Draft202012Validator(json.loads((ROOT / "schemas" / "rank.schema.json").read_text("utf-8")))
VIABLE = "{legal: yes, financial: yes, technical: yes, human: yes}"
PLAN = f"""
lap: 1
title: Plan of the town
language: en
problems:
  water: {{statement: Pipes leak, urgency: 5, impact: 4, votes: 9, outcome: taken-up, reason: Most votes, causes: {{old: Pipes are old}}}}
  roads: {{statement: Roads are of mud, urgency: 5, impact: 4, votes: 9}}
  noise: Bars are loud
proposals:
  pipes: {{action: Lay new pipes, addresses: [old], sdg: ["6.1"], clear: yes, viable: {VIABLE}, urgency: 5, impact: 4, votes: 8, outcome: selected, commitment: water, reason: Most votes}}
  meters: {{action: Read the meters, addresses: [old], sdg: ["6.1"], clear: yes, viable: {VIABLE}, urgency: 4, impact: 5, votes: 8, outcome: merged, commitment: watr}}
  well: {{action: Drill a well, addresses: [old], sdg: ["6.1"], clear: yes, viable: {{legal: no, financial: yes, technical: yes, note: The aquifer is closed}}, urgency: 5, impact: 5, outcome: discarded}}
  tanks: {{action: Give each house a tank, urgency: 3}}
commitments: {{water: {{title: New pipes}}}}
"""


@pytest.fixture(name="plan")
def a_plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return written(PLAN)


def written(text: str) -> Path:
    path = Path("town.yaml")
    path.write_text(text, encoding="utf-8")
    return path


def shown(*arguments: object, columns: int = 100) -> str:
    ran = lap("rank", *arguments, columns=columns)
    assert (ran.status, ran.err) == (0, "")
    return ran.out


def refused(*arguments: object, lang: str = "en") -> str:
    ran = lap("rank", *arguments, LAP_LANG=lang)
    assert (ran.status, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == 1
    return ran.err


# The ranking in the terminal


@pytest.mark.parametrize("columns", [60, 100, 200])
@pytest.mark.parametrize("language", ["en", "es"])
def test_ranking_as_a_person_reads_it(columns: int, language: str) -> None:
    out = shown(ARROYO if language == "en" else SIERRA, "--lang", language, columns=columns)
    assert max(map(width_of, out.splitlines())) <= columns
    same_as_snapshot(f"rank-{language}-{columns}.txt", out)


def test_the_screening_says_which_answer_is_no_and_which_is_not_given(plan: Path) -> None:
    out = shown(plan, columns=60)
    assert (
        "[3] Drill a well\n  Relates to a cause: ✓ old\n  2030 Agenda: ✓ 6.1\n  Clear and viable: ✗ no: legal\n" in out
    )
    assert "    not said yet: human\n    The aquifer is closed\n" in out
    assert "All three met: 2. Not all answered yet: 1. One or more not\nmet: 1." in out


def test_the_order_prints_its_rule_and_ties_have_one_place(plan: Path) -> None:
    out = shown(plan, columns=60)
    assert "First come those that meet the three requirements" in out
    assert re.findall(r"^ +(\d)\. \[(\d)\]", out, re.M) == [("1", "1"), ("1", "2"), ("3", "3")]


def test_who_has_no_scores_stands_apart_with_what_is_missing(plan: Path) -> None:
    out = shown(plan, columns=60).partition("Without a place, because they are not scored")[2]
    assert "[4] Give each house a tank\n  What is missing: ☐ not written: “impact”\n" in out


def test_what_became_of_it_names_commitments_and_gaps(plan: Path) -> None:
    out = shown(plan, columns=60)
    assert "selected → New pipes\n     Most votes" in out
    assert "merged → watr (not in the plan)" in out
    assert "discarded\n     ☐ no reason yet" in out
    assert "– stands for votes that are not written down" in out


def test_problems_are_ranked_without_a_screening(plan: Path) -> None:
    out = shown(plan, "--problems", columns=60)
    assert re.findall(r"^ +(\d)\. \[(\d)\]", out, re.M) == [("1", "1"), ("1", "2")]
    assert "taken up\n     Most votes" in out
    assert "[3] Bars are loud" in out
    assert "requirement" not in out


def test_the_grid_has_the_most_urgent_above_and_the_greatest_impact_at_the_right(plan: Path) -> None:
    rows = [line for line in shown(plan, columns=60).splitlines() if re.match(r"  [1-5] │", line)]
    cells = [[cell.strip() for cell in row.split("│")[1:]] for row in rows]
    assert [row[:3] for row in rows] == ["  5", "  4", "  3", "  2", "  1"]
    assert cells[0] == ["", "", "", "1", "3"]
    assert cells[1] == ["", "", "", "", "2"]


def test_a_full_cell_says_how_many_more_there_are() -> None:
    many = "".join(f"  p-{number}: {{urgency: 2, impact: 3}}\n" for number in range(1, 2001))
    for width in (40, 60, 100):
        lines = list(rank_grid.lines(writer("lap: 1\nproposals:\n" + many), paper_of(Page(width))))
        numbers = re.findall(r"(\+?)(\d+)", " ".join(line.split("│")[3] for line in lines if line.count("│") == 5))
        listed = [int(number) for more, number in numbers if not more]
        assert listed == list(range(1, len(listed) + 1))
        assert len(listed) + sum(int(number) for more, number in numbers if more) == 2000
        assert max(map(len, lines)) <= width
        assert any("--format" in line for line in lines)


# Other formats


@pytest.mark.parametrize("plan", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("of", ["", "--problems", "--answers"])
def test_json_is_what_its_schema_says(plan: Path, language: str, of: str) -> None:
    made = json.loads(shown(plan, "--format", "json", "--lang", language, *([of] if of else [])))
    SCHEMA.validate(made)
    assert made["of"] == (of[2:] or "proposals")


def test_json_has_ranks_scores_and_the_screening(plan: Path) -> None:
    made = json.loads(shown(plan, "--format", "json"))
    SCHEMA.validate(made)
    assert [(one["place"], one["tied"], one["id"], one["score"]) for one in made["entries"]] == [
        (1, True, "pipes", 20), (1, True, "meters", 20), (3, False, "well", 25), (None, False, "tanks", None),
    ]  # fmt: skip
    assert made["entries"][2]["screening"]["viable"] == {
        "verdict": "no", "clear": "yes", "legal": "no", "financial": "yes", "technical": "yes", "human": None,
        "note": "The aquifer is closed",
    }  # fmt: skip
    assert made["entries"][3]["missing"] == ["impact"]


def test_csv_has_a_row_for_each_in_their_order(plan: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(shown(plan, "--format", "csv"))))
    assert [(one["Place"], one["Id"], one["Urgency × impact"]) for one in rows] == [
        ("1", "pipes", "20"), ("1", "meters", "20"), ("3", "well", "25"), ("", "tanks", ""),
    ]  # fmt: skip
    assert rows[2]["Clear and viable"] == "✗ no: legal; not said yet: human; The aquifer is closed"
    problems = list(csv.DictReader(io.StringIO(shown(plan, "--format", "csv", "--problems", "--lang", "es"))))
    assert [(one["Lugar"], one["Problema"]) for one in problems] == [
        ("1", "Pipes leak"), ("1", "Roads are of mud"), ("", "Bars are loud"),
    ]  # fmt: skip


def test_markdown_has_the_screening_the_grid_and_the_order_as_tables(plan: Path) -> None:
    out = shown(plan, "--format", "markdown")
    assert "| 4 |  |  |  |  | 2 |" in out
    assert "| 1 | \\[2\\] Read the meters | ✓ met | 4 × 5 = 20 | 8 | merged → watr (not in the plan) |" in out
    assert [line for line in out.splitlines() if line.startswith("#")] == [
        "# Proposals: Plan of the town", "## The three requirements", "## Urgency and impact", "## Order",
        "## Without a place, because they are not scored",
    ]  # fmt: skip


def test_output_writes_a_file_and_never_over_the_plan(plan: Path) -> None:
    assert shown(plan, "--answers", "--output", "answers.md") == ""
    assert Path("answers.md").read_text("utf-8") == shown(plan, "--answers")
    assert "town.yaml" in refused(plan, "--output", "town.yaml")
    assert plan.read_text("utf-8") == PLAN


# The answers


@pytest.mark.parametrize(("example", "language"), [(ARROYO, "en"), (SIERRA, "es")])
def test_answers_as_they_are_published(example: Path, language: str) -> None:
    same_as_snapshot(f"rank-answers-{language}.md", shown(example, "--answers", "--lang", language))


def test_every_proposal_has_its_answer(plan: Path) -> None:
    out = shown(plan, "--answers")
    sections = dict(part.split("\n\n", 1) for part in out.split("\n## ")[1:])
    assert sections["Lay new pipes"].startswith(
        "It was selected and is now part of the commitment “New pipes”. The reason: Most votes.\n\n"
        "It meets the three requirements. In the order of the proposals it shares place 1 of 3, with urgency 5, impact 4 and 8 votes."
    )
    assert sections["Read the meters"].startswith(
        "It was merged with others for the commitment “watr”, which is not in the plan. No reason has been written down."
    )
    assert sections["Drill a well"].startswith(
        "☐ It was not taken up. No reason has been given, so this proposal is still without an answer.\n\n"
        "Of what was asked it lacks: viability (legal). Not answered yet: viability (human). "
        "The plan notes on this: The aquifer is closed. "
        "In the order of the proposals it has place 3 of 3, with urgency 5 and impact 5."
    )
    assert sections["Give each house a tank"].startswith(
        "☐ It has not been decided yet, so it is still without an answer.\n\n"
        "Not answered yet: a link to an identified cause; a contribution to the 2030 Agenda; clear wording; "
        "viability (legal, financial, technical, human). "
        "It has no place in the order of the proposals, because it was not scored."
    )
    assert "Proposals: 4. Selected: 1; merged with others: 1; not taken up: 1; not decided yet: 1." in out
    assert "☐ Still without an answer: 2." in out


@pytest.mark.parametrize(
    ("reason", "told"), [("Why not", "Why not."), ("Done!", "Done!"), ("“No.”", "“No.”"), ("a…", "a…")]
)
def test_a_reason_keeps_its_own_end_and_gets_one_where_it_has_none(plan: Path, reason: str, told: str) -> None:
    written(PLAN.replace("commitment: water, reason: Most votes", f"commitment: water, reason: '{reason}'"))
    assert f"The reason: {told}\n" in shown(plan, "--answers")


def test_under_the_chatham_house_rule_the_answers_do_not_tell_who_spoke(plan: Path) -> None:
    rule = (
        "co-creation:\n  - {stage: working-group, title: Water table, rule: chatham-house, participants: {total: 30}}\n"
    )
    text = PLAN.replace("action: Lay", "from: Rosa Luna, action: Lay").replace(
        "action: Read", "from: Water table, action: Read"
    )
    written(text.replace("votes: 8", "votes: 3") + rule)
    for format in ("markdown", "text", "csv", "json"):
        ran = lap("rank", plan, "--answers", "--format", format)
        assert ran.status == 0
        assert "Rosa" not in ran.out
        assert "Water table" in ran.out
        assert "3 votes" not in ran.out
        assert "where 1 proposal came from is left out" in ran.err
        assert "“co-creation”" in ran.err


def test_answers_in_text_and_json_say_the_same(plan: Path) -> None:
    text = " ".join(shown(plan, "--answers", "--format", "text").split())
    for one in json.loads(shown(plan, "--answers", "--format", "json"))["entries"]:
        assert all(sentence in text for sentence in one["answer"])


# What cannot be ranked


def test_a_plan_without_proposals_says_so_and_what_to_write(plan: Path) -> None:
    written("lap: 1\ntitle: T\n")
    for option in ((), ("--answers",), ("--format", "json")):
        said = refused(plan, *option)
        assert said.startswith(
            "lap: The plan has no proposals yet, so there is nothing to rank. Write an id for each under “proposals”"
        )
        assert "“urgency”" in said
    assert refused(plan, "--problems").startswith("lap: The plan has no problems yet")
    assert "“propuestas”" in refused(plan, lang="es")


def test_what_cannot_be_read_is_a_finding_with_a_place_and_the_rest_is_ranked(plan: Path) -> None:
    written(
        PLAN.replace("urgency: 4, impact: 5, votes: 8", "urgency: 9, impact: 5, votes: -8").replace(
            "votes: 9,", "votes: many,"
        )
    )
    ran = lap("rank", plan, columns=60)
    assert ran.status == 0
    assert "town.yaml has 3 mistakes" in ran.err
    assert "[2] Read the meters\n  What is missing: ☐ cannot be read: “urgency”\n" in ran.out
    assert "1. [1] Lay new pipes" in ran.out
    found = lap("validate", plan, "--select", "Y209", "--format", "plain").out
    assert (
        len(re.findall(r"^town\.yaml:\d+:\d+: error Y209: In “Read the meters”, “(?:urgency|votes)” is", found, re.M))
        == 2
    )


def test_answers_are_about_proposals_alone(plan: Path) -> None:
    assert refused(plan, "--answers", "--problems").startswith("lap: --answers, --problems cannot be shown at once.")
    assert "It takes only: text, markdown, csv, json." in refused(plan, "--format", "svg")


@pytest.mark.parametrize("options", [(), ("--answers",), ("--problems",)])
def test_ten_thousand_are_ranked(plan: Path, options: tuple[str, ...]) -> None:
    scores = "urgency: {}, impact: {}, votes: {}"
    lines = (f"  p-{n}: {{{scores.format(n % 5 + 1, n % 4 + 1, n % 7)}}}" for n in range(10_000))
    key = "problems" if options == ("--problems",) else "proposals"
    written(f"lap: 1\n{key}:\n" + "\n".join(lines) + "\n")
    assert len(shown(plan, *options, columns=60)) > 100_000


# People's words

ODD = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=30) | st.sampled_from(
    [
        "=1+1",
        "@SUM(A1)",
        "| a | b",
        "# top\n\n---",
        "<script>",
        "[x](javascript:y)",
        "```",
        "\x1b[31m\x07",
        "\u202eabc",
        "1. one",
        "a" * 900,
    ]
)
QUIET = settings(deadline=None, derandomize=True, database=None, max_examples=60)


def writer(text: str, problems: bool = False) -> Writer:
    loaded = load(read_bytes(text.encode(), "plan.yaml"))
    ranking = (rank_problems if problems else rank_proposals)(loaded.plan, loaded.broken)
    return Writer(ranking, loaded.plan, "en")


def plan_of(text: str) -> str:
    """A plan in which a text stands wherever one may."""
    word = json.dumps(text)
    made = {
        "action": text,
        "reason": text,
        "from": text,
        "sdg": [text],
        "addresses": [text],
        "viable": {"legal": "no", "note": text},
        "commitment": text,
        "outcome": "merged",
    }
    one, two = json.dumps({**made, "urgency": 3, "impact": 3}), json.dumps(made)
    return f"lap: 1\ntitle: {word}\nproposals: {{a: {one}, b: {two}}}\nproblems: {{a: {{statement: {word}, reason: {word}, urgency: 3, impact: 3}}}}\n"


def obeyed(text: str) -> bool:
    """Whether a terminal would obey something in it."""
    return any(
        not letter.isprintable() and letter not in "\n\r\t\u00a0\u2002\u2003\u2007\u2009\u200c\u200d\u202f\u3000"
        for letter in text
    )


@QUIET
@given(ODD, st.sampled_from([40, 60, 100, 200]))
def test_odd_words_break_no_text_and_no_table(text: str, width: int) -> None:
    for problems in (False, True):
        made = writer(plan_of(text), problems)
        out = rank_text.render(made, Page(width))
        assert not obeyed(out)
        assert all(width_of(line) <= width for line in out.splitlines())
        page = rank_markdown.render(made)
        assert "<script>" not in page.replace("\\<script\\>", "")
        rows = [line for line in page.splitlines() if line.startswith("|")]
        assert all(re.sub(r"\\.", "", line).count("|") in (7, 5, 6) for line in rows)


@QUIET
@given(ODD)
def test_odd_words_are_neither_formulas_nor_new_rows_of_a_sheet(text: str) -> None:
    made = writer(plan_of(text))
    answers = list(responses(made.ranking, made.plan, "en"))
    for sheet in (rank_csv.render(made), rank_answers_text.as_sheet(answers, made)):
        rows = list(csv.reader(io.StringIO(sheet, newline="")))
        assert len(rows) == 3
        assert len(set(map(len, rows))) == 1
        assert not any(re.match(r"[=@\t\r]|[+-](?!\d)", cell) for row in rows for cell in row)
        assert not obeyed(sheet)


@QUIET
@given(ODD)
def test_odd_words_make_json_that_its_schema_allows_and_answers_of_known_lines(text: str) -> None:
    made = writer(plan_of(text))
    answers = list(responses(made.ranking, made.plan, "en"))
    for shape in (rank_json.ranking(made.ranking, made.plan, "en"), rank_json.answers(answers, made)):
        SCHEMA.validate(json.loads(shape))
        assert not obeyed(shape)
    page = rank_answers_text.as_markdown(answers, made)
    heads = [line for line in page.splitlines() if line.startswith("#")]
    assert len(heads) == (4 if answers[0].group.strip() else 3)
    assert "<script>" not in page.replace("\\<script\\>", "")
    assert not obeyed(page)
