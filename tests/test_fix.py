"""What `--fix` mends, what it leaves alone, and that a mended plan differs in that and in nothing else."""

import datetime
import os
import random
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import bare_environment
from generated_plans import Author
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lap.editing.saving import Changed, save
from lap.editing.sheet import Sheet
from lap.failure import CannotRun
from lap.lint import Options
from lap.mending import Mended, mend_bytes, mend_plan
from lap.rules import BY_CODE, RULES
from lap.slips import slips, within
from lap.source.document import parse
from lap.source.nodes import Mapping

OPTIONS = Options(datetime.date(2025, 1, 15))
MENDED = frozenset(BY_CODE) - {"L101", "L102"}


def mend(text: str, *named: str) -> Mended:
    return mend_bytes(text.encode(), "plan.yaml", OPTIONS, RULES, MENDED | set(named))


def mended(text: str, *named: str) -> str:
    """The text after mending; what is mended only by name is named."""
    files = mend(text, *named).files
    return files[0].after.decode() if files else text


def reasons(text: str) -> list[str]:
    return [reason.reason for _, reason in mend(text).refused]


# keys and words


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("titel: P", "title: P"),
        ("'titel' : P  # t", "'title' : P  # t"),
        ("titulo: P\nidoma: es", "titulo: P\nidioma: es"),
        ("title: P\nstatus: adpoted # s", "title: P\nstatus: adopted # s"),
        ("titulo: P\nestatus: 'borador'", "titulo: P\nestatus: 'borrador'"),
        (
            "title: P\nparties: {a: {name: A, sector: goverment}}",
            "title: P\nparties: {a: {name: A, sector: government}}",
        ),
    ],
)
def test_a_slip_of_the_pen_is_mended(before: str, after: str) -> None:
    assert mended(f"lap: 1\n{before}\n") == f"lap: 1\n{after}\n"


@pytest.mark.parametrize(
    "text",
    [
        "title: P\ntitel: Q",  # the key that was meant stands there already
        "titulo: P\nperiodo: {inicio: 2025-01-01}\nperiod: {}",
        "title: P\ncommitments: {c: {stages: {s: {activities: {a: {date: 2025-01-01}}}}}}",  # nearest is `stage`, and far
        "title: P\nco-creation: [{stage: call, rule: opn}]\nparties: {a: {name: A, sector: gov}}",
        "title: P\nsecretariat: {meets: bmonthly}",  # monthly or bimonthly
        "title: P\nlanguage: ess",
    ],
)
def test_what_may_mean_something_else_is_left_alone(text: str) -> None:
    before = f"lap: 1\n{text}\n".replace("rule: opn", "rule: xopenx")
    assert mended(before) == before


def test_slips_are_counted() -> None:
    assert [slips(*pair, 3) for pair in (("adpoted", "adopted"), ("titel", "title"), ("a", "abc"), ("", "abcd"))] == [
        1,
        1,
        2,
        4,
    ]
    assert within("objetive", ["objective", "objetivo", "target"]) == ["objective", "objetivo"]
    assert within("yse", ["yes"]) == []


# dates


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("31/12/2026", "2026-12-31"),
        ('"31-12-2026"', '"2026-12-31"'),
        ("31 de diciembre de 2026", "2026-12-31"),
        ("December 31, 2026", "2026-12-31"),
        ("2026/12/31", "2026-12-31"),
        ("diciembre 2026", "2026-12"),
    ],
)
def test_a_date_with_one_reading_is_rewritten(written: str, meant: str) -> None:
    assert mended(f"lap: 1\nadopted: {written}   # d\n") == f"lap: 1\nadopted: {meant}   # d\n"


@pytest.mark.parametrize("written", ["3/4/2026", "2026-11-31", "31/11/2026", "fall 2026", "31/12/26"])
def test_other_dates_are_left_alone(written: str) -> None:
    text = f"lap: 1\nadopted: {written}\n"
    assert mended(text) == text


def test_a_date_that_is_a_key_is_rewritten() -> None:
    text = "lap: 1\ncommitments: {c: {indicators: {i: {milestones: {31/12/2025: 5, 2026-06-30: 7}}}}}\n"
    assert mended(text) == text.replace("31/12/2025", "2025-12-31")
    twice = text.replace("2026-06-30", "2025-12-31")
    assert mended(twice) == twice
    assert reasons(twice) == ["edit-stands-there"]


# characters


def test_characters_that_look_like_others_are_written_as_they_are_read() -> None:
    text = (
        "lap: 1\n\u00a0# note\u00a0here\ntitle:\u00a0\u00a0“Plan: Agua”   # a “remark”\nsummary: Uno\u2028dos\n"
        "contact: nin\u0303o # acento\u0301\nparties: {st\u200bps: “S”}\nsecretariat: {members: [st\u200bps]}\n"
    )
    assert mended(text) == (
        'lap: 1\n # note\u00a0here\ntitle:  "Plan: Agua"   # a “remark”\nsummary: Uno dos\n'
        'contact: niño # acentó\nparties: {stps: "S"}\nsecretariat: {members: [stps]}\n'
    )


def test_typographic_quotes_within_a_sentence_stay() -> None:
    text = "lap: 1\ntitle: Dijo, “no hay”\nsummary: |\n  Dijo: “no hay”\n"
    assert mended(text) == text


def test_accents_that_no_letter_has_stay() -> None:
    text = "lap: 1\ntitle: n\u0303a\u0331hn\u0303u\n"
    assert mended(text) == "lap: 1\ntitle: ña\u0331hñu\n"


# ids


PLAN = """\
lap: 1
title: Plan
parties:
  Obras_Públicas:   # works
    name: Obras
    people: {Rosa Luna: {name: Rosa}}
  unión: Unión
signed: {by: ["Obras_Públicas", unión]}
problems:
  Comercio: {statement: S, causes: {Sin Registro: {text: T, leads-to: [Otra]}, Otra: U}}
commitments:
  registro:
    title: Obras_Públicas
    problem: Comercio
    addresses:
      - Sin Registro  # cause
    responsible: {lead: Obras_Públicas, implement: [Obras_Públicas/Rosa Luna], monitor: unión}
    stages:
      e1:
        activities:
          Contar: {activity: A, responsible: Obras_Públicas/Rosa Luna}
          pesar: {activity: B, after: Contar}
progress:
  - {date: 2025-01-01, activity: registro/Contar, note: Contar}
x-note: Obras_Públicas
"""


def test_an_id_is_folded_with_everything_that_refers_to_it() -> None:
    assert mended(PLAN) == (
        PLAN.replace("  Obras_Públicas:", "  obras-publicas:")
        .replace("Rosa Luna: {", "rosa-luna: {").replace("  unión:", "  union:")
        .replace('["Obras_Públicas", unión]', '["obras-publicas", union]')
        .replace("  Comercio:", "  comercio:").replace("problem: Comercio", "problem: comercio")
        .replace("Sin Registro", "sin-registro").replace("Otra", "otra")
        .replace("lead: Obras_Públicas", "lead: obras-publicas").replace("monitor: unión", "monitor: union")
        .replace("Obras_Públicas/Rosa Luna", "obras-publicas/rosa-luna")
        .replace("Contar: {", "contar: {").replace("after: Contar", "after: contar")
        .replace("registro/Contar", "registro/contar")
    )  # fmt: skip
    assert "Y206" not in {finding.code for finding in mend(PLAN).checked.findings}


@pytest.mark.parametrize(
    "parties",
    [
        "{Obras: A, obras: B}",
        "{Obras: A, OBRAS: B}",
        "{søren: A}",  # ø has no plain letter under it
        "{'№': A}",
        "{'???': A}",
    ],
)
def test_an_id_that_cannot_be_folded_for_certain_stays(parties: str) -> None:
    text = f"lap: 1\nparties: {parties}\nsigned: {{by: [Obras]}}\n"
    assert mended(text) == text


def test_an_activity_does_not_take_the_id_of_one_in_another_stage() -> None:
    text = "lap: 1\ncommitments: {c: {stages: {s: {activities: {Contar: A}}, t: {activities: {contar: B}}}}}\n"
    assert mended(text) == text


@pytest.mark.parametrize(
    "more",
    [
        "signed: {by: [Obras], by: [Obras]}",  # a key that stands twice
        "commitments: {c: {responsible: [{lead: Obras}, x]}}",  # what is no group may hold references
        "progress: {a: {by: Obras}}",
    ],
)
def test_ids_stay_where_references_may_hide_in_what_cannot_be_read(more: str) -> None:
    text = f"lap: 1\nparties: {{Obras: A}}\n{more}\n"
    assert mended(text) == text
    assert reasons(text) == ["fix-ids"]


def test_what_one_fix_lets_us_read_is_mended_too() -> None:
    text = "lap: 1\nparties: {Obras: A}\ncommitments: {c: {responsables: {}, responsble: {lead: Obras}}}\n"
    assert mended(text) == text
    text = text.replace("responsables: {}, ", "")
    assert mended(text) == text.replace("Obras", "obras").replace("responsble", "responsible")


def test_a_reference_that_would_lead_nowhere_keeps_its_id_from_being_renamed() -> None:
    text = (
        "lap: 1\nparties: {Obras: A, Unión: B}\nsecretariat: {members: &m [Obras, Unión]}\nsigned: {by: *m}\nx-m: *m\n"
    )
    assert mended(text) == text
    assert set(reasons(text)) == {"edit-elsewhere"}


# lengths, by name


LENGTHS = """\
lap: 1
commitments:
  c:
    phases: {internal: {days: 10}}  # phase
    stages:
      s:
        phase: internal
        days: "10"
        activities:
          a: {activity: A, start: 1/13/2025, end: 2025-01-31, days: 30}   # a
"""


def test_stated_lengths_are_mended_only_by_name() -> None:
    text = LENGTHS.replace("1/13/2025", "2025-01-01")
    assert mended(text) == text
    assert mended(text, "L101") == text.replace("days: 30", "days: 31")
    assert mended(text, "L102") == text.replace("days: 10", "days: 31").replace('"10"', '"31"')


def test_a_date_that_was_mended_counts_for_the_lengths() -> None:
    assert mended(LENGTHS, "L101").count("start: 2025-01-13, end: 2025-01-31, days: 19") == 1


# what is refused, and what stays as it is


def test_a_file_that_cannot_be_read_everywhere_is_left_alone_and_says_so_once() -> None:
    text = 'lap: 1\ntitel: P\nstatus: adpoted\nsummary: "open\nadopted: 31/12/2026\n'
    assert mended(text) == text
    assert reasons(text) == ["edit-unread"]


def test_one_refused_fix_does_not_keep_the_others_back() -> None:
    text = "lap: 1\nstatus: &s adpoted\nadopted: 31/12/2026\nsummary: *s\n"
    assert mended(text) == text.replace("31/12/2026", "2026-12-31")
    assert reasons(text) == ["edit-elsewhere"]


def test_a_waived_finding_is_not_mended() -> None:
    text = LENGTHS.replace("1/13/2025", "2025-01-01").replace("# a", "# lap: ignore L101 because the source says so")
    assert mended(text, "L101") == text


def test_line_endings_the_mark_of_byte_order_and_a_missing_last_break_stay() -> None:
    raw = b"\xef\xbb\xbflap: 1\r\ntitel: P # t\r\n\r\nstatus: adpoted"
    files = mend_bytes(raw, "plan.yaml", OPTIONS, RULES, MENDED).files
    assert files[0].after == b"\xef\xbb\xbflap: 1\r\ntitle: P # t\r\n\r\nstatus: adopted"


def test_a_file_in_another_encoding_is_left_alone() -> None:
    for encoding in ("utf-16", "cp1252"):
        assert mend_bytes("lap: 1\ntitel: Ñ\n".encode(encoding), "p", OPTIONS, RULES, MENDED).files == []


LAW = settings(
    deadline=None, derandomize=True, database=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow]
)


@LAW
@given(st.integers(0, 1 << 32))
def test_a_slip_put_into_a_plan_and_mended_leaves_no_trace(seed: int) -> None:
    die = random.Random(seed)
    text = Author(die).text
    broken = with_slips(text, die)
    assert mended(broken) in (text, broken)
    assert mended(text) == text


def with_slips(text: str, die: random.Random) -> str:
    """The text with two letters of a key swapped, or the figures of a date."""
    sheet = Sheet(parse(text, "plan.yaml"))
    places = [
        (sheet.start(spot.parent.places[str(spot.key)]), str(spot.key))
        for spot in sheet.keys.values()
        if isinstance(spot.parent, Mapping) and len(str(spot.key)) > 6 and str(spot.key).isalpha()
    ]
    places += [
        (sheet.start(spot.value.span), "2025-06-30") for spot in sheet.values.values() if spot.value == "2025-06-30"
    ]
    start, word = die.choice(places)
    start = text.index(word, start)
    at = die.randrange(1, len(word) - 2)
    slip = word[:at] + word[at + 1] + word[at] + word[at + 2 :] if word.isalpha() else "30/06/2025"
    return text[:start] + slip + text[start + len(word) :]


# on disk


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "commitments").mkdir()
    (tmp_path / "plan.yaml").write_bytes(b"lap: 1\ntitle: P\nparties: {Obras: O}\n")
    (tmp_path / "commitments" / "c.yaml").write_bytes(b"titel: C\r\nresponsible: {lead: Obras}\r\n")
    return tmp_path


def changes(folder: Path) -> list[Changed]:
    return mend_plan(folder, OPTIONS, RULES, MENDED).files


def kept(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def refused(folder: Path, files: list[Changed]) -> str:
    """Why files are not saved; all of the folder must be as it was."""
    before = kept(folder)
    with pytest.raises(CannotRun) as caught:
        save(files, folder)
    assert kept(folder) == before
    return caught.value.reason


def test_all_files_of_a_plan_are_mended_together(folder: Path) -> None:
    save(changes(folder), folder)
    assert kept(folder) == {
        "plan.yaml": b"lap: 1\ntitle: P\nparties: {obras: O}\n",
        "c.yaml": b"title: C\r\nresponsible: {lead: obras}\r\n",
    }
    assert changes(folder) == []


def test_permissions_stay(folder: Path) -> None:
    path = folder / "plan.yaml"
    path.chmod(0o640)
    save(changes(folder), folder)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_file_that_changed_since_it_was_read_is_not_written_over(folder: Path) -> None:
    files = changes(folder)
    with open(folder / "commitments" / "c.yaml", "ab") as stream:
        stream.write(b"where: here\r\n")
    assert refused(folder, files) == "save-changed"
    (folder / "commitments" / "c.yaml").unlink()
    assert refused(folder, files) == "save-changed"


def test_a_read_only_file_is_not_written(folder: Path) -> None:
    (folder / "plan.yaml").chmod(0o444)
    assert refused(folder, changes(folder)) == "save-read-only"


def test_a_link_out_of_the_plan_is_not_followed(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside") / "real.yaml"
    outside.write_text("lap: 1\ntitel: P\n")
    link = folder / "other.yaml"
    link.symlink_to(outside)
    assert refused(folder, mend_plan(link, OPTIONS, RULES, MENDED).files) == "save-outside"
    assert (link.is_symlink(), outside.read_text()) == (True, "lap: 1\ntitel: P\n")


def test_a_link_within_the_plan_is_followed_and_stays(folder: Path) -> None:
    link, real = folder / "commitments" / "c.yaml", folder / "old.txt"
    link.rename(real)
    link.symlink_to(Path("..") / "old.txt")
    save(changes(folder), folder)
    assert link.is_symlink()
    assert real.read_bytes() == b"title: C\r\nresponsible: {lead: obras}\r\n"


def test_a_file_that_another_run_is_writing_is_left_to_it(folder: Path) -> None:
    files = changes(folder)
    (folder / "commitments" / ".c.yaml.lap-new").touch()
    assert refused(folder, files) == "save-busy"


def test_two_processes_on_one_file_lose_nothing(tmp_path: Path) -> None:
    """Each of several runs mends something of its own; whoever says that it did, did."""
    path = tmp_path / "plan.yaml"
    slips_and_rules = {
        "Y201": ("titel: P", "title: P"),
        "Y203": ("adopted: 31/12/2026", "adopted: 2026-12-31"),
        "Y204": ("status: adpoted", "status: adopted"),
    }
    for _ in range(4):
        path.write_text("lap: 1\n" + "".join(f"{slip}\n" for slip, _ in slips_and_rules.values()))
        runs = {code: start_fix(path, code) for code in slips_and_rules}
        states = {code: run.wait() for code, run in runs.items()}
        after = path.read_text()
        assert set(states.values()) <= {0, 1, 2}
        assert any(state != 2 for state in states.values())
        for code, (slip, meant) in slips_and_rules.items():
            assert (meant if states[code] != 2 else slip) in after.splitlines()
        assert os.listdir(tmp_path) == ["plan.yaml"]


def start_fix(path: Path, code: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "lap", "lint", "--fix", "--select", code, str(path)],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=bare_environment(),
    )  # fmt: skip
