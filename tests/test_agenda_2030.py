"""The codes of the 2030 Agenda: as many as the framework after the review of 2025 has, and the ones that changed."""

import pytest

from lap.agenda_2030 import codes
from lap.explain import by_section
from lap.rules import RULES


def test_the_framework_has_its_goals_targets_and_indicators() -> None:
    table = codes()
    assert (len(table.goals), len(table.targets), len(table.indicators)) == (17, 169, 251)
    assert all(goal.english and goal.spanish and goal.english != goal.spanish for goal in table.goals.values())


def test_every_target_has_its_goal_and_every_indicator_its_target() -> None:
    table = codes()
    assert {code.partition(".")[0] for code in table.targets} == set(table.goals)
    assert {code.rpartition(".")[0] for code in table.indicators} == table.targets


@pytest.mark.parametrize("code", ["8", "8.10", "8.10.2", "16.b.1", "17.19.2", "2.2.4", "11.5.3"])
def test_codes_that_exist_are_known(code: str) -> None:
    assert code in codes().known


@pytest.mark.parametrize("code", ["18", "8.11", "8.1.2", "1.a.3", "13.3.2", "17.6.2", "17.a"])
def test_codes_that_do_not_exist_or_were_retired_are_not(code: str) -> None:
    assert code not in codes().known


def test_codes_that_came_or_changed_are_in_use_and_retired_ones_are_not() -> None:
    table = codes()
    assert set(table.added) | set(table.reused) <= table.indicators
    assert not set(table.retired) & table.indicators


def test_the_outline_of_the_handbook_has_every_rule_once() -> None:
    shown = [rule.code for section in by_section(RULES, "es") for rule in section.rules]
    assert sorted(shown) == sorted(rule.code for rule in RULES)
