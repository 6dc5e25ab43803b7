"""Who does what in a plan: ids of parties, by what they do. A person, party/person, stands for the party."""

from collections.abc import Iterable, Iterator

from lap.model.commitment import Commitment
from lap.model.plan import Plan


def body_of(reference: str) -> str:
    """The id of a party, or of the party that a person, party/person, belongs to."""
    return reference.partition("/")[0]


def bodies(references: Iterable[str]) -> set[str]:
    """The ids of the parties that are named, themselves or by their persons."""
    return {body_of(reference) for reference in references if reference}


def taking_part(commitment: Commitment) -> set[str]:
    """The parties that lead, implement or monitor a commitment or an activity of it."""
    return bodies(_taking_part(commitment))


def _taking_part(commitment: Commitment) -> Iterator[str]:
    if roles := commitment.responsible:
        yield from (roles.lead, *roles.implement, *roles.monitor)
    for placed in commitment.all_activities():
        yield from placed.activity.responsible
        yield from placed.activity.monitor


def acting(plan: Plan) -> set[str]:
    """The parties that lead, implement or monitor anything in a plan."""
    return {body for commitment in plan.commitments.values() for body in taking_part(commitment)}


def measuring(plan: Plan) -> set[str]:
    """The parties that are responsible for measuring an indicator."""
    made = plan.commitments.values()
    return bodies(name for one in made for indicator in one.indicators.values() for name in indicator.responsible)


def leads_and_monitors(plan: Plan) -> set[str]:
    """The parties that answer for a commitment as a whole, or accompany and monitor it."""
    roles = [one.responsible for one in plan.commitments.values() if one.responsible]
    return bodies(name for one in roles for name in (one.lead, *one.monitor))


def named(plan: Plan) -> set[str]:
    """The parties that are named anywhere in a plan outside the list of parties, and those that succeed another one."""
    return (
        acting(plan) | measuring(plan) | bodies(_in_making(plan)) | bodies(_in_promises(plan)) | bodies(_in_log(plan))
    )


def _in_making(plan: Plan) -> Iterator[str]:
    yield from (party.succeeded_by for party in plan.parties.values())
    yield from plan.signed.by if plan.signed else ()
    yield from plan.secretariat.members if plan.secretariat else ()
    yield from (grades.of for grades in plan.metrics)
    yield from (view.from_ for event in plan.co_creation for view in event.views)
    yield from (view.from_ for problem in plan.problems.values() for view in problem.perspectives)


def _in_promises(plan: Plan) -> Iterator[str]:
    for commitment in plan.commitments.values():
        yield from commitment.follow_up.by if commitment.follow_up else ()
        yield from (gift.by for gift in commitment.resources.in_kind) if commitment.resources else ()


def _in_log(plan: Plan) -> Iterator[str]:
    yield from (entry.by for entry in plan.progress)
    yield from (comment.from_ for comment in plan.comments)
    yield from (reply.by for comment in plan.comments for reply in comment.replies)
    yield from (evaluation.by for evaluation in plan.evaluations)
