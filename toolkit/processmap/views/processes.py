"""The index of processes: every macro with its micros, band by band."""

from dataclasses import dataclass, replace

from processmap.model.macro import Macro, ProcessClass
from processmap.model.micro import Micro
from processmap.model.organisation import Area
from processmap.views.handoffs import area_chip
from processmap.views.index_page import Facet, area_facet, index_header, state_facet, used
from processmap.views.linking import Linker
from processmap.views.macro import micro_card
from processmap.views.pieces import Card, Chip, Header, Ref, Section
from processmap.views.prose import plain


@dataclass(frozen=True, slots=True)
class MacroGroup:
    """A macro with its micros."""

    ref: Ref
    anchor: str
    purpose: str
    area: tuple[Chip, ...]
    micros: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class ProcessBand:
    """One band of the landscape."""

    anchor: str
    title: str
    macros: tuple[MacroGroup, ...]


@dataclass(frozen=True, slots=True)
class ProcessesPage:
    """All processes of a map."""

    header: Header
    bands: tuple[ProcessBand, ...]
    facets: tuple[Facet, ...]


def processes_page(linker: Linker) -> ProcessesPage:
    """Makes the index of processes: management, the value chain in its order, support."""
    atlas = linker.atlas
    bands = tuple(
        ProcessBand(
            class_.value,
            linker.wording.word("class", class_),
            tuple(_group(linker, macro) for macro in atlas.macros_of_class(class_)),
        )
        for class_ in (ProcessClass.MANAGEMENT, ProcessClass.CORE, ProcessClass.SUPPORT)
    )
    lists = [Section("", "", cards=group.micros) for band in bands for group in band.macros]
    facets = (area_facet(linker, lists), state_facet(linker, (atlas.status(micro) for micro in atlas.all(Micro))))
    return ProcessesPage(index_header(linker, "processes"), bands, used(facets))


def _group(linker: Linker, macro: Macro) -> MacroGroup:
    area = linker.atlas.get(macro.area, Area)
    micros = (
        replace(micro_card(linker, micro), facets=(macro.area, linker.atlas.status(micro).value))
        for micro in linker.atlas.micros_of(macro.id)
    )
    return MacroGroup(
        ref=linker.ref(macro.id),
        anchor=macro.id.lower(),
        purpose=plain(macro.purpose),
        area=(area_chip(linker, area),) if area else (),
        micros=tuple(micros),
    )
