"""What the classes of the model and their fields say of themselves: their docstrings, or the Spanish beside them."""

import ast
import re
import sys
from functools import cache
from inspect import get_annotations
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple, get_type_hints

from lap.language.speech import catalogue
from lap.model.base import Node
from lap.source.vocabulary import SPANISH, shown

SECTION = re.compile(r"§(\d+(?:\.\d+)*)|Glossary|Glosario")
INITIALS = ("id", "lap", "ogp", "sdg", "url")
SPANISH_TEXTS = "fields.es"


class Field(NamedTuple):
    """A field of the model: the class that states it, its name there, and its type with all that is noted on it."""

    owner: type[Node]
    name: str
    type: Any

    @property
    def path(self) -> str:
        """What the catalogue calls it, such as Plan.title."""
        return f"{self.owner.__name__}.{self.name}"


def fields(model: type[Node]) -> dict[str, Field]:
    """The fields of a class of the model, by their keys in a plan."""
    types = get_type_hints(model, include_extras=True)
    keys = {name: field.alias or "" for name, field in model.model_fields.items()}
    return {key: Field(_stating(model, name), name, types[name]) for name, key in keys.items() if key[:1] != "/"}


def _stating(model: type[Node], name: str) -> type[Node]:
    """The class that states a field: the model itself, or one that it inherits from."""
    return next(owner for owner in model.__mro__ if name in get_annotations(owner))


def of_class(model: type[Node], language: str) -> str:
    """What a class of the model is, in a sentence or two."""
    return _told(model, model.__name__, language)


def of_field(field: Field, language: str) -> str:
    """What a field means, in a sentence that may quote sections of the handbook."""
    return _told(field.owner, field.path, language)


def sections(text: str) -> list[str]:
    """The sections of the handbook that a text quotes, each once: "5.1", "Glossary"."""
    return list(dict.fromkeys(match[1] or "Glossary" for match in SECTION.finditer(text)))


def title_of_class(model: type[Node], kind: str, language: str) -> str:
    """What the things of a kind are called: "Commitment"."""
    return str(catalogue(SPANISH_TEXTS)[model.__name__]["title"]) if language == SPANISH else _capital(kind)


def title_of_key(kind: str, name: str, language: str) -> str:
    """A key as people write it, with its accents: "Term ends"."""
    key = shown(kind, name, language)
    accented = catalogue(SPANISH_TEXTS)["names"] if language == SPANISH else {}
    return str(accented.get(key) or _capital(key))


def _capital(name: str) -> str:
    return name.upper() if name in INITIALS else name.replace("-", " ").capitalize()


def _told(owner: type, path: str, language: str) -> str:
    if language == SPANISH:
        return str(catalogue(SPANISH_TEXTS)[path]["es"])
    return docstrings(owner.__module__)[path]


@cache
def docstrings(module: str) -> dict[str, str]:
    """The first paragraph under each class of a module ("Plan"), and the text under each field ("Plan.title")."""
    source = Path(str(sys.modules[module].__file__)).read_text("utf-8")
    found: dict[str, str] = {}
    for node in ast.parse(source).body:
        if isinstance(node, ast.ClassDef):
            found[node.name] = _one_line((ast.get_docstring(node) or "").partition("\n\n")[0])
            found |= {f"{node.name}.{name}": text for name, text in _under_fields(node)}
    return found


def _under_fields(node: ast.ClassDef) -> list[tuple[str, str]]:
    return [
        (field.target.id, _one_line(below.value.value))
        for field, below in pairwise(node.body)
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        if isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant) and isinstance(below.value.value, str)
    ]


def _one_line(text: str) -> str:
    return " ".join(text.replace("``", "`").split())
