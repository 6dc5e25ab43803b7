"""Family I, first part: what an indicator says of itself (§5.3)."""

from lap.findings import Key, Word
from lap.model.indicator import Indicator
from lap.rule import ERROR, Found, at, rule

ASPECTS_OF = {"management": ("input", "process", "product"), "effectiveness": ("result", "impact")}
KIND_OF = {aspect: kind for kind, aspects in ASPECTS_OF.items() for aspect in aspects}
BASELINE, TARGET = ("baseline", "value"), ("target", "value")


@rule(
    "I101", ERROR, "5.3",
    "“{node}” does not say what it measures.",
    "write under {key} what is counted or observed",
    missing=True,
)  # fmt: skip
def variable_stated(indicator: Indicator) -> Found:
    """An indicator says what it measures: a variable or a definition.

    A name such as “Coverage” can be filled in ten ways. Only when it is written down what is counted will
    two people who measure come to the same value, this year and the next.

    Bad:
        commitments:
          registry:
            indicators:
              stalls-counted:
                variable:  # <- I101

    Good:
        commitments:
          registry:
            indicators:
              stalls-counted:
                variable:
                definition: Stalls that stand on the map with their number and their trade
    """
    if not (indicator.variable or indicator.definition):
        yield at("variable", unless=(("definition",),))


@rule(
    "I102", ERROR, "5.3",
    "“{node}” has neither a unit nor a scale of words.",
    "write under {key} what one counts in, such as offices or percent; or list words in order under {scale}",
    missing=True,
)  # fmt: skip
def unit_or_scale_stated(indicator: Indicator) -> Found:
    """An indicator has a unit or a scale.

    A bare 40 may be forty offices, forty per cent or forty days. A quality that is not counted, such as
    the state of a regulation, has a scale instead: its words in order, from the least to the most.

    Bad:
        commitments:
          registry:
            indicators:
              stalls-counted:
                unit:  # <- I102

    Good:
        commitments:
          registry:
            indicators:
              stalls-counted:
                unit: stalls
    """
    if not (indicator.unit or indicator.scale):
        yield at("unit", unless=(("scale",),), scale=Key("indicator", "scale"))


@rule(
    "I103", ERROR, "5.3",
    "“{node}” does not say which value is to be reached.",
    "write it under {target}, as {key}",
    missing=True, silences="I104",
)  # fmt: skip
def target_value_stated(indicator: Indicator) -> Found:
    """An indicator has a target value.

    Only a value agreed beforehand shows whether what was reached is much or little. Set afterwards, it
    will always have been met.

    Bad:
        commitments:
          registry:
            indicators:
              stalls-counted:
                target:  # <- I103

    Good:
        commitments:
          registry:
            indicators:
              stalls-counted:
                target: {value: 1200, date: 2025-06-30}
    """
    if indicator.target is None or indicator.target.value is None:
        yield at("target", "value", target=Key("indicator", "target"))


@rule(
    "I104", ERROR, "5.3",
    "“{node}” does not say by when its target is to be reached.",
    "write the day, the month or the year under {target}, as {key}",
    missing=True,
)  # fmt: skip
def target_date_stated(indicator: Indicator) -> Found:
    """An indicator has a date for its target.

    A target without a date is never missed. The date also tells when to measure for the last time, and
    from when on the public may ask.

    Bad:
        commitments:
          registry:
            indicators:
              stalls-counted:
                target:
                  date:  # <- I104

    Good:
        commitments:
          registry:
            indicators:
              stalls-counted:
                target:
                  date: 2025-06
    """
    if indicator.target is None or indicator.target.date is None:
        yield at("target", "date", target=Key("indicator", "target"))


@rule(
    "I112", ERROR, "5.3",
    "In “{node}”, {key} is {aspect}, which belongs to {right}, but {field} is {kind}.",
    "write {right} as {field}, or as {key} one of: {fitting}",
)  # fmt: skip
def aspect_fits_kind(indicator: Indicator) -> Found:
    """The aspect of an indicator fits its kind.

    Input, process and product are what those who act have in their hands: management. Result and impact
    are what changes for others because of it: effectiveness. An indicator that mixes the two counts work
    as if it were an effect.

    Bad:
        commitments:
          registry:
            indicators:
              stalls-counted:
                kind: management
                aspect: impact  # <- I112

    Good:
        commitments:
          registry:
            indicators:
              stalls-counted:
                kind: management
                aspect: product
    """
    kind, aspect = indicator.kind, indicator.aspect
    if kind and aspect and KIND_OF[aspect] != kind:
        yield at(
            "aspect",
            aspect=Word("=aspect", aspect),
            fitting=tuple(Word("=aspect", word) for word in ASPECTS_OF[kind]),
            field=Key("indicator", "kind"),
            kind=Word("=indicator-kind", kind),
            right=Word("=indicator-kind", KIND_OF[aspect]),
        )
