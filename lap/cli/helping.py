"""Help pages in the reader's language."""

import textwrap
from collections.abc import Iterable, Mapping
from typing import Any

from lap.language.speech import say

WIDEST = 100
LEFT = 30


def group_help(group: Any, context: Any, commands: Mapping[str, str], language: str) -> str:
    """The page of `lap --help`."""
    width = _width(context)
    rows = [(name, say(summary, language)) for name, summary in commands.items()]
    parts = [
        _usage(context, say("COMMAND [OPTIONS]…", language), language),
        _paragraph(say(group.help or "", language), width),
        _section(say("Commands", language), rows, width),
        _section(say("Options", language), _options(group, context, language), width),
        _paragraph(
            say("“lap COMMAND --help” says more about each. With --lang es it speaks Spanish.", language), width
        ),
    ]
    return "\n\n".join(parts)


def command_help(command: Any, context: Any, language: str) -> str:
    """The page of one command's `--help`."""
    width = _width(context)
    arguments = [one for one in command.params if one.param_type_name == "argument"]
    shown = " ".join(_shown_argument(one, language) for one in arguments)
    parts = [
        _usage(context, f"{say('[OPTIONS]…', language)} {shown}".strip(), language),
        _paragraph(say(command.help or "", language), width),
    ]
    rows = [(_shown_argument(one, language), say(one.help or "", language)) for one in arguments]
    if rows:
        parts.append(_section(say("What it takes", language), rows, width))
    parts.append(_section(say("Options", language), _options(command, context, language), width))
    return "\n\n".join(parts)


def _width(context: Any) -> int:
    import shutil

    return min(shutil.get_terminal_size((80, 24)).columns, WIDEST)


def _usage(context: Any, rest: str, language: str) -> str:
    return f"{say('Usage', language)}: {context.command_path} {rest}"


def _paragraph(text: str, width: int) -> str:
    return textwrap.fill(text, width)


def _shown_argument(argument: Any, language: str) -> str:
    name = say(argument.metavar or argument.human_readable_name.upper(), language)
    return name if argument.required else f"[{name}]…" if argument.nargs == -1 else f"[{name}]"


def _options(command: Any, context: Any, language: str) -> list[tuple[str, str]]:
    rows = []
    for one in command.get_params(context):
        if one.param_type_name == "option" and not one.hidden:
            names = ", ".join(sorted(one.opts, key=len))
            metavar = "" if one.is_flag else f" {say(one.metavar or 'TEXT', language)}"
            rows.append((names + metavar, say(one.help or "", language)))
    return rows


def _section(title: str, rows: Iterable[tuple[str, str]], width: int) -> str:
    lines = [f"{title}:"]
    for left, right in rows:
        room = max(width - LEFT - 2, 24)
        wrapped = textwrap.wrap(right, room) or [""]
        if len(left) > LEFT - 2:
            lines.append(f"  {left}")
        else:
            lines.append(f"  {left:<{LEFT}}{wrapped.pop(0)}".rstrip())
        lines += [" " * (LEFT + 2) + row for row in wrapped]
    return "\n".join(lines)
