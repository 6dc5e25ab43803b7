"""What stands around the title: the day it speaks of, the version, the status, and where to find more."""

from lap.model.plan import Plan
from lap.render.blocks import Document, Grid, Link, Paragraph, Section, Words
from lap.render.sections.links import link_to
from lap.render.told import Told, joined


def title(told: Told) -> str:
    """The plan's title, or what it is."""
    return told.plan.title or told.say("Local Action Plan")


def titled(told: Told, sections: list[Section], *, facts: bool = True) -> Document:
    """A document with the plan's title page; without `facts`, only what must be seen first."""
    return Document(
        title(told),
        told.language,
        facts_of(told) if facts else [],
        sections,
        notice=notice(told),
        over=over(told),
        stamp=stamp(told),
    )


def over(told: Told) -> Words:
    """What kind of thing it is, and whose: above the title, where that does not say it."""
    where = told.plan.jurisdiction
    kind = told.say("Local Action Plan") if told.plan.title else ""
    return joined([kind, where.name if where else ""], " · ")


def stamp(told: Told) -> list[tuple[str, Words]]:
    """The day that it speaks of, how far the plan is, and the version it was made from; those that are known."""
    status = told.phrase(told.plan.status)
    found = [
        (told.say("As of"), told.date(told.today)),
        (told.say("Status"), status[:1].upper() + status[1:]),
        (told.say("Version"), version(told)),
    ]
    return [(label, words) for label, words in found if words]


def version(told: Told) -> str:
    """The commit that it was made from; told where there were changes that no commit has."""
    if told.version.endswith("+"):
        return told.say("{version}, with changes after it", version=told.version.rstrip("+"))
    return told.version


def facts_of(told: Told) -> list[tuple[str, list[Words]]]:
    """The facts of the title page, those that the plan has."""
    plan = told.plan
    where, period, signed = plan.jurisdiction, plan.period, plan.signed
    rows = [
        told.fact("Place", joined([where.name, told.phrase(where.level)]) if where else None),
        told.fact("Period", told.span(period.start, period.end) if period else ""),
        told.fact("Term of office ends", told.date(plan.term_ends)),
        told.fact("Adopted", told.date(plan.adopted)),
        told.fact("Signed", _signed(plan, told)),
        told.fact("Signed by", joined(told.all_of(signed.by), "; ") if signed else None),
        told.fact("Sent for registration", told.date(plan.submitted)),
        told.fact("Registered as", _registered(plan)),
        told.fact("Published at", told.source(plan.published_at) if plan.published_at else None),
        told.fact("Contact", contact(plan.contact)),
        told.fact("Licence", plan.license),
    ]
    return [(label, values) for label, values in rows if values]


def _signed(plan: Plan, told: Told) -> Words | None:
    one = plan.signed
    if one is None:
        return None
    document = Link(told.say("signed document"), one.document) if one.document else None
    return joined([told.date(one.date), document])


def _registered(plan: Plan) -> Words | None:
    if plan.ogp is None:
        return None
    return Link(plan.ogp.id or plan.ogp.url, plan.ogp.url) if plan.ogp.url else plan.ogp.id


def contact(contact: str) -> Words:
    """An address that can be written to, or the sentence that says how."""
    return Link(contact, f"mailto:{contact}") if "@" in contact and " " not in contact else contact


def notice(told: Told) -> str:
    """How many mistakes the plan has, so that nobody takes it for flawless; "" where it has none."""
    if not told.mistakes:
        return ""
    number = told.count(told.mistakes, "{n} error", "{n} errors")
    return told.say("This plan still has {number} to be mended; some of it may be missing here.", number=number)


def summary(told: Told) -> Section:
    """What the plan is about, its commitments at a glance, and the general objectives that it serves."""
    plan = told.plan
    rows = [[told.source(one.instrument, one.url), one.objective] for one in plan.alignment]
    aligned = Grid(told.say("General objectives it serves"), told.heads("Instrument", "Objective"), rows)
    about = [Paragraph(" ".join(one.split("\n")), "lead") for one in plan.summary.strip().split("\n\n")]
    return Section("summary", told.say("Summary"), [*about, _promises(told), aligned])


def _promises(told: Told) -> Grid:
    """Every commitment with what it promises and who answers for it."""
    rows: list[list[Words]] = []
    for one in told.plan.commitments.values():
        lead = one.responsible.lead if one.responsible else ""
        promise = one.commitment if one.commitment != one.label else ""
        rows.append([link_to(one), promise, told.who(lead) if lead else ""])
    heads = told.heads("Commitment", "What is promised", "Answers for it")
    return Grid(told.say("The commitments at a glance"), heads, rows)
