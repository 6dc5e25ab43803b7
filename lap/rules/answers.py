"""Family K, third part: that those who ask, check and evaluate are heard (§1.6, §5.3)."""

import datetime
from collections.abc import Iterator

from lap.findings import Days, Key, Word
from lap.limits import Limits
from lap.log import Filed, Log
from lap.model.commitment import Commitment
from lap.model.plan import Plan
from lap.model.progress import Comment
from lap.model.work_plan import Activity
from lap.roles import body_of
from lap.rule import ADVICE, WARNING, Found, at, rule
from lap.standing import standing
from lap.subjects import called, doers, watchers


@rule(
    "K109", WARNING, "1.6",
    "The comment of {date} on “{node}” has waited for an answer for more than {length}.",
    "write under {replies} an answer, or when there will be one",
)  # fmt: skip
def comment_is_answered(comment: Comment, plan: Plan, today: datetime.date, limits: Limits) -> Found:
    """A public comment is answered within thirty days.

    A forum in which nobody answers teaches people not to write. The handbook names no number of days; thirty is ours, and
    the settings may give another. An answer that came late is an answer.

    Bad:
        comments:
          - date: 2024-12-01  # <- K109
            about: registry
            text: The north market is not on the list

    Good:
        comments:
          - date: 2024-12-01
            about: registry
            text: The north market is not on the list
            replies: {date: 2024-12-20, by: public-works, text: It is counted in February}
    """
    given = [one for one in comment.replies if one.date is None or one.date.last <= today]
    if comment.date and not given and (today - comment.date.last).days > limits.days_to_answer:
        yield at(
            unless=(("replies",),), node=called(comment.about, plan), date=comment.date,
            length=Days(limits.days_to_answer), replies=Key("comment", "replies"),
        )  # fmt: skip


@rule(
    "K110", ADVICE, "5.3",
    "“{node}” is reported as done, and nobody who monitors it has confirmed that.",
    "whoever monitors records an entry of their own, with what they found under {verdict}",
)  # fmt: skip
def done_is_confirmed(plan: Plan, today: datetime.date, log: Log) -> Found:
    """What is done has been confirmed by whoever monitors.

    The handbook warns of simulation: things that are done on paper. A look by somebody who did not do the work, taken
    down as confirmed, disputed or not verifiable, is what makes a report worth believing. A confirmation by those who did
    the work is none.

    Bad:
        progress:
          - date: 2025-01-10
            activity: registry/count-stalls
            status: done  # <- K110
            percent: 100
            evidence: [Map of the stalls, folder 3]
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
    for commitment, activity, path in _activities(plan):
        now = standing(activity, log.activity(path), today)
        watched = watchers(activity, commitment, plan)
        if now.said and now.proved and now.check not in ("confirmed", "disputed") and watched:
            yield at("progress", now.said.place, "status", node=activity.label, verdict=Key("progress", "verdict"))


def _activities(plan: Plan) -> Iterator[tuple[Commitment, Activity, str]]:
    for commitment in plan.commitments.values():
        for placed in commitment.all_activities():
            yield commitment, placed.activity, f"{commitment.id}/{placed.activity.id}"


@rule(
    "K111", WARNING, "5.3",
    "“{node}” was disputed on {date}, and nobody responsible for it has answered.",
    "whoever is responsible records an entry on it: new evidence, or what will be done",
)  # fmt: skip
def dispute_is_answered(plan: Plan, today: datetime.date, log: Log) -> Found:
    """A dispute is answered: a later entry on the same activity by someone responsible.

    Whoever monitors has looked and found something else than was reported. Both may be right, but only an answer shows it.
    The dispute itself stands until whoever monitors takes it back.

    Bad:
        progress:
          - date: 2025-01-10
            activity: registry/count-stalls
            status: in-progress
            percent: 40
            by: public-works
          - date: 2025-01-13
            activity: registry/count-stalls
            verdict: disputed  # <- K111
            evidence: [Visit to three markets]
            by: vendors-union

    Good:
        progress:
          - date: 2025-01-10
            activity: registry/count-stalls
            status: in-progress
            percent: 40
            by: public-works
          - date: 2025-01-13
            activity: registry/count-stalls
            verdict: disputed
            evidence: [Visit to three markets]
            by: vendors-union
          - date: 2025-01-14
            activity: registry/count-stalls
            status: in-progress
            percent: 30
            note: The union is right, the north market was not counted
            by: public-works
    """
    for commitment, activity, path in _activities(plan):
        checked = standing(activity, log.activity(path), today).checked
        if checked and checked.entry.verdict == "disputed" and checked.entry.date:
            answering = doers(activity, commitment, plan)
            later = (one for one in log.activity(path).until(today) if one.order > checked.order)
            if not any(_answers(one, answering) for one in later):
                yield at("progress", checked.place, "verdict", node=activity.label, date=checked.entry.date)


def _answers(one: Filed, responsible: set[str]) -> bool:
    return not responsible or body_of(one.entry.by) in responsible


@rule(
    "K112", ADVICE, "1.6",
    "The plan is closed, and nobody from outside has evaluated it as a whole.",
    "write under {key} who did, with {kind} as {final}, and what they found",
)  # fmt: skip
def closed_plan_is_evaluated(plan: Plan) -> Found:
    """A closed plan has a final evaluation.

    What was kept, what was not and why is what the next plan is made from. A university or an oversight body can say it
    more freely than those who made the promises.

    Bad:
        status: closed
        evaluations:  # <- K112

    Good:
        status: closed
        evaluations: {date: 2025-01-10, by: transparency-institute, kind: final, findings: [One commitment was kept]}
    """
    if plan.status == "closed" and not any(one.kind == "final" for one in plan.evaluations):
        final = Word("=evaluation-kind", "final")
        yield at("evaluations", kind=Key("evaluation", "kind"), final=final)
