"""Everyone with a role in the plan."""

from lap.model.party import Party
from lap.model.work_plan import Activity
from lap.render.blocks import Block, Facts, Grid, Paragraph, Ref, Section, Words
from lap.render.sections.links import link_to
from lap.render.sections.since import state
from lap.render.told import Told, joined
from lap.roles import bodies
from lap.scoring import Score


def parties(told: Told) -> Section:
    """Every party of the plan, each a section."""
    made: list[Block] = [party(one, told) for one in told.plan.parties.values()]
    return Section("parties", told.say("Who takes part"), made)


def party(one: Party, told: Told) -> Section:
    """A party: what it is, who speaks for it, and what it does in the plan. Never a private address."""
    people: list[Words] = [
        joined([person.name or key, person.position, person.unit]) for key, person in one.people.items()
    ]
    follower = told.plan.parties.get(one.succeeded_by)
    facts = Facts(
        [
            told.fact("Sector", joined([told.phrase(one.sector), told.phrase(one.branch), told.phrase(one.level)])),
            told.fact("Mandate", one.mandate),
            told.fact("Expertise", one.expertise),
            told.fact("People in charge", *people),
            told.fact("Page", told.source(one.url) if one.url else None),
            told.fact("Until", told.date(one.until)),
            told.fact("Succeeded by", Ref(follower.label, f"party/{follower.id}") if follower else one.succeeded_by),
            *_duties(one, told),
        ]
    )
    silent = not any(values for _, values in facts.rows)
    more: list[Block] = [Paragraph(told.say("The plan says nothing more of this party."))] if silent else [facts]
    return Section(f"party/{one.id}", one.label, more)


def tasks(one: Party, score: Score, told: Told) -> Grid:
    """The activities that a party carries out or monitors, and how each stands."""
    heads = told.heads("Activity", "Commitment", "Its part", "Start", "End", "How it stands")
    rows: list[list[Words]] = []
    for part in score.commitments:
        link = link_to(part.commitment)
        for held in part.activities:
            task = held.activity
            if words := _part(one, task, told):
                start, end = told.brief(task.start), told.brief(task.end)
                rows.append([task.label, link, words, start, end, state(held, told)])
    return Grid(told.say("Activities"), heads, rows)


def _part(one: Party, task: Activity, told: Told) -> str:
    parts = {told.say("carries it out"): task.responsible, told.say("monitors it"): task.monitor}
    return ", ".join(words for words, named in parts.items() if one.id in bodies(named))


def _duties(one: Party, told: Told) -> list[tuple[str, list[Words]]]:
    leads, implements, monitors = [], [], []
    for made in told.plan.commitments.values():
        roles, link = made.responsible, link_to(made)
        if roles and one.id in bodies([roles.lead]):
            leads.append(link)
        if roles and one.id in bodies(roles.implement):
            implements.append(link)
        if roles and one.id in bodies(roles.monitor):
            monitors.append(link)
    return [
        told.fact("Answers for", *leads),
        told.fact("Carries out", *implements),
        told.fact("Accompanies and monitors", *monitors),
    ]
