"""PM9: readability. Every rule is listed here by hand; none registers itself."""

from processmap.rules.readability import (
    pm901_task_name,
    pm902_too_many_steps,
    pm903_too_many_lanes,
    pm904_choice_not_a_question,
    pm905_event_name,
    pm906_control_flow_complexity,
    pm907_same_task_in_two_micros,
    pm908_inclusive_choice,
    pm909_long_name,
    pm910_several_names_for_one_thing,
)
from processmap.rules.rule import RuleModule

RULES: tuple[RuleModule, ...] = (
    pm901_task_name,
    pm902_too_many_steps,
    pm903_too_many_lanes,
    pm904_choice_not_a_question,
    pm905_event_name,
    pm906_control_flow_complexity,
    pm907_same_task_in_two_micros,
    pm908_inclusive_choice,
    pm909_long_name,
    pm910_several_names_for_one_thing,
)
"""The rules of the family, by code."""
