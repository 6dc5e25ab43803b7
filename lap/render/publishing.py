"""A folder of files put in its place whole: the old one stands until the new one is complete, and what is not ours stays."""

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from lap.failure import CannotRun
from lap.render.exchanging import exchange
from lap.source.files import shown_path

MARK = ".made-by-lap"
SAID = "This folder is made anew by lap; what is changed here by hand is lost. It made these files:"
LITTER = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""What file managers leave behind in every folder that they show."""


def publish(files: Mapping[str, bytes], folder: Path) -> None:
    """Writes files, by their paths, into a folder that replaces the one that was there; a link to it stays a link.

    Raises CannotRun, with the old folder untouched, where anything lies there that was not made here, where somebody
    works in that folder, and where writing fails.
    """
    shown, place = shown_path(folder), Path(os.path.realpath(folder))
    _spare_here(place, shown)
    _spare_others(place, shown)
    new = place.with_name(f".{place.name}.lap-{os.getpid()}")
    try:
        _fill(new, {**files, MARK: _mark(files)})
        exchange(new, place)
    except OSError:
        raise CannotRun("site-unwritten", path=shown) from None
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _spare_here(place: Path, shown: str) -> None:
    """Raises CannotRun where the working directory would be replaced under our feet."""
    if Path(os.path.realpath(os.curdir)).is_relative_to(place):
        raise CannotRun("site-here", path=shown)


def _spare_others(place: Path, shown: str) -> None:
    """Raises CannotRun with the first thing that lies in a folder and was not made here."""
    if os.path.lexists(place) and not place.is_dir():
        raise CannotRun("site-not-ours", path=shown, what=place.name)
    ours = _made(place)
    foreign = next((name for name in _lying(place) if name not in ours), None) if place.is_dir() else None
    if foreign is not None:
        raise CannotRun("site-not-ours", path=shown, what=foreign)


def _made(place: Path) -> frozenset[str]:
    """What the mark of a folder lists; nothing where it has none."""
    with suppress(OSError, ValueError):
        return frozenset([MARK, *(place / MARK).read_text("utf-8").splitlines()[1:]])
    return frozenset()


def _lying(place: Path) -> Iterator[str]:
    """Every file in a folder by its path there, and every link and empty folder."""
    for here, folders, names in os.walk(place, onerror=_unseen):
        inside = [name for name in folders if os.path.islink(os.path.join(here, name))] + names
        if not (folders or names) and Path(here) != place:
            inside = ["."]
        for name in sorted(inside):
            if name not in LITTER:
                yield Path(here, name).relative_to(place).as_posix()


def _unseen(error: OSError) -> None:
    raise CannotRun("unreadable-file", path=shown_path(Path(error.filename)))


def _mark(files: Mapping[str, bytes]) -> bytes:
    return "\n".join([SAID, *sorted(files), ""]).encode()


def _fill(folder: Path, files: Mapping[str, bytes]) -> None:
    folder.mkdir(parents=True)
    for name, raw in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)
