"""Why `lap record` took nothing down, each with what to do."""

from lap.rule import Sentence

RECORD = {
    "record-option": Sentence("“lap record {what}” does not take {option}.", "It takes: {known}."),
    "record-what": Sentence("“lap record” cannot take down “{name}”.", "It takes down: {known}."),
    "record-what-near": Sentence("“lap record” cannot take down “{name}”.", "Did you mean “{near}”?"),
    "record-about": Sentence(
        "“lap record {what}” is about the plan as a whole, not about “{name}”.", "Leave that out."
    ),
    "record-evidence": Sentence(
        "What is reported done needs evidence, so that anyone can check it.",
        "Add --evidence with an address or a sentence such as “minutes of 3 March, folio 23”; or --draft.",
    ),
    "record-note": Sentence(
        "Others need to know why: a delay, a cancellation and a dispute need their reason.",
        "Add --note with it; or --draft.",
    ),
    "record-nothing": Sentence("“lap record” needs to know what to take down.", "It takes down: {known}."),
    "record-value": Sentence(
        "“{value}” is no number, and “{name}” is measured in numbers.",
        "Write the figures alone after --value, and words after --note; or add --draft.",
    ),
    "record-id": Sentence(
        "“lap record {what}” needs the id of what it is about.", "Write it after “{what}”, such as {example}."
    ),
    "record-no-subject": Sentence(
        "The plan has nothing that “lap record {what}” could be about.", "Write that into the plan first."
    ),
    "no-comments": Sentence("The plan has no comments to reply to.", "“lap record comment” takes one down."),
    "record-missing": Sentence("“lap record {what}” needs {option}.", "“lap record --help” tells what it is."),
    "no-such-comment": Sentence(
        "“{name}” means none of the {number} comments.", "Write its number, its address or its day."
    ),
    "many-comments": Sentence("“{name}” means more than one comment.", "Write its number or its address."),
}
