"""Family C, third part: how people took part in making the plan, and what they were told afterwards (§2, §4)."""

from lap.findings import Key, Word
from lap.model.making import CoCreation, Participants
from lap.model.plan import Plan
from lap.rule import ADVICE, Found, at, rule


@rule(
    "C105", ADVICE, "4",
    "The plan does not show that those who took part were told what became of it.",
    "add under {key} an event of the kind {feedback}: which proposals were taken up, which were not, and why",
)  # fmt: skip
def feedback_recorded(plan: Plan) -> Found:
    """The feedback to those who took part is recorded.

    Whoever gave an evening wants to know what became of what was said. Those who hear nothing do not come a second
    time.

    Bad:
        co-creation:
          - stage: working-group  # <- C105
            start: 2024-10-01
            participants: {total: 60, women: 35, men: 25}
            inclusion: [interpretation into Mazahua]

    Good:
        co-creation:
          - stage: working-group
            start: 2024-10-01
            participants: {total: 60, women: 35, men: 25}
            inclusion: [interpretation into Mazahua]
          - stage: feedback
            start: 2024-11-15
            participants: {total: 40, women: 22, men: 18}
    """
    if plan.co_creation and not any(event.stage == "feedback" for event in plan.co_creation):
        unless = tuple(("co-creation", place, "stage") for place in range(len(plan.co_creation)))
        yield at("co-creation", unless=unless, feedback=Word("=co-creation-stage", "feedback"))


@rule(
    "C106", ADVICE, "2",
    "The participants of “{event}” are not counted by sex.",
    "write under {women} and {men} how many there were",
)  # fmt: skip
def counted_by_sex(event: CoCreation) -> Found:
    """Participants are counted by sex.

    Sixty participants may be sixty men. Counting shows who was missing in time for the next meeting. The total and one
    of the two will do; under the Chatham House Rule, which does not allow small counts, nothing is asked.

    Bad:
        co-creation:
          - stage: working-group
            participants:
              total: 60
              women:  # <- C106
            inclusion: [interpretation into Mazahua]
          - stage: feedback
            participants: {total: 40, women: 22, men: 18}

    Good:
        co-creation:
          - stage: working-group
            participants:
              total: 60
              women: 35
            inclusion: [interpretation into Mazahua]
          - stage: feedback
            participants: {total: 40, women: 22, men: 18}
    """
    came = event.participants
    if came and event.rule != "chatham-house" and not _by_sex(came):
        missing = "women" if came.women is None else "men"
        women, men = Key("participants", "women"), Key("participants", "men")
        name = event.title or Word("=co-creation-stage", event.stage or "other")
        yield at("participants", missing, unless=(("participants",),), event=name, women=women, men=men)


def _by_sex(came: Participants) -> bool:
    """Whether it can be told how many women and how many men came."""
    known = [came.women is not None, came.men is not None]
    return all(known) or (any(known) and came.total is not None)


@rule(
    "C107", ADVICE, "2.7",
    "No event of the co-creation names what helped everyone to take part.",
    "write under {inclusion} of an event what there was, such as interpretation, child care or travel costs",
)  # fmt: skip
def inclusion_named(plan: Plan) -> Found:
    """Measures of inclusion are named.

    An open door is not open to all: not to those who cannot hear, who speak another language, who live a day's journey
    away or who have small children. What was done about it belongs on record.

    Bad:
        co-creation:
          - stage: working-group  # <- C107
            start: 2024-10-01
            participants: {total: 60, women: 35, men: 25}
          - stage: feedback
            start: 2024-11-15
            participants: {total: 40, women: 22, men: 18}

    Good:
        co-creation:
          - stage: working-group
            start: 2024-10-01
            participants: {total: 60, women: 35, men: 25}
            inclusion: [interpretation into Mazahua]
          - stage: feedback
            start: 2024-11-15
            participants: {total: 40, women: 22, men: 18}
    """
    if plan.co_creation and not any(event.inclusion for event in plan.co_creation):
        unless = tuple(("co-creation", place, "inclusion") for place in range(len(plan.co_creation)))
        yield at("co-creation", unless=unless, inclusion=Key("co-creation", "inclusion"))
