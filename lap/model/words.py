"""Fixed words that stand under more than one key, in their canonical English form."""

from typing import Literal

YesNo = Literal["yes", "no"]

Level = Literal["municipality", "state", "region", "national"]

PhaseName = Literal["internal", "external"]

Frequency = Literal[
    "weekly", "monthly", "bimonthly", "quarterly", "four-monthly", "half-yearly", "yearly", "biennial", "once"
]
