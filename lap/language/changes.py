"""Goals that are changes: by how much, and whether the sentence says from where."""

from lap.language.figures import counted, is_percent, percent_words
from lap.language.vagueness import deciding
from lap.language.verbs import NOUN, Reader, Verb

NOTHING = range(0)
NEAR = 8


def tells_change(reader: Reader, verb: Verb | None) -> bool:
    """Whether the main verb tells a change of size; of a verb that says little, the noun decides."""
    return verb is not None and _tells_change(reader, deciding(reader, verb))


def _tells_change(reader: Reader, verb: Verb) -> bool:
    verbs = reader.lexicon.verbs
    return verb.base in verbs.changes or verb.base in verbs.multiplies


def relative(reader: Reader, verb: Verb | None) -> range:
    """The places of the size of a change ("by 30%", «duplicar») where the sentence does not say from where; else none."""
    if verb is None or not tells_change(reader, verb) or _from_to(reader):
        return NOTHING
    changing = deciding(reader, verb)
    if changing.base in reader.lexicon.verbs.multiplies:
        return range(changing.place, changing.place + 1)
    sizes = (_size(reader, changing, place) for place in range(verb.place + 1, len(reader.words)))
    return next((size for size in sizes if size), NOTHING)


def _from_to(reader: Reader) -> bool:
    """Whether two numbers say from where and to where: "from 20% to 10%", «de 11 a 5»."""
    lists = reader.lexicon.figures
    return any(
        reader.word(place) in lists.from_
        and reader.number(place + 1)
        and any(reader.word(later) in lists.to and reader.number(later + 1) for later in range(place + 2, place + NEAR))
        for place in range(len(reader.words))
    )


def _size(reader: Reader, verb: Verb, place: int) -> range:
    """The places of a size that stands at a place: a share, or a number after "by"; none where there is none."""
    part = reader.lexicon.figures.parts.at(reader.words, place)
    share = part or (reader.number(place) and is_percent(reader, place))
    if (share and _says_by_how_much(reader, verb, place, bool(part))) or _difference(reader, place):
        return range(place, place + (part or 1 + percent_words(reader, place)))
    return NOTHING


def _says_by_how_much(reader: Reader, verb: Verb, place: int, part: bool) -> bool:
    """Whether a share stands beside the verb or after "by", or is a part to which something is brought: "to half"."""
    lists, before = reader.lexicon.figures, _before_about(reader, place)
    if before - 1 == verb.place or lists.by.before(reader.words, before):
        return True
    last = reader.word(before - 1)
    if verb.form == NOUN:  # "a reduction of 15%", "a 15% reduction"
        ends = place + 1 + percent_words(reader, place)
        return (last in lists.of and before - 2 == verb.place) or ends == verb.place
    return part and last in lists.to


def _difference(reader: Reader, place: int) -> bool:
    """Whether a number tells a difference: "by 300 the number of…", "… by 300"; not "by 12 advisers"."""
    lists, after = reader.lexicon.figures, reader.word(place + 1)
    by = lists.by.before(reader.words, _before_about(reader, place))
    ends = not after[:1].isalnum() or after in reader.lexicon.clauses.determiners
    return by and ends and reader.number(place) and counted(reader, place)


def _before_about(reader: Reader, place: int) -> int:
    """The place before which "at least", "a further" and the like begin that lead up to a number."""
    about = reader.lexicon.figures.about
    lengths = (length for length in (3, 2, 1) if place >= length and about.at(reader.words, place - length) == length)
    length = next(lengths, 0)
    return _before_about(reader, place - length) if length else place
