"""PM8: management. Every rule is listed here by hand; none registers itself."""

from processmap.rules.management import (
    pm801_kpi_formula,
    pm802_kpi_direction,
    pm803_kpi_without_forum,
    pm804_macro_without_outcome_or_time_kpi,
    pm805_targets_do_not_add_up,
)
from processmap.rules.rule import RuleModule

RULES: tuple[RuleModule, ...] = (
    pm801_kpi_formula,
    pm802_kpi_direction,
    pm803_kpi_without_forum,
    pm804_macro_without_outcome_or_time_kpi,
    pm805_targets_do_not_add_up,
)
"""The rules of the family, by code."""
