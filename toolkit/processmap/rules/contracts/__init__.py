"""PM4: hand-offs and documents: the dependency graph. Every rule is listed here by hand; none registers itself."""

from processmap.rules.rule import RuleModule

RULES: tuple[RuleModule, ...] = ()
"""The rules of the family, by code."""
