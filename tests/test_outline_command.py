"""`lap outline`: what is printed and what is told, and that nothing which was written before is lost."""

from pathlib import Path

import pytest
from conftest import ROOT, lap, lap_process

from lap.cli.outlining import KEPT, MOST_TOLD
from lap.source.hygiene import MAX_BYTES

NOTES = {
    "en": "Problem: Buses come late\nEffects\n- Nurses give up\nCauses\n- Two drivers are on leave (necessary)\n",
    "es": "Problema: Los camiones no pasan\nEfectos\n- Enfermeras renuncian\nCausas\n- Dos choferes están de licencia (necesaria)\n",
}
BLOCKS = {
    "en": """\
problems:
  buses-come-late:
    statement: Buses come late
    effects:
      nurses-give-up: Nurses give up
    causes:
      drivers-leave:
        text: Two drivers are on leave
        kind: necessary
""",
    "es": """\
problemas:
  camiones-no-pasan:
    enunciado: Los camiones no pasan
    efectos:
      enfermeras-renuncian: Enfermeras renuncian
    causas:
      choferes-estan-licencia:
        texto: Dos choferes están de licencia
        tipo: necesaria
""",
}
DONE = {
    "en": "lap: 1 problem, 1 effect, 1 cause; every line has its place.\n",
    "es": "lap: 1 problema, 1 efecto, 1 causa; cada renglón tiene su lugar.\n",
}
ODD = """\
Workshop

Problem: X
Population: a
Population: b
Causes (why?)
- a
  - Effects
    - b
- End: c

Said by table 2

- d
Notes:
- e
"""


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    path = tmp_path / "notes.txt"
    path.write_text(NOTES["en"], encoding="utf-8")
    return path


@pytest.mark.parametrize("language", ["en", "es"])
def test_block_goes_to_standard_output_and_the_count_to_standard_error(tmp_path: Path, language: str) -> None:
    path = tmp_path / "notes.txt"
    path.write_text(NOTES[language], encoding="utf-8")
    assert lap("outline", path) == (0, BLOCKS[language], DONE[language])


def test_notes_may_come_from_standard_input() -> None:
    assert lap_process("outline", "-", stdin=NOTES["es"].encode()) == (0, BLOCKS["es"], DONE["es"])


def test_language_asked_for_is_that_of_the_keys_and_of_what_is_told(notes: Path) -> None:
    ran = lap("outline", notes, "--lang", "es")
    assert ran.out.startswith("problemas:\n  buses-come-late:\n    enunciado: Buses come late\n")
    assert "tipo: necesaria" in ran.out
    assert ran.err == DONE["es"]


def test_environment_says_how_to_speak_and_the_headings_how_to_write(notes: Path) -> None:
    assert lap("outline", notes, LAP_LANG="es") == (0, BLOCKS["en"], DONE["es"])


@pytest.mark.parametrize("raw", [NOTES["es"].encode("utf-8-sig"), NOTES["es"].replace("\n", "\r\n").encode()])
def test_byte_order_mark_and_windows_line_endings_are_no_matter(raw: bytes) -> None:
    assert lap_process("outline", "-", stdin=raw) == (0, BLOCKS["es"], DONE["es"])


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16"])
def test_other_encodings_are_read_and_it_is_told_how_to_save(encoding: str) -> None:
    ran = lap_process("outline", "-", stdin=NOTES["es"].encode(encoding))
    assert (ran.status, ran.out) == (0, BLOCKS["es"])
    first, *others = ran.err.splitlines()
    assert first.startswith("lap: -: El archivo ")
    assert first.endswith("guárdelo de nuevo en UTF-8: en el Bloc de notas, Guardar como, Codificación, UTF-8.")
    assert others == DONE["es"].splitlines()


def test_each_line_without_a_place_is_told_with_its_number_and_what_to_do() -> None:
    ran = lap_process("outline", "-", "--lang", "en", stdin=ODD.encode())
    assert (
        ran.err
        == """\
lap: -:1: “Workshop” stands above the problem. If it is the problem, write “Problem:” before it.
lap: -:5: “Population: b” is one line more than “population” has room for. Write all of it on one line.
lap: -:6: “Causes (why?)” is read as “causes”; its own words stay as a comment.
lap: -:8-9: “Effects” stands inside the list of “causes”. Write it as far to the left as the heading of that list.
lap: -:10: “End: c” has nothing above it that it could be the “end” of. A means stands below its cause, an end below its effect.
lap: -:12: “Said by table 2” has no mark, while the lines above it have one. If it belongs to “causes”, write - before it.
lap: -:15-16: “Notes:” is no heading that tells effects or causes. If what follows belongs to them, write Effects or Causes on a line above it.
lap: 1 problem, 0 effects, 2 causes; kept as comments: 9 lines.
"""
    )


def test_all_that_is_told_is_told_in_spanish() -> None:
    deep = "".join(f"{' ' * level}- {level}\n" for level in range(1, 40))
    text = f"{ODD}Problem: Y\nZ\nEffects\n{deep}"
    ran = lap_process("outline", "-", "--lang", "es", stdin=text.encode())
    assert len(ran.err.splitlines()) == len(KEPT) + 1
    assert "28" in ran.err
    assert [word for word in ("is", "the", "line", "above") if f" {word} " in ran.err] == []


def test_problem_that_is_not_stated_is_told() -> None:
    ran = lap_process("outline", "-", stdin=b"\nEffects\n- a\nCauses\n- b\n")
    assert ran.out.startswith("problems:\n  problem:\n    statement:\n    effects:\n")
    assert ran.err.splitlines()[0] == (
        "lap: -:2: No problem is stated for what begins here. Write “Problem:” and the problem above it."
    )


def test_very_many_lines_without_a_place_are_told_together() -> None:
    text = "Problem: X\nPopulation: a\n" + "Causes\n- a\nPopulation: b\n" * 50
    ran = lap_process("outline", "-", stdin=text.encode())
    told = ran.err.splitlines()
    assert len(told) == MOST_TOLD + 2
    assert told[-2] == "lap: The same goes for 30 lines more; look for # in the block."
    assert ran.out.count("# Population: b") == 50


def test_output_is_a_new_file(notes: Path, tmp_path: Path) -> None:
    there = tmp_path / "block.yaml"
    assert lap("outline", notes, "--output", there) == (0, "", DONE["en"])
    assert there.read_text("utf-8") == BLOCKS["en"]


@pytest.mark.parametrize("name", ["notes.txt", "plan.yaml", "empty"])
def test_nothing_that_is_there_already_is_replaced(notes: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "plan.yaml").write_text("lap: 1\n", encoding="utf-8")
    (tmp_path / "empty").touch()
    before = (tmp_path / name).read_bytes()
    ran = lap("outline", notes, "--output", tmp_path / name, "--lang", "en")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.endswith("is there already, and was left as it is. Write a new name after --output.\n")
    assert (tmp_path / name).read_bytes() == before


def test_output_into_a_folder_that_is_missing_is_refused(notes: Path, tmp_path: Path) -> None:
    ran = lap("outline", notes, "--output", tmp_path / "none" / "block.yaml")
    assert (ran.status, ran.out) == (2, "")
    assert "cannot be written" in ran.err


@pytest.mark.parametrize("language", ["en", "es"])
def test_new_plan_is_a_draft_without_errors_that_can_be_drawn(tmp_path: Path, language: str) -> None:
    path, plan = tmp_path / "notes.txt", tmp_path / "draft.yaml"
    path.write_text(NOTES[language], encoding="utf-8")
    assert lap("outline", path, "--new-plan", "--output", plan).status == 0
    assert plan.read_text("utf-8").endswith(f"\n\n{BLOCKS[language]}")
    checked = lap("validate", plan, "--lang", "en", "--as-of", "2026-01-01")
    assert checked.status == 0
    assert "0 errors" in checked.out
    drawn = lap("tree", plan, "--both")
    assert drawn.err == ""
    assert drawn.status == 0


def test_file_of_a_plan_s_problems_holds_them_without_the_key(notes: Path, tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text("lap: 1\nstatus: draft\n", encoding="utf-8")
    assert lap("outline", notes, "--output", tmp_path / "problems.yaml").status == 0
    assert (
        (tmp_path / "problems.yaml").read_text("utf-8").startswith("buses-come-late:\n  statement: Buses come late\n")
    )
    assert "0 errors" in lap("validate", tmp_path, "--lang", "en").out


REFUSED = {
    "is empty": (b"", "holds nothing that was noted"),
    "has only signs": (b"\n---\n *\n#\n", "holds nothing that was noted"),
    "is a document": (b"PK\x03\x04 and so on", "is no plain text"),
    "is a PDF": (b"%PDF-1.7", "is no plain text"),
    "is anything": (bytes(range(256)), "is no plain text"),
    "is a plan": (b"lap: 1\ntitle: X\n", "is a plan, and no notes for one"),
    "is very large": (b"a\n" * MAX_BYTES, "holds more than 5 MiB"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_notes_is_refused_in_one_sentence(tmp_path: Path, name: str) -> None:
    raw, reason = REFUSED[name]
    path = tmp_path / "notes"
    path.write_bytes(raw)
    ran = lap("outline", path, "--lang", "en")
    assert (ran.status, ran.out) == (2, "")
    assert reason in ran.err
    assert ran.err.count("\n") == 1


def test_file_that_is_not_there_and_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "none.txt", tmp_path):
        ran = lap("outline", path)
        assert (ran.status, ran.out) == (2, "")
        assert ran.err.startswith("lap: ")


@pytest.mark.parametrize("name", ["notes.txt", "notas.txt"])
def test_notes_to_start_from_lose_nothing(name: str) -> None:
    ran = lap("outline", ROOT / "templates" / "workshop" / name, "--lang", "en")
    assert ran.status == 0
    assert ran.err.endswith("lap: 1 problem, 2 effects, 4 causes; kept as comments: 3 lines.\n")
