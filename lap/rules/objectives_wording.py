"""Family O, last part: how means and ends are worded (§4.1)."""

from lap.language.opposites import only_denied
from lap.language.statement import read_statement
from lap.model.problem import Cause, Effect
from lap.rule import ADVICE, WARNING, Found, at, rule


@rule(
    "O104", WARNING, "4.1",
    "Under {key}, “{node}” only has a “no” added or taken out.",
    "say what is so once it is solved: not “the stalls are counted” for “the stalls are not counted”, but “every vendor knows "
    "which place is whose”",
)  # fmt: skip
def more_than_a_no(node: Cause | Effect, language: str) -> Found:
    """A means or an end is more than the same sentence with a "no" added or taken out.

    The tree of objectives is drawn to find out what would be different (§4.1). A sentence that only loses its "no" adds
    nothing to the tree of the problem: it does not say who does what instead, nor what could be measured.

    Bad:
        problems:
          street-trade:
            causes:
              no-register:
                causes:
                  no-map:
                    text: Nobody counts the stalls of the markets
                    means: Somebody counts the stalls of the markets  # <- O104

    Good:
        problems:
          street-trade:
            causes:
              no-register:
                causes:
                  no-map:
                    text: Nobody counts the stalls of the markets
                    means: The directorate knows the stalls of each market and who works there
    """
    key, opposite = ("means", node.means) if isinstance(node, Cause) else ("end", node.end)
    if only_denied(node.text, opposite, language):
        yield at(key)


@rule(
    "O105", ADVICE, "4.1",
    "Under {key} of “{node}” stands a product, not a state that is reached: “{product}”.",
    "say what is so once it is there: not “a portal”, but “anyone can see which place is whose”; the product is a deliverable "
    "of an activity",
)  # fmt: skip
def means_is_a_state(cause: Cause, language: str) -> Found:
    """A means is a state that is reached, not a product.

    A portal can be there, and the cause too. The means is the state in which the cause is gone; which product brings it
    about is chosen afterwards, among the alternatives, and it may be another one.

    Bad:
        problems:
          street-trade:
            causes:
              no-register:
                means: A public register of places  # <- O105

    Good:
        problems:
          street-trade:
            causes:
              no-register:
                means: Anyone can see in writing which place is whose
    """
    if product := read_statement(cause.means, language).product:
        yield at("means", product=product)
