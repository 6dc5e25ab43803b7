"""Family L, third part: who does the work and who watches it are known to the commitment, and not the same (§5)."""

from lap.findings import Key
from lap.model.commitment import Commitment, Responsible
from lap.model.plan import Plan
from lap.model.work_plan import Activity
from lap.roles import bodies, body_of
from lap.rule import WARNING, Found, at, rule


@rule(
    "L109", WARNING, "5",
    "“{who}” is to do “{node}”, and is not among those responsible for its commitment.",
    "add it under {responsible} of the commitment, or name somebody here who is there",
)  # fmt: skip
def doers_are_responsible(commitment: Commitment, plan: Plan) -> Found:
    """Those responsible for an activity appear among the responsible parties of its commitment.

    Whoever signs reads who leads, implements and monitors, and not every row of the work plan. A body that finds its
    name only there has never said yes. A person stands for the body.

    Bad:
        commitments:
          registry:
            responsible: {monitor: vendors-union}
            stages:
              enrolment:
                activities:
                  hear-complaints:
                    responsible: transparency-institute  # <- L109

    Good:
        commitments:
          registry:
            responsible: {implement: [public-works, transparency-institute], monitor: vendors-union}
            stages:
              enrolment:
                activities:
                  hear-complaints:
                    responsible: transparency-institute
    """
    roles = commitment.responsible
    known = bodies((roles.lead, *roles.implement, *roles.monitor)) if roles else set()
    unless = tuple(("responsible", name) for name in ("lead", "implement", "monitor"))
    for placed in commitment.all_activities() if known else ():
        for place, who in enumerate(placed.activity.responsible):
            body = body_of(who)
            if body not in known and body in plan.parties:
                yield at(
                    *placed.route, "responsible", place, unless=unless, node=placed.activity.label,
                    who=plan.parties[body].label, responsible=Key("commitment", "responsible"),
                )  # fmt: skip


@rule(
    "L110", WARNING, "5",
    "Only those who carry out “{node}” watch over it.",
    "name somebody else under {key}",
)  # fmt: skip
def others_watch(node: Activity | Responsible, commitment: Commitment) -> Found:
    """Those who implement are not the only ones who monitor.

    Whoever does the work sees it with kind eyes. They may report on it, but somebody else has to look as well: on the
    commitment or some activity of it, and on each activity that names who monitors it.

    Bad:
        commitments:
          registry:
            stages:
              enrolment:
                activities:
                  count-stalls:
                    responsible: public-works/r-luna
                    monitor: public-works  # <- L110

    Good:
        commitments:
          registry:
            stages:
              enrolment:
                activities:
                  count-stalls:
                    responsible: public-works/r-luna
                    monitor: [public-works, vendors-union]
    """
    doing, watching = bodies(_doing(node)), bodies(node.monitor)
    if isinstance(node, Responsible) and watching:
        watching |= bodies(who for placed in commitment.all_activities() for who in placed.activity.monitor)
    if watching and watching <= doing:
        yield at("monitor")


def _doing(node: Activity | Responsible) -> list[str]:
    return node.responsible if isinstance(node, Activity) else [node.lead, *node.implement]
