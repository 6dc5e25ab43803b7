"""What happened gets into the log of a plan, and not a byte of anything else changes."""

import difflib
import os
import pty
import select
import signal
import subprocess
import sys
import threading
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from conftest import Ran, bare_environment, lap_process
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lap.edit import append
from lap.editing.tail import after_item
from lap.failure import CannotRun
from lap.load import load
from lap.logbook import keep, read
from lap.record import Note
from lap.source.document import parse
from lap.source.files import read_bytes, read_plan

PLAN = """\
# Our plan
lap: 1
title: 'Wells'   # the title
language: en
jurisdiction: {name: Wells, level: municipality, country: MX}
parties:
  works: {name: Directorate of Works, sector: government}
  union: {name: Union, sector: civil-society}
commitments:
  wells:
    title: Wells
    responsible: {lead: works, implement: works, monitor: union}
    activities:
      dig: {activity: To dig ten wells, start: 2025-01-01, end: 2025-06-30, responsible: works, monitor: union}
      test: {activity: To test ten wells, start: 2025-07-01, end: 2025-12-31, responsible: works, monitor: union}
    indicators:
      depth: {name: Depth, unit: metres, baseline: {value: 0}, target: {value: 90, date: 2025-12-31}}
"""
LOG = """\
progress:   # newest last
  - date: 2025-02-01
    activity: wells/dig
    status: in-progress   # slowly
    evidence: [Minutes of 1 February]
    by: works
"""
DONE = ("activity", "wells/dig", "--status", "done", "--percent", "100", "--evidence", "Minutes", "--by", "works")
ON = ("--date", "2025-06-30")
WRITTEN = ["  - date: 2025-06-30", "    activity: wells/dig", "    status: done", "    percent: 100",
           "    evidence: [Minutes]", "    by: works"]  # fmt: skip


def lap(*words: str, plan: Path, lang: str = "en") -> Ran:
    """`lap record` as a person runs it, away from any terminal."""
    return lap_process("record", *words, "--plan", plan, "--lang", lang)


def added(before: str, after: str) -> list[str]:
    """The lines that are new; nothing may be gone."""
    changes = [line for line in difflib.ndiff(before.splitlines(), after.splitlines()) if line[0] in "+-"]
    assert [line for line in changes if line[0] == "-"] == []
    return [line[2:] for line in changes]


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan-of-wells.yaml"
    path.write_text(PLAN + LOG, encoding="utf-8")
    return path


def test_an_entry_is_added_in_the_words_and_the_manner_of_its_log(plan: Path) -> None:
    ran = lap(*DONE, *ON, plan=plan)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.endswith("line 24.\n")
    assert plan.read_text("utf-8") == PLAN + LOG + "\n".join(WRITTEN) + "\n"


ODD_LOGS = {
    "no newline at the end": LOG.removesuffix("\n"),
    "carriage returns": LOG.replace("\n", "\r\n"),
    "a comment after the last entry": LOG + "  # to be continued\n# the end\n",
    "blank lines after the last entry": LOG + "\n\n",
    "something after the log": LOG + "comments:\n  - {date: 2025-02-02, text: Good}\n",
    "dashes under the key": LOG.replace("\n  ", "\n"),
    "brackets": "progress: [{date: 2025-02-01, activity: wells/dig, status: in-progress, by: works}]\n",
    "an entry in brackets": "progress:\n  - {date: 2025-02-01, activity: wells/dig, status: in-progress, by: works}  # x\n",
    "one entry that stands for a list": "progress:\n  date: 2025-02-01\n  activity: wells/dig\n  by: works\n",
    "nothing after the key": "progress:\ncomments: [{date: 2025-02-02, text: Good}]\n",
    "an empty list": "progress: []\n",
    "no log": "",
    "a note of several lines": LOG + "    note: |\n      One\n      two\n",
    "a note that keeps blank lines": LOG + "    note: |+\n      One\n\n\n",
    "a quoted note over lines": LOG + '    note: "one\n      two"\n',
    "an anchor": LOG + "  - &last {date: 2025-03-01, activity: wells/dig, status: delayed, note: Rain, by: works}\n",
}


@pytest.mark.parametrize("name", ODD_LOGS)
def test_nothing_of_a_log_is_lost_whatever_it_looks_like(plan: Path, name: str) -> None:
    before = (PLAN + ODD_LOGS[name]).encode()
    if name == "carriage returns":
        before = (PLAN.replace("\n", "\r\n") + ODD_LOGS[name]).encode()
    plan.write_bytes(before)
    there = load(read_plan(plan)).plan.progress
    ran = lap(*DONE, *ON, plan=plan)
    assert ran.status == 0, ran.err
    after = plan.read_bytes()
    loaded = load(read_plan(plan))
    assert loaded.findings == []
    assert loaded.plan.progress[:-1] == there
    newest = loaded.plan.progress[-1]
    assert (str(newest.date), newest.activity, newest.status, newest.evidence) == (
        "2025-06-30", "wells/dig", "done", ["Minutes"],
    )  # fmt: skip
    assert comments(before) == comments(after)
    assert (b"\r\n" in after) == (b"\r\n" in before)
    assert b"\n" not in after.replace(b"\r\n", b"") or b"\r\n" not in before
    assert after.endswith((b"\n", b"\r\n")) == before.endswith((b"\n", b"\r\n"))


def comments(raw: bytes) -> list[str]:
    return [one.text for one in parse(raw.decode(), "").comments()]


def test_numbers_and_words_are_written_as_they_were_typed(plan: Path) -> None:
    ran = lap("indicador", "wells/depth", "--value", "1,250.5", "--by", "works", *ON, plan=plan, lang="es")
    assert ran.status == 0, ran.err
    assert added(PLAN + LOG, plan.read_text("utf-8"))[2] == "    value: 1,250.5"
    assert "Registrado en" in ran.out


REFUSED = {
    "an unknown activity": (("activity", "wells/dgi", *DONE[2:], *ON), "wells/dig"),
    "an unknown party": ((*DONE[:-1], "work", *ON), "“work”"),
    "a day in the future": ((*DONE, "--date", "2999-01-01"), "2999-01-01"),
    "a day that does not exist": ((*DONE, "--date", "2025-06-31"), "June"),
    "done without evidence": (("activity", "wells/dig", "--status", "done", "--by", "works", *ON), "--evidence"),
    "a percentage out of range": ((*DONE[:5], "140", *DONE[6:], *ON), "140"),
    "an unknown status": (("activity", "wells/dig", "--status", "dnoe", "--by", "works", *ON), "done"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_right_is_refused_with_its_reason(plan: Path, name: str) -> None:
    words, reason = REFUSED[name]
    ran = lap(*words, plan=plan)
    assert ran.status in (1, 2)
    assert reason in ran.err
    assert plan.read_text("utf-8") == PLAN + LOG


def test_a_draft_is_recorded_all_the_same(plan: Path) -> None:
    ran = lap(*DONE, "--date", "2999-01-01", "--draft", plan=plan)
    assert ran.status == 0
    assert "2999-01-01" in ran.err
    assert "  - date: 2999-01-01" in added(PLAN + LOG, plan.read_text("utf-8"))


def test_an_option_of_another_kind_of_entry_is_refused(plan: Path) -> None:
    ran = lap("comment", "wells", "--text", "Good", "--value", "3", plan=plan)
    assert (ran.status, "--value" in ran.err) == (2, True)


def test_a_read_only_file_stays_as_it_is(plan: Path) -> None:
    plan.chmod(0o444)
    ran = lap(*DONE, *ON, plan=plan)
    assert ran.status == 2
    assert "may not be written" in ran.err
    assert plan.read_text("utf-8") == PLAN + LOG


def test_a_comment_its_reply_and_an_agreement(plan: Path) -> None:
    said = [
        ("comment", "wells", "--text", "When: in May?", "--url", "https://example.org/1", *ON),
        ("reply", "https://example.org/1", "--by", "works", "--text", "In May", *ON),
        ("agreement", "--text", "Wells first", "--method", "vote", "--for", "3", "--dissent", "Roads first", *ON),
    ]
    assert [lap(*words, plan=plan).status for words in said] == [0, 0, 0]
    loaded = load(read_plan(plan)).plan
    assert loaded.comments[0].text == "When: in May?"
    assert loaded.comments[0].replies[0].text == "In May"
    assert loaded.secretariat is not None
    assert loaded.secretariat.agreements[0].dissent == ["Roads first"]
    assert lap("reply", "7", "--by", "works", "--text", "x", plan=plan).status == 2


REASONS = {
    "done without evidence": (("activity", "wells/dig", "--status", "done", "--by", "works"), "needs evidence"),
    "a delay without a reason": (("activity", "wells/dig", "--status", "delayed", "--by", "works"), "Add --note"),
    "a dispute without a reason": (("verdict", "wells/dig", "--verdict", "disputed", "--by", "union"), "Add --note"),
    "not begun though it was to": (("activity", "wells/dig", "--status", "not-started", "--by", "works"), "Add --note"),
    "a value that is no number": (
        ("indicator", "wells/depth", "--value", "deep", "--by", "works"),
        "“deep” is no number",
    ),
    "an entry about nothing": (("activity",), "such as wells/dig"),
    "an entry by nobody": (("commitment", "wells", "--note", "x"), "“lap record commitment” needs --by"),
    "a kind that is none": (("activiti", "wells/dig"), "Did you mean “activity”?"),
    "no kind at all": ((), "It takes down: activity, indicator, commitment, verdict, comment, reply, agreement"),
    "an agreement about something": (("agreement", "wells", "--text", "x"), "about the plan as a whole"),
    "a reply to nothing": (("reply", "1", "--by", "works", "--text", "x"), "no comments to reply to"),
    "a verdict from an option": (("activity", "wells/dig", "--verdict", "confirmed"), "does not take --verdict"),
}


@pytest.mark.parametrize("name", REASONS)
def test_what_is_missing_is_told_where_nobody_can_be_asked(plan: Path, name: str) -> None:
    words, reason = REASONS[name]
    ran = lap(*words, *(ON if words else ()), plan=plan)
    assert (ran.status, ran.out) == (2, "")
    assert reason in ran.err
    assert plan.read_text("utf-8") == PLAN + LOG


@pytest.mark.parametrize("name", list(REASONS)[:5])
def test_a_draft_needs_no_more_than_what_makes_it_an_entry(plan: Path, name: str) -> None:
    ran = lap(*REASONS[name][0], *ON, "--draft", plan=plan)
    assert ran.status == 0, ran.err
    assert len(load(read_plan(plan)).plan.progress) == 2


def test_what_was_not_yet_to_begin_needs_no_reason(plan: Path) -> None:
    ran = lap("activity", "wells/test", "--status", "not-started", "--by", "works", "--date", "2025-06-30", plan=plan)
    assert (ran.status, ran.err) == (0, "")


def test_words_of_either_language_are_written_in_that_of_the_log(plan: Path) -> None:
    words = ("dictamen", "wells/dig", "--verdict", "objetado", "--note", "Dos están secos", "--by", "union")
    assert lap(*words, *ON, plan=plan, lang="es").status == 0
    assert "    verdict: disputed" in added(PLAN + LOG, plan.read_text("utf-8"))


def test_what_is_recorded_on_a_commitment_is_a_word_on_the_whole(plan: Path) -> None:
    assert lap("commitment", "wells", "--note", "It rained", "--by", "works", *ON, plan=plan).status == 0
    newest = load(read_plan(plan)).plan.progress[-1]
    assert (newest.commitment, newest.note) == ("wells", "It rained")


def test_a_comment_is_known_by_its_number_its_address_or_its_day(plan: Path) -> None:
    more = (
        "comments:\n  - {date: 2025-03-01, text: A}\n  - {date: 2025-03-01, text: B}\n  - {date: 2025-04-01, text: C}\n"
    )
    plan.write_text(PLAN + LOG + more, "utf-8")
    answer = ("--by", "works", "--text", "Yes", *ON)
    assert "more than one comment" in lap("reply", "2025-03-01", *answer, plan=plan).err
    assert [lap("reply", name, *answer, plan=plan).status for name in ("2", "2025-04-01")] == [0, 0]
    assert [len(one.replies) for one in load(read_plan(plan)).plan.comments] == [0, 1, 1]


def test_a_rule_that_the_settings_switch_off_refuses_nothing(plan: Path) -> None:
    (plan.parent / ".lap.yaml").write_text("ignore: [K103]\n", "utf-8")
    assert lap(*DONE, "--date", "2999-01-01", plan=plan).status == 0


# While others write


def note(text: str) -> Note:
    return Note(("progress",), {"date": "2025-06-30", "activity": "wells/dig", "note": text, "by": "works"})


def test_what_somebody_else_wrote_meanwhile_is_kept(plan: Path) -> None:
    there = read(plan)
    plan.write_text(
        PLAN.replace("Wells", "Deep wells") + LOG + "  - {date: 2025-03-01, note: Mine, by: works}\n# x\n", "utf-8"
    )
    keep(plan, note("ours"), there)
    after = load(read_plan(plan)).plan
    assert (after.title, [one.note for one in after.progress]) == ("Deep wells", ["", "Mine", "ours"])
    assert plan.read_text("utf-8").endswith("# x\n")


@pytest.mark.parametrize(
    "text", ["", "progress: [\n", PLAN + "progress: &a [*a]\n"], ids=["emptied", "broken", "a loop"]
)
def test_a_file_that_somebody_broke_meanwhile_stays_as_they_left_it(plan: Path, text: str) -> None:
    there = read(plan)
    plan.write_text(text, "utf-8")
    with pytest.raises(CannotRun):
        keep(plan, note("ours"), there)
    assert plan.read_text("utf-8") == text


def test_a_run_that_never_ends_is_not_waited_for_for_ever(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lap.logbook.PATIENCE", 0)
    plan.with_name(".plan-of-wells.yaml.lap-new").touch()
    with pytest.raises(CannotRun, match="save-busy"):
        keep(plan, note("ours"), read(plan))
    assert plan.read_text("utf-8") == PLAN + LOG


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "plan"
    (home / "avances").mkdir(parents=True)
    (home / "plan.yaml").write_text(PLAN, encoding="utf-8")
    first = "- fecha: 2025-02-01\n  actividad: wells/dig\n  estatus: en-proceso\n  reporta: works\n"
    (home / "avances" / "2025-02.yaml").write_text(first, encoding="utf-8")
    return home


def test_in_a_folder_an_entry_goes_to_its_month_in_the_words_of_the_log(folder: Path) -> None:
    assert lap(*DONE, "--date", "2025-02-28", plan=folder).status == 0
    assert lap(*DONE, *ON, plan=folder).status == 0
    assert "  estatus: concluida\n" in (folder / "avances" / "2025-02.yaml").read_text("utf-8")
    new = (folder / "avances" / "2025-06.yaml").read_text("utf-8")
    assert new.splitlines()[:3] == ["- fecha: 2025-06-30", "  actividad: wells/dig", "  estatus: concluida"]
    assert [str(one.date) for one in load(read_plan(folder)).plan.progress] == [
        "2025-02-01",
        "2025-02-28",
        "2025-06-30",
    ]
    assert sorted(path.name for path in (folder / "avances").iterdir()) == ["2025-02.yaml", "2025-06.yaml"]


PLACES = {
    "nowhere yet": ("", "", "progress/2025-06.yaml", "- date: 2025-06-30"),
    "the plan's own file": ("", LOG, "plan.yaml", "  - date: 2025-06-30"),
    "a file of its own": ("progress.yaml", LOG.partition("\n")[2].replace("\n  ", "\n")[2:], "progress.yaml", "- date: 2025-06-30"),
    "a month's file of the other ending": ("progress/2025-06.yml", LOG.partition("\n")[2].replace("\n  ", "\n")[2:],
                                           "progress/2025-06.yml", "- date: 2025-06-30"),
}  # fmt: skip


@pytest.mark.parametrize("name", PLACES)
def test_an_entry_goes_where_the_folder_keeps_its_log(tmp_path: Path, name: str) -> None:
    where, log, goes_to, line = PLACES[name]
    (tmp_path / "plan.yaml").write_text(PLAN + ("" if where else log), "utf-8")
    if where:
        (tmp_path / where).parent.mkdir(exist_ok=True)
        (tmp_path / where).write_text(log, "utf-8")
    assert lap(*DONE, *ON, plan=tmp_path).status == 0
    assert line in (tmp_path / goes_to).read_text("utf-8").splitlines()
    assert len(load(read_plan(tmp_path)).plan.progress) == bool(log) + 1


@pytest.mark.parametrize("place", ["file", "folder"])
def test_several_runs_at_once_lose_nothing(plan: Path, folder: Path, place: str) -> None:
    path, number = (plan, 8) if place == "file" else (folder, 8)
    codes: list[int] = []

    def run(mark: int) -> None:
        words = ("activity", "wells/dig", "--status", "delayed", "--note", f"reason {mark}", "--by", "works", *ON)
        codes.append(lap(*words, plan=path).status)

    runs = [threading.Thread(target=run, args=(mark,)) for mark in range(number)]
    for one in runs:
        one.start()
    for one in runs:
        one.join()
    assert codes == [0] * number
    notes = [one.note for one in load(read_plan(path)).plan.progress if one.note]
    assert sorted(notes) == [f"reason {mark}" for mark in range(number)]
    assert [one.name for one in path.parent.rglob("*lap-new*")] == []


def test_on_a_terminal_it_asks_for_what_is_missing(plan: Path) -> None:
    command = [sys.executable, "-m", "lap", "record", "verdict", "--plan", str(plan), "--lang", "en", *ON]
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, close_fds=True, env=bare_environment()
    ) as run:
        os.close(theirs)
        seen = "".join(answered(ours, ["dig", "confirmed", "union"], run))
        assert run.wait(60) == 0, seen
    assert "Which activity?" in seen
    assert "wells/test" in seen
    newest = load(read_plan(plan)).plan.progress[-1]
    assert (newest.activity, newest.verdict, newest.by) == ("wells/dig", "confirmed", "union")


def conversation(plan: Path, words: Sequence[str], answers: Sequence[str], **environment: str) -> tuple[int, str]:
    """The status of `lap record` on a terminal, and all that it showed there."""
    command = [sys.executable, "-m", "lap", "record", *words, "--plan", str(plan), "--lang", "en", *ON]
    ours, theirs = pty.openpty()
    streams = {"stdin": theirs, "stdout": theirs, "stderr": theirs}
    with subprocess.Popen(command, close_fds=True, env=bare_environment(**environment), **streams) as run:
        os.close(theirs)
        seen = "".join(answered(ours, answers, run))
        return run.wait(60), seen


def test_it_asks_what_is_to_be_taken_down_and_offers_what_there_is_with_its_name(plan: Path) -> None:
    status, seen = conversation(plan, [], ["1", "ten wells", "dig ten", "done", "Act of 30 June", "2"], COLUMNS="60")
    assert status == 0, seen
    for words in (
        "What do you want to take down?",
        "   1  wells/dig  To dig ten wells",
        "part of the name that fits only one",
    ):
        assert words in seen
    assert seen.index("1  works  Directorate of Works") < seen.index("2  union  Union")
    assert all(len(line) <= 60 for line in seen.splitlines() if line.startswith("   "))
    newest = load(read_plan(plan)).plan.progress[-1]
    assert (newest.activity, newest.evidence, newest.by) == ("wells/dig", ["Act of 30 June"], "union")


def test_those_whose_task_it_is_are_offered_first(plan: Path) -> None:
    _, seen = conversation(plan, ["verdict", "wells/dig", "--verdict", "confirmed"], ["1"])
    assert "   1  union  Union" in seen
    assert load(read_plan(plan)).plan.progress[-1].by == "union"


@pytest.mark.parametrize("sign", ["end of input", "interrupt"])
def test_who_breaks_off_has_recorded_nothing(plan: Path, sign: str) -> None:
    status, seen = conversation(plan, ["activity"], ["1", sign])
    assert (status, "Nothing was recorded." in seen) == (130, True)
    assert plan.read_text("utf-8") == PLAN + LOG


END, INTERRUPT = "end of input", "interrupt"


def answered(terminal: int, answers: Sequence[str], run: subprocess.Popen[bytes]) -> Iterator[str]:
    """What a terminal shows while its questions are answered one by one; a run that asks for more is ended."""
    waiting = list(answers)
    while select.select([terminal], [], [], 60)[0]:
        try:
            text = os.read(terminal, 4096).decode()
        except OSError:  # the other end is closed
            return
        if not text:
            return
        yield text
        if text.endswith("? "):
            answer = waiting.pop(0) if waiting else END
            if answer == INTERRUPT:
                run.send_signal(signal.SIGINT)
            else:
                os.write(terminal, b"\x04" if answer == END else answer.encode() + b"\n")
    run.kill()


SENTENCES = (
    st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1).map(str.strip).filter(bool)
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(SENTENCES, min_size=1, max_size=4))
def test_whatever_is_noted_is_read_back_and_all_before_stays(notes: list[str]) -> None:
    text = PLAN + LOG + "# end\n"
    for number, note in enumerate(notes, 1):
        before = text
        source = read_bytes(text.encode(), "plan.yaml")
        text = append(source, ("progress",), {"date": "2025-03-01", "note": note, "by": "works"}).text
        document = parse(text, "")
        assert isinstance(document.data, dict)
        assert [str(one["note"]) for one in document.data["progress"][1:]] == [
            unicodedata.normalize("NFC", one) for one in notes[:number]
        ]
        assert added(before, text)


def test_a_long_log_is_not_read_again_as_a_whole() -> None:
    document = parse(PLAN + LOG, "")
    assert isinstance(document.data, dict)
    span = document.data["progress"][0].span
    assert after_item(document, span, {"date": "2025-03-01"}) == PLAN + LOG + "  - date: 2025-03-01\n"
