"""Where the text of a licence stands, for licences that have one address everywhere."""

import re

from lap.render.addresses import safe

CREATIVE_COMMONS = re.compile(r"CC[ -](BY(?:-(?:NC|SA|ND))*)[ -](\d\.\d)", re.IGNORECASE)
OTHERS = {
    "cc0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "odbl-1.0": "https://opendatacommons.org/licenses/odbl/1-0/",
    "odc-by-1.0": "https://opendatacommons.org/licenses/by/1-0/",
    "pddl-1.0": "https://opendatacommons.org/licenses/pddl/1-0/",
}


def licence_address(name: str) -> str:
    """The address of a licence by its short name, or the address that it is itself; "" for any other."""
    name = name.strip()
    if found := CREATIVE_COMMONS.fullmatch(name):
        return f"https://creativecommons.org/licenses/{found[1].lower()}/{found[2]}/"
    return OTHERS.get(name.lower().replace(" ", "-"), "") or (safe(name) if name.lower().startswith("http") else "")
