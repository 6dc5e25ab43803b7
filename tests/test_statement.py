"""What a statement of a problem is read as: a missing solution, a solution, several facts, or a problem."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lap.language.lexicon import lexicon
from lap.language.opposites import only_denied
from lap.language.statement import Statement, read_statement

LANGUAGES = ("en", "es")


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("There is still no census of the wells", "en", "There is still no"),
        ("The town hall doesn’t have a list of its trucks", "en", "doesn't have"),
        ("The problem is the serious lack of bins", "en", "is the serious lack"),
        ("Todavía no existe un censo de los pozos", "es", "no existe"),
        ("El ayuntamiento no cuenta todavía con una lista de sus camiones", "es", "no cuenta todavía con"),
        ("Hay una grave falta de botes", "es", "Hay una grave falta"),
    ],
)
def test_a_missing_solution_is_told_by_its_own_words(text: str, language: str, words: str) -> None:
    assert read_statement(text, language).absence == words


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The town hall has no archive", "en"),
        ("Each of the four offices lacks an archive", "en"),
        ("El ayuntamiento no tiene archivo", "es"),
        ("La oficina carece de archivo", "es"),
        ("The office that keeps the wells has no map of them", "en"),
        ("La oficina que cuida los pozos no tiene un mapa de ellos", "es"),
        ("La oficina, que abre a mediodía, no cuenta con un mapa", "es"),
    ],
)
def test_what_an_office_does_not_have_is_a_missing_solution(text: str, language: str) -> None:
    assert read_statement(text, language).absence


@pytest.mark.parametrize(
    ("text", "language", "absent"),
    [
        ("There is no night without a theft of goats", "en", False),
        ("There is no doubt that the wells run dry", "en", False),
        ("There is no night guard at the wells", "en", True),
        ("No hay noche sin robo de cabras", "es", False),
        ("No hay pozo que no se haya secado", "es", False),
        ("No hay vigilancia en los pozos", "es", True),
    ],
)
def test_a_denial_of_a_denial_is_no_absence(text: str, language: str, absent: bool) -> None:
    assert bool(read_statement(text, language).absence) is absent


@pytest.mark.parametrize(
    ("people", "language", "suffered", "set_up"),
    [
        ("Fishermen have no ", "en", "ice in summer", "channel for their complaints"),
        ("Pupils do not have access to ", "en", "clean water", "a portal of their marks"),
        ("Los pescadores no tienen ", "es", "hielo en verano", "canales para sus quejas"),
        ("Los alumnos no tienen acceso a ", "es", "agua limpia", "un portal de calificaciones"),
    ],
)
def test_what_people_lack_is_a_problem_unless_an_office_sets_it_up(
    people: str, language: str, suffered: str, set_up: str
) -> None:
    assert not read_statement(people + suffered, language).absence
    assert read_statement(people + set_up, language).absence


@pytest.mark.parametrize(
    ("text", "language", "facts"),
    [
        ("Wells run dry and goats die", "en", ("Wells run dry", "goats die")),
        ("Wells run dry, so goats die", "en", ()),
        ("Wells run dry because goats drink there", "en", ()),
        ("Wells run dry but goats survive", "en", ()),
        ("Wells and streams run dry", "en", ()),
        ("Wells run dry. This kills goats.", "en", ()),
        ("Wells run dry. Moreover, wolves come closer.", "en", ("Wells run dry", "Moreover, wolves come closer")),
        ("Los pozos se secan y las cabras mueren", "es", ("Los pozos se secan", "las cabras mueren")),
        ("Los pozos se secan, por lo que las cabras mueren", "es", ()),
        ("Los pozos se secan porque nadie los cuida", "es", ()),
        ("Los pozos y los arroyos se secan", "es", ()),
        ("Los pozos se secan. Esto mata a las cabras.", "es", ()),
        ("Los pozos, los arroyos y las presas se secan", "es", ()),
    ],
)
def test_facts_are_counted_by_their_own_subjects(text: str, language: str, facts: tuple[str, ...]) -> None:
    told = read_statement(text, language).facts
    assert tuple(one.replace("Moreover, w", "Moreover, w") for one in told) in (
        facts,
        ("Wells run dry", "wolves come closer"),
    )


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("Plant trees along the canal", "en", "Plant"),
        ("Planting trees takes the school a year", "en", ""),
        ("Plantar árboles junto al canal", "es", "Plantar"),
        ("Plantar un árbol cuesta a la escuela un año de permisos", "es", ""),
        ("Se requiere un mercado", "es", "Se requiere"),
        ("Se requieren siete sellos para vender en el mercado", "es", ""),
        ("Hay que construir un mercado", "es", "Hay que"),
        ("Hay que caminar dos horas al mercado", "es", ""),
        ("The council will pave the road", "en", "will"),
        ("The road will be closed for two winters", "en", ""),
    ],
)
def test_a_task_is_told_from_what_people_go_through(text: str, language: str, words: str) -> None:
    assert read_statement(text, language).solution == words


def test_what_stands_in_quotes_is_somebody_elses_sentence() -> None:
    assert not read_statement("Clerks tell the sick “Why did you not come before?” and send them home", "en").solution
    assert read_statement("“Why do the sick not come before?”", "en").solution


@pytest.mark.parametrize(
    ("text", "language", "product"),
    [
        ("A map", "en", "A map"),
        ("Digital map of the wells", "en", "Digital map"),
        ("To publish a map of the wells", "en", "To publish a map"),
        ("A map of the wells hangs in each school", "en", ""),
        ("Map of the wells, updated each month", "en", ""),
        ("Un mapa", "es", "Un mapa"),
        ("Publicar un mapa de los pozos", "es", "Publicar un mapa"),
        ("El comité cuida los pozos", "es", ""),
        ("Un mapa digital", "es", "Un mapa digital"),
        ("Un padrón nombra a cada cabrero", "es", ""),
        ("Un registro existe", "es", ""),
        ("Mapa de los pozos actualizado cada mes", "es", ""),
        ("Los pozos tienen agua", "es", ""),
    ],
)
def test_a_product_is_told_from_a_state(text: str, language: str, product: str) -> None:
    assert read_statement(text, language).product == product


@pytest.mark.parametrize(
    ("one", "other", "language", "denied"),
    [
        ("Nobody counts the goats", "Everybody counts the goats", "en", True),
        ("There is no map of the wells", "There is a map of the wells", "en", True),
        ("The office doesn’t answer", "The office answers", "en", True),
        ("Goats drink from the wells", "Goats do not drink from the wells", "en", True),
        ("There is no map of the wells", "Families find clean water with a map", "en", False),
        ("Goats drink from the wells", "Goats drink from the wells", "en", False),
        ("No", "Yes", "en", False),
        ("No existe un mapa de pozos", "Existe un mapa de pozos", "es", True),
        ("Las cabras beben de los pozos", "Las cabras no beben de los pozos", "es", True),
        ("Falta de agua", "Hay agua suficiente", "es", True),
        ("Falta de agua", "Las familias beben agua limpia", "es", False),
    ],
)
def test_a_sentence_is_told_from_its_bare_denial(one: str, other: str, language: str, denied: bool) -> None:
    assert only_denied(one, other, language) is denied
    assert only_denied(other, one, language) is denied


WORDS = (
    "There", "is", "no", "lack", "of", "Falta", "de", "registro", "y", "and", ",", "que", "which", "no hay", "vecinos", "pagan", "the", ".",
    "?", "¿", "«", "»", "crear", "To", "publish", "debe", "must", "30%", "porque", "because", "in addition to", "portal", "más", "need", "“",
)  # fmt: skip
TEXTS = st.text(max_size=60) | st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)


@given(TEXTS, st.sampled_from(LANGUAGES))
def test_any_text_can_be_read_and_has_one_fault_at_most(text: str, language: str) -> None:
    statement = Statement(text, language, lexicon(language))
    faults = (statement.absence, statement.solution, statement.facts)
    assert sum(map(bool, faults)) <= 1
    quoted = (statement.absence, statement.solution, statement.product, *statement.facts)
    assert all(part in statement.text for part in quoted)


@given(TEXTS, TEXTS, st.sampled_from(LANGUAGES))
def test_denial_is_mutual_and_no_text_denies_itself(one: str, other: str, language: str) -> None:
    assert only_denied(one, other, language) == only_denied(other, one, language)
    assert not only_denied(one, one, language)
