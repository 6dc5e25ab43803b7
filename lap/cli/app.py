"""The program's verbs, each imported only when it runs, and what happens when one cannot run or breaks."""

import importlib
import os
import sys
import traceback
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from lap import __version__
from lap.cli import options
from lap.cli.helping import command_help, group_help
from lap.cli.languages import asked_language, interface_language
from lap.cli.reasons import usage_sentence, why_not
from lap.failure import CannotRun
from lap.language.speech import say

COMMANDS = {
    "validate": "Check plans: what is wrong, where, and what to write instead.",
    "lint": "Check plans by every rule, advice included, and mend what has one right answer.",
    "explain": "Explain a rule: why it is there, a bad and a good example.",
    "rules": "List the rules, or show them under the handbook's headings.",
    "outline": "Turn the notes of a brainstorm into the problems of a plan, with their effects and causes.",
    "tree": "Draw the tree of a problem and the tree of its objectives, and show what the plan does about each cause.",
    "rank": "Put the proposals of a plan in order after screening them, and answer those who made them.",
    "schedule": "Show who does what by when: work plan, timeline, critical path, load, calendar file.",
    "score": "Show how a plan stands on a day: compliance, indicators, lights, with every formula.",
    "session": "Write one page for the secretariat's next meeting: what is due, late, disputed or unanswered.",
    "render": "Write the plan as a document that the public can read: Markdown, HTML or PDF.",
    "site": "Make a small static site of a plan: control panel, a page for each commitment, downloads.",
    "record": "Take down what happened: progress, verdicts, comments, replies, agreements.",
    "settings": "Show which settings are in force for a plan, and where each comes from.",
    "schema": "Write the JSON Schema of plans, with which an editor completes and explains keys.",
}

BUG, CANNOT_RUN, INTERRUPTED = 70, 2, 130


class Stub(TyperCommand):
    """A command as the list of commands shows it; becomes the real one when it is used."""

    def real(self) -> TyperCommand:
        """The command itself, from the module of its name."""
        assert self.name
        module = importlib.import_module(f"lap.cli.{self.name}")
        one = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
        one.command(self.name, cls=Verb, help=COMMANDS[self.name])(module.command)
        made = get_command(one)
        assert isinstance(made, TyperCommand)
        return made

    def make_context(self, info_name: str | None, args: list[str], parent: Any = None, **extra: Any) -> Any:
        return self.real().make_context(info_name, args, parent=parent, **extra)

    def invoke(self, ctx: Any) -> Any:
        return ctx.command.invoke(ctx)


class Verb(TyperCommand):
    """A command whose help is in the reader's language."""

    def get_help(self, ctx: Any) -> str:
        return command_help(self, ctx, asked_language(sys.argv[1:]))


class Verbs(TyperGroup):
    """All commands, by name."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        for name, summary in COMMANDS.items():
            self.add_command(Stub(name=name, help=summary, rich_markup_mode=None), name)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args and args[0] not in self.commands and not args[0].startswith("-"):
            raise CannotRun("no-such-command", name=args[0], known=tuple(self.commands))
        return super().resolve_command(ctx, args)

    def get_help(self, ctx: Any) -> str:
        return group_help(self, ctx, COMMANDS, asked_language(sys.argv[1:]))


app = typer.Typer(cls=Verbs, rich_markup_mode=None, pretty_exceptions_enable=False, no_args_is_help=True)


@app.callback()
def lap(
    version: bool = typer.Option(False, "--version", "-V", help="Show the version and exit."),
    lang: options.Lang = "",
) -> None:
    """Local Action Plans of open government: from a public problem to promises that can be checked."""
    if lang:
        os.environ["LAP_LANG"] = interface_language(lang)
    if version:
        print(f"lap {__version__}")
        raise typer.Exit


def run(arguments: list[str]) -> int:
    """Runs the command line; returns the exit status, and never lets an exception through."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    if sys.stdout is None or sys.stdin is None:  # closed by whoever started us
        sys.stdout, sys.stdin = sys.stdout or open(os.devnull, "w"), sys.stdin or open(os.devnull)  # noqa: SIM115
    try:
        status = app(args=arguments or ["--help"], prog_name="lap", standalone_mode=False)
        sys.stdout.flush()
        return int(status or 0)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (KeyboardInterrupt, EOFError, typer.Abort):  # typer turns the others into Abort
        return INTERRUPTED
    except Exception as error:
        return _failed(error, asked_language(arguments))


def _failed(error: Exception, language: str) -> int:
    """Says in one line why it could not run; for a mistake of our own, what to report."""
    if isinstance(error, CannotRun):
        print(why_not(error, language), file=sys.stderr)
        return CANNOT_RUN
    usage = usage_sentence(error, language)
    if usage:
        print(usage, file=sys.stderr)
        return CANNOT_RUN
    if os.environ.get("LAP_DEBUG"):
        traceback.print_exc()
    print(_own_mistake(error, language), file=sys.stderr)
    return BUG


def _own_mistake(error: Exception, language: str) -> str:
    last = traceback.extract_tb(error.__traceback__)[-1]
    what = f"lap {__version__}, Python {sys.version.split()[0]}, {type(error).__name__} at {last.name}:{last.lineno}"
    return say(
        "lap stopped because of a mistake of its own; your files were not changed. Please report it with this line, "
        "and with the plan if you can share it: {what}",
        language,
        what=what,
    )
