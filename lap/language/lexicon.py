"""The words of a language that reading its sentences needs, from `lexicon.<language>.toml`."""

import re
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from lap.language.words import Phrases, composed, folded

Words = frozenset[str]
Endings = tuple[str, ...]
Pairs = tuple[tuple[str, str], ...]
Bases = dict[str, str]


class Verbs(NamedTuple):
    """Verbs and their forms. Lists are folded, but for `futures`, whose accents count."""

    endings: Endings
    attached: Endings
    prefixes: Endings
    known: Words
    not_verbs: Phrases
    also_nouns: Words
    after_nouns: Words
    gerunds: Pairs
    participles: Pairs
    futures: Endings
    vague: Phrases
    verifiable: Endings
    light: Phrases
    changes: Words
    multiplies: Words
    lead_ins: Phrases
    particles: Words
    adverbs: Words
    adverb_endings: Endings


class Nouns(NamedTuple):
    """Nouns made from verbs, with their verb, and nouns that say nothing after a light verb."""

    from_verbs: Bases
    vague: Words


class Figures(NamedTuple):
    """Numbers and quantities in words, and what makes a number something else: a name, a date, a deadline."""

    numbers: Words
    ones: Words
    before_one: Words
    quantities: Phrases
    not_quantities: Phrases
    labels: Phrases
    months: Words
    time: Words
    percent: Phrases
    parts: Phrases
    to: Words
    from_: Words
    by: Phrases
    of: Words
    about: Phrases


class Clauses(NamedTuple):
    """What opens a clause of purpose, of means, a relative one; what joins two verbs; what opens an object."""

    purpose: Phrases
    means: Phrases
    relatives: Words
    joins: Phrases
    effects: Phrases
    prepositions: Words
    determiners: Words
    pronouns: Words


class Hedges(NamedTuple):
    """Hedges: always, only set off, only after a comma, only where a part of the sentence ends; and what they may not follow."""

    always: Phrases
    set_off: Phrases
    after_comma: Phrases
    closing: Phrases
    not_after: Words


class Predicates(NamedTuple):
    """What tells a fact of somebody: conjugated verbs, and what begins and ends a clause. `finite` and `endings` keep accents."""

    finite: Words
    facts: Words
    not_finite: Words
    endings: Endings
    adjective_endings: Endings
    before_finite: Words
    after_finite: Words
    plurals: Words
    adverbs: Phrases
    subordinators: Phrases
    set_off: Phrases
    fronted: Phrases
    relatives: Phrases
    comparatives: Words
    joins: Phrases
    going_on: Phrases
    additions: Phrases
    adding: Phrases
    causal: Words


class Problems(NamedTuple):
    """What a problem statement is not: the absence of a solution, a solution, a task, a need, a question or a good thing."""

    absences: Words
    intensifiers: Words
    short: Words
    existences: Phrases
    missing: Phrases
    none: Words
    exist: Phrases
    been: Phrases
    unmade: Phrases
    made: Phrases
    have: Phrases
    have_not: Phrases
    wanting: Phrases
    idle: Words
    undone: Phrases
    people: Words
    bodies: Words
    provisions: Words
    reached: Words
    needs: Phrases
    need_nouns: Words
    need_verbs: Words
    duties: Phrases
    wishing: Phrases
    passive: Words
    burdens: Phrases
    deeds: Words
    asking: Words
    questions: Phrases
    wishes: Phrases
    that_wish: Words
    hortative: Pairs
    solutions: Words
    buildings: Words
    serving: Words
    blemishes: Words
    goods: Words
    chances: Words
    better: Words
    greater: Words
    wanted: Words
    bearing: Phrases
    states: Words
    state_endings: Endings
    negations: Words
    beside_negations: Words


class Lexicon(NamedTuple):
    """All lists of a language; `infinitive` tells an infinitive by its ending, its first group without what hangs on it."""

    verbs: Verbs
    nouns: Nouns
    figures: Figures
    clauses: Clauses
    hedges: Hedges
    predicates: Predicates
    problems: Problems
    infinitive: re.Pattern[str]


KINDS: dict[str, Any] = {
    "verbs": Verbs, "nouns": Nouns, "figures": Figures, "clauses": Clauses, "hedges": Hedges, "predicates": Predicates,
    "problems": Problems,
}  # fmt: skip
ACCENTED = ("futures", "verifiable", "finite", "endings")


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language, read once."""
    import tomllib

    path = Path(__file__).with_name(f"lexicon.{language}.toml")
    lists = tomllib.loads(path.read_text("utf-8"))
    parts = {name: _part(kind, lists[name]) for name, kind in KINDS.items()}
    verbs: Verbs = parts["verbs"]
    return Lexicon(**parts, infinitive=_infinitive(verbs.endings, verbs.attached))


def _part(kind: Any, lists: dict[str, str]) -> Any:
    made = {}
    for field, type_ in kind.__annotations__.items():
        text = composed(lists[field.removesuffix("_").replace("_", "-")])
        made[field] = MAKE[type_](_entries(text if field in ACCENTED else folded(text)))
    return kind(**made)


def _entries(text: str) -> list[str]:
    return [entry for one in text.split(",") if (entry := " ".join(one.split()))]


def _pairs(entries: list[str]) -> Pairs:
    return tuple((first, last) for first, _, last in (one.partition(" ") for one in entries))


MAKE: dict[Any, Any] = {
    Words: frozenset,
    Endings: tuple,
    Phrases: Phrases,
    Pairs: _pairs,
    Bases: lambda entries: dict(_pairs(entries)),
}


def _infinitive(endings: Endings, attached: Endings) -> re.Pattern[str]:
    hanging = f"(?:{'|'.join(attached)})?" if attached else ""
    return re.compile(rf"(\w*(?:{'|'.join(endings)})){hanging}")
