"""Family P, last part: how a problem is worded, so that it is one, and a problem (§3.1)."""

from lap.findings import Key
from lap.language.statement import read_statement
from lap.model.problem import Problem
from lap.rule import ADVICE, WARNING, Found, at, rule


@rule(
    "P102", WARNING, "3.1",
    "“{node}” says what is not there (“{words}”), not what people suffer.",
    "say what people suffer because of it: not “there is no register”, but “vendors pay bribes to keep their place”; what is "
    "missing can stand under {causes}",
)  # fmt: skip
def not_a_missing_solution(problem: Problem, language: str) -> Found:
    """The statement tells a situation, not the absence of a solution.

    Whoever writes "there is no portal" has chosen the portal already, and nobody asks any more what people suffer or what
    else would help. The handbook advises against a negative situation that is to be reversed (§3.1 a); its own tree (§4.1)
    and the federal guides ask for a negative fact. All agree that the absence of a solution is no problem, and this rule
    asks for no more. An absence is a good cause, and what people lack (water, a contract) can be a problem.

    Bad:
        problems:
          street-trade:
            statement: There is no register of the street vendors of Agua Clara  # <- P102

    Good:
        problems:
          street-trade:
            statement: The street vendors of Agua Clara pay bribes to keep their place because no register names them
    """
    if words := read_statement(problem.statement, language).absence:
        yield at("statement", words=words, causes=Key("problem", "causes"))


@rule(
    "P103", WARNING, "3.1",
    "“{node}” is no problem but a solution, a task, a need, a question or a good thing (“{words}”).",
    "say what happens today, and to whom: not “create a register”, but “vendors pay bribes to keep their place”; the solution "
    "can stand under {proposals}",
)  # fmt: skip
def not_a_solution(problem: Problem, language: str) -> Found:
    """The statement is a problem, not a solution, a task, a need, a question or a good thing.

    Who begins with the solution has no causes to look for, and cannot find out later whether anything got better. A task
    belongs in a proposal or in a commitment. Where people have to do something in order to get something ("To register
    takes three days"), that is a fact.

    Bad:
        problems:
          street-trade:
            statement: To create a register of the street vendors of Agua Clara  # <- P103

    Good:
        problems:
          street-trade:
            statement: To renew a permit takes the street vendors of Agua Clara three days without income
    """
    if words := read_statement(problem.statement, language).solution:
        yield at("statement", words=words, proposals=Key("plan", "proposals"))


@rule(
    "P104", ADVICE, "3.1",
    "“{node}” tells more than one problem: {facts}.",
    "keep one, and make a problem of its own of each of the others; if one brings about the other, join them with “because” "
    "or “so that”, or write it under {causes} or {effects}",
)  # fmt: skip
def one_problem(problem: Problem, language: str) -> Found:
    """A statement tells one problem.

    Two problems have two sets of causes, and whoever draws one tree for both cannot tell which cause belongs to which.
    A cause with its effect is one problem ("because…", "so…"), and so are two things of which the same is said ("theft and
    assault have doubled").

    Bad:
        problems:
          street-trade:
            statement: The street vendors of Agua Clara pay bribes, the markets have no drains and buses arrive late  # <- P104

    Good:
        problems:
          street-trade:
            statement: The street vendors and porters of Agua Clara pay bribes, so they earn a tenth less than they could
    """
    if facts := read_statement(problem.statement, language).facts:
        yield at("statement", facts=facts, causes=Key("problem", "causes"), effects=Key("problem", "effects"))
