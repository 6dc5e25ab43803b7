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
from lap.fix import Fix, of_characters, of_lengths, of_words
from lap.fix_ids import new_ids, renaming
from lap.lint import Options
from lap.rule import Rule
from lap.source.document import Document
from lap.source.files import Source, bytes_at, read_bytes, read_plan, shown_path

ROUNDS = 8
MOST_REFUSED = 20  # a plan where so much is refused is not tried further: each refusal takes a reading of the file


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

    def in_file(self, document: Document, fixes: list[Fix]) -> Document:
        """Makes the fixes of a file, all at once where they can be, else those that can; gives the new text.

        The later half goes first, so that the places of the earlier one stay where they were found.
        """
        try:
            document = _changed(document, fixes)
            self.keep(document, fixes)
        except Refused as refused:
            if len(fixes) == 1 or refused.reason == "edit-unread" or len(self.refused) >= MOST_REFUSED:
                self.refused.append((fixes[0].finding, refused))
                return document
            ordered, half = sorted(fixes, key=lambda one: one.finding.span), len(fixes) // 2
            document = self.in_file(self.in_file(document, ordered[half:]), ordered[:half])
        return document

    def keep(self, document: Document, fixes: list[Fix]) -> None:
        """Keeps the new text of a file, and counts what was done in it."""
        self.desk.put(document)
        counts = self.places.setdefault(document.file, Counter())
        for fix in fixes:
            count = fix.finding.parameters.get("count")
            counts[fix.finding.code] += count if isinstance(count, int) else len(fix.changes[document.file])

    def ids(self) -> None:
        """Renames ids, each in all files of the plan."""
        try:
            new = new_ids(self.plan) if "Y206" in self.codes else {}
        except CannotRun as reason:
            self.refused.append((None, reason))
            return
        if new:
            self.rename(new)

    def rename(self, new: dict[str, str]) -> None:
        """Renames ids all at once where they can be, else those that can."""
        fix = renaming(self.plan, new)
        try:
            self.rename_all(fix)
        except Refused as refused:
            if len(new) == 1 or len(self.refused) >= MOST_REFUSED:
                self.refused.append((fix.finding, refused))
                return
            pairs, half = list(new.items()), len(new) // 2
            self.rename(dict(pairs[:half]))
            self.rename(dict(pairs[half:]))

    def rename_all(self, fix: Fix) -> None:
        """Renames ids. Raises Refused, and leaves all as it was, where a reference would lead nowhere afterwards."""
        before, dangling = dict(self.desk.after), _dangling(self.plan)
        changed = after(self.plan, fix)
        for document in changed:
            self.desk.put(document)
        plan = self.examine()
        if _dangling(plan) > dangling:
            self.desk.after = before
            raise Refused("edit-elsewhere", file=fix.finding.span.file)
        self.plan = plan
        for document in changed:
            self.keep(document, [fix])


def after(plan: Examined, fix: Fix) -> list[Document]:
    """The files that a fix changes, as they are with it. Raises Refused."""
    return [_changed(plan.loaded.source.documents[file], [fix]) for file in fix.changes]


def _dangling(plan: Examined) -> int:
    return sum(finding.code == "Y208" for finding in plan.checked.findings)


def _changed(document: Document, fixes: list[Fix]) -> Document:
    """A file with fixes made, proved. Raises Refused."""
    draft = Draft(Sheet(document))
    for fix in fixes:
        for change in fix.changes[document.file]:
            change.note(draft)
    return draft.proved()


def _mended(
    desk: _Desk, read: Callable[[], Source], options: Options, rules: tuple[Rule, ...], codes: frozenset[str]
) -> Mended:
    def again() -> Examined:
        return examine(read(), options, rules)

    run = _Run(desk, again, codes, again())
    run.all()
    return Mended(run.plan.checked, list(desk.changed()), run.places, run.refused)
