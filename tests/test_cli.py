"""The command line as people meet it: exit statuses, options, languages, terminals and pipes, and bad input."""

import json
import os
import re
import shlex
import struct
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

import pytest
import yaml
from conftest import ROOT, Ran, bare_environment, lap, lap_process, spots
from hypothesis import given, settings
from hypothesis import strategies as st

from lap import __version__
from lap.cli.app import COMMANDS
from lap.language.speech import say
from lap.paper import width_of
from lap.rules import BY_CODE, RULES
from lap.source.vocabulary import KINDS

JALISCO = ROOT / "examples" / "jalisco-2016.yaml"
CLEAN = ROOT / "lap" / "rules" / "base.yaml"
DRAFT = "lap: 1\ntitle: Plan of Agua Clara\nlanguage: en\nstatus: draft\n"
PLANO = "lap: 1\ntitulo: Plan de Agua Clara\nestatus: borrador\n"
BROKEN = DRAFT + "adopted: 2025-02-30\nterm-ends: soon\n"
DAY = ("--as-of", "2025-01-15")
ESCAPE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, gone into."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(folder: Path, **files: str) -> None:
    """Writes files; `plan` stands for plan.yaml and `a__b` for a/b.yaml."""
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def codes(ran: Ran) -> list[str]:
    return [code for *_, code in spots(ran.out)]


def cannot_run(ran: Ran) -> str:
    """The one line that says why a command could not run."""
    assert ran.status == 2
    assert ran.out == ""
    assert re.fullmatch(r"lap: [^\n]+\n", ran.err)
    assert "Traceback" not in ran.err
    assert "  " not in ran.err
    return ran.err


# Exit status


def test_status_is_0_when_nothing_is_wrong(here: Path) -> None:
    ran = lap("validate", CLEAN, *DAY)
    assert (ran.status, ran.err) == (0, "")
    assert "0 errors, 0 warnings" in ran.out


def test_status_is_0_when_there_are_only_warnings(here: Path) -> None:
    write(here, draft=DRAFT)
    ran = lap("validate", "draft.yaml", *DAY)
    assert ran.status == 0
    assert ": warning " in ran.out
    assert ": error " not in ran.out


def test_status_is_1_when_there_is_an_error() -> None:
    ran = lap("validate", JALISCO, *DAY)
    assert (ran.status, ran.err) == (1, "")


def test_status_is_2_when_it_could_not_run(here: Path) -> None:
    assert "“nowhere.yaml”" in cannot_run(lap("validate", "nowhere.yaml"))


A_RULE_THAT_BREAKS = """
import sys
from dataclasses import replace
import lap.rules

def check(plan):
    raise ZeroDivisionError("all of it\\nin two lines")

check.__annotations__ = dict(lap.rules.BY_CODE["C112"].check.__annotations__)
lap.rules.RULES = tuple(replace(rule, check=check) if rule.code == "C112" else rule for rule in lap.rules.RULES)

from lap.cli.app import run
sys.exit(run(sys.argv[1:]))
"""


def broken_rule(*arguments: object, **environment: str) -> Ran:
    """Runs the command line, in a process of its own, with a rule that raises."""
    done = subprocess.run(
        [sys.executable, "-c", A_RULE_THAT_BREAKS, *map(str, arguments)],
        capture_output=True, env=bare_environment(**environment), timeout=120, check=False,
    )  # fmt: skip
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.mark.parametrize("language", ["en", "es"])
def test_status_is_70_when_a_rule_breaks_and_one_sentence_says_what_to_report(language: str) -> None:
    ran = broken_rule("validate", JALISCO, LAP_LANG=language)
    assert ran.status == 70
    assert ran.out == ""
    assert "Traceback" not in ran.err
    assert len(ran.err.splitlines()) == 1
    for part in (f"lap {__version__}", f"Python {sys.version.split()[0]}", "ZeroDivisionError", "check:"):
        assert part in ran.err


def test_lap_debug_shows_where_it_broke() -> None:
    assert "Traceback" in broken_rule("validate", JALISCO, LAP_DEBUG="1").err


# What to check


def test_without_a_path_it_checks_the_plan_here(here: Path) -> None:
    write(here, plan=BROKEN)
    assert spots(lap("validate", "--select", "Y").out) == [("plan.yaml", 5, 10, "Y203"), ("plan.yaml", 6, 12, "Y203")]


def test_without_a_path_in_a_collection_folder_it_checks_the_plan_around_it(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(here, plan=BROKEN, commitments__water="title: Water\n")
    monkeypatch.chdir(here / "commitments")
    ran = lap("validate", "--select", "Y")
    assert codes(ran) == ["Y203", "Y203"]
    assert "1 plan, 2 files, 1 commitment" in ran.out


def test_a_file_inside_a_plans_folder_means_the_plan(here: Path) -> None:
    write(here, p__plan=BROKEN, p__commitments__water="title: Water\n")
    assert lap("validate", "p/commitments/water.yaml", *DAY) == lap("validate", "p", *DAY)
    assert lap("validate", "p/plan.yaml", *DAY) == lap("validate", "p", *DAY)
    assert lap("validate", "p", "p/plan.yaml", "p/commitments", *DAY) == lap("validate", "p", *DAY)


def test_in_a_folder_that_is_no_plan_every_plan_below_is_checked(here: Path) -> None:
    write(here, a__one=BROKEN, b__plan=BROKEN, b__parties="itei: ITEI\n", c__notes="not: a plan\n")
    ran = lap("validate", "--select", "Y")
    assert [file for file, *_ in spots(ran.out)] == ["a/one.yaml"] * 2 + ["b/plan.yaml"] * 2
    assert "2 plans, 3 files" in ran.out


def test_several_paths_are_checked_in_one_run(here: Path) -> None:
    write(here, one=BROKEN, two=DRAFT)
    ran = lap("validate", "two.yaml", "one.yaml", "--format", "json")
    assert [plan["path"] for plan in json.loads(ran.out)["plans"]] == ["two.yaml", "one.yaml"]
    assert ran.status == 1


def test_a_folder_without_a_plan_is_said_with_what_a_plan_is(here: Path) -> None:
    (here / "empty").mkdir()
    assert "lap: 1" in cannot_run(lap("validate", "empty"))
    assert "plan.yaml" in cannot_run(lap("validate"))


def test_a_missing_file_is_named_in_full_however_long_its_path(here: Path) -> None:
    path = "/".join(["a folder with a long name"] * 8) + "/plan.yaml"
    assert path in cannot_run(lap("validate", path))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is closed to this user")
def test_a_file_that_may_not_be_read_is_said(here: Path) -> None:
    write(here, closed=DRAFT)
    (here / "closed.yaml").chmod(0)
    cannot_run(lap("validate", "closed.yaml"))


def test_standard_input_is_read_for_a_dash(here: Path) -> None:
    ran = lap_process("validate", "-", "--select", "Y", stdin=BROKEN.encode())
    assert ran.status == 1
    assert [(line, code) for _, line, _, code in spots(ran.out)] == [(5, "Y203"), (6, "Y203")]


def test_standard_input_is_shown_under_the_name_given(here: Path) -> None:
    ran = lap_process("validate", "-", "--stdin-filename", "plans/mine.yaml", "--select", "Y", stdin=BROKEN.encode())
    assert [file for file, *_ in spots(ran.out)] == ["plans/mine.yaml", "plans/mine.yaml"]


def test_a_dash_cannot_be_mixed_with_files() -> None:
    assert "“-”" in cannot_run(lap("validate", "-", JALISCO))


# Options of validate


def test_format_text_shows_the_line_and_carets_also_when_it_is_no_terminal() -> None:
    out = lap("validate", JALISCO, "--format", "text").out
    assert "          end: 2017-11-31" in out
    assert "^^^^^^^^^^  write 2017-11-30" in out


def test_format_plain_has_one_finding_a_line_and_neither_boxes_nor_carets() -> None:
    out = lap("validate", JALISCO, "--format", "plain").out
    assert not re.search(r"[│─^✓✗→]", out)
    findings = [line for line in out.splitlines() if spots(line)]
    assert len(findings) == len(spots(out)) == len(codes(lap("validate", JALISCO, "--format", "text")))
    assert all(line.endswith(".") for line in out.splitlines())


def test_format_json_is_json() -> None:
    report = json.loads(lap("validate", JALISCO, "--format", "json", *DAY).out)
    assert (report["report"], report["version"], report["as_of"]) == ("lap", 1, "2025-01-15")


def test_elsewhere_than_on_a_terminal_the_format_is_plain() -> None:
    assert lap_process("validate", JALISCO) == lap_process("validate", JALISCO, "--format", "plain")


@pytest.mark.parametrize("format", ["text", "plain"])
def test_first_line_of_each_finding_begins_with_its_place(here: Path, format: str) -> None:
    write(here, p=BROKEN)
    report = json.loads(lap("validate", "p.yaml", "--format", "json").out)
    expected = [
        (one["file"], one["start"]["line"], one["start"]["column"], one["code"])
        for plan in report["plans"]
        for one in plan["findings"]
    ]
    assert spots(lap("validate", "p.yaml", "--format", format).out) == expected


@pytest.mark.parametrize("format", ["text", "plain", "json"])
def test_output_goes_to_a_file_without_colour(here: Path, format: str) -> None:
    ran = lap("validate", JALISCO, "--format", format, "--output", "report.out", *DAY)
    assert ran == Ran(1, "", "")
    assert (here / "report.out").read_text("utf-8") == lap("validate", JALISCO, "--format", format, *DAY).out


@pytest.mark.parametrize("output", ["nowhere/report.txt", "."])
def test_a_place_that_cannot_be_written_is_said(here: Path, output: str) -> None:
    assert "cannot be written" in cannot_run(lap("validate", JALISCO, "--output", output))


@pytest.mark.parametrize("date", ["2026-02-30", "tomorrow", "31/12/2026", "2026"])
def test_as_of_takes_a_day(date: str) -> None:
    err = cannot_run(lap("validate", JALISCO, "--as-of", date))
    assert f"“{date}”" in err
    assert "2026-12-31" in err


def test_for_adopted_makes_errors_of_what_a_draft_still_lacks(here: Path) -> None:
    write(here, draft=DRAFT)
    draft = lap("validate", "draft.yaml", *DAY)
    adopted = lap("validate", "draft.yaml", "--for", "adopted", *DAY)
    assert (draft.status, adopted.status) == (0, 1)
    assert ": warning C114:" in draft.out
    assert ": error C114:" in adopted.out


def test_select_takes_codes_and_families_in_lists(here: Path) -> None:
    every = codes(lap("validate", JALISCO))
    assert set(codes(lap("validate", JALISCO, "--select", "L101"))) == {"L101"}
    assert set(codes(lap("validate", JALISCO, "--select", "y"))) == {"Y203"}
    wanted = [code for code in every if code[0] in "LY"]
    for asked in (["--select", "L,Y"], ["--select", "L, Y"], ["--select", "L", "--select", "Y"], ["--select=l,y203"]):
        assert codes(lap("validate", JALISCO, *asked)) == wanted


def test_ignore_takes_codes_and_families_and_wins_over_select() -> None:
    every = codes(lap("validate", JALISCO))
    assert codes(lap("validate", JALISCO, "--ignore", "C,L101")) == [
        code for code in every if code[0] != "C" and code != "L101"
    ]
    assert codes(lap("validate", JALISCO, "--select", "L", "--ignore", "L105,L106,L107,L115")) == ["L102", "L101"]


def test_what_is_not_selected_does_not_count_for_the_status() -> None:
    assert lap("validate", JALISCO, "--select", "T").status == 0


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_an_unknown_code_is_said_with_the_nearest(option: str) -> None:
    assert "Did you mean L101?" in cannot_run(lap("validate", JALISCO, option, "Y,L1001"))
    assert "lap rules" in cannot_run(lap("validate", JALISCO, option, "Q"))


def test_fail_on_warning_ends_with_1_where_there_are_only_warnings(here: Path) -> None:
    write(here, draft=DRAFT)
    assert lap("validate", "draft.yaml", "--fail-on", "error", *DAY).status == 0
    assert lap("validate", "draft.yaml", "--fail-on", "warning", *DAY).status == 1
    assert lap("validate", CLEAN, "--fail-on", "warning", *DAY).status == 0


@pytest.mark.parametrize("format", ["text", "plain"])
def test_quiet_prints_only_the_counts(format: str) -> None:
    ran = lap("validate", JALISCO, "--quiet", "--format", format)
    first, *rest = ran.out.strip().split("\n")
    assert re.fullmatch(r"\d+ errors, \d+ warnings\.?", first)
    assert len(" ".join(rest)) < 120
    assert lap("validate", JALISCO, "-q", "--format", format) == ran


@pytest.mark.parametrize(
    ("option", "word"), [("--format", "plain"), ("--lang", "es"), ("--for", "adopted"), ("--fail-on", "warning")]
)
def test_a_word_that_an_option_does_not_take_is_said_with_those_that_it_takes(option: str, word: str) -> None:
    err = cannot_run(lap("validate", JALISCO, option, "nonsense"))
    assert option in err
    assert "“nonsense”" in err
    assert word in err


# Commands and options that are not there


def test_without_a_command_the_help_is_shown() -> None:
    ran = lap()
    assert ran.err == ""
    assert ran.out == lap("--help").out


@pytest.mark.parametrize(
    ("typed", "meant"), [("validat", "lap validate"), ("explian", "lap explain"), ("rule", "lap rules")]
)
def test_an_unknown_command_is_said_with_the_nearest(typed: str, meant: str) -> None:
    assert f"Did you mean “{meant}”?" in cannot_run(lap(typed))


def test_an_unknown_command_like_no_other_is_said_with_all() -> None:
    assert ", ".join(COMMANDS) in cannot_run(lap("xyzzy"))


def test_an_unknown_option_is_said_with_the_nearest() -> None:
    assert "Did you mean --format?" in cannot_run(lap("validate", "--formt", "text"))
    assert "lap validate --help" in cannot_run(lap("validate", "--xyzzy"))
    assert "lap --help" in cannot_run(lap("--xyzzy"))


def test_what_is_missing_on_the_command_line_is_said() -> None:
    assert "lap explain" in cannot_run(lap("explain"))
    assert "--format" in cannot_run(lap("validate", "--format"))
    assert "“lap rules --help”" in cannot_run(lap("rules", "T101"))


def test_an_unknown_rule_is_said_with_the_nearest() -> None:
    assert "Did you mean T101?" in cannot_run(lap("explain", "T1O1"))


# Version, help, completion


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_version_is_told(option: str) -> None:
    assert lap_process(option) == Ran(0, f"lap {__version__}\n", "")


def test_help_lists_every_command_in_both_languages() -> None:
    english, spanish = lap("--help"), lap("--help", LAP_LANG="es")
    for language, ran in (("en", english), ("es", spanish)):
        assert ran.status == 0
        for name, summary in COMMANDS.items():
            assert name in ran.out
            assert say(summary, language) in " ".join(ran.out.split())
    assert english.out != spanish.out


@pytest.mark.parametrize("asked", COMMANDS)
def test_help_speaks_both_languages(asked: str) -> None:
    english, spanish = lap(asked, "--help"), lap(asked, "--help", LANG="es_MX.UTF-8")
    assert english.status == spanish.status == 0
    assert say("Usage", "es") in spanish.out
    assert say("Usage", "en") not in spanish.out
    assert say("Usage", "es") not in english.out


def test_help_speaks_the_language_of_its_option() -> None:
    spanish = lap("validate", "--help", LAP_LANG="es")
    assert lap_process("validate", "--help", "--lang", "es") == spanish
    assert lap_process("validate", "--lang=es", "--help") == spanish


OPTIONS = (
    "--format", "--output", "--lang", "--as-of", "--for", "--select", "--ignore", "--fail-on", "--stdin-filename",
    "--quiet",
)  # fmt: skip


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("columns", [60, 80, 120])
def test_help_of_validate_lists_its_options_within_the_width(language: str, columns: int) -> None:
    ran = lap("validate", "--help", columns=columns, LAP_LANG=language)
    assert ran.status == 0
    for option in OPTIONS:
        assert re.search(rf"^  (-\w, )?{option}\b", ran.out, re.M)
    assert max(map(width_of, ran.out.splitlines())) <= columns


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts_are_there(shell: str) -> None:
    ran = lap_process("--show-completion", shell)
    assert ran.status == 0
    assert "_LAP_COMPLETE" in ran.out


@pytest.mark.parametrize(
    ("typed", "offered"), [("lap val", "validate"), ("lap validate --fo", "--format"), ("lap ru", "rules")]
)
def test_words_are_completed(typed: str, offered: str) -> None:
    position = str(len(typed.split()) - 1)
    ran = lap_process(_LAP_COMPLETE="complete_bash", COMP_WORDS=typed, COMP_CWORD=position)
    assert offered in ran.out.split()
    assert ran.err == ""


# explain and rules


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_rule_is_explained_with_both_examples(language: str) -> None:
    for rule in RULES:
        ran = lap("explain", rule.code, "--lang", language)
        assert (ran.status, ran.err) == (0, "")
        assert rule.code in ran.out.splitlines()[0]
        assert say("Not so:", language) in ran.out
        assert say("But so:", language) in ran.out


def test_a_code_may_be_typed_in_small_letters() -> None:
    assert lap("explain", "l101") == lap("explain", "L101")


@pytest.mark.parametrize("option", [(), ("--by-section",)])
@pytest.mark.parametrize("columns", [60, 120])
def test_rules_are_listed_each_once_within_the_width(option: tuple[str, ...], columns: int) -> None:
    ran = lap("rules", *option, columns=columns)
    assert ran.status == 0
    listed = re.findall(r"^  ([A-Z]\d{3})  ", ran.out, re.M)
    assert sorted(listed) == sorted(BY_CODE)
    assert max(map(width_of, ran.out.splitlines())) <= columns


# Languages


@pytest.mark.parametrize(
    ("environment", "asked", "plan", "spoken"),
    [
        ({}, (), DRAFT, "en"),
        ({}, (), PLANO, "es"),
        ({}, (), DRAFT.replace("language: en", "language: es"), "es"),
        ({}, (), "lap: 1\n", "en"),
        ({"LANG": "es_MX.UTF-8"}, (), DRAFT, "es"),
        ({"LANG": "en_US.UTF-8"}, (), PLANO, "en"),
        ({"LANG": "C.UTF-8"}, (), PLANO, "es"),
        ({"LANG": "fr_FR.UTF-8"}, (), PLANO, "es"),
        ({"LC_ALL": "es_MX.UTF-8", "LANG": "en_US.UTF-8"}, (), DRAFT, "es"),
        ({"LC_MESSAGES": "es", "LANG": "en_US.UTF-8"}, (), DRAFT, "es"),
        ({"LAP_LANG": "en", "LANG": "es_MX.UTF-8"}, (), PLANO, "en"),
        ({"LAP_LANG": "es", "LANG": "en_US.UTF-8"}, (), DRAFT, "es"),
        ({"LAP_LANG": "en", "LANG": "en_US.UTF-8"}, ("--lang", "es"), DRAFT, "es"),
        ({"LAP_LANG": "es"}, ("--lang", "en"), PLANO, "en"),
    ],
    ids=lambda value: value if value in ("en", "es") else None,
)
def test_the_option_then_lap_lang_then_the_locale_then_the_plan_decide_the_language(
    here: Path, environment: dict[str, str], asked: tuple[str, ...], plan: str, spoken: str
) -> None:
    write(here, p=plan)
    ran = lap("validate", "p.yaml", "--format", "json", *asked, **environment)
    assert json.loads(ran.out)["language"] == spoken


def test_failures_are_told_in_spanish_too(here: Path) -> None:
    english, spanish = lap("validate", "nada"), lap("validate", "nada", LANG="es_MX.UTF-8")
    assert cannot_run(spanish) != cannot_run(english)
    assert lap("validate", "nada", "--lang", "es") == spanish


# Terminals and pipes


def on_terminal(*arguments: object, columns: int, cwd: Path, **environment: str) -> Ran:
    """Runs the command line at a pseudo-terminal of so many columns; everything that appears there counts as `out`."""
    pty, fcntl, termios = (pytest.importorskip(name) for name in ("pty", "fcntl", "termios"))
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    process = subprocess.Popen(
        [sys.executable, "-m", "lap", *map(str, arguments)],
        stdin=theirs, stdout=theirs, stderr=theirs, cwd=cwd, env=bare_environment(**{"TERM": "xterm-256color", **environment}),
    )  # fmt: skip
    os.close(theirs)
    shown = b""
    while chunk := read_or_end(ours):
        shown += chunk
    os.close(ours)
    return Ran(process.wait(60), shown.decode("utf-8").replace("\r\n", "\n"), "")


def read_or_end(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # how Linux says that nobody holds the other side any more
        return b""


@pytest.mark.parametrize("columns", [60, 120])
def test_a_terminal_gets_text_in_colour_and_in_its_width(columns: int) -> None:
    ran = on_terminal("validate", "examples/jalisco-2016.yaml", *DAY, columns=columns, cwd=ROOT)
    piped = lap_process(
        "validate", "examples/jalisco-2016.yaml", *DAY, "--format", "text", cwd=ROOT, COLUMNS=str(columns)
    )
    shown = ESCAPE.sub("", ran.out).splitlines()
    assert ran.status == 1
    assert "\x1b[1;31m" in ran.out
    assert [line.rstrip() for line in shown] == piped.out.splitlines()
    widths = [width_of(line) for line in shown]
    assert max(widths) <= columns
    assert max(widths) > columns - 10


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_no_color_and_a_dumb_terminal_get_text_without_colour(environment: dict[str, str]) -> None:
    ran = on_terminal("validate", "examples/jalisco-2016.yaml", "--select", "Y", columns=80, cwd=ROOT, **environment)
    assert "\x1b" not in ran.out
    assert "^^^^^^^^^^" in ran.out


def test_plain_on_a_terminal_has_no_colour() -> None:
    ran = on_terminal("validate", "examples/jalisco-2016.yaml", "--format", "plain", columns=80, cwd=ROOT)
    assert "\x1b" not in ran.out


@pytest.mark.parametrize("format", ["text", "plain", "json"])
def test_elsewhere_than_on_a_terminal_there_is_no_colour(format: str) -> None:
    ran = lap_process("validate", JALISCO, "--format", format, TERM="xterm-256color")
    assert "\x1b" not in ran.out + ran.err


def test_many_plans_show_their_progress_on_a_terminal_only(here: Path) -> None:
    write(here, **{f"plan-{number}": DRAFT for number in range(15)})
    assert "━" in on_terminal("validate", "--quiet", columns=80, cwd=here).out
    assert lap_process("validate", "--quiet", cwd=here).err == ""


@pytest.mark.parametrize("columns", [60, 120])
@pytest.mark.parametrize("language", ["en", "es"])
def test_no_line_of_text_is_wider_than_asked(here: Path, columns: int, language: str) -> None:
    write(here, wide=WIDE)
    ran = lap("validate", "wide.yaml", "--format", "text", *DAY, columns=columns, LAP_LANG=language)
    over = [line for line in ran.out.splitlines() if width_of(line) > columns]
    assert over == []


WIDE = f"""\
lap: 1
title: {"漢字計畫" * 12}
language: en
status: adopted
x-note: {"long " * 60}
terms: {"word " * 60}
adopted: {"日本語 " * 30}
parties: {{{"e" * 80}: {{name: A, sector: govrnment}}, b: {{name: {"n" * 90}, sector: {"s" * 90}}}}}
commitments:
  water:
    title: {"水" * 90}
    objective: {"Ñandú " * 40}
    responsible: {{lead: nobody-{"x" * 70}}}
    activities:
      a: {{activity: {"🌾 " * 50}, start: 2025-02-30, responsible: b}}
"""


@pytest.mark.parametrize(
    "environment", [{"LC_ALL": "C"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}, {"PYTHONIOENCODING": "ascii"}]
)
def test_pipes_get_utf_8_whatever_the_environment_says(here: Path, environment: dict[str, str]) -> None:
    write(here, p=BROKEN.replace("Agua Clara", "Año Nuevo — 水"))
    ran = lap_process("validate", "p.yaml", "--lang", "en", cwd=here, **environment)
    assert "“Plan of Año Nuevo — 水”" in ran.out
    assert "“p2.yaml”" in lap_process("validate", "p2.yaml", "--lang", "en", cwd=here, **environment).err


@pytest.mark.parametrize(
    "arguments", [("validate", str(JALISCO)), ("rules",), ("explain", "L101"), ("--help",), ("--version",)], ids=str
)
def test_a_reader_who_is_gone_ends_it_quietly(arguments: tuple[str, ...]) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "lap", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=bare_environment(),
    )
    assert process.stdout
    assert process.stderr
    process.stdout.close()
    said = process.stderr.read()
    process.wait(60)
    process.stderr.close()
    assert said == b""


def test_a_reader_who_leaves_after_the_first_line_ends_it_quietly(here: Path) -> None:
    write(here, long="lap: 1\n" + "".join(f"title-{number}: x\n" for number in range(3000)))
    shell = f"{shlex.quote(sys.executable)} -m lap validate long.yaml | head -n 1"
    done = subprocess.run(["sh", "-c", shell], capture_output=True, env=bare_environment(), timeout=120, check=False)
    assert done.stdout.count(b"\n") == 1
    assert done.stderr == b""


# What a file may not do to a terminal


NASTY = (
    'lap: 1\ntitle: "red \\e[31m bell \\a back \\b \\x9b31m"\nlanguage: en\nstatus: {status}\n'
    '"\\e]0;owned\\a": 1\n'
    "titel\u202e: x\n"
    "license: MIT \u2066isolated\u202e turned #comment \u202e\n"
    "contact: “curly \u202e\x1b[2J”\n"
    "summary: *anchor\u202e\n"
    "repository: !tag\u202e x\n"
    'parties:\n  "e\\e[1m": {{name: "A \\e[7m", sector: "gov\\e[0m"}}\n'
    'commitments:\n  water: {{title: "W \\e[5m \\u202e", problem: "no\\e[3m", activities: {{a: {{activity: "A \\e[4m"}}}}}}\n'
    'adopted: "\\e[31m2025-02-30"\n'
)


def obeyed(text: str) -> list[str]:
    """Signs that a terminal would obey or that turn the writing: none may be printed."""
    return [
        hex(ord(sign)) for sign in text if sign != "\n" and unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Zl", "Zp")
    ]


@pytest.mark.parametrize("status", ["draft", "adopted"])
@pytest.mark.parametrize("format", ["text", "plain", "json"])
def test_control_characters_of_a_file_are_never_printed(here: Path, status: str, format: str) -> None:
    write(here, nasty=NASTY.format(status=status))
    ran = lap("validate", "nasty.yaml", "--format", format, *DAY)
    assert ran.status == 1
    assert len(spots(ran.out)) > 10 or format == "json"
    if format != "json":
        assert ": warning " in ran.out
        assert "red ␛[31m bell" in ran.out
    assert obeyed(ran.out) == []


@pytest.mark.parametrize("format", ["text", "plain", "json"])
def test_control_characters_in_the_names_of_files_are_never_printed(here: Path, format: str) -> None:
    write(
        here, **{"p__plan": DRAFT, "p__commitments__\x1b[31mred\u202e": "title: \n", "p__commitments__b": "titel: x\n"}
    )
    assert obeyed(lap("validate", "p", "--format", format, *DAY).out) == []
    (here / "p").rename("\x1b[31mred")
    ran = lap("validate", "\x1b[31mred", "--format", format, *DAY)
    assert ran.status in (0, 1)
    assert obeyed(ran.out + ran.err) == []


@pytest.mark.parametrize(
    "arguments",
    [("\x1b[31m",), ("validate", "\x1b[31m"), ("validate", "--as-of", "\x1b[31m"), ("validate", "--\x1b[31m"), ("explain", "\x1b[31m"),
     ("validate", "--select", "\x1b[31m"), ("validate", "--format", "\x1b[31m\u202e"), ("validate", str(JALISCO), "--output", "no/\x1b[31m")],
    ids=lambda arguments: " ".join(arguments[:2]).replace("\x1b", "ESC").replace(str(JALISCO), "jalisco"),
)  # fmt: skip
def test_control_characters_on_the_command_line_are_never_printed(arguments: tuple[str, ...]) -> None:
    assert obeyed(cannot_run(lap(*arguments))) == []


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="file names are Unicode there")
@pytest.mark.parametrize("format", ["text", "plain", "json"])
def test_a_file_name_that_is_no_unicode_can_be_checked_and_shown(here: Path, format: str) -> None:
    name = os.fsdecode(b"caf\xe9.yaml")
    Path(name).write_text(BROKEN, encoding="utf-8")
    ran = lap_process("validate", name, "--format", format, *DAY, cwd=here)
    assert (ran.status, ran.err) == (1, "")
    assert lap("validate", name, "--format", format, "--output", "report.out", *DAY) == Ran(1, "", "")
    assert (here / "report.out").read_text("utf-8") == ran.out


# What bad input gets: findings with a place, and the rest of the plan still checked


PLANTED = "status: adpoted\n"
BOMB = "x-a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"x-{after}: &{after} [{', '.join([f'*{before}'] * 10)}]\n"
    for before, after in zip("abcdefgh", "bcdefghi", strict=True)
)


def utf8(text: str) -> bytes:
    return text.encode("utf-8")


BAD = {
    "unclosed double quote": (f'lap: 1\ntitle: "Plan\nlanguage: en\n{PLANTED}', [(2, 8, "Y101"), (4, 9, "Y204")]),
    "unclosed quote before other quotes": (
        f'lap: 1\ntitle: "Plan\nsummary: "All of it"\n{PLANTED}', [(2, 8, "Y101"), (4, 9, "Y204")]),
    "unclosed single quote": (f"lap: 1\ntitle: 'Plan\nlanguage: en\n{PLANTED}", [(2, 8, "Y101"), (4, 9, "Y204")]),
    "unclosed bracket": (f"lap: 1\nsigned:\n  by: [stps, itei\nlanguage: en\n{PLANTED}", [(3, 7, "Y101"), (5, 9, "Y204")]),
    "tab in front": (f"lap: 1\nperiod:\n\tstart: 2025\n\tend: 2026\n{PLANTED}", [(3, 1, "Y101"), (5, 9, "Y204")]),
    "tab between": (f"lap:\t1\ntitle:\tPlan\t# a note\n{PLANTED}", [(3, 9, "Y204")]),
    "duplicate key": (f"lap: 1\ntitle: A\ntitle: B\n{PLANTED}", [(3, 1, "Y102"), (4, 9, "Y204")]),
    "duplicate id": (f"lap: 1\nparties:\n  a: A\n  a: B\n{PLANTED}", [(4, 3, "Y102"), (5, 9, "Y204")]),
    "unknown key": (f"lap: 1\ntitel: A\n{PLANTED}", [(2, 1, "Y201"), (3, 9, "Y204")]),
    "Spanish and English name of one key": (f"lap: 1\ntitle: A\ntitulo: B\n{PLANTED}", [(3, 1, "Y201"), (4, 9, "Y204")]),
    "date that does not exist": (f"lap: 1\nadopted: 2025-02-30\n{PLANTED}", [(2, 10, "Y203"), (3, 9, "Y204")]),
    "number in words": (f"lap: 1\nproblems:\n  a: {{votes: thirty}}\n{PLANTED}", [(3, 14, "Y205"), (4, 9, "Y204")]),
    "number of 5,000 digits": (f"lap: 1\nproblems:\n  a: {{votes: {'9' * 5000}}}\n{PLANTED}", [(3, 14, "Y205"), (4, 9, "Y204")]),
    "8.10 unquoted": (f"lap: 1\ncommitments:\n  a: {{sdg: 8.10}}\n{PLANTED}", [(4, 9, "Y204")]),
    "alias bomb": (f"lap: 1\n{PLANTED}{BOMB}", [(2, 9, "Y204"), (8, 38, "Y104")]),
    "100,000 brackets": (f"lap: 1\nx-deep: {'[' * 100_000}\n{PLANTED}", [(2, 68, "Y104"), (3, 9, "Y204")]),
    "100,000 brackets and nothing else": ("[" * 100_000, [(1, 61, "Y104")]),
    "100,000 braces": (f"lap: 1\nx-deep: {'{a: ' * 100_000}\n{PLANTED}", [(2, 245, "Y104"), (3, 9, "Y204")]),
    "50 MiB": (b"lap: 1\n# " + b"x" * (50 * 1024 * 1024), [(1, 1, "Y104")]),
    "UTF-16": (f"lap: 1\ntitle: Año\n{PLANTED}".encode("utf-16"), [(1, 1, "Y106"), (3, 9, "Y204")]),
    "UTF-16 without a mark": (f"lap: 1\ntitle: Año\n{PLANTED}".encode("utf-16-be"), [(1, 1, "Y106"), (3, 9, "Y204")]),
    "Windows-1252": (f"lap: 1\ntitle: Año\n{PLANTED}".encode("cp1252"), [(2, 9, "Y106"), (3, 9, "Y204")]),
    "empty": ("", [(1, 1, "Y108")]),
    "comments only": ("\n# nothing yet\n", [(1, 1, "Y108")]),
    "list at the top": ("- lap: 1\n- title: A\n", [(1, 1, "Y108")]),
    "text at the top": ("a plan\n", [(1, 1, "Y108")]),
    "two documents": (f"lap: 1\n{PLANTED}---\nlap: 1\n", [(2, 9, "Y204"), (3, 1, "Y105")]),
    "python object": (f"lap: 1\ntitle: !!python/object:os.system ls\n{PLANTED}", [(2, 8, "Y105"), (3, 9, "Y204")]),
    "reference to nothing": (f"lap: 1\nsigned: {{by: [itei]}}\n{PLANTED}", [(2, 15, "Y208"), (3, 9, "Y204")]),
    "id in capitals": (f"lap: 1\nparties:\n  ITEI: Institute\n{PLANTED}", [(3, 3, "Y206"), (4, 9, "Y204")]),
    "no-break spaces": (f"lap: 1\nperiod:\n\u00a0\u00a0start: 2025\n\u00a0\u00a0end: 2026\n{PLANTED}", [(3, 1, "Y107"), (5, 9, "Y204")]),
    "typographic quotes": (f"lap: 1\ntitle: “Plan: Agua Clara”\n{PLANTED}", [(2, 8, "Y107"), (3, 9, "Y204")]),
    "decomposed accents": (f"lap: 1\nti\u0301tulo: Acco\u0301rd\n{PLANTED}", [(2, 2, "Y107"), (3, 9, "Y204")]),
    "CRLF": (f"lap: 1\r\ntitle: A\r\nadopted: 2025-02-30\r\n{PLANTED}", [(3, 10, "Y203"), (4, 9, "Y204")]),
    "byte order mark": (f"\ufefflap: 1\n{PLANTED}", [(2, 9, "Y204")]),
    "merge key": (f"lap: 1\nx-a: &a {{title: A}}\n<<: *a\n{PLANTED}", [(3, 1, "Y105"), (4, 9, "Y204")]),
    "sentence cut by a comma in braces": (
        f"lap: 1\nsecretariat:\n  agreements: [{{text: We met, and agreed}}]\n{PLANTED}", [(3, 31, "Y109"), (4, 9, "Y204")]),
    "control character": (f"lap: 1\ntitle: A\x07B\n{PLANTED}", [(2, 9, "Y101"), (3, 9, "Y204")]),
    "unknown anchor": (f"lap: 1\ntitle: *important\n{PLANTED}", [(2, 8, "Y103"), (3, 9, "Y204")]),
    "directive": (f"%YAML 1.1\n---\nlap: 1\n{PLANTED}", [(1, 1, "Y105"), (4, 9, "Y204")]),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_bad_input_gets_a_finding_with_its_place_and_the_rest_is_checked(here: Path, name: str) -> None:
    content, expected = BAD[name]
    (here / "p.yaml").write_bytes(content if isinstance(content, bytes) else utf8(content))
    for format in ("plain", "text"):
        ran = lap("validate", "p.yaml", "--select", "Y", "--format", format, "--lang", "en", *DAY)
        assert (ran.status, ran.err) == (1, "")
        assert [(line, column, code) for _, line, column, code in spots(ran.out)] == expected
        assert len(ran.out) < 5000


def test_an_unknown_key_gets_the_nearest_in_the_files_language(here: Path) -> None:
    write(here, english="lap: 1\nstatus: draft\ntitel: A\n", spanish="lap: 1\nestatus: borrador\ntitulos: A\n")
    ran = lap("validate", "--select", "Y", "--format", "text", "--lang", "en")
    assert "did you mean title?" in ran.out
    assert "did you mean titulo?" in ran.out


FOLDERS = {
    "two files with one id": (
        {"plan": "lap: 1\n", "commitments": "water: {title: A}\n", "commitments__water": f"title: B\n{PLANTED}"},
        [("p/commitments.yaml", 1, "Y212"), ("p/commitments/water.yaml", 2, "Y201")]),
    "an empty file": (
        {"plan": f"lap: 1\n{PLANTED}", "commitments__water": ""}, [("p/plan.yaml", 2, "Y204"), ("p/commitments/water.yaml", 1, "Y212")]),
    "a list where a commitment should be": (
        {"plan": f"lap: 1\n{PLANTED}", "commitments__water": "- title: A\n"},
        [("p/plan.yaml", 2, "Y204"), ("p/commitments/water.yaml", 1, "Y212")]),
    "a file name in capitals": (
        {"plan": f"lap: 1\n{PLANTED}", "commitments__Agua": "title: A\n"}, [("p/plan.yaml", 2, "Y204"), ("p/commitments/Agua.yaml", 1, "Y206")]),
    "a broken file beside others": (
        {"plan": f"lap: 1\n{PLANTED}", "commitments__a": 'title: "A\n', "commitments__b": "titel: B\n"},
        [("p/plan.yaml", 2, "Y204"), ("p/commitments/a.yaml", 1, "Y101"), ("p/commitments/b.yaml", 1, "Y201")]),
}  # fmt: skip


@pytest.mark.parametrize("name", FOLDERS)
def test_a_bad_file_in_a_folder_gets_a_finding_and_the_rest_is_checked(here: Path, name: str) -> None:
    files, expected = FOLDERS[name]
    write(here / "p", **files)
    ran = lap("validate", "p", "--select", "Y", "--lang", "en")
    assert (ran.status, ran.err) == (1, "")
    assert sorted((file, line, code) for file, line, _, code in spots(ran.out)) == sorted(expected)


@pytest.mark.parametrize(
    ("link", "leads_to"),
    [
        ("commitments/link.yaml", "../../secret.yaml"),
        ("commitments/link.yaml", "link.yaml"),
        ("commitments/link.yaml", "nowhere.yaml"),
        ("parties.yaml", "../secret.yaml"),
        ("problems", "../outside"),
    ],
)
def test_a_link_that_leads_out_or_nowhere_is_not_read_and_said(here: Path, link: str, leads_to: str) -> None:
    write(here, secret="itei: Secret\n", outside__a="statement: Secret\n")
    write(here, p__plan=f"lap: 1\n{PLANTED}", p__commitments__b="titel: B\n")
    linked(here / "p" / link, leads_to)
    ran = lap("validate", "p", "--select", "Y", "--lang", "en")
    assert (ran.status, ran.err) == (1, "")
    assert sorted((file, code) for file, _, _, code in spots(ran.out)) == sorted(
        [("p/commitments/b.yaml", "Y201"), (f"p/{link}", "Y212"), ("p/plan.yaml", "Y204")]
    )
    assert "Secret" not in ran.out


def linked(path: Path, leads_to: str) -> None:
    try:
        path.symlink_to(leads_to)
    except OSError:
        pytest.skip("no symbolic links here")


def test_a_plan_yaml_that_is_a_link_out_of_its_folder_is_not_read(here: Path) -> None:
    write(here, secret="lap: 1\ntitle: Secret\nstatus: hidden words\n")
    (here / "p").mkdir()
    linked(here / "p" / "plan.yaml", "../secret.yaml")
    ran = lap("validate", "p")
    assert "hidden words" not in ran.out


# Whatever is written, validate ends with 0, 1 or 2


SCALARS = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.dates() | st.text(max_size=12)
    | st.sampled_from(["", "~", "2025-02-30", "31/12/2026", "1.000", "25%", "a: b", "- a", "&a", "*a", "a/b", "yes", "90%"])
)  # fmt: skip
NAMES = sorted({name for kind in KINDS.values() for name in kind.read} | {"water", "a-1", "x-note"})
KEYS = st.sampled_from(NAMES) | st.text(max_size=6)
DATA = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=5), max_leaves=25
)
PLANS = st.dictionaries(st.sampled_from(sorted(KINDS["plan"].read)), DATA, max_size=6).map(
    lambda plan: {"lap": 1, **plan}
)


def as_yaml(data: object, flow: bool) -> str:
    return yaml.safe_dump(data, default_flow_style=flow, allow_unicode=True, sort_keys=False)


EXAMPLE = (ROOT / "lap" / "language" / "format.en.yaml").read_text("utf-8")
EDITS = st.lists(
    st.tuples(
        st.integers(0, len(EXAMPLE)),
        st.integers(0, 30),
        st.sampled_from(
            [*"\"'[]{}:#&*!%|>@`\t\n ", ": ", "- ", "{a: b}", "[]", "x", "9" * 30, "\u00a0", "\x00", "~", "1e400"]
        ),
    ),
    min_size=1,
    max_size=3,
)


def edited(edits: list[tuple[int, int, str]]) -> str:
    """The format's own example with stretches replaced by other signs."""
    text = EXAMPLE
    for start, length, sign in edits:
        text = text[:start] + sign + text[start + length :]
    return text


TEXTS = st.one_of(
    EDITS.map(edited),
    st.text(),
    st.text(alphabet="ab01:-[]{}&*!|>'\"%@`#,? \t\n\u00a0“”é\u0301\u202e").map(lambda text: f"lap: 1\n{text}"),
    st.builds(as_yaml, DATA | PLANS, st.booleans()),
    st.builds(lambda data, at, sign: (text := as_yaml(data, False))[: at % len(text)] + sign + text[at % len(text) :],
        PLANS, st.integers(0, 10_000), st.sampled_from(list("\"'[{:\t\n-#&*!%\x00\x1b"))),
)  # fmt: skip


@settings(max_examples=150, derandomize=True, deadline=None)
@given(
    content=TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass")) | st.binary(),
    format=st.sampled_from(["text", "plain", "json"]),
    more=st.sampled_from([(), ("--for", "adopted"), ("--lang", "es"), ("--fail-on", "warning"), ("--quiet",)]),
)
def test_any_text_ends_with_0_1_or_2(content: bytes, format: str, more: tuple[str, ...]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "p.yaml")
        path.write_bytes(content)
        ran = lap("validate", path, "--format", format, *DAY, *more)
    assert ran.status in (0, 1, 2)
    assert "Traceback" not in ran.out + ran.err
    assert obeyed(ran.out) == []
