"""Where each document comes from over the whole map."""

from collections.abc import Iterable, Iterator

from processmap.diagnostics import Remark
from processmap.graph import DocumentUse
from processmap.i18n import Message
from processmap.model.document_control import Status
from processmap.model.documents import Document
from processmap.model.micro import Micro
from processmap.model.steps import StartStep, Step, WaitStep
from processmap.rules.contracts.sides import step_at, step_in
from processmap.rules.rule import RuleContext


def is_checked(context: RuleContext, document: str) -> bool:
    """Whether a document exists and is in use; that it does not or is not is what PM106 and PM108 say."""
    element = context.map.elements.get(document)
    return element is not None and element.status not in (Status.PLANNED, Status.RETIRED)


def is_standing(context: RuleContext, document: str) -> bool:
    """Whether a document is always there."""
    model = context.graph.model(document, Document)
    return model is not None and model.standing


def comes_from_outside(context: RuleContext, use: DocumentUse, document: str) -> bool:
    """Whether an external, or people whom the map does not know, bring a document."""
    for _, _, step in steps_in_use(context, (*use.received_by, *use.consumed_by)):
        match step:
            case StartStep(receives=received) if document in received:
                if not step.senders or any(_is_outside(sender) for sender in step.senders):
                    return True
            case WaitStep(documents=awaited) if document in awaited and _is_outside(step.source):
                return True
    return False


def _is_outside(source: str | None) -> bool:
    return source is not None and source.startswith("EXT-")


def makers(context: RuleContext, use: DocumentUse, document: str) -> Iterator[tuple[Micro, int]]:
    """Yields the steps in use that make a document, by micro and then in authored order."""
    for micro, index, step in steps_in_use(context, use.produced_by):
        if document in getattr(step, "outputs", ()):
            yield micro, index


def steps_in_use(context: RuleContext, names: Iterable[str]) -> Iterator[tuple[Micro, int, Step]]:
    """Yields the steps of global names, with their place, in the order given; those of retired micros are left out."""
    for name in names:
        micro_id, _, step_id = name.partition("/")
        micro = context.graph.model(micro_id, Micro)
        if micro and context.map.elements[micro_id].status is not Status.RETIRED:
            for index, step in enumerate(micro.steps):
                if step.id == step_id:
                    yield micro, index, step


def made_here(context: RuleContext, document: str, *, at_most: int = 3) -> tuple[Remark, ...]:
    """Returns remarks at the first steps that make a document."""
    found = [
        Remark(step_at(micro, index), Message.of("PM405.made", step=step_in(micro, index)))
        for micro, index in makers(context, context.graph.document_uses.get(document, DocumentUse()), document)
    ]
    return tuple(found[:at_most])
