"""How a commitment stands on a day, as the public reads it: its compliance, its goals, and its indicators (§1.6)."""

from lap.render.blocks import Block, Facts, Section
from lap.render.sections.compliance import activities_apart
from lap.render.sections.goals import kept
from lap.render.sections.headline import counted, headline
from lap.render.sections.standing import COMPLETION, indicators
from lap.render.told import Told
from lap.scoring import CommitmentScore


def now(one: CommitmentScore, told: Told) -> Section:
    """A commitment on the day; what must be explained is named."""
    facts = Facts(
        [*activities_apart(one.activities, told), told.fact("Completion", told.say(COMPLETION[one.completion]))]
    )
    title = told.say("How it stands on {day}", day=told.date(told.today))
    figures: list[Block] = [headline(one.compliance, told), counted(one.indicators, told)]
    blocks = [*figures, facts, kept(one, told), indicators(one, told)]
    return Section(f"standing/{one.commitment.id}", title, blocks)
