"""Questions asked on a terminal, with what can be answered."""

import difflib
import sys
from collections.abc import Sequence

from lap.language.speech import say, visible

SHOWN = 30


def can_ask() -> bool:
    """Whether somebody sits at a terminal who can be asked."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def ask(question: str, language: str, choices: Sequence[str] = ()) -> str:
    """The answer to a question, "" for none. Of several choices it is a number, a choice, or words that only one holds."""
    for number, choice in enumerate(choices[:SHOWN], 1):
        print(f"  {number}  {visible(choice)}", file=sys.stderr)
    if len(choices) > SHOWN:
        print(say("  … and {n} more; type a part of its id.", language, n=len(choices) - SHOWN), file=sys.stderr)
    while True:
        print(f"{question} ", end="", file=sys.stderr, flush=True)
        answer = sys.stdin.readline()
        if not answer:
            raise EOFError
        meant = chosen(answer.strip(), choices)
        if meant is not None:
            return meant
        print(say("Type a number, or a part of the id that fits only one.", language), file=sys.stderr)


def chosen(answer: str, choices: Sequence[str]) -> str | None:
    """The choice that an answer means; the answer itself where everything can be answered; None where it is not clear."""
    if not choices or not answer or answer in choices:
        return answer
    if answer.isdigit():
        return choices[int(answer) - 1] if 0 < int(answer) <= len(choices) else None
    holding = [one for one in choices if answer.casefold() in one.casefold()]
    if len(holding) == 1:
        return holding[0]
    near = difflib.get_close_matches(answer, choices, 1, 0.8)
    return near[0] if near and not holding else None
