"""What `lap record` asks and says: its questions, and what stands in the way of an entry."""

from lap.findings import Finding
from lap.language.speech import english, say, tell
from lap.record import KINDS, Fields, Kind
from lap.rules import BY_CODE
from lap.source.vocabulary import entry_of, words_of

QUESTIONS = {
    "activity": english("Which activity?"),
    "indicator": english("Which indicator?"),
    "commitment": english("Which commitment?"),
    "comment": english("Which comment (its number, address or day)?"),
    "status": english("How does it stand?"),
    "value": english("What value was measured?"),
    "verdict": english("What was found?"),
    "evidence": english("Where is the proof (an address, or a sentence)?"),
    "note": english("What is the reason?"),
    "by": english("Who reports it?"),
    "text": english("What was said?"),
}
HELD = {"comment": "comment", "reply": "reply", "agreement": "agreement"}


def about_key(what: str) -> str:
    """The mapping of the format that an entry is."""
    return HELD.get(what, "progress")


def canonical(kind: Kind, given: Fields) -> Fields:
    """The same with its fixed words as the format calls them, whichever language they were typed in."""
    held = next(about_key(name) for name, one in KINDS.items() if one is kind)
    return {key: _canonical(held, key, value) for key, value in given.items()}


def _canonical(held: str, key: str, value: str | list[str]) -> str | list[str]:
    words = words_of(held, key)
    meant = entry_of(words, value) if words and isinstance(value, str) else None
    return meant.name if meant else value


def told_line(finding: Finding, language: str, words: str) -> str:
    """What is wrong with an entry, and what to write instead."""
    sentence = BY_CODE[finding.code].said(finding.cause)
    parts = [tell(part, finding.parameters, language, words) for part in sentence if part]
    return f"lap: {finding.code}  {' → '.join(parts)}"


def refusal(language: str) -> str:
    """That nothing was written, and the way out."""
    return say("Nothing was recorded. Mend that, or add --draft to record it all the same.", language)
