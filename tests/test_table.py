"""A table is read back whole: in a terminal of any width, by a reader of Markdown, by a reader of CSV; and it runs nothing."""

import re
from html.parser import HTMLParser
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from lap.language.speech import visible
from lap.paper import Page, width_of
from lap.show.escape import FORMULA, one_line
from lap.show.table import Column, Table, as_csv, as_markdown, as_text

HOSTILE = (
    "=1+1", "+52 662 123", "-", "-5", "−5", "@SUM(A1)", "\tx", "\r=1", "a\r\nb", 'say "so"', "a,b;c", "''", "=HYPERLINK(\"x\")", "1,250",
    "| a |", "\\|", "a\\", "`code`", "``", "<script>", "&amp;", "&#35;", "**b**", "_i_", "~~s~~", "[x](javascript:1)", "![](x)",
    "https://example.org/a_b", "www.example.org", "@who", "#12", ":+1:", "- item", "1. one", "# head", "> quote", "---", "a<br>b",
    "\x1b[31mred", "\u202eabc", "\u200b", "🙂🇲🇽", "漢字が長い", "é", "ñandú",
)  # fmt: skip
TEXTS = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=12), st.text("ab|\\`*_<>&#=+-@,;\"'\n\r\t ", max_size=12))
CELLS = st.lists(st.tuples(TEXTS, TEXTS, TEXTS), min_size=1, max_size=4)
THREE = (Column("First"), Column("Second"), Column("Third"))


def table(rows: list[tuple[str, ...]], *columns: Column, **more: object) -> Table:
    return Table(columns or THREE, list(rows), **more)  # type: ignore[arg-type]


# CSV


def read_csv(text: str) -> list[list[str]]:
    """The records of a CSV file, by the grammar of RFC 4180 alone."""
    records: list[list[str]] = [[]]
    place = 0
    while place < len(text):
        if text[place] == '"':
            end = place + 1
            while text[end] != '"' or text[end + 1 : end + 2] == '"':
                end += 2 if text[end] == '"' else 1
            field, place = text[place + 1 : end].replace('""', '"'), end + 1
        else:
            end = min(found for one in (",", "\r\n") if (found := text.find(one, place)) >= 0)
            field, place = text[place:end], end
            assert not set('"\r\n') & set(field)
        records[-1].append(field)
        if text[place] == ",":
            place += 1
        else:
            assert text[place : place + 2] == "\r\n"
            place += 2
            records.append([])
    return records[:-1]


@given(CELLS)
def test_csv_is_read_back_as_it_was_shown(rows: list[tuple[str, ...]]) -> None:
    head, *found = read_csv(as_csv(table(rows)))
    assert head == ["First", "Second", "Third"]
    for cell, text in zip(chain(*found), chain(*rows), strict=True):
        assert cell.replace(" ", "") in (one := visible(text).replace(" ", ""), "'" + one)


@given(TEXTS)
def test_no_cell_of_a_csv_file_begins_as_a_formula_does(text: str) -> None:
    _, (cell,) = read_csv(as_csv(table([(text,)], Column("One"))))
    assert not cell.startswith(FORMULA) or re.fullmatch(r"[+-]?\d+(\.\d+)?%?", cell)


@pytest.mark.parametrize(
    "text", ["=1+1", "+1+1", "-1-1", "@SUM(1)", "\t=1", "\n=1", "=cmd|' /C calc'!A0", "＝1+1", "＠SUM(1)", "-"]
)
def test_a_formula_gets_an_apostrophe(text: str) -> None:
    (cell,) = read_csv(as_csv(table([(text,)], Column("One"))))[1]
    assert cell.replace(" ", "") == "'" + text.replace(" ", "")


@pytest.mark.parametrize("number", ["-5", "+5", "-0.5", "-12%", "1,250", "5"])
def test_a_number_stays_a_number(number: str) -> None:
    assert read_csv(as_csv(table([(number,)], Column("One"))))[1] == [number]


@pytest.mark.parametrize("end", [";", "\t", "\n"])
def test_a_spreadsheet_that_ends_cells_elsewhere_finds_no_formula(end: str) -> None:
    (cell,) = read_csv(as_csv(table([(f"a{end}=1+1",)], Column("One"))))[1]
    assert not cell.split(end)[1].startswith(FORMULA)


def test_a_heading_is_no_formula_either() -> None:
    assert as_csv(table([("x",)], Column("=1+1"))) == "'=1+1\r\nx\r\n"


def test_a_terminal_obeys_nothing_in_a_csv_file() -> None:
    assert "\x1b" not in as_csv(table([("\x1b[2J", "\u202e", "\x00")]))


# Markdown


class Cells(HTMLParser):
    """The cells of the only table of a page, as their lines of text; anything but a table is an error."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[list[str]]] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        assert tag in ("table", "thead", "tbody", "tr", "th", "td", "br"), tag
        if tag == "tr":
            self.rows.append([])
        elif tag in ("th", "td"):
            self.rows[-1].append([""])
        elif tag == "br":
            self.rows[-1][-1].append("")

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.rows[-1][-1][-1] += data


def cells_of(markdown: str) -> list[list[list[str]]]:
    page = Cells()
    page.feed(MarkdownIt("commonmark", {"html": True}).enable("table").render(markdown))
    page.close()
    return page.rows


@given(CELLS)
def test_markdown_is_read_back_as_it_was_written(rows: list[tuple[str, ...]]) -> None:
    _, *found = cells_of(as_markdown(table(rows)))
    assert found == [[[one_line(line) for line in cell.split("\n")] for cell in row] for row in rows]


def test_markdown_shows_a_line_break_in_a_cell_as_one() -> None:
    assert "| a<br>b | c\\<br\\>d |  |" in as_markdown(table([("a\nb", "c<br>d", "")]))


def test_markdown_has_a_title_the_alignment_and_notes() -> None:
    made = as_markdown(
        table([("a", "1")], Column("Name"), Column("Days", right=True), title="A *title*", notes=["Note"]), 3
    )
    assert made == "### A \\*title\\*\n\n| Name | Days |\n| --- | ---: |\n| a | 1 |\n\nNote\n"


# The terminal


def words(text: str) -> list[str]:
    """The letters and signs of a text, without blanks: a terminal breaks lines anywhere."""
    return sorted("".join(text.split()))


LONG = st.text("abñé ,.🙂漢\n", min_size=1, max_size=60)


@given(st.lists(st.tuples(LONG, LONG, LONG, LONG), min_size=1, max_size=3), st.integers(40, 160))
def test_no_line_is_wider_than_the_terminal_and_nothing_is_lost(rows: list[tuple[str, ...]], width: int) -> None:
    columns = [Column("W"), Column("X", least=9), Column("Y", least=20), Column("Z")]
    made = as_text(table(rows, *columns), Page(width))
    assert max(map(width_of, made.splitlines())) <= width
    shown = [one for one in words(made) if one not in "─WXYZ:·"]
    assert shown == words("".join(cell for row in rows for cell in row))


@pytest.mark.parametrize("width", [40, 59, 60, 61, 100, 200])
def test_columns_that_need_unequal_room_are_not_cut(width: int) -> None:
    columns = [Column("A"), Column("B", least=22), *(Column(name, least=16) for name in "CDE")]
    made = as_text(
        table([("Activity 1.10", *["many words that go on and on until they end"] * 4)], *columns), Page(width)
    )
    assert max(map(width_of, made.splitlines())) <= width
    assert made.count("end") == 4


def test_long_columns_share_what_room_there_is() -> None:
    made = as_text(table([("short", "many words " * 9, "more words " * 9)]), Page(69)).splitlines()
    first, second, third = (made[1].index(name) for name in ("First", "Second", "Third"))
    assert abs((third - second) - (69 - third)) <= 3
    assert second - first < third - second


def test_a_line_break_begins_a_new_line_in_columns_and_in_lists() -> None:
    rows = [("Goal", "first\nsecond", "x" * 30)]
    wide, narrow = as_text(table(rows), Page(80)), as_text(table(rows, *THREE[:2], Column("C", whole=True)), Page(40))
    assert [line.split() for line in wide.splitlines()[3:]] == [["Goal", "first", "x" * 30], ["second"]]
    assert narrow.splitlines() == ["Goal", "  Second: first", "    second", "  C: " + "x" * 30]


def test_a_line_stands_between_groups_and_a_group_has_one_heading() -> None:
    rows = [("Goal", "a", "long " * 12), ("Goal", "b", ""), ("Purpose", "c", ""), ("Purpose", "d", "")]
    made = table(rows, title="T", ends=frozenset({1, 2}))
    rules = [number for number, line in enumerate(as_text(made, Page(100)).splitlines()) if "─" in line]
    assert len(rules) == 3
    assert lists(made) == [["Goal", "a", "b"], ["Purpose", "c"], ["Purpose", "d"]]


def lists(made: Table) -> list[list[str]]:
    """The headings of a narrow table, each with its second cells."""
    made.columns = (made.columns[0], made.columns[1], Column("Third", least=70))
    found: list[list[str]] = []
    for line in as_text(made, Page(40)).splitlines()[2:]:
        if line and not line.startswith(" "):
            found.append([line])
        elif line.startswith("  Second: "):
            found[-1].append(line.removeprefix("  Second: "))
    return found


def test_rows_that_begin_alike_are_told_apart_where_there_are_no_groups() -> None:
    assert lists(table([("Same", "a", "long " * 12), ("Same", "b", "")], title="T")) == [["Same", "a"], ["Same", "b"]]


def test_a_gap_and_a_status_have_their_colour_line_by_line() -> None:
    made = as_text(table([("plain\n☐ missing", "✓ done", "✗ late")]), Page(100, colour=True))
    assert [bool(re.search(rf"\x1b\[{code}m{text}", made)) for code, text in COLOURED] == [True, True, True]
    assert not re.search(r"\x1b\[\d+mplain", made)


COLOURED = [("33", "☐ missing"), ("32", "✓ done"), ("31", "✗ late")]


def test_a_table_without_rows_shows_its_headings() -> None:
    assert as_text(table([]), Page(80)).split()[:3] == ["First", "Second", "Third"]
    assert as_csv(table([])) == "First,Second,Third\r\n"
