"""How an activity stands on a day: claimed, shown, confirmed or disputed, overdue, in silence."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lap.load import load
from lap.log import Log
from lap.model.plan import Plan
from lap.source.files import read_bytes
from lap.standing import Standing, due_on, is_overdue, is_silent, standing

HEAD = """\
lap: 1
parties: {works: {sector: government}, union: {sector: civil-society}}
commitments:
  c:
    activities:
      a: {start: 2025-01-01, end: 2025-06-30, responsible: works/head, monitor: union}
progress:
"""


def plan(*entries: str) -> Plan:
    """A plan whose log has these entries on its activity; each is a day, and what is said in braces."""
    rows = (one.partition(" ") for one in entries)
    text = HEAD + "".join(f"  - {{date: {day}, activity: c/a, {said}}}\n" for day, _, said in rows)
    loaded = load(read_bytes(text.encode(), "plan.yaml"))
    assert not loaded.findings
    return loaded.plan


def stands(day: str, *entries: str) -> Standing:
    made = plan(*entries)
    activity = made.commitments["c"].activities["a"]
    return standing(activity, Log(made).activity("c/a"), datetime.date.fromisoformat(day))


def late(day: str, *entries: str) -> tuple[bool, bool]:
    made, on = plan(*entries), datetime.date.fromisoformat(day)
    activity = made.commitments["c"].activities["a"]
    now = standing(activity, Log(made).activity("c/a"), on)
    return is_overdue(activity, now, on), is_silent(activity, now, on)


BEGUN = "2025-03-01 status: in-progress, percent: 40, by: works"
DONE = "2025-06-20 status: done, percent: 100, evidence: Minutes, by: works"
BARE = "2025-06-20 status: done, by: works"
CONFIRMED = "2025-07-01 verdict: confirmed, by: union"
DISPUTED = "2025-07-01 verdict: disputed, evidence: Visit, by: union"


def test_the_status_on_a_day_is_the_latest_one_reported_by_then() -> None:
    claims = [stands(day, DONE, BEGUN).claim for day in ("2025-02-28", "2025-03-01", "2025-06-19", "2025-06-20")]
    assert claims == ["", "in-progress", "in-progress", "done"]


def test_of_two_statuses_on_one_day_the_later_in_the_file_counts() -> None:
    assert stands("2025-12-31", "2025-06-20 status: done", "2025-06-20 status: in-progress").claim == "in-progress"


def test_a_verdict_or_a_note_leaves_the_status_and_the_percentage_as_they_are() -> None:
    now = stands("2025-12-31", BEGUN, "2025-04-01 verdict: disputed", "2025-05-01 note: Rain")
    assert (now.claim, now.percent, now.check) == ("in-progress", 40, "disputed")


@pytest.mark.parametrize(
    ("entries", "proved"),
    [
        ((DONE,), True),
        ((BARE,), False),
        ((BEGUN,), False),
        ((BARE, "2025-07-02 evidence: Photographs, by: works"), True),
        ((BARE, "2025-07-02 verdict: confirmed, evidence: Visit, by: union"), True),
        ((BARE, DISPUTED), False),
        (("2025-03-01 status: in-progress, evidence: Photographs", BARE), False),
        ((DONE, "2025-06-25 status: done, note: Also in the north"), True),
        ((DONE, "2025-06-25 status: in-progress"), False),
        ((DONE, "2025-06-25 status: in-progress", "2025-06-28 status: done"), False),
    ],
)
def test_it_is_proved_once_evidence_is_shown_since_it_was_first_called_done(
    entries: tuple[str, ...], proved: bool
) -> None:
    assert stands("2025-12-31", *entries).proved is proved


@pytest.mark.parametrize(
    ("entries", "check"),
    [
        ((DONE,), ""),
        ((DONE, CONFIRMED), "confirmed"),
        ((DONE, DISPUTED), "disputed"),
        ((DONE, "2025-07-01 verdict: not-verifiable, by: union"), "not-verifiable"),
        ((DONE, DISPUTED, "2025-08-01 verdict: confirmed, by: union"), "confirmed"),
        ((DONE, CONFIRMED, "2025-08-01 verdict: disputed, by: union"), "disputed"),
        # an answer of those who did it is no verdict: the dispute stands until whoever monitors says otherwise
        ((DONE, DISPUTED, "2025-07-10 status: done, evidence: New photographs, by: works"), "disputed"),
        # a confirmation of an earlier state does not confirm the claim that it is done
        ((BEGUN, "2025-03-10 verdict: confirmed, by: union", DONE), ""),
        ((BEGUN, "2025-03-10 verdict: disputed, by: union", DONE), "disputed"),
        ((DONE, CONFIRMED, "2025-07-10 status: done, note: Also in the north"), "confirmed"),
        # nobody confirms their own work; against it anyone may speak
        ((DONE, "2025-07-01 verdict: confirmed, by: works"), ""),
        ((DONE, "2025-07-01 verdict: confirmed, by: works/other"), ""),
        ((DONE, DISPUTED, "2025-07-02 verdict: confirmed, by: works"), "disputed"),
        ((DONE, "2025-07-01 verdict: disputed, by: works"), "disputed"),
        ((DONE, "2025-07-01 verdict: confirmed"), "confirmed"),
    ],
)
def test_the_verdict_in_force(entries: tuple[str, ...], check: str) -> None:
    assert stands("2025-12-31", *entries).check == check


@pytest.mark.parametrize(
    ("entries", "overdue", "silent"),
    [
        ((), True, True),
        ((BEGUN,), True, True),
        (("2025-03-01 status: delayed, note: The pipes have not come",), True, False),
        (("2025-03-01 status: delayed, note: The pipes have not come", "2025-05-01 status: delayed"), True, True),
        ((BEGUN, "2025-05-01 note: The pipes have not come"), True, True),
        (("2025-05-01 status: cancelled",), False, False),
        ((BARE,), False, False),
        ((DONE, DISPUTED), False, False),
    ],
)
def test_in_silence_is_what_is_overdue_and_whose_last_status_has_no_note(
    entries: tuple[str, ...], overdue: bool, silent: bool
) -> None:
    assert late("2025-06-30", *entries) == (False, False)
    assert late("2025-07-01", *entries) == (overdue, silent)


@pytest.mark.parametrize(
    ("dates", "due"),
    [
        ("end: 2025-06", datetime.date(2025, 6, 30)),
        ("start: 2025-01-01, end: 2025", datetime.date(2025, 12, 31)),
        ("start: 2025-01-01", None),
        ("start: 2025-07-01, end: 2025-06-30", None),
    ],
)
def test_an_activity_is_due_on_the_last_day_of_its_end_if_that_makes_sense(
    dates: str, due: datetime.date | None
) -> None:
    text = f"lap: 1\ncommitments: {{c: {{activities: {{a: {{{dates}}}}}}}}}"
    activity = load(read_bytes(text.encode(), "plan.yaml")).plan.commitments["c"].activities["a"]
    assert due_on(activity) == due
    assert is_overdue(activity, Standing(), datetime.date(2030, 1, 1)) is (due is not None)


SAID = st.sampled_from(
    ["status: done, by: works", "status: done, evidence: Minutes", "status: in-progress, percent: 40", "note: Rain",
     "verdict: disputed, by: union", "verdict: confirmed, by: union", "status: delayed, note: Rain"]
)  # fmt: skip


@given(st.dictionaries(st.integers(0, 250), SAID, max_size=8), st.permutations(range(8)), st.integers(0, 260))
def test_the_order_of_entries_on_different_days_does_not_matter(
    entries: dict[int, str], order: list[int], on: int
) -> None:
    first = datetime.date(2025, 1, 1)
    rows = [f"{first + datetime.timedelta(number)} {said}" for number, said in entries.items()]
    mixed = [rows[place] for place in order if place < len(rows)]
    found, other = (stands(str(first + datetime.timedelta(on)), *some) for some in (rows, mixed))
    assert found[0:1] + found[2:4] + found[5:] == other[0:1] + other[2:4] + other[5:]


@given(st.dictionaries(st.integers(0, 250), SAID, max_size=8), st.integers(0, 260))
def test_what_comes_later_does_not_change_how_it_stood(entries: dict[int, str], on: int) -> None:
    day = datetime.date(2025, 1, 1) + datetime.timedelta(on)
    rows = {datetime.date(2025, 1, 1) + datetime.timedelta(number): said for number, said in sorted(entries.items())}
    known = {when: said for when, said in rows.items() if when <= day}
    found, other = (stands(str(day), *(f"{when} {said}" for when, said in some.items())) for some in (rows, known))
    assert found == other
