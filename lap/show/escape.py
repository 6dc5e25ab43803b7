"""People's words made safe for the format that they are put into."""

import re

from lap.language.speech import visible

# What has a meaning wherever it stands, then what has one at the start of a line, in an address, in a name or in an emoji.
MARKDOWN = re.compile(
    r"[\\`*_{}\[\]<>|~$]"
    r"|^[#+\-=:>](?=\s|$|-|=|:)|^#(?=#)|#(?=#*$)"
    r"|@(?=\w)|(?<!\w)#(?=\d)|(?<=\w):(?=//|\w+@)|(?<![\w:/])/(?=/\w)|(?<=(?i:www))\.|:(?=[\w+\-]+:)|&(?=#?\w+;)"
)
NUMBERED = re.compile(r"^(\d{1,9})(?=[.)](?:\s|$))")
MERMAID = re.compile(r"[^\w ,:%]|_|%(?=%)|(?<=%)%|(?<=direction) (?=[TBRL])")
"""What is no letter, digit or space; what begins a comment; and what changes the direction of a diagram even in quotes."""
MATHS = re.compile(r"\$(?=\$)")
WORD_JOINER = "\u2060"
FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20", "\t", "\r", "\n")  # wide ones run in Asia
NUMBER = re.compile(r"[+-]?\d+(\.\d+)?%?")
INNER_FORMULA = re.compile("([;\t\r\n])(?=[=+\\-@\uff1d\uff0b\uff0d\uff20])")
"""Where a new cell would begin with a formula for a spreadsheet that takes these signs for the ends of cells."""


def one_line(text: str) -> str:
    """A text on one line, with nothing in it that a terminal or a browser would obey."""
    return visible(" ".join(text.split()))


def markdown(text: str) -> str:
    """A text that Markdown shows as it stands, on one line: every sign with a meaning has a backslash before it."""
    escaped = MARKDOWN.sub(lambda sign: "\\" + sign.group(), one_line(text))
    return NUMBERED.sub(r"\1\\", escaped)


def mermaid(text: str) -> str:
    """A text for a label between quotes in a Mermaid diagram: what is no letter, digit or space is a decimal code.

    Two dollars would set formulas, code or not; what nobody sees keeps them apart.
    """
    apart = MATHS.sub("$" + WORD_JOINER, one_line(text))
    return MERMAID.sub(lambda sign: f"#{ord(sign.group())};", apart)


def csv_cell(text: str) -> str:
    """A cell that a spreadsheet takes for text: what it would run as a formula gets an apostrophe before it.

    Spreadsheets of some countries end cells at a semicolon; what would become a formula there gets a space before it.
    """
    if NUMBER.fullmatch(text):
        return text
    inner = INNER_FORMULA.sub(r"\1 ", text)
    return "'" + inner if text.lstrip().startswith(FORMULA) or text.startswith(FORMULA) else inner
