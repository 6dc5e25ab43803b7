"""How a commitment contributes to the four agendas that cut across all of them (§5.2)."""

from lap.model.base import Node
from lap.model.links import Source


class Agenda(Node):
    """How a commitment contributes to one agenda."""

    how: str = ""
    """How it contributes, in a sentence."""


class MoneyAgenda(Agenda):
    """How public funds can be followed (§5.2, "Follow the money")."""

    programme: str = ""
    """The programme whose money is followed."""

    rules_of_operation: Source = ""
    """Where the programme's rules of operation can be read."""

    beneficiaries: Source = ""
    """Where the list of its beneficiaries can be read."""


class Agendas(Node):
    """The four suggested agendas, any of them (§5.2)."""

    follow_the_money: MoneyAgenda | None = None
    """How the application of public funds can be monitored (§5.2)."""

    gender: Agenda | None = None
    """How it is designed from a gender perspective (§5.2)."""

    anti_corruption: Agenda | None = None
    """How it strengthens local anti-corruption systems (§5.2)."""

    agenda_2030: Agenda | None = None
    """How it is aligned with the 2030 Agenda for Sustainable Development (§2.6, §5.2)."""
