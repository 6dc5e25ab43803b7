"""When an indicator is to be reported, and which of these reports has not come."""

import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lap.load import load
from lap.log import Log
from lap.model.plan import Plan
from lap.report_days import GRACE, Reports, report_days, reports
from lap.source.files import read_bytes

QUARTERLY = "frequency: quarterly, target: {value: 9, date: 2025-12-31}"


def plan(indicator: str, *days: str, start: str = "2025-01-01", more: str = "") -> Plan:
    log = "".join(f"  - {{date: {day}, indicator: c/i, value: 1}}\n" for day in days)
    activities = f"activities: {{a: {{start: {start}, end: 2025-12-31}}}}, " if start else ""
    text = f"lap: 1\n{more}\ncommitments: {{c: {{{activities}indicators: {{i: {{{indicator}}}}}}}}}\nprogress:\n{log}"
    return load(read_bytes(text.encode(), "plan.yaml")).plan


def days_of(indicator: str, start: str = "2025-01-01", more: str = "") -> list[str]:
    made = plan(indicator, start=start, more=more)
    commitment = made.commitments["c"]
    return [str(day) for day in report_days(commitment.indicators["i"], commitment, made)]


def on(day: str, *came: str, indicator: str = QUARTERLY) -> Reports:
    made = plan(indicator, *came)
    commitment = made.commitments["c"]
    story = Log(made).indicator("c/i")
    return reports(commitment.indicators["i"], commitment, made, story, datetime.date.fromisoformat(day))


def missing(day: str, *came: str, indicator: str = QUARTERLY) -> str:
    return str(on(day, *came, indicator=indicator).missing or "")


def test_reports_are_due_every_so_often_up_to_the_target() -> None:
    assert days_of(QUARTERLY) == ["2025-04-01", "2025-07-01", "2025-10-01"]


@pytest.mark.parametrize(
    ("baseline", "start", "first"),
    [
        ("2024-06-01", "2025-01-01", "2025-04-01"),
        ("2025-02-01", "2025-01-01", "2025-05-01"),
        ("2025-02", "2025-01-01", "2025-05-01"),
    ],
)
def test_they_count_from_the_later_of_the_baseline_and_the_start_of_the_commitment(
    baseline: str, start: str, first: str
) -> None:
    assert days_of(f"{QUARTERLY}, baseline: {{value: 0, date: {baseline}}}", start)[0] == first


def test_the_end_of_a_short_month_does_not_wander() -> None:
    found = days_of("frequency: monthly, target: {value: 9, date: 2025-05-31}", "2025-01-31")
    assert found == ["2025-02-28", "2025-03-31", "2025-04-30", "2025-05-31"]


@pytest.mark.parametrize(
    "indicator", ["frequency: once, target: {value: 1, date: 2025-12-31}", "target: {value: 1, date: 2025-12-31}",
                  "frequency: monthly"],
)  # fmt: skip
def test_what_is_measured_once_or_by_no_end_has_no_report_days(indicator: str) -> None:
    assert days_of(indicator) == []


def test_while_no_activity_has_a_start_there_are_none() -> None:
    assert days_of(f"{QUARTERLY}, baseline: {{value: 0, date: 2025-02-01}}", start="") == []


def test_without_a_target_they_end_with_the_period() -> None:
    assert days_of("frequency: half-yearly", more="period: {start: 2025-01-01, end: 2026-01-01}") == [
        "2025-07-01", "2026-01-01",
    ]  # fmt: skip


def test_a_report_has_15_days_of_grace() -> None:
    assert (missing("2025-04-16"), missing("2025-04-17")) == ("", "2025-04-01")


@pytest.mark.parametrize("came", ["2025-01-02", "2025-03-31", "2025-04-01", "2025-04-16", "2025-05-20"])
def test_a_report_in_its_time_or_late_answers(came: str) -> None:
    assert missing("2025-06-30", came) == ""


@pytest.mark.parametrize("came", ["2025-03-31", "2025-04-08", "2025-04-16", "2025-05-20"])
def test_one_report_answers_one_day_and_the_next_is_due_again(came: str) -> None:
    assert missing("2025-07-16", came) == ""
    assert missing("2025-07-17", came) == "2025-07-01"


def test_only_the_last_one_that_is_over_is_missed() -> None:
    assert missing("2025-10-20") == "2025-10-01"
    assert missing("2025-10-20", "2025-10-02") == ""


def test_a_late_report_is_not_taken_for_the_one_after() -> None:
    assert missing("2025-10-20", "2025-04-20", "2025-07-20") == "2025-10-01"


def test_weekly_reports_that_come_on_their_days_are_never_missed() -> None:
    weekly = "frequency: weekly, target: {value: 1, date: 2025-02-28}"
    came = [str(datetime.date(2025, 1, 8) + datetime.timedelta(7 * number)) for number in range(3)]
    assert missing("2025-02-06", *came, indicator=weekly) == ""
    assert missing("2025-02-14", *came, indicator=weekly) == "2025-01-29"


def test_a_later_report_makes_up_for_a_missing_one() -> None:
    weekly = "frequency: weekly, target: {value: 1, date: 2025-02-28}"
    assert missing("2025-01-24", indicator=weekly) == "2025-01-08"
    assert missing("2025-01-24", "2025-01-16", indicator=weekly) == ""


def test_an_entry_without_a_value_is_no_report_and_one_in_the_future_has_not_come() -> None:
    made = plan(QUARTERLY, "2025-07-01")
    made.progress[0].value = None
    commitment = made.commitments["c"]
    found = reports(commitment.indicators["i"], commitment, made, Log(made).indicator("c/i"), datetime.date(2025, 8, 1))
    assert (found.missing, found.last) == (datetime.date(2025, 7, 1), None)
    assert missing("2025-05-01", "2025-07-01") == "2025-04-01"


def test_it_tells_the_last_report_and_the_next_day() -> None:
    assert on("2025-05-01", "2025-04-02") == (None, datetime.date(2025, 4, 2), datetime.date(2025, 7, 1))
    assert on("2025-04-10").next == datetime.date(2025, 4, 1)
    assert on("2026-06-01", "2025-04-02", "2025-07-01", "2025-10-01").next is None


FREQUENCIES = st.sampled_from(["weekly", "monthly", "bimonthly", "quarterly", "four-monthly", "half-yearly", "yearly"])


@given(FREQUENCIES, st.dates(datetime.date(2020, 1, 1), datetime.date(2024, 12, 31)), st.integers(0, 15), st.data())
def test_who_reports_each_time_within_the_grace_is_never_missed(
    frequency: str, start: datetime.date, late: int, data: st.DataObject
) -> None:
    indicator = f"frequency: {frequency}, target: {{value: 1, date: 2027-12-31}}"
    due = [datetime.date.fromisoformat(day) for day in days_of(indicator, str(start))]
    assert all(one < other for one, other in pairwise(due))
    today = data.draw(st.dates(start, datetime.date(2028, 6, 30)))
    came = [str(day + datetime.timedelta(late)) for day in due[:40] if day + datetime.timedelta(late) <= today]
    made = plan(indicator, *came, start=str(start))
    commitment = made.commitments["c"]
    found = reports(commitment.indicators["i"], commitment, made, Log(made).indicator("c/i"), today)
    assert found.missing is None or found.missing not in due[:40]
    assert GRACE.days == 15
