"""The document of a plan: everything that the plan says, in the order in which it is read, and nothing that it does not."""

import datetime
import random
import re
from functools import cache
from typing import Any

import pytest
from conftest import ROOT, lap
from hypothesis import given, settings
from hypothesis import strategies as st
from spoiled_plans import thinned, told_of, words_of

from lap.language.speech import LANGUAGES
from lap.load import load
from lap.model.plan import Plan
from lap.render import html, markdown, typst
from lap.render.blocks import Document, Facts, Grid, Outline, Paragraph, Points, Section, Story, Timeline
from lap.render.holding import sections_of
from lap.render.own_words import own_words
from lap.render.sections.whole import whole
from lap.render.templates import sandbox
from lap.render.told import Told
from lap.show import escape
from lap.source.files import read_bytes, read_plan

EXAMPLES = ("arroyo-garza-2025.yaml", "sierra-alta-2025", "jalisco-2016.yaml", "tlaxcala-2016.yaml")
DAY = ("--as-of", "2026-11-30")


@cache
def example(name: str) -> Plan:
    return load(read_plan(ROOT / "examples" / name)).plan


def plan_of(text: str) -> Plan:
    return load(read_bytes(text.encode(), "p.yaml")).plan


def document_of(text: str, language: str = "en", **more: Any) -> Document:
    return whole(Told(plan_of(text), language, datetime.date(2026, 11, 30), **more))


def said_in(found: Any) -> str:
    return "\n".join(sorted(words_of(found)))


def section(document: Document, name: str) -> Section:
    return next(one for one in sections_of(document.sections) if one.id == name)


class TestOrder:
    def test_the_whole_plan_in_the_order_of_reading(self) -> None:
        document = whole(told_of(example("arroyo-garza-2025.yaml")))
        assert [one.id for one in document.sections] == [
            "summary", "making", "problems", "proposals", "commitments", "standing", "comments", "outside", "parties", "glossary",
        ]  # fmt: skip

    def test_each_problem_with_evidence_perspectives_and_both_trees(self) -> None:
        document = whole(told_of(example("arroyo-garza-2025.yaml")))
        one = section(document, "problem/water-outages")
        assert [type(block) for block in one.blocks] == [Facts, Grid, Paragraph, Points, Outline, Outline]

    def test_each_commitment_with_its_card_work_plan_indicators_standing_and_story(self) -> None:
        document = whole(told_of(example("arroyo-garza-2025.yaml")))
        one = section(document, "commitment/steady-water")
        inner = [block.id for block in one.blocks if isinstance(block, Section)]
        assert inner == [
            "commitment/steady-water/work-plan", "commitment/steady-water/indicators", "standing/steady-water",
            "commitment/steady-water/progress", "commitment/steady-water/taking-part",
        ]  # fmt: skip
        assert isinstance(one.blocks[0], Facts)

    def test_the_card_answers_every_question_of_the_handbook(self) -> None:
        document = whole(told_of(example("sierra-alta-2025")))
        one = section(document, "commitment/desayunos-completos")
        card = one.blocks[0]
        assert isinstance(card, Facts)
        labels = [label for label, values in card.rows if values]
        asked = [
            "Problem", "Objective", "Who benefits", "Pillars of open government", "Answers for it", "Carried out by government",
            "Carried out by others", "Monitored by", "Legal ground", "Resources", "Goals of the 2030 Agenda", "Follow the money",
            "Key actions", "Challenges",
        ]  # fmt: skip
        assert [label for label in labels if label in asked] == asked

    def test_what_stands_first_is_the_day_the_status_and_the_version(self) -> None:
        document = document_of("lap: 1\nstatus: adopted\n", version="1234abcd")
        assert [label for label, _ in document.stamp] == ["As of", "Status", "Version"]
        assert [words for _, words in document.stamp] == ["30 November 2026", "Adopted", "1234abcd"]

    def test_changes_that_no_commit_has_are_told(self) -> None:
        stamp = dict(document_of("lap: 1\n", version="1234abcd+").stamp)
        assert stamp["Version"] == "1234abcd, with changes after it"

    def test_a_document_of_some_commitments_holds_no_other(self) -> None:
        document = whole(told_of(example("arroyo-garza-2025.yaml")), ("lit-streets",))
        assert [one.id for one in document.sections] == ["problems", "commitments", "comments"]
        problems, _, comments = document.sections
        assert [one.id for one in problems.blocks if isinstance(one, Section)] == ["problem/dark-streets"]
        promised = document.sections[1].blocks
        assert [one.id for one in promised if isinstance(one, Section)] == ["commitment/lit-streets"]
        assert [one.title for one in comments.blocks if isinstance(one, Section)] == ["On “Lamps that are dark”"]


WORK_PLAN = """\
lap: 1
language: en
commitments:
  a:
    title: A
    stages:
      one:
        title: Stage one
        phase: internal
        activities:
          x: {activity: To do x, start: 2017-01-01, end: 2017-02-28, outcomes: [Done], deliverables: [{name: A list, due: 2017-02-01}]}
          y: {activity: To do y, start: 2017-03-01, end: 2017-06-30, observations: Slowly}
      two: {title: Stage two, phase: internal, activities: {z: {activity: To do z, start: 2017-02-01, end: 2017-11-30}}}
      three: {title: Stage three, phase: external, activities: {w: {activity: To do w, start: 2017-02-01, end: 2017-11-30}}}
"""


class TestWorkPlan:
    def grid(self, text: str) -> Grid:
        return next(one for one in section(document_of(text), "commitment/a/work-plan").blocks if isinstance(one, Grid))

    def test_it_has_the_columns_of_the_handbook_that_are_filled(self) -> None:
        assert [head.text for head in self.grid(WORK_PLAN).columns] == [
            "Activity", "Days", "Start", "End", "Outcomes", "Deliverables", "Observations",
        ]  # fmt: skip

    def test_phases_and_stages_stand_over_their_activities_and_totals_below_them(self) -> None:
        grid = self.grid(WORK_PLAN)
        assert ["".join(part.head) for part in grid.parts] == [  # type: ignore[arg-type]
            "Internal phase · Stage one", "Internal phase · Stage two", "External phase · Stage three",
        ]  # fmt: skip
        assert [[row[0] for row in part.rows] for part in grid.parts] == [
            ["To do x", "To do y"],
            ["To do z"],
            ["To do w"],
        ]
        assert [[(row[0], row[1]) for row in part.foot] for part in grid.parts] == [
            [("Total of the stage", "181")],
            [("Total of the stage", "303"), ("Total of the phase", "334")],
            [("Total of the stage", "303")],
        ]
        assert [(row[0], row[1]) for row in grid.foot] == [("The whole commitment", "334")]

    def test_a_flat_list_of_activities_has_no_parts(self) -> None:
        grid = self.grid(
            "lap: 1\ncommitments: {a: {activities: {x: {activity: To do x, start: 2017-01-01, end: 2017-01-31}}}}"
        )
        assert (grid.parts, [row[0] for row in grid.rows]) == ([], ["To do x"])

    def test_the_years_stand_over_the_months_of_the_timeline(self) -> None:
        blocks = section(document_of(WORK_PLAN), "commitment/a/work-plan").blocks
        timeline = next(one for one in blocks if isinstance(one, Timeline))
        assert timeline.years == [
            ("2017", ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov"])
        ]
        assert [(bar.first, bar.last) for bar in timeline.bars] == [(0, 1), (2, 5), (1, 10), (1, 10)]


CHATHAM = """\
lap: 1
language: en
parties: {spies: {name: The Union of Spies, people: {m: {name: Marta Ruiz}}}}
co-creation:
  - {title: A quiet talk, rule: chatham-house, participants: {total: 30},
     views: [{from: spies/m, text: The water is brown}, {from: An unnamed engineer, text: So is the soup}]}
  - {title: An open talk, rule: open, views: [{from: spies, text: We like soup}]}
"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_under_the_chatham_house_rule_nothing_tells_who_spoke(language: str) -> None:
    document = document_of(CHATHAM, language)
    quiet, loud = section(document, "event/1"), section(document, "event/2")
    assert "The water is brown" in said_in(quiet)
    assert not any(name in said_in(quiet) for name in ("Spies", "Marta", "engineer"))
    assert "The Union of Spies" in said_in(loud)


class TestStory:
    text = """\
lap: 1
language: en
commitments: {a: {title: A, activities: {x: {activity: To do x, start: 2026-01-01, end: 2026-12-31}}}}
progress:
  - {date: 2026-03-01, activity: a/x, status: delayed, note: The river rose, evidence: ["https://example.org/river"]}
  - {date: 2026-12-24, activity: a/x, status: done, evidence: [A sheet]}
comments:
  - {date: 2026-02-01, about: a, from: A neighbour, text: When will it be done?, replies: [{date: 2026-12-31, text: Never}]}
changes: [{date: 2026-05-01, about: a, what: Its end, reason: The river}, {date: 2027-05-01, about: a, what: Its start}]
evaluations: [{date: 2026-06-01, findings: [Wet]}, {date: 2027-06-01, findings: [Dry]}]
"""

    def test_reasons_and_evidence_stand_beside_what_happened_and_nothing_is_told_before_its_day(self) -> None:
        found = section(document_of(self.text), "commitment/a/progress")
        (story,) = found.blocks
        assert isinstance(story, Story)
        (event,) = story.events
        assert (event.day, event.about, event.words) == ("1\u00a0Mar\u00a02026", "To do x", "delayed. The river rose")
        assert "https://example.org/river" in said_in(event.note)
        everything = said_in(document_of(self.text))
        assert "When will it be done?" in everything
        assert not any(later in everything for later in ("A sheet", "Never", "Its start", "Dry"))


class TestWhatIsMissing:
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_an_empty_plan_is_a_title_and_a_glossary(self, language: str) -> None:
        document = document_of("lap: 1\n", language)
        assert [one.id for one in document.sections] == ["glossary"]
        assert document.title == {"en": "Local Action Plan", "es": "Plan de Acción Local"}[language]

    @settings(max_examples=60, deadline=None)
    @given(st.integers(0, 10**9), st.sampled_from(EXAMPLES), st.sampled_from((5, 15, 40)))
    def test_whatever_a_plan_lacks_nothing_stands_empty(self, seed: int, name: str, percent: int) -> None:
        plan = thinned(example(name), random.Random(seed), percent)
        document = whole(told_of(plan))
        assert not any("None" in words for words in words_of(document))
        for one in sections_of(document.sections):
            assert one.title
            assert one.blocks
        for grid in [
            block for one in sections_of(document.sections) for block in one.blocks if isinstance(block, Grid)
        ]:
            assert grid.rows or all(part.rows for part in grid.parts)
        text = markdown.write(document, sandbox(None, escape.markdown))
        plain = re.sub(r"```mermaid.*?```", "", text, flags=re.DOTALL)
        assert "****" not in plain
        assert not re.search(r":\*\*( *\n(?!  - )| ;)|: *;|; *$|\(\)", plain, re.MULTILINE)
        page = html.write(document, sandbox(None))
        assert not any(
            empty in page for empty in ("<dd></dd>", "<li></li>", "<dt></dt>", "<caption></caption>", "<p></p>")
        )


class TestCommand:
    def test_markdown_is_what_it_writes_without_being_asked(self) -> None:
        ran = lap("render", ROOT / "examples" / "arroyo-garza-2025.yaml", *DAY)
        assert ran.status == 0
        assert ran.out.startswith("# Open Government Local Action Plan of Arroyo Garza 2025-2027\n")

    @pytest.mark.parametrize(
        ("format", "first"), [("html", b"<!doctype html>"), ("pdf", b"%PDF-"), ("markdown", b"# ")]
    )
    @pytest.mark.parametrize("name", EXAMPLES)
    def test_every_format_of_every_example_goes_to_a_file(
        self, tmp_path: Any, name: str, format: str, first: bytes
    ) -> None:
        output = tmp_path / "plan"
        ran = lap("render", ROOT / "examples" / name, "--format", format, "--output", output, "--lang", "es", *DAY)
        assert (ran.status, ran.out) == (0, "")
        assert output.read_bytes().startswith(first)

    def test_it_speaks_the_language_of_the_plan_or_the_one_that_is_asked_for(self) -> None:
        plan = ROOT / "examples" / "sierra-alta-2025"
        assert "Los compromisos" in lap("render", plan, *DAY).out
        assert "The commitments" in lap("render", plan, "--lang", "en", *DAY).out

    def test_on_an_earlier_day_what_came_later_is_no_mistake(self) -> None:
        ran = lap("render", ROOT / "examples" / "arroyo-garza-2025.yaml", "--as-of", "2026-03-30", "--strict")
        assert ran.status == 0, ran.err
        assert "to be mended" not in ran.out

    def test_a_plan_with_errors_is_rendered_with_a_note_of_how_many_unless_it_must_have_none(
        self, tmp_path: Any
    ) -> None:
        plan = tmp_path / "p.yaml"
        plan.write_text("lap: 1\ntitle: Plan\nlanguage: en\nstatus: adopted\ncommitments: {a: {title: A}}\n")
        ran = lap("render", plan, *DAY)
        assert ran.status == 0
        (number,) = [line for line in ran.out.splitlines() if "errors to be mended" in line]
        assert number.startswith("> **This plan still has ")
        strict = lap("render", plan, "--strict", *DAY)
        assert (strict.status, strict.out) == (2, "")
        assert "--strict" in strict.err or "error" in strict.err

    def test_a_flawless_plan_has_no_such_note(self) -> None:
        ran = lap("render", ROOT / "examples" / "arroyo-garza-2025.yaml", "--strict", *DAY)
        assert ran.status == 0
        assert "to be mended" not in ran.out

    def test_only_the_commitments_that_are_asked_for(self) -> None:
        plan = ROOT / "examples" / "arroyo-garza-2025.yaml"
        ran = lap("render", plan, "--commitment", "lit-streets", *DAY)
        assert "### Lit streets in the south" in ran.out
        assert "### Water on the announced days" not in ran.out
        wrong = lap("render", plan, "--commitment", "lit-street", *DAY)
        assert wrong.status == 2
        assert "lit-streets" in wrong.err

    def test_the_day_decides_what_is_told(self) -> None:
        plan = ROOT / "examples" / "arroyo-garza-2025.yaml"
        early = lap("render", plan, "--as-of", "2026-01-20").out
        assert "- **As of:** 20 January 2026" in early
        assert "18 November 2026" not in early.split("#### What happened")[1].split("####")[0]

    def test_with_findings_the_document_ends_with_them(self) -> None:
        ran = lap("render", ROOT / "examples" / "jalisco-2016.yaml", "--with-findings", *DAY)
        last = ran.out.rpartition("\n## ")[2]
        assert last.startswith("What is to be mended")
        assert "| L101 | error |" in last

    def test_the_plan_itself_is_never_overwritten(self, tmp_path: Any) -> None:
        plan = tmp_path / "p.yaml"
        plan.write_text("lap: 1\ntitle: Plan\n")
        ran = lap("render", plan, "--output", plan, *DAY)
        assert ran.status == 2
        assert plan.read_text() == "lap: 1\ntitle: Plan\n"

    def test_a_folder_that_is_not_there_is_told(self, tmp_path: Any) -> None:
        plan = ROOT / "examples" / "tlaxcala-2016.yaml"
        for format in ("markdown", "html", "pdf"):
            ran = lap("render", plan, "--format", format, "--output", tmp_path / "no" / "plan", *DAY)
            assert ran.status == 2
            assert "no/plan" in ran.err


class TestLanguageOfParts:
    """Whoever reads aloud is told where the plan's own words are in another language than the document (WCAG 3.1.2)."""

    def test_a_plan_s_words_carry_their_language_in_a_document_of_another(self) -> None:
        plan = ROOT / "examples" / "sierra-alta-2025"
        page = lap("render", plan, "--format", "html", "--lang", "en", *DAY).out
        assert '<h1><span lang="es">Plan de Acción Local' in page
        assert '<span lang="es">Los comités firman un recibo' in page
        assert not re.search(r'<span lang="es">(done|in progress|half-yearly|metas)\b', page)
        assert '<h2 id="s-commitments-h">The commitments</h2>' in page

    def test_in_its_own_language_nothing_is_foreign(self) -> None:
        page = lap("render", ROOT / "examples" / "sierra-alta-2025", "--format", "html", *DAY).out
        assert page.count("lang=") == 1

    def test_in_a_pdf_too(self) -> None:
        told = told_of(example("sierra-alta-2025"), "en")
        document = whole(told)
        document.foreign = own_words(told)
        source = typst.write(document, sandbox(None, typst.escape))
        assert '#text(lang: "es")[#"Comisión Estatal de Atención a Víctimas";]' in source
