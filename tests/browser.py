"""A real browser for the tests: Chromium without a window, driven by playwright, never on the network.

A test that needs it takes the fixture `page` (`pytest_plugins = ["browser"]` in its module) and, for a library of
`tests/node/package.json`, its source from `library`. Where something is missing the test is skipped and says what; where
LAP_BROWSER is `required`, or CI is set, that is a failure.
"""

import importlib.util
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
NODE = Path(__file__).with_name("node")
LIBRARIES = {"mermaid": "mermaid/dist/mermaid.min.js", "axe": "axe-core/axe.min.js"}
INSTALL = "npm install --no-package-lock --prefix tests/node"


def required() -> bool:
    """Whether a browser that is missing fails the tests: in CI, or where LAP_BROWSER asks for one."""
    asked = os.environ.get("LAP_BROWSER", "")
    return asked == "required" or (bool(os.environ.get("CI")) and asked != "optional")


def missing(reason: str) -> NoReturn:
    """Ends a test for which something is missing."""
    if required():
        pytest.fail(f"{reason}, and LAP_BROWSER=required or CI asks for it", pytrace=False)
    pytest.skip(reason)


def library(name: str) -> str:
    """The source of a library for the browser."""
    path = NODE / "node_modules" / LIBRARIES[name]
    if not path.is_file():
        missing(f"needs {name}: {INSTALL}")
    return path.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """One browser for all tests of a process, with a profile of its own, offline."""
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        missing("needs Chromium: apt-get install chromium")
    if importlib.util.find_spec("playwright") is None:
        missing("needs playwright: pip install playwright")
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile, sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            profile, executable_path=program, headless=True, args=list(FLAGS), offline=True
        )
        yield context
        context.close()


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A fresh page; whatever it complains of on its console, or wants from the network, fails the test."""
    opened = browser.new_page()
    complaints: list[str] = []
    opened.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("requestfailed", lambda request: complaints.append(f"asked for {request.url}"))
    yield opened
    opened.close()
    assert complaints == []


@pytest.fixture
def mermaid(page: Any) -> Any:
    """Draws a diagram with the real Mermaid, as GitHub does; returns the page, on which nothing else stands.

    Raises playwright's Error where Mermaid refuses it.
    """
    source = library("mermaid")
    page.set_content("<!doctype html><title>Mermaid</title><main></main>")
    page.add_script_tag(content=source)
    page.evaluate("mermaid.initialize({startOnLoad: false, securityLevel: 'strict'})")

    def draw(diagram: str) -> Any:
        page.evaluate(
            "async text => { document.querySelector('main').innerHTML = (await mermaid.render('drawn', text)).svg }",
            diagram,
        )
        return page

    return draw
