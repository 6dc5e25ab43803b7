"""A folder of files is put in its place whole or not at all, and nothing that was not made here is ever overwritten."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT, bare_environment
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lap.failure import CannotRun
from lap.render.exchanging import _moved, exchange
from lap.render.publishing import LITTER, MARK, publish

OLD = {"index.html": b"old", "a/b.html": b"old"}
NEW = {"index.html": b"new", "c/d.html": b"new"}
NAMES = st.from_regex(r"[a-d]{1,2}(/[e-h]{1,2}){0,2}\.html", fullmatch=True)


def held(folder: Path) -> dict[str, bytes]:
    """Every file below a folder but the mark, with its bytes."""
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in found.items() if name != MARK}


def refused(folder: Path) -> str:
    with pytest.raises(CannotRun) as stopped:
        publish(NEW, folder)
    return stopped.value.reason


class TestReplacing:
    def test_a_new_folder_with_those_above_it(self, tmp_path: Path) -> None:
        publish(NEW, tmp_path / "a" / "b" / "public")
        assert held(tmp_path / "a" / "b" / "public") == NEW
        assert os.listdir(tmp_path / "a" / "b") == ["public"]

    def test_an_old_one_is_gone_with_all_that_it_had(self, tmp_path: Path) -> None:
        publish(OLD, tmp_path / "public")
        publish(NEW, tmp_path / "public")
        assert held(tmp_path / "public") == NEW
        assert os.listdir(tmp_path) == ["public"]

    def test_an_empty_folder_is_taken(self, tmp_path: Path) -> None:
        (tmp_path / "public").mkdir()
        publish(NEW, tmp_path / "public")
        assert held(tmp_path / "public") == NEW

    def test_what_file_managers_leave_behind_is_no_hindrance(self, tmp_path: Path) -> None:
        publish(OLD, tmp_path / "public")
        for name in LITTER:
            (tmp_path / "public" / "a" / name).write_bytes(b"")
        publish(NEW, tmp_path / "public")
        assert held(tmp_path / "public") == NEW

    def test_a_link_to_a_folder_stays_a_link(self, tmp_path: Path) -> None:
        publish(OLD, tmp_path / "there" / "public")
        (tmp_path / "link").symlink_to(Path("there") / "public")
        publish(NEW, tmp_path / "link")
        assert (tmp_path / "link").is_symlink()
        assert held(tmp_path / "there" / "public") == NEW
        assert sorted(os.listdir(tmp_path)) == ["link", "there"]
        assert os.listdir(tmp_path / "there") == ["public"]

    def test_a_link_to_nothing_yet_is_followed(self, tmp_path: Path) -> None:
        (tmp_path / "link").symlink_to("public")
        publish(NEW, tmp_path / "link")
        assert held(tmp_path / "public") == NEW

    def test_whoever_may_read_other_folders_may_read_it(self, tmp_path: Path) -> None:
        (tmp_path / "like").mkdir()
        publish(NEW, tmp_path / "public")
        assert (tmp_path / "public").stat().st_mode == (tmp_path / "like").stat().st_mode

    def test_two_steps_do_the_same_as_one(self, tmp_path: Path) -> None:
        for step in (exchange, _moved):
            new, place = tmp_path / f"new-{step.__name__}", tmp_path / step.__name__
            for folder, text in ((new, "new"), (place, "old")):
                folder.mkdir()
                (folder / "index.html").write_text(text, "utf-8")
            step(new, place)
            assert held(place) == {"index.html": b"new"}
        assert sorted(os.listdir(tmp_path)) == ["_moved", "exchange"]

    def test_where_the_second_of_two_steps_fails_the_old_folder_is_back(self, tmp_path: Path) -> None:
        publish(OLD, tmp_path / "public")
        with pytest.raises(OSError, match="nothing-here"):
            _moved(tmp_path / "nothing-here", tmp_path / "public")
        assert held(tmp_path / "public") == OLD
        assert os.listdir(tmp_path) == ["public"]

    @settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=30)
    @given(st.lists(st.dictionaries(NAMES, st.binary(max_size=9), max_size=5), max_size=4))
    def test_whatever_was_published_before_the_last_counts(self, tmp_path: Path, sites: list[dict[str, bytes]]) -> None:
        for files in sites:
            publish(files, tmp_path / "public")
            assert held(tmp_path / "public") == files
        assert set(os.listdir(tmp_path)) <= {"public"}


class TestSparing:
    @pytest.mark.parametrize("name", ["plan.yaml", "index.html", "a/notes.txt", ".git/config", "CNAME"])
    def test_a_folder_of_somebody_else(self, tmp_path: Path, name: str) -> None:
        path = tmp_path / "public" / name
        path.parent.mkdir(parents=True)
        path.write_text("mine", "utf-8")
        assert refused(tmp_path / "public") == "site-not-ours"
        assert held(tmp_path) == {f"public/{name}": b"mine"}

    @pytest.mark.parametrize("name", ["CNAME", "a/notes.txt", ".git", "a/b.html.bak"])
    def test_a_file_that_was_put_into_our_folder(self, tmp_path: Path, name: str) -> None:
        publish(OLD, tmp_path / "public")
        (tmp_path / "public" / name).write_text("mine", "utf-8")
        with pytest.raises(CannotRun) as stopped:
            publish(NEW, tmp_path / "public")
        assert stopped.value.parameters["what"] == name
        assert held(tmp_path / "public") == {**OLD, name: b"mine"}

    def test_an_empty_folder_and_a_link_that_were_put_into_it(self, tmp_path: Path) -> None:
        publish(OLD, tmp_path / "public")
        (tmp_path / "public" / "mine").mkdir()
        assert refused(tmp_path / "public") == "site-not-ours"
        (tmp_path / "public" / "mine").rmdir()
        (tmp_path / "public" / "mine").symlink_to(tmp_path)
        assert refused(tmp_path / "public") == "site-not-ours"
        assert held(tmp_path / "public") == OLD

    def test_a_mark_alone_does_not_make_a_folder_ours(self, tmp_path: Path) -> None:
        (tmp_path / "public").mkdir()
        (tmp_path / "public" / MARK).write_bytes(b"\xff\xfe")
        (tmp_path / "public" / "index.html").write_text("mine", "utf-8")
        assert refused(tmp_path / "public") == "site-not-ours"

    def test_a_file_and_a_link_in_a_circle(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("mine", "utf-8")
        assert refused(tmp_path / "file") == "site-not-ours"
        (tmp_path / "circle").symlink_to("circle")
        assert refused(tmp_path / "circle") == "site-not-ours"
        assert (tmp_path / "file").read_text("utf-8") == "mine"

    @pytest.mark.parametrize("written", [".", "..", "/", "../../public", "../../public/"])
    def test_the_folder_that_one_is_in_and_those_above(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: str
    ) -> None:
        publish({"a/b.html": b"old"}, tmp_path / "public")
        monkeypatch.chdir(tmp_path / "public" / "a")
        assert refused(Path(written)) == "site-here"
        assert held(tmp_path / "public") == {"a/b.html": b"old"}


PUBLISH = """
import os, resource, sys
from pathlib import Path
from lap.failure import CannotRun
from lap.render.publishing import publish
if sys.argv[2] != "0":
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
if sys.argv[3] != "0":
    os.setuid(int(sys.argv[3]))
try:
    publish({"index.html": b"new", "c/d.html": b"x" * 5000}, Path(sys.argv[1]))
except CannotRun as stopped:
    print(stopped.reason)
"""


def publish_apart(folder: Path, most: int = 0, user: int = 0) -> str:
    """The reason why a process of its own could not publish: with files of so many bytes at most, or as another user."""
    words = [sys.executable, "-c", PUBLISH, str(folder), str(most), str(user)]
    ran = subprocess.run(
        words, capture_output=True, text=True, env=bare_environment(), cwd="/", timeout=60, check=False
    )
    assert ran.stderr == ""
    return ran.stdout.strip()


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user can reach, as those that pytest makes are not."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)
        Path(name).chmod(0o755)


class TestFailing:
    def test_a_disk_without_room_leaves_the_old_site(self, tmp_path: Path) -> None:
        pytest.importorskip("resource", reason="needs limits on the size of files")
        publish(OLD, tmp_path / "public")
        assert publish_apart(tmp_path / "public", most=1000) == "site-unwritten"
        assert held(tmp_path / "public") == OLD
        assert os.listdir(tmp_path) == ["public"]

    def test_a_folder_above_that_is_read_only_leaves_the_old_site(self, open_folder: Path) -> None:
        pytest.importorskip("resource", reason="needs users and rights as Unix has them")
        publish(OLD, open_folder / "public")
        open_folder.chmod(0o555)
        nobody = 65534 if os.geteuid() == 0 else 0  # the superuser may write anywhere
        assert publish_apart(open_folder / "public", user=nobody) == "site-unwritten"
        assert held(open_folder / "public") == OLD
        assert os.listdir(open_folder) == ["public"]

    def test_a_file_where_a_folder_should_be(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("mine", "utf-8")
        assert refused(tmp_path / "file" / "public") == "site-unwritten"
        assert held(tmp_path) == {"file": b"mine"}

    def test_a_name_that_is_too_long(self, tmp_path: Path) -> None:
        publish(OLD, tmp_path / "public")
        with pytest.raises(CannotRun) as stopped:
            publish({"x" * 300: b""}, tmp_path / "public")
        assert stopped.value.reason == "site-unwritten"
        assert held(tmp_path / "public") == OLD
        assert os.listdir(tmp_path) == ["public"]


class TestDocument:
    """A document takes the place of the old one in the same way."""

    def render(self, output: Path, most: int) -> subprocess.CompletedProcess[str]:
        resource = pytest.importorskip("resource", reason="needs limits on the size of files")
        plan = ROOT / "examples" / "sierra-alta-2025"
        return subprocess.run(
            [sys.executable, "-m", "lap", "render", str(plan), "--format", "html", "--output", str(output), "--lang", "en"],
            cwd=ROOT, env=bare_environment(PYTHONDONTWRITEBYTECODE="1"), capture_output=True, text=True, check=False,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)),
        )  # fmt: skip

    def test_a_disk_without_room_leaves_the_old_one(self, tmp_path: Path) -> None:
        (tmp_path / "plan.html").write_text("old", "utf-8")
        ran = self.render(tmp_path / "plan.html", 10_000)
        assert (ran.returncode, ran.stdout) == (2, "")
        assert "cannot be written" in ran.stderr
        assert held(tmp_path) == {"plan.html": b"old"}

    def test_it_keeps_the_permissions_and_a_link_stays_one(self, tmp_path: Path) -> None:
        (tmp_path / "real.html").write_text("old", "utf-8")
        (tmp_path / "real.html").chmod(0o640)
        (tmp_path / "plan.html").symlink_to("real.html")
        assert self.render(tmp_path / "plan.html", 10_000_000).returncode == 0
        assert (tmp_path / "plan.html").is_symlink()
        assert (tmp_path / "real.html").stat().st_mode & 0o777 == 0o640
        assert (tmp_path / "real.html").read_bytes().startswith(b"<!doctype html>")
