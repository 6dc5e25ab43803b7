"""Which line of the user's own templates brought a line of what was made from them."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")


class Spot(NamedTuple):
    """A line of a template, and how many of its own letters stand in the line that was made."""

    path: str
    line: int
    letters: int


def blamed(made: str, templates: Path | None, ending: str) -> Spot | None:
    """The line of a template with that ending which a line was most likely made from; None where none can be.

    What stands between Jinja's signs may have become anything; the letters around it must be there, in their order.
    """
    found = list(_spots(made.strip(), templates, ending)) if templates else []
    return max(found, key=lambda spot: spot.letters, default=None)


def _spots(made: str, templates: Path, ending: str) -> Iterator[Spot]:
    for path in sorted(templates.rglob(f"*{ending}")):
        for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), 1):
            parts = [part.strip() for part in TAG.split(line)]
            letters = sum(map(len, parts))
            if letters and re.search(".*?".join(map(re.escape, parts)), made, re.DOTALL):
                yield Spot(str(path), number, letters)
