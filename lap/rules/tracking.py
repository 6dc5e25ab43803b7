"""Family K: what the log says of an activity holds together and can be believed (§1.6, §5.3)."""

import datetime
from decimal import Decimal

from lap.findings import Key, Word
from lap.log import Log
from lap.model.making import Agreement
from lap.model.plan import Plan
from lap.model.progress import Change, Comment, Evaluation, ProgressEntry, Reply
from lap.rule import ERROR, WARNING, Found, at, rule
from lap.subjects import activity_at, called

ASKED_FOR = ("not-started", "delayed", "cancelled")
Dated = ProgressEntry | Comment | Reply | Agreement | Evaluation | Change


@rule(
    "K101", ERROR, "5.3",
    "“{node}” is reported as done, and nothing shows it.",
    "write under {key} where the proof is, an address or a sentence such as “minutes of 3 March, folio 23”",
)  # fmt: skip
def done_shows_evidence(entry: ProgressEntry, plan: Plan, log: Log) -> Found:
    """What is reported done shows evidence.

    A panel on which everything is green because somebody wrote “done” is worse than none: it simulates. Where the proof
    is can also be told by a later entry on the same activity, so that nothing in the log is rewritten.

    Bad:
        progress:
          - date: 2025-01-10  # <- K101
            activity: registry/count-stalls
            status: done
            percent: 100
            by: public-works

    Good:
        progress:
          - date: 2025-01-10
            activity: registry/count-stalls
            status: done
            percent: 100
            evidence: [Map of the stalls, folder 3]
            by: public-works
          - {date: 2025-01-14, activity: registry/count-stalls, verdict: confirmed, by: vendors-union}
    """
    if entry.status == "done" and not entry.evidence and entry.date:
        shown = log.about(entry).last_proof
        if shown is None or shown < entry.date.last:
            yield at("evidence", node=called(entry.activity, plan))


@rule(
    "K102", WARNING, "1.6",
    "“{node}” is reported as {status}, and nobody says why.",
    "write the reason under {key}",
)  # fmt: skip
def delay_is_explained(entry: ProgressEntry, plan: Plan, log: Log) -> Found:
    """Delay, cancellation and not having started are explained.

    That something is late happens to everyone. What others need to know is why, so that they can help or plan anew. A
    later entry on the same activity may give the reason; what was not yet to start needs none.

    Bad:
        progress:
          - date: 2025-01-10  # <- K102
            activity: registry/count-stalls
            status: delayed
            by: public-works

    Good:
        progress:
          - date: 2025-01-10
            activity: registry/count-stalls
            status: delayed
            note: The two counters are on sick leave until February
            by: public-works
    """
    if entry.status in ASKED_FOR and not entry.note and entry.date and not _too_early(entry, plan):
        told = log.about(entry).last_note
        if told is None or told < entry.date.last:
            yield at("note", node=called(entry.activity, plan), status=Word("=activity-status", entry.status))


def _too_early(entry: ProgressEntry, plan: Plan) -> bool:
    """Whether an entry says that something has not started which was not to start yet."""
    activity = activity_at(entry.activity, plan)
    start = activity.start if activity else None
    return bool(entry.status == "not-started" and start and entry.date and entry.date.last < start.first)


@rule(
    "K103", ERROR, "1.6",
    "An entry of {date} lies in the future: the plan is judged as on {today}.",
    "write the day on which it happened; what is still to come stands in the work plan",
)  # fmt: skip
def not_in_the_future(entry: Dated, today: datetime.date) -> Found:
    """No entry lies in the future.

    The log holds what has happened. An entry ahead of its day is a slip in the date, or a report written before the work
    was done. A month or a year counts from its last day on; until then, write the day.

    Bad:
        progress:
          - date: 2052-01-10  # <- K103
            activity: registry/count-stalls
            status: in-progress
            percent: 10
            by: public-works

    Good:
        progress:
          - date: 2025-01-10
            activity: registry/count-stalls
            status: in-progress
            percent: 10
            by: public-works
    """
    if entry.date and entry.date.last > today:
        yield at("date", date=entry.date, today=today)


@rule(
    "K104", ERROR, "1.6",
    "“{node}” is reported as {status} and as done to {percent}%, which cannot both be.",
    "mend one of the two: {done} is 100%, {unstarted} is 0%, and what is at 100% is {done}",
)  # fmt: skip
def status_fits_percent(entry: ProgressEntry, plan: Plan) -> Found:
    """Status and percentage of an entry agree.

    Whoever reads “in progress, 100%” does not know which of the two to believe. Done is 100%, not started is 0%, and
    whatever is at 100% is done.

    Bad:
        progress:
          - date: 2025-01-10
            activity: registry/count-stalls
            status: in-progress
            percent: 100  # <- K104
            by: public-works

    Good:
        progress:
          - date: 2025-01-10
            activity: registry/count-stalls
            status: in-progress
            percent: 90
            by: public-works
    """
    if entry.status and entry.percent is not None and _contradict(entry.status, entry.percent):
        status, done, unstarted = (Word("=activity-status", one) for one in (entry.status, "done", "not-started"))
        yield at(
            "percent", node=called(entry.activity, plan), status=status, percent=entry.percent, done=done,
            unstarted=unstarted,
        )  # fmt: skip


def _contradict(status: str, percent: Decimal) -> bool:
    return (status == "done") != (percent == 100) or (status == "not-started" and percent != 0)


@rule(
    "K105", WARNING, "1.6",
    "“{node}” falls from {before}% to {now}%, and nobody says why.",
    "write the reason under {note}; if the earlier figure was wrong, say so there",
)  # fmt: skip
def fall_is_explained(entry: ProgressEntry, plan: Plan, log: Log) -> Found:
    """The percentage of an activity does not fall without a note.

    Work gets lost, or an earlier figure was too high. Both can be told in a sentence; without it the figures of the whole
    log lose their worth. Entries are compared in the order of their days.

    Bad:
        progress:
          - {date: 2025-01-08, activity: registry/count-stalls, status: in-progress, percent: 30, by: public-works}
          - date: 2025-01-10
            activity: registry/count-stalls
            status: in-progress
            percent: 20  # <- K105
            by: public-works

    Good:
        progress:
          - {date: 2025-01-08, activity: registry/count-stalls, status: in-progress, percent: 30, by: public-works}
          - date: 2025-01-10
            activity: registry/count-stalls
            status: in-progress
            percent: 20
            note: Two markets were counted twice
            by: public-works
    """
    fall = log.falls.get(id(entry))
    told = log.about(entry).last_note
    if fall and entry.date and (told is None or told < entry.date.last):
        before, now = fall[0].percent, fall[1].percent
        yield at("percent", node=called(entry.activity, plan), before=before, now=now, note=Key("progress", "note"))
