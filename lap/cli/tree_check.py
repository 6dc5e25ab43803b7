"""`lap tree --check`: what the rules find in the trees at hand, told as `lap validate` and `lap lint` tell it."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from lap.checking import Checked, Examined, examine, with_settings
from lap.cli.languages import interface_language
from lap.cli.opening import the_one
from lap.cli.reports import deliver
from lap.cli.run import Asked, result_of, status
from lap.cli.trees import chosen_problems
from lap.failure import CannotRun
from lap.findings import Finding, Severity
from lap.language.speech import Said, count, english, say
from lap.rules import BY_CODE
from lap.settings.chosen import Settings
from lap.settings.search import SettingsOf
from lap.source.files import Source, read_bytes, read_plan
from lap.source.hygiene import MAX_BYTES
from lap.source.nodes import key_span, walk
from lap.source.span import Route, Span

FAMILIES = ("P", "O")
"""Problem and diagnosis, tree of objectives; they speak of the trees wherever their finding stands."""
Meant = Callable[[Finding], bool]


def check_trees(plan: str, problems: Sequence[str], format: str, output: str, as_of: str, lang: str) -> int:
    """Reports what is found in the trees of these problems, or of all; gives the exit status. Raises CannotRun."""
    asked = Asked([plan], [format], [output], lang, as_of, "", [], [], "", "", False)
    asked.check()
    made, settings = _examined(plan, asked)
    of = made.loaded.plan
    meant = _in_trees(made.loaded.source, problems or list(of.problems), whole=not problems)
    _tell_unread(made, meant, interface_language(lang, made.loaded.language, settings.lang))
    chosen_problems(of, problems)
    result = result_of([with_settings(_of_trees(made.checked, meant), settings, tell=True)], 0, asked)
    deliver(result, asked.reports())
    return status(result.plans, asked)


def _examined(plan: str, asked: Asked) -> tuple[Examined, Settings]:
    """The plan at a path, or on standard input for "-", checked by every rule, advice included. Raises CannotRun."""
    place = Path(".") if plan == "-" else the_one(Path(plan))
    settings = SettingsOf().plan(place)
    source = read_bytes(sys.stdin.buffer.read(MAX_BYTES + 1), "-") if plan == "-" else read_plan(place)
    made = examine(source, asked.options(settings), settings.rules(advice=True))
    if not source.readable:
        raise CannotRun("plan-unread", path=source.name)
    return made, settings


def _tell_unread(made: Examined, meant: Meant, language: str) -> None:
    """Says on standard error that something of the plan could not be read, where the report will not show it."""
    unread = [one for one in made.loaded.findings if BY_CODE[one.code].severity is Severity.ERROR and not meant(one)]
    if unread:
        number = Said(count(len(unread), "{n} mistake", "{n} mistakes", language))
        sentence = english(
            "lap: {path} has {number} in other parts, and they are not shown here. “lap validate” shows them."
        )
        print(say(sentence, language, path=Said(made.loaded.source.name), number=number), file=sys.stderr)


def _in_trees(source: Source, problems: Sequence[str], whole: bool) -> Meant:
    """Tells whether a finding stands in one of these problems; of the `whole` plan, also whether one of the families found it."""
    routes = [("problems", one) for one in problems]
    places = [place for route in routes if (place := _lines(source, route))]

    def meant(one: Finding) -> bool:
        inside = one.route[:2] in routes or any(_within(one.span, place) for place in places)
        return inside or (whole and one.code[0] in FAMILIES)

    return meant


def _of_trees(checked: Checked, meant: Meant) -> Checked:
    """A plan with only what is meant; its commitments are not judged."""
    waived = [one for one in checked.waived if meant(one.finding)]
    return replace(checked, findings=list(filter(meant, checked.findings)), waived=waived, judged=[])


def _lines(source: Source, route: Route) -> Span | None:
    """Where a part of the plan stands, with its key; a file that holds nothing else belongs to it from its first line."""
    key, value = key_span(source.data, route), walk(source.data, route)
    if key is None or value is None:
        return key
    end, alone = value.span, key.file != value.span.file or source.documents[key.file].data is value
    return end._replace(line=1, column=1) if alone else end._replace(line=key.line, column=key.column)


def _within(span: Span, place: Span) -> bool:
    return span.file == place.file and place.line <= span.line <= place.end_line
