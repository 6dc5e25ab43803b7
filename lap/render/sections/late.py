"""What must be explained: activities past their end, and activities that whoever monitors disputes (§1.6)."""

from lap.followed import Followed
from lap.model.commitment import Commitment
from lap.render.blocks import Grid, Part, Words
from lap.render.sections.links import link_to
from lap.render.sections.since import state
from lap.render.told import Told, joined
from lap.scoring import Score


def overdue(score: Score, told: Told) -> Grid:
    """Every activity past its end and neither done nor cancelled; first those of which nobody says why."""
    heads = told.heads("Activity", "Commitment", "Due", "What is said of it", "Who")
    late = [(part.commitment, one) for part in score.commitments for one in part.activities if one.overdue]
    parts = [
        Part(told.say("In silence: nobody says why"), [_late(*pair, told) for pair in late if pair[1].silent]),
        Part(told.say("With a reason"), [_late(*pair, told) for pair in late if not pair[1].silent]),
    ]
    return Grid(told.say("Overdue activities"), heads, [], parts=[part for part in parts if part.rows])


def _late(commitment: Commitment, one: Followed, told: Told) -> list[Words]:
    note = one.standing.said.entry.note if one.standing.said else ""
    said = ". ".join(filter(None, [state(one, told), note]))
    who = joined(told.all_of(one.activity.responsible), "; ")
    return [one.activity.label, link_to(commitment), told.brief(one.due), said, who]


def disputes(score: Score, told: Told) -> Grid:
    """What whoever monitors disputes, until it is answered."""
    heads = told.heads("Activity", "Commitment", "Day", "What was found", "By")
    rows: list[list[Words]] = []
    for part in score.commitments:
        for one in part.activities:
            checked = one.standing.checked
            if one.standing.check == "disputed" and checked:
                entry = checked.entry
                found = joined([entry.note, *(told.source(where) for where in entry.evidence)], "; ")
                by = told.who(entry.by) if entry.by else ""
                rows.append([one.activity.label, link_to(part.commitment), told.brief(entry.date), found, by])
    return Grid(told.say("Disputed activities, not yet answered"), heads, rows)
