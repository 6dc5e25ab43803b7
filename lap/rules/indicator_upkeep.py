"""Family I, third part: where an indicator starts from, and who measures it, how often and from what (§5.3)."""

from lap.findings import Key, Word
from lap.model.commitment import Commitment
from lap.model.indicator import Indicator
from lap.pace import next_report, starts_on
from lap.rule import ADVICE, WARNING, Found, at, rule

QUARTERLY = Word("=frequency", "quarterly")


@rule(
    "I105", WARNING, "5.3",
    "“{node}” does not say where it starts from. Missing here: {missing}.",
    "write under {baseline} the value before the work begins, and when it was measured",
)  # fmt: skip
def baseline_stated(indicator: Indicator) -> Found:
    """An indicator has a baseline with value and date.

    That 90% have a paper is a success where 20% had one before, and a loss where it was 95%. Without the value at the
    start nobody can tell what the commitment changed, and it can hardly be found out later.

    Bad:
        commitments:
          registry:
            indicators:
              stalls-counted:
                baseline:  # <- I105

    Good:
        commitments:
          registry:
            indicators:
              stalls-counted:
                baseline: {value: 0, date: 2024-12-01}
    """
    baseline = indicator.baseline
    missing = [name for name in ("value", "date") if getattr(baseline, name, None) is None]
    if missing:
        path = ("baseline", missing[0]) if baseline else ("baseline",)
        names = tuple(Key("baseline", name) for name in missing)
        yield at(*path, missing=names, baseline=Key("indicator", "baseline"))


@rule(
    "I106", ADVICE, "5.3",
    "“{node}” does not say where the value of its baseline comes from.",
    "write under {key} the survey, the register or the office that it was taken from",
)  # fmt: skip
def baseline_has_source(indicator: Indicator) -> Found:
    """The baseline of an indicator has a source.

    Whoever measures next must look in the same place, and whoever doubts the figure must be able to look it up.

    Bad:
        commitments:
          registry:
            indicators:
              stalls-counted:
                baseline:
                  source:  # <- I106

    Good:
        commitments:
          registry:
            indicators:
              stalls-counted:
                baseline:
                  source: Directorate of Public Works
    """
    baseline = indicator.baseline
    if baseline and baseline.value is not None and not baseline.source:
        yield at("baseline", "source")


@rule(
    "I109", WARNING, "5.3",
    "“{node}” does not say how often it is measured.",
    "write under {key} how often, such as {example}",
)  # fmt: skip
def frequency_stated(indicator: Indicator) -> Found:
    """An indicator says how often it is measured.

    What nobody has to measure on a given day is measured at the end, when it is too late to do anything else. The
    frequency also tells the public from when on they may ask for a new value.

    Bad:
        commitments:
          registry:
            indicators:
              stalls-counted:
                frequency:  # <- I109

    Good:
        commitments:
          registry:
            indicators:
              stalls-counted:
                frequency: monthly
    """
    if indicator.frequency is None:
        yield at("frequency", example=QUARTERLY)


@rule(
    "I110", WARNING, "5.3",
    "Counted from {start}, “{node}” is measured for the first time on {first} ({frequency}), and its target is due on "
    "{target}.",
    "measure more often, so that there is time to act on what is found",
)  # fmt: skip
def measured_before_target(indicator: Indicator, commitment: Commitment) -> Found:
    """An indicator is measured at least once before the date of its target.

    A value on the way shows whether the work does what it should while something can still be changed. The interval is
    counted from the baseline or, where that has no date, from the start of the commitment. What is measured just once is
    not judged.

    Bad:
        commitments:
          registry:
            indicators:
              stalls-counted:
                frequency: yearly  # <- I110

    Good:
        commitments:
          registry:
            indicators:
              stalls-counted:
                frequency: quarterly
    """
    target = indicator.target.date if indicator.target else None
    measured = indicator.baseline.date if indicator.baseline else None
    start = measured.first if measured else starts_on(commitment)
    if target and start and indicator.frequency:
        first = next_report(start, indicator.frequency)
        if first and first >= target.last:
            word = Word("=frequency", indicator.frequency)
            unless = (("baseline", "date"),)
            yield at("frequency", unless=unless, frequency=word, start=start, first=first, target=target)


@rule(
    "I111", WARNING, "Glossary",
    "“{node}” does not say how anyone can check its value.",
    "write under {key} where the figures can be looked up",
)  # fmt: skip
def indicator_can_be_checked(indicator: Indicator) -> Found:
    """An indicator has means of verification.

    A value that only the office knows that reports it has to be believed. A published list, a survey or a register
    lets others count again.

    Bad:
        commitments:
          registry:
            indicators:
              stalls-counted:
                verification:  # <- I111

    Good:
        commitments:
          registry:
            indicators:
              stalls-counted:
                verification: [Map on the municipal portal]
    """
    if not indicator.verification:
        yield at("verification")


@rule(
    "I119", WARNING, "5.3",
    "Nobody is named who measures “{node}”.",
    "write under {key} the id of the party, or of the person as party/person, who will do so",
)  # fmt: skip
def someone_measures(indicator: Indicator) -> Found:
    """Someone is responsible for measuring an indicator.

    Measuring takes time, and often money for a survey. If it is left open who does it, each office waits for the
    other, and on the day of the report there is no figure.

    Bad:
        commitments:
          registry:
            indicators:
              stalls-counted:
                responsible:  # <- I119

    Good:
        commitments:
          registry:
            indicators:
              stalls-counted:
                responsible: public-works
    """
    if not indicator.responsible:
        yield at("responsible")
