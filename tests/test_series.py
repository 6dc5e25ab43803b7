"""The value of an indicator on a day: the latest, or all that add up; exact, in whatever order the log has them."""

import datetime
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lap.goals import Direction, direction_of, expected_on, goals_of, next_goal
from lap.load import load
from lap.log import Log
from lap.model.plan import Plan
from lap.series import Measured, measured
from lap.source.files import read_bytes
from lap.trend import trend

START = datetime.date(2025, 1, 1)


def plan(text: str) -> Plan:
    return load(read_bytes(f"lap: 1\n{text}".encode(), "plan.yaml")).plan


def of(indicator: str, *entries: str) -> Measured:
    """An indicator with a log; each entry is a date and a value."""
    log = "".join(f"  - {{date: {date}, indicator: c/i, value: {value}}}\n" for date, value in map(str.split, entries))
    made = plan(f"commitments: {{c: {{indicators: {{i: {{{indicator}}}}}}}}}\n" + (f"progress:\n{log}" if log else ""))
    return measured("c/i", made.commitments["c"].indicators["i"], Log(made).indicator("c/i"))


def level(one: Measured, day: str) -> Decimal | None:
    reading = one.series.on(datetime.date.fromisoformat(day))
    return reading.level if reading else None


def test_the_latest_value_on_or_before_a_day_counts() -> None:
    one = of("name: x", "2025-03-31 20", "2025-06-30 35")
    assert [level(one, day) for day in ("2025-03-30", "2025-03-31", "2025-06-29", "2025-06-30", "2026-01-01")] == [
        None, 20, 20, 35, 35,
    ]  # fmt: skip


def test_entries_may_stand_out_of_order() -> None:
    one = of("name: x", "2025-06-30 35", "2025-03-31 20")
    assert [level(one, day) for day in ("2025-04-01", "2025-07-01")] == [20, 35]


def test_of_two_entries_on_one_day_the_later_in_the_file_counts() -> None:
    one = of("name: x", "2025-06-30 35", "2025-06-30 33", "2025-01-31 1")
    assert level(one, "2025-06-30") == 33
    assert [part.value for part in one.series.parts(datetime.date(2025, 7, 1))] == [33]


def test_a_month_counts_from_its_last_day_on() -> None:
    one = of("name: x", "2025-06 35", "2025-06-20 30")
    assert [level(one, day) for day in ("2025-06-29", "2025-06-30")] == [30, 35]


def test_values_that_add_up_start_from_the_baseline() -> None:
    one = of("accumulates: sum, baseline: {value: 100, date: 2025-01-31}", "2025-02-28 10", "2025-03-31 20")
    assert [level(one, day) for day in ("2025-02-27", "2025-02-28", "2025-03-31")] == [None, 110, 130]
    assert one.series.start == 100
    assert [part.value for part in one.series.parts(datetime.date(2025, 12, 31))] == [10, 20]


def test_without_a_baseline_they_start_from_0() -> None:
    assert level(of("accumulates: sum", "2025-02-28 10", "2025-03-31 20"), "2025-04-01") == 30


def test_a_correction_is_a_further_entry_and_two_on_one_day_both_add_up() -> None:
    one = of("accumulates: sum, baseline: 0", "2025-07-08 21", "2025-07-30 -2", "2025-07-30 1")
    assert [level(one, day) for day in ("2025-07-29", "2025-07-30")] == [21, 20]


def test_what_the_baseline_holds_already_is_not_added_again() -> None:
    one = of("accumulates: sum, baseline: {value: 100, date: 2025-02}", "2025-02-28 10", "2025-03-01 5")
    assert level(one, "2025-03-31") == 105
    assert [filed.place for filed in one.series.passed_over] == [0]


def test_where_nothing_that_counts_was_reported_there_is_no_value_not_even_the_baselines() -> None:
    assert level(of("accumulates: sum, baseline: {value: 100, date: 2025-02}", "2025-02-28 10"), "2025-03-31") is None
    assert level(of("baseline: 100"), "2025-03-31") is None


def test_a_qualitative_value_is_its_place_in_the_scale() -> None:
    scale = "scale: [none, draft, in force], baseline: {value: none}, target: {value: in force, date: 2025-12-31}"
    one = of(scale, "2025-03-31 DRAFT", "2025-06-30 lost")
    assert level(one, "2025-12-31") == 1
    assert (one.baseline, [goal.level for goal in one.goals]) == (0, [2])
    assert [filed.place for filed in one.series.passed_over] == [1]


def test_places_of_a_scale_are_never_added_up() -> None:
    assert level(of("scale: [a, b, c], accumulates: sum", "2025-03-31 b", "2025-06-30 c"), "2025-12-31") == 2


def test_a_value_that_is_no_number_is_passed_over_and_told() -> None:
    one = of("name: x", "2025-03-31 20", "2025-06-30 many", "2025-07-31 25%")
    assert [level(one, day) for day in ("2025-07-01", "2025-07-31")] == [20, 25]
    assert [filed.entry.value for filed in one.series.passed_over] == ["many"]


def test_an_entry_without_a_value_or_a_date_changes_nothing() -> None:
    made = plan(
        "commitments: {c: {indicators: {i: {name: x}}}}\nprogress:\n"
        "  - {date: 2025-01-31, indicator: c/i, value: 3}\n"
        "  - {date: 2025-02-28, indicator: c/i, note: The survey is late}\n"
        "  - {indicator: c/i, value: 9}\n"
    )
    log = Log(made)
    one = measured("c/i", made.commitments["c"].indicators["i"], log.indicator("c/i"))
    assert (level(one, "2025-12-31"), one.series.passed_over, log.undated) == (3, [], [2])


def test_sums_are_exact_however_long_their_numbers() -> None:
    long = "123456789012345678901234567890"
    one = of("accumulates: sum", f"2025-01-31 {long}", f"2025-02-28 0.{long[:29]}", f"2025-03-31 -{long}")
    assert level(one, "2025-12-31") == Decimal(f"0.{long[:29]}")


ENTRIES = st.lists(
    st.tuples(st.integers(0, 300), st.decimals(-100, 100, places=2)), max_size=12, unique_by=lambda one: one[0]
)


@given(ENTRIES, st.permutations(range(12)), st.integers(0, 320), st.sampled_from(["last", "sum"]))
def test_the_order_of_entries_on_different_days_does_not_matter(
    entries: list[tuple[int, Decimal]], order: list[int], on: int, way: str
) -> None:
    rows = [f"{START + datetime.timedelta(number)} {value}" for number, value in entries]
    mixed = [rows[place] for place in order if place < len(rows)]
    day = str(START + datetime.timedelta(on))
    assert level(of(f"accumulates: {way}", *rows), day) == level(of(f"accumulates: {way}", *mixed), day)


@given(ENTRIES, st.integers(0, 320), st.decimals(-100, 100, places=2))
def test_a_sum_is_what_adding_by_hand_gives_and_a_correction_takes_back_exactly_itself(
    entries: list[tuple[int, Decimal]], on: int, wrong: Decimal
) -> None:
    day = START + datetime.timedelta(on)
    rows = [f"{START + datetime.timedelta(number)} {value}" for number, value in entries]
    added = [value for number, value in entries if number <= on]
    by_hand = 7 + sum(map(Fraction, added)) if added else None
    found = level(of("accumulates: sum, baseline: {value: 7}", *rows), str(day))
    assert (found if found is None else Fraction(found)) == by_hand
    corrected = [*rows, f"{START} {wrong}", f"{START} {-wrong}"]
    assert level(of("accumulates: sum, baseline: {value: 7}", *corrected), str(day)) == (7 if found is None else found)


# What is expected, and which way it goes


GOALS = "baseline: {value: 0}, target: {value: 100, date: 2026-06}, milestones: {2025-12: 60, 2025-06-30: 25}"


@pytest.mark.parametrize(
    ("day", "expected", "following"),
    [
        ("2025-06-29", None, 25),
        ("2025-06-30", 25, 60),
        ("2025-12-30", 25, 60),
        ("2025-12-31", 60, 100),
        ("2026-06-29", 60, 100),
        ("2026-06-30", 100, None),
        ("2030-01-01", 100, None),
    ],
)
def test_expected_is_the_goal_that_was_due_last(day: str, expected: int | None, following: int | None) -> None:
    goals, on = of(GOALS).goals, datetime.date.fromisoformat(day)
    found = [goal.level if goal else None for goal in (expected_on(goals, on), next_goal(goals, on))]
    assert found == [expected, following]


def test_from_the_targets_day_on_no_milestone_counts_any_more() -> None:
    one = of("target: {value: 100, date: 2025-12-31}, milestones: {2025-12-31: 60, 2026-06-30: 80}")
    assert [(goal.level, goal.is_target) for goal in one.goals] == [(100, True)]


def test_goals_that_cannot_be_read_expect_nothing() -> None:
    one = of("target: {value: all of them, date: 2025-12-31}, milestones: {2025-06-30: half, 2025-09-30: 5}")
    assert [goal.level for goal in one.goals] == [5]
    assert of("target: {value: 7}").goals == []


@pytest.mark.parametrize(
    ("indicator", "direction"),
    [
        ("baseline: 1, target: {value: 5}", Direction("up", True)),
        ("baseline: 5, target: {value: 1}", Direction("down", True)),
        ("baseline: 5, target: {value: 5}", Direction("up", False)),
        ("target: {value: 5}", Direction("up", False)),
        ("name: x", Direction("up", False)),
        ("baseline: 1, target: {value: 5}, direction: down", Direction("down", True)),
        ("direction: keep", Direction("keep", True)),
        ("scale: [low, high], baseline: high, target: {value: low}", Direction("down", True)),
    ],
)
def test_the_direction_is_stated_or_read_from_baseline_and_target_or_unknown(
    indicator: str, direction: Direction
) -> None:
    one = of(indicator).indicator
    assert direction_of(one) == direction
    assert goals_of(one) == []


# Where it goes


@pytest.mark.parametrize(
    ("indicator", "before", "now", "change", "turn"),
    [
        ("direction: up", 20, 35, 15, "better"),
        ("direction: up", 35, 20, -15, "worse"),
        ("direction: down", 35, 20, -15, "better"),
        ("direction: down", 20, 35, 15, "worse"),
        ("direction: up", 20, 20, 0, "same"),
        ("name: x", 20, 35, 15, "better"),
        ("direction: keep", 20, 35, 15, "worse"),
        ("direction: keep, milestones: {2025-01-31: 33}", 20, 35, 15, "better"),
        ("direction: keep, milestones: {2025-01-31: 30}", 25, 35, 10, "same"),
    ],
)
def test_the_trend_is_the_change_since_the_value_before(
    indicator: str, before: int, now: int, change: int, turn: str
) -> None:
    one = of(indicator, f"2025-03-31 {before}", "2025-06-30 999", f"2025-06-30 {now}")
    reading = one.series.on(datetime.date(2025, 7, 1))
    assert reading
    found = trend(reading, one.series, one.direction, one.goals[0].level if one.goals else None)
    assert found
    assert (found.before.level, found.change, found.turn) == (before, change, turn)


def test_values_that_add_up_are_compared_with_the_sum_before() -> None:
    one = of("accumulates: sum, baseline: 10", "2025-03-31 5", "2025-06-30 4")
    reading = one.series.on(datetime.date(2025, 7, 1))
    assert reading
    found = trend(reading, one.series, one.direction, None)
    assert found
    assert (found.before.level, found.change) == (15, 4)


def test_a_first_value_has_no_trend() -> None:
    one = of("baseline: 10", "2025-03-31 5")
    reading = one.series.on(datetime.date(2025, 7, 1))
    assert reading
    assert trend(reading, one.series, one.direction, None) is None
