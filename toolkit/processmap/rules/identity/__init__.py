"""PM1: identity, schema, references. Every rule is listed here by hand; none registers itself."""

from processmap.rules.identity import (
    pm101_unknown_key,
    pm102_missing_key,
    pm103_wrong_type,
    pm104_malformed_id,
    pm105_duplicate_id,
    pm106_dangling_reference,
    pm107_reference_of_wrong_kind,
    pm108_retired_element_referenced,
    pm109_unused_element,
    pm110_unused_suppression,
    pm111_expired_suppression,
)
from processmap.rules.rule import RuleModule

RULES: tuple[RuleModule, ...] = (
    pm101_unknown_key,
    pm102_missing_key,
    pm103_wrong_type,
    pm104_malformed_id,
    pm105_duplicate_id,
    pm106_dangling_reference,
    pm107_reference_of_wrong_kind,
    pm108_retired_element_referenced,
    pm109_unused_element,
    pm110_unused_suppression,
    pm111_expired_suppression,
)
"""The rules of the family, by code."""

ABOUT_SUPPRESSIONS: tuple[RuleModule, ...] = (pm110_unused_suppression, pm111_expired_suppression)
"""Those that can only run when it is known what every other rule has found."""
