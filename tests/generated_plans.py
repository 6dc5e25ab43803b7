"""Plans in every way of writing that authors choose, with a numbered comment wherever one may stand."""

import random
import re
from itertools import count
from typing import Any

from lap.source.vocabulary import KINDS, Holds, shown

WORDS = (
    "Contar los puestos", "To count 1,250 stalls", "Niñez y juventud", "Dijo: sí", "# no comment", "it's open", 'a "b" c',
    "2026-12-31", "50%", "- item", "yes", "no: no", "[x]", "{y}", "*z", "&z", "!t", "@u", "ends:", "a #b", "\\ back", "1", "~x",
)  # fmt: skip
PLAIN = re.compile(r"(?:[A-Za-z][\w áéíóúñ/]*[\wáéíóúñ]|\d{4}-\d\d-\d\d)")
IDS = ("stps", "itei", "agua", "uno", "dos-tres", "b2", "zona-4", "ana")


class Author:
    """Writes one plan, by the throws of a die; `data` is what it says, in canonical words."""

    def __init__(self, die: random.Random) -> None:
        self.die, self.numbers = die, count(1)
        self.language = die.choice(["en", "es"])
        self.newline = die.choice(["\n", "\n", "\r\n"])
        self.data = self.plan()
        lines = [*self.remarks(0), *self.group(self.data, 0, "plan"), *self.remarks(0)]
        self.text = self.newline.join(lines) + die.choice([self.newline, self.newline, ""])

    def chance(self, percent: int) -> bool:
        return self.die.randrange(100) < percent

    def some(self, most: int) -> list[str]:
        return self.die.sample(IDS, self.die.randint(1, most))

    def words(self) -> str:
        return self.die.choice(WORDS)

    # what a plan says

    def plan(self) -> dict[str, Any]:
        plan: dict[str, Any] = {"lap": "1", "title": self.words(), "status": "draft"}
        if self.chance(70):
            plan["period"] = {"start": "2025-01-01", "end": "2026-12-31"}
        plan["parties"] = {key: self.party() for key in self.some(3)}
        plan["commitments"] = {key: self.commitment() for key in self.some(2)}
        if self.chance(80):
            plan["progress"] = [self.progress() for _ in range(self.die.randint(1, 3))]
        return plan

    def party(self) -> dict[str, Any]:
        party: dict[str, Any] = {"name": self.words()}
        if self.chance(60):
            party["sector"] = self.die.choice(["government", "civil-society"])
        if self.chance(40):
            party["people"] = {key: {"name": self.words(), "position": self.words()} for key in self.some(2)}
        return party

    def commitment(self) -> dict[str, Any]:
        made: dict[str, Any] = {"title": self.words(), "objective": self.words(), "responsible": {"lead": "stps"}}
        if self.chance(50):
            made["responsible"]["monitor"] = [self.words() for _ in range(self.die.randint(1, 3))]
        if self.chance(50):
            made["resources"] = {"budget": [{"year": "2025", "amount": "5"} for _ in range(self.die.randint(1, 2))]}
        activities = {key: self.activity() for key in self.some(3)}
        made["stages"] = {self.die.choice(IDS): {"title": self.words(), "days": "30", "activities": activities}}
        if self.chance(50):
            made["indicators"] = {"ind": {"name": self.words(), "milestones": {"2025-06-30": "1", "2026-06-30": "5"}}}
        return made

    def activity(self) -> dict[str, Any]:
        made: dict[str, Any] = {"activity": self.words()}
        if self.chance(70):
            made |= {
                "start": "2025-01-01",
                "end": "2025-06-30",
                "after": [self.words() for _ in range(self.die.randint(1, 3))],
            }
        if self.chance(30):
            made["observations"] = None
        return made

    def progress(self) -> dict[str, Any]:
        return {"date": "2025-03-01", "status": self.die.choice(["done", "delayed"]), "note": self.words()}

    # how it is written

    def remark(self) -> str:
        return f"# c{next(self.numbers)}."

    def remarks(self, indent: int) -> list[str]:
        lines = []
        while self.chance(35):
            lines.append(" " * self.die.randint(0, indent) + self.remark() if self.chance(80) else "")
        return lines

    def tail(self) -> str:
        return " " * self.die.randint(1, 3) + self.remark() if self.chance(40) else ""

    def key(self, name: str, kind: str, flow: bool = False) -> str:
        written = shown(kind, name, self.language) if kind in KINDS else name
        if self.chance(8):
            written = f'"{written}"'
        return written + (" " if self.chance(5) and not flow else "") + ":"

    def group(self, group: dict[str, Any], indent: int, kind: str, inner: str = "") -> list[str]:
        """The lines of a group whose keys are of a kind, or ids of things of the `inner` kind."""
        lines: list[str] = []
        for number, (name, value) in enumerate(group.items()):
            holds = Holds("one", inner) if inner else KINDS[kind].entries[name].holds if kind else Holds("text")
            if number:
                lines += self.remarks(indent)
            lines += self.entry(self.key(name, kind), value, indent, holds)
        return lines

    def entry(self, key: str, value: Any, indent: int, holds: Holds) -> list[str]:
        first, gap = " " * indent + key, " " * self.die.choice([1, 1, 1, 2, 4])
        if value is None:
            return [first + self.tail()]
        value = self.shortened(value, holds)
        if isinstance(value, str):
            return self.text_after(first + gap, value, indent, holds)
        if self.chance(35) or not value:
            return self.in_brackets(first + gap, value, indent, holds)
        below = self.remarks(indent) if isinstance(value, dict) else []
        if isinstance(value, dict):
            deeper = indent + self.die.randint(1, 4)
            inner = holds.kind if holds.shape == "ids" else ""
            kind = holds.kind if holds.shape == "one" else ""
            return [first + self.tail(), *below, *self.group(value, deeper, kind, inner)]
        return [first + self.tail(), *self.dashes(value, indent + self.die.randint(0, 3), holds)]

    def shortened(self, value: Any, holds: Holds) -> Any:
        """The short form of a value, where it has one, now and then."""
        if isinstance(value, list) and len(value) == 1 and self.chance(50):
            value = value[0]
            holds = Holds("one", holds.kind) if holds.shape == "list" else Holds("text")
        short = KINDS[holds.kind].short if holds.shape == "one" else ""
        return value[short] if isinstance(value, dict) and list(value) == [short] and self.chance(60) else value

    def dashes(self, items: list[Any], indent: int, holds: Holds) -> list[str]:
        lines: list[str] = []
        for number, one in enumerate(items):
            lines += self.remarks(indent) if number else []
            dash = " " * indent + "-" + " " * self.die.choice([1, 1, 1, 3])
            if isinstance(one, str):
                lines += self.text_after(dash, one, indent, holds)
            elif self.chance(30):
                lines += self.in_brackets(dash, one, indent, Holds("one", holds.kind))
            else:
                first, *rest = self.group(one, len(dash), holds.kind)
                lines += [dash + first[len(dash) :], *rest]
        return lines

    def text_after(self, before: str, text: str, indent: int, holds: Holds) -> list[str]:
        text = shown("=" + holds.kind, text, self.language) if holds.shape == "word" else text
        if self.chance(15):
            sign = self.die.choice(["|-", ">-", "|", ">"] if holds.shape == "x" else ["|-", ">-"])
            return [before + sign + self.tail(), " " * (indent + self.die.randint(1, 3)) + text]
        if self.chance(8) and not before.lstrip(" ").startswith("-"):
            return [before.rstrip(" "), " " * (indent + self.die.randint(1, 3)) + self.quoted(text) + self.tail()]
        return [before + self.quoted(text) + self.tail()]

    def quoted(self, text: str) -> str:
        if PLAIN.fullmatch(text) and self.chance(60):
            return text
        if self.chance(50):
            return "'" + text.replace("'", "''") + "'"
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'

    def in_brackets(self, before: str, value: Any, indent: int, holds: Holds) -> list[str]:
        """A list or a group between brackets: on one line, or an entry a line with comments between them."""
        entries = self.flow_entries(value, holds)
        opened, closed = "{}" if isinstance(value, dict) else "[]"
        if not entries or self.chance(65):
            pad = " " * self.die.choice([0, 0, 1])
            return [before + opened + pad + self.die.choice([", ", ",  "]).join(entries) + pad + closed + self.tail()]
        deeper = " " * (indent + self.die.randint(1, 4))
        ends = [","] * (len(entries) - 1) + [self.die.choice([",", ""])]
        lines = [deeper + entry + end + self.tail() for entry, end in zip(entries, ends, strict=True)]
        return [before + opened + self.tail(), *lines, deeper + closed + self.tail()]

    def flow_entries(self, value: Any, holds: Holds) -> list[str]:
        if isinstance(value, list):
            return [
                self.flow(one, Holds("one", holds.kind) if holds.shape == "list" else Holds("text")) for one in value
            ]
        kind, entries = (holds.kind if holds.shape == "one" else ""), []
        for name, one in value.items():
            inner = (
                KINDS[kind].entries[name].holds
                if kind
                else Holds("one", holds.kind)
                if holds.shape == "ids"
                else Holds("text")
            )
            entries.append(f"{self.key(name, kind, flow=True)} {self.flow(one, inner)}")
        return entries

    def flow(self, value: Any, holds: Holds) -> str:
        if value is None:
            return ""
        value = self.shortened(value, holds)
        if isinstance(value, str):
            return self.quoted(shown("=" + holds.kind, value, self.language) if holds.shape == "word" else value)
        opened, closed = "{}" if isinstance(value, dict) else "[]"
        return opened + ", ".join(self.flow_entries(value, holds)) + closed
