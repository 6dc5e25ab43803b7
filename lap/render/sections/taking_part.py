"""How the reader takes part: links to comment on a commitment, to suggest a change to it, and to write a mail."""

from urllib.parse import urlsplit

from lap.language.speech import shortened
from lap.model.commitment import Commitment
from lap.render.blocks import Link, Paragraph, Points, Section, Words
from lap.render.taking_part import About, Spot, to_change, to_comment, to_line, to_write
from lap.render.told import Told
from lap.source.span import Route


def commitment(one: Commitment, told: Told) -> Section:
    """How to take part in a commitment; without a repository and a contact there is nothing to say."""
    about = told.say("About the commitment “{title}” ({id}):", title=one.label, id=one.id)
    return _section(f"commitment/{one.id}/taking-part", one.label, about, one.id, ("commitments", one.id), told)


def plan(told: Told) -> Section:
    """How to take part in the plan as a whole."""
    title = told.plan.title or told.say("the plan")
    return _section("taking-part", title, told.say("About “{title}”:", title=title), "", ("title",), told)


def _section(name: str, title: str, text: str, commitment: str, route: Route, told: Told) -> Section:
    comment = told.say("Comment on “{about}”", about=shortened(title))
    links = _links(shortened(title), About(comment, text, commitment), route, told)
    mail = _mail(comment, told)
    hosts = dict.fromkeys(urlsplit(one.url).hostname or "" for one in links)
    notes = [told.say("What you write at {host} is public, and needs an account there.", host=host) for host in hosts]
    if notes and mail:
        notes.append(told.say("A message to the contact needs none."))
    if notes or mail:
        notes.append(told.say("Comments and the answers to them are taken up into the plan, and then stand here."))
    items: list[Words] = [*links, *([mail] if mail else [])]
    return Section(name, told.say("Take part"), [Points(items), Paragraph(" ".join(notes), "note")])


def _links(title: str, about: About, route: Route, told: Told) -> list[Link]:
    where, ways = told.plan.repository, told.participation
    links = [Link(told.say("Write a comment on “{about}”", about=title), to_comment(where, about, ways))]
    if place := told.places(route):
        spot = Spot(*place, "" if told.version.endswith("+") else told.version)
        change = told.say("Suggest a change to “{about}”", about=title)
        line = told.say("“{about}” in the plan's file, line {line}", about=title, line=spot.line)
        links += [Link(change, to_change(where, spot, ways)), Link(line, to_line(where, spot, ways))]
    return [one for one in links if one.url]


def _mail(subject: str, told: Told) -> Words:
    """The contact, as a mail that begins with its subject where it is an address."""
    contact = told.plan.contact.strip()
    address = to_write(contact, subject)
    return Link(told.say("Write to {address}", address=contact), address) if address else contact
