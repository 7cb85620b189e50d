"""The page of a micro process: its flow as a picture and as a table, its promises, and everything around it."""

from collections.abc import Collection
from dataclasses import dataclass

from processmap.graph import Handoff
from processmap.model.micro import Micro
from processmap.views.changes import ChangeLine, latest_changes_of
from processmap.views.diagram import Diagram
from processmap.views.document_control import document_control
from processmap.views.linking import Linker
from processmap.views.pieces import Control, Header, Ref, Section, Table
from processmap.views.process.exchanges import Exchange, exchanges
from processmap.views.process.header import micro_header
from processmap.views.process.neighbourhood import Neighbourhood, neighbourhood_of
from processmap.views.process.proof import Proof, proofs
from processmap.views.process.raci import Raci, raci_of
from processmap.views.process.steps import StepLine, step_lines
from processmap.views.process.support import gaps_of, support_of
from processmap.views.swimlane import swimlane
from processmap.views.validations import validation_table


@dataclass(frozen=True, slots=True)
class MicroPage:
    """Everything on the page of a micro."""

    header: Header
    picture: Diagram | None
    """The flow as a swimlane; None while no step is written."""
    steps: tuple[StepLine, ...]
    proofs: tuple[Proof, ...]
    """Each promise of time beside the worst path."""
    incoming: tuple[Exchange, ...]
    outgoing: tuple[Exchange, ...]
    around: Neighbourhood
    raci: Raci
    support: Section
    """Indicators, policies, controls, documents, systems."""
    issues: Section
    control: Control
    history: tuple[ChangeLine, ...]
    """Its latest changes by the history of git, newest first; empty without one."""
    validations: Table
    previous: Ref | None
    following: Ref | None

    @property
    def sections(self) -> tuple[str, ...]:
        """Fragments of the parts that this page has, in order."""
        has = {
            "flow": bool(self.steps),
            "steps": bool(self.steps),
            "time": bool(self.steps),
            "handoffs": bool(self.incoming or self.outgoing),
            "raci": bool(self.raci.rows),
            "around": not self.support.is_empty,
            "issues": not self.issues.is_empty,
            "control": True,
        }
        return tuple(key for key, is_there in has.items() if is_there)


def micro_page(
    linker: Linker, micro: Micro, crossings: tuple[Handoff, ...], unsound: Collection[str] = ()
) -> MicroPage:
    """Makes the page of a micro.

    Args:
        linker: links as they are written on the page.
        micro: the process.
        crossings: every hand-off of the map.
        unsound: ids of the micros whose flow has errors, so that nothing about their time can be proved.
    """
    incoming = tuple(item for item in crossings if item.target_micro == micro.id)
    outgoing = tuple(item for item in crossings if item.source_micro == micro.id)
    found = proofs(linker, micro, is_provable=micro.id not in unsound) if micro.steps else ()
    before, after = _neighbours(linker, micro)
    return MicroPage(
        header=micro_header(linker, micro, found),
        picture=swimlane(linker, micro) if micro.steps else None,
        steps=step_lines(linker, micro),
        proofs=found,
        incoming=exchanges(linker, incoming, incoming=True),
        outgoing=exchanges(linker, outgoing, incoming=False),
        around=neighbourhood_of(linker, micro, incoming, outgoing),
        raci=raci_of(linker, micro),
        support=support_of(linker, micro),
        issues=gaps_of(linker, (micro.id,)),
        control=document_control(linker, micro.doc),
        history=latest_changes_of(linker, micro.id),
        validations=validation_table(linker, micro.id),
        previous=before,
        following=after,
    )


def _neighbours(linker: Linker, micro: Micro) -> tuple[Ref | None, Ref | None]:
    chain = [item.id for macro in linker.atlas.macros for item in linker.atlas.micros_of(macro.id)]
    if micro.id not in chain:
        return None, None
    index = chain.index(micro.id)
    before = linker.ref(chain[index - 1]) if index else None
    after = linker.ref(chain[index + 1]) if index + 1 < len(chain) else None
    return before, after
