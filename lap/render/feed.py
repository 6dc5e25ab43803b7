"""What happened in a plan as an Atom feed (RFC 4287), newest first; an entry keeps its id whatever is added to the plan."""

import datetime
import uuid
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from lap.exchange.calendar import identity
from lap.language.speech import visible
from lap.model.plan import Plan
from lap.model.progress import ProgressEntry
from lap.render.sections.since import named
from lap.render.site import path_of
from lap.render.told import Told
from lap.until import until

MOST = 100


class Item(NamedTuple):
    """Something that happened: the day, what tells it from all else of that day, and what is said of it about what."""

    day: datetime.date
    key: str
    title: str
    text: str
    about: str


def feed(told: Told) -> str:
    """The feed of what was reported, said, answered and decided, up to the day."""
    title = told.plan.title or told.say("Local Action Plan")
    place, whole = told.plan.jurisdiction, identity(told.plan)
    newest = sorted(_told_apart(_items(told)), key=lambda one: one[0].day, reverse=True)[:MOST]
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(told.language)}>',
        f"<title>{_text(title)}</title>",
        f"<id>{_id(whole)}</id>",
        f"<updated>{_time(newest[0][0].day if newest else told.today)}</updated>",
        f"<author><name>{_text((place.name if place else '') or title)}</name></author>",
        '<link rel="self" type="application/atom+xml" href="feed.xml"/>',
        '<link rel="alternate" type="text/html" href="index.html"/>',
        *([f"<rights>{_text(told.plan.license)}</rights>"] if told.plan.license else []),
        *(line for one, key in newest for line in _entry(one, f"{whole}\n{key}", told.plan)),
    ]
    return "\n".join([*lines, "</feed>"]) + "\n"


def _entry(one: Item, key: str, plan: Plan) -> list[str]:
    made = one.about.partition("/")[0]
    page = path_of(f"commitment/{made}" if made in plan.commitments else "")
    return [
        "<entry>",
        f"<title>{_text(one.title)}</title>",
        f"<id>{_id(key)}</id>",
        f"<updated>{_time(one.day)}</updated>",
        f'<link rel="alternate" type="text/html" href={quoteattr(page)}/>',
        f"<content>{_text(one.text or one.title)}</content>",
        "</entry>",
    ]


def _told_apart(items: Iterator[Item]) -> list[tuple[Item, str]]:
    """Each item with a key that no other has: equal ones are numbered in the order of the plan."""
    seen: Counter[str] = Counter()
    found: list[tuple[Item, str]] = []
    for one in items:
        key = f"{one.day} {one.key}"
        seen[key] += 1
        found.append((one, f"{key} {seen[key]}"))
    return found[::-1]


def _items(told: Told) -> Iterator[Item]:
    """Everything that has a day, in the order of the plan."""
    plan = until(told.plan, told.today)
    yield from (_reported(one, one.date.last, told) for one in plan.progress if one.date)
    yield from _said(plan, told)
    for change in plan.changes:
        if change.date:
            title = told.say("What moved: “{about}”", about=_about(change.about, told))
            text = "; ".join(filter(None, [change.what, change.reason, change.decided_by]))
            yield Item(change.date.last, f"change {change.about}", title, text, change.about)
    for found in plan.evaluations:
        if found.date:
            text = "; ".join([*found.findings, *found.recommendations])
            yield Item(found.date.last, f"evaluation {found.by}", told.say("Evaluation"), text, "")


def _reported(one: ProgressEntry, day: datetime.date, told: Told) -> Item:
    about = one.activity or one.indicator or one.commitment
    words = [told.phrase(one.status), told.number(one.value), told.phrase(one.verdict), one.note]
    key = f"progress {about} {one.status} {one.value} {one.verdict} {one.by}"
    return Item(day, key, _about(about, told), "; ".join(filter(None, words)), about)


def _said(plan: Plan, told: Told) -> Iterator[Item]:
    for one in plan.comments:
        about, key = _about(one.about, told), f"comment {one.about} {one.date}"
        if one.date:
            yield Item(one.date.last, key, told.say("Comment on “{about}”", about=about), one.text, one.about)
        for reply in one.replies:
            if reply.date:
                title = told.say("Answer on “{about}”", about=about)
                yield Item(reply.date.last, f"{key} {reply.by}", title, reply.text, one.about)


def _about(path: str, told: Told) -> str:
    return named(path, told) if path else told.say("the plan")


def _text(text: str) -> str:
    return escape(visible(text))


def _id(key: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_OID, key).urn


def _time(day: datetime.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
