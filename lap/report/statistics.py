"""How often each rule spoke: a row a rule, the most frequent first."""

import textwrap
from collections import Counter

from lap.explain import title
from lap.language.speech import say
from lap.report.told import Result
from lap.rules import BY_CODE


def render(result: Result, width: int) -> str:
    """The table: how many findings, the rule's code and its title. Nothing where there is no finding."""
    counts = Counter(finding.code for finding in result.findings)
    if not counts:
        return ""
    room = len(str(max(counts.values()))) + 2
    lines = [say("Findings by rule", result.language)]
    for code, times in sorted(counts.items(), key=lambda one: (-one[1], one[0])):
        first = f"{times:>{room}}  {code}  "
        words = title(BY_CODE[code], result.language)
        lines += textwrap.wrap(words, max(width, 40), initial_indent=first, subsequent_indent=" " * len(first))
    return "\n".join(lines) + "\n"
