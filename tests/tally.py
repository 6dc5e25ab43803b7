"""Tallies the wording rules over a folder of marked plans: how much of what is expected they find, and how much else.

    python tests/tally.py FOLDER

A line of a plan may end in marks: `# <- S103 S104` expects these findings there, `# ok S104` wants the rule silent though a
simple one would fire, `# open P102` counts neither way. Any other finding of a tallied code counts as wrong. Precision is
the share of findings that were expected, recall the share of what was expected that was found. `x-wording` and `x-adapted`
of a problem or commitment tell which of its sentences are `real` ones; these are counted apart, too.
"""

import datetime
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from lap.checking import check_path
from lap.findings import Finding
from lap.lint import Options
from lap.source.document import parse
from lap.source.nodes import Data, Mapping

MARK = re.compile(r"# (<-|ok|open) ((?:[A-Z]\d{3} ?)+)")
CODES = ("S102", "S103", "S104", "S110", "S111", "S113", "P102", "P103", "P104", "M103", "M104")
TODAY = Options(datetime.date(2025, 1, 15), as_adopted=True)
EXPECTED, OPEN, OTHER = "<-", "open", ""
REAL = "real"


class Case(NamedTuple):
    """A line where a code was found, or expected, or both."""

    code: str
    place: str
    text: str
    language: str
    wording: str
    expected: bool
    found: bool


class Score(NamedTuple):
    """How often a code was expected, found, and both."""

    expected: int
    found: int
    right: int

    @property
    def precision(self) -> float:
        """The share of findings that were expected; 1 without findings."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of what was expected that was found; 1 where nothing was."""
        return self.right / self.expected if self.expected else 1.0


def tally(paths: Iterable[Path]) -> list[Case]:
    """Every case of every plan file, without those that are open."""
    return [case for path in paths for case in _cases(path)]


def score(cases: Iterable[Case]) -> Score:
    """The sums over some cases."""
    kept = list(cases)
    both = sum(one.expected and one.found for one in kept)
    return Score(sum(one.expected for one in kept), sum(one.found for one in kept), both)


def _cases(path: Path) -> Iterator[Case]:
    text = path.read_text(encoding="utf-8")
    lines, marks = text.split("\n"), dict(_marks(text))
    checked = check_path(path, TODAY)
    data = parse(text, path.name).data
    keys, wordings = _keys(data), dict(_wordings(data))
    found = {(_line(one, marks, keys), one.code) for one in checked.findings if one.code in CODES}
    expected = {place for place, mark in marks.items() if mark == EXPECTED and place[1] in CODES}
    for line, code in sorted(found | expected):
        if marks.get((line, code)) != OPEN:
            place = f"{path.name}:{line}"
            either = (line, code) in expected, (line, code) in found
            yield Case(code, place, lines[line - 1].strip(), checked.language, wordings.get(line, OTHER), *either)


def _marks(text: str) -> Iterator[tuple[tuple[int, str], str]]:
    for number, line in enumerate(text.split("\n"), 1):
        for mark, codes in MARK.findall(line):
            for code in codes.split():
                yield (number, code), mark


def _line(finding: Finding, marks: dict[tuple[int, str], str], keys: dict[int, list[int]]) -> int:
    """The line of a finding; one at the key of a node counts on the marked line of the node's own texts."""
    line = finding.span.line
    if finding.path or (line, finding.code) in marks:
        return line
    return next((own for own in keys.get(line, ()) if (own, finding.code) in marks), line)


def _keys(data: Data) -> dict[int, list[int]]:
    """Of every mapping that stands under a key, the key's line and the lines of its own texts."""
    lines: dict[int, list[int]] = {}
    for _, line, value in _nodes(data):
        if isinstance(value, Mapping):
            own = [one.span.line for one in value.values() if isinstance(one, str)]
            lines[line] = own
    return lines


def _nodes(data: Data) -> Iterator[tuple[str, int, Data]]:
    """Every key of a document with its line and its value, parents first."""
    todo = [data]
    while todo:
        node = todo.pop()
        if isinstance(node, Mapping):
            for key, value in node.items():
                yield key, node.places[key].line, value
            todo += reversed(list(node.values()))


def _wordings(data: Data) -> Iterator[tuple[int, str]]:
    """The wording of each line of a problem or commitment, as it says itself."""
    for _, first, value in _nodes(data):
        if isinstance(value, Mapping) and "x-wording" in value:
            adapted = value.get("x-adapted") or ()
            yield first, value["x-wording"]
            for line, key, wording in _lines(value, value["x-wording"], ""):
                yield line, "adapted" if key in adapted else wording


def _lines(node: Mapping, wording: str, under: str) -> Iterator[tuple[int, str, str]]:
    for key, value in node.items():
        if isinstance(value, Mapping):
            yield node.places[key].line, key, wording
            yield from _lines(value, wording, key)
        else:
            # The activity `museums: Sign up museums` is adapted by its id, one in full by the id above.
            yield node.places[key].line, key if under == "" or _is_list(under) else under, wording


def _is_list(key: str) -> bool:
    return key in ("activities", "actividades", "causes", "causas", "effects", "efectos")


def told(cases: list[Case]) -> Iterator[str]:
    """The table, line by line, and what was missed or found wrongly."""
    languages = sorted({one.language for one in cases})
    groups = ["all", *languages, REAL]
    yield "code  " + "".join(f"{group:^34}" for group in groups)
    yield "      " + "".join(f"{'expected found  prec. recall':^34}" for _ in groups)
    for code in CODES:
        own = [one for one in cases if one.code == code]
        if own:
            yield f"{code}  " + "".join(f"{_row(own, group):^34}" for group in groups)
    for one in sorted(cases):
        if one.expected != one.found:
            yield f"{one.code} {'missed' if one.expected else 'wrong '} {one.place} [{one.wording or '-'}] {one.text}"


def _row(cases: list[Case], group: str) -> str:
    own = score(one for one in cases if group == "all" or group in (one.language, one.wording))
    return f"{own.expected:>8} {own.found:>5}   {own.precision:4.2f}   {own.recall:4.2f}"


if __name__ == "__main__":
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_dir():
        sys.exit("usage: python tests/tally.py FOLDER")
    for row in told(tally(sorted(Path(sys.argv[1]).rglob("*.yaml")))):
        print(row)
