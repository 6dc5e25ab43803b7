"""Family S, third part: that a commitment is short, plain and about people (§5, §5.1)."""

from collections.abc import Iterator

from lap.language.likeness import equal_in_words
from lap.language.readability import reading
from lap.language.sentence import read
from lap.language.wording import acronyms, explained
from lap.language.words import composed, folded, split
from lap.limits import Limits
from lap.model.commitment import Commitment
from lap.model.plan import Plan
from lap.rule import ADVICE, WARNING, Found, at, rule

LONGEST_SENTENCE = 35
LONGEST_TITLE = 12
ENOUGH_WORDS = 15


@rule(
    "S105", ADVICE, "5",
    "The objective of “{node}” is hard to read: {words} words in one sentence, and {index} on a scale from 0 (hard) to 100 "
    "(easy).",
    "make two sentences of it, or take out what is said elsewhere; up to {longest} words and {least} are fine",
)  # fmt: skip
def reads_easily(commitment: Commitment, language: str, limits: Limits) -> Found:
    """The objective reads easily.

    Whoever lives the problem should understand what is promised on first reading. A sentence is hard when it has more
    than 35 words, or when it has 15 or more and stands below 30 on the readability scale of its language (Flesch in
    English, INFLESZ in Spanish); the settings may name another number.

    Bad:
        commitments:
          registry:
            objective: To give 90% of the street vendors who sell in the twelve markets of the town, and of those who sell around the schools, the hospital and the two stations of the railway, a written place by the end of the year 2026  # <- S105

    Good:
        commitments:
          registry:
            objective: To give 90% of street vendors a written place by 2026-12-31
    """
    found = reading(commitment.objective, language)
    hard = found.longest >= ENOUGH_WORDS and found.ease < limits.readability
    if found.longest > LONGEST_SENTENCE or hard:
        index = str(max(round(found.ease), 0))
        longest, least = str(LONGEST_SENTENCE), str(limits.readability)
        yield at("objective", words=str(found.longest), index=index, longest=longest, least=least)


@rule(
    "S106", ADVICE, "5.1",
    "“{acronym}” is explained nowhere before it is used.",
    "write the name in full and the acronym in brackets after it, where it first appears",
)  # fmt: skip
def acronyms_explained(plan: Plan) -> Found:
    """An acronym is explained where it first appears, or names a party.

    Those who wrote the plan know what the letters stand for; most of those it was written for do not.

    Bad:
        commitments:
          registry:
            title: Register of vendors in the SIGM  # <- S106

    Good:
        commitments:
          registry:
            title: Register of vendors in the market information system (SIGM)
    """
    known = {folded(composed(word)) for key, one in plan.parties.items() for word in (*split(one.name), key)}
    known |= {
        "".join(word[0] for word in split(one.name) if word[:1].isupper()).lower() for one in plan.parties.values()
    }
    told: set[str] = set()
    for path, text in _texts(plan):
        for acronym in acronyms(text):
            if acronym not in told and folded(acronym) not in known:
                yield at(*path, acronym=acronym)
            told.add(acronym)
        told |= explained(text)


def _texts(plan: Plan) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The sentences of the commitments with their places, in the order of the format."""
    for key, commitment in plan.commitments.items():
        for field in ("title", "objective", "commitment"):
            yield ("commitments", key, field), getattr(commitment, field)
        for placed in commitment.all_activities():
            yield ("commitments", key, *placed.route, "activity"), placed.activity.activity


@rule(
    "S107", WARNING, "5.1",
    "“{node}” does not say which part of the population benefits.",
    "write under {key} who benefits, as precisely as you can",
)  # fmt: skip
def population_named(commitment: Commitment, plan: Plan) -> Found:
    """The commitment names the population that benefits.

    A promise to everybody is kept to nobody. When it is said who benefits, it can be counted how many were reached, and
    they can say themselves whether it helped.

    Bad:
        commitments:  # <- X106
          registry:
            population:  # <- S107
            groups:
            objective: To give 90% of the places in writing by 2026-12-31

    Good:
        commitments:
          registry:
            population: street vendors
            objective: To give 90% of the places in writing by 2026-12-31
    """
    if commitment.population or commitment.groups:
        return
    suffering = [plan.problems[key].population for key in commitment.problem if key in plan.problems]
    words = set(split(folded(composed(commitment.objective))))
    if not any(one and set(split(folded(composed(one)))) <= words for one in suffering):
        yield at("population", unless=(("groups",),))


@rule(
    "S108", ADVICE, "5.1",
    "The promise of “{node}” does not say by what means it will be kept.",
    "write it as: to do this, by these means",
)  # fmt: skip
def says_by_what_means(commitment: Commitment, language: str) -> Found:
    """The commitment sentence says "to … by (means)".

    The handbook's template has two blanks: what is promised, in the infinitive, and the means. With the means, everyone
    can judge whether the promise is within reach; without them it is a wish.

    Bad:
        commitments:
          registry:
            commitment: To give every street vendor a written place  # <- S108

    Good:
        commitments:
          registry:
            commitment: To give every street vendor a written place by counting the stalls and opening a public register
    """
    if commitment.commitment and not read(commitment.commitment, language).means:
        yield at("commitment")


@rule(
    "S109", ADVICE, "5",
    "The title of “{node}” has {count} words.",
    "shorten it to {most} words or fewer; the rest belongs in the objective",
)  # fmt: skip
def title_is_short(commitment: Commitment) -> Found:
    """The title of a commitment is short.

    The title is what people will call the commitment, in meetings and in the press. Twelve words are enough for that.

    Bad:
        commitments:
          registry:
            title: Register of street vendors of the twelve markets of Agua Clara and of those around the schools  # <- S109

    Good:
        commitments:
          registry:
            title: Register of street vendors
    """
    count = len(commitment.title.split())
    if count > LONGEST_TITLE:
        yield at("title", count=str(count), most=str(LONGEST_TITLE))


@rule(
    "S115", ADVICE, "5",
    "The title of “{node}” says the same as its objective.",
    "give it a short name, and leave the objective as it is",
)  # fmt: skip
def title_is_a_name(commitment: Commitment) -> Found:
    """The title is not a copy of the objective.

    A name and an aim are two things. Where one is copied into the other, one of them is missing.

    Bad:
        commitments:
          registry:
            title: To give 90% of street vendors a written place by 2026-12-31  # <- S115
            objective: To give 90% of street vendors a written place by 2026-12-31

    Good:
        commitments:
          registry:
            title: Register of street vendors
            objective: To give 90% of street vendors a written place by 2026-12-31
    """
    if commitment.title and commitment.objective and equal_in_words(commitment.title, commitment.objective):
        yield at("title")
