"""The critical path: latest starts and ends, slack in days, circles and what has no dates; checked by letting activities slip."""

import datetime
from itertools import product
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lap.critical import Times, times
from lap.load import load
from lap.source.files import read_bytes

DAY = datetime.timedelta(days=1)
FIRST = datetime.date(2025, 1, 1)


def of(activities: str, more: str = "") -> Times:
    """The times of a commitment `c` from its activities, a line each."""
    lines = "".join(f"      {line.strip()}\n" for line in activities.strip().splitlines())
    made = load(read_bytes(f"lap: 1\ncommitments:\n  c:\n    activities:\n{lines}{more}".encode(), "plan.yaml")).plan
    return times(made.commitments["c"], made)


def told(found: Times) -> dict[str, tuple[str, str, int, bool]]:
    """Latest start, latest end, slack and whether it is critical, by id."""
    return {
        key: (str(one.latest_start), str(one.latest_end), one.slack, one.critical) for key, one in found.timed.items()
    }


# Worked by hand


def test_the_handbook_s_offices_and_registration() -> None:
    """§5.1: 59 and 122 days one after the other, and a registration that runs beside them until 30 November."""
    found = of(
        """
        first-65: {start: 2017-01-01, end: 2017-02-28}
        pending-60: {start: 2017-03-01, end: 2017-06-30, after: first-65}
        platform: {start: 2017-02-01, end: 2017-11-30}
        """
    )
    assert told(found) == {
        "first-65": ("2017-06-03", "2017-07-31", 153, False),
        "pending-60": ("2017-08-01", "2017-11-30", 153, False),
        "platform": ("2017-02-01", "2017-11-30", 0, True),
    }


def test_of_two_that_come_after_the_one_that_must_begin_earlier_counts() -> None:
    found = of(
        """
        a: {start: 2025-01-01, end: 2025-01-10}
        long: {start: 2025-01-11, end: 2025-01-31, after: a}
        short: {start: 2025-01-11, end: 2025-01-15, after: [a]}
        """
    )
    assert told(found) == {
        "a": ("2025-01-01", "2025-01-10", 0, True),
        "long": ("2025-01-11", "2025-01-31", 0, True),
        "short": ("2025-01-27", "2025-01-31", 16, False),
    }


def test_an_activity_that_ends_after_the_next_must_begin_has_less_than_no_slack() -> None:
    found = of("a: {start: 2025-01-01, end: 2025-01-20}\nb: {start: 2025-01-11, end: 2025-01-31, after: a}")
    assert told(found)["a"] == ("2024-12-22", "2025-01-10", -10, True)


def test_a_month_is_its_last_day_as_an_end_and_its_first_as_a_start() -> None:
    assert told(of("a: {start: 2025-02, end: 2025-02}\nb: {start: 2025-03, end: 2025-03, after: a}")) == {
        "a": ("2025-02-01", "2025-02-28", 0, True),
        "b": ("2025-03-01", "2025-03-31", 0, True),
    }


def test_what_stands_in_another_commitment_bounds_nothing() -> None:
    other = "  d:\n    activities:\n      b: {start: 2025-01-20, end: 2026-12-31, after: c/a}\n"
    found = of("a: {start: 2025-01-01, end: 2025-01-10, after: d/b}\nb: {start: 2025-01-01, end: 2025-01-31}", other)
    assert told(found) == {"a": ("2025-01-22", "2025-01-31", 21, False), "b": ("2025-01-01", "2025-01-31", 0, True)}
    assert found.circles == []


def test_an_activity_is_found_by_its_path_as_by_its_id() -> None:
    by_id = of("a: {start: 2025-01-01, end: 2025-01-10}\nb: {start: 2025-01-11, end: 2025-01-31, after: a}")
    by_path = of("a: {start: 2025-01-01, end: 2025-01-10}\nb: {start: 2025-01-11, end: 2025-01-31, after: c/a}")
    assert told(by_id) == told(by_path)


@pytest.mark.parametrize("dates", ["", "start: 2025-01-05", "end: 2025-01-05", "start: 2025-01-09, end: 2025-01-05"])
def test_what_has_no_dates_that_fit_is_left_out_and_binds_nothing(dates: str) -> None:
    found = of(
        f"""
        a: {{start: 2025-01-01, end: 2025-01-10}}
        b: {{{dates}{", " if dates else ""}after: a}}
        d: {{start: 2025-01-11, end: 2025-01-31, after: [b, nobody]}}
        """
    )
    assert [one.id for one in found.undated] == ["b"]
    assert {key: slack for key, (_, _, slack, _) in told(found).items()} == {"a": 21, "d": 0}


def test_a_commitment_without_activities_has_no_times() -> None:
    assert times(*_empty()) == Times({}, [], [])


def _empty():  # type: ignore[no-untyped-def]
    made = load(read_bytes(b"lap: 1\ncommitments: {c: {title: C}}\n", "plan.yaml")).plan
    return made.commitments["c"], made


def test_a_circle_is_named_and_the_rest_is_computed() -> None:
    found = of(
        """
        a: {start: 2025-01-01, end: 2025-01-10, after: b}
        b: {start: 2025-01-01, end: 2025-01-10, after: a}
        before: {start: 2025-01-01, end: 2025-01-02}
        behind: {start: 2025-01-11, end: 2025-01-31, after: [b, before]}
        self: {start: 2025-01-01, end: 2025-01-02, after: self}
        """
    )
    assert [[task.path for task in circle] for circle in found.circles] == [["c/a", "c/b"], ["c/self"]]
    assert told(found) == {
        "before": ("2025-01-09", "2025-01-10", 8, False),
        "behind": ("2025-01-11", "2025-01-31", 0, True),
    }


def test_a_step_shared_by_two_circles_leaves_nobody_unnamed() -> None:
    found = of(
        """
        a: {start: 2025-01-01, end: 2025-01-02, after: [b, d]}
        b: {start: 2025-01-01, end: 2025-01-02, after: e}
        d: {start: 2025-01-01, end: 2025-01-02, after: e}
        e: {start: 2025-01-01, end: 2025-01-02, after: a}
        """
    )
    assert [[task.activity.id for task in circle] for circle in found.circles] == [["a", "b", "e"], ["d", "e", "a"]]
    assert found.timed == {}


def test_activities_as_long_as_the_calendar_break_nothing() -> None:
    found = of("\n".join(f"a{n}: {{start: 1000-01-01, end: 2999-12-31, after: a{n - 1}}}" for n in range(5)))
    assert found.timed["a4"].slack == 0
    assert all(found.timed[f"a{number}"].critical for number in range(5))
    assert found.timed["a0"].latest_start == datetime.date.min


def test_a_chain_of_two_thousand_has_no_depth() -> None:
    lines = [f"a{n}: {{start: {FIRST + n * DAY}, end: {FIRST + n * DAY}, after: a{n - 1}}}" for n in range(2000)]
    assert {one.slack for one in of("\n".join(lines)).timed.values()} == {0}
    lines[0] = lines[0].replace("a-1", "a1999")
    assert len(of("\n".join(lines)).circles[0]) == 2000


# Laws


class Made(NamedTuple):
    """An activity of a generated work plan: its first day and its last, from 0, and what it comes after."""

    start: int
    end: int
    after: tuple[int, ...]


@st.composite
def orderly(draw: st.DrawFn) -> list[Made]:
    """A work plan whose activities begin after all that they come after has ended."""
    made: list[Made] = []
    for place in range(draw(st.integers(1, 7))):
        after = tuple(draw(st.sets(st.integers(0, place - 1)))) if place else ()
        start = max((made[one].end + 1 for one in after), default=0) + draw(st.integers(0, 5))
        made.append(Made(start, start + draw(st.integers(0, 9)), after))
    return made


ANY = st.lists(
    st.builds(Made, st.integers(0, 9), st.integers(-2, 12), st.sets(st.integers(0, 6)).map(tuple)), max_size=7
)


def written(made: list[Made]) -> Times:
    """A work plan read from its text; below 0 an activity has no end."""
    lines = []
    for place, one in enumerate(made):
        end = f"end: {FIRST + one.end * DAY}, " if one.end >= 0 else ""
        after = ", ".join(f"a{number}" for number in one.after)
        lines.append(f"a{place}: {{start: {FIRST + one.start * DAY}, {end}after: [{after}]}}")
    return of("\n".join(lines or ["none: {}"]))


def last_day(made: list[Made], late: int, by: int) -> int:
    """The day on which the whole ends where one activity is late by so many days and those after it wait for it."""
    ends: list[int] = []
    for place, one in enumerate(made):
        start = max([one.start + (by if place == late else 0), *(ends[each] + 1 for each in one.after)])
        ends.append(start + one.end - one.start)
    return max(ends)


@given(orderly())
def test_an_activity_can_slip_by_its_slack_and_by_no_day_more(made: list[Made]) -> None:
    last = max(one.end for one in made)
    for place in range(len(made)):
        slack = written(made).timed[f"a{place}"].slack
        assert slack >= 0
        assert last_day(made, place, slack) == last
        assert last_day(made, place, slack + 1) > last


@given(orderly())
def test_a_chain_of_critical_activities_leads_to_the_last_day(made: list[Made]) -> None:
    found = written(made)
    last = max(one.runs.end.last for one in found.timed.values())
    assert any(one.critical and one.runs.end.last == last for one in found.timed.values())
    for place, one in enumerate(made):
        if found.timed[f"a{place}"].critical:
            after = [number for number, each in enumerate(made) if place in each.after]
            assert one.end == max(each.end for each in made) or any(
                found.timed[f"a{number}"].critical and made[number].start == one.end + 1 for number in after
            )


@given(ANY)
def test_each_latest_end_is_what_the_rule_says(made: list[Made]) -> None:
    found = written(made)
    dated = [one for one in made if one.end >= max(one.start, 0)]
    for key, one in found.timed.items():
        after = {f"a{number}" for number, each in enumerate(made) if int(key[1:]) in each.after}
        starts = [found.timed[name].latest_start for name in after.intersection(found.timed)]
        expected = min(starts) - DAY if starts else FIRST + max(each.end for each in dated) * DAY
        assert one.latest_end == expected
        assert (one.latest_end - one.latest_start).days + 1 == one.runs.days
        assert one.critical == (one.slack <= 0)


@given(ANY)
def test_every_activity_has_times_or_no_dates_or_is_on_a_named_circle(made: list[Made]) -> None:
    found = written(made)
    dated = {number for number, one in enumerate(made) if one.end >= max(one.start, 0)}
    reach = {(number, each) for number in dated for each in made[number].after if each in dated}
    for middle, one, other in product(sorted(dated), repeat=3):
        if (one, middle) in reach and (middle, other) in reach:
            reach.add((one, other))
    turning = {f"a{number}" for number in dated if (number, number) in reach}
    assert {task.activity.id for circle in found.circles for task in circle} == turning
    assert set(found.timed) == {f"a{number}" for number in dated} - turning
    assert {one.id for one in found.undated if one.id != "none"} == {f"a{n}" for n in range(len(made))} - set(
        found.timed
    ) - turning
    for circle in found.circles:
        steps = [int(task.activity.id[1:]) for task in circle]
        assert all(after in made[one].after for one, after in zip(steps, [*steps[1:], steps[0]], strict=True))
