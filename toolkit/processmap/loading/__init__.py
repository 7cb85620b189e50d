"""Text in, typed model with positions out (see docs/adr/0002)."""

from processmap.loading.collector import collector_paused
from processmap.loading.elements import MAP_FILE, Element
from processmap.loading.loaded import LoadedMap, load
from processmap.loading.project import FOLDERS, read_sources
from processmap.loading.source import SourceFile, decode, from_text

__all__ = [
    "FOLDERS",
    "MAP_FILE",
    "Element",
    "LoadedMap",
    "SourceFile",
    "collector_paused",
    "decode",
    "from_text",
    "load",
    "read_sources",
]
