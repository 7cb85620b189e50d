"""PM906: so many decisions in one flow that nobody can go through all its ways."""

from collections.abc import Iterator

from processmap.diagnostics import Location, Problem, Remark, Severity
from processmap.i18n import Message
from processmap.model.micro import Micro
from processmap.model.steps import ApprovalStep, ChoiceStep, OptionsStep, ParallelStep, Step
from processmap.rules.naming import named, step_named
from processmap.rules.rule import Rule, RuleContext
from processmap.rules.scope import live_micros
from processmap.rules.steps_of_micro import step_location

RULE = Rule("PM906", "control-flow-complexity", Severity.WARNING, since="0.1.0", tags=("size", "gateways"))

READABLE = 9
"""Highest complexity of a flow that most readers still understand (Sánchez-González et al. 2010)."""


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields micros whose control-flow complexity (Cardoso 2005) is too high, with what each decision adds."""
    for micro in live_micros(context):
        terms = [(step, complexity(step)) for step in micro.steps]
        total = sum(term for _, term in terms)
        if total > READABLE:
            yield _problem(micro, [(step, term) for step, term in terms if term > 1], total)


def complexity(step: Step) -> int:
    """Returns what a step adds: the mental states that a reader has to keep in mind behind it.

    An exclusive decision adds its number of paths, options every set of them that can be taken, a parallel block one.
    Waits and hand-offs are answered elsewhere: nobody decides there, and they add nothing.
    """
    match step:
        case ChoiceStep() | ApprovalStep():
            return len(step.paths)
        case OptionsStep():
            return (1 << len(step.paths)) - 1
        case ParallelStep():
            return 1
        case _:
            return 0


def _problem(micro: Micro, terms: list[tuple[Step, int]], total: int) -> Problem:
    return Problem(
        RULE.code,
        Message.of("PM906.message", micro=named(micro.id, micro.name), total=total, most=READABLE),
        Location(micro.id, ("name",)),
        hint=Message.of("PM906.hint"),
        related=tuple(
            Remark(step_location(micro, step.id), Message.of("PM906.adds", step=step_named(step), term=term))
            for step, term in terms
        ),
    )
