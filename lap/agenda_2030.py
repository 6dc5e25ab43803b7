"""The codes of the 2030 Agenda: goals, targets and indicators, and which of them came, went or changed meaning (§2.6)."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

TABLE = Path(__file__).with_name("agenda_2030.txt")


class Goal(NamedTuple):
    """One of the 17 goals, with its short names."""

    code: str
    english: str
    spanish: str


class Codes(NamedTuple):
    """All codes. The years are those of the reviews of the list of indicators, 2020, 2022 and 2025."""

    goals: dict[str, Goal]
    targets: frozenset[str]
    indicators: frozenset[str]
    added: dict[str, int]
    retired: dict[str, int]
    reused: dict[str, int]

    @property
    def known(self) -> frozenset[str]:
        """Every code that may be written today."""
        return frozenset(self.goals) | self.targets | self.indicators


@cache
def codes() -> Codes:
    """The table, read when it is first asked for."""
    goals: dict[str, Goal] = {}
    targets: set[str] = set()
    indicators: set[str] = set()
    years: dict[str, dict[str, int]] = {"added": {}, "retired": {}, "reused": {}}
    for line in TABLE.read_text("utf-8").splitlines():
        if "|" in line and not line.startswith("#"):
            goal, english, spanish, below = (part.strip() for part in line.split("|"))
            goals[goal] = Goal(goal, english, spanish)
            for one in below.split():
                target, _, count = one.partition(":")
                targets.add(f"{goal}.{target}")
                indicators.update(f"{goal}.{target}.{number + 1}" for number in range(int(count)))
        elif ":" in line and not line.startswith("#"):
            (change, year), changed = line.partition(":")[0].split(), line.partition(":")[2]
            years[change].update(dict.fromkeys(changed.split(), int(year)))
    return Codes(goals, frozenset(targets), frozenset(indicators), **years)
