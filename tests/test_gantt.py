"""A schedule as a Gantt diagram, drawn by the real Mermaid in a real browser: every word comes back."""

import datetime
from collections.abc import Callable
from typing import Any

from conftest import ROOT, lap
from hostile import HOSTILE
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lap.load import load
from lap.schedule import stretch
from lap.show.escape import one_line
from lap.show.gantt import Part, Run, gantt
from lap.source.files import read_plan

pytest_plugins = ["browser"]
Draw = Callable[[str], Any]
DAY = datetime.date(2017, 1, 1)
KEYWORDS = (
    "title page",
    "Section 3",
    "vert",
    "click here",
    "dateFormat",
    "axisFormat %d",
    "excludes weekends",
    "gantt",
    "Weekday",
)


def drawn(page: Any) -> list[str]:
    """The names beside the bars of the drawing on a page."""
    return page.evaluate("[...document.querySelectorAll('text[class*=taskText]')].map(one => one.textContent.trim())")  # type: ignore[no-any-return]


def lines(diagram: str) -> list[str]:
    return [line.strip() for line in diagram.splitlines() if " :" in line]


def test_a_bar_has_its_first_day_and_its_days_both_ends_included() -> None:
    made = gantt("Plan", [Run("To dig", DAY, 59), Run("To test", DAY, 1, critical=True)])
    assert lines(made) == ["To dig :t1, 2017-01-01, 59d", "To test :crit, t2, 2017-01-01, 1d"]


def test_an_empty_part_is_left_out() -> None:
    made = gantt("", [], [Part("Empty", []), Part("Wells", [Run("To dig", DAY, 1)])], ["no dates: a\nb"])
    assert made == (
        "gantt\n    dateFormat YYYY-MM-DD\n    section Wells\n    To dig :t1, 2017-01-01, 1d\n    %% no dates: a b\n"
    )


def test_every_activity_of_the_examples_is_drawn(mermaid: Draw) -> None:
    for name in ("arroyo-garza-2025.yaml", "sierra-alta-2025", "jalisco-2016.yaml"):
        path = ROOT / "examples" / name
        plan = load(read_plan(path)).plan
        held = [placed.activity for one in plan.commitments.values() for placed in one.all_activities()]
        page = mermaid(lap("schedule", path, "--format", "mermaid").out)
        assert sorted(drawn(page)) == sorted(one_line(one.label) for one in held if stretch(one))


def test_hostile_words_and_the_diagrams_own_come_back_as_they_are(mermaid: Draw) -> None:
    names = [text for text in (*HOSTILE, *KEYWORDS) if one_line(text).strip()]
    page = mermaid(gantt(HOSTILE[0], [Run(text, DAY, 3) for text in names]))
    assert drawn(page) == [one_line(text) for text in names]
    assert page.evaluate("[window.broken, document.querySelectorAll('main img, main script').length]") == [None, 0]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=30), min_size=1, max_size=4))
def test_whatever_an_activity_is_called_a_bar_is_drawn(mermaid: Draw, names: list[str]) -> None:
    page = mermaid(gantt("Plan", [Run(name, DAY, 3) for name in names], [Part("x", [Run("last", DAY, 1)])]))
    assert len(drawn(page)) == len(names) + 1
