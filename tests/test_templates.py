"""Templates: each kind of block has one in each format, users exchange them one by one, and nobody's can do harm."""

import re
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, lap
from spoiled_plans import told_of

from lap.failure import CannotRun
from lap.load import load
from lap.render import html, markdown, typst
from lap.render.blocks import (
    Bar,
    Block,
    Chart,
    Document,
    Event,
    Facts,
    Foreign,
    Grid,
    Heading,
    Level,
    Link,
    Mark,
    Notice,
    Outline,
    Paragraph,
    Points,
    Ref,
    Section,
    Share,
    Story,
    Timeline,
    Twig,
)
from lap.render.sections.whole import whole
from lap.render.templates import sandbox
from lap.show import escape
from lap.source.files import read_plan

HOME = ROOT / "templates" / "document"
ENDINGS = {"html": "html", "markdown": "md", "typst": "typ"}
PLAN = ROOT / "examples" / "arroyo-garza-2025.yaml"
GRID = Grid("Table", [Heading("A"), Heading("B")], [["a", "b"]])
LEVELS = [Level("baseline", "2025", 1, 1, "1"), Level("measured", "2026", 2, 2, "2")]  # type: ignore[arg-type]
BLOCKS: list[Block] = [
    Paragraph("words"), Paragraph("words", "quote"), Facts([("a", ["b"])]), Facts([("a", ["b", "c"])], "figures"), Points(["a"]), Points(["a"], True),
    GRID, Outline("Tree", [Twig("a", "b")]), Chart("c", "d", LEVELS, GRID), Timeline("t", ["1", "2"], [Bar("a", 0, 1, "b", "c")]),
    Timeline("t", ["1", "2"], [Bar("a", 1, 1, "b", "c")], years=[("2025", ["Nov", "Dec"])]), Story([Event("1", "a", "b", "c")]), Notice("n"),
]  # fmt: skip
DOCUMENT = Document(
    "Title", "en", [("a", ["b"])], [Section("s", "S", BLOCKS, "Lead", True, True), Section("t", "T", [Paragraph("x")]), Section("u", "U", [Paragraph("x")])],
    "Lead", "Notice", "Over", [("As of", "today")],
)  # fmt: skip
WORDS = (
    "a",
    Link("b", "https://example.org"),
    Ref("c", "s"),
    Mark("d", "tick", "done"),
    Share("e", 0.5),
    Foreign("f", "es"),
)


def environment(format: str, folder: Path | None = None) -> Any:
    return sandbox(folder, {"html": None, "markdown": escape.markdown, "typst": typst.escape}[format])


def write(format: str, document: Document, folder: Path | None = None) -> str:
    writers = {"html": html.write, "markdown": markdown.write, "typst": typst.write}
    return writers[format](document, environment(format, folder))  # type: ignore[operator,no-any-return]


def own(folder: Path, name: str, text: str) -> Path:
    path = folder / "document" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


@pytest.mark.parametrize("format", ENDINGS)
class TestKinds:
    def test_every_kind_of_block_has_a_template(self, format: str) -> None:
        there = {path.name for path in (HOME / format).iterdir()}
        kinds = {block.kind for block in (*BLOCKS, Section("", ""))}
        assert {f"{kind}.{ENDINGS[format]}.j2" for kind in kinds} <= there

    def test_every_template_is_used(self, format: str) -> None:
        found, used = environment(format), set[str]()
        original = found.loader.get_source

        def watched(loaded: Any, name: str) -> Any:
            used.add(name)
            return original(loaded, name)

        found.loader.get_source = watched
        document = Document("T", "en", DOCUMENT.facts, [*DOCUMENT.sections, Section("w", "W", [Paragraph(WORDS)])])
        {"html": html.write, "markdown": markdown.write, "typst": typst.write}[format](document, found)  # type: ignore[operator]
        there = {f"document/{format}/{path.name}" for path in (HOME / format).iterdir()}
        assert there - used == set()

    def test_each_can_be_exchanged_alone(self, format: str, tmp_path: Path) -> None:
        ours = write(format, DOCUMENT)
        own(tmp_path, f"{format}/notice.{ENDINGS[format]}.j2", "HERE {{ write.words(block.words) }} THERE\n")
        theirs = write(format, DOCUMENT, tmp_path)
        assert re.search(r"HERE .*n.* THERE", theirs)
        assert "HERE" not in ours
        assert len(theirs.splitlines()) > 10

    def test_what_it_writes_without_asking_is_escaped(self, format: str, tmp_path: Path) -> None:
        own(tmp_path, f"{format}/notice.{ENDINGS[format]}.j2", "{{ block.words }}\n")
        text = write(
            format, Document("T", "en", [], [Section("s", "S", [Notice('<script> *a* #b "c" $x$')])]), tmp_path
        )
        expected = {
            "html": "&lt;script&gt; *a* #b &#34;c&#34; $x$",
            "markdown": r'\<script\> \*a\* #b "c" \$x\$',
            "typst": r'#"<script> *a* #b \"c\" $x$";',
        }[format]
        assert expected in text

    @pytest.mark.parametrize(
        ("text", "line"), [("{{ nothing }}", 1), ("\n{{ block.nothing }}", 2), ("\n\n{% if %}", 3), ("{{ 1/0 }}", 1), ("{% include 'no' %}", 1), ("\n{{ write.no() }}", 2)]
    )  # fmt: skip
    def test_a_broken_one_says_where(self, format: str, tmp_path: Path, text: str, line: int) -> None:
        path = own(tmp_path, f"{format}/notice.{ENDINGS[format]}.j2", text)
        with pytest.raises(CannotRun) as stopped:
            write(format, DOCUMENT, tmp_path)
        assert stopped.value.reason == "bad-template"
        assert stopped.value.parameters["path"] == str(path)
        assert stopped.value.parameters["line"] == line

    @pytest.mark.parametrize(
        "text",
        ["{{ ''.__class__.__mro__ }}", "{{ write._templates.loader }}", "{{ write._templates.compile_templates('out') }}", "{{ write.__init__.__globals__ }}", "{{ self.__init__ }}{{ cycler.__init__.__globals__ }}",
         "{% for x in range(100000000) %}x{% endfor %}", "{{ block.words.__class__.__base__.__subclasses__() }}", "{{ write.block.__func__.__globals__ }}"],
    )  # fmt: skip
    def test_it_can_do_nothing_but_write(self, format: str, tmp_path: Path, text: str) -> None:
        own(tmp_path, f"{format}/notice.{ENDINGS[format]}.j2", text)
        with suppress(CannotRun):
            written = write(format, DOCUMENT, tmp_path)
            assert "site-packages" not in written
            assert "subclass" not in written


class TestCommand:
    def test_a_folder_of_templates_is_taken(self, tmp_path: Path) -> None:
        own(tmp_path, "markdown/page.md.j2", "{{ write.words(document.title) }}, for short\n")
        ran = lap("render", PLAN, "--template", tmp_path, "--as-of", "2026-11-30")
        assert (ran.status, ran.out) == (0, "Open Government Local Action Plan of Arroyo Garza 2025-2027, for short\n")

    def test_a_broken_one_is_told_with_its_file_and_line(self, tmp_path: Path) -> None:
        path = own(tmp_path, "html/paragraph.html.j2", "<p>\n{{ oops }}\n</p>\n")
        for command in (("render", "--format", "html"), ("site", "--output", tmp_path / "public")):
            ran = lap(command[0], PLAN, *command[1:], "--template", tmp_path, "--as-of", "2026-11-30")
            assert (ran.status, ran.out) == (2, "")
            assert f"{path}, line 2" in ran.err.replace("\n  ", " ")
            assert "oops" in ran.err
        assert not (tmp_path / "public").exists()

    def test_one_that_breaks_the_pdf_is_told(self, tmp_path: Path) -> None:
        own(tmp_path, "typst/paragraph.typ.j2", "#nothing()\n")
        ran = lap(
            "render",
            PLAN,
            "--format",
            "pdf",
            "--output",
            tmp_path / "p.pdf",
            "--template",
            tmp_path,
            "--as-of",
            "2026-11-30",
        )
        assert ran.status == 2
        assert "unknown variable: nothing" in ran.err
        assert not (tmp_path / "p.pdf").exists()

    @pytest.mark.parametrize(
        "mistake", ["#nofunc()", "#let x = (", '#read("/etc/passwd")', "#strong[{{ block.rows|length }}"]
    )
    def test_a_mistake_of_typst_is_told_with_its_file_and_line(self, tmp_path: Path, mistake: str) -> None:
        path = own(tmp_path, "typst/facts.typ.j2", f"#strong[facts]\n\n{mistake}\n")
        own(tmp_path, "typst/points.typ.j2", (HOME / "typst" / "points.typ.j2").read_text("utf-8"))
        ran = lap(
            "render", PLAN, "--format", "pdf", "--template", tmp_path, "--output", tmp_path / "plan.pdf", lang="en"
        )
        assert ran.status == 2
        assert f"The template {path}, line 3, is broken" in ran.err

    @pytest.mark.parametrize(
        ("name", "raw", "told"),
        [
            ("html/facts.html.j2", b"x", "document/html/facts.html.j2"),
            ("mine.html.j2", b"x", "stands in the place of a template of ours"),
            ("document/html/notice.html.j2", b"fine\n{% if %}\n", "notice.html.j2, line 2"),
            ("document/html/notice.html.j2", b"caf\xe9", "notice.html.j2, line 1"),
        ],
        ids=["in the wrong place", "none of ours", "broken, though this plan does not need it", "not in UTF-8"],
    )
    def test_one_that_cannot_serve_is_told(self, tmp_path: Path, name: str, raw: bytes, told: str) -> None:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(raw)
        ran = lap("render", PLAN, "--format", "html", "--template", tmp_path, lang="en")
        assert (ran.status, ran.out) == (2, "")
        assert told in ran.err

    def test_one_may_take_in_another_of_the_users_own(self, tmp_path: Path) -> None:
        own(tmp_path, "html/points.html.j2", "{% include 'mine.html.j2' %}")
        (tmp_path / "mine.html.j2").write_text("<p>mine</p>", "utf-8")
        ran = lap("render", PLAN, "--format", "html", "--template", tmp_path, lang="en")
        assert "<p>mine</p>" in ran.out

    def test_a_folder_that_is_not_there_is_told(self, tmp_path: Path) -> None:
        ran = lap("render", PLAN, "--template", tmp_path / "no")
        assert ran.status == 2
        assert "There is no folder of templates" in ran.err


def test_a_plan_is_never_a_template() -> None:
    plan = load(read_plan(PLAN)).plan.model_copy(update={"title": "{{ 7*7 }} {% raw %}", "summary": "{{ 7*7 }}"})
    document = whole(told_of(plan))
    for format in ENDINGS:
        assert "49 " not in write(format, document).partition("Summary")[0]
