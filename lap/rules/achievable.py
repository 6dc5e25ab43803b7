"""Family A: a commitment is achievable (§2.9, §5, §5.1)."""

from lap.findings import Key, Word
from lap.model.commitment import Commitment, Responsible
from lap.model.plan import Plan
from lap.rule import ERROR, Found, at, rule
from lap.terms import PUBLIC

PUBLIC_WORDS = tuple(Word("=sector", sector) for sector in PUBLIC)


@rule(
    "A101", ERROR, "5.1",
    "No public body answers for “{node}”.",
    "write under {responsible}, as {key}, the id of the public body that answers for the whole of it",
    missing=True,
)  # fmt: skip
def someone_leads(commitment: Commitment) -> Found:
    """Someone leads the commitment.

    Many may share the work, but one body has to answer for the whole of it: to the secretariat, to the
    council and to the public. Where everybody is responsible, nobody is asked.

    Bad:
        commitments:
          registry:
            responsible:
              lead:  # <- A101

    Good:
        commitments:
          registry:
            responsible:
              lead: public-works
    """
    if not (commitment.responsible and commitment.responsible.lead):
        yield at("responsible", "lead", responsible=Key("commitment", "responsible"))


@rule(
    "A102", ERROR, "5.1",
    "“{lead}”, which leads “{node}”, is no public body: its {field} is {sector}.",
    "name a public body ({public}) here, or mend the {field} of “{lead}”",
)  # fmt: skip
def lead_is_public(responsible: Responsible, plan: Plan) -> Found:
    """The lead of a commitment is a public body.

    A plan of open government is a promise of public authorities. Others may design it, carry it out and
    watch over it, but only a body of the government or an oversight body can be held to it by law. A
    party whose sector is not written down is not judged.

    Bad:
        commitments:
          registry:
            responsible:
              lead: vendors-union  # <- A102

    Good:
        commitments:
          registry:
            responsible:
              lead: public-works
    """
    party = plan.parties.get(responsible.lead)
    if party and party.sector and party.sector not in PUBLIC:
        sector = Word("=sector", party.sector)
        yield at("lead", lead=party.label, sector=sector, public=PUBLIC_WORDS, field=Key("party", "sector"))


@rule(
    "A103", ERROR, "5.1",
    "Nobody from outside government accompanies and monitors “{node}”.",
    "write under {key} the id of an organisation, university, community, company or expert that will do so",
    missing=True,
)  # fmt: skip
def watched_from_outside(commitment: Commitment, plan: Plan) -> Found:
    """Someone outside government accompanies and monitors the commitment.

    Whoever promises should not be the only one to say that the promise was kept. An organisation, a
    university, a community, a company or an expert has to follow the work, on the whole commitment or on
    some activity of it. A party whose sector is not written down is given the benefit of the doubt.

    Bad:
        commitments:
          registry:
            responsible:
              monitor: transparency-institute  # <- A103
            stages:
              enrolment:
                activities:
                  count-stalls: {monitor: transparency-institute}
                  enrol-vendors: {monitor: transparency-institute}
                  renew-permits: {monitor: transparency-institute}
                  hear-complaints: {monitor: transparency-institute}

    Good:
        commitments:
          registry:
            responsible:
              monitor: vendors-union
    """
    monitors = list(commitment.responsible.monitor) if commitment.responsible else []
    for placed in commitment.all_activities():
        monitors += placed.activity.monitor
    if all(_is_public(monitor, plan) for monitor in monitors):
        elsewhere = tuple((*one.route, "monitor") for one in commitment.all_activities())
        yield at("responsible", "monitor", unless=elsewhere)


def _is_public(monitor: str, plan: Plan) -> bool:
    """Whether a party, or the party of a person, is known to be a public body."""
    party = plan.parties.get(monitor.partition("/")[0])
    return party is not None and party.sector in PUBLIC
