"""Whether a statement tells more than one fact: a cause with its effect is one, and so are two nouns in one predicate."""

from lap.language.absences import absent_noun, is_absence
from lap.language.clauses import ENDS
from lap.language.facts import MARKS, Fact
from lap.language.noun_phrases import are_people
from lap.language.verbs import Reader

LEAST_SENTENCES = 3
LEAST_NOUNS = 3
LONGEST_NOUN = 3


def several(reader: Reader, facts: list[Fact], language: str) -> list[range]:
    """The places of each fact, where there is more than one; else none."""
    whole = _whole(facts)
    told = [fact for fact in whole if fact.verb is not None]
    if not told:
        return _named(reader, whole, language)
    own = [fact for fact in told if fact.own or fact is told[0]]
    if _counted_apart(reader, own, language):
        return [range(fact.start, fact.end) for fact in own]
    if len(told) > 2 and not own[1:]:
        return [range(fact.start, fact.end) for fact in told]
    return _added(reader, told[0])


def _whole(facts: list[Fact]) -> list[Fact]:
    """The facts, what stands before a verb put together: "mothers and fathers wait" is one."""
    whole: list[Fact] = []
    for fact in facts:
        if whole and whole[-1].verb is None and fact.verb is not None and fact.joined not in ENDS:
            before = whole.pop()
            while whole and whole[-1].verb is None and before.joined not in ENDS:
                before = whole.pop()
            fact = Fact(before.start, before.joined, fact.end, fact.verb, [*before.subject, *fact.subject], True)
        whole.append(fact)
    return whole


def _counted_apart(reader: Reader, own: list[Fact], language: str) -> bool:
    """Whether facts with subjects of their own are facts apart.

    A second sentence may be the proof or the consequence of the first, unless it adds something; an absence with what
    comes of it is one problem, and so are absences only.
    """
    joined = [fact for fact in own[1:] if fact.joined != "." or _adds(reader, fact)]
    if not joined and len(own) < LEAST_SENTENCES:
        return False
    absent = [is_absence(reader, fact, language) for fact in own]
    return not all(absent) and not (absent[0] and len(own) == 2)


def _adds(reader: Reader, fact: Fact) -> bool:
    return reader.lexicon.predicates.additions.at(reader.words, fact.start) > 0


def _added(reader: Reader, told: Fact) -> list[range]:
    """A fact, and after a comma and "in addition to" others, as nouns."""
    words, lists = reader.words, reader.lexicon.predicates
    for place in range(told.start + 1, len(words)):
        if words[place - 1] in MARKS and (length := lists.adding.at(words, place)):
            rest = range(place + length, len(words))
            more = any(words[one] in MARKS or lists.joins.at(words, one) or absent_noun(reader, one) for one in rest)
            return [range(told.start, place - 1), range(place, len(words))] if more else []
    return []


def _named(reader: Reader, whole: list[Fact], language: str) -> list[range]:
    """Facts that are only named: an absence beside others, or three nouns or more."""
    if not whole:
        return []
    first, *rest = whole
    absent = any(absent_noun(reader, fact.start) for fact in rest) and not absent_noun(reader, first.start)
    apart = not _open(reader, first) or any(fact.joined == ";" for fact in rest)
    if (absent and apart) or _bare(reader, whole, language):
        return [range(fact.start, fact.end) for fact in whole]
    return []


def _open(reader: Reader, fact: Fact) -> bool:
    """Whether a noun has something after it that a list may belong to: "mistrust because of corruption, lack of …"."""
    words = range(fact.start, fact.end)
    return any(reader.word(place) in reader.lexicon.predicates.causal for place in words)


def _bare(reader: Reader, whole: list[Fact], language: str) -> bool:
    """Whether nothing stands there but three nouns or more, and none of them are people."""
    small = reader.lexicon.clauses.prepositions
    short = all(fact.end - fact.start <= LONGEST_NOUN for fact in whole)
    joined = any(reader.word(place) in small for fact in whole for place in range(fact.start, fact.end))
    people = any(are_people(reader, range(fact.start, fact.end), language) for fact in whole)
    return len(whole) >= LEAST_NOUNS and short and not joined and not people
