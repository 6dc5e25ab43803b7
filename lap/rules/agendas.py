"""Family X: cross-cutting agendas (§2.6, §2.7, §5.2)."""

import difflib

from lap.agenda_2030 import codes
from lap.findings import Key
from lap.language.words import composed, folded
from lap.model.agendas import MoneyAgenda
from lap.model.commitment import Commitment
from lap.model.indicator import Indicator
from lap.model.plan import Plan
from lap.model.proposal import Proposal
from lap.rule import ADVICE, ERROR, WARNING, Found, at, rule

SEXES = ("sex", "sexo", "gender", "genero")


@rule(
    "X101", ERROR, "2.6",
    "“{value}” under {key} is no goal, target or indicator of the 2030 Agenda.",
    "write a code such as {near}",
)  # fmt: skip
def codes_exist(node: Commitment | Indicator | Proposal) -> Found:
    """A code of the 2030 Agenda exists.

    The Agenda has 17 goals (8), 169 targets (8.8) and 251 indicators (8.8.1). A code that is none of them cannot be
    followed up by anyone, and most often a neighbour was meant.

    Bad:
        commitments:
          registry:
            sdg: ["8.33"]  # <- X101

    Good:
        commitments:
          registry:
            sdg: ["8.3"]
    """
    known = codes().known | set(codes().retired)
    for place, code in enumerate(node.sdg):
        if code not in known:
            yield at("sdg", place, value=code, near=_nearest(code, known))


def _nearest(code: str, known: frozenset[str]) -> str:
    """The code that was most likely meant: one of the same goal, if there is one."""
    same = [one for one in known if one.partition(".")[0] == code.partition(".")[0]]
    near = difflib.get_close_matches(code, sorted(same or known), 1, 0)
    return near[0]


@rule(
    "X102", WARNING, "2.6",
    "The indicator {value} under {key} was retired or given another meaning by a review of the 2030 Agenda's list "
    "({year}).",
    "name another indicator, or the target {target}",
)  # fmt: skip
def codes_in_use(node: Commitment | Indicator | Proposal) -> Found:
    """A code of the 2030 Agenda is in use, and means what it meant.

    Some indicators were taken off the list in 2020, and two of those numbers were given to new indicators in 2025. A
    reader cannot tell which one a plan has in mind; the target above it is safe.

    Bad:
        commitments:
          registry:
            sdg: ["8.9.2"]  # <- X102

    Good:
        commitments:
          registry:
            sdg: ["8.9"]
    """
    changed = {**codes().retired, **codes().reused}
    for place, code in enumerate(node.sdg):
        if code in changed:
            yield at("sdg", place, value=code, year=str(changed[code]), target=code.rpartition(".")[0])


@rule(
    "X103", ADVICE, "5.2",
    "The plan touches none of these agendas: {missing}.",
    "say under {agendas} of some commitment how it contributes to them",
)  # fmt: skip
def agendas_touched(plan: Plan) -> Found:
    """The plan touches the four suggested agendas somewhere.

    Following the money, the gender perspective, the fight against corruption and the 2030 Agenda cut across all
    subjects. Not every commitment serves each of them, but a plan that leaves one out should do so knowingly.

    Bad:
        title: Plan of Agua Clara  # <- X103
        commitments:
          registry:
            agendas:
              gender:

    Good:
        commitments:
          registry:
            agendas:
              gender: Enrolment is open in the evening
    """
    touched = {name for one in plan.commitments.values() if one.agendas for name, how in one.agendas if how}
    if any(one.sdg for one in plan.commitments.values()):
        touched.add("agenda_2030")
    missing = [name for name in AGENDAS if name not in touched]
    if plan.commitments and missing:
        named = tuple(Key("agendas", name.replace("_", "-")) for name in missing)
        elsewhere = tuple(("commitments", key, "agendas") for key in plan.commitments)
        yield at(unless=elsewhere, missing=named, agendas=Key("commitment", "agendas"))


AGENDAS = ("follow_the_money", "gender", "anti_corruption", "agenda_2030")


@rule(
    "X104", ADVICE, "5.2",
    "“{node}” names the gender perspective, but none of its indicators tells women and men apart.",
    "write “sex” under {by} of an indicator that counts people",
)  # fmt: skip
def gender_is_measured(commitment: Commitment) -> Found:
    """A gender agenda has an indicator that is broken down by sex.

    Whether a commitment closes a gap or widens it can only be seen when women and men are counted apart.

    Bad:
        commitments:
          registry:
            agendas:
              gender: Enrolment is open in the evening  # <- X104
            indicators:
              written-places:
                disaggregated-by: [market]

    Good:
        commitments:
          registry:
            agendas:
              gender: Enrolment is open in the evening
            indicators:
              written-places:
                disaggregated-by: [sex, market]
    """
    words = {folded(composed(word)) for one in commitment.indicators.values() for word in one.disaggregated_by}
    if commitment.agendas and commitment.agendas.gender and commitment.indicators and not words & set(SEXES):
        fields = tuple(("indicators", key, "disaggregated-by") for key in commitment.indicators)
        yield at("agendas", "gender", "how", unless=fields, by=Key("indicator", "disaggregated-by"))


@rule(
    "X105", WARNING, "5.2",
    "“{node}” follows the money, but does not say where to look for it: there is no {programme}, {rules} or "
    "{beneficiaries}.",
    "write at least one of them under {money}",
)  # fmt: skip
def money_can_be_followed(agenda: MoneyAgenda) -> Found:
    """Following the money names the programme, its rules of operation or its beneficiaries.

    Whoever wants to follow public money needs a thread to hold: the name of the programme, the rules that it is spent
    by, or the list of those who receive it.

    Bad:
        commitments:
          registry:
            agendas:
              follow-the-money: {how: Fees by market each month, programme: }  # <- X105

    Good:
        commitments:
          registry:
            agendas:
              follow-the-money: {how: Fees by market each month, programme: Orderly Markets}
    """
    if not (agenda.programme or agenda.rules_of_operation or agenda.beneficiaries):
        fields = ("rules-of-operation",), ("beneficiaries",)
        programme, rules, lists = (
            Key("money-agenda", key) for key in ("programme", "rules-of-operation", "beneficiaries")
        )
        money = Key("agendas", "follow-the-money")
        yield at("programme", unless=fields, money=money, programme=programme, rules=rules, beneficiaries=lists)


@rule(
    "X106", ADVICE, "2.7",
    "No commitment names a group in a vulnerable situation that it serves.",
    "write such groups under {groups} of the commitments that serve them",
)  # fmt: skip
def groups_named(plan: Plan) -> Found:
    """Groups in vulnerable situations are named by some commitment.

    Co-creation is meant to reach first those whom the usual channels leave out. A plan shows it by naming them where
    they are served.

    Bad:
        title: Plan of Agua Clara  # <- X106
        commitments:
          registry:
            groups:

    Good:
        commitments:
          registry:
            groups: [indigenous women]
    """
    if plan.commitments and not any(one.groups for one in plan.commitments.values()):
        elsewhere = tuple(("commitments", key, "groups") for key in plan.commitments)
        yield at(unless=elsewhere, groups=Key("commitment", "groups"))
