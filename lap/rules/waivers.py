"""Family Y, third part: waivers. These are found when the comments of a plan are read (lap/waivers/comments.py)."""

from lap.rule import WARNING, Sentence, engine_rule


@engine_rule("Y301", WARNING, {
    "": Sentence("This waiver does not say why.", "write at its end {because} and the reason"),
    "unsaid": Sentence("The reason of this waiver does not follow the word “{because}”.",
        "write {because} before “{text}”"),
})  # fmt: skip
def waiver_has_reason() -> None:
    """A waiver has a reason.

    A comment such as `# lap: ignore L101 because …` sets a finding aside: at the end of a line it counts on that line;
    directly above a key or a dash, in all that belongs to it; at the head of a file with an empty line after it, in
    the whole file. Whoever reads the plan later wants to know why. Without a reason the waiver counts all the same.

    Bad:
        commitments:
          registry:
            stages:
              enrolment:
                activities:
                  count-stalls:
                    days: 120  # lap: ignore L101  # <- Y301

    Good:
        commitments:
          registry:
            stages:
              enrolment:
                activities:
                  count-stalls:
                    days: 120  # lap: ignore L101 because the plan as signed counts working days
    """


@engine_rule("Y302", WARNING, {
    "": Sentence("This waiver sets {name} aside, and {name} finds nothing here.",
        "delete it, or put it at the end of the line or directly above the key that it is about"),
    "nowhere": Sentence("This waiver of {name} stands above nothing, so it does not count.",
        "put it directly above a key, with no empty line between, or at the end of a line"),
})  # fmt: skip
def waiver_is_used() -> None:
    """A waiver sets something aside.

    What it was about has been mended, or it stands in the wrong place. A waiver that is left behind would hide the
    next mistake.

    Bad:
        commitments:
          registry:
            stages:
              enrolment:
                activities:
                  count-stalls:
                    # lap: ignore L101 because the plan as signed counts working days  # <- Y302
                    days: 181

    Good:
        commitments:
          registry:
            stages:
              enrolment:
                activities:
                  count-stalls:
                    days: 181
    """


@engine_rule("Y303", WARNING, {
    "": Sentence("This waiver ended on {until}, so it no longer counts.",
        "mend what it was about and delete it, or agree on a new end"),
    "rewritten": Sentence("The end of this waiver, “{value}”, is not written year-month-day, so the waiver does not count.",
        "write {suggestion}"),
    "no-date": Sentence("The end of this waiver, “{value}”, is no date, so the waiver does not count.",
        "write a day after {until}, such as 2026-12-31"),
    "no-day": Sentence("This waiver says {until} without a day, so it does not count.",
        "write a day, such as 2026-12-31"),
})  # fmt: skip
def waiver_has_not_ended() -> None:
    """A waiver has not ended.

    `until 2026-12-31` gives a waiver its last day. From the next day on what it set aside is told again. A month or a
    year ends with its last day.

    Bad:
        commitments:
          registry:
            stages:
              enrolment:
                activities:
                  count-stalls:
                    # lap: ignore L101 until 2024-12-31 because the plan as signed counts working days  # <- Y303
                    days: 120  # <- L101

    Good:
        commitments:
          registry:
            stages:
              enrolment:
                activities:
                  count-stalls:
                    # lap: ignore L101 until 2025-12-31 because the plan as signed counts working days
                    days: 120
    """


@engine_rule("Y304", WARNING, {
    "near": Sentence("This waiver names “{name}”, and there is no such rule.", "did you mean {near}?"),
    "unknown": Sentence("This waiver names “{name}”, and there is no such rule.",
        "write the code of a rule; “lap rules” lists them all"),
    "family": Sentence("This waiver names a whole family of rules, {name}.",
        "write the codes of single rules, such as L108"),
    "none": Sentence("This waiver names no rule.", "write a code after {ignore}, such as L108"),
    "verb": Sentence("A waiver does not begin with “{word}”.", "begin it with # lap: {ignore} {name}"),
    "firm": Sentence("{name} cannot be waived.", "mend what it says, and delete it from the waiver"),
})  # fmt: skip
def waiver_names_rules() -> None:
    """A waiver names rules, by their codes.

    Several codes may stand in one waiver, whole families may not. Where a text cannot be read (the errors from Y101
    to Y108) no other rule has judged it, so these cannot be waived; nor can the rules about waivers.

    Bad:
        commitments:
          registry:
            stages:
              enrolment:
                activities:
                  count-stalls:
                    # lap: ignore L1O1 because the plan as signed counts working days  # <- Y304
                    days: 120  # <- L101

    Good:
        commitments:
          registry:
            stages:
              enrolment:
                activities:
                  count-stalls:
                    # lap: ignore L101 because the plan as signed counts working days
                    days: 120
    """
