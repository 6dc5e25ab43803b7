"""From what was typed to the plans that were meant (format page, principle 5)."""

import os
import re
from pathlib import Path

from lap.failure import CannotRun
from lap.source.files import COLLECTIONS, shown_path
from lap.source.vocabulary import KINDS, fold

SUFFIXES = (".yaml", ".yml")
LAP_AT_TOP = re.compile(rb"^(?:\xef\xbb\xbf)?[\"']?lap[\"']?[ \t]*:", re.M)
HEAD = 64 * 1024


def find_plans(paths: list[Path]) -> list[Path]:
    """The plans that the paths mean, each once: a plan file, or a folder that holds `plan.yaml`.

    Raises CannotRun where a path does not exist or no plan is found.
    """
    found: dict[str, Path] = {}
    for path in paths or [Path()]:
        for plan in _plans_at(path):
            found.setdefault(os.path.realpath(plan), plan)
    return list(found.values())


def _plans_at(path: Path) -> list[Path]:
    if not path.exists():
        raise CannotRun("no-such-file", path=shown_path(path))
    if path.is_dir():
        inside = [path] if _is_plan_folder(path) else [home] if (home := _home(path)) else _below(path)
        if not inside:
            raise CannotRun("no-plan", path=shown_path(path))
        return inside
    if path.name == "plan.yaml":
        return [path.parent]
    if path.suffix in SUFFIXES and says_lap(path):
        return [path]
    return [_home(path) or path]


def _is_plan_folder(folder: Path) -> bool:
    return (folder / "plan.yaml").is_file()


def _home(path: Path) -> Path | None:
    """The plan that a file of it, or the folder of one of its collections, belongs to."""
    absolute = Path(os.path.abspath(path))
    for part, folder in zip((absolute, *absolute.parents), absolute.parents, strict=False):
        if _is_plan_folder(folder) and (part == absolute or _is_collection(part)):
            return folder if path.is_absolute() else _from_here(folder)
    return None


def _is_collection(path: Path) -> bool:
    stem = path.stem if path.suffix in SUFFIXES else path.name
    entry = KINDS["plan"].read.get(fold(stem))
    return entry is not None and entry.name in COLLECTIONS


def _from_here(folder: Path) -> Path:
    return Path(os.path.relpath(folder))


def says_lap(path: Path) -> bool:
    """Whether a file has `lap` at its top."""
    try:
        with open(path, "rb") as stream:
            head = stream.read(HEAD)
    except OSError:
        return False
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head.decode("utf-16", "replace").encode()
    return LAP_AT_TOP.search(head) is not None


def _below(folder: Path) -> list[Path]:
    """Every plan below a folder, in the order of their names; hidden folders and links to folders are passed over."""
    found: list[Path] = []
    for here, folders, names in os.walk(folder):
        if "plan.yaml" in names:
            found.append(Path(here))
            folders.clear()
            continue
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        paths = [Path(here, name) for name in sorted(names) if name.endswith(SUFFIXES)]
        found += [path for path in paths if says_lap(path)]
    return found
