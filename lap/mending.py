"""A plan mended: its findings with one right answer, file by file and proved, in memory until all of it is done."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lap.checking import Checked, Examined, examine
from lap.editing.draft import Draft
from lap.editing.saving import Changed, encoded
from lap.editing.sheet import Refused, Sheet
from lap.failure import CannotRun
from lap.findings import Finding
from lap.fix import Cleaned, Fix, Respelled, of_characters, of_lengths, of_words
from lap.fix_ids import of_ids
from lap.lint import Options
from lap.rule import Rule
from lap.source.document import Document
from lap.source.files import Source, bytes_at, read_bytes, read_plan, shown_path

ROUNDS = 8


@dataclass(slots=True)
class Mended:
    """What came of mending a plan, nothing of it written yet.

    `checked` is what remains, `files` the changed ones, `places` how often which rule was followed in each file, and
    `refused` what could not be mended though it has one right answer, each with the finding if there is one.
    """

    checked: Checked
    files: list[Changed]
    places: dict[str, Counter[str]]
    refused: list[tuple[Finding | None, CannotRun]]


def mend_plan(path: Path, options: Options, rules: tuple[Rule, ...], codes: frozenset[str]) -> Mended:
    """Mends the plan at a file or folder, by the rules of these codes. Raises CannotRun where it cannot be opened."""
    desk = _Desk()
    return _mended(desk, lambda: read_plan(path, desk), options, rules, codes)


def mend_bytes(raw: bytes, name: str, options: Options, rules: tuple[Rule, ...], codes: frozenset[str]) -> Mended:
    """Mends a plan that is one file, from its bytes."""
    desk = _Desk()
    desk.before[name] = raw
    return _mended(desk, lambda: read_bytes(desk.now(name), name), options, rules, codes)


class _Desk:
    """A plan's files as they were first read, and as they have become."""

    def __init__(self) -> None:
        self.before: dict[str, bytes] = {}
        self.after: dict[str, bytes] = {}
        self.paths: dict[str, Path] = {}
        self.documents: dict[str, Document] = {}

    def __call__(self, path: Path) -> bytes:
        name = shown_path(path)
        if name not in self.before:
            self.before[name], self.paths[name] = bytes_at(path), path
        return self.now(name)

    def now(self, name: str) -> bytes:
        """A file's bytes with what was changed so far."""
        return self.after.get(name, self.before[name])

    def put(self, document: Document) -> None:
        """Keeps the new text of a file."""
        self.documents[document.file] = document
        self.after[document.file] = encoded(document.text, self.before[document.file])

    def changed(self) -> Iterator[Changed]:
        """The files that are no longer what they were."""
        for name, after in self.after.items():
            if after != self.before[name]:
                yield Changed(self.paths.get(name, Path(name)), self.before[name], after)


@dataclass(slots=True)
class _Run:
    """Mending at work: the plan as it now is, and what was done so far."""

    desk: _Desk
    examine: Callable[[], Examined]
    codes: frozenset[str]
    plan: Examined
    places: dict[str, Counter[str]] = field(default_factory=dict)
    refused: list[tuple[Finding | None, CannotRun]] = field(default_factory=list)

    def all(self) -> None:
        """Mends until nothing is left to mend: what one fix lets us read may need another."""
        for _ in range(ROUNDS):
            before = dict(self.desk.after)
            self.refused.clear()
            self.in_files(of_characters)
            self.in_files(of_words)
            self.ids()
            self.in_files(of_lengths)
            if self.desk.after == before:
                break
        if "Y206" in self.codes:
            names = [one for one in self.plan.checked.findings if one.code == "Y206" and one.cause == "file"]
            self.refused += [(one, CannotRun("fix-file-name")) for one in names]

    def in_files(self, stage: Callable[[Examined, frozenset[str]], Iterator[Fix]]) -> None:
        """Makes fixes that concern one file each."""
        before, by_file = dict(self.desk.after), dict[str, list[Fix]]()
        for fix in stage(self.plan, self.codes):
            by_file.setdefault(fix.finding.span.file, []).append(fix)
        for file, fixes in by_file.items():
            self.in_file(self.plan.loaded.source.documents[file], fixes)
        if self.desk.after != before:
            self.plan = self.examine()

    def in_file(self, document: Document, fixes: list[Fix]) -> None:
        """Makes the fixes of a file: all of them at once, or else, from the last to the first, those that can be."""
        try:
            self.keep(_changed(document, fixes), fixes)
        except Refused as refused:
            if len(fixes) == 1 or refused.reason == "edit-unread":
                self.refused.append((fixes[0].finding, refused))
                return
            for fix in sorted(fixes, key=lambda one: one.finding.span, reverse=True):
                self.in_file(self.desk.documents.get(document.file, document), [fix])

    def keep(self, document: Document, fixes: list[Fix]) -> None:
        """Keeps the new text of a file, and counts what was done in it."""
        self.desk.put(document)
        counts = self.places.setdefault(document.file, Counter())
        for fix in fixes:
            count = fix.finding.parameters.get("count")
            counts[fix.finding.code] += count if isinstance(count, int) else len(fix.changes[document.file])

    def ids(self) -> None:
        """Renames ids, one spelling after the other, each in all files."""
        tried: set[object] = set()
        while True:
            try:
                fixes = [one for one in of_ids(self.plan, self.codes) if one.finding.parameters["written"] not in tried]
                if not fixes:
                    return
                tried.add(fixes[0].finding.parameters["written"])
                self.id(fixes[0])
            except Refused as refused:
                self.refused.append((fixes[0].finding, refused))
            except CannotRun as reason:
                self.refused.append((None, reason))
                return

    def id(self, fix: Fix) -> None:
        """Renames an id. Raises Refused, and leaves all as it was, where a reference would lead nowhere afterwards."""
        before, dangling = dict(self.desk.after), _dangling(self.plan)
        documents = self.plan.loaded.source.documents
        changed = [_changed(documents[file], [fix]) for file in fix.changes]
        for document in changed:
            self.desk.put(document)
        plan = self.examine()
        if _dangling(plan) > dangling:
            self.desk.after = before
            raise Refused("edit-elsewhere", file=fix.finding.span.file)
        self.plan = plan
        for document in changed:
            self.keep(document, [fix])


def _dangling(plan: Examined) -> int:
    return sum(finding.code == "Y208" for finding in plan.checked.findings)


def _changed(document: Document, fixes: list[Fix]) -> Document:
    """A file with fixes made, proved. Raises Refused."""
    draft = Draft(Sheet(document))
    notes: list[Respelled | Cleaned] = [note for fix in fixes for note in fix.changes[document.file]]
    # a key gets its new name after the values below it have been found by the old one
    for note in sorted(notes, key=lambda one: isinstance(one, Respelled) and one.at in draft.sheet.keys):
        note.note(draft)
    return draft.proved()


def _mended(
    desk: _Desk, read: Callable[[], Source], options: Options, rules: tuple[Rule, ...], codes: frozenset[str]
) -> Mended:
    def again() -> Examined:
        return examine(read(), options, rules)

    run = _Run(desk, again, codes, again())
    run.all()
    return Mended(run.plan.checked, list(desk.changed()), run.places, run.refused)
