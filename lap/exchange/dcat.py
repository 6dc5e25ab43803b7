"""The data of a plan as catalogues of open data know it (DCAT 3), in JSON-LD: `dataset.jsonld` beside the pages.

Addresses in it are relative to the file, and the context stands in it, so that nothing is fetched to read it.
"""

from collections.abc import Iterable
from typing import Any

from lap.exchange.licences import licence_address
from lap.exchange.linked_data import DESCRIPTION
from lap.language.speech import english
from lap.model.plan import Plan
from lap.render.addresses import safe
from lap.render.told import Told
from lap.show.encoded import encoded

Data = dict[str, Any]

DAY = "http://www.w3.org/2001/XMLSchema#date"
CONTEXT: Data = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
}
LANGUAGES = "http://id.loc.gov/vocabulary/iso639-1/"
MEDIA = "https://www.iana.org/assignments/media-types/"
KEYWORDS = (english("open government"), english("Local Action Plan"))


def described(told: Told, files: Iterable[tuple[str, str, str]]) -> str:
    """The description; of each file the address, the media type and what it is."""
    return encoded({"@context": CONTEXT, **_full(_dataset(told, files))})


def _dataset(told: Told, files: Iterable[tuple[str, str, str]]) -> Data:
    plan, where = told.plan, told.plan.jurisdiction
    return {
        "@id": "#dataset",
        "@type": "dcat:Dataset",
        "dct:title": _worded(told.say("Data of “{title}”", title=plan.title), told),
        "dct:description": _worded(told.say(DESCRIPTION), told),
        "dct:publisher": {"@type": "foaf:Agent", "foaf:name": where.name} if where and where.name else {},
        "dcat:contactPoint": _contact(plan),
        "dct:issued": _day(plan.adopted.first.isoformat()) if plan.adopted else {},
        "dct:modified": _day(told.today.isoformat()),
        "dct:language": {"@id": LANGUAGES + (plan.language or told.language)},
        "dct:temporal": _period(plan),
        "dct:spatial": {"@type": "dct:Location", "rdfs:label": where.name} if where and where.name else {},
        "dcat:keyword": [_worded(told.say(one), told) for one in KEYWORDS],
        "dcat:version": told.version,
        "dct:license": _licence(plan),
        "dcat:landingPage": {"@id": "index.html"},
        "foaf:page": {"@id": safe(plan.published_at)} if safe(plan.published_at) else {},
        "dcat:distribution": [_distribution(*one, told) for one in files],
    }


def _distribution(address: str, media: str, name: str, told: Told) -> Data:
    return _full(
        {
            "@id": f"#{address}",
            "@type": "dcat:Distribution",
            "dct:title": _worded(name, told),
            "dcat:accessURL": {"@id": "data.html"},
            "dcat:downloadURL": {"@id": address},
            "dcat:mediaType": {"@id": MEDIA + media},
            "dct:license": _licence(told.plan),
        }
    )


def _worded(text: str, told: Told) -> Data:
    return {"@value": text, "@language": told.language}


def _day(day: str) -> Data:
    return {"@value": day, "@type": DAY}


def _period(plan: Plan) -> Data:
    time = plan.period
    start = {"dcat:startDate": _day(time.start.first.isoformat())} if time and time.start else {}
    end = {"dcat:endDate": _day(time.end.last.isoformat())} if time and time.end else {}
    return {"@type": "dct:PeriodOfTime", **start, **end} if start or end else {}


def _contact(plan: Plan) -> Data:
    contact = plan.contact.strip()
    mail = safe(f"mailto:{contact}") if "@" in contact and " " not in contact else ""
    told = {"vcard:hasEmail": {"@id": mail}} if mail else {"vcard:fn": contact}
    return {"@type": "vcard:Kind", **told} if contact else {}


def _licence(plan: Plan) -> Data:
    address = licence_address(plan.license)
    if address:
        return {"@id": address}
    return {"@type": "dct:LicenseDocument", "rdfs:label": plan.license} if plan.license else {}


def _full(node: Data) -> Data:
    return {key: value for key, value in node.items() if value not in ("", {}, [])}
