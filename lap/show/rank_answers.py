"""The reasoned response in whole sentences, ready to be published: what became of each proposal, and why (§4)."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lap.language.speech import english, said
from lap.rank import Placed
from lap.response import Response
from lap.screening import Requirement, Screening
from lap.show.escape import one_line
from lap.show.rank_words import ASPECTS, Writer

GAP = "☐ "
ENDS = (".", "!", "?", "…", "。")
OUTCOMES = {
    ("selected", "made"): english("It was selected and is now part of the commitment “{commitment}”."),
    ("selected", "lost"): english("It was selected for the commitment “{commitment}”, which is not in the plan."),
    ("selected", "open"): english("It was selected. The plan does not say yet which commitment it is part of."),
    ("merged", "made"): english("It was merged with others and is now part of the commitment “{commitment}”."),
    ("merged", "lost"): english(
        "It was merged with others for the commitment “{commitment}”, which is not in the plan."
    ),
    ("merged", "open"): english("It was merged with others. The plan does not say yet which commitment it is part of."),
    ("discarded", "open"): english("It was not taken up."),
    ("undecided", "open"): english("It has not been decided yet, so it is still without an answer."),
}
PLACES = {
    (False, True): english("In the order of the proposals it has place {place} of {all}, with urgency {urgency}, impact {impact} and {votes}."),
    (False, False): english("In the order of the proposals it has place {place} of {all}, with urgency {urgency} and impact {impact}."),
    (True, True): english("In the order of the proposals it shares place {place} of {all}, with urgency {urgency}, impact {impact} and {votes}."),
    (True, False): english("In the order of the proposals it shares place {place} of {all}, with urgency {urgency} and impact {impact}."),
}  # fmt: skip
WEIGHED = english(
    "Each proposal was asked three things: whether it relates to a cause of the problem, whether it contributes to the 2030 "
    "Agenda, and whether it is clear and viable. Urgency and impact were scored from 1 to 5."
)


class Answer(NamedTuple):
    """What is told to whoever proposed something: the proposal, what became of it and why, and how it was weighed."""

    response: Response
    proposal: str
    outcome: str
    weighed: str


class Group(NamedTuple):
    """The answers to what came from one working group; "" for those of which that is not told."""

    name: str
    answers: Sequence[Answer]


def groups(responses: Sequence[Response], writer: Writer) -> list[Group]:
    """The answers by working group, in the order of the plan; those without a group come last."""
    found: dict[str, list[Answer]] = {}
    for one in responses:
        found.setdefault(one_line(one.group), []).append(answer(one, writer))
    rest = found.pop("", [])
    named = [Group(name, answers) for name, answers in found.items()]
    return [*named, Group(said(english("Other proposals"), writer.language) if named else "", rest)] if rest else named


def title(writer: Writer) -> str:
    """What stands over the answers."""
    plan = one_line(writer.plan.title)
    sentence = english("What became of each proposal: {plan}") if plan else english("What became of each proposal")
    return writer.say(sentence, plan=plan)


def introduction(responses: Sequence[Response], writer: Writer) -> Iterator[str]:
    """How many proposals there are and what became of them; what still lacks an answer; how they were weighed."""
    kinds = [one.kind for one in responses]
    counts = {kind: kinds.count(kind) for kind in ("selected", "merged", "discarded", "undecided")}
    yield writer.say(
        english(
            "Proposals: {all}. Selected: {selected}; merged with others: {merged}; not taken up: {discarded}; "
            "not decided yet: {undecided}."
        ),
        all=len(kinds), **counts,
    )  # fmt: skip
    if unanswered := sum(not one.answered for one in responses):
        yield GAP + writer.say(english("Still without an answer: {n}."), n=unanswered)
    if writer.ranking.placed:
        yield f"{writer.say(WEIGHED)} {writer.order()}"


def answer(one: Response, writer: Writer) -> Answer:
    """What is told of one proposal."""
    gap = "" if one.answered else GAP
    outcome = f"{gap}{_outcome(one, writer)} {_reason(one, writer)}".rstrip()
    weighed = " ".join(_weighed(one, writer))
    return Answer(one, one_line(one.proposal.label), outcome, weighed)


def _outcome(one: Response, writer: Writer) -> str:
    state = "made" if one.commitment else "lost" if one.unknown else "open"
    commitment = one.commitment.label if one.commitment else one.unknown
    return writer.say(OUTCOMES[one.kind, state], commitment=one_line(commitment))


def _reason(one: Response, writer: Writer) -> str:
    reason = one_line(one.proposal.reason)
    if not reason and one.kind == "discarded":
        return writer.say(english("No reason has been given, so this proposal is still without an answer."))
    if not reason:
        return "" if one.kind == "undecided" else writer.say(english("No reason has been written down."))
    return _ended(writer.say(english("The reason: {reason}"), reason=reason))


def _ended(sentence: str) -> str:
    """A sentence that ends with someone's words, and their full stop if they wrote one."""
    return sentence if sentence.rstrip("”»\")'").endswith(ENDS) else sentence + "."


def _weighed(one: Response, writer: Writer) -> Iterator[str]:
    found, viable = one.candidate.screening, one.proposal.viable
    assert found
    yield from _screened(found, writer)
    if found.viable.verdict != "yes" and viable and viable.note.strip():
        yield _ended(writer.say(english("The plan notes on this: {note}"), note=one_line(viable.note)))
    if one.place is None:
        yield writer.say(english("It has no place in the order of the proposals, because it was not scored."))
    else:
        yield _placed(one, one.place, writer)


def _placed(one: Response, place: Placed, writer: Writer) -> str:
    node = place.candidate.node
    votes = "" if one.votes is None else writer.counted_votes(one.votes)
    return writer.say(
        PLACES[place.tied, bool(votes)], place=place.place, all=len(writer.ranking.placed), votes=votes,
        urgency=writer.figure(node.urgency), impact=writer.figure(node.impact),
    )  # fmt: skip


def _screened(found: Screening, writer: Writer) -> Iterator[str]:
    if found.verdict == "yes":
        yield writer.say(english("It meets the three requirements."))
        return
    failed, open = _named(found, "no", writer), _named(found, "open", writer)
    if failed:
        yield writer.say(english("Of what was asked it lacks: {requirements}."), requirements="; ".join(failed))
    if open:
        yield writer.say(english("Not answered yet: {requirements}."), requirements="; ".join(open))


def _named(found: Screening, verdict: str, writer: Writer) -> list[str]:
    """The requirements that are not met, or not answered."""
    named = [writer.say(english("a link to an identified cause"))] if found.cause.verdict == verdict else []
    named += [writer.say(english("a contribution to the 2030 Agenda"))] if found.agenda.verdict == verdict else []
    return [*named, *_viable(found.viable, verdict, writer)]


def _viable(found: Requirement, verdict: str, writer: Writer) -> Iterator[str]:
    aspects = found.named("no") if verdict == "no" else found.named("open", "unread")
    if "clear" in aspects:
        yield writer.say(english("clear wording"))
    if viable := [writer.say(ASPECTS[one]) for one in aspects if one != "clear"]:
        yield writer.say(english("viability ({aspects})"), aspects=", ".join(viable))
