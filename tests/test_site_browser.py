"""Every page that is published, in a real browser: anyone can read it, on any screen, by any means (WCAG 2.2 AA)."""

import html.parser
import shutil
import subprocess
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from browser import NODE, library, missing
from conftest import ROOT, lap

pytest_plugins = ["browser"]
EXAMPLES = ("arroyo-garza-2025.yaml", "jalisco-2016.yaml", "sierra-alta-2025", "tlaxcala-2016.yaml")
LANGUAGES = ("en", "es")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})"
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
REACHABLE = "[...document.querySelectorAll('a[href], [tabindex=\"0\"]')].length"
FOCUSED = """() => {
  const one = document.activeElement, style = getComputedStyle(one);
  return [one.outerHTML.slice(0, 80), style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2];
}"""
CUT = """() => [...document.querySelectorAll('.scroll, svg')].filter(one => one.scrollWidth > one.clientWidth + 1)
  .map(one => one.outerHTML.slice(0, 120))"""
SITES = [(language, example) for language in LANGUAGES for example in EXAMPLES]


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site and the document of every example, in both languages."""
    folder = tmp_path_factory.mktemp("published")
    for language, example in SITES:
        place, plan = folder / language / Path(example).stem, ROOT / "examples" / example
        told = ("--as-of", "2026-11-30", "--lang", language)
        assert lap("site", plan, "--output", place, *told).status == 0
        ran = lap("render", plan, "--format", "html", "--output", place / "whole.html", *told)
        assert ran.status == 0, ran.err
    return folder


def pages(published: Path, language: str, example: str) -> list[Path]:
    return sorted((published / language / Path(example).stem).rglob("*.html"))


@pytest.mark.parametrize(("language", "example"), SITES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_barrier_is_found_on_any_page(page: Any, published: Path, language: str, example: str, scheme: str) -> None:
    axe = library("axe")
    page.emulate_media(color_scheme=scheme)
    for path in pages(published, language, example):
        page.goto(path.as_uri())
        page.evaluate(axe)
        found = page.evaluate(AXE, TAGS)["violations"]
        assert [(path.name, one["id"], [node["target"] for node in one["nodes"]]) for one in found] == []


@pytest.mark.parametrize(("language", "example"), SITES)
def test_no_page_needs_scrolling_sideways_and_wide_spacing_hides_nothing(
    page: Any, published: Path, language: str, example: str
) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    for path in pages(published, language, example):
        page.goto(path.as_uri())
        assert (path.name, page.evaluate("document.documentElement.scrollWidth")) == (path.name, 320)


@pytest.mark.parametrize("language", LANGUAGES)
def test_text_set_wide_apart_stays_readable(browser: Any, published: Path, language: str) -> None:
    for name in ("index.html", "whole.html", "comments.html"):
        opened = browser.new_page()
        opened.set_viewport_size({"width": 320, "height": 640})
        markup = (published / language / "sierra-alta-2025" / name).read_text("utf-8")
        opened.set_content(markup.replace('http-equiv="Content-Security-Policy"', "data-off"))
        assert opened.evaluate(SPACED) == []
        opened.close()


@pytest.mark.parametrize("name", ["index.html", "commitments/registro-de-victimas.html"])
def test_the_keyboard_reaches_everything_with_a_visible_focus(page: Any, published: Path, name: str) -> None:
    page.goto((published / "es" / "sierra-alta-2025" / name).as_uri())
    number = page.evaluate(REACHABLE)
    page.keyboard.press("Tab")
    assert "skip" in page.evaluate(FOCUSED)[0]
    reached = []
    for _ in range(number):
        what, visible = page.evaluate(FOCUSED)
        assert visible, what
        reached.append(what)
        page.keyboard.press("Tab")
    assert len(reached) == number
    assert page.evaluate("document.activeElement === document.body || document.activeElement.matches('.skip')")


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_cut_on_paper(page: Any, published: Path, language: str) -> None:
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 680, "height": 900})  # letter less its margins, in pixels of CSS
    for example in EXAMPLES:
        for path in pages(published, language, example):
            page.goto(path.as_uri())
            assert (path.name, page.evaluate(CUT)) == (path.name, [])


def test_a_listener_can_follow_the_control_panel(page: Any, published: Path) -> None:
    page.goto((published / "en" / "arroyo-garza-2025" / "index.html").as_uri())
    tree = page.locator("main").aria_snapshot()
    assert 'heading "Control panel" [level=2]' in tree
    assert "red, critical: 1" in tree
    assert 'table "Every commitment"' in tree
    assert 'rowheader "Water on the announced days"' in tree


class Links(html.parser.HTMLParser):
    """The links and the ids of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        self.ids += [held["id"]] if held.get("id") else []
        self.links += [held["href"] or ""] if tag in ("a", "link") and "href" in held else []
        for name in ("aria-labelledby", "aria-describedby"):
            self.links += ["#" + one for one in (held.get(name) or "").split()]


@pytest.mark.parametrize(("language", "example"), SITES)
def test_every_link_inside_leads_somewhere_and_no_id_stands_twice(published: Path, language: str, example: str) -> None:
    read = {path: Links(path.read_text("utf-8")) for path in pages(published, language, example)}
    broken = []
    for path, links in read.items():
        assert len(links.ids) == len(set(links.ids))
        for link in links.links:
            if "://" in link or link.startswith("mailto:"):
                continue
            file, _, fragment = link.partition("#")
            target = (path.parent / unquote(file)).resolve() if file else path
            lost = not target.is_file() or (fragment and target in read and fragment not in read[target].ids)
            broken += [(path.name, link)] if lost else []
    assert broken == []


def test_the_pages_are_valid_html(published: Path) -> None:
    jar = next(iter(sorted(NODE.glob("node_modules/vnu-jar/build/dist/*.jar"))), None)
    if shutil.which("java") is None or jar is None:
        missing("needs java and vnu-jar: npm install --no-package-lock --prefix tests/node")
    ran = subprocess.run(
        ["java", "-jar", str(jar), "--skip-non-html", str(published)], capture_output=True, text=True, check=False
    )
    serious = [line for line in ran.stderr.splitlines() if "info warning" not in line]
    assert serious == []
