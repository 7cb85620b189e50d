"""The landscape on the home page: three bands of macros, each macro with its micros."""

from dataclasses import dataclass

from processmap.model.macro import Macro, ProcessClass
from processmap.views.diagram import Side
from processmap.views.involvement import roles_of_micro
from processmap.views.linking import Linker
from processmap.views.pieces import Chip, Ref

LANDSCAPE = "landscape"
"""Name of the picture."""


@dataclass(frozen=True, slots=True)
class MicroChip:
    """A micro in the landscape."""

    ref: Ref
    status: Chip
    roles: tuple[str, ...] = ()
    """Ids of the roles whose business it is."""


@dataclass(frozen=True, slots=True)
class MacroTile:
    """A macro in the landscape, with its micros."""

    ref: Ref
    area: str
    """Name of its area."""
    side: Side
    mark: str
    """The sign beside the colour."""
    micros: tuple[MicroChip, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """One band of the landscape."""

    name: ProcessClass
    title: str
    tiles: tuple[MacroTile, ...]

    @property
    def is_chain(self) -> bool:
        """Whether its macros follow one another: the value chain."""
        return self.name is ProcessClass.CORE


@dataclass(frozen=True, slots=True)
class Landscape:
    """All macros and micros of a map."""

    title: str
    description: str
    bands: tuple[Band, ...]
    """From top to bottom, those without macros left out."""


def landscape(linker: Linker) -> Landscape:
    """Makes the landscape: management above, the value chain in its order, support below."""
    words = linker.wording
    bands = tuple(
        Band(class_, words.word("class", class_), tuple(_tile(linker, macro) for macro in macros))
        for class_ in (ProcessClass.MANAGEMENT, ProcessClass.CORE, ProcessClass.SUPPORT)
        if (macros := linker.atlas.macros_of_class(class_))
    )
    macro_count = sum(len(band.tiles) for band in bands)
    micro_count = sum(len(tile.micros) for band in bands for tile in band.tiles)
    return Landscape(
        title=linker.atlas.settings.title,
        description=words(
            "landscape.description",
            macros=words.counted("macros", macro_count),
            micros=words.counted("micros", micro_count),
        ),
        bands=bands,
    )


def _tile(linker: Linker, macro: Macro) -> MacroTile:
    is_commercial = linker.atlas.is_commercial(macro.area)
    micros = tuple(
        MicroChip(
            linker.ref(micro.id), linker.wording.status(linker.atlas.status(micro)), roles_of_micro(linker, micro)
        )
        for micro in linker.atlas.micros_of(macro.id)
    )
    return MacroTile(
        ref=linker.ref(macro.id),
        area=linker.name(macro.area),
        side=Side.COMMERCIAL if is_commercial else Side.NON_COMMERCIAL,
        mark=linker.wording("area.commercial_mark" if is_commercial else "area.support_mark"),
        micros=micros,
    )
