"""Half-yearly goals: in which half-year they fall due, and what became of them."""

import datetime

import pytest

from lap.limits import DEFAULTS
from lap.load import load
from lap.model.plan import Plan
from lap.scoring import CommitmentScore, score
from lap.source.files import read_bytes

GOALS = "baseline: {value: 0}, target: {value: 100, date: 2026-06-30}, milestones: {2025-06-30: 25, 2025-12-31: 60}"


def plan(*entries: str, indicator: str = GOALS, period: str = "{start: 2025-01-01, end: 2026-12-31}") -> Plan:
    rows = (one.split() for one in entries)
    log = "".join(f"  - {{date: {day}, indicator: c/i, value: {value}}}\n" for day, value in rows)
    text = f"lap: 1\nperiod: {period}\ncommitments: {{c: {{indicators: {{i: {{{indicator}}}}}}}}}\nprogress:\n{log}"
    return load(read_bytes(text.encode(), "plan.yaml")).plan


def scored(day: str, made: Plan, months: int = 6) -> CommitmentScore:
    return score(made, datetime.date.fromisoformat(day), DEFAULTS._replace(goal_months=months)).commitments[0]


def states(day: str, *entries: str, indicator: str = GOALS) -> list[str]:
    found = scored(day, plan(*entries, indicator=indicator)).half_years
    return [one.state for half in found for one in half.goals]


@pytest.mark.parametrize(
    ("entries", "state"),
    [
        (("2025-06-30 25",), "met"),
        (("2025-03-01 30",), "met"),
        (("2025-07-15 25",), "met"),  # a report has 15 days of grace
        (("2025-06-30 25", "2025-07-10 20"), "met"),
        (("2025-07-16 25",), "late"),
        (("2025-06-30 24.99", "2025-11-01 40"), "late"),
        (("2025-06-30 24.99",), "missed"),
        (("2025-03-01 30", "2025-06-30 20"), "missed"),
        ((), "no-evidence"),
    ],
)
def test_what_became_of_a_goal(entries: tuple[str, ...], state: str) -> None:
    assert states("2025-12-30", *entries) == [state, "not-due", "not-due"]


def test_a_goal_is_due_on_its_day() -> None:
    assert states("2025-06-29", "2025-01-31 30")[0] == "not-due"
    assert states("2025-06-30", "2025-01-31 30")[0] == "met"


def test_what_shall_be_kept_has_met_its_goal_while_its_light_is_green() -> None:
    keep = "direction: keep, milestones: {2025-06-30: 100}"
    assert states("2025-12-30", "2025-06-30 90", indicator=keep) == ["met"]
    assert states("2025-12-30", "2025-06-30 110.01", indicator=keep) == ["missed"]


def test_half_years_count_from_the_start_of_the_period_to_the_last_goal_or_end() -> None:
    found = scored("2025-12-31", plan("2025-06-30 25", period="{start: 2025-03-01, end: 2026-12-31}")).half_years
    assert [(str(one.time.first), str(one.time.last), one.met, one.due, len(one.goals)) for one in found] == [
        ("2025-03-01", "2025-08-31", 1, 1, 1),
        ("2025-09-01", "2026-02-28", 0, 1, 1),
        ("2026-03-01", "2026-08-31", 0, 0, 1),
    ]


def test_the_settings_may_give_another_interval() -> None:
    found = scored("2025-12-31", plan(), months=12).half_years
    assert [(str(one.time.first), len(one.goals)) for one in found] == [("2025-01-01", 2), ("2026-01-01", 1)]


def test_an_end_of_an_activity_after_the_last_goal_adds_empty_half_years() -> None:
    text = "lap: 1\nperiod: {start: 2025-01-01, end: 2026-12-31}\ncommitments: {c: {activities: {a: {start: 2025-01-01, end: 2026-09-30}}}}"
    found = scored("2025-12-31", load(read_bytes(text.encode(), "plan.yaml")).plan).half_years
    assert [len(one.goals) for one in found] == [0, 0, 0, 0]


def test_a_goal_before_the_period_stands_in_the_first_half_year() -> None:
    found = scored("2025-12-31", plan(period="{start: 2025-08-01, end: 2026-12-31}")).half_years
    assert [len(one.goals) for one in found] == [2, 1]


def test_without_a_start_of_the_period_there_are_no_half_years() -> None:
    assert scored("2025-12-31", plan(period="{end: 2026-12-31}")).half_years == ()
