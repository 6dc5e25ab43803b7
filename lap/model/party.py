"""Who takes part: bodies, organisations, communities and the persons who answer for them."""

from typing import Literal

from lap.model.base import Named
from lap.model.dates import Date
from lap.model.links import Url
from lap.model.words import Level

Sector = Literal[
    "government", "civil-society", "oversight-body", "academia", "private-sector", "community", "individual"
]


class Person(Named):
    """A person in charge within a party, referred to as ``party/person``."""

    name: str = ""
    """The person's name."""

    position: str = ""
    """The office or post that the person holds."""

    unit: str = ""
    """The unit of the party where the person works."""

    email: str = ""
    """An address at work; whatever enters the file is public and stays so."""


class Party(Named):
    """Someone with a role in the plan: a public body, an organisation, a community or an expert."""

    name: str = ""
    """The party's full name."""

    sector: Sector | None = None
    """Where it belongs: government, civil society, oversight body, academia, private sector, community; or an
    individual who speaks for no organisation."""

    branch: Literal["executive", "legislative", "judicial", "autonomous"] | None = None
    """The branch of government it belongs to; only for government, and a town hall has none (§5.1)."""

    level: Level | None = None
    """The level of government: municipality, state, region or national."""

    mandate: str = ""
    """Its purview: what it may lawfully do (§5.1)."""

    expertise: str = ""
    """What it knows about the matter: the required expertise (§5)."""

    people: dict[str, Person] = {}
    """The persons in charge, by id: the specific persons in charge of each of the actions (§5)."""

    url: Url = ""
    """The party's page on the web."""

    until: Date | None = None
    """When it ceased to exist or to take part."""

    succeeded_by: str = ""
    """The id of the party that took over its duties."""
