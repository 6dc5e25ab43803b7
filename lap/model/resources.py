"""What a commitment takes: financial, intellectual, organizational or human resources (§2.9)."""

from lap.model.base import Node
from lap.model.links import Source, Url
from lap.model.numbers import Amount, Year


class Budget(Node):
    """Money of one year, from one source (§2.9)."""

    year: Year | None = None
    """The fiscal year, of four digits."""

    amount: Amount | None = None
    """The amount, in units of `currency`."""

    currency: str = ""
    """The currency's code of three letters (ISO 4217), such as MXN."""

    programme: str = ""
    """The budget programme that it comes from."""

    source: Source = ""
    """Who pays, or where the figure comes from."""

    url: Url = ""
    """Where the budget can be read."""


class InKind(Node):
    """What a party gives other than money (§2.9)."""

    by: str = ""
    """Who gives it: the id of a party."""

    what: str = ""
    """What is given: training, rooms, knowledge, …"""


class Resources(Node):
    """The resources of a commitment, money or not (§2.9)."""

    budget: list[Budget] = []
    """Money, by year and source."""

    human: str = ""
    """The people who work on it."""

    in_kind: list[InKind] = []
    """What parties give other than money."""
