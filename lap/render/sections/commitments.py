"""A commitment: its card with the answers to the questions of §5.1, and everything that hangs on it."""

from collections.abc import Iterator

from lap.agenda_2030 import Goal, codes
from lap.known import tree_nodes
from lap.language.speech import english
from lap.log import Log
from lap.model.commitment import Commitment, Responsible
from lap.model.problem import Problem
from lap.model.resources import Budget, Resources
from lap.render.blocks import Block, Facts, Link, Ref, Section, Words
from lap.render.sections.indicators import indicators
from lap.render.sections.work_plan import work_plan
from lap.render.told import Told, joined
from lap.roles import body_of
from lap.source.canonical import ID
from lap.source.vocabulary import SPANISH
from lap.terms import PUBLIC


def commitment(one: Commitment, log: Log, told: Told) -> Section:
    """A commitment with its card, its work plan and its indicators."""
    blocks: list[Block] = [card(one, told), work_plan(one, told), indicators(one, log, told)]
    lead = one.commitment if one.commitment != one.label else ""
    return Section(f"commitment/{one.id}", one.label, blocks, lead, whole=True, fresh=True)


def card(one: Commitment, told: Told) -> Facts:
    """The card of a commitment (§5.1)."""
    return Facts(
        [*_promise(one, told), *_duties(one, told), *_means(one, told), *_agendas(one, told), *_actions(one, told)]
    )


Rows = list[tuple[str, list[Words]]]


def _promise(one: Commitment, told: Told) -> Rows:
    problems = [told.plan.problems.get(name) or name for name in one.problem]
    pillars = dict(one.pillars) if one.pillars else {}
    served = [
        told.say("{pillar}: {how}", pillar=told.say(PILLARS[name]), how=how) for name, how in pillars.items() if how
    ]
    return [
        told.fact("Policy area", joined([one.subject, *map(_tag, one.policy_areas)])),
        told.fact("Problem", *(_problem(found) for found in problems)),
        told.fact("Causes it acts on", *_causes(one, told)),
        told.fact("What exists already", one.status_quo),
        told.fact("Objective", one.objective),
        told.fact("How it helps", one.contribution),
        told.fact("Who benefits", joined([one.population, *one.groups])),
        told.fact("Where", one.where),
        told.fact("Pillars of open government", *served),
    ]


def _tag(text: str) -> str:
    """A tag such as school-food as words."""
    return text.replace("-", " ") if ID.fullmatch(text) else text


def _problem(found: Problem | str) -> Words:
    """A problem, or the id of one that the plan does not know."""
    return found if isinstance(found, str) else Ref(found.label, f"problem/{found.id}")


PILLARS = {
    "transparency": english("Transparency"),
    "participation": english("Participation"),
    "accountability": english("Accountability"),
    "innovation": english("Innovation"),
}


def _causes(one: Commitment, told: Told) -> list[str]:
    problems = [told.plan.problems[name] for name in one.problem if name in told.plan.problems]
    texts = {node.id: node.label for problem in problems for _, node in tree_nodes(problem)}
    return [texts.get(name, name) for name in one.addresses]


def _duties(one: Commitment, told: Told) -> Rows:
    roles, after = one.responsible or Responsible(), one.follow_up
    follow = joined([after.how, told.phrase(after.frequency), *told.all_of(after.by)]) if after else None
    public = [name for name in roles.implement if _is_public(name, told)]
    others = [name for name in roles.implement if name not in public]
    return [
        told.fact("Answers for it", told.who(roles.lead) if roles.lead else None),
        told.fact("Carried out by government", *told.all_of(public)),
        told.fact("Carried out by others", *told.all_of(others)),
        told.fact("Monitored by", *told.all_of(roles.monitor)),
        told.fact("Legal ground", one.legal_basis),
        told.fact("Follow-up", follow),
    ]


def _is_public(reference: str, told: Told) -> bool:
    party = told.plan.parties.get(body_of(reference))
    return party is not None and party.sector in PUBLIC


def _means(one: Commitment, told: Told) -> Rows:
    return [told.fact("Resources", *_resources(one.resources, told))]


def _actions(one: Commitment, told: Told) -> Rows:
    return [
        told.fact("Key actions", *one.key_actions),
        told.fact("Challenges", *one.challenges),
        told.fact("Suggestions", *one.suggestions),
    ]


def _resources(one: Resources | None, told: Told) -> list[Words]:
    if one is None:
        return []
    gifts: list[Words] = [joined([told.who(gift.by), gift.what], ": ") for gift in one.in_kind]
    return [*(_budget(line, told) for line in one.budget), one.human, *gifts]


def _budget(line: Budget, told: Told) -> Words:
    amount = f"{told.number(line.amount)} {line.currency}".strip() if line.amount is not None else ""
    source = told.source(line.source, line.url) if line.source or line.url else None
    return joined([joined([str(line.year or ""), amount], ": "), line.programme, source], "; ")


def _agendas(one: Commitment, told: Told) -> Rows:
    agendas = one.agendas
    rows: Rows = [told.fact("Goals of the 2030 Agenda", *_goals(one, told))]
    if agendas is None:
        return rows
    money = agendas.follow_the_money
    traced = (
        (money.how, money.programme, _page(told.say("rules of operation"), money.rules_of_operation),
         _page(told.say("beneficiaries"), money.beneficiaries)) if money else ()
    )  # fmt: skip
    rows += [
        told.fact("Follow the money", joined(traced)),
        told.fact("Gender", agendas.gender.how if agendas.gender else ""),
        told.fact("Against corruption", agendas.anti_corruption.how if agendas.anti_corruption else ""),
        told.fact("2030 Agenda", agendas.agenda_2030.how if agendas.agenda_2030 else ""),
    ]
    return rows


def _page(name: str, where: str) -> Words | None:
    if not where:
        return None
    return Link(name, where) if "://" in where else f"{name}: {where}"


def _goals(one: Commitment, told: Told) -> Iterator[str]:
    """The goals of the 2030 Agenda, each once, with its targets and indicators that are named."""
    known, named = codes().goals, dict[str, list[str]]()
    for code in one.sdg:
        named.setdefault(code.split(".")[0], []).append(code)
    for number, all_codes in named.items():
        yield _goal(number, known.get(number), [code for code in all_codes if code != number], told)


def _goal(number: str, goal: Goal | None, inside: list[str], told: Told) -> str:
    name = (goal.spanish if told.language == SPANISH else goal.english) if goal else ""
    head = " · ".join(filter(None, [number, name]))
    return f"{head}: {', '.join(inside)}" if name and inside else ", ".join(inside) or head
