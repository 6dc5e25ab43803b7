"""What the plan does about each root cause of a problem, as a table: the causes that nothing answers stand first (§4.1)."""

from collections.abc import Sequence

from lap.language.speech import english, said
from lap.paper import Page
from lap.show.escape import markdown, one_line
from lap.show.table import Column, Table, as_markdown, as_text
from lap.show.tree_words import Writer
from lap.tree import Answer, Answered, Tree, counted, coverage

LEAST = 14  # columns of a cell: the longest kind stands whole
ORDER: tuple[Answer, ...] = ("open", "promised", "inherited", "set-aside")


def render(trees: Sequence[Tree], format: str, language: str, page: Page, words: str = "") -> str:
    """The tables one after the other, as "text" or "markdown"; `words` is the language of the plan's own keys."""
    tables = [table(Writer(tree, language, words)) for tree in trees]
    return "\n".join(_as_markdown(one) if format == "markdown" else as_text(one, page) for one in tables)


def _as_markdown(one: Table) -> str:
    """A table without columns has only its sentences."""
    return (
        as_markdown(one)
        if one.columns
        else "\n\n".join([f"## {markdown(one.title)}", *map(markdown, one.notes)]) + "\n"
    )


def table(writer: Writer) -> Table:
    """The root causes of a tree; a tree without causes has a sentence instead of rows."""
    tree, found = writer.tree, coverage(writer.tree)
    title = writer.say(english("What the plan does about each root cause: {problem}"), problem=_problem(writer))
    if not found:
        return Table([], title=title, notes=[writer.nothing("causes").text])
    heads = (english("Root cause"), english("Kind"), english("What the plan does"))
    columns = [Column(writer.say(one), least=LEAST) for one in heads]
    rows = [_row(one, writer) for one in sorted(found, key=lambda one: ORDER.index(one.how))]
    notes = [_counts(found, writer)]
    if not tree.promised:
        notes += [part.text for part in writer.taken_up()]
    return Table(columns, list(rows), title, notes)


def _problem(writer: Writer) -> str:
    problem = writer.tree.problem
    return _named(problem.statement, problem.id, writer)


def _named(text: str, id: str, writer: Writer) -> str:
    """A text with its id, or the id alone."""
    return f"{writer.text(text)} ({one_line(id)})" if text.strip() else one_line(id)


def _row(one: Answered, writer: Writer) -> Sequence[str]:
    branch = one.branch
    return [_named(branch.text, branch.id, writer), said(branch.kind, writer.language), _does(one, writer)]


def _does(one: Answered, writer: Writer) -> str:
    if one.by is None and not writer.tree.in_hand:
        outcome = said(writer.tree.problem.outcome or "", writer.language)
        return "– " + writer.say(english("the problem is {outcome}"), outcome=outcome)
    if one.by is None:
        return "✗ " + writer.say(english("no commitment answers it"))
    if one.how == "set-aside":
        reason = writer.text(one.by.set_aside)
        if one.by is one.branch:
            return "– " + writer.say(english("set aside: {reason}"), reason=reason)
        return "– " + writer.say(
            english("set aside with “{cause}”: {reason}"), cause=one_line(one.by.id), reason=reason
        )
    commitments = ", ".join(writer.commitment(each) for each in one.by.promised)
    if one.by is one.branch:
        return "✓ " + writer.say(english("answered by: {commitments}"), commitments=commitments)
    sentence = english("answered through “{cause}”, by: {commitments}")
    return "✓ " + writer.say(sentence, cause=one_line(one.by.id), commitments=commitments)


def _counts(found: list[Answered], writer: Writer) -> str:
    number = counted(found)
    return writer.say(
        english(
            "Root causes: {all}. Answered directly: {direct}; through a cause above: {above}; set aside: {aside}; "
            "not answered: {open}."
        ),
        all=len(found), direct=number["promised"], above=number["inherited"], aside=number["set-aside"], open=number["open"],
    )  # fmt: skip
