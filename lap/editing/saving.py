"""Changed files put on disk: all of them or none, each whole at every moment, and never over somebody else's work."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from lap.failure import CannotRun
from lap.source.files import shown_path

WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
BOM = b"\xef\xbb\xbf"


class Changed(NamedTuple):
    """A file of a plan: the bytes that were read, and those that are to be there."""

    path: Path
    before: bytes
    after: bytes


def encoded(text: str, before: bytes) -> bytes:
    """A file's new text in UTF-8, with the mark of byte order that it had."""
    return (BOM if before.startswith(BOM) else b"") + text.encode("utf-8")


def save(files: list[Changed], folder: Path) -> None:
    """Writes files of the plan in a folder. Raises CannotRun, with nothing written, where one of them may not be.

    Each is written to a neighbour whose name keeps other runs of this program out, and then put in the file's place.
    """
    places = [(_place(one.path, folder), one) for one in files]
    with _neighbours([place for place, _ in places]) as neighbours:
        for neighbour, (place, one) in zip(neighbours, places, strict=True):
            _write(neighbour, one.after, place)
        for place, one in places:
            _check_unchanged(place, one)
        _replace(neighbours, places)


def create(path: Path, raw: bytes, folder: Path) -> None:
    """Writes a new file of the plan in a folder, whole or not at all, and never over one that is there.

    The folder it lies in is made where it is missing. Raises CannotRun.
    """
    neighbour = path.with_name(f".{path.name}.lap-new-{os.getpid()}")
    try:
        path.parent.mkdir(exist_ok=True)
        if not path.parent.resolve().is_relative_to(folder.resolve()):
            raise CannotRun("save-outside", path=shown_path(path))
        with open(neighbour, "xb") as stream:
            stream.write(raw)
            stream.flush()
            os.fsync(stream.fileno())
        os.link(neighbour, path)  # unlike a renaming, it fails where a file of that name is there
    except FileExistsError:
        raise CannotRun("save-exists", path=shown_path(path)) from None
    except OSError:
        raise CannotRun("cannot-write", path=shown_path(path)) from None
    finally:
        with suppress(OSError):
            neighbour.unlink()


def _place(path: Path, folder: Path) -> Path:
    """Where a file really lies; a link inside the plan's folder is followed. Raises CannotRun where it leads out."""
    place = path.resolve()
    if not place.is_relative_to(folder.resolve()):
        raise CannotRun("save-outside", path=shown_path(path))
    if not place.is_file():
        raise CannotRun("save-changed", path=shown_path(path))
    if not os.access(place, os.W_OK) or not place.stat().st_mode & WRITABLE:  # root may write whatever the file says
        raise CannotRun("save-read-only", path=shown_path(path))
    return place


@contextmanager
def _neighbours(places: list[Path]) -> Iterator[list[Path]]:
    """A new, empty file beside each one. Raises CannotRun where another run has made it, so is at work on the file."""
    made: list[Path] = []
    try:
        for place in places:
            neighbour = place.with_name(f".{place.name}.lap-new")
            try:
                os.close(os.open(neighbour, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            except FileExistsError:
                raise CannotRun("save-busy", path=shown_path(place), name=shown_path(neighbour)) from None
            except OSError:
                raise CannotRun("cannot-write", path=shown_path(place)) from None
            made.append(neighbour)
        yield made
    finally:
        for neighbour in made:
            with suppress(OSError):
                neighbour.unlink()


def _write(neighbour: Path, raw: bytes, place: Path) -> None:
    """Fills a neighbour, which takes over the owner and the permissions of the file."""
    try:
        with open(neighbour, "wb") as stream:
            stream.write(raw)
            stream.flush()
            os.fsync(stream.fileno())
        known = place.stat()
        with suppress(OSError, AttributeError):
            os.chown(neighbour, known.st_uid, known.st_gid)
        os.chmod(neighbour, stat.S_IMODE(known.st_mode))
    except OSError:
        raise CannotRun("cannot-write", path=shown_path(place)) from None


def _check_unchanged(place: Path, file: Changed) -> None:
    try:
        same = place.read_bytes() == file.before
    except OSError:
        same = False
    if not same:
        raise CannotRun("save-changed", path=shown_path(file.path))


def _replace(neighbours: list[Path], files: list[tuple[Path, Changed]]) -> None:
    """Puts the neighbours in the files' places; where one fails, those before it are put back as they were.

    A neighbour leaves the list at once: a file of its name would be another run's.
    """
    done: list[tuple[Path, Changed]] = []
    try:
        for place, one in files:
            os.replace(neighbours[0], place)
            del neighbours[0]
            done.append((place, one))
    except OSError:
        for place, one in done:
            place.write_bytes(one.before)
        raise CannotRun("cannot-write", path=shown_path(files[len(done)][1].path)) from None
