"""The load of each party month by month, and the months in which a party has its hands full."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lap.load import load
from lap.model.plan import Plan
from lap.schedule import Task
from lap.source.files import read_bytes
from lap.workload import Load, Peak, bottlenecks, loads, peaks

PARTIES = "  water: {name: Water}\n  works: {name: Works, people: {ana: Ana, eva: Eva}}\n"


def plan(*activities: str) -> Plan:
    """A plan with one commitment for each list of activities, a line each."""
    made = "".join(
        f"  c{number}:\n    activities:\n" + "".join(f"      {line.strip()}\n" for line in text.strip().splitlines())
        for number, text in enumerate(activities)
    )
    return load(read_bytes(f"lap: 1\nparties:\n{PARTIES}commitments:\n{made}".encode(), "plan.yaml")).plan


def tasks(of: Plan) -> list[Task]:
    return [Task(one, placed.activity) for one in of.commitments.values() for placed in one.all_activities()]


def told(found: list[Load]) -> dict[str, dict[str, list[str]]]:
    return {
        one.party: {f"{month:%Y-%m}": [task.path for task in held] for month, held in one.months.items()}
        for one in found
    }


def test_an_activity_counts_in_each_month_that_it_runs_in_be_it_for_a_day() -> None:
    of = plan("a: {start: 2024-12-31, end: 2025-02-01, responsible: water}")
    assert told(loads(of, tasks(of))) == {"water": {"2024-12": ["c0/a"], "2025-01": ["c0/a"], "2025-02": ["c0/a"]}}


def test_a_month_as_a_date_is_all_of_it() -> None:
    of = plan("a: {start: 2025-01, end: 2025-02, responsible: water}")
    assert list(told(loads(of, tasks(of)))["water"]) == ["2025-01", "2025-02"]


def test_persons_count_for_their_party_and_a_party_once() -> None:
    of = plan("a: {start: 2025-01-01, end: 2025-01-02, responsible: [works/ana, works/eva, works]}")
    assert told(loads(of, tasks(of))) == {"works": {"2025-01": ["c0/a"]}}


def test_who_monitors_does_not_carry_it() -> None:
    of = plan("a: {start: 2025-01-01, end: 2025-01-02, monitor: water}")
    assert loads(of, tasks(of)) == []


@pytest.mark.parametrize(
    "dates", ["", "start: 2025-01-01, ", "end: 2025-01-01, ", "start: 2025-02-01, end: 2025-01-01, "]
)
def test_an_activity_without_dates_that_fit_counts_nowhere(dates: str) -> None:
    of = plan(f"a: {{{dates}responsible: water}}")
    assert loads(of, tasks(of)) == []


def test_parties_stand_in_the_order_of_the_plan_and_unknown_ones_last() -> None:
    of = plan(
        """
        a: {start: 2025-01-01, end: 2025-01-02, responsible: [zoo, works, air]}
        b: {start: 2025-03-01, end: 2025-03-02, responsible: water}
        """
    )
    assert [one.party for one in loads(of, tasks(of))] == ["water", "works", "air", "zoo"]


def test_activities_of_several_commitments_add_up() -> None:
    line = "a: {start: 2025-01-01, end: 2025-01-31, responsible: water}"
    of = plan(line, line)
    assert told(loads(of, tasks(of))) == {"water": {"2025-01": ["c0/a", "c1/a"]}}


def test_only_the_months_between_two_days_are_counted() -> None:
    of = plan("a: {start: 2025-01-01, end: 2025-12-31, responsible: water}")
    found = loads(of, tasks(of), datetime.date(2025, 3, 31), datetime.date(2025, 5, 1))
    assert list(told(found)["water"]) == ["2025-03", "2025-04", "2025-05"]
    assert loads(of, tasks(of), datetime.date(2026, 1, 1)) == []


def month(number: int) -> datetime.date:
    return datetime.date(2025, number, 1)


def heavy(party: str, **months: int) -> Load:
    held = tasks(plan("a: {start: 2025-01-01, end: 2025-01-02}"))
    return Load(party, {month(int(name[1:])): held * number for name, number in months.items()})


def test_a_peak_is_the_first_of_the_heaviest_months_and_the_heaviest_party_comes_first() -> None:
    found = [heavy("water", m1=2, m3=3, m4=3), heavy("works", m2=5)]
    assert peaks(found) == [Peak("works", month(2), 5), Peak("water", month(3), 3)]


def test_hands_are_full_from_the_limit_on() -> None:
    found = [heavy("water", m1=5), heavy("works", m1=6), heavy("air", m1=7)]
    assert [one.party for one in bottlenecks(found, 6)] == ["air", "works"]
    assert bottlenecks(found, 8) == []


DAYS = st.integers(0, 400).map(lambda number: datetime.date(2025, 1, 1) + datetime.timedelta(days=number))


@given(st.lists(st.tuples(DAYS, DAYS, st.sets(st.sampled_from(["water", "works", "works/ana"]))), max_size=6))
def test_each_month_holds_what_runs_on_any_of_its_days(
    made: list[tuple[datetime.date, datetime.date, set[str]]],
) -> None:
    lines = [
        f"a{number}: {{start: {start}, end: {end}, responsible: [{', '.join(sorted(who))}]}}"
        for number, (start, end, who) in enumerate(made)
    ]
    of = plan("\n".join(lines or ["none: {}"]))
    expected: dict[str, dict[str, list[str]]] = {}
    for number, (start, end, who) in enumerate(made):
        running = (start + datetime.timedelta(days=day) for day in range((end - start).days + 1))
        for one in dict.fromkeys(f"{day:%Y-%m}" for day in running):
            for party in {name.partition("/")[0] for name in who}:
                expected.setdefault(party, {}).setdefault(one, []).append(f"c0/a{number}")
    assert told(loads(of, tasks(of))) == expected
