"""Family Y, last part: the settings. These are found when a `.lap.yaml` is read (lap/settings/reading.py)."""

from lap.rule import ERROR, Sentence, engine_rule


@engine_rule("Y401", ERROR, {
    "near": Sentence("“{written}” is no setting, so it does not count.", "did you mean {suggestion}?"),
    "unknown": Sentence("“{written}” is no setting, so it does not count. Here may stand: {allowed}.",
        "write one of these"),
    "both": Sentence("“{written}” and “{other}” are two names of one setting; only the first one counts.",
        "keep one of the two"),
    "group": Sentence("{key} takes a group of keys.", "write its keys below, indented"),
    "one": Sentence("{key} takes one value, and here stands more than that.", "write the value on one line"),
    "list": Sentence("{key} takes a list of rules and families.", "write for instance: [S105, X]"),
    "near-word": Sentence("{key} is “{value}”, which is none of its words: {allowed}.", "write {suggestion}"),
    "word": Sentence("{key} is “{value}”, which is none of its words.", "write one of: {allowed}"),
    "number": Sentence("{key} takes a number, and “{value}” is none.", "write it in digits, such as {default}"),
    "whole": Sentence("{key} takes a whole number, and here stands “{value}”.", "write it without decimals"),
    "range": Sentence("{key} is {value}, and it goes from {low} to {high}.", "write a number from {low} to {high}"),
    "order": Sentence("{green} would begin at {above}, and {amber} at {below}, so neither counts.",
        "give {green} the higher share"),
    "branch": Sentence("{key} is “{value}”, and no branch can be called so.", "write its name as the repository shows it"),
    "form": Sentence("{key} takes the name of a file, and “{value}” is none.",
        "write it as it is called in the repository, such as {example}"),
    "blank": Sentence("In {key} stands {blank}, which nothing can be filled into.", "write one of: {allowed}"),
    "address": Sentence("{key} takes an address, and “{value}” is none.", "write for instance: {example}"),
    "near-rule": Sentence("There is no rule or family “{name}”.", "did you mean {near}?"),
    "rule": Sentence("There is no rule or family “{name}”.", "write a code; “lap rules” lists them all"),
    "firm": Sentence("{name} cannot be switched off or made lighter: what could not be read was judged by no other rule.",
        "delete {name} here, and mend what it says"),
})  # fmt: skip
def settings_known() -> None:
    """The settings are readable and known.

    A file `.lap.yaml` beside a plan or in a folder above it says which rules count and how, in English or Spanish.
    A setting that cannot be obeyed is reported and its default counts; the others are obeyed. A file that is not YAML
    stops the run. “lap settings” shows what is in force.

    Bad:
        A file .lap.yaml that says  severity: {L108: waring}

    Good:
        A file .lap.yaml that says  severity: {L108: warning}
    """
