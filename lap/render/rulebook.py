"""The rule book: a page for each rule, with what it really says of its own bad example, and an index by section."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from lap.checking import check
from lap.explain import Explained, by_section, explained, spanish_page, title
from lap.failure import CannotRun
from lap.fragments import FRAGMENT, is_plan, laid_over_base, page
from lap.language.speech import say
from lap.lint import Options
from lap.render.templates import filled
from lap.report.told import told
from lap.rule import Rule
from lap.source.vocabulary import SPANISH

SUFFIXES = {"markdown": "md", "html": "html"}
DAY = Options(
    datetime.date(2025, 1, 15)
)  # the examples are judged on one day, so that pages do not change by themselves
UNWRAPPED = 10_000


def pages(rules: tuple[Rule, ...], language: str, form: str) -> Iterator[tuple[str, str]]:
    """The book's files, each with its name and text; the index comes first."""
    suffix = SUFFIXES[form]
    sections = [
        {
            "number": one.number,
            "heading": one.heading,
            "rows": [(rule.code, say(rule.severity.value, language), title(rule, language)) for rule in one.rules],
        }
        for one in by_section(rules, language)
        if one.rules
    ]
    words = _words(language)
    yield f"index.{suffix}", filled(f"rules/index.{suffix}.j2", sections=sections, words=words, language=language)
    for rule in rules:
        shown, says = unwrapped(rule, language), says_of_its_own(rule, language)
        text = filled(f"rules/page.{suffix}.j2", rule=shown, says=says, words=words, language=language)
        yield f"{rule.code}.{suffix}", text


def write(folder: Path, rules: tuple[Rule, ...], language: str, form: str) -> int:
    """Writes the book into a folder, made where it is missing; says how many files. Raises CannotRun."""
    count = 0
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in pages(rules, language, form):
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
            count += 1
    except OSError:
        raise CannotRun("cannot-write", path=str(folder)) from None
    return count


def unwrapped(rule: Rule, language: str) -> Explained:
    """A rule's page without line breaks in its paragraphs or spaces before its examples."""
    shown = explained(rule, language, UNWRAPPED)
    return shown._replace(bad=_flush(shown.bad), good=_flush(shown.good))


def _flush(example: str) -> str:
    return "\n".join(line[4:] for line in example.split("\n"))


def says_of_its_own(rule: Rule, language: str) -> tuple[str, ...]:
    """What the program says of a rule's own bad example."""
    own = spanish_page(rule.code) if language == SPANISH else {}
    bad = own.get("bad", page(rule).bad).strip("\n")
    if not is_plan(bad):
        return ()
    checked = check(laid_over_base(bad), DAY)
    shown = replace(checked, languages={FRAGMENT: language})
    findings = (told(one, shown, language) for one in checked.findings if one.code == rule.code)
    return tuple(f"{one.message} {_then(one.hint)}".strip() for one in findings)


def _then(hint: str) -> str:
    return f"→ {hint}" if hint else ""


def _words(language: str) -> dict[str, str]:
    said = {
        "severity": "Severity",
        "bad": "Not so",
        "says": "lap says:",
        "good": "But so",
        "index": "All rules",
        "title": "The rules of lap",
        "intro": "Every rule under the section of the handbook that it comes from.",
    }
    return {name: say(sentence, language) for name, sentence in said.items()}
