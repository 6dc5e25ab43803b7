"""The parts of a generated plan: a problem with its proposal, its commitment, its two bodies and its log.

The words stand in ``text/``, one file per language; here they get their places, figures and dates, chosen so
that nothing contradicts anything: stated days equal the dates, references exist, values lead to the target.
"""

from __future__ import annotations

import random
import re
import textwrap
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import product
from pathlib import Path
from string import Template
from typing import Any

TEXT = Path(__file__).parent / "text"
WIDTH = 80
HALF_YEARS = (date(2022, 1, 1), date(2022, 7, 1), date(2023, 1, 1), date(2023, 7, 1))
LAST_DAY = date(2023, 12, 15)  # when every target is due, as the objectives in `text/` say
SENTENCE = re.compile(r"""( *)((?:- )?(?:[\w-]+: )?)([^\s"'>{\[-][^#{}\[\]]*)""")
COUNT = ("count_id", "count_name", "count_variable", "count_unit")
SHARE = ("share_id", "share_name", "share_variable", "share_formula")

Facts = dict[str, object]
Entry = tuple[date, str]
Spans = list[tuple[date, date]]


@dataclass
class Unit:
    """A commitment and all that comes with it; ``sections`` holds one text per collection of the plan."""

    facts: Facts
    sections: dict[str, str]
    progress: list[Entry]
    comments: list[Entry]

    @property
    def lines(self) -> int:
        """Lines that the unit adds to a plan."""
        entries = [text for _, text in self.progress + self.comments]
        return sum(text.count("\n") for text in [*self.sections.values(), *entries])


@cache
def load(name: str) -> Any:
    """The words of a language (``en``, ``es``), or the ``names`` that both share."""
    return tomllib.loads((TEXT / f"{name}.toml").read_text(encoding="utf-8"))


def kebab(text: str) -> str:
    """The id of a name: ``Cerro Pelón`` -> ``cerro-pelon``."""
    plain = unicodedata.normalize("NFD", text.lower()).encode("ascii", "ignore").decode()
    return "-".join(plain.split())


def wrap(line: str) -> list[str]:
    """A line, or several where a sentence goes past the margin, as people write it."""
    match = SENTENCE.fullmatch(line)
    if len(line) <= WIDTH or not match:
        return [line]
    indent, lead, body = match.groups()
    deeper = indent + ("    " if lead.startswith("- ") else "  ")
    wrapper = textwrap.TextWrapper(WIDTH, indent + lead, deeper, break_long_words=False, break_on_hyphens=False)
    return wrapper.wrap(body)


def render(block: str, facts: Facts) -> str:
    """A block of the plan with its facts filled in, ending in a newline."""
    filled = Template(block).substitute(facts)
    return "\n".join(part for line in filled.splitlines() for part in wrap(line)) + "\n"


def person(rng: random.Random) -> str:
    """Somebody's invented name."""
    names = load("names")
    return f"{rng.choice(names['given'])} {rng.choice(names['surnames'])}"


def figures(rng: random.Random) -> Facts:
    """The numbers that a topic's sentences speak of: shares in percent, counts in pieces."""
    low, step = rng.randint(20, 40), rng.randint(6, 20)
    shares = {"low": low, "lack": 100 - low, "high": low + rng.randint(20, 45)}
    counts = {"n1": step, "n2": 2 * step, "n3": 3 * step, "n": 4 * step}
    others = {
        "k": rng.randint(4, 19),
        "m": rng.randint(35, 60),
        "sample": rng.randint(400, 1900),
        "art": rng.randint(3, 90),
        "since": rng.randint(2004, 2016),
        "impact": rng.randint(4, 5),
        "votes": rng.randint(12, 60),
        "budget": 1000 * rng.randint(300, 6000),
    }
    return {**shares, **counts, **others, "person": person(rng), "other_person": person(rng)}


def schedule(rng: random.Random) -> Spans:
    """Start and end of four activities, one inside each half-year."""
    starts = [first + timedelta(days=rng.randint(5, 25)) for first in HALF_YEARS]
    return [(start, start + timedelta(days=rng.randint(90, 138))) for start in starts]


def dates(spans: Spans) -> Facts:
    """The same as facts, with the days, both ends included, of each activity and of the two stages."""
    facts: Facts = {"due": spans[0][1] - timedelta(days=10)}
    for number, (start, end) in enumerate(spans, start=1):
        facts |= {f"start{number}": start, f"end{number}": end, f"days{number}": (end - start).days + 1}
    facts["stage1"] = (spans[1][1] - spans[0][0]).days + 1
    facts["stage2"] = (spans[3][1] - spans[2][0]).days + 1
    return facts


def numbered(name: str, rows: list[list[str]], last: str) -> dict[str, str]:
    """Rows of (id, text, ``last``) as ``cause1``, ``cause1_text``, ``cause1_means``, ``cause2`` and so on."""
    facts = {}
    for number, (key, text, more) in enumerate(rows, start=1):
        facts |= {f"{name}{number}": key, f"{name}{number}_text": text, f"{name}{number}_{last}": more}
    return facts


def sentences(topic: dict[str, Any], facts: Facts) -> Facts:
    """The words of a topic, with its place and its figures filled in."""
    raw = {key: text for key, text in topic.items() if isinstance(text, str)}
    raw |= numbered("effect", topic["effects"], "means") | numbered("cause", topic["causes"], "means")
    raw |= numbered("act", topic["activities"], "product")
    raw |= dict(zip(COUNT, topic["count"], strict=True)) | dict(zip(SHARE, topic["share"], strict=True))
    return {key: Template(text).substitute(facts) for key, text in raw.items()}


def with_ids(facts: Facts) -> Facts:
    """The facts with the ids of the unit's commitment, problem and bodies, unique through topic and place."""
    at = facts["place_id"]
    ids = {name: f"{facts[name]}-{at}" for name in ("lead", "watch")}
    return facts | ids | {"id": f"{kebab(str(facts['subject']))}-{at}", "problem": f"{facts['effect1']}-{at}"}


def activities(blocks: dict[str, str], facts: Facts) -> Facts:
    """The texts of the four activities; each follows the one before it."""
    texts: Facts = {}
    for number in range(1, 5):
        own = {name: facts[f"{name}{number}"] for name in ("act", "start", "end", "days")}
        own |= {"act_text": facts[f"act{number}_text"], "product": facts[f"act{number}_product"]}
        own |= {"before": facts.get(f"act{number - 1}", "")}
        block = blocks["activity" if number > 1 else "first_activity"]
        texts[f"activity{number}"] = render(block, facts | own).rstrip()
    return texts


def half_years_after(day: date, count: int) -> date:
    """The same day of the month, so many half-years later; ``day`` lies in January."""
    return day.replace(year=day.year + count // 2, month=1 + 6 * (count % 2))


def progress(blocks: dict[str, str], facts: Facts, spans: Spans) -> Iterator[Entry]:
    """The log of a unit: each activity is done, two are confirmed, both indicators are reported when due."""
    for number, (_, end) in enumerate(spans, start=1):
        reports = [("done", 3), ("confirmed", 20)] if number % 2 else [("done", 3)]
        for block, later in reports:
            day = end + timedelta(days=later)
            yield day, render(blocks[block], facts | {"act": facts[f"act{number}"], "date": day})
    due = [half_years_after(spans[0][0], count) for count in (1, 2, 3)]
    values = [("count_id", day, f"n{step}") for step, day in enumerate(due, start=1)]
    values += [("count_id", LAST_DAY, "n"), ("share_id", due[1], "low"), ("share_id", LAST_DAY, "high")]
    for name, day, value in values:
        own = {"date": day, "indicator": facts[name], "value": facts[value]}
        yield day, render(blocks["value"], facts | own)


def comment(words: Any, facts: Facts, rng: random.Random) -> Entry:
    """A remark of the public, answered within thirty days."""
    day = HALF_YEARS[0] + timedelta(days=rng.randint(30, 660))
    remark, answer = rng.choice(words["remarks"])
    answered = day + timedelta(days=rng.randint(1, 28))
    own = {"date": day, "remark": remark, "answer": answer, "answered": answered}
    return day, render(words["blocks"]["comment"], facts | own)


def make_unit(words: Any, topic: dict[str, Any], place: str, head: Facts, rng: random.Random) -> Unit:
    """A unit about one topic in one place."""
    blocks, spans = words["blocks"], schedule(rng)
    facts: Facts = {**head, "place": place, "place_id": kebab(place), **figures(rng), **dates(spans)}
    facts = with_ids(facts | sentences(topic, facts))
    facts |= activities(blocks, facts)
    names = ("signer", "party", "problem", "proposal", "commitment")
    sections = {name: render(blocks[name], facts) for name in names}
    log = list(progress(blocks, facts, spans))
    return Unit(facts, sections, log, [comment(words, facts, rng)])


def units_of(words: Any, head: Facts, rng: random.Random) -> Iterator[Unit]:
    """Unit after unit: all topics in one place, then all in the next."""
    places = rng.sample(load("names")["places"], k=len(load("names")["places"]))
    topics = rng.sample(sorted(words["topics"]), k=len(words["topics"]))
    for place, topic in product(places, topics):
        yield make_unit(words, words["topics"][topic], place, head, rng)
