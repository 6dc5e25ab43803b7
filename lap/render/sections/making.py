"""How the plan was made and by whom (§1.1, §2.3, §4): the events, the secretariat and what it agreed."""

from lap.anonymity import anonymous
from lap.model.making import Agreement, CoCreation, Participants
from lap.render.blocks import Block, Facts, Grid, Link, Paragraph, Points, Section, Words
from lap.render.sections.metrics import metrics
from lap.render.told import Told, joined


def making(told: Told) -> Section:
    """How it was co-created: a table of the events, what was said in them, and the secretariat.

    Under the Chatham House Rule nothing tells who spoke (§4).
    """
    events = [anonymous(one) for one in told.plan.co_creation]
    columns = told.heads("Event", "Kind", "When", "Where", "Who took part", "So that all could come", "Record")
    table = Grid(told.say("How people took part"), columns, [_event(one, told) for one in events])
    views: list[Block] = [_views(one, number, told) for number, one in enumerate(events, 1)]
    blocks = [table, *views, _secretariat(told), metrics(told)]
    return Section("making", told.say("How it was made"), blocks)


def _event(event: CoCreation, told: Told) -> list[Words]:
    kind, invited = told.phrase(event.stage), event.call
    call = Link(told.say("invitation"), invited.url) if invited and invited.url else None
    record = Link(told.say("record"), event.record) if event.record else None
    return [
        _title(event, told),
        kind if event.title else "",
        told.span(event.start, event.end),
        event.place,
        _participants(event.participants, told) if event.participants else "",
        "; ".join(event.inclusion),
        joined([call, record]),
    ]


def _title(event: CoCreation, told: Told) -> str:
    return event.title or told.phrase(event.stage).capitalize() or told.say("Event without a title")


def _participants(people: Participants, told: Told) -> str:
    counted = [
        told.count(people.total, "{n} person", "{n} people") if people.total is not None else "",
        told.count(people.women, "{n} woman", "{n} women") if people.women is not None else "",
        told.count(people.men, "{n} man", "{n} men") if people.men is not None else "",
        told.count(people.non_binary, "{n} non-binary person", "{n} non-binary people") if people.non_binary else "",
        *people.groups,
    ]
    return ", ".join(one for one in counted if one)


def _views(event: CoCreation, number: int, told: Told) -> Section:
    """What was said in an event; nothing where nothing is written down."""
    said: list[Words] = []
    for view in event.views:
        speaker = told.who(view.from_) if view.from_ else None
        said.append(joined([told.say("“{text}”", text=view.text) if view.text else None, speaker], ", "))
    blocks: list[Block] = [Points([one for one in said if one])]
    if event.rule == "chatham-house" and said:
        rule = told.say("Held under the Chatham House Rule: what was said may be told, but not who said it.")
        blocks.append(Paragraph(rule, "note"))
    return Section(f"event/{number}", told.say("What was said: {event}", event=_title(event, told)), blocks)


def _secretariat(told: Told) -> Section:
    one = told.plan.secretariat
    if one is None:
        return Section("secretariat", "")
    facts = Facts(
        [
            told.fact("Members", *told.all_of(one.members)),
            told.fact("Since", told.date(one.established)),
            told.fact("Meets", told.phrase(one.meets)),
            told.fact("Minutes", told.source(one.minutes)),
        ]
    )
    columns = told.heads("Date", "Agreement", "How it was agreed", "Dissent")
    rows = [_agreement(agreement, told) for agreement in one.agreements]
    table = Grid(told.say("Agreements of the secretariat"), columns, rows)
    return Section("secretariat", told.say("The technical secretariat"), [facts, table])


def _agreement(one: Agreement, told: Told) -> list[Words]:
    votes = told.say("{n} for, {against} against", n=one.for_ or 0, against=one.against or 0)
    how = told.phrase(one.method)
    if one.for_ is not None or one.against is not None:
        how = f"{how} ({votes})" if how else votes
    return [told.date(one.date), one.text, how, "; ".join(one.dissent)]
