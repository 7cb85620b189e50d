"""The page of a macro process, and the index of all processes."""

from dataclasses import dataclass

from processmap.graph import Handoff
from processmap.model.macro import Macro, ProcessClass
from processmap.model.micro import Micro
from processmap.model.organisation import Area
from processmap.views.addresses import HOME, PROCESSES, Address
from processmap.views.document_control import document_control
from processmap.views.handoffs import area_chip, crossing_table
from processmap.views.linking import Linker
from processmap.views.networks import Network, neighbourhood
from processmap.views.pieces import Card, Cell, Chip, Control, Fact, Header, Lines, Section, Table, Tone
from processmap.views.prose import plain


@dataclass(frozen=True, slots=True)
class Sipoc:
    """Suppliers, inputs, process, outputs, customers: derived from hand-offs and externals."""

    suppliers: Cell
    inputs: Cell
    outputs: Cell
    customers: Cell


@dataclass(frozen=True, slots=True)
class MacroPage:
    """Everything on the page of a macro."""

    header: Header
    micros: tuple[Card, ...]
    sipoc: Sipoc
    neighbourhood: Network
    handoffs: tuple[Table, ...]
    control: Control


@dataclass(frozen=True, slots=True)
class ProcessesPage:
    """All macros with their micros, band by band, and by area."""

    header: Header
    bands: tuple[Section, ...]


def macro_page(linker: Linker, macro: Macro, crossings: tuple[Handoff, ...]) -> MacroPage:
    """Makes the page of a macro."""
    words = linker.wording
    own = {micro.id for micro in linker.atlas.micros_of(macro.id)}
    coming = tuple(item for item in crossings if item.target_micro in own and item.source_micro not in own)
    going = tuple(item for item in crossings if item.source_micro in own and item.target_micro not in own)
    return MacroPage(
        header=_header(linker, macro),
        micros=tuple(micro_card(linker, micro) for micro in linker.atlas.micros_of(macro.id)),
        sipoc=_sipoc(linker, macro),
        neighbourhood=neighbourhood(linker, macro),
        handoffs=(
            crossing_table(linker, coming, title=words("section.handoffs_in")),
            crossing_table(linker, going, title=words("section.handoffs_out")),
        ),
        control=document_control(linker, macro.doc),
    )


def processes_page(linker: Linker) -> ProcessesPage:
    """Makes the index of processes."""
    words = linker.wording
    bands = tuple(
        Section(
            anchor=class_.value,
            title=words.word("class", class_),
            cards=tuple(macro_card(linker, macro) for macro in linker.atlas.macros_of_class(class_)),
        )
        for class_ in (ProcessClass.MANAGEMENT, ProcessClass.CORE, ProcessClass.SUPPORT)
    )
    header = Header(
        path=linker.page,
        title=words("nav.processes"),
        kind_label=words("page.index"),
        kind="index",
        lead=words("lead.processes"),
        crumbs=(linker.to(Address(HOME), words("nav.home")),),
    )
    return ProcessesPage(header, bands)


def macro_card(linker: Linker, macro: Macro) -> Card:
    """A macro as a card: its area, its owner, how many micros it has."""
    words = linker.wording
    area = linker.atlas.get(macro.area, Area)
    chips = (area_chip(linker, area),) if area else ()
    count = len(linker.atlas.micros_of(macro.id))
    return Card(
        linker.ref(macro.id), plain(macro.purpose), chips, (words.counted("micros", count),), _side(linker, macro)
    )


def micro_card(linker: Linker, micro: Micro) -> Card:
    """A micro as a card: state, result, promise of time."""
    words = linker.wording
    promise = words.duration(micro.end_to_end.max) if micro.end_to_end else ""
    meta = (linker.name(micro.owner), *((words("promise", time=promise),) if promise else ()))
    macro = linker.atlas.get(micro.macro, Macro)
    return Card(
        linker.ref(micro.id),
        plain(micro.result or micro.purpose),
        (words.status(linker.atlas.status(micro)),),
        meta,
        _side(linker, macro) if macro else "neutral",
    )


def _side(linker: Linker, macro: Macro) -> Tone:
    return "commercial" if linker.atlas.is_commercial(macro.area) else "support"


def _header(linker: Linker, macro: Macro) -> Header:
    words = linker.wording
    side = _side(linker, macro)
    given: tuple[tuple[str, Cell], ...] = (
        ("owner", (linker.ref(macro.owner),)),
        ("area", (linker.ref(macro.area),)),
        ("segments", linker.refs(macro.segments)),
        ("kpis", linker.refs(macro.kpis)),
        ("policies", linker.refs(macro.policies)),
        ("pcf", (f"APQC {macro.pcf}",) if macro.pcf else ()),
    )
    return Header(
        path=linker.page,
        title=macro.name,
        kind_label=words("kind.macro"),
        kind="macro",
        id=macro.id,
        lead=plain(macro.purpose),
        text=linker.prose(macro.purpose),
        crumbs=(linker.to(Address(PROCESSES), words("nav.processes")),),
        chips=(
            words.status(linker.atlas.status(macro)),
            Chip(words.word("class", macro.class_), "neutral"),
            Chip(words(f"area.{side}"), side),
        ),
        facts=tuple(Fact(words(f"field.{key}"), value) for key, value in given if value),
        source=linker.atlas.source(macro.id),
    )


def _sipoc(linker: Linker, macro: Macro) -> Sipoc:
    derived = linker.atlas.graph.sipocs[macro.id]
    columns = (derived.suppliers, derived.inputs, derived.outputs, derived.customers)
    return Sipoc(*(_lines(linker, names) for names in columns))


def _lines(linker: Linker, names: tuple[str, ...]) -> Cell:
    return (Lines(tuple((linker.part(name),) for name in names)),) if names else ()
