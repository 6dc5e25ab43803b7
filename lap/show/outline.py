"""The outline of a brainstorm as the `problems` of a plan, in YAML, with kept lines as comments in their place."""

from collections.abc import Iterable

from lap.noted import Kept, Node, Noted, Outline
from lap.notes import TAB, cleaned
from lap.source.block import Block, Part, Remark, written
from lap.source.vocabulary import shown

COUNTERPART = {"causes": "means", "effects": "end"}
KIND_OF = {"causes": "cause", "effects": "effect"}


def as_yaml(outline: Outline, language: str, whole: bool = True) -> str:
    """The block of an outline with the keys of a language; without its own key `problems` where `whole` is False."""
    problems = Block(part for one in outline.items for part in _problem(one, language))
    parts: Iterable[Part] = [(shown("plan", "problems", language), problems)] if whole else problems
    return "\n".join(written([*parts])) + "\n"


def new_plan(outline: Outline, language: str) -> str:
    """What a draft plan begins with; `language` is that of its keys."""
    head: list[Part] = [
        ("lap", "1"),
        (shown("plan", "language", language), outline.language),
        (shown("plan", "status", language), shown("=plan-status", "draft", language)),
    ]
    return "\n".join(written(head)) + "\n\n"


def _problem(one: Noted | Kept, language: str) -> list[Part]:
    if isinstance(one, Kept):
        return _remarks(one)
    said: dict[str, str | list[str]] = {
        "population": one.population,
        "evidence": one.evidence,
    }
    parts: list[Part] = [(shown("problem", "statement", language), one.statement or None)]
    parts += [remark for kept in one.remarks for remark in _remarks(kept)]
    parts += [(shown("problem", key, language), value) for key, value in said.items() if value]
    for side in ("effects", "causes"):
        if side in one.lists:
            parts.append((shown("problem", side, language), _nodes(one.lists[side], side, language)))
    if one.objective:
        parts.append((shown("problem", "objective", language), one.objective))
    return [(one.id, Block(parts))]


def _nodes(items: Iterable[Node | Kept], side: str, language: str) -> Block:
    return Block(
        part for one in items for part in (_node(one, side, language) if isinstance(one, Node) else _remarks(one))
    )


def _node(node: Node, side: str, language: str) -> list[Part]:
    """A node in the short form where it has no more than its text; remarks alone below it follow it."""
    held = KIND_OF[side]
    below = _nodes(node.items, side, language)
    has_nodes = any(isinstance(one, Node) for one in node.items)
    if not (node.kind or node.counterpart or has_nodes):
        return [(node.id, node.text), *below]
    parts: list[Part] = [(shown(held, "text", language), node.text)]
    if node.kind:
        parts.append((shown(held, "kind", language), shown("=cause-kind", node.kind, language)))
    if node.counterpart:
        parts.append((shown(held, COUNTERPART[side], language), node.counterpart))
    if has_nodes:
        parts.append((shown(held, side, language), below))
    else:
        parts += below
    return [(node.id, Block(parts))]


def _remarks(kept: Kept) -> list[Part]:
    return [Remark(cleaned(row).expandtabs(TAB)) for row in kept.rows]
