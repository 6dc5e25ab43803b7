"""A pattern for every way in which a name of the format may be written: capitals, accents and gaps do not matter."""

from collections.abc import Sequence
from functools import cache

from lap.source.vocabulary import fold

# ASCII and Latin-1 hold the letters of the languages that plans are written in.
LETTERS = [chr(code) for code in (*range(0x21, 0x7F), *range(0xC0, 0x100))]
GAP = r"(?:-|[\s_]+)"


def spelled(names: Sequence[str], but: Sequence[str] = ()) -> str:
    """A regular expression, for Python and ECMA-262 alike, for all spellings of some names; `but` are left out."""
    left_out = f"(?!(?:{'|'.join(but)})$)" if but else ""
    return f"^{left_out}\\s*(?:{'|'.join(map(_loosely, names))})\\s*$"


def _loosely(name: str) -> str:
    return "".join(GAP if letter == "-" else _any_of(letter) for letter in name)


@cache
def _any_of(letter: str) -> str:
    """The letters that are read as this one: capital or not, with any accent."""
    same = [other for other in LETTERS if fold(other) == letter]
    return f"[{_ranges(same)}]" if len(same) > 1 else letter


def _ranges(letters: list[str]) -> str:
    """Letters in the order of their codes, runs of them as ranges."""
    found: list[list[str]] = []
    for letter in letters:
        if found and ord(letter) == ord(found[-1][-1]) + 1:
            found[-1].append(letter)
        else:
            found.append([letter])
    return "".join(f"{run[0]}-{run[-1]}" if len(run) > 2 else "".join(run) for run in found)
