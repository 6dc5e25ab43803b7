"""All rules, in the handbook's order of families."""

from lap.rule import Rule
from lap.rules import (
    achievable,
    agendas,
    co_creation,
    indicator_values,
    indicators,
    lengths_and_order,
    measurable,
    references,
    relevant,
    shape,
    specific,
    text,
    time_bound,
    work_plan,
)

RULES: tuple[Rule, ...] = (
    text.yaml_text, text.one_key_once, text.alias_has_anchor, text.within_limits, text.plain_yaml, text.utf8,
    text.honest_characters, text.plan_at_top, text.nothing_cut,
    shape.known_keys, shape.right_kind, shape.dates_exist, shape.fixed_words, shape.numbers_read, shape.kebab_case,
    references.ids_once, references.references, shape.numbers_in_range, shape.addresses, references.one_work_plan,
    shape.files_belong,
    specific.objective_stated,
    measurable.has_management_indicator,
    indicators.variable_stated, indicators.unit_or_scale_stated, indicators.target_value_stated,
    indicators.target_date_stated, indicators.aspect_fits_kind, indicator_values.milestones_in_order,
    indicator_values.thresholds_in_order, indicator_values.direction_fits, indicator_values.words_of_scale,
    achievable.someone_leads, achievable.lead_is_public, achievable.watched_from_outside,
    relevant.linked_to_problem, relevant.serves_a_pillar, relevant.has_activities,
    time_bound.activity_has_dates, time_bound.starts_before_it_ends, time_bound.period_runs_forward,
    lengths_and_order.stated_days, lengths_and_order.stated_totals, lengths_and_order.starts_after_predecessors, lengths_and_order.no_circles,
    work_plan.activity_has_responsible, work_plan.due_inside, work_plan.yields_something, work_plan.can_be_verified,
    co_creation.plan_has_title, co_creation.plan_has_period, co_creation.plan_has_commitments,
    co_creation.participation_recorded, co_creation.speakers_unnamed, co_creation.plan_is_published,
    co_creation.adoption_is_dated,
    agendas.codes_exist, agendas.codes_in_use, agendas.agendas_touched, agendas.gender_is_measured,
    agendas.money_can_be_followed, agendas.groups_named,
)  # fmt: skip

BY_CODE: dict[str, Rule] = {rule.code: rule for rule in RULES}
