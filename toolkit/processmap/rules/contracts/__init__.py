"""PM4: hand-offs and documents: the dependency graph. Every rule is listed here by hand; none registers itself."""

from processmap.rules.contracts import (
    pm401_one_sided_handoff,
    pm402_handoff_document_mismatch,
    pm403_return_not_produced,
    pm404_cross_area_handoff_without_ola,
    pm405_input_without_producer,
    pm406_output_never_used,
    pm407_handoff_cycle,
    pm408_isolated_micro,
    pm409_macro_without_micro,
    pm410_sipoc_drift,
    pm411_commercial_boundary_without_owner,
    pm412_work_on_paper,
    pm413_single_point_of_failure,
)
from processmap.rules.rule import RuleModule

RULES: tuple[RuleModule, ...] = (
    pm401_one_sided_handoff,
    pm402_handoff_document_mismatch,
    pm403_return_not_produced,
    pm404_cross_area_handoff_without_ola,
    pm405_input_without_producer,
    pm406_output_never_used,
    pm407_handoff_cycle,
    pm408_isolated_micro,
    pm409_macro_without_micro,
    pm410_sipoc_drift,
    pm411_commercial_boundary_without_owner,
    pm412_work_on_paper,
    pm413_single_point_of_failure,
)
"""The rules of the family, by code."""
