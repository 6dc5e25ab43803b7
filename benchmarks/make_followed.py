"""Write a plan that has been followed for years: many commitments, each with its activities and its entries of progress.

python benchmarks/make_followed.py FILE --commitments 100 --activities 10 --entries 100 --seed 1
"""

from __future__ import annotations

import argparse
import datetime
import random
from collections.abc import Iterator
from pathlib import Path

HEAD = """\
lap: 1
title: Plan of the region that is followed
language: en
jurisdiction: {name: Region, level: region, country: MX}
period: {start: 2020-01-01, end: 2029-12-31}
status: adopted
adopted: 2019-12-01
published-at: https://example.org/plan
parties:
  works: {name: Directorate of Works, sector: government, mandate: Keeps the roads}
  water: {name: Directorate of Water, sector: government, mandate: Keeps the wells}
  union: {name: Union of Neighbours, sector: civil-society}
problems:
  wells:
    statement: 40% of the wells of the region are dry in May
    population: neighbours
    causes:
      leaks: {text: Half of the pipes leak, kind: necessary, means: No pipe leaks}
      theft: {text: One well in ten is drilled without a permit, kind: contributing, means: Every well has a permit}
commitments:
"""
START = datetime.date(2020, 1, 1)


def day(number: int) -> str:
    """The day so many days after the start."""
    return (START + datetime.timedelta(days=number)).isoformat()


def commitment(number: int, activities: int) -> Iterator[str]:
    """The lines of a commitment with its activities, each after the one before, and two indicators."""
    yield f"""\
  c{number}:
    title: Repair of the pipes of district {number}
    problem: wells
    addresses: [leaks]
    objective: To repair {number + 10} kilometres of pipes by 2029-12-31
    pillars: {{transparency: Each repair is published}}
    responsible: {{lead: {"works" if number % 2 else "water"}, implement: works, monitor: union}}
    activities:
"""
    for place in range(activities):
        start = number % 50 + place * 60
        after = f", after: [a{place - 1}]" if place else ""
        yield (
            f"      a{place}: {{activity: To repair street {place} of district {number}, start: {day(start)}, "
            f"end: {day(start + 59)}, responsible: works, monitor: union, deliverables: Street {place}{after}}}\n"
        )
    yield """\
    indicators:
"""
    for kind, aspect in (("management", "product"), ("effectiveness", "result")):
        yield (
            f"      {kind}: {{name: Pipes seen by {kind}, kind: {kind}, aspect: {aspect}, variable: pipes, unit: km, "
            f"baseline: {{value: 0, date: 2020-01-01}}, target: {{value: 1000, date: 2029-12-31}}, "
            f"milestones: {{2023-12-31: 300, 2026-12-31: 700}}, frequency: half-yearly, verification: Visits, "
            f"responsible: works, activities: [a0]}}\n"
        )


def entries(commitments: int, activities: int, each: int, rng: random.Random) -> Iterator[str]:
    """The lines of the log, by date."""
    for number in range(commitments * each):
        when, one = day(number * 2400 // (commitments * each)), number % commitments
        kind = rng.randrange(3)
        if kind == 0:
            what = f"indicator: c{one}/effectiveness\n    value: {rng.randrange(1000)}"
        elif kind == 1:
            what = f"activity: c{one}/a{rng.randrange(activities)}\n    status: done\n    percent: 100"
        else:
            what = f"activity: c{one}/a{rng.randrange(activities)}\n    verdict: confirmed"
        by = "union" if kind == 2 else "works"
        yield f"  - date: {when}\n    {what}\n    evidence: [https://example.org/{number}]\n    by: {by}\n"


def make_followed(commitments: int, activities: int, each: int, seed: int = 1) -> str:
    """The text of a plan with so many commitments, activities and entries of progress for each."""
    parts = [HEAD]
    for number in range(commitments):
        parts += commitment(number, activities)
    return "".join([*parts, "progress:\n", *entries(commitments, activities, each, random.Random(seed))])


def main() -> None:
    """Write the plan that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    for name, number in (("commitments", 100), ("activities", 10), ("entries", 100), ("seed", 1)):
        parser.add_argument(f"--{name}", type=int, default=number)
    asked = parser.parse_args()
    text = make_followed(asked.commitments, asked.activities, asked.entries, asked.seed)
    asked.file.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
