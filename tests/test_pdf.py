"""A plan as PDF: for everybody (PDF/UA-1), whole, and nothing that a plan says is anything but text. Read by others than its maker."""

import re
import unicodedata
from functools import cache, partial
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
import pytest
import typst as setter
from conftest import ROOT, lap
from hostile import HOSTILE
from spoiled_plans import Spoiler, short, told_of

from lap.failure import CannotRun
from lap.language.speech import LANGUAGES, visible
from lap.limits import DEFAULTS
from lap.load import load
from lap.model.plan import Plan
from lap.render import pdf as setting
from lap.render import typst
from lap.render.blocks import Document, Grid, Heading, Section
from lap.render.columns import fits, kinds, widths
from lap.render.documents import TYPST_PAPERS, Wanted, as_pdf
from lap.render.holding import sections_of
from lap.render.sections.whole import whole
from lap.render.templates import sandbox
from lap.source.files import read_plan

EXAMPLES = ("arroyo-garza-2025.yaml", "sierra-alta-2025", "jalisco-2016.yaml", "tlaxcala-2016.yaml")


FOOT = 50
"""Points from the lower edge of a page up to its text."""


@cache
def example(name: str = "arroyo-garza-2025.yaml") -> Plan:
    return load(read_plan(ROOT / "examples" / name)).plan


@cache
def pdf_of(name: str, language: str, paper: str = "letter") -> bytes:
    made = as_pdf(Wanted(told_of(example(name), language), DEFAULTS, paper=paper))
    assert made.spelled == ()
    assert isinstance(made.document, bytes)
    return made.document


def source_of(plan: Plan, language: str = "en") -> str:
    return typst.write(whole(told_of(plan, language)), sandbox(None, typst.escape))


def text_of(raw: bytes) -> str:
    """The text of all pages without their feet, as a reader who knows nothing of typst copies it."""
    document = pypdfium2.PdfDocument(raw)
    return "\n".join(page.get_textpage().get_text_bounded(bottom=FOOT, top=page.get_height()) for page in document)


def squeezed(text: str) -> str:
    """A text without what depends on where lines end and on how letters are put together."""
    text = unicodedata.normalize("NFKC", text)
    return re.sub(r"[\s\x02\u00ad\ufffe\u2060\u200b-\u200d\ufe0f-]+", "", text)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", EXAMPLES)
class TestForEverybody:
    def test_it_is_tagged_and_says_its_language_and_its_title(self, name: str, language: str) -> None:
        with pikepdf.open(BytesIO(pdf_of(name, language))) as document:
            root: Any = document.Root
            assert bool(root.MarkInfo.Marked)
            assert "/StructTreeRoot" in root
            assert str(root.Lang) == {"en": "en", "es": "es-MX"}[language]
            assert bool(root.ViewerPreferences.DisplayDocTitle)
            assert document.open_metadata()["dc:title"] == example(name).title

    def test_it_says_that_it_is_made_for_everybody(self, name: str, language: str) -> None:
        with pikepdf.open(BytesIO(pdf_of(name, language))) as document:
            assert document.open_metadata()["pdfuaid:part"] == "1"

    def test_its_outline_names_every_section(self, name: str, language: str) -> None:
        with pikepdf.open(BytesIO(pdf_of(name, language))) as document, document.open_outline() as outline:
            todo, found = list(outline.root), set()
            while todo:
                one = todo.pop()
                found.add(squeezed(str(one.title)))
                todo += one.children
        sections = sections_of(whole(told_of(example(name), language)).sections)
        assert {squeezed(one.title) for one in sections} <= found

    def test_its_text_holds_the_title_of_every_commitment_problem_and_party(self, name: str, language: str) -> None:
        text, plan = squeezed(text_of(pdf_of(name, language))), example(name)
        named = [*plan.commitments.values(), *plan.problems.values(), *plan.parties.values()]
        assert [one.label for one in named if squeezed(one.label) not in text] == []

    def test_tables_have_heads_and_charts_have_words(self, name: str, language: str) -> None:
        kinds: dict[str, int] = {}
        with pikepdf.open(BytesIO(pdf_of(name, language))) as document:
            for one in document.objects:
                if isinstance(one, pikepdf.Dictionary) and "/S" in one and "/P" in one:
                    kind = str(one.S)
                    kinds[kind] = kinds.get(kind, 0) + 1
                    assert kind != "/Figure" or str(one.get("/Alt", ""))
        assert kinds.get("/Table", 0) > 0
        assert kinds.get("/TH", 0) >= kinds["/Table"]


def test_the_fonts_that_it_brings_are_enough() -> None:
    for name in EXAMPLES:
        source = source_of(example(name), "es").encode()
        made = setter.compile(source, format="pdf", pdf_standards="ua-1", ignore_system_fonts=True)
        assert bytes(made)[:5] == b"%PDF-"


@pytest.mark.parametrize(("paper", "size"), [("letter", (612, 792)), ("a4", (595, 842))])
def test_the_paper_can_be_chosen(paper: str, size: tuple[int, int]) -> None:
    with pikepdf.open(BytesIO(pdf_of("jalisco-2016.yaml", "en", paper))) as document:
        box = document.pages[0].mediabox
        assert (round(float(box[2])), round(float(box[3]))) == size
    assert set(TYPST_PAPERS) == {"letter", "a4"}


def test_the_same_plan_gives_the_same_pdf() -> None:
    source = source_of(example())
    assert setting.pdf(source).document == setting.pdf(source).document


class TestHostileTexts:
    def spoiled(self, texts: list[str], *, names: bool = False) -> tuple[str, Plan]:
        spoiler = Spoiler(lambda old, number: f"{texts[number % len(texts)]} qz{number}zq", names=names)
        plan = spoiler.plan(short(example()))
        return source_of(plan), plan

    def test_they_are_shown_as_they_are_wherever_they_stand(self) -> None:
        # What runs from right to left, and strokes through letters, are copied in another order than they are written;
        # in a text of several pages their feet stand.
        texts = [
            one
            for one in HOSTILE
            if len(one) < 1000 and not re.search(r"[\u0334-\u0338\u0590-\u08ff\u0900-\u0e7f]", one)
        ]
        source, _ = self.spoiled(texts)
        made = setting.pdf(source)
        assert isinstance(made.document, bytes)
        read = squeezed(text_of(made.document))
        harmless = setting.pdf(self.spoiled(["words"])[0]).document
        assert isinstance(harmless, bytes)
        numbers = re.findall(r"words(qz\d+zq)", squeezed(text_of(harmless)))
        assert len(numbers) > 300
        lost = []
        for one in set(numbers):
            text = visible(" ".join(texts[int(one[2:-2]) % len(texts)].split("\n")))
            wanted = squeezed(setting.spelled(text, made.spelled)) + one
            lost += [wanted] if wanted not in read else []
        assert lost == []

    @pytest.mark.parametrize("names", [False, True])
    def test_no_text_at_all_breaks_it(self, names: bool) -> None:
        for start in range(0, len(HOSTILE), 15):
            made = setting.pdf(self.spoiled(list(HOSTILE[start : start + 15]), names=names)[0])
            assert made.document[:5] == b"%PDF-"

    @pytest.mark.parametrize(
        "text", ['#eval("1+1")', '"; #panic("x"); "', "]#[", "\\", "\\u{41}", "#import \"x\"", "$x^2$", "= Heading", "- item", "@ref <label>", "`raw`", "// no /* no */"],
    )  # fmt: skip
    def test_typst_markup_is_text(self, text: str) -> None:
        plan = example().model_copy(update={"title": text, "summary": text})
        made = setting.pdf(source_of(plan)).document
        assert isinstance(made, bytes)
        assert squeezed(text) in squeezed(text_of(made))

    def test_a_title_of_twenty_thousand_letters_fits(self) -> None:
        title = "palabra " * 2500
        made = setting.pdf(source_of(example().model_copy(update={"title": title}))).document
        assert isinstance(made, bytes)
        assert text_of(made).count("palabra") >= 2500


class TestWhatNoFontHas:
    def test_it_is_spelled_out_and_told(self) -> None:
        source = source_of(example().model_copy(update={"title": "A \U00013000 plan of \u4e2d"}))
        made = setting.pdf(source, machine=False)
        assert made.spelled == ("\u4e2d", "\U00013000")
        assert isinstance(made.document, bytes)
        assert "A<U+13000>planof<U+4E2D>" in squeezed(text_of(made.document))

    def test_the_command_says_so(self, tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(setting, "_set", partial(_without_the_fonts_of_the_machine, setting._set))
        plan = tmp_path / "p.yaml"
        plan.write_text('lap: 1\ntitle: "A \\u4e2d plan"\nlanguage: en\n')
        ran = lap("render", plan, "--format", "pdf", "--output", tmp_path / "p.pdf")
        assert ran.status == 0
        assert "No font here has \u4e2d" in ran.err


def _without_the_fonts_of_the_machine(original: Any, source: str, machine: bool) -> Any:
    return original(source, False)


class TestFailures:
    def test_a_wrong_template_is_told(self) -> None:
        with pytest.raises(CannotRun) as stopped:
            setting.pdf("#let x = \n#nothing()")
        assert stopped.value.reason == "bad-typst"

    def test_what_is_not_installed_is_told(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(__import__("sys").modules, "typst", None)
        with pytest.raises(CannotRun) as stopped:
            setting.pdf("x")
        assert stopped.value.reason == "no-typst"


class TestColumns:
    def grid(self, *rows: list[str], heads: str = "ab") -> Grid:
        return Grid("", [Heading(one) for one in heads], rows)

    def test_a_column_is_as_wide_as_its_longest_word_and_wider_where_more_stands_in_it(self) -> None:
        narrow, broad = widths(
            self.grid(["5 days", "a long text of many short words"], ["7 days", "and another one like it"])
        )
        assert narrow < broad
        same = widths(self.grid(["one two", "one two"]))
        assert same[0] == same[1]

    def test_no_column_is_without_room(self) -> None:
        assert all(one > 0 for one in widths(self.grid(["", "x" * 3000])))
        assert all(one > 0 for one in widths(Grid("", [Heading("a")], [])))

    def test_long_texts_long_words_and_figures_are_told_apart(self) -> None:
        grid = Grid(
            "", [Heading("a"), Heading("b", True), Heading("c"), Heading("d")], [["x", "1", "word " * 20, "x" * 40]]
        )
        assert kinds(grid) == ["", "n", "w", "x"]

    def test_rows_that_may_not_fit_on_a_page_are_known(self) -> None:
        assert fits(self.grid(["x" * 500, ""]))
        assert not fits(self.grid(["x" * 5000, ""]))
        source = typst.write(
            Document("T", "en", [], [Section("s", "S", [self.grid(["word " * 9000, ""])])]), sandbox(None, typst.escape)
        )
        made = setting.pdf(source).document
        assert isinstance(made, bytes)
        assert text_of(made).count("word") == 9000
