"""PM216: a choice whose paths are not the answers of the policy that decides it."""

from collections.abc import Iterator

from processmap.diagnostics import Location, Part, Problem, Remark, Severity
from processmap.i18n import Message
from processmap.model.micro import Micro
from processmap.model.policies import Policy
from processmap.model.steps import ChoiceStep
from processmap.rules.forks import path_location
from processmap.rules.naming import named, step_named
from processmap.rules.rule import Rule, RuleContext
from processmap.rules.scope import live_micros

RULE = Rule("PM216", "choice-differs-from-policy", Severity.ERROR, since="0.1.0", tags=("flow", "policies"))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields labels that are no answer of the policy, and answers for which there is no path."""
    for micro in live_micros(context):
        for index, step in enumerate(micro.steps):
            if isinstance(step, ChoiceStep) and step.decision is not None:
                policy_id, _, output = step.decision.partition("/")
                element = context.map.elements.get(policy_id)
                if element and isinstance(element.model, Policy) and output in element.model.outputs:
                    yield from _differences(micro, index, step, element.model, output)


def _differences(micro: Micro, index: int, choice: ChoiceStep, policy: Policy, output: str) -> Iterator[Problem]:
    answers = policy.outputs[output]
    related = (Remark(Location(policy.id, ("outputs", output)), Message.of("PM216.outputs")),)
    hint = Message.of("PM216.hint", answers=", ".join(answers))
    names = {
        "step": step_named(choice),
        "micro": named(micro.id, micro.name),
        "policy": named(policy.id, policy.name),
        "output": output,
    }
    for position, path in enumerate(choice.paths):
        if path.when not in answers:
            message = Message.of("PM216.message", **names, label=path.when)
            yield Problem(RULE.code, message, path_location(micro, index, position, path), hint, related)
    labels = {path.when for path in choice.paths}
    for answer in answers:
        if answer not in labels:
            at = Location(micro.id, ("steps", index, "paths"), Part.KEY)
            yield Problem(RULE.code, Message.of("PM216.missing", **names, label=answer), at, hint, related)
