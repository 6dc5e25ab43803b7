"""Time ``lap`` beside yamllint and check-jsonschema on plans made for the purpose, and print a Markdown table.

Whole processes under one interpreter, in turn, in rounds after a warm-up; medians and their ratios. The plans are
made by ``make_plans.py`` in a temporary folder. Missing an aim is no error: the exit code is 1 only if a tool that
is installed cannot run.

    python benchmarks/compare.py [--rounds 5] [--quick] [--only start-up]
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from measure import Command, Result, can_import, measure, run

ROOT = Path(__file__).parent.parent
SCHEMA = ROOT / "schemas" / "plan.schema.json"
MAKE = Path(__file__).with_name("make_plans.py")
LIBRARIES = ("typer", "pydantic", "PyYAML", "ruamel.yaml", "yamllint", "check-jsonschema")
HEADINGS = ("What is run", "lap", "Beside it", "Its figure", "Ratio", "Aim", "Met")
LAP, YAMLLINT, CHECK_JSONSCHEMA = "lap", "yamllint", "check-jsonschema"
OTHERS = (YAMLLINT, CHECK_JSONSCHEMA)
IMPORT_TYPER = "python -c 'import typer'"

Row = tuple[str, ...]
Figure = Callable[[Result], float]


@dataclass
class Bench:
    """What is installed, where the plans are, and what has been measured so far."""

    plans: Path
    rounds: int
    quick: bool
    missing: dict[str, str] = field(default_factory=dict)
    measured: dict[str, dict[str, Result]] = field(default_factory=dict)

    @property
    def many(self) -> int:
        """How many plans stand for "one hundred"."""
        return 10 if self.quick else 100

    @property
    def sizes(self) -> tuple[int, ...]:
        """The lengths at which growth is measured."""
        return (1000, 10_000) if self.quick else (1000, 10_000, 100_000)

    def files(self, count: int, lines: int) -> list[str]:
        """Paths of plans, made on first use; in a process of their own, so that this one stays small."""
        folder = self.plans / f"{count}x{lines}"
        if not folder.exists():
            asked = (str(MAKE), str(folder), "--count", str(count), "--lines", str(lines))
            made = run(Command("make_plans", asked, ROOT))
            if made.failed:
                sys.exit(made.tail)
        return sorted(str(path) for path in folder.iterdir())

    def measure(self, name: str, commands: list[Command]) -> dict[str, Result]:
        """The results of a case, measured once, without the tools that are not installed."""
        if name not in self.measured:
            print(f"measuring {name} ...", file=sys.stderr)
            there = [command for command in commands if command.name not in self.missing]
            self.measured[name] = measure(there, self.rounds)
        return self.measured[name]

    def validate(self, count: int, lines: int, tools: tuple[str, ...]) -> dict[str, Result]:
        """Each tool on the same plans; yamllint with its own defaults, whatever stands around."""
        files = tuple(self.files(count, lines))
        commands = (
            Command(LAP, ("-m", "lap", "validate", *files), ROOT),
            Command(YAMLLINT, ("-m", "yamllint", "-d", "default", *files), self.plans),
            Command(
                CHECK_JSONSCHEMA, ("-m", "check_jsonschema", "--schemafile", str(SCHEMA), *files), self.plans
            ),
        )
        return self.measure(f"{count} x {lines:,} lines", [one for one in commands if one.name in tools])

    def cell(self, results: dict[str, Result], name: str, figure: Callable[[Result], str]) -> str:
        """What a table says of one tool: a figure, or why there is none."""
        if name in self.missing:
            return self.missing[name]
        result = results[name]
        return f"failed (exit {result.failure.code})" if result.failure else figure(result)


def time_text(seconds: float) -> str:
    """``0.0123`` -> ``12 ms``; ``2.5`` -> ``2.50 s``."""
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.0f} ms"


def known(results: dict[str, Result], *names: str) -> bool:
    """Whether all of these were measured."""
    return all(name in results and not results[name].failure for name in names)


def met(value: float, limit: float, goal: float = 0) -> str:
    """Whether a value keeps to its limit, and to the goal beyond."""
    if value > limit:
        return "no"
    return "yes, the goal too" if value <= goal else "yes"


def beside(bench: Bench, label: str, results: dict[str, Result], other: str, aim: str, verdict: Verdict) -> Row:
    """A row that sets lap's median time beside another's."""
    mine, its = (bench.cell(results, name, lambda one: time_text(one.seconds)) for name in (LAP, other))
    if not known(results, LAP, other):
        return label, mine, other, its, "", aim, ""
    ratio = results[LAP].seconds / results[other].seconds
    return label, mine, other, its, f"{ratio:.2f}", aim, verdict(ratio)
