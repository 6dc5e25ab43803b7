"""The calendar file: two readers that know nothing of each other find the same in it, and events keep their names for ever."""

import datetime
import sys
from pathlib import Path
from typing import Any

import icalendar
import pytest
import vobject
from conftest import ROOT, lap
from hypothesis import given
from hypothesis import strategies as st

from lap.deadlines import deadlines
from lap.exchange.calendar import calendar, identity
from lap.load import load
from lap.model.plan import Plan
from lap.render.told import Told
from lap.source.files import read_bytes, read_plan

NOW = datetime.datetime(2025, 1, 2, 3, 4, 5, tzinfo=datetime.UTC)
TEXT = """\
lap: 1
title: Plan de Acción Local de Río Hondo 2025-2026
language: es
jurisdiction: {name: Río Hondo, country: MX}
period: {start: 2025-01-01, end: 2026-12-31}
parties:
  works: {name: "Obras Públicas; aguas, y más"}
commitments:
  wells:
    title: Agua
    activities:
      dig: {activity: To dig ten wells, start: 2025-01-01, end: 2025-06-30, responsible: works,
            deliverables: [{name: Map, due: 2025-03}, {name: Without a day}]}
      undated: {activity: To think}
      turned: {activity: To turn, start: 2025-06-01, end: 2025-05-01}
    indicators:
      depth: {name: Depth, unit: m, baseline: {value: 0, date: 2024-12-31}, milestones: {2025-06-30: 40},
              target: {value: 90, date: 2025-12-31}, frequency: half-yearly, responsible: works}
"""


def plan(text: str = TEXT) -> Plan:
    return load(read_bytes(text.encode(), "plan.yaml")).plan


def written(text: str = TEXT, language: str = "en") -> bytes:
    made = plan(text)
    return calendar(deadlines(made), Told(made, language, NOW.date(), short=True), NOW)


def events(raw: bytes) -> dict[str, Any]:
    """The events by their names, as icalendar reads them."""
    found = icalendar.Calendar.from_ical(raw).walk("VEVENT")
    assert len({str(one["uid"]) for one in found}) == len(found)
    return {str(one["uid"]): one for one in found}


def told(raw: bytes) -> list[tuple[str, str]]:
    return [(str(one["dtstart"].dt), str(one["summary"])) for one in events(raw).values()]


def test_every_deadline_goal_and_report_is_an_event_on_its_day() -> None:
    assert told(written()) == [
        ("2025-03-31", "To be handed over: Map"),
        ("2025-06-30", "Ends: To dig ten wells"),
        ("2025-06-30", "Goal on the way: Depth, 40"),
        ("2025-07-01", "To be reported: Depth"),
        ("2025-12-31", "Target: Depth, 90"),
    ]
    assert ("2025-12-31", "Meta: Depth, 90") in told(written(language="es"))


def test_an_event_takes_up_its_whole_day_and_keeps_nobody_busy() -> None:
    for one in events(written()).values():
        assert one["dtend"].dt - one["dtstart"].dt == datetime.timedelta(days=1)
        assert type(one["dtstart"].dt) is datetime.date
        assert str(one["transp"]) == "TRANSPARENT"
        assert one["dtstamp"].dt == NOW


def test_it_tells_of_which_commitment_by_whom_and_what_is_to_be_reached() -> None:
    (target,) = [one for one in events(written()).values() if str(one["summary"]).startswith("Target")]
    assert str(target["description"]).split("\n") == [
        "Commitment: Agua", "Responsible: Obras Públicas; aguas, y más", "To be reached: 90", "wells/depth",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["arroyo-garza-2025.yaml", "sierra-alta-2025"])
@pytest.mark.parametrize("language", ["en", "es"])
def test_an_independent_reader_imports_the_same(name: str, language: str, tmp_path: Path) -> None:
    path = tmp_path / "plan.ics"
    ran = lap("schedule", ROOT / "examples" / name, "--format", "ics", "--output", path, "--lang", language)
    assert (ran.status, ran.out, ran.err) == (0, "", "")
    raw = path.read_bytes()
    ours = events(raw)
    theirs = {str(one.uid.value): one for one in vobject.readOne(raw.decode()).vevent_list}
    assert {key: (one["dtstart"].dt, str(one["summary"]), str(one["description"])) for key, one in ours.items()} == {
        key: (one.dtstart.value, one.summary.value, one.description.value) for key, one in theirs.items()
    }
    found = deadlines(load(read_plan(ROOT / "examples" / name)).plan)
    assert sorted(one.dtstart.value for one in theirs.values()) == [one.day for one in found]
    assert len(found) > 80


def test_lines_are_folded_as_the_standard_asks() -> None:
    raw = written(TEXT.replace("To dig ten wells", "Ñ" * 200))
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert ("2025-06-30", "Ends: " + "Ñ" * 200) in told(raw)


# In place


MOVED = {
    "days that moved": TEXT.replace("2025-06-30", "2025-08-31").replace("2025-03}", "2025-04}").replace("start: 2025-01-01, end: 2026", "start: 2025-02-01, end: 2026"),
    "a title that was corrected": TEXT.replace("Plan de Acción", "Plan De Accion"),
    "accents and capitals of the place": TEXT.replace("Río Hondo, c", "RIO HONDO, c"),
    "words that were corrected": TEXT.replace("To dig ten wells", "To dig 10 wells").replace("Map", "Maps"),
    "a commitment more": TEXT + "  roads: {activities: {pave: {start: 2025-01-01, end: 2025-01-31}}}\n",
    "a report that came": TEXT + "progress: [{date: 2025-07-01, indicator: wells/depth, value: 3}]\n",
}  # fmt: skip


@pytest.mark.parametrize("name", MOVED)
def test_events_keep_their_names(name: str) -> None:
    before, after = events(written()), events(written(MOVED[name]))
    assert before.keys() <= after.keys()
    for key in before:
        assert before[key]["description"].split("\n")[-1] == after[key]["description"].split("\n")[-1]


def test_a_calendar_that_takes_up_the_new_file_has_each_event_once_and_on_its_new_day() -> None:
    held = events(written()) | events(written(MOVED["days that moved"]))
    assert sorted(str(one["dtstart"].dt) for one in held.values()) == [
        "2025-04-30", "2025-07-01", "2025-08-31", "2025-08-31", "2025-12-31",
    ]  # fmt: skip


def test_plans_of_other_places_and_of_other_years_have_other_events() -> None:
    others = [TEXT.replace("Río Hondo, c", "Río Seco, c"), TEXT.replace("period: {start: 2025", "period: {start: 2026")]
    for other in others:
        assert events(written()).keys().isdisjoint(events(written(other)).keys())


def test_a_plan_that_names_no_place_is_known_by_its_title() -> None:
    text = TEXT.replace("jurisdiction: {name: Río Hondo, country: MX}\n", "")
    assert identity(plan(text)) != identity(plan(text.replace("2025-2026", "2027-2028")))


@given(st.dates(datetime.date(2025, 1, 1), datetime.date(2026, 12, 31)), st.integers(0, 400))
def test_whatever_day_an_activity_ends_on_its_event_is_the_same(start: datetime.date, days: int) -> None:
    end = start + datetime.timedelta(days=days)
    moved = TEXT.replace("start: 2025-01-01, end: 2025-06-30", f"start: {start}, end: {end}")
    (before,) = [key for key, one in events(written()).items() if str(one["summary"]).startswith("Ends")]
    assert events(written(moved))[before]["dtstart"].dt == end


# On the command line


def test_with_a_day_named_it_is_the_same_file_every_time(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text(TEXT, "utf-8")
    for name in ("a.ics", "b.ics"):
        lap("schedule", path, "--format", "ics", "--as-of", "2025-05-01", "--output", tmp_path / name)
    assert (tmp_path / "a.ics").read_bytes() == (tmp_path / "b.ics").read_bytes()
    (stamp,) = {str(one["dtstamp"].dt) for one in events((tmp_path / "a.ics").read_bytes()).values()}
    assert stamp == "2025-05-01 00:00:00+00:00"


def test_it_holds_only_what_was_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text(MOVED["a commitment more"], "utf-8")
    words = (
        "--format",
        "ics",
        "--output",
        tmp_path / "a.ics",
        "--commitment",
        "wells",
        "--until",
        "2025-06-30",
        "--lang",
        "en",
    )
    assert lap("schedule", path, *words).status == 0
    assert [day for day, _ in told((tmp_path / "a.ics").read_bytes())] == ["2025-03-31", "2025-06-30", "2025-06-30"]


def test_an_empty_calendar_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text("lap: 1\n", "utf-8")
    ran = lap("schedule", path, "--format", "ics", "--output", tmp_path / "a.ics", "--lang", "en")
    assert (ran.status, "nothing to put into a calendar" in ran.err) == (2, True)
    assert not (tmp_path / "a.ics").exists()


def test_without_the_library_it_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text(TEXT, "utf-8")
    monkeypatch.setitem(sys.modules, "icalendar", None)
    ran = lap("schedule", path, "--format", "ics", "--lang", "en")
    assert (ran.status, "pip install 'lap-toolkit[calendar]'" in ran.err) == (2, True)
