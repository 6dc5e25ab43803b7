"""Questions asked on a terminal, with what can be answered."""

import difflib
import shutil
import sys
from collections.abc import Mapping

from lap.language.speech import say, visible
from lap.paper import cut, width_of

SHOWN = 30


def can_ask() -> bool:
    """Whether somebody sits at a terminal who can be asked."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def ask(question: str, language: str, choices: Mapping[str, str]) -> str:
    """The answer to a question, "" for none; raises EOFError where there will be none.

    Of several choices, by id with what people call it, it is a number, an id, or a part of either that fits only one.
    """
    _show(choices, language)
    while True:
        print(f"{question} ", end="", file=sys.stderr, flush=True)
        answer = sys.stdin.readline()
        if not answer:
            raise EOFError
        meant = chosen(answer.strip(), choices)
        if meant is not None:
            return meant
        print(say("Type a number, or a part of the name that fits only one.", language), file=sys.stderr)


def _show(choices: Mapping[str, str], language: str) -> None:
    """The first choices, numbered, a line each."""
    width = shutil.get_terminal_size((80, 24)).columns
    for number, (key, name) in enumerate(list(choices.items())[:SHOWN], 1):
        words = [key if key != str(number) else "", name if name != key else ""]
        line = f"{number:>4}" + "".join(f"  {visible(one)}" for one in words if one)
        print(line if width_of(line) <= width else cut(line, width - 1) + "…", file=sys.stderr)
    if len(choices) > SHOWN:
        print(say("      … and {n} more; type a part of the name.", language, n=len(choices) - SHOWN), file=sys.stderr)


def chosen(answer: str, choices: Mapping[str, str]) -> str | None:
    """The choice that an answer means; the answer itself where everything can be answered; None where it is not clear."""
    keys = list(choices)
    if not keys or not answer or answer in choices:
        return answer
    if answer.isdecimal():
        return keys[int(answer) - 1] if 0 < int(answer) <= len(keys) else None
    holding = [key for key, name in choices.items() if answer.casefold() in f"{key} {name}".casefold()]
    if len(holding) == 1:
        return holding[0]
    near = difflib.get_close_matches(answer, keys, 1, 0.8)
    return near[0] if near and not holding else None
