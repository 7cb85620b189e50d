"""How large each node of a diagram is drawn, and where on its border the attached events stand."""

from dataclasses import dataclass

from processmap.layout.swimlane.numbered import Numbered
from processmap.layout.swimlane.sizes import EVENT_SIZE, TextBlock, node_size, text_block

_FROM_CORNER = 30
_BETWEEN = 8
_BESIDE_LINE = 6
_LABEL_WIDTH = 84


@dataclass(frozen=True, slots=True)
class Boxes:
    """Sizes in px, all even, by node."""

    width: tuple[int, ...]
    height: tuple[int, ...]
    shift: tuple[int, ...]
    """Of an attached event: how far right of the middle of its host it stands; 0 for all others."""
    label: tuple[TextBlock | None, ...]
    """Of an attached event: its text, right of the line that leaves it."""


def measure_nodes(numbered: Numbered) -> Boxes:
    """Sizes all nodes; a task with attached events is wide enough for all and higher by what they cover of it."""
    width, height = map(list, zip(*map(node_size, numbered.nodes), strict=True)) if numbered.nodes else ([], [])
    shift = [0] * len(width)
    label: list[TextBlock | None] = [None] * len(width)
    for host, events in enumerate(numbered.attached):
        for event in events:
            label[event] = text_block(numbered.nodes[event].label, _LABEL_WIDTH)
        places = _places([label[event] for event in events])
        if places:
            width[host] = max(width[host], places[-1] + _FROM_CORNER)
            width[host] += width[host] % 2
            height[host] += EVENT_SIZE // 2
        for event, place in zip(events, places, strict=True):
            shift[event] = place - width[host] // 2
    return Boxes(tuple(width), tuple(height), tuple(shift), tuple(label))


def _places(labels: list[TextBlock | None]) -> list[int]:
    """The middles of the events, measured from the left end of the border."""
    places: list[int] = []
    middle = _FROM_CORNER
    for label in labels:
        places.append(middle)
        text = label.width if label else 0
        middle += max(EVENT_SIZE + _BETWEEN, text + 2 * _BESIDE_LINE)
    return places
