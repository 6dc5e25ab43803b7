"""The drawing of a tree: whole XML whatever the text, nothing in it that a page would obey, no text out of its box."""

import re
from typing import Any
from xml.etree import ElementTree

import pytest
from conftest import same_as_snapshot
from hostile import HOSTILE
from hypothesis import given, settings
from hypothesis import strategies as st
from trees import bush, cause, chain, effect, examples, tree

from lap.cli.reasons import why_not
from lap.failure import CannotRun
from lap.language.speech import visible
from lap.show.escape import one_line
from lap.show.svg import content, element
from lap.show.tree_svg import MOST_BOXES, render
from lap.tree import Tree, branches

pytest_plugins = ["browser"]
SVG = "{http://www.w3.org/2000/svg}"
VIEWS = ("problem", "objectives", "both")
STRICT = "default-src 'none'"
HARD = tree(
    HOSTILE[4],
    [
        cause(f"c{number}", text, cause(f"d{number}", text, set_aside=text), means=text)
        for number, text in enumerate(HOSTILE)
    ],
    [effect("e", HOSTILE[0], effect("f", HOSTILE[1]), effect("g", HOSTILE[2]))],
    {"id": "x", "title": HOSTILE[36], "addresses": ["c0", "c1", "c36", "e"]},
)


def drawn(tree: Tree, view: str = "problem", language: str = "en") -> ElementTree.Element:
    return ElementTree.fromstring(render(tree, view, language))


def said(drawing: ElementTree.Element) -> str:
    """All that is written in a drawing, lines joined."""
    return " ".join(one.text or "" for one in drawing.iter(f"{SVG}text"))


@pytest.mark.parametrize("view", VIEWS)
def test_every_word_of_the_examples_is_drawn(view: str) -> None:
    for example, language in examples():
        words = said(drawn(example, view, language)).replace("- ", "-")
        for branch in branches(example):
            assert view == "objectives" or one_line(branch.text).replace("- ", "-") in words
            assert view == "problem" or one_line(branch.counterpart).replace("- ", "-") in words
            assert branch.id in words


@pytest.mark.parametrize("view", VIEWS)
def test_a_drawing_is_one_image_with_a_name_and_a_description(view: str) -> None:
    drawing = drawn(HARD, view)
    title, description = drawing[0], drawing[1]
    assert (title.tag, description.tag) == (f"{SVG}title", f"{SVG}desc")
    assert drawing.get("role") == "img"
    assert drawing.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
    assert one_line(HOSTILE[4]) in (title.text or "")
    assert "above (3)" in (description.text or "")
    assert re.fullmatch(r"0 0 \d+ \d+", drawing.get("viewBox") or "")
    assert drawing.get("width") is None


@pytest.mark.parametrize("view", VIEWS)
def test_there_is_nothing_in_it_that_a_page_would_obey_or_fetch(view: str) -> None:
    names = {f"{SVG}{name}" for name in ("svg", "title", "desc", "g", "rect", "path", "polygon", "text")}
    for one in drawn(HARD, view).iter():
        assert one.tag in names
        assert not [key for key in one.attrib if key.startswith("on") or "href" in key or key in ("style", "class")]
        assert not any("url(" in value for value in one.attrib.values())


@given(text=st.text())
def test_any_words_make_whole_xml(text: str) -> None:
    drawing = drawn(
        tree(
            text,
            [cause("a", text, set_aside=text)],
            [effect("b", text)],
            {"id": "x", "title": text, "addresses": ["a"]},
        ),
        "both",
    )
    assert not {letter for letter in said(drawing) if ord(letter) < 0x20}


@pytest.mark.parametrize("text", HOSTILE)
def test_elements_and_their_values_are_whole_whatever_stands_in_them(text: str) -> None:
    made = ElementTree.fromstring(element("text", content(text), font_family=text or " "))
    assert made.text == visible(text).replace("\r\n", "\n")
    assert "\x00" not in made.get("font-family", "")


def test_kinds_are_told_by_words_and_by_borders() -> None:
    grown = [cause(kind, "Text", kind=kind) for kind in ("necessary", "sufficient", "contributing")]
    drawing = drawn(tree("S", [*grown, cause("aside", "Text", set_aside="No"), cause("gap", "")]))
    words = said(drawing)
    assert all(tag in words for tag in ("Necessary cause", "Sufficient cause", "Contributing cause", "set aside: No"))
    looks = {}
    for group in drawing.iter(f"{SVG}g"):
        rects = [one for one in group if one.tag == f"{SVG}rect"]
        if rects and len(group) > len(rects):
            name = [one.text for one in group.iter(f"{SVG}text")][2]
            looks[name] = (
                rects[0].get("stroke-width"),
                rects[0].get("stroke-dasharray"),
                sum(one.get("fill") == "none" for one in rects),
            )
    kinds = [looks[name] for name in ("necessary", "sufficient", "contributing", "aside")]
    assert len(set(kinds)) == len(kinds)


def test_long_texts_are_shortened_and_whole_on_pointing_at_them() -> None:
    text = "palabra " * 200
    drawing = drawn(tree("S", [cause("a", text)]))
    assert "…" in said(drawing)
    assert "Long texts are shortened here" in said(drawing)
    titles = [one.text or "" for group in drawing.iter(f"{SVG}g") for one in group.findall(f"{SVG}title")]
    assert [one_line(text) in title for title in titles] == [True]
    assert len(render(tree("S", [cause("a", "palabra " * 100_000)]), "both", "en")) < 20_000


def test_an_empty_tree_asks_for_what_is_missing() -> None:
    words = said(drawn(tree("S", []), "both", "es"))
    assert "faltan los efectos" in words
    assert "faltan las causas" in words
    assert "☐ 4 cosas por completar" in words


def test_sixty_levels_are_drawn() -> None:
    words = said(drawn(chain(60), "both"))
    assert "The last cause" in words
    assert "The last effect" in words


def test_as_many_boxes_as_may_be_are_drawn_and_more_are_refused_with_a_way_out() -> None:
    assert f"Cause {MOST_BOXES - 3}" in said(drawn(bush(MOST_BOXES - 2, 0)))
    with pytest.raises(CannotRun):
        render(bush(MOST_BOXES - 1, 0), "problem", "en")
    with pytest.raises(CannotRun) as refused:
        render(bush(100, 99), "problem", "en")
    assert why_not(refused.value, "en") == (
        "lap: The tree of “p” has 10002 boxes, and a drawing holds 1000. Write it as a list, which has no limit: --format markdown."
    )


@pytest.mark.parametrize("font", ["Liberation Sans", "DejaVu Sans"])
@pytest.mark.parametrize("view", VIEWS)
def test_no_text_leaves_its_box_in_any_usual_font(page: Any, view: str, font: str) -> None:
    for one, language in [*examples(), (HARD, "es")]:
        page.set_content(render(one, view, language))
        outside = page.evaluate(
            """font => { const drawing = document.querySelector('svg');
            drawing.setAttribute('font-family', font);
            drawing.setAttribute('width', drawing.viewBox.baseVal.width);
            return [...document.querySelectorAll('g > g')].flatMap(box => {
              const edge = box.querySelector('rect').getBBox();
              return [...box.querySelectorAll('text')].filter(text => {
                const words = text.getBBox();
                return words.x < edge.x || words.y < edge.y || words.x + words.width > edge.x + edge.width + 0.5 ||
                  words.y + words.height > edge.y + edge.height }).map(text => text.textContent) }) }""",
            font,
        )
        assert outside == []


def test_everything_lies_within_the_drawing(page: Any) -> None:
    for one, language in [*examples(), (HARD, "en"), (bush(30, 2), "en")]:
        page.set_content(render(one, "both", language))
        box, width, height = page.evaluate(
            """() => { const drawing = document.querySelector('svg'), box = drawing.getBBox(), view = drawing.viewBox.baseVal;
            return [[box.x, box.y, box.x + box.width, box.y + box.height], view.width, view.height] }"""
        )
        assert box[:2] == [0, 0]
        assert box[2] <= width + 1
        assert box[3] <= height + 1


def test_a_strict_policy_for_content_takes_nothing_away(page: Any) -> None:
    page.set_content(
        f'<!doctype html><meta http-equiv="Content-Security-Policy" content="{STRICT}"><title>x</title><body>{render(HARD, "both", "en")}'
    )
    fills = page.evaluate("[...document.querySelectorAll('g > g > rect')].map(one => getComputedStyle(one).fill)")
    assert "rgb(20, 33, 43)" in fills
    assert page.evaluate("[window.broken, document.querySelectorAll('script, img, a').length]") == [None, 0]


@settings(max_examples=20, deadline=None)
@given(st.integers(1, 12), st.integers(0, 4))
def test_a_tree_is_drawn_for_a_screen(columns: int, each: int) -> None:
    _, _, width, height = map(int, (drawn(bush(columns, each)).get("viewBox") or "").split())
    assert width * height > 0


def test_what_is_drawn_looks_as_it_did() -> None:
    example, language = next(examples())
    same_as_snapshot("tree.svg", render(example, "both", language))
