"""Places diagrams and remembers where everything went, so that a flow that has not changed is not laid out again.

What is kept depends on the diagram and on this version of the tool; the key is a hash of both. Deleting
`.cache/processmap/diagrams` changes nothing but the time. JSON, never pickle: a cache must not run code.
"""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from processmap import __version__
from processmap.app.check_cache import FOLDER
from processmap.app.files import write_atomically
from processmap.app.opening import OpenMap
from processmap.app.tool_digest import tool_digest
from processmap.errors import CannotRunError
from processmap.layout.placed import LayoutFacts, PlacedDiagram, PlacedEdge, PlacedLabel, PlacedLane, PlacedNode
from processmap.layout.swimlane import place
from processmap.views.diagram import Diagram

_FOLDER = FOLDER / "diagrams"


@dataclass(frozen=True, slots=True)
class _Geometry:
    """A placed diagram without the diagram itself."""

    width: int
    height: int
    lanes: tuple[PlacedLane, ...]
    nodes: dict[str, PlacedNode]
    edges: dict[str, PlacedEdge]
    labels: tuple[PlacedLabel, ...]
    facts: LayoutFacts


@dataclass(frozen=True, slots=True)
class Placer:
    """Gives diagrams their coordinates."""

    folder: Path | None
    """Where results are kept; None to keep none."""
    lay_out: Callable[[Diagram], PlacedDiagram] = place

    @classmethod
    def of(cls, opened: OpenMap) -> "Placer":
        """Returns the placer of a map; it remembers if the map is opened with its cache."""
        return cls(opened.root / _FOLDER if opened.cache else None)

    def __call__(self, diagram: Diagram) -> PlacedDiagram:
        """Returns a diagram with coordinates."""
        if self.folder is None:
            return self.lay_out(diagram)
        file, key = self.folder / f"{diagram.id}.json", _key(diagram)
        known = _kept(file, key)
        if known is None:
            known = _geometry(self.lay_out(diagram))
            _keep(file, key, known)
        return PlacedDiagram(diagram=diagram, **{name: getattr(known, name) for name in _NAMES})


_NAMES = tuple(field.name for field in fields(_Geometry))


@cache
def _adapter() -> TypeAdapter[_Geometry]:
    return TypeAdapter(_Geometry)


def _key(diagram: Diagram) -> str:
    drawn = replace(diagram, title="", description="")  # these stand beside the drawing and take no room in it
    return hashlib.sha256(f"{__version__} {tool_digest()} {drawn!r}".encode()).hexdigest()


def _geometry(placed: PlacedDiagram) -> _Geometry:
    return _Geometry(
        placed.width,
        placed.height,
        placed.lanes,
        dict(placed.nodes),
        dict(placed.edges),
        placed.labels,
        placed.facts,
    )


def _kept(file: Path, key: str) -> _Geometry | None:
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
        if not isinstance(kept, dict) or kept.get("key") != key:
            return None
        return _adapter().validate_python(kept["placed"])
    except (OSError, ValueError, KeyError, ValidationError):
        return None


def _keep(file: Path, key: str, placed: _Geometry) -> None:
    content = {"key": key, "placed": _adapter().dump_python(placed, mode="json")}
    try:
        write_atomically(file, json.dumps(content, ensure_ascii=False))
    except CannotRunError:
        return
