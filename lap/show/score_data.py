"""A score for programs (schemas/score.schema.json), and as a table for a spreadsheet.

Shares are numbers with 1 for 100 %, rounded to six places; values are texts, so that decimals stay exact; dates are
year-month-day, the last day of what the plan names by its month or year.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from lap.compliance import Compliance
from lap.followed import Followed
from lap.goals import Goal
from lap.half_years import HalfYear
from lap.model.making import Metrics
from lap.scoring import CommitmentScore, Parts, Score, Scored
from lap.show.encoded import encoded
from lap.show.table import Column, Table, as_csv

VERSION = 1
HEADS = (
    "commitment", "indicator", "name", "unit", "direction", "baseline", "value", "value_date", "expected", "expected_by",
    "achievement", "case", "light", "target_in_doubt", "trend", "next", "next_by", "report_missing_since",
)  # fmt: skip


def as_json(score: Score) -> str:
    """The whole score."""
    return encoded(
        {
            "score": "lap",
            "version": VERSION,
            "as_of": score.day.isoformat(),
            "title": score.plan.title,
            "compliance": _parts(score.compliance),
            "lights": dict(score.lights),
            "overdue": [one.path for one in score.overdue],
            "overdue_in_silence": [one.path for one in score.silent],
            "entries_left_out": {
                "without_date": len(score.undated), "after_the_day": len(score.ahead), "about_nothing": len(score.stray),
            },
            "commitments": [_commitment(one) for one in score.commitments],
            "metrics": [_metrics(one) for one in score.plan.metrics],
        }
    )  # fmt: skip


def _parts(parts: Parts) -> dict[str, Any]:
    return {
        "all": _compliance(parts.all),
        "government": _compliance(parts.government),
        "civil_society": _compliance(parts.society),
    }


def _compliance(one: Compliance) -> dict[str, Any]:
    counted = {name: getattr(one, name)._asdict() for name in ("due", "done", *Compliance._fields[2:])}
    return {
        "share": _number(one.share),
        "disputed_share": _number(one.disputed_share),
        **counted,
        "undated": one.undated,
    }


def _commitment(one: CommitmentScore) -> dict[str, Any]:
    return {
        "id": one.commitment.id,
        "title": one.commitment.label,
        "compliance": _parts(one.compliance),
        "completion": one.completion,
        "activities": [_activity(each) for each in one.activities],
        "goals": [_half_year(half) for half in one.half_years],
        "indicators": [indicator(each) for each in one.indicators],
    }


def _activity(one: Followed) -> dict[str, Any]:
    return {
        "id": one.path,
        "title": one.activity.label,
        "due": one.due.isoformat() if one.due else None,
        "days": one.days,
        "status": one.standing.claim or None,
        "with_evidence": one.standing.proved,
        "verdict": one.standing.check or None,
        "overdue": one.overdue,
        "in_silence": one.silent,
    }


def _half_year(one: HalfYear) -> dict[str, Any]:
    goals = [{"indicator": kept.indicator, **_goal(kept.goal), "state": kept.state} for kept in one.goals]
    first, last = one.time.first.isoformat(), one.time.last.isoformat()
    return {"from": first, "to": last, "due": one.due, "met": one.met, "goals": goals}


def indicator(one: Scored) -> dict[str, Any]:
    """One indicator."""
    found, of = one.achievement, one.measured
    way = of.direction
    return {
        "id": one.path,
        "name": of.indicator.label,
        "unit": of.indicator.unit or None,
        "direction": {"way": way.way, "known": way.known},
        "baseline": _text(of.indicator.baseline.value) if of.indicator.baseline else None,
        "value": _text(of.written(one.reading)),
        "value_date": one.reading.day.isoformat() if one.reading else None,
        "expected": _goal(one.expected) if one.expected else None,
        "achievement": {"share": _number(found.share), "case": found.case},
        "light": {"colour": one.light.colour, "target_in_doubt": one.light.doubtful},
        "trend": {"change": str(one.trend.change), "turn": one.trend.turn} if one.trend else None,
        "next": _goal(one.next) if one.next else None,
        "report_missing_since": one.reports.missing.isoformat() if one.reports.missing else None,
    }


def _goal(one: Goal) -> dict[str, str]:
    return {"value": str(one.written), "by": one.due.isoformat()}


def _metrics(one: Metrics) -> dict[str, Any]:
    grades = {name: _text(getattr(one, name)) for name in ("transparency", "participation", "overall")}
    return {"year": one.year, "of": one.of or None, **grades, "source": one.source or None}


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _number(share: Fraction | None) -> float | None:
    return None if share is None else round(float(share), 6)


def as_table(score: Score) -> str:
    """A row for each indicator, for a spreadsheet; the heads are the same in every language."""
    rows: list[Sequence[str]] = [_row(one, indicator(each)) for one in score.commitments for each in one.indicators]
    return as_csv(Table([Column(head) for head in HEADS], rows))


def _row(commitment: CommitmentScore, one: dict[str, Any]) -> list[str]:
    expected, following, trend = one["expected"] or {}, one["next"] or {}, one["trend"] or {}
    cells = [
        commitment.commitment.id, one["id"].partition("/")[2], one["name"], one["unit"], one["direction"]["way"],
        one["baseline"], one["value"], one["value_date"], expected.get("value"), expected.get("by"),
        one["achievement"]["share"], one["achievement"]["case"], one["light"]["colour"],
        "yes" if one["light"]["target_in_doubt"] else "no", trend.get("turn"), following.get("value"),
        following.get("by"), one["report_missing_since"],
    ]  # fmt: skip
    return ["" if cell is None else str(cell) for cell in cells]
