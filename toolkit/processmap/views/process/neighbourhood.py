"""What stands before and after a process: other processes and outsiders, with what passes between."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from processmap.graph import Handoff
from processmap.model.micro import Micro
from processmap.model.organisation import Area
from processmap.model.steps import StartStep, WaitStep
from processmap.values.ids import Kind
from processmap.views.atlas import distinct, kind_of
from processmap.views.handoffs import area_chip
from processmap.views.linking import Linker
from processmap.views.pieces import Chip, Ref


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A process or an outsider beside a process."""

    ref: Ref
    area: Chip | None
    """None for an outsider."""
    documents: tuple[str, ...]
    """Names of what passes, each once."""


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """A process between its neighbours, each in the order in which the flow meets it."""

    before: tuple[Neighbour, ...]
    after: tuple[Neighbour, ...]


def neighbourhood_of(
    linker: Linker, micro: Micro, incoming: Iterable[Handoff], outgoing: Iterable[Handoff]
) -> Neighbourhood:
    """Returns what hands over to a process and what gets something from it."""
    return Neighbourhood(
        before=tuple(_joined(linker, (*_from_outside(micro), *((h.source_micro, h.sends) for h in incoming)))),
        after=tuple(_joined(linker, (*((h.target_micro, h.sends) for h in outgoing), *_to_outside(micro)))),
    )


def _from_outside(micro: Micro) -> Iterator[tuple[str, tuple[str, ...]]]:
    for step in micro.steps:
        if isinstance(step, StartStep):
            yield from ((sender, step.receives) for sender in step.senders if kind_of(sender) is Kind.EXTERNAL)
        elif isinstance(step, WaitStep) and step.source and kind_of(step.source) is Kind.EXTERNAL:
            yield step.source, (*step.documents, *step.outputs)


def _to_outside(micro: Micro) -> Iterator[tuple[str, tuple[str, ...]]]:
    for step in micro.steps:
        made = getattr(step, "outputs", ()) or getattr(step, "inputs", ())
        yield from ((partner, made) for partner in getattr(step, "delivers_to", ()))


def _joined(linker: Linker, found: Iterable[tuple[str, tuple[str, ...]]]) -> Iterator[Neighbour]:
    documents: dict[str, list[str]] = {}
    for partner, names in found:
        documents.setdefault(partner, []).extend(names)
    for partner, passing in documents.items():
        area_id = linker.atlas.graph.area_of_micro(partner)
        area = linker.atlas.get(area_id, Area) if area_id else None
        chip = area_chip(linker, area) if area else None
        yield Neighbour(linker.ref(partner), chip, tuple(linker.name(name) for name in distinct(passing)))
