"""`lap score`: how a plan stands on a day, its arithmetic beside every figure."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated

import typer

from lap.cli import options
from lap.cli.languages import interface_language
from lap.cli.opening import Opened, choice, open_plan, spare_the_plan
from lap.cli.output import write
from lap.cli.screen import deliver
from lap.cli.telling import day_of, subject
from lap.failure import CannotRun
from lap.language.speech import english, say
from lap.lights import Colour
from lap.log import Log
from lap.render.blocks import Section
from lap.render.told import Told
from lap.scoring import Score, Scored, score

TEXTS, DATA = ("text", "markdown"), ("csv", "json")
FAILURES: dict[str, tuple[Colour, ...]] = {
    "red": ("red",), "amber": ("amber", "red"), "overdue": (), "no-evidence": ("no-evidence",),
}  # fmt: skip
"""What --fail-if takes, and the lights that it means; what is worse than amber is meant with it."""

Format = Annotated[str, typer.Option("--format", metavar="FORMAT", help="text (by default), markdown, csv or json.")]
Explain = Annotated[
    str,
    typer.Option("--explain", metavar=english("INDICATOR"), help="Show the arithmetic of an indicator step by step."),
]
Since = Annotated[
    str, typer.Option("--since", metavar="DATE", help="Show what changed since this day (year-month-day).")
]
Design = Annotated[bool, typer.Option("--design", help="Show how well the plan is made: criteria and record cards.")]
FailIf = Annotated[
    list[str] | None,
    typer.Option(
        "--fail-if",
        metavar=english("STATE"),
        help="Exit with 1 where an indicator is red, amber (or red) or has no-evidence, or an activity is overdue; may be "
        "repeated.",
    ),
]


def command(
    plan: options.Plan = ".", as_of: options.AsOf = "", explain: Explain = "", since: Since = "", design: Design = False,
    format: Format = "", output: options.OneOutput = "", fail_if: FailIf = None, lang: options.Lang = "",
) -> int:  # fmt: skip
    """Show how it stands."""
    own_table = bool(explain) + bool(since) + design
    choice("--format", format, TEXTS if own_table else (*TEXTS, *DATA))
    states = [choice("--fail-if", one, FAILURES) for one in fail_if or ()]
    if own_table > 1 or (design and states):
        raise CannotRun("score-one-table")
    if design:
        return _design(plan, as_of, format, output, lang)
    day, opened = day_of("--as-of", as_of), open_plan(plan, lang)
    spare_the_plan(opened.loaded, output)
    log = Log(opened.loaded.plan)
    made = score(opened.loaded.plan, day, opened.settings.limits, log)
    if format in DATA:
        _data(made, format, output)
    else:
        told = Told(made.plan, opened.language, day, short=format != "markdown")
        deliver(told, [_section(made, told, log, explain, since, opened)], format, output)
    return _failed(made, states, opened.language)


def _data(made: Score, format: str, output: str) -> None:
    from lap.show.score_data import as_json, as_table

    write(output, as_json(made) if format == "json" else as_table(made))


def _section(made: Score, told: Told, log: Log, explain: str, since: str, opened: Opened) -> Section:
    if explain:
        from lap.render.sections.steps import steps

        return steps(_indicator(explain, made), told)
    if since:
        return _changed(made, told, log, since, opened)
    from lap.render.sections.standing import standing

    return standing(made, told)


def _changed(made: Score, told: Told, log: Log, since: str, opened: Opened) -> Section:
    from lap.render.sections.since import since as changed
    from lap.since import changes

    before = day_of("--since", since)
    if before > made.day:
        raise CannotRun("since-after", since=since, until=made.day.isoformat())
    return changed(changes(score(made.plan, before, opened.settings.limits, log), made, log), told)


def _indicator(path: str, made: Score) -> Scored:
    """The indicator of a path, or the only one of an id. Raises CannotRun."""
    found = [one for one in made.indicators if path in (one.path, one.path.partition("/")[2])]
    if len(found) != 1:
        known = tuple(one.path for one in found or made.indicators)
        raise CannotRun("many-indicators" if found else "no-indicator", name=path, known=known)
    return found[0]


def _failed(made: Score, states: Sequence[str], language: str) -> int:
    """1 where there is one of the states, which is told on standard error, else 0."""
    found = {state: _of_state(state, made) for state in states}
    for state, paths in found.items():
        if paths:
            print(say("lap: --fail-if {state}: {what}", language, state=state, what=tuple(paths)), file=sys.stderr)
    return int(any(found.values()))


def _of_state(state: str, made: Score) -> list[str]:
    """The paths of what is in a state."""
    if state == "overdue":
        return [one.path for one in made.overdue]
    return [one.path for one in made.indicators if one.light.colour in FAILURES[state]]


def _design(plan: str, as_of: str, format: str, output: str, lang: str) -> int:
    from lap.render.sections.design import design

    made = subject(plan, lang, as_of)
    spare_the_plan(made.loaded, output)
    told = replace(made.told, language=interface_language(lang, made.loaded.language, made.settings.lang))
    deliver(told, [design(made.checked.judged, told)], format, output)
    return 0
