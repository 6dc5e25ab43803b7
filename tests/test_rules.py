"""Every rule's own Bad and Good, run: Bad yields exactly the marked findings under all rules, Good yields none."""

import datetime

import pytest

from lap.checking import check
from lap.fragments import FRAGMENT, is_plan, laid_over_base, marks, page
from lap.lint import Options
from lap.rule import Rule
from lap.rules import RULES

TODAY = Options(datetime.date(2025, 1, 15))
SHOWN = [rule for rule in RULES if is_plan(page(rule).bad)]


def found(fragment: str) -> list[tuple[int, str]]:
    checked = check(laid_over_base(fragment), TODAY)
    outside = [finding for finding in checked.findings if finding.span.file != FRAGMENT]
    assert not outside
    return [(finding.span.line, finding.code) for finding in checked.findings]


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
