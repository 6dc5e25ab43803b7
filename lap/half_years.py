"""The half-yearly goals of a commitment, and which of them were met (§1.6).

Half-years are six months each (the settings may say otherwise), counted from the start of the plan's period up to the
commitment's last end or target. A goal is judged on its own day, with the grace that a report has.
"""

import datetime
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from lap.achievement import achievement
from lap.goals import Goal, reaches
from lap.lights import Bands, light
from lap.pace import Interval, intervals
from lap.report_days import GRACE
from lap.series import Measured

State = Literal["met", "late", "missed", "no-evidence", "not-due"]


class Kept(NamedTuple):
    """A goal of an indicator and what became of it.

    Met: reached on its day, or by a report within 15 days of it; late: reached by now; missed: not reached;
    no-evidence: no value was reported by now. What is to be kept has reached its goal while its light is green.
    """

    indicator: str
    goal: Goal
    state: State


class HalfYear(NamedTuple):
    """A half-year, and the goals that fall due in it."""

    time: Interval
    goals: tuple[Kept, ...]

    @property
    def due(self) -> int:
        """How many of its goals are due by now."""
        return sum(one.state != "not-due" for one in self.goals)

    @property
    def met(self) -> int:
        """How many of its goals were met in time."""
        return sum(one.state == "met" for one in self.goals)


def kept(goal: Goal, of: Measured, within: Bands, day: datetime.date) -> Kept:
    """What became of a goal by a day."""
    return Kept(of.path, goal, _state(goal, of, within, day))


def _state(goal: Goal, of: Measured, within: Bands, day: datetime.date) -> State:
    if goal.due > day:
        return "not-due"
    if of.series.on(day) is None:
        return "no-evidence"
    if any(_reached(goal, of, within, then) for then in (goal.due, min(goal.due + GRACE, day))):
        return "met"
    return "late" if _reached(goal, of, within, day) else "missed"


def _reached(goal: Goal, of: Measured, within: Bands, day: datetime.date) -> bool:
    reading = of.series.on(day)
    if reading is None:
        return False
    if of.direction.way == "keep":
        return light(achievement(reading.level, goal.level, of.baseline, of.direction), within).colour == "green"
    return reaches(reading.level, goal.level, of.baseline, of.direction)


def half_years(
    start: datetime.date | None, ends: Iterable[datetime.date], goals: Sequence[Kept], months: int
) -> tuple[HalfYear, ...]:
    """The half-years from a start up to the last end or goal, with what is due in each; none without a start.

    A goal that is due before the start stands in the first one.
    """
    last = max([*ends, *(one.goal.due for one in goals)], default=None)
    if start is None or last is None:
        return ()
    times = intervals(start, last, months)
    held: list[list[Kept]] = [[] for _ in times]
    for one in goals if times else ():
        held[max(bisect_right(times, one.goal.due, key=lambda time: time.first) - 1, 0)].append(one)
    return tuple(HalfYear(time, tuple(inside)) for time, inside in zip(times, held, strict=True))
