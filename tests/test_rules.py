"""Every rule's own Bad and Good, run: Bad yields exactly the marked findings under all rules, Good yields none."""

import pytest
from conftest import found

from lap.fragments import is_plan, marks, page
from lap.rule import Rule
from lap.rules import RULES

SHOWN = [rule for rule in RULES if is_plan(page(rule).bad)]


@pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: rule.code)
def test_bad_fragment_yields_exactly_what_it_marks(rule: Rule) -> None:
    bad = page(rule).bad
    assert rule.code in {code for _, code in marks(bad)}
    assert found(bad) == marks(bad)


@pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: rule.code)
def test_good_fragment_yields_nothing(rule: Rule) -> None:
    assert found(page(rule).good) == []


def test_base_plan_is_silent() -> None:
    assert found("title: Plan of Agua Clara") == []
