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


def path_in_work_tree(name: str) -> str:
    """A file's path from the root of its git work tree, links followed; "" outside of any."""
    if name == STANDARD_INPUT:
        return ""
    real = os.path.realpath(name)
    root = _work_tree(real)
    return os.path.relpath(real, root).replace(os.sep, "/") if root else ""


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


def commit_of(path: str) -> str:
    """The short name of the commit that a plan stands at, with a plus sign where it has changed since; "" outside of git.

    Only the plan's own files count, not what is made beside them. Here git itself is asked, once.
    """
    import subprocess

    inside = os.path.isdir(path)
    folder = path if inside else os.path.dirname(os.path.realpath(path))
    files = ["*.yaml", "*.yml"] if inside else [os.path.realpath(path)]
    asked = ["git", "-C", folder, "status", "--porcelain=v2", "--branch", "--untracked-files=all", "--", *files]
    try:
        ran = subprocess.run(asked, capture_output=True, text=True, timeout=20, check=False)
    except (OSError, subprocess.SubprocessError):
        return ""
    lines = ran.stdout.splitlines()
    commit = next((line.split()[-1] for line in lines if line.startswith("# branch.oid ")), "")
    if ran.returncode or not commit or commit == "(initial)":
        return ""
    return commit[:10] + ("+" if any(not line.startswith("#") for line in lines) else "")
