"""Where a document tells more of a thing that it names."""

from lap.model.commitment import Commitment
from lap.render.blocks import Ref


def link_to(commitment: Commitment) -> Ref:
    """A commitment by its name, which leads to its own section."""
    return Ref(commitment.label, f"commitment/{commitment.id}")
