"""The logical framework: what stands at which level, what the components need besides, and that nothing is left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lap.framework import Framework, framework, level_of, without_problem
from lap.load import load
from lap.model.indicator import Indicator
from lap.model.plan import Plan
from lap.source.files import read_bytes

PLAN = """\
lap: 1
alignment: [{instrument: State plan, objective: Services that reach everyone}]
problems:
  waits:
    statement: People wait
    objective: People are served within a week
    effects:
      debts: {text: They borrow, end: They keep their savings, effects: {hunger: {text: They eat less}}}
    causes:
      paper: {text: Paper forms, causes: {offices: {text: Two offices ask the same}}}
      staff: {text: Four clerks}
      law: {text: A federal rule, means: The rule changes, set-aside: It is federal, causes: {vote: {text: No vote}}}
  queues: {statement: Queues, outcome: postponed}
commitments:
  forms:
    problem: [waits, queues, waits, nowhere]
    addresses: [paper]
    stages:
      one: {activities: {write: {activity: To write}, print: {activity: To print}}}
    activities: {hand-out: {activity: To hand out}}
    indicators:
      savings: {kind: effectiveness, aspect: impact}
      days: {kind: effectiveness, activities: [print, forms/hand-out, forms/lost]}
      printed: {aspect: product, activities: [print]}
      pace: {kind: management, aspect: process, activities: [forms/write]}
      both: {kind: management, activities: [write, print]}
      mute: {activities: [print]}
  empty: {problem: waits}
  loose: {addresses: offices}
  lost: {problem: nowhere, addresses: staff}
"""


def plan(text: str = PLAN) -> Plan:
    return load(read_bytes(text.encode(), "plan.yaml")).plan


def of(problem: str, text: str = PLAN) -> Framework:
    made = plan(text)
    return framework(made, made.problems.get(problem))


def test_the_goal_holds_the_general_objectives_all_ends_and_the_impact() -> None:
    goal = of("waits").goal
    assert [one.objective for one in goal.serves] == ["Services that reach everyone"]
    assert [(one.id, one.counterpart) for one in goal.ends] == [("debts", "They keep their savings"), ("hunger", "")]
    assert [one.indicator.id for one in goal.gauges] == ["savings"]


def test_the_purpose_holds_the_objective_and_the_other_effects() -> None:
    purpose = of("waits").purpose
    assert purpose.objective == "People are served within a week"
    assert [one.indicator.id for one in purpose.gauges] == ["days"]


def test_components_are_the_commitments_that_take_the_problem_up_with_their_products() -> None:
    components = of("waits").components
    assert [(one.number, one.commitment.id) for one in components] == [(1, "forms"), (2, "empty"), (3, "loose")]
    assert [one.indicator.id for one in components[0].gauges] == ["printed", "both", "mute"]
    assert components[1].steps == ()


def test_activities_are_numbered_by_component_and_stand_in_the_order_of_the_file() -> None:
    steps = of("waits").components[0].steps
    assert [(one.number, one.placed.activity.id) for one in steps] == [
        ("1.1", "write"),
        ("1.2", "print"),
        ("1.3", "hand-out"),
    ]
    assert [[gauge.indicator.id for gauge in one.gauges] for one in steps] == [["pace"], [], []]


def test_an_activity_knows_the_indicators_of_other_levels_that_it_moves() -> None:
    steps = of("waits").components[0].steps
    moved = [[gauge.indicator.id for gauge in one.moves] for one in steps]
    assert moved == [["both"], ["days", "printed", "both", "mute"], ["days"]]


def test_a_commitment_that_serves_two_problems_stands_in_both_frameworks_and_says_so() -> None:
    waits, queues = of("waits").components[0], of("queues").components[0]
    assert waits.commitment.id == queues.commitment.id == "forms"
    assert ([one.id for one in waits.elsewhere], [one.id for one in queues.elsewhere]) == (["queues"], ["waits"])


def test_what_is_set_aside_and_what_nobody_answers_are_told_apart() -> None:
    found = of("waits")
    assert [one.id for one in found.set_aside] == ["law"]
    assert [one.id for one in found.open] == ["staff"]


def test_a_postponed_problem_is_not_in_hand() -> None:
    assert of("waits").in_hand
    assert not of("queues").in_hand


def test_commitments_without_a_known_problem_have_a_framework_of_their_own() -> None:
    assert [one.id for one in without_problem(plan())] == ["lost"]
    found = of("")
    assert [one.commitment.id for one in found.components] == ["lost"]
    assert (found.purpose.objective, found.goal.ends, found.in_hand) == ("", (), True)


@pytest.mark.parametrize(
    ("kind", "aspect", "activities", "level"),
    [
        ("effectiveness", "impact", ["a"], "goal"),
        ("effectiveness", "result", ["a"], "purpose"),
        ("effectiveness", None, [], "purpose"),
        ("effectiveness", "product", [], "purpose"),
        (None, "impact", [], "goal"),
        (None, "result", ["a"], "purpose"),
        ("management", "impact", ["a", "b"], "component"),
        ("management", "product", ["a"], "component"),
        ("management", "process", ["a"], "activity"),
        ("management", "input", ["c/a", "a"], "activity"),
        ("management", None, ["a"], "activity"),
        ("management", None, ["a", "b"], "component"),
        ("management", "process", [], "component"),
        ("management", "process", ["unknown", "d/a"], "component"),
        (None, "process", ["a"], "activity"),
        (None, None, ["a"], "component"),
    ],
)
def test_an_indicator_stands_at_the_level_of_what_it_measures(
    kind: str | None, aspect: str | None, activities: list[str], level: str
) -> None:
    home = plan("lap: 1\ncommitments: {c: {activities: {a: {}, b: {}}}, d: {activities: {a: {}}}}\n").commitments["c"]
    made = Indicator(kind=kind, aspect=aspect, activities=activities)  # type: ignore[arg-type]
    assert level_of(made, home) == level


IDS = st.sampled_from(["a", "b", "c"])
INDICATOR = st.fixed_dictionaries(
    {},
    optional={
        "kind": st.sampled_from(["management", "effectiveness"]),
        "aspect": st.sampled_from(["input", "process", "product", "result", "impact"]),
        "activities": st.lists(IDS, max_size=3),
    },
)
COMMITMENT = st.fixed_dictionaries(
    {
        "problem": st.lists(st.sampled_from(["p", "q", "z"]), max_size=3),
        "addresses": st.lists(st.sampled_from(["x", "y"]), max_size=2),
        "activities": st.dictionaries(IDS, st.just({}), max_size=3),
        "indicators": st.dictionaries(IDS, INDICATOR, max_size=3),
    }
)


@given(st.dictionaries(st.sampled_from(["k", "l", "m"]), COMMITMENT))
def test_every_indicator_and_every_activity_stands_exactly_once_in_each_framework_of_its_commitment(made: dict) -> None:
    whole = Plan.model_validate(
        {
            "problems": {"p": {"/id": "p", "causes": {"x": {"/id": "x"}}}, "q": {"/id": "q"}},
            "commitments": {key: {"/id": key, **_named(one)} for key, one in made.items()},
        }
    )
    frameworks = [framework(whole, one) for one in (*whole.problems.values(), None)]
    placed = {component.commitment.id for one in frameworks for component in one.components}
    assert placed == set(whole.commitments)
    for one in frameworks:
        shown = [one.commitment.id for one in one.components]
        expected = [f"{key}/{each}" for key in shown for each in whole.commitments[key].indicators]
        gauges = [*one.goal.gauges, *one.purpose.gauges]
        for component in one.components:
            gauges += [*component.gauges, *(gauge for step in component.steps for gauge in step.gauges)]
            steps = [step.placed.activity.id for step in component.steps]
            assert steps == list(component.commitment.activities)
        assert sorted(f"{gauge.commitment.id}/{gauge.indicator.id}" for gauge in gauges) == sorted(expected)


def _named(commitment: dict) -> dict:
    return {
        **commitment,
        "activities": {key: {"/id": key} for key in commitment["activities"]},
        "indicators": {key: {"/id": key, **one} for key, one in commitment["indicators"].items()},
    }
