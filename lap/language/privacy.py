"""Data of private persons in a text: a mailbox of one's own, a telephone, a CURP, where somebody lives."""

import re
from functools import cache, cached_property

from lap.language.speech import catalogue
from lap.language.words import composed, folded

DIGITS = re.compile(r"(?<![\w/.-])\+?\(?\d(?:[ ().-]{0,2}\d){9,12}(?![\w/-]|[.,]\d)")
LIKE_A_NUMBER, LIKE_A_CURP = re.compile(r"\d(?:[ ().-]{0,2}\d){9}"), re.compile(r"\d{6}[hmx][a-z]{5}")
PREFIXES = ("521", "52", "044", "045", "01")
FREE_CALLS = ("800", "900")
NEAR = 40


class Patterns:
    """What to look for in a folded text (a CURP: in the text itself); each pattern is made when it is asked for."""

    def __init__(self, lists: dict[str, dict[str, str]]) -> None:
        self.mails, self.telephones, self.address = lists["mail"], lists["telephone"], lists["address"]
        self.offices = lists["office"]

    @cached_property
    def host(self) -> re.Pattern[str]:
        """The host of a mailbox of one's own, after its @."""
        providers, hosts = _any(self.mails["providers"]), _any(self.mails["hosts"])
        country = r"(?!\.(?:gob|gov|edu|org)\b)(?:\.[a-z]{2,4}){1,2}"
        return re.compile(rf"@(?:(?:{providers}){country}|{hosts})(?![\w-]|\.\w)")

    @cached_property
    def mail(self) -> re.Pattern[str]:
        """The whole address of a mailbox of one's own."""
        return re.compile(r"[\w.+-]+" + self.host.pattern)

    @cached_property
    def curp(self) -> re.Pattern[str]:
        """A key in the Mexican register of the population."""
        born = r"\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
        return re.compile(rf"\b[A-Z][AEIOUX][A-Z]{{2}}{born}[HMX][A-Z]{{5}}[A-Z\d]\d\b", re.IGNORECASE)

    @cached_property
    def telephone(self) -> re.Pattern[str]:
        """What says that a number is a telephone."""
        return _word(self.telephones["says"])

    @cached_property
    def home(self) -> re.Pattern[str]:
        """Where somebody lives, up to the first figure of it."""
        return re.compile(rf"\b(?:{_any(self.address['home'])})[^0-9]{{0,60}}[0-9]")

    @cached_property
    def number(self) -> re.Pattern[str]:
        """The number of a house."""
        return re.compile(rf"(?:{_any(self.address['number'])}):?\s*[0-9]")

    @cached_property
    def street(self) -> re.Pattern[str]:
        """A street, a number and a quarter, one after the other."""
        street, quarter = (rf"(?<!\w)(?:{_any(self.address[name])})(?!\w)" for name in ("street", "quarter"))
        return re.compile(rf"{street}.{{1,60}}?(?<!\w){self.number.pattern}.{{0,60}}?{quarter}")

    @cached_property
    def office(self) -> re.Pattern[str]:
        """What says that something belongs to an office or is open to all."""
        return _word(self.offices["words"])

    @cached_property
    def unless(self) -> re.Pattern[str]:
        """What says that it does not, after all."""
        return _word(self.offices["unless"])


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
    found = patterns.mail.search(plain) or patterns.curp.search(text) or patterns.home.search(plain)
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
    return Patterns(catalogue("privacy"))


def _word(entries: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any(entries)})\b")


def _any(entries: str) -> str:
    return "|".join(re.escape(one) for one in sorted(_entries(entries), key=len, reverse=True))


def _entries(entries: str) -> list[str]:
    return [" ".join(one.split()) for one in entries.split(",")]
