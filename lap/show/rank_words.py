"""What is said of a ranking: the cells of its tables, and the rule of its order in words."""

from decimal import Decimal
from fractions import Fraction

from lap.findings import Key
from lap.language.speech import Said, count, english, said, say
from lap.model.plan import Plan
from lap.model.proposal import Proposal
from lap.rank import Candidate, Ranking
from lap.screening import Detail, How, Requirement, Verdict
from lap.show.escape import one_line

LONGEST = 300  # characters of one text; a room does not read more
SIGNS = {"yes": "✓ ", "open": "☐ ", "no": "✗ "}
STAGES: dict[Verdict, str] = {
    "yes": english("meets the three requirements"),
    "open": english("a requirement is not answered yet"),
    "no": english("a requirement is not met"),
}
ASPECTS = {
    "clear": english("clear"), "legal": english("legal"), "financial": english("financial"),
    "technical": english("technical"), "human": english("human"),
}  # fmt: skip
OUTCOMES = {
    "selected": english("selected"), "merged": english("merged"), "discarded": english("discarded"),
    "taken-up": english("taken up"), "postponed": english("postponed"), "referred": english("referred"),
}  # fmt: skip
BRIEFLY: dict[Verdict, str] = {
    "yes": english("met"), "open": english("not answered yet"), "no": english("not met"),
}  # fmt: skip
DETAILS: dict[How, str] = {
    "effects": english("an effect, no cause: {names}"),
    "unknown": english("not in the plan: {names}"),
    "no": english("no: {names}"),
    "open": english("not said yet: {names}"),
    "unread": english("cannot be read: {names}"),
}
SCREENED_ORDER = english(
    "First come those that meet the three requirements, then those with a requirement not answered yet, then those that do "
    "not meet one; within each group the order is urgency × impact, then votes. Equal places are ties."
)
ORDER = english("The order is urgency × impact, then votes. Equal places are ties.")


class Writer:
    """Says what stands at the places of one ranking, in a language; `words` is the language of the plan's own keys."""

    def __init__(self, ranking: Ranking, plan: Plan, language: str, words: str = "") -> None:
        self.ranking, self.plan, self.language, self.words = ranking, plan, language, words or language
        self.proposals = ranking.what == "proposals"

    def say(self, sentence: str, **parameters: object) -> str:
        """A sentence, with people's texts in it whole."""
        whole = {key: Said(value) if isinstance(value, str) else value for key, value in parameters.items()}
        return say(sentence, self.language, self.words, **whole)

    def text(self, text: str) -> str:
        """A text of the plan on one line; of a very long one its beginning."""
        text = one_line(text)
        return text if len(text) <= LONGEST else text[:LONGEST].rsplit(" ", 1)[0].rstrip(",;:") + "…"

    def name(self, one: Candidate) -> str:
        """A candidate by its number and its sentence."""
        return f"[{one.number}] {self.text(one.node.label)}"

    # The screening

    def cause(self, one: Requirement) -> str:
        """What is said of the causes that a proposal acts on."""
        return self._requirement(one, DETAILS)

    def agenda(self, one: Requirement) -> str:
        """What is said of the codes of the 2030 Agenda."""
        return self._requirement(one, {**DETAILS, "unknown": english("not in the 2030 Agenda: {names}")})

    def viable(self, one: Requirement, note: str = "") -> str:
        """Which answers to what makes a proposal clear and viable are no, and which are not given yet."""
        if one.verdict == "yes":
            return SIGNS["yes"] + said("yes", self.language)
        details = sorted((each for each in one.details if each.how != "held"), key=lambda each: each.how)
        lines = [self._detail(each, DETAILS, self._aspects(each)) for each in details]
        return SIGNS[one.verdict] + "\n".join([*lines, *([self.text(note)] if note.strip() else [])])

    def _aspects(self, one: Detail) -> list[str]:
        return [said(ASPECTS[name], self.language) for name in one.names]

    def _requirement(self, one: Requirement, sentences: dict[How, str]) -> str:
        held = self.text(", ".join(one.named("held")))
        others = [self._detail(each, sentences, list(each.names)) for each in one.details if each.how != "held"]
        lines = [held] if held else [] if others else [said(english("not said yet"), self.language)]
        return SIGNS[one.verdict] + "\n".join([*lines, *others])

    def _detail(self, one: Detail, sentences: dict[How, str], names: list[str]) -> str:
        if not names:
            return said(english("cannot be read"), self.language)
        return self.say(sentences[one.how], names=self.text(", ".join(names)))

    def stage(self, one: Candidate, briefly: bool = False) -> str:
        """How far a candidate came in the screening; "" for a problem."""
        if one.screening is None:
            return ""
        verdict = one.screening.verdict
        return SIGNS[verdict] + said((BRIEFLY if briefly else STAGES)[verdict], self.language)

    # Scores and votes

    def product(self, one: Candidate) -> str:
        """Urgency × impact and what they make; what is missing is a gap."""
        urgency, impact = (self.figure(score) or "–" for score in (one.node.urgency, one.node.impact))
        score = self.figure(one.score)
        return f"{urgency} × {impact} = {score}" if score else f"{urgency} × {impact}"

    def figure(self, value: Decimal | Fraction | None) -> str:
        """A score with at most two decimals; "" for none."""
        if value is None:
            return ""
        rounded = f"{Decimal(round(Fraction(value) * 100)) / 100:.2f}"
        return rounded.rstrip("0").rstrip(".")

    def votes(self, one: Candidate) -> str:
        """The votes; – where none are written."""
        return "–" if one.node.votes is None else str(one.node.votes)

    def counted_votes(self, votes: int) -> str:
        """So many votes, in words."""
        return count(votes, "{n} vote", "{n} votes", self.language)

    # What became of it

    def outcome(self, one: Candidate) -> str:
        """What became of it: its outcome, and the commitment it is in."""
        if not one.node.outcome:
            return said(english("not decided yet"), self.language)
        outcome = said(OUTCOMES[one.node.outcome], self.language)
        if isinstance(one.node, Proposal) and one.node.commitment and one.node.outcome != "discarded":
            return f"{outcome} → {self._commitment(one.node)}"
        return outcome

    def _commitment(self, one: Proposal) -> str:
        """The commitment that a proposal is in, by its title; what the plan does not have, as it stands."""
        made = self.plan.commitments.get(one.commitment)
        if made:
            return self.text(made.label)
        return self.say(english("{id} (not in the plan)"), id=one_line(one.commitment))

    def reason(self, one: Candidate) -> str:
        """Why; what is missing where a reason is due."""
        if one.node.reason.strip():
            return self.text(one.node.reason)
        return "☐ " + said(english("no reason yet"), self.language) if one.node.outcome == "discarded" else ""

    def missing(self, one: Candidate) -> str:
        """What a candidate without a place lacks."""
        absent = tuple(Key("proposal", name) for name in one.missing if name not in one.unread)
        unread = tuple(Key("proposal", name) for name in one.missing if name in one.unread)
        lines = [self.say(english("not written: {keys}"), keys=absent)] if absent else []
        return "\n".join([*lines, *([self.say(english("cannot be read: {keys}"), keys=unread)] if unread else [])])

    def became(self, one: Candidate) -> str:
        """What became of it, and why."""
        return "\n".join(part for part in (self.outcome(one), self.reason(one)) if part)

    # The whole

    def order(self) -> str:
        """The rule of the order."""
        return said(SCREENED_ORDER if self.proposals else ORDER, self.language)
