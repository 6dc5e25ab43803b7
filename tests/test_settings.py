"""Settings: where the file is found, what it says, what it changes, and what is in force."""

import datetime
import json
import re
from decimal import Decimal
from pathlib import Path

import pytest
from conftest import ROOT, lap
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lap.failure import CannotRun
from lap.findings import Severity
from lap.limits import DEFAULTS, Limits
from lap.participation import Participation
from lap.rules import BY_CODE, RULES
from lap.settings.chosen import UNSET, Settings
from lap.settings.limit_keys import LIMITS
from lap.settings.search import SettingsOf
from lap.source.discovery import SETTINGS

PLAN = "lap: 1\ntitle: Plan\nlanguage: en\nstatus: adopted\nadopted: 2025-02-30\n"
ALL = """lang: es
fail-on: warning
ignore: [S101, X]
severity:
  L101: warning
  T: advice
  T101: error
  Y204: off
limits:
  readability: 50
  activities-at-once: 8
  days-to-answer: 15
  months-between-goals: 3
thresholds: {green: 95%, amber: 0.6}
taking-part:
  branch: plan/2026
  form: comment.yml
  comment: https://git.example.org/new?about={title}&says={text}&of={commitment}&in={form}
  change: "{repository}/_edit/{branch}/{path}"
  line: "{repository}/src/{commit}/{path}#L{line}"
"""
TODO = """idioma: es
falla-desde: advertencia
omitir: S101, x
gravedad:
  L101: Advertencia
  T: sugerencia
  T101: error
  Y204: apagada
límites:
  legibilidad: 50
  actividades_a_la_vez: "8"
  días para responder: 15
  meses-entre-metas: 3
semáforo: {verde: 0.95, ámbar: 60%}
participación:
  rama: plan/2026
  formulario: comment.yml
  comentar: https://git.example.org/new?about={título}&says={texto}&of={compromiso}&in={formulario}
  proponer: "{repositorio}/_edit/{rama}/{ruta}"
  renglón: "{Repositorio}/src/{versión}/{archivo}#L{línea}"
"""
WAYS = Participation(
    branch="plan/2026",
    form="comment.yml",
    comment="https://git.example.org/new?about={title}&says={text}&of={commitment}&in={form}",
    change="{repository}/_edit/{branch}/{path}",
    line="{repository}/src/{commit}/{path}#L{line}",
)


def read(path: Path, text: str) -> Settings:
    """The settings of a plan in a folder with this file."""
    (path / SETTINGS).write_text(text, "utf-8")
    return SettingsOf().plan(path)


def told(found: Settings) -> list[tuple[int, int, str]]:
    """Line, column and cause of what is wrong."""
    assert {one.code for one in found.findings} <= {"Y401"}
    return [(one.span.line, one.span.column, one.cause) for one in found.findings]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own with a plan, where the search for settings ends."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    (tmp_path / "plan-a.yaml").write_text(PLAN, "utf-8")
    return tmp_path


def codes(*arguments: object) -> dict[str, str]:
    """Code and severity of what a run reports."""
    report = json.loads(lap(*arguments, "--format", "json", "--as-of", "2025-01-15").out)
    return {one["code"]: one["severity"] for plan in report["plans"] for one in plan["findings"]}


class TestTheFile:
    @pytest.mark.parametrize("text", [ALL, TODO], ids=["en", "es"])
    def test_says_the_same_in_either_language(self, here: Path, text: str) -> None:
        found = read(here, text)
        assert told(found) == []
        assert (found.lang, found.fail_on) == ("es", Severity.WARNING)
        assert found.off == {"S101", "Y204"} | {code for code in BY_CODE if code[0] == "X"}
        assert found.severity["L101"] is Severity.WARNING
        assert {found.severity[code] for code in BY_CODE if code[0] == "T" and code != "T101"} == {Severity.ADVICE}
        assert found.severity["T101"] is Severity.ERROR
        assert found.limits == Limits(50, 8, 15, 3, Decimal("0.95"), Decimal("0.6"))
        assert found.participation == WAYS

    def test_has_every_limit(self) -> None:
        assert {one.field for one in LIMITS} == set(Limits._fields)

    @pytest.mark.parametrize(
        "text", ["", "# nothing yet\n", "limits:\nignore:\nseverity: {}\nlang:\n", "x-note: ours\n"]
    )
    def test_may_say_nothing(self, here: Path, text: str) -> None:
        found = read(here, text)
        assert (told(found), found.limits, found.off, found.lang) == ([], DEFAULTS, frozenset(), "")

    @pytest.mark.parametrize(
        ("text", "place"),
        [
            ("severty: {}", (1, 1, "near")),
            ("gravedá: {}", (1, 1, "near")),
            ("lap: 1", (1, 1, "unknown")),
            ("limits: {pages: 3}", (1, 10, "unknown")),
            ("thresholds: {red: 3}", (1, 14, "unknown")),
            ("ignore: [L101]\nomitir: [T]", (2, 1, "both")),
            ("limits: 3", (1, 1, "group")),
            ("severity: [L101]", (1, 1, "group")),
            ("lang: [es]", (1, 1, "one")),
            ("lang: español", (1, 7, "word")),
            ("lang: français", (1, 7, "word")),
            ("fail-on: waring", (1, 10, "near-word")),
            ("fail-on: off", (1, 10, "word")),
            ("severity: {L101: eror}", (1, 18, "near-word")),
            ("severity: {L101: [error]}", (1, 12, "one")),
            ("severity: {L1O1: error}", (1, 12, "near-rule")),
            ("severity: {Q: error}", (1, 12, "rule")),
            ("ignore: [L101, L1O1]", (1, 16, "near-rule")),
            ("ignore: [{L101: because}]", (1, 1, "list")),
            ("limits: {readability: high}", (1, 23, "number")),
            ("limits: {days-to-answer: 1.5}", (1, 26, "whole")),
            ("limits: {days-to-answer: 0}", (1, 26, "range")),
            ("limits: {readability: [1, 2]}", (1, 23, "one")),
            ("thresholds: {green: 201%}", (1, 21, "range")),
            ("thresholds: {green: 60%}", (1, 21, "order")),
            ("thresholds: {green: 60%, amber: 65%}", (1, 21, "order")),
            ("thresholds: {amber: 95%}", (1, 21, "order")),
            ("taking-part: main", (1, 1, "group")),
            ("taking-part: {brunch: main}", (1, 15, "near")),
            ("taking-part: {branch: [main]}", (1, 15, "one")),
            ("taking-part: {branch: the plan}", (1, 23, "branch")),
            ("taking-part: {branch: ../main}", (1, 23, "branch")),
            ("taking-part: {form: ../comment.yml}", (1, 21, "form")),
            ("taking-part: {form: comment}", (1, 21, "form")),
            ("taking-part: {comment: 'javascript:alert({title})'}", (1, 24, "address")),
            ("taking-part: {comment: '//example.org/{title}'}", (1, 24, "address")),
            ("taking-part: {comment: 'https://example.org/{title'}", (1, 24, "address")),
            ("taking-part: {comment: 'https://example.org/{title} {text}'}", (1, 24, "address")),
            ("taking-part: {comment: 'https://example.org/{path}'}", (1, 24, "blank")),
            ("taking-part: {change: '{repository}/{}'}", (1, 23, "blank")),
            ("taking-part: {line: '{repository}/{text}'}", (1, 21, "blank")),
        ],
    )
    def test_what_cannot_be_obeyed_is_told_at_its_place_and_does_not_count(
        self, here: Path, text: str, place: tuple[int, int, str]
    ) -> None:
        found = read(here, text + "\n")
        assert told(found) == [place]
        assert (found.limits, found.lang, found.fail_on, found.severity) == (DEFAULTS, "", None, {})
        assert found.participation == Participation()
        assert found.off <= {"L101"}

    def test_what_the_readme_shows_is_obeyed(self, here: Path) -> None:
        blocks = re.findall(r"^```yaml\n(.*?)^```$", (ROOT / "README.md").read_text("utf-8"), re.M | re.S)
        (block,) = [one for one in blocks if one.startswith("taking-part:")]
        found = read(here, block)
        assert told(found) == []
        assert all(found.participation)

    def test_all_else_in_it_counts(self, here: Path) -> None:
        found = read(here, "lang: es\nlimits: {readability: high, days-to-answer: 15}\nseverty: x\n")
        assert [cause for *_, cause in told(found)] == ["number", "near"]
        assert (found.lang, found.limits) == ("es", DEFAULTS._replace(days_to_answer=15))

    @pytest.mark.parametrize("text", ["ignore: Y101", "severity: {Y102: off}", "severity: {Y401: warning}"])
    def test_nothing_hides_what_could_not_be_read(self, here: Path, text: str) -> None:
        found = read(here, text)
        assert [cause for *_, cause in told(found)] == ["firm"]
        assert (found.off, found.severity) == (frozenset(), {})

    def test_a_family_leaves_such_rules_out(self, here: Path) -> None:
        found = read(here, "ignore: [Y]\n")
        assert told(found) == []
        assert {"Y107", "Y201", "Y301"} <= found.off
        assert found.off.isdisjoint({"Y101", "Y102", "Y401"})

    def test_what_is_odd_in_its_text_is_told_as_in_a_plan(self, here: Path) -> None:
        (here / SETTINGS).write_bytes("# añadido\nlang: es\nlang: en\n".encode("cp1252"))
        found = SettingsOf().plan(here)
        assert {one.code for one in found.findings} == {"Y102", "Y106"}
        assert found.lang == "es"

    @pytest.mark.parametrize(
        ("text", "line"),
        [
            (
                "ignore: [S101\nlang: es\n",
                "The settings cannot be read: .lap.yaml:1:9. ",
            ),
            ("limits:\n\treadability: 3\n", "The settings cannot be read: .lap.yaml:2:1. "),
            ("- S101\n", "“.lap.yaml:1:1” holds no settings."),
            ("lang\n", "“.lap.yaml:1:1” holds no settings."),
        ],
    )
    def test_one_that_cannot_be_read_stops_the_run_with_one_line(self, here: Path, text: str, line: str) -> None:
        (here / SETTINGS).write_text(text, "utf-8")
        for command in ("validate", "lint", "settings"):
            ran = lap(command, ".", "--lang", "en")
            assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
            assert ran.err.startswith("lap: " + line)

    @settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
    @given(st.text() | st.text(alphabet="ignoreltsvy:[]{},\n #L10-").map(lambda text: ALL[:60] + text))
    def test_any_text_is_settings_or_cannot_run(self, here: Path, text: str) -> None:
        (here / SETTINGS).write_bytes(text.encode("utf-8", "surrogatepass"))
        reason = ""
        try:
            assert SettingsOf().plan(here).rules(advice=True)
        except CannotRun as stopped:
            reason = stopped.reason
        assert reason in ("", "bad-settings", "no-settings")


class TestWhereItIsFound:
    def test_the_nearest_wins(self, here: Path) -> None:
        inner = here / "plans" / "north"
        inner.mkdir(parents=True)
        read(here, "lang: es\n")
        assert SettingsOf().plan(inner / "plan-b.yaml").lang == "es"
        (here / "plans" / SETTINGS).write_text("lang: en\n", "utf-8")
        assert SettingsOf().plan(inner / "plan-b.yaml").lang == "en"
        assert SettingsOf().plan(here / "plan-a.yaml").lang == "es"

    def test_the_search_ends_where_git_begins(self, here: Path) -> None:
        read(here, "lang: es\n")
        inner = here / "another"
        (inner / ".git").mkdir(parents=True)
        assert SettingsOf().plan(inner) is UNSET
        (inner / SETTINGS).write_text("lang: en\n", "utf-8")
        assert SettingsOf().plan(inner).lang == "en"

    def test_a_file_of_git_ends_it_too(self, here: Path) -> None:
        read(here, "lang: es\n")
        inner = here / "another"
        inner.mkdir()
        (inner / ".git").write_text("gitdir: elsewhere\n", "utf-8")
        assert SettingsOf().plan(inner) is UNSET

    def test_beside_the_plan_of_a_folder(self, here: Path) -> None:
        folder = here / "plan-b"
        folder.mkdir()
        (folder / "plan.yaml").write_text(PLAN, "utf-8")
        (folder / SETTINGS).write_text("ignore: [Y203]\n", "utf-8")
        assert "Y203" in codes("validate", "plan-a.yaml")
        assert "Y203" not in codes("validate", "plan-b")
        assert "Y203" not in codes("validate", folder / "plan.yaml")

    def test_a_folder_of_that_name_is_none(self, here: Path) -> None:
        (here / SETTINGS).mkdir()
        assert SettingsOf().plan(here) is UNSET

    def test_named_itself_it_stands_for_the_plans_below(self, here: Path) -> None:
        read(here, "severty: x\n")
        report = json.loads(lap("validate", SETTINGS, "--format", "json").out)
        assert [plan["path"] for plan in report["plans"]] == ["plan-a.yaml"]

    def test_it_is_never_taken_for_a_plan(self, here: Path) -> None:
        read(here, "lap: 1\n")
        report = json.loads(lap("validate", ".", "--format", "json").out)
        assert [plan["path"] for plan in report["plans"]] == ["plan-a.yaml"]

    def test_for_standard_input_it_is_looked_for_here_or_beside_the_name_given(self, here: Path) -> None:
        inner = here / "north"
        inner.mkdir()
        (inner / SETTINGS).write_text("lang: es\n", "utf-8")
        assert SettingsOf().plan(Path("north/plan.yaml")).lang == "es"
        assert SettingsOf().plan(Path("no-folder/plan.yaml")) is UNSET


class TestWhatItChanges:
    def test_what_is_ignored_is_not_run(self, here: Path) -> None:
        assert "Y203" in codes("validate")
        for text in ("ignore: [Y203]\n", "severity: {Y203: off}\n", "ignore: Y\n"):
            read(here, text)
            assert "Y203" not in codes("validate")
            assert "Y203" not in codes("lint")

    def test_the_command_line_may_ask_for_it_all_the_same(self, here: Path) -> None:
        read(here, "ignore: [Y203]\n")
        assert codes("validate", "--select", "Y203") == {"Y203": "error"}

    def test_what_the_command_line_ignores_is_ignored_too(self, here: Path) -> None:
        read(here, "ignore: [Y203]\n")
        found = codes("validate", "--ignore", "C")
        assert {code for code in found if code[0] == "C" or code == "Y203"} == set()

    def test_severity_changes_for_rules_and_for_what_is_found_while_reading(self, here: Path) -> None:
        read(here, "severity: {Y203: warning, C114: warning}\n")
        found = codes("validate")
        assert (found["Y203"], found["C114"]) == ("warning", "warning")

    def test_advice_is_left_to_lint(self, here: Path) -> None:
        read(here, "severity: {Y203: advice, C114: advice}\n")
        assert codes("validate").keys().isdisjoint({"Y203", "C114"})
        assert codes("lint")["C114"] == "advice"

    def test_advice_that_was_made_an_error_is_validated(self, here: Path) -> None:
        rule = next(rule for rule in RULES if rule.severity is Severity.ADVICE)
        found = read(here, f"severity: {{{rule.code}: error}}\n")
        assert rule.code in {one.code for one in found.rules(advice=False)}
        assert rule.code not in {one.code for one in UNSET.rules(advice=False)}

    def test_a_stated_severity_is_the_same_for_a_draft(self, here: Path) -> None:
        (here / "plan-a.yaml").write_text(PLAN.replace("adopted\n", "draft\n"), "utf-8")
        assert codes("validate")["C114"] == "warning"
        read(here, "severity: {C114: error}\n")
        assert codes("validate")["C114"] == "error"

    def test_fail_on_unless_the_command_line_says_otherwise(self, here: Path) -> None:
        read(here, "severity: {Y203: warning}\n")
        plan = ("validate", "--select", "Y203")
        assert lap(*plan).status == 0
        read(here, "severity: {Y203: warning}\nfail-on: warning\n")
        assert lap(*plan).status == 1
        assert lap(*plan, "--fail-on", "error").status == 0

    def test_each_plan_has_its_own(self, here: Path) -> None:
        inner = here / "north"
        inner.mkdir()
        (inner / "plan-b.yaml").write_text(PLAN, "utf-8")
        (inner / SETTINGS).write_text("ignore: [Y203]\n", "utf-8")
        report = json.loads(lap("validate", "--select", "Y", "--format", "json").out)
        assert "Y203" in {one["code"] for plan in report["plans"] for one in plan["findings"]}
        report = json.loads(lap("validate", "--format", "json").out)
        by_plan = {plan["path"]: {one["code"] for one in plan["findings"]} for plan in report["plans"]}
        assert ("Y203" in by_plan["plan-a.yaml"], "Y203" in by_plan["north/plan-b.yaml"]) == (True, False)

    def test_the_language_of_a_report(self, here: Path) -> None:
        read(here, "lang: es\n")
        assert "errores" in lap("validate").out
        assert "errors" in lap("validate", LAP_LANG="en").out
        assert "errors" in lap("validate", "--lang", "en").out
        assert "errores" in lap("validate", LANG="en_US.UTF-8").out

    def test_rules_are_given_the_limits(self, here: Path) -> None:
        from lap.cli.run import Asked

        asked = Asked([], [], [], "", "2025-01-15", "", [], [], "", "", False)
        options = asked.options(read(here, "limits: {days-to-answer: 15}\n"))
        assert (options.today, options.limits.days_to_answer) == (datetime.date(2025, 1, 15), 15)

    @pytest.mark.parametrize("format", ["text", "plain", "json"])
    def test_what_is_wrong_with_it_is_told_once_and_fails_the_run(self, here: Path, format: str) -> None:
        (here / "plan-b.yaml").write_text(PLAN, "utf-8")
        read(here, "severty: x\n")
        ran = lap("validate", "--format", format, "--select", "Y401", "--lang", "en")
        assert ran.status == 1
        assert ran.out.count("“severty” is no setting, so it does not count.") == 1

    def test_it_is_shown_with_its_line(self, here: Path) -> None:
        read(here, "# ours\nseverty: x\n")
        out = lap("validate", "--format", "text", "--select", "Y401", "--lang", "en").out
        assert ".lap.yaml:2:1: error Y401  “severty” is no setting" in out
        assert "   2 │ severty: x\n     │ ^^^^^^^  did you mean severity?" in out


class TestInForce:
    def test_defaults(self, here: Path) -> None:
        ran = lap("settings", "plan-a.yaml", "--lang", "en")
        assert (ran.status, ran.out) == (0, f"""\
Settings for “plan-a.yaml”; no .lap.yaml stands there or above, so the defaults count:

  lang                          en     command line, --lang
  fail-on                       error  default
  limits: readability           {DEFAULTS.readability}     default
  limits: activities-at-once    6      default
  limits: days-to-answer        30     default
  limits: months-between-goals  6      default
  thresholds: green             90%    default
  thresholds: amber             70%    default
  taking-part: branch           main   default
""")  # fmt: skip

    def test_from_a_file(self, here: Path) -> None:
        read(here, TODO.partition("participación")[0])
        ran = lap("settings", "plan-a.yaml")
        assert (ran.status, ran.out) == (0, """\
Ajustes para “plan-a.yaml”, según .lap.yaml:

  idioma                         es           .lap.yaml:1
  falla-desde                    advertencia  .lap.yaml:2
  gravedad: T                    sugerencia   .lap.yaml:6
  gravedad: L101                 advertencia  .lap.yaml:5
  gravedad: T101                 error        .lap.yaml:7
  gravedad: Y204                 apagada      .lap.yaml:8
  omitir: S101                   apagada      .lap.yaml:3
  omitir: X                      apagada      .lap.yaml:3
  limites: legibilidad           50           .lap.yaml:10
  limites: actividades-a-la-vez  8            .lap.yaml:11
  limites: dias-para-responder   15           .lap.yaml:12
  limites: meses-entre-metas     3            .lap.yaml:13
  semaforo: verde                95%          .lap.yaml:14
  semaforo: amarillo             60%          .lap.yaml:14
  participacion: rama            main         predeterminado
""")  # fmt: skip

    def test_how_people_take_part_is_shown_as_it_was_written(self, here: Path) -> None:
        read(here, TODO)
        shown = lap("settings", "plan-a.yaml").out
        assert "  participacion: rama            plan/2026" in shown
        assert "  participacion: renglon         {Repositorio}/src/{versión}/{archivo}#L{línea}  " in shown

    def test_json_has_english_keys_and_where_each_comes_from(self, here: Path) -> None:
        read(here, TODO)
        shown = json.loads(lap("settings", "--format", "json", "--fail-on", "advice", LAP_LANG="en").out)
        assert (shown["settings"], shown["version"], shown["path"], shown["file"]) == ("lap", 1, ".", ".lap.yaml")
        values = {tuple(one["key"]): one for one in shown["values"]}
        assert values["lang",] == {"key": ["lang"], "value": "en", "origin": "environment", "by": "LAP_LANG"}
        assert values["fail-on",] == {
            "key": ["fail-on"],
            "value": "advice",
            "origin": "command-line",
            "by": "--fail-on",
        }
        assert values["limits", "readability"] == {
            "key": ["limits", "readability"], "value": 50, "origin": "file", "file": ".lap.yaml", "line": 10, "column": 16,
        }  # fmt: skip

    @pytest.mark.parametrize(
        ("text", "environment", "arguments", "language", "origin"),
        [
            ("lang: es\n", {"LAP_LANG": "en"}, ["--lang", "es"], "es", "command line, --lang"),
            ("lang: es\n", {"LAP_LANG": "en"}, [], "en", "environment, LAP_LANG"),
            ("lang: en\n", {"LANG": "es_MX.UTF-8"}, [], "en", ".lap.yaml:1"),
            ("", {"LC_ALL": "en_US.UTF-8"}, [], "en", "environment, LC_ALL"),
            ("", {"LANG": "C.UTF-8"}, [], "that of the plan", "default"),
        ],
    )
    def test_the_order_of_languages(
        self, here: Path, text: str, environment: dict[str, str], arguments: list[str], language: str, origin: str
    ) -> None:
        read(here, text)
        row = lap("settings", *arguments, **environment).out.split("\n")[2]
        words = {"idioma": "lang", "línea de comandos": "command line"}
        for spanish, english in words.items():
            row = row.replace(spanish, english)
        assert row.split(maxsplit=1) == ["lang", row.split(maxsplit=1)[1]]
        assert " ".join(row.split()) == f"lang {language} {origin}"

    def test_what_is_wrong_is_told_below(self, here: Path) -> None:
        read(here, "limits: {readability: high}\n")
        ran = lap("settings", "--lang", "en")
        assert ran.status == 1
        assert ran.out.endswith(
            "\n.lap.yaml:1:23: error Y401: “readability” takes a number, and “high” is none. "
            f"What to do: write it in digits, such as {DEFAULTS.readability}.\n"
        )

    @pytest.mark.parametrize(
        ("arguments", "line"),
        [
            (["nowhere"], "There is no file or folder “nowhere”."),
            (["--format", "sarif"], "--format does not take “sarif”."),
            (["--fail-on", "off"], "--fail-on does not take “off”."),
            (["--lang", "fr"], "--lang does not take “fr”."),
        ],
    )
    def test_what_cannot_be_obeyed(self, here: Path, arguments: list[str], line: str) -> None:
        ran = lap("settings", *arguments, LAP_LANG="en")
        assert (ran.status, ran.out) == (2, "")
        assert ran.err.startswith("lap: " + line)
