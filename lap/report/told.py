"""A finding put into words, and the counts at the end: what the formats for people share."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from lap.checking import Checked
from lap.findings import Finding, Severity
from lap.language.speech import Said, citation, count, say, tell, visible
from lap.rule import Rule
from lap.rules import BY_CODE
from lap.source.span import Span


@dataclass(frozen=True, slots=True)
class Result:
    """Everything that one run found: the plans, and how it was asked."""

    plans: list[Checked]
    language: str
    as_of: str
    rules: tuple[Rule, ...]
    quiet: bool = False
    as_adopted: bool = False
    mended: int = 0
    show_waived: bool = False

    @property
    def findings(self) -> list[Finding]:
        """The findings of all plans."""
        return [finding for plan in self.plans for finding in plan.findings]


@dataclass(frozen=True, slots=True)
class Told:
    """A finding in words."""

    finding: Finding
    message: str
    hint: str
    severity: str
    section: str

    @property
    def place(self) -> str:
        """file:line:column, as editors expect it."""
        return f"{visible(self.finding.span.file)}:{self.finding.span.line}:{self.finding.span.column}"


def told(finding: Finding, plan: Checked, language: str) -> Told:
    """Puts a finding into words, in the reader's language and the words of the file that it is about."""
    rule = BY_CODE[finding.code]
    sentence = rule.said(finding.cause)
    words = plan.languages.get(finding.span.file, plan.language or language)
    message = tell(sentence.message, finding.parameters, language, words)
    hint = tell(sentence.hint, finding.parameters, language, words)
    return Told(finding, message, hint, severity_word(finding.severity, language), citation(rule.section, language))


def severity_word(severity: Severity, language: str) -> str:
    """error, warning or advice."""
    return say(severity.value, language)


def cited(one: Told, language: str) -> str:
    """Where to read more: the handbook's section, if there is one, and the command."""
    command = say("lap explain {code}", language, code=one.finding.code)
    return f"{one.section} · {command}" if one.section else command


def advised(one: Told, language: str) -> list[str]:
    """What to write instead, as a sentence of its own; none where there is no hint."""
    if not one.hint:
        return []
    if one.hint.endswith("?"):
        return [capitalised(one.hint)]
    return [say("What to do: {hint}.", language, hint=Said(one.hint.rstrip(".")))]


def capitalised(text: str) -> str:
    """A text as the beginning of a sentence."""
    first = next((place for place, letter in enumerate(text) if letter.isalpha()), 0)
    return text[:first] + text[first : first + 1].upper() + text[first + 1 :]


def related_lines(finding: Finding, language: str) -> list[str]:
    """The further places of a finding, each in a sentence."""
    return [
        say("See also {place}.", language, place=f"{visible(span.file)}:{span.line}:{span.column}")
        for span in finding.related
    ]


def source_line(plan: Checked, span: Span, number: int) -> str:
    """A line of a file, without what a terminal would obey."""
    return visible(plan.rows.get((span.file, number), "")).replace("\t", " ")


def nothing_to_show(row: str, finding: Finding) -> bool:
    """Whether a finding's line says nothing about it: a comment at the top, where something is missing below."""
    return not row or (row.lstrip().startswith("#") and not finding.code.startswith("Y3"))


def as_shown(plan: Checked, span: Span) -> Span:
    """A span with its columns in the line as `source_line` gives it, where what is spelled out takes more room."""
    raw = plan.rows.get((span.file, span.line), "")
    first, end = (len(visible(raw[: column - 1])) + 1 for column in (span.column, span.end_column))
    return span._replace(column=first, end_column=end)


def tallied(findings: Iterable[Finding], language: str) -> str:
    """So many errors, so many warnings."""
    counts = Counter(finding.severity for finding in findings)
    parts = [
        count(counts[Severity.ERROR], "{n} error", "{n} errors", language),
        count(counts[Severity.WARNING], "{n} warning", "{n} warnings", language),
    ]
    if counts[Severity.ADVICE]:
        parts.append(count(counts[Severity.ADVICE], "{n} piece of advice", "{n} pieces of advice", language))
    return ", ".join(parts)


def what_was_checked(result: Result) -> str:
    """One sentence on what was read, and by how many rules."""
    language, plans = result.language, result.plans
    sizes = zip(*(plan.sizes for plan in plans), strict=True) if plans else ((0,), (0,), (0,))
    commitments, activities, indicators = map(sum, sizes)
    parts = [
        count(len(plans), "{n} plan", "{n} plans", language),
        count(sum(len(plan.files) for plan in plans), "{n} file", "{n} files", language),
        count(commitments, "{n} commitment", "{n} commitments", language),
        count(activities, "{n} activity", "{n} activities", language),
        count(indicators, "{n} indicator", "{n} indicators", language),
        count(len(result.rules), "{n} rule", "{n} rules", language),
    ]
    return say("Checked: {parts}.", language, parts=Said(", ".join(parts)))


def judged_as(result: Result) -> str:
    """A sentence on how severe the run was with a single plan, and why."""
    if len(result.plans) != 1 or result.as_adopted:
        return ""
    plan, language = result.plans[0], result.language
    if plan.status in ("draft", "consultation"):
        return say(
            "It is not adopted yet, so what is still missing is a warning. What would stand in the way of signing: "
            "lap validate --for adopted",
            language,
        )
    if plan.status is None and plan.status_stands:
        return say("Its status could not be read, so it is judged as an adopted plan.", language)
    if plan.status is None:
        return say("It does not state its status, so it is judged as an adopted plan.", language)
    return ""


CRITERIA_NAMES = {
    "S": "specific", "M": "measurable", "A": "achievable", "R": "relevant", "T": "time-bound",
}  # fmt: skip
