"""The public's comments and the answers to them, and what happened, entry by entry (§1.6)."""

from collections.abc import Iterable

from lap.log import Log
from lap.model.commitment import Commitment
from lap.model.progress import Comment, ProgressEntry, Reply
from lap.render.blocks import Block, Event, Grid, Paragraph, Points, Section, Story, Words
from lap.render.sections.since import named, said
from lap.render.told import Told, joined
from lap.until import until


def comments(told: Told, found: Iterable[Comment] | None = None) -> Section:
    """Each comment with the answers to it, newest first; those after the day are left out."""
    wanted = {id(one) for one in (told.plan.comments if found is None else found)}
    kept = [
        (number, one)
        for number, one in enumerate(told.plan.comments, 1)
        if id(one) in wanted and not (one.date and one.date.last > told.today)
    ]
    made: list[Block] = [_comment(one, number, told) for number, one in reversed(kept)]
    return Section("comments", told.say("Comments and answers"), made)


def _comment(one: Comment, number: int, told: Told) -> Section:
    about = told.say("On “{about}”", about=named(one.about, told)) if one.about else told.say("On the plan")
    place = told.source(told.say("Comment {number}", number=number), one.url) if one.url else None
    whose = joined([told.date(one.date), one.from_, place])
    replies = [reply for reply in one.replies if not reply.date or reply.date.last <= told.today]
    answers: list[Words] = [words for reply in replies if (words := _reply(reply, told))]
    nothing = Paragraph(told.say("No answer yet."), "note")
    blocks: list[Block] = [
        Paragraph(one.text, "quote"),
        Paragraph(whose, "note"),
        Points(answers) if answers else nothing,
    ]
    return Section(f"comment/{number}", about, blocks)


def _reply(one: Reply, told: Told) -> Words:
    who = joined([told.date(one.date), told.who(one.by) if one.by else None])
    return joined([who, one.text], ": ")


def about(key: str, told: Told) -> list[Comment]:
    """The comments about a commitment, and about its activities and indicators."""
    return [one for one in told.plan.comments if one.about.partition("/")[0] == key]


def progress(commitment: Commitment, log: Log, told: Told) -> Section:
    """What was reported of a commitment, of its activities and of its indicators, with the reasons, newest first."""
    key = commitment.id
    about = {key: (log.commitment(key), commitment.label)}
    for placed in commitment.all_activities():
        path = f"{key}/{placed.activity.id}"
        about[path] = (log.activity(path), placed.activity.label)
    for name, one in commitment.indicators.items():
        about[f"{key}/{name}"] = (log.indicator(f"{key}/{name}"), one.label)
    filed = {one.order: (one.entry, label) for story, label in about.values() for one in story.until(told.today)}
    reported = {entry.by for entry, _ in filed.values() if entry.by}
    who = {name: told.put("Reported by {who}", who=told.who(name)) for name in reported}
    newest = [filed[order] for order in sorted(filed, reverse=True)]
    events = [_event(entry, label, who.get(entry.by, ""), told) for entry, label in newest]
    return Section(f"commitment/{key}/progress", told.say("What happened"), [Story(events)])


def _event(entry: ProgressEntry, about: str, who: Words, told: Told) -> Event:
    proof = joined([told.source(where) for where in entry.evidence], "; ")
    seen = told.put("Evidence: {evidence}", evidence=proof) if proof else ""
    return Event(told.brief(entry.date), about, said(entry, told), joined([seen, who], " · "))


def evaluations(told: Told) -> Grid:
    """What independent bodies found."""
    heads = told.heads("Day", "By", "Kind", "What was found", "What is recommended")
    rows: list[list[Words]] = [
        [
            told.date(one.date),
            told.who(one.by) if one.by else "",
            joined([told.phrase(one.kind), told.source(told.say("evaluation"), one.url) if one.url else None]),
            "; ".join(one.findings),
            "; ".join(one.recommendations),
        ]
        for one in until(told.plan, told.today).evaluations
    ]
    return Grid(told.say("Evaluations"), heads, rows)


def moved(told: Told) -> Grid:
    """Why promises moved after adoption (§3 premise 3)."""
    heads = told.heads("Day", "About", "What moved", "Why", "Decided by")
    rows: list[list[Words]] = [
        [told.date(one.date), named(one.about, told), one.what, one.reason, one.decided_by]
        for one in until(told.plan, told.today).changes
    ]
    return Grid(told.say("What moved, and why"), heads, rows)
