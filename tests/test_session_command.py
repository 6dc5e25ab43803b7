"""`lap session`: one page for the secretariat's next meeting, ready to be sent."""

from pathlib import Path

import pytest
from conftest import ROOT, lap, same_as_snapshot

from lap.paper import width_of

EXAMPLES = [ROOT / "examples" / name for name in ("arroyo-garza-2025.yaml", "sierra-alta-2025")]
PLAN = """\
lap: 1
title: Plan of the wells
language: en
period: {start: 2025-01-01, end: 2026-12-31}
parties:
  works: {name: Directorate of Works, sector: government}
  union: {name: Union of Neighbours, sector: civil-society}
secretariat:
  members: [works, union]
  meets: quarterly
  agreements:
    - {date: 2025-01-15, text: The wells come first, dissent: [Roads matter more]}
    - {date: 2025-03-03, text: The pump is bought abroad}
    - {date: 2025-09-01, text: Not yet agreed}
commitments:
  wells:
    title: Water for all
    activities:
      dig: {activity: To dig, start: 2025-01-01, end: 2025-03-31, responsible: works, monitor: union}
      test: {activity: To test, start: 2025-01-01, end: 2025-03-31, responsible: works, monitor: union}
      late: {activity: To be late, start: 2025-01-01, end: 2025-03-31, responsible: works}
      mute: {activity: To be silent, start: 2025-01-01, end: 2025-03-31, responsible: union}
      next: {activity: To go on, start: 2025-04-01, end: 2025-06-30, responsible: works}
      done: {activity: To be ready, start: 2025-04-01, end: 2025-06-30, responsible: works}
      far: {activity: To come later, start: 2025-04-01, end: 2025-12-31, responsible: works}
    indicators:
      depth: {name: Depth, unit: m, baseline: {value: 0, date: 2024-12-31}, milestones: {2025-03-31: 20},
              target: {value: 40, date: 2025-06-30}, frequency: quarterly, responsible: works}
progress:
  - {date: 2025-02-01, activity: wells/dig, status: done, evidence: Minutes, by: works}
  - {date: 2025-02-10, indicator: wells/depth, value: 5, by: works}
  - {date: 2025-03-10, activity: wells/dig, verdict: disputed, note: Two are dry | and one is *deep*, by: union}
  - {date: 2025-03-12, activity: wells/test, status: done, by: works}
  - {date: 2025-03-15, activity: wells/late, status: delayed, note: Rain, by: works}
  - {date: 2025-03-20, activity: wells/done, status: done, evidence: Act, by: works}
comments:
  - {date: 2025-03-05, about: wells/dig, text: "The well <b>stinks</b>", url: https://example.org/1}
  - {date: 2025-03-06, text: Thank you, replies: [{date: 2025-03-07, by: works, text: You are welcome}]}
  - {date: 2025-05-06, text: From the future}
"""
DAY = ("--as-of", "2025-04-20")


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan-of-wells.yaml"
    path.write_text(PLAN, encoding="utf-8")
    return path


def page(plan: Path, *words: str, lang: str = "en", columns: int = 80) -> str:
    ran = lap("session", plan, "--lang", lang, *words, columns=columns)
    assert (ran.status, ran.err) == (0, "")
    return ran.out


def table(text: str, caption: str) -> list[list[str]]:
    part = text.split(f"**{caption}**\n\n")[1].partition("\n\n")[0]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in part.splitlines()[2:]]


def test_it_holds_all_that_a_meeting_has_before_it(plan: Path) -> None:
    text = page(plan, *DAY)
    works = "Directorate of Works"
    assert table(text, "Overdue, and nobody says why") == [
        [
            "To be silent",
            "Water for all",
            "31 March 2025",
            "nothing reported, overdue in silence",
            "Union of Neighbours",
        ]
    ]
    assert table(text, "Overdue, with a reason") == [
        ["To be late", "Water for all", "31 March 2025", "delayed, overdue; Rain", works]
    ]
    assert table(text, "Disputed by whoever monitors") == [
        ["To dig", "Water for all", "31 March 2025", "done, and disputed; Two are dry \\| and one is \\*deep\\*", works]
    ]
    assert table(text, "Called done without evidence") == [
        ["To test", "Water for all", "31 March 2025", "done, without evidence", works]
    ]
    assert table(text, "Indicators in red") == [
        ["Depth", "5 (10 Feb 2025)", "20 by 31 Mar 2025", "25.0 % = (5 − 0) / (20 − 0)", "✗ red, critical"]
    ]
    assert table(text, "Comments without an answer") == [
        ["[The well \\<b\\>stinks\\</b\\>](https://example.org/1)", "To dig", "5 March 2025", "46"]
    ]


def test_what_falls_due_until_the_next_meeting_is_due(plan: Path) -> None:
    assert [row[0] for row in table(page(plan, *DAY), "Due up to 20 July 2025")] == [
        "Ends: To go on", "Target: Depth, 40",
    ]  # fmt: skip
    plan.write_text(PLAN.replace("  meets: quarterly\n", ""), "utf-8")
    assert "Due up to 20 May 2025" in page(plan, *DAY)


def test_a_report_that_has_not_come_is_asked_for(plan: Path) -> None:
    assert "Reports that have not come" not in page(plan, *DAY).split("Nothing to report under")[0]
    plan.write_text(PLAN.replace("frequency: quarterly", "frequency: monthly"), "utf-8")
    assert table(page(plan, *DAY), "Reports that have not come") == [
        ["Depth", "1 April 2025", "10 February 2025", "Directorate of Works"]
    ]


def test_agreements_since_the_last_meeting_are_to_be_followed_up(plan: Path) -> None:
    assert table(page(plan, *DAY), "Agreements to follow up") == [["The pump is bought abroad", "3 March 2025", ""]]
    assert table(page(plan, *DAY, "--since", "2025-01-01"), "Agreements to follow up") == [
        ["The wells come first", "15 January 2025", "Roads matter more"],
        ["The pump is bought abroad", "3 March 2025", ""],
    ]


def test_agreements_that_are_older_than_the_last_meeting_stay_until_there_are_new_ones(plan: Path) -> None:
    found = table(page(plan, *DAY, "--since", "2025-04-01"), "Agreements to follow up")
    assert [row[0] for row in found] == ["The pump is bought abroad"]


SINCE = {
    "the last agreement": ("meets: quarterly", "2025-04-20", "3 March 2025"),
    "its rhythm, where that is later": ("meets: monthly", "2025-04-20", "20 March 2025"),
    "a week": ("meets: weekly", "2025-04-20", "13 April 2025"),
    "before any agreement its rhythm": ("meets: quarterly", "2025-01-15", "15 October 2024"),
    "an agreement that was made the day before": ("meets: yearly", "2025-01-16", "15 January 2025"),
}


@pytest.mark.parametrize("name", SINCE)
def test_without_a_day_it_begins_at_the_last_meeting_that_the_plan_tells_of(plan: Path, name: str) -> None:
    meets, day, since = SINCE[name]
    plan.write_text(PLAN.replace("meets: quarterly", meets), "utf-8")
    assert f"recorded since {since}" in page(plan, "--as-of", day)


def test_where_the_plan_tells_of_no_meeting_the_day_is_asked_for(plan: Path) -> None:
    plan.write_text("lap: 1\n", "utf-8")
    ran = lap("session", plan, "--lang", "en")
    assert (ran.status, "needs --since" in ran.err) == (2, True)
    assert "Nothing to report under" in page(plan, "--since", "2025-01-01", *DAY)


def test_what_changed_stands_in_short(plan: Path) -> None:
    text = page(plan, *DAY, "--since", "2025-03-01")
    assert table(text, "Activities that stand otherwise than on 1 March 2025") == [
        ["To dig", "done", "done, and disputed"],
        ["To test", "nothing reported", "done, without evidence"],
        ["To be late", "nothing reported", "delayed, overdue"],
        ["To be ready", "nothing reported", "done"],
    ]
    assert table(text, "Indicators with another light than on 1 March 2025")[0][4:] == [
        "□ not due yet",
        "✗ red, critical",
    ]
    assert "4 entries were recorded since 1 March 2025" in text
    assert "One entry was recorded since 15 March 2025" in page(plan, *DAY, "--since", "2025-03-15")
    assert "Nothing was recorded since 1 April 2025." in page(plan, *DAY, "--since", "2025-04-01")


def test_what_was_looked_for_and_not_found_is_told(plan: Path) -> None:
    text = page(plan, "--as-of", "2025-01-20", "--since", "2025-01-01")
    assert "Nothing to report under: Overdue, and nobody says why; Overdue, with a reason; Disputed by whoever" in text


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("language", ["en", "es"])
def test_the_page_of_a_whole_plan_is_a_page(path: Path, language: str) -> None:
    assert len(page(path, "--as-of", "2026-11-30", lang=language).splitlines()) <= 80


@pytest.mark.parametrize("width", [40, 60, 120])
def test_as_text_it_fits_the_terminal(plan: Path, width: int) -> None:
    text = page(plan, *DAY, "--format", "text", columns=width)
    assert max(map(width_of, text.splitlines())) <= width
    assert "2025-03-31" in text


REFUSED = {
    "a day that does not exist": (("--since", "2025-02-30"), "--since takes a day"),
    "a last meeting to come": (("--since", "2025-05-01"), "--since 2025-05-01 is later than 2025-04-20"),
    "a format that is none": (("--format", "html"), "It takes only: markdown, text"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_written_is_refused_with_a_way_out(plan: Path, name: str) -> None:
    words, reason = REFUSED[name]
    ran = lap("session", plan, *DAY, "--lang", "en", *words)
    assert (ran.status, ran.out, reason in ran.err) == (2, "", True)


def test_a_file_of_the_plan_is_not_written_over(plan: Path) -> None:
    assert lap("session", plan, "--output", plan).status == 2
    assert plan.read_text("utf-8") == PLAN


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_page_as_it_is_sent(plan: Path, language: str) -> None:
    same_as_snapshot(f"session-{language}.md", page(plan, *DAY, lang=language))
