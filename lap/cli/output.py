"""Where text goes that a command made: to the screen or to a file."""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from lap.failure import CannotRun
from lap.paper import Page
from lap.replacing import replace_file

STANDARD_OUTPUT = "-"


def page_for(output: str) -> Page:
    """What is written on: the terminal's width, and its colours where it has them; "" is standard output."""
    terminal = sys.stdout.isatty() and output in ("", STANDARD_OUTPUT)
    colour = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return Page(shutil.get_terminal_size((80, 24)).columns, colour)


def write(output: str, text: str) -> None:
    """Writes a text to a file, or to standard output for "" and "-". Raises CannotRun where that fails."""
    with _told(output):
        if output in ("", STANDARD_OUTPUT):
            print(text, end="", flush=True)
        else:
            replace_file(output, text.encode("utf-8", "backslashreplace"))


def write_bytes(output: str, raw: bytes) -> None:
    """Writes bytes to a file, or as they are to standard output. Raises CannotRun where that fails."""
    with _told(output):
        if output in ("", STANDARD_OUTPUT):
            sys.stdout.flush()
            sys.stdout.buffer.write(raw)
            sys.stdout.buffer.flush()
        else:
            replace_file(output, raw)


@contextmanager
def _told(output: str) -> Iterator[None]:
    """Turns a failure to write into a reason that can be told."""
    try:
        yield
    except BrokenPipeError:  # whoever read it has seen enough
        raise
    except (OSError, ValueError):
        raise CannotRun("cannot-write" if output else "cannot-print", path=output) from None
