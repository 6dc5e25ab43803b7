"""Private data are told from those of an office."""

import pytest

from lap.language.privacy import may_hold_private_data, private_data

PRIVATE = {
    "Escríbame a ana.luna@gmail.com": "ana.luna@gmail.com",
    "ana@yahoo.com.mx": "ana@yahoo.com.mx",
    "ANA@Hotmail.es": "ANA@Hotmail.es",
    "juan_7@live.com.mx": "juan_7@live.com.mx",
    "mailto:juan@icloud.com": "juan@icloud.com",
    "ana@me.com": "ana@me.com",
    "CURP LUPA800101MJCNZN09, folio 3": "LUPA800101MJCNZN09",
    "Mi cel. es 33 1234 5678": "33 1234 5678",
    "Tel: (33) 3818-2800": "(33) 3818-2800",
    "WhatsApp +52 1 33 12 34 56 78": "+52 1 33 12 34 56 78",
    "Su teléfono: 3312345678": "3312345678",
    "phone 33-1234-5678": "33-1234-5678",
    "El teléfono 55 1234 5678 es el de mi casa, no el de la oficina": "55 1234 5678",
    "Domicilio particular: Av. Juárez 120": "Domicilio particular: Av. Juárez 1",
    "Vive en calle Hidalgo número 12, colonia Centro": "calle Hidalgo número 12, colonia",
    "Calle Morelos No. 45, Col. Americana": "Calle Morelos No. 45, Col.",
}
OFFICIAL = [
    "plan@example.org",
    "contacto@jalisco.gob.mx",
    "ana@outlook.gob.mx",
    "info@live.example.org",
    "Tel. 33 3030 5000 ext. 1234",
    "Línea de denuncia: teléfono 33 3030 1234",
    "Llame sin costo al teléfono 800 123 4567",
    "A complaints telephone since 2019",
    "Los teléfonos de 120 escuelas costaron 1,234,567,890 pesos",
    "Del 2017-02-28 al 2018-03-01 por teléfono",
    "https://example.org/2017/02/28/1234567890",
    "33 1234 5678",
    "Pavimentar la calle 5 de Mayo en la colonia Centro",
    "Oficina en calle Hidalgo número 12, colonia Centro",
    "Se visita el domicilio particular de cada beneficiario",
    "LUPA801301MJCNZN09",
]


@pytest.mark.parametrize("text", PRIVATE)
def test_private_data_are_found(text: str) -> None:
    assert private_data(text, of_person=False, of_place=False) == PRIVATE[text]
    assert may_hold_private_data(f"Something else.\n{text}\nAnd more.")


@pytest.mark.parametrize("text", OFFICIAL)
def test_what_belongs_to_an_office_is_left_alone(text: str) -> None:
    assert private_data(text, of_person=False, of_place=False) == ""


def test_a_number_is_a_telephone_where_it_stands_with_a_person() -> None:
    assert private_data("Head of Markets, 33 1234 5678", of_person=True, of_place=False) == "33 1234 5678"
    assert private_data("Head of Markets, office, 33 1234 5678", of_person=True, of_place=False) == ""


def test_a_place_has_a_street_and_no_one_lives_there() -> None:
    assert private_data("Calle Morelos No. 45, colonia Americana", of_person=False, of_place=True) == ""
