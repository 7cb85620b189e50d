"""The whole map as read: elements, settings, and where everything stands."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from processmap.config import MapSettings
from processmap.diagnostics import Location, Part, Path, Place, Problem, Span
from processmap.i18n import Language
from processmap.loading.collector import collector_paused
from processmap.loading.elements import MAP_FILE, Element, FileContents, contents
from processmap.loading.lines import LineTable
from processmap.loading.parsed import ParsedFile, parse_source
from processmap.loading.source import SourceFile
from processmap.loading.suppressions import Suppression
from processmap.model.glossary import GlossaryTerm

Progress: TypeAlias = Callable[[str, int, int], None]
"""Called with what is being done, how many are done, and how many there are."""


@dataclass(frozen=True)
class LoadedMap:
    """Every element of a map with its places and problems."""

    sources: Mapping[str, SourceFile]
    """The files by path, in order."""
    definitions: tuple[Element, ...]
    """Every definition, those of an id that comes twice included, by file and then document order."""
    glossary: tuple[GlossaryTerm, ...]
    settings: MapSettings | None
    """None when map.yaml breaks the schema or is missing."""
    problems: tuple[Problem, ...]
    """What is wrong with files and schema, by file and then in the order found."""
    unparsed: tuple[str, ...]
    """Files that are no YAML or of no known kind: what they define is unknown."""
    suppressions: Mapping[str, tuple[Suppression, ...]]
    """The comments that switch rules off, by path; files without one are left out."""

    @cached_property
    def elements(self) -> Mapping[str, Element]:
        """Elements by id; of an id that comes twice, the first."""
        found: dict[str, Element] = {}
        for element in self.definitions:
            found.setdefault(element.id, element)
        return found

    def definitions_of(self, element_id: str) -> tuple[Element, ...]:
        """Returns every definition of an id: one, unless it stands twice."""
        return self._definitions_by_id.get(element_id, ())

    @cached_property
    def _definitions_by_id(self) -> Mapping[str, tuple[Element, ...]]:
        found: dict[str, tuple[Element, ...]] = {}
        for element in self.definitions:
            found[element.id] = (*found.get(element.id, ()), element)
        return found

    @property
    def language(self) -> Language:
        """The map's language; English when map.yaml does not say."""
        return self.settings.language if self.settings else Language.ENGLISH

    @cached_property
    def _reparsed(self) -> dict[str, ParsedFile]:
        return {}

    def file(self, path: str) -> ParsedFile:
        """Returns a file with its positions. It is parsed again: positions are rarely asked for."""
        if path not in self._reparsed:
            self._reparsed[path] = parse_source(self.sources[path])
        return self._reparsed[path]

    def place(self, location: Location) -> Place:
        """Returns the lines of a location in the model; of an unknown element, the head of map.yaml."""
        element = self.elements.get(location.element)
        if element is None:
            return Place(MAP_FILE, Span.at(1, 1)) if location.element else self.place_at(MAP_FILE, location.path)
        path: Path = location.path or ("id",)
        return self.place_at(element.path, element.pointer + path, location.part)

    def place_of(self, element: Element, path: Path = ("id",), part: Part = Part.VALUE) -> Place:
        """Returns the lines of a value inside one definition, also of one that another definition hides."""
        return self.place_at(element.path, element.pointer + path, part)

    def place_at(self, path: str, pointer: Path, part: Part = Part.VALUE) -> Place:
        """Returns the lines of a value inside a file."""
        return self.file(path).place(pointer, part)

    def lines(self, path: str) -> LineTable:
        """Returns the lines of a file."""
        return self.file(path).lines


def load(sources: Iterable[SourceFile], *, progress: Progress | None = None) -> LoadedMap:
    """Reads a map out of its files.

    Args:
        sources: the files, in the order that decides which of two definitions comes first.
        progress: told after each file.
    """
    files = {source.path: source for source in sources}
    with collector_paused():
        return _load(files, progress)


def _load(files: Mapping[str, SourceFile], progress: Progress | None) -> LoadedMap:
    definitions: list[Element] = []
    glossary: list[GlossaryTerm] = []
    problems: list[Problem] = []
    unparsed: list[str] = []
    suppressions: dict[str, tuple[Suppression, ...]] = {}
    settings: MapSettings | None = None
    for number, source in enumerate(files.values(), start=1):
        parsed = parse_source(source)
        found = contents(parsed) if parsed.is_complete else FileContents(parsed.path)
        definitions += found.elements
        glossary += found.terms
        problems += (*parsed.problems, *found.problems)
        settings = found.settings or settings
        if parsed.suppressions:
            suppressions[parsed.path] = parsed.suppressions
        if not (parsed.is_complete and found.is_read):
            unparsed.append(parsed.path)
        if progress:
            progress("reading", number, len(files))
    return LoadedMap(
        files, tuple(definitions), tuple(glossary), settings, tuple(problems), tuple(unparsed), suppressions
    )
