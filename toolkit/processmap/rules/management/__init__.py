"""PM8: management. Every rule is listed here by hand; none registers itself."""

from processmap.rules.rule import RuleModule

RULES: tuple[RuleModule, ...] = ()
"""The rules of the family, by code."""
