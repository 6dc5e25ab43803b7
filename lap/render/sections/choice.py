"""Which part of a work plan is shown, in a sentence or two, so that nobody takes it for the whole."""

from collections.abc import Iterator

from lap.chosen import Chosen
from lap.render.terminal import plain
from lap.render.told import Told


def choice(chosen: Chosen, told: Told) -> str:
    """The sentences; "" where all is shown."""
    return " ".join(_sentences(chosen, told))


def _sentences(chosen: Chosen, told: Told) -> Iterator[str]:
    if chosen.commitments:
        named = "; ".join(told.plan.commitments[key].label for key in chosen.commitments)
        yield told.say("Only this is shown: {commitments}.", commitments=named)
    if chosen.parties:
        who = "; ".join(plain(told.who(key)) for key in chosen.parties)
        yield told.say("Only what these do or monitor: {who}.", who=who)
    if chosen.first:
        yield told.say("Only what ends on {day} or later.", day=told.date(chosen.first))
    if chosen.last:
        yield told.say("Only what starts on {day} or earlier.", day=told.date(chosen.last))
