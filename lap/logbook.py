"""Where a plan keeps its log, and how an entry gets into it without losing a byte of what stands there.

An entry goes where the plan keeps such entries: into the list in its file, or into the file of the entry's month in the
folder of the log (`progress/2017-03.yaml`). Several runs may write at once: whoever finds the file changed reads it anew.
"""

import random
import time
from pathlib import Path
from typing import Any, NamedTuple

from lap.edit import Edited, add_after, append
from lap.editing.saving import Changed, create, encoded, save
from lap.failure import CannotRun
from lap.load import Loaded, load
from lap.model.plan import Plan
from lap.record import COMMENTS, PROGRESS, Note
from lap.source.files import bytes_at, read_plan, shown_path
from lap.source.nodes import Sequence, walk
from lap.source.span import Route
from lap.source.vocabulary import ENGLISH, KINDS, fold, holds_at, shown
from lap.source.writing import Manner, item, worded

PATIENCE = 30  # seconds that a run waits for others that write to the same file
PAUSE = 0.05
OTHERS_AT_WORK = ("save-busy", "save-changed", "save-exists")


class Read(NamedTuple):
    """A plan as it was read, with the bytes of its files by the names that they are shown by."""

    loaded: Loaded
    files: dict[str, tuple[Path, bytes]]


class Kept(NamedTuple):
    """Where an entry was written: the file's name, and the line that it begins on."""

    file: str
    line: int


def read(path: Path) -> Read:
    """Reads the plan at a file or folder. Raises CannotRun where nothing of it can be read."""
    files: dict[str, tuple[Path, bytes]] = {}

    def reader(file: Path) -> bytes:
        raw = bytes_at(file)
        files[shown_path(file)] = (file, raw)
        return raw

    loaded = load(read_plan(path, reader))
    if not loaded.source.readable:
        raise CannotRun("plan-unread", path=loaded.source.name)
    return Read(loaded, files)


def keep(path: Path, note: Note, plan: Read) -> Kept:
    """Writes an entry into the log of the plan at a path. Raises CannotRun, with nothing written, where it cannot be."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            return _written(path, note, plan)
        except CannotRun as reason:
            if reason.reason not in OTHERS_AT_WORK or time.monotonic() > until:
                raise
        time.sleep(PAUSE * random.random())
        plan = read(path)


def _written(path: Path, note: Note, plan: Read) -> Kept:
    folder = path if path.is_dir() else path.parent
    new = _file_of_month(path, note, plan.loaded)
    if new is not None and shown_path(new) not in plan.files:
        text = "\n".join(item(_worded(note, _language(plan.loaded, new.parent)), Manner())) + "\n"
        create(new, text.encode(), folder)
        return Kept(shown_path(new), 1)
    edited = _edited(note, plan.loaded, shown_path(new) if new else "")
    place, before = plan.files[edited.file]
    save([Changed(place, before, encoded(edited.text, before))], folder)
    return Kept(edited.file, _first_difference(plan.loaded.source.documents[edited.file].text, edited.text))


def _edited(note: Note, loaded: Loaded, file: str) -> Edited:
    """The file with the entry after the last one of its list; where `file` is given, after the last one in it."""
    there = walk(loaded.source.data, note.route)
    if file and isinstance(there, Sequence):
        inside = [place for place, one in enumerate(there) if one.span.file == file]
        if inside:
            return add_after(loaded.source, (*note.route, inside[-1]), note.value)
        raise CannotRun("edit-no-place", file=file)
    return append(loaded.source, note.route, note.value)


def _file_of_month(path: Path, note: Note, loaded: Loaded) -> Path | None:
    """The file that an entry goes to where the log is a folder; None where it is a list in a file."""
    if not path.is_dir() or note.route not in (PROGRESS, COMMENTS):
        return None
    name = str(note.route[0])
    if any(_is(name, file.stem) for file in path.iterdir() if file.suffix in (".yaml", ".yml")):
        return None  # a file of its own, progress.yaml
    there = walk(loaded.source.data, note.route)
    main = next(iter(loaded.source.documents))
    if there is not None and there.span.file == main:
        return None  # in plan.yaml itself
    folders = [one for one in path.iterdir() if one.is_dir() and _is(name, one.name)]
    words = loaded.source.languages.get(main, ENGLISH)
    folder = folders[0] if folders else path / shown("plan", name, words)
    return _of_month(folder, note.day[:7])


def _of_month(folder: Path, month: str) -> Path:
    """The file of a month: a new one, or the one that is there under either ending."""
    other = folder / f"{month}.yml"
    return other if other.is_file() else folder / f"{month}.yaml"


def _is(name: str, written: str) -> bool:
    entry = KINDS["plan"].read.get(fold(written))
    return entry is not None and entry.name == name


def _language(loaded: Loaded, folder: Path) -> str:
    """The language of the words in a folder of the log: that of its files, else of its name, else of the plan."""
    languages = loaded.source.languages
    beside = [words for file, words in languages.items() if file.startswith(shown_path(folder) + "/")]
    return beside[0] if beside else next(iter(languages.values()), ENGLISH)


def _worded(note: Note, language: str) -> Any:
    return worded(note.value, holds_at((*note.route, 0)), language)


def _first_difference(before: str, after: str) -> int:
    """The line, from 1, on which a longer text begins to differ from a shorter one."""
    low, high = 0, min(len(before), len(after))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if before[:middle] == after[:middle] else (low, middle - 1)
    if after[low : low + 1] in ("\n", "\r"):  # the file ended without a break
        low += 1 + after.startswith("\r\n", low)
    return after.count("\n", 0, low) + 1


def comment_meant(reference: str, plan: Plan) -> Route:
    """The comment that a number (from 1), an address or a day means. Raises CannotRun where it is none or not the only one."""
    found = [
        number
        for number, one in enumerate(plan.comments)
        if reference in (str(number + 1), one.url, one.date.text if one.date else None)
    ]
    if len(found) != 1:
        reason = "many-comments" if found else "no-such-comment" if plan.comments else "no-comments"
        raise CannotRun(reason, name=reference, number=len(plan.comments))
    return (*COMMENTS, found[0], "replies")
