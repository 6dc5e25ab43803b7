"""Family Y, second part: keys, words, dates, numbers and ids. These are found while a plan is loaded."""

from lap.findings import Key
from lap.model.indicator import Indicator
from lap.rule import ERROR, Found, Sentence, at, engine_rule


@engine_rule("Y201", ERROR, {
    "near": Sentence("“{written}” is no key of this group.", "did you mean {suggestion}?"),
    "unknown": Sentence("“{written}” is no key of this group. It knows: {allowed}.",
        "write one of these, or x-{written} for a note of your own"),
    "both": Sentence("“{written}” and “{other}” are two names of one key; only the first one counts.",
        "keep one of the two"),
})  # fmt: skip
def known_keys() -> None:
    """Every key is known, and no key stands under two of its names.

    A key with a slip of the pen would be lost without a word. Keys of your own begin with `x-` and are kept.

    Bad:
        commitments:
          registry:
            objetive: To register every street vendor by 2026-12-31  # <- Y201

    Good:
        commitments:
          registry:
            objective: To register every street vendor by 2026-12-31
    """


@engine_rule("Y202", ERROR, {
    "colon": Sentence("This sentence holds a colon and a space, so it was read as a key and its value.",
        "put the sentence between double quotes"),
    "no-space": Sentence("In “{owner}”, {key} takes a group of keys, but here stands “{value}”.",
        "put a space after the colon"),
    "text-list": Sentence("In “{owner}”, {key} takes one value, and here stands a list.", "keep one of them"),
    "text-mapping": Sentence("In “{owner}”, {key} takes one value, and here stands a group of keys.",
        "write the value on one line"),
    "text-text": Sentence("In “{owner}”, {key} does not take “{value}”.", "compare it with a whole plan in the examples"),
    "mapping-text": Sentence("In “{owner}”, {key} takes a group of keys, and here stands “{value}”.",
        "write its keys below, indented: {allowed}"),
    "mapping-list": Sentence("In “{owner}”, {key} takes a group of keys, and here stands a list.",
        "write its keys below, without dashes"),
    "mapping-mapping": Sentence("In “{owner}”, {key} does not take this group of keys.", "compare it with a whole plan in the examples"),
    "ids-list": Sentence("In “{owner}”, {key} takes ids, each with its own keys below, and here stands a list.",
        "instead of each dash write an id and a colon, such as  first-offices:"),
    "ids-text": Sentence("In “{owner}”, {key} takes ids, each with its own keys below, and here stands “{value}”.",
        "write below, indented, an id and a colon, and under it the keys"),
    "ids-mapping": Sentence("In “{owner}”, {key} does not take this group of keys.", "compare it with a whole plan in the examples"),
    "dates-list": Sentence("In “{owner}”, {key} takes a date, a colon and a value a line, and here stands a list.",
        "write for instance  2026-06-30: 65"),
    "dates-text": Sentence("In “{owner}”, {key} takes a date, a colon and a value a line, and here stands “{value}”.",
        "write for instance  2026-06-30: 65"),
    "dates-mapping": Sentence("In “{owner}”, {key} does not take this group of keys.",
        "write for instance  2026-06-30: 65"),
})  # fmt: skip
def right_kind() -> None:
    """The value is the kind of thing the key takes.

    Some keys take one value, some a list, some a group of further keys, some ids with a group of keys each.

    Bad:
        commitments:
          registry:
            pillars: [transparency, participation]  # <- Y202

    Good:
        commitments:
          registry:
            pillars:
              transparency: The register's totals are published each month
              participation: Vendors' associations check the register
    """


@engine_rule("Y203", ERROR, {
    "nonexistent": Sentence(
        "In “{owner}”, {key} is {value}, which does not exist: {month} has {last_day} days.", "write {suggestion}"),
    "month": Sentence("In “{owner}”, {key} is {value}, and there are only twelve months.",
        "write year-month-day, such as 2026-12-31"),
    "rewritten": Sentence("In “{owner}”, {key} is “{value}”; dates are written year-month-day.", "write {suggestion}"),
    "two-ways": Sentence("In “{owner}”, {key} is “{value}”, which can be read in two ways.",
        "if the day comes first, write {suggestion}"),
    "words": Sentence("In “{owner}”, {key} takes a date, and “{value}” is none.",
        "write a day (2026-12-31), a month (2026-12) or a year (2026)"),
})  # fmt: skip
def dates_exist() -> None:
    """A date exists and is written year-month-day.

    Only one order of day and month reads the same everywhere, and only a day of the calendar can be kept. A month
    (`2026-12`) or a year (`2026`) will do where the day is not known.

    Bad:
        period:
          start: 2025-01-01
          end: 2027-11-31  # <- Y203

    Good:
        period:
          start: 2025-01-01
          end: 2027-11-30
    """


@engine_rule("Y204", ERROR, {
    "near": Sentence("In “{owner}”, {key} is “{value}”, which is none of its words: {allowed}.", "write {suggestion}"),
    "word": Sentence("In “{owner}”, {key} is “{value}”, which is none of its words.", "write one of: {allowed}"),
    "other": Sentence("In “{owner}”, {key} takes one word.", "write one of: {allowed}"),
})  # fmt: skip
def fixed_words() -> None:
    """A fixed word is one of those allowed.

    Where the format knows a handful of words, programs sort and count by them.

    Bad:
        status: adpoted  # <- Y204

    Good:
        status: adopted
    """


@engine_rule("Y205", ERROR, {
    "unreadable": Sentence("In “{owner}”, {key} takes a number, and “{value}” is none.",
        "write it in digits, such as 1250 or 12.5"),
    "whole": Sentence("In “{owner}”, {key} takes a whole number, and here stands “{value}”.",
        "write it without decimals"),
    "scale": Sentence("In “{node}”, {key} is “{value}”, which is no number, and the indicator has no scale of words.",
        "write a number in digits, or list the words in {scale}"),
})  # fmt: skip
def numbers_read(indicator: Indicator) -> Found:
    """A number reads as a number, in one way only.

    `25`, `25%` and `1,250,000.50` are numbers. The decimal sign is that of the plan's country: `1.250` is one and a
    quarter in Mexico and one thousand two hundred and fifty in Colombia. Words (“sixty”) are not counted with.

    Bad:
        problems:
          street-trade:
            votes: thirty  # <- Y205

    Good:
        problems:
          street-trade:
            votes: 30
    """
    if indicator.scale:
        return
    for path, value in indicator.values():
        if isinstance(value, str):
            yield at(*path, cause="scale", value=value, scale=Key("indicator", "scale"))


@engine_rule("Y206", ERROR, {
    "": Sentence("“{written}” cannot be an id: small letters without accents, digits and hyphens only.",
        "write {suggestion}"),
    "file": Sentence(
        "The name of this file is an id, and “{written}” cannot be one: small letters without accents, digits and "
        "hyphens only.", "rename the file to {suggestion}.yaml"),
})  # fmt: skip
def kebab_case() -> None:
    """An id is made of small letters, digits and hyphens.

    Ids are typed by hand wherever one part of the plan refers to another, and become addresses on the web. So they
    hold nothing that could be written in two ways.

    Bad:
        parties:
          public-works:
            people:
              Juana_Luna: {name: Juana Luna, position: Clerk}  # <- Y206

    Good:
        parties:
          public-works:
            people:
              juana-luna: {name: Juana Luna, position: Clerk}
    """


@engine_rule("Y209", ERROR, {
    "range": Sentence("In “{owner}”, {key} is {value}, and it goes from {low} to {high}.",
        "write a number from {low} to {high}"),
    "least": Sentence("In “{owner}”, {key} is {value}, and it cannot be less than {low}.",
        "write a number from {low} up"),
})  # fmt: skip
def numbers_in_range() -> None:
    """A number lies in the range of its key.

    Urgency and impact go from 1 to 5, the metrics from 0 to 1, a percentage of progress from 0 to 100, a traffic
    light's threshold from 0 to 200 %.

    Bad:
        problems:
          street-trade:
            urgency: 9  # <- Y209

    Good:
        problems:
          street-trade:
            urgency: 5
    """


@engine_rule("Y210", ERROR, {
    "near": Sentence("In “{owner}”, {key} is “{value}”, which is no full address.", "write {suggestion}"),
    "scheme": Sentence("In “{owner}”, {key} is “{value}”; an address begins with https://, http:// or mailto:.",
        "copy the whole address from the browser"),
})  # fmt: skip
def addresses() -> None:
    """An address on the web begins with https, http or mailto.

    Readers will click on it. Evidence may also be told in words (“minutes of 3 March, folio 23”).

    Bad:
        published-at: www.example.org/plan  # <- Y210

    Good:
        published-at: https://www.example.org/plan
    """


@engine_rule("Y212", ERROR, {
    "outside": Sentence("“{file}” is a link that leads out of the plan's folder, and was not read.",
        "put the file itself into the folder"),
    "unreadable": Sentence("“{file}” could not be opened.", "check who may read it"),
    "empty": Sentence("“{file}” is empty.", "write it, or delete the file"),
    "not-mapping": Sentence("“{file}” does not hold a group of keys.",
        "write the keys directly, without a dash or the id above them"),
    "twice": Sentence("“{id}” stands in two files of this plan; only the first one counts.",
        "keep one of them, or give this one another id"),
})  # fmt: skip
def files_belong() -> None:
    """Every YAML file in the folder of a collection belongs to the plan, and no id stands in two files.

    In a plan that is a folder, each file of `commitments/` is one commitment and its name is the id.

    Bad:
        Two files, commitments/registry.yaml and commitments.yaml, hold the commitment “registry”.

    Good:
        One file, commitments/registry.yaml, holds it.
    """
