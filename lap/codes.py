"""The codes of rules as people write them: a code, or the letter of a family."""

import difflib

from lap.rules import BY_CODE


def meant(name: str) -> frozenset[str]:
    """The codes that a code or a family's letter stands for; none where there is no such rule."""
    name = name.upper()
    return frozenset({name}) if name in BY_CODE else frozenset(code for code in BY_CODE if code[0] == name)


def nearest(name: str) -> str:
    """The code that somebody most likely meant, of the same family where there is one; or ""."""
    name = name.upper()
    family = [code for code in BY_CODE if code[0] == name[:1]]
    close = difflib.get_close_matches(name, family, 1, 0.5) or difflib.get_close_matches(name, BY_CODE, 1, 0.5)
    return close[0] if close else ""
