"""How people take part, as settings: which texts the branch, the form and the addresses may be."""

import re
from typing import NamedTuple

from lap.participation import BLANKS
from lap.render.addresses import safe
from lap.source.vocabulary import entry_of, shown

BLANK = re.compile(r"\{([^{}]*)\}")
# As git has it: a branch's name holds nothing of this.
NO_BRANCH = re.compile(r"[\x00-\x20\x7f~^:?*\[\\]|\.\.|@\{|//|^[-/.]|[/.]$|\.lock$")
FILE = re.compile(r"[\w-][\w.-]*\.ya?ml|[\w-][\w.-]*\.md", re.IGNORECASE)


class Misfit(NamedTuple):
    """Why a text cannot be obeyed: the cause of Y401, and what it says besides the key and the value."""

    cause: str
    parameters: dict[str, object]


def read(key: str, value: str, language: str) -> str | Misfit:
    """The text of a key, its blanks under their English names; or why it does not count, for a file in a language."""
    text = value.strip()
    if key == "branch":
        return Misfit("branch", {}) if not text or NO_BRANCH.search(text) else text
    if key == "form":
        return text if FILE.fullmatch(text) else Misfit("form", {"example": "comment.yml"})
    return _address(key, text, language)


def _address(key: str, text: str, language: str) -> str | Misfit:
    allowed = BLANKS[key]
    for name in BLANK.findall(text):
        entry = entry_of("=blank", name)
        if entry is None or entry.name not in allowed:
            names = tuple(braced(shown("=blank", one, language)) for one in allowed)
            return Misfit("blank", {"blank": braced(name), "allowed": names})
    made = BLANK.sub(lambda blank: braced(_canonical(blank[1])), text)
    if "{" in BLANK.sub("", made) or not safe(_tried(made)):
        return Misfit("address", {"example": f"https://example.org/?{braced(shown('=blank', allowed[-1], language))}"})
    return made


def _canonical(name: str) -> str:
    entry = entry_of("=blank", name)
    return entry.name if entry else name


def _tried(pattern: str) -> str:
    """The address with something in its blanks."""
    return BLANK.sub("x", pattern.replace(braced("repository"), "https://example.org/x"))


def braced(name: str) -> str:
    """A name as a blank."""
    return f"{{{name}}}"
