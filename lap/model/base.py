"""The two roots of the model: a node of a plan, and a node that the plan calls by an id."""

from pydantic import BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

SENTENCES = ("title", "name", "activity", "statement", "action", "text")


def key_of(field: str) -> str:
    """Return the key of a field in a plan: ``term_ends`` is ``term-ends`` and ``from_`` is ``from``."""
    return field.removesuffix("_").replace("_", "-")


def text_of(value: object, wanted: str) -> str:
    """Return the text of a scalar, or raise ``scalar_expected`` where a list or a mapping stands.

    Error: ``scalar_expected``; its ``wanted`` says what the key takes: date, number, url or text.
    """
    if isinstance(value, str):
        return str(value)
    raise PydanticCustomError("scalar_expected", "one {wanted} stands here, nothing else", {"wanted": wanted})


class Node(BaseModel):
    """A mapping of the plan file: known keys only, none of them required, nothing judged."""

    model_config = ConfigDict(extra="forbid", alias_generator=key_of, defer_build=True)


class Named(Node):
    """A node that stands in its collection under an id, by which the rest of the plan refers to it."""

    id: str = Field(default="", alias="/id")
    """The key under which it stands: lower-case letters and digits, joined by hyphens."""

    @property
    def label(self) -> str:
        """What a person calls it: its own title, name or sentence, else its id."""
        return next((text for field in SENTENCES if (text := getattr(self, field, ""))), self.id)
