"""The wording rules keep to their limits of noise on our own marked sentences (`cases/wording/`), and the tally counts rightly."""

import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, bare_environment
from tally import CODES, Case, score, tally

WORDING = Path(__file__).with_name("cases") / "wording"
CASES = tally(sorted(WORDING.glob("*.yaml")))
PRECISION, RECALL, LEAST = 0.9, 0.8, 8


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("language", ["en", "es"])
def test_a_wording_rule_keeps_to_its_limits(code: str, language: str) -> None:
    own = score(one for one in CASES if one.code == code and one.language == language)
    assert own.expected >= LEAST
    assert own.precision >= PRECISION
    assert own.recall >= RECALL


MARKED = """\
lap: 1
title: Plan of Agua Clara
language: en
commitments:
  markets:
    x-wording: real
    x-adapted: [improve]
    objective: Markets without waste  # <- S102 M103  # ok S103
    activities:
      improve: Improve the markets  # <- S110
      promote: Promote the markets  # open S110
      help:
        activity: Help the markets  # <- S110 S113
      support: Support the markets
"""


@pytest.fixture
def marked(tmp_path: Path) -> list[Case]:
    (tmp_path / "plan.yaml").write_text(MARKED, encoding="utf-8")
    return tally([tmp_path / "plan.yaml"])


def test_a_finding_on_an_open_line_counts_neither_way(marked: list[Case]) -> None:
    assert [one.place for one in marked if "Promote" in one.text] == []


def test_a_finding_without_a_mark_is_wrong_and_a_mark_without_a_finding_is_missed(marked: list[Case]) -> None:
    assert [(one.code, one.text) for one in marked if one.found and not one.expected] == [
        ("S110", "support: Support the markets")
    ]
    assert [one.code for one in marked if one.expected and not one.found] == ["S113"]
    assert score(one for one in marked if one.code == "S110") == (2, 3, 2)


def test_each_sentence_has_the_wording_that_is_told_of_it(marked: list[Case]) -> None:
    wordings = {one.text.split(":")[0]: one.wording for one in marked}
    assert wordings == {"objective": "real", "improve": "adapted", "activity": "real", "support": "real"}


def test_the_command_prints_a_row_for_each_code() -> None:
    done = subprocess.run(
        [sys.executable, Path(__file__).with_name("tally.py"), WORDING],
        capture_output=True, text=True, env=bare_environment(PYTHONIOENCODING="utf-8"), cwd=ROOT, timeout=120, check=True,
    )  # fmt: skip
    assert [code for code in CODES if f"\n{code}  " not in done.stdout] == []
