"""Write plans of a wanted length: invented, adopted, free of contradictions, the same for the same seed.

A plan is a head, which has one length, and units (see ``plan_units``). A longer plan has more units and is
otherwise the same, so that lengths can be compared; the last lines are filled with remarks of the public.

    python benchmarks/make_plans.py FOLDER --count 100 --lines 1000 --seed 1 --lang es
"""

from __future__ import annotations

import argparse
import random
from itertools import cycle
from pathlib import Path
from typing import Any

from plan_units import Facts, Unit, comment, kebab, load, person, render, units_of

SHORTEST = 400  # lines of a head and one unit, rounded up
LARGEST = 5 * 1024 * 1024  # bytes a file; the limits of 60 levels and 1,000,000 nodes lie farther away
SLACK = 10  # a remark has eight lines at most, so fewer than this are missing at the end
COLLECTIONS = (("problems", "problem"), ("proposals", "proposal"), ("commitments", "commitment"))


def make_head(rng: random.Random) -> Facts:
    """What the plan as a whole is filled with."""
    region = rng.choice(load("names")["regions"])
    slug = kebab(region)
    facts: Facts = {"region": region, "slug": slug, "code": rng.randint(10, 99), "person": person(rng)}
    return facts | {"oversight": f"access-{slug}", "university": f"university-{slug}"}


def assemble(words: Any, units: list[Unit], head: Facts) -> str:
    """The text of a plan; the entries of its logs stand in the order of their dates."""
    blocks = words["blocks"]
    facts = units[0].facts | head | {"signers": "".join(unit.sections["signer"] for unit in units)}
    parts = [render(blocks["head"], facts), *(unit.sections["party"] for unit in units)]
    for name, section in COLLECTIONS:
        parts += [blocks[name], *(unit.sections[section] for unit in units)]
    for name in ("progress", "comments"):
        entries = sorted(entry for unit in units for entry in getattr(unit, name))
        parts += [blocks[name], *(text for _, text in entries)]
    return "".join([*parts, render(blocks["tail"], facts)])


def fill(words: Any, units: list[Unit], missing: int, rng: random.Random) -> None:
    """Add remarks of the public until no further one fits into the ``missing`` lines."""
    for unit in cycle(units):
        entry = comment(words, unit.facts, rng)
        missing -= entry[1].count("\n")
        if missing < 0:
            return
        unit.comments.append(entry)


def make_plan(lines: int, seed: object = 1, lang: str = "en") -> str:
    """The text of a plan of ``lines`` lines, or up to nine fewer; ``ValueError`` if there can be none."""
    rng = random.Random(f"{seed}")
    words, head = load(lang), make_head(rng)
    supply = units_of(words, head, rng)
    units = [next(supply)]
    missing = lines - assemble(words, units, head).count("\n")
    for unit in supply:
        if missing < unit.lines:
            break
        units.append(unit)
        missing -= unit.lines
    fill(words, units, missing, rng)
    text = assemble(words, units, head)
    if not 0 <= lines - text.count("\n") < SLACK or len(text.encode()) > LARGEST:
        raise ValueError(f"no plan of {lines} lines: at least {SHORTEST}, and at most {LARGEST} bytes")
    return text


def write_plans(folder: Path, count: int, lines: int, seed: int = 1, lang: str = "en") -> list[Path]:
    """Write ``count`` plans into ``folder`` and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"plan-{lines}-{number:03}.yaml" for number in range(1, count + 1)]
    for number, path in enumerate(paths, start=1):
        path.write_text(make_plan(lines, f"{seed}-{number}", lang), encoding="utf-8", newline="\n")
    return paths


def main() -> None:
    """Read the command line and write the plans."""
    parser = argparse.ArgumentParser(description="Write plans of a wanted length.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=1, help="how many plans (1)")
    parser.add_argument("--lines", type=int, default=1000, help="about how many lines each (1000)")
    parser.add_argument("--seed", type=int, default=1, help="another number, other plans (1)")
    parser.add_argument("--lang", choices=("en", "es"), default="en", help="language of keys and texts (en)")
    asked = parser.parse_args()
    try:
        paths = write_plans(asked.folder, asked.count, asked.lines, asked.seed, asked.lang)
    except ValueError as error:
        parser.error(str(error))
    print(f"{len(paths)} plans of {asked.lines} lines in {asked.folder}")


if __name__ == "__main__":
    main()
