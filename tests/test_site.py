"""The pages of a site: a control panel that cannot pretend, a page for each thing that people ask for, and every link leads there."""

import datetime
import re
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin

import html5lib
import pytest
from conftest import ROOT, lap
from hostile import HOSTILE
from spoiled_plans import Spoiler, short, told_of, words_of

from lap.limits import DEFAULTS, Limits
from lap.load import load
from lap.log import Log
from lap.model.plan import Plan
from lap.render.blocks import Facts, Grid, Mark, Paragraph, Points, Ref, Section, Share
from lap.render.pages import pages
from lap.render.sections import panel
from lap.render.several import Plan as Several
from lap.render.several import site
from lap.render.site import worked_out
from lap.scoring import score
from lap.since import changes
from lap.source.files import read_bytes, read_plan

DAY = datetime.date(2026, 11, 30)
FULL = """\
lap: 1
title: The plan
language: en
period: {start: 2026-01-01, end: 2027-12-31}
parties: {hall: {name: Town Hall, sector: government}, union: {name: Union, sector: civil-society}}
thresholds: {green: 80%, amber: 50%}
commitments:
  water:
    title: Water
    responsible: {lead: hall, monitor: [union]}
    activities:
      pipe: {activity: To lay the pipe, start: 2026-01-01, end: 2026-03-31, responsible: [hall], monitor: [union]}
      pump: {activity: To mend the pump, start: 2026-02-01, end: 2026-04-30, responsible: [hall]}
      talk: {activity: To tell the street, start: 2026-02-01, end: 2026-05-31, responsible: [union]}
    indicators:
      dry:
        name: Dry days
        baseline: {value: 100, date: 2025-12-31}
        milestones: {2026-06-30: 60}
        target: {value: 0, date: 2027-12-31}
      wet: {name: Wet days, target: {value: 9, date: 2026-06-30}, thresholds: {green: 95%}}
progress:
  - {date: 2026-03-30, activity: water/pipe, status: done, evidence: ["https://example.org/pipe"], by: hall}
  - {date: 2026-04-10, activity: water/pipe, verdict: disputed, note: It leaks, by: union}
  - {date: 2026-05-20, activity: water/talk, status: done, evidence: [Minutes], by: union}
  - {date: 2026-06-30, indicator: water/dry, value: 75, evidence: ["https://example.org/count"], by: hall}
"""


@cache
def plan_of(text: str = FULL) -> Plan:
    return load(read_bytes(text.encode(), "p.yaml")).plan


def made_of(
    plan: Plan, day: datetime.date = DAY, since: datetime.date | None = None, limits: Limits = DEFAULTS
) -> Section:
    told, log = told_of(plan, day=day), Log(plan)
    now = score(plan, day, limits, log)
    before = score(plan, since or panel.previous_half_year(now, limits.goal_months), limits, log)
    return panel.panel(now, changes(before, now, log), limits, told)


def grids(section: Section) -> dict[str, Grid]:
    return {one.caption: one for one in section.blocks if isinstance(one, Grid)}


def plain(words: Any) -> str:
    return "".join(one if isinstance(one, str) else one.text for one in (words if type(words) is tuple else (words,)))


def rows(grid: Grid) -> list[list[str]]:
    return [[plain(cell) for cell in row] for row in grid.rows]


class TestPanel:
    def test_compliance_stands_in_large_figures_government_beside_society_with_their_numbers(self) -> None:
        figures = made_of(plan_of()).blocks[0]
        assert isinstance(figures, Facts)
        assert figures.tone == "figures"
        assert [label for label, _ in figures.rows] == ["Compliance", "Government", "Civil society"]
        share, numbers, apart = figures.rows[0][1]
        assert isinstance(share, Share)
        assert share.part == pytest.approx(120 / 299)
        assert numbers == "1 of 3 activities due are done with evidence: 120 of 299 days"
        assert "one disputed" in plain(apart)

    def test_each_commitment_has_its_row_with_shares_and_lights_in_words_and_shapes(self) -> None:
        (row,) = grids(made_of(plan_of()))["Every commitment"].rows
        assert row[0] == Ref("Water", "commitment/water")
        assert [type(one) for one in row[2:5]] == [Share, Share, Share]
        assert plain(row[1]) == "amber, at risk: 1 no evidence: 1"
        assert [one.shape for one in row[1] if isinstance(one, Mark)] == ["warning", "circle"]

    def test_each_half_year_tells_how_many_goals_were_met(self) -> None:
        grid = grids(made_of(plan_of()))["Half-yearly goals met in time"]
        assert [head.text.replace("\u00a0", " ") for head in grid.columns][:3] == [
            "Commitment",
            "Jan 2026 – Jun 2026",
            "Jul 2026 – Dec 2026",
        ]
        assert rows(grid) == [["Water", "0 of 2", "no goal", "no goal", "1 to come"]]
        assert isinstance(grid.rows[0][1], Mark)

    def test_what_is_overdue_in_silence_is_listed_with_who(self) -> None:
        silent, *_ = grids(made_of(plan_of()))["Overdue activities"].parts
        assert silent.head == "In silence: nobody says why"
        assert [plain(cell).replace("\u00a0", " ") for cell in silent.rows[0]] == [
            "To mend the pump", "Water", "30 Apr 2026", "nothing reported, overdue in silence", "Town Hall",
        ]  # fmt: skip

    def test_what_is_overdue_with_a_reason_is_listed_with_it(self) -> None:
        late = "  - {date: 2026-05-02, activity: water/pump, status: delayed, note: No parts came, by: town}\n"
        (reasoned,) = grids(made_of(plan_of(FULL + late)))["Overdue activities"].parts
        assert reasoned.head == "With a reason"
        assert plain(reasoned.rows[0][3]) == "delayed, overdue. No parts came"

    def test_where_nothing_is_overdue_or_disputed_that_is_said(self) -> None:
        text = "\n".join(words_of(made_of(plan_of("lap: 1\ncommitments: {a: {title: A}}"))))  # type: ignore[arg-type]
        assert "No activity is overdue." in text
        assert "No activity is disputed." in text

    def test_a_dispute_is_shown_until_it_is_settled(self) -> None:
        found = rows(grids(made_of(plan_of()))["Disputed activities, not yet answered"])
        assert found == [["To lay the pipe", "Water", "10\u00a0Apr\u00a02026", "It leaks", "Union"]]
        settled = FULL + "  - {date: 2026-07-01, activity: water/pipe, verdict: confirmed, by: union}\n"
        assert "Disputed activities, not yet answered" not in grids(made_of(plan_of(settled)))

    def test_indicators_behind_come_worst_first_and_lead_to_their_steps(self) -> None:
        grid = grids(made_of(plan_of()))["Indicators that are not on track"]
        assert [row[0] for row in grid.rows] == [Ref("Wet days", "steps/water/wet"), Ref("Dry days", "steps/water/dry")]

    def test_the_thresholds_of_the_plan_are_printed_and_others_are_told(self) -> None:
        legend = next(one for one in made_of(plan_of()).blocks if isinstance(one, Section) and one.id == "legend")
        text = self.points(legend)
        assert "green, on track: from 80 % of what was expected" in text
        assert "amber, at risk: from 50 % of what was expected" in text
        assert "Some indicators have thresholds of their own" in text
        own = plan_of("lap: 1\ncommitments: {a: {title: A, indicators: {b: {name: B}}}}")
        legend = next(
            one for one in made_of(own, limits=Limits(green=DEFAULTS.green / 2)).blocks if isinstance(one, Section)
        )
        assert "thresholds of their own" not in self.points(legend)
        assert "green, on track: from 45 % of what was expected" in self.points(legend)

    def points(self, legend: Section) -> str:
        found = [one for one in legend.blocks if isinstance(one, Points | Paragraph)]
        return "\n".join(
            plain(words) for one in found for words in (one.items if isinstance(one, Points) else [one.words])
        )

    def test_the_latest_evidence_comes_first_and_leads_there(self) -> None:
        grid = grids(made_of(plan_of()))["Latest evidence"]
        assert [row[1:] for row in rows(grid)] == [
            ["Dry days", "https://example.org/count"], ["To tell the street", "Minutes"], ["To lay the pipe", "https://example.org/pipe"],
        ]  # fmt: skip

    def test_what_changed_is_told_since_the_end_of_the_half_year_before(self) -> None:
        def title(day: datetime.date, since: datetime.date | None = None) -> str:
            section = made_of(plan_of(), day, since)
            return next(one.title for one in section.blocks if isinstance(one, Section) and one.id == "since")

        assert title(DAY) == "What changed from 30 June 2026 to 30 November 2026"
        assert title(datetime.date(2026, 7, 1)) == "What changed from 30 June 2026 to 1 July 2026"
        assert title(DAY, datetime.date(2026, 4, 1)) == "What changed from 1 April 2026 to 30 November 2026"

    def test_the_formulas_are_one_click_away(self) -> None:
        assert any(
            isinstance(one, Paragraph)
            and any(isinstance(each, Ref) and each.target == "formulas" for each in one.words)
            for one in made_of(plan_of()).blocks
        )


class TestPages:
    def paths(self, plan: Plan) -> dict[str, Any]:
        subject = worked_out(told_of(plan), [], DEFAULTS)
        return {page.path: page.document for page in pages(subject, score(plan, DAY))}

    def test_there_is_one_for_each_thing_that_people_ask_for(self) -> None:
        plan = load(read_plan(ROOT / "examples" / "arroyo-garza-2025.yaml")).plan
        found = set(self.paths(plan))
        assert {
            "index.html", "problems.html", "calendar.html", "comments.html", "parties.html", "smart.html", "data.html", "formulas.html",
        } <= found  # fmt: skip
        for kind, named in (("commitments", plan.commitments), ("problems", plan.problems), ("parties", plan.parties)):
            assert {path for path in found if path.startswith(f"{kind}/")} == {f"{kind}/{one}.html" for one in named}

    def test_the_home_page_begins_with_the_panel(self) -> None:
        home = self.paths(plan_of())["index.html"]
        assert home.sections[0].id == "panel"
        assert home.title == "The plan"

    def test_the_calendar_tells_what_falls_due_in_the_next_months(self) -> None:
        text = FULL.replace("target: {value: 0, date: 2027-12-31}", "target: {value: 0, date: 2027-02-28}")
        calendar = self.paths(plan_of(text))["calendar.html"]
        assert "Target: Dry days, 0" in "\n".join(words_of(calendar.sections[0]))

    def test_a_page_of_a_commitment_begins_with_its_card_and_how_it_stands(self) -> None:
        document = self.paths(plan_of())["commitments/water.html"]
        assert [one.id for one in document.sections][:2] == ["commitment/water/card", "standing/water"]

    def test_a_page_of_a_party_tells_what_it_has_to_do_and_how_that_stands(self) -> None:
        (section,) = self.paths(plan_of())["parties/union.html"].sections
        (grid,) = [block for block in section.blocks if isinstance(block, Grid)]
        assert [row[:1] + row[2:3] for row in rows(grid)] == [
            ["To lay the pipe", "monitors it"], ["To tell the street", "carries it out"],
        ]  # fmt: skip
        assert rows(grid)[0][-1] == "done, and disputed"

    def test_of_what_a_plan_does_not_have_there_is_no_page(self) -> None:
        found = self.paths(plan_of("lap: 1\n"))
        assert "index.html" in found
        assert not {"problems.html", "comments.html", "parties.html"} & set(found)


def files_of(*plans: Plan, language: str = "en") -> dict[str, bytes]:
    made = [Several(f"plan-{number}", told_of(plan, language), [], DEFAULTS) for number, plan in enumerate(plans, 1)]
    return site(made, None, None, "letter")


def read(files: dict[str, bytes]) -> dict[str, Any]:
    return {path: html5lib.parse(raw.decode()) for path, raw in files.items() if path.endswith(".html")}


def links(tree: Any) -> Iterator[str]:
    return (one.get("href") for one in tree.iter() if isinstance(one.tag, str) and one.get("href"))


def lost(files: dict[str, bytes]) -> list[tuple[str, str]]:
    """The links inside a site that lead nowhere."""
    read_pages = read(files)
    ids = {
        path: {one.get("id") for one in tree.iter() if isinstance(one.tag, str)} for path, tree in read_pages.items()
    }
    found = []
    for path, tree in read_pages.items():
        for link in links(tree):
            if link.startswith(("https://", "http://", "mailto:")):
                continue
            target, _, fragment = unquote(urljoin(path, link)).partition("#")
            if target not in files or (fragment and fragment not in ids[target]):
                found.append((path, link))
    return found


class TestWhole:
    @pytest.mark.parametrize(
        "name", ["arroyo-garza-2025.yaml", "sierra-alta-2025", "jalisco-2016.yaml", "tlaxcala-2016.yaml"]
    )
    def test_every_link_inside_leads_somewhere(self, name: str) -> None:
        assert lost(files_of(load(read_plan(ROOT / "examples" / name)).plan)) == []

    def test_the_same_navigation_stands_on_every_page(self) -> None:
        navigations = set()
        for path, tree in read(files_of(plan_of())).items():
            nav = next(one for one in tree.iter() if isinstance(one.tag, str) and one.tag.endswith("nav"))
            navigations.add(tuple(urljoin(path, link) for link in links(nav)))
        assert len(navigations) == 1

    def test_every_page_says_its_day_and_how_to_reach_those_who_keep_the_plan(self) -> None:
        files = files_of(plan_of(FULL + "contact: plan@example.org\nlicense: CC0-1.0\n"))
        for path, raw in files.items():
            if path.endswith(".html"):
                foot = raw.decode().partition("<footer")[2]
                assert "As of 30 November 2026." in foot
                assert "mailto:plan@example.org" in foot
                assert "CC0-1.0" in foot

    @pytest.mark.parametrize("start", range(0, len(HOSTILE), 6))
    @pytest.mark.parametrize("names", [False, True])
    def test_hostile_texts_and_ids_do_no_harm_on_any_page(self, start: int, names: bool) -> None:
        texts = [
            one.replace("\ud800", "") for one in HOSTILE[start : start + 6]
        ]  # reading a file lets no half letter through
        plan = short(load(read_plan(ROOT / "examples" / "arroyo-garza-2025.yaml")).plan)
        spoiled = Spoiler(lambda old, number: f"{texts[number % len(texts)]} {number}", names=names).plan(plan)
        files = files_of(spoiled)
        assert all(Path(path).parts[0] not in ("..", "/") and ".." not in Path(path).parts for path in files)
        assert lost(files) == []
        for tree in read(files).values():
            for one in tree.iter():
                if isinstance(one.tag, str):
                    assert not [name for name in one.attrib if name.startswith("on") or name in ("style", "src")]
                    assert not one.tag.endswith("}script") or one.get("type") == "application/ld+json"
                    assert not one.get("href", "").lower().startswith(("javascript:", "//", "data:"))


class TestSeveral:
    def test_all_plans_stand_on_one_page_with_their_figures(self) -> None:
        sierra = load(read_plan(ROOT / "examples" / "sierra-alta-2025")).plan
        files = files_of(plan_of(), sierra, plan_of("lap: 1\n"))
        home = files["index.html"].decode()
        tree = html5lib.parse(home)
        assert {"plan-1/index.html", "plan-2/index.html", "plan-3/index.html"} <= set(links(tree))
        assert "3 plans" in home
        assert "40.1 %" in home
        assert "nothing due yet" in home
        assert "no evidence: 1" in home
        assert lost(files) == []
        assert "All plans" in files["plan-1/calendar.html"].decode()

    def test_each_plan_is_told_in_the_language_of_the_page_and_with_its_errors(self, tmp_path: Path) -> None:
        (tmp_path / "good.yaml").write_text(FULL, "utf-8")
        (tmp_path / "malo.yaml").write_text("lap: [\nidioma: es\n", "utf-8")
        shutil.copytree(ROOT / "examples" / "sierra-alta-2025", tmp_path / "sierra")
        ran = lap("site", tmp_path, "--output", tmp_path / "public", "--as-of", DAY)
        home = (tmp_path / "public" / "index.html").read_text("utf-8")
        assert "green, on track: 8" in home
        assert "verde" not in home
        assert re.search(r">malo</a>; \d+ errors", home)
        assert re.search(r"malo\.yaml tiene|malo\.yaml has", ran.err)

    def test_one_plan_alone_has_no_overview(self) -> None:
        assert "All plans" not in files_of(plan_of())["index.html"].decode()


def test_it_tells_no_change_since_a_day_to_come(tmp_path: Path) -> None:
    plan = ROOT / "examples" / "arroyo-garza-2025.yaml"
    ran = lap("site", plan, "--output", tmp_path / "public", "--as-of", DAY, "--since", "2027-01-01")
    assert ran.status == 2
    assert "2027-01-01" in ran.err
    assert lap("site", plan, "--output", tmp_path / "public", "--as-of", "2024-03-01").status == 0
    home = (tmp_path / "public" / "index.html").read_text("utf-8")
    assert "What changed from 29 February 2024 to 1 March 2024" in home


def test_where_nothing_due_is_theirs_that_is_said() -> None:
    text = FULL.replace("responsible: [union]}", "}").replace(", monitor: [union]}", "}")
    figures = made_of(plan_of(text)).blocks[0]
    assert isinstance(figures, Facts)
    assert [figures.rows[place][1][0].text for place in (0, 2)] == ["40.1 %", "none of the activities due is theirs"]


def test_a_plan_with_errors_says_so_at_the_top_of_its_home_page(tmp_path: Path) -> None:
    plan = tmp_path / "p.yaml"
    plan.write_text("lap: 1\ntitle: P\nlanguage: en\nstatus: adopted\ncommitments: {a: {title: A}}\n")
    assert lap("site", plan, "--output", tmp_path / "public").status == 0
    home = (tmp_path / "public" / "index.html").read_text()
    assert "errors to be mended" in home.partition("<h2")[0]
    strict = lap("site", plan, "--output", tmp_path / "strict", "--strict")
    assert strict.status == 2
    assert not (tmp_path / "strict").exists()
