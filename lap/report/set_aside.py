"""What does not stand in a report's findings, in words: what is waived, and what a baseline holds."""

from typing import NamedTuple

from lap.checking import Checked
from lap.language.speech import Said, count, say, visible
from lap.report.told import Result, told
from lap.source.span import Span
from lap.waivers.applied import Waived


class Aside(NamedTuple):
    """A waived finding in words: where and which, what was found, and by what it is waived."""

    label: str
    message: str
    why: str


def counted(result: Result) -> list[str]:
    """A sentence for each kind of finding that is not reported: how many there are."""
    language = result.language
    waived, known = sum(len(plan.waived) for plan in result.plans), sum(plan.known for plan in result.plans)
    counts = (
        _count_waived(waived, result),
        count(
            known, "{n} finding was there before (baseline).", "{n} findings were there before (baseline).", language
        ),
        count(
            result.mended,
            "{n} entry of the baseline is mended; write it anew.",
            "{n} entries of the baseline are mended; write it anew.",
            language,
        ),
    )
    return [sentence for number, sentence in zip((waived, known, result.mended), counts, strict=True) if number]


def _count_waived(number: int, result: Result) -> str:
    """How many are waived and, where they are not shown, how to see them."""
    if result.show_waived:
        return count(number, "{n} finding is waived.", "{n} findings are waived.", result.language)
    return count(
        number,
        "{n} finding is waived; “lap lint --show-waived” shows it, and why.",
        "{n} findings are waived; “lap lint --show-waived” shows them, and why.",
        result.language,
    )


def waived(result: Result) -> list[Aside]:
    """The waived findings of all plans, where they were asked for."""
    if not result.show_waived:
        return []
    return [_aside(one, plan, result.language) for plan in result.plans for one in plan.waived]


def _aside(one: Waived, plan: Checked, language: str) -> Aside:
    in_words = told(one.finding, plan, language)
    label = say("{place}: waived {code}", language, place=Said(in_words.place), code=one.finding.code)
    return Aside(label, in_words.message, why(one, language))


def why(one: Waived, language: str) -> str:
    """By which waiver a finding is waived, until when and for which reason."""
    place, until, reason = _place(one.place), one.until, Said(visible(one.reason))
    if reason and until:
        return say(
            "Waived at {place} until {until}, because {reason}.", language, place=place, until=until, reason=reason
        )
    if reason:
        return say("Waived at {place}, because {reason}.", language, place=place, reason=reason)
    if until:
        return say("Waived at {place} until {until}, without a reason.", language, place=place, until=until)
    return say("Waived at {place}, without a reason.", language, place=place)


def _place(span: Span) -> Said:
    return Said(f"{visible(span.file)}:{span.line}:{span.column}")
