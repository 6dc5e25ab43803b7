"""The values of an indicator over time, from the log: the level on any day, and what it is made of (§5.3).

With `accumulates: last` the level is the latest value; with `sum` it is the baseline (0 if there is none) plus the values
after the baseline's date. Numbers are exact.
"""

import datetime
from bisect import bisect_right
from decimal import Context, Decimal
from typing import NamedTuple

from lap.goals import Direction, Goal, baseline_of, direction_of, goals_of, level_of
from lap.log import Filed, Story
from lap.model.indicator import Indicator

EXACT = Context(prec=100)
"""More digits than a sum of numbers of 30 digits can need, wherever their points stand."""


class Report(NamedTuple):
    """A value that was reported, as a number, and the entry that says it."""

    value: Decimal
    filed: Filed

    @property
    def day(self) -> datetime.date:
        """The day that it speaks of."""
        return self.filed.day


class Reading(NamedTuple):
    """The level of an indicator on a day, and the latest report that it rests on."""

    level: Decimal
    report: Report

    @property
    def day(self) -> datetime.date:
        """The day of the latest report."""
        return self.report.day


class Series:
    """The levels of one indicator. `adds` tells whether values add up; `start` is what they are added to.

    `passed_over` are the entries whose value does not count: it cannot be read, or it adds to what the baseline already
    holds.
    """

    def __init__(self, indicator: Indicator, story: Story) -> None:
        self.adds = indicator.accumulates == "sum" and not indicator.scale
        self.start = (baseline_of(indicator) or Decimal(0)) if self.adds else Decimal(0)
        self.readings: list[Reading] = []
        self.passed_over: list[Filed] = []
        self._fill(indicator, story)

    def _fill(self, indicator: Indicator, story: Story) -> None:
        level, since = self.start, _since(indicator) if self.adds else None
        for one in story.filed:
            value = level_of(one.entry.value, indicator)
            if value is None or (since and one.day <= since):
                self.passed_over += [one] if one.entry.value is not None else []
                continue
            level = EXACT.add(level, value) if self.adds else value
            self.readings.append(Reading(level, Report(value, one)))

    def on(self, day: datetime.date) -> Reading | None:
        """The level on a day; None where nothing that counts was reported by then."""
        known = bisect_right(self.readings, day, key=lambda one: one.day)
        return self.readings[known - 1] if known else None

    def before(self, reading: Reading) -> Reading | None:
        """The level before the day of a reading."""
        return self.on(reading.day - datetime.timedelta(days=1)) if reading.day > datetime.date.min else None

    def parts(self, day: datetime.date) -> list[Report]:
        """The reports that make up the level on a day: all of them where they add up, else the latest."""
        known = bisect_right(self.readings, day, key=lambda one: one.day)
        return [one.report for one in self.readings[0 if self.adds else max(known - 1, 0) : known]]


def _since(indicator: Indicator) -> datetime.date | None:
    """The last day of the baseline's date."""
    date = indicator.baseline.date if indicator.baseline else None
    return date.last if date else None


class Measured(NamedTuple):
    """An indicator with all that its arithmetic needs, made once for any number of days."""

    path: str
    indicator: Indicator
    baseline: Decimal | None
    direction: Direction
    goals: list[Goal]
    series: Series

    def written(self, reading: Reading | None) -> Decimal | str | None:
        """A level as people read it: a number, or on a scale the word that was reported; None for none."""
        if reading is None:
            return None
        return reading.report.filed.entry.value if self.indicator.scale else reading.level


def measured(path: str, indicator: Indicator, story: Story) -> Measured:
    """An indicator, called commitment/indicator, with what the log says of it."""
    baseline, way = baseline_of(indicator), direction_of(indicator)
    return Measured(path, indicator, baseline, way, goals_of(indicator), Series(indicator, story))
