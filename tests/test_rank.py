"""The screening, the order and its ties, the grid, and who was passed over: examples by hand, and laws for all plans."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lap.load import load
from lap.model.problem import Problem
from lap.model.proposal import Proposal
from lap.rank import Candidate, Ranking, grid, is_rounded, overtaken, rank, rank_problems, rank_proposals
from lap.screening import Detail, Requirement, Screening
from lap.source.files import read_bytes

PLAN = """
lap: 1
problems:
  water:
    effects: {thirst: People buy water}
    causes: {leaks: {text: Pipes leak, causes: {age: Pipes are old}}, thieves: Pipes are tapped}
  roads: {causes: {mud: Roads are of mud}}
proposals:
"""
MET = "sdg: ['6.1'], clear: yes, viable: {legal: yes, financial: yes, technical: yes, human: yes}"


def ranked(proposals: str) -> Ranking:
    loaded = load(read_bytes((PLAN + proposals).encode(), "plan.yaml"))
    return rank_proposals(loaded.plan, loaded.broken)


def screened(keys: str) -> Screening:
    found = ranked(f"  one: {{{keys}}}\n").candidates[0].screening
    assert found
    return found


def places(ranking: Ranking) -> list[tuple[int, str]]:
    return [(one.place, one.candidate.node.id) for one in ranking.placed]


# The screening


@pytest.mark.parametrize(
    ("keys", "verdict", "details"),
    [
        ("", "open", ()),
        ("addresses: [leaks, age]", "yes", (("held", ("leaks", "age")),)),
        ("problem: water, addresses: [age]", "yes", (("held", ("age",)),)),
        ("problem: roads, addresses: [leaks]", "no", (("unknown", ("leaks",)),)),
        ("problem: nowhere, addresses: [mud]", "yes", (("held", ("mud",)),)),
        ("addresses: [thirst]", "no", (("effects", ("thirst",)),)),
        ("addresses: [thirst, nothing, mud, mud]", "yes", (("effects", ("thirst",)), ("unknown", ("nothing",)), ("held", ("mud",)))),
        ("addresses: [{a: b}]", "open", (("unread", ()),)),
        ("addresses: [{a: b}, mud]", "yes", (("held", ("mud",)),)),
    ],
)  # fmt: skip
def test_a_proposal_relates_to_a_cause_when_one_id_is_a_cause_of_its_problem(
    keys: str, verdict: str, details: Any
) -> None:
    assert screened(keys).cause == Requirement(verdict, tuple(Detail(*one) for one in details))


@pytest.mark.parametrize(
    ("codes", "verdict", "held"),
    [("", "open", ()), ("'8'", "yes", ("8",)), ("'1.a.3'", "yes", ("1.a.3",)), ("'8.33'", "no", ()), ("'8.33', '6.1'", "yes", ("6.1",))],
)  # fmt: skip
def test_a_proposal_contributes_when_one_code_is_of_the_agenda_retired_ones_too(
    codes: str, verdict: str, held: Any
) -> None:
    agenda = screened(f"sdg: [{codes}]").agenda
    assert (agenda.verdict, agenda.named("held")) == (verdict, held)


@pytest.mark.parametrize(
    ("keys", "verdict", "no", "open"),
    [
        ("", "open", (), ("clear", "legal", "financial", "technical", "human")),
        (MET, "yes", (), ()),
        ("clear: yes", "open", (), ("legal", "financial", "technical", "human")),
        ("clear: no, viable: {legal: yes}", "no", ("clear",), ("financial", "technical", "human")),
        ("clear: yes, viable: {legal: yes, financial: no, technical: no, human: yes}", "no", ("financial", "technical"), ()),
    ],
)  # fmt: skip
def test_a_proposal_is_clear_and_viable_when_all_five_answers_are_yes(
    keys: str, verdict: str, no: Any, open: Any
) -> None:
    viable = screened(keys).viable
    assert (viable.verdict, viable.named("no"), viable.named("open")) == (verdict, no, open)


def test_an_answer_that_cannot_be_read_is_neither_yes_nor_missing() -> None:
    viable = screened("clear: yes, viable: {legal: perhaps, financial: yes, technical: yes, human: yes}").viable
    assert (viable.verdict, viable.named("open"), viable.named("unread")) == ("open", (), ("legal",))
    assert screened("clear: yes, viable: 5").viable.named("unread") == ("legal", "financial", "technical", "human")


@pytest.mark.parametrize(
    ("keys", "verdict"),
    [
        (f"addresses: [mud], {MET}", "yes"),
        (MET, "open"),
        (f"addresses: [thirst], {MET}", "no"),
        ("addresses: [thirst]", "no"),
    ],
)
def test_the_screening_is_the_worst_of_its_three_requirements(keys: str, verdict: str) -> None:
    assert screened(keys).verdict == verdict


# The order


def test_screened_first_then_urgency_times_impact_then_votes_and_ties_share_a_place() -> None:
    ranking = ranked(
        f"  failed: {{urgency: 5, impact: 5, votes: 900, addresses: [mud], {MET.replace('legal: yes', 'legal: no')}}}\n"
        f"  low: {{urgency: 2, impact: 2, addresses: [mud], {MET}}}\n"
        f"  open: {{urgency: 5, impact: 5, votes: 900, {MET}}}\n"
        f"  tied: {{urgency: 4, impact: 5, votes: 7, addresses: [mud], {MET}}}\n"
        f"  fewer: {{urgency: 5, impact: 4, votes: 6, addresses: [mud], {MET}}}\n"
        f"  also-tied: {{urgency: 5, impact: 4, votes: 7, addresses: [mud], {MET}}}\n"
    )
    assert places(ranking) == [(1, "tied"), (1, "also-tied"), (3, "fewer"), (4, "low"), (5, "open"), (6, "failed")]
    assert [one.tied for one in ranking.placed] == [True, True, False, False, False, False]


def test_no_votes_written_count_as_none() -> None:
    ranking = ranked("  a: {urgency: 1, impact: 1}\n  b: {urgency: 1, impact: 1, votes: 0}\n")
    assert places(ranking) == [(1, "a"), (1, "b")]


def test_without_scores_or_with_scores_out_of_range_a_proposal_stands_apart_and_says_what_is_missing() -> None:
    ranking = ranked(
        "  bare: Do it\n"
        "  half: {urgency: 3}\n"
        "  wrong: {urgency: 6, impact: 0, votes: -1}\n"
        "  scored: {urgency: 1, impact: 1, votes: -1}\n"
    )
    assert places(ranking) == [(1, "scored")]
    assert [(one.node.id, one.missing, sorted(one.unread)) for one in ranking.apart] == [
        ("bare", ("urgency", "impact"), []),
        ("half", ("impact",), []),
        ("wrong", ("urgency", "impact"), ["impact", "urgency", "votes"]),
    ]


def test_scores_may_have_fractions_and_are_compared_exactly() -> None:
    third = "3." + "3" * 28
    ranking = ranked(f"  less: {{urgency: {third}, impact: 3}}\n  more: {{urgency: {third}4, impact: 3}}\n")
    assert places(ranking) == [(1, "more"), (2, "less")]


def test_problems_are_ranked_without_a_screening() -> None:
    text = "lap: 1\nproblems:\n  a: {urgency: 1, impact: 5, votes: 2}\n  b: {urgency: 5, impact: 1, votes: 3}\n  c: C\n"
    ranking = rank_problems(load(read_bytes(text.encode(), "plan.yaml")).plan)
    assert places(ranking) == [(1, "b"), (2, "a")]
    assert [one.node.id for one in ranking.apart] == ["c"]
    assert {one.screening for one in ranking.candidates} == {None}


# The grid, and who was passed over


def test_the_grid_rounds_halves_upwards_and_says_whether_it_did() -> None:
    ranking = ranked("  a: {urgency: 4.5, impact: 1.4}\n  b: {urgency: 5, impact: 1}\n  c: Unscored\n")
    assert {cell: [one.number for one in found] for cell, found in grid(ranking).items()} == {(5, 1): [1, 2]}
    assert is_rounded(ranking.candidates)
    assert not is_rounded(ranking.candidates[1:])


def test_a_selected_proposal_below_a_discarded_one_was_chosen_over_the_first_of_these() -> None:
    ranking = ranked(
        "  above: {urgency: 5, impact: 5, outcome: selected}\n"
        "  first: {urgency: 4, impact: 4, outcome: discarded}\n"
        "  equal: {urgency: 4, impact: 4, outcome: selected}\n"
        "  merged: {urgency: 3, impact: 3, outcome: merged}\n"
        "  second: {urgency: 2, impact: 4, outcome: discarded}\n"
        "  below: {urgency: 2, impact: 2, outcome: selected}\n"
        "  unscored: {outcome: selected}\n"
    )
    found = [(one.selected.candidate.node.id, one.discarded.candidate.node.id) for one in overtaken(ranking)]
    assert found == [("below", "first")]


# Laws

QUIET = settings(deadline=None, derandomize=True, database=None)

SCORES = st.one_of(st.none(), st.integers(1, 5).map(Decimal), st.decimals(1, 5, places=2))
HELD = {verdict: Requirement(verdict, ()) for verdict in ("yes", "open", "no")}
SCREENINGS = st.sampled_from([Screening(HELD[a], HELD[b], HELD["yes"]) for a in HELD for b in HELD])


def proposal(urgency: Decimal | None, impact: Decimal | None, votes: int | None) -> Proposal:
    return Proposal.model_construct(urgency=urgency, impact=impact, votes=votes, outcome=None, id="")


PROPOSALS = st.builds(proposal, SCORES, SCORES, st.none() | st.integers(0, 3))


@st.composite
def candidates(draw: st.DrawFn) -> tuple[Candidate, ...]:
    drawn = draw(st.lists(st.tuples(PROPOSALS, SCREENINGS), max_size=12))
    return tuple(Candidate(number, node, screening) for number, (node, screening) in enumerate(drawn, 1))


def numbered(found: tuple[Candidate, ...]) -> dict[int, int]:
    return {one.candidate.number: one.place for one in rank("proposals", found).placed}


@QUIET
@given(candidates())
def test_everyone_is_either_placed_or_apart_and_the_grid_holds_those_that_are_placed(
    found: tuple[Candidate, ...],
) -> None:
    ranking = rank("proposals", found)
    placed = [one.candidate.number for one in ranking.placed]
    assert sorted([*placed, *(one.number for one in ranking.apart)]) == [one.number for one in found]
    assert sorted(one.number for cell in grid(ranking).values() for one in cell) == sorted(placed)
    assert all(1 <= urgency <= 5 and 1 <= impact <= 5 for urgency, impact in grid(ranking))


def before(one: Candidate, other: Candidate) -> bool:
    """The rule of the order as it is printed."""
    stages = ["yes", "open", "no"]
    assert one.screening
    assert other.screening
    if one.screening.verdict != other.screening.verdict:
        return stages.index(one.screening.verdict) < stages.index(other.screening.verdict)
    if one.score != other.score:
        return one.score > other.score
    return (one.node.votes or 0) > (other.node.votes or 0)


@QUIET
@given(candidates())
def test_a_place_is_one_more_than_the_number_of_those_before(found: tuple[Candidate, ...]) -> None:
    scored = [one for one in found if not one.missing]
    expected = {one.number: 1 + sum(before(other, one) for other in scored) for one in scored}
    assert numbered(found) == expected
    ranking = rank("proposals", found)
    assert [one.place for one in ranking.placed] == sorted(expected.values())
    assert all(one.tied == (list(expected.values()).count(one.place) > 1) for one in ranking.placed)


@QUIET
@given(candidates(), st.randoms())
def test_the_order_of_the_file_decides_no_place(found: tuple[Candidate, ...], chance: Any) -> None:
    shuffled = list(found)
    chance.shuffle(shuffled)
    assert numbered(tuple(shuffled)) == numbered(found)


@QUIET
@given(candidates(), st.data())
def test_who_gains_urgency_or_votes_never_falls(found: tuple[Candidate, ...], data: st.DataObject) -> None:
    scored = [one for one in found if not one.missing]
    if not scored:
        return
    one = data.draw(st.sampled_from(scored))
    assert one.node.urgency
    raised = data.draw(st.decimals(one.node.urgency, 5, places=2))
    better = Candidate(one.number, proposal(raised, one.node.impact, (one.node.votes or 0) + 1), one.screening)
    assert numbered(tuple(better if each is one else each for each in found))[one.number] <= numbered(found)[one.number]


@QUIET
@given(candidates())
def test_a_problem_has_the_place_of_a_proposal_that_meets_everything(found: tuple[Candidate, ...]) -> None:
    all_met = tuple(Candidate(one.number, one.node, Screening(HELD["yes"], HELD["yes"], HELD["yes"])) for one in found)
    problems = tuple(Candidate(one.number, as_problem(one.node)) for one in found)
    assert numbered(problems) == numbered(all_met)


def as_problem(node: Proposal | Problem) -> Problem:
    return Problem.model_construct(urgency=node.urgency, impact=node.impact, votes=node.votes, id="")


def swapped(found: tuple[Candidate, ...]) -> Iterator[Candidate]:
    for one in found:
        yield Candidate(one.number, proposal(one.node.impact, one.node.urgency, one.node.votes), one.screening)


@QUIET
@given(candidates())
def test_urgency_and_impact_count_alike(found: tuple[Candidate, ...]) -> None:
    assert numbered(tuple(swapped(found))) == numbered(found)
