"""A plan as one page of HTML: self-contained, and nothing that a plan says becomes anything but text."""

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from html import unescape
from typing import Any
from urllib.parse import unquote

import html5lib
import pytest
from conftest import ROOT
from hostile import HOSTILE
from spoiled_plans import Spoiler, short, told_of

from lap.language.speech import visible
from lap.load import load
from lap.model.plan import Plan
from lap.render import html
from lap.render.blocks import (
    Chart,
    Document,
    Foreign,
    Grid,
    Heading,
    Level,
    Link,
    Mark,
    Outline,
    Paragraph,
    Ref,
    Section,
    Share,
    Twig,
    Words,
)
from lap.render.chart import BOTTOM, HEIGHT, TOP, WIDTH, drawn
from lap.render.html import Frame, anchor
from lap.render.sections.whole import whole
from lap.render.templates import sandbox
from lap.source.files import read_plan

SPACE = "{http://www.w3.org/1999/xhtml}"
NUMBER = re.compile(r"qz\d+zq")
ALLOWED = {
    "html", "head", "meta", "title", "style", "script", "body", "a", "main", "div", "h1", "h2", "h3", "h4", "h5", "h6", "p", "dl", "dt", "dd",
    "nav", "ul", "ol", "li", "section", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "span", "b", "blockquote",
    "svg", "line", "text", "polyline", "rect", "circle", "path", "desc",
}  # fmt: skip


@cache
def example() -> Plan:
    return load(read_plan(ROOT / "examples" / "arroyo-garza-2025.yaml")).plan


def page_of(plan: Plan, language: str = "en") -> str:
    return html.write(whole(told_of(plan, language)), sandbox(None))


def parsed(page: str) -> Any:
    parser = html5lib.HTMLParser()
    tree = parser.parse(page)
    assert [error for error in parser.errors if error[1] not in ("eof-in-table",)] == []
    return tree


def elements(tree: Any) -> Iterator[Any]:
    return (one for one in tree.iter() if isinstance(one.tag, str))


def named(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def text_of(tree: Any) -> str:
    """The text that a reader sees, on one line."""
    seen = [one for one in elements(tree) if named(one) == "body"]
    return " ".join("".join(seen[0].itertext()).split())


def flat(text: str) -> str:
    return " ".join(visible(text).split())


def shown(words: Words, **more: Any) -> str:
    document = Document("T", "en", [], [Section("s", "S", [Paragraph(words)])])
    page = html.write(document, sandbox(None), **more)
    return page.partition("<h2")[2].partition("<p>")[2].partition("</p>")[0]


class TestSelfContained:
    page = property(lambda self: page_of(example()))

    def test_nothing_is_fetched_and_nothing_is_run(self) -> None:
        tree = parsed(self.page)
        for one in elements(tree):
            assert named(one) in ALLOWED, named(one)
            assert not [name for name in one.attrib if name.startswith("on") or name in ("style", "src", "srcset")]
            if named(one) == "script":
                assert one.get("type") == "application/ld+json"
            if named(one) == "link":
                assert one.get("rel") == "alternate"
        assert "@import" not in self.page
        assert not re.search(r"url\(", self.page)

    def test_the_policy_comes_first_and_knows_the_style_by_its_hash(self) -> None:
        head = unescape(self.page.partition("<title>")[0])
        assert head.index("charset") < head.index("Content-Security-Policy")
        style = re.search(r"<style>(.*?)</style>", self.page, re.DOTALL)
        assert style is not None
        digest = base64.b64encode(hashlib.sha256(style.group(1).encode()).digest()).decode()
        assert f"style-src 'sha256-{digest}'" in head
        assert "default-src 'none'" in head

    @pytest.mark.parametrize(("language", "tag"), [("en", "en"), ("es", "es-MX")])
    def test_it_says_its_language(self, language: str, tag: str) -> None:
        assert f'<html lang="{tag}">' in page_of(example(), language)

    def test_the_size_of_the_paper_can_be_chosen(self) -> None:
        document = whole(told_of(example()))
        assert "@page { size: A4;" in html.write(document, sandbox(None), frame=Frame(size="A4"))
        assert "@page { size: letter;" in html.write(document, sandbox(None))

    def test_every_reference_leads_to_an_id_and_no_id_stands_twice(self) -> None:
        tree = parsed(self.page)
        ids = [one.get("id") for one in elements(tree) if one.get("id")]
        assert len(ids) == len(set(ids))
        links = [one.get("href") for one in elements(tree) if one.get("href", "").startswith("#")]
        assert len(links) > 50
        assert {link[1:] for link in links} <= set(ids)

    def test_tables_have_captions_heads_of_columns_and_heads_of_rows(self) -> None:
        for table in (one for one in elements(parsed(self.page)) if named(one) == "table"):
            assert named(table[0]) == "caption"
            heads = [one for one in elements(table) if named(one) == "th"]
            assert all(one.get("scope") in ("col", "row", "rowgroup", "colgroup") for one in heads)
            for row in (one for one in elements(table) if named(one) == "tr"):
                assert named(row[0]) == "th"


class TestChart:
    @staticmethod
    def levels(*values: str, label: str = "") -> list[Level]:
        return [
            Level("measured", f"day {day}", day, Decimal(value), label or value) for day, value in enumerate(values)
        ]

    @pytest.mark.parametrize(
        ("values", "least", "most"),
        [
            (("24.8", "25.1"), 0, 0.06),
            (("90", "99"), 0, 0.4),
            (("10", "20"), 1, 1),
            (("-3", "3"), 1, 1),
            (("5", "5"), 0, 0),
        ],
    )
    def test_a_change_looks_as_large_as_it_is(self, values: tuple[str, ...], least: float, most: float) -> None:
        heights = [point.y for point in drawn(self.levels(*values)).measured]
        assert least <= (max(heights) - min(heights)) / (HEIGHT - TOP - BOTTOM) <= most

    def test_no_element_stands_where_only_text_can(self) -> None:
        chart = Chart("C", "d", self.levels("0", "5", label="firmado"), Grid("T", [Heading("Day")], [["1"]]))
        document = Document("T", "en", [], [Section("s", "S", [chart])], foreign={"firmado": "es", "Sitio": "es"})
        page = html.write(document, sandbox(None), frame=Frame(site="Sitio", feed="feed.xml"))
        assert ">firmado</text>" in page
        assert "<title>T · Sitio</title>" in page
        assert 'title="Sitio" href="feed.xml"' in page

    def test_long_labels_stand_inside_the_drawing(self) -> None:
        points = drawn(self.levels("0", "5", "3", label="insufficiently published")).measured
        assert all(point.label and 90 < point.label[0] < WIDTH - 90 for point in points)


class TestHeadings:
    @pytest.mark.parametrize(("grids", "heads"), [(1, 0), (2, 2)])
    def test_tables_that_share_a_section_have_a_heading_each(self, grids: int, heads: int) -> None:
        held = [Grid("Caption", [Heading("Day")], [["1"]])] * grids
        page = html.write(Document("T", "en", [], [Section("s", "S", [*held])]), sandbox(None))
        assert page.count("<h3>Caption</h3></caption>") == heads


class TestPieces:
    def test_words_are_escaped(self) -> None:
        assert shown("<b>&\"'") == "&lt;b&gt;&amp;&#34;&#39;"

    def test_links_lead_out_and_say_that_they_are_others(self) -> None:
        assert shown(Link("a", "https://example.org/?a=1&b=2")) == (
            '<a href="https://example.org/?a=1&amp;b=2" rel="nofollow ugc">a</a>'
        )

    @pytest.mark.parametrize(
        "url",
        ["javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:x", "//evil.example", "data:text/html,x", "vbscript:x", "file:///etc/passwd",
         "https://", "http:evil", "java\tscript:alert(1)", "https://exa mple.org", "https://example.org/\u202egnp", "/local", "x.html", ""],
    )  # fmt: skip
    def test_other_addresses_are_text(self, url: str) -> None:
        assert "<a" not in shown(Link("words", url))
        assert "words" in shown(Link("words", url))

    def test_references_that_lead_nowhere_are_text(self) -> None:
        assert shown(Ref("a", "s")) == '<a href="#s-s">a</a>'
        assert shown(Ref("a", "elsewhere")) == "a"

    def test_a_status_is_a_word_with_a_shape_for_the_eye_alone(self) -> None:
        mark = shown(Mark("late", "warning", "late"))
        assert mark.endswith("</svg> late</span>")
        assert 'aria-hidden="true"' in mark

    def test_a_share_is_its_words_and_a_bar_for_the_eye_alone(self) -> None:
        share = shown(Share("25 %", 0.25))
        assert "<b>25 %</b>" in share
        assert '<rect class="part" width="50" height="10"/>' in share
        assert "svg" not in shown(Share("nothing due yet", None))
        assert 'width="200"' in shown(Share("130 %", 1.3))

    def test_words_in_another_language_say_which(self) -> None:
        assert shown(Foreign("gracias", "es")) == '<span lang="es">gracias</span>'

    def test_the_trunk_of_a_tree_stands_out(self) -> None:
        tree = Outline("Tree", [Twig("Effect", "e"), Twig("Problem", "p", twigs=[Twig("Cause", "c")], main=True)])
        page = html.write(Document("T", "en", [], [Section("s", "S", [tree])]), sandbox(None))
        assert '<li><p class="main"><span class="kind">Problem:</span> p</p>' in page

    @pytest.mark.parametrize("target", ["content", "a b", "../x", "é", "A", "a/b", '"><script>', "s-a"])
    def test_ids_are_of_our_own_making(self, target: str) -> None:
        assert re.fullmatch(r"s-[a-z0-9_-]*", anchor(target))

    def test_no_two_targets_have_one_id(self) -> None:
        targets = ["a/b", "a--b", "A", "a", "é", "e", "a b", "a_b", "a_20b", "a_5f20b", "a/-b", "a-/b", "a---b"]
        assert len({anchor(one) for one in targets}) == len(targets)


def shape(tree: Any) -> Counter[str]:
    """How many elements of each kind there are; addresses may become text, and charts lose what is no number."""
    return Counter(name for one in elements(tree) if (name := named(one)) != "a")


def spoiled(text: str, *, names: bool = False) -> Any:
    """The example with a hostile text at the end of each of its texts, each numbered."""
    spoiler = Spoiler(lambda old, number: f"{text} qz{number}zq", names=names)
    return parsed(page_of(spoiler.plan(short(example()))))


@cache
def harmless(names: bool = False) -> tuple[Counter[str], frozenset[str]]:
    tree = spoiled("words", names=names)
    return shape(tree), frozenset(NUMBER.findall(text_of(tree)))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_are_shown_as_they_are_wherever_they_stand(text: str) -> None:
    counted, numbers = harmless()
    tree = spoiled(text)
    assert shape(tree) == counted
    seen = text_of(tree)
    wanted = flat(text)
    lost = [one for one in numbers if f"{wanted} {one}" not in seen]
    assert lost == []
    for one in elements(tree):
        assert not [name for name in one.attrib if name.startswith("on") or name in ("style", "src")]
        href = one.get("href", "")
        assert not href or re.match(r"https?://[^/]|mailto:.|#", href), href
        assert "javascript" not in unquote(href).lower() or href.startswith("https://")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_ids_do_no_harm_either(text: str) -> None:
    tree = spoiled(text, names=True)
    assert {named(one) for one in elements(tree)} <= ALLOWED
    ids = [one.get("id") for one in elements(tree) if one.get("id")]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[a-z0-9_-]+", one) for one in ids)
    for one in elements(tree):
        for name in ("aria-labelledby", "aria-describedby"):
            assert set((one.get(name) or "").split()) <= set(ids)
        assert one.get("href", "#").startswith(("#", "https://", "http://", "mailto:"))


def test_a_title_of_twenty_thousand_letters_is_whole_and_shortened_where_there_is_no_room() -> None:
    title = "palabra " * 2500
    page = page_of(example().model_copy(update={"title": title}))
    tree = parsed(page)
    (head,) = [one for one in elements(tree) if named(one) == "h1"]
    assert head.text == title
    (name,) = [one for one in elements(tree) if named(one) == "title"][:1]
    assert len(name.text) < 100
