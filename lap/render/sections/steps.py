"""The arithmetic of one indicator on a day, step by step, as two people with a calculator would do it (§5.3)."""

from collections.abc import Iterator

from lap.language.speech import english
from lap.lights import Band
from lap.model.numbers import Bounds
from lap.render.blocks import Points, Section, Words
from lap.render.sections.standing import achieved, goal, latest, mark, turn, unread
from lap.render.told import Told
from lap.scoring import Scored

ORIGINS = {
    "indicator": english("as the indicator itself says"),
    "plan": english("as the plan says for all its indicators"),
    "settings": english("as the settings say"),
}
WAYS = {
    "up": english("upwards, so more is better"),
    "down": english("downwards, so less is better"),
    "keep": english("to be kept, so any distance counts against it"),
}


def steps(one: Scored, told: Told) -> Section:
    """How the light of an indicator came about."""
    title = told.say("“{indicator}” on {day}", indicator=one.measured.indicator.label, day=told.date(told.today))
    return Section(f"steps/{one.path}", title, [Points(list(_steps(one, told)), ordered=True)])


def _steps(one: Scored, told: Told) -> Iterator[Words]:
    if unit := one.measured.indicator.unit:
        yield told.say("Unit: {unit}.", unit=unit)
    yield _start(one, told)
    yield _direction(one, told)
    yield _value(one, told)
    yield from unread(one, told)
    yield _expected(one, told)
    yield told.say("Achievement: {formula}.", formula=achieved(one, told))
    yield _bands(one, told)
    yield told.put("So the light is: {light}.", light=mark(one, told))
    if one.trend:
        day = told.date(one.trend.before.day)
        yield told.say("Since the value before ({day}): {turn}.", day=day, turn=turn(one, told))
    if one.next:
        yield told.say("Next goal: {goal}.", goal=goal(one.next, told))


def _start(one: Scored, told: Told) -> Words:
    baseline = one.measured.indicator.baseline
    if baseline is None or baseline.value is None:
        return told.say("There is no baseline.")
    value = told.number(baseline.value)
    if baseline.date is None:
        return told.say("Baseline: {value}, without a date.", value=value)
    return told.say("Baseline: {value} ({day}).", value=value, day=told.date(baseline.date))


def _direction(one: Scored, told: Told) -> Words:
    """Which way it shall go, and who says so."""
    way, stated = one.measured.direction, one.measured.indicator.direction
    words = told.say(WAYS[way.way])
    if stated:
        return told.say("Direction: {way}; the indicator says so.", way=words)
    if way.known:
        return told.say("Direction: {way}; baseline and target tell.", way=words)
    return told.say("Direction: {way}; nothing in the plan tells, so this is assumed.", way=words)


def _value(one: Scored, told: Told) -> Words:
    series = one.measured.series
    if one.reading is None:
        return told.say("Value: nothing was reported by this day.")
    if series.adds:
        sentence = english("Value: {start} + {parts} = {level}, the baseline and the reports after it.")
        parts = " + ".join(told.number(part.value) for part in series.parts(told.today)).replace("+ −", "− ")
        return told.say(sentence, start=told.number(series.start), parts=parts, level=told.number(one.reading.level))
    if one.measured.indicator.scale:
        sentence = english("Value: {latest}, number {place} on the scale, counted from 0.")
        return told.say(sentence, latest=latest(one, told), place=told.number(one.reading.level))
    return told.say("Value: {latest}, the latest report.", latest=latest(one, told))


def _expected(one: Scored, told: Told) -> Words:
    if one.expected is None:
        return told.say("Expected: nothing yet; the first goal is not due.")
    found = goal(one.expected, told)
    if one.expected.is_target:
        return told.say("Expected: {goal}, the target.", goal=found)
    return told.say("Expected: {goal}, the last milestone that was due.", goal=found)


def _bands(one: Scored, told: Told) -> Words:
    green, amber = one.light.bands.green, one.light.bands.amber
    if green.origin == amber.origin:
        return told.say(
            "Green {green}, amber {amber}, red otherwise; {origin}.",
            green=_band(green, told), amber=_band(amber, told), origin=told.say(ORIGINS[green.origin]),
        )  # fmt: skip
    return told.say(
        "Green {green}, {origin}; amber {amber}, {other}; red otherwise.",
        green=_band(green, told), origin=told.say(ORIGINS[green.origin]),
        amber=_band(amber, told), other=told.say(ORIGINS[amber.origin]),
    )  # fmt: skip


def _band(band: Band, told: Told) -> str:
    return bounds(band.bounds, told)


def bounds(one: Bounds, told: Told) -> str:
    """From which share on, and up to which one."""
    low = f"{told.number(one.low * 100)} %"
    if one.high is None:
        return told.say("from {low}", low=low)
    return told.say("from {low} to {high}", low=low, high=f"{told.number(one.high * 100)} %")
