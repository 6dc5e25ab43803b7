"""Where the settings of a plan are: in the nearest `.lap.yaml`, beside the plan or above it."""

import os
from pathlib import Path

from lap.settings.chosen import UNSET, Settings
from lap.source.discovery import SETTINGS


class SettingsOf:
    """The settings of plans: each folder is looked at once, and each file read once."""

    def __init__(self) -> None:
        self._files: dict[str, str] = {}
        self._read: dict[str, Settings] = {"": UNSET}

    def plan(self, path: Path) -> Settings:
        """The settings of a plan at a file or in a folder: the nearest `.lap.yaml` in its folder or above.

        The search ends at the first folder with `.git`. Raises CannotRun where the file cannot be read.
        """
        file = self._nearest(os.path.abspath(path if path.is_dir() else path.parent))
        if file not in self._read:
            from lap.settings.reading import read_settings

            self._read[file] = read_settings(Path(file))
        return self._read[file]

    def _nearest(self, folder: str) -> str:
        seen: list[str] = []
        while folder not in self._files:
            seen.append(folder)
            here, above = os.path.join(folder, SETTINGS), os.path.dirname(folder)
            if os.path.isfile(here):
                self._files[folder] = here
            elif above == folder or os.path.lexists(os.path.join(folder, ".git")):
                self._files[folder] = ""
            else:
                folder = above
        file = self._files[folder]
        self._files.update(dict.fromkeys(seen, file))
        return file
