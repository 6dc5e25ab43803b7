"""A file's text to data: exact places, comments, what is not YAML, limits, and what word processors leave behind."""

import datetime
import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from lap.checking import check_bytes
from lap.lint import Options
from lap.source import parsers
from lap.source.document import Document, parse
from lap.source.files import Source, read_bytes
from lap.source.nodes import Data, Mapping, Sequence, Text, walk

DATA = Path(__file__).parent / "data"
TORTURE = DATA.joinpath("torture.yaml").read_text("utf-8")
BREAK = re.compile(r"\r\n|\r|\n")
QUIET = settings(deadline=None, derandomize=True, database=None)
BOTH = pytest.mark.parametrize("careful", [False, True], ids=["fast", "careful"])
BREAKS = pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["LF", "CRLF"])


def cut(text: str, span: Any) -> str:
    """The text that a span covers."""
    lines = BREAK.split(text)
    if span.line == span.end_line:
        return lines[span.line - 1][span.column - 1 : span.end_column - 1]
    first, *middle, last = lines[span.line - 1 : span.end_line]
    return "\n".join([first[span.column - 1 :], *middle, last[: span.end_column - 1]])


def at(span: Any) -> str:
    """A span as people write it: 3:9-3:26."""
    return f"{span.line}:{span.column}-{span.end_line}:{span.end_column}"


def found(document: Document | Source) -> list[tuple[str, str, str]]:
    """Code, cause and place of each finding, in the order of the text."""
    ordered = sorted(document.findings, key=lambda finding: finding.span)
    return [(finding.code, finding.cause, at(finding.span)) for finding in ordered]


def codes(document: Document | Source) -> list[str]:
    return [f"{code} {cause}".strip() for code, cause, _ in found(document)]


def deep(data: Data) -> Any:
    """Data with all that the nodes know about their places, in a form that can be compared."""
    if data is None:
        return None
    known = {name: getattr(data, name) for name in type(data).__slots__}
    if isinstance(data, Mapping):
        return "mapping", known, [(key, deep(value)) for key, value in data.items()]
    if isinstance(data, Sequence):
        return "sequence", known, [deep(value) for value in data]
    return "text", known, str(data)


def seen(document: Document) -> Any:
    """Everything that a Document says, in a form that can be compared."""
    return deep(document.data), document.findings, document.repaired, document.nodes, document.comments()


# --- places -----------------------------------------------------------------------------------------------------------

PLACES = [
    # route, place of its value, place of its last key
    ("lap", "2:6-2:7", "2:1-2:4"),
    ("título", "3:9-3:26", "3:1-3:7"),
    ("flow", "4:7-4:48", "4:1-4:5"),
    ("flow/a", "4:11-4:12", "4:8-4:9"),
    ("flow/b c", "4:21-4:39", "4:14-4:19"),
    ("flow/b c/0", "4:22-4:23", ""),
    ("flow/b c/1", "4:25-4:30", ""),
    ("flow/b c/2", "4:32-4:38", ""),
    ("list", "6:3-12:9", "5:1-5:5"),
    ("list/0", "6:5-6:8", ""),
    ("list/1", "8:5-8:20", ""),
    ("list/3/k", "10:9-10:10", "10:6-10:7"),
    ("list/4", "11:5-12:9", ""),
    ("list/4/1", "12:7-12:9", ""),
    ("folded", "13:9-17:8", "13:1-13:7"),
    ("literal", "19:10-21:10", "19:1-19:8"),
    ("multi", "24:8-27:9", "24:1-24:6"),
    ("single", "28:9-29:8", "28:1-28:7"),
    ("plain", "30:8-31:8", "30:1-30:6"),
    ("anchored", "32:11-34:18", "32:1-32:9"),
    ("anchored/l", "34:6-34:18", "34:3-34:4"),
    ("alias", "35:8-35:10", "35:1-35:6"),
    ("alias/k", "33:6-33:7", "33:3-33:4"),
    ("aliases/x", "36:14-36:16", "36:11-36:12"),
    ("aliases/y", "36:21-36:23", "36:18-36:19"),
    ("tabs", "37:7-37:12", "37:1-37:5"),
    ("trailing", "38:11-38:14", "38:1-38:9"),
    ("quoted # key", "41:17-41:20", "41:1-41:15"),
    ("url", "42:6-42:37", "42:1-42:4"),
    ("escaped", "43:10-43:27", "43:1-43:8"),
    ("zero/1", "46:3-46:7", ""),
    ("nested", "49:5-53:17", "48:1-48:7"),
    ("nested/deep", "50:11-52:36", "49:5-49:9"),
    ("nested/deep/deeper", "50:19-52:36", "50:11-50:17"),
    ("nested/deep/deeper/list", "50:26-52:17", "50:20-50:24"),
    ("nested/deep/deeper/list/2", "52:15-52:16", ""),
    ("nested/last", "53:11-53:17", "53:5-53:9"),
]

VALUES = {
    "lap": "1",
    "título": "Plan de niñez 😀",
    "list/1": "dos# no comment",
    "folded": "First line # no comment second line\nthird",
    "literal": '# no comment\ncode "x\n',
    "multi": "first second # no comment\nthird",
    "single": "it's # no here",
    "plain": "one two three",
    "alias/l": "two words",
    "aliases/x": "two words",
    "tabs": "after",
    "trailing": "x y",
    "quoted # key": "v",
    "url": "http://example.org/#frag?a&b=*c",
    "escaped": 'ñ "x" \\',
    "zero/0": "no",
    "zero/1": "8.10",
    "nested/last": "🙂🙂 end",
}

EMPTIES = {
    # what is not there: the end of its key's colon, or of the key in braces; "~" itself where that is written
    "flow/d": "4:43-4:43",
    "flow/e": "4:47-4:47",
    "empty": "39:7-39:7",
    "empty too": "40:11-40:11",
    "nested/deep/deeper/n": "52:22-52:23",
    "nested/deep/deeper/o": "52:28-52:32",
    "nested/deep/deeper/p": "52:35-52:35",
}

COMMENTS = [
    (2, 10, "# a comment after a value"),
    (3, 28, "# after an emoji: it counts as one"),
    (4, 51, "# after flow"),
    (6, 9, "# c1"),
    (7, 3, "# between items"),
    (13, 14, "# at the sign"),
    (23, 1, "# after a block"),
    (27, 11, "# after quotes"),
    (31, 9, "# after plain"),
    (35, 12, "# r"),
    (37, 13, "# tabbed"),
    (39, 10, "# nothing"),
    (51, 16, "# inside flow"),
    (53, 18, "# the last line has no break"),
]


def route(path: str) -> tuple[str | int, ...]:
    return tuple(int(step) if step.isdigit() else step for step in path.split("/"))


@pytest.fixture(scope="module", params=["\n", "\r\n"], ids=["LF", "CRLF"])
def newline(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module", params=[False, True], ids=["fast", "careful"])
def torture(request: pytest.FixtureRequest, newline: str) -> Document:
    return parse(TORTURE.replace("\n", newline), "torture.yaml", careful=request.param)


@pytest.mark.parametrize(("path", "value", "key"), PLACES, ids=[one[0] for one in PLACES])
def test_every_key_and_value_knows_its_place(torture: Document, path: str, value: str, key: str) -> None:
    steps = route(path)
    node = walk(torture.data, steps)
    assert node is not None
    assert at(node.span) == value
    parent = walk(torture.data, steps[:-1])
    assert (at(parent.places[str(steps[-1])]) if isinstance(parent, Mapping) else "") == key


@pytest.mark.parametrize("path", VALUES)
def test_scalars_are_read_as_text(torture: Document, path: str) -> None:
    assert walk(torture.data, route(path)) == VALUES[path]


@pytest.mark.parametrize("path", EMPTIES)
def test_the_place_of_an_empty_value_is_the_end_of_its_colon(torture: Document, path: str) -> None:
    *above, key = route(path)
    parent = walk(torture.data, tuple(above))
    assert isinstance(parent, Mapping)
    assert parent[str(key)] is None
    assert at(parent.empties[str(key)]) == EMPTIES[path]


def test_comments_are_found_where_they_are_and_nowhere_else(torture: Document) -> None:
    assert torture.comments()[1:] == COMMENTS


def test_the_torture_text_has_nothing_wrong(torture: Document) -> None:
    assert found(torture) == []
    assert torture.repaired == frozenset()


def test_every_scalar_of_the_torture_text_can_be_cut_out(torture: Document) -> None:
    assert check_places(torture) > 40


@pytest.mark.skipif(parsers.CParser is None, reason="PyYAML without its C extension")
def test_the_fast_parser_is_asked_about_an_ordinary_text() -> None:
    assert parsers.fast_available(TORTURE)


def test_an_alias_keeps_its_own_place_and_that_of_its_anchor() -> None:
    document = parse("a: &x {k: 1}\nb: *x\n", "f.yaml")
    node = walk(document.data, ("b",))
    assert isinstance(node, Mapping)
    assert (at(node.span), at(node.anchor)) == ("2:4-2:6", "1:4-1:13")


def test_a_byte_order_mark_takes_no_column() -> None:
    source = read_bytes(b"\xef\xbb\xbf" + "lap: 1\ntítulo: Ñ\n".encode(), "f.yaml")
    assert found(source) == []
    assert (at(source.data.places["lap"]), at(source.data["title"].span)) == ("1:1-1:4", "2:9-2:10")


COMMENT_CASES = [
    ("after a block scalar, less indented", "a:\n  b: |\n    x\n  # c\n  d: 1\n", ["4:3 # c"]),
    ("inside a block scalar", "a: |\n  # x\n\n  # y\nb: 1\n", []),
    ("at the sign of an anchored block", "a: &x >- # c\n  y # z\n", ["1:10 # c"]),
    ("in a key", '"a # b": 1 # c\n', ["1:12 # c"]),
    ("in a value that stands under a key twice", 'a: 1\na: "x # y" # c\n', ["2:12 # c"]),
    ("in a key that stands twice", '"a # b": 1\n"a # b": 2 # c\n', ["2:12 # c"]),
    ("in a key that is a list", 'a: 1\n? ["x # y"] # c\n: "z # z" # d\n', ["2:13 # c", "3:11 # d"]),
    ("right after a quote", 'a: "x"# y\nb: 1 # c\n', ["2:6 # c"]),
    ("touching a word", "a: x# y\n", []),
    ("without a space after the sign", "a: [x] #c\n", ["1:8 #c"]),
    ("in an anchored group, once", "a: &x\n  b: 'p # q' # c\nd: *x # e\n", ["2:14 # c", "3:7 # e"]),
    ("after an old line break", "a: 1\rb: 2 # c\r", ["2:6 # c"]),
    ("alone in the file", "# c", ["1:1 # c"]),
    ("many in one list", 'a: ["p # q", "p # q", "p # q"] # c\n', ["1:32 # c"]),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in COMMENT_CASES], ids=[c[0] for c in COMMENT_CASES])
@BOTH
def test_a_sign_inside_a_text_begins_no_comment(text: str, expected: list[str], careful: bool) -> None:
    comments = parse(text, "f.yaml", careful=careful).comments()
    assert [f"{comment.line}:{comment.column} {comment.text}" for comment in comments] == expected


# --- mistakes of syntax -----------------------------------------------------------------------------------------------

MISTAKES = [
    # name, lines between two good keys, code and cause, place within these lines
    ("unclosed double quotes", 'k: "open', "Y101 quote", "1:4-1:9"),
    ("unclosed single quotes", "k: 'open", "Y101 quote", "1:4-1:9"),
    ("unclosed quotes in a list", 'k:\n- "open\n- shut', "Y101 quote", "2:3-2:8"),
    ("tab in front", "k:\n\tx: 1", "Y101 tab", "2:1-2:2"),
    ("tab and spaces in front", "k:\n  \tx: 1\n  \ty: 2", "Y101 tab", "2:3-2:4"),
    ("the same key again", "k: 1\nk: 2", "Y102", "2:1-2:2"),
    ("unclosed bracket", "k: [x, y", "Y101 bracket", "1:4-1:5"),
    ("unclosed brace", "k: {x: 1", "Y101 bracket", "1:4-1:5"),
    ("unclosed outer bracket", "k: [x, [y]", "Y101 bracket", "1:4-1:5"),
    ("unclosed inner bracket", "k: {x: [1, 2}", "Y101 bracket", "1:8-1:9"),
    ("unclosed bracket, and others below", "k: [x\nl: [y]\nm: {z: 1}", "Y101 bracket", "1:4-1:5"),
    ("unclosed brace, closed too late", "k: {x: 1\nl: {y: 2}}", "Y101 bracket", "1:4-1:5"),
    ("unclosed bracket, and nothing in it", "k: [", "Y101 bracket", "1:4-1:5"),
    ("unclosed bracket after a comma", "k: [x,", "Y101 bracket", "1:4-1:5"),
    ("unclosed bracket over two lines", "k: [x,\n  y", "Y101 bracket", "1:4-1:5"),
    ("no space after the colon", "k:1", "Y101 no-space", "1:1-1:4"),
    ("no space after the first colon of a group", "k:\n  x:2\n  y: 3", "Y101 no-space", "2:3-2:6"),
    ("no space after the last colon of a group", "k:\n  y: 3\n  x:2", "Y101 no-space", "3:3-3:6"),
    ("no space after a colon in a list", "k:\n- x:2\n  y: 3", "Y101 no-space", "2:3-2:6"),
    ("no space after a key of several words", "fecha de inicio:2025", "Y101 no-space", "1:1-1:21"),
    ("no space, and a comment below", "k:\n  x:2\n\n  # c\n  y: 3", "Y101 no-space", "2:3-2:6"),
    ("colon in a value", "k: one: two", "Y101 colon", "1:4-1:12"),
    ("colon after quotes", 'k: "one": two', "Y101 colon", "1:4-1:14"),
    ("colon in an item's value", "k:\n- x: one: two", "Y101 colon", "2:6-2:14"),
    ("colon in a value in braces", "k: {x: one: two}", "Y101 colon", "1:8-1:17"),
    ("colon in a value in brackets", "k: [x,\n  y: one: two,\n  z]", "Y101 colon", "2:6-2:15"),
    ("less indented than its neighbours", "k:\n    x: 1\n  y: 2", "Y101 indentation", "3:3-3:7"),
    ("more indented than its neighbours", "k: 1\n  y: 2", "Y101 indentation", "2:3-2:7"),
    ("an item among keys", "k:\n  x: 1\n  - y", "Y101 indentation", "3:3-3:6"),
    ("a key among items", "k:\n  - x\n  y: 1", "Y101 indentation", "3:3-3:7"),
    ("at sign", "k: @x", "Y101 sign", "1:4-1:5"),
    ("at sign in braces", "k:\n- {x: @a, y: 1}", "Y101 sign", "2:7-2:8"),
    ("greater than in brackets", "k: [>5, 6]", "Y101 sign", "1:5-1:6"),
    ("comma too many", "k: [x, , y]", "Y101 sign", "1:8-1:9"),
    ("backtick", "k: `x`", "Y101 sign", "1:4-1:5"),
    ("percent sign", "k: %x", "Y101 sign", "1:4-1:5"),
    ("ampersand alone", "k: & x", "Y101 sign", "1:4-1:5"),
    ("asterisk alone", "k: * x", "Y101 sign", "1:4-1:5"),
    ("greater than", "k: >5 years", "Y101 sign", "1:4-1:5"),
    ("pipe", "k: |x", "Y101 sign", "1:4-1:5"),
    ("comma", "k: , x", "Y101 sign", "1:4-1:5"),
    ("closing bracket", "k: ]", "Y101 sign", "1:4-1:5"),
    ("dash", "k: - x", "Y101 sign", "1:4-1:5"),
    ("exclamation marks", "k: !Alto! x", "Y101 sign", "1:4-1:5"),
    ("words after quotes", 'k: "one" two', "Y101 other", "1:10-1:13"),
    ("words after quotes in braces", 'k: {x: "one" two}', "Y101 other", "1:14-1:18"),
    ("quote in single quotes", "k: 'it's'", "Y101 other", "1:8-1:10"),
    ("two brackets too many", "k: [x]]", "Y101 other", "1:7-1:8"),
    ("no colon", "hello world", "Y101 no-colon", "1:1-1:12"),
    ("undefined alias", "k: *x", "Y103", "1:4-1:6"),
    ("text between asterisks", "k: *important*", "Y103", "1:4-1:15"),
    ("alias before its anchor", "k: *x\nl: &x 1", "Y103", "1:4-1:6"),
    ("recursive alias in braces", "k: &x {y: *x}", "Y103 inside", "1:11-1:13"),
    ("recursive alias in a group", "k: &x\n  y:\n  - *x", "Y103 inside", "3:5-3:7"),
    ("recursive alias under a used name", "k: &x 1\nl: &x {y: *x}", "Y103 inside", "2:11-2:13"),
    ("unknown escape", r'k: "C:\path"', "Y101 escape", "1:7-1:8"),
    ("short escape", r'k: "x\u12"', "Y101 escape", "1:6-1:7"),
    ("tag on a text", "k: !!python/object:os.system x", "Y105 tag", "1:4-1:31"),
    ("tag on a group", "k: !!python/object {x: 1}", "Y105 tag", "1:4-1:21"),
    ("tag on nothing", "k: !x", "Y105 tag", "1:4-1:6"),
    ("merge key", "k: &x {l: 1}\nm:\n  <<: *x\n  n: 2", "Y105 merge", "3:3-3:5"),
    ("list as a key", "[x, y]: 2", "Y101 complex-key", "1:1-1:2"),
    ("explicit list as a key", "? [x, y]\n: 2", "Y101 complex-key", "1:3-1:4"),
    ("group as a key", "{x: 1}: 2", "Y101 complex-key", "1:1-1:2"),
    ("alias as a key", "k: &x 1\n*x : 2", "Y101 complex-key", "2:1-2:3"),
    ("nothing before the colon", ": 2", "Y101 no-key", "1:1-1:2"),
]  # fmt: skip

WRAPPINGS = {
    # where the lines stand: what comes first, what each line begins with, the route to the keys around them
    "at the top": ("", "", ()),
    "in a group": ("group:\n", "  ", ("group",)),
    "in a list": ("list:\n- first: 1\n", "  ", ("list", 0)),
}


def shifted(place: str, lines: int, columns: int) -> str:
    line, column, end_line, end_column = map(int, re.findall(r"\d+", place))
    return f"{line + lines}:{column + columns}-{end_line + lines}:{end_column + columns}"


@pytest.mark.parametrize("wrapping", WRAPPINGS)
@pytest.mark.parametrize(("lines", "code", "place"), [one[1:] for one in MISTAKES], ids=[one[0] for one in MISTAKES])
@BREAKS
def test_a_mistake_is_told_at_its_place_and_the_rest_is_read(
    lines: str, code: str, place: str, wrapping: str, newline: str
) -> None:
    opening, indent, above = WRAPPINGS[wrapping]
    inner = "\n".join(indent + line for line in f"before: 1\n{lines}\nafter: 2".split("\n"))
    text = f"{opening}{inner}\nlast: 3\n".replace("\n", newline)
    document = parse(text, "f.yaml")
    assert codes(document) == [code]
    assert at(document.findings[0].span) == shifted(place, opening.count("\n") + 1, len(indent))
    around = walk(document.data, above)
    assert isinstance(around, Mapping)
    assert (around["before"], around["after"], walk(document.data, ("last",))) == ("1", "2", "3")
    assert seen(document) == seen(parse(text, "f.yaml", careful=True))


KEPT = [
    # a value that cannot be read leaves its key, so that it does not count as missing as well
    "quote", "bracket", "no-space", "colon", "sign", "other", "escape",
]  # fmt: skip


@pytest.mark.parametrize(
    "lines", [lines for _, lines, code, _ in MISTAKES if code[5:] in KEPT and "\n" not in lines and lines[0] == "k"]
)
def test_the_key_of_a_broken_value_stays(lines: str) -> None:
    document = parse(f"a: 1\n{lines}\nb: 2\n", "f.yaml")
    assert document.data == {"a": "1", "k": None, "b": "2"}
    assert document.repaired == {2}


SPECIAL = [
    ("directive", "%YAML 1.1\n---\na: 1\n", ["Y105 directive"], ["1:1-1:10"], {"a": "1"}),
    ("directives and comments", "# c\n%YAML 1.1\n%TAG ! x\n---\na: 1\n", ["Y105 directive"] * 2,
        ["2:1-2:10", "3:1-3:9"], {"a": "1"}),
    ("two documents", "a: 1\n---\nb: 2\n", ["Y105 documents"], ["2:1-2:4"], {"a": "1"}),
    ("an end and a document", "---\na: 1\n...\n---\nb: 2\n", ["Y105 documents"], ["4:1-4:4"], {"a": "1"}),
    ("words after the end", "a: 1\n...\nb: 2\n", ["Y105 documents"], ["3:1-3:4"], {"a": "1"}),
    ("first line indented", "  a: 1\nb: 2\nc: 3\n", ["Y101 indentation"], ["1:3-1:7"], {"b": "2", "c": "3"}),
    ("no space in the first line", "a:1\nb: 2\nc: 3\n", ["Y101 no-space"], ["1:1-1:4"], {"a": None, "b": "2", "c": "3"}),
    ("two in a row", "a: @x\nb: @y\nc: 3\n", ["Y101 sign"] * 2, ["1:4-1:5", "2:4-2:5"], {"a": None, "b": None, "c": "3"}),
    ("three kinds in a row", 'a: x: y\nb: "x\nc: [y\nd: 4\n', ["Y101 colon", "Y101 quote", "Y101 bracket"],
        ["1:4-1:8", "2:4-2:6", "3:4-3:5"], {"a": None, "b": None, "c": None, "d": "4"}),
    ("a stretch of tabs is one mistake", "a:\n\tx: 1\n\ty: 2\n\n\tz: 3\nb: 2\n", ["Y101 tab"], ["2:1-2:2"],
        {"a": None, "b": "2"}),
    ("empty text", "", [], [], None),
    ("only comments", "# a\n\n# b\n", [], [], None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told", "places", "data"), [s[1:] for s in SPECIAL], ids=[s[0] for s in SPECIAL])
@BOTH
def test_mistakes_that_concern_the_whole_file(
    text: str, told: list[str], places: list[str], data: object, careful: bool
) -> None:
    document = parse(text, "f.yaml", careful=careful)
    assert codes(document) == told
    assert [at(finding.span) for finding in sorted(document.findings, key=lambda one: one.span)] == places
    assert document.data == data


def test_the_same_key_again_points_to_the_first_one() -> None:
    document = parse("a: 1\nb: 2\na: 3\n", "f.yaml")
    assert [at(span) for span in document.findings[0].related] == ["1:1-1:2"]
    assert document.data == {"a": "1", "b": "2"}


def test_a_key_can_have_an_anchor() -> None:
    document = parse("&k key: 1\nother: *k\n", "f.yaml")
    assert document.data == {"key": "1", "other": "key"}
    assert found(document) == []


def test_blank_lines_with_spaces_do_not_matter_in_a_block() -> None:
    for text in ("a: >\n \n  x\nb: 1\n", "a: |\n     \n  x\nb: 1\n", "a: |\n  x\n\t\n  y\nb: 1\n"):
        document = parse(text, "f.yaml")
        assert found(document) == []
        assert seen(document) == seen(parse(text, "f.yaml", careful=True))


# --- limits -----------------------------------------------------------------------------------------------------------

MANY = 100_000
LAUGHS = "lap: 1\nx0: &x0 [ha, ha]\n" + "".join(f"x{n}: &x{n} [*x{n - 1}, *x{n - 1}]\n" for n in range(1, 64))
LEVELS = "".join(f"{' ' * level}k:\n" for level in range(61))

FLOODS = {
    "brackets": ("lap: 1\nx: " + "[" * MANY + "\ntitle: T\n", "Y104 depth"),
    "closed brackets": ("lap: 1\nx: " + "[" * MANY + "]" * MANY + "\ntitle: T\n", "Y104 depth"),
    "braces": ("lap: 1\nx: " + "{" * MANY + "\ntitle: T\n", "Y104 depth"),
    "groups in braces": ("lap: 1\nx: " + "{a: " * MANY + "\ntitle: T\n", "Y104 depth"),
    "dashes": ("lap: 1\nx:\n" + "- " * MANY + "\ntitle: T\n", "Y104 depth"),
    "question marks": ("lap: 1\n" + "? " * MANY + "\ntitle: T\n", "Y104 depth"),
    "levels of lines": (f"lap: 1\nx:\n{LEVELS.replace('k', '  k')}title: T\n", "Y104 depth"),
    "aliases of aliases": (LAUGHS + "title: T\n", "Y104 nodes"),
    "one alias often": ("lap: 1\nx: &x [" + "1," * 2000 + "1]\ny:\n" + "- *x\n" * 2000 + "title: T\n", "Y104 nodes"),
}


@pytest.mark.parametrize("name", FLOODS)
@BOTH
def test_a_flood_ends_with_one_finding(name: str, careful: bool) -> None:
    text, code = FLOODS[name]
    document = parse(text, "f.yaml", careful=careful)
    assert [one for one in codes(document) if one.startswith("Y104")] == [code]
    assert isinstance(document.data, Mapping)
    assert document.data["lap"] == "1"


@pytest.mark.parametrize("name", ["brackets", "dashes", "levels of lines"])
def test_what_follows_too_deep_a_nesting_is_read(name: str) -> None:
    document = parse(FLOODS[name][0], "f.yaml")
    assert isinstance(document.data, Mapping)
    assert document.data["title"] == "T"


def test_sixty_levels_are_read_and_the_next_one_is_told_where_it_begins() -> None:
    assert found(parse("[" * 60 + "]" * 60, "f.yaml")) == []
    assert found(parse("x: " + "[" * 59 + "]" * 59, "f.yaml")) == []
    assert found(parse("x: " + "[" * 60 + "]" * 60, "f.yaml")) == [("Y104", "depth", "1:63-1:64")]


LONG_LINES = {
    # each made a pattern of this package take the square of its length
    "spaces after a colon": "a:" + " " * MANY + "@\n",
    "spaces in a key": "a" + " " * MANY + "x\nb: 1\n",
    "dashes, and an accent": "é: 1\n" + "- " * MANY + "x\n",
    "opening quotes": "a: " + ", „" * MANY + "\n",
    "tabs": 'a: "\n' + "\t" * MANY + 'x"\n',
    "signs in quotes": "a: [" + '"x #a", ' * (MANY // 4) + "b]\n",
    "typographic quotes": "a:\n" + "- “a”\n" * (MANY // 4),
    "directives": "%A\n" * (MANY // 4) + "a: 1\n",
}


@pytest.mark.parametrize("name", LONG_LINES)
def test_long_lines_take_no_long_time(name: str) -> None:
    document = parse(LONG_LINES[name], "f.yaml")
    assert document.comments() == []


# --- what word processors leave behind --------------------------------------------------------------------------------

PLAN = "lap: 1\ntítulo: Niñez\n"

ENCODINGS = [
    ("UTF-8", PLAN.encode(), [], "Niñez"),
    ("UTF-8 with a mark", PLAN.encode("utf-8-sig"), [], "Niñez"),
    ("UTF-16 with a mark", PLAN.encode("utf-16"), [("Y106", "utf-16", "1:1-1:2")], "Niñez"),
    ("UTF-16, the other order, with a mark", "\ufeff".encode("utf-16-be") + PLAN.encode("utf-16-be"),
        [("Y106", "utf-16", "1:1-1:2")], "Niñez"),
    ("UTF-16", PLAN.encode("utf-16-le"), [("Y106", "utf-16", "1:1-1:2")], "Niñez"),
    ("UTF-16, the other order", PLAN.encode("utf-16-be"), [("Y106", "utf-16", "1:1-1:2")], "Niñez"),
    ("Windows-1252", PLAN.encode("cp1252"), [("Y106", "windows-1252", "2:2-2:3")], "Niñez"),
    ("Windows-1252 with curved quotes", "lap: 1\ntitle: “Plan: uno”\n".encode("cp1252"),
        [("Y106", "windows-1252", "2:8-2:9"), ("Y107", "quotes", "2:8-2:19")], "Plan: uno"),
]  # fmt: skip


@pytest.mark.parametrize(("raw", "told", "title"), [one[1:] for one in ENCODINGS], ids=[one[0] for one in ENCODINGS])
def test_other_encodings_are_read_and_told(raw: bytes, told: list[tuple[str, str, str]], title: str) -> None:
    source = read_bytes(raw, "f.yaml")
    assert found(source) == told
    assert source.data["title"] == title


HYGIENE = [
    ("control character", "title: A\x07B", ["Y101 control"], "2:9-2:10", ("title",), "A B"),
    ("escape sequence", "title: A\x1b[31mRed", ["Y101 control"], "2:9-2:10", ("title",), "A [31mRed"),
    ("null character", "title: A\x00", ["Y101 control"], "2:9-2:10", ("title",), "A"),
    ("byte order mark inside", "title: A\ufeffB", ["Y101 control"], "2:9-2:10", ("title",), "A B"),
    ("no-break spaces in front", "problems:\n\u00a0 p:\n\u00a0\u00a0\u00a0 where: W", ["Y107 spaces"], "3:1-3:3",
        ("problems", "p", "where"), "W"),
    ("no-break space after a colon", "title:\u00a0T", ["Y107 spaces"], "2:1-2:8", ("title",), "T"),
    ("no-break space after a dash", "signed:\n  by:\n  -\u00a0x", ["Y107 spaces"], "4:1-4:5", ("signed", "by"), ["x"]),
    ("no-break space in a text", "title: 90\u00a0%", [], "", ("title",), "90\u00a0%"),
    ("typographic quotes", "title: “Plan: uno”", ["Y107 quotes"], "2:8-2:19", ("title",), "Plan: uno"),
    ("typographic quotes in brackets", "signed: {by: [“x”, y]}", ["Y107 quotes"], "2:15-2:18", ("signed", "by"), ["x", "y"]),
    ("typographic quotes in a text", "title: El “plan”", [], "", ("title",), "El “plan”"),
    ("typographic quotes after a dash", "title: A - “B”", [], "", ("title",), "A - “B”"),
    ("typographic quotes in straight ones", 'title: "A: “B”, C"', [], "", ("title",), "A: “B”, C"),
    ("typographic quotes in single ones", "title: 'A: “B”, C'", [], "", ("title",), "A: “B”, C"),
    ("typographic quotes one after the other", "title: “A”, “B”", [], "", ("title",), "“A”, “B”"),
    ("typographic quotes in a block", "title: >-\n  A: “B”", [], "", ("title",), "A: “B”"),
    ("typographic quotes on a line that goes on", "title: A\n  “B”", [], "", ("title",), "A “B”"),
    ("typographic quotes in an item", "signed:\n  by:\n  - „a, b“ # c", ["Y107 quotes"], "4:5-4:11", ("signed", "by"), ["a, b"]),
    ("zero width in an id", "parties:\n  ob\u200bras: X", ["Y107 zero-width"], "3:3-3:9", ("parties", "obras", "name"), "X"),
    ("zero width in a reference", "signed: {by: ob\u200bras}", ["Y107 zero-width"], "2:14-2:20", ("signed", "by"), ["obras"]),
    ("zero width in a sentence", "title: a\u200bb c", [], "", ("title",), "a\u200bb c"),
    ("soft hyphen in a fixed word", "status: dra\u00adft", ["Y107 zero-width"], "2:9-2:15", ("status",), "draft"),
    ("accents stored apart", "ti\u0301tulo: Nin\u0303ez", ["Y107 decomposed"], "2:2-2:4", ("title",), "Niñez"),
    ("line separator", "title: A\u2028B", ["Y107 breaks"], "2:9-2:10", ("title",), "A B"),
    ("paragraph separator", "title: A\u2029B", ["Y107 breaks"], "2:9-2:10", ("title",), "A B"),
    ("next line", "title: A\u0085B", ["Y107 breaks"], "2:9-2:10", ("title",), "A B"),
    ("old line break", "title: A\rstatus: draft", [], "", ("status",), "draft"),
    ("tab inside a text", "title: A\tB", [], "", ("title",), "A B"),
    ("tabs around a text", "title:\tA\t\nstatus: draft", [], "", ("status",), "draft"),
    ("emoji", "title: 👩🏽‍🌾 A", [], "", ("title",), "👩🏽‍🌾 A"),
]  # fmt: skip


@pytest.mark.parametrize("case", HYGIENE, ids=[one[0] for one in HYGIENE])
@BREAKS
def test_odd_characters_are_told_once_and_read_as_meant(case: Any, newline: str) -> None:
    _, text, told, place, steps, value = case
    source = read_bytes(f"lap: 1\n{text}\nsummary: S\n".replace("\n", newline).encode(), "f.yaml")
    assert codes(source) == told
    assert [at(finding.span) for finding in source.findings] == ([place] if place else [])
    assert source.data["summary"] == "S"
    if steps:
        assert walk(source.data, steps) == value


def test_odd_spaces_and_quotes_move_no_column() -> None:
    source = read_bytes("lap: 1\n\u00a0\u00a0\ntitle:\u00a0“Ñ: 😀”  # c\nsummary: x\u2028y z\n".encode(), "f.yaml")
    assert at(source.data["title"].span) == "3:8-3:14"
    assert at(source.data["summary"].span) == "4:10-4:15"
    assert source.documents["f.yaml"].comments() == [(3, 16, "# c")]


def test_old_line_breaks_count_as_lines() -> None:
    source = read_bytes(b"lap: 1\rtitle: A # c\rstatus: draft\r", "f.yaml")
    assert at(source.data["status"].span) == "3:9-3:14"
    assert source.documents["f.yaml"].comments() == [(2, 10, "# c")]


# --- properties -------------------------------------------------------------------------------------------------------

PLAIN = [
    "uno", "dós palabras", "ñandú", "😀 sí", "x-1", "1.000", "no", "2017-11-31", "it's", "a#b", "25%", "~", "null",
    "http://a.org/#b", "¿qué?", "a&b*c!", "nin\u0303ez", "x\u200by z", "90\u00a0%", "—", "a - b", "(x)",
]  # fmt: skip
QUOTED = [*PLAIN, "", "# no", "p # q", "a: b", "- x", "[", "}", "@", 'say "x"', "back\\slash", " padded ", "%", "x,"]
KEYS = ["lap", "título", "a b", "clave_2", "x-nota", "ñ", "problems", "fecha de inicio", "k", "'q k'", '"d # k"', "0"]
NAMES = ["x", "a-1", "Una_2"]
COMMENT = ["", "", "", " # ¢", "   # ¢ ñ: 'x", '\t# ¢ "', " \t # ¢ [", "  "]
BETWEEN = ["", "", "", "", "\n", "   \n", "# ¢ between\n", "\t# ¢ tab\n", "\n\n"]
BLOCK = ["text # no", "- x: y", "“q”", "", "  more", "\ttab", "ñ 😀", "'", "# no", "{", "key: value"]


class Anchors:
    """Names of anchors, of groups that are still open and of values that an alias may name."""

    def __init__(self) -> None:
        self.open: list[str] = []
        self.done: list[str] = []


@st.composite
def quoted(draw: Any) -> str:
    text = draw(st.sampled_from(QUOTED))
    return json.dumps(text, ensure_ascii=False) if draw(st.booleans()) else "'" + text.replace("'", "''") + "'"


SCALAR = st.one_of(st.sampled_from(PLAIN), quoted())


@st.composite
def flow(draw: Any, indent: int, depth: int) -> str:
    """A list or group in brackets, perhaps over several lines."""
    inner = st.one_of(SCALAR, flow(indent, depth - 1)) if depth else SCALAR
    items = draw(st.lists(inner, max_size=3))
    gap = draw(st.sampled_from([", ", ",\t", f",\n{' ' * (indent + 2)}", f" ,  # ¢\n{' ' * (indent + 3)}"]))
    if draw(st.booleans()):
        return f"[{gap.join(items)}]"
    keys = draw(st.lists(st.sampled_from(KEYS), min_size=len(items), max_size=len(items), unique=True))
    return "{" + gap.join(f"{key}: {item}" for key, item in zip(keys, items, strict=True)) + "}"


@st.composite
def block_scalar(draw: Any, indent: int) -> str:
    first = draw(st.sampled_from([line for line in BLOCK if line and line[0] not in " \t"]))
    lines = [first, *draw(st.lists(st.sampled_from(BLOCK), max_size=3))]
    head = draw(st.sampled_from(["|", ">", "|-", ">-", "|+", "> # ¢ head"]))
    blank = draw(st.sampled_from(["", "\n", "  \n"]))
    return f" {head}\n{blank}" + "\n".join(" " * (indent + 2) + line if line else "" for line in lines)


@st.composite
def value(draw: Any, indent: int, depth: int, anchors: Anchors) -> str:
    """What stands after a key and its colon, up to the end of its last line."""
    end = draw(st.sampled_from(COMMENT))
    space = draw(st.sampled_from([" ", " ", "\t", "   "]))
    anchor = ""
    if draw(st.integers(0, 7)) == 0 and (free := [name for name in NAMES if name not in anchors.open]):
        name = draw(st.sampled_from(free))
        anchors.open.append(name)
        anchors.done = [one for one in anchors.done if one != name]
        anchor = f"&{name} "
    kinds = (
        ["scalar", "scalar", "empty", "flow", "block"]
        + ["mapping", "list"] * bool(depth)
        + ["alias"] * bool(anchors.done and not anchor)
    )
    kind = draw(st.sampled_from(kinds))
    if kind == "alias":
        return f"{space}*{draw(st.sampled_from(anchors.done))}{end}"
    if kind == "mapping":
        text = f"{space + anchor if anchor else ''}{end}\n" + draw(mapping(indent + 2, depth - 1, anchors))
    elif kind == "list":
        text = f"{space + anchor if anchor else ''}{end}\n" + draw(
            items(indent + draw(st.sampled_from([0, 2])), depth - 1, anchors)
        )
    elif kind == "block":
        text = (f" {anchor[:-1]}" if anchor else "") + draw(block_scalar(indent))
    elif kind == "flow":
        text = f"{space}{anchor}{draw(flow(indent, 2))}{end}"
    else:
        text = f"{space}{anchor}{draw(SCALAR) if kind == 'scalar' else ''}{end}"
    if anchor:
        anchors.open.remove(anchor[1:-1])
        anchors.done.append(anchor[1:-1])
    return text


@st.composite
def mapping(draw: Any, indent: int, depth: int, anchors: Anchors, after_dash: bool = False) -> str:
    keys = draw(st.lists(st.sampled_from(KEYS), min_size=1, max_size=4, unique=True))
    parts = []
    for key in keys:
        before = "" if after_dash and not parts else draw(st.sampled_from(BETWEEN))
        parts.append(f"{before}{' ' * indent}{key}:{draw(value(indent, depth, anchors))}")
    return "\n".join(parts)


@st.composite
def items(draw: Any, indent: int, depth: int, anchors: Anchors) -> str:
    parts = []
    for _ in range(draw(st.integers(1, 3))):
        before = draw(st.sampled_from(BETWEEN))
        if draw(st.integers(0, 2)) == 0:
            inside = draw(mapping(indent + 2, max(depth - 1, 0), anchors, after_dash=True))
            parts.append(f"{before}{' ' * indent}- {inside.lstrip(' ')}")
        else:
            parts.append(f"{before}{' ' * indent}-{draw(value(indent, 0, anchors))}")
    return "\n".join(parts)


@st.composite
def texts(draw: Any) -> str:
    """A good YAML text, in whatever style people write."""
    text = draw(st.sampled_from(["", "---\n", "# ¢ top\n", "\n"])) + draw(mapping(0, 2, Anchors()))
    text += draw(st.sampled_from(["", "\n", "\n\n", "\n# ¢ end", "\n# ¢ end\n"]))
    return text.replace("\n", draw(st.sampled_from(["\n", "\n", "\r\n"])))


DAMAGE = [
    '"', "'", "[", "]", "{", "}", ": ", ":", "\t", "- ", "#", " #", "&a ", "*a", "@", "|", ">", "!", "!!str ", "\n", "  ",
    "%", "\\", ", ", "? ", "---", "<<: ", "“", "\u00a0", "\u2028", "\u0085", "\r", "\x07", "\ufeff", "é", "*a:",
]  # fmt: skip


@st.composite
def damaged(draw: Any) -> str:
    text = draw(texts())
    for _ in range(draw(st.integers(1, 3))):
        place = draw(st.integers(0, len(text)))
        text = text[:place] + draw(st.sampled_from(DAMAGE)) + text[place + draw(st.integers(0, 2)) :]
    return text


def nodes(data: Data) -> list[Any]:
    """All nodes that stand in the text themselves, not by an alias."""
    every, todo = [], [data]
    while todo:
        node = todo.pop()
        if node is None or getattr(node, "anchor", None) is not None:
            continue
        every.append(node)
        todo += node.values() if isinstance(node, Mapping) else node if isinstance(node, Sequence) else []
    return every


def unquoted(written: str) -> str | None:
    """What a scalar cut out of its file says, read again all alone."""
    written = re.sub(r"\A&[\w-]+\s+", "", written)
    if written[:1] in "'\"":
        return parse(written, "cut").data  # type: ignore[return-value]
    if written[:1] in "|>":
        return parse(f"k: {written}\n", "cut").data["k"]  # type: ignore[index,return-value]
    return " ".join(unicodedata.normalize("NFC", written).split(" "))


def check_places(document: Document) -> int:
    """Each scalar and key, cut out of the text, is that scalar or key; counts them."""
    count = 0
    for node in nodes(document.data):
        if isinstance(node, Text):
            written = cut(document.text, node.span)
            if not written.startswith("*"):
                again = unquoted(written if node.style else re.sub(r"\s*\n\s*", " ", written))
                assert str(again).rstrip("\n") == node.rstrip("\n")
                count += 1
        elif isinstance(node, Mapping):
            for key, span in node.places.items():
                assert unquoted(cut(document.text, span)) == key
                count += 1
            for key, span in node.empties.items():
                check_empty(document, node.places[key], span)
    return count


def check_empty(document: Document, key: Any, empty: Any) -> None:
    """An empty value stands right behind its key's colon, or where `~` or an anchor is written."""
    written = cut(document.text, empty)
    line = BREAK.split(document.text)[empty.line - 1]
    between = line[key.end_column - 1 : empty.column - 1]
    assert written in ("~", "null") or written.startswith(("*", "&")) or not written
    assert re.fullmatch(r"\s*:?(\s+(&[\w-]+)?)?", between)
    if not written and "&" not in between:
        assert between.strip() == between
        assert between[-1:] in (":", "")


@given(texts())
@settings(QUIET, max_examples=250)
def test_a_good_text_is_read_alike_by_both_parsers_with_every_place_right(text: str) -> None:
    document = parse(text, "f.yaml")
    assert [finding for finding in document.findings if finding.code != "Y107"] == []
    check_places(document)
    signs = [(number, row) for number, row in enumerate(BREAK.split(text), 1) if "# ¢" in row]
    assert document.comments() == [(number, row.index("# ¢") + 1, row[row.index("# ¢") :]) for number, row in signs]
    assert seen(document) == seen(parse(text, "f.yaml", careful=True))


@given(damaged())
@settings(QUIET, max_examples=250)
def test_a_bad_text_is_judged_alike_by_both_parsers(text: str) -> None:
    document = parse(text, "f.yaml")
    assume(isinstance(document.data, Mapping))
    assert seen(document) == seen(parse(text, "f.yaml", careful=True))
    for finding in document.findings:
        assert finding.span[1:3] <= finding.span[3:]
        assert 1 <= finding.span.line <= len(BREAK.split(text))


def check_anything(raw: bytes) -> None:
    checked = check_bytes(raw, "x.yaml", Options(datetime.date(2025, 1, 15)))
    for finding in checked.findings:
        assert finding.span.line >= 1
        assert finding.span.column >= 1


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
@settings(QUIET, max_examples=300)
def test_no_text_is_too_odd_to_be_checked(text: str) -> None:
    check_anything(text.encode())


@given(st.binary(max_size=80))
@settings(QUIET, max_examples=300)
def test_no_bytes_are_too_odd_to_be_checked(raw: bytes) -> None:
    check_anything(raw)


@given(damaged(), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"]))
@settings(QUIET, max_examples=150)
def test_no_damaged_text_is_too_odd_to_be_checked(text: str, encoding: str) -> None:
    check_anything(f"lap: 1\n{text}".encode(encoding, "replace"))


def test_a_line_that_stays_broken_without_its_value_is_passed_over_and_the_rest_is_read() -> None:
    text = "progress:\n  - date: a: b\n    by: c\n  - {date: 1, value: 2,\n     evidence: a: b\ncomments: c\n"
    found = parse(text, "x.yaml")
    assert "comments" in found.data
    assert {finding.code for finding in found.findings} == {"Y101"}
