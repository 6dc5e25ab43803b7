"""Family P, first part: who suffers a problem, where, how much, what was tried, and what becomes of it (§3, §3.1)."""

from lap.findings import Key, Word
from lap.language.people import names_people
from lap.language.places import names_a_place
from lap.language.sentence import read
from lap.model.plan import Plan
from lap.model.problem import Problem
from lap.rule import ADVICE, WARNING, Found, at, rule

OUTCOMES = tuple(Word("=problem-outcome", word) for word in ("taken-up", "postponed", "referred"))
STATEMENT = Key("problem", "statement")
LEFT = ("postponed", "referred")


def in_hand(problem: Problem) -> bool:
    """Whether what a problem lacks is asked for: not where its outcome says that the plan leaves it to later or to others."""
    return problem.outcome not in LEFT


@rule(
    "P101", WARNING, "3",
    "“{node}” does not say under {key} who suffers the problem.",
    "write there which part of the population it is, as precisely as you can, even if the statement tells it",
)  # fmt: skip
def sufferers_named(problem: Problem) -> Found:
    """The problem says which population suffers it.

    A problem is public because it bears upon society or a part of it. Whoever knows which part can count the people,
    ask them, and find out later whether they are better off. A problem that is postponed or referred is not asked.

    Bad:
        problems:
          street-trade:
            population:  # <- P101

    Good:
        problems:
          street-trade:
            population: street vendors
    """
    if in_hand(problem) and not problem.population:
        yield at("population")


@rule(
    "P105", WARNING, "3.1",
    "“{node}” does not tell how large the problem is.",
    "write a figure in {statement} (how many, how often, how long), or under {value} of its {evidence}",
)  # fmt: skip
def size_told(problem: Problem, language: str) -> Found:
    """The problem has a magnitude: a figure in its statement or in its evidence.

    Without a figure nobody can tell a nuisance from an emergency, or say at the end of the plan whether the problem has
    become smaller. A problem that is postponed or referred is not asked.

    Bad:
        problems:
          street-trade:  # <- P105
            statement: Street vendors pay bribes to keep their place
            evidence: {finding: Vendors say that they paid, value: }

    Good:
        problems:
          street-trade:
            statement: Street vendors pay bribes to keep their place
            evidence: {finding: Seven of ten vendors paid in 2024, value: }
    """
    if in_hand(problem) and not _has_figure(problem, language):
        value, places = Key("evidence", "value"), _places_of_figures(problem)
        yield at(unless=places, statement=STATEMENT, evidence=Key("problem", "evidence"), value=value)


def _has_figure(problem: Problem, language: str) -> bool:
    texts = (problem.statement, *(one.finding for one in problem.evidence))
    measured = any(one.value is not None for one in problem.evidence)
    return measured or any(read(text, language).magnitudes for text in texts if text)


def _places_of_figures(problem: Problem) -> tuple[tuple[str | int, ...], ...]:
    places = [("evidence", place, "value") for place in range(len(problem.evidence))]
    return (("statement",), *places) if places else (("statement",), ("evidence",))


@rule(
    "P113", ADVICE, "3.1",
    "“{node}” does not say under {key} where the problem occurs.",
    "write there the places: neighbourhoods, communities, roads, offices",
)  # fmt: skip
def places_named(problem: Problem) -> Found:
    """The problem says where it occurs.

    A problem is seldom the same in every street. Where it occurs tells whom to ask, where to begin, and which office has
    to be at the table. A problem that is postponed or referred is not asked.

    Bad:
        problems:
          street-trade:
            where:  # <- P113

    Good:
        problems:
          street-trade:
            where: the twelve markets of Agua Clara
    """
    if in_hand(problem) and not problem.where:
        yield at("where")


@rule(
    "P114", ADVICE, "3",
    "No commitment takes up “{statement}”, and it is not said what became of it.",
    "name it under {problem} of a commitment, or write under {key} one of {words}, and why under {reason}",
)  # fmt: skip
def not_left_open(plan: Plan) -> Found:
    """Some commitment takes the problem up, or its outcome says what became of it.

    People spent an evening on naming it. When the plan takes up other problems, they want to know whether theirs comes
    later, was handed to whom it concerns, or was forgotten. A plan without commitments is not asked yet.

    Bad:
        problems:
          noise:  # <- P114
            statement: 40% of the households of Agua Clara lie awake for the noise of the bars
            population: households beside the bars
            where: the four streets around the old market
            tried: [A decree on closing hours in 2022]
            evidence: {finding: 40% complained, date: 2024-05-01, source: Survey of households}
            perspectives:
              - {from: households, view: We sleep after three}
              - {from: barkeepers, view: We live from the night}
            effects: {illness: {text: Neighbours fall ill, end: Neighbours keep their health}}
            causes:
              licences:
                text: Licences name no hour
                kind: necessary
                means: Bars close at midnight
                causes: {code: {text: The code is of 1974, kind: contributing, means: The code fits the town}}
            objective: Households sleep at night

    Good:
        problems:
          noise:
            statement: 40% of the households of Agua Clara lie awake for the noise of the bars
            outcome: postponed
            reason: The council revises the licences in 2026
    """
    taken = {name for one in plan.commitments.values() for name in one.problem}
    links = tuple(("commitments", key, "problem") for key in plan.commitments)
    named = Key("commitment", "problem"), Key("problem", "reason")
    for key, one in plan.problems.items() if plan.commitments else ():
        if key not in taken and not one.outcome:
            path = ("problems", key, "outcome")
            yield at(*path, unless=links, statement=one.label, words=OUTCOMES, problem=named[0], reason=named[1])


@rule(
    "P119", ADVICE, "3",
    "“{node}” does not say what has been tried so far.",
    "write under {key} what was done about it; if nothing was, write that",
)  # fmt: skip
def attempts_told(problem: Problem) -> Found:
    """The problem says what has been tried.

    Open government is there for what the usual channels did not solve (§3). What was tried, by whom and since when,
    keeps a plan from promising it a second time. A problem that is postponed or referred is not asked.

    Bad:
        problems:
          street-trade:
            tried:  # <- P119

    Good:
        problems:
          street-trade:
            tried: [A complaints telephone since 2019]
    """
    if in_hand(problem) and not problem.tried:
        yield at("tried")


@rule(
    "P120", WARNING, "3.1",
    "“{node}” names no figure, no place and no population.",
    "say how many people or cases there are, or write under {where} the places, or under {population} who suffers it",
    silences="P101 P105 P113",
)  # fmt: skip
def not_abstract(problem: Problem, language: str) -> Found:
    """The problem is not wholly abstract: it names a figure, a place or a population at least.

    Descriptions of problems are often very general, abstract and ambiguous (§3.1), and everybody agrees with them.
    Nobody can begin to solve "mistrust", but 300 vendors who pay for their place, or one market, can be visited.

    Bad:
        problems:
          street-trade:  # <- P120
            statement: Mistrust between society and its institutions
            population:
            where:
            evidence: {finding: Mistrust has grown, value: }

    Good:
        problems:
          street-trade:
            statement: Vendors pay inspectors to keep their place
            population: street vendors
            where: the twelve markets of Agua Clara
    """
    if problem.population or problem.where or _has_figure(problem, language) or _is_concrete(problem, language):
        return
    places = (("population",), ("where",), *_places_of_figures(problem))
    yield at(unless=places, where=Key("problem", "where"), population=Key("problem", "population"))


def _is_concrete(problem: Problem, language: str) -> bool:
    """Whether the statement names a place or a part of the population."""
    return names_people(problem.statement, language) or names_a_place(read(problem.statement, language))
