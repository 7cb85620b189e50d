"""The top of the page of a process."""

from processmap.model.macro import Macro
from processmap.model.micro import Micro
from processmap.model.steps import StartStep
from processmap.views.addresses import PROCESSES, Address
from processmap.views.linking import Linker
from processmap.views.pieces import Cell, Chip, Fact, Header, Tone
from processmap.views.process.proof import Proof, hero_chip
from processmap.views.prose import plain


def micro_header(linker: Linker, micro: Micro, found: tuple[Proof, ...]) -> Header:
    """Makes the top of the page: what it is for, who answers, what is promised and whether that is kept."""
    words = linker.wording
    macro = linker.atlas.get(micro.macro, Macro)
    promise = micro.end_to_end
    verdict = hero_chip(linker, found)
    given: tuple[tuple[str, Cell], ...] = (
        ("owner", (linker.ref(micro.owner),)),
        ("area", (linker.ref(macro.area),) if macro else ()),
        ("result", linker.prose(micro.result)),
        ("promise", (words.duration(promise.max), *linker.optional(promise.sla)) if promise else ()),
        ("case", linker.optional(micro.case)),
        ("volume", (words.rate(micro.volume),) if micro.volume else _volumes(linker, micro)),
    )
    side: Tone = "commercial" if macro and linker.atlas.is_commercial(macro.area) else "support"
    return Header(
        path=linker.page,
        title=micro.name,
        kind_label=words("kind.micro"),
        kind="micro",
        id=micro.id,
        lead=plain(micro.purpose),
        text=linker.prose(micro.purpose),
        crumbs=(linker.to(Address(PROCESSES), words("nav.processes")), linker.ref(micro.macro)),
        chips=(
            words.status(linker.atlas.status(micro)),
            *((Chip(words(f"area.{side}"), side),) if macro else ()),
            *((verdict,) if verdict else ()),
        ),
        facts=tuple(Fact(words(f"field.{key}"), value) for key, value in given if value),
        source=linker.atlas.source(micro.id),
    )


def _volumes(linker: Linker, micro: Micro) -> Cell:
    rates = [step.volume for step in micro.steps if isinstance(step, StartStep) and step.volume]
    return (" + ".join(linker.wording.rate(rate) for rate in rates),) if rates else ()
