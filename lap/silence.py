"""One mistake, one finding: what need not be said, because the same thing is said elsewhere already."""

from collections.abc import Iterable, Iterator

from lap.findings import Finding
from lap.rule import At, Rule
from lap.source.span import Route


class Places:
    """Routes, and whether another one lies on the same line of descent: at one of them, above it or below it."""

    def __init__(self, routes: Iterable[Route]) -> None:
        self.exact = frozenset(routes)
        self.above = frozenset(route[:length] for route in self.exact for length in range(len(route) + 1))

    def __bool__(self) -> bool:
        return bool(self.exact)

    def related(self, route: Route, longer_than: int = -1) -> bool:
        """Whether one of the places lies at the route, below it, or above it with more than so many steps."""
        if route in self.above:
            return True
        return any(route[:length] in self.exact for length in range(max(longer_than + 1, 0), len(route)))


def unreadable(broken: Places, node: Route, spot: At) -> bool:
    """Whether a finding speaks of something that stands there and could not be read: that counts as present."""
    routes = [(*node, *path) for path in (spot.path, *spot.unless) if path]
    return bool(broken) and any(broken.related(route, longer_than=len(node)) for route in routes)


def unsilenced(made: list[tuple[Rule, Finding]]) -> Iterator[Finding]:
    """Drops what another finding at the same node, above it or below it says already."""
    loud: dict[str, set[Route]] = {}
    for rule, finding in made:
        for code in rule.silences:
            loud.setdefault(code, set()).add(finding.route)
    places = {code: Places(routes) for code, routes in loud.items()}
    for _, finding in made:
        if finding.code not in places or not places[finding.code].related(finding.route):
            yield finding


CUT_SAYS = ("Y102", "Y201", "Y202", "Y205")


def without_cuts(findings: list[Finding]) -> list[Finding]:
    """What a comma cut in two is told once (Y109), not again for its halves."""
    cuts = [one.span for one in findings if one.code == "Y109"]
    lines = {(span.file, line) for span in cuts for line in range(span.line, span.end_line + 1)}
    if not lines:
        return findings
    return [one for one in findings if one.code not in CUT_SAYS or (one.span.file, one.span.line) not in lines]
