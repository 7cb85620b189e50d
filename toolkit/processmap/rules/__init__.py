"""The rules, by family. A family lists its rules by hand, and this module the families; none registers itself."""

from processmap.rules import (
    behaviour,
    contracts,
    document_control,
    files,
    identity,
    management,
    readability,
    roles,
    structure,
    timing,
)
from processmap.rules.rule import RuleModule

ALL_RULES: tuple[RuleModule, ...] = (
    *files.RULES,
    *identity.RULES,
    *structure.RULES,
    *behaviour.RULES,
    *contracts.RULES,
    *roles.RULES,
    *timing.RULES,
    *document_control.RULES,
    *management.RULES,
    *readability.RULES,
)
"""Every rule, by code."""

CLOSING_RULES: tuple[RuleModule, ...] = identity.ABOUT_SUPPRESSIONS
"""The rules that run after all others, because they judge what became of the others' findings."""


def rule_by_code(code: str) -> RuleModule | None:
    """Returns the rule with a code such as `PM106`, or None if there is none."""
    return next((module for module in ALL_RULES if module.RULE.code == code), None)


__all__ = ["ALL_RULES", "CLOSING_RULES", "RuleModule", "rule_by_code"]
