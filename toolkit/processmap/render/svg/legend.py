"""The legend of a diagram: each kind of symbol and line that occurs in it, with its word."""

from collections.abc import Iterator
from dataclasses import dataclass

from processmap.layout.placed import Box
from processmap.layout.text import text_width
from processmap.render.svg.markup import escaped, shape, text
from processmap.render.svg.symbols import colour_class, symbol
from processmap.views.diagram import Diagram, EdgeKind, NodeKind, Shape, Side
from processmap.views.wording import Wording

_WIDTH = 26
_HEIGHT = 20
_GAP = 18
_ROW = 26
_MIDDLE = _HEIGHT // 2


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A small sample, 26 x 20 px, and what it means."""

    sample: str
    label: str


def legend_of(diagram: Diagram, wording: Wording) -> tuple[LegendEntry, ...]:
    """Returns the entries that a diagram needs, in a fixed order."""
    return (*_sides(diagram, wording), *_kinds(diagram, wording), *_lines(diagram, wording))


def legend_row(entries: tuple[LegendEntry, ...], x: int, y: int, width: int) -> tuple[str, int]:
    """Writes entries side by side, on as many rows as they need, and returns the height they take."""
    left, top = x, y
    drawn = []
    for entry in entries:
        needed = _WIDTH + 6 + round(text_width(entry.label, 11))
        if left > x and left + needed > x + width:
            left, top = x, top + _ROW
        label = text((entry.label,), _WIDTH + 6, _MIDDLE, css="d-small", size=11, anchor="start")
        drawn.append(f'<g transform="translate({left},{top})">{entry.sample}{label}</g>')
        left += needed + _GAP
    return f'<g class="d-legend">{"".join(drawn)}</g>', (top - y + _ROW + 8 if entries else 0)


def legend_html(entries: tuple[LegendEntry, ...]) -> str:
    """Writes entries as spans for the page below a picture."""
    return "".join(
        f'<span class="pm-legend__item"><svg class="pm-drawing pm-sample" aria-hidden="true" width="{_WIDTH}" '
        f'height="{_HEIGHT}" viewBox="0 0 {_WIDTH} {_HEIGHT}">{entry.sample}</svg>{escaped(entry.label)}</span>'
        for entry in entries
    )


def _sides(diagram: Diagram, wording: Wording) -> Iterator[LegendEntry]:
    present = {lane.side for lane in diagram.lanes}
    for side in Side:
        if side in present:
            yield LegendEntry(side_sample(side), wording(f"legend.{side}"))


def side_sample(side: Side) -> str:
    """A lane's header in small: its colour and the mark at its left edge."""
    frame = '<rect class="d-head" x=".5" y="2.5" width="25" height="15"/>'
    mark = {
        Side.COMMERCIAL: '<rect class="d-mark--full" x="1" y="3" width="5" height="14"/>',
        Side.NON_COMMERCIAL: shape("M2,3v14M5,3v14", "d-mark"),
        Side.EXTERNAL: '<path class="d-mark" stroke-dasharray="3 2" d="M3,3v14"/>',
    }[side]
    return f'<g class="d-{side}">{frame}{mark}</g>'


def _kinds(diagram: Diagram, wording: Wording) -> Iterator[LegendEntry]:
    present = {node.kind for node in diagram.nodes}
    for kind in NodeKind:
        if kind in present and kind not in (NodeKind.PROCESS, NodeKind.NOTE, NodeKind.JOIN_ALL, NodeKind.JOIN_ANY):
            yield LegendEntry(_sample(kind), wording(f"legend.{kind}"))


def _sample(kind: NodeKind) -> str:
    """The symbol itself, made smaller."""
    sizes = {Shape.ACTIVITY: (50, 36), Shape.GATEWAY: (46, 46), Shape.EVENT: (36, 36), Shape.DATA: (26, 34)}
    width, height = sizes[kind.shape]
    scale = min(24 / width, 18 / height)
    left, top = (_WIDTH - width * scale) / 2, (_HEIGHT - height * scale) / 2
    css = f"d-commercial {colour_class(kind)}".strip()
    drawn = symbol(kind, Box(0, 0, width, height))
    return f'<g class="{css}" transform="translate({left:.1f},{top:.1f}) scale({scale:.2f})">{drawn}</g>'


def _lines(diagram: Diagram, wording: Wording) -> Iterator[LegendEntry]:
    flows = [edge for edge in diagram.edges if edge.kind is EdgeKind.SEQUENCE]
    if any(edge.is_rework for edge in flows):
        drawn = shape("M0,10H20", "d-edge d-edge--rework") + shape("M26,10l-8,4v-8z", "d-tip d-tip--rework")
        yield LegendEntry(drawn, wording("legend.rework"))
    if any(edge.crosses_boundary and not edge.is_rework for edge in flows):
        drawn = (
            shape("M0,10H20", "d-edge d-edge--boundary")
            + shape("M26,10l-8,4v-8z", "d-tip d-tip--boundary")
            + shape("M7,5v10M11,5v10", "d-tick")
        )
        yield LegendEntry(drawn, wording("legend.boundary"))
