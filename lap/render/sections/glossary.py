"""The words of the plan that not everybody knows, in the plan's own sense (Glossary)."""

from lap.language.speech import english
from lap.render.blocks import Facts, Section
from lap.render.told import Told

TERMS = {
    english("Commitment"): english(
        "A promise to help solve a public problem, with someone who answers for it, a work plan and indicators."
    ),
    english("Baseline"): english("Where an indicator stood before the plan."),
    english("Target"): english("Where an indicator shall stand, and by when."),
    english("Half-yearly goal"): english("What an indicator shall have reached by the end of a half-year."),
    english("Means of verification"): english("Where anyone can check whether something was done."),
    english("Compliance"): english(
        "Of the activities due by a day, the share that is done with evidence, weighted by their days."
    ),
    english("Achievement"): english("How much of what was expected of an indicator by a day was reached."),
    english("Overdue in silence"): english("Past its end, neither done nor cancelled, and nobody says why."),
    english("Confirmed activity"): english("Whoever monitors has checked the evidence and agrees."),
    english("Disputed activity"): english("Whoever monitors has checked the evidence and does not agree."),
}


def glossary(told: Told) -> Section:
    """Every term with what it means."""
    return Section(
        "glossary",
        told.say("Words used here"),
        [Facts([(told.say(term), [told.say(meaning)]) for term, meaning in TERMS.items()])],
    )
