"""Texts of a tree that stand in it twice: found in any number of texts, each later one once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lap.language.likeness import equal_in_words, repeated

WORDS = st.sampled_from(["the", "market", "markets", "has", "no", "light", "water", "at", "night", "stall", "12", "14"])
TEXTS = st.lists(st.lists(WORDS, max_size=7).map(" ".join), max_size=12)


def pairs(*texts: str) -> list[tuple[str, str]]:
    return list(repeated({str(number): text for number, text in enumerate(texts)}))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The markets are dark at night", "the market is dark, at night"),
        ("No municipality keeps a register of farm workers", "No municipality keeps the registers of farm workers"),
        ("Los patrones no conocen su obligación de registrar", "Los patrones no conocen bien su obligación de registrar"),
        ("Falta un mapa", "FALTA EL MAPA."),
        ("PoderCiudadano", "Poder Ciudadano"),
    ],
)  # fmt: skip
def test_what_says_the_same_is_found_either_way_round(one: str, other: str) -> None:
    assert pairs(one, other) == pairs(other, one) == [("0", "1")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The municipal health centres of the northern region close on Saturdays",
            "The municipal health centres of the southern region close on Saturdays",
        ),
        ("The road is closed from kilometre 10 to 12", "The road is closed from kilometre 12 to 14"),
        ("The vendors who are registered pay the inspectors", "The vendors who are unregistered pay the inspectors"),
        ("Las mujeres ganan menos que los hombres", "Los hombres ganan menos que las mujeres"),
        ("", ""),
        ("…", "!"),
    ],
)
def test_another_word_or_figure_says_something_else(one: str, other: str) -> None:
    assert pairs(one, other) == []


def test_each_later_one_is_told_once_with_the_first() -> None:
    assert pairs("No light", "No water", "no light", "NO WATER", "No light!") == [("0", "2"), ("1", "3"), ("0", "4")]


def test_thousands_of_texts_are_told_once_each() -> None:
    texts = [f"The pipe leaks at point {number}" for number in range(5000)]
    assert pairs(*texts, texts[4321]) == [("4321", "5000")]
    assert len(pairs(*["The pipe leaks"] * 5000)) == 4999


@given(TEXTS)
def test_what_is_found_is_equal_in_words_and_points_backward(texts: list[str]) -> None:
    found = pairs(*texts)
    assert all(equal_in_words(texts[int(one)], texts[int(other)]) for one, other in found)
    assert all(int(one) < int(other) for one, other in found)
    assert len({other for _, other in found}) == len(found)


@given(TEXTS, st.data())
def test_a_copy_with_capitals_is_always_found(texts: list[str], data: st.DataObject) -> None:
    known = [text for text in texts if text.strip()]
    if known:
        copy = data.draw(st.sampled_from(known)).upper()
        assert str(len(texts)) in {other for _, other in pairs(*texts, copy)}
