"""The whole document of a plan, in the order in which it is read."""

from collections.abc import Sequence

from lap.limits import DEFAULTS, Limits
from lap.log import Log
from lap.render.blocks import Block, Document, Paragraph, Ref, Section
from lap.render.holding import full_sections
from lap.render.sections import taking_part
from lap.render.sections.commitments import commitment
from lap.render.sections.glossary import glossary
from lap.render.sections.goals import goals
from lap.render.sections.headline import counted, headline
from lap.render.sections.late import disputes, overdue
from lap.render.sections.making import making
from lap.render.sections.now import now
from lap.render.sections.panel import behind, commitments, evidence, legend
from lap.render.sections.parties import parties
from lap.render.sections.problems import problems
from lap.render.sections.proposals import proposals
from lap.render.sections.public import about, comments, evaluations, moved, progress
from lap.render.sections.title_page import summary, titled
from lap.render.sections.worked_out import shared
from lap.render.told import Told
from lap.scoring import Score, score


def whole(told: Told, only: Sequence[str] = (), limits: Limits = DEFAULTS) -> Document:
    """The plan's document; with `only`, just these commitments."""
    log = Log(told.plan)
    made = score(told.plan, told.today, limits, log)
    promised = _commitments(made, log, only, told)
    if only:
        sections = [_solved(only, told), promised, comments(told, [said for one in only for said in about(one, told)])]
    else:
        sections = [*_before(made, told), promised, *_after(made, limits, told)]
    return titled(told, full_sections(sections), facts=not only)


def _before(made: Score, told: Told) -> list[Section]:
    """What comes before the commitments; the summary tells in figures how the plan stands."""
    first, link = summary(told), Ref(_how_it_stands(told), "standing")
    if made.commitments:
        first.blocks += [headline(made.compliance, told), counted(made.indicators, told), Paragraph((link,))]
    return [first, making(told), problems(told), proposals(told)]


def _solved(only: Sequence[str], told: Told) -> Section:
    """The problems that some commitments shall help to solve."""
    return problems(told, [name for one in only for name in told.plan.commitments[one].problem])


def _how_it_stands(told: Told) -> str:
    return told.say("How the plan stands on {day}", day=told.date(told.today))


def _commitments(made: Score, log: Log, only: Sequence[str], told: Told) -> Section:
    """Each commitment: its card, its work plan, its indicators, how it stands, what happened, and how to take part."""
    found: list[Block] = []
    for one in made.commitments:
        if not only or one.commitment.id in only:
            section = commitment(one.commitment, log, told)
            happened, part = progress(one.commitment, log, told), taking_part.commitment(one.commitment, told)
            section.blocks += [now(one, told), happened, part]
            found.append(section)
    return Section("commitments", told.say("The commitments"), found)


def _after(made: Score, limits: Limits, told: Told) -> list[Section]:
    return [
        _standing(made, limits, told),
        comments(told),
        Section("outside", told.say("From outside, and since adoption"), [evaluations(told), moved(told)]),
        parties(told),
        glossary(told),
    ]


def _standing(made: Score, limits: Limits, told: Told) -> Section:
    """How the whole plan stands; a plan that promises nothing does not stand anywhere."""
    title = _how_it_stands(told)
    if not made.commitments:
        return Section("standing", title)
    figures: list[Block] = [headline(made.compliance, told), shared(told), counted(made.indicators, told)]
    late = [overdue(made, told), disputes(made, told)]
    tables = [commitments(made, told), goals(made, told), behind(made, told)]
    return Section("standing", title, [*figures, *late, *tables, legend(made, limits, told), evidence(made, told)])
