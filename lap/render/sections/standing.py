"""How a plan stands on a day: what was expected, what was measured, and what that means, the formula beside it (§5.3)."""

from collections.abc import Iterator
from decimal import Decimal

from lap.goals import Goal, level_of
from lap.language.speech import english
from lap.render.blocks import Block, Facts, Grid, Mark, Points, Ref, Section, Shape, Words
from lap.render.sections.compliance import activities_apart, compliance
from lap.render.sections.links import link_to
from lap.render.sections.metrics import metrics
from lap.render.sections.percentages import percent as percent
from lap.render.told import Told, joined
from lap.scoring import CommitmentScore, Score, Scored
from lap.series import Reading

LIGHTS: dict[str, tuple[str, Shape, str]] = {
    "green": (english("green, on track"), "tick", "done"),
    "amber": (english("amber, at risk"), "warning", "late"),
    "red": (english("red, critical"), "cross", "stop"),
    "no-evidence": (english("no evidence"), "circle", "none"),
    "not-due": (english("not due yet"), "square", "none"),
}
COMPLETION = {
    "no-evidence": english("no evidence"),
    "not-started": english("not started"),
    "limited": english("limited"),
    "substantial": english("substantial"),
    "complete": english("complete"),
}
FORMULAS = {
    "keep": "1 − |{v} − {e}| / |{e}|",
    "from-baseline": "({v} − {b}) / ({e} − {b})",
    "up": "{v} / {e}",
    "down": "{e} / {v}",
}
EXPLAINED = {
    "no-goal": english("no goal that can be read"),
    "not-due": english("nothing is expected yet"),
    "no-evidence": english("no value was reported"),
    "keep-zero": english("to be kept at 0"),
    "at-baseline": english("the baseline itself is expected"),
    "up-zero": english("0 is expected"),
    "down-zero": english("the value is 0"),
}
TURNS = {"better": english("better"), "worse": english("worse"), "same": english("the same")}
TURNS_OF_KEPT = {
    "better": english("closer to its goal"),
    "worse": english("farther from its goal"),
    "same": english("as far from its goal as before"),
}


def mark(one: Scored, told: Told) -> Mark:
    """The light of an indicator: a word, a shape and a colour."""
    word, shape, tone = LIGHTS[one.light.colour]
    text = told.say(word)
    if one.light.doubtful:
        text = told.say("{light}; above the upper bound, so the target itself is in doubt", light=text)
    return Mark(text, shape, tone)


def achieved(one: Scored, told: Told) -> str:
    """The achievement of an indicator with the formula used."""
    found = one.achievement
    amount = percent(found.share, told, _bounds(one))
    if found.case in FORMULAS:
        values = dict(zip("veb", (found.value, found.expected, found.baseline), strict=True))
        shown = {name: _operand(value, told) for name, value in values.items() if value is not None}
        words = f"{amount} = {FORMULAS[found.case].format_map(shown)}"
    else:
        words = ": ".join(part for part in (amount, told.say(EXPLAINED[found.case])) if part)
    if found.share is None or found.direction.known:
        return words
    return told.say("{achievement}; direction unknown, up assumed", achievement=words)


def _operand(value: Decimal, told: Told) -> str:
    return f"({told.number(value)})" if value < 0 else told.number(value)


def _bounds(one: Scored) -> list[Decimal]:
    """The shares at which the light of an indicator changes."""
    held = (one.light.bands.green.bounds, one.light.bands.amber.bounds)
    return [bound for pair in held for bound in (pair.low, pair.high) if bound is not None]


def standing(score: Score, told: Told) -> Section:
    """The whole plan on a day: totals, lights counted, what is overdue in silence, each commitment, and the metrics."""
    parts: list[Block] = [totals(score, told), Points(list(left_out(score, told))), silent(score, told)]
    parts += [commitment(one, told) for one in score.commitments]
    return Section("standing", told.say("How it stands on {day}", day=told.date(score.day)), [*parts, metrics(told)])


def totals(score: Score, told: Told) -> Facts:
    """Compliance of all commitments, government and society apart, and the lights counted."""
    lights = [
        Mark(told.say("{light}: {n}", light=told.say(LIGHTS[colour][0]), n=number), *LIGHTS[colour][1:])
        for colour, number in score.lights.items()
        if number
    ]
    return Facts([*compliance(score.compliance, told), told.fact("Indicators", *lights)])


def left_out(score: Score, told: Told) -> Iterator[str]:
    """Entries of the log that count nowhere, and why."""
    if number := len(score.undated):
        yield told.count(
            number, "One entry of the log has no date, so it counts nowhere.",
            "{n} entries of the log have no date, so they count nowhere.",
        )  # fmt: skip
    if number := len(score.stray):
        yield told.count(
            number, "One entry of the log is about nothing that the plan knows.",
            "{n} entries of the log are about nothing that the plan knows.",
        )  # fmt: skip


def silent(score: Score, told: Told) -> Grid:
    """What is past its end, neither done nor cancelled, and nobody says why."""
    heads = told.heads("Overdue in silence", "Commitment", "Due", "Who")
    rows: list[list[Words]] = []
    for part in score.commitments:
        link = link_to(part.commitment)
        for one in part.activities:
            if one.silent:
                who = joined(told.all_of(one.activity.responsible), "; ")
                rows.append([one.activity.label, link, told.date(one.due), who])
    return Grid(told.say("Overdue, and nobody says why"), heads, rows)


def commitment(one: CommitmentScore, told: Told) -> Section:
    """A commitment: its activities, its half-yearly goals and, beside them, its indicators."""
    facts = Facts(
        [
            *compliance(one.compliance, told),
            *activities_apart(one.activities, told),
            told.fact("Completion", told.say(COMPLETION[one.completion])),
            told.fact("Half-yearly goals met", *_goals_met(one, told)),
        ]
    )
    return Section(f"standing/{one.commitment.id}", one.commitment.label, [facts, indicators(one, told)])


def _goals_met(one: CommitmentScore, told: Told) -> Iterator[str]:
    """How many of the goals due were met in time: in all, then in each half-year."""
    halves = [half for half in one.half_years if half.due]
    if halves:
        met, due = sum(half.met for half in halves), sum(half.due for half in halves)
        yield told.say("{met} of {due}", met=met, due=due)
    for half in halves if len(halves) > 1 else ():
        yield told.say("{time}: {met} of {due}", time=told.span_of(half.time), met=half.met, due=half.due)


def indicators(one: CommitmentScore, told: Told) -> Grid:
    """The indicators of a commitment with what was expected, what was measured and what that means."""
    heads = told.heads("Indicator", "Baseline", "Latest", "Expected", "Achievement", "Light", "Trend", "Next")
    rows = [indicator_row(scored, told) for scored in one.indicators]
    notes = [note for scored in one.indicators for note in unread(scored, told)]
    return Grid(told.say("Indicators of “{commitment}”", commitment=one.commitment.label), heads, rows, (), notes)


def indicator_row(one: Scored, told: Told) -> list[Words]:
    """One indicator on a day."""
    indicator = one.measured.indicator
    return [
        Ref(with_unit(one), f"steps/{one.path}"),
        told.number(indicator.baseline.value) if indicator.baseline else "",
        latest(one, told),
        goal(one.expected, told),
        achieved(one, told),
        mark(one, told),
        turn(one, told),
        goal(one.next, told),
    ]


def with_unit(one: Scored) -> str:
    """What an indicator is called, with its unit."""
    indicator = one.measured.indicator
    return indicator.label + (f" ({indicator.unit})" if indicator.unit and not indicator.scale else "")


def unread(one: Scored, told: Told) -> Iterator[str]:
    """The reported values of an indicator that do not count by the day, and why."""
    passed = [filed for filed in one.measured.series.passed_over if filed.day <= told.today]
    indicator = one.measured.indicator
    odd = [filed for filed in passed if level_of(filed.entry.value, indicator) is None]
    if odd:
        values = "; ".join(f"{filed.entry.value} ({told.date(filed.entry.date)})" for filed in odd)
        sentence = english("Values of “{indicator}” that cannot be read, so they do not count: {values}.")
        yield told.say(sentence, indicator=indicator.label, values=values)
    if early := [filed for filed in passed if filed not in odd]:
        values = "; ".join(f"{told.number(filed.entry.value)} ({told.date(filed.entry.date)})" for filed in early)
        sentence = english("Values of “{indicator}” that its baseline holds already, so they are not added: {values}.")
        yield told.say(sentence, indicator=indicator.label, values=values)


def latest(one: Scored, told: Told) -> str:
    """The level on the day and when it was reported."""
    return level(one.reading, one, told)


def level(reading: Reading | None, of: Scored, told: Told) -> str:
    """A level of an indicator and when it was reported; "" for none."""
    if reading is None:
        return ""
    return told.say("{value} ({day})", value=told.number(of.measured.written(reading)), day=told.brief(reading.day))


def goal(one: Goal | None, told: Told) -> str:
    """A goal and by when it is to be reached."""
    return told.say("{value} by {day}", value=told.number(one.written), day=told.brief(one.date)) if one else ""


def turn(one: Scored, told: Told) -> str:
    """The change since the value before."""
    if one.trend is None:
        return ""
    words = TURNS_OF_KEPT if one.measured.direction.way == "keep" else TURNS
    change = ("+" if one.trend.change > 0 else "") + told.number(one.trend.change)
    return told.say("{change}, {turn}", change=change, turn=told.say(words[one.trend.turn]))
