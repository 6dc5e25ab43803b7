"""What the tests share."""

import datetime
import io
import os
import re
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple

import pytest

from lap.checking import check
from lap.cli.app import run
from lap.fragments import FRAGMENT, laid_over_base
from lap.lint import Options

TODAY = Options(datetime.date(2025, 1, 15))


def found(fragment: str) -> list[tuple[int, str]]:
    """Line and code of every finding of a fragment laid over the base plan; none may lie in the base plan."""
    checked = check(laid_over_base(fragment), TODAY)
    outside = [finding for finding in checked.findings if finding.span.file != FRAGMENT]
    assert not outside
    return [(finding.span.line, finding.code) for finding in checked.findings]


ROOT = Path(__file__).parent.parent
SNAPSHOTS = Path(__file__).with_name("snapshots")
SPEAKING = (
    "GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "LAP_LANG", "LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE", "NO_COLOR", "COLUMNS", "LINES", "LAP_DEBUG",
    "PYTHONIOENCODING", "PYTHONUTF8",
)  # fmt: skip


class Ran(NamedTuple):
    """What a run of the command line left behind."""

    status: int
    out: str
    err: str


def lap(*arguments: object, columns: int = 80, **environment: str) -> Ran:
    """Runs the command line in this process, away from any terminal; the environment says only what is told here."""
    out, err = io.StringIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        for name in SPEAKING:
            patch.delenv(name, raising=False)
        for name, value in {"COLUMNS": str(columns), **environment}.items():
            patch.setenv(name, value)
        status = run([str(one) for one in arguments])
    return Ran(status, out.getvalue(), err.getvalue())


def bare_environment(**more: str) -> dict[str, str]:
    """The environment of this process without what says how to speak, and with this checkout to be imported."""
    kept = {name: value for name, value in os.environ.items() if name not in SPEAKING}
    return {**kept, "PYTHONPATH": str(ROOT), **more}


def lap_process(*arguments: object, stdin: bytes = b"", cwd: Path | None = None, **environment: str) -> Ran:
    """Runs the command line as a process of its own, its three streams pipes. What it writes must be UTF-8."""
    done = subprocess.run(
        [sys.executable, "-m", "lap", *map(str, arguments)],
        input=stdin, capture_output=True, cwd=cwd, env=bare_environment(**environment), timeout=120, check=False,
    )  # fmt: skip
    return Ran(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def same_as_snapshot(name: str, text: str) -> None:
    """Compares a text with the one kept under a name; with LAP_SNAPSHOTS=write it is kept anew."""
    path = SNAPSHOTS / name
    if os.environ.get("LAP_SNAPSHOTS") == "write":
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8"), "if the new text is right: LAP_SNAPSHOTS=write pytest -n0"


FIRST_LINE = re.compile(
    r"^(?P<file>.+?):(?P<line>\d+):(?P<column>\d+): (?:error|warning|advice) (?P<code>[A-Z]\d{3})\b", re.M
)


def spots(report: str) -> list[tuple[str, int, int, str]]:
    """File, line, column and code of every finding of an English report, text or plain, from their first lines."""
    return [(one["file"], int(one["line"]), int(one["column"]), one["code"]) for one in FIRST_LINE.finditer(report)]
