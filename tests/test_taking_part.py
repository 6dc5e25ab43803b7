"""Taking part without a server: the addresses to comment and to suggest a change, and what stands in pages and documents."""

import re
import subprocess
from pathlib import Path
from urllib.parse import parse_qs, quote, unquote, urlsplit

import pytest
from conftest import ROOT, lap
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from lap.participation import BLANKS, Participation
from lap.render.addresses import safe
from lap.render.taking_part import LIMIT, About, Spot, to_change, to_comment, to_line, to_write
from lap.show.escape import one_line
from lap.source.vocabulary import KINDS

ABOUT = About("Comentario sobre «Agua»", "Sobre el compromiso «Agua» (agua):", "agua")
SPOT = Spot("planes/año 1/p#1.yaml", 12, "0123456789")
REPOSITORIES = st.sampled_from(
    ["https://github.com/o/r", "https://gitlab.com/g/s/r", "https://gitlab.gob.mx/g/r", "https://git.example.org/o/r"]
)
PATTERNS = st.sampled_from(
    [
        "",
        "{repository}/new?t={title}&b={text}",
        "https://x.example/{commitment}?f={form}&t={title}",
        "{repository}/{text}",
    ]
)


class TestHosts:
    def test_github(self) -> None:
        where = "https://github.com/o/r"
        assert to_comment(where, ABOUT) == (
            "https://github.com/o/r/issues/new?title=Comentario%20sobre%20%C2%ABAgua%C2%BB"
            "&body=Sobre%20el%20compromiso%20%C2%ABAgua%C2%BB%20%28agua%29%3A"
        )
        assert to_change(where, SPOT) == "https://github.com/o/r/edit/main/planes/a%C3%B1o%201/p%231.yaml"
        assert to_line(where, SPOT) == "https://github.com/o/r/blob/0123456789/planes/a%C3%B1o%201/p%231.yaml#L12"

    def test_gitlab_wherever_it_runs(self) -> None:
        for where in ("https://gitlab.com/g/s/r", "https://gitlab.gob.mx/g/s/r"):
            assert to_comment(where, ABOUT).startswith(f"{where}/-/issues/new?issue%5Btitle%5D=Comentario%20sobre")
            assert to_change(where, SPOT) == f"{where}/-/edit/main/planes/a%C3%B1o%201/p%231.yaml"
            assert to_line(where, SPOT) == f"{where}/-/blob/0123456789/planes/a%C3%B1o%201/p%231.yaml#L12"

    def test_a_form_of_the_project(self) -> None:
        ways = Participation(form="comentario.yml")
        asked = parse_qs(urlsplit(to_comment("https://github.com/o/r", ABOUT, ways)).query)
        assert asked == {"template": ["comentario.yml"], "title": [ABOUT.title], "commitment": ["agua"]}
        asked = parse_qs(urlsplit(to_comment("https://gitlab.com/o/r", ABOUT, Participation(form="voz.md"))).query)
        assert asked == {"issuable_template": ["voz"], "issue[title]": [ABOUT.title]}

    def test_any_other_host_by_the_settings(self) -> None:
        where = "https://git.example.org/o/r"
        ways = Participation(
            branch="plan/2026",
            comment="{repository}/new?t={title}&c={commitment}",
            change="{repository}/_edit/{branch}/{path}",
            line="{repository}/at/{commit}/{path}#{line}",
        )
        assert to_comment(where, ABOUT) == to_change(where, SPOT) == to_line(where, SPOT) == ""
        assert to_comment(where, ABOUT, ways) == f"{where}/new?t=Comentario%20sobre%20%C2%ABAgua%C2%BB&c=agua"
        assert to_change(where, SPOT, ways) == f"{where}/_edit/plan/2026/planes/a%C3%B1o%201/p%231.yaml"
        assert to_line(where, SPOT, ways) == f"{where}/at/0123456789/planes/a%C3%B1o%201/p%231.yaml#12"

    @pytest.mark.parametrize(
        "written",
        [
            "https://github.com/o/r/", "https://github.com/o/r.git", "https://github.com/o/r/tree/main/planes",
            "https://me:secret@github.com/o/r", " https://github.com/o/r ",
        ],
    )  # fmt: skip
    def test_a_repository_is_known_however_it_is_written(self, written: str) -> None:
        assert to_change(written, SPOT) == to_change("https://github.com/o/r", SPOT)

    @pytest.mark.parametrize(
        "written",
        [
            "", "mailto:a@b.mx", "javascript:alert(1)", "//github.com/o/r", "https://github.com/o", "https://github.com/o/r/s",
            "https://[github.com/o/r", "https://github.com.evil.example/o/r", "https://example.org/gitlab/r",
        ],
    )  # fmt: skip
    def test_what_is_no_repository_gets_no_link(self, written: str) -> None:
        assert to_comment(written, ABOUT) == to_change(written, SPOT) == to_line(written, SPOT) == ""

    @pytest.mark.parametrize("path", ["", "/etc/plan.yaml", "../plan.yaml", "a/../plan.yaml", "-", "C:/plan.yaml"])
    def test_a_file_outside_of_the_repository_gets_no_link(self, path: str) -> None:
        assert to_change("https://github.com/o/r", SPOT._replace(path=path)) == ""
        assert to_line("https://github.com/o/r", SPOT._replace(path=path)) == ""

    def test_what_is_too_long_whatever_is_cut_gets_no_link(self) -> None:
        spot = SPOT._replace(path="ñ" * 400)
        assert to_change("https://github.com/o/r", spot) == to_line("https://github.com/o/r", spot) == ""
        assert to_comment("https://github.com/o/" + "r" * 2000, ABOUT) == ""

    def test_a_line_that_is_not_in_the_commit_gets_no_link(self) -> None:
        assert to_line("https://github.com/o/r", SPOT._replace(commit="")) == ""

    def test_a_mail_begins_with_its_subject(self) -> None:
        assert to_write("gobierno@example.org", "Sobre «agua» & más") == (
            "mailto:gobierno@example.org?subject=Sobre%20%C2%ABagua%C2%BB%20%26%20m%C3%A1s"
        )

    @pytest.mark.parametrize(
        "contact", ["", "oficina 12", "a@b", "a@b.mx?bcc=c@d.mx", "a@b.mx,c@d.mx", "a b@c.mx", "a@b.mx\n"]
    )
    def test_what_is_no_mail_address_begins_none(self, contact: str) -> None:
        assert to_write(contact, "x") == ""


class TestLaws:
    @given(REPOSITORIES, st.text(), st.text(), st.text(), PATTERNS, st.sampled_from(["", "c.yml"]))
    def test_a_comment_is_short_safe_and_says_what_was_meant(
        self, repository: str, title: str, text: str, key: str, pattern: str, form: str
    ) -> None:
        made = to_comment(repository, About(title, text, key), Participation(form=form, comment=pattern))
        assert len(made) < LIMIT
        assert made == "" or safe(made) == made
        assert "+" not in made
        assert "{" not in made
        if made and "t=" in made:
            said = parse_qs(urlsplit(made).query)
            begun = next(said[name][0] for name in ("title", "issue[title]", "t") if name in said)
            assert one_line(title).startswith(begun.removesuffix("…"))

    @given(st.text("aé😀 &#?%/\\\n", max_size=3000), st.text("aé😀 &#?%/\\\n", max_size=3000))
    def test_as_much_is_said_as_fits(self, title: str, text: str) -> None:
        made = to_comment("https://github.com/o/r", About(title, text, "c"))
        title, text = " ".join(title.split()), text.strip()
        if not title or not text:
            assert made == ""
            return
        said = parse_qs(urlsplit(made).query)
        if len(quote(title, safe="")) + len(quote(text, safe="")) < LIMIT - 60:
            assert said == {"title": [title], "body": [text]}
        else:
            assert said["body"][0].endswith("…")
            assert text.startswith(said["body"][0].removesuffix("…"))
            assert title.startswith(said["title"][0].removesuffix("…"))
            assert len(made) > LIMIT - 40

    @given(REPOSITORIES, st.text(min_size=1), st.integers(1, 10**6), st.text("abc/-._ñ", min_size=1))
    def test_a_path_comes_out_as_it_went_in(self, repository: str, path: str, line: int, branch: str) -> None:
        spot, ways = Spot(path, line, "0123456789"), Participation(branch=branch)
        for made in (to_change(repository, spot, ways), to_line(repository, spot, ways)):
            assert len(made) < LIMIT
            if made:
                parts = urlsplit(made)
                assert unquote(parts.path, errors="strict").endswith(f"/{path}")
                assert (parts.query, parts.fragment) in (("", ""), ("", f"L{line}"))
                assert parts.netloc == urlsplit(repository).netloc

    def test_every_blank_has_its_words_in_both_languages(self) -> None:
        assert {name for names in BLANKS.values() for name in names} == set(KINDS["=blank"].entries)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a plan in a folder, at its first commit."""
    plan = (ROOT / "examples" / "arroyo-garza-2025.yaml").read_text("utf-8")
    plan = re.sub(r"^repository:.*$", "repository: https://github.com/agz/plan", plan, flags=re.M)
    (tmp_path / "planes").mkdir()
    (tmp_path / "planes" / "plan-a.yaml").write_text(plan, "utf-8")
    monkeypatch.chdir(tmp_path)
    git("init", "-q")
    git("add", ".")
    git("-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-qm", "x")
    return tmp_path


def git(*words: str) -> str:
    return subprocess.run(["git", *words], check=True, capture_output=True, text=True).stdout.strip()


PLAN = "planes/plan-a.yaml"
DAY = ("--as-of", "2026-11-30", "--lang", "en")


class TestInPagesAndDocuments:
    def test_each_commitment_has_its_links(self, repository: Path) -> None:
        text = lap("render", PLAN, "--commitment", "lit-streets", *DAY).out
        commit = git("rev-parse", "HEAD")[:10]
        lines = (repository / PLAN).read_text("utf-8").splitlines()
        line = lines.index("  lit-streets:") + 1
        assert "](https://github.com/agz/plan/issues/new?title=Comment%20on%20" in text
        assert "](https://github.com/agz/plan/edit/main/planes/plan-a.yaml)" in text
        assert f"line {line}](https://github.com/agz/plan/blob/{commit}/planes/plan-a.yaml#L{line})" in text
        assert "](mailto:open.government@example.org?subject=Comment%20on%20" in text

    def test_the_settings_say_the_branch_and_the_form(self, repository: Path) -> None:
        (repository / ".lap.yaml").write_text("participacion: {rama: trabajo, formulario: comentario.yml}\n", "utf-8")
        text = lap("render", PLAN, "--commitment", "lit-streets", *DAY).out
        assert "/edit/trabajo/planes/plan-a.yaml)" in text
        assert "/issues/new?template=comentario.yml&title=" in text

    def test_a_file_that_changed_since_has_no_line(self, repository: Path) -> None:
        path = repository / PLAN
        path.write_text("# one more line\n" + path.read_text("utf-8"), "utf-8")
        text = lap("render", PLAN, "--commitment", "lit-streets", *DAY).out
        assert "/edit/main/planes/plan-a.yaml)" in text
        assert "/blob/" not in text

    def test_outside_of_git_nothing_is_guessed_of_files(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        plan = (ROOT / "examples" / "arroyo-garza-2025.yaml").read_text("utf-8")
        monkeypatch.chdir(tmp_path)
        Path("plan-a.yaml").write_text(
            plan.replace("https://example.org/arroyo-garza/repository", "https://github.com/a/b")
        )
        text = lap("render", "plan-a.yaml", "--commitment", "lit-streets", *DAY).out
        assert "https://github.com/a/b/issues/new" in text
        assert "/edit/" not in text
        assert "/blob/" not in text

    def test_without_a_repository_and_a_contact_nothing_is_said(self, tmp_path: Path) -> None:
        path = tmp_path / "plan-a.yaml"
        path.write_text("lap: 1\ntitle: T\nlanguage: en\ncommitments: {a: {title: A, commitment: To do it}}\n", "utf-8")
        assert "Take part" not in lap("render", path, *DAY).out
        path.write_text(path.read_text("utf-8") + "contact: the office on the square\n", "utf-8")
        text = lap("render", path, *DAY).out
        assert "Take part" in text
        assert "the office on the square" in text
        assert "mailto" not in text

    def test_the_page_of_comments_leads_there_too(self, repository: Path) -> None:
        assert lap("site", PLAN, "--output", "public", *DAY).status == 0
        page = (repository / "public" / "comments.html").read_text("utf-8")
        assert "https://github.com/agz/plan/issues/new?title=Comment%20on%20" in page
        assert "https://github.com/agz/plan/edit/main/planes/plan-a.yaml" in page


@pytest.mark.parametrize(
    ("name", "setting"), [("comment", "taking-part: {form: "), ("comentario", "participacion: {formulario: ")]
)
def test_the_forms_to_copy_fit_the_links(name: str, setting: str) -> None:
    path = ROOT / "templates" / "taking-part" / f"{name}.yml"
    form = YAML(typ="safe", pure=True).load(path.read_text("utf-8"))
    assert set(form) == {"name", "description", "body"}
    fields = {one["id"]: one for one in form["body"] if one["type"] != "markdown"}
    assert fields["commitment"]["type"] == "input"
    assert fields["remark"]["validations"] == {"required": True}
    assert all(one["attributes"]["label"] for one in fields.values())
    assert f"{setting}{path.name}}}" in path.read_text("utf-8")
