"""Trees for Markdown: what a real reader of Markdown makes of them, and that diagrams keep to what Mermaid takes."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from conftest import same_as_snapshot
from hostile import HOSTILE
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from trees import bush, cause, chain, effect, examples, tree

from lap.show.escape import markdown, mermaid, one_line
from lap.show.tree_markdown import render
from lap.show.tree_mermaid import MOST_ARROWS, MOST_CHARACTERS
from lap.tree import Tree, branches

READER = MarkdownIt("gfm-like", {"maxNesting": 200})
READER.validateLink = lambda address: True  # type: ignore[method-assign]
GRAIN = tree(
    "Water comes on two days a week",
    [
        cause("leaks", "The main pipe leaks", cause("old", "The pipe is from 1961", kind="sufficient"), kind="necessary", means="It holds"),
        cause("rain", "It rains less", kind="contributing", set_aside="No plan makes rain", leads_to=["leaks"]),
        cause("rota", "Only the operators know the rota"),
    ],
    [effect("buckets", "Families fill buckets at night", effect("tired", "Pupils sleep in class"), end="Families sleep")],
    {"id": "pipe", "title": "A tight main pipe", "addresses": ["leaks"]},
)  # fmt: skip


def read(text: str) -> SyntaxTreeNode:
    return SyntaxTreeNode(READER.parse(text))


def items(node: SyntaxTreeNode, depth: int = 0) -> Iterator[tuple[int, str]]:
    """The items of all lists with their depth, as words; a line break stays one."""
    for child in node.children:
        if child.type == "list_item":
            yield depth, words(child.children[0])
            yield from items(child, depth + 1)
        elif child.type in ("bullet_list", "root"):
            yield from items(child, depth)


def words(node: SyntaxTreeNode) -> str:
    if node.type in ("hardbreak", "softbreak"):
        return "\n"
    return node.content if node.type in ("text", "code_inline") else "".join(words(child) for child in node.children)


def kinds(node: SyntaxTreeNode) -> set[str]:
    return {node.type} | {kind for child in node.children for kind in kinds(child)}


@pytest.mark.parametrize("text", HOSTILE)
def test_words_come_back_as_they_are_wherever_they_stand(text: str) -> None:
    shown, escaped = one_line(text), markdown(text)
    for frame in ("{}", "# {}", "- {}", "1. {}", "> {}", "**x:** {}", "x {} (`y`)\\\nz"):
        node = read(frame.format(escaped))
        assert shown in words(node)
        assert kinds(node) <= {
            "root", "paragraph", "inline", "text", "heading", "bullet_list", "ordered_list", "list_item", "blockquote", "strong",
            "code_inline", "hardbreak", "softbreak",
        }  # fmt: skip


@given(text=st.text())
def test_any_words_come_back_as_they_are(text: str) -> None:
    node = read(f"- **x:** {markdown(text)}\\\n  y")
    assert list(items(node)) == [(0, f"x: {one_line(text)}\ny")]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_stay_in_their_place_of_the_list(text: str) -> None:
    hostile = tree(text, [cause("a", text, cause("b", text)), cause("c", "C", set_aside=text)], [effect("d", text)])
    found = [(depth, said.splitlines()[0]) for depth, said in items(read(render([hostile], "problem", "en")))]
    shown = one_line(text)
    assert found == [
        (0, f"Effect: {shown} (d)"), (0, f"Central problem: {shown} (p)"),
        (1, f"Cause: {shown} (a)"), (2, f"Cause: {shown} (b)"), (1, "Cause: C (c)"),
    ]  # fmt: skip


def test_the_list_says_in_words_what_the_drawing_shows() -> None:
    assert list(items(read(render([GRAIN], "problem", "en")))) == [
        (0, "Effect: Families fill buckets at night (buckets)"),
        (1, "Effect: Pupils sleep in class (tired)"),
        (0, "Central problem: Water comes on two days a week (p)\ntaken up by: A tight main pipe (pipe)"),
        (1, "Necessary cause: The main pipe leaks (leaks)\nanswered by: pipe"),
        (2, "Sufficient cause: The pipe is from 1961 (old)"),
        (1, "Contributing cause: It rains less (rain)\nleads to: leaks\nset aside: No plan makes rain"),
        (
            1,
            "Cause: Only the operators know the rota (rota)\n☐ kind not said yet: necessary, sufficient or contributing?"
            "\n☐ no commitment answers it yet",
        ),
    ]


def test_in_the_list_of_both_trees_every_node_stands_with_its_counterpart() -> None:
    text = render([GRAIN], "both", "en")
    found = dict(said.split("\n")[:2] for _, said in items(read(text)))
    assert found["Necessary cause: The main pipe leaks (leaks)"] == "Means: It holds"
    assert found["Effect: Families fill buckets at night (buckets)"] == "End: Families sleep"
    assert found["Contributing cause: It rains less (rain)"].startswith("Means: ☐ no means yet")
    assert text.count("```mermaid") == 2


def test_each_problem_has_its_heading_under_one_for_all() -> None:
    node = read(render([GRAIN, bush(1, 0)], "problem", "en"))
    headings = [(child.tag, words(child)) for child in node.children if child.type == "heading"]
    assert headings == [
        ("h1", "Problem trees"), ("h2", "Water comes on two days a week"), ("h3", "The same tree as a list"),
        ("h2", "Many things come together"), ("h3", "The same tree as a list"),
    ]  # fmt: skip


def test_gaps_are_counted_and_a_side_that_is_empty_is_told_once() -> None:
    text = render([tree("S", [])], "both", "en")
    said = [line for _, item in items(read(text)) for line in item.splitlines() if "☐" in line]
    assert [one.partition(":")[0] for one in said] == [
        "Effect",
        "Objective",
        "☐ no commitment takes it up yet",
        "Cause",
    ]
    assert text.endswith("☐ 4 things to fill in\n")


def diagram(tree: Tree, view: str = "problem") -> str:
    return render([tree], view, "en").partition("```mermaid\n")[2].partition("```")[0]


def test_kinds_and_what_is_set_aside_differ_by_shape_and_border() -> None:
    drawn = diagram(GRAIN)
    assert re.findall(r"n\d+(\W+)\".*\"\W+:::(\w+)", drawn) == [
        ("(", "effect"), ("(", "effect"), ("{{", "centre"), ("[", "necessary"), ("[[", "sufficient"), ("[", "aside"),
        ("[", "cause"), ("([", "commitment"),
    ]  # fmt: skip
    borders = dict(re.findall(r"classDef (\w+) (.*)", drawn))
    looks = {re.sub(r"#\w+", "", borders[name]) for name in ("necessary", "cause", "aside")}
    assert len(looks) == 3


def test_arrows_lead_from_causes_to_the_problem_and_on_to_its_effects() -> None:
    names = dict(re.findall(r"(n\d+)\W+\"(?:[^<]*<br/>){2}#40;(\w+)#41;", diagram(GRAIN)))
    arrows = [(names[a], sign, names[b]) for a, sign, b in re.findall(r"(n\d+) (-\S+) (n\d+)", diagram(GRAIN))]
    assert arrows == [
        ("p", "-->", "buckets"), ("buckets", "-->", "tired"), ("leaks", "-->", "p"), ("rain", "-->", "p"), ("rota", "-->", "p"),
        ("old", "-->", "leaks"), ("rain", "-.->", "leaks"), ("pipe", "--o", "leaks"),
    ]  # fmt: skip


def test_a_commitment_that_addresses_nothing_of_the_tree_stands_at_the_problem() -> None:
    drawn = diagram(tree("S", [cause("a", "A")], [], {"id": "x", "title": "X", "addresses": ["elsewhere"]}))
    assert "n4([" in drawn
    assert "n4 --o n2" in drawn


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_in_a_label_means_something_to_mermaid(text: str) -> None:
    assert re.fullmatch(r"(?:[^\W_]|[ ,:%]|#\d+;)*", mermaid(text))
    assert "%%" not in mermaid(text)
    assert not re.search(r"direction [TBRL]", mermaid(text))


@settings(deadline=None, max_examples=40)
@given(
    columns=st.integers(1, 40), each=st.integers(0, 20), text=st.sampled_from(["{n}", "“{n}” " * 30, "{n} 😀" * 50, "x" * 300]),
    view=st.sampled_from(["problem", "objectives", "both"]),
)  # fmt: skip
def test_no_diagram_goes_beyond_what_mermaid_draws(columns: int, each: int, text: str, view: str) -> None:
    grown = bush(columns, each, text)
    written = render([grown], view, "en")
    for block in written.split("```mermaid\n")[1:]:
        drawn = block.partition("```")[0]
        assert len(re.findall(r" (?:-->|--o|-\.->|\.-) ", drawn)) <= MOST_ARROWS
        assert len(drawn.encode("utf-16-le")) // 2 <= MOST_CHARACTERS
        whole = drawn.count("(c") == 0 and drawn.count("#40;c") == columns * (each + 1)
        assert whole or "The diagram shows" in written
    assert written.count("```mermaid\n") + written.count("so none is drawn") == (2 if view == "both" else 1)


def test_where_the_commitments_do_not_fit_the_diagram_is_drawn_without_them() -> None:
    grown = bush(490, 0, "{n}").problem
    crowded = tree(
        "S", list(grown.causes.values()), [], {"id": "x", "title": "X", "addresses": [f"c{n}" for n in range(490)]}
    )
    written = render([crowded], "problem", "en")
    assert "The commitments did not fit into the diagram; the list below has them." in written
    assert written.count("answered by: x") == 490


def test_a_tree_that_is_too_large_is_cut_by_whole_levels_and_says_so() -> None:
    written = render([bush(30, 32, "{n}")], "problem", "en")
    assert (
        "The diagram shows 32 of 992 boxes, down to level 1 and without the commitments, because it can hold no more"
        in written
    )
    assert sum(1 for _ in items(read(written))) == 992


def test_a_tree_too_wide_for_any_diagram_is_a_list_only() -> None:
    written = render([bush(600, 0)], "problem", "en")
    assert "```" not in written
    assert "The tree has 602 boxes." in written
    assert sum(1 for _ in items(read(written))) == 602


def test_sixty_levels_are_drawn_and_listed() -> None:
    written = render([chain(60)], "problem", "en")
    assert "```mermaid" in written
    assert max(depth for depth, _ in items(read(written))) == 60


def test_long_texts_are_shortened_in_the_diagram_and_whole_in_the_list() -> None:
    text = "palabra " * 100
    written = render([tree("S", [cause("a", text)])], "problem", "en")
    assert "Long texts are shortened in the diagram; the list below has them whole." in written
    assert any(one_line(text) in said for _, said in items(read(written)))
    assert len(diagram(tree("S", [cause("a", text)]))) < 2000


def test_every_branch_of_the_examples_is_in_the_list() -> None:
    for example, language in examples():
        found = "\n".join(said for _, said in items(read(render([example], "both", language))))
        for branch in branches(example):
            assert one_line(branch.text) in found
            assert one_line(branch.counterpart) in found


@pytest.mark.parametrize("language", ["en", "es"])
def test_what_is_written_reads_as_it_should(language: str) -> None:
    by_language: dict[str, Any] = {}
    for example, words in examples():
        by_language.setdefault(words, example)
    same_as_snapshot(f"tree-{language}.md", render([by_language[language], GRAIN], "both", language))
