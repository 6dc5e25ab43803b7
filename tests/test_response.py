"""What became of each proposal, and what is told of where it came from."""

import pytest

from lap.load import load
from lap.rank import rank_proposals
from lap.response import Response, responses
from lap.source.files import read_bytes

PLAN = """
lap: 1
language: {language}
parties:
  union: {{name: Union of Vendors, people: {{j-paz: Juan Paz}}}}
co-creation:
  - {{stage: open-session, title: Meeting with the Union of Vendors, participants: {{total: 90}}}}
  - {{stage: working-group, title: {title}, rule: {rule}, participants: {{total: {total}}}}}
proposals: {{one: {proposal}}}
commitments: {{registry: {{title: A register}}}}
"""


def response(
    proposal: str, rule: str = "open", title: str = "Water table and works table", total: int = 30, language: str = "en"
) -> Response:
    text = PLAN.format(proposal=proposal, rule=rule, title=title, total=total, language=language)
    plan = load(read_bytes(text.encode(), "plan.yaml")).plan
    (found,) = responses(rank_proposals(plan), plan, language)
    return found


@pytest.mark.parametrize(
    ("proposal", "kind", "commitment", "unknown", "answered"),
    [
        ("{action: Do it}", "undecided", None, "", False),
        ("{action: Do it, reason: Wait}", "undecided", None, "", False),
        ("{action: Do it, outcome: selected}", "selected", None, "", True),
        ("{action: Do it, outcome: selected, commitment: registry}", "selected", "registry", "", True),
        ("{action: Do it, outcome: merged, commitment: registre}", "merged", None, "registre", True),
        ("{action: Do it, outcome: discarded, reason: Too costly}", "discarded", None, "", True),
        ("{action: Do it, outcome: discarded, reason: ' '}", "discarded", None, "", False),
        ("{action: Do it, outcome: discarded, commitment: registry}", "discarded", None, "", False),
        ("{action: Do it, outcome: chosen}", "undecided", None, "", False),
    ],
)
def test_a_proposal_is_answered_once_it_is_decided_and_not_discarded_without_a_reason(
    proposal: str, kind: str, commitment: str | None, unknown: str, answered: bool
) -> None:
    found = response(proposal)
    assert (found.kind, found.commitment and found.commitment.id, found.unknown) == (kind, commitment, unknown)
    assert found.answered is answered


@pytest.mark.parametrize("source", ["Water table", "Juan Paz", "Union of Vendors", "Rosa", "j-paz"])
def test_without_the_rule_it_is_told_as_it_is_written(source: str) -> None:
    found = response(f"{{from: {source}, votes: 2}}")
    assert (found.group, found.votes, found.hidden) == (source, 2, False)


@pytest.mark.parametrize("source", ["Water table", "works table", "Meeting", "Water table and works table"])
def test_under_the_chatham_house_rule_the_title_of_a_meeting_is_told(source: str) -> None:
    found = response(f"{{from: {source}}}", "chatham-house")
    assert (found.group, found.hidden) == (source, False)


@pytest.mark.parametrize(
    "source", ["Juan Paz", "j-paz", "union", "Union of Vendors", "Rosa Luna", "Juan Paz of the water table", "—"]
)
def test_under_the_chatham_house_rule_nobody_else_is_told_though_a_title_names_them(source: str) -> None:
    found = response(f"{{from: {source}}}", "chatham-house")
    assert (found.group, found.hidden) == ("", True)


def test_nothing_is_withheld_where_nothing_is_written() -> None:
    found = response("{action: Do it}", "chatham-house")
    assert (found.group, found.hidden) == ("", False)


@pytest.mark.parametrize(("total", "group"), [(4, ""), (5, "Water table")])
def test_a_meeting_of_fewer_than_five_under_the_rule_is_not_named(total: int, group: str) -> None:
    assert response("{from: Water table}", "chatham-house", total=total).group == group


@pytest.mark.parametrize(("votes", "told"), [(0, 0), (1, None), (4, None), (5, 5)])
def test_under_the_rule_fewer_than_five_votes_are_not_told(votes: int, told: int | None) -> None:
    assert response(f"{{votes: {votes}}}", "chatham-house").votes == told


def test_titles_in_spanish_are_found_in_singular_and_plural() -> None:
    title = "Mesas de alimentación escolar y de salud"
    assert response("{from: Mesa de salud}", "chatham-house", title, language="es").group == "Mesa de salud"
    assert response("{from: Mesa de transporte}", "chatham-house", title, language="es").group == ""
