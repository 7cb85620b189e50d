"""Who does what and who answers for it: the RACI matrix of a process."""

from dataclasses import dataclass

from processmap.graph.raci import duties
from processmap.model.micro import Micro
from processmap.values.ids import Kind
from processmap.views.atlas import distinct, kind_of
from processmap.views.linking import Linker
from processmap.views.pieces import Ref
from processmap.views.process.anchors import step_here


@dataclass(frozen=True, slots=True)
class RaciRow:
    """A task or approval with the letters of every party."""

    step: Ref
    letters: tuple[tuple[str, ...], ...]
    """One entry a party; `R`, `A`, `C`, `I`, or none of them."""
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Raci:
    """Steps by parties."""

    parties: tuple[Ref, ...]
    """Roles, areas and forums, in the order in which they come."""
    rows: tuple[RaciRow, ...]


def raci_of(linker: Linker, micro: Micro) -> Raci:
    """Returns the matrix that follows from the flow."""
    found = tuple(duties(linker.atlas.graph, linker.atlas.flow(micro)))
    parties = distinct(party for duty in found for party in duty.letters)
    rows = tuple(
        RaciRow(
            step_here(linker, micro, duty.step.id),
            tuple(tuple(duty.letters.get(party, "").split("/")) if party in duty.letters else () for party in parties),
            tuple(party for party in duty.letters if kind_of(party) is Kind.ROLE),
        )
        for duty in found
    )
    return Raci(tuple(linker.ref(party) for party in parties), rows)
