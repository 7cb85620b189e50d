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
)
"""The rules of the family, by code."""
