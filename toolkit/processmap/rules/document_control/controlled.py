"""The documents of a map: what carries revision, state and responsibilities (ISO 9001:2015, 7.5)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from processmap.diagnostics import Location
from processmap.loading import Element
from processmap.model.document_control import DocumentControl, Status
from processmap.model.documents import Form
from processmap.model.ito import Ito
from processmap.model.macro import Macro
from processmap.model.micro import Micro
from processmap.model.policies import Policy
from processmap.rules.naming import named
from processmap.rules.rule import RuleContext

Document: TypeAlias = Macro | Micro | Ito | Form | Policy


@dataclass(frozen=True, slots=True)
class Controlled:
    """A document with its control."""

    element: Element
    model: Document
    doc: DocumentControl

    @property
    def name(self) -> str:
        """Id and name for a message."""
        return named(self.element.id, self.model.name)

    @property
    def is_published(self) -> bool:
        """Whether it is in force."""
        return self.element.status is Status.PUBLISHED

    def at(self, *keys: str | int) -> Location:
        """The place of a value under `doc`."""
        return Location(self.element.id, ("doc", *keys))


def documents(context: RuleContext) -> tuple[tuple[Element, Document], ...]:
    """Returns the live documents, with or without `doc`, in document order; collected once for all rules."""
    return context.shared(_documents)


def controlled(context: RuleContext) -> tuple[Controlled, ...]:
    """Returns the live documents that have a `doc`, in document order; collected once for all rules."""
    return context.shared(_controlled)


def _documents(context: RuleContext) -> tuple[tuple[Element, Document], ...]:
    return tuple(_live(context))


def _controlled(context: RuleContext) -> tuple[Controlled, ...]:
    return tuple(Controlled(element, model, model.doc) for element, model in documents(context) if model.doc)


def _live(context: RuleContext) -> Iterator[tuple[Element, Document]]:
    for element in context.map.elements.values():
        if isinstance(element.model, Document) and element.status is not Status.RETIRED:
            yield element, element.model
