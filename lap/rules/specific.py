"""Family S: a commitment is specific (§5, §5.1)."""

from lap.language.sentence import examples, read
from lap.model.commitment import Commitment
from lap.rule import ADVICE, ERROR, WARNING, Found, at, rule
from lap.rules.measurable import goal_in_indicators, unread


@rule(
    "S101", ERROR, "5",
    "“{node}” has no objective.",
    "write under {key} what is to change, for whom, how much and by when",
    missing=True, silences="S102 S103 S104 M103",
)  # fmt: skip
def objective_stated(commitment: Commitment) -> Found:
    """The commitment has an objective.

    The objective is the end that all activities serve. Without it nobody can say, when the plan is over,
    whether the commitment was worth the effort, and each party is free to work towards an end of its own.

    Bad:
        commitments:
          registry:
            objective:  # <- S101

    Good:
        commitments:
          registry:
            objective: To give 90% of street vendors a written place by 2026-12-31
    """
    if not commitment.objective:
        yield at("objective")


@rule(
    "S102", WARNING, "5.1",
    "The objective of “{node}” does not begin with a verb in the infinitive.",
    "begin it with what is to be done, in the infinitive: {examples}, …",
)  # fmt: skip
def begins_with_infinitive(commitment: Commitment, language: str) -> Found:
    """The objective begins with a verb in the infinitive.

    A verb says what someone is going to do. A noun ("improvement of…"), a slogan or a lead-in ("the objective is…")
    leaves open who does what, and makes the sentence longer before it has said anything.

    Bad:
        commitments:
          registry:
            objective: A written place for 90% of street vendors by 2026-12-31  # <- S102

    Good:
        commitments:
          registry:
            objective: To give 90% of street vendors a written place by 2026-12-31
    """
    if commitment.objective and not read(commitment.objective, language).infinitive:
        yield at("objective", examples=examples(language))


@rule(
    "S103", WARNING, "5.1",
    "Nobody can tell when the objective of “{node}” is reached: “{verb}” cannot be verified.",
    "say what will be different, with a verb such as {examples}, or say how much; an effectiveness indicator with a target does too",
    silences="M103",
)  # fmt: skip
def can_be_verified(commitment: Commitment, language: str) -> Found:
    """The objective's main verb can be verified.

    Whoever promotes or strengthens something has kept the promise with a single meeting, and has not kept it after a
    hundred. A verb whose result can be seen ends that dispute, and so does a figure, in the sentence or in an
    effectiveness indicator with a target. Only the main verb counts: publishing the budget in order to strengthen
    trust can be verified.

    Bad:
        commitments:
          registry:
            objective: To promote the formal trade of street vendors  # <- S103
            indicators: {written-places: {target: }}  # <- I103

    Good:
        commitments:
          registry:
            objective: To promote the formal trade of 1,000 street vendors
    """
    if goal_in_indicators(commitment):
        return
    sentence = read(commitment.objective, language)
    if sentence.vague and not sentence.figures:
        yield at("objective", unless=unread(commitment), verb=sentence.vague, examples=examples(language))


@rule(
    "S104", ADVICE, "5",
    "The objective of “{node}” has more than one aim: {aims}.",
    "keep the one that answers the problem; make the other an activity, or a commitment of its own",
)  # fmt: skip
def has_one_aim(commitment: Commitment, language: str) -> Found:
    """The objective has one aim.

    Of two aims one may be reached and the other not, and then nobody can say whether the commitment was kept. Two verbs
    on one thing ("to design and run a portal") are one aim; so are an aim and what it is for.

    Bad:
        commitments:
          registry:
            objective: To give 90% of street vendors a written place and to train 40 inspectors  # <- S104

    Good:
        commitments:
          registry:
            objective: To count and map 90% of the stalls so that vendors keep their place
    """
    aims = read(commitment.objective, language).aim_verbs
    if len(aims) > 1:
        yield at("objective", aims=aims)
