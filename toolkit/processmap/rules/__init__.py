"""One module per rule. Every rule is listed here by hand; none registers itself."""

from collections.abc import Iterator
from typing import Protocol

from processmap.diagnostics import Problem
from processmap.rules import (
    pm001_yaml_syntax,
    pm002_file_encoding,
    pm003_duplicate_key,
    pm004_yaml_feature_not_allowed,
    pm005_text_cut_by_comment,
    pm006_empty_file,
    pm007_misplaced_file,
    pm008_unreadable_file,
    pm101_unknown_key,
    pm102_missing_key,
    pm103_wrong_type,
    pm104_malformed_id,
    pm105_duplicate_id,
    pm106_dangling_reference,
    pm107_reference_of_wrong_kind,
    pm108_retired_element_referenced,
    pm109_unused_element,
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
from processmap.rules.rule import Check, Rule, RuleContext


class RuleModule(Protocol):
    """A module of a rule: its identity and its check."""

    RULE: Rule

    @property
    def check(self) -> Check:
        """Yields every violation, in document order."""


ALL_RULES: tuple[RuleModule, ...] = (
    pm001_yaml_syntax,
    pm002_file_encoding,
    pm003_duplicate_key,
    pm004_yaml_feature_not_allowed,
    pm005_text_cut_by_comment,
    pm006_empty_file,
    pm007_misplaced_file,
    pm008_unreadable_file,
    pm101_unknown_key,
    pm102_missing_key,
    pm103_wrong_type,
    pm104_malformed_id,
    pm105_duplicate_id,
    pm106_dangling_reference,
    pm107_reference_of_wrong_kind,
    pm108_retired_element_referenced,
    pm109_unused_element,
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
"""Every rule, by code."""


def rule_by_code(code: str) -> RuleModule | None:
    """Returns the rule with a code such as `PM106`, or None if there is none."""
    return next((module for module in ALL_RULES if module.RULE.code == code), None)


def run(context: RuleContext) -> Iterator[Problem]:
    """Yields what every rule finds, by rule and then in document order."""
    for module in ALL_RULES:
        yield from module.check(context)


__all__ = ["ALL_RULES", "RuleModule", "rule_by_code", "run"]
