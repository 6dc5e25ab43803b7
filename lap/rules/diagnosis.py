"""Family P, second part: the evidence for a problem, and who was heard about it (§3.1)."""

from collections.abc import Iterator

from lap.findings import Key
from lap.language.people import same_people
from lap.model.plan import Plan
from lap.model.problem import Evidence, Perspective, Problem
from lap.pace import starts_on
from lap.roles import body_of
from lap.rule import ADVICE, WARNING, At, Found, at, rule
from lap.rules.problem import in_hand

AUTHORITIES = ("government", "oversight-body")


@rule(
    "P106", WARNING, "3.1",
    "No evidence supports “{node}”.",
    "write under {key} what was found, when and by whom: a survey, a count, a record",
)  # fmt: skip
def evidence_given(problem: Problem) -> Found:
    """A diagnosis supports the problem: at least one piece of evidence.

    What everybody knows is often half true. Public sources, metrics and surveys show how things stood before the plan
    began (§3.1), and a count made by neighbours is evidence too. A problem that is postponed or referred is not asked.

    Bad:
        problems:
          street-trade:
            evidence:  # <- P106

    Good:
        problems:
          street-trade:
            evidence: {finding: 70% paid in 2024, date: 2024-05-01, source: Survey of vendors}
    """
    if in_hand(problem) and not problem.evidence:
        yield at("evidence")


@rule(
    "P107", ADVICE, "3.1",
    "A finding about “{node}” cannot be looked up. Missing here: {missing}.",
    "write when it was measured or published, and who found it",
)  # fmt: skip
def evidence_can_be_found(evidence: Evidence) -> Found:
    """Evidence carries its date and its source.

    A figure without a date cannot be compared with a later one, and a figure without a source convinces only those who
    believed it before. The address where it can be read will do for a source.

    Bad:
        problems:
          street-trade:
            evidence:
              finding: 70% paid in 2024
              date:  # <- P107
              source:

    Good:
        problems:
          street-trade:
            evidence:
              finding: 70% paid in 2024
              date: 2024-05-01
              source: Survey of vendors
    """
    has = {"date": evidence.date, "source": evidence.source or evidence.url}
    missing = [name for name, value in has.items() if not value]
    if missing:
        yield at(missing[0], unless=(("url",),), missing=tuple(Key("evidence", name) for name in missing))


@rule(
    "P111", WARNING, "3.1",
    "Those affected are not heard on “{node}”.",
    "ask them, and write under {key} what they say, and in {speaker} who they are, as in {population}",
    silences="P112",
)  # fmt: skip
def sufferers_heard(problem: Problem, plan: Plan) -> Found:
    """Those affected speak: one perspective is that of the population itself.

    A problem cannot be separated from the people who experience it (§3.1), and who lives with it knows what no record
    holds. Somebody counts as one of the population where `from` has a word of it, or names a party of the sector
    community. A problem that is postponed or referred is not asked.

    Bad:
        problems:
          street-trade:  # <- P111
            perspectives:
              - {from: inspectors, view: Nobody told us who may stand where}
              - {from: shopkeepers, view: The stalls hide our windows}

    Good:
        problems:
          street-trade:
            perspectives:
              - {from: inspectors, view: Nobody told us who may stand where}
              - {from: vendors of the north market, view: "Without a paper, everyone can ask for money"}
    """
    if in_hand(problem) and not any(_suffers(one, problem, plan) for one in _spoken(problem)):
        speaker, population = Key("perspective", "from"), Key("problem", "population")
        yield _missing(problem, speaker=speaker, population=population)


def _missing(problem: Problem, **parameters: object) -> At:
    """A perspective is missing: at the problem that lacks it, or at a key with nothing after it."""
    path = () if problem.perspectives else ("perspectives",)
    return At(path, {"key": Key("problem", "perspectives"), **parameters}, unless=(("perspectives",),))


def _spoken(problem: Problem) -> Iterator[Perspective]:
    return (one for one in problem.perspectives if one.view)


def _suffers(perspective: Perspective, problem: Problem, plan: Plan) -> bool:
    """Whether somebody of the population speaks; where it is not said who suffers (P101), anybody may."""
    party = plan.parties.get(body_of(perspective.from_))
    if party and party.sector in AUTHORITIES:
        return False
    community = party is not None and party.sector == "community"
    name = party.label if party else perspective.from_
    return community or not problem.population or same_people(name, problem.population)


@rule(
    "P112", WARNING, "3.1",
    "Fewer than two perspectives on “{node}” are recorded.",
    "write under {key} how others see it too: those who attend to it, those who are blamed for it, those who study it",
)  # fmt: skip
def seen_from_two_sides(problem: Problem) -> Found:
    """There are at least two perspectives on the problem.

    How a problem is perceived depends on where one stands, and causes and effects look different from there (§3.1 d, §4).
    Two views that do not agree are the best beginning of a diagnosis. A problem that is postponed or referred is not
    asked.

    Bad:
        problems:
          street-trade:  # <- P112
            perspectives:
              - {from: street vendors, view: "Without a paper, everyone can ask for money"}

    Good:
        problems:
          street-trade:
            perspectives:
              - {from: street vendors, view: "Without a paper, everyone can ask for money"}
              - {from: inspectors, view: Nobody told us who may stand where}
    """
    if in_hand(problem) and len({one.from_ or one.view for one in _spoken(problem)}) < 2:
        yield _missing(problem)


@rule(
    "P116", ADVICE, "3.1",
    "The oldest finding about “{node}” is of {date}, and “{commitment}” starts on {start}.",
    "add what was known before; a diagnosis that comes after the work has begun cannot have guided it",
)  # fmt: skip
def diagnosed_before(problem: Problem, plan: Plan) -> Found:
    """The diagnosis is older than the commitment's start.

    First the problem is understood, then something is promised. Where the evidence is younger than the first activity,
    it was looked for afterwards, and the state of things before the work cannot be known from it. Evidence without a
    date (P107) may be older.

    Bad:
        problems:
          street-trade:
            evidence:
              finding: 70% paid in 2025
              date: 2025-03-01  # <- P116
              source: Survey of vendors

    Good:
        problems:
          street-trade:
            evidence:
              finding: 70% paid in 2024
              date: 2024-05-01
              source: Survey of vendors
    """
    dates = {place: one.date for place, one in enumerate(problem.evidence) if one.date}
    promised = [one for one in plan.commitments.values() if problem.id in one.problem]
    starts = [(day, one) for one in promised if (day := starts_on(one))]
    if not starts or not dates or len(dates) < len(problem.evidence):
        return
    oldest = min(dates, key=lambda place: dates[place].first)
    day, first = min(starts, key=lambda pair: pair[0])
    if dates[oldest].first >= day:
        yield at("evidence", oldest, "date", date=dates[oldest], commitment=first.label, start=day)
