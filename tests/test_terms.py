"""How long a party is there, and who comes after it."""

from datetime import date

import pytest

from lap.load import load
from lap.source.files import read_bytes
from lap.terms import stays_until, successors

PLAN = """
lap: 1
jurisdiction: {name: Here, level: state}
term-ends: 2026-09-30
parties:
  ministry: {name: Ministry, sector: government, branch: executive}
  old-ministry: {name: Old ministry, sector: government, until: 2025-12-31, succeeded-by: ministry}
  closed: {name: Closed office, sector: government, until: 2025-12-31}
  congress: {name: Congress, sector: government, branch: legislative}
  federal: {name: Federal office, sector: government, level: national}
  union: {name: Union, sector: civil-society}
  leaving: {name: Leaving, sector: civil-society, until: 2026-03, succeeded-by: union}
  round: {name: Round, sector: government, until: 2025, succeeded-by: about}
  about: {name: About, sector: government, until: 2025, succeeded-by: round}
"""
PARTIES = load(read_bytes(PLAN.encode(), "plan.yaml")).plan


@pytest.mark.parametrize(
    ("body", "day", "stays"),
    [
        ("ministry", date(2026, 9, 30), True),
        ("ministry", date(2026, 10, 1), False),
        ("old-ministry", date(2026, 10, 1), True),
        ("closed", date(2025, 12, 31), True),
        ("closed", date(2026, 1, 1), False),
        ("congress", date(2027, 1, 1), True),
        ("federal", date(2027, 1, 1), True),
        ("union", date(2030, 1, 1), True),
        ("leaving", date(2026, 3, 31), True),
        ("leaving", date(2026, 4, 1), True),
        ("round", date(2026, 1, 1), False),
        ("nobody", date(2030, 1, 1), True),
    ],
)
def test_who_is_there_on_a_day(body: str, day: date, stays: bool) -> None:
    assert stays_until(day, body, PARTIES) is stays


def test_successors_come_one_after_the_other_and_each_once() -> None:
    assert list(successors("old-ministry", PARTIES)) == ["ministry"]
    assert list(successors("round", PARTIES)) == ["about"]
    assert list(successors("nobody", PARTIES)) == []
