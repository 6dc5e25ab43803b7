"""Every rule's own Bad and Good, run: Bad yields exactly the marked findings under all rules, Good yields none."""

import pytest
from conftest import found

from lap.explain import spanish_page
from lap.fragments import is_plan, marks, page
from lap.rule import Rule
from lap.rules import RULES

SPOKEN = [rule for rule in RULES if "bad" in spanish_page(rule.code) and is_plan(spanish_page(rule.code)["bad"])]
SHOWN = [rule for rule in RULES if is_plan(page(rule).bad)]


@pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: rule.code)
def test_bad_fragment_yields_exactly_what_it_marks(rule: Rule) -> None:
    bad = page(rule).bad
    assert rule.code in {code for _, code in marks(bad)}
    assert found(bad) == marks(bad)


@pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: rule.code)
def test_good_fragment_yields_nothing(rule: Rule) -> None:
    assert found(page(rule).good) == []


@pytest.mark.parametrize("rule", SPOKEN, ids=lambda rule: rule.code)
def test_spanish_sentences_yield_the_same(rule: Rule) -> None:
    """Their keys are English, as in the docstrings: the program translates keys, and people translate sentences."""
    bad, good = (spanish_page(rule.code)[part].strip("\n") for part in ("bad", "good"))
    assert rule.code in {code for _, code in marks(bad)}
    assert found(bad) == marks(bad)
    assert found(good) == []


def test_base_plan_is_silent() -> None:
    assert found("title: Plan of Agua Clara") == []
