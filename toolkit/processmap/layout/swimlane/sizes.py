"""How large the symbols are and which text stands where: inside an activity or a note, beside everything else."""

from dataclasses import dataclass
from math import ceil

from processmap.layout.text import LINE_HEIGHTS, block_size, text_width, wrap
from processmap.views.diagram import Node, NodeKind, Shape

TEXT_SIZE = 12
SMALL_TEXT_SIZE = 11
HEADER_WIDTH = 38
"""Of a lane's header, in px."""
EVENT_SIZE = 36

_ACTIVITY_WIDTH = 122
_ACTIVITY_HEIGHT = 60
_INNER_WIDTH = _ACTIVITY_WIDTH - 12
_FIXED = {Shape.EVENT: (EVENT_SIZE, EVENT_SIZE), Shape.GATEWAY: (46, 46), Shape.DATA: (26, 34)}
_LABEL_WIDTH = 104
_BESIDE_DATA = 78
_HEADER_MARGIN = 14
_LONGEST_HEADER_LINE = 220
_MARKER_ROOM = {
    NodeKind.TASK_USER: 12,
    NodeKind.TASK_SYSTEM: 12,
    NodeKind.APPROVAL: 12,
    NodeKind.HANDOFF: 12,
    NodeKind.CALL: 16,
    NodeKind.PROCESS: 0,
    NodeKind.PROCESS_PLANNED: 0,
}


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Lines below each other and the room they take, in px."""

    lines: tuple[str, ...]
    width: int
    height: int


def text_block(text: str, width: int, size: int = SMALL_TEXT_SIZE) -> TextBlock:
    """Breaks a text to a width in px, or somewhat more if that saves cutting a word; an empty text takes no room."""
    longest = max((text_width(word, size) for word in text.split()), default=0)
    room = max(width, min(ceil(longest), width * 4 // 3))
    lines = wrap(text, room, size)
    return TextBlock(lines, *block_size(lines, size))


def inner_lines(node: Node) -> tuple[str, ...]:
    """Returns the lines inside an activity (12 px) or a note (11 px); other shapes have none."""
    if node.kind.shape is Shape.ACTIVITY:
        return wrap(node.label, _INNER_WIDTH, TEXT_SIZE)
    return wrap(node.label, _INNER_WIDTH, SMALL_TEXT_SIZE) if node.kind.shape is Shape.NOTE else ()


def detail_lines(node: Node) -> tuple[str, ...]:
    """Returns the lines of the smaller text (11 px) below the label of an activity."""
    return wrap(node.detail, _INNER_WIDTH, SMALL_TEXT_SIZE) if node.kind.shape is Shape.ACTIVITY else ()


def node_size(node: Node) -> tuple[int, int]:
    """Returns width and height in px, both even, so that its middle is a whole pixel."""
    shape = node.kind.shape
    if shape in _FIXED:
        return _FIXED[shape]
    if shape is Shape.NOTE:
        return _ACTIVITY_WIDTH, _even(14 + LINE_HEIGHTS[SMALL_TEXT_SIZE] * max(1, len(inner_lines(node))))
    text = LINE_HEIGHTS[TEXT_SIZE] * len(inner_lines(node)) + LINE_HEIGHTS[SMALL_TEXT_SIZE] * len(detail_lines(node))
    return _ACTIVITY_WIDTH, max(_ACTIVITY_HEIGHT, _even(14 + text + _MARKER_ROOM[node.kind]))


def outer_label(node: Node) -> TextBlock:
    """Returns the text beside an event, a gateway or a data object; empty for activities and notes."""
    if node.kind.shape in (Shape.ACTIVITY, Shape.NOTE):
        return TextBlock((), 0, 0)
    return text_block(node.label, _BESIDE_DATA if node.kind.shape is Shape.DATA else _LABEL_WIDTH)


def header_lines(name: str) -> tuple[str, ...]:
    """Returns the name of a lane on one or two lines; what is longer than a header can be ends in an ellipsis."""
    words = [_shortened(word) for word in name.split()]
    if not words:
        return ()
    splits = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    first, second = min(splits, key=_longest, default=(words[0], ""))
    return tuple(_shortened(line) for line in (first, second) if line)


def least_lane_height(name: str) -> int:
    """Returns the height in px below which the rotated name would not fit into the header."""
    return ceil(max((_bold_width(line) for line in header_lines(name)), default=0)) + _HEADER_MARGIN


def _longest(lines: tuple[str, str]) -> float:
    return max(_bold_width(line) for line in lines)


def _shortened(text: str) -> str:
    if _bold_width(text) <= _LONGEST_HEADER_LINE:
        return text
    fitting = (text[:end] for end in range(len(text), 0, -1) if _bold_width(text[:end] + "…") <= _LONGEST_HEADER_LINE)
    return next(fitting).rstrip() + "…"


def _bold_width(text: str) -> float:
    return text_width(text, TEXT_SIZE, bold=True)


def _even(number: int) -> int:
    return number + number % 2
