"""PM217: two paths of a step that say the same."""

from collections.abc import Iterator, Sequence

from processmap.diagnostics import Problem, Remark, Severity
from processmap.i18n import Message
from processmap.model.micro import Micro
from processmap.model.steps import ParallelPath, ParallelStep, StepBase
from processmap.rules.forks import LabelledPath, forks, label_of, labelled_paths, path_location, same_label
from processmap.rules.naming import named, step_named
from processmap.rules.rule import Rule, RuleContext
from processmap.rules.scope import live_micros
from processmap.rules.steps_of_micro import step_label

RULE = Rule("PM217", "duplicate-path", Severity.WARNING, since="0.1.0", tags=("flow",))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields the later of two equal paths; different answers that lead to the same step are fine."""
    for micro in live_micros(context):
        for index, step in enumerate(micro.steps):
            if isinstance(step, ParallelStep):
                yield from _repeated(micro, index, step, step.paths)
        for index, fork in forks(micro):
            yield from _repeated(micro, index, fork, labelled_paths(fork))


def _repeated(
    micro: Micro, index: int, step: StepBase, paths: Sequence[LabelledPath | ParallelPath]
) -> Iterator[Problem]:
    first_of: dict[tuple[str, str], int] = {}
    for position, path in enumerate(paths):
        label = label_of(path)
        first = first_of.setdefault((same_label(label or ""), path.to), position)
        if first == position:
            continue
        names = {"step": step_named(step), "micro": named(micro.id, micro.name), "target": step_label(micro, path.to)}
        message = Message.of("PM217.message", **names, label=label) if label else Message.of("PM217.branch", **names)
        first_at = path_location(micro, index, first, paths[first])
        yield Problem(
            RULE.code,
            message,
            path_location(micro, index, position, path),
            hint=Message.of("PM217.hint"),
            related=(Remark(first_at, Message.of("PM217.first")),),
        )
