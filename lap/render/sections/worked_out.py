"""How compliance, completion and half-yearly goals are worked out, with the numbers of the day (§1.6, §5.3)."""

from collections.abc import Iterator

from lap.compliance import Compliance
from lap.followed import Followed, of_government, of_society
from lap.language.speech import english
from lap.render.blocks import Block, Facts, Grid, Heading, Paragraph, Points, Section, Words
from lap.render.sections.compliance import nothing, told_apart
from lap.render.sections.links import link_to
from lap.render.sections.percentages import percent
from lap.render.sections.since import state
from lap.render.told import Told
from lap.report_days import GRACE
from lap.scoring import Parts, Score


def worked_out(score: Score, told: Told) -> Section:
    """The rules in words, the sums, and every activity that counts."""
    blocks: list[Block] = [Points(list(_rules(told)), ordered=True), sums(score, told), due(score, told)]
    blocks += [Paragraph(told.say("Completion and half-yearly goals"), "caption"), Points(list(_others(told)))]
    return Section("compliance", told.say("Compliance"), blocks if score.commitments else [])


def shared(told: Told) -> Paragraph:
    """Who an activity counts for; without this the two shares beside each other are not understood."""
    sentence = english(
        "An activity counts for the government where a public body carries it out, and for civil society where others "
        "carry it out or monitor it; it may count for both."
    )
    return Paragraph(told.say(sentence), "note")


def _rules(told: Told) -> Iterator[Words]:
    yield told.say(
        "An activity counts from the day on which it ends, with as many days as it lasts, both ends included."
    )
    yield told.say("It counts as done when it was reported done with evidence, unless whoever monitors disputes it.")
    yield told.say("Compliance is the days done over the days due. A cancelled activity stays due.")
    yield shared(told).words


def _others(told: Told) -> Iterator[Words]:
    yield told.say(
        "Completion looks at all activities of a commitment, due or not: limited below half of the days done, substantial "
        "from half on, complete when all are done."
    )
    yield told.say(
        "A half-yearly goal is met in time when it is reached on its day, or by a report within {days} days of it.",
        days=GRACE.days,
    )


def sums(score: Score, told: Told) -> Facts:
    """The three shares of the plan as sums."""
    parts = score.compliance
    named = (("Compliance", parts.all), ("Government", parts.government), ("Civil society", parts.society))
    return Facts([told.fact(label, _sum(one, parts, told), told_apart(one, told)) for label, one in named])


def _sum(one: Compliance, parts: Parts, told: Told) -> str:
    if one.share is None:
        return nothing(parts, told)
    return told.say(
        "{done} days done / {due} days due = {share}",
        done=told.number(one.done.days), due=told.number(one.due.days), share=percent(one.share, told),
    )  # fmt: skip


def due(score: Score, told: Told) -> Grid:
    """Every activity that counts on the day, and for whom."""
    heads = [*told.heads("Activity", "Commitment", "Due"), Heading(told.say("Days"), right=True)]
    rows: list[list[Words]] = []
    for part in score.commitments:
        link = link_to(part.commitment)
        for one in part.activities:
            if one.days is not None and one.due and one.due <= score.day:
                days = told.number(one.days)
                rows.append([one.activity.label, link, told.brief(one.due), days, state(one, told), _whose(one, told)])
    return Grid(told.say("The activities due"), [*heads, *told.heads("How it stands", "Counts for")], rows)


def _whose(one: Followed, told: Told) -> str:
    names = {
        told.say("Government"): of_government(one.activity, told.plan),
        told.say("Civil society"): of_society(one.activity, told.plan),
    }
    return ", ".join(name for name, counts in names.items() if counts)
