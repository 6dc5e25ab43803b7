"""Reading sentences: main verb, infinitive, figures, hedges, aims, means, purpose and relative goals, in both languages."""

import tomllib
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lap.language import words
from lap.language.lexicon import lexicon
from lap.language.sentence import Sentence, examples, read
from lap.language.verbs import Reader

LEXICONS = Path(__file__).parent.parent / "lap" / "language"
LANGUAGES = ("en", "es")


@pytest.mark.parametrize(
    ("language", "text", "base", "form"),
    [
        ("en", "Publish the minutes", "publish", "infinitive"),
        ("en", "To fully open the minutes", "open", "infinitive"),
        ("en", "Whitewash the walls", "whitewash", "infinitive"),
        ("en", "Publishing the minutes", "publish", "gerund"),
        ("en", "Planning the budget", "plan", "gerund"),
        ("en", "Promotion of reading", "promote", "noun"),
        ("en", "Support for the committees", "support", "noun"),
        ("en", "The objective is to open a clinic", "open", "finite"),
        ("en", "The council commits to publishing its minutes", "publish", "finite"),
        ("en", "By 2026, publish the minutes", "publish", "finite"),
        ("en", "Commit to open a clinic", "open", "finite"),
        ("es", "Publicar las actas", "publicar", "infinitive"),
        ("es", "Darles un lugar", "dar", "infinitive"),
        ("es", "Oír a los vecinos", "oir", "infinitive"),
        ("es", "No cobrar el trámite", "cobrar", "infinitive"),
        ("es", "Publicando las actas", "publicar", "gerund"),
        ("es", "La promoción de la lectura", "promover", "noun"),
        ("es", "Este compromiso se orienta a abrir una clínica", "abrir", "finite"),
        ("es", "El objetivo es promover la lectura", "promover", "finite"),
        ("es", "La Secretaría promoverá la lectura", "promover", "finite"),
        ("es", "Comprometerse a abrir una clínica", "abrir", "finite"),
        ("es", "Con el fin de evitar sobornos, publicar las actas", "publicar", "finite"),
    ],
)
def test_the_main_verb_is_the_first_that_is_no_lead_in(language: str, text: str, base: str, form: str) -> None:
    verb = read(text, language).verb
    assert verb is not None
    assert (verb.base, verb.form) == (base, form)
    assert verb.written in text


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", ""), ("en", "A park for every child"), ("en", "Climate talks"), ("es", "Un parque"), ("es", "…"), ("es", "Cámara")],
)  # fmt: skip
def test_a_text_may_have_no_main_verb(language: str, text: str) -> None:
    sentence = read(text, language)
    assert sentence.verb is None
    assert not sentence.infinitive
    assert (sentence.vague, sentence.aims, sentence.relative) == ("", 0, "")


@pytest.mark.parametrize(
    "text", ["Lugar de reunión", "Taller de oficios", "Charla", "Primer informe", "Hogar temporal"]
)
def test_spelling_misleads(text: str) -> None:
    assert not read(text, "es").infinitive


@pytest.mark.parametrize(
    ("text", "infinitive"),
    [
        ("Review the rules", True),
        ("Review and update the rules", True),
        ("Review of the rules", False),
        ("Review published in May", False),
        ("Review is published", False),
        ("Design and construction of ramps", False),
        ("Train displaced families", True),
    ],
)
def test_in_english_what_follows_tells_a_verb_from_a_noun(text: str, infinitive: bool) -> None:
    assert read(text, "en").infinitive is infinitive


@pytest.mark.parametrize(
    ("language", "text", "vague"),
    [
        ("en", "Strengthen trust", "Strengthen"),
        ("en", "Publish the budget to strengthen trust", ""),
        ("en", "Raise public awareness of waste", "Raise public awareness"),
        ("en", "Raise 40,000 pesos", ""),
        ("en", "Make improvements to the stops", "Make improvements"),
        ("en", "Make the stops of the line accessible", ""),
        ("en", "Carry out actions on health", "Carry out actions"),
        ("en", "Trust will be strengthened", "strengthened"),
        ("es", "Fortalecer la confianza", "Fortalecer"),
        ("es", "Publicar el presupuesto para fortalecer la confianza", ""),
        ("es", "Generar las condiciones para el turismo", "Generar las condiciones"),
        ("es", "Generar 40 empleos", ""),
        ("es", "Brindar un mayor apoyo a las familias", "Brindar un mayor apoyo"),
        ("es", "Brindar desayunos con apoyo de las familias", ""),
        ("es", "Llevar a cabo acciones de limpieza", "Llevar a cabo acciones"),
    ],
)
def test_only_a_vague_main_verb_is_vague(language: str, text: str, vague: str) -> None:
    assert read(text, language).vague == vague


@pytest.mark.parametrize(
    ("language", "text", "figures"),
    [
        ("en", "Open 12 libraries in 3,000 days", ("12", "3,000")),
        ("en", "Serve 40 % of the families, or half of them", ("40 %", "half")),
        ("en", "Open two libraries by 31 December 2026", ("two",)),
        ("en", "Open libraries over the next two years", ()),
        ("en", "Reduce the wait from two years to one month", ("two",)),
        ("en", "Apply Executive Order 14075 and article 6", ()),
        ("en", "Visit District 9 after COVID-19, as 2SLGBTQIA people asked", ()),
        ("en", "Plant 2000 trees in 2026", ("2000",)),
        ("en", "Publish the budget so that all can read it", ()),
        ("en", "Publish the budget so that 9 of 10 can read it", ("9", "10")),
        ("en", "Above all, visit each other at least one time", ("one",)),
        ("es", "Abrir 1.200 comedores en cada una de las 16 alcaldías", ("1.200", "cada", "16")),
        ("es", "Duplicar los comedores", ("Duplicar",)),
        ("es", "Abrir comedores durante 2026 y en los próximos dos años", ()),
        ("es", "Abrir comedores del 1 de mayo al 30 de junio de 2026", ()),
        ("es", "Cumplir la Ley 27566 y la Agenda 2030 en el Barrio 31 y en sala de 5", ()),
        ("es", "Abrir comedores en la colonia Dos de Abril", ()),
        ("es", "Abrir comedores para que todos coman", ()),
        ("es", "Abrir comedores para todas las escuelas", ("todas",)),
        ("es", "Atender 30 por ciento de las quejas en 15 días", ("30 por ciento", "15")),
        ("es", "1. Abrir comedores", ()),
    ],
)  # fmt: skip
def test_a_figure_is_no_year_deadline_or_name(language: str, text: str, figures: tuple[str, ...]) -> None:
    assert read(text, language).figures == figures


@pytest.mark.parametrize(
    ("language", "text", "hedges"),
    [
        ("en", "Register shops, kitchens, etc.", ("etc",)),
        ("en", "Build ramps where possible", ("where possible",)),
        ("en", "Mark where possible slides were seen", ()),
        ("en", "Publish what the law regards as necessary", ()),
        ("en", "Publish the list as necessary, and so on", ("as necessary", "and so on")),
        ("es", "Invitar, en su caso, a las autoridades", ("en su caso",)),
        ("es", "Avisar a cada quien lo resuelto en su caso", ()),
        ("es", "Publicar las sanciones que en su caso se impongan", ("en su caso",)),
        ("es", "Avisar a escuelas, comercios, entre otros", ("entre otros",)),
        ("es", "Repartir el agua entre otros tres barrios", ()),
        ("es", "Incorporar PROGRESIVAMENTE a los barrios", ("PROGRESIVAMENTE",)),
    ],
)
def test_a_hedge_takes_a_promise_back(language: str, text: str, hedges: tuple[str, ...]) -> None:
    assert read(text, language).hedges == hedges


@pytest.mark.parametrize(
    ("language", "text", "aims"),
    [
        ("en", "Design and run a portal", ("Design",)),
        ("en", "Design a portal and run it", ("Design",)),
        ("en", "Design a portal and train 30 clerks", ("Design", "train")),
        ("en", "To design a portal and to train clerks", ("design", "train")),
        ("en", "Design a portal to inform people and train clerks", ("Design",)),
        ("en", "Design a portal, train 30 clerks and publish the budget", ("Design", "train", "publish")),
        ("en", "Design portals, reports and use of data", ("Design",)),
        ("en", "Design a portal by hiring coders and training clerks", ("Design",)),
        ("en", "Set up and run a portal", ("Set",)),
        ("en", "The council will design a portal and plans to train clerks", ("design", "train")),
        ("en", "Design a portal and, where possible, train the clerks", ("Design", "train")),
        ("es", "Diseñar y operar un portal", ("Diseñar",)),
        ("es", "Diseñar un portal y operarlo", ("Diseñar",)),
        ("es", "Diseñar un portal e instalar 30 quioscos", ("Diseñar", "instalar")),
        ("es", "Diseñar un portal para informar a la gente y atender quejas", ("Diseñar",)),
        ("es", "Diseñar un portal que permita consultar y descargar datos", ("Diseñar",)),
        ("es", "Diseñar en formato abierto y publicar un portal", ("Diseñar",)),
        ("es", "Diseñar un portal y así mejorar la confianza", ("Diseñar",)),
        ("es", "Capacitar a 30 personas; publicar el padrón", ("Capacitar", "publicar")),
    ],
)
def test_two_verbs_on_one_object_are_one_aim(language: str, text: str, aims: tuple[str, ...]) -> None:
    sentence = read(text, language)
    assert sentence.aim_verbs == aims
    assert sentence.aims == len(aims)


@pytest.mark.parametrize(
    ("language", "text", "means", "purpose"),
    [
        ("en", "Open the budget by publishing it", "by publishing it", ""),
        ("en", "Open the budget by 2026", "", ""),
        ("en", "Open the budget through fairs to inform people.", "through fairs", "to inform people."),
        ("en", "Give access to the budget", "", ""),
        ("es", "Abrir el presupuesto mediante ferias", "mediante ferias", ""),
        ("es", "Abrir el presupuesto publicando sus datos", "publicando sus datos", ""),
        ("es", "Abrir el presupuesto a través de ferias para informar", "a través de ferias", "para informar"),
        ("es", "Abrir el presupuesto para la gente", "", ""),
    ],
)
def test_means_and_purpose_are_clauses_of_their_own(language: str, text: str, means: str, purpose: str) -> None:
    sentence = read(text, language)
    assert (sentence.means, sentence.purpose) == (means, purpose)


@pytest.mark.parametrize(
    ("language", "text", "size"),
    [
        ("en", "Reduce the wait by 30%", "30%"),
        ("en", "Reduce the wait to 30 days", ""),
        ("en", "Reduce the wait to 30%", ""),
        ("en", "Reduce the wait from 40% to 30%", ""),
        ("en", "Reduce the wait by 2026", ""),
        ("en", "Increase by 300 the number of seats", "300"),
        ("en", "Increase the seats by 12 clerks", ""),
        ("en", "Halve the wait", "Halve"),
        ("en", "Achieve a 15 percent reduction in the wait", "15 percent"),
        ("en", "Serve 30% of the families", ""),
        ("es", "Reducir un 30% la espera", "30%"),
        ("es", "Reducir la espera en al menos un tercio", "tercio"),
        ("es", "Reducir a la mitad la espera", "mitad"),
        ("es", "Reducir al 30% la espera", ""),
        ("es", "Reducir de 40 a 20 la espera", ""),
        ("es", "Aumento de 30% en los asientos", "30%"),
        ("es", "Aumentar los asientos en 30 escuelas", ""),
        ("es", "Triplicar los asientos, de 10 a 30", ""),
    ],
)
def test_a_change_with_a_size_is_relative_unless_it_says_from_where(language: str, text: str, size: str) -> None:
    assert read(text, language).relative == size


def test_the_same_text_is_read_once() -> None:
    assert read("Publicar las actas", "es") is read("Publicar las actas", "es")


def test_examples_can_be_verified() -> None:
    for language in LANGUAGES:
        assert all(not read(verb, language).vague for verb in examples(language))


@given(st.text(max_size=80), st.sampled_from(LANGUAGES))
def test_any_text_can_be_read(text: str, language: str) -> None:
    sentence = Sentence(text, lexicon(language))
    assert len(sentence.words) == len(sentence.written)
    quoted = (*sentence.figures, *sentence.hedges, sentence.vague, sentence.means, sentence.purpose, sentence.relative)
    assert all(part in sentence.text for part in (*quoted, *sentence.aim_verbs))
    assert sentence.verb or not sentence.infinitive


PIECES = (
    "Mejorar", "publicar", "1,200", "la", "atención", "las", "quejas", "y", "para", "mediante", "en su caso", ",", "%",
    "2026", "todas", "reducir", "de", "a", "30", "promoción", "es", "que",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join))
def test_accents_do_not_matter(text: str) -> None:
    bare = "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))
    one, other = Sentence(text, lexicon("es")), Sentence(bare, lexicon("es"))
    decomposed = Sentence(unicodedata.normalize("NFD", text), lexicon("es"))
    assert decomposed.text == text
    assert (one.infinitive, one.aims) == (other.infinitive, other.aims)
    assert [len(part) for part in one.figures] == [len(part) for part in other.figures]
    assert words.folded(one.vague) == words.folded(other.vague)


def lists(language: str) -> dict[str, dict[str, str]]:
    return tomllib.loads((LEXICONS / f"lexicon.{language}.toml").read_text("utf-8"))


def entries(text: str) -> list[str]:
    return [" ".join(one.split()) for one in text.split(",") if one.strip()]


def test_the_lexicons_have_the_same_lists() -> None:
    names = [{(part, name) for part, under in lists(language).items() for name in under} for language in LANGUAGES]
    assert names[0] == names[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_entry_stands_twice_in_a_list(language: str) -> None:
    for part, under in lists(language).items():
        for name, text in under.items():
            found = [words.folded(one) for one in entries(text)]
            assert sorted(found) == sorted(set(found)), f"[{part}] {name}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_listed_as_a_verb_is_an_infinitive(language: str) -> None:
    verbs, nouns = lists(language)["verbs"], lists(language)["nouns"]
    listed = [
        entry for name in ("vague", "verifiable", "light", "changes", "multiplies") for entry in entries(verbs[name])
    ]
    listed += [entry.split()[1] for entry in entries(nouns["from-verbs"])]
    heads = [words.folded(entry.split()[0]) for entry in listed]
    assert [head for head in heads if not Reader([head], [head], lexicon(language)).base(0)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_verb_is_both_vague_and_verifiable(language: str) -> None:
    verbs = lists(language)["verbs"]
    assert not set(entries(verbs["vague"])) & set(entries(verbs["verifiable"]))
