"""`lap tree`: the views and formats, the problems asked for, what it checks, and what it says of odd plans."""

import json
from pathlib import Path

import pytest
from conftest import ROOT, Ran, lap, lap_process, spots
from jsonschema import Draft202012Validator
from test_tree import PLAN

EXAMPLES = [ROOT / "examples" / name for name in ("arroyo-garza-2025.yaml", "sierra-alta-2025", "tlaxcala-2016.yaml")]
ARROYO = EXAMPLES[0]
SCHEMA = json.loads((ROOT / "schemas" / "tree.schema.json").read_text("utf-8"))
TWO = PLAN.replace("commitments:", "  roads: {statement: Roads are closed}\ncommitments:")


@pytest.fixture(name="plan")
def a_plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return written("town.yaml", PLAN)


def written(name: str, text: str) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def shown(*arguments: object, columns: int = 100) -> str:
    ran = lap("tree", *arguments, columns=columns)
    assert (ran.status, ran.err) == (0, "")
    return ran.out


def refused(*arguments: object, lang: str = "en") -> str:
    ran = lap("tree", *arguments, LAP_LANG=lang)
    assert (ran.status, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == 1
    return ran.err


# Problems


def test_without_a_name_all_problems_are_drawn_one_after_the_other() -> None:
    names = ["water-outages", "costly-works", "dark-streets", "highway-crossing"]
    places = [shown(ARROYO).index(f"Problem tree: {name}") for name in names]
    assert places == sorted(places)


def test_problems_asked_for_by_name_are_drawn_once_in_the_order_of_the_plan() -> None:
    out = shown(ARROYO, "--problem", "dark-streets", "--problem", "water-outages", "--problem", "dark-streets")
    assert out.count("Problem tree:") == 2
    assert out.index("water-outages") < out.index("dark-streets")


def test_an_unknown_problem_offers_the_nearest(plan: Path) -> None:
    assert refused(plan, "--problem", "watr") == "lap: The plan has no problem “watr”. Did you mean “water”?\n"
    assert refused(plan, "--problem", "xyz") == "lap: The plan has no problem “xyz”. It has: water.\n"
    assert "¿Quiso decir" in refused(plan, "--problem", "watr", lang="es")


@pytest.mark.parametrize("view", ["", "--both", "--coverage", "--check"])
def test_a_plan_without_problems_says_so_and_what_to_write(plan: Path, view: str) -> None:
    written("town.yaml", "lap: 1\ntitle: Nothing yet\n")
    said = refused(plan, *view.split())
    assert said.startswith("lap: The plan has no problem yet")
    assert "Write an id for it under “problems”, and below that its “statement”" in said


def test_a_plan_without_problems_is_an_empty_list_for_programs(plan: Path) -> None:
    written("town.yaml", "lap: 1\n")
    assert json.loads(shown(plan, "--format", "json"))["problems"] == []
    assert "no problem yet" in refused(plan, "--format", "json", "--problem", "water")


# Views


def test_there_is_one_view_at_a_time(plan: Path) -> None:
    assert (
        refused(plan, "--both", "--coverage")
        == "lap: --both, --coverage cannot be shown at once. Run the command once for each.\n"
    )


def test_the_matrix_is_made_of_the_problems_asked_for() -> None:
    out = shown(ARROYO, "--matrix", "--problem", "dark-streets", "--format", "csv")
    assert "lit-streets" in out
    assert "steady-water" not in out


def test_coverage_shows_first_what_no_commitment_answers(plan: Path) -> None:
    out = shown(plan, "--coverage", columns=200)
    order = [out.index(name) for name in ("(idle-pumps)", "(old-pipe)", "(poor-soil)", "(warming)")]
    assert order[0] == min(order)
    assert "✗ no commitment answers it" in out
    assert "✓ answered by: A new pipe (new-pipe)" in out
    assert "✓ answered through “leaks”, by: A tight main pipe (tight-pipe)" in out
    assert "– set aside with “drought”: The plan cannot make rain" in out
    assert "Root causes: 5. Answered directly: 2; through a cause above: 1; set aside: 1; not answered: 1." in out


@pytest.mark.parametrize("format", ["text", "markdown"])
def test_coverage_of_a_problem_without_causes_says_what_to_ask_next(plan: Path, format: str) -> None:
    written("town.yaml", "lap: 1\nproblems: {p: {statement: Roads are closed}}\n")
    out = shown(plan, "--coverage", "--format", format)
    assert "no causes yet: why does it happen?" in out
    assert "|" not in out


# Formats


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
@pytest.mark.parametrize("lang", ["en", "es"])
def test_every_format_of_every_view_is_written(path: Path, lang: str, tmp_path: Path) -> None:
    for view in ([], ["--objectives"], ["--both"]):
        for format in ("text", "markdown", "json"):
            assert shown(path, *view, "--format", format, "--lang", lang).strip()
        shown(path, *view, "--format", "svg", "--output", tmp_path / "drawings", "--lang", lang)
    for format in ("text", "markdown"):
        assert shown(path, "--coverage", "--format", format, "--lang", lang).strip()
        assert shown(path, "--matrix", "--format", format, "--lang", lang).strip()


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_json_is_what_our_published_schema_says(path: Path) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    report = json.loads(shown(path, "--format", "json"))
    assert [error.message for error in Draft202012Validator(SCHEMA).iter_errors(report)] == []
    assert not Draft202012Validator(SCHEMA).is_valid(report | {"version": 2})


def test_json_tells_each_node_with_both_sentences_and_each_root_cause_with_its_answer(plan: Path) -> None:
    report = json.loads(shown(plan, "--format", "json"))
    assert [error.message for error in Draft202012Validator(SCHEMA).iter_errors(report)] == []
    (problem,) = report["problems"]
    leaks, tanks, drought, rota = problem["causes"]
    assert (leaks["kind"], leaks["means"], leaks["leads_to"], leaks["commitments"]) == (
        "necessary", "The main pipe is tight", ["empty-tanks"], ["tight-pipe"],
    )  # fmt: skip
    assert [one["answered"] for one in leaks["causes"]] == [
        {"how": "direct", "by": "old-pipe"},
        {"how": "above", "by": "leaks"},
    ]
    assert tanks["causes"][0]["answered"] == {"how": "open", "by": None}
    assert drought["set_aside"] == "The plan cannot make rain"
    assert (rota["level"], rota["answered"]["how"]) == (1, "direct")
    assert problem["effects"][0]["effects"][0]["id"] == "tired-pupils"
    assert problem["coverage"] == {"root_causes": 5, "direct": 2, "above": 1, "set_aside": 1, "open": 1}


def test_a_format_that_a_view_does_not_have_is_refused(plan: Path) -> None:
    assert "It takes only: text, markdown, svg, json." in refused(plan, "--format", "csv")
    assert "It takes only: text, markdown, json." in refused(plan, "--coverage", "--format", "svg")
    assert "It takes only: text, markdown, csv." in refused(plan, "--matrix", "--format", "json")


def test_drawings_of_several_problems_need_a_folder_or_a_name(plan: Path) -> None:
    written("town.yaml", TWO)
    assert "the plan has: water, roads. Name one with --problem, or a folder" in refused(plan, "--format", "svg")
    assert "a folder with --output" in refused(plan, "--format", "svg", "--output", "tree.svg")
    shown(plan, "--format", "svg", "--output", "a/new/folder")
    assert sorted(one.name for one in Path("a/new/folder").iterdir()) == ["roads.svg", "water.svg"]
    shown(plan, "--format", "svg", "--output", "tree.svg", "--problem", "roads")
    assert "Roads are closed" in Path("tree.svg").read_text("utf-8")


def test_a_plan_is_never_replaced_by_its_drawing(plan: Path) -> None:
    for more in ([], ["--both"], ["--check"], ["--format", "json"]):
        assert "is a file of the plan" in refused(plan, *more, "--output", plan)
    assert plan.read_text("utf-8") == PLAN


def test_a_folder_that_cannot_be_made_is_told(plan: Path) -> None:
    written("town.yaml", TWO)
    written("taken", "")
    assert "“taken” cannot be written" in refused(plan, "--format", "svg", "--output", "taken")


# Checking


def checked(*arguments: object) -> Ran:
    return lap("tree", *arguments, "--check")


def test_check_reports_only_what_stands_in_the_tree_at_hand(plan: Path) -> None:
    everything = set(spots(lap("lint", plan).out))
    told = set(spots(checked(plan, "--problem", "water").out))
    assert told < everything
    rows = PLAN.splitlines()
    lines = range(rows.index("  water:") + 1, rows.index("commitments:") + 1)
    assert {line for _, line, _, _ in told} <= set(lines)
    assert {code for _, _, _, code in everything if code[0] in "PO" and code != "O106"} == {
        code for _, _, _, code in told if code[0] in "PO"
    }


def test_check_of_all_problems_has_what_the_families_say_of_the_whole_plan(plan: Path) -> None:
    assert "O106" in checked(plan).out
    assert "O106" not in checked(plan, "--problem", "water").out


def test_check_tells_what_else_is_wrong_inside_the_tree(plan: Path) -> None:
    written("town.yaml", PLAN.replace("kind: necessary", "kind: vital").replace("[empty-tanks]", "[no-such-cause]"))
    ran = checked(plan)
    assert ran.status == 1
    assert {"Y208"} < {code for *_, code in spots(ran.out)}
    assert "no-such-cause" in ran.out
    assert "“vital”" in ran.out


def test_check_says_that_there_are_mistakes_elsewhere_and_of_no_problem_to_check(plan: Path) -> None:
    written("town.yaml", PLAN + "status: unheard-of\n")
    assert checked(plan).err.startswith("lap: town.yaml has 1 mistake in other parts")
    written("town.yaml", "lap: 1\nproblems: [water]\n")
    ran = checked(plan)
    assert ran.status == 2
    assert "1 mistake in other parts" in ran.err
    assert "The plan has no problem yet" in ran.err


def test_check_of_a_clean_problem_finds_nothing() -> None:
    ran = checked(ARROYO, "--as-of", "2026-11-30")
    assert (ran.status, spots(ran.out), ran.err) == (0, [], "")


def test_check_keeps_to_settings_and_waivers(plan: Path) -> None:
    assert "O102" in checked(plan).out
    written(".lap.yaml", "ignore: [O102]\n")
    assert "O102" not in checked(plan).out
    written(".lap.yaml", "severity: {O102: error}\n")
    assert checked(plan).status == 1
    waiver = "\n    # lap: ignore O102 because the pupils will tell us\n    effects:"
    written("town.yaml", PLAN.replace("\n    effects:", waiver))
    ran = checked(plan)
    assert ran.status == 0
    assert "O102" not in ran.out
    written(".lap.yaml", "fail-on: advice\n")
    assert checked(plan).status == 1


def test_check_of_a_problem_in_a_file_of_its_own(plan: Path) -> None:
    written("folder/plan.yaml", "lap: 1\nlanguage: en\n")
    written(
        "folder/problems/water.yaml",
        "# notes\nstatement: Water comes twice a week\ncauses: {leaks: {text: It leaks, kind: vital}}\n",
    )
    written("folder/problems/roads.yaml", "statement: Roads are closed in the rain\n")
    files = {Path(file).name for file, *_ in spots(checked("folder", "--problem", "water").out)}
    assert files == {"water.yaml"}


def test_check_writes_the_reports_of_the_other_checks(plan: Path) -> None:
    ran = lap("tree", plan, "--check", "--format", "json", "--output", "report.json")
    report = json.loads(Path("report.json").read_text("utf-8"))
    schema = json.loads((ROOT / "schemas" / "report.schema.json").read_text("utf-8"))
    assert [error.message for error in Draft202012Validator(schema).iter_errors(report)] == []
    assert ran.out == ""
    assert "It takes only: text, plain, json" in refused(plan, "--check", "--format", "svg")


# Odd plans


def deep(levels: int) -> str:
    """A plan whose tree has so many levels."""
    rows = ["lap: 1", "problems:", "  p:", "    causes:"]
    for level in range(levels):
        margin = "    " * level
        rows += [f"{margin}      c{level}:", f"{margin}        text: Reason {level}", f"{margin}        causes:"]
    return "\n".join(rows) + "\n"


def test_a_tree_that_is_deeper_than_a_file_can_hold_is_drawn_that_far_and_names_the_limit(plan: Path) -> None:
    written("town.yaml", deep(60))
    ran = lap("tree", plan, columns=60)
    assert ran.status == 0
    assert "Reason 27" in ran.out
    assert "More than 60 groups stand one inside the other here. What lies beyond that is not shown." in ran.err
    assert all(len(line) <= 60 for line in ran.out.splitlines())


def test_a_tree_as_deep_as_a_file_can_hold_is_drawn_whole(plan: Path) -> None:
    written("town.yaml", deep(28))
    assert "level 28 · c27" in shown(plan, columns=60)


@pytest.mark.parametrize("view", ["", "--both", "--coverage", "--check", "--format json"])
def test_a_tree_of_ten_thousand_nodes_is_told_whole(plan: Path, view: str) -> None:
    rows = ["lap: 1", "problems:", "  p:", "    statement: Roads are closed", "    causes:"]
    for one in range(100):
        rows += [f"      c{one}:", "        text: It rains", "        causes:"]
        rows += [f"          c{one}-{other}: {{text: It rains there, means: It is dry}}" for other in range(99)]
    written("town.yaml", "\n".join(rows) + "\n")
    assert "c99-98" in lap("tree", plan, *view.split()).out


def test_text_that_a_terminal_would_obey_is_shown_and_not_obeyed(plan: Path) -> None:
    odd = "A \\e[31mred\\e[0m \\u202Eturned\\u202C 🚰 [bold]loud[/bold] \\n# heading"
    written(
        "town.yaml",
        f'lap: 1\nproblems: {{p: {{statement: "{odd}", causes: {{c: {{text: "{odd}", set-aside: "{odd}"}}}}}}}}\n',
    )
    for more in ([], ["--both"], ["--coverage"], ["--format", "json"]):
        out = shown(plan, *more)
        assert "\x1b" not in out
        assert "\u202e" not in out
        assert "[bold]loud[/bold]" in out


def test_a_plan_may_come_on_standard_input_and_be_partly_unreadable() -> None:
    ran = lap_process(
        "tree", "-", stdin=PLAN.replace("kind: necessary", "kind: vital").encode(), COLUMNS="80", LAP_LANG="en"
    )
    assert ran.status == 0
    assert "The main pipe leaks" in ran.out
    assert ran.err.startswith("lap: - has 1 mistake")


def test_what_is_no_plan_is_refused(tmp_path: Path) -> None:
    assert "There is no file or folder" in refused(tmp_path / "nowhere.yaml")
    assert "takes a day" in refused(ARROYO, "--as-of", "tomorrow")


def test_a_screen_reader_or_a_pipe_gets_no_colours() -> None:
    assert "\x1b" not in lap_process("tree", ARROYO).out
