"""What only another branch of government can do is told from what anyone may propose."""

import pytest

from lap.language.powers import powers_asked_for


@pytest.mark.parametrize(
    ("language", "sentence", "branch", "words"),
    [
        ("en", "To reform the law on street trade", "legislative", "reform the law"),
        ("en", "To end bribes by amending the state Constitution", "legislative", "amending the state Constitution"),
        ("en", "Reform of article 4 of the law", "legislative", "Reform of article 4 of the law"),
        ("en", "To have the court hand down its judgment in 30 days", "judicial", "hand down its judgment"),
        ("es", "Expedir la ley estatal de agua", "legislative", "Expedir la ley"),
        ("es", "Reformar los artículos 4, 5 y 12 de la Constitución", "legislative",
         "Reformar los artículos 4, 5 y 12 de la Constitución"),
        ("es", "Reforma a la Ley Orgánica Municipal", "legislative", "Reforma a la Ley"),
        ("es", "Dictar sentencias en 30 días", "judicial", "Dictar sentencias"),
    ],
)  # fmt: skip
def test_what_a_branch_is_asked_for(language: str, sentence: str, branch: str, words: str) -> None:
    assert powers_asked_for(sentence, language) == [(branch, words)]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "To propose to reform the law on street trade"),
        ("en", "To draft a bill to amend the Constitution"),
        ("en", "To adopt a code of conduct"),
        ("en", "To adopt an open standard by council resolution"),
        ("en", "To publish the law in plain words"),
        ("es", "Elaborar una iniciativa para reformar la ley"),
        ("es", "Difundir la reforma a la ley"),
        ("es", "Reformar el reglamento de la Ley de Agua"),
        ("es", "Aprobar el código de ética"),
        ("es", "Capacitar a 40 agentes en la ley de víctimas"),
    ],
)
def test_what_nobody_else_is_needed_for(language: str, sentence: str) -> None:
    assert powers_asked_for(sentence, language) == []
