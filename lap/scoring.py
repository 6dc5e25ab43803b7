"""How a plan stands on a day: its indicators, its commitments, and the whole (§1.6, §5.3).

Arithmetic only, exact, from the plan and its log: no words and no formats. Made in time that grows with the number of
entries, activities and indicators.
"""

import datetime
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from lap.achievement import Achievement, achievement
from lap.compliance import Completion, Compliance, completion, compliance
from lap.followed import Followed, followed, of_government, of_society
from lap.goals import Goal, expected_on, next_goal
from lap.half_years import HalfYear, half_years, kept
from lap.lights import COLOURS, Bands, Colour, Light, bands, light
from lap.limits import DEFAULTS, Limits
from lap.log import Filed, Log
from lap.model.commitment import Commitment
from lap.model.plan import Plan
from lap.report_days import Reports, reports
from lap.series import Measured, Reading, measured
from lap.trend import Trend, trend


class Scored(NamedTuple):
    """An indicator on a day. `expected` is the goal that counts, `next` the one that falls due after it."""

    measured: Measured
    reading: Reading | None
    expected: Goal | None
    achievement: Achievement
    light: Light
    trend: Trend | None
    next: Goal | None
    reports: Reports

    @property
    def path(self) -> str:
        """How the whole plan calls the indicator: commitment/indicator."""
        return self.measured.path


class Parts(NamedTuple):
    """Compliance of all activities and, apart, of the government's and of society's; one activity may be both (§1.6)."""

    all: Compliance
    government: Compliance
    society: Compliance


class CommitmentScore(NamedTuple):
    """A commitment on a day: its activities and, beside them and never mixed with them, its indicators."""

    commitment: Commitment
    activities: tuple[Followed, ...]
    compliance: Parts
    completion: Completion
    indicators: tuple[Scored, ...]
    half_years: tuple[HalfYear, ...]


class Score(NamedTuple):
    """A plan on a day. `undated` entries of the log count nowhere, `ahead` lie after the day, `stray` are about nothing.

    All three are places in the log.
    """

    day: datetime.date
    plan: Plan
    commitments: tuple[CommitmentScore, ...]
    compliance: Parts
    undated: tuple[int, ...]
    ahead: tuple[int, ...]
    stray: tuple[int, ...]

    @property
    def activities(self) -> list[Followed]:
        """Every activity of the plan."""
        return [one for part in self.commitments for one in part.activities]

    @property
    def indicators(self) -> list[Scored]:
        """Every indicator of the plan."""
        return [one for part in self.commitments for one in part.indicators]

    @property
    def lights(self) -> dict[Colour, int]:
        """How many indicators have each light or state, all of them named."""
        counted = Counter(one.light.colour for one in self.indicators)
        return {colour: counted[colour] for colour in COLOURS}

    @property
    def overdue(self) -> list[Followed]:
        """Activities past their end that are neither done nor cancelled."""
        return [one for one in self.activities if one.overdue]

    @property
    def silent(self) -> list[Followed]:
        """Of the overdue ones, those of which nobody says why."""
        return [one for one in self.activities if one.silent]


def score(plan: Plan, day: datetime.date, limits: Limits = DEFAULTS, log: Log | None = None) -> Score:
    """How a plan stands on a day. `log` is that of the plan, where it was filed already."""
    log = log or Log(plan)
    parts = tuple(_commitment(one, plan, log, day, limits) for one in plan.commitments.values())
    return Score(
        day=day,
        plan=plan,
        commitments=parts,
        compliance=_parts([one for part in parts for one in part.activities], plan, day),
        undated=tuple(log.undated),
        ahead=tuple(sorted(one.place for one in log.between(day, datetime.date.max))),
        stray=tuple(_stray(log.filed, parts)),
    )


def _commitment(commitment: Commitment, plan: Plan, log: Log, day: datetime.date, limits: Limits) -> CommitmentScore:
    activities = tuple(followed(commitment, log, day))
    paths = {key: f"{commitment.id}/{key}" for key in commitment.indicators}
    known = [measured(paths[key], one, log.indicator(paths[key])) for key, one in commitment.indicators.items()]
    within = {one.path: bands(one.indicator, plan, limits) for one in known}
    goals = [kept(goal, one, within[one.path], day) for one in known for goal in one.goals]
    start = plan.period.start.first if plan.period and plan.period.start else None
    ends = [one.due for one in activities if one.due]
    return CommitmentScore(
        commitment=commitment,
        activities=activities,
        compliance=_parts(activities, plan, day),
        completion=completion(activities, day),
        indicators=tuple(
            _scored(one, within[one.path], reports(one.indicator, commitment, plan, log.indicator(one.path), day), day)
            for one in known
        ),
        half_years=half_years(start, ends, goals, limits.goal_months),
    )


def _parts(activities: Iterable[Followed], plan: Plan, day: datetime.date) -> Parts:
    activities = list(activities)
    government = [one for one in activities if of_government(one.activity, plan)]
    society = [one for one in activities if of_society(one.activity, plan)]
    return Parts(compliance(activities, day), compliance(government, day), compliance(society, day))


def _scored(of: Measured, within: Bands, came: Reports, day: datetime.date) -> Scored:
    reading, expected, following = of.series.on(day), expected_on(of.goals, day), next_goal(of.goals, day)
    value, level = reading.level if reading else None, expected.level if expected else None
    achieved = achievement(value, level, of.baseline, of.direction, goals=bool(of.goals))
    aim = expected or following
    return Scored(
        measured=of,
        reading=reading,
        expected=expected,
        achievement=achieved,
        light=light(achieved, within),
        trend=trend(reading, of.series, of.direction, aim.level if aim else None) if reading else None,
        next=following,
        reports=came,
    )


def _stray(filed: Iterable[Filed], parts: Iterable[CommitmentScore]) -> list[int]:
    """The places of entries that are about nothing in the plan."""
    known: set[str] = set()
    for part in parts:
        known |= {part.commitment.id, *(one.path for one in part.activities), *(one.path for one in part.indicators)}
    return sorted(
        one.place for one in filed if known.isdisjoint((one.entry.activity, one.entry.indicator, one.entry.commitment))
    )
