"""Addresses at which the public can comment on a part of a plan, or suggest a change to it, in the plan's repository.

GitHub's and GitLab's own ways are known; of any other host the settings tell. What is not known has no address: "" is
returned, and no link is made.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import SplitResult, quote, urlsplit

from lap.participation import DEFAULT, Participation
from lap.render.addresses import safe
from lap.show.escape import one_line

LIMIT = 2000
"""An address stays shorter than this; some servers refuse longer ones."""
BLANK = re.compile(r"\{([a-z]+)\}")
PATHS = frozenset({"path", "branch"})
"""Blanks in which a slash is a slash."""
MAY_LACK = frozenset({"form", "commitment"})
"""Blanks that stay empty where there is nothing for them; without any other there is no address."""


class Host(NamedTuple):
    """A kind of host: how many parts a repository's path has (0 for any number), where it ends, and its addresses."""

    parts: int
    end: str
    form: str
    ways: Participation


GITHUB = Host(
    2,
    "/tree/",
    "{repository}/issues/new?template={form}&title={title}&commitment={commitment}",
    Participation(
        comment="{repository}/issues/new?title={title}&body={text}",
        change="{repository}/edit/{branch}/{path}",
        line="{repository}/blob/{commit}/{path}#L{line}",
    ),
)
GITLAB = Host(
    0,
    "/-/",
    "{repository}/-/issues/new?issuable_template={form}&issue%5Btitle%5D={title}",
    Participation(
        comment="{repository}/-/issues/new?issue%5Btitle%5D={title}&issue%5Bdescription%5D={text}",
        change="{repository}/-/edit/{branch}/{path}",
        line="{repository}/-/blob/{commit}/{path}#L{line}",
    ),
)
OTHER = Host(0, "", "", Participation())


class About(NamedTuple):
    """What a comment is about: the title and the words that it begins with, and the id of the commitment."""

    title: str
    text: str
    commitment: str


class Spot(NamedTuple):
    """Where something stands: a path from the root of the repository, a line from 1, and the commit, "" for none.

    Lines are those of the commit: where the file has changed since, there is none.
    """

    path: str
    line: int
    commit: str


def to_comment(repository: str, about: About, ways: Participation = DEFAULT) -> str:
    """The address that begins a comment; what would make it too long is cut, the text first."""
    root, host = _known(repository)
    own = host.form if ways.form and host.form else host.ways.comment
    form = ways.form.removesuffix(".md") if host is GITLAB else ways.form
    values = {"repository": root, "form": form, "commitment": about.commitment}
    return _fitting(ways.comment or own, {**values, "title": one_line(about.title), "text": about.text.strip()})


def to_change(repository: str, spot: Spot, ways: Participation = DEFAULT) -> str:
    """The address at which the file can be edited, on the branch; who may not write is led to a proposal."""
    root, host = _known(repository)
    values = {"repository": root, "branch": ways.branch, "path": spot.path}
    return _filled(ways.change or host.ways.change, values) if _inside(spot.path) else ""


def to_line(repository: str, spot: Spot, ways: Participation = DEFAULT) -> str:
    """The address that shows the line, at the commit."""
    root, host = _known(repository)
    values = {"repository": root, "commit": spot.commit, "path": spot.path, "line": str(spot.line)}
    return _filled(ways.line or host.ways.line, values) if _inside(spot.path) and spot.commit else ""


def to_write(address: str, title: str) -> str:
    """The address that begins a mail; "" for what is no mail address."""
    if not re.fullmatch(r"[^\s@<>()\[\],;:\"\\?&#%/]+@[^\s@<>()\[\],;:\"\\?&#%/]+\.[^\s@.]+", address):
        return ""
    return _fitting(f"mailto:{address}?subject={{title}}", {"title": one_line(title)})


def _known(repository: str) -> tuple[str, Host]:
    """A repository's address without what comes after its name, and the kind of its host."""
    parts = _split(safe(repository))
    if parts is None or not parts.hostname:
        return "", OTHER
    host = _host(parts.hostname)
    path = parts.path.partition(host.end)[0] if host.end else parts.path
    path = path.rstrip("/").removesuffix(".git")
    if host is not OTHER:
        names = path.strip("/").split("/")
        if len(names) < 2 or (host.parts and len(names) != host.parts):
            return "", OTHER
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{path}", host


def _split(address: str) -> SplitResult | None:
    """The parts of an address on the web; None for what is none."""
    try:
        return urlsplit(address) if address.lower().startswith("http") else None
    except ValueError:
        return None


def _host(name: str) -> Host:
    if name in ("github.com", "www.github.com"):
        return GITHUB
    return GITLAB if "gitlab" in name.split(".") else OTHER


def _inside(path: str) -> bool:
    """Whether a path is one from the root of a repository."""
    return bool(path) and not path.startswith(("/", "-")) and ":" not in path and ".." not in path.split("/")


def _filled(pattern: str, values: Mapping[str, str]) -> str:
    """A pattern with its blanks filled in; "" where one has nothing to go into it, or the whole is no good address."""
    names = BLANK.findall(pattern)
    if not pattern or any(name not in MAY_LACK and not values.get(name) for name in names):
        return ""
    made = BLANK.sub(lambda blank: _quoted(blank[1], values[blank[1]]), pattern)
    return made if safe(made) and len(made) < LIMIT else ""


def _quoted(name: str, value: str) -> str:
    if name == "repository":
        return value
    return quote(value, safe="/" if name in PATHS else "", errors="replace")


def _fitting(pattern: str, values: Mapping[str, str]) -> str:
    """As `_filled`, with the text cut, and then the title, where the address would be too long."""
    made = dict(values)
    for name in ("text", "title"):
        if f"{{{name}}}" in pattern and len(_long(pattern, made)) >= LIMIT:
            made[name] = _cut(pattern, made, name)
    return _filled(pattern, made)


def _long(pattern: str, values: Mapping[str, str]) -> str:
    return BLANK.sub(lambda blank: _quoted(blank[1], values.get(blank[1], "")), pattern)


def _cut(pattern: str, values: Mapping[str, str], name: str) -> str:
    """As much of a value as fits, with a sign that there was more."""
    whole = values[name]
    over = bisect_left(
        range(len(whole)), LIMIT, key=lambda end: len(_long(pattern, {**values, name: whole[:end] + "…"}))
    )
    return whole[: over - 1].rstrip() + "…" if over else "…"
