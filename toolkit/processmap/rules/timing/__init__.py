"""PM6: promises of time. Every rule is listed here by hand; none registers itself."""

from processmap.rules.rule import RuleModule
from processmap.rules.timing import (
    pm601_max_below_work,
    pm602_end_to_end_broken,
    pm603_ola_exceeds_client_sla,
    pm604_incomplete_sla,
    pm605_sla_clock_out_of_order,
    pm606_return_later_than_ola,
    pm607_unbounded_rework,
)

RULES: tuple[RuleModule, ...] = (
    pm601_max_below_work,
    pm602_end_to_end_broken,
    pm603_ola_exceeds_client_sla,
    pm604_incomplete_sla,
    pm605_sla_clock_out_of_order,
    pm606_return_later_than_ola,
    pm607_unbounded_rework,
)
"""The rules of the family, by code."""
