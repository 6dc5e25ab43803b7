"""What the documents say is so: transcripts equal the output, commands and rules exist, the schema is a schema."""

import json
import os
import re
import shlex
from pathlib import Path
from typing import NamedTuple

import pytest
from conftest import ROOT, lap
from jsonschema import Draft202012Validator

from lap.cli.app import COMMANDS
from lap.rules import BY_CODE

README = (ROOT / "README.md").read_text("utf-8")
FENCED = re.compile(r"^```(\w*)\n(.*?)^```$", re.M | re.S)
IN_TEXT = re.compile(r"`([^`\n]+)`")
CODE = re.compile(r"\b[A-Z]\d{3}\b")


class Transcript(NamedTuple):
    """A command as it is typed, and what it prints."""

    command: str
    output: str


def transcripts(text: str) -> list[Transcript]:
    """The blocks that begin with `$ lap …`."""
    blocks = [block for _, block in FENCED.findall(text) if block.startswith("$ lap")]
    typed = [part for block in blocks for part in re.split(r"^\$ ", block, flags=re.M) if part]
    return [Transcript(*part.split("\n", 1)) for part in typed]


def commands(text: str) -> list[list[str]]:
    """Every command line of lap in a text, in its blocks and in its sentences, without what stands before `lap`."""
    pieces = [row.removeprefix("$ ") for _, block in FENCED.findall(text) for row in block.splitlines()]
    pieces += IN_TEXT.findall(FENCED.sub("", text))
    steps = [step.strip() for piece in pieces for step in piece.split("&&")]
    typed = [re.match(r"(?:\S*/)?lap +([a-z-].*)$", step) for step in steps]
    return [shlex.split(one[1]) for one in typed if one]


def below(heading: str) -> str:
    """The first block under a heading of the README."""
    section = re.split(r"^## ", README, flags=re.M)
    (text,) = [part for part in section if part.startswith(f"{heading}\n")]
    found = FENCED.search(text)
    assert found
    return found[2].strip()


@pytest.mark.parametrize("transcript", transcripts(README), ids=lambda one: one.command)
def test_transcript_is_what_the_command_prints(transcript: Transcript, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    program, *arguments = shlex.split(transcript.command)
    assert program == "lap"
    shown = ["--format", "text"] if arguments[0] == "validate" and "--format" not in transcript.command else []
    ran = lap(*arguments, *shown, columns=80)
    shown_on_screen = ran.out + ran.err
    if os.environ.get("LAP_SNAPSHOTS") == "write":
        whole = README.replace(transcript.output, shown_on_screen)
        (ROOT / "README.md").write_text(whole, encoding="utf-8")
    assert shown_on_screen.rstrip("\n") == transcript.output.rstrip("\n")


def test_readme_shows_a_real_run() -> None:
    assert any(one.command.startswith("lap validate examples/") for one in transcripts(README))


@pytest.mark.parametrize("words", commands(README), ids=" ".join)
def test_command_in_the_readme_exists_with_its_options(words: list[str]) -> None:
    if words[0].startswith("-"):
        page, options = lap("--help").out, words[:1]
    else:
        assert words[0] in COMMANDS
        page, options = lap(words[0], "--help").out, words[1:]
    for option in options:
        if option.startswith("-") and option != "-":
            assert re.search(rf"(^|\s){option.partition('=')[0]}\b", page)


def test_every_command_is_in_the_readme() -> None:
    assert {words[0] for words in commands(README)} >= set(COMMANDS)


def test_options_named_in_the_readme_exist() -> None:
    every = " ".join(lap(name, "--help").out for name in COMMANDS) + lap("--help").out
    sentences = IN_TEXT.findall(FENCED.sub("", README))
    for option in (one.split()[0] for one in sentences if one.startswith("--")):
        assert re.search(rf"\s{option}\b", every), option


def test_rules_named_in_the_readme_exist() -> None:
    assert set(CODE.findall(README)) - set(BY_CODE) == set()


def test_files_named_in_the_readme_exist() -> None:
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", README) if "://" not in link]
    examples = re.findall(r"\bexamples/[\w./-]*\w", README)
    assert [one for one in (*links, *examples) if not (ROOT / one).exists()] == []
    assert links


def test_both_commands_of_the_readme_begin_from_nothing() -> None:
    for command in (below("Install"), below("Work on it")):
        assert "python3 -m venv .venv && .venv/bin/pip install " in command
    assert below("Install").split("&&")[-1].strip().startswith(".venv/bin/lap validate examples/")


def test_the_command_that_passes_the_tests_is_the_one_that_ci_runs() -> None:
    command = below("Work on it")
    assert "\n" not in command
    assert command.endswith("pytest")
    assert command in (ROOT / ".ci" / "run").read_text("utf-8").splitlines()


def test_ci_then_runs_lint_and_types() -> None:
    after = (ROOT / ".ci" / "run").read_text("utf-8").partition(below("Work on it"))[2]
    assert "ruff check" in after
    assert "mypy" in after


def test_schema_of_the_json_report_is_a_schema_that_describes_its_keys() -> None:
    schema = json.loads((ROOT / "schemas" / "report.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    assert schema["properties"]["version"] == {"const": 1, "description": "The version of this shape."}
    assert not Draft202012Validator(schema).is_valid({"report": "lap", "version": 2})


@pytest.mark.parametrize("path", sorted(ROOT.glob("*.md")), ids=lambda path: path.name)
def test_no_document_is_left_half_written(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.strip()
    assert not re.search(r"@@\w+@@|\bTODO\b|\bFIXME\b|\bTBD\b", text)
