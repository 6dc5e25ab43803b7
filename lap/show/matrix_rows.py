"""The rows of a logical framework in words: what stands at each level, and what is still to be written there."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from lap.framework import Component, Framework, Gauge, Goal, Step, says_its_level
from lap.language.speech import Said, english, say
from lap.model.dates import Date
from lap.model.indicator import Indicator
from lap.model.plan import Alignment
from lap.model.work_plan import Activity
from lap.show.escape import one_line
from lap.source.vocabulary import shown
from lap.tree import Branch

Lines = tuple[str, ...]

NOTHING = ("—",)
"""Stands where nothing is asked for: what lies in other hands is not measured here."""


class Gap(str):
    """Words for something that is still to be written."""

    __slots__ = ()


class Entry(NamedTuple):
    """A row of the matrix: a level's name, what it is about (an id, or a path), and the lines of its cells.

    `gauge` is the indicator that `indicator` tells of, None where there is none. `goes_on`: the row tells of a further
    indicator of what the row before it is about.
    """

    level: str
    path: str
    summary: Lines
    gauge: Gauge | None
    indicator: Lines
    means: Lines
    assumptions: Lines
    goes_on: bool = False


class Subject(NamedTuple):
    """What a row is about. Without indicators of its own, `otherwise` says how it is measured, else there is a gap.

    `means` are its own means of verification; `risks` are named where an assumption is missing.
    """

    level: str
    path: str
    summary: Lines
    gauges: tuple[Gauge, ...] = ()
    otherwise: Lines = ()
    means: Lines = ()
    risks: str = ""


@dataclass(frozen=True, slots=True)
class Writer:
    """Says the sentences of a matrix in a language, each on one line, the plan's words in them whole."""

    language: str

    def say(self, sentence: str, **parameters: str) -> str:
        """A sentence with its parameters."""
        return say(sentence, self.language, **{name: Said(one_line(value)) for name, value in parameters.items()})


def entries(one: Framework, writer: Writer) -> Iterator[Entry]:
    """Every row of a framework, level by level; a row for each indicator of what a level holds.

    A problem that the plan leaves has no gaps: nobody is asked to fill them.
    """
    found = _every(one, writer)
    yield from found if one.in_hand else map(_unasked, found)


def _unasked(one: Entry) -> Entry:
    def kept(cell: Lines) -> Lines:
        return tuple(line for line in cell if not isinstance(line, Gap)) or NOTHING

    return one._replace(
        summary=kept(one.summary), indicator=kept(one.indicator), means=kept(one.means),
        assumptions=kept(one.assumptions),
    )  # fmt: skip


def _every(one: Framework, writer: Writer) -> Iterator[Entry]:
    key = one.problem.id if one.problem else ""
    yield from _rows(Subject(writer.say("Goal"), key, tuple(_goal(one.goal, writer)), one.goal.gauges), writer)
    yield from _rows(Subject(writer.say("Purpose"), key, tuple(_purpose(one, writer)), one.purpose.gauges), writer)
    for component in one.components:
        yield from _rows(_promised(component, writer), writer)
    yield from _unpromised(one, key, writer)
    for component in one.components:
        for subject in _activities(component, writer):
            yield from _rows(subject, writer)
    if not one.components:
        yield from _rows(Subject(writer.say("Activities"), key, (Gap(writer.say("no activity yet")),)), writer)


def _rows(about: Subject, writer: Writer) -> Iterator[Entry]:
    otherwise = about.otherwise or (Gap(writer.say("no indicator yet")),)
    for place, gauge in enumerate(about.gauges or (None,)):
        of = gauge.indicator if gauge else None
        indicator = tuple(_indicator(of, writer)) if of else otherwise
        means = _texts((*(of.verification if of else ()), *about.means))
        assumptions = _texts(of.assumptions if of else ())
        yield Entry(
            about.level, about.path, about.summary, gauge, indicator,
            means or (Gap(writer.say("no means of verification yet")),),
            assumptions or (_unassumed("" if place else about.risks, writer),), place > 0,
        )  # fmt: skip


def _unassumed(risks: str, writer: Writer) -> Gap:
    if risks:
        return Gap(writer.say("no assumption yet; its challenges may hide one: {challenges}", challenges=risks))
    return Gap(writer.say("no assumption yet"))


def _texts(texts: Iterable[str]) -> Lines:
    """Texts of the plan, each once, without empty ones."""
    return tuple(dict.fromkeys(text for one in texts if (text := one_line(one))))


def _goal(goal: Goal, writer: Writer) -> Iterator[str]:
    yield from (_served(one, writer) for one in goal.serves)
    if not goal.serves:
        yield Gap(writer.say("no general objective that it serves yet"))
    for one in goal.ends:
        effect = one.text or one.id
        yield one_line(one.counterpart) or Gap(writer.say("no end yet for the effect “{effect}”", effect=effect))
    if not goal.ends:
        yield Gap(writer.say("no effect of the problem yet, and so no end"))


def _served(one: Alignment, writer: Writer) -> str:
    if one.objective and one.instrument:
        sentence = english("To contribute to: {objective} ({instrument})")
        return writer.say(sentence, objective=one.objective, instrument=one.instrument)
    return writer.say("To contribute to: {objective}", objective=one.objective or one.instrument)


def _purpose(one: Framework, writer: Writer) -> Iterator[str]:
    """The objective; where it is missing, what the commitments say that they are for."""
    if written := one_line(one.purpose.objective):
        yield written
        return
    missing = english("the objective of the problem is not written yet") if one.problem else english("no problem yet")
    yield Gap(writer.say(missing))
    for each in one.components:
        if aim := each.commitment.objective:
            yield writer.say("“{commitment}” aims: {objective}", commitment=each.commitment.label, objective=aim)


def _promised(component: Component, writer: Writer) -> Subject:
    """A commitment as a component; its challenges are named where an assumption is missing."""
    made = component.commitment
    summary: list[str] = [one_line(made.label)] if made.title or not made.commitment else []
    summary.append(one_line(made.commitment) or Gap(writer.say("what is promised is not written yet")))
    for problem in component.elsewhere:
        summary.append(writer.say("It serves another problem too: {problem}", problem=problem.statement or problem.id))
    level = writer.say("Component {number}", number=str(component.number))
    return Subject(level, made.id, tuple(summary), component.gauges, risks="; ".join(_texts(made.challenges)))


def _unpromised(one: Framework, key: str, writer: Writer) -> Iterator[Entry]:
    """What the components lack: commitments at all, one for each root cause, and what lies in other hands."""
    level = writer.say("Components")
    if not one.components:
        yield from _rows(Subject(level, key, (Gap(writer.say("no commitment takes up this problem yet")),)), writer)
    for cause in one.open:
        gap = Gap(writer.say("no commitment yet answers the cause “{cause}”", cause=cause.text or cause.id))
        wanted = (writer.say("Wanted: {means}", means=cause.counterpart),) if cause.counterpart else ()
        yield Entry(level, f"{key}/{cause.id}", (gap, *wanted), None, NOTHING, NOTHING, NOTHING)
    for cause in one.set_aside:
        yield _set_aside(level, f"{key}/{cause.id}", cause, writer)


def _set_aside(level: str, path: str, cause: Branch, writer: Writer) -> Entry:
    """A cause that the plan leaves to others: that it goes all the same is an assumption."""
    summary = (
        writer.say("A cause in other hands: {cause}", cause=cause.text or cause.id),
        writer.say("Reason: {reason}", reason=cause.set_aside),
    )
    assumed = one_line(cause.counterpart) or Gap(writer.say("no means written for this cause yet"))
    return Entry(level, path, summary, None, NOTHING, NOTHING, (assumed,))


def _activities(component: Component, writer: Writer) -> Iterator[Subject]:
    for step in component.steps:
        yield _activity(component, step, writer)
    if not component.steps:
        level = writer.say("Activity {number}", number=f"{component.number}.1")
        yield Subject(level, component.commitment.id, (Gap(writer.say("no activity yet")),))


def _activity(component: Component, step: Step, writer: Writer) -> Subject:
    """An activity with what it hands over, which is also how it is verified where nothing else is said."""
    one = step.placed.activity
    summary = [one_line(one.label)]
    if handed := _texts(item.name for item in one.deliverables):
        summary.append(writer.say("It hands over: {deliverables}", deliverables="; ".join(handed)))
    moved = "; ".join(_texts(gauge.indicator.label for gauge in step.moves))
    otherwise = (writer.say("no indicator of its own; it moves: {indicators}", indicators=moved),) if moved else ()
    level = writer.say("Activity {number}", number=step.number)
    path = f"{component.commitment.id}/{one.id}"
    return Subject(level, path, tuple(summary), step.gauges, otherwise, _means(one))


def _means(one: Activity) -> Lines:
    found = _texts(one.verification)
    return found or _texts(" ".join((item.name, item.url)) for item in one.deliverables)


def _indicator(one: Indicator, writer: Writer) -> Iterator[str]:
    """An indicator with what the matrix asks of it; without a target it is not one yet."""
    yield one_line(one.label)
    if not says_its_level(one):
        yield Gap(writer.say("neither its kind nor its aspect is written, so it may belong to another level"))
    if one.formula:
        yield writer.say("Formula: {formula}", formula=one.formula)
    baseline, target = one.baseline, one.target
    if baseline and baseline.value is not None:
        yield writer.say("Baseline: {value}", value=quantity(baseline.value, one.unit, baseline.date))
    if target and target.value is not None:
        yield writer.say("Target: {value}", value=quantity(target.value, one.unit, target.date))
    else:
        yield Gap(writer.say("no target yet"))
    if one.frequency:
        yield writer.say("Frequency: {frequency}", frequency=shown("=frequency", one.frequency, writer.language))


def quantity(value: Decimal | str, unit: str = "", date: Date | None = None) -> str:
    """A value with its unit, and its date in brackets; a word of a scale has no unit."""
    number = value if isinstance(value, str) else f"{value.normalize():,f}"
    measured = f"{number} {unit}".rstrip() if number != value else number
    return f"{measured} ({date})" if date else measured
