"""Who makes each document and who uses it, over the whole map."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from processmap.model.micro import Micro
from processmap.model.steps import (
    ApprovalStep,
    CallStep,
    EndStep,
    HandoffStep,
    StartStep,
    Step,
    TaskStep,
    WaitStep,
)


@dataclass(frozen=True, slots=True)
class DocumentUse:
    """Steps around one document, by micro and then in authored order; steps as `MIC-COM-020/T20`."""

    produced_by: tuple[str, ...] = ()
    """Steps that make it (`out`), also waits whose answer brings it."""
    consumed_by: tuple[str, ...] = ()
    """Steps that take it in (`in`) or wait for it (`for`)."""
    read_by: tuple[str, ...] = ()
    """Steps that consult it (`reads`)."""
    received_by: tuple[str, ...] = ()
    """Starts that it comes with, and hand-offs or calls that it comes back to."""
    sent_by: tuple[str, ...] = ()
    """Hand-offs, calls and ends that hand it on or give it back."""
    delivered_by: tuple[str, ...] = ()
    """Steps that deliver what they make to an external."""


@dataclass(slots=True)
class _Uses:
    produced_by: list[str] = field(default_factory=list)
    consumed_by: list[str] = field(default_factory=list)
    read_by: list[str] = field(default_factory=list)
    received_by: list[str] = field(default_factory=list)
    sent_by: list[str] = field(default_factory=list)
    delivered_by: list[str] = field(default_factory=list)

    def frozen(self) -> DocumentUse:
        return DocumentUse(*(tuple(dict.fromkeys(getattr(self, name))) for name in self.__slots__))


def document_uses(micros: Iterable[Micro]) -> Mapping[str, DocumentUse]:
    """Returns the uses of every document that a step names, by the document's id in sorted order."""
    found: dict[str, _Uses] = {}
    for micro in micros:
        for step in micro.steps:
            name = f"{micro.id}/{step.id}"
            for document, use in _uses(step):
                uses = found.get(document)
                if uses is None:
                    uses = found[document] = _Uses()
                getattr(uses, use).append(name)
    return {document: found[document].frozen() for document in sorted(found)}


def _uses(step: Step) -> Iterator[tuple[str, str]]:
    match step:
        case StartStep():
            yield from _each(step.receives, "received_by")
        case TaskStep() | ApprovalStep():
            yield from _each(step.inputs, "consumed_by")
            yield from _each(step.reads, "read_by")
            yield from _each(step.outputs, "produced_by")
            if step.delivers_to:
                yield from _each(step.outputs, "delivered_by")
        case HandoffStep() | CallStep():
            yield from _each(step.sends, "sent_by")
            yield from _each(step.returns, "received_by")
            for path in step.paths:
                yield from _each(path.returns, "received_by")
        case WaitStep():
            yield from _each(step.documents, "consumed_by")
            yield from _each(step.outputs, "produced_by")
        case EndStep():
            yield from _each(step.sends, "sent_by")
            yield from _each(step.returns, "sent_by")
        case _:
            return


def _each(documents: Iterable[str], use: str) -> Iterator[tuple[str, str]]:
    for document in documents:
        yield document, use
