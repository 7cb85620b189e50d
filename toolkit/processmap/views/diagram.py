"""What a diagram with lanes shows: lanes, nodes and edges in authored order, without any geometry.

The swimlane of a micro and the dependency map of all micros are both a `Diagram`; `layout.swimlane` places it, and
`render` draws what was placed. Symbols are those of BPMN 2.0.
"""

from dataclasses import dataclass
from enum import StrEnum


class Side(StrEnum):
    """Whose a lane is: the sales side, the rest of the company, or somebody outside."""

    COMMERCIAL = "commercial"
    NON_COMMERCIAL = "non-commercial"
    EXTERNAL = "external"


class Shape(StrEnum):
    """The outline of a node; it decides size and where the text stands."""

    ACTIVITY = "activity"
    """A rounded box with its text inside."""
    EVENT = "event"
    """A circle with its text outside."""
    GATEWAY = "gateway"
    """A diamond with its text outside."""
    DATA = "data"
    """A sheet with its text outside; a satellite of the activity that makes it."""
    NOTE = "note"
    """A remark; a satellite of the step it is about."""


class NodeKind(StrEnum):
    """What a node is, finely enough for its symbol."""

    START = "start"
    START_MESSAGE = "start-message"
    START_TIMER = "start-timer"
    END = "end"
    END_MESSAGE = "end-message"
    """The case goes on in another process."""
    END_TERMINATE = "end-terminate"
    """Stops the branches that still run."""
    TASK_USER = "task-user"
    TASK_SYSTEM = "task-system"
    APPROVAL = "approval"
    HANDOFF = "handoff"
    """Asks another process."""
    CALL = "call"
    """Runs another micro as part of this one."""
    PROCESS = "process"
    """A whole micro, in the dependency map."""
    PROCESS_PLANNED = "process-planned"
    """A micro whose flow has not been drawn."""
    EXCLUSIVE = "exclusive"
    INCLUSIVE = "inclusive"
    PARALLEL = "parallel"
    JOIN_ALL = "join-all"
    JOIN_ANY = "join-any"
    WAIT_TIMER = "wait-timer"
    WAIT_MESSAGE = "wait-message"
    EXCEPTION = "exception"
    """Something goes wrong; always on the border of a task."""
    DATA = "data"
    NOTE = "note"

    @property
    def shape(self) -> Shape:
        """The outline."""
        return _SHAPES[self]


_ACTIVITIES = (
    NodeKind.TASK_USER,
    NodeKind.TASK_SYSTEM,
    NodeKind.APPROVAL,
    NodeKind.HANDOFF,
    NodeKind.CALL,
    NodeKind.PROCESS,
    NodeKind.PROCESS_PLANNED,
)
_GATEWAYS = (
    NodeKind.EXCLUSIVE,
    NodeKind.INCLUSIVE,
    NodeKind.PARALLEL,
    NodeKind.JOIN_ALL,
    NodeKind.JOIN_ANY,
)
_SHAPES = {
    **dict.fromkeys(NodeKind, Shape.EVENT),
    **dict.fromkeys(_ACTIVITIES, Shape.ACTIVITY),
    **dict.fromkeys(_GATEWAYS, Shape.GATEWAY),
    NodeKind.DATA: Shape.DATA,
    NodeKind.NOTE: Shape.NOTE,
}


class EdgeKind(StrEnum):
    """What an edge means."""

    SEQUENCE = "sequence"
    ASSOCIATION = "association"
    """Between a satellite (data object, note) and its host; dotted, without direction of control."""


@dataclass(frozen=True, slots=True)
class Lane:
    """Who does it: a role, an area or an external."""

    id: str
    name: str
    side: Side = Side.COMMERCIAL


@dataclass(frozen=True, slots=True)
class Node:
    """A step, a data object, a note or, in the dependency map, a process."""

    id: str
    """Unique in the diagram."""
    kind: NodeKind
    lane: str
    """Id of its lane."""
    label: str = ""
    host: str | None = None
    """Satellites: the node they belong to. Attached waits and exceptions: the task on whose border they stand."""
    detail: str = ""
    """A second, smaller line: the system of a task, the process that is asked."""
    href: str | None = None
    """Where a click leads."""
    title: str = ""
    """For those who point or listen: kind, label, lane."""
    is_interrupting: bool = True
    """Attached waits: whether the task is broken off; those that only warn have a dashed border."""
    roles: tuple[str, ...] = ()
    """Roles that take part; choosing one of them brings the node to the fore."""

    @property
    def is_attached(self) -> bool:
        """Whether it stands on the border of its host."""
        return self.host is not None and self.kind.shape is Shape.EVENT

    @property
    def is_satellite(self) -> bool:
        """Whether it has no place in the flow and stands beside its host."""
        return self.kind.shape in (Shape.DATA, Shape.NOTE)


@dataclass(frozen=True, slots=True)
class Edge:
    """A way from one node to another."""

    id: str
    """Unique in the diagram."""
    source: str
    target: str
    label: str = ""
    """Condition and share, outcome, time."""
    kind: EdgeKind = EdgeKind.SEQUENCE
    is_rework: bool = False
    """Marked by the author as going back: work is done again."""
    crosses_boundary: bool = False
    """Leads from a commercial area into another one or back."""
    title: str = ""
    """For those who point or listen: "A -> B: condition"."""


@dataclass(frozen=True, slots=True)
class Diagram:
    """Everything that is shown, in authored order; ties are broken by it."""

    id: str
    """Id of the element drawn; the prefix of every id in the picture."""
    title: str
    description: str
    lanes: tuple[Lane, ...]
    """From top to bottom; lanes without nodes are drawn too."""
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
