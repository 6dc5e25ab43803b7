"""Family S, about the wording of activities, and hedges wherever something is promised (§5.1)."""

from lap.findings import Key
from lap.language.sentence import examples, read
from lap.model.commitment import Commitment
from lap.model.work_plan import Activity
from lap.rule import ADVICE, WARNING, Found, at, rule

PROMISES = ("objective", "commitment", "activity")


@rule(
    "S110", WARNING, "5.1",
    "The activity “{node}” does not say what will be done: “{verb}” names nothing that anyone could see.",
    "write what is done, with a verb such as {examples}, or how many, or list under {deliverables} what it hands over",
)  # fmt: skip
def activity_is_concrete(activity: Activity, language: str) -> Found:
    """An activity is concrete.

    An activity is a task: on its last day anyone must be able to see whether it was done. "To promote the portal" can
    neither be done nor left undone. A number or a deliverable makes it concrete: "to promote the portal at 20 fairs".

    Bad:
        commitments:
          registry:
            stages:
              enrolment:
                activities:
                  enrol-vendors:
                    activity: To promote enrolment among vendors  # <- S110
                    deliverables:
                    outcomes: More enrolments

    Good:
        commitments:
          registry:
            stages:
              enrolment:
                activities:
                  enrol-vendors:
                    activity: To promote enrolment in the twelve markets
                    deliverables:
                    outcomes: More enrolments
    """
    if activity.deliverables:
        return
    sentence = read(activity.activity, language)
    if sentence.vague and not sentence.figures:
        deliverables, known = Key("activity", "deliverables"), examples(language)
        yield at(
            "activity", unless=(("deliverables",),), verb=sentence.vague, examples=known, deliverables=deliverables
        )


@rule(
    "S111", ADVICE, "5.1",
    "The activity “{node}” does not begin with a verb in the infinitive.",
    "begin it with what is done, in the infinitive: {examples}, …",
)  # fmt: skip
def activity_begins_with_infinitive(activity: Activity, language: str) -> Found:
    """An activity begins with a verb in the infinitive.

    A verb makes a task of a topic. "Installation of offices" may be a heading, a result or a hope; "To install offices" is
    something that someone does.

    Bad:
        commitments:
          registry:
            stages:
              enrolment:
                activities:
                  count-stalls:
                    activity: Counting of the stalls of the twelve markets  # <- S111

    Good:
        commitments:
          registry:
            stages:
              enrolment:
                activities:
                  count-stalls:
                    activity: Count the stalls of the twelve markets
    """
    if activity.activity and not read(activity.activity, language).infinitive:
        yield at("activity", examples=examples(language))


@rule(
    "S113", ADVICE, "5.1",
    "“{hedges}” leaves open what “{node}” promises.",
    "write what will be done in any case; if it depends on something, say on what",
)  # fmt: skip
def promises_without_hedges(promise: Commitment | Activity, language: str) -> Found:
    """Nothing is taken back where it is promised.

    With "where possible" or "among others" a sentence promises something and takes it back at once: whatever is done or not
    done, it was kept. If something really depends on a condition, the condition can be written down.

    Bad:
        commitments:
          registry:
            stages:
              enrolment:
                activities:
                  count-stalls:
                    activity: To count the stalls of the twelve markets, where possible  # <- S113

    Good:
        commitments:
          registry:
            stages:
              enrolment:
                activities:
                  count-stalls:
                    activity: To count the stalls of the markets that are open on Sundays
    """
    for field in PROMISES:
        text = getattr(promise, field, "")
        if text and (hedges := read(text, language).hedges):
            yield at(field, hedges=hedges)
