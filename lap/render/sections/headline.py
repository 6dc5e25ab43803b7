"""Compliance in large figures: of all activities, and the government's and society's side by side (§1.6)."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from lap.compliance import Compliance
from lap.render.blocks import Facts, Mark, Share, Words
from lap.render.sections.compliance import nothing, told_apart
from lap.render.sections.percentages import percent
from lap.render.sections.standing import LIGHTS
from lap.render.told import Told, joined
from lap.scoring import Parts, Scored


def headline(parts: Parts, told: Told) -> Facts:
    """The three shares of compliance, with the numbers that they are made of."""
    labels = (told.say("Compliance"), told.say("Government"), told.say("Civil society"))
    figures = zip((parts.all, parts.government, parts.society), shares(parts, told), strict=True)
    rows = [list(_figure(one, figure, one is parts.all, told)) for one, figure in figures]
    return Facts(list(zip(labels, rows, strict=True)), "figures")


def _figure(one: Compliance, figure: Share, whole: bool, told: Told) -> Iterator[Words]:
    yield figure
    if one.share is not None:
        yield told.say(
            "{activities} of {all} activities due are done with evidence: {done} of {due} days",
            activities=one.done.activities, all=one.due.activities,
            done=told.number(one.done.days), due=told.number(one.due.days),
        )  # fmt: skip
    if whole and (apart := told_apart(one, told)):
        yield apart


def shares(parts: Parts, told: Told) -> list[Share]:
    """Compliance of all, of the government and of society, each with its bar, or with why there is none."""
    return [_share(one.share, nothing(parts, told), told) for one in (parts.all, parts.government, parts.society)]


def _share(part: Fraction | None, without: str, told: Told) -> Share:
    return Share(percent(part, told) or without, None if part is None else float(part))


def counted(indicators: Sequence[Scored], told: Told) -> Facts:
    """The indicators by their lights."""
    return Facts([told.fact("Indicators", joined(lights(indicators, told), " "))])


def lights(indicators: Sequence[Scored], told: Told) -> Iterator[Mark]:
    """How many indicators have each light, those that none has left out."""
    for colour, (word, shape, tone) in LIGHTS.items():
        if number := sum(one.light.colour == colour for one in indicators):
            yield Mark(told.say("{light}: {n}", light=told.say(word), n=number), shape, tone)
