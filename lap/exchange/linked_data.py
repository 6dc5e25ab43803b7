"""A plan as linked data in the words of schema.org, for search engines and catalogues: JSON-LD inside its pages.

A plan is a Report, a commitment a CreativeWork about an Action, and a goal of the 2030 Agenda a DefinedTerm. The context
stands in the data, so that nothing is fetched to read it.
"""

from collections.abc import Callable, Iterable
from typing import Any

from lap.agenda_2030 import codes
from lap.exchange.licences import licence_address
from lap.language.speech import english
from lap.model.plan import Plan
from lap.render.told import Told
from lap.roles import body_of
from lap.schedule import span
from lap.scoring import CommitmentScore, Score
from lap.source.vocabulary import SPANISH
from lap.terms import PUBLIC

Data = dict[str, Any]
Href = Callable[[str], str]

CONTEXT: Data = {
    "@vocab": "https://schema.org/",
    **{name: {"@type": "@id"} for name in ("url", "contentUrl", "license")},
    "actionStatus": {"@type": "@vocab"},
}
STATUS = {"limited": "ActiveActionStatus", "substantial": "ActiveActionStatus", "complete": "CompletedActionStatus"}
"""The four states that schema.org has for an action; what is in none of these is only possible yet."""
AGENDA = english("2030 Agenda for Sustainable Development")


def in_page(nodes: Iterable[Data]) -> str:
    """Nodes as they stand in a page's script element, which nothing in them can end."""
    from jinja2.utils import htmlsafe_json_dumps

    return htmlsafe_json_dumps({"@context": CONTEXT, "@graph": list(nodes)})


def report(told: Told, score: Score, here: str, href: Href) -> Data:
    """The plan with all its commitments; `here` is its own address, `href` says where a part of it stands."""
    parts = [_commitment(one, told, href) for one in score.commitments]
    known = {"@type": "Report", "@id": here, **described(told), "name": told.plan.title, "url": told.plan.published_at}
    return _full({**known, "abstract": _text(told.plan.summary), "hasPart": parts})


def commitment(one: CommitmentScore, told: Told, plan: str, href: Href) -> Data:
    """A commitment by itself, part of the plan at an address."""
    return {**_commitment(one, told, href), "isPartOf": {"@type": "Report", "@id": plan, "name": told.plan.title}}


def dataset(told: Told, here: str, plan: str, files: Iterable[tuple[str, str, str]]) -> Data:
    """The data of a plan; of each file the address, the type and what it is."""
    about = {
        "@type": "Dataset",
        "@id": here,
        **described(told),
        "name": told.say("Data of “{title}”", title=told.plan.title),
        "description": told.say(DESCRIPTION),
        "isBasedOn": {"@id": plan},
    }
    made = [
        {"@type": "DataDownload", "contentUrl": address, "encodingFormat": kind, "name": name}
        for address, kind, name in files
    ]
    return _full({**about, "distribution": made})


DESCRIPTION = english(
    "What the plan promises and what became of it: commitments, activities, indicators, reports, comments and answers."
)


def described(told: Told) -> Data:
    """What is the same of a plan and of its data."""
    plan, where = told.plan, told.plan.jurisdiction
    address = licence_address(plan.license)
    return {
        "inLanguage": told.plan.language or told.language,
        "version": told.version,
        "datePublished": str(plan.adopted or ""),
        "dateModified": told.today.isoformat(),
        "license": address or _full({"@type": "CreativeWork", "name": plan.license}),
        "publisher": _full({"@type": "GovernmentOrganization", "name": where.name}) if where else {},
        "spatialCoverage": _full({"@type": "AdministrativeArea", "name": where.name}) if where else {},
        "temporalCoverage": period(plan),
    }


def period(plan: Plan) -> str:
    """The time that a plan covers, as an interval; ".." for an end that is not known, "" for none."""
    time = plan.period
    if time is None or not (time.start or time.end):
        return ""
    return f"{time.start.first if time.start else '..'}/{time.end.last if time.end else '..'}"


def _commitment(one: CommitmentScore, told: Told, href: Href) -> Data:
    made = one.commitment
    about = [_action(one, told), *(_term(code, told) for code in made.sdg)]
    node = {
        "@type": "CreativeWork",
        "@id": href(f"commitment/{made.id}"),
        "name": made.label,
        "text": _text(made.commitment),
        "abstract": _text(made.objective),
        "inLanguage": told.plan.language or told.language,
        "creativeWorkStatus": one.completion,
        "about": about,
    }
    return _full(node)


def _action(one: CommitmentScore, told: Told) -> Data:
    made, roles = one.commitment, one.commitment.responsible
    runs = span([placed.activity for placed in made.all_activities()])
    others = [*roles.implement, *roles.monitor] if roles else []
    names = dict.fromkeys(body_of(name) for name in others if name)
    node = {
        "@type": "Action",
        "name": made.label,
        "agent": _body(roles.lead, told.plan) if roles and roles.lead else {},
        "participant": [_body(name, told.plan) for name in names],
        "startTime": runs.start.first.isoformat() if runs else "",
        "endTime": runs.end.last.isoformat() if runs else "",
        "actionStatus": _status(one),
    }
    return _full(node)


def _status(one: CommitmentScore) -> str:
    claims = {each.standing.claim for each in one.activities}
    return "FailedActionStatus" if claims == {"cancelled"} else STATUS.get(one.completion, "PotentialActionStatus")


def _body(reference: str, plan: Plan) -> Data:
    """A party; of a person, the party that it belongs to."""
    party = plan.parties.get(body_of(reference))
    if party is None:
        return {"@type": "Organization", "name": body_of(reference)}
    kind = "GovernmentOrganization" if party.sector in PUBLIC else "Organization"
    return {"@type": "Person" if party.sector == "individual" else kind, "name": party.label}


def _term(code: str, told: Told) -> Data:
    """A goal, a target or an indicator of the 2030 Agenda; goals have names."""
    goal = codes().goals.get(code)
    name = (goal.spanish if told.language == SPANISH else goal.english) if goal else ""
    within = {"@type": "DefinedTermSet", "name": told.say(AGENDA)}
    return _full({"@type": "DefinedTerm", "termCode": code, "name": name, "inDefinedTermSet": within})


def _text(text: str) -> str:
    return " ".join(text.split())


def _full(node: Data) -> Data:
    """A node without what it lacks; {} where only its type is left."""
    kept = {key: value for key, value in node.items() if value not in ("", {}, [])}
    return kept if set(kept) - {"@type"} else {}
