"""What may be told of who spoke, in a plan that held a meeting under the Chatham House Rule (§4)."""

from collections.abc import Iterator

from lap.language.stop_words import meaning_words, words
from lap.model.making import CoCreation
from lap.model.plan import Plan

FEW = 5
"""A circle or a count below this can tell who spoke (C108)."""


class Discretion:
    """What may be told of where a proposal came from.

    Once a meeting was held under the Chatham House Rule, neither names nor bodies are told: only what is the title of a
    recorded meeting, and no smaller circle than five.
    """

    def __init__(self, plan: Plan, language: str) -> None:
        self._language = language
        self._asked = any(event.rule == "chatham-house" for event in plan.co_creation)
        self._meetings = [(frozenset(self._words(event.title)), _telling(event)) for event in plan.co_creation]
        self._names = {tuple(words(name)) for name in _names(plan)}

    def group(self, text: str) -> str:
        """A working group, where it may be told; else ""."""
        if not self._asked or not text:
            return text
        named = frozenset(self._words(text))
        meetings = [telling for title, telling in self._meetings if named and named <= title]
        return text if meetings and not any(meetings) and tuple(words(text)) not in self._names else ""

    def votes(self, votes: int | None) -> int | None:
        """A number of votes, where it may be told; none at all tells of nobody."""
        return None if self._asked and votes and votes < FEW else votes

    def _words(self, text: str) -> Iterator[str]:
        """The words of a name, singular and plural alike."""
        return (one.rstrip("s") or one for one in meaning_words(text, self._language))


def _telling(event: CoCreation) -> bool:
    """Whether even the meeting's title can tell who spoke: it was held under the rule by so few."""
    total = event.participants.total if event.participants else None
    return event.rule == "chatham-house" and total is not None and total < FEW


def _names(plan: Plan) -> Iterator[str]:
    """The ids and the names of all parties and of all persons."""
    for body, party in plan.parties.items():
        yield from (body, party.name)
        for key, person in party.people.items():
            yield from (key, person.name)
