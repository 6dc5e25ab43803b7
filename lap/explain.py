"""A rule's page, made from its docstring and its own examples, in either language."""

import textwrap
from functools import cache
from typing import NamedTuple

from lap.fragments import MARK, in_spanish, is_plan, page
from lap.language.speech import catalogue, citation, say
from lap.rule import Rule
from lap.source.vocabulary import SPANISH


class Explained(NamedTuple):
    """A rule as a person reads about it."""

    code: str
    severity: str
    section: str
    title: str
    reason: str
    bad: str
    good: str
    notes: tuple[str, ...]


class Section(NamedTuple):
    """A heading of the handbook with the rules that come from it."""

    number: str
    heading: str
    rules: tuple[Rule, ...]


def explained(rule: Rule, language: str, width: int = 78) -> Explained:
    """A rule's page in a language; its reason is wrapped to a width, its examples are not."""
    parts, own = page(rule), spanish_page(rule.code) if language == SPANISH else {}
    reason = own.get("reason", parts.reason)
    paragraphs = [" ".join(one.split()) for one in reason.split("\n\n")]
    return Explained(
        rule.code,
        say(rule.severity.value, language),
        citation(rule.section, language),
        textwrap.fill(title(rule, language), width, break_on_hyphens=False),
        "\n\n".join(textwrap.fill(one, width, break_on_hyphens=False) for one in paragraphs),
        _example(own.get("bad", parts.bad), language),
        _example(own.get("good", parts.good), language),
        _notes(rule, language, width),
    )


def title(rule: Rule, language: str) -> str:
    """What holds in a good plan, in one line."""
    if language == SPANISH:
        return str(spanish_page(rule.code).get("title", page(rule).title))
    return page(rule).title


@cache
def _pages() -> dict[str, dict[str, str]]:
    return catalogue("rules.es")


def spanish_page(code: str) -> dict[str, str]:
    """What the Spanish catalogue has on a rule: title, reason, and examples where sentences must be Spanish."""
    return _pages().get(code, {})


def _example(fragment: str, language: str) -> str:
    """A fragment in the format's words of a language, its marks turned into arrows."""
    text = in_spanish(fragment) if language == SPANISH and is_plan(fragment) else fragment
    shown = "\n".join(MARK.sub(lambda match: "← " + match.group(1).strip(), line) for line in text.split("\n"))
    return textwrap.indent(shown, "    ")


def _notes(rule: Rule, language: str, width: int) -> tuple[str, ...]:
    if not rule.missing:
        return ()
    note = say("While the plan is a draft or in consultation, this is a warning.", language)
    return (textwrap.fill(note, width),)


def by_section(rules: tuple[Rule, ...], language: str) -> list[Section]:
    """The handbook's outline, each heading with its rules; last, the rules on the text itself (family Y)."""
    sections = [
        Section(one["number"], one[language], tuple(rule for rule in rules if rule.section == one["number"]))
        for one in _outline()
    ]
    own = tuple(rule for rule in rules if not rule.section)
    return [*sections, Section("", say("The text itself", language), own)]


@cache
def _outline() -> list[dict[str, str]]:
    return list(catalogue("handbook")["section"])
