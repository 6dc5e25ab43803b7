"""Notes become problems with effects and causes, and no word of them is lost."""

import re
from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lap.growing import LEVELS
from lap.language.naming import LONGEST, id_from, unlike
from lap.load import Loaded, load
from lap.noted import Kept, Node, Noted, nodes
from lap.outline import outline
from lap.show.outline import as_yaml, new_plan
from lap.source.canonical import ID
from lap.source.files import read_bytes
from lap.tree import branches, tree_of


def loaded(block: str) -> Loaded:
    """A block read below `lap: 1`; nothing may be wrong with it."""
    plan = load(read_bytes(f"lap: 1\n{block}".encode(), "plan.yaml"))
    assert plan.findings == []
    return plan


def drawn(text: str) -> dict[str, Any]:
    """What notes become, as nested texts: a leaf is its text; kept lines are left out."""
    made = outline(text)
    return {one.statement: {side: items(nodes) for side, nodes in one.lists.items()} for one in made.problems}


def items(nodes: list[Node | Kept]) -> list[Any]:
    """Texts, and pairs of a text and what stands below it."""
    own = [one for one in nodes if isinstance(one, Node)]
    return [(one.text, below) if (below := items(one.items)) else one.text for one in own]


def only(text: str) -> Noted:
    """The one problem of some notes, each line of which has its place."""
    made = outline(text)
    assert made.kept == []
    (problem,) = made.problems
    return problem


def kept(text: str) -> list[tuple[int, str]]:
    """The lines that are kept, by number, with the reason that is told for each."""
    return [(one.number, one.reason) for one in outline(text).kept]


TREE = {
    "The water is cut": {
        "effects": [("Families buy tankers", ["They owe money"]), "Girls miss school"],
        "causes": [("The main leaks", ["Nobody maps it"]), "Two pumps stand idle"],
    }
}
SHAPES = {
    "bullets": """
The water is cut
Effects
- Families buy tankers
  - They owe money
- Girls miss school
Causes
- The main leaks
  - Nobody maps it
- Two pumps stand idle
""",
    "indented text": """
The water is cut

EFFECTS
Families buy tankers
    They owe money
Girls miss school

CAUSES
The main leaks
    Nobody maps it
Two pumps stand idle
""",
    "Markdown headings": """
# The water is cut
## Effects
* Families buy tankers
    * They owe money
* Girls miss school
## Causes
1. The main leaks
   1. Nobody maps it
2. Two pumps stand idle
""",
    "a title, and Markdown headings all the way down": """
# Workshop
## Problem: The water is cut
### Effects ###
#### Families buy tankers
- They owe money
#### Girls miss school
### Causes
#### The main leaks
##### Nobody maps it
#### Two pumps stand idle
""",
    "bold headings": """
**Problem:** The water is cut

**Effects**

- **Families** buy tankers
    - They owe *money*
- Girls miss school

__Causes:__

- The main leaks
    - Nobody maps it
- Two pumps stand idle
""",
    "one list": """
- The water is cut
  - Effects
    - Families buy tankers
      - They owe money
    - Girls miss school
  - Causes
    - The main leaks
      - Nobody maps it
    - Two pumps stand idle
""",
    "everything indented": """
The water is cut
    Effects:
        Families buy tankers
            They owe money
        Girls miss school
    Causes:
        The main leaks
            Nobody maps it
        Two pumps stand idle
""",
    "tabs": "The water is cut\n\tEffects\n\t\tFamilies buy tankers\n\t\t\tThey owe money\n\t\tGirls miss school\n"
    "\tCauses\n\t\tThe main leaks\n\t\t\tNobody maps it\n\t\tTwo pumps stand idle\n",
    "tabs and spaces, in odd steps": "Problem: The water is cut\nEffects\n  • Families buy tankers\n\t– They owe money\n"
    "  • Girls miss school\nCauses\n   • The main leaks\n       • Nobody maps it\n  • Two pumps stand idle\n",
    "spaces that do not break": "Problem:\u00a0The\u00a0water is cut\nEffects\n\u00a0-\u00a0Families buy tankers\n"
    "\u00a0\u00a0\u00a0-\u00a0They owe money\n\u00a0- Girls miss school\nCauses\n- The main leaks\n\u00a0\u00a0- Nobody maps it\n"
    "- Two pumps stand idle\n",
    "numbers of several parts": """
Problem 1. The water is cut
I. Effects
1. Families buy tankers
1.1 They owe money
2. Girls miss school
II. Causes
1.- The main leaks
1.1.- Nobody maps it
2.- Two pumps stand idle
""",
    "as the tree is drawn": """
Effects
- Families buy tankers
  - They owe money
- Girls miss school

The water is cut

Causes
- The main leaks
  - Nobody maps it
- Two pumps stand idle
""",
    "a label before each line": """
Problem: The water is cut
Effect 1: Families buy tankers
  Effect 1.1: They owe money
Effect 2: Girls miss school
Cause: The main leaks
  Cause: Nobody maps it
Cause: Two pumps stand idle
""",
    "underlined headings": """
The water is cut
================
Effects
-------
- Families buy tankers
  - They owe money
- Girls miss school

Causes
------
- The main leaks
  - Nobody maps it
- Two pumps stand idle
""",
    "headings in the middle of the page": """
            PROBLEM
The water is cut
            EFFECTS
Families buy tankers
  They owe money
Girls miss school
            CAUSES
The main leaks
  Nobody maps it
Two pumps stand idle
""",
    "wrapped lines": """
Problem: The water
is cut
Effects
- Families
  buy tankers
  - They
    owe money

- Girls miss

  school
Causes
1) The
   main leaks
   a) Nobody maps it
2) Two pumps stand
    idle
""",
    "check boxes and letters": """
Problem: The water is cut
Effects
[ ] Families buy tankers
  [x] They owe money
- [ ] Girls miss school
Causes
a) The main leaks
  -Nobody maps it
(b) Two pumps stand idle
""",
    "causes below their own headings": """
Problem: The water is cut
Effects
- Families buy tankers
  - Effects:
    - They owe money
- Girls miss school
Causes
- The main leaks
  - Causes
    - Nobody maps it
- Two pumps stand idle
""",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_notes_of_any_shape_become_the_same_tree(shape: str) -> None:
    assert drawn(SHAPES[shape]) == TREE


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_other_line_endings_are_line_endings(ending: str) -> None:
    assert drawn(SHAPES["bullets"].replace("\n", ending)) == TREE


@pytest.mark.parametrize(
    "heading",
    ["Causas", "CAUSAS", "causas:", "## Causas", "##Causas", "**Causas:**", "*Causas*", "2. Causas", "II.- CAUSAS", "— Causas —",
     "Cáusas", "¿Causas?", "🔴 Causas", "Las causas", "Causas del problema", "Causas raíz", "Causes"],
)  # fmt: skip
def test_heading_is_known_however_it_is_written(heading: str) -> None:
    problem = only(f"La gente no confía\n{heading}\n- Nadie revisa\n")
    assert items(problem.lists["causes"]) == ["Nadie revisa"]


@pytest.mark.parametrize(
    "heading",
    ["Problem: X", "Problema: X", "PROBLEMA CENTRAL: X", "# Problem 1: X", "Problema 2.- X", "Problema – X", "**Problema**: X", "- Problem: X",
     "Problema\nX", "## Problema\n\nX", "Planteamiento del problema:\n  X", "# X", "X\n=", "1. X", "* X", "Statement\n- X"],
)  # fmt: skip
def test_problem_is_known_however_it_is_written(heading: str) -> None:
    assert only(f"{heading}\nCauses\n- a\n").statement == "X"


def test_several_problems_however_they_are_told_apart() -> None:
    lists = {"effects": ["a"], "causes": ["b"]}
    both = {"One thing": lists, "Another": lists}
    below = "Effects\n- a\nCauses\n- b\n"
    for first, second in (
        ("Problem: One thing", "Problem: Another"),
        ("Problem 1\nOne thing", "PROBLEM 2\nAnother"),
        ("One thing", "Another"),
        ("One thing", "\nAnother"),
        ("1. One thing", "2. Another"),
        ("# One thing", "# Another"),
        ("One thing", "Problem: Another"),
    ):
        assert drawn(f"{first}\n{below}{second}\n{below}") == both
    nested = below.replace("Effects", "## Effects").replace("Causes", "## Causes")
    assert drawn(f"# One thing\n{nested}\n# Another\n{nested}") == both
    level = nested.replace("\n##", "\n\n##")
    assert drawn(f"# Workshop\n## One thing\n{level}\n## Another\n{level}") == both
    indented = "".join(f"  {row}\n" for row in below.splitlines())
    assert drawn(f"- One thing\n{indented}- Another\n{indented}") == both
    upside_down = "Effects\n- a\nProblem: {}\nCauses\n- b\n"
    assert drawn(upside_down.format("One thing") + upside_down.format("Another")) == both


def test_problems_may_be_listed() -> None:
    assert list(drawn("Problemas\n1. Uno\n2. Dos\n3. Tres\n")) == ["Uno", "Dos", "Tres"]
    assert drawn("Problems:\n- One\n  - Causes\n    - a\n- Two\n") == {"One": {"causes": ["a"]}, "Two": {}}


def test_categories_with_a_colon_hold_what_follows() -> None:
    (tree,) = drawn("X\nCauses:\nOf money:\n- a\n- b\nOf law:\n- c\n").values()
    assert tree == {"causes": [("Of money", ["a", "b"]), ("Of law", ["c"])]}


def test_kind_in_brackets_is_the_kind_of_a_cause() -> None:
    problem = only(
        "X\nCauses\n- a (necessary)\n- b [Coadyuvante].\n- c (SUFICIENTE)\n- d (perhaps)\nEffects\n- e (necessary)\n"
    )
    found = [(one.text, one.kind) for one in problem.lists["causes"] if isinstance(one, Node)]
    assert found == [("a", "necessary"), ("b", "contributing"), ("c", "sufficient"), ("d (perhaps)", "")]
    assert items(problem.lists["effects"]) == ["e (necessary)"]


def test_means_and_ends_stand_below_or_beside_what_they_answer() -> None:
    below = "Causes\n- a\n  - Means: not a\n  - b\n    Means: not b\nEffects\n- c\n  - End: not c\n"
    beside = "Causa: a\nMedio: not a\n  Causa: b\n  Medio: not b\nEfecto: c\nFin: not c\n"
    for notes in (below, beside):
        problem = only(f"Problem: X\n{notes}")
        (a,), (c,) = problem.lists["causes"], problem.lists["effects"]
        assert isinstance(a, Node)
        assert isinstance(c, Node)
        assert [a.counterpart, *(one.counterpart for one in a.items if isinstance(one, Node)), c.counterpart] == ["not a", "not b", "not c"]  # fmt: skip


def test_population_objective_and_evidence_have_their_place() -> None:
    problem = only(
        "Problema: X\nPoblación: jornaleros\nEvidencia:\n- 78% no tiene contrato\n- 12 muertos\n## Objetivo\nY\n"
    )
    assert (problem.population, problem.objective) == ("jornaleros", "Y")
    assert problem.evidence == ["78% no tiene contrato", "12 muertos"]


def test_figures_of_a_sentence_are_no_marks() -> None:
    rows = ["2.5 millones se pierden", "-5 grados en invierno", "1974 fue el último año", "3 de 10 no van", "> 50% no tiene agua",
            "1.º de mayo no hay agua", "24 horas sin luz", "A. López no firmó", "$3 por cubeta", "#NiUnaMenos"]  # fmt: skip
    for rows_written in (rows, [f"- {row}" for row in rows]):
        assert items(only("Problema: X\nCausas\n" + "\n".join(rows_written)).lists["causes"]) == rows


KEPT = {
    "Workshop of 3 March\n\nX\nCauses\n- a\n": [(1, "above")],
    "# Workshop\n## Problem: X\n## Causes\n- a\n": [(1, "above")],
    "X\nCauses\n- a\nNotes:\n- b\n\nc\n": [(4, "heading"), (5, ""), (7, "")],
    "# X\n## Causes\n- a\n## Notes\nb\n## Effects\n- c\n": [(4, "heading"), (5, "")],
    "Problem: X\nCAUSES\na\nNOTES\nb\n": [(4, "heading"), (5, "")],
    "**Problem: X**\n**Causes**\n- a\n**Notes**\n- b\n": [(4, "heading"), (5, "")],
    "X\nCauses\n- a\n\nNext meeting\n- b\n": [(5, "heading"), (6, "")],
    "X\n  Causes\n    a\nThe end\n": [(4, "loose")],
    "X\n  said by many\n  Causes\n    a\n": [(2, "loose")],
    "X\n  a\n  b\n": [(2, "loose"), (3, "")],
    "X\nCauses\n- a\n\nSaid by table 2\n\n- b\n": [(5, "stray")],
    "X\nPopulation: a\nPopulation: b\nc\nCauses\n": [(3, "again"), (4, "")],
    "X\nCauses\n- a\n  - Effects\n    - b\n      - c\n  - d\n": [(4, "crossed"), (5, ""), (6, "")],
    "X\nCauses\n- a\n  - End: b\nMeans: c\nMeans: d\n": [(4, "alone"), (6, "alone")],
    "X\nCauses (why?)\n- a\nINDIRECT CAUSES\n- b\n": [(2, "qualified"), (4, "qualified")],
    "X\nCauses\n- a\n\nEffects (of table 2)\n- b\n": [(5, "qualified")],
    "X\nCauses\na\nEffects (of rain) are many\n": [],
    "X\nCauses and effects:\n- a\n": [(2, "heading"), (3, "")],
}


@pytest.mark.parametrize("text", KEPT)
def test_line_without_a_place_is_kept_with_its_reason(text: str) -> None:
    assert kept(text) == KEPT[text]
    comments = [row.strip() for row in as_yaml(outline(text), "en").splitlines() if row.strip().startswith("#")]
    assert comments == [f"# {row}" for one in outline(text).kept for row in one.rows]


def test_kept_lines_stay_in_their_place() -> None:
    text = "Workshop\n\nProblem: X\nThey said so\nCauses\n- a\n  - b\n  - Effects\n    - c\n\nTable 2\n\n- d\nNotes:\n  e\n"
    assert (
        as_yaml(outline(text), "en")
        == """\
problems:
  # Workshop
  x:
    statement: X
    # They said so
    causes:
      a:
        text: a
        causes:
          b: b
          #   - Effects
          #     - c
      # Table 2
      d: d
      # Notes:
      #   e
"""
    )


def test_what_would_be_taken_for_a_waiver_is_quoted() -> None:
    text = "X\nCauses\n- a\n\nlap: ignore L108 because of me\n\nLAP : omitir L108\n"
    block = as_yaml(outline(text), "en")
    assert '# "lap: ignore L108 because of me"' in block
    assert '# "LAP : omitir L108"' in block


def test_a_plan_holds_so_many_levels_and_no_more() -> None:
    rows = [f"{' ' * level}- level {level} (necessary)" for level in range(1, 71)]
    made = outline("X\nCauses\n" + "\n".join(rows))
    assert made.number_of("causes") == LEVELS
    assert [(one.number, one.reason) for one in made.kept][:2] == [(LEVELS + 3, "deep"), (LEVELS + 4, "")]
    assert len(made.kept) == 70 - LEVELS
    loaded(as_yaml(made, "en"))


def test_ten_thousand_lines_are_no_trouble() -> None:
    made = outline("X\nCauses\n" + "- Nobody checks\n" * 10_000)
    ids = [one.id for one in made.problems[0].lists["causes"] if isinstance(one, Node)]
    assert ids[:2] + ids[-1:] == ["nobody-checks", "nobody-checks-2", "nobody-checks-10000"]


IDS = {
    ("en", "Nobody checks the permits once they are issued"): "nobody-checks-permits-once",
    ("en", "78% of Jalisco's seasonal farm workers have no contract"): "jalisco-seasonal-farm-workers",
    ("es", "La niñez no aprende inglés en la montaña"): "ninez-no-aprende-ingles",
    ("es", "Sin agua"): "sin-agua",
    ("es", "Es lo que es"): "es-lo-que-es",
    ("es", "2024"): "2024",
    ("en", "Don't-know/what: \"to\" do!"): "dont-know-what-do",
    ("en", "Straße"): "strasse",
    ("en", "x" * 90): "x" * 40,
    ("en", "incomprehensibilities overwhelm " + "y" * 30): "incomprehensibilities-overwhelm",
    ("es", "😡😡"): "",
    ("es", "日本語"): "",
}  # fmt: skip


@pytest.mark.parametrize(("language", "text"), IDS)
def test_id_is_made_of_the_first_words_that_mean_something(language: str, text: str) -> None:
    assert id_from(text, language) == IDS[language, text]


def test_ids_without_letters_are_numbered_by_what_they_are() -> None:
    problem = only("😡\nEfectos\n- 😱\n- ???\nCausas\n- 日本語\n")
    nodes = [one.id for side in problem.lists.values() for one in side if isinstance(one, Node)]
    assert [problem.id, *nodes] == ["problema", "efecto", "efecto-2", "causa"]


def test_ids_are_unlike_each_other() -> None:
    unique = unlike(set())
    assert [unique(one) for one in ("a", "a-2", "a", "a", "a-2")] == ["a", "a-2", "a-3", "a-4", "a-2-2"]


def test_ids_of_causes_and_effects_are_unlike_each_other_but_not_across_problems() -> None:
    made = outline("Problem: X\nCauses\n- No law\nEffects\n- No law\nProblem: X\nCauses\n- No law\n")
    first, second = made.problems
    nodes = [
        [one.id for side in problem.lists.values() for one in side if isinstance(one, Node)]
        for problem in (first, second)
    ]
    assert nodes == [["no-law", "no-law-2"], ["no-law"]]
    assert (first.id, second.id) == ("x", "x-2")


@pytest.mark.parametrize(
    ("text", "language"),
    [("X\nCausas\n- a", "es"), ("X\nCauses\n- a", "en"), ("CAUSAS DIRECTAS\n- a", "es"), ("Efectos\nCausas\nCauses", "es"),
     ("La gente no confía en la policía", "es"), ("People do not trust the police", "en")],
)  # fmt: skip
def test_language_is_that_of_the_headings_else_of_the_words(text: str, language: str) -> None:
    assert outline(text).language == language


def test_keys_are_said_in_the_language_asked_for() -> None:
    text = "Problem: X\nEffects\n- b\n  - End: d\n  - e\nCauses\n- a (necessary)\n  Means: c\n"
    assert (
        as_yaml(outline(text), "es")
        == """\
problemas:
  x:
    enunciado: X
    efectos:
      b:
        texto: b
        fin: d
        efectos:
          e: e
    causas:
      a:
        texto: a
        tipo: necesaria
        medio: c
"""
    )
    assert new_plan(outline(text), "es") == "lap: 1\nidioma: en\nestatus: borrador\n\n"


def test_what_is_missing_is_a_gap_to_fill() -> None:
    assert as_yaml(outline("Effects\nCauses\n- a\n"), "en") == "problems:\n  problem:\n    statement:\n    effects:\n    causes:\n      a: a\n"  # fmt: skip


# What must hold for all notes.

MARKS = ["", "- ", "* ", "+ ", "• ", "– ", "1. ", "2) ", "a) ", "[ ] ", "- [x] ", "1.- ", "-", "•", "## ", "#### ", "**",
         "3.1 "]  # fmt: skip
HEADINGS = ["Effects", "## Causes", "CAUSAS:", "**Efectos**", "Problem", "# Problema", "Problemas", "Población:", "Objective", "Evidence",
            "Notes:", "## Notas", "Causas directas:", "----", "====", "", "", "\t", "Fin."]  # fmt: skip
LONGER_HEADINGS = ["Causas (q{}q)", "- Effects [q{}q]", "## Efectos q{}q", "CAUSES Q{}Q:", "q{}q:", "# q{}q", "**q{}q**",
                   "q{}q\n---"]  # fmt: skip
BEFORE = ["", "", "", "Problem: ", "Causa: ", "Efecto 1: ", "Means: ", "Fin: ", "Population: ", "Objetivo: ", "lap: ",
          "Nota: "]  # fmt: skip
AROUND = ["", "", "(necessary)", "[x]", "'", '"', ": ", " #", "# ", "{", "}", "[", "- ", "*", "**", "_", "&", "!", "%", "|", ">", "@", "`", "“", "”",
          "á", "ñ", "😡", "\u00a0", "\u200b", "\u2028", "\x0b", "\x07", "?", ",", "~", "\\", "1.5 ", "->", "</b>", "e\u0301", "\ufeff", ":"]  # fmt: skip
INDENTS = st.sampled_from(["", "", "  ", "    ", "   ", "\t", "\t\t", " \t", "      ", "\u00a0\u00a0", " " * 9])


@st.composite
def written_notes(draw: st.DrawFn) -> tuple[str, int]:
    """Notes in which each word `q1q`, `q2q`, … occurs once, and how many such words they hold."""
    rows, number = [], 0
    for _ in range(draw(st.integers(1, 14))):
        which = draw(st.integers(0, 8))
        if which < 2:
            row = draw(st.sampled_from(HEADINGS))
        elif which == 2:
            row = draw(st.sampled_from(LONGER_HEADINGS)).format(number := number + 1)
        else:
            row = draw(st.sampled_from(MARKS)) + draw(st.sampled_from(BEFORE))
            for _ in range(draw(st.integers(1, 3))):
                around = draw(st.sampled_from(AROUND)), draw(st.sampled_from(AROUND))
                row += f"{around[0]} q{(number := number + 1)}q {around[1]}"
        rows.append(draw(INDENTS) + row)
    return draw(st.sampled_from(["\n", "\r\n"])).join(rows), number


def said(plan: Loaded, block: str) -> list[str]:
    """Every text of a block and every comment."""
    texts = [row.strip() for row in block.splitlines() if row.strip().startswith("#")]
    for problem in plan.plan.problems.values():
        texts += [problem.statement, problem.population, problem.objective, *(one.finding for one in problem.evidence)]
        texts += [
            text for branch in branches(tree_of(problem, plan.plan)) for text in (branch.text, branch.counterpart)
        ]
    return texts


@settings(max_examples=300, deadline=None)
@given(written_notes())
def test_no_word_is_lost_and_none_is_doubled(notes: tuple[str, int]) -> None:
    text, number = notes
    made = outline(text)
    block = as_yaml(made, made.language)
    found = Counter(re.findall(r"q\d+q", " ".join(said(loaded(block), block)).lower()))
    assert found == {f"q{one}q": 1 for one in range(1, number + 1)}


@settings(max_examples=200, deadline=None)
@given(st.lists(st.text(max_size=40), max_size=12), st.sampled_from(["en", "es"]))
def test_every_text_becomes_a_block_that_can_be_read_and_drawn(rows: list[str], language: str) -> None:
    made = outline("\n".join(rows))
    plan = loaded(as_yaml(made, language))
    assert [one.id for one in made.problems] == list(plan.plan.problems)
    for noted, problem in zip(made.problems, plan.plan.problems.values(), strict=True):
        ids = [branch.id for branch in branches(tree_of(problem, plan.plan))]
        assert all(ID.fullmatch(one) and len(one) <= LONGEST + 6 for one in (noted.id, *ids))
        assert len(ids) == len(set(ids))
        assert len(ids) == sum(1 for side in noted.lists.values() for _ in nodes(side))
