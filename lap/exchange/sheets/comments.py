"""The table of what the public said and what was answered, up to the day."""

from collections.abc import Iterator
from typing import NamedTuple

from lap.exchange.sheet import Column, Offices, Sheet
from lap.language.speech import english
from lap.model.dates import Date
from lap.model.progress import Comment, Reply
from lap.scoring import Score
from lap.until import until


class Said(NamedTuple):
    """A comment, or an answer to it, with its number among the comments and, of an answer, among the answers."""

    comment: int
    reply: int | None
    about: str
    one: Comment | Reply


def _said(score: Score) -> Iterator[Said]:
    for number, comment in enumerate(until(score.plan, score.day).comments, 1):
        yield Said(number, None, comment.about, comment)
        for place, reply in enumerate(comment.replies, 1):
            yield Said(number, place, comment.about, reply)


def _date(said: Said) -> Date | None:
    return said.one.date


def _by(said: Said) -> object:
    return said.one.from_ if isinstance(said.one, Comment) else Offices(filter(None, [said.one.by]))


def _where(said: Said) -> str:
    return said.one.url if isinstance(said.one, Comment) else ""


COMMENTS: Sheet[Said] = Sheet(
    english("A row for each comment of the public, and below it one for each answer; those after the day are left out."),
    (
        Column("comment", english("The number of the comment."), lambda said: said.comment),
        Column("reply", english("The number of the answer among those to the comment; empty for the comment itself."), lambda said: said.reply),
        Column("date", english("When it was said."), _date),
        Column("about", english("What it is about: the id of a commitment, activity or indicator; empty for the whole plan."), lambda said: said.about),
        Column("by", english("Who answers; of a comment, whoever made it, if they want to be named."), _by),
        Column("text", english("What was said."), lambda said: said.one.text),
        Column("url", english("Where it was said."), _where),
    ),
    _said,
)  # fmt: skip
