"""Both languages are whole: every English sentence has its Spanish one, and no Spanish one has lost its English."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from lap.cli.app import COMMANDS, lap
from lap.cli.reasons import REASONS
from lap.fragments import page
from lap.language.speech import MONTHS, catalogue, said
from lap.render.told import PHRASES, phrase
from lap.rules import RULES
from lap.source.vocabulary import KINDS

PACKAGE = Path(__file__).parent.parent / "lap"
SPEAKING = {"english", "heads", "fact", "say", "put", "said", "tell", "count"}
TEMPLATES = Path(__file__).parent.parent / "templates"
IN_TEMPLATE = re.compile(r'write\.say\("([^"]+)"\)')
PLACEHOLDER = re.compile(r"\{(\w+)\}")


def spoken_in(path: Path) -> Iterator[str]:
    """Sentences in calls of `say` and its kin, and the help of options and arguments."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        if name in SPEAKING:
            yield from (one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str))
        if name in ("Option", "Argument"):
            yield from (
                one.value.value for one in node.keywords if one.arg == "help" and isinstance(one.value, ast.Constant)
            )


def english() -> set[str]:
    """Every sentence that a person may read and that has words of its own."""
    return {one for one in sentences() if re.search(r"[A-Za-z]{2}", PLACEHOLDER.sub("", one))} - {
        "en",
        "es",
        "utf-8",
        "text",
    }


def sentences() -> set[str]:
    """Every sentence that a person may read."""
    ruled = [one for rule in RULES for one in (rule.causes or {"": rule.sentence}).values()]
    found = {part for sentence in (*ruled, *REASONS.values()) for part in sentence if part}
    found |= {text for path in PACKAGE.rglob("*.py") for text in spoken_in(path)}
    found |= {text for path in TEMPLATES.rglob("*.j2") for text in IN_TEMPLATE.findall(path.read_text("utf-8"))}
    found |= {*COMMANDS.values(), lap.__doc__ or ""}
    found |= {rule.severity.value for rule in RULES} | {"advice", "Show this message and exit."}
    found |= set(CHOSEN)
    found |= {phrase(word) for kind in PHRASES for word in KINDS[f"={kind}"].entries}
    return found


# Sentences that reach `say` through a variable.
CHOSEN = (
    "The commitment “{title}” meets the five criteria: {holding}.",
    "The commitment “{title}” meets none of the five criteria: {failing}.",
    "The commitment “{title}” is {holding}; it is not yet {failing}.",
    *MONTHS,
    "specific", "measurable", "achievable", "relevant", "time-bound",
    "CODE", "CODES", "DATE", "FILE", "FORMAT", "LANG", "LEVEL", "NAME", "PATHS", "STATUS", "PLAN", "FOLDER",
    "Rule", "Place", "What is wrong, and what to do",
    "Severity", "Not so", "lap says:", "But so", "All rules", "The rules of lap",
    "Every rule under the section of the handbook that it comes from.",
    "In your plan:", "Your plan has no finding of this rule: {plan}",
    "Install completion for the current shell.",
    "Show completion for the current shell, to copy it or customize the installation.",
)  # fmt: skip


def spanish() -> dict[str, str]:
    return {english: spanish for part in catalogue().values() for english, spanish in part.items()}


def test_every_english_sentence_has_its_spanish_one() -> None:
    assert sorted(english() - set(spanish())) == []


def test_no_spanish_sentence_has_lost_its_english() -> None:
    assert sorted(set(spanish()) - sentences()) == []


def test_no_english_sentence_stands_in_two_parts_of_the_catalogue() -> None:
    keys = [one for part in catalogue().values() for one in part]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("sentence", sorted(english()))
def test_both_sentences_need_the_same_parameters(sentence: str) -> None:
    assert set(PLACEHOLDER.findall(said(sentence, "es"))) == set(PLACEHOLDER.findall(sentence))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_its_spanish_page_and_it_is_not_stale(rule) -> None:
    own, english_page = catalogue("rules.es")[rule.code], page(rule)
    assert own["title"]
    assert own["reason"]
    assert own["en"] == english_page.title, "the English title has changed: read the Spanish page again"


def test_no_spanish_page_without_its_rule() -> None:
    assert set(catalogue("rules.es")) == {rule.code for rule in RULES}
