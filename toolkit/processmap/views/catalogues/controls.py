"""The page of the controls: from the risk to the evidence, by the process in which each is exercised."""

from dataclasses import dataclass

from processmap.model.micro import Micro
from processmap.model.policies import Control
from processmap.values.ids import Kind
from processmap.views.atlas import distinct
from processmap.views.catalogues.catalogue import CatalogueSource, KindPage, catalogue_header
from processmap.views.catalogues.entry import Head, Uses, head_of, uses_of
from processmap.views.linking import Linker
from processmap.views.pieces import Cell, Ref, Row, Table

_MOST_ROWS = 40


@dataclass(frozen=True, slots=True)
class ControlEntry:
    """A control with the risk it keeps small."""

    head: Head
    risk: Cell
    steps: tuple[Ref, ...]
    """Where it is exercised."""
    evidence: Cell
    frequency: str
    policy: Cell
    owner: Cell
    uses: Uses


@dataclass(frozen=True, slots=True)
class ControlGroup:
    """The controls that are first exercised in one macro."""

    macro: Ref | None
    """None for controls that no step exercises."""
    entries: tuple[ControlEntry, ...]


@dataclass(frozen=True, slots=True)
class ControlsPage(KindPage):
    """All controls."""

    matrix: Table
    """Controls with their risks against the macros in which they are exercised."""
    groups: tuple[ControlGroup, ...]


def controls_page(source: CatalogueSource, linker: Linker) -> ControlsPage:
    """Makes the page of the controls."""
    controls = linker.atlas.all(Control)
    places: dict[str, tuple[str, ...]] = {control.id: steps_of(linker, control) for control in controls}
    macros = {control: tuple(_macro(linker, step) for step in steps) for control, steps in places.items()}
    grouped: dict[str, list[ControlEntry]] = {}
    for control in controls:
        first = next((macro for macro in macros[control.id] if macro), "")
        grouped.setdefault(first, []).append(_entry(linker, control, places[control.id]))
    order: list[str] = [macro.id for macro in linker.atlas.macros if macro.id in grouped]
    order += [macro for macro in grouped if macro not in order]
    return ControlsPage(
        header=catalogue_header(source.name, linker),
        name=source.name,
        is_empty=not controls,
        empty=linker.wording("empty.catalogue"),
        matrix=_matrix(linker, controls, macros),
        groups=tuple(ControlGroup(linker.ref(macro) if macro else None, tuple(grouped[macro])) for macro in order),
    )


def steps_of(linker: Linker, control: Control) -> tuple[str, ...]:
    """The steps at which a control is exercised: those that it lists, then those that name it."""
    naming = (mention.source for mention in linker.atlas.mentions_of(control.id) if mention.field == "control")
    return distinct((*control.tasks, *naming))


def _macro(linker: Linker, step: str) -> str:
    micro = linker.atlas.get(step.partition("/")[0], Micro)
    return micro.macro if micro else ""


def _entry(linker: Linker, control: Control, steps: tuple[str, ...]) -> ControlEntry:
    words = linker.wording
    every = str(control.frequency or "")
    return ControlEntry(
        head=head_of(linker, control),
        risk=linker.prose(control.risk),
        steps=tuple(linker.part(step) for step in steps),
        evidence=linker.prose(control.evidence),
        frequency=words("each_case") if every == "each case" else words.word("period", every) if every else "",
        policy=linker.optional(control.policy),
        owner=linker.optional(control.owner),
        uses=uses_of(linker, control.id, without=(Kind.MICRO,)),
    )


def _matrix(linker: Linker, controls: tuple[Control, ...], macros: dict[str, tuple[str, ...]]) -> Table:
    """Without rows where there are too few controls to compare, or too many to read."""
    used = [macro for macro in linker.atlas.macros if any(macro.id in found for found in macros.values())]
    if not 1 < len(controls) <= _MOST_ROWS or len(used) < 2:
        return Table((), ())
    rows = tuple(
        Row(
            (
                (linker.ref(control.id),),
                *(_count(linker, control, macros[control.id].count(macro.id)) for macro in used),
            )
        )
        for control in controls
    )
    return Table((linker.wording("field.control"), *(macro.name for macro in used)), rows)


def _count(linker: Linker, control: Control, count: int) -> Cell:
    """The number of steps, as a way to the control that lists them."""
    ref = linker.ref(control.id)
    return (Ref(ref.id, linker.wording.number(count), ref.href, detail=ref.label),) if count else ()
