"""Family C: the plan and its making (§1.1, §1.2, §2, §4, §5, Glossary)."""

from lap.findings import Key, Word
from lap.model.making import CoCreation
from lap.model.plan import Plan
from lap.rule import ERROR, WARNING, Found, at, rule

NOT_YET_ADOPTED = ("draft", "consultation")
FEW = range(1, 5)
COUNTS = ("total", "women", "men", "non-binary")


@rule(
    "C112", ERROR, "Glossary",
    "The plan has no title.",
    "write under {key} the place and the years that it is for",
    missing=True,
)  # fmt: skip
def plan_has_title(plan: Plan) -> Found:
    """The plan has a title.

    It stands on every page that is made from the plan and in every message about it. The place and the years
    in it tell one plan from the next.

    Bad:
        title:  # <- C112

    Good:
        title: Plan of Agua Clara 2025-2027
    """
    if not plan.title:
        yield at("title")


@rule(
    "C114", ERROR, "Glossary",
    "The plan does not say which time it covers. Missing here: {missing}.",
    "write the plan's first and last day, each as year-month-day",
    missing=True,
)  # fmt: skip
def plan_has_period(plan: Plan) -> Found:
    """The plan has a period, with its start and its end.

    Commitments are to be kept within a given time. When it begins and when it is over decides what can be
    promised, when reports are due and when the account is closed.

    Bad:
        period:
          start: 2025-01-01
          end:  # <- C114

    Good:
        period:
          start: 2025-01-01
          end: 2026-12-31
    """
    missing = [name for name in ("start", "end") if getattr(plan.period, name, None) is None]
    if missing:
        field = ("period", missing[0]) if plan.period else ("period",)
        yield at(*field, missing=tuple(Key("period", name) for name in missing))


@rule(
    "C115", ERROR, "Glossary",
    "The plan holds no commitment.",
    "write under {key} an id, and below it what is promised",
    missing=True,
)  # fmt: skip
def plan_has_commitments(plan: Plan) -> Found:
    """The plan holds at least one commitment.

    Problems, meetings and proposals lead up to commitments. A plan without any tells what was talked about,
    and promises nothing.

    Bad:
        problems:
        commitments:  # <- C115

    Good:
        commitments:
          registry:
            title: Register of street vendors
    """
    if not plan.commitments:
        yield at("commitments")


@rule(
    "C116", WARNING, "Glossary",
    "The plan does not say in which language it is written.",
    "write under {key} en (English) or es (Spanish)",
)  # fmt: skip
def plan_says_language(plan: Plan) -> Found:
    """The plan says in which language it is written.

    Voices that read aloud, translations and the rules on wording need to know it. The keys do not tell: an English key
    may stand before a Spanish sentence.

    Bad:
        language:  # <- C116

    Good:
        language: en
    """
    if plan.language is None:
        yield at("language")


@rule(
    "C104", ERROR, "5",
    "The plan does not show that anyone outside took part in making it.",
    "list under {key} the calls, consultations and meetings held",
    missing=True,
)  # fmt: skip
def participation_recorded(plan: Plan) -> Found:
    """It is recorded how people took part in making the plan.

    Commitments of open government are made together with those they are for. The record of who was invited,
    how many came and what was said lets those who were not there judge whether that was so.

    Bad:
        co-creation:  # <- C104

    Good:
        co-creation:
          - stage: working-group
            start: 2024-10-01
            participants: {total: 60, women: 35, men: 25}
            inclusion: [interpretation into Mazahua]
          - stage: feedback
            start: 2024-11-15
            participants: {total: 40, women: 22, men: 18}
    """
    if not plan.co_creation:
        yield at("co-creation")


@rule(
    "C108", ERROR, "4",
    "“{event}” was held under the Chatham House Rule, and {key} here can tell who spoke.",
    "take it out: no names, no bodies, no numbers or groups under five",
)  # fmt: skip
def speakers_unnamed(event: CoCreation) -> Found:
    """Under the Chatham House Rule nothing tells who spoke.

    People speak of corruption and of violence when they are sure that it does not come back to them. The plan
    is public and keeps its old versions, so neither a name, nor a body, nor a count of one to four persons,
    nor the groups of so small a circle may ever stand there.

    Bad:
        co-creation:
          - stage: working-group
            participants: {total: 60, women: 35, men: 25}
            inclusion: [interpretation into Mazahua]
            rule: chatham-house
            views:
              - from: vendors-union  # <- C108
                text: Whoever complains loses the place
          - stage: feedback
            participants: {total: 40, women: 22, men: 18}

    Good:
        co-creation:
          - stage: working-group
            participants: {total: 60, women: 35, men: 25}
            inclusion: [interpretation into Mazahua]
            rule: chatham-house
            views:
              - text: Whoever complains loses the place
          - stage: feedback
            participants: {total: 40, women: 22, men: 18}
    """
    if event.rule == "chatham-house":
        words = ("=co-creation-stage", event.stage) if event.stage else ("=rule", event.rule)
        for path in _telling(event):
            yield at(*path, event=event.title or Word(*words))


def _telling(event: CoCreation) -> list[tuple[str | int, ...]]:
    """Where the record of an event can tell who spoke: speakers, counts under five, groups of so few."""
    told: list[tuple[str | int, ...]] = []
    if came := event.participants:
        few = [name for name in COUNTS if getattr(came, name.replace("-", "_")) in FEW]
        told += [("participants", name) for name in few]
        if came.groups and "total" in few:
            told.append(("participants", "groups"))
    return told + [("views", index, "from") for index, view in enumerate(event.views) if view.from_]


@rule(
    "C109", ERROR, "Glossary",
    "The plan does not say where the public can read it.",
    "write under {key} the address of its page on the web",
    missing=True,
)  # fmt: skip
def plan_is_published(plan: Plan) -> Found:
    """The plan says where it is published.

    Work plans are public, best on the web. An address in the plan itself leads everyone who comes across a
    copy to the version that counts.

    Bad:
        published-at:  # <- C109

    Good:
        published-at: https://example.org/plan
    """
    if not plan.published_at:
        yield at("published-at")


@rule(
    "C117", ERROR, "5",
    "The plan does not say when it was adopted.",
    "write the day under {key}; the day of the signing will do",
)  # fmt: skip
def adoption_is_dated(plan: Plan, as_adopted: bool) -> Found:
    """An adopted plan says when it was adopted.

    From that day on a promise may no longer be changed without a word, and reports are counted. The day of
    the signing will do. A plan that says nothing of its status is taken for adopted, a draft is not asked.

    Bad:
        adopted:  # <- C117
        signed: {date: }

    Good:
        adopted:
        signed: {date: 2024-12-10}
    """
    draft = plan.status in NOT_YET_ADOPTED and not as_adopted
    if not draft and not plan.adopted and not (plan.signed and plan.signed.date):
        yield at("adopted", unless=(("signed", "date"), ("status",)))
