"""The one place that finds the templates: beside the package in a checkout, inside it in a wheel."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment

PACKAGE = Path(__file__).parent.parent
PLACES = (PACKAGE / "templates", PACKAGE.parent / "templates")


@cache
def environment() -> "Environment":
    """Jinja2 over our templates; a name that a template does not get is an error, not an empty place."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader([place for place in PLACES if place.is_dir()]), undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True, autoescape=lambda name: bool(name and ".html" in name),
    )  # fmt: skip


def filled(name: str, **values: object) -> str:
    """A template, filled in; what goes into HTML is escaped."""
    return environment().get_template(name).render(**values)
