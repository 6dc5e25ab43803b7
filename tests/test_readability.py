"""Syllables as people count them, and an index that falls when a text gets harder."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lap.language.readability import reading, syllables

SPANISH = {
    "país": 2, "río": 2, "transparencia": 4, "guerra": 2, "queso": 2, "aéreo": 4, "ciudad": 2, "rey": 1, "pingüino": 3,
    "ahora": 3, "baúl": 2, "información": 4, "leer": 2, "cohete": 3, "muy": 1, "búho": 2, "PAÍS": 2,
}  # fmt: skip
ENGLISH = {"table": 2, "made": 1, "government": 3, "registered": 3, "vendors": 2, "places": 2, "walked": 1, "people": 2}


@pytest.mark.parametrize(("word", "count"), SPANISH.items())
def test_spanish_words_have_the_syllables_that_people_count(word: str, count: int) -> None:
    assert syllables(word, "es") == count


@pytest.mark.parametrize(("word", "count"), ENGLISH.items())
def test_english_words_have_the_syllables_that_people_count(word: str, count: int) -> None:
    assert syllables(word, "en") == count


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    for language in ("en", "es"):
        found = reading(text, language)
        assert found.longest >= 0
        assert found.ease <= 206.835


def test_short_words_read_more_easily_than_long_ones() -> None:
    easy, hard = "Dar agua a cada casa", "Institucionalizar mecanismos interdependenciales participativos"
    assert reading(easy, "es").ease > 60 > reading(hard, "es").ease


def test_the_longest_sentence_is_counted_in_words() -> None:
    assert reading("One two. Three four five! Six", "en").longest == 3
