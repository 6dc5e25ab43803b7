"""Findings as whole sentences, without boxes, carets or colour: for screen readers, pipes and logs."""

from lap.checking import Checked
from lap.findings import Finding
from lap.language.speech import Said, say
from lap.paper import Page
from lap.report import set_aside
from lap.report.told import (
    CRITERIA_NAMES,
    Result,
    advised,
    as_shown,
    capitalised,
    judged_as,
    nothing_to_show,
    related_lines,
    source_line,
    tallied,
    told,
    what_was_checked,
)

LONGEST_ROW = 300


def render(result: Result, page: Page) -> str:
    """The whole report, one finding a line, however long."""
    lines: list[str] = []
    if not result.quiet:
        lines += [line_of(finding, plan, result.language) for plan in result.plans for finding in plan.findings]
        lines += [f"{one.label}: {one.message} {one.why}" for one in set_aside.waived(result)]
        lines += [sentence for plan in result.plans for sentence in _criteria(plan, result.language)]
    lines += [tallied(result.findings, result.language) + ".", *set_aside.counted(result), what_was_checked(result)]
    lines += [] if result.quiet else [judged_as(result)]
    return "\n".join(line for line in lines if line) + "\n"


def line_of(finding: Finding, plan: Checked, language: str) -> str:
    """A finding in one line that begins with its place."""
    one = told(finding, plan, language)
    sentences = [f"{one.place}: {one.severity} {finding.code}: {one.message}"]
    sentences += advised(one, language)
    row = _excerpt(plan, finding)
    if not nothing_to_show(row, finding):
        sentences.append(say("The line reads “{row}”.", language, row=Said(row)))
    sentences += related_lines(finding, language)
    if one.section:
        sentences.append(capitalised(one.section) + ".")
    return " ".join(sentences)


def _excerpt(plan: Checked, finding: Finding) -> str:
    """The line that a finding is about; of a very long one, the part around the spot."""
    row, spot = source_line(plan, finding.span, finding.span.line), as_shown(plan, finding.span).column - 1
    start = max(0, min(spot, len(row)) - LONGEST_ROW // 2) if len(row) > LONGEST_ROW else 0
    return row[start : start + LONGEST_ROW].strip()


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
