"""Indicators: what is measured, from where, to where, by when (§5, §5.3)."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import PlainValidator
from pydantic_core import PydanticCustomError

from lap.model.base import Named, Node
from lap.model.dates import Date, read_date, validate_date_key
from lap.model.links import Source
from lap.model.numbers import Bound, Measure, read_number
from lap.model.words import Frequency

DateKey = Annotated[str, PlainValidator(validate_date_key, json_schema_input_type=str)]


class Thresholds(Node):
    """Where the colours of the traffic light begin, as shares of the expected value (§5.3)."""

    green: Bound | None = None
    """From which share on the light is green, such as 90%; a pair [95%, 105%] gives an upper side too."""

    amber: Bound | None = None
    """From which share on the light is amber, such as 70%; a pair [85%, 115%] gives an upper side too."""


class Baseline(Node):
    """Where an indicator stands before the plan."""

    value: Measure | None = None
    """The value: a number in the indicator's unit, or a word of its scale."""

    date: Date | None = None
    """When it was measured."""

    source: Source = ""
    """Where the value comes from."""


class Target(Node):
    """Where an indicator shall stand, and by when (§5.3)."""

    value: Measure | None = None
    """The benchmark value: a number in the indicator's unit, or a word of its scale (§5.3)."""

    date: Date | None = None
    """The time frame: the day by which the value is reached (§5.3)."""


class Indicator(Named):
    """A measure of what a commitment does or of what it changes (§5 requirement 5, §5.3)."""

    name: str = ""
    """What the indicator is called."""

    definition: str = ""
    """What exactly is counted, in a sentence."""

    kind: Literal["management", "effectiveness"] | None = None
    """Management: are the activities done; effectiveness: what do they change (§5 requirement 5, §5.3)."""

    aspect: Literal["input", "process", "product", "result", "impact"] | None = None
    """Input, process or product (management); result or impact (effectiveness) (§5.3)."""

    dimension: Literal["efficacy", "quality", "schedule", "cost", "efficiency"] | None = None
    """What about it is measured: efficacy, quality, schedule, cost or efficiency (§5.3, step 2)."""

    variable: str = ""
    """What is measured: the first of the four elements (§5.3)."""

    unit: str = ""
    """The unit of measure, such as offices or percent: the second of the four elements (§5.3)."""

    formula: str = ""
    """How the value is calculated; of a percentage, both its parts."""

    scale: list[str] = []
    """Of a qualitative indicator: its words, in order, instead of numbers."""

    baseline: Baseline | None = None
    """Where it stands before the plan."""

    target: Target | None = None
    """Benchmark value and time frame: the third and fourth of the four elements (§5.3)."""

    milestones: dict[DateKey, Measure] = {}
    """Goals on the way: the value to be reached by each date, as numbers or words of the scale (§1.6)."""

    direction: Literal["up", "down", "keep"] | None = None
    """Whether the value shall rise, fall or stay; read from baseline and target where it is not stated."""

    accumulates: Literal["last", "sum"] | None = None
    """Whether a period's value is the state reached (last) or adds to the earlier ones (sum)."""

    disaggregated_by: list[str] = []
    """By what the value is broken down, such as sex or municipality."""

    sdg: list[str] = []
    """Codes of goals, targets or indicators of the 2030 Agenda, such as 8.8.1 (§2.6)."""

    frequency: Frequency | None = None
    """How often it is measured: weekly, monthly, quarterly, … (§5.3)."""

    verification: list[str] = []
    """Means of verification: where anyone can check the value (Glossary)."""

    responsible: list[str] = []
    """Who measures it: ids of parties, or persons as party/person."""

    activities: list[str] = []
    """The ids of the activities that move it."""

    thresholds: Thresholds | None = None
    """Its own traffic light, where it is not the plan's (§5.3)."""

    assumptions: list[str] = []
    """What must hold for the target to be reached, and lies in other hands."""

    def values(self) -> Iterator[tuple[tuple[str, ...], Decimal | str]]:
        """Yield every value with its route from the indicator: baseline, target and milestones."""
        if self.baseline and self.baseline.value is not None:
            yield ("baseline", "value"), self.baseline.value
        if self.target and self.target.value is not None:
            yield ("target", "value"), self.target.value
        for key, value in self.milestones.items():
            yield ("milestones", key), value

    def milestone_dates(self) -> list[tuple[Date, Decimal | str]]:
        """Return each milestone's date and value, in the order of the file, without unreadable keys."""
        return [(date, value) for key, value in self.milestones.items() if (date := _date(key))]


def _date(key: str) -> Date | None:
    try:
        return read_date(key)
    except PydanticCustomError:
        return None


def place_of(value: Decimal | str | None, scale: Sequence[str]) -> Decimal | None:
    """Where a value stands: the number itself, or the place of its word in the scale (from 0); else None."""
    if value is None or not scale:
        return value if isinstance(value, Decimal) else None
    return next((Decimal(place) for place, word in enumerate(scale) if _same(word, value)), None)


def _same(word: str, value: Decimal | str) -> bool:
    """Whether a value is a word of a scale; capitals and spaces do not matter, and `50%` is the number 50."""
    if isinstance(value, Decimal):
        return value in (read_number(word, comma=True), read_number(word, comma=False))
    return " ".join(word.split()).casefold() == " ".join(value.split()).casefold()
