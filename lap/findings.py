"""What was found: a rule's code, a place and parameters. No words, no formats."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from lap.source.span import Route, Span


class Severity(StrEnum):
    """How serious a finding is (rules page, "How serious")."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"

    @property
    def rank(self) -> int:
        """0 for the most serious."""
        return RANKS[self]


RANKS = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.ADVICE: 2}


class Key(NamedTuple):
    """A parameter: a key of the format, to be shown in the words of the file it is about."""

    mapping: str
    name: str


class Word(NamedTuple):
    """A parameter: a fixed word of the format, to be shown in the words of the file it is about."""

    words: str
    name: str


class Days(NamedTuple):
    """A parameter: a length in calendar days, both ends included."""

    number: int


class Month(NamedTuple):
    """A parameter: a month of the year, from 1 to 12, shown by its name."""

    number: int


Parameter = object
"""Text, a number, a Date, a Key, Word, Days or Month, or a tuple of such things (shown as a list)."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend, at one place.

    `cause` picks the sentence where a rule of family Y has several; `related` are further places;
    `route` leads to the node concerned, and `path` from there to what is wrong, empty for the node itself.
    """

    code: str
    span: Span
    parameters: Mapping[str, Parameter] = field(default_factory=dict)
    cause: str = ""
    related: tuple[Span, ...] = ()
    route: Route = ()
    path: Route = ()
    severity: Severity = Severity.ERROR
