"""Achievement case by case, as the rules page has it, with its worked numbers; exact, never rounded and never clamped."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lap.achievement import Achievement, achievement
from lap.goals import Direction, reaches

NUMBERS = st.decimals(-1000, 1000, places=2)
UP, DOWN, KEEP, UNKNOWN = (
    Direction("up", True),
    Direction("down", True),
    Direction("keep", True),
    Direction("up", False),
)


def achieved(value: str, expected: str, baseline: str = "", way: Direction = UP) -> Achievement:
    numbers = (Decimal(one) if one else None for one in (value, expected, baseline))
    return achievement(*numbers, way)


@pytest.mark.parametrize(
    ("baseline", "expected", "value", "share"),
    [
        ("49", "55", "50", Fraction(1, 6)),  # 16.7 %
        ("68", "40", "50", Fraction(18, 28)),  # 64.3 %
        ("68", "40", "75", Fraction(-1, 4)),  # -25 %: it got worse, and that is not hidden
        ("0", "200", "90", Fraction(45, 100)),
        ("12", "0", "3", Fraction(3, 4)),
        ("0", "200", "500", Fraction(5, 2)),  # more than was asked is not hidden either
        ("0.1", "0.4", "0.2", Fraction(1, 3)),
        ("-10", "-4", "-7", Fraction(1, 2)),
    ],
)
def test_from_a_baseline_it_is_the_part_of_the_way(baseline: str, expected: str, value: str, share: Fraction) -> None:
    for way in (UP, DOWN, UNKNOWN):
        found = achieved(value, expected, baseline, way)
        assert (found.case, found.share) == ("from-baseline", share)
        assert (found.value, found.expected, found.baseline) == (Decimal(value), Decimal(expected), Decimal(baseline))


@pytest.mark.parametrize(
    ("way", "value", "share"), [(UP, "10", 1), (UP, "11", 1), (UP, "9.99", 0), (DOWN, "10", 1), (DOWN, "9", 1),
                                (DOWN, "10.01", 0), (UNKNOWN, "10", 1), (UNKNOWN, "9", 0)],
)  # fmt: skip
def test_where_the_baseline_itself_is_expected_its_right_side_counts(way: Direction, value: str, share: int) -> None:
    found = achieved(value, "10", "10", way)
    assert (found.case, found.share) == ("at-baseline", share)


@pytest.mark.parametrize(
    ("expected", "value", "case", "share"),
    [
        ("96", "95", "keep", Fraction(95, 96)),
        ("96", "97", "keep", Fraction(95, 96)),
        ("96", "96", "keep", Fraction(1)),
        ("4", "12", "keep", Fraction(-1)),
        ("-4", "-5", "keep", Fraction(3, 4)),
        ("0", "0", "keep-zero", Fraction(1)),
        ("0", "0.01", "keep-zero", Fraction(0)),
        ("0", "-3", "keep-zero", Fraction(0)),
    ],
)
def test_what_is_to_be_kept_loses_by_its_distance(expected: str, value: str, case: str, share: Fraction) -> None:
    for baseline in ("", "50", expected):
        found = achieved(value, expected, baseline, KEEP)
        assert (found.case, found.share) == (case, share)


@pytest.mark.parametrize(
    ("way", "expected", "value", "case", "share"),
    [
        (UP, "200", "90", "up", Fraction(45, 100)),
        (UNKNOWN, "200", "90", "up", Fraction(45, 100)),
        (UP, "0", "0", "up-zero", Fraction(1)),
        (UP, "0", "5", "up-zero", Fraction(1)),
        (UP, "0", "-1", "up-zero", Fraction(0)),
        (DOWN, "40", "50", "down", Fraction(4, 5)),
        (DOWN, "40", "20", "down", Fraction(2)),
        (DOWN, "40", "0", "down-zero", Fraction(1)),
        (DOWN, "0", "0", "down-zero", Fraction(1)),
        (DOWN, "0", "7", "down", Fraction(0)),
    ],
)
def test_without_a_baseline_it_is_a_ratio(
    way: Direction, expected: str, value: str, case: str, share: Fraction
) -> None:
    found = achieved(value, expected, "", way)
    assert (found.case, found.share, found.baseline) == (case, share, None)


def test_an_unknown_direction_counts_as_up_and_says_so() -> None:
    assert achieved("90", "200", "", UNKNOWN).direction == Direction("up", known=False)


@pytest.mark.parametrize("value", ["", "90"])
def test_where_nothing_is_expected_yet_nothing_is_judged(value: str) -> None:
    numbers = Decimal(value) if value else None, None, Decimal(1), UP
    assert achievement(*numbers)[:2] == ("not-due", None)
    assert achievement(*numbers, goals=False)[:2] == ("no-goal", None)


def test_where_something_is_expected_and_nothing_reported_there_is_no_evidence() -> None:
    found = achieved("", "200", "0")
    assert (found.case, found.share, found.value, found.expected) == ("no-evidence", None, None, Decimal(200))


@given(NUMBERS, NUMBERS, NUMBERS)
def test_the_baseline_is_nothing_and_the_goal_is_all(value: Decimal, expected: Decimal, baseline: Decimal) -> None:
    assume(expected != baseline)
    assert achievement(baseline, expected, baseline, UP).share == 0
    assert achievement(expected, expected, baseline, UP).share == 1
    reached = achievement(value, expected, baseline, UP).share
    assert reached is not None
    assert (reached >= 1) == reaches(value, expected, baseline, UP)


@given(NUMBERS, NUMBERS, NUMBERS, NUMBERS)
def test_who_is_closer_to_the_goal_has_achieved_more(
    one: Decimal, other: Decimal, goal: Decimal, start: Decimal
) -> None:
    assume(goal != start)
    shares = [achievement(value, goal, start, UP).share for value in sorted((one, other), reverse=goal < start)]
    assert shares == sorted(shares)


@given(NUMBERS, NUMBERS, NUMBERS, NUMBERS, st.integers(1, 50))
def test_the_unit_and_its_zero_do_not_matter(
    value: Decimal, expected: Decimal, baseline: Decimal, shift: Decimal, factor: int
) -> None:
    assume(expected != baseline)
    moved = (factor * one + shift for one in (value, expected, baseline))
    assert achievement(*moved, UP).share == achievement(value, expected, baseline, UP).share


@given(NUMBERS, NUMBERS, NUMBERS)
def test_falling_is_rising_seen_in_a_mirror(value: Decimal, expected: Decimal, baseline: Decimal) -> None:
    mirrored = achievement(-value, -expected, -baseline, DOWN)
    assert mirrored.share == achievement(value, expected, baseline, UP).share
