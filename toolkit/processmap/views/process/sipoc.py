"""The SIPOC of a macro as lines: who supplies what, and what goes to whom; where the author declares otherwise."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from processmap.graph import Passage
from processmap.model.macro import Macro
from processmap.views.atlas import distinct
from processmap.views.linking import Linker
from processmap.views.pieces import Ref


@dataclass(frozen=True, slots=True)
class Item:
    """A partner or a document."""

    ref: Ref
    trouble: str = ""
    """Where flows and the author's list differ: key of the text; empty where they agree or nothing is declared."""


@dataclass(frozen=True, slots=True)
class SipocLine:
    """A partner with its documents."""

    partner: Item | None
    """None for documents whose partner nobody names."""
    documents: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class SipocPicture:
    """Suppliers with inputs, and customers with outputs, in the order in which the flows meet them."""

    incoming: tuple[SipocLine, ...]
    outgoing: tuple[SipocLine, ...]
    differs: bool
    """Whether the author declares something else than the flows say."""


def sipoc_of(linker: Linker, macro: Macro) -> SipocPicture:
    """Returns the SIPOC that the flows imply, held against what the macro declares."""
    derived = linker.atlas.graph.sipocs[macro.id]
    incoming = tuple(_lines(linker, derived.incoming, macro.suppliers, macro.inputs))
    outgoing = tuple(_lines(linker, derived.outgoing, macro.customers, macro.outputs))
    items = chain.from_iterable((line.partner, *line.documents) for line in (*incoming, *outgoing))
    return SipocPicture(incoming, outgoing, any(item and item.trouble for item in items))


def _lines(
    linker: Linker, passages: Iterable[Passage], partners: tuple[str, ...] | None, documents: tuple[str, ...] | None
) -> Iterator[SipocLine]:
    by_partner: dict[str | None, list[str]] = {}
    for passage in passages:
        by_partner.setdefault(passage.partner, []).extend(passage.documents)
    for partner, found in by_partner.items():
        items = tuple(_item(linker, name, documents) for name in distinct(found))
        yield SipocLine(_item(linker, partner, partners) if partner else None, items)
    seen = set(chain.from_iterable(by_partner.values()))
    for name in partners or ():
        if name not in by_partner:
            yield SipocLine(Item(linker.ref(name), "only_declared"), ())
    unseen = tuple(Item(linker.part(name), "only_declared") for name in documents or () if name not in seen)
    if unseen:
        yield SipocLine(None, unseen)


def _item(linker: Linker, name: str, declared: tuple[str, ...] | None) -> Item:
    return Item(linker.part(name), "not_declared" if declared is not None and name not in declared else "")
