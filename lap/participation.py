"""How the public reaches a plan's repository: its branch, its form, and the addresses of a host that we do not know."""

from typing import NamedTuple

BLANKS = {
    "form": (),
    "comment": ("repository", "title", "text", "commitment", "form"),
    "change": ("repository", "branch", "path"),
    "line": ("repository", "commit", "path", "line"),
}
"""What may stand in braces in each address, and is filled in for each commitment."""


class Participation(NamedTuple):
    """What links to a repository are made of, where it is not GitHub's or GitLab's own way.

    `form` is the name of the file of an issue form in the repository. The last three are addresses with blanks, such as
    `{repository}/issues/new?title={title}`; "" where the host's own way counts.
    """

    branch: str = "main"
    form: str = ""
    comment: str = ""
    change: str = ""
    line: str = ""


DEFAULT = Participation()
