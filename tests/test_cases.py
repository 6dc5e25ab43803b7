"""Further cases of the rules: each file of `cases/` yields exactly the findings that it marks."""

from pathlib import Path

import pytest
from conftest import found

from lap.fragments import marks
from lap.rules import BY_CODE

CASES = sorted(path for path in Path(__file__).with_name("cases").rglob("*.yaml") if path.parent.name != "wording")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case_yields_exactly_what_it_marks(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert found(text) == marks(text)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case_stands_under_the_letter_and_code_of_its_rule(path: Path) -> None:
    code = path.stem.partition("-")[0]
    assert BY_CODE[code].family == path.parent.name
