"""Texts that say the same in other letters, and names of one body under two spellings."""

from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lap.language.likeness import equal_in_words, twins, words_that_count


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Vendors with a written place", "the vendors, with written place"),
        ("Inscripción de víctimas", "inscripcion de VICTIMAS."),
        ("Inscripcio\u0301n", "Inscripción"),
        ("To register every vendor of the town", "To register every vendors of the town"),
        ("El registro de las víctimas", "Registro de víctimas"),
        ("De la", "de la"),
    ],
)
def test_equal_in_words(one: str, other: str) -> None:
    assert equal_in_words(one, other)
    assert equal_in_words(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Vendors with a place", "Vendors without a place"),
        ("Se publica el registro", "No se publica el registro de compras"),
        ("", ""),
        ("…", "!"),
        ("", "Vendors"),
        ("Register of vendors", "A page with the works of the town"),
    ],
)
def test_not_equal_in_words(one: str, other: str) -> None:
    assert not equal_in_words(one, other)


@given(st.text(max_size=60))
def test_a_text_with_a_letter_or_a_figure_is_equal_to_itself(text: str) -> None:
    assert equal_in_words(text, text) is bool(words_that_count(text))


@given(
    st.lists(st.sampled_from(["open", "data", "register", "works", "of", "water", "place"]), min_size=1, max_size=8),
    st.data(),
)
def test_where_the_ratio_is_high_enough_they_are_equal(words: list[str], data: st.DataObject) -> None:
    one = " ".join(words)
    place = data.draw(st.integers(0, len(one) - 1))
    other = one[:place] + data.draw(st.sampled_from(["", "x"])) + one[place + 1 :]
    kept = [" ".join(words_that_count(text)) for text in (one, other)]
    ratio = SequenceMatcher(None, *kept, autojunk=False).ratio()
    assert equal_in_words(one, other) is (any(kept) and ratio >= 0.9)


ONE_BODY = [
    ("Secretaría de Desarrollo Económico", "Secretaria de Desarollo Economico"),
    ("Poder Ciudadano", "PoderCiudadano, A.C."),
    ("Salud, Secretaría de", "Secretaría de Salud"),
    ("Colectivo Huellas", "COLECTIVO HUELLAS S.C."),
    ("Ministry of Labour and Social Welfare", "Ministry for Labour & Social Welfare"),
    ("Cuentas-Abiertas", "Cuentas Abiertas"),
    ("Transparencia", "Transparencía"),
    ("Cabildeo", "Cabildeos"),
]
TWO_BODIES = [
    ("Comité de San Juan", "Comité de San Luis"),
    ("Escuela Primaria 12", "Escuela Primaria 21"),
    ("Zona A", "Zona B"),
    ("Secretaría de Salud", "Secretaría de Salud del Estado"),
    ("Universidad de Tepic", "Universidad de Tecate"),
    ("Ministry of Health", "Ministry of Wealth"),
    ("Red Norte", "Red Sur"),
]


@pytest.mark.parametrize(("one", "other"), ONE_BODY)
def test_one_body_under_two_spellings(one: str, other: str) -> None:
    assert list(twins({"a": one, "z": "Nobody Else", "b": other})) == [("a", "b")]


@pytest.mark.parametrize(("one", "other"), TWO_BODIES)
def test_two_bodies(one: str, other: str) -> None:
    assert list(twins({"a": one, "b": other})) == []


def test_twins_are_found_among_many() -> None:
    names = {f"c{number:03}": f"Comité vecinal {number:03}" for number in range(200)}
    names |= {f"d{number}": one for number, one in enumerate(["Comité vecinal del agua", "Comite vecinal, agua"])}
    assert list(twins(names)) == [("d0", "d1")]
