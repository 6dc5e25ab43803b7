"""Groups of people and places in a text, and how large it says that something is."""

import pytest

from lap.language.people import names_people, same_people
from lap.language.places import names_a_place
from lap.language.sentence import read


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("street vendors", "Vendors of the north market"),
        ("street vendors", "Union of Street Vendors"),
        ("jornaleros agrícolas", "Una jornalera de Autlán"),
        ("mujeres que caminan de noche", "mujer de 30 años"),
        ("niñas y niños de las escuelas", "niños"),
        ("personas con discapacidad", "Consejo para Personas con Discapacidad"),
        ("residents of Arroyo Garza", "residents"),
        ("people", "People of the hill"),
    ],
)
def test_groups_with_a_telling_word_in_common(one: str, other: str) -> None:
    assert same_people(one, other)
    assert same_people(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("street vendors", "inspectors"),
        ("personas con discapacidad", "personas servidoras públicas"),
        ("people who cross the highway", "people of the ministry"),
        ("", "street vendors"),
        ("", ""),
        ("the", "of"),
    ],
)
def test_other_groups(one: str, other: str) -> None:
    assert not same_people(one, other)
    assert not same_people(other, one)


@pytest.mark.parametrize(
    ("language", "text", "named"),
    [
        ("en", "Pregnant teenagers leave school", True),
        ("en", "Women and men on the islands wait longer", True),
        ("en", "Mistrust between society and its institutions", False),
        ("en", "Citizens do not believe what is published", False),
        ("es", "Las jornaleras trabajan sin contrato", True),
        ("es", "Los JÓVENES se van", True),
        ("es", "Cada año hay menos interés", False),
        ("es", "La ciudadanía desconfía", False),
    ],
)
def test_a_part_of_the_population_is_named(language: str, text: str, named: bool) -> None:
    assert names_people(text, language) is named


@pytest.mark.parametrize(
    ("language", "text", "named"),
    [
        ("en", "The streets of Agua Clara flood", True),
        ("en", "Buses stop at the Old Market", True),
        ("en", "Agua Clara floods", False),
        ("en", "A forum at the RCMP is missing", False),
        ("en", "Transparency and Open Government are unknown", False),
        ("es", "El agua falta en el Barrio Alto", True),
        ("es", "Las calles del Valle se inundan", True),
        ("es", "las calles se inundan", False),
        ("es", "", False),
    ],
)
def test_a_place_is_a_name_after_a_preposition(language: str, text: str, named: bool) -> None:
    assert names_a_place(read(text, language)) is named


@pytest.mark.parametrize(
    ("language", "text", "sizes"),
    [
        ("en", "To renew a permit takes six weeks", ("six",)),
        ("en", "Absence from class doubled between 2014 and 2016", ("doubled",)),
        ("en", "Half of the lamps are dark", ("Half",)),
        ("en", "Vendors have paid since 2019", ()),
        ("es", "Registrarse les cuesta tres semanas", ("tres",)),
        ("es", "Las faltas se duplicaron en 2024", ("duplicaron",)),
        ("es", "Desde 2019 los comerciantes pagan sobornos", ()),
    ],
)
def test_a_length_of_time_tells_how_large_something_is(language: str, text: str, sizes: tuple[str, ...]) -> None:
    assert read(text, language).magnitudes == sizes


@pytest.mark.parametrize(
    ("language", "text"), [("en", "Open the clinic in six weeks"), ("es", "Abrir en tres semanas")]
)
def test_where_something_is_promised_it_is_a_deadline(language: str, text: str) -> None:
    assert read(text, language).figures == ()
    assert read(text, language).magnitudes
