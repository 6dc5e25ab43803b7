"""Bytes to text: the encoding, and the characters that a word processor leaves behind."""

import re
import unicodedata
from collections.abc import Mapping

from lap.findings import Finding, Severity
from lap.source.quotes import straightened
from lap.source.span import Span

MAX_BYTES = 5 * 1024 * 1024

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
ODD_INDENT = re.compile(f"^[ \t]*[{SPACES}][ \t{SPACES}]*", re.M)
ODD_GAP = re.compile(f"^([ -]*+[^\\s:#'\"]++:|[ ]*+-)[ \t]*[{SPACES}][ {SPACES}]*", re.M)
ODD_SPACE = re.compile(f"[{SPACES}]")
OLD_BREAK = re.compile(r"\r(?!\n)")
ODD_BREAK = re.compile("[\u0085\u2028\u2029]")
ODD = re.compile(f"[{SPACES}“„\u0085\u2028\u2029\u0300-\u036f]")
COMBINING = re.compile("[\u0300-\u036f]")
ZERO_WIDTH = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064]")
TAB = re.compile(r"(?<=[^ \t\r\n])([ ]*\t[ \t]*)|^[ \t]++(?=#|\r|\n|\Z)", re.M)
BLANKED = {ord("\t"): " "}
# The careful parser stumbles over spaces on the blank lines of a block; they mean nothing anywhere.
BLANK_LINE = re.compile(r"\n[ \t]++(?=\r?\n|\Z)")


def place(file: str, text: str, start: int, end: int) -> Span:
    """The span of text[start:end], counted in lines and columns from 1."""
    first, last = text.rfind("\n", 0, start) + 1, text.rfind("\n", 0, end) + 1
    line = text.count("\n", 0, start) + 1
    end_line = line + text.count("\n", start, end)
    return Span(file, line, start - first + 1, end_line, end - last + 1)


def decode(file: str, raw: bytes) -> tuple[str, list[Finding]]:
    """Text from bytes. UTF-16 and Windows-1252 are read too, with a finding (Y106) that names them."""
    if raw.startswith(b"\xef\xbb\xbf"):
        raw = raw[3:]
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return raw.decode("utf-16", "replace"), [_wrong_encoding(file, "utf-16", 1, 1)]
    if b"\x00" in raw[:64] and raw[:64].count(b"\x00") > len(raw[:64]) // 3:
        order = "utf-16-le" if raw[1:2] == b"\x00" else "utf-16-be"
        return raw.decode(order, "replace"), [_wrong_encoding(file, "utf-16", 1, 1)]
    try:
        return raw.decode("utf-8"), []
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        return raw.decode("cp1252", "replace"), [_wrong_encoding(file, "windows-1252", line, column)]


def _wrong_encoding(file: str, cause: str, line: int, column: int) -> Finding:
    return Finding("Y106", Span(file, line, column, line, column + 1), cause=cause)


def clean(file: str, text: str) -> tuple[str, list[Finding]]:
    """Text that a parser can take, with every sign at its line and column, and what was odd in it."""
    text, findings = _controls(file, text)
    if "\r" in text:
        text = OLD_BREAK.sub("\n", text)
    if ODD.search(text):
        text, odd = _odd_spaces(file, text)
        text, breaks = _odd_breaks(file, text)
        text, curly = _curly_quotes(file, text)
        findings += odd + breaks + curly + _decomposed(file, text)
    if "\t" in text:
        text = TAB.sub(lambda match: match.group().translate(BLANKED), text)
    return BLANK_LINE.sub("\n", text), findings


def _controls(file: str, text: str) -> tuple[str, list[Finding]]:
    match = CONTROL.search(text)
    if match is None:
        return text, []
    code = f"U+{ord(match.group()):04X}"
    finding = Finding("Y101", place(file, text, match.start(), match.end()), {"character": code}, "control")
    return CONTROL.sub(" ", text), [finding]


def _odd_spaces(file: str, text: str) -> tuple[str, list[Finding]]:
    places = [m.span() for m in ODD_INDENT.finditer(text)] + [m.span() for m in ODD_GAP.finditer(text)]
    if not places:
        return text, []
    start, end = min(places)
    parameters = {"count": len(places)}
    for pattern in (ODD_INDENT, ODD_GAP):
        text = pattern.sub(lambda match: ODD_SPACE.sub(" ", match.group()), text)
    return text, [_odd(file, text, start, end, "spaces", parameters)]


def _odd_breaks(file: str, text: str) -> tuple[str, list[Finding]]:
    match = ODD_BREAK.search(text)
    if match is None:
        return text, []
    finding = _odd(file, text, match.start(), match.end(), "breaks", {"count": len(ODD_BREAK.findall(text))})
    return ODD_BREAK.sub(" ", text), [finding]


def _curly_quotes(file: str, text: str) -> tuple[str, list[Finding]]:
    text, quoted = straightened(text)
    findings = [
        Finding("Y107", Span(file, line, column, line, end), {"value": value}, "quotes", severity=Severity.WARNING)
        for line, column, end, value in quoted
    ]
    return text, findings


def _decomposed(file: str, text: str) -> list[Finding]:
    if unicodedata.is_normalized("NFC", text):
        return []
    match = COMBINING.search(text)
    if match is None:
        return []
    start = max(0, match.start() - 1)
    count = len(COMBINING.findall(text))
    return [_odd(file, text, start, match.end(), "decomposed", {"count": count})]


def _odd(file: str, text: str, start: int, end: int, cause: str, parameters: Mapping[str, object]) -> Finding:
    return Finding("Y107", place(file, text, start, end), parameters, cause, severity=Severity.WARNING)
