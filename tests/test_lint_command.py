"""`lap lint`: every rule, statistics, and what --fix and --diff write, say and refuse."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from conftest import ROOT, Ran, lap, lap_process

from lap.rules import RULES

DAY = ("--as-of", "2025-01-15")
JALISCO = ROOT / "examples" / "jalisco-2016.yaml"
SLIPS = "lap: 1\ntitel: Plan  # name\nstatus: adpoted\nadopted: 31/12/2024\n"
MENDED = "lap: 1\ntitle: Plan  # name\nstatus: adopted\nadopted: 2024-12-31\n"
RESBALONES = "lap: 1\ntitulo: Plan\nestatus: borador\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, gone into."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def lint(*arguments: object, **environment: str) -> Ran:
    return lap("lint", *arguments, *DAY, **environment)


# every rule


def test_lint_gives_advice_and_validate_does_not() -> None:
    advice, none = lint(JALISCO, "--lang", "en").out, lap("validate", JALISCO, "--lang", "en").out
    assert ": advice " in advice
    assert ": advice " not in none


def test_what_it_fails_on() -> None:
    findings = json.loads(lint(JALISCO, "--format", "json").out)["plans"][0]["findings"]
    by_severity = {one["severity"]: one["code"] for one in findings}
    for severity, fails in (("advice", "001"), ("warning", "011"), ("error", "111")):
        states = [
            lint(JALISCO, "--select", by_severity[severity], "--fail-on", level).status
            for level in ("error", "warning", "advice")
        ]
        assert "".join(map(str, states)) == fails
    assert lint(JALISCO, "--fail-on", "everything").status == 2


def test_statistics_tell_how_often_each_rule_spoke() -> None:
    ran = lint(JALISCO, "--select", "L101,L102,Y203", "--statistics", "--lang", "en", COLUMNS="200")
    table = ran.out.partition("\nFindings by rule\n")[2].splitlines()
    assert [row.split()[:2] for row in table] == [["1", "L101"], ["1", "L102"], ["1", "Y203"]]
    assert table[2].endswith("A date exists and is written year-month-day")
    assert "Hallazgos por regla" in lint(JALISCO, "--statistics", "--lang", "es").out
    families = ",".join({rule.family for rule in RULES})
    assert "Findings by rule" not in lint(JALISCO, "--ignore", families, "--statistics", "--lang", "en").out


def test_statistics_do_not_spoil_a_report_for_programs() -> None:
    ran = lint(JALISCO, "--format", "json", "--statistics")
    assert json.loads(ran.out)["report"] == "lap"
    assert "L101" in ran.err


def test_it_says_what_can_be_mended(here: Path) -> None:
    (here / "p.yaml").write_text(SLIPS)
    assert "lap lint --fix mends 3 of these findings." in lint("p.yaml", "--lang", "en").out
    assert "lap lint --fix corrige 3 de estos hallazgos." in lint("p.yaml", "--lang", "es").out
    assert "--fix" not in lint("p.yaml", "-q").out + lint("p.yaml", "--format", "json").err


# --fix


def test_fix_mends_the_files_and_reports_what_remains(here: Path) -> None:
    (here / "p.yaml").write_text(SLIPS)
    ran = lint("p.yaml", "--fix", "--select", "Y", "--lang", "en")
    assert (here / "p.yaml").read_text() == MENDED
    assert ran.status == 0
    assert "0 errors, 0 warnings" in ran.out
    assert ran.err == "p.yaml: 3 places mended (Y201, Y203, Y204)\n"
    again = lint("p.yaml", "--fix", "--select", "Y", "--lang", "en")
    assert (again.status, again.err, (here / "p.yaml").read_text()) == (0, "", MENDED)


def test_what_remains_still_counts(here: Path) -> None:
    (here / "p.yaml").write_text(SLIPS + "term-ends: soon\n")
    ran = lint("p.yaml", "--fix", "--lang", "en")
    assert ran.status == 1
    assert "term-ends" in ran.out
    assert "Y201" not in ran.out


def test_only_selected_rules_are_followed(here: Path) -> None:
    (here / "p.yaml").write_text(SLIPS)
    lint("p.yaml", "--fix", "--select", "Y203")
    assert (here / "p.yaml").read_text() == SLIPS.replace("31/12/2024", "2024-12-31")
    lint("p.yaml", "--fix", "--ignore", "Y204")
    assert (here / "p.yaml").read_text() == MENDED.replace("adopted\na", "adpoted\na")


def test_lengths_are_mended_by_name_and_not_by_family(here: Path) -> None:
    path = here / "p.yaml"
    shutil.copy(JALISCO, path)
    before = path.read_text()
    lint("p.yaml", "--fix", "--select", "L")
    lint("p.yaml", "--fix")
    assert path.read_text() == before
    lint("p.yaml", "--fix", "--select", "S,l101")
    assert path.read_text() == before.replace("days: 302", "days: 303")
    lint("p.yaml", "--fix", "--select", "L101, L102")
    assert path.read_text() == before.replace("days: 302", "days: 303").replace("days: 332", "days: 334")


def test_it_speaks_spanish(here: Path) -> None:
    (here / "p.yaml").write_text(RESBALONES)
    ran = lint("p.yaml", "--fix", "--select", "Y")
    assert ran.err == "p.yaml: 1 lugar corregido (Y204)\n"
    assert (here / "p.yaml").read_text() == RESBALONES.replace("borador", "borrador")


def test_settings_and_waivers_are_kept_to(here: Path) -> None:
    (here / "p.yaml").write_text(SLIPS)
    (here / ".lap.yaml").write_text("ignore: [Y203]\n")
    assert "Y203" not in lint("p.yaml", "--fix", "--select", "Y201,Y204").err
    assert "31/12/2024" in (here / "p.yaml").read_text()
    lint("p.yaml", "--fix")
    assert "31/12/2024" in (here / "p.yaml").read_text()


def test_a_name_of_a_file_is_told_and_not_changed(here: Path) -> None:
    (here / "commitments").mkdir()
    (here / "plan.yaml").write_text("lap: 1\ntitle: P\n")
    (here / "commitments" / "Wells.yaml").write_text("title: W\n")
    ran = lint("--fix", "--lang", "en")
    assert "commitments/Wells.yaml:1: lap renames no files. Rename this one yourself" in ran.err
    assert (here / "commitments" / "Wells.yaml").exists()


def test_what_is_not_mended_is_said_with_its_place(here: Path) -> None:
    (here / "p.yaml").write_text('lap: 1\ntitel: P\nsummary: "open\n')
    ran = lint("p.yaml", "--fix", "--lang", "en")
    assert (
        ran.err
        == "p.yaml:2: “p.yaml” is not changed as long as parts of it cannot be read. Mend by hand first what is found there.\n"
    )
    assert ran.status == 1


def test_a_file_that_may_not_be_written_is_refused_and_the_others_are_mended(here: Path) -> None:
    for name in ("p.yaml", "q.yaml"):
        (here / name).write_text(SLIPS)
    (here / "p.yaml").chmod(0o444)
    ran = lint("p.yaml", "q.yaml", "--fix", "--lang", "en")
    assert ran.status == 2
    assert ran.err == (
        "q.yaml: 3 places mended (Y201, Y203, Y204)\n"
        "lap: “p.yaml” may not be written, so nothing was changed. Allow writing to it, then run the command again.\n"
    )
    assert [(here / name).read_text() for name in ("p.yaml", "q.yaml")] == [SLIPS, MENDED]
    assert "p.yaml:2:1: error Y201" in ran.out


# standard input


def test_from_standard_input_the_mended_text_goes_to_standard_output(here: Path) -> None:
    raw = b"\xef\xbb\xbf" + SLIPS.replace("\n", "\r\n").encode()
    ran = lap_process("lint", "-", "--fix", "--select", "Y", "--lang", "en", stdin=raw, cwd=here)
    assert ran.out == "\ufeff" + MENDED.replace("\n", "\r\n")
    assert ran.status == 0
    assert "0 errors, 0 warnings" in ran.err
    assert "-: 3 places mended" in ran.err


@pytest.mark.parametrize("raw", [b"", b"lap: 1\ntitle: P\n", b'lap: 1\ntitel: "open\n', b"# " + b"x" * 5_300_000])
def test_what_is_not_mended_is_handed_through(here: Path, raw: bytes) -> None:
    assert lap_process("lint", "-", "--fix", stdin=raw, cwd=here).out.encode() == raw


# --diff


def test_diff_shows_and_writes_nothing(here: Path) -> None:
    (here / "p.yaml").write_text(SLIPS)
    ran = lint("p.yaml", "--diff", "--lang", "en")
    assert ran.status == 1
    assert ran.out == (
        "--- a/p.yaml\n+++ b/p.yaml\n@@ -1,4 +1,4 @@\n lap: 1\n-titel: Plan  # name\n-status: adpoted\n-adopted: 31/12/2024\n"
        "+title: Plan  # name\n+status: adopted\n+adopted: 2024-12-31\n"
    )
    assert ran.err == "p.yaml: 3 places would be mended (Y201, Y203, Y204)\n"
    assert (here / "p.yaml").read_text() == SLIPS
    assert lint("p.yaml", "--diff", "--fix").status == 1
    assert (here / "p.yaml").read_text() == SLIPS


def test_diff_of_a_plan_with_nothing_to_mend_is_empty(here: Path) -> None:
    (here / "p.yaml").write_text(MENDED + "term-ends: soon\n")
    assert lint("p.yaml", "--diff") == Ran(0, "", "")


def test_diff_of_standard_input(here: Path) -> None:
    ran = lap_process("lint", "-", "--diff", "--stdin-filename", "p.yaml", stdin=SLIPS.encode(), cwd=here)
    assert ran.status == 1
    assert ran.out.startswith("--- a/p.yaml\n")


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("end", [1, None])
def test_git_applies_the_diff(here: Path, newline: str, end: int | None) -> None:
    text = ("\ufeff" + SLIPS).replace("\n", newline)
    (here / "p.yaml").write_bytes((text if end is None else text[: -len(newline)]).encode())
    patch = lap_process("lint", "p.yaml", "--diff", cwd=here).out.encode()
    subprocess.run(["git", "apply", "-"], input=patch, cwd=here, check=True)
    diffed = (here / "p.yaml").read_bytes()
    (here / "p.yaml").write_bytes((text if end is None else text[: -len(newline)]).encode())
    lap_process("lint", "p.yaml", "--fix", cwd=here)
    assert (here / "p.yaml").read_bytes() == diffed
