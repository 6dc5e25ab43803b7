"""Findings as whole sentences, without boxes, carets or colour: for screen readers, pipes and logs."""

from lap.checking import Checked
from lap.findings import Finding
from lap.language.speech import Said, say
from lap.report.told import (
    CRITERIA_NAMES,
    Result,
    judged_as,
    related_lines,
    source_line,
    tallied,
    told,
    what_was_checked,
)


def render(result: Result) -> str:
    """The whole report, one finding a line."""
    lines: list[str] = []
    if not result.quiet:
        lines += [line_of(finding, plan, result.language) for plan in result.plans for finding in plan.findings]
        lines += [sentence for plan in result.plans for sentence in _criteria(plan, result.language)]
    lines += [tallied(result.findings, result.language) + ".", what_was_checked(result)]
    lines += [] if result.quiet else [judged_as(result)]
    return "\n".join(line for line in lines if line) + "\n"


def line_of(finding: Finding, plan: Checked, language: str) -> str:
    """A finding in one line that begins with its place."""
    one = told(finding, plan, language)
    sentences = [f"{one.place}: {one.severity} {finding.code}: {one.message}"]
    if one.hint.endswith("?"):
        sentences.append(_capitalised(one.hint))
    elif one.hint:
        sentences.append(say("What to do: {hint}.", language, hint=Said(one.hint.rstrip("."))))
    row = source_line(plan, finding.span, finding.span.line).strip()
    if row and not row.startswith("#"):
        sentences.append(say("The line reads “{row}”.", language, row=Said(row)))
    sentences += related_lines(finding, language)
    if one.section:
        sentences.append(_capitalised(one.section) + ".")
    return " ".join(sentences)


def _capitalised(text: str) -> str:
    first = next((place for place, letter in enumerate(text) if letter.isalpha()), 0)
    return text[:first] + text[first : first + 1].upper() + text[first + 1 :]


def _criteria(plan: Checked, language: str) -> list[str]:
    """For each commitment, which of the five criteria hold, in a sentence."""
    sentences = []
    for one in plan.judged:
        holding = tuple(say(name, language) for letter, name in CRITERIA_NAMES.items() if one.holds[letter])
        failing = tuple(say(name, language) for letter, name in CRITERIA_NAMES.items() if not one.holds[letter])
        if not failing:
            sentence = "The commitment “{title}” meets the five criteria: {holding}."
        elif not holding:
            sentence = "The commitment “{title}” meets none of the five criteria: {failing}."
        else:
            sentence = "The commitment “{title}” is {holding}; it is not yet {failing}."
        sentences.append(say(sentence, language, title=one.title, holding=holding, failing=failing))
    return sentences
