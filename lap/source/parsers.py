"""The two parsers, and which of them reads a text.

The fast one is PyYAML's CParser (libyaml), the careful one ruamel.yaml's pure parser. Whatever the fast one
rejects, and any text that the two are known to read differently, goes to the careful one, whose verdict stands.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

CParser: Any = None  # stays so where PyYAML has no C extension: everything is read by the careful parser
with suppress(ImportError):
    from yaml._yaml import CParser

# What the parsers are known to read differently: tabs where a line begins; tags, a lone "?", and names of anchors
# with other signs than letters, digits and hyphens; a value that touches the colon of a key in quotes; a comment
# that touches the sign of a block.
TABS = re.compile(r"^ *\t[ \t]*[^\s#]", re.M)
SIGNS = re.compile(r"[!?&*](?<![^\s,\[{].)(?:(?<=!)|(?<=\?)(?=[\s,\]}])|(?<=[&*])[\w-]*[^\w\s,\[\]{}-])")
TIGHT = re.compile(r"[\"']:\S")
TOUCHED = re.compile(r"#(?:(?<=[|>]#)|(?<=[|>][-+0-9]#)|(?<=[|>][-+0-9]{2}#))")

Events = Iterator[Any]


class Rejected(Exception):  # noqa: N818 - a verdict of the parser
    """The text is not YAML. All count from 0; `opened` is the line and column where the broken thing began."""

    def __init__(self, problem: str, line: int, column: int, opened: tuple[int, int] | None) -> None:
        super().__init__(problem)
        self.problem, self.line, self.column, self.opened = problem, line, column, opened


def fast_available(text: str) -> bool:
    """Whether the fast parser is here and may be asked about this text."""
    return CParser is not None and not _disputed(text)


def _disputed(text: str) -> bool:
    patterns = [(TOUCHED, "#"), (TABS, "\t"), (TIGHT, '":'), (TIGHT, "':"), *((SIGNS, sign) for sign in "!?&*")]
    return any(sign in text and pattern.search(text) for pattern, sign in patterns)


def fast_events(text: str) -> Events:
    """Events of the fast parser. Raises Rejected (its words do not matter: the careful parser is asked next)."""
    import yaml

    try:
        parser = CParser(text)
        while (event := parser.get_event()) is not None:
            yield event
    except (yaml.YAMLError, UnicodeError, ValueError) as error:
        raise Rejected(str(error), 0, 0, None) from None


def careful_events(text: str) -> Events:
    """Events of the careful parser. Raises Rejected with its problem and place."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        yield from YAML(typ="safe", pure=True).parse(text)
    except MarkedYAMLError as error:
        mark, context = error.problem_mark or error.context_mark, error.context_mark
        line, column = (mark.line, mark.column) if mark else (0, 0)
        problem = f"{error.context or ''}: {error.problem or ''}"
        opened = (context.line, context.column) if context else None
        raise Rejected(problem, line, column, opened) from None
    except (YAMLError, AssertionError, ValueError, IndexError, AttributeError, UnicodeError) as error:
        before = text[: getattr(error, "position", 0) or 0]
        line = before.count("\n")
        raise Rejected(str(error), line, len(before) - before.rfind("\n") - 1, None) from None
