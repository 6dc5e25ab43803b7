"""Family P, third part: the tree of causes and effects, and what the plan does about the causes (§3, §3.1, §4)."""

from lap.findings import Key, Word
from lap.known import tree_nodes
from lap.language.likeness import repeated
from lap.model.plan import Plan
from lap.model.problem import Cause, Problem
from lap.rule import ADVICE, WARNING, Found, at, rule
from lap.rules.problem import in_hand
from lap.tree import Tree, coverage, tree_of

KINDS = tuple(Word("=cause-kind", kind) for kind in ("necessary", "sufficient", "contributing"))


@rule(
    "P108", WARNING, "3",
    "“{node}” has fewer than two causes.",
    "ask why it happens, and write each answer under {key}: a public problem rarely has just one cause",
)  # fmt: skip
def several_causes(problem: Problem) -> Found:
    """The problem has at least two causes.

    A public problem rarely stems from a sole cause (§3), and finding the causes is half of its solution. A plan that
    knows one will act on one, and the problem stays. A problem that is postponed or referred is not asked.

    Bad:
        problems:
          street-trade:
            causes:  # <- P108
        commitments: {registry: {addresses: [lost-income]}}  # <- R110

    Good:
        problems:
          street-trade:
            causes:
              no-register: {text: Places are given by word of mouth}
              unpaid-inspectors: {text: Inspectors live from what they collect}
    """
    if in_hand(problem) and sum(isinstance(node, Cause) for _, node in tree_nodes(problem)) < 2:
        yield at("causes")


@rule(
    "P109", ADVICE, "3.1",
    "It is not said what kind of cause this is: “{node}”.",
    "write under {key} one of {kinds}",
)  # fmt: skip
def cause_classed(cause: Cause, problem: Problem) -> Found:
    """Causes are classed as necessary, sufficient or contributing.

    Without a necessary cause there is no problem, a sufficient one brings it about alone, and a contributing one makes it
    worse. So the class tells where acting on a single cause is enough. A problem that is postponed or referred is not
    asked.

    Bad:
        problems:
          street-trade:
            causes:
              no-register:
                kind:  # <- P109

    Good:
        problems:
          street-trade:
            causes:
              no-register:
                kind: necessary
    """
    if in_hand(problem) and not cause.kind:
        yield at("kind", kinds=KINDS)


@rule(
    "P110", WARNING, "3.1",
    "“{node}” has no effects.",
    "write under {key} what it brings about for those who suffer it",
)  # fmt: skip
def has_effects(problem: Problem) -> Found:
    """The problem has effects.

    The effects show why it has to be solved: what people lose, pay or give up. Turned round, they are the ends that the
    plan works for (§4.1). A problem that is postponed or referred is not asked.

    Bad:
        problems:
          street-trade:
            effects:  # <- P110

    Good:
        problems:
          street-trade:
            effects:
              lost-income: {text: Vendors lose a tenth of their income}
    """
    if in_hand(problem) and not problem.effects:
        yield at("effects")


@rule(
    "P115", ADVICE, "4.1",
    "Nothing in the plan answers a root cause of “{node}”: “{root}”.",
    "name it, or a cause above it, under {addresses} of a commitment, or write under {key} why the plan leaves it alone",
)  # fmt: skip
def root_causes_answered(problem: Problem, plan: Plan) -> Found:
    """Every root cause is addressed by some commitment, or set aside with its reason.

    A root cause is one of which nobody has asked why. If the plan leaves it alone, it feeds the problem again; that may
    be right, where it cannot be acted upon (§4), but then it should be said. It is answered when a commitment addresses
    it or a cause above it. While the commitments name no cause at all, R102 or R110 says so.

    Bad:
        problems:
          street-trade:
            causes:
              unpaid-inspectors:
                set-aside:  # <- P115

    Good:
        problems:
          street-trade:
            causes:
              unpaid-inspectors:
                set-aside: The state pays them
    """
    tree = tree_of(problem, plan)
    if _speaks_of_causes(tree, plan):
        routes = {node.id: route for route, node in tree_nodes(problem)}
        for branch in (one.branch for one in coverage(tree) if one.how == "open"):
            root, addresses = branch.text or branch.id, Key("commitment", "addresses")
            yield at(*routes[branch.id], "set-aside", root=root, addresses=addresses)


def _speaks_of_causes(tree: Tree, plan: Plan) -> bool:
    """Whether a commitment that takes the problem up names a cause, of this problem or of another one of its own."""
    for one in tree.promised:
        problems = (plan.problems[name] for name in one.problem if name in plan.problems)
        nodes = (node for problem in problems for _, node in tree_nodes(problem))
        if any(isinstance(node, Cause) and node.id in one.addresses for node in nodes):
            return True
    return False


@rule(
    "P117", WARNING, "3.1",
    "In the tree of “{node}”, {one} says the same as {other}: “{text}”.",
    "keep one of the two, or say what tells them apart",
)  # fmt: skip
def nodes_differ(problem: Problem) -> Found:
    """No two nodes of a tree are equal in words.

    A cause that repeats the problem explains nothing, and what stands twice is counted, voted on and promised twice. A
    cause with two effects stands once, and says under `leads-to` what else it brings about.

    Bad:
        problems:
          street-trade:
            causes:
              no-register:
                causes:
                  no-map: {text: Stalls of the market were never counted}
              no-list:
                text: The stalls of the markets were never counted  # <- P117
                kind: contributing
                means: The town knows all its stalls
                set-aside: It is counted already

    Good:
        problems:
          street-trade:
            causes:
              no-list:
                text: The stalls beside the markets were never counted
                kind: contributing
                means: The town knows all its stalls
                set-aside: They belong to the next town
    """
    routes = {node.id: route for route, node in tree_nodes(problem)}
    texts = {"": problem.statement, **{node.id: node.text for _, node in tree_nodes(problem)}}
    for earlier, later in repeated(texts):
        first = (*routes[earlier], "text") if earlier else ("statement",)
        other = earlier or Key("problem", "statement")
        yield at(*routes[later], "text", also=(first,), one=later, other=other, text=texts[later])


@rule(
    "P118", ADVICE, "4",
    "No cause of “{node}” has a cause in its turn.",
    "ask of each cause why it is so, and write the answer under {causes} of that cause",
)  # fmt: skip
def asked_why_again(problem: Problem) -> Found:
    """At least one cause is asked "why?" again.

    A robust diagnosis requires asking for the reason again and again (§4). The first answer is mostly what everybody
    knew before; what can be changed stands two or three answers below. A problem that is postponed or referred, or that
    has no causes yet, is not asked.

    Bad:
        problems:
          street-trade:
            causes:  # <- P118
              no-register: {causes: }
        commitments: {registry: {addresses: [no-register]}}

    Good:
        problems:
          street-trade:
            causes:
              no-register:
                causes:
                  no-map: {text: The stalls of the markets were never counted}
    """
    if in_hand(problem) and problem.causes and not any(one.causes for one in problem.causes.values()):
        yield at("causes", causes=Key("cause", "causes"))
