"""A whole plan on a day: every figure of it, what is left out and told, and what changed between two days."""

import datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lap.limits import DEFAULTS
from lap.load import load
from lap.log import Log
from lap.model.plan import Plan
from lap.scoring import Score, Scored, score
from lap.since import Changes, changes
from lap.source.files import read_bytes

PLAN = """\
lap: 1
period: {start: 2025-01-01, end: 2026-12-31}
parties:
  works: {name: Works, sector: government}
  union: {name: Union, sector: civil-society}
commitments:
  wells:
    activities:
      dig: {start: 2025-01-01, end: 2025-02-28, responsible: works}
      test: {start: 2025-03-01, end: 2025-03-31, responsible: union, monitor: union}
      sign: {activity: To sign}
    indicators:
      depth: {baseline: {value: 49}, target: {value: 55, date: 2025-06-30}, frequency: half-yearly}
      dry: {baseline: {value: 68}, target: {value: 40, date: 2025-06-30}}
      rules: {scale: [none, draft, in force], baseline: {value: none}, target: {value: in force, date: 2025-12-31}}
      free: {name: Without a goal}
  roads:
    activities:
      pave: {start: 2025-01-01, end: 2025-12-31, responsible: works, monitor: union}
"""
LOG = """\
progress:
  - {date: 2025-03-05, activity: wells/dig, status: done, evidence: Minutes, by: works}
  - {date: 2025-03-20, activity: wells/dig, verdict: confirmed, by: union}
  - {date: 2025-06-30, indicator: wells/depth, value: 50, by: works}
  - {date: 2025-06-30, indicator: wells/dry, value: 75, by: works}
  - {date: 2025-07-10, indicator: wells/dry, value: 50, by: works}
  - {date: 2026-03-01, indicator: wells/dry, value: 41, by: works}
  - {activity: wells/test, status: done, evidence: Minutes}
  - {date: 2025-05-01, activity: wells/teste, status: done}
  - {date: 2025-05-01, indicator: wels/depth, value: 9}
  - {date: 2025-05-01, note: About nothing}
  - {date: 2025-05-02, commitment: wells, note: It rained}
"""


def plan(text: str = PLAN + LOG) -> Plan:
    return load(read_bytes(text.encode(), "plan.yaml")).plan


def on(day: str, text: str = PLAN + LOG) -> Score:
    return score(plan(text), datetime.date.fromisoformat(day))


def indicator(path: str, day: str, text: str = PLAN + LOG) -> Scored:
    return next(one for one in on(day, text).indicators if one.path == path)


def test_an_indicator_on_a_day() -> None:
    one = indicator("wells/depth", "2025-07-01")
    assert one.reading
    assert one.expected
    assert (one.measured.baseline, one.reading.level, one.expected.level) == (49, 50, 55)
    assert (one.achievement.case, one.achievement.share, one.light.colour) == ("from-baseline", Fraction(1, 6), "red")
    assert (one.trend, one.next) == (None, None)
    assert one.reports.last == datetime.date(2025, 6, 30)


@pytest.mark.parametrize(
    ("day", "share", "turn"), [("2025-07-01", Fraction(-1, 4), None), ("2025-07-10", Fraction(9, 14), "better")]
)
def test_what_got_worse_is_below_0_and_what_came_back_says_so(day: str, share: Fraction, turn: str | None) -> None:
    one = indicator("wells/dry", day)
    assert (one.achievement.share, one.trend.turn if one.trend else None) == (share, turn)


def test_what_is_due_is_red_without_a_value_only_by_name() -> None:
    assert indicator("wells/rules", "2025-12-30").light.colour == "not-due"
    assert indicator("wells/rules", "2025-12-31").light.colour == "no-evidence"


def test_an_indicator_without_a_goal_says_that_there_will_never_be_anything_due() -> None:
    one = indicator("wells/free", "2025-12-31")
    assert (one.light.colour, one.achievement.case, one.next) == ("not-due", "no-goal", None)


def test_the_next_goal_is_told() -> None:
    goal = indicator("wells/rules", "2025-07-01").next
    assert goal
    assert (str(goal.date), goal.written, goal.level, goal.is_target) == ("2025-12-31", "in force", 2, True)


def test_compliance_of_each_side_and_of_the_whole() -> None:
    wells, roads = on("2025-07-01").commitments
    assert (wells.compliance.all.share, wells.compliance.all.undated) == (Fraction(59, 90), 1)
    assert (wells.compliance.government.share, wells.compliance.society.share) == (1, 0)
    assert (roads.compliance.all.share, roads.completion, wells.completion) == (None, "no-evidence", "substantial")
    whole = on("2025-12-31").compliance
    assert (whole.all.share, whole.government.share, whole.society.share) == (
        Fraction(59, 455), Fraction(59, 424), Fraction(0),
    )  # fmt: skip


def test_the_lights_of_a_plan_are_counted_with_the_states_that_are_none() -> None:
    assert on("2025-07-01").lights == {"green": 0, "amber": 0, "red": 2, "no-evidence": 0, "not-due": 2}
    assert on("2025-12-31").lights == {"green": 0, "amber": 0, "red": 2, "no-evidence": 1, "not-due": 1}
    assert on("2026-03-01").lights == {"green": 1, "amber": 0, "red": 1, "no-evidence": 1, "not-due": 1}


def test_the_settings_move_the_lights() -> None:
    found = score(plan(), datetime.date(2025, 7, 10), DEFAULTS._replace(amber=DEFAULTS.amber.from_float(0.5)))
    assert found.lights["amber"] == 1


def test_what_is_overdue_and_what_is_overdue_in_silence() -> None:
    text = PLAN + "progress:\n  - {date: 2025-03-15, activity: wells/test, status: delayed, note: The drill broke}\n"
    found = on("2025-04-01", text)
    assert [one.path for one in found.overdue] == ["wells/dig", "wells/test"]
    assert [one.path for one in found.silent] == ["wells/dig"]


def test_entries_that_count_nowhere_are_told() -> None:
    found = on("2025-07-01")
    assert (found.ahead, found.undated, found.stray) == ((4, 5), (6,), (7, 8, 9))


def test_an_empty_plan_has_a_score() -> None:
    found = on("2025-07-01", "lap: 1\n")
    assert (found.commitments, found.compliance.all.share, sum(found.lights.values())) == ((), None, 0)


# What changed


def between(one: str, other: str, text: str = PLAN + LOG) -> Changes:
    made = plan(text)
    log = Log(made)
    days = (datetime.date.fromisoformat(day) for day in (one, other))
    return changes(*(score(made, day, log=log) for day in days), log)


def test_what_was_reported_between_two_days() -> None:
    found = between("2025-03-05", "2025-06-30")
    assert [one.place for one in found.entries] == [1, 7, 8, 9, 10, 2, 3]


def test_what_stands_otherwise_than_before() -> None:
    found = between("2025-03-01", "2025-07-10")
    assert [(one.after.path, one.before.standing.claim, one.after.standing.claim) for one in found.activities] == [
        ("wells/dig", "", "done"), ("wells/test", "", ""),
    ]  # fmt: skip
    assert [one.after.silent for one in found.activities] == [False, True]
    assert [one.after.path for one in found.indicators] == ["wells/depth", "wells/dry"]
    assert [one.after.commitment.id for one in found.commitments] == ["wells"]


def test_a_goal_that_fell_due_changes_its_indicator_though_nobody_reported() -> None:
    (one,) = between("2025-12-30", "2025-12-31").indicators
    assert (one.after.path, one.before.light.colour, one.after.light.colour) == (
        "wells/rules", "not-due", "no-evidence",
    )  # fmt: skip


@given(st.dates(datetime.date(2024, 12, 1), datetime.date(2026, 12, 31)))
def test_nothing_changes_within_a_day(day: datetime.date) -> None:
    assert between(str(day), str(day))[2:] == ([], [], [], [])


@given(
    st.permutations(LOG.splitlines(keepends=True)[1:]), st.dates(datetime.date(2025, 1, 1), datetime.date(2026, 12, 31))
)
def test_the_order_of_the_log_does_not_matter_where_no_two_entries_on_a_thing_share_a_day(
    rows: list[str], day: datetime.date
) -> None:
    one, other = on(str(day)), on(str(day), PLAN + "progress:\n" + "".join(rows))
    assert (one.compliance, one.lights) == (other.compliance, other.lights)
    assert [each.achievement for each in one.indicators] == [each.achievement for each in other.indicators]
    assert [each.completion for each in one.commitments] == [each.completion for each in other.commitments]
    assert [each.half_years for each in one.commitments] == [each.half_years for each in other.commitments]


def test_the_log_is_filed_by_what_it_speaks_of() -> None:
    log = Log(plan())
    assert [one.place for one in log.activity("wells/dig").filed] == [0, 1]
    assert [one.place for one in log.commitment("wells").filed] == [10]
    assert log.indicator("wells/nothing").filed == []


def test_an_entry_may_speak_of_an_activity_and_an_indicator() -> None:
    text = (
        PLAN
        + "progress:\n  - {date: 2025-03-01, activity: wells/dig, indicator: wells/depth, status: done, evidence: x, value: 55}\n"
    )
    found = on("2025-07-01", text)
    assert found.activities[0].standing.proved
    assert indicator("wells/depth", "2025-07-01", text).light.colour == "green"
