"""The traffic light: its bounds, who states them, and the two states that are no colour."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lap.achievement import Achievement, achievement
from lap.goals import Direction
from lap.lights import Band, Bands, Light, bands, light
from lap.limits import DEFAULTS
from lap.load import load
from lap.model.numbers import Bounds
from lap.model.plan import Plan
from lap.source.files import read_bytes

UP = Direction("up", True)
COLOURS = ["red", "amber", "green"]


def plan(text: str) -> Plan:
    return load(read_bytes(f"lap: 1\n{text}".encode(), "plan.yaml")).plan


def within(green: str, amber: str) -> Bands:
    text = f"thresholds: {{green: {green}, amber: {amber}}}\ncommitments: {{c: {{indicators: {{i: {{name: x}}}}}}}}"
    made = plan(text)
    return bands(made.commitments["c"].indicators["i"], made, DEFAULTS)


def lit(share: str, green: str, amber: str) -> Light:
    return light(Achievement("up", Fraction(share), None, None, None, UP), within(green, amber))


@pytest.mark.parametrize(
    ("value", "colour", "doubtful"),
    [
        ("190", "green", False),
        ("189.99", "amber", False),
        ("170", "amber", False),
        ("169.99", "red", False),
        ("210", "green", False),
        ("210.01", "amber", True),
        ("230", "amber", True),
        ("230.01", "red", True),
    ],
)
def test_the_bounds_of_200_with_5_and_15_percent(value: str, colour: str, doubtful: bool) -> None:
    achieved = achievement(Decimal(value), Decimal(200), Decimal(0), UP)
    found = light(achieved, within("[95%, 105%]", "[85%, 115%]"))
    assert (found.colour, found.doubtful) == (colour, doubtful)


@pytest.mark.parametrize(
    ("share", "colour"), [("9/10", "green"), ("8999/10000", "amber"), ("7/10", "amber"), ("6999/10000", "red"),
                          ("-1/4", "red"), ("100", "green")],
)  # fmt: skip
def test_without_thresholds_green_begins_at_90_and_amber_at_70_percent(share: str, colour: str) -> None:
    made = plan("commitments: {c: {indicators: {i: {name: x}}}}")
    achieved = Achievement("up", Fraction(share), None, None, None, UP)
    found = light(achieved, bands(made.commitments["c"].indicators["i"], made, DEFAULTS))
    assert (found.colour, found.doubtful) == (colour, False)


@pytest.mark.parametrize("written", ["90%", "90", "0.9"])
def test_90_percent_may_be_written_in_three_ways(written: str) -> None:
    assert within(written, "70").green.bounds == Bounds(Decimal("0.90"))


@pytest.mark.parametrize(
    ("green", "amber", "share", "colour", "doubtful"),
    [
        ("95%", "[85%, 115%]", "11/10", "green", False),
        ("95%", "[85%, 115%]", "116/100", "red", True),
        ("[95%, 105%]", "85%", "11/10", "amber", True),
        ("[95%, 105%]", "85%", "9", "amber", True),
    ],
)
def test_one_colour_alone_may_have_an_upper_side(
    green: str, amber: str, share: str, colour: str, doubtful: bool
) -> None:
    found = lit(share, green, amber)
    assert (found.colour, found.doubtful) == (colour, doubtful)


@pytest.mark.parametrize(("share", "colour"), [("7/10", "green"), ("69/100", "red")])
def test_where_amber_begins_above_green_it_never_lights(share: str, colour: str) -> None:
    assert lit(share, "70%", "90%").colour == colour


def test_no_evidence_and_not_due_are_states_of_their_own() -> None:
    bounds = within("90%", "70%")
    for expected, goals, colour in (
        (Decimal(5), True, "no-evidence"),
        (None, True, "not-due"),
        (None, False, "not-due"),
    ):
        assert light(achievement(None, expected, None, UP, goals), bounds)[:2] == (colour, False)


def test_each_colour_is_the_indicators_else_the_plans_else_that_of_the_settings() -> None:
    made = plan(
        "thresholds: {amber: 60%}\ncommitments: {c: {indicators: {i: {thresholds: {green: 80}}, j: {name: x}}}}"
    )
    limits = DEFAULTS._replace(green=Decimal("0.85"))
    one, other = (bands(made.commitments["c"].indicators[key], made, limits) for key in ("i", "j"))
    assert one == Bands(Band(Bounds(Decimal("0.8")), "indicator"), Band(Bounds(Decimal("0.6")), "plan"))
    assert other == Bands(Band(Bounds(Decimal("0.85")), "settings"), Band(Bounds(Decimal("0.6")), "plan"))


SHARES = st.fractions(-1, 3)
PERCENTS = st.integers(0, 200).map(lambda number: Decimal(number) / 100)


@given(SHARES, SHARES, PERCENTS, PERCENTS)
def test_without_an_upper_side_more_is_never_worse(one: Fraction, other: Fraction, low: Decimal, high: Decimal) -> None:
    assume(low <= high)
    bounds = Bands(Band(Bounds(high), "plan"), Band(Bounds(low), "plan"))
    found = [light(Achievement("up", share, None, None, None, UP), bounds) for share in sorted((one, other))]
    assert COLOURS.index(found[0].colour) <= COLOURS.index(found[1].colour)
    assert not any(one.doubtful for one in found)


@given(SHARES, PERCENTS, PERCENTS)
def test_pairs_around_the_whole_treat_both_sides_alike(share: Fraction, narrow: Decimal, wide: Decimal) -> None:
    assume(narrow <= wide)
    bounds = Bands(*(Band(Bounds(1 - one, 1 + one), "plan") for one in (narrow, wide)))
    found = [light(Achievement("up", one, None, None, None, UP), bounds).colour for one in (share, 2 - share)]
    assert found[0] == found[1]
