"""The name of a file in its repository, as the services that show a repository expect it."""

import os

STANDARD_INPUT = "-"


def path_in_repository(name: str) -> str:
    """A file's path from the root of its git work tree, else from the working directory; absolute outside of both.

    It has forward slashes, and links are followed. No git is run: a folder that holds `.git` is a root.
    """
    if name == STANDARD_INPUT:
        return name
    real = os.path.realpath(name)
    here = os.path.realpath(os.curdir)
    root = _work_tree(real) or (here if _within(real, here) else "")
    return (os.path.relpath(real, root) if root else real).replace(os.sep, "/")


def _work_tree(path: str) -> str:
    """The nearest folder at a path or above it that holds `.git`; a worktree's is a file."""
    while not os.path.exists(os.path.join(path, ".git")):
        above = os.path.dirname(path)
        if above == path:
            return ""
        path = above
    return path


def _within(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)
