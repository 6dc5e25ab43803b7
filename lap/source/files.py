"""One file or one folder is one plan: which files belong to it, and all of them read into one Source."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from lap.failure import CannotRun
from lap.findings import Finding
from lap.source import canonical
from lap.source.builder import MAX_NODES
from lap.source.document import Document, parse
from lap.source.hygiene import MAX_BYTES, decode
from lap.source.nodes import Data, Mapping, Sequence, Text
from lap.source.span import Route, Span
from lap.source.vocabulary import KINDS, Holds, fold

COLLECTIONS = ("parties", "co-creation", "problems", "proposals", "commitments", "progress", "comments")
SUFFIXES = (".yaml", ".yml")
VERSION = "1"

Reader = Callable[[Path], bytes]


def bytes_at(path: Path) -> bytes:
    """A file's bytes, at most one over the limit, so that no file can fill the memory. Raises CannotRun."""
    try:
        with open(path, "rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except OSError as error:
        reason = "no-such-file" if isinstance(error, FileNotFoundError) else "unreadable-file"
        raise CannotRun(reason, path=shown_path(path)) from None


@dataclass(slots=True)
class Source:
    """A plan's files, read: canonical data, the Documents by file name, and what is wrong with their shape.

    `reader` gives the bytes of its files.
    """

    name: str
    data: Mapping
    documents: dict[str, Document] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    broken: set[Route] = field(default_factory=set)
    languages: dict[str, str] = field(default_factory=dict)
    nodes: int = 0
    readable: bool = True
    reader: Reader = bytes_at

    @property
    def first_line(self) -> Span:
        """Where to speak of the plan as a whole: the first line of its first file."""
        document = next(iter(self.documents.values()))
        width = len(document.text.partition("\n")[0].rstrip("\r"))
        return Span(document.file, 1, 1, 1, width + 1)


def shown_path(path: Path) -> str:
    """A path as people and editors want it: from here when it lies below, with forward slashes."""
    absolute = os.path.abspath(path)
    here = os.getcwd()
    inside = absolute == here or absolute.startswith(here.rstrip(os.sep) + os.sep)
    return (os.path.relpath(absolute, here) if inside else absolute).replace(os.sep, "/")


def read_plan(path: Path, reader: Reader = bytes_at) -> Source:
    """Reads the plan at a file or a folder with `plan.yaml`. Raises CannotRun where there is nothing to read."""
    folder = path if path.is_dir() else None
    main = path / "plan.yaml" if folder else path
    outside = folder is not None and not _within(main, folder)
    source = read_bytes(b"" if outside else reader(main), shown_path(main))
    source.name, source.reader = shown_path(path), reader
    if outside:
        source.findings.clear()
        _report(source, main, "outside")
    if folder is not None and source.readable:
        _read_collections(source, folder)
    return source


def read_bytes(raw: bytes, name: str) -> Source:
    """Reads a plan that is one file, from its bytes."""
    source = Source(name, Mapping.at(Span(name, 1, 1, 1, 1)))
    document = _document(source, raw, name)
    if not isinstance(document.data, Mapping):
        _not_a_mapping(source, document)
        return source
    data = _canonical(source, document, Holds("one", "plan"), ())
    assert isinstance(data, Mapping)
    source.data = data
    check_version(source)
    return source


def _document(source: Source, raw: bytes, name: str) -> Document:
    if len(raw) > MAX_BYTES:
        document = Document(name, "", findings=[Finding("Y104", Span(name, 1, 1, 1, 1), cause="size")])
    else:
        text, odd = decode(name, raw)
        document = parse(text, name)
        document.findings[:0] = odd
    source.documents[name] = document
    source.findings += document.findings
    source.nodes += document.nodes
    if source.nodes > MAX_NODES and document.nodes <= MAX_NODES:
        source.findings.append(Finding("Y104", Span(name, 1, 1, 1, 1), {"limit": MAX_NODES}, "nodes"))
    return document


def _canonical(source: Source, document: Document, holds: Holds, route: Route) -> Data:
    reading = canonical.read(document.data, holds, document.repaired, route)
    source.findings += reading.findings
    source.broken |= reading.broken
    source.languages.update(reading.languages)
    return reading.data


def _not_a_mapping(source: Source, document: Document) -> None:
    """An empty file, a list or a text at the top: nothing more can be said about such a plan."""
    source.readable = False
    if any(finding.code in ("Y101", "Y104") for finding in document.findings):
        return
    data = document.data
    cause = "list" if isinstance(data, Sequence) else "text" if isinstance(data, Text) else "empty"
    source.findings.append(Finding("Y108", source.first_line, cause=cause))


def check_version(source: Source) -> None:
    """Reports a plan that does not say the version of its format, or says one that is not known (Y108)."""
    version, document = source.data.get("lap"), next(iter(source.documents.values()))
    broken = ("lap",) in source.broken or any("lap" in document.lines()[line - 1] for line in document.repaired)
    if version is None and not broken:
        source.findings.append(Finding("Y108", source.first_line, cause="missing"))
    elif isinstance(version, Text) and version != VERSION:
        source.findings.append(Finding("Y108", version.span, {"version": str(version)}, "version"))


def _entries(source: Source, folder: Path) -> list[Path]:
    """What lies in a folder, in the order of the names."""
    try:
        return sorted(folder.iterdir(), key=lambda path: path.name)
    except OSError:
        _report(source, folder, "unreadable")
        return []


def _report(source: Source, path: Path, cause: str) -> None:
    place = Span(shown_path(path), 1, 1, 1, 1)
    source.findings.append(Finding("Y212", place, {"file": path.name}, cause))


def _read_collections(source: Source, folder: Path) -> None:
    for path in _entries(source, folder):
        is_file = path.suffix in SUFFIXES
        entry = KINDS["plan"].read.get(fold(path.stem if is_file else path.name))
        if entry is None or entry.name not in COLLECTIONS or path.name.startswith("."):
            continue
        if not (is_file or path.is_dir()) or not _inside(source, path, folder):
            continue
        if is_file:
            _read_file(source, path, entry.name, entry.holds)
        else:
            _read_folder(source, path, entry.name, entry.holds, folder)


def _inside(source: Source, path: Path, folder: Path) -> bool:
    """Only files inside the plan's folder are ever read: a symbolic link may not lead out of it."""
    if _within(path, folder):
        return True
    _report(source, path, "outside")
    return False


def _within(path: Path, folder: Path) -> bool:
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def _open(source: Source, path: Path) -> Document | None:
    try:
        return _document(source, source.reader(path), shown_path(path))
    except CannotRun:
        _report(source, path, "unreadable")
        return None


def _read_file(source: Source, path: Path, name: str, holds: Holds) -> None:
    document = _open(source, path)
    if document is None or document.data is None:
        return
    made = _canonical(source, document, holds, (name,))
    if holds.shape == "ids" and not isinstance(made, Mapping):
        _report(source, path, "not-mapping")
        source.broken.add((name,))
        return
    _merge(source, name, made)


def _read_folder(source: Source, path: Path, name: str, holds: Holds, folder: Path) -> None:
    for file in _entries(source, path):
        is_ours = file.suffix in SUFFIXES and not file.name.startswith(".") and not file.is_dir()
        if not is_ours or not _inside(source, file, folder):
            continue
        if holds.shape == "list":
            _read_file(source, file, name, holds)
        else:
            _read_one(source, file, name, holds)


def _read_one(source: Source, path: Path, name: str, holds: Holds) -> None:
    """A file that holds one problem, proposal, commitment or party; its name is the id."""
    document = _open(source, path)
    if document is None:
        return
    if document.data is None:
        if not document.findings:
            _report(source, path, "empty")
        return
    made = _canonical(source, document, Holds("one", holds.kind), (name, path.stem))
    if not isinstance(made, Mapping):
        _report(source, path, "not-mapping")
        return
    made[canonical.ID_KEY] = path.stem
    place = next(iter(made.places.values()), made.span)
    if not canonical.ID.fullmatch(path.stem):
        suggestion = canonical.folded_id(path.stem)
        source.findings.append(Finding("Y206", place, {"written": path.stem, "suggestion": suggestion}, "file"))
    out = Mapping.at(made.span)
    out[path.stem], out.places[path.stem] = made, place
    _merge(source, name, out)


def _merge(source: Source, name: str, data: Data) -> None:
    """Adds what a file holds to the plan's collection; an id that stands in two files is reported."""
    there = source.data.get(name)
    if there is None:
        source.data[name] = data
        if data is not None:
            source.data.places.setdefault(name, data.span)
    elif isinstance(there, Sequence) and isinstance(data, Sequence):
        there.extend(data)
    elif isinstance(there, Mapping) and isinstance(data, Mapping):
        for key, value in data.items():
            if key in there:
                twice = Finding("Y212", data.places[key], {"id": key}, "twice", (there.places[key],))
                source.findings.append(twice)
            else:
                there[key], there.places[key] = value, data.places[key]
