"""PM2: flow structure. Every rule is listed here by hand; none registers itself."""

from processmap.rules.rule import RuleModule
from processmap.rules.structure import (
    pm201_no_start_or_no_end,
    pm202_unreachable_step,
    pm203_dead_end_step,
    pm204_choice_without_two_labelled_paths,
    pm205_unknown_step_target,
    pm206_several_starts_with_same_trigger,
    pm207_start_with_input_or_end_with_output,
    pm208_join_without_split,
    pm209_shares_do_not_sum,
    pm210_unmarked_rework,
    pm211_superfluous_gateway,
    pm212_gateway_joins_and_splits,
    pm213_implicit_split,
    pm214_attached_wait_target,
    pm215_call_cycle,
    pm216_choice_differs_from_policy,
    pm217_duplicate_path,
)

RULES: tuple[RuleModule, ...] = (
    pm201_no_start_or_no_end,
    pm202_unreachable_step,
    pm203_dead_end_step,
    pm204_choice_without_two_labelled_paths,
    pm205_unknown_step_target,
    pm206_several_starts_with_same_trigger,
    pm207_start_with_input_or_end_with_output,
    pm208_join_without_split,
    pm209_shares_do_not_sum,
    pm210_unmarked_rework,
    pm211_superfluous_gateway,
    pm212_gateway_joins_and_splits,
    pm213_implicit_split,
    pm214_attached_wait_target,
    pm215_call_cycle,
    pm216_choice_differs_from_policy,
    pm217_duplicate_path,
)
"""The rules of the family, by code."""
