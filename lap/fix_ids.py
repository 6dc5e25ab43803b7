"""Ids that are no kebab-case (Y206), written so, together with every reference to them in all files of the plan."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator

from lap.checking import Examined
from lap.editing.sheet import UNREAD, Point, point
from lap.failure import CannotRun
from lap.findings import Finding
from lap.fix import Fix, Respelled
from lap.lint import visits
from lap.load import Loaded
from lap.model.base import key_of
from lap.rules.references import REFERENCES
from lap.source.canonical import ID_KEY
from lap.source.nodes import Data, Mapping, Sequence, Text, walk
from lap.source.span import Route
from lap.source.vocabulary import KINDS, Holds, fold


def new_ids(examined: Examined) -> dict[str, str]:
    """The ids that can be written in kebab-case for certain, by the way they are spelled, each with its new spelling.

    Raises CannotRun where parts of the plan cannot be read: references may stand there.
    """
    loaded = examined.loaded
    findings = _of_spelling(examined)
    new = _folded(loaded, findings) if findings else {}
    if new and not (_read_whole(loaded) and _hidden(loaded).isdisjoint(new)):
        raise CannotRun("fix-ids")
    return new


def renaming(examined: Examined, new: dict[str, str]) -> Fix:
    """The fix that writes ids in their new spelling, and whatever refers to them."""
    made: dict[str, dict[Point, Respelled]] = defaultdict(dict)
    findings = [one for one in _of_spelling(examined) if one.parameters["written"] in new]
    for span, written in ((one.span, str(one.parameters["written"])) for one in findings):
        made[span.file][point(span)] = Respelled(point(span), new[written])
    for text in _references(examined.loaded):
        renamed = "/".join(new.get(word, word) for word in text.split("/"))
        if renamed != text:
            made[text.span.file][point(text.span)] = Respelled(point(text.span), renamed)
    return Fix(findings[0], {file: tuple(changes.values()) for file, changes in made.items()})


def _of_spelling(examined: Examined) -> list[Finding]:
    return [one for one in examined.checked.findings if one.code == "Y206"]


def _read_whole(loaded: Loaded) -> bool:
    """Whether all files of the plan were read, and all lines of them."""
    documents = loaded.source.documents.values()
    unread = any(one.code in (*UNREAD, "Y212") for one in loaded.source.findings)
    return not unread and not any(document.repaired or document.dropped for document in documents)


def _hidden(loaded: Loaded) -> set[str]:
    """The words in texts that stand in the files and not in the plan, because something around them cannot be read."""
    known = {text.span for _, text in _texts(loaded.source.data)}
    texts = (one for document in loaded.source.documents.values() for one in _texts(document.data))
    return {word for own, text in texts if not own and text.span not in known for word in text.split("/")}


def _texts(data: Data) -> Iterator[tuple[bool, Text]]:
    """Every text, and whether it is a note of the authors' own, below a key that begins with `x-`."""
    todo: list[tuple[bool, Data]] = [(False, data)]
    while todo:
        own, node = todo.pop()
        if isinstance(node, Text):
            yield own, node
        elif isinstance(node, Mapping):
            todo += [(own or fold(key).startswith("x-"), value) for key, value in node.items() if key != ID_KEY]
        elif isinstance(node, Sequence):
            todo += [(own, item) for item in node]


def _folded(loaded: Loaded, findings: list[Finding]) -> dict[str, str]:
    """The ids that can be folded without a loss, and fold to one that nothing else around them has."""
    files = {one.parameters["written"] for one in findings if one.cause == "file"}
    new = {
        str(one.parameters["written"]): str(one.parameters["suggestion"])
        for one in findings
        if one.parameters["written"] not in files
        and one.parameters["suggestion"]
        and _folds(str(one.parameters["written"]))
    }
    around: dict[tuple[Route, str], set[str]] = defaultdict(set)
    for scope, written in _ids(loaded.source.data):
        around[scope, new.get(written, written)].add(written)
    taken = {written for group in around.values() if len(group) > 1 for written in group}
    return {written: folded for written, folded in new.items() if written not in taken}


def _folds(written: str) -> bool:
    """Whether every letter and figure of an id is in the folded one too."""
    signs = unicodedata.normalize("NFKD", written.casefold())
    return all(sign.isascii() and not sign.isupper() for sign in signs if sign.isalnum())


def _ids(data: Data) -> Iterator[tuple[Route, str]]:
    """Every id, and within what it must be the only one: its collection, its commitment, its problem."""
    todo: list[tuple[Data, Holds, Route]] = [(data, Holds("one", "plan"), ())]
    while todo:
        node, holds, route = todo.pop()
        inner = Holds("one", holds.kind)
        if isinstance(node, Sequence) and holds.shape == "list":
            todo += [(item, inner, (*route, number)) for number, item in enumerate(node)]
        elif isinstance(node, Mapping) and holds.shape == "ids":
            yield from ((route[:2], key) for key in node.places)
            todo += [(child, inner, (*route, key)) for key, child in node.items()]
        elif isinstance(node, Mapping) and holds.shape == "one":
            entries = KINDS[holds.kind].entries
            todo += [(child, entries[key].holds, (*route, key)) for key, child in node.items() if key in entries]


def _references(loaded: Loaded) -> Iterator[Text]:
    """Every text that names ids, as it stands in its file."""
    for visit in visits(loaded.plan, {}):
        for reference in REFERENCES.get(type(visit.node), ()):
            route = (*visit.route, key_of(reference.field))
            value = walk(loaded.source.data, route)
            yield from (text for text in (value if isinstance(value, Sequence) else [value]) if isinstance(text, Text))
