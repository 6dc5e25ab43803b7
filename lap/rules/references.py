"""Family Y, third part: what refers to something, and what must stand only once. Rules on the loaded plan."""

import difflib
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from lap.findings import Key
from lap.known import Known, tree_nodes
from lap.model.commitment import Commitment, FollowUp, Responsible
from lap.model.indicator import Indicator
from lap.model.making import Secretariat, View
from lap.model.party import Party
from lap.model.plan import Signed
from lap.model.problem import Cause, Problem
from lap.model.progress import Change, Comment, Evaluation, ProgressEntry, Reply
from lap.model.proposal import Proposal
from lap.model.resources import InKind
from lap.model.work_plan import Activity
from lap.rule import ERROR, At, Found, Sentence, at, engine_rule


class Reference(NamedTuple):
    """A field that refers: to ids that `among` gives, which stand in the plan under the key `section`."""

    field: str
    section: Key
    among: Callable[[Known, Any, Any, Any], frozenset[str]]


MOST_COMPARED = 200
PARTIES, PROBLEMS = Key("plan", "parties"), Key("plan", "problems")
COMMITMENTS, ACTIVITIES = Key("plan", "commitments"), Key("commitment", "activities")
INDICATORS, CAUSES = Key("commitment", "indicators"), Key("problem", "causes")


def _bodies(field: str) -> Reference:
    return Reference(field, PARTIES, lambda known, *_: known.bodies)


def _anyone(field: str) -> Reference:
    return Reference(field, PARTIES, lambda known, *_: known.anyone)


def _promises(field: str) -> Reference:
    return Reference(field, COMMITMENTS, lambda known, *_: known.promises)


def _problem_nodes(known: Known, node: Any, commitment: Any, problem: Any) -> frozenset[str]:
    named = node.problem if isinstance(node.problem, list) else [node.problem]
    return known.nodes_of(named)


# What refers to what (format page, "A reference"). Free text stands elsewhere, as in `from` and `decided-by`.
REFERENCES: dict[type, tuple[Reference, ...]] = {
    Signed: (_anyone("by"),),
    Party: (_bodies("succeeded_by"),),
    Secretariat: (_anyone("members"),),
    View: (Reference("about", PROBLEMS, lambda known, *_: known.matters),),
    Cause: (Reference("leads_to", CAUSES, lambda known, node, commitment, problem: known.nodes_of([problem.id])),),
    Proposal: (
        Reference("problem", PROBLEMS, lambda known, *_: known.problems),
        Reference("addresses", CAUSES, _problem_nodes),
        Reference("commitment", COMMITMENTS, lambda known, *_: known.commitments),
    ),
    Commitment: (
        Reference("problem", PROBLEMS, lambda known, *_: known.problems),
        Reference("addresses", CAUSES, _problem_nodes),
    ),
    Responsible: (_bodies("lead"), _anyone("implement"), _anyone("monitor")),
    FollowUp: (_anyone("by"),),
    InKind: (_anyone("by"),),
    Activity: (
        _anyone("responsible"),
        _anyone("monitor"),
        Reference("after", ACTIVITIES, lambda known, node, commitment, problem: known.here(commitment)),
    ),
    Indicator: (
        _anyone("responsible"),
        Reference("activities", ACTIVITIES, lambda known, node, commitment, problem: known.here(commitment)),
    ),
    ProgressEntry: (
        Reference("commitment", COMMITMENTS, lambda known, *_: known.commitments),
        Reference("activity", ACTIVITIES, lambda known, *_: known.activities),
        Reference("indicator", INDICATORS, lambda known, *_: known.indicators),
        _anyone("by"),
    ),
    Comment: (_promises("about"),),
    Reply: (_anyone("by"),),
    Evaluation: (_anyone("by"),),
    Change: (_promises("about"),),
}

Referring = (
    Signed | Party | Secretariat | View | Cause | Proposal | Commitment | Responsible | FollowUp | InKind | Activity
    | Indicator | ProgressEntry | Comment | Reply | Evaluation | Change
)  # fmt: skip


@engine_rule("Y207", ERROR, {
    "": Sentence("The id “{id}” stands twice, here and above.", "give this one another id"),
})  # fmt: skip
def ids_once(node: Commitment | Problem) -> Found:
    """An id stands once among the activities and indicators of a commitment, and among the causes and effects of a problem.

    The log speaks of `commitment/id`, so within a commitment an id must mean one thing, whichever stage it stands in.

    Bad:
        commitments:
          registry:
            indicators:
              enrol-vendors:  # <- Y207
                name: Vendors enrolled
                kind: management
                variable: vendors enrolled
                unit: vendors
                baseline: {value: 0, date: 2024-12-01, source: Directorate of Public Works}
                target: {value: 400, date: 2025-06-30}
                frequency: monthly
                verification: [Register on the municipal portal]
                responsible: public-works
                activities: [enrol-vendors]

    Good:
        commitments:
          registry:
            indicators:
              vendors-enrolled:
                name: Vendors enrolled
                kind: management
                variable: vendors enrolled
                unit: vendors
                baseline: {value: 0, date: 2024-12-01, source: Directorate of Public Works}
                target: {value: 400, date: 2025-06-30}
                frequency: monthly
                verification: [Register on the municipal portal]
                responsible: public-works
                activities: [enrol-vendors]
    """
    routes: Iterator[tuple[str, ...]]
    if isinstance(node, Commitment):
        placed = [one.route for one in node.all_activities()]
        routes = iter([*placed, *(("indicators", key) for key in node.indicators)])
    else:
        routes = (route for route, _ in tree_nodes(node))
    first: dict[str, tuple[str, ...]] = {}
    for route in routes:
        if first.setdefault(route[-1], route) != route:
            yield at(*route, id=route[-1], also=(first[route[-1]],))


@engine_rule("Y208", ERROR, {
    "near": Sentence("In “{node}”, {key} names “{value}”, which stands nowhere under {section}.",
        "did you mean {suggestion}?"),
    "unknown": Sentence("In “{node}”, {key} names “{value}”, which stands nowhere under {section}.",
        "write an id from there, or add it there"),
    "kind": Sentence("In “{node}”, {key} names “{value}”, which is something else; it takes an id from {section}.",
        "write an id from there"),
    "person": Sentence("In “{node}”, {key} names the person “{value}”; a body is asked for here.",
        "write {suggestion}"),
})  # fmt: skip
def references(node: Referring, known: Known, commitment: Commitment | None, problem: Problem | None) -> Found:
    """A reference names something that exists, and is of the right kind.

    Parties, problems, causes and activities are written once and named elsewhere by their id. An id that leads
    nowhere is a promise that nobody keeps.

    Bad:
        commitments:
          registry:
            responsible:
              lead: public-work  # <- Y208

    Good:
        commitments:
          registry:
            responsible:
              lead: public-works
    """
    for reference in REFERENCES[type(node)]:
        value = getattr(node, reference.field)
        if value:
            among = reference.among(known, node, commitment, problem)
            key = reference.field.replace("_", "-")
            places = [((key,), value)] if isinstance(value, str) else [((key, i), v) for i, v in enumerate(value)]
            yield from (_missed(path, name, reference, among, known) for path, name in places if name not in among)


def _missed(path: tuple[str | int, ...], name: str, reference: Reference, among: frozenset[str], known: Known) -> At:
    cause, suggestion = _meant(name, among, known)
    return at(*path, cause=cause, value=name, section=reference.section, suggestion=suggestion)


def _meant(name: str, among: frozenset[str], known: Known) -> tuple[str, str]:
    """Why a name leads nowhere here, and the id that was most likely meant."""
    body, slash, _ = name.partition("/")
    if slash and name in known.persons and body in among:
        return "person", body
    if name in known.promises | known.anyone | known.matters:
        return "kind", ""
    ends = sorted(one for one in among if one.endswith(f"/{name}"))
    close = ends or difflib.get_close_matches(name, sorted(_candidates(name, among)), 1, 0.6)
    return ("near", close[0]) if close else ("unknown", "")


def _candidates(name: str, among: frozenset[str]) -> Iterable[str]:
    """What to compare a name with: everything, unless that is so much that only what begins alike is affordable."""
    if len(among) <= MOST_COMPARED:
        return among
    return (one for one in among if one[:2] == name[:2] or one.rpartition("/")[2][:2] == name[:2])


@engine_rule("Y211", ERROR, {
    "": Sentence("“{node}” has both {stages} and {key}; the work plan is one or the other.",
        "move these activities into a stage"),
})  # fmt: skip
def one_work_plan(commitment: Commitment) -> Found:
    """`stages` and `activities` do not both stand in a commitment.

    A work plan is either divided into stages or one list. With both, totals and order cannot be told.

    Bad:
        commitments:
          registry:
            activities:  # <- Y211
              list-stalls:
                activity: To list the stalls of the twelve markets
                start: 2025-02-01
                end: 2025-02-28
                responsible: public-works
                deliverables: [Count of stalls]
                verification: [Count on the municipal portal]

    Good:
        commitments:
          registry:
            stages:
              enrolment:
                title: Enrolment
    """
    if commitment.stages and commitment.activities:
        yield at("activities", stages=Key("commitment", "stages"))
