"""Compliance in words: the share with its numbers, and the activities by what became of them (§1.6, §5.3)."""

from collections.abc import Iterable, Sequence

from lap.compliance import Compliance, Outcome, outcome
from lap.followed import Followed
from lap.language.speech import english
from lap.render.blocks import Words
from lap.render.sections.percentages import percent
from lap.render.told import Told, joined
from lap.scoring import Parts

Fact = tuple[str, Sequence[Words]]

APART: dict[str, tuple[str, str]] = {
    "confirmed": (english("one confirmed"), english("{n} confirmed")),
    "unconfirmed": (english("one not yet confirmed"), english("{n} not yet confirmed")),
    "unproved": (english("one called done without evidence"), english("{n} called done without evidence")),
    "cancelled": (english("one cancelled"), english("{n} cancelled")),
    "open": (english("one open"), english("{n} open")),
}
NAMED: dict[Outcome, str] = {
    "disputed": english("Disputed"),
    "unproved": english("Called done without evidence"),
    "unconfirmed": english("Done, not yet confirmed"),
    "cancelled": english("Cancelled"),
}


def compliance(parts: Parts, told: Told) -> list[Fact]:
    """Compliance of all activities and, apart, of the government's and of society's."""
    return [
        told.fact("Compliance", shares(parts.all, told), told_apart(parts.all, told)),
        told.fact("Government", shares(parts.government, told, nothing(parts, told))),
        told.fact("Civil society", shares(parts.society, told, nothing(parts, told))),
    ]


def nothing(parts: Parts, told: Told) -> str:
    """What to say where the government or society has no share: others may have."""
    return told.say("nothing due yet") if parts.all.share is None else told.say("none of the activities due is theirs")


def shares(one: Compliance, told: Told, without: str = "") -> str:
    """The share of the days due that is done with evidence, with its numbers; `without` is said where there is none."""
    if one.share is None:
        return without or told.say("nothing due yet")
    return told.say(
        "{share} = {done} / {due} days; activities due and done with evidence: {activities} of {all}",
        share=percent(one.share, told), done=told.number(one.done.days), due=told.number(one.due.days),
        activities=one.done.activities, all=one.due.activities,
    )  # fmt: skip


def told_apart(one: Compliance, told: Told) -> Words:
    """The activities due by what became of them, and those without dates, which count nowhere."""
    words: list[Words] = [_counted(getattr(one, name).activities, *pair, told) for name, pair in APART.items()]
    words.insert(2, _disputed(one, told))
    left_out = english("one without dates, left out"), english("{n} without dates, left out")
    return joined([*words, _counted(one.undated, *left_out, told)])


def _counted(number: int, one: str, many: str, told: Told) -> str:
    return told.count(number, one, many) if number else ""


def _disputed(one: Compliance, told: Told) -> str:
    """What is called done and disputed has a share of its own beside compliance."""
    number = _counted(one.disputed.activities, english("one disputed"), english("{n} disputed"), told)
    share = percent(one.disputed_share, told)
    return told.say("{number} ({share} of the days)", number=number, share=share) if number else ""


def activities_apart(activities: Iterable[Followed], told: Told) -> list[Fact]:
    """The activities by name that are not simply done or still to come: overdue, disputed, not confirmed, cancelled."""
    held = list(activities)
    rows: list[Fact] = [told.fact("Overdue", *(_late(one, told) for one in held if one.overdue))]
    for name, words in NAMED.items():
        rows.append(told.fact(words, *(one.activity.label for one in held if outcome(one) == name)))
    return rows


def _late(one: Followed, told: Told) -> str:
    sentence = english("{activity}, due {day}, and nobody says why") if one.silent else english("{activity}, due {day}")
    return told.say(sentence, activity=one.activity.label, day=told.date(one.due))
