"""Why a command could not run, in one line that says what to do."""

import difflib
from typing import Any

from lap.cli.record_reasons import RECORD
from lap.failure import CannotRun
from lap.findings import Finding
from lap.language.speech import Said, say, tell, visible
from lap.rule import Sentence

REASONS = {
    "no-such-file": Sentence("There is no file or folder “{path}”.", "Check the name, or go to its folder first."),
    "unreadable-file": Sentence("“{path}” cannot be opened.", "Check that it is a file and that you may read it."),
    "no-plan": Sentence(
        "There is no plan in “{path}”.",
        "A plan is a .yaml file with “lap: 1” on its first line, or a folder with a plan.yaml.",
    ),
    "many-plans": Sentence("There are several plans in “{path}”: {plans}.", "Name one of them."),
    "plan-unread": Sentence("Nothing of “{path}” can be read as a plan.", "“lap validate” says what is wrong there."),
    "cannot-write": Sentence(
        "“{path}” cannot be written.",
        "Check that its folder exists, that you may write there, and that the disk is not full.",
    ),
    "too-many-outputs": Sentence(
        "There are more --output than --format.", "Write a --format for each; the first --output is for the first."
    ),
    "two-on-screen": Sentence(
        "Two formats would go to standard output.",
        "Write an --output FILE for all but one; the first --output is for the first --format.",
    ),
    "same-output": Sentence("Two formats would go to “{path}”.", "Write an --output of its own for each."),
    "output-is-plan": Sentence(
        "“{path}” is a file of the plan, and the report would replace it.", "Write another name after --output."
    ),
    "stdin-alone": Sentence("“-” reads standard input and cannot be mixed with files.", "Name files, or only “-”."),
    "bad-choice": Sentence("{option} does not take “{value}”.", "It takes only: {known}."),
    "code-or-all": Sentence(
        "“lap explain” needs the code of a rule.", "“lap rules” lists all rules; --all explains them."
    ),
    "folder-needed": Sentence(
        "--all needs --output, the folder to write the pages to.", "For instance --output rules."
    ),
    "cannot-print": Sentence("The report could not be written to standard output.", "Is the disk full?"),
    "bad-date": Sentence("{option} takes a day, and “{value}” is none.", "Write year-month-day, such as 2026-12-31."),
    "bad-settings": Sentence("The settings cannot be read: {path}. {what}", "Mend that, or take the file away."),
    "no-settings": Sentence(
        "“{path}” holds no settings.", "Write a key, a colon, a space and a value on each line, such as  lang: es"
    ),
    "no-baseline": Sentence("There is no baseline “{path}”.", "“lap lint --write-baseline {path}” writes one."),
    "bad-baseline": Sentence(
        "“{path}” is no baseline that this program can read.",
        "“lap lint --write-baseline” with another name writes a new one.",
    ),
    "not-a-baseline": Sentence(
        "“{path}” is something else than a baseline, and was left as it is.", "Choose another name."
    ),
    "edit-unread": Sentence(
        "“{file}” is not changed as long as parts of it cannot be read.", "Mend by hand first what is found there."
    ),
    "edit-elsewhere": Sentence(
        "“{file}” was left as it is: the change would have reached further than it should.", "Mend this place by hand."
    ),
    "edit-comment": Sentence("“{file}” was left as it is: a comment would have been lost.", "Mend this place by hand."),
    "edit-stands-there": Sentence("“{name}” stands there already, in “{file}”.", "Keep one of the two."),
    "edit-no-place": Sentence("“{file}” has no place of its own for this.", "Write it by hand."),
    "edit-new-file": Sentence(
        "“{file}” holds one entry of a collection, and a new one needs a file of its own.",
        "Write a new file in the same folder.",
    ),
    "fix-ids": Sentence(
        "Ids are not renamed as long as parts of the plan cannot be read: references to them may stand there.",
        "Mend those parts first.",
    ),
    "fix-file-name": Sentence("lap renames no files.", "Rename this one yourself, and mend the references to it."),
    "save-changed": Sentence(
        "“{path}” has changed since it was read, so nothing was written.", "Run the command again."
    ),
    "save-read-only": Sentence(
        "“{path}” may not be written, so nothing was changed.", "Allow writing to it, then run the command again."
    ),
    "save-outside": Sentence(
        "“{path}” is a link that leads out of the plan's folder, so nothing was written.",
        "Put the file itself into the folder.",
    ),
    "save-busy": Sentence(
        "Another run of lap is at work on “{path}”, so nothing was written.",
        "Run the command again; if no other run is at work, delete “{name}” first.",
    ),
    "save-exists": Sentence("“{path}” was made by somebody else meanwhile.", "Run the command again."),
    **RECORD,
    "plan-has-errors": Sentence(
        "“{path}” has errors ({number}), so no document was made.", "“lap validate” shows them; or leave out --strict."
    ),
    "no-commitment": Sentence("The plan has no commitment “{name}”.", "It has: {known}."),
    "no-commitment-near": Sentence("The plan has no commitment “{name}”.", "Did you mean “{near}”?"),
    "pdf-on-screen": Sentence("A PDF cannot be shown on a terminal.", "Add --output plan.pdf."),
    "no-typst": Sentence("For a PDF, the typst package is missing.", "Install it:  pip install 'lap-toolkit[pdf]'"),
    "bad-typst": Sentence("The PDF could not be set: {what}.", "If the templates are your own, check them."),
    "no-templates": Sentence("There is no folder of templates “{path}”.", "Check the name after --template."),
    "misplaced-template": Sentence("Nothing would use the template {path}.", "Put it at {known} in your folder."),
    "no-own-template": Sentence(
        "No file in “{path}” stands in the place of a template of ours.",
        "Name the folder that holds “document”, as in document/html/facts.html.j2.",
    ),
    "bad-template": Sentence("The template {path}, line {line}, is broken: {what}.", "Mend it, or take it away."),
    "no-indicator": Sentence("The plan has no indicator “{name}”.", "It has: {known}."),
    "no-indicator-near": Sentence("The plan has no indicator “{name}”.", "Did you mean “{near}”?"),
    "many-indicators": Sentence("More than one indicator is called “{name}”.", "Write one of: {known}."),
    "session-since": Sentence(
        "The plan does not tell when the secretariat last met: “lap session” needs --since.",
        "For instance --since 2026-09-15; or write in the plan how often the secretariat meets.",
    ),
    "site-output": Sentence("“lap site” needs --output, the folder to make.", "For instance --output public"),
    "site-not-ours": Sentence(
        "“{path}” holds something that lap did not make (“{what}”), and was left as it is.",
        "Name a new folder, or take it out of this one.",
    ),
    "site-here": Sentence(
        "“{path}” is the folder that you are in, or one above it, and cannot be replaced.",
        "Name a folder below it, such as --output public",
    ),
    "site-unwritten": Sentence(
        "The site could not be written to “{path}”; what was there is untouched.",
        "Is the disk full, or is the folder, or the one above it, read-only?",
    ),
    "score-one-table": Sentence(
        "--explain, --since and --design each show a table of their own.",
        "Write one of them; --fail-if does not go with --design.",
    ),
    "since-after": Sentence("--since {since} is later than {until}.", "Write an earlier day after --since."),
    "bad-days": Sentence("--next takes a number of days, and “{value}” is none.", "Write 0 to {most}, such as 30."),
    "no-deadlines": Sentence(
        "Nothing in this part of the plan falls due on a day, so there is nothing to put into a calendar.",
        "“lap schedule” shows what has no dates yet.",
    ),
    "no-icalendar": Sentence(
        "For a calendar file, the icalendar package is missing.", "Install it:  pip install 'lap-toolkit[calendar]'"
    ),
    "no-party": Sentence("The plan has no party “{name}”.", "It has: {known}."),
    "no-party-near": Sentence("The plan has no party “{name}”.", "Did you mean “{near}”?"),
    "notes-empty": Sentence(
        "“{path}” holds nothing that was noted.", "Write the problem, then what was said under Effects and Causes."
    ),
    "notes-no-text": Sentence(
        "“{path}” is no plain text.", "In your word processor: Save as, Plain text (.txt), UTF-8; then name that file."
    ),
    "notes-large": Sentence("“{path}” holds more than {limit} MiB.", "Name a file with only the notes."),
    "notes-are-plan": Sentence("“{path}” is a plan, and no notes for one.", "“lap tree” draws its problems."),
    "output-exists": Sentence("“{path}” is there already, and was left as it is.", "Write a new name after --output."),
    "no-problem": Sentence("The plan has no problem “{name}”.", "It has: {known}."),
    "no-problem-near": Sentence("The plan has no problem “{name}”.", "Did you mean “{near}”?"),
    "no-problems": Sentence(
        "The plan has no problem yet, so there is no tree to show.",
        "Write an id for it under {problems}, and below that its {statement}; or let “lap outline” write both from notes.",
    ),
    "no-proposals": Sentence(
        "The plan has no proposals yet, so there is nothing to rank.",
        "Write an id for each under {proposals}, and below that as much as you know of: {keys}.",
    ),
    "no-problems-to-rank": Sentence(
        "The plan has no problems yet, so there is nothing to rank.",
        "Write an id for each under {problems}, and below that as much as you know of: {keys}.",
    ),
    "one-view": Sentence("{options} cannot be shown at once.", "Run the command once for each."),
    "one-drawing": Sentence(
        "A drawing holds one tree; the plan has: {known}.", "Name one with --problem, or a folder with --output."
    ),
    "tree-too-large": Sentence(
        "The tree of “{name}” has {number} boxes, and a drawing holds {most}.",
        "Write it as a list, which has no limit: --format markdown.",
    ),
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
    if "path" in parameters:
        parameters["path"] = Said(visible(str(parameters["path"])))  # whole, however long
    if isinstance(finding := parameters.get("finding"), Finding):
        parameters["what"] = Said(_message(finding, language))
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


def _message(finding: Finding, language: str) -> str:
    from lap.rules import BY_CODE

    return tell(BY_CODE[finding.code].said(finding.cause).message, finding.parameters, language)


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
