"""One file or one folder is the same plan, every message names the file where the words stand, and nothing else is read."""

import datetime
import os
from pathlib import Path
from typing import Any

import pytest

from lap.checking import check_path
from lap.failure import CannotRun
from lap.findings import Finding
from lap.lint import Options
from lap.load import load
from lap.source import files
from lap.source.discovery import find_plans
from lap.source.files import Source, read_plan
from lap.source.hygiene import MAX_BYTES
from lap.source.nodes import Mapping, Sequence, Text

TODAY = Options(datetime.date(2025, 1, 15))
PARTIES = "stps: {name: Ministry of Labour, sector: government}\nitei: Institute of Transparency\n"
PROBLEM = "statement: 78% work without a contract\npopulation: farm workers\ncauses: {no-office: There is no office}\n"
COMMITMENT = "title: Registry\nproblem: farm-work\nresponsible: {lead: stps}\n"
PROGRESS = (
    "- {date: 2017-01-01, commitment: registry, note: One}\n",
    "- {date: 2017-02-01, note: Two}\n- {date: 2017-03-01}\n",
)


def indented(text: str) -> str:
    return "".join(f"  {line}\n" for line in text.splitlines())


WHOLE = (
    f"lap: 1\ntitle: Plan\nparties:\n{indented(PARTIES)}problems:\n  farm-work:\n{indented(indented(PROBLEM))}"
    f"commitments:\n  registry:\n{indented(indented(COMMITMENT))}progress:\n{indented(''.join(PROGRESS))}"
)

LAYOUTS: dict[str, dict[str, str]] = {
    "a file for each collection": {
        "plan.yaml": "lap: 1\ntitle: Plan\n",
        "parties.yaml": PARTIES,
        "problems.yaml": f"farm-work:\n{indented(PROBLEM)}",
        "commitments.yml": f"registry:\n{indented(COMMITMENT)}",
        "progress.yaml": "".join(PROGRESS),
    },
    "a folder for each collection": {
        "plan.yaml": "lap: 1\ntitle: Plan\n",
        "parties/stps.yaml": "name: Ministry of Labour\nsector: government\n",
        "parties/itei.yml": "Institute of Transparency\n",
        "problems/farm-work.yaml": PROBLEM,
        "commitments/registry.yaml": COMMITMENT,
        "progress/2017-01.yaml": PROGRESS[0],
        "progress/2017-02.yaml": PROGRESS[1],
    },
    "Spanish names": {
        "plan.yaml": "lap: 1\ntitle: Plan\n",
        "Actores.yaml": PARTIES,
        "problemas/farm-work.yaml": PROBLEM,
        "COMPROMISOS/registry.yaml": COMMITMENT,
        "avances/b.yaml": PROGRESS[1],
        "avances/a.yaml": PROGRESS[0],
    },
    "some of it in plan.yaml": {
        "plan.yaml": f"lap: 1\ntitle: Plan\nparties:\n  stps: {{name: Ministry of Labour, sector: government}}\n"
        f"progress:\n{PROGRESS[0]}problems:\n  farm-work:\n{indented(indented(PROBLEM))}",
        "parties/itei.yaml": "name: Institute of Transparency\n",
        "commitments.yaml": f"registry:\n{indented(COMMITMENT)}",
        "progress/later.yaml": PROGRESS[1],
    },
    "much else beside it": {
        "plan.yaml": "lap: 1\ntitle: Plan\n",
        "parties.yaml": PARTIES,
        "problems/farm-work.yaml": PROBLEM,
        "problems/notes.txt": "no: [YAML",
        "problems/.hidden.yaml": "no: [YAML",
        "problems/old/other.yaml": "statement: Old\n",
        "commitments.yaml": f"registry:\n{indented(COMMITMENT)}",
        "commitments.yaml.orig": "no: [YAML",
        "progress.yaml": "".join(PROGRESS),
        "metrics.yaml": "- {year: 2017}\n",
        "notes.yaml": "no: [YAML",
        ".comments.yaml": "no: [YAML",
        "data/parties.yaml": "other: Other\n",
        "README.md": "# Plan",
    },
}


def written(folder: Path, texts: dict[str, str]) -> Path:
    """A folder with these files."""
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def plain(data: Any) -> Any:
    """Data without places; the order of keys does not matter."""
    if isinstance(data, Mapping):
        return {key: plain(value) for key, value in data.items()}
    return [plain(value) for value in data] if isinstance(data, Sequence) else data if data is None else str(data)


def told(findings: list[Finding], home: Path) -> list[tuple[str, str, str]]:
    """Code and cause, file and place of each finding of family Y."""
    return [
        (f"{f.code} {f.cause}".strip(), os.path.relpath(f.span.file, home), f"{f.span.line}:{f.span.column}")
        for f in findings
        if f.code.startswith("Y")
    ]


def read(folder: Path, texts: dict[str, str]) -> tuple[Source, list[tuple[str, str, str]]]:
    source = read_plan(written(folder, {"plan.yaml": "lap: 1\n", **texts}))
    return source, told(source.findings, folder)


# --- a folder is a plan -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_folder_is_the_same_plan_as_one_file(tmp_path: Path, layout: str) -> None:
    single = read_plan(written(tmp_path, {"single.yaml": WHOLE}) / "single.yaml")
    folder = read_plan(written(tmp_path / "folder", LAYOUTS[layout]))
    assert folder.findings == []
    assert plain(folder.data) == plain(single.data)
    assert load(folder).plan == load(single).plan


def test_only_the_files_of_the_plan_are_opened(tmp_path: Path) -> None:
    folder = written(tmp_path, LAYOUTS["much else beside it"])
    names = [os.path.relpath(name, folder) for name in read_plan(folder).documents]
    assert names == ["plan.yaml", "commitments.yaml", "parties.yaml", "problems/farm-work.yaml", "progress.yaml"]


def test_entries_are_read_in_the_order_of_the_names_of_their_files(tmp_path: Path) -> None:
    texts = {f"progress/{name}.yaml": f"- {{note: {name}}}\n" for name in ("b", "a", "2017-10", "2017-9")}
    source, found = read(
        tmp_path, {**texts, "progress.yaml": "- {note: file}\n", "plan.yaml": "lap: 1\nprogress: {note: plan}\n"}
    )
    assert found == []
    assert [entry["note"] for entry in source.data["progress"]] == ["plan", "2017-10", "2017-9", "a", "b", "file"]


def test_one_entry_of_a_list_may_stand_alone_in_its_file(tmp_path: Path) -> None:
    source, found = read(tmp_path, {"comments/first.yaml": "text: A\n", "comments/second.yaml": "- text: B\n"})
    assert found == []
    assert plain(source.data["comments"]) == [{"text": "A"}, {"text": "B"}]


def test_every_value_knows_its_own_file(tmp_path: Path) -> None:
    folder = written(tmp_path, LAYOUTS["a folder for each collection"])
    data = read_plan(folder).data
    name = data["commitments"]["registry"]["responsible"]["lead"]
    assert isinstance(name, Text)
    assert (os.path.relpath(name.span.file, folder), *name.span[1:]) == ("commitments/registry.yaml", 3, 21, 3, 25)
    key = data["commitments"].places["registry"]
    assert (os.path.relpath(key.file, folder), key.line, key.column) == ("commitments/registry.yaml", 1, 1)


def test_each_file_has_a_language_of_its_own(tmp_path: Path) -> None:
    texts = {"plan.yaml": "lap: 1\ntitle: T\n", "compromisos/a.yaml": "titulo: A\n", "commitments/b.yaml": "title: B\n"}
    source, _ = read(tmp_path, texts)
    languages = {os.path.relpath(name, tmp_path): language for name, language in source.languages.items()}
    assert languages == {"plan.yaml": "en", "compromisos/a.yaml": "es", "commitments/b.yaml": "en"}
    assert set(source.data["commitments"]) == {"a", "b"}


BROKEN = {
    "plan.yaml": "lap: 1\nadopted: soon\n",
    "parties.yaml": "stps:\n  sector: goverment\n",
    "problems/farm.yaml": "votes: many\nwhere: 'X\n",
    "commitments/a.yaml": "responsible:\n  lead: nobody\n",
    "commitments/b.yaml": "activities:\n  x: {end: 2017-11-31}\n",
    "avances/1.yaml": "- {date: 2017-01-01}\n- {fecha: 2017-02-30}\n",
}


def test_findings_name_the_file_and_the_line_where_the_words_stand(tmp_path: Path) -> None:
    checked = check_path(written(tmp_path, BROKEN), TODAY)
    assert told(checked.findings, tmp_path) == [
        ("Y203 words", "plan.yaml", "2:10"),
        ("Y203 nonexistent", "avances/1.yaml", "2:11"),
        ("Y208 unknown", "commitments/a.yaml", "2:9"),
        ("Y203 nonexistent", "commitments/b.yaml", "2:12"),
        ("Y204 near", "parties.yaml", "2:11"),
        ("Y205 unreadable", "problems/farm.yaml", "1:8"),
        ("Y101 quote", "problems/farm.yaml", "2:8"),
    ]


def test_names_are_shown_from_here_when_the_plan_lies_below(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path / "here/plan", {"plan.yaml": "lap: 1\n", "parties/a.yaml": "A\n"})
    written(tmp_path / "there", {"plan.yaml": "lap: 1\n"})
    monkeypatch.chdir(tmp_path / "here")
    assert list(read_plan(Path("plan")).documents) == ["plan/plan.yaml", "plan/parties/a.yaml"]
    assert list(read_plan(tmp_path / "here/plan").documents) == ["plan/plan.yaml", "plan/parties/a.yaml"]
    assert list(read_plan(Path("../there")).documents) == [str(tmp_path / "there/plan.yaml")]
    monkeypatch.chdir(tmp_path / "here/plan")
    assert list(read_plan(Path()).documents) == ["plan.yaml", "parties/a.yaml"]


# --- what does not belong ---------------------------------------------------------------------------------------------

ODD_FILES = [
    ("empty", {"commitments/a.yaml": "", "commitments/b.yaml": "title: B\n"}, [("Y212 empty", "commitments/a.yaml", "1:1")]),
    ("only comments", {"commitments/a.yaml": "# soon\n", "commitments/b.yaml": "title: B\n"},
        [("Y212 empty", "commitments/a.yaml", "1:1")]),
    ("a list", {"commitments/a.yaml": "- title: A\n", "commitments/b.yaml": "title: B\n"},
        [("Y212 not-mapping", "commitments/a.yaml", "1:1")]),
    ("a text", {"commitments/a.yaml": "A\n", "commitments/b.yaml": "title: B\n"},
        [("Y212 not-mapping", "commitments/a.yaml", "1:1")]),
    ("a list in a file for a collection", {"commitments.yaml": "- title: A\n", "commitments/b.yaml": "title: B\n"},
        [("Y212 not-mapping", "commitments.yaml", "1:1")]),
    ("a text in a file for a collection", {"commitments.yaml": "A\n", "commitments/b.yaml": "title: B\n"},
        [("Y212 not-mapping", "commitments.yaml", "1:1")]),
    ("the same id in two files", {"commitments.yaml": "b: {title: B}\n", "commitments/b.yaml": "title: C\n"},
        [("Y212 twice", "commitments.yaml", "1:1")]),
    ("the same id under two endings", {"commitments/b.yaml": "title: B\n", "commitments/b.yml": "title: C\n"},
        [("Y212 twice", "commitments/b.yml", "1:1")]),
    ("the same id in plan.yaml", {"plan.yaml": "lap: 1\ncommitments: {b: {title: B}}\n", "commitments/b.yaml": "title: C\n"},
        [("Y212 twice", "commitments/b.yaml", "1:1")]),
    ("the same id in two languages", {"commitments/b.yaml": "title: B\n", "compromisos/b.yaml": "titulo: C\n"},
        [("Y212 twice", "compromisos/b.yaml", "1:1")]),
    ("an id that is none", {"commitments/B_1.yaml": "title: A\n", "commitments/b.yaml": "title: B\n"},
        [("Y206 file", "commitments/B_1.yaml", "1:1")]),
    ("a broken file", {"commitments/a.yaml": "title: [\n", "commitments/b.yaml": "title: B\n"},
        [("Y101 bracket", "commitments/a.yaml", "1:8")]),
    ("an empty file for a collection", {"commitments.yaml": "", "commitments/b.yaml": "title: B\n"}, []),
    ("an empty file for a list", {"progress/2017.yaml": "", "commitments/b.yaml": "title: B\n"}, []),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "expected"), [one[1:] for one in ODD_FILES], ids=[one[0] for one in ODD_FILES])
def test_a_file_that_is_no_part_of_the_plan_is_told_and_the_rest_is_read(
    tmp_path: Path, texts: dict[str, str], expected: list[tuple[str, str, str]]
) -> None:
    source, found = read(tmp_path, texts)
    assert found == expected
    title = source.data["commitments"]["b"]["title"]
    assert title == ("C" if expected and expected[0][:2] == ("Y212 twice", "commitments.yaml") else "B")
    assert load(source).findings == source.findings


def test_an_id_in_two_files_points_to_the_first_one(tmp_path: Path) -> None:
    source, _ = read(tmp_path, {"parties.yaml": "a: A\n\nb: B\n", "plan.yaml": "lap: 1\nparties: {a: X, b: Y}\n"})
    assert [(f.span.line, f.parameters["id"]) for f in source.findings] == [(1, "a"), (3, "b")]
    assert [os.path.relpath(f.related[0].file, tmp_path) for f in source.findings] == ["plan.yaml"] * 2
    assert [f.related[0][1:3] for f in source.findings] == [(2, 11), (2, 17)]


def test_a_suggestion_for_the_name_of_a_file_is_an_id(tmp_path: Path) -> None:
    source, _ = read(tmp_path, {"problems/Niñez y Juventud.yaml": "statement: S\n"})
    assert source.findings[0].parameters["suggestion"] == "ninez-y-juventud"


# --- links ------------------------------------------------------------------------------------------------------------

SECRET = "name: Secret\n"


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    return written(tmp_path / "outside", {"secret.yaml": SECRET, "folder/secret.yaml": SECRET})


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return written(tmp_path / "home", {"plan.yaml": "lap: 1\n", "parties/a.yaml": "A\n"})


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("parties/b.yaml", "secret.yaml"),
        ("problems.yaml", "secret.yaml"),
        ("problems", "folder"),
        ("progress", "folder"),
    ],
)
def test_a_link_that_leads_outside_is_not_read(home: Path, outside: Path, link: str, target: str) -> None:
    (home / link).symlink_to(outside / target)
    source = read_plan(home)
    assert told(source.findings, home) == [("Y212 outside", link, "1:1")]
    assert "Secret" not in str(source)
    assert plain(source.data) == {"lap": "1", "parties": {"a": {"name": "A", "/id": "a"}}}


def test_a_plan_file_that_leads_outside_is_not_read(home: Path, outside: Path) -> None:
    (home / "plan.yaml").unlink()
    (home / "plan.yaml").symlink_to(outside / "secret.yaml")
    source = read_plan(home)
    assert told(source.findings, home) == [("Y212 outside", "plan.yaml", "1:1")]
    assert "Secret" not in str(source)
    assert not source.readable


def test_a_folder_of_a_similar_name_is_outside(tmp_path: Path) -> None:
    written(tmp_path, {"plan-old/a.yaml": SECRET, "plan/plan.yaml": "lap: 1\n"})
    (tmp_path / "plan/parties").mkdir()
    (tmp_path / "plan/parties/a.yaml").symlink_to("../../plan-old/a.yaml")
    assert told(read_plan(tmp_path / "plan").findings, tmp_path / "plan") == [("Y212 outside", "parties/a.yaml", "1:1")]


def test_a_link_within_the_folder_is_read(home: Path) -> None:
    written(home, {"elsewhere/b.yaml": "B\n"})
    (home / "parties/b.yaml").symlink_to("../elsewhere/b.yaml")
    source = read_plan(home)
    assert source.findings == []
    assert source.data["parties"]["b"]["name"] == "B"


def test_a_plan_may_be_reached_by_a_link(home: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(home)
    source = read_plan(tmp_path / "link")
    assert source.findings == []
    assert source.data["parties"]["a"]["name"] == "A"


@pytest.mark.parametrize("target", ["b.yaml", "nowhere.yaml"])
def test_a_link_that_leads_nowhere_cannot_be_opened(home: Path, target: str) -> None:
    (home / "parties/b.yaml").symlink_to(target)
    source = read_plan(home)
    assert told(source.findings, home) == [("Y212 unreadable", "parties/b.yaml", "1:1")]
    assert list(source.data["parties"]) == ["a"]


# --- limits and version -----------------------------------------------------------------------------------------------


def test_a_file_of_six_mebibytes_is_not_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "plan.yml"
    with path.open("wb") as stream:
        stream.write(b"lap: 1\ntitle: T\n")
        stream.truncate(6 * 1024 * 1024)
    assert len(files.bytes_at(path)) == MAX_BYTES + 1
    source = read_plan(path)
    assert told(source.findings, tmp_path) == [("Y104 size", "plan.yml", "1:1")]
    assert not source.readable


def test_a_large_file_does_not_hide_the_others(tmp_path: Path) -> None:
    large = "# " + "x" * MAX_BYTES
    source, found = read(tmp_path, {"commitments/a.yaml": large, "commitments/b.yaml": "title: B\n"})
    assert found == [("Y104 size", "commitments/a.yaml", "1:1")]
    assert source.data["commitments"]["b"]["title"] == "B"


def test_a_file_of_just_five_mebibytes_is_read(tmp_path: Path) -> None:
    text = "lap: 1\n#"
    path = written(tmp_path, {"plan.yml": text + "x" * (MAX_BYTES - len(text))}) / "plan.yml"
    assert read_plan(path).findings == []


def test_nodes_are_counted_over_all_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_NODES", 20)
    texts = {f"parties/p{number}.yaml": "name: N\nurl: U\nuntil: 2020\n" for number in range(3)}
    assert read(tmp_path, texts)[1] == [("Y104 nodes", "parties/p2.yaml", "1:1")]


VERSIONS = [
    ("", ("Y108 empty", "1:1")),
    ("# nothing yet\n", ("Y108 empty", "1:1")),
    ("- lap: 1\n", ("Y108 list", "1:1")),
    ("My plan\n", ("Y108 text", "1:1")),
    ("lap:1\n", ("Y108 text", "1:1")),
    ("# c\ntitle: T\n", ("Y108 missing", "1:1")),
    ("lap:\ntitle: T\n", ("Y108 missing", "1:1")),
    ("title: T\nlap: 2\n", ("Y108 version", "2:6")),
    ("lap: 1.0\n", ("Y108 version", "1:6")),
    ("lap: one\n", ("Y108 version", "1:6")),
    ("lap: @1\ntitle: T\n", ("Y101 sign", "1:6")),
    (" lap: 1\ntitle: T\n", ("Y101 indentation", "1:2")),
    ("lap:1\ntitle: T\n", ("Y101 no-space", "1:1")),
    ("Lap: '1'\ntitle: T\n", None),
]


@pytest.mark.parametrize(("text", "expected"), VERSIONS)
def test_a_plan_says_its_version(tmp_path: Path, text: str, expected: tuple[str, str] | None) -> None:
    source = read_plan(written(tmp_path, {"p.yaml": text}) / "p.yaml")
    found = [(code, place) for code, _, place in told(source.findings, tmp_path)]
    assert found == ([expected] if expected else [])


@pytest.mark.parametrize("name", ["nowhere.yaml", "nowhere", "empty"])
def test_a_plan_that_is_not_there_cannot_be_read(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(CannotRun) as caught:
        read_plan(tmp_path / name)
    assert caught.value.reason == "no-such-file"


# --- which plans are meant --------------------------------------------------------------------------------------------

TREE = {
    "big/plan.yaml": "title: no version\n",
    "big/parties.yaml": "a: A\n",
    "big/parties.yml.txt": "a: A\n",
    "big/commitments/c.yaml": "title: C\n",
    "big/commitments/deep/d.yaml": "title: D\n",
    "big/docs/notes.yaml": "a: 1\n",
    "big/notes.md": "# Notes\n",
    "big/other.yaml": "lap: 1\n",
    "small/one.yaml": "lap: 1\n",
    "small/two.yml": "# comment\n\n'lap': 1\n",
    "small/three.yaml": "title: no plan\nx:\n  lap: 1\n",
    "small/four.txt": "lap: 1\n",
    "small/five.yaml": "\ufeffLap : 1\n",
    "small/deeper/six.yaml": "title: T\nlap: 1\n",
    "small/.hidden/seven.yaml": "lap: 1\n",
    "nothing/notes.yaml": "a: 1\n",
}

MEANT = [
    (["big"], ["big"]),
    (["big/plan.yaml"], ["big"]),
    (["big/parties.yaml"], ["big"]),
    (["big/commitments"], ["big"]),
    (["big/commitments/c.yaml"], ["big"]),
    (["big/commitments/deep/d.yaml"], ["big"]),
    (["big/docs"], ["big"]),
    (["big/docs/notes.yaml"], ["big"]),
    (["big/notes.md"], ["big"]),
    (["big/other.yaml"], ["big/other.yaml"]),
    (["big/plan.yaml", "big", "big/parties.yaml", "small/../big"], ["big"]),
    (["small/one.yaml"], ["small/one.yaml"]),
    (["small/three.yaml"], ["small/three.yaml"]),
    (["small/four.txt"], ["small/four.txt"]),
    (["small"], ["small/five.yaml", "small/one.yaml", "small/two.yml", "small/deeper/six.yaml"]),
    (["small/deeper"], ["small/deeper/six.yaml"]),
    (["small/.hidden"], ["small/.hidden/seven.yaml"]),
    (["."], ["big", "small/five.yaml", "small/one.yaml", "small/two.yml", "small/deeper/six.yaml"]),
    ([], ["big", "small/five.yaml", "small/one.yaml", "small/two.yml", "small/deeper/six.yaml"]),
    (["small/one.yaml", "big", "small/one.yaml"], ["small/one.yaml", "big"]),
]


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(written(tmp_path, TREE))
    return tmp_path


@pytest.mark.parametrize(("typed", "plans"), MEANT)
def test_what_is_typed_means_plans(tree: Path, typed: list[str], plans: list[str]) -> None:
    assert [path.as_posix() for path in find_plans([Path(one) for one in typed])] == plans
    absolute = find_plans([tree / one for one in typed])
    assert [os.path.relpath(path, tree) for path in absolute] == plans or not typed


@pytest.mark.parametrize(
    ("place", "typed", "plan"), [("big", ".", "."), ("big/commitments", "c.yaml", ".."), ("big/docs", ".", "..")]
)
def test_a_plan_is_found_from_inside_its_folder(
    tree: Path, monkeypatch: pytest.MonkeyPatch, place: str, typed: str, plan: str
) -> None:
    monkeypatch.chdir(tree / place)
    assert find_plans([Path(typed)]) == [Path(plan)]


def test_the_same_plan_by_a_link_is_found_once(tree: Path) -> None:
    (tree / "link").symlink_to("big")
    assert find_plans([Path("link"), Path("big")]) == [Path("link")]


def test_links_to_folders_are_not_followed(tree: Path) -> None:
    (tree / "nothing/loop").symlink_to("..")
    with pytest.raises(CannotRun):
        find_plans([Path("nothing")])


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8-sig", "cp1252"])
def test_a_plan_in_another_encoding_is_found(tree: Path, encoding: str) -> None:
    (tree / "nothing/plan.yml").write_bytes("lap: 1\r\ntítulo: T\r\n".encode(encoding))
    assert find_plans([Path("nothing")]) == [Path("nothing/plan.yml")]


@pytest.mark.parametrize(
    ("typed", "reason"), [("nowhere", "no-such-file"), ("nothing", "no-plan"), ("nothing/loop.yaml", "no-such-file")]
)
def test_nothing_to_check_ends_the_command(tree: Path, typed: str, reason: str) -> None:
    (tree / "nothing/loop.yaml").symlink_to("loop.yaml")
    with pytest.raises(CannotRun) as caught:
        find_plans([Path("big"), Path(typed)])
    assert (caught.value.reason, caught.value.parameters["path"]) == (reason, typed)
