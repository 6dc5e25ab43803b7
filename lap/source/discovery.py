"""From what was typed to the plans that were meant (format page, principle 5)."""

import os
import re
from pathlib import Path

from lap.failure import CannotRun
from lap.source.files import SUFFIXES, shown_path
from lap.source.hygiene import OLD_BREAK, decode

LAP_AT_TOP = re.compile(r"^[\"']?lap[\"']?[ \t]*:", re.M | re.I)
HEAD = 64 * 1024
SETTINGS = ".lap.yaml"


def find_plans(paths: list[Path], *, only_plans: bool = False) -> list[Path]:
    """The plans that the paths mean, each once: a plan file, or a folder that holds `plan.yaml`.

    With `only_plans`, files that belong to no plan are passed over, as a hook needs that is given every changed file.
    Raises CannotRun where a path does not exist or no plan is found.
    """
    found: dict[str, Path] = {}
    for path in paths or [Path()]:
        if only_plans and not _has_plan(path):
            continue
        for plan in _plans_at(path):
            found.setdefault(os.path.realpath(plan), plan)
    return list(found.values())


def _plans_at(path: Path) -> list[Path]:
    if not path.exists():
        raise CannotRun("no-such-file", path=shown_path(path))
    if path.name == SETTINGS:  # it is no plan, and stands for those that it is about
        path = path.parent
    if path.is_dir():
        inside = [path] if _is_plan_folder(path) else _below(path)
        home = None if inside else _home(path)
        if not inside and home is None:
            raise CannotRun("no-plan", path=shown_path(path))
        return [home] if home else inside
    if path.name == "plan.yaml":
        return [path.parent]
    if path.suffix in SUFFIXES and says_lap(path):
        return [path]
    return [_home(path) or path]


def _has_plan(path: Path) -> bool:
    """Whether a path means a plan at all."""
    if path.is_file() and path.name != SETTINGS:
        return path.name == "plan.yaml" or _home(path) is not None or (path.suffix in SUFFIXES and says_lap(path))
    folder = path if path.is_dir() else path.parent
    return _is_plan_folder(folder) or _home(folder) is not None or bool(_below(folder))


def _is_plan_folder(folder: Path) -> bool:
    return (folder / "plan.yaml").is_file()


def _home(path: Path) -> Path | None:
    """The plan in whose folder a file or folder lies, at any depth."""
    for folder in Path(os.path.abspath(path)).parents:
        if _is_plan_folder(folder):
            return folder if path.is_absolute() else _from_here(folder)
    return None


def _from_here(folder: Path) -> Path:
    return Path(os.path.relpath(folder))


def says_lap(path: Path) -> bool:
    """Whether a file has `lap` at its top."""
    try:
        with open(path, "rb") as stream:
            head = stream.read(HEAD)
    except OSError:
        return False
    text, _ = decode("", head)
    return LAP_AT_TOP.search(OLD_BREAK.sub("\n", text)) is not None


def _below(folder: Path) -> list[Path]:
    """Every plan below a folder, in the order of their names; hidden folders and links to folders are passed over."""
    found: list[Path] = []
    for here, folders, names in os.walk(folder):
        if "plan.yaml" in names:
            found.append(Path(here))
            folders.clear()
            continue
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        paths = [Path(here, name) for name in sorted(names) if name.endswith(SUFFIXES) and name != SETTINGS]
        found += [path for path in paths if says_lap(path)]
    return found
