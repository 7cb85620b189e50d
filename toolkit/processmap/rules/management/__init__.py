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
)
"""The rules of the family, by code."""
