"""PM204: a question with fewer than two answers, or with two answers that read the same."""

from collections.abc import Iterator

from processmap.diagnostics import Location, Part, Problem, Remark, Severity
from processmap.i18n import Message
from processmap.model.micro import Micro
from processmap.model.steps import ApprovalStep, ChoiceStep, OptionsStep
from processmap.rules.forks import Fork, LabelledPath, forks, label_of, labelled_paths, path_location, same_label
from processmap.rules.naming import named, step_named
from processmap.rules.rule import Rule, RuleContext
from processmap.rules.scope import live_micros
from processmap.rules.steps_of_micro import step_label

RULE = Rule("PM204", "choice-without-two-labelled-paths", Severity.ERROR, since="0.1.0", tags=("flow",))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields questions with too few answers, then answers that cannot be told apart."""
    for micro in live_micros(context):
        for index, fork in forks(micro):
            yield from _too_few(micro, index, fork)
            yield from _without_label(micro, index, fork)
            yield from _same_label(micro, index, fork)


def _too_few(micro: Micro, index: int, fork: Fork) -> Iterator[Problem]:
    if not isinstance(fork, ChoiceStep | ApprovalStep | OptionsStep) or len(fork.paths) >= 2:
        return
    key = "PM204.few" if fork.paths else "PM204.none"
    yield Problem(
        RULE.code,
        Message.of(key, step=step_named(fork), micro=named(micro.id, micro.name)),
        Location(micro.id, ("steps", index, "paths"), Part.KEY),
        hint=Message.of("PM204.hint_few"),
    )


def _without_label(micro: Micro, index: int, fork: Fork) -> Iterator[Problem]:
    for position, path in enumerate(labelled_paths(fork)):
        if label_of(path) is None:
            message = _message("PM204.unlabelled", micro, fork, path)
            at = path_location(micro, index, position, path)
            yield Problem(RULE.code, message, at, hint=Message.of("PM204.hint_unlabelled"))


def _same_label(micro: Micro, index: int, fork: Fork) -> Iterator[Problem]:
    """Same label and same step is a duplicate path (PM217), which does no harm; another step makes it a riddle."""
    first_by_label: dict[str, tuple[int, LabelledPath]] = {}
    for position, path in enumerate(labelled_paths(fork)):
        label = label_of(path)
        if label is None:
            continue
        first_position, first = first_by_label.setdefault(same_label(label), (position, path))
        if first.to != path.to:
            yield Problem(
                RULE.code,
                _message("PM204.same", micro, fork, path, label=label, first_target=step_label(micro, first.to)),
                path_location(micro, index, position, path),
                hint=Message.of("PM204.hint_same"),
                related=(Remark(path_location(micro, index, first_position, first), Message.of("PM204.first")),),
            )


def _message(key: str, micro: Micro, fork: Fork, path: LabelledPath, **more: str) -> Message:
    names = {"step": step_named(fork), "micro": named(micro.id, micro.name), "target": step_label(micro, path.to)}
    return Message.of(key, **names, **more)
