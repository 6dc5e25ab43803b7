"""Family K, second part: that reports come, when they were promised and from those whose task it is (§1.6, §5.3)."""

import datetime
from collections.abc import Iterator

from lap.findings import Key, Word
from lap.log import Log, Story
from lap.model.plan import Plan
from lap.model.progress import ProgressEntry
from lap.report_days import reports
from lap.roles import body_of
from lap.rule import WARNING, Found, at, rule
from lap.rules.signing import NOT_YET_ADOPTED
from lap.standing import is_silent, standing
from lap.subjects import called, reporters


@rule(
    "K106", WARNING, "1.6",
    "“{node}” was to end on {end}, and the log does not say what became of it.",
    "record how it stands; if it is not done, with the reason under {note}",
)  # fmt: skip
def not_in_silence(plan: Plan, today: datetime.date, as_adopted: bool, log: Log) -> Found:
    """Nothing is overdue in silence.

    An activity past its end that is neither done nor cancelled, and of which nobody says why, is how plans die. A report
    that explains the delay is enough. A draft is not asked.

    Bad:
        commitments:
          registry:
            stages:
              enrolment:
                activities:
                  count-stalls:
                    end: 2025-01-10  # <- K106

    Good:
        commitments:
          registry:
            stages:
              enrolment:
                activities:
                  count-stalls:
                    end: 2025-01-10
        progress:
          - date: 2025-01-12
            activity: registry/count-stalls
            status: delayed
            note: Two markets were closed for the holidays
            by: public-works
    """
    for commitment in () if _is_draft(plan, as_adopted) else plan.commitments.values():
        for placed in commitment.all_activities():
            activity, story = placed.activity, log.activity(f"{commitment.id}/{placed.activity.id}")
            if is_silent(activity, standing(activity, story, today), today):
                yield at(
                    "commitments", commitment.id, *placed.route, "end", unless=tuple(_unread(story, log, "status")),
                    node=activity.label, end=activity.end, note=Key("progress", "note"),
                )  # fmt: skip


def _is_draft(plan: Plan, as_adopted: bool) -> bool:
    """Whether nobody has to report yet."""
    return plan.status in NOT_YET_ADOPTED and not as_adopted


def _unread(story: Story, log: Log, key: str) -> Iterator[tuple[str | int, ...]]:
    """Where something may stand that could not be read: at a key of these entries, or at the date of any."""
    yield from (("progress", one.place, key) for one in story.filed)
    yield from (("progress", place, "date") for place in log.undated)


@rule(
    "K107", WARNING, "5.3",
    "A value of “{node}” was to be reported by {due} ({frequency}), and has not come.",
    "record it, even if nothing has changed",
)  # fmt: skip
def reported_as_promised(plan: Plan, today: datetime.date, as_adopted: bool, log: Log) -> Found:
    """Each indicator is reported as often as promised.

    What is not measured cannot be improved. Reports are counted from the baseline or, where that is later, from the start
    of the commitment, up to the target; each may come fifteen days late. Only the last one that is missing is told, and a
    later value makes up for it. A draft is not asked.

    Bad:
        period: {start: 2024-07-01}
        adopted: 2024-11-01
        commitments:
          registry:
            stages:
              enrolment:
                activities:
                  count-stalls:
                    start: 2024-11-15
                    deliverables:
                      - {name: List of the markets, due: 2024-12-20}
                      - Map of 1,200 stalls
            indicators:
              stalls-counted:
                baseline: {date: 2024-11-01}
                frequency: monthly  # <- K107

    Good:
        period: {start: 2024-07-01}
        adopted: 2024-11-01
        commitments:
          registry:
            stages:
              enrolment:
                activities:
                  count-stalls:
                    start: 2024-11-15
                    deliverables:
                      - {name: List of the markets, due: 2024-12-20}
                      - Map of 1,200 stalls
            indicators:
              stalls-counted:
                baseline: {date: 2024-11-01}
                frequency: monthly
        progress:
          - {date: 2024-12-16, indicator: registry/stalls-counted, value: 140, by: public-works}
    """
    for commitment in () if _is_draft(plan, as_adopted) else plan.commitments.values():
        for key, indicator in commitment.indicators.items():
            story = log.indicator(f"{commitment.id}/{key}")
            due = reports(indicator, commitment, plan, story, today).missing
            if due and indicator.frequency:
                yield at(
                    "commitments", commitment.id, "indicators", key, "frequency",
                    unless=tuple(_unread(story, log, "value")), node=indicator.label, due=due,
                    frequency=Word("=frequency", indicator.frequency),
                )  # fmt: skip


@rule(
    "K108", WARNING, "1.6",
    "What is reported here on “{node}” does not come from anyone whose task it is.",
    "let one of these report it, and name them under {key}: {allowed}",
)  # fmt: skip
def reported_by_who_should(entry: ProgressEntry, plan: Plan) -> Found:
    """Entries come from someone responsible.

    Those who do the work say how it goes, those who monitor say what they found, and those who measure give the values.
    An entry without a name, or from somebody else, binds nobody. A person stands for the body, and so does whoever took
    over from it.

    Bad:
        progress:
          - date: 2025-01-10
            activity: registry/count-stalls
            status: in-progress
            percent: 10
            by: vendors-union  # <- K108

    Good:
        progress:
          - date: 2025-01-10
            activity: registry/count-stalls
            status: in-progress
            percent: 10
            by: public-works
    """
    body = body_of(entry.by)
    allowed = reporters(entry, plan)
    if allowed and body not in allowed and (not body or body in plan.parties):
        about = entry.activity or entry.indicator or entry.commitment
        yield at("by", node=called(about, plan), allowed=tuple(sorted(allowed)))
