"""What is measured: the tools, the plans they read, and the results of each case, measured once."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass, field
from pathlib import Path

from measure import Command, Result, Run, can_import, measure, run

ROOT = Path(__file__).parent.parent
SCHEMA = ROOT / "schemas" / "plan.schema.json"
MAKE = Path(__file__).with_name("make_plans.py")
MAKE_FOLLOWED = Path(__file__).with_name("make_followed.py")
LAP, YAMLLINT, CHECK_JSONSCHEMA, IMPORT_TYPER = "lap", "yamllint", "check-jsonschema", "import typer"
LINT, SPECTRAL = "lap lint", "spectral"
SCORE, SCHEDULE, RECORD = "lap score", "lap schedule", "lap record"
HTML, SITE, PDF = "lap render --format html", "lap site", "lap render --format pdf"
RULESET = """rules:
  plan-has-title: {given: $, severity: error, then: {field: title, function: truthy}}
  plan-has-period: {given: $, severity: error, then: {field: period, function: truthy}}
  commitment-has-objective: {given: "$.commitments.*", severity: error, then: {field: objective, function: truthy}}
  activity-has-start: {given: "$..activities.*", severity: warn, then: {field: start, function: truthy}}
  activity-has-end: {given: "$..activities.*", severity: warn, then: {field: end, function: truthy}}
"""
MODULES = {
    LAP: "lap.__main__",
    YAMLLINT: "yamllint.__main__",
    CHECK_JSONSCHEMA: "check_jsonschema.__main__",
    IMPORT_TYPER: "typer",
    **dict.fromkeys((LINT, SCORE, SCHEDULE, RECORD, HTML, SITE), "lap.__main__"),
    PDF: "typst",
}
SHORT = 4  # times as many rounds for cases that take a second or so

Results = dict[str, Result]  # by the name of the tool


@dataclass
class Bench:
    """A folder for plans, how often to measure, the tools that cannot be had, and the results so far."""

    plans: Path
    rounds: int
    quick: bool = False
    missing: dict[str, str] = field(default_factory=dict)
    measured: dict[str, Results] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Find out which tools are there."""
        for name, module in MODULES.items():
            if not can_import(module, ROOT):
                self.missing[name] = "not installed"
        if shutil.which(SPECTRAL) is None:
            self.missing[SPECTRAL] = "not installed"
        if not SCHEMA.exists():
            self.missing.setdefault(CHECK_JSONSCHEMA, "no schema yet")

    @property
    def many(self) -> int:
        """How many plans stand for one hundred."""
        return 10 if self.quick else 100

    @property
    def sizes(self) -> tuple[int, ...]:
        """The lengths at which growth is measured."""
        return (1000, 10_000) if self.quick else (1000, 10_000, 100_000)

    def files(self, count: int, lines: int) -> tuple[str, ...]:
        """Paths of plans, made by a process of its own, as this one's size shows in its children's peak."""
        folder = self.plans / f"{count}x{lines}"
        if not folder.exists():
            wanted = (str(MAKE), str(folder), "--count", str(count), "--lines", str(lines))
            made = run(Command("make_plans", wanted, ROOT))
            if made.code:
                sys.exit(made.tail)
        return tuple(sorted(str(path) for path in folder.iterdir()))

    def measure(self, cases: dict[str, list[Command]], times: int = 1) -> list[Results]:
        """The results of cases that are run in turn; tools that are missing are left out."""
        if not cases.keys() <= self.measured.keys():
            print(f"measuring {', '.join(cases)} ...", file=sys.stderr)
            wanted = [(case, one) for case in cases for one in cases[case] if one.name not in self.missing]
            results = measure([command for _, command in wanted], self.rounds * times)
            self.measured |= {case: {} for case in cases}
            for (case, command), result in zip(wanted, results, strict=True):
                self.measured[case][command.name] = result
        return [self.measured[case] for case in cases]

    def start_up(self) -> Results:
        """``lap --version`` beside the import of the library that its commands are made with."""
        version = Command(LAP, ("-m", "lap", "--version"), ROOT)
        typer = Command(IMPORT_TYPER, ("-c", "import typer"), ROOT)
        return self.measure({"start-up": [version, typer]}, SHORT)[0]

    def validate(self, count: int) -> Results:
        """All tools on so many plans of 1,000 lines."""
        return self.measure({f"{count} x 1,000 lines": self.tools(count, 1000)}, SHORT if count == 1 else 1)[0]

    def growth(self) -> list[Results]:
        """The tools that grow with the length, on one plan of each size."""
        return self.measure({f"growth, {size:,} lines": self.tools(1, size)[:2] for size in self.sizes})

    def followed(self, entries: int) -> Results:
        """What works on a plan of 100 commitments and 1,000 activities whose log has so many entries."""
        return self.measure({f"followed, {entries:,} entries": self.followers(entries)})[0]

    def followers(self, entries: int) -> list[Command]:
        """`lap validate` on such a plan, and what reads its log; `lap record` writes to a copy of its own."""
        plan = self.followed_plan(100, entries // 100)
        log = plan.with_name(f"recorded-{plan.name}")
        if not log.exists():
            shutil.copyfile(plan, log)
        entry = ("activity", "c1/a1", "--status", "in-progress", "--percent", "5", "--by", "works")
        return [
            Command(LAP, ("-m", "lap", "validate", str(plan)), ROOT),
            Command(SCORE, ("-m", "lap", "score", str(plan), "--as-of", "2026-11-30"), ROOT),
            Command(SCHEDULE, ("-m", "lap", "schedule", str(plan)), ROOT),
            Command(RECORD, ("-m", "lap", "record", *entry, "--plan", str(log)), ROOT),
        ]

    def followed_plan(self, commitments: int, entries: int) -> Path:
        """A plan of so many commitments with ten activities each, and so many entries for each of them."""
        plan = self.plans / f"followed-{commitments}-{entries}.yaml"
        if not plan.exists():
            size = ("--commitments", str(commitments), "--entries", str(entries))
            made = run(Command("make_followed", (str(MAKE_FOLLOWED), str(plan), *size), ROOT))
            if made.code:
                sys.exit(made.tail)
        return plan

    def published(self, commitments: int) -> Results:
        """What makes documents of such a plan with a hundred entries for each commitment."""
        plan, day = self.followed_plan(commitments, 100), ("--as-of", "2026-11-30")
        out = {name: str(self.plans / f"published-{commitments}{name}") for name in ("", ".html", ".pdf")}
        render = ("-m", "lap", "render", str(plan), *day, "--format")
        commands = [
            Command(HTML, (*render, "html", "--output", out[".html"]), ROOT),
            Command(SITE, ("-m", "lap", "site", str(plan), *day, "--output", out[""]), ROOT),
            Command(PDF, (*render, "pdf", "--output", out[".pdf"]), ROOT),
        ]
        return self.measure({f"published, {commitments} commitments": commands})[0]

    def tools(self, count: int, lines: int) -> list[Command]:
        """The tools on the same plans: lap, yamllint with its defaults, check-jsonschema with our schema."""
        files = self.files(count, lines)
        schema = ("--schemafile", str(SCHEMA))
        ruleset = self.plans / "ruleset.yaml"
        ruleset.write_text(RULESET, encoding="utf-8")
        return [
            Command(LAP, ("-m", "lap", "validate", *files), ROOT),
            Command(YAMLLINT, ("-m", "yamllint", "-d", "default", *files), self.plans),
            Command(CHECK_JSONSCHEMA, ("-m", "check_jsonschema", *schema, *files), self.plans),
            Command(LINT, ("-m", "lap", "lint", *files), ROOT),
            Command(SPECTRAL, ("lint", "--ruleset", str(ruleset), "--quiet", *files), self.plans, self.spectral),
        ]

    @property
    def spectral(self) -> str:
        """Spectral's program; it comes with Node, from npm's @stoplight/spectral-cli."""
        return shutil.which(SPECTRAL) or SPECTRAL

    def floor(self) -> float:
        """The least peak memory that can be seen, in MiB: a child starts with the size of this process."""
        return run(Command("floor", ("-c", "pass"), ROOT)).peak

    def failures(self) -> dict[str, Run]:
        """The tools that are installed and could not run, with a run that shows it."""
        results = [one for case in self.measured.values() for one in case.values()]
        return {one.name: one.failure for one in results if one.failure}
