"""`lap rank`: the proposals of a plan screened and in order, and the answer to everybody who proposed something."""

import sys
from typing import Annotated

import typer

from lap.cli import options
from lap.cli.opening import Opened, choice, open_plan, spare_the_plan
from lap.cli.output import page_for, write
from lap.failure import CannotRun
from lap.findings import Key
from lap.language.speech import Said, count, english, say
from lap.rank import Ranking, rank_problems, rank_proposals

FORMATS = ("text", "markdown", "csv", "json")
Answers = Annotated[
    bool,
    typer.Option(
        "--answers",
        help="Write what became of each proposal and why, to be published; in Markdown, unless told otherwise.",
    ),
]
Problems = Annotated[bool, typer.Option("--problems", help="Rank the problems, which are not screened.")]
Format = Annotated[str, typer.Option("--format", metavar="FORMAT", help="text (by default), markdown, csv or json.")]


def command(
    plan: options.Plan = ".", answers: Answers = False, problems: Problems = False, format: Format = "",
    output: options.OneOutput = "", lang: options.Lang = "",
) -> None:  # fmt: skip
    """Show the ranking, or write the answers."""
    choice("--format", format, FORMATS)
    if answers and problems:
        raise CannotRun("one-view", options=("--answers", "--problems"))
    opened = open_plan(plan, lang)
    spare_the_plan(opened.loaded, output)
    ranking = _ranking(opened, problems)
    if answers:
        _answer(ranking, opened, format or "markdown", output)
    else:
        _show(ranking, opened, format or "text", output)


def _ranking(opened: Opened, problems: bool) -> Ranking:
    """The ranking. Raises CannotRun where there is nothing to rank."""
    plan, broken = opened.loaded.plan, opened.loaded.broken
    made = rank_problems(plan, broken) if problems else rank_proposals(plan, broken)
    if not made.candidates and problems:
        raise CannotRun("no-problems-to-rank", problems=Key("plan", "problems"), keys=_keys("problem", PROBLEM))
    if not made.candidates:
        raise CannotRun("no-proposals", proposals=Key("plan", "proposals"), keys=_keys("proposal", PROPOSAL))
    return made


PROBLEM = ("statement", "urgency", "impact", "votes")
PROPOSAL = ("action", "problem", "addresses", "sdg", "clear", "viable", "urgency", "impact", "votes")


def _keys(mapping: str, names: tuple[str, ...]) -> tuple[Key, ...]:
    return tuple(Key(mapping, name) for name in names)


def _show(ranking: Ranking, opened: Opened, format: str, output: str) -> None:
    plan, language, words = opened.loaded.plan, opened.language, opened.loaded.language
    if format == "json":
        from lap.show import rank_json

        write(output, rank_json.ranking(ranking, plan, words))
        return
    from lap.show.rank_words import Writer

    writer = Writer(ranking, plan, language, words)
    if format == "csv":
        from lap.show import rank_csv

        write(output, rank_csv.render(writer))
    elif format == "markdown":
        from lap.show import rank_markdown

        write(output, rank_markdown.render(writer))
    else:
        from lap.show import rank_text

        write(output, rank_text.render(writer, page_for(output)))


def _answer(ranking: Ranking, opened: Opened, format: str, output: str) -> None:
    from lap.response import responses
    from lap.show import rank_answers_text, rank_json
    from lap.show.rank_words import Writer

    plan, language, words = opened.loaded.plan, opened.language, opened.loaded.language
    made, writer = list(responses(ranking, plan, words)), Writer(ranking, plan, language, words)
    if format == "json":
        write(output, rank_json.answers(made, writer))
    elif format == "csv":
        write(output, rank_answers_text.as_sheet(made, writer))
    elif format == "markdown":
        write(output, rank_answers_text.as_markdown(made, writer))
    else:
        write(output, rank_answers_text.as_text(made, writer, page_for(output)))
    _tell_withheld(sum(one.hidden for one in made), language, words)


def _tell_withheld(number: int, language: str, words: str) -> None:
    """Says on standard error that the answers do not tell where some proposals came from, and how to have it told."""
    if number:
        sentence = english(
            "lap: where {proposals} came from is left out: a meeting was held under the Chatham House Rule, and {key} "
            "there is the title of no meeting that the plan records under {meetings}."
        )
        proposals = count(number, "{n} proposal", "{n} proposals", language)
        keys = {"key": Key("proposal", "from"), "meetings": Key("plan", "co-creation")}
        print(say(sentence, language, words, proposals=Said(proposals), **keys), file=sys.stderr)
