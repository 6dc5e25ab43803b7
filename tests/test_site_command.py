"""`lap site`: the same plan gives the same bytes, every link leads somewhere, and no plan can make it write elsewhere."""

import json
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from conftest import ROOT, Ran, bare_environment, lap, lap_process
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lap.render.publishing import MARK
from lap.render.site import file_name, path_of

DAY = ("--as-of", "2026-11-30")
EXAMPLES = ("arroyo-garza-2025.yaml", "sierra-alta-2025", "jalisco-2016.yaml", "tlaxcala-2016.yaml")
SMALL = "lap: 1\ntitle: {title}\nlanguage: en\ncommitments: {{a: {{title: A, commitment: To do it}}}}\n"


def site(plan: object, output: object, *more: object) -> Ran:
    return lap("site", plan, "--output", output, *DAY, *more)


def held(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def git(folder: Path, *words: str) -> None:
    identity = ("-c", "user.name=x", "-c", "user.email=x@example.org")
    subprocess.run(["git", "-C", str(folder), *identity, *words], check=True, capture_output=True)


class TestTheSameBytes:
    @pytest.mark.parametrize("name", EXAMPLES)
    def test_twice_in_a_row(self, tmp_path: Path, name: str) -> None:
        assert site(ROOT / "examples" / name, tmp_path / "public").status == 0
        first = held(tmp_path / "public")
        assert site(ROOT / "examples" / name, tmp_path / "public").status == 0
        assert held(tmp_path / "public") == first

    @pytest.mark.parametrize("inside_git", [True, False], ids=["in git", "outside of git"])
    def test_from_another_folder_in_another_process_with_other_hashes(self, tmp_path: Path, inside_git: bool) -> None:
        shutil.copytree(ROOT / "examples" / "sierra-alta-2025", tmp_path / "plans" / "sierra")
        if inside_git:
            git(tmp_path, "init", "-q")
            git(tmp_path, "add", ".")
            git(tmp_path, "commit", "-qm", "x")
        seen = []
        for number, (cwd, plan) in enumerate(
            (("plans", "sierra"), ("plans/sierra", "."), (".", "plans/sierra"), ("/", tmp_path / "plans" / "sierra"))
        ):
            output = tmp_path / f"public-{number}"
            ran = lap_process("site", plan, "--output", output, *DAY, cwd=tmp_path / cwd, PYTHONHASHSEED=str(number))
            assert (ran.status, ran.err) == (0, "")
            seen.append(held(output))
        assert all(one == other for one, other in pairwise(seen))

    def test_though_the_site_lies_in_the_folder_of_the_plan(self, tmp_path: Path) -> None:
        shutil.copytree(ROOT / "examples" / "sierra-alta-2025", tmp_path / "plan")
        git(tmp_path, "init", "-q")
        git(tmp_path, "add", ".")
        git(tmp_path, "commit", "-qm", "x")
        output = tmp_path / "plan" / "public"
        assert site(tmp_path / "plan", output).status == 0
        first = held(output)
        assert site(tmp_path / "plan", output).status == 0
        assert held(output) == first
        assert b'"commit": "' in first["plan.json"]
        assert not re.search(rb'"commit": "[0-9a-f]+\+"', first["plan.json"])
        (tmp_path / "plan" / "compromisos" / "recetas-surtidas.yaml").unlink()
        assert site(tmp_path / "plan", output).status == 0
        assert re.search(rb'"commit": "[0-9a-f]+\+"', held(output)["plan.json"])

    def test_another_day_gives_other_bytes(self, tmp_path: Path) -> None:
        plan = ROOT / "examples" / "arroyo-garza-2025.yaml"
        lap("site", plan, "--output", tmp_path / "a", "--as-of", "2026-11-30")
        lap("site", plan, "--output", tmp_path / "b", "--as-of", "2026-12-01")
        assert held(tmp_path / "a")["index.html"] != held(tmp_path / "b")["index.html"]


class Page(HTMLParser):
    """Where a page leads, what can be led to in it, and whether it asks for anything by itself."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.hrefs: list[str] = []
        self.ids: list[str] = []
        self.tags: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.tags.add(tag)
        self.ids += [told["id"]] if told.get("id") else []
        self.hrefs += [told["href"]] if "href" in told and told["href"] is not None else []
        assert "src" not in told
        assert "style" not in told


def broken(folder: Path) -> list[tuple[str, str]]:
    """Every link inside a site that leads nowhere, with its page."""
    pages = {path.relative_to(folder).as_posix(): Page(path.read_text("utf-8")) for path in folder.rglob("*.html")}
    found = []
    for name, page in pages.items():
        assert len(set(page.ids)) == len(page.ids), name
        for href in page.hrefs:
            parts = urlsplit(href)
            if parts.scheme in ("http", "https", "mailto"):
                continue
            target = (folder / name).parent / unquote(parts.path) if parts.path else folder / name
            inside = target.resolve().is_relative_to(folder.resolve()) and target.is_file()
            path = target.resolve().relative_to(folder.resolve()).as_posix() if inside else ""
            if not inside or parts.scheme or parts.netloc or (parts.fragment and parts.fragment not in pages[path].ids):
                found.append((name, href))
    return found


class TestLinks:
    @pytest.mark.parametrize("language", ["en", "es"])
    @pytest.mark.parametrize("name", EXAMPLES)
    def test_every_link_inside_the_site_leads_somewhere(self, tmp_path: Path, name: str, language: str) -> None:
        assert site(ROOT / "examples" / name, tmp_path / "public", "--lang", language).status == 0
        assert broken(tmp_path / "public") == []

    def test_of_several_plans_too(self, tmp_path: Path) -> None:
        assert site(ROOT / "examples", tmp_path / "public").status == 0
        assert broken(tmp_path / "public") == []
        page = Page((tmp_path / "public" / "index.html").read_text("utf-8"))
        assert {f"{Path(name).stem}/index.html" for name in EXAMPLES} <= set(page.hrefs)

    @pytest.mark.parametrize(
        "key", ["../../evil", "a/b", "x" * 300, "Ñandú", "a b", "<b>", "con\\x", "..", "C:", "%2e%2e"]
    )
    def test_an_odd_id_leads_no_file_out_of_the_site(self, tmp_path: Path, key: str) -> None:
        plan = tmp_path / "plan.yaml"
        text = f"lap: 1\nlanguage: en\nparties: {{'{key}': {{name: P}}}}\nproblems: {{'{key}': {{statement: Q}}}}\n"
        text += f"commitments: {{'{key}': {{title: A, problem: ['{key}'], responsible: {{lead: '{key}'}}}}}}\n"
        plan.write_text(text, "utf-8")
        assert site(plan, tmp_path / "a" / "b" / "c" / "public").status == 0
        made = {path.relative_to(tmp_path).parts[0] for path in tmp_path.rglob("*")}
        assert made == {"plan.yaml", "a"}
        assert [path.name for path in (tmp_path / "a" / "b" / "c").iterdir()] == ["public"]
        assert broken(tmp_path / "a" / "b" / "c" / "public") == []

    @given(st.text())
    def test_the_page_of_anything_is_a_plain_name(self, key: str) -> None:
        assert re.fullmatch(r"[a-z0-9][a-z0-9-]{0,79}", file_name(key))
        assert path_of(f"party/{key.replace('/', '')}x").count("/") == 1

    @given(st.text(), st.text())
    def test_two_things_have_two_pages(self, one: str, other: str) -> None:
        assert (file_name(one) == file_name(other)) == (one == other)


class TestSeveralPlans:
    def test_plans_of_the_same_name_have_folders_of_their_own(self, tmp_path: Path) -> None:
        names = (
            "north/plan-a.yaml",
            "south/plan-a.yaml",
            "west/plan-a-2.yaml",
            "x/plan-a.yaml",
            "y/Plan Á.yaml",
            "z.2025/plan.yaml",
            "z.2026/plan.yaml",
        )
        for name in names:
            path = tmp_path / "plans" / name
            path.parent.mkdir(parents=True)
            path.write_text(SMALL.format(title=name.replace("/", " ")), "utf-8")
        assert site(tmp_path / "plans", tmp_path / "public").status == 0
        folders = sorted(path.name for path in (tmp_path / "public").iterdir() if path.is_dir())
        assert folders == ["plan-a", "plan-a-2", "plan-a-2-2", "plan-a-3", "plan-a-4", "z-2025", "z-2026"]
        titles = {
            re.search("<h1>(.*)</h1>", (tmp_path / "public" / one / "index.html").read_text("utf-8"))[1]
            for one in folders
        }
        assert titles == {name.replace("/", " ") for name in names}
        assert broken(tmp_path / "public") == []

    def test_each_has_its_files(self, tmp_path: Path) -> None:
        assert site(ROOT / "examples", tmp_path / "public").status == 0
        for name in EXAMPLES:
            assert (tmp_path / "public" / Path(name).stem / "plan.json").is_file()


class TestBadInput:
    def test_an_output_is_asked_for(self, tmp_path: Path) -> None:
        ran = lap("site", ROOT / "examples" / "jalisco-2016.yaml", "--lang", "en")
        assert (ran.status, ran.out) == (2, "")
        assert ran.err.startswith("lap: “lap site” needs --output")

    @pytest.mark.parametrize(
        "output", [".", "..", "plan", "plan/plan.yaml", "plan/comentarios.yaml", "other", "other/notes.txt"]
    )
    def test_the_plan_and_what_is_somebody_elses_stay(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, output: str
    ) -> None:
        shutil.copytree(ROOT / "examples" / "sierra-alta-2025", tmp_path / "here" / "plan")
        (tmp_path / "here" / "other").mkdir()
        (tmp_path / "here" / "other" / "notes.txt").write_text("mine", "utf-8")
        before = held(tmp_path)
        monkeypatch.chdir(tmp_path / "here")
        ran = site("plan", output)
        assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
        assert held(tmp_path) == before

    def test_a_plan_that_was_put_into_a_site_stays(self, tmp_path: Path) -> None:
        assert site(ROOT / "examples" / "jalisco-2016.yaml", tmp_path / "public").status == 0
        shutil.copy(ROOT / "examples" / "jalisco-2016.yaml", tmp_path / "public" / "plan-2016.yaml")
        assert site(tmp_path / "public" / "plan-2016.yaml", tmp_path / "public").status == 2
        assert (tmp_path / "public" / "plan-2016.yaml").is_file()

    def test_a_plan_with_errors_replaces_nothing_when_strict(self, tmp_path: Path) -> None:
        assert site(ROOT / "examples" / "arroyo-garza-2025.yaml", tmp_path / "public").status == 0
        before = held(tmp_path / "public")
        assert site(ROOT / "examples" / "jalisco-2016.yaml", tmp_path / "public", "--strict").status == 2
        assert held(tmp_path / "public") == before

    def test_a_broken_template_replaces_nothing(self, tmp_path: Path) -> None:
        assert site(ROOT / "examples" / "arroyo-garza-2025.yaml", tmp_path / "public").status == 0
        before = held(tmp_path / "public")
        own = tmp_path / "own" / "document" / "html"
        own.mkdir(parents=True)
        (own / "page.html.j2").write_text("<p>\n{{ nothing.here }}\n", "utf-8")
        ran = site(ROOT / "examples" / "arroyo-garza-2025.yaml", tmp_path / "public", "--template", tmp_path / "own")
        assert ran.status == 2
        assert "page.html.j2" in ran.err
        assert held(tmp_path / "public") == before

    def test_a_template_can_forget_to_escape_the_data_and_nothing_happens(self, tmp_path: Path) -> None:
        own = tmp_path / "own" / "document" / "html"
        own.mkdir(parents=True)
        (own / "page.html.j2").write_text(
            '<title>x</title><script type="application/ld+json">{{ frame.metadata }}</script>', "utf-8"
        )
        plan = tmp_path / "plan.yaml"
        plan.write_text(SMALL.format(title='"</script><script>alert(1)</script>"'), "utf-8")
        assert site(plan, tmp_path / "public", "--template", tmp_path / "own").status == 0
        text = (tmp_path / "public" / "index.html").read_text("utf-8")
        assert text.count("<script") == 1
        assert "\\u003c/script\\u003e" in text

    def test_without_icalendar_the_site_is_made_and_says_what_it_lacks(self, tmp_path: Path) -> None:
        code = "import sys; sys.modules['icalendar'] = None; from lap.__main__ import main; main()"
        words = [
            "site",
            str(ROOT / "examples" / "jalisco-2016.yaml"),
            "--output",
            str(tmp_path / "public"),
            *DAY,
            "--lang",
            "es",
        ]
        ran = subprocess.run(
            [sys.executable, "-c", code, *words], capture_output=True, text=True, env=bare_environment(), check=False
        )
        assert ran.returncode == 0
        assert "lap: deadlines.ics no se hizo, porque falta el paquete icalendar." in ran.stderr
        assert not (tmp_path / "public" / "deadlines.ics").exists()
        assert "deadlines.ics" not in (tmp_path / "public" / "data.html").read_text("utf-8")
        assert broken(tmp_path / "public") == []

    def test_a_plan_of_nothing_has_a_site(self, tmp_path: Path) -> None:
        (tmp_path / "plan.yaml").write_text("lap: 1\n", "utf-8")
        assert site(tmp_path, tmp_path / "public").status == 0
        assert broken(tmp_path / "public") == []
        assert (tmp_path / "public" / MARK).is_file()

    @settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=10)
    @given(st.text(max_size=30), st.text(max_size=30))
    def test_any_id_and_title_make_a_site(self, tmp_path: Path, key: str, title: str) -> None:
        plan = {
            "lap": "1",
            "title": title,
            "commitments": {key or "a": {"title": title}},
            "parties": {key or "b": {"name": title}},
        }
        (tmp_path / "plan-x.yaml").write_text(json.dumps(plan), "utf-8")
        assert site(tmp_path / "plan-x.yaml", tmp_path / "public").status == 0
        assert broken(tmp_path / "public") == []
        assert sorted(path.name for path in tmp_path.iterdir()) == ["plan-x.yaml", "public"]


def test_it_says_how_many_files_it_made(tmp_path: Path) -> None:
    ran = site(ROOT / "examples" / "jalisco-2016.yaml", tmp_path / "public")
    number = len(held(tmp_path / "public")) - 1  # but the mark
    assert ran.out == f"{number} files in {tmp_path / 'public'}.\n"
