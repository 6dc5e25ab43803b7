"""What an entry of the log speaks of, and whose task it is to report on that (§1.6, §5.3)."""

from collections.abc import Iterable, Iterator

from lap.model.commitment import Commitment
from lap.model.indicator import Indicator
from lap.model.plan import Plan
from lap.model.progress import ProgressEntry
from lap.model.work_plan import Activity
from lap.roles import bodies, taking_part
from lap.schedule import find
from lap.terms import successors


def activity_at(path: str, plan: Plan) -> Activity | None:
    """The activity at commitment/activity; None if the plan has none there."""
    home = plan.commitments.get(path.partition("/")[0])
    task = find(path, home, plan) if home and "/" in path else None
    return task.activity if task else None


def indicator_at(path: str, plan: Plan) -> Indicator | None:
    """The indicator at commitment/indicator; None if the plan has none there."""
    home = plan.commitments.get(path.partition("/")[0])
    return home.indicators.get(path.partition("/")[2]) if home else None


def called(path: str, plan: Plan) -> str:
    """What people call the thing at a path: its title, name or sentence, else the path itself; for no path, the plan."""
    if not path:
        return plan.title
    thing = activity_at(path, plan) or indicator_at(path, plan) or plan.commitments.get(path)
    return thing.label if thing else path


def doers(activity: Activity, commitment: Commitment, plan: Plan) -> set[str]:
    """The parties that answer for an activity: those who do it, those who carry out its commitment, and who leads that."""
    return _and_successors(bodies((*activity.responsible, *_carrying_out(commitment))), plan)


def watchers(activity: Activity, commitment: Commitment, plan: Plan) -> set[str]:
    """The parties that monitor an activity, its commitment, or how that is followed up."""
    roles, follow_up = commitment.responsible, commitment.follow_up
    named = (*activity.monitor, *(roles.monitor if roles else ()), *(follow_up.by if follow_up else ()))
    return _and_successors(bodies(named), plan)


def reporters(entry: ProgressEntry, plan: Plan) -> set[str]:
    """The parties whose task it is to report what an entry says; none where the plan does not tell.

    On an activity those who answer for it, and for a verdict those who monitor it; on an indicator those who measure it or
    carry out its commitment; on a commitment everyone who takes part in it. Who took over from one of them may as well.
    """
    about = entry.activity or entry.indicator or entry.commitment
    commitment = plan.commitments.get(about.partition("/")[0])
    if commitment is None:
        return set()
    found = set().union(*_by_subject(entry, commitment, plan))
    return found or (_and_successors(taking_part(commitment), plan) if entry.commitment else set())


def _by_subject(entry: ProgressEntry, commitment: Commitment, plan: Plan) -> Iterator[set[str]]:
    if activity := activity_at(entry.activity, plan):
        yield (watchers if entry.verdict else doers)(activity, commitment, plan)
    if indicator := indicator_at(entry.indicator, plan):
        yield _and_successors(bodies((*indicator.responsible, *_carrying_out(commitment))), plan)


def _carrying_out(commitment: Commitment) -> Iterator[str]:
    if roles := commitment.responsible:
        yield from (roles.lead, *roles.implement)


def _and_successors(parties: Iterable[str], plan: Plan) -> set[str]:
    return {one for party in parties for one in (party, *successors(party, plan))}
