"""Where each document comes from over the whole map."""

from collections.abc import Iterator

from processmap.diagnostics import Remark
from processmap.i18n import Message
from processmap.model.document_control import Status
from processmap.model.documents import Document
from processmap.model.micro import Micro
from processmap.model.steps import ApprovalStep, StartStep, Step, TaskStep, WaitStep
from processmap.rules.contracts.sides import step_at, step_in
from processmap.rules.rule import RuleContext
from processmap.rules.scope import live_micros


def is_checked(context: RuleContext, document: str) -> bool:
    """Whether a document exists and is in use; that it does not or is not is what PM106 and PM108 say."""
    element = context.map.elements.get(document)
    return element is not None and element.status not in (Status.PLANNED, Status.RETIRED)


def is_standing(context: RuleContext, document: str) -> bool:
    """Whether a document is always there."""
    model = context.graph.model(document, Document)
    return model is not None and model.standing


def made_somewhere(context: RuleContext) -> frozenset[str]:
    """Returns every document that a step in use makes or that comes from outside the map."""
    return frozenset(
        document for micro in live_micros(context) for step in micro.steps for document in _brought_in(step)
    )


def _brought_in(step: Step) -> tuple[str, ...]:
    match step:
        case TaskStep() | ApprovalStep():
            return step.outputs
        case WaitStep():
            return (*step.outputs, *(step.documents if _is_outside(step.source) else ()))
        case StartStep() if not step.senders or any(_is_outside(sender) for sender in step.senders):
            return step.receives
        case _:
            return ()


def _is_outside(source: str | None) -> bool:
    return source is not None and source.startswith("EXT-")


def makers(context: RuleContext, document: str) -> Iterator[tuple[Micro, int]]:
    """Yields the steps in use that make a document, by micro and then in authored order."""
    use = context.graph.document_uses.get(document)
    for name in use.produced_by if use else ():
        micro_id, _, step_id = name.partition("/")
        micro = context.graph.model(micro_id, Micro)
        if micro and context.map.elements[micro_id].status is not Status.RETIRED:
            for index, step in enumerate(micro.steps):
                if step.id == step_id and document in getattr(step, "outputs", ()):
                    yield micro, index


def made_here(context: RuleContext, document: str, *, at_most: int = 3) -> tuple[Remark, ...]:
    """Returns remarks at the first steps that make a document."""
    found = [
        Remark(step_at(micro, index), Message.of("PM405.made", step=step_in(micro, index)))
        for micro, index in makers(context, document)
    ]
    return tuple(found[:at_most])
