"""A plan's calendar: months and half-years, what falls due in them, and how much a party has to do at once."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lap.load import load
from lap.model.dates import read_date
from lap.model.plan import Plan
from lap.pace import (
    Interval,
    empty,
    ends_and_deliveries,
    first_activity,
    goals,
    intervals,
    last_month,
    longer_than,
    months_later,
    next_report,
    peaks,
    period,
    starts_on,
)  # fmt: skip
from lap.schedule import Stretch
from lap.source.files import read_bytes

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))
MONTHS = st.integers(1, 30)


def plan(text: str) -> Plan:
    return load(read_bytes(f"lap: 1\n{text}".encode(), "plan.yaml")).plan


def stretch(start: str, end: str) -> Stretch:
    return Stretch(read_date(start), read_date(end))


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2025, 1, 1), 6, date(2025, 7, 1)),
        (date(2025, 1, 31), 1, date(2025, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2025, 8, 31), 6, date(2026, 2, 28)),
        (date(2025, 3, 15), -3, date(2024, 12, 15)),
        (date(2025, 12, 1), 24, date(2027, 12, 1)),
    ],
)
def test_months_later_keeps_the_day_or_takes_the_last_one(day: date, months: int, later: date) -> None:
    assert months_later(day, months) == later


@given(DAYS, st.integers(-100, 100))
def test_months_later_lands_in_the_right_month_and_never_on_a_later_day(day: date, months: int) -> None:
    later = months_later(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day <= day.day
    assert later.day == day.day or (later + timedelta(days=1)).month != later.month


@pytest.mark.parametrize(
    ("frequency", "again"),
    [
        ("weekly", date(2025, 1, 22)),
        ("bimonthly", date(2025, 3, 15)),
        ("four-monthly", date(2025, 5, 15)),
        ("biennial", date(2027, 1, 15)),
        ("once", None),
    ],
)
def test_what_is_measured_is_measured_again_after_its_frequency(frequency: str, again: date | None) -> None:
    assert next_report(date(2025, 1, 15), frequency) == again


@given(DAYS, DAYS, MONTHS)
def test_intervals_follow_each_other_without_a_gap_up_to_the_one_that_holds_the_end(
    start: date, end: date, months: int
) -> None:
    found = intervals(start, end, months)
    if end < start:
        assert found == ()
        return
    assert found[0].first == start
    assert found[-1].first <= end <= found[-1].last
    assert all(one.last + timedelta(days=1) == other.first for one, other in itertools.pairwise(found))


def test_half_years_of_a_plan_that_begins_in_september() -> None:
    assert intervals(date(2016, 9, 1), date(2017, 9, 1), 6) == (
        Interval(date(2016, 9, 1), date(2017, 2, 28)),
        Interval(date(2017, 3, 1), date(2017, 8, 31)),
        Interval(date(2017, 9, 1), date(2018, 2, 28)),
    )


@given(DAYS, st.lists(st.integers(0, 1500), max_size=6), MONTHS)
def test_each_interval_either_holds_a_date_or_belongs_to_one_empty_run(
    start: date, offsets: list[int], months: int
) -> None:
    dates = [start + timedelta(days=days) for days in offsets]
    times = intervals(start, start + timedelta(days=1500), months)
    runs = list(empty(times, dates))
    hollow = [time for run in runs for time in run]
    assert hollow == [time for time in times if not any(time.first <= day <= time.last for day in dates)]
    assert all(one.last + timedelta(days=1) == other.first for run in runs for one, other in itertools.pairwise(run))
    assert all(run[-1].last + timedelta(days=1) < next_run[0].first for run, next_run in itertools.pairwise(runs))


@pytest.mark.parametrize(
    ("start", "end", "longer"),
    [
        ("2025-01-01", "2025-06-30", False),
        ("2025-01-01", "2025-07-01", True),
        ("2025-01", "2025-06", False),
        ("2025", "2025", True),
        ("2025-08-31", "2026-02-27", False),
        ("2025-08-31", "2026-02-28", True),
    ],
)
def test_half_a_year_is_not_longer_than_six_months(start: str, end: str, longer: bool) -> None:
    assert longer_than(6, stretch(start, end)) is longer


@pytest.mark.parametrize(
    ("end", "first"),
    [
        ("2026-12-31", date(2026, 12, 1)),
        ("2026-02-28", date(2026, 2, 1)),
        ("2026-12-05", date(2026, 11, 6)),
        ("2026", date(2026, 12, 1)),
    ],
)
def test_the_last_month_is_a_month_long(end: str, first: date) -> None:
    assert last_month(stretch("2025-01-01", end)) == first


@pytest.mark.parametrize(
    "text", ["{start: 2025-01-01}", "{start: 2025-06-30, end: 2025-01-01}", "{start: 2025-01-01, end: 2025-01-01}"]
)
def test_a_period_that_leaves_no_time_is_none(text: str) -> None:
    assert period(plan(f"period: {text}")) is None


def test_a_period_may_be_a_year() -> None:
    assert period(plan("period: {start: 2025, end: 2025}")) == stretch("2025", "2025")


COMMITMENT = """
commitments:
  one:
    stages:
      first:
        activities:
          late: {start: 2025-05, end: 2025-08, deliverables: [{name: x, due: 2025-06}, y]}
          early: {start: 2025-02-03, end: 2025-03-01}
          open: {end: 2025-12}
    indicators:
      i: {milestones: {2025-04: 1, not a date: 2}, target: {value: 3, date: 2025-10}}
      j: {name: without a target}
"""


def test_a_commitment_starts_with_its_first_activity() -> None:
    commitment = plan(COMMITMENT).commitments["one"]
    first = first_activity(commitment)
    assert first
    assert first.route == ("stages", "first", "activities", "early")
    assert starts_on(commitment) == date(2025, 2, 3)
    assert starts_on(plan("commitments: {one: {title: x}}").commitments["one"]) is None


def test_ends_deliveries_and_goals_mean_the_last_day() -> None:
    commitment = plan(COMMITMENT).commitments["one"]
    assert ends_and_deliveries(commitment) == [
        date(2025, 8, 31),
        date(2025, 6, 30),
        date(2025, 3, 1),
        date(2025, 12, 31),
    ]
    assert goals(commitment) == [date(2025, 4, 30), date(2025, 10, 31)]


SPANS = st.lists(
    st.tuples(st.integers(0, 60), st.integers(0, 40), st.lists(st.sampled_from(["a", "a/x", "b"]), max_size=3)),
    max_size=8,
)


@given(SPANS)
def test_the_peak_is_what_counting_day_by_day_gives(spans: list[tuple[int, int, list[str]]]) -> None:
    first = date(2025, 1, 1)
    rows = [(first + timedelta(days=at), first + timedelta(days=at + length), who) for at, length, who in spans]
    activities = "".join(
        f"      n{number}: {{start: {start}, end: {end}, responsible: [{', '.join(who)}]}}\n"
        for number, (start, end, who) in enumerate(rows)
    )
    found = peaks(plan(f"commitments:\n  one:\n    activities:\n{activities}" if activities else "title: x"))
    for party in ("a", "b"):
        counted = {
            day: sum(start <= day <= end and any(one[0] == party for one in who) for start, end, who in rows)
            for day in (first + timedelta(days=n) for n in range(101))
        }
        most = max(counted.values())
        assert (found[party].number if party in found else 0) == most
        if most:
            assert found[party].day == min(day for day, load in counted.items() if load == most)


def test_without_dates_nothing_is_carried() -> None:
    text = "commitments: {one: {activities: {x: {start: 2025-01-01, responsible: a}, y: {start: 2025-02-01, end: 2025-01-01, responsible: a}}}}"
    assert peaks(plan(text)) == {}
