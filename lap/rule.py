"""All that the author of a rule needs: `@rule`, `at()`, and the words for severities.

A rule is a function whose first parameter's type says which nodes it visits; further parameters are asked for by
name: `plan`, the nodes around the one visited (`commitment`, `stage`, `problem`, …) and `today`. It yields `at(…)`
for every place that does not hold. Its docstring has the title, the reason, a Bad and a Good fragment.
"""

import types
import typing
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeVar

from lap.findings import Severity
from lap.source.span import Route

ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE


class Sentence(NamedTuple):
    """What a finding says, and what to write instead. Both name parameters in braces."""

    message: str
    hint: str = ""


class At(NamedTuple):
    """A place relative to the node visited, and what the sentence needs to know.

    `also` are further places to show. `unless` are places that would do as well as the one named: nothing is said
    where a value stands in one of them that could not be read.
    """

    path: Route
    parameters: Mapping[str, object]
    also: tuple[Route, ...] = ()
    unless: tuple[Route, ...] = ()


Found = Iterator[At]
Check = Callable[..., Found]
Checked = TypeVar("Checked", bound=Callable[..., Any])


def at(*path: str | int, also: tuple[Route, ...] = (), unless: tuple[Route, ...] = (), **parameters: object) -> At:
    """The place at a path of keys, ids and indices below the node; without a path, the node itself."""
    return At(path, parameters, also, unless)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `missing` marks what a draft may still lack; `causes` holds the sentences of family Y."""

    code: str
    severity: Severity
    section: str
    sentence: Sentence
    check: Check
    missing: bool = False
    silences: frozenset[str] = frozenset()
    causes: Mapping[str, Sentence] | None = None

    @property
    def family(self) -> str:
        """The code's letter."""
        return self.code[0]

    @property
    def firm(self) -> bool:
        """Whether nothing may hide it: what could not be read in a text or in settings was judged by no other rule."""
        return self.severity is Severity.ERROR and self.code[:2] in ("Y1", "Y4")

    @property
    def visits(self) -> tuple[type, ...]:
        """The types of the nodes it visits; none for what is found while reading the text."""
        annotation = next(iter(self.check.__annotations__.values()), None)
        if isinstance(annotation, types.UnionType):
            return typing.get_args(annotation)
        return (annotation,) if isinstance(annotation, type) else ()

    @property
    def asks(self) -> tuple[str, ...]:
        """The names of what it wants to know besides the node."""
        code = self.check.__code__
        return code.co_varnames[1 : code.co_argcount]

    def said(self, cause: str) -> Sentence:
        """The sentence for a cause; the rule's own where it has just one."""
        return self.causes[cause] if self.causes else self.sentence


def rule(
    code: str,
    severity: Severity,
    section: str,
    message: str,
    hint: str = "",
    *,
    missing: bool = False,
    silences: str = "",
) -> Callable[[Check], Rule]:
    """Makes a rule of a function. `silences` lists the codes that would say the same mistake again."""

    def make(check: Check) -> Rule:
        silenced = frozenset(silences.split())
        return Rule(code, severity, section, Sentence(message, hint), check, missing, silenced)

    return make


def engine_rule(code: str, severity: Severity, causes: Mapping[str, Sentence]) -> Callable[[Callable[..., Any]], Rule]:
    """Makes a rule of family Y, which has a sentence for each cause."""

    def make(check: Callable[..., Any]) -> Rule:
        return Rule(code, severity, "", Sentence(""), check, causes=causes)

    return make
