"""What the tests share."""

import datetime

from lap.checking import check
from lap.fragments import FRAGMENT, laid_over_base
from lap.lint import Options

TODAY = Options(datetime.date(2025, 1, 15))


def found(fragment: str) -> list[tuple[int, str]]:
    """Line and code of every finding of a fragment laid over the base plan; none may lie in the base plan."""
    checked = check(laid_over_base(fragment), TODAY)
    outside = [finding for finding in checked.findings if finding.span.file != FRAGMENT]
    assert not outside
    return [(finding.span.line, finding.code) for finding in checked.findings]
