"""A new entry for a plan's log: what it says, what of it is missing, and what the rules say of it.

The log holds what happened to what was promised: reports and verdicts (`progress`), the public's remarks and the answers
to them (`comments`), and what the secretariat agreed (`secretariat.agreements`) (§1.6, §4, §5.3).
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

from lap.findings import Finding, Severity
from lap.lint import Options, lint_at
from lap.load import Loaded, load
from lap.model.indicator import Indicator
from lap.model.making import Secretariat
from lap.model.numbers import comma_country, read_number
from lap.model.plan import Plan
from lap.model.progress import ProgressEntry
from lap.rule import Rule
from lap.source.files import read_bytes
from lap.source.span import Route
from lap.source.writing import Manner, entry
from lap.subjects import activity_at, called, indicator_at, reporters

Fields = dict[str, str | list[str]]
"""What was said, by key of the format: a text, or a list of texts."""


class Kind(NamedTuple):
    """A kind of entry: the list it goes to, the key that says what it is about, and the keys it takes and needs."""

    route: Route
    about: str
    takes: tuple[str, ...]
    needs: tuple[str, ...]


PROGRESS, COMMENTS, AGREEMENTS = ("progress",), ("comments",), ("secretariat", "agreements")
REPORT = ("date", "evidence", "note", "by")
ABOUT = ("activity", "indicator", "commitment", "verdict")
KINDS = {
    "activity": Kind(PROGRESS, "activity", (*REPORT, "status", "percent"), ("activity", "status", "by")),
    "indicator": Kind(PROGRESS, "indicator", (*REPORT, "value"), ("indicator", "value", "by")),
    "commitment": Kind(PROGRESS, "commitment", REPORT, ("commitment", "note", "by")),
    "verdict": Kind(PROGRESS, "activity", (*REPORT, "verdict"), ("activity", "verdict", "by")),
    "comment": Kind(COMMENTS, "about", ("date", "from", "text", "url"), ("text",)),
    "reply": Kind((*COMMENTS, 0, "replies"), "", ("date", "by", "text"), ("by", "text")),
    "agreement": Kind(AGREEMENTS, "", ("date", "text", "method", "for", "against", "dissent"), ("text",)),
}
"""The kinds of entry, by the word for each."""


class Note(NamedTuple):
    """An entry to be written: into which list, and its keys in the order of the format, canonical."""

    route: Route
    value: Fields

    @property
    def day(self) -> str:
        """The day it speaks of."""
        return str(self.value["date"])


def missing(kind: str, given: Fields, plan: Plan, draft: bool = False) -> list[str]:
    """The keys that an entry needs and has not got; a thing done needs its evidence, a delay its reason (§5.3).

    A draft needs no more than what makes it an entry.
    """
    needed = list(KINDS[kind].needs)
    if given.get("status") == "done" and not draft:
        needed.append("evidence")
    if _needs_reason(given, plan) and not draft:
        needed.append("note")
    return [key for key in sorted(needed, key=lambda key: key == "by") if not given.get(key)]


def no_number(given: Fields, plan: Plan) -> Indicator | None:
    """The indicator that is measured in numbers, where its value is given and is none; else None."""
    indicator = indicator_at(str(given.get("indicator", "")), plan)
    if indicator is None or indicator.scale:
        return None
    country = plan.jurisdiction.country if plan.jurisdiction else ""
    return indicator if read_number(str(given.get("value", "")), comma_country(country)) is None else None


def _needs_reason(given: Fields, plan: Plan) -> bool:
    """Whether others need to know why: it is late, cancelled or disputed, or has not started though it was to (K102)."""
    if given.get("status") != "not-started":
        return given.get("status") in ("delayed", "cancelled") or given.get("verdict") == "disputed"
    activity = activity_at(str(given.get("activity", "")), plan)
    start = activity.start if activity else None
    return start is None or start.first.isoformat() <= str(given.get("date", ""))


def subjects(kind: str, plan: Plan) -> dict[str, str]:
    """What an entry of a kind can be about, in the order of the plan: the ids, with what people call it."""
    promises = plan.commitments.values()
    activities = [f"{one.id}/{placed.activity.id}" for one in promises for placed in one.all_activities()]
    indicators = [f"{one.id}/{key}" for one in promises for key in one.indicators]
    commitments = list(plan.commitments)
    named = {
        "activity": activities,
        "indicator": indicators,
        "commitment": commitments,
        "about": [*commitments, *activities, *indicators],
    }
    return {path: called(path, plan) for path in named.get(KINDS[kind].about, ())}


def reporters_first(given: Fields, plan: Plan) -> dict[str, str]:
    """Who can report, by id with its name: first those whose task it is, then all other parties."""
    entry = ProgressEntry.model_construct(None, **{key: given[key] for key in ABOUT if key in given})
    first = reporters(entry, plan)
    ordered = sorted(plan.parties, key=lambda party: party not in first)
    return {party: plan.parties[party].label for party in ordered}


class Judged(NamedTuple):
    """What is wrong with an entry: what stands in its way, and what is only told."""

    refused: list[Finding]
    told: list[Finding]


def judge(note: Note, loaded: Loaded, rules: tuple[Rule, ...], options: Options) -> Judged:
    """What the rules say of an entry that is not yet in its plan."""
    alone = load(read_bytes(_alone(note, loaded.plan).encode(), "-"))
    found = [one for one in alone.findings if one.code.startswith("Y")]
    plan, place = _with(loaded.plan, note.route, _node(alone.plan, note.route))
    found += lint_at(Loaded(plan, loaded.source, broken=loaded.broken), place, rules, options)
    return Judged(
        [one for one in found if one.severity is Severity.ERROR],
        [one for one in found if one.severity is not Severity.ERROR],
    )


def _alone(note: Note, plan: Plan) -> str:
    """A plan with nothing but an entry, which reads numbers as the country of its plan does."""
    value: Any = note.value
    for key in reversed(note.route):
        value = [value] if isinstance(key, int) else {key: [value] if key == note.route[-1] else value}
    country = {"country": plan.jurisdiction.country} if plan.jurisdiction and plan.jurisdiction.country else {}
    whole = {"lap": "1", "jurisdiction": country, **value}
    return "\n".join([line for key, one in whole.items() for line in entry(key, one, Manner())]) + "\n"


def _node(plan: Any, route: Iterable[str | int]) -> Any:
    """The entry that stands alone in its plan."""
    for key in route:
        plan = plan[0] if isinstance(key, int) else getattr(plan, key)
    return plan[0]


def _with(plan: Plan, route: Route, node: Any) -> tuple[Plan, Route]:
    """A plan with an entry more, and where that stands."""
    if route == PROGRESS:
        return plan.model_copy(update={"progress": [*plan.progress, node]}), (*route, len(plan.progress))
    if route == COMMENTS:
        return plan.model_copy(update={"comments": [*plan.comments, node]}), (*route, len(plan.comments))
    owner_key, *rest = route
    if owner_key == "secretariat":
        return _with_agreement(plan, route, node)
    number = int(rest[0])
    comment = plan.comments[number]
    answered = comment.model_copy(update={"replies": [*comment.replies, node]})
    comments = [*plan.comments[:number], answered, *plan.comments[number + 1 :]]
    return plan.model_copy(update={"comments": comments}), (*route, len(comment.replies))


def _with_agreement(plan: Plan, route: Route, node: Any) -> tuple[Plan, Route]:
    secretariat = plan.secretariat or Secretariat()
    agreements = [*secretariat.agreements, node]
    return (
        plan.model_copy(update={"secretariat": secretariat.model_copy(update={"agreements": agreements})}),
        (*route, len(agreements) - 1),
    )
