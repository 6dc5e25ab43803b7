"""The rule book: a page for each rule with what the program really says, and an index whose links lead somewhere."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from lap.cli.app import run
from lap.fragments import is_plan, page
from lap.render.rulebook import pages, says_of_its_own
from lap.rules import RULES


class Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.language = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value for name, value in attrs if tag == "a" and name == "href" and value]
        self.language = dict(attrs).get("lang") or self.language


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(("form", "suffix"), [("markdown", "md"), ("html", "html")])
def test_every_rule_has_a_page_and_the_index_leads_to_it(form: str, suffix: str, language: str) -> None:
    book = dict(pages(RULES, language, form))
    assert set(book) == {f"index.{suffix}", *(f"{rule.code}.{suffix}" for rule in RULES)}
    linked = set(re.findall(r"[(\"]([A-Z]\d{3}\.\w+)[)\"]", book[f"index.{suffix}"]))
    assert linked == set(book) - {f"index.{suffix}"}
    assert not [name for name, text in book.items() if "None" in text.replace("None o", "") or "{{" in text]


@pytest.mark.parametrize("rule", [rule for rule in RULES if is_plan(page(rule).bad)], ids=lambda rule: rule.code)
def test_a_page_says_what_the_program_says_of_its_bad_example(rule) -> None:
    english, spanish = says_of_its_own(rule, "en"), says_of_its_own(rule, "es")
    assert english
    assert len(english) == len(spanish)
    assert all(one != other for one, other in zip(english, spanish, strict=True))


def test_pages_in_html_name_their_language_and_escape_what_they_show() -> None:
    book = dict(pages(RULES, "es", "html"))
    reader = Links()
    reader.feed(book["Y105.html"])
    assert reader.language == "es"
    assert "<script" not in "".join(book.values())
    assert "&#34;Plan of Agua Clara" in book["Y101.html"]


def test_the_book_is_written_into_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "--all", "--format", "html", "--output", str(tmp_path / "book"), "--lang", "en"]) == 0
    assert len(list((tmp_path / "book").glob("*.html"))) == len(RULES) + 1
    assert str(len(RULES) + 1) in capsys.readouterr().out


def test_a_rule_is_shown_on_the_readers_own_lines(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "L101", "examples/jalisco-2016.yaml", "--lang", "en"]) == 0
    assert "57 │             days: 302" in capsys.readouterr().out


@pytest.mark.parametrize("words", [["explain"], ["explain", "--all"], ["explain", "--all", "--format", "pdf"]])
def test_what_is_missing_is_said_in_one_line(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(words) == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


def test_where_a_fix_exists_the_line_is_shown_before_and_after(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "L101", "examples/jalisco-2016.yaml", "--lang", "en"]) == 0
    shown = capsys.readouterr().out.splitlines()
    assert shown[shown.index("-            days: 302") + 1] == "+            days: 303"
