"""Spares pydantic its search for plugins, which costs a twelfth of a run: it imports the whole of `email`.

It does what `PYDANTIC_DISABLE_PLUGINS=1` asks for, before the import instead of after it. Everything else that the
module offers is still to be had from it.
"""

import importlib
import sys
from types import ModuleType
from typing import Any

LOADER = "pydantic.plugin._loader"


class NoPlugins(ModuleType):
    """Stands where pydantic's plugin loader would, and finds no plugin."""

    @staticmethod
    def get_plugins() -> tuple[()]:
        """No plugin."""
        return ()

    def __getattr__(self, name: str) -> Any:
        """Any other name comes from the real module."""
        if name.startswith("__"):
            raise AttributeError(name)
        real = sys.modules.pop(LOADER)
        try:
            return getattr(importlib.import_module(LOADER), name)
        finally:
            sys.modules[LOADER] = real


def forgo() -> None:
    """Puts the stand-in in place, unless pydantic has looked for plugins already."""
    sys.modules.setdefault(LOADER, NoPlugins(LOADER))
