"""The logical framework as the matrix that finance ministries ask for: levels by narrative summary, indicators, means of
verification and assumptions; a matrix for each problem. What is missing is said in words where it is missing.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from lap.framework import Framework, framework, without_problem
from lap.language.speech import english
from lap.model.indicator import Baseline, Indicator, Target
from lap.model.plan import Plan
from lap.model.problem import Problem
from lap.paper import Page
from lap.show.escape import one_line
from lap.show.matrix_rows import Entry, Gap, Lines, Writer, entries
from lap.show.table import Column, Table, as_csv, as_markdown, as_text
from lap.source.vocabulary import shown

SUMMARY, CELL = 22, 16
"""The columns of a terminal below which a summary, or another cell, is better read in a list."""

GAP, ITEM = "☐ ", "· "

BEFORE = (english("Problem"), english("Level"), english("Id"), english("Narrative summary"), english("Indicator"))
OF_INDICATOR = (
    english("How it is calculated"), english("Unit"), english("Baseline"), english("Date of the baseline"),
    english("Target"), english("Date of the target"), english("Frequency"),
)  # fmt: skip


def render(plan: Plan, problems: Sequence[Problem], format: str, page: Page, language: str) -> str:
    """The matrices of some problems of a plan, as "text", "markdown" or "csv".

    Where all problems are asked for, the commitments that take up none of them get a matrix of their own.
    """
    writer = Writer(language)
    made = [framework(plan, one) for one in problems]
    if len(problems) == len(plan.problems) and (without_problem(plan) or not problems):
        made.append(framework(plan, None))
    if format == "csv":
        return _csv(made, writer)
    tables = [_table(one, writer) for one in made]
    return "\n".join(as_markdown(one) if format == "markdown" else as_text(one, page) for one in tables)


def _table(one: Framework, writer: Writer) -> Table:
    columns = [
        Column(writer.say("Level")),
        Column(writer.say("Narrative summary"), least=SUMMARY),
        *(Column(head, least=CELL) for head in _heads(writer)),
    ]
    found = list(entries(one, writer))
    ends = frozenset(place for place, following in enumerate(found[1:]) if not following.goes_on)
    return Table(columns, [_row(entry) for entry in found], _title(one, writer), list(_notes(one, found, writer)), ends)


def _heads(writer: Writer) -> tuple[str, str, str]:
    return writer.say("Indicator"), writer.say("Means of verification"), writer.say("Assumptions")


def _row(one: Entry) -> Sequence[str]:
    summary = "" if one.goes_on else _items(one.summary)
    return one.level, summary, _lines(one.indicator), _items(one.means), _items(one.assumptions)


def _items(lines: Lines) -> str:
    """The lines of a cell that say one thing each; what is missing has a sign."""
    return "\n".join(_marked(line, ITEM if len(lines) > 1 else "") for line in lines)


def _lines(lines: Lines) -> str:
    return "\n".join(_marked(line) for line in lines)


def _marked(line: str, sign: str = "") -> str:
    return (GAP if isinstance(line, Gap) else sign) + line


def _title(one: Framework, writer: Writer) -> str:
    if one.problem is None:
        return writer.say("Logical framework of the commitments that take up no problem")
    return writer.say("Logical framework: {problem}", problem=one.problem.statement or one.problem.id)


def _notes(one: Framework, found: Sequence[Entry], writer: Writer) -> Iterator[str]:
    """That the plan leaves the problem, and how many cells have gaps."""
    if one.problem and not one.in_hand:
        outcome = shown("=problem-outcome", one.problem.outcome or "", writer.language)
        reason = one.problem.reason
        if reason:
            yield writer.say("The plan leaves this problem ({outcome}): {reason}", outcome=outcome, reason=reason)
        else:
            yield writer.say("The plan leaves this problem ({outcome}).", outcome=outcome)
    gaps = {
        "summaries": _gaps(each.summary for each in found if not each.goes_on),
        "indicators": _gaps(each.indicator for each in found),
        "means": _gaps(each.means for each in found),
        "assumptions": _gaps(each.assumptions for each in found),
    }
    if set(gaps.values()) != {"0"}:
        sentence = english(
            "Still to be written (☐): {summaries} in the summaries, {indicators} in the indicators, {means} in the means "
            "of verification, {assumptions} in the assumptions."
        )
        yield writer.say(sentence, **gaps)


def _gaps(cells: Iterable[Lines]) -> str:
    """How many cells have something that is still to be written."""
    return str(sum(any(isinstance(line, Gap) for line in cell) for cell in cells))


def _csv(made: Iterable[Framework], writer: Writer) -> str:
    """A row for each indicator of each level, what the matrix asks of it in columns of its own."""
    heads = [writer.say(one) for one in (*BEFORE, *OF_INDICATOR)]
    columns = [Column(head) for head in (*heads, *_heads(writer)[1:])]
    return as_csv(Table(columns, [_record(one, entry, writer) for one in made for entry in entries(one, writer)]))


def _record(one: Framework, entry: Entry, writer: Writer) -> Sequence[str]:
    key, summary = one.problem.id if one.problem else "", "; ".join(entry.summary)
    measured = _measured(entry.gauge.indicator, writer) if entry.gauge else ["; ".join(entry.indicator), *[""] * 7]
    return [key, entry.level, entry.path, summary, *measured, "; ".join(entry.means), "; ".join(entry.assumptions)]


def _measured(of: Indicator, writer: Writer) -> Sequence[str]:
    frequency = shown("=frequency", of.frequency, writer.language) if of.frequency else ""
    start, end = _measure(of.baseline), _measure(of.target)
    return [one_line(of.label), one_line(of.formula), one_line(of.unit), *start, *end, frequency]


def _measure(one: Baseline | Target | None) -> tuple[str, str]:
    """A value and its date."""
    value, date = (one.value, one.date) if one else (None, None)
    number = f"{value.normalize():f}" if isinstance(value, Decimal) else value or ""
    return number, str(date or "")
