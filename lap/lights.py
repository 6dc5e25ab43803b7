"""The traffic light of an indicator: from which share on it is green, amber or red, and who says so (§5.3)."""

from fractions import Fraction
from typing import Literal, NamedTuple

from lap.achievement import Achievement
from lap.limits import Limits
from lap.model.indicator import Indicator, Thresholds
from lap.model.numbers import Bounds
from lap.model.plan import Plan

Colour = Literal["green", "amber", "red", "no-evidence", "not-due"]
COLOURS: tuple[Colour, ...] = ("green", "amber", "red", "no-evidence", "not-due")
"""Three colours, and two states that are none."""

Origin = Literal["indicator", "plan", "settings"]


class Band(NamedTuple):
    """Where a colour begins and, with an upper side, ends; and who says so. `settings` holds the defaults too."""

    bounds: Bounds
    origin: Origin


class Bands(NamedTuple):
    """Where green and amber are; red is what is left."""

    green: Band
    amber: Band


class Light(NamedTuple):
    """A colour or state. `doubtful`: more was achieved than the upper side allows, so the target itself is in doubt."""

    colour: Colour
    doubtful: bool
    bands: Bands


def bands(indicator: Indicator, plan: Plan, limits: Limits) -> Bands:
    """Where the colours begin: as the indicator says, else the plan, else the settings; each colour for itself."""
    return Bands(*(_band(name, indicator, plan, limits) for name in ("green", "amber")))


def _band(name: str, indicator: Indicator, plan: Plan, limits: Limits) -> Band:
    stated: tuple[tuple[Origin, Thresholds | None], ...] = (
        ("indicator", indicator.thresholds),
        ("plan", plan.thresholds),
    )
    for origin, thresholds in stated:
        if bounds := getattr(thresholds, name, None):
            return Band(bounds, origin)
    return Band(Bounds(getattr(limits, name)), "settings")


def light(achieved: Achievement, within: Bands) -> Light:
    """The light for an achievement; on a bound, the better colour."""
    if achieved.share is None:
        return Light("no-evidence" if achieved.case == "no-evidence" else "not-due", False, within)
    return Light(_colour(achieved.share, within), _doubtful(achieved.share, within), within)


def _colour(share: Fraction, within: Bands) -> Colour:
    green, amber = within.green.bounds, within.amber.bounds
    if amber.high is not None and _above(share, amber) and (green.high is None or _above(share, green)):
        return "red"
    if share >= Fraction(green.low) and not _above(share, green):
        return "green"
    return "amber" if share >= Fraction(min(amber.low, green.low)) else "red"


def _above(share: Fraction, bounds: Bounds) -> bool:
    return bounds.high is not None and share > Fraction(bounds.high)


def _doubtful(share: Fraction, within: Bands) -> bool:
    """Whether a share lies above the upper side of green or, where that has none, of amber."""
    green, amber = within.green.bounds, within.amber.bounds
    return _above(share, green if green.high is not None else amber)
