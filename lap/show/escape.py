"""People's words made safe for the format that they are put into."""

import re

from lap.language.speech import visible

MARKDOWN = re.compile(r"[\\`*_{}\[\]()#+\-.!|<>~$&@:]")
MERMAID = re.compile(r"[^\w ,:%]|_")
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
NUMBER = re.compile(r"[+-]?\d+(\.\d+)?%?")


def one_line(text: str) -> str:
    """A text on one line, with nothing in it that a terminal or a browser would obey."""
    return visible(" ".join(text.split()))


def markdown(text: str) -> str:
    """A text that Markdown shows as it stands, on one line: every sign with a meaning has a backslash before it."""
    return MARKDOWN.sub(lambda sign: "\\" + sign.group(), one_line(text))


def mermaid(text: str) -> str:
    """A text for a label between quotes in a Mermaid diagram: what is no letter, digit or space is a decimal code."""
    return MERMAID.sub(lambda sign: f"#{ord(sign.group())};", one_line(text))


def csv_cell(text: str) -> str:
    """A cell that a spreadsheet takes for text: what it would run as a formula gets an apostrophe before it."""
    return "'" + text if text.startswith(FORMULA) and not NUMBER.fullmatch(text) else text
