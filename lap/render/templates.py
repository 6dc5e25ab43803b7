"""The one place that finds the templates: beside the package in a checkout, inside it in a wheel, or the user's own."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lap.failure import CannotRun

if TYPE_CHECKING:
    from jinja2 import Environment

PACKAGE = Path(__file__).parent.parent
PLACES = tuple(place for place in (PACKAGE / "templates", PACKAGE.parent / "templates") if place.is_dir())


@cache
def environment() -> "Environment":
    """Jinja2 over our templates; a name that a template does not get is an error, not an empty place."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(PLACES), undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True, autoescape=lambda name: bool(name and ".html" in name),
    )  # fmt: skip


def filled(name: str, **values: object) -> str:
    """A template, filled in; what goes into HTML is escaped."""
    return environment().get_template(name).render(**values)


class Safe(str):
    """Text that is written in a document's format already: it is put in as it stands."""

    __slots__ = ()


def sandbox(overrides: Path | None, escape: Callable[[str], str] | None = None) -> "Environment":
    """Jinja2 over the user's templates and, where they have none of a name, ours; theirs can do nothing but write.

    Without `escape` everything put in is escaped for HTML; with it, everything but `Safe` text goes through it. Raises
    CannotRun where the folder of templates is not there.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    if overrides is not None and not overrides.is_dir():
        raise CannotRun("no-templates", path=str(overrides))
    # the sandbox asks at every step, which takes time
    kind = ImmutableSandboxedEnvironment if overrides else Environment
    made = kind(
        loader=FileSystemLoader([*([overrides] if overrides else []), *PLACES]),
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
        autoescape=escape is None, finalize=_finalize(escape) if escape else None, auto_reload=False,
    )  # fmt: skip
    if overrides is not None:
        _try_each(overrides, made)
    return made


def _try_each(overrides: Path, templates: "Environment") -> None:
    """Reads every template of the user's, used or not.

    Raises CannotRun where one is broken, where one lies elsewhere than the one of ours that has its name, and where none
    stands in the place of any.
    """
    from jinja2 import TemplateError

    ours = {path.relative_to(place).as_posix() for place in PLACES for path in place.rglob("*.j2")}
    theirs = sorted(path.relative_to(overrides).as_posix() for path in overrides.rglob("*.j2"))
    for name in theirs:
        meant = [one for one in sorted(ours) if one.rpartition("/")[2] == name.rpartition("/")[2]]
        if meant and name not in meant:
            raise CannotRun("misplaced-template", path=str(overrides / name), known=tuple(meant))
        try:
            templates.get_template(name)
        except (TemplateError, UnicodeDecodeError) as error:
            raise _broken(error, str(overrides / name)) from None
    if not ours & set(theirs):
        raise CannotRun("no-own-template", path=str(overrides))


def _finalize(escape: Callable[[str], str]) -> Callable[[Any], str]:
    def finalize(value: Any) -> str:
        if isinstance(value, Safe):
            return value
        return "" if value is None else escape(str(value))

    return finalize


def render(templates: "Environment", name: str, **values: object) -> str:
    """A template of an environment, filled in. Raises CannotRun with the file and the line where it is broken."""
    from jinja2 import TemplateError

    try:
        return templates.get_template(name).render(**values)
    except CannotRun:
        raise
    except Exception as error:
        if not (templates.sandboxed or isinstance(error, TemplateError)):
            raise  # a mistake of ours
        raise _broken(error, name) from None


def _broken(error: Exception, name: str) -> CannotRun:
    what = getattr(error, "message", None) or str(error) or type(error).__name__
    return CannotRun("bad-template", what=what.rstrip("."), **_where(error, name))


def _where(error: Exception, name: str) -> dict[str, object]:
    """The template and the line that an error comes from: as the error says, else the last line of one it went through."""
    line = getattr(error, "lineno", None)
    if line:
        return {"path": getattr(error, "filename", None) or getattr(error, "name", None) or name, "line": line}
    step, place = error.__traceback__, {"path": name, "line": 1}
    while step is not None:
        file = step.tb_frame.f_code.co_filename
        if file.endswith(".j2"):
            place = {"path": file, "line": step.tb_lineno}
        step = step.tb_next
    return place
