"""Family R, second part: the pillars of open government (§3 premise 4)."""

from lap.findings import Key
from lap.model.commitment import Commitment, Pillars
from lap.model.plan import Plan
from lap.rule import WARNING, Found, at, rule

PILLARS = tuple(Pillars.model_fields)
OPENING = ("transparency", "participation")
SHORTEST_SENTENCE = 3


@rule(
    "R104", WARNING, "3",
    "“{node}” serves neither {transparency} nor {participation}.",
    "say under {pillars} what people will see of it, or how they take part",
)  # fmt: skip
def opens_government(commitment: Commitment) -> Found:
    """Transparency or participation is among the pillars that the commitment serves.

    An office can account for itself to another office, and renew itself, behind closed doors. Government becomes open
    where people see what it does or have a part in it. A commitment that names no pillar at all is R103's.

    Bad:
        title: Plan of Agua Clara 2025-2027  # <- R108
        commitments:
          registry:
            pillars:  # <- R104
              transparency:
              participation:

    Good:
        title: Plan of Agua Clara 2025-2027
        commitments:
          registry:
            pillars:
              transparency: The register is published each month
    """
    served = _served(commitment)
    if served and served.isdisjoint(OPENING):
        transparency, participation = (Key("pillars", name) for name in OPENING)
        pillars, unless = Key("commitment", "pillars"), tuple(("pillars", name) for name in OPENING)
        yield at("pillars", unless=unless, pillars=pillars, transparency=transparency, participation=participation)


@rule(
    "R105", WARNING, "3",
    "Under {key}, “{node}” says only “{value}”.",
    "write in a sentence how: what is published, who takes part, who answers to whom, or what is done in a new way",
)  # fmt: skip
def pillars_say_how(pillars: Pillars) -> Found:
    """Each pillar says how the commitment serves it, in a sentence.

    A cross in a table is quickly made, and every commitment gets all four. A sentence can be checked: the register is
    published each month, or it is not.

    Bad:
        commitments:
          registry:
            pillars:
              transparency: yes  # <- R105

    Good:
        commitments:
          registry:
            pillars:
              transparency: The register is published each month
    """
    for name, text in pillars:
        if text and len(text.split()) < SHORTEST_SENTENCE:
            yield at(name, value=text)


@rule(
    "R108", WARNING, "3",
    "No commitment of the plan serves {missing}.",
    "say under {pillars} of some commitment how it does, or add a commitment that does",
)  # fmt: skip
def all_pillars_served(plan: Plan) -> Found:
    """The plan as a whole serves all four pillars of open government.

    Transparency, participation, accountability and innovation hold each other up: what is published and not answered
    for changes little. No single commitment needs all of them, the plan does. While a commitment names none, nothing
    is said about the whole.

    Bad:
        title: Plan of Agua Clara 2025-2027  # <- R108
        commitments:
          registry:
            pillars: {innovation: }

    Good:
        title: Plan of Agua Clara 2025-2027
        commitments:
          registry:
            pillars: {innovation: Vendors enrol on a phone without connection}
    """
    served = [_served(one) for one in plan.commitments.values()]
    missing = [name for name in PILLARS if not any(name in names for names in served)]
    if served and all(served) and missing:
        names = tuple(Key("pillars", name) for name in missing)
        unless = tuple(("commitments", key, "pillars", name) for key in plan.commitments for name in missing)
        yield at(unless=unless, missing=names, pillars=Key("commitment", "pillars"))


def _served(commitment: Commitment) -> set[str]:
    """The pillars for which a commitment says something."""
    return {name for name, text in commitment.pillars if text} if commitment.pillars else set()
