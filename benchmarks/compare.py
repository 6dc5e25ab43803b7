"""Time ``lap`` beside yamllint and check-jsonschema on plans made for it, and print a Markdown table.

Whole processes under one interpreter, in turn, in rounds after a warm-up; medians and their ratios. To miss
an aim is no error: the exit code is 1 only if a tool that is installed cannot run.

    python benchmarks/compare.py [--rounds 5] [--quick] [--only start-up growth]
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from bench import (
    CHECK_JSONSCHEMA,
    HTML,
    IMPORT_TYPER,
    LAP,
    LINT,
    PDF,
    RECORD,
    ROOT,
    SCHEDULE,
    SCORE,
    SITE,
    SPECTRAL,
    YAMLLINT,
    Bench,
    Results,
)  # fmt: skip
from measure import Command, Result, run

LIBRARIES = ("typer", "pydantic", "PyYAML", "ruamel.yaml", "yamllint", "check-jsonschema")
HEADINGS = ("What is run", "lap", "Beside it", "Its figure", "Ratio", "Aim", "Met")

Row = tuple[str, ...]


@dataclass(frozen=True)
class Aim:
    """A limit to keep to, and perhaps a goal beyond it."""

    limit: float
    of: str
    goal: float = 0

    def __str__(self) -> str:
        """The aim in words."""
        beyond = f" (goal {self.goal:g})" if self.goal else ""
        return f"at most {self.limit:g}{beyond} {self.of}"

    def met(self, value: float, whole: bool = True) -> str:
        """Whether a value keeps to it; not asked of a case made smaller by ``--quick``."""
        if not whole:
            return "not judged"
        if value > self.limit:
            return "no"
        return "yes, the goal too" if value <= self.goal else "yes"


AIMS = {
    "start-up": Aim(1.3, "of `import typer`"),
    "one plan": Aim(0.9, "of yamllint"),
    "many plans": Aim(0.2, "of yamllint", goal=0.1),
    "lint": Aim(1.5, "of `lap validate`"),
    "lint many": Aim(0.35, "of yamllint"),
    "growth": Aim(1.25, "(1 is linear)"),
    "memory": Aim(150, "MiB"),
    "follow": Aim(2.5, "of `lap validate`"),
    "record": Aim(1.5, "of `lap validate`"),
    HTML: Aim(3, "s of processor time"),
    SITE: Aim(8, "s of processor time"),
    PDF: Aim(15, "s of processor time"),
    "publishing memory": Aim(300, "MiB"),
}


def time_text(result: Result) -> str:
    """The median time: ``12 ms`` or ``2.50 s``."""
    seconds = result.seconds
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.0f} ms"


def share_text(lines: int, result: Result) -> str:
    """The median time per 1,000 lines."""
    return f"{result.seconds / lines * 1e6:.1f} ms"


def memory_text(floor: float, result: Result) -> str:
    """The peak memory: ``80 MiB``, or that it is hidden below the ``floor``."""
    return f"{result.peak:.0f} MiB" if result.peak > floor + 2 else f"under {floor + 2:.0f} MiB"


def figure(bench: Bench, results: Results, name: str, text: Callable[[Result], str]) -> str:
    """What the table says of a tool: its figure, or why there is none."""
    if name in bench.missing:
        return bench.missing[name]
    failure = results[name].failure
    return f"failed (exit {failure.code})" if failure else text(results[name])


def known(results: Results, *names: str) -> bool:
    """Whether all of these tools have been measured."""
    return all(name in results and not results[name].failure for name in names)


def beside(
    bench: Bench,
    label: str,
    results: Results,
    other: str,
    aim: Aim | None = None,
    whole: bool = True,
    own: str = LAP,
) -> Row:
    """A row with lap's median time, another's, and their ratio."""
    name = "`lap validate`" if other == LAP else other
    row = [label, figure(bench, results, own, time_text), name, figure(bench, results, other, time_text)]
    if not known(results, own, other):
        return (*row, "", str(aim or ""), "")
    ratio = results[own].seconds / results[other].seconds
    return (*row, f"{ratio:.2f}", str(aim or ""), aim.met(ratio, whole) if aim else "")


def start_up(bench: Bench) -> list[Row]:
    """How long it takes until anything happens."""
    return [beside(bench, "`lap --version`", bench.start_up(), IMPORT_TYPER, AIMS["start-up"])]


def one_plan(bench: Bench) -> list[Row]:
    """One plan, as in an editor or a commit."""
    results, label = bench.validate(1), "1 plan of 1,000 lines"
    return [
        beside(bench, label, results, YAMLLINT, AIMS["one plan"]),
        beside(bench, label, results, CHECK_JSONSCHEMA),
        beside(bench, "`lap lint`, 1 plan", results, LAP, AIMS["lint"], own=LINT),
        beside(bench, "`lap lint`, 1 plan", results, SPECTRAL, own=LINT),
    ]


def many_plans(bench: Bench) -> list[Row]:
    """One hundred plans, as on a server."""
    results, label = bench.validate(bench.many), f"{bench.many} plans of 1,000 lines"
    return [
        beside(bench, label, results, YAMLLINT, AIMS["many plans"], not bench.quick),
        beside(bench, label, results, CHECK_JSONSCHEMA),
        beside(bench, f"`lap lint`, {bench.many} plans", results, YAMLLINT, AIMS["lint many"], not bench.quick, LINT),
        beside(bench, f"`lap lint`, {bench.many} plans", results, SPECTRAL, own=LINT),
    ]


def bend(results: list[Result]) -> float:
    """Work per further line between the two larger of three tenfold sizes, over that between the smaller."""
    small, middle, large = (result.work for result in results)
    return (large - middle) / (middle - small) / 10


def growth_aim(cases: list[Results]) -> Row:
    """Whether a further line costs the same in a long plan as in a short one."""
    bends = {
        name: bend([results[name] for results in cases])
        for name in (LAP, YAMLLINT)
        if all(known(results, name) for results in cases)
    }
    mine, its = (f"{bends[name]:.2f}" if name in bends else "" for name in (LAP, YAMLLINT))
    verdict = AIMS["growth"].met(bends[LAP]) if LAP in bends else ""
    return "a line's cost beyond 10,000 : before", mine, YAMLLINT, its, "", str(AIMS["growth"]), verdict


def growth(bench: Bench) -> list[Row]:
    """Time per 1,000 lines at several lengths, and whether a further line costs the same everywhere."""
    cases = bench.growth()
    rows: list[Row] = []
    for size, results in zip(bench.sizes, cases, strict=True):
        text = partial(share_text, size)
        mine, its = (figure(bench, results, name, text) for name in (LAP, YAMLLINT))
        rows.append((f"each 1,000 of {size:,} lines", mine, YAMLLINT, its, "", "", ""))
    return [*rows, growth_aim(cases)] if len(cases) == 3 else rows


ENTRIES = (5000, 10_000, 20_000)


def followed(bench: Bench) -> list[Row]:
    """What reads the log of a plan, and what writes to it, beside `lap validate`; and what a further entry costs."""
    cases = {number: bench.followed(number) for number in (ENTRIES[1:2] if bench.quick else ENTRIES)}
    aims = {SCORE: AIMS["follow"], SCHEDULE: AIMS["follow"], RECORD: AIMS["record"]}
    label, whole = "`{}`, 1,000 activities, 10,000 entries", cases[ENTRIES[1]]
    rows = [beside(bench, label.format(name), whole, LAP, aim, own=name) for name, aim in aims.items()]
    costs = [] if bench.quick else [cost("entry", 10_000, name, list(cases.values())) for name in aims]
    return [*rows, *costs]


COMMITMENTS = (50, 100, 200)


def published(bench: Bench) -> list[Row]:
    """What makes documents of a plan of 100 commitments, by processor time and memory; and what a further commitment costs."""
    cases = {number: bench.published(number) for number in (COMMITMENTS[1:2] if bench.quick else COMMITMENTS)}
    whole, text = cases[COMMITMENTS[1]], partial(memory_text, bench.floor())
    rows: list[Row] = []
    for name in (HTML, SITE, PDF):
        label, aim = f"`{name}`, 100 commitments, 10,000 entries", AIMS[name]
        met = aim.met(whole[name].work) if known(whole, name) else ""
        rows.append((label, figure(bench, whole, name, lambda one: f"{one.work:.2f} s"), "", "", "", str(aim), met))
    for name in (HTML, SITE):
        aim = AIMS["publishing memory"]
        met = aim.met(whole[name].peak) if known(whole, name) else ""
        rows.append((f"peak memory of `{name}`", figure(bench, whole, name, text), "", "", "", str(aim), met))
    costs = [] if bench.quick else [cost("commitment", 100, name, list(cases.values())) for name in (HTML, SITE, PDF)]
    return [*rows, *costs]


def cost(unit: str, middle_size: int, name: str, cases: list[Results]) -> Row:
    """Whether one more of something costs the same in a plan twice as large: at half, at and at twice the middle size."""
    label, aim = f"one {unit} more for `{name}`, beyond {middle_size:,} : before", AIMS["growth"]
    if not all(known(results, name) for results in cases):
        return label, "", "", "", "", str(aim), ""
    small, middle, large = (results[name].work for results in cases)
    bent = (large - middle) / (middle - small) / 2
    return label, f"{bent:.2f}", "", "", "", str(aim), aim.met(bent)


def memory(bench: Bench) -> list[Row]:
    """Peak memory while reading one hundred plans."""
    results, aim = bench.validate(bench.many), AIMS["memory"]
    verdict = aim.met(results[LAP].peak, not bench.quick) if known(results, LAP) else ""
    text = partial(memory_text, bench.floor())
    mine, first, second = (figure(bench, results, name, text) for name in (LAP, YAMLLINT, CHECK_JSONSCHEMA))
    label = f"peak memory, {bench.many} plans"
    return [
        (label, mine, YAMLLINT, first, "", str(aim), verdict),
        (label, mine, CHECK_JSONSCHEMA, second, "", "", ""),
    ]


ROWS: dict[str, Callable[[Bench], list[Row]]] = {
    "start-up": start_up,
    "one-plan": one_plan,
    "many-plans": many_plans,
    "growth": growth,
    "followed": followed,
    "published": published,
    "memory": memory,
}


def system() -> str:
    """The name of the operating system."""
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except (OSError, KeyError):
        return platform.platform(terse=True)


def machine(bench: Bench) -> str:
    """Where and with what the figures came about."""
    versions = []
    for library in LIBRARIES:
        try:
            versions.append(f"{library} {version(library)}")
        except PackageNotFoundError:
            versions.append(f"{library} not installed")
    asked = run(Command(LAP, ("-m", "lap", "--version"), ROOT))
    own = asked.tail.strip().splitlines()[0] if asked.code == 0 and asked.tail.strip() else "lap: no version"
    python = f"{platform.python_implementation()} {platform.python_version()}"
    place = f"{os.cpu_count()} cores ({platform.machine()}), {system()}, {python}"
    return f"Machine: {place}; {own}, {', '.join(versions)}; rounds: at least {bench.rounds}."


def exit_codes(bench: Bench) -> str:
    """Which exit codes were seen: 0 for nothing found, 1 for something found."""
    cases = []
    for case, results in bench.measured.items():
        seen = [f"{one.name} {'/'.join(map(str, sorted(one.codes)))}" for one in results.values() if one.runs]
        cases.append(f"{case}: {', '.join(seen) or 'none'}")
    return "Exit codes: " + "; ".join(cases) + "."


def table(rows: list[Row]) -> str:
    """The rows as a Markdown table."""
    ruler = ("---",) * len(HEADINGS)
    return "\n".join("| " + " | ".join(row) + " |" for row in (HEADINGS, ruler, *rows))


def main() -> int:
    """Measure what was asked for and print it."""
    parser = argparse.ArgumentParser(description="Time lap beside other tools and print a Markdown table.")
    parser.add_argument("--rounds", type=int, help="timed rounds (5; 2 with --quick)")
    parser.add_argument("--quick", action="store_true", help="10 plans for 100, no plan of 100,000 lines")
    parser.add_argument("--only", nargs="+", choices=ROWS, default=list(ROWS), help="these rows alone")
    asked = parser.parse_args()
    if asked.rounds is not None and asked.rounds < 1:
        parser.error("--rounds: at least 1")
    rounds = asked.rounds or (2 if asked.quick else 5)
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), rounds, asked.quick)
        rows = [row for name in ROWS if name in asked.only for row in ROWS[name](bench)]
    print(table(rows), machine(bench), exit_codes(bench), sep="\n\n")
    for name, failure in bench.failures().items():
        print(f"\n{name} cannot run:\n{failure.tail}", file=sys.stderr)
    return 1 if bench.failures() else 0


if __name__ == "__main__":
    sys.exit(main())
