"""Every page that is published, in a real browser: anyone can read it, on any screen, by any means (WCAG 2.2 AA)."""

import html.parser
import re
import shutil
import subprocess
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pikepdf
import pytest
from browser import NODE, library, missing
from conftest import ROOT, lap
from hostile import HOSTILE
from spoiled_plans import Spoiler, short, told_of

from lap.load import load
from lap.render import html as pages_of
from lap.render.sections.whole import whole
from lap.render.templates import sandbox
from lap.source.files import read_plan

pytest_plugins = ["browser"]
EXAMPLES = ("arroyo-garza-2025.yaml", "jalisco-2016.yaml", "sierra-alta-2025", "tlaxcala-2016.yaml")
LANGUAGES = ("en", "es")
SITES = [(language, example) for language in LANGUAGES for example in (*EXAMPLES, "all")]
SCHEMES = ("light", "dark")
PAPERS = {"letter": 680, "a4": 657}
"""The width of the paper less its margins, in pixels of CSS."""
TAGS = {"light": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], "dark": ["cat.color"]}
"""What is asked in each scheme: all of it, and again what depends on colour, for nothing else differs."""
AXE = "tags => axe.run(document, {resultTypes: ['violations'], runOnly: {type: 'tag', values: tags}})"
CUT = """() => [...document.querySelectorAll('.scroll, svg, .facts, .figures')].filter(one => one.scrollWidth > one.clientWidth + 1)
  .map(one => one.outerHTML.slice(0, 120))"""
SPACED = """() => {
  const style = document.createElement('style');
  style.textContent = '* {line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important} p {margin-bottom: 2em !important}';
  document.head.append(style);
  return [...document.querySelectorAll('body *')].filter(one => {
    const box = getComputedStyle(one);
    return box.overflow === 'hidden' && !one.matches('.hidden') && one.clientWidth > 1 &&
      (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1);
  }).map(one => one.outerHTML.slice(0, 120));
}"""
BEHIND = """at => { for (; at; at = at.parentElement) {
    const found = getComputedStyle(at).backgroundColor; if (found !== 'rgba(0, 0, 0, 0)') return found; }
  return 'rgb(255, 255, 255)'; }"""
FOCUSED = f"""() => {{
  const behind = {BEHIND}, one = document.activeElement, style = getComputedStyle(one), glow = style.boxShadow.match(/rgb[^)]*\\)/);
  return {{what: one.outerHTML.slice(0, 80), width: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
    colours: [style.outlineColor, ...(glow ?? [])], behind: behind(one.parentElement)}};
}}"""
DRAWN = f"""() => {{
  const behind = {BEHIND};
  return [...document.querySelectorAll('svg text, svg rect, svg circle, svg line, svg polyline, svg path')].map(one => {{
    const style = getComputedStyle(one), text = one.tagName === 'text';
    return {{what: one.outerHTML.slice(0, 80), least: text ? 4.5 : 3, behind: behind(one.closest('svg').parentElement),
      colours: text ? [style.fill] : [style.fill, style.stroke].filter(paint => paint.startsWith('rgb('))}};
  }});
}}"""
REACHABLE = "[...document.querySelectorAll('a[href], [tabindex=\"0\"]')].length"
ATTACKS = """() => {
  window.refused = [];
  document.addEventListener('securitypolicyviolation', event => window.refused.push(event.effectiveDirective));
  const script = document.createElement('script'), image = document.createElement('img'), link = document.createElement('a');
  script.textContent = 'window.broken = true';
  image.src = 'https://example.org/spy.png';
  link.href = 'javascript:window.broken=true';
  document.body.append(script, image, link);
  link.click();
  document.body.setAttribute('style', 'color: rgb(1, 2, 3)');
}"""


def contrast(one: str, other: str) -> float:
    """How far two colours are apart, from 1 to 21, as WCAG measures it."""

    def light(colour: str) -> float:
        found = [float(part) / 255 for part in re.findall(r"[\d.]+", colour)[:3]]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in found]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site and the document of every example, and a site of all of them, in both languages."""
    folder = tmp_path_factory.mktemp("published")
    for language in LANGUAGES:
        told = ("--as-of", "2026-11-30", "--lang", language)
        for example in EXAMPLES:
            place, plan = folder / language / Path(example).stem, ROOT / "examples" / example
            assert lap("site", plan, "--output", place, *told).status == 0
            ran = lap("render", plan, "--format", "html", "--output", place / "whole.html", *told)
            assert ran.status == 0, ran.err
        assert lap("site", ROOT / "examples", "--output", folder / language / "all", *told).status == 0
    return folder


def paths(published: Path, language: str, example: str) -> list[Path]:
    """The pages of a site; of the site of all plans, only what the others have not."""
    place = published / language / Path(example).stem
    return (
        [place / "index.html", place / "sierra-alta-2025" / "index.html"]
        if example == "all"
        else sorted(place.rglob("*.html"))
    )


@pytest.mark.parametrize(("language", "example"), SITES)
@pytest.mark.parametrize("scheme", SCHEMES)
class TestAnyReader:
    def test_no_barrier_is_found_on_any_page(
        self, page: Any, published: Path, language: str, example: str, scheme: str
    ) -> None:
        axe = library("axe")
        page.emulate_media(color_scheme=scheme)
        for path in paths(published, language, example):
            page.goto(path.as_uri())
            page.evaluate(axe)
            found = page.evaluate(AXE, TAGS[scheme])["violations"]
            assert [(path.name, one["id"], [node["target"] for node in one["nodes"]]) for one in found] == []

    def test_what_is_drawn_stands_out_from_what_is_behind_it(
        self, page: Any, published: Path, language: str, example: str, scheme: str
    ) -> None:
        page.emulate_media(color_scheme=scheme)
        for path in paths(published, language, example):
            page.goto(path.as_uri())
            faint = [
                (path.name, one["what"])
                for one in page.evaluate(DRAWN)
                if max(contrast(colour, one["behind"]) for colour in one["colours"]) < one["least"]
            ]
            assert faint == []


@pytest.mark.parametrize(("language", "example"), SITES)
class TestAnyScreen:
    def test_no_page_needs_scrolling_sideways(self, page: Any, published: Path, language: str, example: str) -> None:
        for width in (320, 768, 1280):
            page.set_viewport_size({"width": width, "height": 640})
            for path in paths(published, language, example):
                page.goto(path.as_uri())
                assert (path.name, page.evaluate("document.documentElement.scrollWidth")) == (path.name, width)

    def test_text_set_wide_apart_stays_readable(
        self, browser: Any, published: Path, language: str, example: str
    ) -> None:
        opened = browser.new_page()
        opened.set_viewport_size({"width": 320, "height": 640})
        for path in paths(published, language, example):
            opened.set_content(path.read_text("utf-8").replace('http-equiv="Content-Security-Policy"', "data-off"))
            assert (path.name, opened.evaluate(SPACED)) == (path.name, [])
            assert opened.evaluate("document.documentElement.scrollWidth") == 320
        opened.close()

    @pytest.mark.parametrize("paper", PAPERS)
    def test_nothing_is_cut_on_paper(self, page: Any, published: Path, language: str, example: str, paper: str) -> None:
        page.emulate_media(media="print")
        page.set_viewport_size({"width": PAPERS[paper], "height": 900})
        for path in paths(published, language, example):
            page.goto(path.as_uri())
            assert (path.name, page.evaluate(CUT)) == (path.name, [])


class TestKeyboard:
    @pytest.mark.parametrize("scheme", SCHEMES)
    @pytest.mark.parametrize(
        "name", ["index", "problems", "calendar", "comments", "parties", "data", "commitments/registro-de-victimas"]
    )
    def test_it_reaches_everything_with_a_visible_focus(
        self, page: Any, published: Path, name: str, scheme: str
    ) -> None:
        page.emulate_media(color_scheme=scheme)
        page.goto((published / "es" / "sierra-alta-2025" / f"{name}.html").as_uri())
        number = page.evaluate(REACHABLE)
        page.keyboard.press("Tab")
        assert "skip" in page.evaluate(FOCUSED)["what"]
        for _ in range(number):
            found = page.evaluate(FOCUSED)
            assert found["width"] >= 2, found
            assert max(contrast(colour, found["behind"]) for colour in found["colours"]) >= 3, found
            page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement === document.body || document.activeElement.matches('.skip')")

    def test_the_skip_link_leads_to_the_content(self, page: Any, published: Path) -> None:
        page.goto((published / "en" / "arroyo-garza-2025" / "index.html").as_uri())
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "content"


class TestListener:
    def test_the_control_panel_can_be_followed(self, page: Any, published: Path) -> None:
        page.goto((published / "en" / "arroyo-garza-2025" / "index.html").as_uri())
        tree = page.locator("main").aria_snapshot()
        heard = [
            'heading "Open Government Local Action Plan of Arroyo Garza 2025-2027" [level=1]',
            "term: As of", "definition: 30 November 2026",
            'heading "Control panel" [level=2]',
            "term: Compliance", "definition: 84.9 %", "term: Government", "definition: 83.4 %", "term: Civil society",
            "green, on track: 8 amber, at risk: 2 red, critical: 1",
            'link "How every figure is worked out, step by step"',
            'table "Overdue activities"', 'rowheader "With a reason"', "cable that arrives in December", "No activity is disputed.",
            'table "Every commitment"', 'rowheader "Water on the announced days"', 'cell "100.0 %"',
            'table "Half-yearly goals met in time"', 'cell "3 of 4"', "all in time",
            'table "Indicators that are not on track"', 'cell "red, critical"',
            'heading "What the lights mean" [level=3]',
            'table "Latest evidence"',
            'heading "What changed from 30 September 2026 to 30 November 2026" [level=3]',
        ]  # fmt: skip
        place = 0
        for one in heard:
            assert one in tree[place:], one
            place += tree[place:].index(one)

    def test_a_tree_is_heard_as_lists_in_lists_that_say_what_is_what(self, page: Any, published: Path) -> None:
        page.goto((published / "en" / "arroyo-garza-2025" / "problems" / "water-outages.html").as_uri())
        tree = page.get_by_role("group").first.aria_snapshot()
        assert tree.index("Effect:") < tree.index("Central problem:") < tree.index("Necessary cause:")
        assert re.search(r"\n( +)- list:\n\1  - listitem:\n.*\n\1    - list:\n\1      - listitem", tree, re.DOTALL)

    def test_a_chart_says_what_it_shows(self, page: Any, published: Path) -> None:
        page.goto((published / "en" / "arroyo-garza-2025" / "commitments" / "steady-water.html").as_uri())
        drawing = page.get_by_role("img").first
        assert 'img "Values of “Upper-town households short of water” Promised from' in drawing.aria_snapshot()


class TestNothingFromOutside:
    @pytest.mark.parametrize(("language", "example"), SITES)
    def test_no_page_asks_for_anything(self, page: Any, published: Path, language: str, example: str) -> None:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        for path in paths(published, language, example):
            page.goto(path.as_uri())
        assert asked == [path.as_uri() for path in paths(published, language, example)]

    @pytest.mark.parametrize("name", ["index.html", "whole.html"])
    def test_the_policy_holds_from_a_file(self, browser: Any, published: Path, name: str) -> None:
        opened = browser.new_page()
        opened.goto((published / "en" / "arroyo-garza-2025" / name).as_uri())
        opened.evaluate(ATTACKS)
        opened.wait_for_function("window.refused.length >= 4")
        assert opened.evaluate("window.broken") is None
        assert opened.evaluate("getComputedStyle(document.body).color") != "rgb(1, 2, 3)"
        assert {"img-src", "style-src-attr", "script-src-elem"} <= set(opened.evaluate("window.refused"))
        opened.close()

    @pytest.mark.parametrize("text", HOSTILE)
    def test_hostile_texts_do_nothing(self, page: Any, tmp_path: Path, text: str) -> None:
        plan = short(load(read_plan(ROOT / "examples" / "arroyo-garza-2025.yaml")).plan)
        spoiled = Spoiler(lambda old, number: f"{text} {number}").plan(plan)
        path = tmp_path / "page.html"
        path.write_text(pages_of.write(whole(told_of(spoiled)), sandbox(None)), encoding="utf-8")
        page.set_viewport_size({"width": 320, "height": 640})
        page.goto(path.as_uri())
        assert page.evaluate("window.broken") is None
        assert page.evaluate("document.documentElement.scrollWidth") == 320
        page.emulate_media(media="print")
        page.set_viewport_size({"width": PAPERS["a4"], "height": 900})
        page.reload()
        assert page.evaluate(CUT) == []


@pytest.mark.parametrize("name", ["index.html", "whole.html"])
def test_a_page_printed_to_pdf_is_whole_and_tagged(browser: Any, published: Path, name: str) -> None:
    opened = browser.new_page()
    opened.goto((published / "es" / "sierra-alta-2025" / name).as_uri())
    printed = opened.pdf(prefer_css_page_size=True, tagged=True, outline=True)
    opened.close()
    with pikepdf.open(BytesIO(printed)) as document:
        assert bool(document.Root.MarkInfo.Marked)
        assert str(document.Root.Lang) == "es-MX"
        assert len(document.pages) > 3
        box = document.pages[0].mediabox
        assert (round(float(box[2])), round(float(box[3]))) == (612, 792)


class Links(html.parser.HTMLParser):
    """The links and the ids of a page, and where each text of a link leads, beside the head of the row it stands in."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.texts: dict[tuple[str, str], set[str]] = {}
        self._open: list[str] = []
        self._row, self._in_head = "", False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        self.ids += [held["id"]] if held.get("id") else []
        self.links += [held["href"] or ""] if tag in ("a", "link") and "href" in held else []
        if tag in ("tr", "table"):
            self._row = ""
        self._in_head = tag == "th" or (self._in_head and tag != "td")
        if tag == "a":
            self._open = [held.get("href") or ""]
        for name in ("aria-labelledby", "aria-describedby"):
            self.links += ["#" + one for one in (held.get(name) or "").split()]

    def handle_data(self, data: str) -> None:
        self._row += data if self._in_head else ""
        if self._open:
            self.texts.setdefault((self._row, data), set()).add(self._open[0])

    def handle_endtag(self, tag: str) -> None:
        self._open = [] if tag == "a" else self._open
        self._in_head = self._in_head and tag != "th"
        self._row = "" if tag == "table" else self._row


def read(published: Path, language: str, example: str) -> Iterator[tuple[Path, Links]]:
    place = published / language / Path(example).stem
    return ((path, Links(path.read_text("utf-8"))) for path in sorted(place.rglob("*.html")))


@pytest.mark.parametrize(("language", "example"), SITES)
class TestLinks:
    def test_every_one_inside_leads_somewhere_and_no_id_stands_twice(
        self, published: Path, language: str, example: str
    ) -> None:
        found = dict(read(published, language, example))
        broken = []
        for path, links in found.items():
            assert len(links.ids) == len(set(links.ids))
            for link in links.links:
                if "://" in link or link.startswith("mailto:"):
                    continue
                file, _, fragment = link.partition("#")
                target = (path.parent / unquote(file)).resolve() if file else path
                lost = not target.is_file() or (fragment and target in found and fragment not in found[target].ids)
                broken += [(path.name, link)] if lost else []
        assert broken == []

    def test_the_same_words_lead_to_the_same_place(self, published: Path, language: str, example: str) -> None:
        for path, links in read(published, language, example):
            for text, hrefs in links.texts.items():
                places = {re.sub(r"(^mailto:[^?]*)\?.*|^#.*", r"\1", one) for one in hrefs}
                assert (path.name, text, len(places - {""})) <= (path.name, text, 1), places


def test_the_pages_are_valid_html(published: Path) -> None:
    jar = next(iter(sorted(NODE.glob("node_modules/vnu-jar/build/dist/*.jar"))), None)
    if shutil.which("java") is None or jar is None:
        missing("needs java and vnu-jar: npm install --no-package-lock --prefix tests/node")
    ran = subprocess.run(
        ["java", "-jar", str(jar), "--skip-non-html", str(published)], capture_output=True, text=True, check=False
    )
    serious = [line for line in ran.stderr.splitlines() if "info warning" not in line]
    assert serious == []
