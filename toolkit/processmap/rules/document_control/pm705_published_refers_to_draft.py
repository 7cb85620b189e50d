"""PM705: what is in force rests on what is only a draft."""

from collections.abc import Iterator

from processmap.diagnostics import Location, Path, Problem, Remark, Severity
from processmap.i18n import Message
from processmap.model.document_control import Status
from processmap.model.ito import Ito
from processmap.model.micro import Micro
from processmap.model.steps import CallStep, ChoiceStep, EndStep, HandoffStep, Step, WorkKeys
from processmap.rules.document_control.controlled import Document, documents
from processmap.rules.naming import element_name, holder_named, named
from processmap.rules.rule import Rule, RuleContext

RULE = Rule("PM705", "published-refers-to-draft", Severity.ERROR, since="0.1.0", tags=("documents", "references"))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields tasks, hand-offs, calls, decisions and controls of published documents whose other side is a draft."""
    drafts = {element.id for element in context.map.elements.values() if element.status is Status.DRAFT}
    if not drafts:
        return
    for element, model in documents(context):
        if element.status is not Status.PUBLISHED:
            continue
        for path, reference in _rests_on(model):
            target = reference.partition("/")[0]
            if target in drafts:
                yield _problem(context, model, path, target)


def _rests_on(model: Document) -> Iterator[tuple[Path, str]]:
    if isinstance(model, Ito):
        for index, activity in enumerate(model.activities):
            for number, task in enumerate(activity.does):
                yield ("activities", index, "does", number), task
    elif isinstance(model, Micro):
        for index, step in enumerate(model.steps):
            for key, reference in _of_step(step):
                yield ("steps", index, key), reference


def _of_step(step: Step) -> Iterator[tuple[str, str]]:
    match step:
        case HandoffStep(to_process=str(target)) | CallStep(to_process=str(target)) | EndStep(to_process=str(target)):
            yield "to_process", target
        case ChoiceStep(decision=str(output)):
            yield "decision", output
        case WorkKeys(control=str(control)):
            yield "control", control
        case _:
            return


def _problem(context: RuleContext, model: Document, path: Path, target: str) -> Problem:
    element = context.map.elements[target]
    return Problem(
        RULE.code,
        Message.of(
            "PM705.message",
            holder=holder_named(model.id, model, path),
            key=path[-1] if isinstance(path[-1], str) else "does",
            target=named(target, element_name(element.model)),
        ),
        Location(model.id, path),
        hint=Message.of("PM705.hint", target=target),
        related=(Remark(Location(target), Message.of("PM705.draft")),),
    )
