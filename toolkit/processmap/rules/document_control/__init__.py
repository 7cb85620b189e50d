"""PM7: document control (ISO 9001:2015, 7.5). Every rule is listed here by hand; none registers itself."""

from processmap.rules.rule import RuleModule

RULES: tuple[RuleModule, ...] = ()
"""The rules of the family, by code."""
