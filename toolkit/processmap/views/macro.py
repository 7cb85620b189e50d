"""The page of a macro process, and the index of all processes."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from processmap.graph import Handoff
from processmap.graph.coverage import MicroCoverage
from processmap.model.macro import Macro
from processmap.model.micro import Micro
from processmap.model.organisation import Area
from processmap.views.addresses import PROCESSES, Address
from processmap.views.changes import ChangeLine, latest_changes_of
from processmap.views.coverage import CoverageBar, coverage_bars
from processmap.views.document_control import document_control
from processmap.views.handoffs import area_chip, crossing_table
from processmap.views.involvement import roles_of_macro, roles_of_micro
from processmap.views.linking import Linker
from processmap.views.networks import Network, neighbourhood
from processmap.views.pieces import Card, Cell, Chip, Control, Fact, Header, Ref, Section, Table, Tone
from processmap.views.process.proof import hero_chip, proofs
from processmap.views.process.sipoc import SipocPicture, sipoc_of
from processmap.views.process.support import gaps_of, support_of_macro
from processmap.views.prose import plain
from processmap.views.validations import validation_table


@dataclass(frozen=True, slots=True)
class MacroPage:
    """Everything on the page of a macro."""

    header: Header
    micros: tuple[Card, ...]
    coverage: tuple[CoverageBar, ...]
    sipoc: SipocPicture
    neighbourhood: Network
    handoffs: tuple[Table, ...]
    support: Section
    """Indicators with their targets, policies, controls."""
    issues: Section
    control: Control
    history: tuple[ChangeLine, ...]
    """Its latest changes by the history of git, newest first; empty without one."""
    validations: Table
    previous: Ref | None
    """The macro before it in its band; None for the first."""
    following: Ref | None


def macro_page(
    linker: Linker,
    macro: Macro,
    crossings: tuple[Handoff, ...],
    covered: Sequence[MicroCoverage] = (),
    unsound: Collection[str] = (),
) -> MacroPage:
    """Makes the page of a macro.

    Args:
        linker: links as they are written on the page.
        macro: the macro.
        crossings: every hand-off of the map.
        covered: how far every process of the map has come.
        unsound: ids of the micros whose flow has errors, so that nothing about their time can be proved.
    """
    words = linker.wording
    micros = linker.atlas.micros_of(macro.id)
    own = {micro.id for micro in micros}
    coming = tuple(item for item in crossings if item.target_micro in own and item.source_micro not in own)
    going = tuple(item for item in crossings if item.source_micro in own and item.target_micro not in own)
    return MacroPage(
        header=_header(linker, macro),
        micros=tuple(_with_verdict(linker, micro, is_provable=micro.id not in unsound) for micro in micros),
        coverage=coverage_bars(linker, [each for each in covered if each.micro.id in own]) if own else (),
        sipoc=sipoc_of(linker, macro),
        neighbourhood=neighbourhood(linker, macro),
        handoffs=(
            crossing_table(linker, coming, title=words("section.handoffs_in")),
            crossing_table(linker, going, title=words("section.handoffs_out")),
        ),
        support=support_of_macro(linker, macro),
        issues=gaps_of(linker, own),
        control=document_control(linker, macro.doc),
        history=latest_changes_of(linker, macro.id),
        validations=validation_table(linker, macro.id),
        previous=_beside(linker, macro, -1),
        following=_beside(linker, macro, 1),
    )


def macro_card(linker: Linker, macro: Macro) -> Card:
    """A macro as a card: its area, its owner, how many micros it has."""
    words = linker.wording
    area = linker.atlas.get(macro.area, Area)
    chips = (area_chip(linker, area),) if area else ()
    count = len(linker.atlas.micros_of(macro.id))
    return Card(
        linker.ref(macro.id),
        plain(macro.purpose),
        chips,
        (words.counted("micros", count),),
        _side(linker, macro),
        roles_of_macro(linker, macro),
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
        roles_of_micro(linker, micro),
    )


def _with_verdict(linker: Linker, micro: Micro, *, is_provable: bool) -> Card:
    """The card of a micro, with whether its promises of time are kept."""
    card = micro_card(linker, micro)
    chip = hero_chip(linker, proofs(linker, micro, is_provable=is_provable)) if micro.steps else None
    return replace(card, chips=(*card.chips, chip)) if chip else card


def _beside(linker: Linker, macro: Macro, step: int) -> Ref | None:
    band = linker.atlas.macros_of_class(macro.class_)
    place = band.index(macro) + step
    return linker.ref(band[place].id) if 0 <= place < len(band) else None


def _side(linker: Linker, macro: Macro) -> Tone:
    return "commercial" if linker.atlas.is_commercial(macro.area) else "support"


def _header(linker: Linker, macro: Macro) -> Header:
    words = linker.wording
    side = _side(linker, macro)
    given: tuple[tuple[str, Cell], ...] = (
        ("owner", (linker.ref(macro.owner),)),
        ("area", (linker.ref(macro.area),)),
        ("segments", linker.refs(macro.segments)),
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
