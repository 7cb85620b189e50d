"""PM3: flow behaviour. Every rule is listed here by hand; none registers itself."""

from processmap.rules.behaviour import (
    pm301_deadlock,
    pm302_lack_of_synchronisation,
    pm303_livelock,
    pm304_dead_step,
    pm305_not_proven,
    pm306_starved_handoff,
)
from processmap.rules.rule import RuleModule

RULES: tuple[RuleModule, ...] = (
    pm301_deadlock,
    pm302_lack_of_synchronisation,
    pm303_livelock,
    pm304_dead_step,
    pm305_not_proven,
    pm306_starved_handoff,
)
"""The rules of the family, by code."""
