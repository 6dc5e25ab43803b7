"""A rule's page as services show it beside a finding: as plain text, and as Markdown."""

import textwrap

from lap.explain import Explained
from lap.fragments import is_plan
from lap.language.speech import say


def help_text(page: Explained, language: str) -> str:
    """The page as plain text: the reason, a bad and a good example, and where the rule comes from."""
    return "\n\n".join(_parts(page, language, page.bad, page.good))


def help_markdown(page: Explained, language: str) -> str:
    """The page as Markdown, its examples in code blocks."""
    return "\n\n".join(_parts(page, language, _block(page.bad), _block(page.good)))


def _parts(page: Explained, language: str, bad: str, good: str) -> list[str]:
    shown = [page.reason, say("Not so:", language), bad, say("But so:", language), good, *page.notes, page.section]
    return [part for part in shown if part]


def _block(example: str) -> str:
    """An example in a code block; one that is a sentence, because no file can show it, stays a sentence."""
    text = textwrap.dedent(example)
    return f"```yaml\n{text}\n```" if is_plan(text) else text
