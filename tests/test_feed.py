"""The Atom feed, read back by a feed reader."""

import datetime
import re
import xml.etree.ElementTree as ET
from typing import Any

import feedparser
import pytest
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st

from lap.load import load
from lap.model.plan import Plan
from lap.render.feed import MOST, feed
from lap.render.told import Told
from lap.source.files import read_bytes, read_plan

DAY = datetime.date(2026, 11, 30)
ATOM = "{http://www.w3.org/2005/Atom}"
HEAD = """\
lap: 1
title: Plan of Río Hondo
language: en
jurisdiction: {name: Río Hondo, country: MX}
period: {start: 2026-01-01, end: 2027-12-31}
commitments:
  water:
    title: Water & <b>light</b>
    activities: {dig: {activity: To dig}}
    indicators: {wells: {name: Wells}}
"""
LOG = """\
progress:
  - {date: 2026-02-01, activity: water/dig, status: in-progress}
  - {date: 2026-02-01, indicator: water/wells, value: 3}
  - {date: 2026-03, commitment: water, note: "]]> &amp; <script>"}
  - {activity: water/dig, status: done}
  - {date: 2027-01-01, activity: water/dig, status: done}
comments:
  - date: 2026-02-02
    about: water
    text: "Nothing comes out of it\\nat night"
    replies:
      - {date: 2026-02-09, text: Since Monday it does}
      - {date: 2027-02-09, text: Too late to be known}
changes:
  - {date: 2026-04-01, about: water, what: The target, reason: A flood}
evaluations:
  - {date: 2026-05-01, findings: [Done by half]}
"""


def plan_of(text: str) -> Plan:
    return load(read_bytes(text.encode(), "p.yaml")).plan


def parsed(plan: Plan, language: str = "en", day: datetime.date = DAY) -> Any:
    return feedparser.parse(feed(Told(plan, language, day)))


@pytest.mark.parametrize("name", ["arroyo-garza-2025.yaml", "sierra-alta-2025", "jalisco-2016.yaml"])
def test_a_reader_takes_the_feed_of_every_example(name: str) -> None:
    plan = load(read_plan(ROOT / "examples" / name)).plan
    found = parsed(plan, plan.language or "en")
    assert not found.bozo
    assert found.version == "atom10"
    assert found.feed.title == plan.title
    assert (found.feed.language or "")[:2] == plan.language
    days = [one.updated for one in found.entries]
    assert days == sorted(days, reverse=True)
    assert len({one.id for one in found.entries}) == len(found.entries)
    assert all(one.id.startswith("urn:uuid:") for one in found.entries)


def test_it_tells_what_was_reported_said_answered_moved_and_found_up_to_the_day() -> None:
    entries = parsed(plan_of(HEAD + LOG)).entries
    assert [(one.updated[:10], one.title, one.content[0].value) for one in entries] == [
        ("2026-05-01", "Evaluation", "Done by half"),
        ("2026-04-01", "What moved: “Water & <b>light</b>”", "The target; A flood"),
        ("2026-03-31", "Water & <b>light</b>", "]]> &amp; <script>"),
        ("2026-02-09", "Answer on “Water & <b>light</b>”", "Since Monday it does"),
        ("2026-02-02", "Comment on “Water & <b>light</b>”", "Nothing comes out of it\nat night"),
        ("2026-02-01", "Wells", "3"),
        ("2026-02-01", "To dig", "in progress"),
    ]


def test_each_entry_leads_to_the_page_of_its_commitment() -> None:
    links = {one.title: one.link for one in parsed(plan_of(HEAD + LOG)).entries}
    assert links["To dig"] == "commitments/water.html"
    assert links["Evaluation"] == "index.html"


def test_it_has_what_the_standard_asks_for() -> None:
    root = ET.fromstring(feed(Told(plan_of(HEAD + LOG), "en", DAY)))
    assert all(root.find(f"{ATOM}{name}") is not None for name in ("id", "title", "updated", "author"))
    for one in root.findall(f"{ATOM}entry"):
        assert all(len(one.findall(f"{ATOM}{name}")) == 1 for name in ("id", "title", "updated", "content", "link"))
    updated = [one.text or "" for one in root.iter(f"{ATOM}updated")]
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", one) for one in updated)
    assert updated[0] == max(updated)


def test_a_plan_in_which_nothing_happened_has_a_feed() -> None:
    found = parsed(plan_of("lap: 1\n"))
    assert (found.bozo, found.entries, found.feed.title) == (False, [], "Local Action Plan")


def test_an_entry_keeps_its_id_whatever_comes_before_and_after_it() -> None:
    before = {one.title + one.updated: one.id for one in parsed(plan_of(HEAD + LOG)).entries}
    more = LOG.replace("progress:\n", "progress:\n  - {date: 2025-12-24, activity: water/dig, status: not-started}\n")
    more = more.replace("comments:\n", "comments:\n  - {date: 2026-02-02, about: water/dig, text: Too deep}\n")
    renamed = HEAD.replace("title: Plan of Río Hondo", "title: Open Plan of Río Hondo")
    after = {one.title + one.updated: one.id for one in parsed(plan_of(renamed + more)).entries}
    assert before.items() <= after.items()
    assert len(after) == len(before) + 2


def test_equal_entries_of_one_day_are_told_apart() -> None:
    twice = LOG.partition("comments")[0].replace(
        "progress:\n", "progress:\n  - {date: 2026-02-01, indicator: water/wells, value: 3, note: again}\n"
    )
    ids = [one.id for one in parsed(plan_of(HEAD + twice)).entries]
    assert len(set(ids)) == len(ids) == 4


def test_a_long_log_is_cut_to_the_newest() -> None:
    lines = [
        f"  - {{date: 2026-0{1 + n // 28}-{1 + n % 28:02}, activity: water/dig, percent: {n % 100}}}\n"
        for n in range(150)
    ]
    found = parsed(plan_of(HEAD + "progress:\n" + "".join(lines))).entries
    assert len(found) == MOST
    assert found[0].updated[:10] == "2026-06-10"


@settings(max_examples=50)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_comes_out_as_well_formed_xml(title: str, text: str) -> None:
    plan = plan_of(HEAD + LOG)
    said = plan.comments[0].model_copy(update={"text": text})
    root = ET.fromstring(feed(Told(plan.model_copy(update={"title": title, "comments": [said]}), "es", DAY)))
    assert len(root.findall(f"{ATOM}entry")) == 7
