"""What makes a finding the same one as yesterday: its rule and its place in the plan, never a line number."""

import hashlib
from collections import Counter

from lap.checking import Checked
from lap.findings import Finding
from lap.paper import Page

ANY = "*"


def fingerprints(plan: Checked, page: Page) -> list[str]:
    """One for each finding of a plan and then for each waived one, no two alike; what is the same is numbered."""
    findings = [*plan.findings, *(one.finding for one in plan.waived)]
    made = [""] * len(findings)
    seen: Counter[tuple[str, ...]] = Counter()
    for rank in sorted(range(len(findings)), key=lambda rank: findings[rank].span):
        mark = _mark(findings[rank], plan, page)
        seen[mark] += 1
        made[rank] = _hashed(*mark, str(seen[mark]))
    return made


def _mark(finding: Finding, plan: Checked, page: Page) -> tuple[str, ...]:
    """The plan, the rule and the place. In a list, and where reading came no further, words stand for a number."""
    steps = [ANY if isinstance(step, int) else step for step in (*finding.route, *finding.path)]
    mark = (page.path(plan.name), finding.code, finding.cause, "/".join(steps))
    return mark if steps and ANY not in steps else (*mark, page.path(finding.span.file), *_words(finding))


def _words(finding: Finding) -> list[str]:
    """What a finding is about, as far as it is text: numbers move with the lines."""
    return [value for value in finding.parameters.values() if isinstance(value, str)]


def document_path(finding: Finding) -> str:
    """Where in the plan a finding is, as ids and keys with slashes; "" where reading the text came no further."""
    return "/".join(str(step) for step in (*finding.route, *finding.path))


def _hashed(*parts: str) -> str:
    text = "\0".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(text).hexdigest()[:32]
