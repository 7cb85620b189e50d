"""The symbols of BPMN 2.0, one function per outline; what is special about a kind is drawn into it."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from processmap.layout.placed import Box
from processmap.render.svg.markup import number, shape
from processmap.views.diagram import NodeKind, Shape

_CORNER = 8
_BAR = 5
_FOLD = 9
_RING = 3.5


def symbol(kind: NodeKind, box: Box, *, is_interrupting: bool = True) -> str:
    """Returns the symbol of a kind in its box, without any text."""
    if kind is NodeKind.NOTE:
        return _note(box)
    match kind.shape:
        case Shape.ACTIVITY:
            return _activity(kind, box)
        case Shape.GATEWAY:
            return _gateway(kind, box)
        case Shape.DATA:
            return _data(box)
        case _:
            return _event(kind, box, is_interrupting=is_interrupting)


def colour_class(kind: NodeKind) -> str:
    """The class that gives a kind its own colour; empty where the lane gives it."""
    return _COLOURS.get(kind, "")


_COLOURS: Mapping[NodeKind, str] = MappingProxyType(
    {
        NodeKind.START: "d-start",
        NodeKind.START_MESSAGE: "d-start",
        NodeKind.START_TIMER: "d-start",
        NodeKind.END: "d-end",
        NodeKind.END_MESSAGE: "d-end",
        NodeKind.END_TERMINATE: "d-end",
        NodeKind.HANDOFF: "d-handoff",
        NodeKind.CALL: "d-handoff",
        NodeKind.EXCLUSIVE: "d-gateway",
        NodeKind.INCLUSIVE: "d-gateway",
        NodeKind.PARALLEL: "d-gateway",
        NodeKind.JOIN_ALL: "d-gateway",
        NodeKind.JOIN_ANY: "d-gateway",
        NodeKind.WAIT_TIMER: "d-wait",
        NodeKind.WAIT_MESSAGE: "d-wait",
        NodeKind.EXCEPTION: "d-exception",
        NodeKind.DATA: "d-paper",
        NodeKind.NOTE: "d-paper",
    }
)


def _activity(kind: NodeKind, box: Box) -> str:
    css = {NodeKind.CALL: "d-shape d-thick", NodeKind.PROCESS_PLANNED: "d-shape d-dashed"}.get(kind, "d-shape")
    frame = f'<rect class="{css}" x="{box.x}" y="{box.y}" width="{box.width}" height="{box.height}" rx="{_CORNER}"/>'
    inside = _MARKERS.get(kind)
    return frame + (inside(box) if inside else "")


def _at(box: Box, *pieces: tuple[str, str]) -> str:
    """Pieces drawn from the upper left corner of an icon; their paths begin with a relative move."""
    corner = f"M{box.x + 6},{box.y + 6}"
    return "".join(shape(corner + d, css) for css, d in pieces)


def _person(box: Box) -> str:
    return _at(box, ("d-icon", "m1,12v-1.5a4.5,4.5 0 0 1 9,0v1.5zm2,-8.5a2.5,2.5 0 1 0 5,0a2.5,2.5 0 1 0 -5,0"))


def _gear(box: Box) -> str:
    teeth = "m6.5,0v2m0,9v2m-6.5,-6.5h2m9,0h2m-11.1,-4.6l1.4,1.4m6.4,6.4l1.4,1.4m0,-9.2l-1.4,1.4m-6.4,6.4l-1.4,1.4"
    return _at(
        box,
        (
            "d-icon",
            teeth + "m0.1,-4.6a4.5,4.5 0 1 0 9,0a4.5,4.5 0 1 0 -9,0m2.9,0a1.6,1.6 0 1 0 3.2,0a1.6,1.6 0 1 0 -3.2,0",
        ),
    )


def _seal(box: Box) -> str:
    ring = "m0,6.5a6.5,6.5 0 1 0 13,0a6.5,6.5 0 1 0 -13,0"
    return _at(box, ("d-icon--full", ring), ("d-icon--over", "m3.4,6.7l2.3,2.4l4,-4.6"))


def _outbox(box: Box) -> str:
    bars = f"M{box.x + _BAR},{box.y + 1}v{box.height - 2}M{box.right - _BAR},{box.y + 1}v{box.height - 2}"
    out = f"M{box.x + 10},{box.y + 6}m5,1.5h-5v9h5m-2,-4.5h9m-3.2,-3.2l3.2,3.2l-3.2,3.2"
    return shape(bars, "d-icon") + shape(out, "d-icon")


def _plus_box(box: Box) -> str:
    middle = box.x + box.width / 2
    d = f"M{number(middle - 6)},{box.bottom - 15}h12v12h-12zm6,2.5v7m-3.5,-3.5h7"
    return shape(d, "d-icon")


_MARKERS: Mapping[NodeKind, Callable[[Box], str]] = MappingProxyType(
    {
        NodeKind.TASK_USER: _person,
        NodeKind.TASK_SYSTEM: _gear,
        NodeKind.APPROVAL: _seal,
        NodeKind.HANDOFF: _outbox,
        NodeKind.CALL: _plus_box,
    }
)


def _gateway(kind: NodeKind, box: Box) -> str:
    x, y = box.x + box.width / 2, box.y + box.height / 2
    half = number(box.width / 2)
    frame = f"M{number(x)},{box.y}l{half},{half}l-{half},{half}l-{half},-{half}z"
    signs = {
        NodeKind.EXCLUSIVE: f"M{number(x - 6)},{number(y - 6)}l12,12m0,-12l-12,12",
        NodeKind.JOIN_ANY: f"M{number(x - 6)},{number(y - 6)}l12,12m0,-12l-12,12",
        NodeKind.INCLUSIVE: f"M{number(x - 8.5)},{number(y)}a8.5,8.5 0 1 0 17,0a8.5,8.5 0 1 0 -17,0",
    }
    plus = f"M{number(x - 9)},{number(y)}h18m-9,-9v18"
    return shape(frame, "d-shape") + shape(signs.get(kind, plus), "d-icon--bold")


def _event(kind: NodeKind, box: Box, *, is_interrupting: bool) -> str:
    x, y, radius = box.x + box.width / 2, box.y + box.height / 2, box.width / 2
    is_end = kind in (NodeKind.END, NodeKind.END_MESSAGE, NodeKind.END_TERMINATE)
    is_between = kind in (NodeKind.WAIT_TIMER, NodeKind.WAIT_MESSAGE, NodeKind.EXCEPTION)
    css = "d-shape" + (" d-thick" if is_end else "") + ("" if is_interrupting else " d-dashed")
    rings = _circle(x, y, radius - (1 if is_end else 0), css)
    if is_between:
        rings += _circle(x, y, radius - _RING, "d-icon" if is_interrupting else "d-icon d-dashed")
    scale = min(1.0, box.width / 36)
    inside = _SIGNS.get(kind)
    return rings + (inside(x, y, scale) if inside else "")


def _circle(x: float, y: float, radius: float, css: str) -> str:
    return f'<circle class="{css}" cx="{number(x)}" cy="{number(y)}" r="{number(radius)}"/>'


def _clock(x: float, y: float, scale: float) -> str:
    hands = f"M{number(x)},{number(y - 6 * scale)}v{number(6 * scale)}l{number(4 * scale)},{number(3 * scale)}"
    return _circle(x, y, 9.5 * scale, "d-icon") + shape(hands, "d-icon")


def _envelope(x: float, y: float, scale: float) -> str:
    return shape(_letter(x, y, scale) + _flap(x, y, scale), "d-icon")


def _sealed_envelope(x: float, y: float, scale: float) -> str:
    return shape(_letter(x, y, scale), "d-icon--full") + shape(_flap(x, y, scale), "d-icon--over")


def _letter(x: float, y: float, scale: float) -> str:
    width, height = number(16 * scale), number(11 * scale)
    return f"M{number(x - 8 * scale)},{number(y - 5.5 * scale)}h{width}v{height}h-{width}z"


def _flap(x: float, y: float, scale: float) -> str:
    right, down = number(8 * scale), number(6 * scale)
    return f"M{number(x - 8 * scale)},{number(y - 5.5 * scale)}l{right},{down}l{right},-{down}"


def _disc(x: float, y: float, scale: float) -> str:
    return _circle(x, y, 10 * scale, "d-icon--full")


def _lightning(x: float, y: float, scale: float) -> str:
    points = ((-7, 7), (-2.5, -7), (2, 1), (7, -7), (2.5, 7), (-2, -1))
    d = "L".join(f"{number(x + dx * scale)},{number(y + dy * scale)}" for dx, dy in points)
    return shape(f"M{d}Z", "d-icon--full")


_SIGNS: Mapping[NodeKind, Callable[[float, float, float], str]] = MappingProxyType(
    {
        NodeKind.START_TIMER: _clock,
        NodeKind.WAIT_TIMER: _clock,
        NodeKind.START_MESSAGE: _envelope,
        NodeKind.WAIT_MESSAGE: _envelope,
        NodeKind.END_MESSAGE: _sealed_envelope,
        NodeKind.END_TERMINATE: _disc,
        NodeKind.EXCEPTION: _lightning,
    }
)


def _data(box: Box) -> str:
    width, height = box.width - _FOLD, box.height - _FOLD
    sheet = f"M{box.x},{box.y}h{width}l{_FOLD},{_FOLD}v{height}h-{box.width}z"
    return shape(sheet, "d-shape") + shape(f"M{box.right - _FOLD},{box.y}v{_FOLD}h{_FOLD}", "d-icon")


def _note(box: Box) -> str:
    """BPMN's text annotation: an open bracket."""
    ground = f'<rect class="d-note" x="{box.x}" y="{box.y}" width="{box.width}" height="{box.height}"/>'
    return ground + shape(f"M{box.x + 12},{box.y}h-12v{box.height}h12", "d-icon")
