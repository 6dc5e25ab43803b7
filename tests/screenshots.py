"""Makes the pictures of README.md anew from an example: the panel on a desk and on a phone, a commitment on paper.

    python tests/screenshots.py

Needs Chromium and the libraries of `pip install -e ".[dev]"`.
"""

import shutil
import tempfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
from browser import FLAGS, NAMES
from conftest import ROOT, lap
from PIL import Image
from playwright.sync_api import sync_playwright

PLACE = ROOT / ".github" / "screenshots"
EXAMPLE, DAY = ROOT / "examples" / "arroyo-garza-2025.yaml", "2026-11-30"
COLOURS = 64
"""Enough for pages of text, and a quarter of the bytes."""


def main() -> None:
    """Writes the three pictures."""
    PLACE.mkdir(parents=True, exist_ok=True)
    program = next(filter(None, map(shutil.which, NAMES)))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder) / "site"
        assert lap("site", EXAMPLE, "--output", site, "--as-of", DAY).status == 0
        browser = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
        for name, width, height, scale in (("desktop", 1280, 1400, 1), ("phone", 390, 1000, 1.5)):
            page = browser.new_page(viewport={"width": width, "height": height}, device_scale_factor=scale)
            page.goto((site / "index.html").as_uri())
            save(Image.open(BytesIO(page.screenshot())), name)
        page.goto((site / "commitments" / "steady-water.html").as_uri())
        save(paper(page), "print")
        browser.close()


def paper(page: Any) -> Image.Image:
    """The first two sheets of a page that is printed, side by side."""
    document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    first, second = (document[number].render(scale=1.2).to_pil() for number in (0, 1))
    both = Image.new("RGB", (first.width + second.width + 20, first.height), "#9a9a9a")
    both.paste(first, (0, 0))
    both.paste(second, (first.width + 20, 0))
    return both


def save(picture: Image.Image, name: str) -> None:
    """Writes a picture as small as it can be without losing letters."""
    picture.convert("RGB").quantize(COLOURS).save(PLACE / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
