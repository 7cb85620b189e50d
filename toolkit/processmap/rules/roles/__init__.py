"""PM5: roles, ITOs, RACI. Every rule is listed here by hand; none registers itself."""

from processmap.rules.roles import (
    pm501_task_without_lane,
    pm502_task_without_ito,
    pm503_ito_instructs_unknown_task,
    pm504_ito_role_differs_from_lane,
    pm505_role_without_ito,
    pm506_ito_without_work,
    pm507_thin_instruction,
    pm508_not_one_accountable,
    pm509_accountable_below_responsible,
    pm510_reporting_cycle,
    pm511_segregation_of_duties,
    pm512_critical_role_without_backup,
    pm513_role_overload,
    pm514_lane_not_used,
    pm515_two_itos_for_one_task,
    pm516_area_as_lane,
)
from processmap.rules.rule import RuleModule

RULES: tuple[RuleModule, ...] = (
    pm501_task_without_lane,
    pm502_task_without_ito,
    pm503_ito_instructs_unknown_task,
    pm504_ito_role_differs_from_lane,
    pm505_role_without_ito,
    pm506_ito_without_work,
    pm507_thin_instruction,
    pm508_not_one_accountable,
    pm509_accountable_below_responsible,
    pm510_reporting_cycle,
    pm511_segregation_of_duties,
    pm512_critical_role_without_backup,
    pm513_role_overload,
    pm514_lane_not_used,
    pm515_two_itos_for_one_task,
    pm516_area_as_lane,
)
"""The rules of the family, by code."""
