"""A file put in its place whole: until the new one is complete the old one stands, on a full disk too."""

import os
import shutil
from contextlib import suppress
from pathlib import Path


def replace_file(path: str, raw: bytes) -> None:
    """Writes a file beside its place, then puts it there in one step, with the permissions of the old one.

    A link stays a link; what is no plain file, such as a pipe, is written to. Raises OSError with the old file untouched.
    """
    place = os.path.realpath(path)
    if os.path.exists(place) and not os.path.isfile(place):
        Path(place).write_bytes(raw)
        return
    beside = f"{place}.{os.getpid()}.tmp"
    try:
        Path(beside).write_bytes(raw)
        if os.path.exists(place):
            shutil.copymode(place, beside)
        os.replace(beside, place)
    except OSError:
        with suppress(OSError):
            os.unlink(beside)
        raise
