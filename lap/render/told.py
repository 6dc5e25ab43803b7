"""What a document needs to know to put a plan into words: the plan, the language, the day, and who is who."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from lap.language.speech import MONTHS, Said, said, say
from lap.model.dates import Date
from lap.model.numbers import comma_country
from lap.model.plan import Plan
from lap.pace import Interval
from lap.participation import DEFAULT, Participation
from lap.render.blocks import Heading, Link, Piece, Ref, Words, pieces
from lap.roles import body_of
from lap.source.span import Route

PHRASES = (
    "level", "plan-status", "sector", "branch", "method", "co-creation-stage", "cause-kind", "problem-outcome",
    "proposal-outcome", "phase", "indicator-kind", "aspect", "dimension", "direction", "accumulates", "frequency",
    "activity-status", "verdict", "evaluation-kind",
)  # fmt: skip
"""The sets of fixed words that documents say as words of the language; `half-yearly` is "half-yearly" or «semestral»."""

SAID_AS = {"last": "the level reached", "sum": "what is added", "up": "upwards", "down": "downwards", "keep": "stays"}


def phrase(word: str) -> str:
    """The English words for a fixed word of the format."""
    return SAID_AS.get(word, word.replace("-", " ") if word not in KEPT_HYPHEN else word)


TIGHT = "\u00a0"
"""A space at which no line ends."""
KEPT_HYPHEN = ("half-yearly", "four-monthly", "mid-term")
SIGNS = str.maketrans({",": ".", ".": ",", "-": "−"})
MINUS = str.maketrans({"-": "−"})

Places = Callable[[Route], tuple[str, int] | None]


def _nowhere(route: Route) -> tuple[str, int] | None:
    return None


@dataclass(frozen=True)
class Told:
    """A plan on a day, to be told in a language.

    `version` is the commit that it comes from, "" where it is not known; `mistakes` how many errors it has, None where
    nobody looked; `places` says in which file, from the root of the repository, and in which line a part of the plan
    stands; `short` writes dates as the plan does; `participation` is how people reach the repository.
    """

    plan: Plan
    language: str
    today: datetime.date
    version: str = ""
    mistakes: int | None = None
    places: Places = field(default=_nowhere)
    short: bool = False
    participation: Participation = DEFAULT

    def say(self, sentence: str, **parameters: object) -> str:
        """A sentence in the document's language, with the plan's words in it whole."""
        whole = {name: Said(value) if isinstance(value, str) else value for name, value in parameters.items()}
        return say(sentence, self.language, **whole)

    def put(self, sentence: str, **parts: Words) -> Words:
        """A sentence as `say`, with words in it that lead somewhere or are a status."""
        row = _parted(sentence, self.language, tuple(parts))
        return joined([parts[one] if place % 2 else one for place, one in enumerate(row)], "")

    def count(self, number: int, one: str, many: str) -> str:
        """A counted thing."""
        return said(one if number == 1 else many, self.language).replace("{n}", self.number(number))

    def heads(self, *sentences: str, figures: Iterable[str] = ()) -> list[Heading]:
        """The heads of a table's columns; those of `figures`, after the others, stand at the right."""
        return [Heading(self.say(one)) for one in sentences] + [Heading(self.say(one), True) for one in figures]

    def fact(self, label: str, *values: Words | None) -> tuple[str, list[Words]]:
        """A label with what there is to say under it; empty values are left out."""
        return self.say(label), [one for one in values if one]

    def phrase(self, word: str | None) -> str:
        """A fixed word of the format in words of the language; "" for none."""
        return said(phrase(word), self.language) if word else ""

    def date(self, date: Date | datetime.date | None) -> str:
        """A day, a month or a year in words, as exact as it was given; "" for none."""
        if date is None:
            return ""
        if self.short:
            return str(date)
        if isinstance(date, datetime.date):
            return self._day(date)
        parts = date.text.split("-")
        if len(parts) == 1:
            return date.text
        return self._day(date.first) if len(parts) == 3 else self.month(date.first)

    def _day(self, day: datetime.date) -> str:
        return _day(day, self.language)

    def month(self, day: datetime.date) -> str:
        """A month in words, whatever day of it is given."""
        return self.say("{month} {year}", month=said(MONTHS[day.month - 1], self.language), year=str(day.year))

    def brief(self, date: Date | datetime.date | None) -> str:
        """A day, a month or a year as short as tables need it, kept on one line; "" for none."""
        if date is None or self.short or (isinstance(date, Date) and len(date.text) == 4):
            return self.date(date)
        day = date if isinstance(date, datetime.date) else date.first
        month = self.say(MONTHS[day.month - 1])[:3]
        exact = isinstance(date, datetime.date) or date.text.count("-") == 2
        return TIGHT.join([*([str(day.day)] if exact else []), month, str(day.year)])

    def span(self, start: Date | None, end: Date | None) -> str:
        """From when to when."""
        if start and end and start.text != end.text:
            return self.say("{start} to {end}", start=self.date(start), end=self.date(end))
        return self.date(start or end)

    def span_of(self, time: Interval) -> str:
        """A stretch of the calendar by its months."""
        return f"{time.first:%Y-%m} – {time.last:%Y-%m}"

    def number(self, value: Decimal | str | int | None, decimals: int | None = None) -> str:
        """A number as it is written in the plan's country, thousands apart, with so many decimals or as many as it has.

        A word of a scale stays as it is.
        """
        if not isinstance(value, Decimal | int):
            return value or ""
        written = f"{Decimal(value).normalize():,f}" if decimals is None else f"{value:,.{decimals}f}"
        return written.translate(SIGNS if self._comma else MINUS)

    @property
    def _comma(self) -> bool:
        """Whether decimals stand after a comma."""
        place = self.plan.jurisdiction
        return place is not None and comma_country(place.country)

    def who(self, reference: str) -> Words:
        """A party, or a person of it, with a link to the party's section; what the plan does not know, as it stands."""
        party = self.plan.parties.get(body_of(reference))
        if party is None:
            return reference
        name, target = party.label, f"party/{party.id}"
        person = party.people.get(reference.partition("/")[2])
        if person is None:
            return Ref(name, target)
        words = f"{person.name} ({person.position})" if person.position else person.name or reference
        return (words + ", ", Ref(name, target))

    def all_of(self, references: Iterable[str]) -> list[Words]:
        """Parties and persons, one after the other."""
        return [self.who(one) for one in references if one]

    def source(self, text: str, url: str = "") -> Words:
        """A text that leads to an address, where there is one; an address by itself leads to itself."""
        if url:
            return Link(text or url, url)
        return Link(text, text) if "://" in text else text


@lru_cache(maxsize=256)
def _parted(sentence: str, language: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """A sentence parted at its parameters: words and names in turn."""
    return tuple(say(sentence, language, **{name: Said(f"\0{name}\0") for name in names}).split("\0"))


@lru_cache(maxsize=4096)
def _day(day: datetime.date, language: str) -> str:
    month = Said(said(MONTHS[day.month - 1], language))
    return say("{day} {month} {year}", language, day=day.day, month=month, year=str(day.year))


def joined(parts: Iterable[Words | None], between: str = ", ") -> Words:
    """Words one after the other with something between, empty ones left out."""
    row: list[Piece] = []
    for part in parts:
        if part:
            row += [between] if row else []
            row += pieces(part)
    return tuple(row) if len(row) != 1 else row[0]
