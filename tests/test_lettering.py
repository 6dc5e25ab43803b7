"""Lines of text where no font can be asked: nothing is lost, nothing is wider than its room, in any usual font."""

import string
from typing import Any

import pytest
from hostile import HOSTILE
from hypothesis import given
from hypothesis import strategies as st

from lap.show.escape import one_line
from lap.show.lettering import BOLD, estimated, fitted, width

pytest_plugins = ["browser"]
LETTERS = string.printable[:95] + "¡¿áéíóúüñÁÉÍÓÚÜÑàâçêîôœßÇŁłžŠ°ºª«»“”‘’–—…•€§×±"
FONTS = ("Liberation Sans", "DejaVu Sans", "Arial", "Helvetica", "sans-serif")
TEXTS = st.one_of(
    st.sampled_from(HOSTILE), st.text(max_size=200), st.text(st.sampled_from("abc -/ñ家😀"), max_size=200)
).map(one_line)


@given(text=TEXTS, room=st.integers(40, 400), size=st.sampled_from([16, 21, 26]), bold=st.booleans())
def test_all_words_are_there_and_every_line_has_room(text: str, room: int, size: int, bold: bool) -> None:
    lines, whole = fitted(text, room, size, bold)
    assert whole
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(width(line, size, bold) <= room for line in lines)


@given(text=TEXTS, room=st.integers(60, 400), most=st.integers(1, 4))
def test_of_more_lines_than_there_may_be_the_rest_is_left_out_and_it_is_seen(text: str, room: int, most: int) -> None:
    all_lines, (lines, whole) = fitted(text, room, 20).lines, fitted(text, room, 20, most=most)
    assert len(lines) == min(most, len(all_lines))
    assert whole == (len(all_lines) <= most)
    assert whole or lines[-1].endswith("…")
    assert all(width(line, 20) <= room for line in lines)


def test_a_word_is_parted_only_where_it_has_no_room_for_itself() -> None:
    assert fitted("one two", width("one two", 20), 20).lines == ("one two",)
    assert fitted("one two", width("one tw", 20), 20).lines == ("one", "two")
    assert fitted("at low-pressure", width("at low-press", 20), 20).lines == ("at low-", "pressure")
    assert fitted("at low-pressure", width("low-pressure", 20), 20).lines == ("at", "low-pressure")
    assert fitted("low-pressure", width("low-press", 20), 20).lines == ("low-", "pressure")
    assert fitted("a.org/b/c", width("a.org/b", 20), 20).lines == ("a.org/", "b/c")
    assert fitted("abcdef", width("abc", 20), 20).lines == ("abc", "def")


def test_only_letters_that_were_measured_pass_for_known() -> None:
    assert not estimated("Niñas y niños toman clase: 31% («sí»)")
    assert estimated("日本")
    assert estimated("☐ ж")


@pytest.mark.parametrize("font", FONTS)
def test_no_letter_is_wider_in_a_usual_font_than_we_take_it_to_be(page: Any, font: str) -> None:
    measured = page.evaluate(
        """([letters, font]) => { const drawing = document.createElement('canvas').getContext('2d');
        return ['normal', 'bold'].map(weight => { drawing.font = `${weight} 1000px "${font}"`;
          if (font === 'sans-serif') drawing.font = `${weight} 1000px sans-serif`;
          return letters.map(letter => drawing.measureText(letter).width) }) }""",
        [list(LETTERS), font],
    )
    for bold, widths in enumerate(measured):
        wider = {
            letter: found
            for letter, found in zip(LETTERS, widths, strict=True)
            if found > width(letter, 1000, bool(bold)) + 0.5
        }
        assert wider == {}
    assert BOLD > 1
