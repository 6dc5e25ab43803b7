"""All rules, in the handbook's order of families."""

from lap.rule import Rule
from lap.rules import references, shape, text, work_plan

RULES: tuple[Rule, ...] = (
    text.yaml_text, text.one_key_once, text.alias_has_anchor, text.within_limits, text.plain_yaml, text.utf8,
    text.honest_characters, text.plan_at_top, text.nothing_cut,
    shape.known_keys, shape.right_kind, shape.dates_exist, shape.fixed_words, shape.numbers_read, shape.kebab_case,
    references.ids_once, references.references, shape.numbers_in_range, shape.addresses, references.one_work_plan,
    shape.files_belong,
    work_plan.stated_days,
)  # fmt: skip

BY_CODE: dict[str, Rule] = {rule.code: rule for rule in RULES}
