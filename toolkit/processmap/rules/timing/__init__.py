"""PM6: promises of time. Every rule is listed here by hand; none registers itself."""

from processmap.rules.rule import RuleModule

RULES: tuple[RuleModule, ...] = ()
"""The rules of the family, by code."""
