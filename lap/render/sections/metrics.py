"""The Open Government Metrics as baseline and trend, from 0 to 1 (§3.1)."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby

from lap.language.speech import english
from lap.model.making import Metrics
from lap.render.blocks import Grid, Words
from lap.render.told import Told

GRADES = ("transparency", "participation", "overall")


def metrics(told: Told) -> Grid:
    """Each institution's grades by edition; the first edition is the baseline, and later ones show the change since."""
    ordered = sorted(told.plan.metrics, key=lambda one: (one.of, str(one.year or "")))
    rows = [row for _, same in groupby(ordered, key=lambda one: one.of) for row in _rows(list(same), told)]
    figures = [english("Transparency"), english("Participation"), english("Overall")]
    heads = [*told.heads("Of", "Edition", figures=figures), *told.heads("Source")]
    return Grid(told.say("Open Government Metrics, from 0 to 1"), heads, rows)


def _rows(editions: list[Metrics], told: Told) -> Iterator[list[Words]]:
    first = editions[0]
    for one in editions:
        of: Words = told.who(one.of) if one.of else told.say("the whole")
        grades = [_grade(getattr(one, name), getattr(first, name), one is first, told) for name in GRADES]
        edition = _baseline(one, told) if one is first else str(one.year or "")
        yield [of, edition, *grades, told.source(one.source)]


def _baseline(one: Metrics, told: Told) -> str:
    return told.say("{year}, baseline", year=one.year) if one.year else told.say("Baseline")


def _grade(grade: Decimal | None, first: Decimal | None, is_first: bool, told: Told) -> str:
    if grade is None:
        return ""
    if is_first or first is None:
        return told.number(grade)
    change = grade - first
    return f"{told.number(grade)} ({'+' if change >= 0 else '−'}{told.number(abs(change))})"
