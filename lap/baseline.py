"""A baseline: the findings that were there before, known by rule and place in the plan, so that lines may move.

The file is JSON with a shape and version of its own, an entry a line, in a fixed order, so that it reads well in a
comparison of versions. Errors about a text that could not be read, or about settings, are never in it.
"""

import hashlib
import json
import os
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from lap.checking import Checked
from lap.failure import CannotRun
from lap.findings import Finding
from lap.replacing import replace_file
from lap.rules import BY_CODE

VERSION = 1
ANY = "*"


class Entry(NamedTuple):
    """What a finding is known by: its plan (from the baseline's folder), its route in English keys, and its rule.

    A place in a list has `*` for its number; there, and where a finding of family Y has no route, `words` is a hash of
    the words that it stands at.
    """

    plan: str
    path: str
    code: str
    words: str = ""


class Baseline(NamedTuple):
    """The entries of a baseline with how often each occurs, and the folder that its plans are named from."""

    folder: str
    entries: Counter[Entry]


class Compared(NamedTuple):
    """The plans without what the baseline holds, and how many of its entries no longer occur."""

    plans: list[Checked]
    mended: int


def made_of(plans: Iterable[Checked], path: str) -> Baseline:
    """A baseline of all that was found, to be kept at a path."""
    folder = os.path.dirname(path)
    found = ((one, plan) for plan in plans for one in plan.findings if _may_hold(one))
    return Baseline(folder, Counter(_entry(one, plan, folder) for one, plan in found))


def compare(baseline: Baseline, plans: list[Checked], codes: frozenset[str]) -> Compared:
    """Takes out of the plans what was there before. `codes` are the rules that were asked for: others prove nothing."""
    left = Counter(baseline.entries)
    compared = [_without(plan, left, baseline.folder) for plan in plans]
    judged = {_name(plan, baseline.folder): codes & {rule.code for rule in plan.rules} for plan in plans}
    mended = sum(times for entry, times in left.items() if entry.code in judged.get(entry.plan, ()))
    return Compared(compared, mended)


def _without(plan: Checked, left: Counter[Entry], folder: str) -> Checked:
    """A plan without the findings that are left in a baseline; each entry goes as often as it stands there."""
    fresh: list[Finding] = []
    for finding in plan.findings:
        entry = _entry(finding, plan, folder)
        if _may_hold(finding) and left[entry] > 0:
            left[entry] -= 1
        else:
            fresh.append(finding)
    return replace(plan, findings=fresh, known=len(plan.findings) - len(fresh))


def _may_hold(finding: Finding) -> bool:
    return not BY_CODE[finding.code].firm


def _entry(finding: Finding, plan: Checked, folder: str) -> Entry:
    route = [ANY if isinstance(step, int) else step for step in (*finding.route, *finding.path)]
    wordless = ANY not in route if route else not finding.code.startswith("Y")
    words = "" if wordless else _words(finding, plan)
    return Entry(_name(plan, folder), "/".join(route), finding.code, words)


def _name(plan: Checked, folder: str) -> str:
    """The path of a plan from a folder, with forward slashes; what is not in a file keeps its name."""
    if plan.name == "-":
        return plan.name
    try:
        return os.path.relpath(plan.name, folder or ".").replace(os.sep, "/")
    except ValueError:  # on another drive
        return plan.name


def _words(finding: Finding, plan: Checked) -> str:
    """A hash of the words that a finding stands at."""
    span = finding.span
    row = plan.rows.get((span.file, span.line), "")
    end = span.end_column - 1 if span.end_line == span.line else len(row)
    text = " ".join(unicodedata.normalize("NFC", row[span.column - 1 : end]).split())
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def read_baseline(path: str) -> Baseline:
    """Reads a baseline. Raises CannotRun where there is none, or where it is not one that this program wrote."""
    try:
        data = json.loads(Path(path).read_bytes())
        return Baseline(os.path.dirname(path), _entries(data))
    except FileNotFoundError:
        raise CannotRun("no-baseline", path=path) from None
    except OSError:
        raise CannotRun("unreadable-file", path=path) from None
    except json.JSONDecodeError as error:
        raise CannotRun("bad-baseline", path=f"{path}:{error.lineno}:{error.colno}") from None
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError):
        raise CannotRun("bad-baseline", path=path) from None


def _entries(data: Any) -> Counter[Entry]:
    """The entries of a file. Raises what wrong data raise."""
    if (data["baseline"], data["version"]) != ("lap", VERSION):
        raise ValueError
    entries: Counter[Entry] = Counter()
    for one in data["entries"]:
        texts = [str(one.get(name, "")) for name in Entry._fields]
        entries[Entry(*texts)] += int(one.get("count", 1))
    return entries


def write_baseline(baseline: Baseline, path: str) -> None:
    """Writes a baseline, in place of an older one. Raises CannotRun, and leaves alone what is no baseline."""
    place = os.path.realpath(path)
    if os.path.lexists(place) and not _may_replace(place):
        raise CannotRun("not-a-baseline", path=path)
    try:
        replace_file(place, _text(baseline).encode())
    except OSError:
        raise CannotRun("cannot-write", path=path) from None


def _may_replace(place: str) -> bool:
    """Whether a file is an older baseline, or empty."""
    try:
        return os.path.isfile(place) and (os.path.getsize(place) == 0 or bool(read_baseline(place)))
    except (CannotRun, OSError):
        return False


def _text(baseline: Baseline) -> str:
    rows = [json.dumps(_row(*item), ensure_ascii=False) for item in sorted(baseline.entries.items())]
    head = f'{{"baseline": "lap", "version": {VERSION}, "entries": ['
    return head + ",".join("\n  " + row for row in rows) + "\n]}\n"


def _row(entry: Entry, times: int) -> dict[str, object]:
    row: dict[str, object] = {name: value for name, value in entry._asdict().items() if value}
    return row if times == 1 else {**row, "count": times}
