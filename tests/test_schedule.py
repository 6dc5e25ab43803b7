"""Inclusive days, first start to last end, and the order of activities."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lap.load import load
from lap.model.dates import Date, read_date
from lap.model.plan import Plan
from lap.model.work_plan import Activity
from lap.schedule import Task, before, circles, circles_in, days, find, last_to_end, span, stretch
from lap.source.files import read_bytes

CALENDAR = st.dates(datetime.date(1990, 1, 1), datetime.date(2090, 12, 31))
ORDERS = st.dictionaries(st.sampled_from("abcdef"), st.lists(st.sampled_from("abcdef"), max_size=4))

PLAN = """
lap: 1
commitments:
  first:
    stages:
      one:
        activities:
          a: {start: 2025-01-01, end: 2025-01-31}
          b: {start: 2025-02-01, end: 2025-02-28, after: a}
      two: {activities: {c: {start: 2025-02-10, end: 2025-04, after: [b, second/d, nobody, second/nobody]}}}
  second:
    activities: {d: {start: 2025-01-01, end: 2025-03-31, after: first/a}}
"""


def plan(text: str = PLAN) -> Plan:
    return load(read_bytes(text.encode(), "plan.yaml")).plan


def task(of: Plan, path: str) -> Task:
    found = find(path, next(iter(of.commitments.values())), of)
    assert found
    return found


def lasting(start: str, end: str) -> Activity:
    return Activity.model_validate({key: text for key, text in (("start", start), ("end", end)) if text})


def day(date: datetime.date) -> Date:
    return read_date(date.isoformat())


@pytest.mark.parametrize(
    ("start", "end", "counted"),
    [
        ("2017-01-01", "2017-02-28", 59),
        ("2017-03-01", "2017-06-30", 122),
        ("2017-02-01", "2017-11-30", 303),
        ("2017-01-01", "2017-11-30", 334),
        ("2016-02-01", "2016-03-01", 30),
        ("2025-01-01", "2025-01-01", 1),
        ("2025-01", "2025-01", 31),
        ("2024", "2024", 366),
        ("2025-02", "2025-03-15", 43),
        ("2025-01-02", "2025-01-01", 0),
    ],
)
def test_days_include_both_ends(start: str, end: str, counted: int) -> None:
    assert days(read_date(start), read_date(end)) == counted


@given(CALENDAR, st.integers(0, 20000))
def test_a_length_is_one_more_than_the_nights(start: datetime.date, nights: int) -> None:
    assert days(day(start), day(start + datetime.timedelta(nights))) == nights + 1


@given(CALENDAR, CALENDAR, CALENDAR)
def test_days_are_monotone_and_add_up(one: datetime.date, two: datetime.date, three: datetime.date) -> None:
    start, middle, end = map(day, sorted((one, two, three)))
    assert 1 <= days(start, middle) <= days(start, end)
    assert days(start, middle) + days(middle, end) == days(start, end) + 1


@given(CALENDAR, CALENDAR)
def test_a_month_or_year_never_shortens(one: datetime.date, two: datetime.date) -> None:
    start, end = map(day, sorted((one, two)))
    for length in (7, 4):
        assert days(read_date(start.text[:length]), read_date(end.text[:length])) >= days(start, end)


@given(st.lists(st.tuples(CALENDAR, st.integers(0, 900)), min_size=1, max_size=8))
def test_a_span_is_as_long_as_its_longest_and_holds_all(rows: list[tuple[datetime.date, int]]) -> None:
    made = [(day(start), day(start + datetime.timedelta(nights))) for start, nights in rows]
    whole = span(lasting(start.text, end.text) for start, end in made)
    assert whole
    assert whole.start.first == min(start.first for start, _ in made)
    assert whole.end.last == max(end.last for _, end in made)
    assert whole.days >= max(days(start, end) for start, end in made)


def test_gaps_and_overlaps_count_once() -> None:
    whole = span([lasting("2017-03-01", "2017-06-30"), lasting("2017-01-01", "2017-02-28")])
    assert whole == (read_date("2017-01-01"), read_date("2017-06-30"))
    assert whole.days == 181


@pytest.mark.parametrize(
    ("start", "end"), [("", "2017-06-30"), ("2017-03-01", ""), ("", ""), ("2017-07-01", "2017-06-30")]
)
def test_no_span_where_a_date_is_missing_or_wrong(start: str, end: str) -> None:
    assert stretch(lasting(start, end)) is None
    assert span([lasting("2017-01-01", "2017-02-28"), lasting(start, end)]) is None


def test_no_span_of_nothing() -> None:
    assert span([]) is None


def test_a_reference_is_an_id_here_or_a_path() -> None:
    made = plan()
    first = made.commitments["first"]
    assert [found.path for name in ("c", "second/d", "first/a") if (found := find(name, first, made))] == [
        "first/c", "second/d", "first/a",
    ]  # fmt: skip
    assert find("d", first, made) is None
    assert find("third/d", first, made) is None


def test_what_comes_before_keeps_its_place() -> None:
    made = plan()
    assert [(place, one.path) for place, one in before(task(made, "c"), made)] == [
        (0, "first/b"),
        (1, "second/d"),
    ]


def test_of_what_ends_too_late_the_last_is_named() -> None:
    made = plan()
    late = last_to_end(task(made, "c"), made)
    assert late
    assert (late.place, late.activity.id, late.end.text) == (1, "d", "2025-03-31")
    assert last_to_end(task(made, "b"), made) is None


def test_what_ends_before_it_starts_says_nothing() -> None:
    made = plan(PLAN.replace("d: {start: 2025", "d: {start: 2026"))
    late = last_to_end(task(made, "c"), made)
    assert late
    assert late.activity.id == "b"


def test_dates_in_a_circle_are_not_compared() -> None:
    made = plan(PLAN.replace("after: a}", "after: [a, c]}"))
    assert last_to_end(task(made, "b"), made) is None
    late = last_to_end(task(made, "c"), made)
    assert late
    assert late.activity.id == "d"


def test_circles_are_told_in_the_commitment_of_their_first() -> None:
    made = plan(PLAN.replace("a: {", "a: {after: second/d, "))
    first, second = made.commitments.values()
    assert [[one.path for one in circle] for circle in circles(first, made)] == [["first/a", "second/d"]]
    assert circles(second, made) == []


def test_plans_are_not_taken_for_one_another() -> None:
    round_, straight = plan(PLAN.replace("a: {", "a: {after: a, ")), plan()
    for _ in range(2):
        assert len(circles(round_.commitments["first"], round_)) == 1
        assert circles(straight.commitments["first"], straight) == []


@pytest.mark.parametrize(
    ("order", "found"),
    [
        ({"a": [], "b": ["a"], "c": ["a", "b"]}, []),
        ({"a": ["a"]}, [["a"]]),
        ({"a": ["b"], "b": ["c"], "c": ["a"]}, [["a", "b", "c"]]),
        ({"z": [], "c": ["b"], "b": ["c", "z"]}, [["c", "b"]]),
        ({"a": ["b", "c"], "b": ["a"], "c": ["a"]}, [["a", "b"], ["a", "c"]]),
        ({"a": ["c"], "b": ["a"], "c": ["a", "b"]}, [["a", "c"]]),
        ({"a": ["b"], "b": ["b", "a"]}, [["b"], ["a", "b"]]),
    ],
)
def test_each_circle_is_found_once(order: dict[str, list[str]], found: list[list[str]]) -> None:
    assert circles_in(order) == found


@given(ORDERS)
def test_circles_are_circles_that_share_no_step(rows: dict[str, list[str]]) -> None:
    order = {name: rows.get(name, []) for name in "abcdef"}
    steps = []
    for circle in circles_in(order):
        assert circle[0] == min(circle)
        steps += list(zip(circle, [*circle[1:], circle[0]], strict=True))
    assert all(later in order[name] for name, later in steps)
    assert len(steps) == len(set(steps))


@given(ORDERS)
def test_a_circle_is_found_wherever_something_goes_round(rows: dict[str, list[str]]) -> None:
    order = {name: rows.get(name, []) for name in "abcdef"}
    left = dict(order)
    while free := [name for name, after in left.items() if not set(after) & set(left)]:
        left = {name: after for name, after in left.items() if name not in free}
    assert bool(circles_in(order)) == bool(left)


def test_ten_thousand_in_a_row_are_no_burden() -> None:
    names = [str(number) for number in range(10_000)]
    order = {name: [earlier] for name, earlier in zip(names[1:], names, strict=False)} | {"0": []}
    assert circles_in(order) == []
    assert len(circles_in(order | {"0": ["9999"]})[0]) == 10_000
