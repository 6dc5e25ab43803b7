"""The goals of an indicator: its milestones and its target, as levels to be reached by a day (§1.6, §5.3)."""

import datetime
from bisect import bisect_right
from decimal import Decimal
from typing import Literal, NamedTuple

from lap.model.dates import Date
from lap.model.indicator import Indicator, place_of

Way = Literal["up", "down", "keep"]


class Direction(NamedTuple):
    """Which way an indicator shall go. Where `known` is False nothing in the plan tells, and up is assumed."""

    way: Way
    known: bool


class Goal(NamedTuple):
    """A level to be reached: by which day, the number that counts, and both as they are written."""

    due: datetime.date
    level: Decimal
    date: Date
    written: Decimal | str
    is_target: bool


def level_of(value: Decimal | str | None, indicator: Indicator) -> Decimal | None:
    """A value as a number: a word of the scale by its place, from 0. None where it is no number and no such word."""
    return place_of(value, indicator.scale)


def baseline_of(indicator: Indicator) -> Decimal | None:
    """The level before the plan; None where there is no value that can be read."""
    return level_of(indicator.baseline.value, indicator) if indicator.baseline else None


def direction_of(indicator: Indicator) -> Direction:
    """Which way an indicator shall go: as it is stated, else as baseline and target tell."""
    if indicator.direction:
        return Direction(indicator.direction, known=True)
    start = baseline_of(indicator)
    aim = level_of(indicator.target.value, indicator) if indicator.target else None
    if start is None or aim is None or start == aim:
        return Direction("up", known=False)
    return Direction("up" if start < aim else "down", known=True)


def goals_of(indicator: Indicator) -> list[Goal]:
    """The milestones and the target, in order of their days; those without a day or a value that can be read are left out.

    A date means its last day. From the target's day on the target counts, so what lies after it is left out too.
    """
    found = [_goal(date, value, indicator, is_target=False) for date, value in indicator.milestone_dates()]
    goals = sorted((one for one in found if one), key=lambda one: one.due)
    target = indicator.target
    last = _goal(target.date, target.value, indicator, is_target=True) if target and target.date else None
    return [*(one for one in goals if one.due < last.due), last] if last else goals


def _goal(date: Date, value: Decimal | str | None, indicator: Indicator, *, is_target: bool) -> Goal | None:
    level = level_of(value, indicator)
    if level is None or value is None:
        return None
    return Goal(date.last, level, date, value, is_target)


def expected_on(goals: list[Goal], day: datetime.date) -> Goal | None:
    """The goal that counts on a day: the last one due on or before it. None: nothing is expected yet."""
    due = bisect_right(goals, day, key=lambda one: one.due)
    return goals[due - 1] if due else None


def next_goal(goals: list[Goal], day: datetime.date) -> Goal | None:
    """The next goal that falls due after a day."""
    due = bisect_right(goals, day, key=lambda one: one.due)
    return goals[due] if due < len(goals) else None


def reaches(value: Decimal, goal: Decimal, baseline: Decimal | None, direction: Direction) -> bool:
    """Whether a value has reached a goal: it is on its right side, or on it.

    Right is the side away from the baseline; without a baseline, or on it, the direction's.
    """
    if direction.way == "keep":
        return value == goal
    up = direction.way == "up" if baseline is None or baseline == goal else goal > baseline
    return value >= goal if up else value <= goal
