"""Who carries how much, month by month, and where it becomes too much for somebody (§5.1)."""

import datetime
from collections.abc import Iterator, Sequence

from lap.language.speech import MONTHS, english, said
from lap.pace import months_later
from lap.render.blocks import Block, Grid, Heading, Paragraph, Points, Section, Words
from lap.render.told import Told
from lap.workload import Load, Peak, bottlenecks, peaks

MOST_YEARS = 6
"""Of a longer time, such as one that a mistyped year makes, only the heaviest month of each year is shown."""


def load(loads: Sequence[Load], limit: int, told: Told) -> Section:
    """The bottlenecks in words, and the activities of each party month by month."""
    months = sorted({month for one in loads for month in one.months})
    if not months:
        blocks: list[Block] = [Paragraph(told.say("No activity has both dates and someone who carries it out."))]
    else:
        blocks = [_words(loads, limit, told), *_tables(loads, months[0].year, months[-1].year, told)]
    return Section("load", told.say("Who carries how much"), blocks)


def _words(loads: Sequence[Load], limit: int, told: Told) -> Block:
    """Every party that has its hands full; where there is none, how much the busiest one has to do."""
    found = bottlenecks(loads, limit)
    if found:
        return Points([told.put("{who} carries {number} in {month}.", **_parts(one, told)) for one in found])
    busiest = peaks(loads)[0]
    sentence = english("Nobody has as many as {limit} activities in one month. {who} has most: {number} in {month}.")
    return Paragraph(told.put(sentence, limit=str(limit), **_parts(busiest, told)))


def _parts(one: Peak, told: Told) -> dict[str, Words]:
    number = told.count(one.number, "{n} activity", "{n} activities")
    return {"who": told.who(one.party), "number": number, "month": told.month(one.month)}


def _tables(loads: Sequence[Load], first: int, last: int, told: Told) -> Iterator[Grid]:
    if last - first < MOST_YEARS:
        yield from (_of_year(loads, year, told) for year in range(first, last + 1))
        return
    years = sorted({month.year for one in loads for month in one.months})
    for start in range(0, len(years), len(MONTHS)):
        yield _of_years(loads, years[start : start + len(MONTHS)], told)


def _of_year(loads: Sequence[Load], year: int, told: Told) -> Grid:
    """The activities of each party in the months of a year, from the first with any to the last."""
    held = sorted({month for one in loads for month in one.months if month.year == year})
    months = [datetime.date(year, number, 1) for number in range(1, 13)] if held else []
    months = [one for one in months if held[0] <= one < months_later(held[-1], 1)]
    heads = [*told.heads("Party"), *(Heading(said(MONTHS[one.month - 1], told.language)[:3], True) for one in months)]
    rows: list[list[Words]] = [
        [told.who(one.party), *(_number(len(one.months.get(month, ()))) for month in months)]
        for one in loads
        if any(month in one.months for month in months)
    ]
    return Grid(told.say("Activities in each month of {year}", year=str(year)), heads, rows)


def _of_years(loads: Sequence[Load], years: Sequence[int], told: Told) -> Grid:
    """The activities of each party in its heaviest month of each year."""
    heads = [*told.heads("Party"), *(Heading(str(year), True) for year in years)]
    rows: list[list[Words]] = [[told.who(one.party), *(_number(_most(one, year)) for year in years)] for one in loads]
    return Grid(told.say("Activities in the heaviest month of each year"), heads, rows)


def _most(one: Load, year: int) -> int:
    return max((len(tasks) for month, tasks in one.months.items() if month.year == year), default=0)


def _number(number: int) -> str:
    return str(number) if number else ""
