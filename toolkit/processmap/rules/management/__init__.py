"""PM8: management. Every rule is listed here by hand; none registers itself."""

from processmap.rules.management import (
    pm801_kpi_formula,
    pm802_kpi_direction,
    pm803_kpi_without_forum,
    pm804_macro_without_outcome_or_time_kpi,
    pm805_targets_do_not_add_up,
    pm806_region_coverage,
    pm807_incentive_tiers,
    pm808_forum_agenda,
    pm809_decision_table,
    pm810_discount_powers_not_monotone,
    pm811_control_incomplete,
    pm812_personal_data_without_basis,
    pm813_form_field_unused,
    pm814_crm_stages,
    pm815_skill_gap_without_training,
    pm816_rollout_order,
)
from processmap.rules.rule import RuleModule

RULES: tuple[RuleModule, ...] = (
    pm801_kpi_formula,
    pm802_kpi_direction,
    pm803_kpi_without_forum,
    pm804_macro_without_outcome_or_time_kpi,
    pm805_targets_do_not_add_up,
    pm806_region_coverage,
    pm807_incentive_tiers,
    pm808_forum_agenda,
    pm809_decision_table,
    pm810_discount_powers_not_monotone,
    pm811_control_incomplete,
    pm812_personal_data_without_basis,
    pm813_form_field_unused,
    pm814_crm_stages,
    pm815_skill_gap_without_training,
    pm816_rollout_order,
)
"""The rules of the family, by code."""
