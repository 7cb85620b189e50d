"""Suppliers, inputs, outputs and customers of each macro, as hand-offs and externals imply them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from processmap.model.document_control import Status
from processmap.model.micro import Micro
from processmap.model.organisation import External
from processmap.model.steps import ApprovalStep, EndStep, StartStep, Step, TaskStep, WaitStep

if TYPE_CHECKING:
    from processmap.graph.index import MapGraph


@dataclass(frozen=True, slots=True)
class Passage:
    """Something passes the border of a macro, at one of its own steps."""

    partner: str | None
    """The area or external on the other side; None where nobody is named."""
    documents: tuple[str, ...]
    micro: str
    step: str
    """Local id."""


@dataclass(frozen=True, slots=True)
class Sipoc:
    """What comes into a macro and what goes out of it, by micro and then in authored order, hand-offs first."""

    incoming: tuple[Passage, ...] = ()
    outgoing: tuple[Passage, ...] = ()

    @property
    def suppliers(self) -> tuple[str, ...]:
        """Areas and externals that something comes from, each once."""
        return _partners(self.incoming)

    @property
    def inputs(self) -> tuple[str, ...]:
        """Documents that come in, each once."""
        return _documents(self.incoming)

    @property
    def outputs(self) -> tuple[str, ...]:
        """Documents that go out, each once."""
        return _documents(self.outgoing)

    @property
    def customers(self) -> tuple[str, ...]:
        """Areas and externals that something goes to, each once."""
        return _partners(self.outgoing)


def sipocs(graph: MapGraph) -> Mapping[str, Sipoc]:
    """Returns the SIPOC of every macro by id. Retired micros count for nothing.

    A hand-off to another macro makes the two areas supplier and customer; what it returns makes them so the other way
    round as well. Hand-offs inside a macro, and documents that are only read, pass no border.
    """
    found: dict[str, tuple[list[Passage], list[Passage]]] = {macro.id: ([], []) for macro in graph.macros}
    for macro, is_incoming, passage in (*_between(graph), *_with_externals(graph)):
        if macro in found:
            found[macro][0 if is_incoming else 1].append(passage)
    return {macro: Sipoc(tuple(incoming), tuple(outgoing)) for macro, (incoming, outgoing) in found.items()}


_Found = tuple[str, bool, Passage]
"""The macro, whether something comes in, and what passes."""


def _between(graph: MapGraph) -> Iterator[_Found]:
    home: dict[str, str] = {micro.id: micro.macro for micro in _micros(graph)}
    for item in graph.handoffs:
        source, target = home.get(item.source_micro), home.get(item.target_micro)
        if source is None or target is None or source == target:
            continue
        start = item.target_start or ""
        yield source, False, Passage(item.target_area, item.sends, item.source_micro, item.source_step)
        yield target, True, Passage(item.source_area, item.sends, item.target_micro, start)
        if item.returns:
            yield source, True, Passage(item.target_area, item.returns, item.source_micro, item.source_step)
            yield target, False, Passage(item.source_area, item.returns, item.target_micro, start)


def _with_externals(graph: MapGraph) -> Iterator[_Found]:
    for micro in _micros(graph):
        for step in micro.steps:
            for is_incoming, partner, documents in _outside(graph, step):
                yield micro.macro, is_incoming, Passage(partner, documents, micro.id, step.id)


def _outside(graph: MapGraph, step: Step) -> Iterator[tuple[bool, str | None, tuple[str, ...]]]:
    match step:
        case StartStep() if not step.senders and step.receives:
            yield True, None, step.receives
        case StartStep():
            yield from ((True, sender, step.receives) for sender in step.senders if graph.model(sender, External))
        case WaitStep(source=str(source)) if graph.model(source, External):
            yield True, source, (*step.documents, *step.outputs)
        case TaskStep() | ApprovalStep():
            yield from ((False, partner, step.outputs or step.inputs) for partner in step.delivers_to)
        case EndStep():
            yield from ((False, partner, ()) for partner in step.delivers_to)


def _micros(graph: MapGraph) -> Iterator[Micro]:
    for micro in graph.micros:
        if graph.loaded.elements[micro.id].status is not Status.RETIRED:
            yield micro


def _partners(passages: Iterable[Passage]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(passage.partner for passage in passages if passage.partner))


def _documents(passages: Iterable[Passage]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(document for passage in passages for document in passage.documents))
