"""Where an element is used: everything that names it, grouped by kind."""

from collections.abc import Container

from processmap.values.ids import Kind
from processmap.views.atlas import Mention, kind_of
from processmap.views.linking import Linker
from processmap.views.pieces import Cell, Fact, Lines, Ref

_MOST_STEPS = 8


def used_in(
    linker: Linker, element: str, *, without: Container[Kind] = (), fields: Container[str] | None = None
) -> tuple[Fact, ...]:
    """Returns one fact per kind of element that names this one, in the order of `Kind`.

    Args:
        linker: makes the links.
        element: id of the element.
        without: kinds to leave out.
        fields: only mentions in these fields, when given.
    """
    grouped: dict[Kind, dict[str, list[Mention]]] = {}
    for mention in linker.atlas.mentions_of(element):
        source, _, _part = mention.source.partition("/")
        kind = kind_of(source)
        if kind and kind not in without and (fields is None or mention.field in fields):
            grouped.setdefault(kind, {}).setdefault(source, []).append(mention)
    return tuple(
        Fact(linker.wording.word("kinds", kind.name.lower()), _sources(linker, grouped[kind]))
        for kind in Kind
        if kind in grouped
    )


def made_at(linker: Linker, document: str) -> Cell:
    """The steps that make a document."""
    use = linker.atlas.graph.document_uses.get(document)
    return linker.lines(use.produced_by) if use else ()


def _sources(linker: Linker, sources: dict[str, list[Mention]]) -> Cell:
    return (Lines(tuple((linker.ref(source), *_parts(linker, mentions)) for source, mentions in sources.items())),)


def _parts(linker: Linker, mentions: list[Mention]) -> Cell:
    steps = tuple(dict.fromkeys(mention.source for mention in mentions if "/" in mention.source))
    shown = tuple(_short(linker.part(step)) for step in steps[:_MOST_STEPS])
    return (*shown, "…") if len(steps) > _MOST_STEPS else shown


def _short(ref: Ref) -> Ref:
    return Ref(ref.id, ref.id.partition("/")[2], ref.href, "step", is_broken=ref.is_broken, detail=ref.label)
