"""A file's words to canonical ones: two languages, many spellings, short forms, and what a comma cut in two."""

import unicodedata
from importlib.resources import files
from typing import Any

import pytest

from lap.load import load
from lap.source import canonical
from lap.source.document import parse
from lap.source.files import Source, read_bytes
from lap.source.nodes import Mapping, Sequence, Text, walk
from lap.source.vocabulary import KINDS, Holds, entry_of, fold, kind_at, names, shown

# --- names.txt, read here by other means --------------------------------------------------------------------------------


def rows() -> list[tuple[str, list[str]]]:
    """Each row of the table: the group that it stands in, and its names, English and Spanish first."""
    found, group = [], ""
    for line in files("lap.source").joinpath("names.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            group = line[1:].partition("]")[0]
        elif line and not line.startswith("#"):
            found.append((group, line.partition(">")[0].split()))
    return found


ROWS = rows()
SPELLINGS = {
    "as it stands": str,
    "capitals": str.upper,
    "a capital": str.capitalize,
    "spaces": lambda name: name.replace("-", " "),
    "low lines": lambda name: name.replace("-", "_"),
    "accents": lambda name: name.replace("cion", "ción").replace("o", "ó", 1),
    "accents apart": lambda name: unicodedata.normalize("NFD", name.replace("a", "á")),
    "spaces around": lambda name: f" {name} ",
}


def plain(data: Any) -> Any:
    """Data without places."""
    if isinstance(data, Mapping):
        return {key: plain(value) for key, value in data.items()}
    return [plain(value) for value in data] if isinstance(data, Sequence) else data if data is None else str(data)


def read(text: str) -> Source:
    """A plan from its text, below `lap: 1`."""
    return read_bytes(f"lap: 1\n{text}\n".encode(), "f.yaml")


def told(text: str) -> list[tuple[str, str, str]]:
    """Code, cause and place of all that reading and loading a plan finds, in the order of the text."""
    findings = sorted(load(read(text)).findings, key=lambda finding: finding.span)
    return [(f.code, f.cause, f"{f.span.line}:{f.span.column}-{f.span.end_line}:{f.span.end_column}") for f in findings]


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_every_name_of_the_table_is_read_however_it_is_spelled(spelling: str) -> None:
    written = [(group, SPELLINGS[spelling](name), row[0]) for group, row in ROWS for name in row]
    read_as = [(group, name, entry_of(group, name)) for group, name, _ in written]
    assert [(group, name, entry and entry.name) for group, name, entry in read_as] == written


def test_every_name_of_the_table_is_shown_in_both_languages() -> None:
    assert [row[:2] for _, row in ROWS] == [
        [shown(group, row[0], "en"), shown(group, row[0], "es")] for group, row in ROWS
    ]


@pytest.mark.parametrize("group", [name for name in KINDS if not name.startswith("=")])
def test_every_key_of_a_group_is_read_in_a_file(group: str) -> None:
    for row in [row for one, row in ROWS if one == group]:
        for name in row:
            reading = canonical.read(parse(f"{name}: x\n", "f.yaml").data, Holds("one", group))
            assert isinstance(reading.data, Mapping)
            assert (list(reading.data), reading.data.written) == ([row[0]], {row[0]: name})
            assert reading.findings == []


def test_no_name_stands_for_two_things() -> None:
    for group in KINDS:
        every = [name for one, row in ROWS if one == group for name in set(row)]
        assert sorted(every) == sorted(set(every)), group


def test_the_table_is_written_as_names_are_compared() -> None:
    assert [name for _, row in ROWS for name in row if name != fold(name)] == []
    assert "año" in {name for _, row in ROWS for name in row}


def test_what_a_key_holds_is_in_the_table() -> None:
    for kind in KINDS.values():
        for entry in kind.entries.values():
            shape, inner = entry.holds
            wanted = {"word": f"={inner}", "one": inner, "ids": inner, "list": inner}.get(shape)
            assert wanted is None or wanted in KINDS, (kind.name, entry)
        assert not kind.short or kind.short in kind.entries


def test_names_are_listed_in_the_order_of_the_format() -> None:
    assert names("period", "es") == ["inicio", "fin"]
    assert names("=plan-status", "en") == ["draft", "consultation", "adopted", "closed"]


def test_unknown_names_are_shown_as_they_are() -> None:
    assert (shown("plan", "nothing", "es"), shown("nowhere", "title", "es")) == ("nothing", "title")


# --- two languages ----------------------------------------------------------------------------------------------------

ENGLISH = """
title: Plan of Agua Clara
language: es
jurisdiction: {name: Agua Clara, level: municipality, country: MX, code: "14"}
period: {start: 2025-01, end: 2027}
status: draft
signed: {date: 2025-01-01, by: obras, document: https://example.org/a}
thresholds: {green: 90%, amber: 70%}
parties:
  obras: {name: Obras, sector: government, branch: executive, people: {r-luna: Rosa Luna}}
secretariat: {meets: half-yearly, agreements: {method: vote, for: 3, dissent: Agua}}
co-creation: {stage: public-consultation, call: {date: 2025}, participants: {non-binary: 2}, rule: chatham-house}
metrics: {year: 2024, of: obras, overall: 0.5}
problems:
  comercio:
    statement: Pagan mordidas
    evidence: 70% pagó
    perspectives: Nadie responde
    effects: {pobreza: Hay pobreza}
    causes: {sin-padron: {text: No hay padrón, kind: necessary, leads-to: otra, set-aside: No es nuestra}}
    outcome: taken-up
proposals: {padron: {action: Hacer un padrón, clear: yes, viable: {legal: no, note: N}, outcome: selected}}
commitments:
  registro:
    problem: comercio
    status-quo: Hay una lista
    responsible: {lead: obras, implement: obras, monitor: obras}
    follow-up: {how: Se revisa, by: obras, frequency: quarterly}
    resources: {budget: 900000, in-kind: {by: obras, what: Salas}}
    agendas: {gender: De noche, follow-the-money: Al mes}
    phases: {internal: {days: 9}}
    stages: {uno: {phase: external, activities: {contar: {activity: Contar, after: otra, deliverables: Mapa}}}}
    indicators:
      puestos:
        kind: management
        aspect: product
        dimension: efficacy
        baseline: 0
        target: {value: 10, date: 2025-12-31}
        milestones: {2025-06-30: 5}
        direction: up
        accumulates: sum
        disaggregated-by: sexo
progress: {date: 2025-02-01, activity: registro/contar, status: in-progress, verdict: confirmed, by: obras}
comments: {about: registro, from: Ana, replies: {by: obras, text: Sí}}
evaluations: {kind: mid-term, findings: F}
changes: {what: W, decided-by: D}
"""

SPANISH = """
Título: Plan of Agua Clara
Idioma: es
Jurisdicción: {nombre: Agua Clara, nivel: municipio, país: MX, clave: "14"}
Período: {inicio: 2025-01, término: 2027}
Estatus: Borrador
Firma: {fecha: 2025-01-01, firmantes: obras, documento: https://example.org/a}
Semáforo: {verde: 90%, ámbar: 70%}
Actores:
  obras: {nombre: Obras, sector: gobierno, poder: Ejecutivo, personas: {r-luna: Rosa Luna}}
Secretariado técnico: {frecuencia_de_sesiones: semestral, acuerdos: {método: Votación, a favor: 3, disenso: Agua}}
Cocreación:
  etapa: consulta pública
  convocatoria: {fecha: 2025}
  participantes: {no binarias: 2}
  regla: Chatham House
Métricas: {año: 2024, institución: obras, índice: 0.5}
Problemas:
  comercio:
    planteamiento: Pagan mordidas
    evidencia: 70% pagó
    perspectivas: Nadie responde
    efectos: {pobreza: Hay pobreza}
    causas: {sin-padron: {texto: No hay padrón, tipo: necesaria, conduce a: otra, no se atiende: No es nuestra}}
    decisión: retomado
Propuestas: {padron: {acción: Hacer un padrón, clara: sí, viabilidad: {jurídica: No, nota: N}, decisión: seleccionada}}
Compromisos:
  registro:
    problema: comercio
    situación actual: Hay una lista
    responsables: {encabeza: obras, ejecuta: obras, da seguimiento: obras}
    seguimiento: {cómo: Se revisa, a cargo de: obras, periodicidad: trimestral}
    recursos: {presupuesto: 900000, en especie: {aporta: obras, concepto: Salas}}
    agendas: {perspectiva de género: De noche, sigue el dinero: Al mes}
    fases: {interna: {días: 9}}
    etapas: {uno: {fase: externa, actividades: {contar: {actividad: Contar, después de: otra, entregables: Mapa}}}}
    indicadores:
      puestos:
        tipo: gestión
        aspecto: producto
        dimensión: eficacia
        línea base: 0
        meta: {valor: 10, fecha: 2025-12-31}
        metas intermedias: {2025-06-30: 5}
        sentido: ascendente
        se acumula: suma
        desagregado por: sexo
Avances: {fecha: 2025-02-01, actividad: registro/contar, estatus: en curso, dictamen: confirmado, reporta: obras}
Comentarios: {sobre: registro, quien: Ana, respuestas: {responde: obras, texto: Sí}}
Evaluaciones: {tipo: intermedia, hallazgos: F}
Modificaciones: {que-cambio: W, decidido_por: D}
"""


def test_a_spanish_and_an_english_file_are_the_same_plan() -> None:
    english, spanish = read(ENGLISH), read(SPANISH)
    assert english.findings == spanish.findings == []
    assert plain(english.data) == plain(spanish.data)
    assert load(english).plan == load(spanish).plan
    assert load(english).findings == load(spanish).findings == []


def test_each_file_knows_the_language_of_its_words() -> None:
    assert read(ENGLISH).languages == {"f.yaml": "en"}
    assert read(SPANISH).languages == {"f.yaml": "es"}
    assert read("titulo: A\nstatus: draft\nresumen: B").languages == {"f.yaml": "es"}


def test_a_canonical_key_keeps_its_place_and_how_it_is_written() -> None:
    data = read('"Fecha de Aprobación": 2025\n').data
    assert data["adopted"] == "2025"
    assert data.written["adopted"] == "Fecha de Aprobación"
    assert data.places["adopted"][1:] == (2, 1, 2, 22)


KEYS = [
    ("Título", "title"), ("TITULO", "title"), ("ti\u0301tulo", "title"), ("Fecha de aprobación", "adopted"),
    ("fecha_de_aprobacion", "adopted"), ("Fecha  De_aprobación", "adopted"), ("PUBLISHED AT", "published-at"),
    ("'co creación'", "co-creation"), ("Secretariado Técnico Local", "secretariat"), ("cambios", "changes"),
    ("term_ends", "term-ends"), ("fin de administración", "term-ends"), ("umbrales", "thresholds"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "key"), KEYS)
def test_capitals_accents_spaces_and_low_lines_do_not_matter(written: str, key: str) -> None:
    assert list(read(f"{written}: x").data) == ["lap", key]


@pytest.mark.parametrize("written", ["año", "AÑO", "Año", "an\u0303o", "anio", "edición", "year"])
def test_enye_is_a_letter(written: str) -> None:
    source = read(f"metrics: {{{written}: 2017}}")
    assert plain(source.data["metrics"]) == [{"year": "2017"}]


@pytest.mark.parametrize("written", ["ano", "Ano", "anos"])
def test_enye_is_never_stripped(written: str) -> None:
    assert ("Y201", "unknown", f"2:11-2:{11 + len(written)}") in told(f"metrics: {{{written}: 2017}}")


WORDS = [
    ("status", "Borrador", "draft"), ("status", "EN CONSULTA", "consultation"), ("status", "en_consulta", "consultation"),
    ("proposals/a/clear", "Sí", "yes"), ("proposals/a/clear", "true", "yes"), ("proposals/a/clear", "NO", "no"),
    ("jurisdiction/level", "Federal", "national"), ("secretariat/meets", "única vez", "once"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "written", "word"), WORDS)
def test_fixed_words_are_read_in_both_languages(path: str, written: str, word: str) -> None:
    steps = path.split("/")
    text = "".join("  " * depth + step + ":\n" for depth, step in enumerate(steps))[:-1] + f" {written}"
    value = walk(read(text).data, tuple(steps))
    assert value == word
    assert isinstance(value, Text)
    assert value.span.end_column - value.span.column == len(written)


@pytest.mark.parametrize(("first", "second"), [("titulo", "title"), ("title", "Título"), ("resumen", "summary")])
def test_two_names_of_one_key_do_not_both_count(first: str, second: str) -> None:
    source = read(f"{first}: A\nstatus: draft\n{second}: B")
    assert [(f.code, f.cause, f.span[1:3], f.parameters["written"]) for f in source.findings] == [
        ("Y201", "both", (4, 1), second)
    ]
    assert [span[1:3] for span in source.findings[0].related] == [(2, 1)]
    assert source.data[entry_of("plan", first).name] == "A"  # type: ignore[union-attr]


# --- short forms ------------------------------------------------------------------------------------------------------

SHORT = {
    "jurisdiction": "name", "party": "name", "person": "name", "problem": "statement", "evidence": "finding",
    "perspective": "view", "effect": "text", "cause": "text", "proposal": "action", "activity": "activity",
    "deliverable": "name", "baseline": "value", "target": "value", "budget": "amount", "agenda": "how",
    "money-agenda": "how",
}  # fmt: skip

INDICATOR = "commitments: {c: {indicators: {i: {%s: %s}}}}"
FORMS = [
    ("jurisdiction", "jurisdiction: %s", "Jalisco"),
    ("party", "parties: {p: %s}", "Public Works"),
    ("person", "parties: {p: {people: {q: %s}}}", "Ana Pérez"),
    ("problem", "problems: {p: %s}", "No one has a contract"),
    ("evidence", "problems: {p: {evidence: %s}}", "70% pay"),
    ("evidence", "problems: {p: {evidence: [%s]}}", "70% pay"),
    ("perspective", "problems: {p: {perspectives: [%s]}}", "We wait"),
    ("effect", "problems: {p: {effects: {e: {effects: {f: %s}}}}}", "Poverty"),
    ("cause", "problems: {p: {causes: {c: {causes: {d: %s}}}}}", "No register"),
    ("proposal", "proposals: {p: %s}", "Open offices"),
    ("activity", "commitments: {c: {activities: {a: %s}}}", "To count"),
    ("activity", "commitments: {c: {stages: {s: {activities: {a: %s}}}}}", "To count"),
    ("deliverable", "commitments: {c: {activities: {a: {deliverables: %s}}}}", "Map"),
    ("agenda", "commitments: {c: {agendas: {gender: %s}}}", "At night"),
    ("money-agenda", "commitments: {c: {agendas: {follow-the-money: %s}}}", "Monthly"),
    ("baseline", INDICATOR.replace("%s", "baseline", 1), "25"),
    ("target", INDICATOR.replace("%s", "target", 1), "1.5"),
    ("budget", "commitments: {c: {resources: {budget: %s}}}", "900000"),
]


@pytest.mark.parametrize(("kind", "template", "short"), FORMS)
def test_a_short_form_is_the_same_as_the_long_one(kind: str, template: str, short: str) -> None:
    brief, full = read(template % short), read(template % f"{{{SHORT[kind]}: {short}}}")
    assert plain(brief.data) == plain(full.data)
    assert load(brief).plan == load(full).plan
    assert load(brief).findings == []


def test_nothing_else_has_a_short_form() -> None:
    assert {name: kind.short for name, kind in KINDS.items() if kind.short} == SHORT


LISTS = [
    ("signed: {by: stps}", "signed: {by: [stps]}"),
    ("alignment: {objective: O}", "alignment:\n- objective: O"),
    (
        "co-creation: {title: T, inclusion: I, views: {text: V}}",
        "co-creation:\n- {title: T, inclusion: [I], views: [{text: V}]}",
    ),
    ("progress: {date: 2025, evidence: E}", "progress: [{date: 2025, evidence: [E]}]"),
    ("commitments: {c: {problem: p, sdg: 8.10}}", "commitments: {c: {problem: [p], sdg: [8.10]}}"),
    ("commitments: {c: {resources: {budget: 5}}}", "commitments: {c: {resources: {budget: [{amount: 5}]}}}"),
]


@pytest.mark.parametrize(("one", "many"), LISTS)
def test_one_thing_stands_for_a_list_of_one(one: str, many: str) -> None:
    assert plain(read(one).data) == plain(read(many).data)
    assert load(read(one)).findings == []


# --- what is not read -------------------------------------------------------------------------------------------------


def test_keys_of_ones_own_are_passed_over() -> None:
    text = "x-a: 1\nX_Nota: [1, {b: c}]\nx nota:\njurisdiction: {x-y: 1, name: N, x-z}\nparties: {p: {x-q: {r: s}}}"
    source = read(text)
    assert plain(source.data) == {"lap": "1", "jurisdiction": {"name": "N"}, "parties": {"p": {"/id": "p"}}}
    assert load(source).findings == []


def test_empty_keys_count_as_not_written() -> None:
    source = read("title:\nsummary: ~\nsigned:\n  by:\n  document: null\nparties:\n  a:\n  b: B")
    assert plain(source.data) == {"lap": "1", "signed": {}, "parties": {"b": {"name": "B", "/id": "b"}}}
    assert load(source).findings == []
    assert source.data.empties["title"][1:] == (2, 7, 2, 7)
    assert source.data["signed"].empties["by"][1:] == (5, 6, 5, 6)


def test_empty_items_of_a_list_are_left_out() -> None:
    assert plain(read("signed:\n  by:\n  -\n  - a\n  -\n").data["signed"]) == {"by": ["a"]}


def test_an_empty_id_is_no_party() -> None:
    source = read("parties: {a: , b: B}")
    assert list(source.data["parties"]) == ["b"]
    assert source.findings == []


BUDGET = "commitments: {c: {resources: {budget: {amount: %s}}}}"
CUTS = [
    ("a sentence in braces", "secretariat: {agreements: {text: We met, and agreed}}", [("Y109", "braces", "2:42-2:52")]),
    ("a sentence cut thrice", "secretariat: {agreements: {text: We met, and, yes, agreed}}", [("Y109", "braces", "2:42-2:45")]),
    ("two sentences in braces", "jurisdiction: {name: A, B, code: C, D}",
        [("Y109", "braces", "2:25-2:26"), ("Y109", "braces", "2:37-2:38")]),
    ("a short form in braces", "parties: {a: We met, and agreed}", [("Y109", "braces", "2:22-2:32")]),
    ("a sentence in brackets", "signed: {by: [salt, and pepper]}", [("Y109", "brackets", "2:21-2:31")]),
    ("a Spanish sentence in brackets", "signed: {by: [sal, y pimienta]}", [("Y109", "brackets", "2:20-2:30")]),
    ("a number in brackets", "signed: {by: [1,250]}", [("Y109", "number", "2:17-2:20")]),
    ("a long number in brackets", "signed: {by: [1,250,000.50, x]}", [("Y109", "number", "2:17-2:20")]),
    ("a number in braces", BUDGET % "1,250", [("Y109", "figure", "2:50-2:53")]),
    ("a long number in braces", BUDGET % "1,250,100", [("Y109", "figure", "2:50-2:53")]),
    ("a comment that is none", "title: Oficina #3 del centro", [("Y109", "hash", "2:16-2:29")]),
    ("nothing in quotes", 'secretariat: {agreements: {text: "We met, and agreed"}}', []),
    ("nothing in quotes in brackets", 'signed: {by: ["salt, and pepper", "1,250"]}', []),
    ("no list of words", "signed: {by: [salt and pepper, sugar, andes]}", []),
    ("no list of numbers", "signed: {by: [5, 100, 250]}", []),
    ("nothing on lines of their own", "signed:\n  by:\n  - salt, pepper\n  - and 1,250", []),
    ("a comment", "title: Oficina # 3\nsummary: S #", []),
    ("an empty key in braces", "jurisdiction: {name: , code: C}", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found"), [one[1:] for one in CUTS], ids=[one[0] for one in CUTS])
def test_what_a_comma_cut_is_told_once(text: str, found: list[tuple[str, str, str]]) -> None:
    findings = sorted(read(text).findings, key=lambda finding: finding.span)
    assert [
        (f.code, f.cause, f"{f.span.line}:{f.span.column}-{f.span.end_line}:{f.span.end_column}") for f in findings
    ] == found


def test_a_space_forgotten_in_braces_is_told_and_the_key_does_not_count_as_missing() -> None:
    source = read("jurisdiction: {name:Jalisco, level: state}\nparties: {stps:Work, b: B}")
    assert sorted((f.code, f.cause, f.span[1:3]) for f in source.findings) == [
        ("Y101", "no-space", (2, 16)), ("Y101", "no-space", (3, 11)),
    ]  # fmt: skip
    assert ("jurisdiction", "name") in source.broken
    assert plain(source.data["jurisdiction"]) == {"level": "state"}


# --- ids --------------------------------------------------------------------------------------------------------------

IDS = [
    ("Obras_Publicas", "obras-publicas"), ("Obras Públicas", "obras-publicas"), ("niñez", "ninez"), ("a--b", "a-b"),
    ("-a", "a"), ("a-", "a"), ("A", "a"), ("a.b", "a-b"), ("a/b", "a-b"), ("ß2", "ss2"), ("ﬁn", "fin"), ("水", ""),
    ("'1 '", "1"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "suggestion"), IDS)
def test_an_id_that_is_none_is_told_with_the_one_to_write(written: str, suggestion: str) -> None:
    source = read(f"parties:\n  {written}: X")
    (finding,) = source.findings
    assert (finding.code, finding.parameters["written"]) == ("Y206", written.strip("'"))
    assert finding.parameters["suggestion"] == suggestion
    assert finding.span[1:] == (3, 3, 3, 3 + len(written))
    assert source.data["parties"][written.strip("'")]["name"] == "X"


@pytest.mark.parametrize("written", ["a", "1", "a-b-2", "2017-01"])
def test_a_good_id_is_silent(written: str) -> None:
    assert read(f"parties: {{{written}: X}}").findings == []


PLACES_OF_IDS = [
    "parties: {%s: X}", "parties: {p: {people: {%s: X}}}", "problems: {%s: X}", "problems: {p: {causes: {%s: X}}}",
    "problems: {p: {causes: {c: {causes: {%s: X}}}}}", "problems: {p: {effects: {%s: X}}}", "proposals: {%s: X}",
    "commitments: {%s: {title: X}}", "commitments: {c: {stages: {%s: {title: X}}}}",
    "commitments: {c: {stages: {s: {activities: {%s: X}}}}}", "commitments: {c: {activities: {%s: X}}}",
    "commitments: {c: {indicators: {%s: {name: X}}}}",
]  # fmt: skip


@pytest.mark.parametrize("template", PLACES_OF_IDS)
def test_ids_are_judged_wherever_they_stand(template: str) -> None:
    assert [f.code for f in read(template % "Bad_Id").findings] == ["Y206"]
    assert read(template % "good-id").findings == []


ROUTES = [
    ((), "plan"), (("title",), ""), (("jurisdiction",), "jurisdiction"), (("parties",), ""), (("parties", "a"), "party"),
    (("parties", "a", "people", "b"), "person"), (("progress", 0), "progress"), (("commitments", "c", "problem"), ""),
    (("problems", "p", "causes", "c", "causes", "d"), "cause"), (("nothing", "at", "all"), ""),
]  # fmt: skip


@pytest.mark.parametrize(("route", "kind"), ROUTES)
def test_a_route_tells_the_kind_of_the_group_at_its_end(route: tuple[str | int, ...], kind: str) -> None:
    assert kind_at(route) == kind
