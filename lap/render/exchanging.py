"""A folder put in the place of another, in one step where the system can do that."""

import ctypes
import os
import shutil
from pathlib import Path

HERE = -100
SWAP = 2
"""AT_FDCWD and RENAME_EXCHANGE of Linux's renameat2."""


def exchange(new: Path, place: Path) -> None:
    """Puts the folder `new` in the place of another, which is gone afterwards; or in a place where nothing is.

    Raises OSError, with the old folder in its place.
    """
    if not place.exists():
        new.rename(place)
    elif not _swapped(new, place):
        _moved(new, place)


def _swapped(new: Path, place: Path) -> bool:
    """Whether two folders have changed places at once; the old one is then deleted."""
    try:
        rename = ctypes.CDLL(None).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    if rename(HERE, os.fsencode(new), HERE, os.fsencode(place), SWAP) != 0:
        return False
    shutil.rmtree(new, ignore_errors=True)
    return True


def _moved(new: Path, place: Path) -> None:
    """The same in two steps; where the second one fails the old folder is put back."""
    old = new.with_name(f"{new.name}-old")
    place.rename(old)
    try:
        new.rename(place)
    except BaseException:
        old.rename(place)
        raise
    shutil.rmtree(old, ignore_errors=True)
