"""Data of private persons in a text: a mailbox of one's own, a telephone, a CURP, where somebody lives."""

import re
from functools import cache
from typing import NamedTuple

from lap.language.speech import catalogue
from lap.language.words import composed, folded

CURP = re.compile(
    r"\b[A-Z][AEIOUX][A-Z]{2}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[HMX][A-Z]{5}[A-Z\d]\d\b", re.IGNORECASE
)
DIGITS = re.compile(r"(?<![\w/.-])\+?\(?\d(?:[ ().-]{0,2}\d){9,12}(?![\w/-]|[.,]\d)")
LIKE_A_NUMBER, LIKE_A_CURP = re.compile(r"\d(?:[ ().-]{0,2}\d){9}"), re.compile(r"\d{6}[hmx][a-z]{5}")
PREFIXES = ("521", "52", "044", "045", "01")
FREE_CALLS = ("800", "900")
NEAR = 40


class Patterns(NamedTuple):
    """What to look for in a folded text."""

    host: re.Pattern[str]
    mail: re.Pattern[str]
    telephone: re.Pattern[str]
    home: re.Pattern[str]
    street: re.Pattern[str]
    number: re.Pattern[str]
    office: re.Pattern[str]
    unless: re.Pattern[str]


def may_hold_private_data(texts: str) -> bool:
    """Whether it is worth looking into texts: a quick question to all of them together, so that a plan costs little."""
    small = texts.lower()
    if LIKE_A_NUMBER.search(small) or LIKE_A_CURP.search(small) or _patterns().host.search(small):
        return True
    address = catalogue("privacy")["address"]
    holds = {name: any(word in small for word in _entries(address[name])) for name in ("home", "street", "quarter")}
    return holds["home"] or (holds["street"] and holds["quarter"] and bool(_patterns().number.search(small)))


def private_data(text: str, of_person: bool, of_place: bool) -> str:
    """What is private in a text, or "".

    `of_person` says that the text is a person's: a telephone in it need not be called one. `of_place` says that it
    tells a place or how to reach an office: neither street nor telephone in it are private.
    """
    text = composed(text)
    plain, patterns = folded(text), _patterns()
    found = patterns.mail.search(plain) or CURP.search(text) or patterns.home.search(plain)
    office = patterns.office.search(plain) and not patterns.unless.search(plain)
    if not found and not of_place and not office:
        found = patterns.street.search(plain) or _telephone(plain, of_person)
    return text[found.start() : found.end()] if found else ""


def _telephone(plain: str, of_person: bool) -> re.Match[str] | None:
    """A number of ten digits, as Mexican telephones have them, that a text calls a telephone."""
    for number in DIGITS.finditer(plain):
        before = plain[max(0, number.start() - NEAR) : number.start()]
        if _is_mexican(number[0]) and (of_person or _patterns().telephone.search(before)):
            return number
    return None


def _is_mexican(number: str) -> bool:
    digits = re.sub(r"\D", "", number)
    for prefix in PREFIXES:
        if len(digits) > 10 and digits.startswith(prefix):
            digits = digits.removeprefix(prefix)
            break
    return len(digits) == 10 and digits[0] not in "01" and not digits.startswith(FREE_CALLS)


@cache
def _patterns() -> Patterns:
    lists = catalogue("privacy")
    mail, address, office = lists["mail"], lists["address"], lists["office"]
    hosts = (
        rf"(?:(?:{_any(mail['providers'])})(?!\.(?:gob|gov|edu|org)\b)(?:\.[a-z]{{2,4}}){{1,2}}|{_any(mail['hosts'])})"
    )
    street, quarter = (rf"(?<!\w)(?:{_any(address[name])})(?!\w)" for name in ("street", "quarter"))
    number = rf"(?:{_any(address['number'])}):?\s*[0-9]"
    return Patterns(
        host=re.compile(rf"@{hosts}(?![\w-]|\.\w)"),
        mail=re.compile(rf"[\w.+-]+@{hosts}(?![\w-]|\.\w)"),
        telephone=_word(lists["telephone"]["says"]),
        home=re.compile(rf"\b(?:{_any(address['home'])})[^0-9]{{0,60}}[0-9]"),
        street=re.compile(rf"{street}.{{1,60}}?(?<!\w){number}.{{0,60}}?{quarter}"),
        number=re.compile(number),
        office=_word(office["words"]),
        unless=_word(office["unless"]),
    )


def _word(entries: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any(entries)})\b")


def _any(entries: str) -> str:
    return "|".join(re.escape(one) for one in sorted(_entries(entries), key=len, reverse=True))


def _entries(entries: str) -> list[str]:
    return [" ".join(one.split()) for one in entries.split(",")]
