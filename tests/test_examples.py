"""The examples say what they should, and the format's own examples, which everyone will copy, have no error."""

import datetime
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT, lap

from lap.checking import Checked, check_path
from lap.findings import Finding, Severity
from lap.lint import Options
from lap.load import load
from lap.log import Log
from lap.scoring import score
from lap.source.files import read_plan
from lap.source.nodes import Data, Mapping, Sequence
from lap.source.vocabulary import KINDS, SPANISH, Holds, Kind, shown

EXAMPLES = ROOT / "examples"
CLEAN = ("arroyo-garza-2025.yaml", "sierra-alta-2025")
FAULTY = ("jalisco-2016.yaml", "tlaxcala-2016.yaml")
FORMAT = {
    "en": Path(__file__).parent.parent / "lap/language/format.en.yaml",
    "es": Path(__file__).parent.parent / "lap/language/format.es.yaml",
}
# From the last entry of the examples' logs until further reports fall due.
DAYS = (datetime.date(2026, 11, 23), datetime.date(2026, 11, 30))
SOME_DAY = Options(DAYS[1])


def checked(name: str) -> Checked:
    return check_path(EXAMPLES / name, SOME_DAY)


def places(name: str, *codes: str) -> list[tuple[str, str]]:
    """Code and place in the plan of the findings with these codes."""
    return [
        (one.code, "/".join(map(str, (*one.route, *one.path)))) for one in checked(name).findings if one.code in codes
    ]


def without_advice(findings: list[Finding]) -> list[tuple[str, int, str]]:
    return [(one.span.file, one.span.line, one.code) for one in findings if one.severity is not Severity.ADVICE]


def test_nothing_else_lies_in_the_folder_of_examples() -> None:
    assert sorted(path.name for path in EXAMPLES.iterdir() if not path.name.startswith(".")) == sorted(
        (*CLEAN, *FAULTY)
    )


def head(name: str) -> str:
    """The comment at the top of an example, in one line."""
    path = EXAMPLES / name
    text = (path / "plan.yaml" if path.is_dir() else path).read_text("utf-8")
    rows = text.splitlines()
    above = rows[: next(number for number, row in enumerate(rows) if not row.startswith("#"))]
    return " ".join(" ".join(row.lstrip("# ") for row in above).split())


# The clean plans


@pytest.mark.parametrize("day", DAYS, ids=str)
@pytest.mark.parametrize("name", CLEAN)
def test_clean_plan_has_neither_error_nor_warning(name: str, day: datetime.date) -> None:
    assert without_advice(check_path(EXAMPLES / name, Options(day)).findings) == []
    assert without_advice(check_path(EXAMPLES / name, Options(day, as_adopted=True)).findings) == []


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("name", CLEAN)
def test_clean_plan_ends_with_0_in_both_languages(name: str, language: str) -> None:
    ran = lap("validate", EXAMPLES / name, "--lang", language, "--fail-on", "warning", "--as-of", SOME_DAY.today)
    assert (ran.status, ran.err) == (0, "")


@pytest.mark.parametrize("name", CLEAN)
def test_clean_plan_meets_the_five_criteria_in_three_commitments_or_more(name: str) -> None:
    judged = checked(name).judged
    assert len(judged) >= 3
    assert all(all(one.holds.values()) for one in judged)


def test_the_clean_plans_are_one_file_in_english_and_a_folder_in_spanish() -> None:
    one, folder = read_plan(EXAMPLES / CLEAN[0]), read_plan(EXAMPLES / CLEAN[1])
    assert set(one.languages.values()) == {"en"}
    assert set(folder.languages.values()) == {"es"}
    assert len(folder.documents) > 10
    assert (checked(CLEAN[0]).language, checked(CLEAN[1]).language) == ("en", "es")


@pytest.mark.parametrize("name", CLEAN)
def test_the_log_of_a_clean_plan_tells_a_year_with_good_news_and_bad(name: str) -> None:
    plan = load(read_plan(EXAMPLES / name)).plan
    log = Log(plan)
    assert (log.filed[-1].day - log.filed[0].day).days > 360
    now = score(plan, SOME_DAY.today, log=log)
    assert all(now.lights[colour] for colour in ("green", "amber", "red"))
    assert now.overdue
    assert not now.silent
    assert (now.undated, now.ahead, now.stray) == ((), (), ())
    assert {one.entry.status for one in log.filed} >= {"done", "in-progress", "delayed", "not-started"}


# The work plan of the handbook's section 5.1


def test_jalisco_reports_what_is_wrong_in_the_handbooks_table_and_nothing_that_is_right() -> None:
    stages = "commitments/local-registry/stages"
    assert places("jalisco-2016.yaml", "Y203", "L101", "L102", "L105") == [
        ("L102", "commitments/local-registry/phases/internal/days"),
        ("L105", f"{stages}/offices/activities/first-65/responsible"),
        ("L105", f"{stages}/offices/activities/pending-60/responsible"),
        ("L105", f"{stages}/registration/activities/digital-platform/responsible"),
        ("L101", f"{stages}/registration/activities/digital-platform/days"),
        ("L105", f"{stages}/productive-sector/activities/business-registration/responsible"),
        ("Y203", f"{stages}/productive-sector/activities/business-registration/end"),
    ]


def test_jalisco_says_what_the_dates_give() -> None:
    out = lap("validate", EXAMPLES / "jalisco-2016.yaml", "--select", "Y203,L101,L102", "--lang", "en").out
    for said in ("2017-11-31", "302 days", "303 days", "332 days", "334 days", "2017-11-30"):
        assert said in out
    assert not re.search(r"\b(59|122) days", out)


def test_jalisco_draws_no_finding_on_its_text() -> None:
    codes = {one.code for one in checked("jalisco-2016.yaml").findings}
    assert {code for code in codes if code[0] == "Y"} == {"Y203"}
    assert not codes & {"T101", "T102", "R106", "L114"}


def test_jalisco_meets_none_of_the_criteria() -> None:
    assert [set(one.holds.values()) for one in checked("jalisco-2016.yaml").judged] == [{False}]


def test_jalisco_tells_at_its_top_what_is_to_be_seen() -> None:
    told = head("jalisco-2016.yaml")
    for part in ("section 5.1", "31st of November", "302 days", "303", "332 days", "334", "59", "122", "responsible"):
        assert part in told


# The commitment that the handbook's section 5 criticises


def test_tlaxcala_reports_the_missing_dates_persons_in_charge_and_monitors() -> None:
    commitment = "commitments/teen-pregnancy-education"
    activities = [f"{commitment}/activities/{one}" for one in ("inform", "support-programs", "guidance")]
    for code in ("T101", "L105"):
        found = [one for one in checked("tlaxcala-2016.yaml").findings if one.code == code]
        assert ["/".join(map(str, one.route)) for one in found] == activities
    assert [code for code, _ in places("tlaxcala-2016.yaml", "A101", "A103", "M102", "L114", "L115")] == [
        "M102", "A101", "A103", "L114", "L115",
    ]  # fmt: skip


def test_tlaxcala_has_a_sound_problem_and_purpose_and_a_clean_text() -> None:
    codes = {one.code for one in checked("tlaxcala-2016.yaml").findings if one.severity is Severity.ERROR}
    assert not {code for code in codes if code[0] in "YSP"}
    assert "R101" not in codes


def test_tlaxcala_tells_at_its_top_what_is_to_be_seen() -> None:
    told = head("tlaxcala-2016.yaml")
    for part in ("section 5", "no dates", "no person is in charge", "monitor"):
        assert part in told


@pytest.mark.parametrize(
    ("name", "words"), [(CLEAN[0], "What is to be seen in it:"), (CLEAN[1], "Qué se puede ver aquí:")]
)
def test_a_clean_plan_tells_at_its_top_that_it_is_invented_and_what_is_to_be_seen(name: str, words: str) -> None:
    assert words in head(name)
    assert "invent" in head(name)


# The examples of the format page


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("written", FORMAT)
def test_the_formats_own_example_gives_no_error(written: str, language: str) -> None:
    ran = lap("validate", FORMAT[written], "--lang", language, "--as-of", "2018-10-01", "--format", "json")
    report = json.loads(ran.out)
    assert ran.status == 0
    assert [one for one in report["plans"][0]["findings"] if one["severity"] == "error"] == []
    assert report["plans"][0]["language"] == written


def test_the_formats_two_examples_are_the_same_plan() -> None:
    keys = [sorted(set(keys_used(path))) for path in FORMAT.values()]
    assert keys[0] == keys[1]


def test_the_spanish_example_has_spanish_keys_and_words_only() -> None:
    source = read_plan(FORMAT["es"])
    assert set(source.languages.values()) == {SPANISH}
    written = {(kind, name): word for kind, name, word in keys_written(source.data)}
    assert {key: word for key, word in written.items() if word not in ("", shown(*key, SPANISH))} == {}


# Keys that the format's examples leave out, because others of their kind stand there.
LEFT_OUT = {
    ("commitment", "activities"),  # the example groups its activities in stages,
    ("activity", "stage"),  # which then say this
    ("activity", "phase"),  # and this
    ("phases", "external"),  # the other phase is shown
    ("agendas", "anti-corruption"),  # as a sentence like the agenda of gender
    ("agendas", "agenda-2030"),
}


@pytest.mark.parametrize("language", FORMAT)
def test_every_key_of_the_format_stands_in_its_example(language: str) -> None:
    assert keys_of_a_plan() - set(keys_used(FORMAT[language])) == LEFT_OUT


def test_every_key_of_the_format_stands_in_one_of_the_clean_plans() -> None:
    used = {key for name in CLEAN for key in keys_used(EXAMPLES / name)}
    assert sorted(keys_of_a_plan() - used) == []


def keys_of_a_plan() -> set[tuple[str, str]]:
    """Every kind of mapping that a plan may hold, with each of its keys."""
    found: dict[str, Kind] = {}
    todo = ["plan"]
    while todo:
        name = todo.pop()
        if name in KINDS and name not in found:
            found[name] = KINDS[name]
            todo += [entry.holds.kind for entry in KINDS[name].entries.values() if entry.holds.shape != "word"]
    return {(kind, name) for kind in found for name in found[kind].entries}


def keys_used(path: Path) -> Iterator[tuple[str, str]]:
    """Kind of mapping and canonical key of everything that stands in a plan."""
    return ((kind, name) for kind, name, _ in keys_written(read_plan(path).data))


def keys_written(data: Data) -> Iterator[tuple[str, str, str]]:
    """Kind of mapping, canonical key, and the key as it was written; "" where a short form stands for it."""
    todo: list[tuple[Data, Holds]] = [(data, Holds("one", "plan"))]
    while todo:
        node, holds = todo.pop()
        if isinstance(node, Sequence):
            todo += [(item, Holds("one", holds.kind)) for item in node]
        elif isinstance(node, Mapping) and holds.shape == "ids":
            todo += [(child, Holds("one", holds.kind)) for child in node.values()]
        elif isinstance(node, Mapping) and holds.shape in ("one", "list") and holds.kind:
            for key, child in node.items():
                if (entry := KINDS[holds.kind].entries.get(key)) is not None:
                    yield holds.kind, key, node.written.get(key, "")
                    todo.append((child, entry.holds))
