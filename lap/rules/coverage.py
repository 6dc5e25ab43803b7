"""Family R, third part: activities and indicators speak of each other (§5.3)."""

from lap.findings import Key
from lap.model.commitment import Commitment
from lap.model.indicator import Indicator
from lap.rule import ADVICE, Found, at, rule


@rule(
    "R107", ADVICE, "5.3",
    "“{node}” does not say which activities move it.",
    "write under {key} the ids of the activities that change its value",
)  # fmt: skip
def moved_by_activities(indicator: Indicator, commitment: Commitment) -> Found:
    """Every indicator is moved by an activity.

    If no activity can change a value, it tells about the weather and not about the commitment. Naming them also shows
    where to look when the value does not move. A commitment without activities is R106's.

    Bad:
        commitments:
          registry:
            indicators:
              stalls-counted:
                activities:  # <- R107

    Good:
        commitments:
          registry:
            indicators:
              stalls-counted:
                activities: [count-stalls]
    """
    if not indicator.activities and any(commitment.all_activities()):
        yield at("activities")


@rule(
    "R111", ADVICE, "5.3",
    "No indicator of “{node}” looks at the stage “{stage}”.",
    "name an activity of that stage under {activities} of an indicator, or add an indicator for it",
)  # fmt: skip
def stages_are_seen(commitment: Commitment) -> Found:
    """Every stage is seen by an indicator.

    A stage that no indicator looks at can be given up without any figure changing. A stage is seen where an indicator
    names one of its activities. While no indicator names any, R107 says so.

    Bad:
        commitments:
          registry:
            stages:
              training:  # <- R111
                title: Training
                activities:
                  train-clerks:
                    activity: To train 40 clerks in the Trade Regulation
                    start: 2025-02-01
                    end: 2025-05-31
                    responsible: public-works/r-luna
                    monitor: vendors-union
                    deliverables: [40 certificates]
                    verification: [List of certificates on the municipal portal]

    Good:
        commitments:
          registry:
            stages:
              training:
                title: Training
                activities:
                  train-clerks:
                    activity: To train 40 clerks in the Trade Regulation
                    start: 2025-02-01
                    end: 2025-05-31
                    responsible: public-works/r-luna
                    monitor: vendors-union
                    deliverables: [40 certificates]
                    verification: [List of certificates on the municipal portal]
            indicators:
              written-places:
                activities: [train-clerks, enrol-vendors, renew-permits, hear-complaints]
    """
    named = {name.rpartition("/")[2] for one in commitment.indicators.values() for name in one.activities}
    for label, (path, members) in _stages(commitment).items():
        if named and named.isdisjoint(members):
            yield at(*path, stage=label, activities=Key("indicator", "activities"))


def _stages(commitment: Commitment) -> dict[str, tuple[tuple[str, ...], set[str]]]:
    """The stages of a work plan by their titles, each with its place and the ids of its activities.

    In one flat list of activities, those of a stage name it, and its place is where it is named first.
    """
    found: dict[str, tuple[tuple[str, ...], set[str]]] = {}
    for placed in commitment.all_activities():
        label = placed.stage.label if placed.stage else placed.activity.stage
        path = placed.route[:2] if placed.stage else (*placed.route, "stage")
        if label:
            found.setdefault(label, (path, set()))[1].add(placed.activity.id)
    return found
