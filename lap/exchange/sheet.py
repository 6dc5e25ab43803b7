"""A table that the public downloads: its columns with what each means, and its rows as CSV for spreadsheets.

Heads and fixed words are the same in every language, so that files of different plans go together.
"""

import datetime
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, Generic, NamedTuple, TypeVar

from lap.model.plan import Plan
from lap.roles import body_of
from lap.scoring import Score
from lap.show.escape import one_line
from lap.show.table import Column as Headed
from lap.show.table import Table
from lap.show.table import as_csv as written

MARK = "\ufeff"
"""By which Excel knows that accents are written in UTF-8."""

Row = TypeVar("Row")


class Offices(tuple[str, ...]):
    """References to parties and persons; a cell has the names of the parties, never of the persons."""

    __slots__ = ()


class Column(NamedTuple, Generic[Row]):
    """A column: its head, what it means, and its value in a row."""

    head: str
    meaning: str
    value: Callable[[Row], object]


class Sheet(NamedTuple, Generic[Row]):
    """A table: what a row of it stands for, its columns, and the things that have a row."""

    about: str
    columns: Sequence[Column[Row]]
    rows: Callable[[Score], Iterable[Row]]


def as_csv(sheet: Sheet[Any], score: Score) -> bytes:
    """The table as a file: RFC 4180 in UTF-8, each cell on one line, and none that a spreadsheet would run."""
    table = Table([Headed(one.head) for one in sheet.columns])
    table.rows += [[cell(one.value(row), score.plan) for one in sheet.columns] for row in sheet.rows(score)]
    return (MARK + written(table)).encode()


def cell(value: object, plan: Plan) -> str:
    """A value as a spreadsheet reads it: nothing is empty, a list has semicolons, yes and no are words."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case Decimal():
            return f"{value:f}"
        case Fraction():
            return str(round(float(value), 6))
        case datetime.date():
            return value.isoformat()
        case Offices():
            return cell(list(dict.fromkeys(_office(one, plan) for one in value)), plan)
        case list():
            return "; ".join(filter(None, (cell(one, plan) for one in value)))
    return one_line(str(value))


def _office(reference: str, plan: Plan) -> str:
    party = plan.parties.get(body_of(reference))
    return party.label if party else body_of(reference)
