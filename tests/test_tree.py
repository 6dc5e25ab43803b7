"""Trees: who answers what, where nodes stand in a drawing, and what is said at them, however odd the plan is."""

from itertools import pairwise

import pytest
from conftest import ROOT, same_as_snapshot
from hypothesis import given
from hypothesis import strategies as st

from lap.load import load
from lap.model.plan import Plan
from lap.model.problem import Problem
from lap.paper import Page, width_of
from lap.show.tree_rows import downwards, upwards
from lap.show.tree_text import render
from lap.source.files import read_bytes, read_plan
from lap.tree import Branch, Side, Tree, branches, counted, coverage, tree_of

PLAN = """
lap: 1
language: en
problems:
  water:
    statement: Water comes on two days a week
    objective: Water comes every day
    effects:
      buckets:
        text: Families fill buckets at night
        end: Families sleep through the night
        effects: {tired-pupils: {text: Pupils fall asleep in class}}
    causes:
      leaks:
        text: The main pipe leaks
        kind: necessary
        means: The main pipe is tight
        leads-to: [empty-tanks]
        causes:
          old-pipe: {text: The pipe is from 1961, kind: sufficient, means: The pipe is new}
          poor-soil: {text: The soil moves, set-aside: Nobody can hold the soil}
      empty-tanks:
        text: The tanks are half empty
        causes: {idle-pumps: {text: Two pumps stand still}}
      drought:
        text: It rains less each year
        kind: contributing
        set-aside: The plan cannot make rain
        causes: {warming: {text: The region warms up}}
      rota: {text: Only the operators know the rota, kind: contributing, means: Everyone knows the rota}
commitments:
  tight-pipe: {title: A tight main pipe, problem: water, addresses: [leaks, buckets]}
  new-pipe: {title: A new pipe, problem: water, addresses: old-pipe}
  known-rota: {title: A rota at every door, addresses: rota}
"""
HOSTILE = st.text(st.sampled_from("ab .]|`*_<&\"'\\%{}[\u202e\u200f\u0301\x1b\r\n\t\u2028🚰家")) | st.text(max_size=30)
WIDTHS = st.sampled_from([40, 60, 95, 96, 200])
VIEWS = ("problem", "objectives", "both")
DEEP = 60


def plan(text: str = PLAN) -> Plan:
    return load(read_bytes(text.encode(), "plan.yaml")).plan


def tree(text: str = PLAN) -> Tree:
    of = plan(text)
    return tree_of(next(iter(of.problems.values())), of)


def by_id(of: Tree) -> dict[str, Branch]:
    return {one.id: one for one in branches(of)}


def drawn(of: Tree, view: str = "problem", width: int = 80, language: str = "en") -> str:
    return render([of], view, language, Page(width))


def grown(side: Side, parents: list[int], texts: list[str]) -> tuple[Branch, ...]:
    """The branches of one side: node i hangs on node `parents[i] % i`, or on the problem where that is i itself."""
    below: dict[int | None, list[int]] = {}
    for number, parent in enumerate(parents):
        place = parent % (number + 1)
        below.setdefault(place if place < number else None, []).append(number)

    def branch(number: int, depth: int) -> Branch:
        hanging = tuple(branch(one, depth + 1) for one in below.get(number, []))
        text = texts[number % len(texts)]
        aside = text if number % 3 == 0 and side == "causes" else ""
        return Branch(f"{side[0]}{number}", side, depth, text, text[::-1], set_aside=aside, branches=hanging)

    return tuple(branch(one, 1) for one in below.get(None, []))


PARENTS = st.lists(st.integers(0, 10_000), max_size=25)
TEXTS = st.lists(HOSTILE, min_size=1, max_size=6)
SIDES = st.sampled_from(["effects", "causes"])


@st.composite
def trees(draw: st.DrawFn) -> Tree:
    """Trees of any shape with any texts."""
    texts = draw(TEXTS)
    problem = Problem.model_construct(id="p", statement=texts[0], objective=texts[-1], outcome=None, reason="")
    return Tree(problem, grown("effects", draw(PARENTS), texts), grown("causes", draw(PARENTS), texts), ())


def chain(levels: int, side: Side = "causes") -> Tree:
    """A tree in which each node has just one below it."""
    branch = grown(side, [0, *range(levels - 1)], ["why it is so"])
    problem = Problem.model_construct(id="p", statement="It is so", objective="", outcome=None, reason="")
    return Tree(problem, branch if side == "effects" else (), branch if side == "causes" else (), ())


# Who answers what


def test_a_cause_knows_the_commitments_that_address_it_and_those_that_address_a_cause_above_it() -> None:
    nodes = by_id(tree())
    assert [one.id for one in nodes["leaks"].promised] == ["tight-pipe"]
    assert [one.id for one in nodes["poor-soil"].inherited] == ["tight-pipe"]
    assert [one.id for one in nodes["old-pipe"].promised] == ["new-pipe"]
    assert nodes["buckets"].promised
    assert nodes["rota"].inherited == ()


def test_both_sentences_of_a_node_stand_at_it() -> None:
    nodes = by_id(tree())
    assert (nodes["rota"].text, nodes["rota"].counterpart) == (
        "Only the operators know the rota",
        "Everyone knows the rota",
    )
    assert (nodes["buckets"].counterpart, nodes["tired-pupils"].counterpart) == ("Families sleep through the night", "")


def test_coverage_tells_of_each_root_cause_what_answers_it_and_at_which_cause() -> None:
    found = {one.branch.id: (one.how, one.by.id if one.by else None) for one in coverage(tree())}
    assert found == {
        "old-pipe": ("promised", "old-pipe"),
        "poor-soil": ("inherited", "leaks"),
        "idle-pumps": ("open", None),
        "warming": ("set-aside", "drought"),
        "rota": ("promised", "rota"),
    }


def test_a_commitment_that_names_no_problem_answers_the_causes_that_it_names() -> None:
    of = tree(PLAN + "  pumps: {title: Five pumps, addresses: idle-pumps}\n")
    assert [one.id for one in by_id(of)["idle-pumps"].promised] == ["pumps"]
    assert "pumps" not in [one.id for one in of.promised]


def test_a_commitment_of_another_problem_does_not() -> None:
    of = tree(PLAN + "  pumps: {title: Five pumps, problem: roads, addresses: idle-pumps}\n")
    assert by_id(of)["idle-pumps"].promised == ()


@given(trees())
def test_every_node_is_a_branch_once_and_every_root_cause_is_answered_in_one_way(of: Tree) -> None:
    names = [one.id for one in branches(of)]
    assert len(names) == len(set(names))
    found = coverage(of)
    assert [one.branch.id for one in found] == [one.id for one in branches(of) if one.is_root]
    assert sum(counted(found).values()) == len(found)
    assert all((one.by is None) == (one.how == "open") for one in found)


# Where nodes stand


@given(SIDES, PARENTS, st.integers(1, 6))
def test_each_node_is_drawn_once_beyond_what_it_hangs_on_and_in_the_order_of_the_file(
    side: Side, parents: list[int], deepest: int
) -> None:
    found = grown(side, parents, ["x"])
    rows = downwards(found, deepest) if side == "causes" else upwards(found, deepest)
    places = {row.branch.id: number for number, row in enumerate(rows)}
    assert len(rows) == len(places) == len(parents)
    for row in rows:
        siblings = [places[one.id] for one in row.branch.branches]
        assert siblings == sorted(siblings)
        assert all((place > places[row.branch.id]) == (side == "causes") for place in siblings)


@given(SIDES, PARENTS, st.integers(1, 6))
def test_lines_meet_nothing_but_lines(side: Side, parents: list[int], deepest: int) -> None:
    found = grown(side, parents, ["x"])
    rows = downwards(found, deepest) if side == "causes" else upwards(found, deepest)
    lines = [line for row in rows for line in (row.first, row.rest)]
    lines = lines if side == "causes" else lines[::-1]
    for nearer, further in pairwise(lines):
        for column, sign in enumerate(further):
            if sign in "│├└┌":
                assert len(nearer) <= column or nearer[column] in "│├"


@given(PARENTS, st.integers(1, 6))
def test_what_is_deeper_than_the_indentation_is_marked_and_indented_no_further(
    parents: list[int], deepest: int
) -> None:
    for row in downwards(grown("causes", parents, ["x"]), deepest):
        assert row.flat == (row.branch.depth > deepest)
        assert len(row.first) == len(row.rest) == 3 * min(row.branch.depth, deepest + 1)


# What is drawn


@given(trees(), st.sampled_from(VIEWS), WIDTHS, st.sampled_from(["en", "es"]))
def test_no_line_is_wider_than_the_page_and_nothing_in_it_is_obeyed(
    of: Tree, view: str, width: int, language: str
) -> None:
    for line in drawn(of, view, width, language).splitlines():
        assert width_of(line) <= width
        assert all(sign.isprintable() or sign in "\u200c\u200d" for sign in line)


@given(trees(), st.sampled_from(VIEWS), WIDTHS)
def test_every_node_is_drawn_with_its_id(of: Tree, view: str, width: int) -> None:
    words = drawn(of, view, width).split()
    assert all(words.count(one.id) == 1 for one in branches(of))


def lines_with(text: str, *parts: str) -> list[int]:
    """The first line that each part stands on."""
    return [next(number for number, line in enumerate(text.splitlines()) if part in line) for part in parts]


def test_effects_stand_above_the_problem_the_deepest_topmost_and_causes_below() -> None:
    places = lines_with(
        drawn(tree()), "Pupils fall", "Families fill", "Central problem", "The main pipe leaks", "The pipe is from"
    )
    assert places == sorted(places)


def test_a_cause_shows_its_kind_what_it_leads_to_and_what_the_plan_does() -> None:
    shown = drawn(tree())
    for words in (
        "leaks · necessary", "old-pipe · sufficient", "rota · contributing", "→ leads to: empty-tanks",
        "✓ answered by: tight-pipe", "✓ answered by: new-pipe", "– set aside: Nobody can hold the soil",
        "✓ taken up by: A tight main pipe (tight-pipe)",
    ):  # fmt: skip
        assert words in shown


def test_what_is_missing_is_a_gap_to_fill_in_and_is_counted() -> None:
    shown = drawn(tree(), "both")
    assert shown.count("☐ no means yet: what would be true once this cause is gone?") == 5
    assert shown.count("☐ no end yet: what do people have once this effect is gone?") == 1
    assert shown.count("☐ kind not said yet") == 4
    assert shown.count("☐ no commitment answers it yet") == 1
    assert "☐ 11 things to fill in" in shown
    assert "no means yet" not in drawn(tree(), "problem")


def test_the_tree_of_objectives_names_the_cause_whose_means_is_missing() -> None:
    place, below = lines_with(drawn(tree(), "objectives"), "no means yet", "this cause: The soil moves")
    assert below == place + 1
    assert "The pipe is new" in drawn(tree(), "objectives")
    assert "The pipe is from" not in drawn(tree(), "objectives")


@pytest.mark.parametrize("width", [96, 130, 200])
def test_where_there_is_room_each_node_faces_its_counterpart(width: int) -> None:
    shown = drawn(tree(), "both", width).splitlines()
    for left, right in (
        ("Families fill buckets", "Families sleep"),
        ("The pipe is from", "The pipe is new"),
        ("Water comes on", "Water comes every"),
    ):
        (line,) = [line for line in shown if left in line]
        assert right in line


@pytest.mark.parametrize("width", [40, 60, 95])
def test_on_a_narrow_page_each_node_has_its_counterpart_below_it(width: int) -> None:
    shown = drawn(tree(), "both", width)
    place, below = lines_with(shown, "The pipe is from", "means: The pipe is new")
    assert place < below <= place + 2
    assert max(map(width_of, shown.splitlines())) <= width


def test_a_problem_with_nothing_below_it_is_drawn_and_says_what_to_ask_next() -> None:
    shown = drawn(tree("lap: 1\nproblems: {p: {statement: Water is scarce}}\n"), width=120)
    assert "Central problem: Water is scarce" in shown
    assert (
        "☐ no causes yet: why does it happen? Write each answer under “causes”, and ask of each answer why again."
        in shown
    )
    assert "☐ no effects yet" in shown
    assert "☐ no commitment takes it up yet" in shown


def test_keys_are_named_in_the_words_of_the_plan_and_all_else_in_the_readers() -> None:
    of = tree("lap: 1\nproblems: {p: {statement: Water is scarce}}\n")
    assert "falta" in (shown := render([of], "problem", "es", Page(120), "en"))
    assert "en “causes”" in shown


def test_of_a_problem_that_the_plan_leaves_nothing_more_is_asked() -> None:
    shown = drawn(
        tree("lap: 1\nproblems: {p: {statement: X, outcome: referred, reason: Theirs, causes: {c: {text: Y}}}}\n")
    )
    assert "– referred: Theirs" in shown
    assert "☐" not in shown


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("side", ["effects", "causes"])
@pytest.mark.parametrize("width", [60, 200])
def test_sixty_levels_leave_room_for_the_words_and_tell_how_deep_they_are(view: str, side: Side, width: int) -> None:
    shown = drawn(chain(DEEP, side), view, width)
    assert f"level {DEEP}" in shown
    assert "the number tells the level" in shown.replace("\n", " ")
    assert max(line.index("level") for line in shown.splitlines() if "level" in line) <= width / 2


def test_a_very_long_text_is_shortened_and_says_by_how_much() -> None:
    of = tree(f"lap: 1\nproblems: {{p: {{statement: {'word ' * 4000}, causes: {{c: {{text: {'x' * 20_000}}}}}}}}}\n")
    shown = " ".join(drawn(of).split())
    assert "(19600 more characters)" in shown
    assert len(shown) < 2000


@pytest.mark.parametrize("name", ["arroyo-garza-2025.yaml", "sierra-alta-2025"])
@pytest.mark.parametrize("width", [60, 100, 200])
def test_the_trees_of_an_example_read_well(name: str, width: int) -> None:
    loaded = load(read_plan(ROOT / "examples" / name))
    found = [tree_of(one, loaded.plan) for one in loaded.plan.problems.values()][:2]
    views = "problem" if width == 100 else "both"
    same_as_snapshot(f"tree-{loaded.language}-{width}.txt", render(found, views, loaded.language, Page(width)))
