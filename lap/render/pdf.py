"""A PDF from a document's Typst source: tagged, for everybody (PDF/UA-1), made without a browser.

Every sign of it must have a letter in a font: those that Typst brings, or those of the machine. What has none, as emoji
mostly do, is spelled out as its number, so that nothing is lost and the PDF stays readable for everybody.
"""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from lap.failure import CannotRun
from lap.render.blame import blamed

WITHOUT_FONT = re.compile(r"the text `\"(.+?)\"` could not be displayed", re.DOTALL)
USUAL = re.compile(r"[\x00-\x7e\u00a0-\u017f\u2010-\u2026]")
"""Signs that the fonts which Typst brings all have."""
WHERE = re.compile(r"┌─ .*?:(\d+):\d+")
MOST_TRIES = 60


class Made(NamedTuple):
    """A document, and the signs in it that no font has, which are spelled out."""

    document: str | bytes
    spelled: tuple[str, ...] = ()


def pdf(source: str, templates: Path | None = None, *, machine: bool = True) -> Made:
    """The PDF set from a source, with the fonts of the machine where `machine`, else with those that Typst brings alone.

    Raises CannotRun where the setter is not installed, or a template is wrong; of the user's `templates` it says which.
    """
    try:
        import typst
    except ImportError:
        raise CannotRun("no-typst") from None
    try:
        return Made(_set(source, machine))
    except typst.TypstError as error:
        if not WITHOUT_FONT.search(str(error)):
            raise _broken(error, source, templates) from None
    lacking = _lacking(source, machine)
    try:
        return Made(_set(spelled(source, lacking), machine), tuple(sorted(lacking)))
    except typst.TypstError as error:
        raise _broken(error, source, templates) from None


def spelled(source: str, signs: Iterable[str]) -> str:
    """A source with some signs in it as their numbers; a line may end after each."""
    return source.translate({ord(sign): f"<U+{ord(sign):04X}>\u200b" for sign in signs})


def _set(source: str, machine: bool) -> bytes:
    import typst

    made = typst.compile(source.encode(), format="pdf", pdf_standards="ua-1", ignore_system_fonts=not machine)
    assert isinstance(made, bytes)
    return made


def _lacking(source: str, machine: bool) -> frozenset[str]:
    """The signs of a source that no font has, found with a small document of them alone."""
    import typst

    asked = sorted(set(USUAL.sub("", source)))
    lacking: set[str] = set()
    for _ in range(MOST_TRIES):
        rest = [sign for sign in asked if sign not in lacking]
        try:
            _set('#set document(title: "x")\n#title()\n' + "\n\n".join(f'#"{sign}";' for sign in rest), machine)
        except typst.TypstError as error:
            lacking |= set("".join(WITHOUT_FONT.findall(getattr(error, "diagnostic", str(error))))) & set(rest)
        else:
            break
    return frozenset(lacking)


def _broken(error: Exception, source: str, templates: Path | None) -> CannotRun:
    what, place = str(error).partition("\n")[0], WHERE.search(getattr(error, "diagnostic", ""))
    lines = source.split("\n")
    spot = blamed(lines[int(place.group(1)) - 1], templates, ".typ.j2") if place else None
    if spot:
        return CannotRun("bad-template", path=spot.path, line=spot.line, what=what)
    return CannotRun("bad-typst", what=what)
