"""Compliance on a day, by days and with evidence; the words for how far a commitment is; whose activities they are."""

import datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lap.compliance import Compliance, Weight, completion, compliance
from lap.followed import Followed, followed, of_government, of_society
from lap.load import load
from lap.log import Log
from lap.source.files import read_bytes

PARTIES = (
    "{works: {sector: government}, court: {sector: oversight-body}, union: {sector: civil-society}, "
    "school: {sector: academia}, unsaid: {name: x}}"
)
# 59 days, 31 days, 30 days, and two that cannot be weighed
FIVE = """\
      first: {start: 2025-01-01, end: 2025-02-28, responsible: works, monitor: union}
      second: {start: 2025-03, end: 2025-03, responsible: works}
      third: {start: 2025-04-01, end: 2025-04-30, responsible: union}
      open: {start: 2025-04-01, responsible: works}
      turned: {start: 2025-05-01, end: 2025-04-01, responsible: works}
"""


def at(day: str, *entries: str, activities: str = FIVE) -> tuple[list[Followed], datetime.date]:
    """Activities on a day; each entry is an activity's id, and what is said of it on 1 May 2025."""
    rows = (one.partition(" ") for one in entries)
    log = "".join(f"  - {{date: 2025-05-01, activity: c/{key}, {said}}}\n" for key, _, said in rows)
    text = f"lap: 1\nparties: {PARTIES}\ncommitments:\n  c:\n    activities:\n{activities}progress:\n{log}"
    plan, on = load(read_bytes(text.encode(), "plan.yaml")).plan, datetime.date.fromisoformat(day)
    return list(followed(plan.commitments["c"], Log(plan), on)), on


def found(day: str, *entries: str, activities: str = FIVE) -> Compliance:
    return compliance(*at(day, *entries, activities=activities))


PROVED = "status: done, evidence: Minutes, by: works"
LATER = "2025-12-31"


def test_it_is_the_share_of_days_that_are_done_with_evidence() -> None:
    assert found(LATER, f"first {PROVED}").share == Fraction(59, 120)
    assert found(LATER, f"first {PROVED}", f"second {PROVED}", f"third {PROVED}").share == 1
    assert found(LATER).share == 0


def test_only_what_is_due_by_then_counts() -> None:
    assert found("2025-02-27").share is None
    assert found("2025-02-28").due == Weight(1, 59)
    assert found("2025-03-31").due == Weight(2, 90)


def test_nothing_due_yet_is_no_share_even_where_something_is_done_early() -> None:
    text = "      x: {start: 2025-01-01, end: 2025-12-31}\n"
    assert found("2025-06-30", f"x {PROVED}", activities=text).share is None


def test_what_has_no_dates_is_left_out_and_counted() -> None:
    one = found(LATER, f"open {PROVED}", f"turned {PROVED}")
    assert (one.undated, one.due, one.share) == (2, Weight(3, 120), 0)


def test_what_is_cancelled_stays_in_the_denominator() -> None:
    one = found(LATER, f"first {PROVED}", "second status: cancelled, note: No money")
    assert (one.share, one.cancelled) == (Fraction(59, 120), Weight(1, 31))


def test_done_without_evidence_does_not_count_as_done() -> None:
    one = found(LATER, "first status: done")
    assert (one.share, one.unproved) == (0, Weight(1, 59))


def test_what_is_disputed_stands_apart() -> None:
    one = found(LATER, f"first {PROVED}", "first verdict: disputed, by: union", f"second {PROVED}")
    assert (one.share, one.disputed, one.disputed_share) == (Fraction(31, 120), Weight(1, 59), Fraction(59, 120))


def test_confirmed_and_unconfirmed_are_told_apart_and_both_count() -> None:
    one = found(
        LATER, f"first {PROVED}", "first verdict: confirmed, by: union", f"second {PROVED}", f"third {PROVED}",
        "third verdict: not-verifiable",
    )  # fmt: skip
    assert (one.confirmed, one.unconfirmed, one.done, one.share) == (Weight(1, 59), Weight(2, 61), Weight(3, 120), 1)


def test_whatever_else_is_due_is_open() -> None:
    one = found(LATER, "first status: in-progress, percent: 99", "second status: delayed, note: Rain")
    assert (one.open, one.share) == (Weight(3, 120), 0)


SAID = st.sampled_from(
    [PROVED, "status: done", "status: cancelled", "status: in-progress", "note: x", "verdict: disputed, by: union",
     "verdict: confirmed, by: union"]
)  # fmt: skip
LENGTHS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 90), st.lists(SAID, max_size=3)), max_size=8)


@given(LENGTHS, st.integers(0, 200))
def test_each_activity_due_is_weighed_once(rows: list[tuple[int, int, list[str]]], on: int) -> None:
    first = datetime.date(2025, 1, 1)
    activities = "".join(
        f"      n{place}: {{start: {first + datetime.timedelta(start)}, end: {first + datetime.timedelta(start + days - 1)}}}\n"
        for place, (start, days, _) in enumerate(rows)
    )
    entries = [f"n{place} {said}" for place, (_, _, several) in enumerate(rows) for said in several]
    one = found(str(first + datetime.timedelta(on)), *entries, activities=activities or "      {}\n")
    parts = (one.confirmed, one.unconfirmed, one.disputed, one.unproved, one.cancelled, one.open)
    assert [sum(column) for column in zip(*parts, strict=True)] == list(one.due)
    assert one.due.days == sum(days for start, days, _ in rows if start + days - 1 <= on)
    assert one.share is None if not one.due.days else 0 <= (one.share or 0) <= 1


# The words for exchange, over all dated activities whether due or not


@pytest.mark.parametrize(
    ("entries", "word"),
    [
        ((), "no-evidence"),
        (("first status: not-started, note: x",), "not-started"),
        (("first status: cancelled, note: x",), "not-started"),
        (("first status: in-progress",), "limited"),
        (("first status: delayed, note: x",), "not-started"),
        (("first status: delayed, percent: 20, note: x",), "limited"),
        (("first status: done",), "no-evidence"),
        ((f"first {PROVED}", "first verdict: disputed, by: union"), "limited"),
        ((f"first {PROVED}",), "limited"),  # 59 of 120 days
        ((f"first {PROVED}", f"third {PROVED}"), "substantial"),
        ((f"second {PROVED}", f"third {PROVED}"), "substantial"),  # 61 of 120
        ((f"first {PROVED}", f"second {PROVED}", f"third {PROVED}"), "complete"),
        ((f"first {PROVED}", f"second {PROVED}", "third status: cancelled, note: x"), "substantial"),
        ((f"open {PROVED}",), "no-evidence"),
    ],
)
def test_the_word_for_how_far_a_commitment_is(entries: tuple[str, ...], word: str) -> None:
    assert completion(*at(LATER, *entries)) == word


def test_half_of_the_days_is_substantial() -> None:
    text = "      x: {start: 2025-01-01, end: 2025-01-10}\n      y: {start: 2025-02-01, end: 2025-02-10}\n"
    assert completion(*at(LATER, f"x {PROVED}", activities=text)) == "substantial"


def test_before_anything_is_to_start_it_is_not_started_and_not_without_evidence() -> None:
    assert completion(*at("2024-12-31")) == "not-started"
    assert completion(*at("2025-01-01")) == "no-evidence"


def test_without_dated_activities_there_is_no_evidence() -> None:
    assert completion(*at(LATER, activities="      {}\n")) == "no-evidence"


# The government's and society's, told apart


@pytest.mark.parametrize(
    ("roles", "government", "society"),
    [
        ("responsible: works", True, False),
        ("responsible: [works/head, union]", True, True),
        ("responsible: court", True, False),
        ("responsible: works, monitor: school", True, True),
        ("responsible: works, monitor: court", True, False),
        ("responsible: union, monitor: works", False, True),
        ("responsible: unsaid", False, False),
        ("responsible: nobody-known", False, False),
        ("monitor: union", False, True),
    ],
)
def test_an_activity_is_the_governments_societys_both_or_neither(roles: str, government: bool, society: bool) -> None:
    text = f"lap: 1\nparties: {PARTIES}\ncommitments: {{c: {{activities: {{x: {{{roles}}}}}}}}}"
    plan = load(read_bytes(text.encode(), "plan.yaml")).plan
    activity = plan.commitments["c"].activities["x"]
    assert (of_government(activity, plan), of_society(activity, plan)) == (government, society)
