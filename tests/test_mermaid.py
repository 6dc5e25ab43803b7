"""The diagrams that we write, drawn by the real Mermaid in a real browser: every word comes back, and nothing breaks."""

from collections.abc import Callable
from typing import Any

import pytest
from browser import missing
from hostile import HOSTILE
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from trees import bush, cause, chain, effect, examples, tree

from lap.language.speech import said
from lap.show.escape import one_line
from lap.show.tree_boxes import Measured, boxes
from lap.show.tree_markdown import render
from lap.show.tree_mermaid import MOST_ARROWS, MOST_CHARACTERS, diagram
from lap.tree import Tree, branches

pytest_plugins = ["browser"]
Draw = Callable[[str], Any]
TAGS = (
    "Central problem",
    "Objective",
    "Effect",
    "Cause",
    "End",
    "Means",
    "Necessary cause",
    "Sufficient cause",
    "Contributing cause",
)


def diagrams(markdown: str) -> list[str]:
    """The Mermaid blocks of a Markdown text."""
    return [part.partition("\n```")[0] for part in markdown.split("```mermaid\n")[1:]]


def labels(page: Any) -> list[list[str]]:
    """The lines of every box of the drawing on a page."""
    shown = page.evaluate(
        "[...document.querySelectorAll('.node .nodeLabel p')].map(one => one.innerHTML.split(/<br ?\\/?>/))"
    )
    unescape = "lines => lines.map(line => new DOMParser().parseFromString(line, 'text/html').body.textContent)"
    return [[line.replace("$\u2060$", "$$") for line in page.evaluate(unescape, lines)] for lines in shown]


def told(tree: Tree, view: str, language: str) -> set[str]:
    """What has to stand in the boxes of a tree, word for word; the plan's own data, and our names for kinds."""
    found = {one_line(tree.problem.statement if view == "problem" else tree.problem.objective), f"({tree.problem.id})"}
    for branch in branches(tree):
        found |= {one_line(branch.text if view == "problem" else branch.counterpart), f"({branch.id})"}
        found |= {line for one in branch.promised for line in (one_line(one.title), f"({one.id})")}
    found -= {""}
    return found | ({said("Effect", language)} if view == "problem" else {said("Means", language)})


@pytest.mark.parametrize("view", ["problem", "objectives"])
def test_every_word_of_the_examples_is_drawn(mermaid: Draw, view: str) -> None:
    for example, language in examples():
        (written,) = diagrams(render([example], view, language))
        drawn = [line for label in labels(mermaid(written)) for line in label]
        assert told(example, view, language) - set(drawn) == set()


def test_both_trees_are_drawn(mermaid: Draw) -> None:
    example, language = next(examples())
    written = diagrams(render([example], "both", language))
    assert [len(labels(mermaid(one))) for one in written] == [11, 11]


def test_hostile_words_come_back_as_they_are(mermaid: Draw) -> None:
    grown = [cause(f"c{number}", text, means=text) for number, text in enumerate(HOSTILE)]
    hostile = tree(HOSTILE[0], grown, [effect("e", HOSTILE[1])], {"id": "x", "title": HOSTILE[2], "addresses": ["c1"]})
    for made in boxes(Measured(hostile, "en", "en", 400), "both"):
        page = mermaid(diagram(made, HOSTILE[6], HOSTILE[7], "en").text)
        drawn = {line for label in labels(page) for line in label}
        assert {one_line(text) for text in HOSTILE if len(one_line(text)) <= 400} - drawn == set()
        assert page.evaluate("[window.broken, document.querySelectorAll('main img, main script, main a').length]") == [
            None,
            0,
        ]


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(st.text(min_size=1, max_size=40), min_size=20, max_size=20))
def test_any_words_come_back_as_they_are(mermaid: Draw, texts: list[str]) -> None:
    texts = [text for text in texts if one_line(text)]
    page = mermaid(
        diagrams(render([tree("A problem", [cause(f"c{n}", text) for n, text in enumerate(texts)])], "problem", "en"))[
            0
        ]
    )
    assert {one_line(text) for text in texts} - {line for label in labels(page) for line in label} == set()


def test_a_name_and_a_description_are_there_for_those_who_do_not_see_it(mermaid: Draw) -> None:
    page = mermaid(diagrams(render([tree(HOSTILE[0], [cause("a", "A")])], "problem", "en"))[0])
    title, description = page.evaluate(
        "[...document.querySelectorAll('main title, main desc')].map(one => one.textContent)"
    )
    assert title == "Problem tree: <script>alert(1)</script>"
    assert description.startswith("Effects above (0), the problem in the middle, causes below (1).")


LARGEST = {
    "as many arrows as may be": (bush(499, 0, "{n}"), 500),
    "two levels": (bush(20, 23, "{n}"), 481),
    "sixty levels": (chain(60), 120),
    "as many characters as may be": (bush(13, 13, "{n} " + "words that take up room " * 7), 183),
}


@pytest.mark.parametrize("name", LARGEST)
def test_the_largest_diagrams_that_we_write_are_drawn(mermaid: Draw, name: str) -> None:
    grown, arrows = LARGEST[name]
    (written,) = diagrams(render([grown], "problem", "en"))
    assert written.count(" --> ") == arrows
    assert len(labels(mermaid(written))) == arrows + 1
    assert arrows == MOST_ARROWS or name != "as many arrows as may be"
    assert len(written) > 0.9 * MOST_CHARACTERS or name != "as many characters as may be"


def test_mermaid_draws_no_more_than_we_say(mermaid: Draw) -> None:
    lines = ["flowchart BT", *(f"n{number} --> n0" for number in range(1, MOST_ARROWS + 2))]
    with pytest.raises(Exception, match=r"Too many edges|exceed"):
        mermaid("\n".join(lines))
    page = mermaid("flowchart BT\n" + f'n1["{"x" * MOST_CHARACTERS}"]')
    assert "Maximum text size" in page.inner_text("main")


def test_a_browser_that_is_missing_is_told_and_in_ci_it_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.delenv("LAP_BROWSER", raising=False)
    with pytest.raises(pytest.skip.Exception, match="needs Chromium"):
        missing("needs Chromium")
    for name, value in (("CI", "true"), ("LAP_BROWSER", "required")):
        with monkeypatch.context() as patch:
            patch.setenv(name, value)
            with pytest.raises(pytest.fail.Exception, match="needs Chromium"):
                missing("needs Chromium")


def test_a_circle_of_links_does_not_turn_the_tree_upside_down(mermaid: Draw) -> None:
    grown = tree("S", [cause("a", "A", cause("b", "B"), leads_to=["b"]), cause("c", "C", leads_to=["a"])])
    page = mermaid(diagrams(render([grown], "problem", "en"))[0])
    heights = {lines[2]: top for lines, top in zip(labels(page), tops(page), strict=True) if len(lines) > 2}
    assert heights["(p)"] < heights["(a)"] < heights["(b)"]
    assert "leads to: b" in page.inner_text("main")


def tops(page: Any) -> list[float]:
    return page.evaluate("[...document.querySelectorAll('.node')].map(one => one.getBoundingClientRect().top)")
