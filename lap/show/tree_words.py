"""What is said at each place of a tree, in the order in which it is read: words, names, answers, and gaps to fill."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from lap.findings import Key
from lap.language.speech import Said, english, said, say
from lap.model.commitment import Commitment
from lap.show.escape import one_line
from lap.tree import Branch, Tree, coverage

Style = Literal["words", "turned", "name", "leads", "answer", "aside", "gap"]
LONGEST = 400  # characters of one text; a room does not read more


class Part(NamedTuple):
    """One thing that is said at a place, and what sort of thing it is."""

    style: Style
    text: str


Parts = list[Part]


class Writer:
    """Says what stands at the places of one tree, in a language; `words` is the language of the plan's own keys."""

    def __init__(self, tree: Tree, language: str, words: str = "") -> None:
        self.tree, self.language, self.words = tree, language, words or language
        asked = tree.in_hand and bool(tree.promised)
        self._open = {id(one.branch) for one in coverage(tree) if one.how == "open"} if asked else set()

    def say(self, sentence: str, **parameters: object) -> str:
        """A sentence, with people's texts in it whole but for their tails."""
        whole = {key: Said(value) if isinstance(value, str) else value for key, value in parameters.items()}
        return say(sentence, self.language, self.words, **whole)

    def text(self, text: str) -> str:
        """A text of the plan on one line; of a very long one its beginning, and how much follows."""
        text = one_line(text)
        if len(text) <= LONGEST:
            return text
        kept = text[:LONGEST].rsplit(" ", 1)[0].rstrip(",;:")
        return self.say(english("{text}… ({n} more characters)"), text=kept, n=len(text) - len(kept))

    def _gap(self, sentence: str, **parameters: object) -> Part:
        """Something to be filled in; of a problem that the plan leaves to others or to later, nothing more is asked."""
        if not self.tree.in_hand:
            return Part("aside", self.say(english("nothing written down")))
        return Part("gap", self.say(sentence, **parameters))

    def _or_gap(self, text: str, gap: str) -> Part:
        return Part("words", self.text(text)) if text.strip() else self._gap(gap)

    # The problem and its objective

    def statement(self) -> Part:
        """The central problem."""
        gap = english("not stated yet: what do people suffer, who are they, where, and how many?")
        return self._or_gap(self.tree.problem.statement, gap)

    def objective(self) -> Part:
        """The problem turned into its objective."""
        gap = english("no objective yet: how are things when the problem is solved?")
        return self._or_gap(self.tree.problem.objective, gap)

    def problem_name(self) -> Part:
        """The id of the problem."""
        return Part("name", one_line(self.tree.problem.id))

    def taken_up(self) -> Iterator[Part]:
        """Which commitments take the problem up, or what else became of it."""
        problem = self.tree.problem
        for one in self.tree.promised:
            yield Part("answer", self.say(english("taken up by: {commitment}"), commitment=self.commitment(one)))
        if not self.tree.in_hand:
            outcome = said(problem.outcome or "", self.language)
            reason = self.text(problem.reason)
            yield Part(
                "aside", self.say(english("{outcome}: {reason}"), outcome=outcome, reason=reason) if reason else outcome
            )
        elif not self.tree.promised:
            yield self._gap(english("no commitment takes it up yet"))

    def commitment(self, one: Commitment) -> str:
        """A commitment by its title and its id."""
        name = one_line(one.id)
        return f"{self.text(one.title)} ({name})" if one.title.strip() else name

    def _briefly(self, one: Commitment) -> str:
        """A commitment by its id, where the problem has named it already."""
        return one_line(one.id) if any(one is other for other in self.tree.promised) else self.commitment(one)

    # Causes and effects

    def node(self, branch: Branch) -> Part:
        """What the cause or the effect is."""
        return self._or_gap(branch.text, english("nothing written yet: what happens here?"))

    def counterpart(self, branch: Branch) -> Part:
        """Its means or its end."""
        if branch.side == "effects":
            gap = english("no end yet: what do people have once this effect is gone?")
        else:
            gap = english("no means yet: what would be true once this cause is gone?")
        return self._or_gap(branch.counterpart, gap)

    def name(self, branch: Branch, level: bool, kind: bool = True) -> Part:
        """Its id; how deep it stands, where that is not seen; and of a cause its kind."""
        parts = [self.say(english("level {n}"), n=branch.depth)] if level else []
        parts.append(one_line(branch.id))
        if kind and branch.kind:
            parts.append(said(branch.kind, self.language))
        return Part("name", " · ".join(parts))

    def about(self, branch: Branch) -> Iterator[Part]:
        """What is said of the cause itself: which others it brings about, its kind where that is still missing."""
        if branch.leads_to:
            causes = ", ".join(map(one_line, branch.leads_to))
            yield Part("leads", self.say(english("leads to: {causes}"), causes=causes))
        if branch.side == "causes" and self.tree.in_hand and not branch.kind:
            yield self._gap(english("kind not said yet: necessary, sufficient or contributing?"))

    def answers(self, branch: Branch) -> Iterator[Part]:
        """What the plan does about it."""
        if branch.promised:
            named = ", ".join(self._briefly(one) for one in branch.promised)
            yield Part("answer", self.say(english("answered by: {commitments}"), commitments=named))
        if branch.set_aside.strip():
            yield Part("aside", self.say(english("set aside: {reason}"), reason=self.text(branch.set_aside)))
        if id(branch) in self._open:
            yield self._gap(english("no commitment answers it yet"))

    def nothing(self, side: str) -> Part:
        """What to ask next where a side of the tree is empty."""
        if side == "effects":
            sentence = english(
                "no effects yet: what does it bring about for those who suffer it? Write it under {key}."
            )
            return self._gap(sentence, key=Key("problem", "effects"))
        sentence = english(
            "no causes yet: why does it happen? Write each answer under {key}, and ask of each answer why again."
        )
        return self._gap(sentence, key=Key("problem", "causes"))


def labelled(part: Part, sentence: str, language: str) -> Part:
    """A part with what it is said before it; a gap says that itself."""
    return part if part.style == "gap" else part._replace(text=say(sentence, language, text=Said(part.text)))


def gaps(parts: Sequence[Part]) -> int:
    """How many things are still to be filled in."""
    return sum(part.style == "gap" for part in parts)
