"""What can be referred to in a plan: the ids of everything, as other parts of the plan write them."""

from collections.abc import Iterator
from functools import cached_property

from lap.model.commitment import Commitment
from lap.model.plan import Plan
from lap.model.problem import Cause, Effect, Problem


class Known:
    """The ids of a plan, made once and only where they are asked for."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self._here: dict[str, frozenset[str]] = {}

    @cached_property
    def bodies(self) -> frozenset[str]:
        """Ids of parties."""
        return frozenset(self.plan.parties)

    @cached_property
    def persons(self) -> frozenset[str]:
        """party/person."""
        return frozenset(f"{key}/{person}" for key, party in self.plan.parties.items() for person in party.people)

    @cached_property
    def anyone(self) -> frozenset[str]:
        """Parties, and persons as party/person."""
        return self.bodies | self.persons

    @cached_property
    def problems(self) -> frozenset[str]:
        """Ids of problems."""
        return frozenset(self.plan.problems)

    @cached_property
    def commitments(self) -> frozenset[str]:
        """Ids of commitments."""
        return frozenset(self.plan.commitments)

    @cached_property
    def activities(self) -> frozenset[str]:
        """commitment/activity."""
        plans = self.plan.commitments.items()
        return frozenset(f"{key}/{one}" for key, commitment in plans for one in activities_of(commitment))

    @cached_property
    def indicators(self) -> frozenset[str]:
        """commitment/indicator."""
        return frozenset(f"{key}/{one}" for key, made in self.plan.commitments.items() for one in made.indicators)

    @cached_property
    def promises(self) -> frozenset[str]:
        """Commitments, commitment/activity and commitment/indicator."""
        return self.commitments | self.activities | self.indicators

    @cached_property
    def matters(self) -> frozenset[str]:
        """What people speak about when a plan is made: problems, proposals and commitments."""
        return self.problems | frozenset(self.plan.proposals) | self.commitments

    def nodes_of(self, problems: list[str]) -> frozenset[str]:
        """Ids of the causes and effects of these problems; of all problems, where none is named."""
        named = [self.plan.problems[one] for one in problems if one in self.plan.problems]
        return frozenset(node.id for one in named or self.plan.problems.values() for _, node in tree_nodes(one))

    def here(self, commitment: Commitment) -> frozenset[str]:
        """The activities of a commitment by their own ids, and all activities by their paths."""
        if commitment.id not in self._here:
            self._here[commitment.id] = frozenset(activities_of(commitment)) | self.activities
        return self._here[commitment.id]


def activities_of(commitment: Commitment) -> list[str]:
    """Ids of a commitment's activities, in the order of the file."""
    return [placed.activity.id for placed in commitment.all_activities()]


def tree_nodes(problem: Problem) -> Iterator[tuple[tuple[str, ...], Cause | Effect]]:
    """Every cause and effect of a problem with its route from the problem, parents first."""
    todo: list[tuple[tuple[str, ...], Cause | Effect]] = []
    todo += [(("causes", key), cause) for key, cause in reversed(problem.causes.items())]
    todo += [(("effects", key), effect) for key, effect in reversed(problem.effects.items())]
    while todo:
        route, node = todo.pop()
        yield route, node
        if isinstance(node, Cause):
            todo += [((*route, "causes", key), cause) for key, cause in reversed(node.causes.items())]
        else:
            todo += [((*route, "effects", key), effect) for key, effect in reversed(node.effects.items())]
