"""A plan as Markdown: read back by a parser of its own, every text is the text that it was."""

import re
from collections import Counter
from functools import cache
from itertools import pairwise
from typing import Any

import pytest
from conftest import ROOT
from hostile import HOSTILE
from markdown_it import MarkdownIt
from spoiled_plans import Spoiler, short, told_of

from lap.language.speech import LANGUAGES, visible
from lap.load import load
from lap.model.plan import Plan
from lap.render import markdown
from lap.render.blocks import (
    Chart,
    Document,
    Grid,
    Heading,
    Link,
    Mark,
    Outline,
    Paragraph,
    Part,
    Ref,
    Section,
    Share,
    Timeline,
    Words,
)
from lap.render.holding import sections_of
from lap.render.sections.whole import whole
from lap.render.templates import sandbox
from lap.show import escape
from lap.source.files import read_plan

NUMBER = re.compile(r"qz\d+zq")
READER = MarkdownIt("gfm-like", {"html": True, "linkify": False})


@cache
def example() -> Plan:
    return load(read_plan(ROOT / "examples" / "arroyo-garza-2025.yaml")).plan


def text_of(plan: Plan, language: str = "en") -> str:
    return write(whole(told_of(plan, language)))


def write(document: Document) -> str:
    return markdown.write(document, sandbox(None, escape.markdown))


def shown(words: Words) -> str:
    return (
        write(Document("T", "en", [], [Section("s", "S", [Paragraph(words)])])).rpartition("## S\n\n")[2].rstrip("\n")
    )


def tokens(text: str) -> list[Any]:
    return [inner for one in READER.parse(text) for inner in (one, *(one.children or ()))]


def seen(text: str) -> str:
    """What a reader sees on one line; diagrams are drawn, not read."""
    parts = [one.content if one.type in ("text", "code_inline") else " " for one in tokens(text) if one.type != "fence"]
    return " ".join("".join(parts).split())


class TestPieces:
    def test_links(self) -> None:
        assert shown(Link("a [b]", "https://example.org/(x)")) == r"[a \[b\]](https://example.org/%28x%29)"
        assert shown(Link("https://example.org/a_b", "https://example.org/a_b")) == "<https://example.org/a_b>"
        assert shown(Link("me@example.org", "mailto:me@example.org")) == "<me@example.org>"

    @pytest.mark.parametrize("url", ["javascript:alert(1)", "//evil.example", "data:text/html,x", "", "file:///etc"])
    def test_other_addresses_are_text(self, url: str) -> None:
        assert not [one for one in tokens(shown(Link("words", url))) if one.type in ("link_open", "image")]

    def test_what_markdown_cannot_draw_is_words(self) -> None:
        assert shown(Ref("a", "b")) == "a"
        assert shown(Mark("late", "warning", "late")) == "⚠ late"
        assert shown(Share("25 %", 0.25)) == "25 %"


class TestBlocks:
    def blocks(self, kind: type) -> list[Any]:
        document = whole(told_of(example()))
        return [one for section in sections_of(document.sections) for one in section.blocks if isinstance(one, kind)]

    def test_parts_of_a_table_have_a_row_of_their_own_and_totals_are_bold(self) -> None:
        grid = Grid(
            "Caption",
            [Heading("A"), Heading("B", True)],
            [],
            [["all", "3"]],
            ["Note"],
            [Part("one", [["x", "1"]], [["sum", "1"]])],
        )
        text = write(Document("T", "en", [], [Section("s", "S", [grid])]))
        assert text.endswith(
            "**Caption**\n\n| A | B |\n| --- | ---: |\n| **one** | |\n| x | 1 |\n| **sum** | **1** |\n| **all** | **3** |\n\nNote\n"
        )

    def test_every_tree_is_a_diagram_with_the_same_tree_as_a_list_below_it(self) -> None:
        text = text_of(example())
        trees = self.blocks(Outline)
        assert text.count("flowchart BT") == len(trees) > 0
        for tree in trees:
            assert seen(tree.twigs[0].words) in seen(text)

    def test_every_timeline_is_a_diagram_with_the_same_days_as_a_list_below_it(self) -> None:
        text = text_of(example())
        timelines = self.blocks(Timeline)
        assert text.count("\ngantt\n") == len(timelines) > 0
        assert all(f"{bar.exact} ({bar.inside})" in text for one in timelines for bar in one.bars)

    def test_every_chart_is_a_sentence_and_its_table(self) -> None:
        text = text_of(example())
        for one in self.blocks(Chart):
            assert one.description in text
            assert f"**{one.table.caption}**" in text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "name", ["arroyo-garza-2025.yaml", "sierra-alta-2025", "jalisco-2016.yaml", "tlaxcala-2016.yaml"]
)
def test_it_reads_well_raw(name: str, language: str) -> None:
    text = text_of(load(read_plan(ROOT / "examples" / name)).plan, language)
    assert text.startswith("# ")
    assert text.endswith("\n")
    assert "\n\n\n" not in text
    levels = [len(line.partition(" ")[0]) for line in text.splitlines() if re.match(r"#+ ", line)]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    for line in text.splitlines():
        assert line == line.rstrip()
        assert not re.match(r"#+ *$|- \*\*[^*]*:\*\* *$(?!\n)", line) or line.endswith(":**")


def kinds(text: str) -> Counter[str]:
    """What the text is made of; addresses may become text."""
    ignored = ("text", "link_open", "link_close", "softbreak")
    return Counter(one.type for one in tokens(text) if one.type not in ignored)


def spoiled(text: str, *, names: bool = False) -> str:
    spoiler = Spoiler(lambda old, number: f"{text} qz{number}zq", names=names)
    return text_of(spoiler.plan(short(example())))


@cache
def harmless(names: bool) -> tuple[Counter[str], frozenset[str]]:
    text = spoiled("words", names=names)
    return kinds(text), frozenset(NUMBER.findall(seen(text)))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_are_shown_as_they_are_wherever_they_stand(text: str) -> None:
    counted, numbers = harmless(False)
    written = spoiled(text)
    assert kinds(written) == counted
    read, wanted = seen(written), visible(" ".join(text.split()))
    assert [one for one in numbers if f"{wanted} {one}" not in read] == []
    hrefs = [one.attrs["href"] for one in tokens(written) if one.type == "link_open"]
    assert all(re.match(r"https?://[^/]|mailto:.", str(one)) for one in hrefs)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_ids_do_no_harm_either(text: str) -> None:
    written = spoiled(text, names=True)
    assert not [one.type for one in tokens(written) if one.type in ("html_block", "html_inline", "image", "code_block")]


def test_a_title_of_twenty_thousand_letters_stays_one_heading() -> None:
    title = ("palabra " * 2500).strip()
    assert text_of(example().model_copy(update={"title": title})).startswith(f"# {title}\n")
