"""Why a command could not run, in one line that says what to do."""

import difflib
from typing import Any

from lap.failure import CannotRun
from lap.language.speech import say
from lap.rule import Sentence

REASONS = {
    "no-such-file": Sentence("There is no file or folder “{path}”.", "Check the name, or go to its folder first."),
    "unreadable-file": Sentence("“{path}” cannot be opened.", "Check that it is a file and that you may read it."),
    "no-plan": Sentence(
        "There is no plan in “{path}”.",
        "A plan is a .yaml file with “lap: 1” on its first line, or a folder with a plan.yaml.",
    ),
    "cannot-write": Sentence(
        "“{path}” cannot be written.", "Check that its folder exists and that you may write there."
    ),
    "stdin-alone": Sentence("“-” reads standard input and cannot be mixed with files.", "Name files, or only “-”."),
    "bad-choice": Sentence("{option} does not take “{value}”.", "It takes only: {known}."),
    "bad-date": Sentence("{option} takes a day, and “{value}” is none.", "Write year-month-day, such as 2026-12-31."),
    "unknown-code": Sentence("There is no rule or family “{name}”.", "“lap rules” lists all rules."),
    "unknown-code-near": Sentence("There is no rule or family “{name}”.", "Did you mean {near}?"),
    "no-such-command": Sentence("lap has no command “{name}”.", "Its commands are: {known}."),
    "no-such-command-near": Sentence("lap has no command “{name}”.", "Did you mean “lap {near}”?"),
    "no-such-option": Sentence("There is no option “{name}”.", "“{program} --help” lists the options."),
    "no-such-option-near": Sentence("There is no option “{name}”.", "Did you mean {near}?"),
    "missing-argument": Sentence("“{program}” needs {name}.", "“{program} --help” shows how."),
    "needs-value": Sentence("The option “{name}” needs a value.", "“{program} --help” shows how."),
    "usage": Sentence("The command is not complete or has too many words.", "“{program} --help” shows how."),
}


def why_not(failure: CannotRun, language: str) -> str:
    """The sentence for a failure, with the nearest name where one was meant."""
    parameters = dict(failure.parameters)
    reason = failure.reason
    known = parameters.get("known")
    close = (
        difflib.get_close_matches(str(parameters.get("name", "")), known, 1, 0.5) if isinstance(known, tuple) else []
    )
    if close and f"{reason}-near" in REASONS:
        reason, parameters["near"] = f"{reason}-near", close[0]
    sentence = REASONS[reason]
    said = [say(part, language, **parameters) for part in sentence if part]
    return "lap: " + " ".join(said)


def usage_sentence(error: Exception, language: str) -> str:
    """Our own sentence for a complaint of the command-line library, or "" if it is none."""
    if not hasattr(error, "format_message"):
        return ""
    kind = type(error).__name__
    context: Any = getattr(error, "ctx", None)
    program = context.command_path if context is not None else "lap"
    parameter: Any = getattr(error, "param", None)
    option = str(getattr(error, "option_name", "") or "")
    if kind == "NoSuchOption":
        known = tuple(getattr(error, "possibilities", None) or ())
        failure = CannotRun("no-such-option", name=option, known=known, program=program)
    elif kind == "MissingParameter" and parameter is not None:
        name = say(parameter.metavar or parameter.human_readable_name, language)
        failure = CannotRun("missing-argument", name=name, program=program)
    elif kind == "BadOptionUsage":
        failure = CannotRun("needs-value", name=option, program=program)
    else:
        failure = CannotRun("usage", program=program)
    return why_not(failure, language)
